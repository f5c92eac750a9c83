"""Today: what is owed now and soon, and whom we wait for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widget import Widget

from ii_tui.core.models import DraftRow, TaskRow
from ii_tui.errors import IiError, Locked
from ii_tui.services import today
from ii_tui.services.today import Day, Offer, WaitingRow
from ii_tui.ui import commands
from ii_tui.ui.acting import Acting
from ii_tui.ui.screens.place import Filtered
from ii_tui.ui.screens.today_first import ACTS, bring_everyone, invitation
from ii_tui.ui.screens.today_heading import Heading
from ii_tui.ui.screens.today_rows import calm_words, day_items, fits, narrowed, said
from ii_tui.ui.settling import ENTER
from ii_tui.ui.widgets.filter_line import FilterLine
from ii_tui.ui.widgets.lines import Item, Lines
from ii_tui.ui.widgets.reading import Reading

PANES = [(0, "-alone"), (110, "-two"), (160, "-three")]
"""cells from which there is room for one, two and three panes"""

_TASK = ("task.settle", "person.open", "person.came_in", "task.done", "task.later", "task.skip")
_DRAFT = (("task.settle", "sent?"), "person.open", ("task.skip", "not sent"))
_THEIRS = (("task.settle", "person"), ("person.came_in", "they answered"), "person.message")
_MANY = {
    "quiet": (("task.settle", "look through them"),),
    "triage": (("task.settle", "begin"), ("task.later", "not now")),
    "outcome": (("task.settle", "write to them"),),
}
_NOBODY = ("people.new", "people.import")


class TodayScreen(Acting, Filtered):
    """What is owed, most urgent first; enter does it."""

    NUMBER = 1
    TITLE_WORDS = "Today: what is owed now, what comes soon, and whom you wait for"
    STEP = (
        "It serves all five steps: nothing is forgotten, nobody is asked twice, and thanks go out "
        "in time. Enter does what is owed; what you did elsewhere is marked with x."
    )
    SCOPES = commands.PLACES["today"]
    HINTS = _TASK
    BINDINGS: ClassVar[list[BindingType]] = commands.bindings(*SCOPES)
    HORIZONTAL_BREAKPOINTS = PANES

    def __init__(self) -> None:
        super().__init__()
        self.heading = Heading()
        self.filter = FilterLine(self._narrow, self._to_list)
        self.list = Lines(id="owed")
        self.detail = Reading(id="detail", classes="-beside")
        self.timeline = Reading(id="timeline", classes="-beside")
        self._day: Day | None = None
        self._next: TaskRow | None = None
        self._waiting: tuple[WaitingRow, ...] = ()
        self._opened = False
        self._shown = 0

    def body(self) -> Iterable[Widget]:
        """The day, the list, and what stands beside it where there is room."""
        yield self.heading
        yield self.filter
        with Horizontal():
            yield self.list
            yield self.detail
            yield self.timeline

    def on_mount(self) -> None:
        """The list takes the keys; the question of a new database waits for the first frame."""
        self.list.focus()
        self.house.when_seen(self._begin_here)

    def _begin_here(self) -> None:
        from ii_tui.services import first_steps

        try:
            asked = first_steps.wanted(self.house.desk)
        except Locked:
            return
        if asked:
            from ii_tui.ui.dialogs.first_run import first_run

            self._begin(first_run(self.house))

    # Drawing

    def show(self) -> None:
        """Reads the day; whom we wait for is reckoned on the writer thread, after the frame."""
        self._day = today.the_day(self.house.desk)
        day = self._day
        if not (day.now or day.handed_over or day.soon or day.undated or day.offers):
            self._next = today.next_up(self.house.desk)
        self._draw()
        if self._day.anybody:
            self.house.when_seen(self._who_waits)

    def _draw(self) -> None:
        day, desk = self._day, self.house.desk
        if day is None:
            return
        at = desk.today()
        self._shown = self.house.owed_now = day.count
        self.top.count(self._shown)
        soon = f", {len(day.soon)} soon" if day.soon else ""
        count = f"{self._shown or 'nothing'} now{soon}" if day.anybody else ""
        self.heading.say(at, count)
        words = self.filter.text
        shown = narrowed(day, words)
        waiting = [row for row in self._waiting if fits(row, words)] if day.anybody else []
        calm = said(f'Nothing here has "{words}".') if words else calm_words(day, self._next, desk)
        # Where nothing is owed, they are whom the day is about.
        alone = not (day.now or day.handed_over or day.soon or day.undated or day.offers)
        opened = self._opened or alone or bool(words)
        items = day_items(shown, waiting, opened, at, desk.local, calm)
        if not day.anybody:
            items = invitation(self.house.keymap, desk.paths.database)
        elif day.few and not words:
            items += bring_everyone(self.house.keymap, desk.paths.database)
        self._list(items)
        found, total = (
            len(one.now) + len(one.handed_over) + len(one.soon) + len(one.undated) + len(one.offers)
            for one in (shown, day)
        )
        self.filter.found(found + len(waiting), total + len(self._waiting))
        self._look_beside()

    def _list(self, items: Sequence[Item]) -> None:
        """Shows them; the cursor falls on people, and not on the invitation below them.

        It stays with the person whose last task was settled. It is on the invitation only where
        there is nobody, or where the person went there among people: enter is for what is owed.
        """
        before = self.chosen_person()
        went = self.list.key in ACTS and any(item.data is not None for item in self.list.items)
        self.list.show(items)
        if self.chosen_person() is not None or went:
            return
        rows = [item for item in items if item.data is not None]
        theirs = (row for row in rows if getattr(row.data, "person_id", None) == before)
        if before is not None and (row := next(theirs, None)) is not None:
            self.list.show(items, to=row.key)
        elif self.list.key in ACTS and rows:
            self.list.show(items, to=rows[0].key)

    def show_owed(self) -> None:
        """Time opens tasks: a count that is not the list's means that the list is old."""
        super().show_owed()
        if self._day is not None and self._shown != self.house.owed_now:
            self.redraw()

    def hints(self) -> Sequence[str | tuple[str, str]]:
        """What works on what is under the cursor."""
        if self.list.key in ACTS:
            return (("task.settle", "do it"), *_NOBODY)
        what = self._current()
        if isinstance(what, Offer):
            return (*_MANY[what.kind], *self._toggle(), "list.filter")
        kinds = {TaskRow: _TASK, DraftRow: _DRAFT, WaitingRow: _THEIRS}
        here = kinds.get(type(what), ("people.new",))
        if isinstance(what, TaskRow):
            here = (("task.settle", ENTER.get(what.kind, "open")), *here[1:])
        return here + self._toggle() + ("list.filter",)

    def _toggle(self) -> tuple[tuple[str, str], ...]:
        if not self._waiting:
            return ()
        return (("today.waiting", "hide waiting" if self._opened else "waiting"),)

    # The filter

    def _narrow(self, text: str) -> None:
        self._draw()
        self.show_keys()

    def _to_list(self) -> None:
        self.set_focus(self.list)

    # Whom we wait for

    @work(group="waiting", exclusive=True)
    async def _who_waits(self) -> None:
        try:
            rows = await self.house.ask(lambda: today.waiting_on_them(self.house.desk))
        except IiError:
            return  # the count that stood there stays until the next look
        if tuple(rows) != self._waiting:
            self._waiting = tuple(rows)
            self._draw()
            self.show_keys()

    def action_waiting(self) -> None:
        """Opens the list of those we wait for, or closes it."""
        if not self._waiting:
            self.house.say("You wait for nobody.")
            return
        self._opened = not self._opened
        self._draw()
        if self._opened:
            self.list.show(self.list.items, to=f"w{self._waiting[0].interview_id}")
        self.show_keys()

    # What is under the cursor

    def _current(self) -> TaskRow | DraftRow | WaitingRow | Offer | None:
        item = self.list.current
        return None if item is None else item.data

    def chosen_person(self) -> int | None:
        """Whoever the line is about."""
        row = self._current()
        return None if row is None or isinstance(row, Offer) else row.person_id

    def chosen_task(self) -> TaskRow | None:
        """The task of the line, where it is one."""
        row = self._current()
        return row if isinstance(row, TaskRow) else None

    @on(Lines.Chosen, "#owed")
    def _chosen(self) -> None:
        self.action_settle()

    def action_settle(self) -> None:
        """Does what is owed; a text that was handed over is asked about."""
        row = self._current()
        if self.list.key in ACTS:
            self._begin(self.run_action(ACTS[str(self.list.key)]))
        elif isinstance(row, DraftRow):
            from ii_tui.ui.dialogs.sent import sent_question

            self._begin(sent_question(self.house, row))
        elif isinstance(row, Offer):
            from ii_tui.ui.settling import go_through

            self._begin(go_through(self.house, row.kind))
        else:
            super().action_settle()

    async def action_task_done(self) -> None:
        """It is done; for a text that was handed over: it went out."""
        if isinstance(self._current(), DraftRow | Offer):
            self.action_settle()
        else:
            await super().action_task_done()

    def action_add_person(self) -> None:
        """Somebody from one line, known already or new, is on the board: to be written to."""
        from ii_tui.ui.dialogs.adding import put_on_board

        async def flow() -> None:
            person = await put_on_board(self.house)
            for item in self.list.items if person is not None else ():
                if isinstance(item.data, TaskRow) and item.data.person_id == person:
                    self.list.show(self.list.items, to=item.key)

        self._begin(flow())

    def action_task_later(self) -> None:
        """Puts it off; a text that was handed over waits by itself."""
        row = self._current()
        if isinstance(row, Offer):
            self._begin(self._put_off(row))
        elif isinstance(self._current(), DraftRow):
            self.house.say("It waits here until you say that it went out.")
        else:
            super().action_task_later()

    async def _put_off(self, offer: Offer) -> None:
        if offer.kind == "triage":
            from ii_tui.services import unsorted

            words = await self.house.do(lambda: unsorted.put_off(self.house.desk), say=False)
            if words is not None:
                self.house.say(words)
        else:
            self.action_settle()

    async def action_task_skip(self) -> None:
        """It need not be done; a text that was handed over is a draft again."""
        row = self._current()
        if isinstance(row, Offer):
            await self._put_off(row)
            return
        if not isinstance(row, DraftRow):
            await super().action_task_skip()
            return
        from ii_tui.services import handing_over

        words = await self.house.do(
            lambda: handing_over.not_sent(self.house.desk, row.id), say=False
        )
        if words is not None:
            self.house.say(f"{words} 5 shows it among the messages.")

    # The panes beside the list

    @on(Lines.Highlighted, "#owed")
    def _highlighted(self) -> None:
        self.show_keys()
        self.once_at_rest(self._look_beside)

    def on_resize(self) -> None:
        """There may be room beside the list now."""
        self.call_after_refresh(self._look_beside)

    def _look_beside(self) -> None:
        """Draws the person under the cursor in the panes that there is room for."""
        if not self.detail.display:
            return
        person = self.chosen_person()
        if person is None:
            self.detail.read(())
            self.timeline.read(())
            return
        from ii_tui.services import people
        from ii_tui.ui.screens.today_detail import person_items, timeline_items

        desk, three = self.house.desk, self.timeline.display
        try:
            page = people.page(desk, person)
        except IiError:
            return  # busy, or gone: the next redraw tells
        self.detail.read(person_items(page, desk, few=not three))
        if three:
            self.timeline.read(timeline_items(page, desk))
