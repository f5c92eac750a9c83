"""The meeting from one line, with its meaning below before it counts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, Literal, cast

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Input

from ii_tui.core.dates import Gap, Repeated, long_day, zone_info
from ii_tui.core.models import MeetingRow, PersonPage
from ii_tui.core.when import MeetingPlan
from ii_tui.core.zones import offset_text
from ii_tui.errors import Stale
from ii_tui.services import people, scheduling
from ii_tui.services.desk import Desk
from ii_tui.services.seen import Seen
from ii_tui.ui.dialogs.ask import ask_choice, confirm
from ii_tui.ui.dialogs.base import Dialog
from ii_tui.ui.dialogs.telling import Words
from ii_tui.ui.widgets.asked import Asked, Meaning
from ii_tui.ui.widgets.fields import Choice, Option
from ii_tui.ui.widgets.lines import Lines

if TYPE_CHECKING:
    from ii_tui.ui.app import IiApp

CANCEL: Literal["cancel"] = "cancel"
EXAMPLE = "e.g. thu 10 coffee Corner Cafe treat"
_IDLE = "A day and a time; coffee, lunch, office, video or call; a place; treat if it is on you."


class MeetingSheet(Dialog[MeetingPlan | Literal["cancel"]]):
    """A plan, or the wish to cancel the one that stands."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "app.focus_next", "Next", id="telling.next", show=False),
        Binding("up", "app.focus_previous", "Before", id="telling.before", show=False),
    ]
    DEFAULT_CSS = "MeetingSheet Asked { margin: 0 0 1 0; }"
    WIDTH = 72
    STEP = (
        "Step 2, take initiative and treat: 30 minutes when it suits them, and the coffee is on "
        "you; word it so that yes is easy."
    )

    def __init__(self, desk: Desk, page: PersonPage, line: str = "") -> None:
        """`line` is what was typed before, where the sheet is come back to."""
        planned = page.planned
        title = f"Meet {page.name}" if planned is None else f"Move the meeting with {page.name}"
        keys = [("enter", "make it" if planned is None else "move it")]
        keys += [("tab", "to cancel it")] if planned is not None else []
        super().__init__(title, [*keys, ("esc", "back")])
        self._desk, self._page = desk, page
        self._line = Asked("When, where", self._read, placeholder=EXAMPLE, idle=_IDLE, lines=6)
        self._begin = line
        self._stands = None if planned is None else Words(_told(desk, planned))
        self._cancel: Choice[Any] | None = None
        if planned is not None:
            option = Option("c", "Cancel it instead", CANCEL, "agreeing on a new time is owed")
            self._cancel = Choice([option])

    def body(self) -> Iterable[Widget]:
        """What is planned, the line, and, out of the way of typing, the way to cancel."""
        parts = (self._stands, self._line, self._cancel)
        return [part for part in parts if part is not None]

    def on_mount(self) -> None:
        """The line is typed in, whatever stands above it."""
        self._desk.jobs.submit(lambda: scheduling.look_up_days(self._desk, self._page))
        self._line.field.value = self._begin
        self._line.field.focus()

    @property
    def line(self) -> str:
        """What was typed."""
        return self._line.value

    def _read(self, line: str, **which: Any) -> Meaning:
        found = scheduling.preview(self._desk, self._page, line, **which)
        return Meaning(found.plan, found.lines)

    @on(Lines.Chosen)
    def _cancelled(self, message: Lines.Chosen) -> None:
        message.stop()
        self.dismiss(CANCEL)

    @on(Input.Submitted)
    def _submitted(self, message: Input.Submitted) -> None:
        message.stop()
        self.run_worker(self._settle(), group="finish", exclusive=True)

    async def _settle(self) -> None:
        found = await self._line.settle()
        if found is not None:
            self.dismiss(found.value)
            return
        which = await self._which()
        if which:
            house, line = cast("IiApp", self.app), self._line.value
            self.dismiss(await house.ask(lambda: self._read(line, **which).value))

    async def _which(self) -> dict[str, Any]:
        """Which of two times is meant, where the clocks leave that open."""
        error = self._line.error
        if isinstance(error, Gap):
            options = [Option("b", _wall(error.before), error.before, "before the clocks change")]
            options += [Option("a", _wall(error.after), error.after, "after it")]
            wall = await ask_choice(self.app, error.title, options, words=error.message)
            return {} if wall is None else {"instead": wall}
        if isinstance(error, Repeated):
            tz = zone_info(error.zone)
            twice: list[Option[int]] = [
                Option(key, f"The {key_word}", fold, offset_text(one.utc.astimezone(tz)))
                for key, key_word, fold, one in zip(
                    "fs", ("first", "second"), (0, 1), error.choices, strict=True
                )
            ]
            fold = await ask_choice(self.app, error.title, twice, words=error.message)
            return {} if fold is None else {"fold": fold}
        return {}


def _wall(moment: datetime) -> str:
    return f"{long_day(moment.date())} {moment:%H:%M}"


def _told(desk: Desk, planned: MeetingRow) -> str:
    where = scheduling.where_words(planned)
    when = scheduling.when_words(planned, desk.zone)
    return f"Planned: {when}" + (f", {where}." if where else ".")


async def meeting(app: IiApp, person_id: int) -> None:
    """Makes, moves or cancels the meeting with this person. Only in a worker."""
    line = ""
    while True:
        page = people.page(app.desk, person_id)
        sheet = MeetingSheet(app.desk, page, line)
        answer = await app.push_screen_wait(sheet)
        if answer is None:
            return
        line = sheet.line
        if isinstance(answer, str):
            done = await _cancel(app, page)
        else:
            done = await _meet(app, page, answer)
        if done:
            return


async def _meet(app: IiApp, page: PersonPage, plan: MeetingPlan) -> bool:
    """Makes or moves it; False leads back to the line, where another window was first."""
    seen = page.planned
    while True:
        try:
            move = partial(scheduling.meet, app.desk, page.id, plan, seen=Seen(seen))
            await app.tell(lambda: move()[1])  # noqa: B023  # called before the next round
        except Stale:
            now = people.page(app.desk, page.id).planned
            found = await _both(app, page, seen, plan, now)
            if found is None:
                return False
            seen, plan = now, found
        else:
            return True


async def _both(
    app: IiApp, page: PersonPage, seen: MeetingRow | None, plan: MeetingPlan, now: MeetingRow | None
) -> MeetingPlan | None:
    """One plan of mine and what another window did meanwhile; None for a step back."""
    if now is None:
        words = "It was cancelled in another window while you wrote."
        again = await confirm(
            app, "Meet all the same?", words=words, yes="Yes, meet", no="No, leave it cancelled"
        )
        return plan if again else None
    from ii_tui.services import meeting_versions
    from ii_tui.ui.dialogs.merging import MergeDialog

    found = await app.ask(partial(meeting_versions.conflict, app.desk, page.name, seen, plan, now))
    chosen: dict[str, str] | None = {}
    if found.clashes:
        chosen = await app.push_screen_wait(MergeDialog(found))
    if chosen is None:
        return None
    return meeting_versions.plan_of(found.resolved(chosen), plan, now)


async def _cancel(app: IiApp, page: PersonPage) -> bool:
    """Cancels it; False leads back to the sheet, which shows what stands now."""
    try:
        seen = Seen(page.planned)
        await app.tell(lambda: scheduling.cancel(app.desk, page.id, seen=seen)[1])
    except Stale:
        now = people.page(app.desk, page.id).planned
        if now is None or not await confirm(
            app,
            "Cancel it all the same?",
            words=f"Another window moved it meanwhile. {_told(app.desk, now)}",
            yes="Cancel it",
            no="Leave it",
        ):
            return False
        return await _cancel(app, people.page(app.desk, page.id))
    return True
