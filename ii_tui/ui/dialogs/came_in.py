"""Something came in: one key says what, and what follows is said before it counts."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ii_tui.core.counting import counted
from ii_tui.core.models import IntroductionRow, MeetingRow, PersonPage
from ii_tui.core.quickadd import EXAMPLE
from ii_tui.core.stages import EventKind, Stage
from ii_tui.services import coming_in, people, scheduling, touches
from ii_tui.services.desk import Desk
from ii_tui.ui.dialogs import meanings
from ii_tui.ui.dialogs.ask import ask_choice
from ii_tui.ui.dialogs.introducing import came_of, choices, made
from ii_tui.ui.dialogs.telling import Telling, Told
from ii_tui.ui.widgets.asked import Asked, Meaning
from ii_tui.ui.widgets.fields import Option, numbered

if TYPE_CHECKING:
    from ii_tui.ui.app import IiApp

_WORDS = "They wrote"
_PASTE = "paste it here, or leave it empty"

_Way = tuple[str, str] | tuple[str, str, str]
"""A way to go on: its words, what it means, and what follows."""
NOTE, MOVE, TIME, PARK, CLOSE = "note", "move", "time", "park", "close"


@dataclass(frozen=True, slots=True)
class _Caller:
    """Who something came in from, as the flows need it."""

    app: IiApp
    page: PersonPage

    @property
    def planned(self) -> MeetingRow | None:
        return self.page.planned

    @property
    def desk(self) -> Desk:
        return self.app.desk

    @property
    def id(self) -> int:
        return self.page.id

    @property
    def open_stage(self) -> Stage | None:
        """The stage of the open interview."""
        interview = self.page.interview
        return interview.stage if interview is not None and interview.exit is None else None

    @property
    def asked(self) -> bool:
        """Whether they may have been asked for 30 minutes already."""
        interview = self.page.interview
        return interview is None or interview.stage.position >= Stage.REQUESTED.position

    @property
    def likely(self) -> str:
        """The key of what they would say to what they were asked last; else they just wrote."""
        if self.planned is not None:
            return "k"
        if self.open_stage in {Stage.REQUESTED, Stage.REPLIED}:
            return "y"
        pending = [one for one in self.page.introductions if one.pending]
        return "i" if pending and pending[0].state != "named" else "w"

    def with_it(self) -> list[str]:
        """What is said where a planned meeting goes with the interview."""
        if self.planned is None:
            return []
        when = scheduling.when_words(self.planned, self.desk.zone)
        return [f"The meeting of {when} is cancelled with it."]

    async def keep(self, told: Told, work: Callable[[], str]) -> str | None:
        """Notes it; what was typed is kept in any case. None where it was not noted."""
        from ii_tui.ui.dialogs.kept import saved

        return await saved(self.app, self.page.name, told.text, work)

    async def tell(self, title: str, words: Sequence[str], **parts: Any) -> Told | None:
        """Asks on a sheet whose last line is for their words."""
        parts = {"label": _WORDS, "placeholder": _PASTE, **parts}
        parts["ways"] = numbered(*parts.get("ways", ()))
        return await self.app.push_screen_wait(Telling(title, words=words, **parts))


async def came_in(app: IiApp, person_id: int) -> None:
    """Asks what came in and notes it. Only in a worker; escape leads one step back."""
    page = people.page(app.desk, person_id)
    who, planned = _Caller(app, page), page.planned
    wrote = "They wrote back" if who.likely == "w" else "They wrote something else"
    options: list[Option[Any]] = [
        Option("y", "Yes", "y", "an answer is owed"),
        Option("l", "Later", "l", "parked until a day"),
        Option("a", "Ask someone else", "a", "they join the board"),
        Option("n", "No", "n", "closed; thanks are owed"),
        Option("o", "Out of office", "o", "you wait until they return"),
        Option("c", "A call", "c", "goes on the timeline"),
        Option("m", "We met", "m", "debrief and thanks are owed"),
        *([Option("k", "They confirm the time", "k", _stands(who, planned))] if planned else []),
        Option("w", wrote, "w", "an answer is owed"),
        Option("p", "They put you in touch", "p", "with somebody they know"),
        *choices(person_id, page.introductions),
    ]
    options.sort(key=lambda option: option.key != who.likely)
    to = who.likely
    while True:
        chosen = await ask_choice(app, f"What came in from {page.name}?", options, to=to)
        if chosen is None:
            return
        if isinstance(chosen, IntroductionRow):
            done = await came_of(app, chosen)
            to = next(option.key for option in options if option.value is chosen)
        else:
            done, to = await _FLOWS[chosen](who), chosen
        if done:
            return


def _stands(who: _Caller, planned: MeetingRow) -> str:
    return f"{scheduling.when_words(planned, who.desk.zone)} stands"


# One flow each; False is a step back.


async def _yes(who: _Caller) -> bool:
    desk = who.desk
    target = coming_in.after_yes(desk, who.id)
    within = counted(desk.settings.pipeline.answer_within, "business day")
    owed = "An answer is owed" if who.asked else "Asking for 30 minutes is owed"
    words = [f"What you waited for is settled. {owed} within {within}."]
    ways: list[_Way] = [("Only note it", NOTE)]
    if target is not None:
        ways.insert(0, (f"Note it and move to {target.label}", MOVE))
    ways.append(("Note it, and set the time", TIME, "where they named one"))
    told = await who.tell(f"{who.page.name} said yes", words, ways=ways)
    if told is None:
        return False
    moves = told.way in {MOVE, TIME}
    done = await who.keep(told, lambda: coming_in.yes(desk, who.id, move=moves, text=told.text))
    if done is not None and told.way == TIME:
        from ii_tui.ui.dialogs.meeting import meeting

        await meeting(who.app, who.id)
    return True


async def _later(who: _Caller) -> bool:
    desk = who.desk
    park: _Way = ("Park until then", PARK, "asking again is owed on that day")
    note: _Way = ("Only note it", NOTE, "an answer is owed now")
    words = ["Parked, they leave the board until the day they named.", *who.with_it()]
    ways = [park, note]
    if who.planned is not None:
        words = [
            "The meeting stands until you move it; another time is owed.",
            "Parked, they leave the board and the meeting is cancelled.",
        ]
        ways = [note, park]
    told = await who.tell(
        f"{who.page.name} said later",
        words,
        question=meanings.until_when(desk),
        ways=ways,
        free={NOTE},
    )
    if told is None:
        return False
    await who.keep(
        told,
        lambda: coming_in.later(desk, who.id, told.value, park=told.way == PARK, text=told.text),
    )
    return True


async def _someone_else(who: _Caller) -> bool:
    desk, first = who.desk, who.page.first or who.page.name
    words = [f"The new person joins the board, introduced by {first}."]
    ways: list[_Way] = []
    if who.open_stage is not None:
        close = f"Close the interview with {first}"
        ways = [
            (close, CLOSE, "thanks for the name are owed"),
            (f"Go on with {first} as well", NOTE),
        ]
        words += who.with_it() and ["Closing cancels the meeting that is planned."]
    other = Asked("Who", meanings.somebody, placeholder=f"e.g. {EXAMPLE}")
    told = await who.tell(
        f"{who.page.name} sent you to someone else", words, question=other, ways=ways
    )
    if told is None:
        return False
    closes = told.way == CLOSE
    await who.keep(
        told, lambda: coming_in.referred(desk, who.id, told.value, close=closes, text=told.text)[1]
    )
    return True


async def _no(who: _Caller) -> bool:
    desk = who.desk
    within = counted(desk.settings.pipeline.reply_decline_within, "business day")
    words = [
        f"Closed as declined. Thanking them, and asking for another name, is owed within {within}.",
        *who.with_it(),
    ]
    told = await who.tell(f"{who.page.name} said no", words, act="note it and close")
    if told is None:
        return False
    await who.keep(told, lambda: coming_in.no(desk, who.id, text=told.text))
    return True


async def _out_of_office(who: _Caller) -> bool:
    desk = who.desk
    back = Asked(
        "Back on",
        lambda line: meanings.day_ahead(desk, line) if line else Meaning(None, ()),
        placeholder="e.g. monday",
        idle="Empty where they did not say.",
    )
    words = ["What you wait for begins to count when they are back; nothing moves."]
    told = await who.tell(f"{who.page.name} is out of office", words, question=back, label="")
    if told is None:
        return False
    await who.app.do(lambda: coming_in.out_of_office(desk, who.id, told.value))
    return True


async def _call(who: _Caller) -> bool:
    desk = who.desk
    target = touches.next_stage(desk, who.id, touches.Touch(EventKind.CALL))
    moves = "Nothing moves." if target is None else f"They move to {target.label}."
    words = [f"A call settles what waited for an answer. {moves}"]
    told = await who.tell(
        f"A call with {who.page.name}", words, label="Said", placeholder="a line to remember it by"
    )
    if told is None:
        return False
    await who.keep(told, lambda: coming_in.call(desk, who.id, text=told.text))
    return True


async def _met(who: _Caller) -> bool:
    desk = who.desk
    target = touches.next_stage(desk, who.id, touches.Touch(EventKind.MET))
    hours = desk.settings.pipeline.thank_email_hours
    words = [f"Owed then: the debrief and the card today, thanks by e-mail within {hours} hours."]
    ways: list[_Way] = []
    if target is not None:
        ways = [(f"Note it and move to {target.label}", MOVE), ("Only note it", NOTE)]
    over = who.planned
    if over is not None and over.utc > desk.now():
        over = None
    idle = "Empty means just now."
    if over is not None:
        idle = f"Empty means as planned, {scheduling.when_words(over, desk.zone)}."
    when = Asked(
        "When",
        lambda line: meanings.gone_by(desk, line, over),
        placeholder="e.g. yesterday 4pm",
        idle=idle,
    )
    told = await who.tell(
        f"You met {who.page.name}",
        words,
        question=when,
        ways=ways,
        label="Note",
        placeholder="a line to remember it by",
    )
    if told is None:
        return False
    moves = told.way == MOVE
    await who.keep(
        told, lambda: coming_in.met(desk, who.id, move=moves, text=told.text, at=told.value)
    )
    return True


async def _confirmed(who: _Caller) -> bool:
    await who.app.do(lambda: coming_in.confirmed(who.desk, who.id))
    return True


async def _wrote(who: _Caller) -> bool:
    words = ["What you waited for is settled, and an answer is owed. Nothing moves."]
    told = await who.tell(f"{who.page.name} wrote", words)
    if told is None:
        return False
    await who.keep(told, lambda: coming_in.wrote(who.desk, who.id, text=told.text))
    return True


async def _put_in_touch(who: _Caller) -> bool:
    return await made(who.app, who.id)


_FLOWS: dict[str, Callable[[_Caller], Awaitable[bool]]] = {
    "y": _yes,
    "l": _later,
    "a": _someone_else,
    "n": _no,
    "o": _out_of_office,
    "c": _call,
    "m": _met,
    "k": _confirmed,
    "w": _wrote,
    "p": _put_in_touch,
}
