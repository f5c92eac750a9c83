"""Leads through the text: from gap to gap, then to what else was found, then to the fields."""

from __future__ import annotations

from collections.abc import Callable

from textual.widgets.input import Selection

from ii_tui.services import writing
from ii_tui.ui.keymap import Keymap
from ii_tui.ui.screens.composer_sheet import ComposerSheet
from ii_tui.ui.screens.composer_stops import SUBJECT, TEXT, Gap, Stop, alike, next_stop, stops


class Guide:
    """Where the cursor of one sheet goes. `at_my_phone` is called where the text wants mine."""

    def __init__(self, sheet: ComposerSheet, at_my_phone: Callable[[], None]) -> None:
        self._sheet = sheet
        self._at_my_phone = at_my_phone
        self._led = False
        """the blank that is selected was not asked for: tab has not been there yet"""
        self._shown = False
        """the place was only pointed out: tab selects it"""
        self._gap: Gap | None = None
        """the variable that is being typed over"""

    def take_keys(self, keymap: Keymap) -> None:
        """The keys that move about in the text, as they are bound now."""
        acts: dict[str, Callable[[], object]] = {
            "compose.next": self.go_on,
            "compose.previous": lambda: self.go_on(-1),
        }
        keys = {key: act for name, act in acts.items() for key in keymap.of(name)}
        self._sheet.subject_field.in_order = keys
        self._sheet.text.in_order = {**keys, "enter": self._past_the_gap}

    def stops(self) -> list[Stop]:
        """Every place to come to, in order."""
        return stops(self._sheet.found, subject=writing.has_subject(self._sheet.composition))

    def to_the_place(self) -> None:
        """Where writing goes on: the draft's cursor, the first gap of a template."""
        draft = self._sheet.composition.draft
        if draft is not None:
            self._sheet.text.put_cursor(draft.cursor)
        else:
            self.to_the_gap()

    def to_the_gap(self) -> None:
        """Selects the first variable that still stands in the text, to be typed over."""
        gap = next((one for one in self.stops() if one.is_gap and one.field == "text"), None)
        if gap is not None:
            self.go_to(gap)
            self._led = True

    def _past_the_gap(self) -> bool:
        """Enter on a blank that is selected leaves it and goes on: a line end would not fill it."""
        if not self._on_a_gap():
            return False
        self._led = False
        self.go_on()
        return True

    def _on_a_gap(self) -> bool:
        stop = self._sheet.stop
        return stop is not None and stop.is_gap and self._selected(stop)

    def _selected(self, stop: Stop) -> bool:
        return self._sheet.text.selected == (stop.start, stop.end)

    def go_on(self, by: int = 1) -> None:
        """To the next finding or field: what must still be filled in comes first."""
        sheet, text, house = self._sheet, self._sheet.text, self._sheet.house
        sheet.bottom.status.clear()  # the key is not told to the screen
        stop, led, self._led = sheet.stop, self._led, False
        shown, self._shown = self._shown, False
        if shown and stop in self.stops() and by > 0:
            self.go_to(stop)
            return
        if led and stop is not None and self._selected(stop) and by > 0:
            # Nobody pressed a key to come here: the first tab says where one is.
            tab = house.keymap.written("compose.next")
            house.say(f"Type over {text.selected_text}; {tab} again goes on.")
            return
        self._fill_alike()
        if sheet.subject_field.has_focus:
            field, cursor = SUBJECT.field, sheet.subject_field.cursor_position
        else:
            field, cursor = TEXT.field, text.cursor_index
        stop = next_stop(self.stops(), sheet.stop, by, field, cursor)
        if stop is None:
            house.say("Nothing stands against this text.")
        else:
            self.go_to(stop)

    def _fill_alike(self) -> None:
        """What was typed over a variable stands wherever else that variable is left."""
        gap, self._gap = self._gap, None
        if gap is None:
            return
        field = self._sheet.text
        text, end = field.text, field.cursor_index
        filled = alike(text, gap, end)
        if filled is not None:
            field.replace_all(filled)
            field.put_cursor(len(alike(text[:end], gap, end) or text[:end]))
            self._sheet.house.say(f"{gap.variable} is filled in everywhere. ctrl+z takes it back.")

    def point_out(self, stop: Stop) -> bool:
        """The cursor before the place, its reason told; a letter typed now replaces nothing.

        For what nobody asked for: whoever wanted to send has not said what is to be typed over.
        True where the place is selected already, and stays so.
        """
        sheet = self._sheet
        if stop == sheet.stop and self._selected(stop):
            return True  # what is typed goes where it is seen to go
        sheet.stop, self._shown, self._led = stop, True, False
        if stop.field == "subject":
            sheet.subject_field.focus()
            sheet.subject_field.selection = Selection.cursor(stop.start)
        else:
            sheet.text.focus()
            sheet.text.put_cursor(stop.start)
        sheet.draw_findings()
        return False

    def go_to(self, stop: Stop) -> None:
        """The place is selected, so that one can type over it; its reason is told in full."""
        sheet, text = self._sheet, self._sheet.text
        sheet.stop = stop
        if stop.is_gap and stop.field == "text":
            self._gap = Gap.of(text.text, stop)
        if stop.field == "subject":
            field = sheet.subject_field
            field.focus()
            end = len(field.value)
            field.selection = (
                Selection.cursor(end) if stop == SUBJECT else Selection(stop.start, stop.end)
            )
        else:
            text.focus()
            if stop == TEXT:
                text.put_cursor(text.cursor_index)
            elif stop.end > stop.start:
                text.select_span(stop.start, stop.end)
            if stop.is_gap and text.selected_text == "{my_phone}":
                self._at_my_phone()
        sheet.draw_findings()
