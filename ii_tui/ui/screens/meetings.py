"""Meetings: coming and past, when and where they are, and how they stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widget import Widget

from ii_tui.core.kinds import Kind
from ii_tui.core.models import MeetingRow
from ii_tui.errors import IiError, Nothing
from ii_tui.services import people, scheduling
from ii_tui.services.scheduling import Meetings
from ii_tui.ui import commands
from ii_tui.ui.acting import Acting
from ii_tui.ui.screens import empty
from ii_tui.ui.screens.meeting_rows import detail_items, meeting_items
from ii_tui.ui.screens.place import Framed
from ii_tui.ui.widgets.lines import Lines
from ii_tui.ui.widgets.reading import Reading

PANES = [(0, "-alone"), (110, "-two")]
"""cells from which the meeting stands beside the list"""

_COMING = (
    ("meetings.open", "change"),
    "person.open",
    ("person.message", "confirm"),
    "meetings.file",
    "meetings.cancel",
)
_UNSAID = (("meetings.open", "did it happen?"), "person.open", "meetings.file", "meetings.cancel")
_OVER = (("meetings.open", "person"), "person.message", "person.meeting", "meetings.file")


class MeetingsScreen(Acting, Framed):
    """What is set, and what became of it."""

    NUMBER = 6
    TITLE_WORDS = "Meetings: what is set, and what became of it"
    STEP = (
        "Step 3, follow up and firm plans: a meeting that is confirmed the day before takes place. "
        "Both zones are shown where nobody travels."
    )
    SCOPES = commands.PLACES["meetings"]
    BINDINGS: ClassVar[list[BindingType]] = commands.bindings(*SCOPES)
    HORIZONTAL_BREAKPOINTS = PANES
    CSS = """
    MeetingsScreen #detail { display: none; }
    MeetingsScreen.-two #detail { display: block; width: 40%; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.list = Lines(id="meetings", empty=empty.MEETINGS)
        self.detail = Reading(id="detail", classes="-beside")
        self._all = Meetings((), ())

    def body(self) -> Iterable[Widget]:
        """The list, and where there is room the meeting under the cursor."""
        with Horizontal():
            yield self.list
            yield self.detail

    def on_mount(self) -> None:
        """The list takes the keys."""
        self.list.focus()

    def show(self) -> None:
        """Reads and draws both lists."""
        self._all = scheduling.all_meetings(self.house.desk)
        self.list.show(meeting_items(self._all, self.house.desk))
        self._look_beside()

    def hints(self) -> Sequence[str | tuple[str, str]]:
        """What works on the meeting under the cursor."""
        meeting = self.chosen_meeting()
        if meeting is None:
            return ("go.board", "people.new")
        if meeting in self._all.coming:
            return _COMING
        return _UNSAID if meeting.state == "planned" else _OVER

    # What is under the cursor

    def chosen_meeting(self) -> MeetingRow | None:
        """The meeting under the cursor."""
        item = self.list.current
        return None if item is None else item.data

    def chosen_person(self) -> int | None:
        """Whom it is with."""
        meeting = self.chosen_meeting()
        return None if meeting is None else meeting.person_id

    def _one(self) -> MeetingRow | None:
        meeting = self.chosen_meeting()
        if meeting is None:
            self.house.fail(Nothing("No meeting is chosen.", hint="2 shows who has answered."))
        return meeting

    @on(Lines.Chosen, "#meetings")
    def _chosen(self) -> None:
        self.action_settle()

    def action_settle(self) -> None:
        """Changes a coming meeting; asks what became of one that is over; else the person."""
        meeting = self._one()
        if meeting is None:
            return
        if meeting.state != "planned":
            self.action_open_person()
        elif meeting in self._all.coming:
            self.action_meeting()
        else:
            self._begin(self._what_became(meeting))

    async def _what_became(self, meeting: MeetingRow) -> None:
        from ii_tui.ui.dialogs.tasks import did_it_happen

        page = people.page(self.house.desk, meeting.person_id)
        asked = [task for task in page.tasks if task.kind == "did_it_happen"]
        mine = [task for task in asked if task.meeting_uid == meeting.uid]
        if mine or asked:
            await did_it_happen(self.house, (mine or asked)[0])
        else:
            self.action_open_person()

    def action_message(self) -> None:
        """The confirmation of a coming meeting; else the message that fits."""
        meeting = self.chosen_meeting()
        if meeting is None or meeting not in self._all.coming:
            super().action_message()
            return
        from ii_tui.ui.screens.composer_begin import compose

        self._begin(compose(self.house, meeting.person_id, kind=Kind.CONFIRMATION))

    def action_ics(self) -> None:
        """Writes the meeting as a calendar file."""
        if (meeting := self._one()) is not None:
            self._begin(self._write(meeting))

    async def _write(self, meeting: MeetingRow) -> None:
        from ii_tui.ui.dialogs.written import Written, write_meeting
        from ii_tui.ui.widgets.fields import Option

        path = await write_meeting(self.house, meeting.id)
        if path is not None:
            await self.house.push_screen_wait(Written(path, (Option("b", "back", True),)))

    def action_cancel_meeting(self) -> None:
        """Cancels a planned meeting, once it was said twice."""
        meeting = self._one()
        if meeting is None:
            return
        if meeting.state != "planned":
            self.house.fail(Nothing("That meeting is not planned any more."))
            return
        self._begin(self._cancel(meeting))

    async def _cancel(self, meeting: MeetingRow) -> None:
        from ii_tui.ui.dialogs.ask import confirm

        desk = self.house.desk
        words = "They are not told by this: write to them with m. A new time is owed then."
        title = f"Cancel {meeting.person}, {scheduling.when_words(meeting, desk.zone)}?"
        if await confirm(self.house, title, words=words, yes="Cancel it", no="Keep it"):
            await self.house.do(lambda: scheduling.cancel(desk, meeting.person_id)[1])

    # The pane beside the list

    @on(Lines.Highlighted, "#meetings")
    def _highlighted(self) -> None:
        self.show_keys()
        self.once_at_rest(self._look_beside)

    def on_resize(self) -> None:
        """There may be room beside the list now."""
        self.call_after_refresh(self._look_beside)

    def _look_beside(self) -> None:
        if not self.detail.display:
            return
        meeting = self.chosen_meeting()
        if meeting is None:
            self.detail.read(())
            return
        try:
            page = people.page(self.house.desk, meeting.person_id)
        except IiError:
            return  # busy, or gone: the next redraw tells
        self.detail.read(detail_items(meeting, self._all.state(meeting), page, self.house.desk))
