"""The person's page: who they are, where the interview stands, what is owed, what happened."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import ClassVar

from textual import events, on
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.strip import Strip
from textual.widget import Widget

from ii_tui.core.models import IntroductionRow, PersonPage, PersonRow, TaskRow, TimelineRow
from ii_tui.services import people
from ii_tui.ui import commands
from ii_tui.ui.acting import Acting
from ii_tui.ui.screens import person_parts as parts
from ii_tui.ui.screens.person_facts import facts, from_import
from ii_tui.ui.screens.place import Framed
from ii_tui.ui.screens.timeline_rows import (
    NOTHING_YET,
    day_words,
    event_words,
    timeline,
    whole_text,
)
from ii_tui.ui.settling import ENTER
from ii_tui.ui.widgets.lines import Item, Lines
from ii_tui.ui.widgets.painting import Painter
from ii_tui.ui.widgets.spans import BLOCKED, Line, Span, bright, dim

TWO = 110
THREE = 160
_DONE_HERE = frozenset({"prepare", "custom"})
"""Tasks that nothing but saying so settles: their place is this page."""


_ENTER: Mapping[str, str] = {
    "event": "read",
    "note": "read",
    "field": "change",
    "person": "their page",
    "introduction": "their page",
    "meeting": "move it",
    "draft": "go on",
}
"""What enter does to a line that is no task, in a word or two for the key line."""


class PersonHead(Painter):
    """Two lines that stay in sight however far the page is scrolled: the name and the job."""

    DEFAULT_CSS = "PersonHead { height: 3; background: $background; }"

    def __init__(self) -> None:
        super().__init__()
        self._lines = (Line(), Line())

    def show(self, page: PersonPage) -> None:
        """Another person, or the same one changed."""
        signs: list[Span] = []
        if page.do_not_contact:
            signs += [BLOCKED, Span(" do not contact", "blocked")]
        if page.archived is not None:
            signs.append(dim("  archived" if signs else "archived"))
        close = page.closeness.value if page.closeness is not None else ""
        self._lines = (
            Line(bright(page.name), right=signs),
            Line(page.job or dim("no job known"), right=dim(close)),
        )
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One of the two, or the blank line below."""
        width = self.size.width
        if y >= len(self._lines):
            return self.paint((), width)
        return self.paint([Span(" "), *self._lines[y].spans(width - 2, 0)], width)


class PersonScreen(Acting, Framed):
    """One column, two from 110 cells, three from 160."""

    TITLE_WORDS = "A person: everything about one"
    STEP = (
        "All five steps come together here: what is owed to this person, and all that was said. "
        "Read it before you write, call or meet."
    )
    SCOPES = commands.PLACES["person"]
    HINTS = (
        "person.message",
        "person.came_in",
        "person.meeting",
        "people.note",
        "people.edit",
        "people.close_tie",
        "person.close",
        "person.introduction",
        "app.out",
    )
    BINDINGS: ClassVar[list[BindingType]] = commands.bindings(*SCOPES)
    CSS = """
    PersonScreen Lines { width: 1fr; display: none; }
    PersonScreen Lines.-shown { display: block; }
    """

    def __init__(self, person_id: int) -> None:
        super().__init__()
        self.person_id = person_id
        self.page: PersonPage | None = None
        self.head = PersonHead()
        self.panes = (
            Lines(id="first", classes="-shown"),
            Lines(id="second", classes="-beside"),
            Lines(id="third", classes="-beside"),
        )
        for pane in self.panes:
            pane.quiet = True

    def body(self) -> Iterable[Widget]:
        """The name, and under it the panes."""
        yield self.head
        with Horizontal():
            yield from self.panes

    def on_mount(self) -> None:
        """The place we came from stays the current one."""
        from ii_tui.ui.app import MODES

        if self.app.current_mode in MODES:
            self.top.at(MODES.index(self.app.current_mode) + 1)
        self.panes[0].focus()

    # Reading

    def show(self) -> None:
        """Reads the person and lays the parts out for this width."""
        desk = self.house.desk
        page = people.page(desk, self.person_id)
        introduced = people.introduced_by(desk, self.person_id)
        first = self.page is None
        self.page = page
        self.head.show(page)
        columns = self._columns(page, introduced)
        for pane, items in zip(self.panes, columns, strict=False):
            # What has become owed stands above the rest: who was at the top sees it.
            top = pane.cursor == pane.nearest(0, 1)
            keys = (item.key for item in items if item.key is not None)
            pane.show(items, to=next(keys, None) if top else None)
        for number, pane in enumerate(self.panes):
            pane.set_class(number < len(columns), "-shown")
        if first:
            self.panes[0].go(0)
        if isinstance(self.focused, Lines) and not self.focused.has_class("-shown"):
            self.panes[0].focus()

    def _columns(self, page: PersonPage, introduced: Sequence[PersonRow]) -> list[list[Item]]:
        desk = self.house.desk
        doing = (
            ("OWED", parts.owed(page, desk)),
            ("INTERVIEW", parts.interview(page, desk)),
            ("INTRODUCTIONS", parts.introductions(page, desk)),
            ("MEETINGS", parts.meetings(page, desk)),
            ("DRAFTS", parts.drafts(page, desk)),
        )
        who = ("PERSON", facts(page, introduced, desk))
        before = ("FROM THE IMPORT", from_import(page))
        happened = ("TIMELINE", timeline(page, desk) or NOTHING_YET)
        width = self.size.width
        if width >= THREE:
            layout: tuple[tuple[tuple[str, Iterable[Item]], ...], ...] = (
                doing,
                (who, before),
                (happened,),
            )
        elif width >= TWO:
            layout = ((*doing, who, before), (happened,))
        else:
            layout = ((*doing, who, happened, before),)
        return [parts.sections(*column) for column in layout]

    def on_resize(self, event: events.Resize) -> None:
        """Another width may have another number of columns."""
        if self.page is not None:
            self.redraw()

    # Keys

    def hints(self) -> Sequence[str | tuple[str, str]]:
        """What enter does to what the cursor stands on comes first."""
        words = self._enter()
        return ((("task.settle", words),) if words else ()) + self.HINTS

    def _enter(self) -> str:
        focused = self.focused
        item = focused.current if isinstance(focused, Lines) else None
        if item is None:
            return ""
        if isinstance(item.data, TaskRow):
            return "done" if item.data.kind in _DONE_HERE else ENTER.get(item.data.kind, "open")
        what, _, which = str(item.key).partition(":")
        if what == "interview":
            return "to the board" if which == "0" else ""
        return _ENTER.get(what, "")

    @on(Lines.Highlighted)
    def _moved(self) -> None:
        """Enter may do something else here."""
        self.show_keys()

    def on_descendant_focus(self) -> None:
        """So it may in another pane."""
        self.show_keys()

    def chosen_person(self) -> int | None:
        """Whose page this is, whatever the cursor stands on."""
        return self.person_id

    def chosen_task(self) -> TaskRow | None:
        """The task under the cursor."""
        focused = self.focused
        item = focused.current if isinstance(focused, Lines) else None
        return item.data if item is not None and isinstance(item.data, TaskRow) else None

    @on(Lines.Chosen)
    def _chosen(self, message: Lines.Chosen) -> None:
        """Enter does what fits what the cursor stands on."""
        message.stop()
        what, _, which = str(message.key).partition(":")
        data = message.item.data
        if what == "task":
            self.action_settle()
        elif what in {"event", "note"}:
            self._read(data)
        elif what == "field":
            self._edit(which)
        elif what == "person":
            self.house.push_screen(PersonScreen(int(which)))
        elif isinstance(data, IntroductionRow):
            self._other(data)
        elif what == "meeting":
            self.action_meeting()
        elif what == "draft":
            self._go_on_with(int(which))
        elif what == "interview" and which == "0":
            self._begin(self.action_start())

    def action_settle(self) -> None:
        """Does what is owed here; what only wants to be said is done by it."""
        task = self.chosen_task()
        if task is not None and task.kind in _DONE_HERE:
            self._begin(self.action_task_done())
        else:
            super().action_settle()

    def action_open_person(self) -> None:
        """Here already; on a line that names someone else, theirs."""
        focused = self.focused
        item = focused.current if isinstance(focused, Lines) else None
        what, _, which = str("" if item is None else item.key).partition(":")
        if what == "person":
            self.house.push_screen(PersonScreen(int(which)))
        elif item is not None and isinstance(item.data, IntroductionRow):
            self._other(item.data)

    def _other(self, one: IntroductionRow) -> None:
        """The page of the other person of an introduction."""
        here = one.introducer_id == self.person_id
        self.house.push_screen(PersonScreen(one.person_id if here else one.introducer_id))

    def _read(self, row: TimelineRow) -> None:
        from ii_tui.ui.dialogs.reading import ReadingDialog

        desk = self.house.desk
        at = desk.local(row.at)
        title = f"{event_words(row, desk)}, {day_words(desk, row.at)} {at:%H:%M}"
        text = whole_text(row)
        self.house.push_screen(ReadingDialog(title, text or "Nothing was written there."))

    def _go_on_with(self, draft_id: int) -> None:
        """The text that was begun, where it was left."""
        from ii_tui.ui.screens.composer_begin import compose

        self._begin(compose(self.house, self.person_id, draft_id=draft_id))

    def _edit(self, field: str) -> None:
        from ii_tui.ui.dialogs.editing import edit_person

        if field == "closeness":
            self.action_closeness()
        else:
            self._begin(edit_person(self.house, self.person_id, field=field))
