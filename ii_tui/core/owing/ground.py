"""One interview's facts as the rules ask for them: in order, by day, since which sending."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, tzinfo

from ii_tui.core.dates import Calendar, instant_text, local_day, long_day, zone_info
from ii_tui.core.facts import Fact, InterviewFacts, Owed, PipelineNumbers, Settled, Waiting
from ii_tui.core.kinds import TO_INTRODUCER
from ii_tui.core.stages import Answer, EventKind
from ii_tui.lazy import dataclass

HEARD = frozenset({EventKind.RECEIVED, EventKind.CALL, EventKind.MET, EventKind.CONFIRMED})
SPOKEN = frozenset({EventKind.CALL, EventKind.MET})
"""Both sides had the word: nothing is left to answer."""
ASIDE = frozenset({"share", "outcome", "running_late", "invite_text", "decline"})
"""Messages that wait for no answer and are no second try at one."""


@dataclass(frozen=True, slots=True)
class Found:
    """What one rule says: what is ours and what is theirs."""

    tasks: tuple[Owed, ...] = ()
    waiting: Waiting | None = None


@dataclass(frozen=True, slots=True)
class Ground:
    """The facts of one interview, ordered, with the calendar and the zone they are read in."""

    facts: InterviewFacts
    numbers: PipelineNumbers
    calendar: Calendar
    """business days of both sides"""
    zone: tzinfo
    events: tuple[Fact, ...]
    """ordered; a close that was taken back on the same day is left out"""
    episode: tuple[Fact, ...]
    """the events since the close that was last taken back: what was said while it was closed
    belongs to what follows"""
    entry: Fact
    """what brought the interview into its stage; made up from `since` where no event says"""

    @classmethod
    def of(
        cls,
        facts: InterviewFacts,
        numbers: PipelineNumbers,
        mine: Calendar,
        theirs: Calendar,
        zone: str,
    ) -> Ground:
        """The ground of one interview; raises Usage for an unknown zone."""
        wall = zone_info(zone)
        events = _without_undone(sorted(facts.events, key=_order), wall)
        return cls(
            facts=facts,
            numbers=numbers,
            calendar=mine.merged(theirs),
            zone=wall,
            events=events,
            episode=_episode(events),
            entry=_entry(facts, events),
        )

    def day(self, moment: datetime) -> date:
        """The day on my wall."""
        return local_day(moment, self.zone)

    def midnight(self, day: date) -> datetime:
        """The instant at which the day begins on my wall, in UTC."""
        return datetime.combine(day, time.min, self.zone).astimezone(UTC)

    def on(self, moment: datetime | date, near: date | None = None) -> str:
        """A day in words; with its year where `near` lies in another one."""
        day = self.day(moment) if isinstance(moment, datetime) else moment
        return long_day(day, near)

    def within(self, moment: datetime, business_days: int) -> date:
        """The last day of an answer due within so many business days."""
        return self.calendar.roll_forward(self.calendar.add(self.day(moment), business_days))

    def silent(self, base: Fact, business_days: int) -> date:
        """The day on which they have been silent for so long; out of office, they are not."""
        start = self.day(base.at)
        back = self.away_until(base)
        return self.calendar.roll_forward(
            self.calendar.add(start if back is None else max(start, back), business_days)
        )

    def away_until(self, base: Fact) -> date | None:
        """The day they come back, where they said so after `base`, or before and are away still."""
        start, until_base = self.day(base.at), _order(base)

        def still(event: Fact) -> bool:
            if _order(event) > until_base:
                return True
            between = (e for e in following(self.events, event) if _order(e) <= until_base)
            return event.until is not None and event.until > start and heard(between) is None

        return max(
            (
                e.until
                for e in self.events
                if e.answer is Answer.OOO and e.until is not None and still(e)
            ),
            default=None,
        )

    def settled(self, task: Owed) -> Settled | None:
        """How the person settled this task by hand, None where they did not."""
        return next(
            (s for s in self.facts.settled if (s.kind, s.cause) == (task.kind, task.cause)), None
        )

    def after(self, base: Fact) -> tuple[Fact, ...]:
        """The events that follow one."""
        return tuple(event for event in self.events if _order(event) > _order(base))


def heard(events: Iterable[Fact]) -> Fact | None:
    """The last word from them; being out of office is none."""
    return last(e for e in events if e.kind in HEARD and e.answer is not Answer.OOO)


def written(events: Iterable[Fact]) -> tuple[Fact, ...]:
    """What was sent to them, and not to who introduces us."""
    return tuple(
        e for e in events if e.kind is EventKind.SENT and e.message_kind not in TO_INTRODUCER
    )


def tries(events: Iterable[Fact]) -> tuple[Fact, ...]:
    """What was sent to them and waits for an answer."""
    return tuple(e for e in written(events) if e.message_kind not in ASIDE)


def chased(events: Iterable[Fact]) -> bool:
    """Whether a follow-up is among them: there is never a second one."""
    return any(e.message_kind == "follow_up" for e in written(events))


def request(events: Iterable[Fact]) -> Fact | None:
    """The first time among the events that we asked for the conversation."""
    return next((e for e in written(events) if e.message_kind == "meeting_request"), None)


def following(events: Iterable[Fact], base: Fact | None) -> tuple[Fact, ...]:
    """Those of the events that follow one; all where it is None."""
    return tuple(e for e in events if base is None or _order(e) > _order(base))


def last(events: Iterable[Fact]) -> Fact | None:
    """The last of ordered events."""
    found = None
    for event in events:
        found = event
    return found


def _order(event: Fact) -> tuple[datetime, int]:
    return event.at, event.seq


def _without_undone(events: list[Fact], zone: tzinfo) -> tuple[Fact, ...]:
    """A close taken back on the same day was a slip, and restarts no clock."""
    kept: list[Fact] = []
    for event in events:
        if event.kind is EventKind.REVIVED:
            closed = last(e for e in kept if e.kind in {EventKind.CLOSED, EventKind.REVIVED})
            if (
                closed is not None
                and closed.kind is EventKind.CLOSED
                and local_day(closed.at, zone) == local_day(event.at, zone)
            ):
                kept.remove(closed)
                continue
        kept.append(event)
    return tuple(kept)


def _episode(events: tuple[Fact, ...]) -> tuple[Fact, ...]:
    start, closed = 0, 0
    for index, event in enumerate(events):
        if event.kind is EventKind.CLOSED:
            closed = index + 1
        elif event.kind is EventKind.REVIVED:
            start = closed or index
    return events[start:]


def _entry(facts: InterviewFacts, events: tuple[Fact, ...]) -> Fact:
    found = last(
        e
        for e in events
        if e.stage_to is facts.stage or e.kind in {EventKind.OPENED, EventKind.REVIVED}
    )
    if found is not None:
        return found
    name = f"{facts.uid}:{facts.stage}:{instant_text(facts.since)}"
    return Fact(uid=name, at=facts.since, seq=-1, kind=EventKind.MOVED, stage_to=facts.stage)
