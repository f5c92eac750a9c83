"""Contacts: everyone you know, by name, narrowed while you type."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.widget import Widget

from ii_tui.core.counting import people_counted
from ii_tui.errors import IiError, Locked
from ii_tui.services import people, unsorted
from ii_tui.services.people import Filter, People
from ii_tui.ui import commands
from ii_tui.ui.acting import Acting
from ii_tui.ui.screens import empty
from ii_tui.ui.screens import person_parts as parts
from ii_tui.ui.screens.contacts_list import PersonList, column_names, nobody_fits
from ii_tui.ui.screens.person_facts import facts
from ii_tui.ui.screens.place import Filtered
from ii_tui.ui.screens.timeline_rows import NOTHING_YET, timeline
from ii_tui.ui.widgets.filter_line import FilterLine
from ii_tui.ui.widgets.lines import Item, Lines
from ii_tui.ui.widgets.spans import Line, Prose, bright

LATEST = 12
"""Timeline entries in the detail pane where the timeline has no pane of its own."""


class ContactsScreen(Acting, Filtered):
    """The virtual list, the filter over it, and panes beside it where there is room."""

    NUMBER = 3
    TITLE_WORDS = "Contacts: everyone you know"
    STEP = (
        "Step 1, connect: the people you know already are the way in. Say how well you know them "
        "(w), and each gets the message that fits."
    )
    SCOPES = commands.PLACES["contacts"]
    HINTS = (
        "list.filter",
        "person.open",
        "people.new",
        "people.close_tie",
        "people.triage",
        "person.start",
        "person.message",
        "people.edit",
        "people.import",
    )
    BINDINGS: ClassVar[list[BindingType]] = commands.bindings(*SCOPES)
    HORIZONTAL_BREAKPOINTS = [(0, "-one"), (110, "-two"), (160, "-three")]  # noqa: RUF012 - Textual's own type
    CSS = """
    ContactsScreen #people { width: 1fr; }
    ContactsScreen FilterLine { margin: 0 0 1 0; }
    ContactsScreen .filter--count { width: 34; max-width: 50%; }
    ContactsScreen #side, ContactsScreen #timeline { display: none; }
    ContactsScreen.-two #side { display: block; width: 44; }
    ContactsScreen.-three #side { display: block; width: 48; }
    ContactsScreen.-three #timeline { display: block; width: 46; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.wanted = Filter()
        self.total = 0
        self._unsorted = 0
        self.filter = FilterLine(
            self._typed, self._to_list, placeholder="name, company, title, tag, note", stays=True
        )
        self.list = PersonList(id="list")
        self.side = Lines(id="side", classes="-beside")
        self.timeline = Lines(id="timeline", classes="-beside")
        self.side.quiet = self.timeline.quiet = True

    def body(self) -> Iterable[Widget]:
        """The list with its filter, the detail, the timeline."""
        with Horizontal():
            with Vertical(id="people"):
                yield self.filter
                yield column_names()
                yield self.list
            yield self.side
            yield self.timeline

    def on_mount(self) -> None:
        """Keys go to the list."""
        self.list.focus()

    # Reading

    def show(self) -> None:
        """Everyone who fits, and the person under the cursor."""
        desk = self.house.desk
        self.list.now = desk.local(desk.now())
        self._say_empty()
        self.list.show(People(desk, self.wanted))
        if self.wanted.text:
            self.total = People(desk, replace(self.wanted, text="")).count()
        else:
            self.total = self.list.item_count()
        self._unsorted = unsorted.among(desk, self.wanted)
        self._say_count()
        self._show_person()

    def _typed(self, text: str) -> None:
        """The query changed: the best result is the first one."""
        self.wanted = replace(self.wanted, text=text)
        self._say_empty()
        if text:
            self.list.cursor = -1
        self.list.show(People(self.house.desk, self.wanted))
        self._say_count()
        self.show_keys()

    def _say_count(self) -> None:
        shown = self.list.item_count()
        if self.wanted.text:
            words = f"{shown:,} of {self.total:,}"
        elif self.wanted.archived:
            words = f"{shown:,} archived"
        else:
            words = people_counted(shown)
            if self._unsorted and self.house.size.width >= 60:
                key = self.house.keymap.written("people.triage")
                words = f"{key} sorts {self._unsorted:,}   {words}" if key else words
        self.filter.count(words)

    def _say_empty(self) -> None:
        if self.wanted.text:
            self.list.when_empty(nobody_fits(self.wanted.text))
        elif self.wanted.archived:
            self.list.when_empty(["Nobody is archived.", "Z shows everyone else."])
        else:
            self.list.when_empty(empty.contacts(self.house.desk.paths.database))

    @on(PersonList.Highlighted, "#list")
    def _moved(self) -> None:
        self._say_count()
        self.once_at_rest(self._show_person)

    def _show_person(self) -> None:
        """Draws the panes beside the list; the old picture stays while the database is busy."""
        if self.size.width < 110:
            return
        key = self.list.key
        if key is None:
            self.side.show(())
            self.timeline.show(())
            return
        desk = self.house.desk
        try:
            page = people.page(desk, int(str(key)))
            introduced = people.introduced_by(desk, page.id)
        except Locked:
            self.once_at_rest(self._show_person)
            return
        except IiError:
            return  # gone this instant: the list is being read anew
        wide = self.size.width >= 160
        head = [Item("field:first", (Line(bright(page.name)), Prose(page.job)))]
        self.side.show(
            parts.sections(
                ("", [*head, *parts.warnings(page, desk)]),
                ("OWED", parts.owed(page, desk)),
                ("INTERVIEW", parts.interview(page, desk)),
                ("MEETINGS", parts.meetings(page, desk)),
                ("DRAFTS", parts.drafts(page, desk)),
                ("PERSON", facts(page, introduced, desk, brief=True)),
                ("TIMELINE", [] if wide else timeline(page, desk, LATEST)),
            ),
            to="field:first",
        )
        if wide:
            happened = timeline(page, desk) or NOTHING_YET
            self.timeline.show(parts.sections(("TIMELINE", happened)))

    def on_resize(self) -> None:
        """Panes that come into sight have something to show."""
        self.call_after_refresh(self._show_person)

    # Keys

    def chosen_person(self) -> int | None:
        """The person under the cursor."""
        key = self.list.key
        return None if key is None else int(str(key))

    @on(PersonList.Chosen)
    def _chosen(self, message: PersonList.Chosen) -> None:
        """Enter on a person opens the page; in a pane beside it, too."""
        message.stop()
        self.action_open_person()

    def _to_list(self) -> None:
        """The keys are the list's again."""
        self.set_focus(self.list)

    def action_archived(self) -> None:
        """Archived people, or the rest."""
        self.wanted = replace(self.wanted, archived=not self.wanted.archived)
        self.list.cursor = -1
        self.redraw()

    def action_add_person(self) -> None:
        """A person from one line; the cursor goes to them."""
        from ii_tui.ui.dialogs.adding import add_person

        async def flow() -> None:
            added = await add_person(self.house)
            if added is not None and People(self.house.desk, self.wanted).position(added) is None:
                self.filter.clear()  # or they would not be seen
            if added is not None:
                self.list.reload(keep=added)
                self._show_person()

        self._begin(flow())

    def action_closeness(self) -> None:
        """How well do you know them? Then the next one: a list is sorted key by key."""
        from ii_tui.ui.dialogs.people import closeness

        person = self._someone()
        if person is None:
            return

        async def flow() -> None:
            if await closeness(self.house, person) and self.list.key == person:
                self.list.action_move(1)

        self._begin(flow())

    def action_triage(self) -> None:
        """How well do you know everyone who is listed?"""
        from ii_tui.ui.dialogs.triage import triage

        self._begin(triage(self.house, self.wanted))

    def hints(self) -> Sequence[str | tuple[str, str]]:
        """The keys that work right here."""
        found: list[str | tuple[str, str]] = list(self.HINTS)
        if self.wanted.archived:
            found = [("people.archive", "bring back"), "people.archived", "person.open"]
        elif not self.total:
            found = ["people.new", "people.import"]
        return found

    def on_descendant_focus(self) -> None:
        """The key line follows the cursor."""
        self.show_keys()
