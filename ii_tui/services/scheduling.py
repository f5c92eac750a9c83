"""Meetings: read from one line, shown with their meaning, made, moved, cancelled, listed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from ii_tui.core.dates import short_day
from ii_tui.core.formats import LONGEST, REMOTE, TREATED
from ii_tui.core.models import MeetingRow, PersonPage
from ii_tui.core.stages import EventKind, Stage
from ii_tui.core.text import clean
from ii_tui.core.when import MeetingPlan, parse_meeting, parse_when
from ii_tui.core.when import describe as describe
from ii_tui.core.zones import city, in_zones, resolve, zone_info, zone_named
from ii_tui.errors import Nothing, Stale, Usage
from ii_tui.services import people
from ii_tui.services.desk import Desk
from ii_tui.services.seen import Seen
from ii_tui.store import meetings
from ii_tui.store.rows import change_row
from ii_tui.store.tables import Meeting


@dataclass(frozen=True, slots=True)
class Preview:
    """A meeting that is not made yet: what the line means, in sentences."""

    plan: MeetingPlan
    lines: tuple[str, ...]
    moves: MeetingRow | None
    """the meeting that would be moved"""


def preview(
    desk: Desk,
    page: PersonPage,
    line: str,
    *,
    zone: str = "",
    fold: int | None = None,
    instead: datetime | None = None,
) -> Preview:
    """What one line means for a meeting with this person; nothing is changed.

    The place's zone is `zone`, else one named in the line, else the person's own where known,
    else mine. `instead` is the wall time to take for one that the clocks skip. Raises Usage (also
    Gap, Repeated) that says what is not clear.
    """
    standing = page.planned
    here = zone or (standing.zone if standing else "") or page.zone or desk.zone
    usual = 30 if standing is None else standing.minutes
    plan = parse_meeting(
        line, desk.local(desk.now()), zone=here, minutes=usual, fold=fold, instead=instead
    )
    if standing is not None:
        # A move names what changes; what it does not name stays.
        plan = replace(
            plan,
            format=plan.format or standing.format,
            place=plan.place or (standing.place if plan.format is None else ""),
            treat=plan.treat or (standing.treat if plan.format is None else False),
        )
    lines = [*describe(plan, desk.zone), *_around(desk, page, plan)]
    if standing is not None:
        lines.insert(0, f"Moves the meeting of {when_words(standing, desk.zone)}.")
    return Preview(plan, tuple(lines), standing)


def plan(
    desk: Desk,
    person_id: int,
    *,
    at: str = "",
    zone: str = "",
    minutes: int | None = None,
    kind: str | None = None,
    place: str | None = None,
    treat: bool | None = None,
    fold: int | None = None,
) -> MeetingPlan:
    """A meeting from its parts, for the command line; parts not given stay as they are planned.

    Raises Usage without a time where none is planned, for a time that has passed, and as
    `resolve` does (Gap, Repeated).
    """
    page = people.page(desk, person_id)
    standing = page.planned
    if not at and standing is None:
        raise Usage("When?", hint='Say it with --at "2026-12-01 14:00" or --at "thu 10".')
    named = zone_named(zone) if zone else ""
    where = named or (standing.zone if standing else "") or page.zone or desk.zone
    if at:
        read = parse_when(at, desk.now().astimezone(zone_info(where)))
        if read.time is None and read.instant is None:
            raise Usage(f"{at!r} has no time of day.", hint='Write it like "thu 10:00".')
        wall = read.wall()
        if read.instant is not None:
            there = read.instant.astimezone(zone_info(where))
            # Its offset says which of a repeated hour is meant.
            wall, fold = there.replace(tzinfo=None, fold=0), there.fold
    elif standing is not None:
        wall, fold = standing.wall, standing.fold if fold is None else fold
    resolved = resolve(wall, where, fold)
    if resolved.utc <= desk.now():
        raise Usage(f"{wall:%Y-%m-%d %H:%M} has passed.", hint="Give a time to come.")
    was = standing
    assumed: list[str] = []
    chosen = kind or (was.format if was else None)
    if chosen is None:
        chosen = "coffee"
        assumed.append("Taken as a coffee, for no format was named.")
    pays = treat if treat is not None else bool(was and was.treat and kind in {None, was.format})
    if pays and chosen not in TREATED:
        assumed.append("Nothing to treat to there, so the offer is left out.")
    return MeetingPlan(
        wall=wall,
        zone=where,
        fold=resolved.fold,
        utc=resolved.utc,
        minutes=minutes or (was.minutes if was else 30),
        format=chosen,
        place=clean(place, newlines=False) if place is not None else (was.place if was else ""),
        treat=pays and chosen in TREATED,
        assumed=tuple(assumed),
    )


def _around(desk: Desk, page: PersonPage, plan: MeetingPlan) -> list[str]:
    """What stands too near: another meeting then, a day that is not worked here or there."""
    standing = page.planned
    begin, end = plan.utc, plan.utc + timedelta(minutes=plan.minutes)
    with desk.reading() as db:
        others = meetings.coming(db, begin - timedelta(minutes=LONGEST))
    clashes = [
        f"You meet {m.person} at {desk.local(m.utc):%H:%M} then."
        for m in others
        if (standing is None or m.id != standing.id) and m.utc < end and m.ends > begin
    ]
    mine, theirs = desk.calendars(page.country, page.zone)
    if plan.wall.date() in mine.holidays:
        clashes.append("That is a holiday.")
    elif plan.wall.date() in theirs.holidays:
        clashes.append("That is a holiday for them.")
    elif plan.wall.weekday() in mine.weekend:
        clashes.append("That is on the weekend.")
    return clashes


def look_up_days(desk: Desk, page: PersonPage) -> None:
    """Reads the holidays that a preview tells of; for the writer thread, before a line is typed."""
    desk.calendars(page.country, page.zone)


def meet(
    desk: Desk, person_id: int, plan: MeetingPlan, *, seen: Seen[MeetingRow | None] | None = None
) -> tuple[int, str]:
    """Makes the meeting, or moves the planned one; the interview moves to scheduled by the fact.

    Returns (meeting id, what happened in words). Raises Stale when another meeting stands than was
    `seen`.
    """
    with desk.act("Meeting") as act:
        name = act.name_of(person_id)
        _as_seen(seen, meetings.standing(act.db, person_id))
        interview = act.interview(person_id)
        if interview.stage.position >= Stage.HELD.position:
            # Someone who was met before: this is a new conversation.
            interview = act.open(person_id)
        standing = meetings.standing(act.db, person_id)
        if standing and standing.interview_id != interview.id and standing.utc > act.now:
            # It was planned in the one before, and is what the new one is about.
            change_row(act.db, Meeting, standing.id, interview=interview.id)
            if standing.interview_id is not None:
                act.touch_interview(standing.interview_id)
            standing = meetings.standing(act.db, person_id)
        values = {
            "zone": plan.zone,
            "fold": plan.fold,
            "minutes": plan.minutes,
            "format": plan.format or "coffee",
            "place": plan.place,
            "treat": int(plan.treat),
        }
        if standing is None or standing.interview_id != interview.id:
            kind = EventKind.MEETING_MADE
            meeting_id = meetings.add(
                act.db, person_id, act.now, plan.utc, plan.wall, interview=interview.id, **values
            )
        else:
            kind = EventKind.MEETING_MOVED
            meeting_id = standing.id
            meetings.change(act.db, meeting_id, act.now, utc=plan.utc, wall=plan.wall, **values)
        if interview.stage is Stage.CONFIRMED and (standing is None or standing.utc != plan.utc):
            # What was confirmed was the old time.
            interview = act.move(interview, Stage.SCHEDULED)
        act.event(
            person_id,
            kind,
            interview_id=interview.id,
            meeting=meeting_id,
            text=f"{plan.wall:%Y-%m-%d %H:%M} {plan.zone}",
        )
        after = act.advance(interview, kind)
        verb = "Meeting with" if kind is EventKind.MEETING_MADE else "Moved the meeting with"
        act.name = f"{verb} {name}: {short_day(plan.wall.date(), desk.today())} {plan.wall:%H:%M}"
        if desk.local(plan.utc).replace(tzinfo=None) != plan.wall:
            act.name += f" {city(plan.zone)}"
        if after.stage is not interview.stage:
            act.name += f", moved to {after.stage.label}"
        return meeting_id, act.name


def _as_seen(seen: Seen[MeetingRow | None] | None, standing: MeetingRow | None) -> None:
    """Raises Stale when what stands is not what was seen; whether an invite went out is nothing."""
    if seen is None:
        return

    def shown(one: MeetingRow | None) -> tuple[object, ...]:
        if one is None:
            return ()
        return one.id, one.utc, one.wall, one.zone, one.minutes, one.format, one.place, one.treat

    if shown(seen.value) != shown(standing):
        raise Stale("The meeting was changed elsewhere while you wrote.")


def cancel(
    desk: Desk, person_id: int, *, seen: Seen[MeetingRow | None] | None = None
) -> tuple[int, str]:
    """Cancels the planned meeting; a new time is owed. Returns (meeting id, what happened).

    Raises Stale when another meeting stands than was `seen`.
    """
    with desk.act("Cancelled") as act:
        name = act.name_of(person_id)
        standing = meetings.standing(act.db, person_id)
        if standing is None:
            raise Nothing(f"No meeting with {name} is planned.")
        _as_seen(seen, standing)
        meetings.change(act.db, standing.id, act.now, state="cancelled")
        act.event(
            person_id,
            EventKind.MEETING_CANCELLED,
            interview_id=standing.interview_id,
            meeting=standing.id,
        )
        act.name = f"Cancelled the meeting with {name}"
        return standing.id, act.name


def invite_handed_over(desk: Desk, meeting_id: int) -> str:
    """Keeps that the invite for the time that stands now has gone out."""
    with desk.act("Invite") as act:
        meeting = meetings.one(act.db, meeting_id)
        if meeting is None:
            raise Nothing("That meeting is not there any more.")
        meetings.change(
            act.db, meeting_id, act.now, invite_sequence=meeting.sequence, invite_at=None
        )
        if meeting.interview_id is not None:
            act.touch_interview(meeting.interview_id)
        act.name = f"Sent the invite to {meeting.person}"
        return act.name


@dataclass(frozen=True, slots=True)
class Meetings:
    """Coming and past meetings."""

    coming: tuple[MeetingRow, ...]
    past: tuple[MeetingRow, ...]
    answered: frozenset[int] = frozenset()
    """ids of those of which they said that the time stands"""
    reminded: frozenset[int] = frozenset()
    """ids of those whose confirmation has gone out"""

    def state(self, meeting: MeetingRow) -> str:
        """How it stands: planned, reminded or answered; once over held, cancelled or no_show.

        "unsaid" is one that is over and of which nobody has said yet whether it took place.
        """
        if meeting.state != "planned":
            return meeting.state
        if meeting not in self.coming:
            return "unsaid"
        if meeting.id in self.answered:
            return "answered"
        return "reminded" if meeting.id in self.reminded else "planned"


def all_meetings(desk: Desk) -> Meetings:
    """What the Meetings place shows."""
    now = desk.now()
    with desk.reading() as db:
        # One that has begun may still be going on.
        edge = now - timedelta(minutes=LONGEST)
        begun = meetings.coming(db, edge)
        over = [meeting for meeting in begun if meeting.ends <= now] + meetings.past(db, edge)
        return Meetings(
            tuple(meeting for meeting in begun if meeting.ends > now),
            tuple(sorted(over, key=lambda meeting: meeting.utc, reverse=True)),
            meetings.answered(db),
            meetings.reminded(db),
        )


def one(desk: Desk, meeting_id: int) -> MeetingRow:
    """One meeting; raises Nothing when it is not there."""
    with desk.reading() as db:
        found = meetings.one(db, meeting_id)
    if found is None:
        raise Nothing("That meeting is not there any more.")
    return found


def when_words(meeting: MeetingRow, mine: str) -> str:
    """The time in words; both zones where they differ and nobody travels."""
    if meeting.format in REMOTE and meeting.zone != mine:
        return in_zones(meeting.utc, (meeting.zone, mine))
    return f"{short_day(meeting.wall.date())} {meeting.wall:%H:%M}"


def where_words(meeting: MeetingRow) -> str:
    """Format, place and who treats, in words."""
    parts = [meeting.format, meeting.place]
    if meeting.treat:
        parts.append("your treat")
    return ", ".join(part for part in parts if part)
