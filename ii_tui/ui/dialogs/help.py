"""`?`: the nine keys of this screen, the step it serves and why; below them all that works here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, ClassVar

from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, TextArea

from ii_tui.ui import commands, keymap
from ii_tui.ui.dialogs.base import Dialog
from ii_tui.ui.keymap import Keymap
from ii_tui.ui.nine import NINE
from ii_tui.ui.widgets.fields import Choice
from ii_tui.ui.widgets.key_row import KeyRow
from ii_tui.ui.widgets.lines import Item, Lines, blank, heading
from ii_tui.ui.widgets.spans import Prose

_INDENT = 10
METHOD = "method"
TEXT_KEYS = (
    ("ctrl+a", "to the beginning of the line"),
    ("ctrl+e", "to its end"),
    ("ctrl+w", "delete the word before the cursor"),
    ("ctrl+k", "delete to the end of the line"),
    ("ctrl+u", "delete to its beginning"),
    ("shift+arrows", "select"),
)
"""What a text can do beside being typed."""


class HelpDialog(Dialog[str]):
    """A list to read; escape or ? closes it. The answer is `METHOD` where that is wanted next."""

    WIDTH: ClassVar[int] = 76
    HELPS = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,q", "step_out", "Close", show=False),
        Binding("m", "method", "The method", show=False),
        Binding("colon", "anything", "Anything", show=False),
    ]

    def __init__(self, screen: Screen[Any], step: str = "") -> None:
        """`step` is said of a sheet that says nothing of it itself: its screen's."""
        title = getattr(screen, "TITLE_WORDS", "") or getattr(screen, "heading", "") or "Keys"
        super().__init__(title, (("esc", "back"), ("m", "the method"), (":", "anything by name")))
        self._keys: Keymap = getattr(screen.app, "keymap", Keymap())
        self._shown: set[str] = set()
        step = getattr(screen, "STEP", "") or step
        items = self._sheet(screen, step) if isinstance(screen, Dialog) else self._place(screen)
        self._lines = Lines(items)

    def body(self) -> Iterable[Widget]:
        """One list."""
        yield self._lines

    def action_method(self) -> None:
        """The page on the five steps."""
        self.dismiss(METHOD)

    def action_anything(self) -> None:
        """What is looked for may have another name."""
        self.dismiss("anything")

    # What is said of a screen

    def _place(self, screen: Screen[Any]) -> Iterator[Item]:
        place = type(screen).__name__.removesuffix("Screen").lower()
        scopes: tuple[str, ...] = getattr(screen, "SCOPES", ())
        for entry in NINE.get(place, ()):
            ids, words = (entry, "") if isinstance(entry, str) else entry
            key = ids[1:] if ids.startswith("=") else self._written(ids)
            yield self._row(key, words or commands.BY_ID[ids].help)
        yield from self._why(getattr(screen, "STEP", ""))
        yield heading("ALL KEYS")
        if place == "composer":  # letters are text there
            yield self._row("ctrl+p", commands.BY_ID["app.anything"].help)
            for key, words in TEXT_KEYS:
                yield self._row(key, words)
            return
        for key, words in self._moving():
            yield self._row(key, words)
        for command in commands.of(*scopes, "app"):
            yield from self._command(command)
        if "1 to 7" not in self._shown:
            yield self._row("1 to 7", "Go to a place")

    def _written(self, ids: str) -> str:
        return " ".join(filter(None, (self._keys.written(each) for each in ids.split())))

    def _row(self, key: str, words: str) -> Item:
        self._shown.update([key, *key.split()])
        return Item(f"{key} {words}", (KeyRow(key, words, _INDENT),))

    def _command(self, command: commands.Command) -> Iterator[Item]:
        key = self._keys.written(command.id)
        if key and key not in self._shown:
            yield self._row(key, command.help)

    def _why(self, step: str) -> Iterator[Item]:
        if step:
            yield blank()
            yield Item("step", (Prose(step, "dim"),))
        yield blank()

    def _moving(self) -> Iterator[tuple[str, str]]:
        four = ("cursor.left", "cursor.down", "cursor.up", "cursor.right")
        letters = "".join(key for name in four for key in self._keys.of(name) if len(key) == 1)
        move = f"move ({letters} too)" if letters else "move"
        top = self._keys.written("cursor.top")
        ends = [f"{top} {top}" if top else self._keys.written("cursor.first")]
        ends += [keymap.written(key) for key in self._keys.of("cursor.last")[-1:]]
        yield "arrows", f"{move}; pgup, pgdn; {' and '.join(filter(None, ends))} for the ends"
        if "enter" not in self._shown:
            yield "enter", "does what is owed here, else opens"
        yield "esc", "one step out; what you typed is kept"

    # What is said of a sheet

    def _sheet(self, sheet: Dialog[Any], step: str) -> Iterator[Item]:
        for choice in sheet.query(Choice):
            for option in choice.options:
                words = option.words + (f": {option.note}" if option.note else "")
                yield self._row(option.key, words)
        for key, words in sheet.keys.hints:
            if key not in self._shown and words not in {"answer", "help"}:
                yield self._row(key, words)
        if sheet.query(TextArea):
            yield self._row("ctrl+z", "take your typing back; ctrl+y types it again")
        elif sheet.query(Input):
            yield self._row("ctrl+u", "clear the line up to the cursor")
        if len(sheet.query(Input)) > 1:
            yield self._row("shift+tab", "to the field before")
        yield self._row("ctrl+q", "quit; nothing that was kept is lost")
        yield from self._why(step)
