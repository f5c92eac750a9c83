"""Messages: what was handed over and waits for "sent?", drafts, and what went out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widget import Widget

from ii_tui.core.models import DraftRow, MessageRow
from ii_tui.errors import Nothing
from ii_tui.services import browsing, handing_over
from ii_tui.services.browsing import Texts
from ii_tui.ui import commands
from ii_tui.ui.acting import Acting
from ii_tui.ui.screens import empty
from ii_tui.ui.screens import message_rows as rows
from ii_tui.ui.screens.place import Filtered
from ii_tui.ui.widgets.bars import Bar
from ii_tui.ui.widgets.filter_line import FilterLine
from ii_tui.ui.widgets.leaf import Leaf
from ii_tui.ui.widgets.lines import Item, Lines, blank, heading
from ii_tui.ui.widgets.spans import Line, Span, bright, dim

PANES = [(0, "-alone"), (110, "-two")]
"""cells from which the text stands beside the list"""

_COPIED = (("task.settle", "sent?"), "person.open", "person.message", "messages.throw")
_DRAFT = (("task.settle", "go on"), "person.open", "person.message", "messages.throw")
_SENT = (("task.settle", "read"), "person.open", "person.message")


class Heading(Bar):
    """What is here, and how much of it."""

    words = ""

    def say(self, words: str) -> None:
        """Other counts."""
        if words != self.words:
            self.words = words
            self.refresh()

    def spans(self, width: int) -> Sequence[Span]:
        """The place on the left, the counts on the right."""
        return Line(bright("What you wrote"), right=dim(self.words)).spans(width, 0)


class MessagesScreen(Acting, Filtered):
    """Every text that was begun, handed over or sent."""

    NUMBER = 5
    TITLE_WORDS = "Messages: what was handed over, what is being written, what went out"
    STEP = (
        "It serves all five steps: a text that was copied counts only once you say that it went "
        "out, so nothing is followed up that was never sent."
    )
    SCOPES = commands.PLACES["messages"]
    HINTS = _SENT
    BINDINGS: ClassVar[list[BindingType]] = commands.bindings(*SCOPES)
    HORIZONTAL_BREAKPOINTS = PANES
    CSS_PATH = "messages.tcss"

    def __init__(self) -> None:
        super().__init__()
        self.heading = Heading()
        self.filter = FilterLine(self._narrow, self._to_list)
        self.list = Lines(id="texts", empty=empty.MESSAGES)
        self.preview = Leaf(id="text", classes="-beside")
        self._texts: Texts | None = None

    def body(self) -> Iterable[Widget]:
        """The counts, the filter, the list, and the text where there is room for it."""
        yield self.heading
        yield self.filter
        with Horizontal():
            yield self.list
            yield self.preview

    def on_mount(self) -> None:
        """The list has the keys."""
        self.list.focus()

    def show(self) -> None:
        """Reads and draws."""
        self._texts = browsing.texts(self.house.desk)
        self._draw()

    def _draw(self) -> None:
        if (texts := self._texts) is None:
            return
        self.heading.say(rows.counts(texts))
        words = self.filter.text
        items: list[Item] = []
        older = rows.older_copies(texts)
        found = 0
        for name, part in (
            ("SENT?", texts.copied),
            ("DRAFTS", texts.drafts),
            ("SENT", texts.sent),
        ):
            kept = [row for row in part if rows.fits(row, words)]
            if kept:
                found += len(kept)
                items += [blank()] if items else []
                items.append(heading(name))
                items += [
                    rows.item(
                        row, self.house.desk, copy=isinstance(row, DraftRow) and row.id in older
                    )
                    for row in kept
                ]
        if not items and words:
            items = [Item(None, (Line(dim("No text holds these words. esc shows all.")),))]
        self.list.show(items)
        self.filter.found(found, len(texts.copied) + len(texts.drafts) + len(texts.sent))
        self._look_beside()

    # What is under the cursor

    def _current(self) -> DraftRow | MessageRow | None:
        item = self.list.current
        return None if item is None else item.data

    def chosen_person(self) -> int | None:
        """To whom the text goes or went."""
        row = self._current()
        return None if row is None else row.person_id

    def hints(self) -> Sequence[str | tuple[str, str]]:
        """What works on what is under the cursor."""
        row = self._current()
        if row is None:
            return ("go.contacts", "people.new")
        if isinstance(row, MessageRow):
            return (*_SENT, "list.filter")
        return (*(_DRAFT if row.copied is None else _COPIED), "list.filter")

    @on(Lines.Highlighted, "#texts")
    def _highlighted(self) -> None:
        self.show_keys()
        self._look_beside()

    def on_resize(self) -> None:
        """There may be room beside the list now."""
        self.call_after_refresh(self._look_beside)

    def _look_beside(self) -> None:
        row = self._current()
        if self.preview.display:
            self.preview.show(() if row is None else rows.whole(row, self.house.desk))

    # What can be done

    @on(Lines.Chosen, "#texts")
    def _chosen(self) -> None:
        self.action_settle()

    def action_settle(self) -> None:
        """Asks "sent?", goes on writing, or shows what was sent."""
        row = self._current()
        if row is None:
            return
        if isinstance(row, MessageRow):
            from ii_tui.ui.dialogs.reading import ReadingDialog

            self.house.push_screen(ReadingDialog(rows.title(row), rows.reading(row)))
        elif row.copied is None:
            from ii_tui.ui.screens.composer_begin import compose

            self._begin(compose(self.house, row.person_id, draft_id=row.id))
        else:
            from ii_tui.ui.dialogs.sent import sent_question

            self._begin(sent_question(self.house, row))

    def action_throw_away(self) -> None:
        """Throws the draft away, when the person is sure."""
        row = self._current()
        if isinstance(row, DraftRow):
            self._begin(self._throw(row))
        else:
            self.house.fail(Nothing("Only a draft can be thrown away.", hint="Sent stays sent."))

    async def _throw(self, row: DraftRow) -> None:
        from ii_tui.ui.dialogs.ask import confirm

        sure = await confirm(
            self.house,
            "Throw this draft away?",
            words=f"{rows.title(row)}. It is gone for good.",
            yes="Throw it away",
            no="Keep it",
        )
        if sure:
            words = await self.house.do(
                lambda: handing_over.throw_away(self.house.desk, row.id, row.rev), say=False
            )
            if words is not None:
                self.house.say(words)

    # The filter

    def _narrow(self, text: str) -> None:
        self._draw()
        self.show_keys()

    def _to_list(self) -> None:
        self.set_focus(self.list)
        self.show_keys()
