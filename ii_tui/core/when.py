"""A meeting from one line, and its meaning in words before it counts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from ii_tui.core.clock_words import read_time
from ii_tui.core.dates import in_zones, long_day, offset_text, resolve, zone_info
from ii_tui.core.formats import LONGEST, REMOTE, SHORTEST, TREATED
from ii_tui.core.meeting_words import Rest
from ii_tui.core.moment import (
    Moment,
    When,
    nearest_day,
    parse_when,
    read_moment,
    split_words,
)
from ii_tui.core.zones import city
from ii_tui.errors import Usage

__all__ = ["MeetingPlan", "When", "describe", "parse_meeting", "parse_when"]

_NAMES = {
    "coffee": "Coffee", "lunch": "Lunch", "office": "In the office", "video": "Video call",
    "call": "Phone call", None: "Meeting",
}  # fmt: skip
_EXAMPLE = "Write it like thu 10 coffee Corner Cafe treat, or fri 3pm Chicago call."


@dataclass(frozen=True, slots=True)
class MeetingPlan:
    """One meeting as it was typed: naive wall time in `zone`, its instant `utc`, minutes.

    `format` is coffee, lunch, office, video, call or None; `assumed` says in sentences what was
    not written.
    """

    wall: datetime
    zone: str
    fold: int
    utc: datetime
    minutes: int
    format: str | None
    place: str
    treat: bool
    assumed: tuple[str, ...]


def parse_meeting(
    text: str,
    now_local: datetime,
    *,
    zone: str,
    minutes: int = 30,
    fold: int | None = None,
    instead: datetime | None = None,
) -> MeetingPlan:
    """The meeting of one line such as `thu 10 coffee Corner Cafe treat`.

    `zone` is where it takes place unless the line names another; `fold` says which of a repeated
    hour (0 the first), as do "first" and "second" right after the time; `instead` is the naive
    wall time to take for a written one that the clocks skip. Raises Gap, Repeated, and Usage for
    a time that has passed, is missing, or was not understood.
    """
    typed, low = split_words(text)
    if not typed:
        raise Usage("No time was given.", hint=_EXAMPLE)
    found, rest = _take_moment(typed, low, now_local)
    assumed = list(found.assumed)
    if rest.low and rest.low[0][0].isdigit() and read_time(rest.low, 0, bare=False):
        raise Usage(
            f'The line has a time already; I do not understand "{rest.typed[0]}" after it.',
            hint=_EXAMPLE,
            code="when",
        )
    length = rest.minutes()
    named_zone = rest.zone()
    kind, link = _format(rest)
    treat = rest.treat()
    if kind in REMOTE and named_zone is None:
        named_zone = rest.zone_of_call()
        if named_zone:
            assumed.append(f"The time is taken as {city(named_zone)}'s.")
    where = named_zone or zone
    wall, moment_assumed = _wall(found, now_local, where)
    assumed += moment_assumed
    wall = instead or wall
    fold = _which(rest, wall, where, found, fold)
    resolved = resolve(wall, where, fold)
    if named_zone is None and kind not in REMOTE:
        assumed += _city_in_place(rest, where)
    if treat and kind is not None and kind not in TREATED:
        treat = False
        assumed.append("Nothing to treat to there, so the offer is left out.")
    place = " ".join(filter(None, (rest.place(), link)))
    given = found.minutes if length is None else length
    span = minutes if given is None else given
    if not SHORTEST <= span <= LONGEST:
        raise Usage(f"{span} minutes is not the length of a meeting.", hint="Write 30m or 1h.")
    if resolved.utc <= now_local.astimezone(UTC):
        raise Usage(
            f"{long_day(wall.date(), now_local.date())} {wall:%H:%M} has passed.",
            hint="Give a time to come.",
            code="past",
        )
    return MeetingPlan(
        wall, where, resolved.fold, resolved.utc, span, kind, place, treat, tuple(assumed)
    )


def _format(rest: Rest) -> tuple[str | None, str]:
    """The format and the link; a link alone is a video call."""
    link = next((at for at, word in enumerate(rest.low) if "://" in word), None)
    url = "" if link is None else rest.take(link, link + 1).rstrip(",;")
    return rest.format() or ("video" if url else None), url


def _take_moment(typed: list[str], low: list[str], now: datetime) -> tuple[Moment, Rest]:
    """The first complete time of the line, or its day and its time where they stand apart."""
    parts: list[tuple[int, Moment]] = []
    at = 0
    while at < len(low):
        found = read_moment(low, at, now)
        if found.day is not None and found.time is not None:
            return found, Rest(typed[:at] + typed[found.end :], low[:at] + low[found.end :])
        if found.end > at:
            parts.append((at, found))
        at = max(found.end, at + 1)
    day = next((part for part in parts if part[1].day), None)
    hour = next((part for part in parts if part[1].time), None)
    if hour is None:
        if day is None:
            raise Usage(f'I find no time in "{" ".join(typed)[:60]}".', hint=_EXAMPLE)
        raise Usage(f"At what time on {long_day(day[1].day or now.date())}?", hint=_EXAMPLE)
    found = hour[1]
    taken = [hour]
    if day:
        found = replace(found, day=day[1].day, assumed=day[1].assumed + found.assumed)
        taken.append(day)
    gone = {index for at, part in taken for index in range(at, part.end)}
    left = [index for index in range(len(low)) if index not in gone]
    return found, Rest([typed[index] for index in left], [low[index] for index in left])


def _wall(found: Moment, now: datetime, zone: str) -> tuple[datetime, tuple[str, ...]]:
    """The naive wall time in the zone, and what was assumed about its day."""
    if found.instant is not None:
        local = found.instant.astimezone(zone_info(zone))
        return local.replace(tzinfo=None, fold=0, second=0, microsecond=0), ()
    clock = found.time or now.time()
    if found.day is not None:
        return datetime.combine(found.day, clock.replace(fold=0)), ()
    day, assumed = nearest_day(clock, now.astimezone(zone_info(zone)))
    return datetime.combine(day, clock), assumed


def _which(rest: Rest, wall: datetime, zone: str, found: Moment, fold: int | None) -> int | None:
    """Which of a repeated hour: by the offset that was written, by the caller, or by a word."""
    if found.instant is not None:
        return found.instant.astimezone(zone_info(zone)).fold
    first, second = (wall.replace(tzinfo=zone_info(zone), fold=one) for one in (0, 1))
    if first.utcoffset() != second.utcoffset() and rest.low[:1] in (["first"], ["second"]):
        return int(rest.take(0, 1).lower() == "second")
    return fold


def _city_in_place(rest: Rest, zone: str) -> list[str]:
    """What to say when the place names a city of another zone than the one assumed."""
    for at, size, other in rest.cities():
        if other != zone:
            name = " ".join(rest.typed[at : at + size]).strip(",;")
            return [
                f"{name} is read as part of the place and the time as {city(zone)}'s;"
                f" write {other} for the time there."
            ]
    return []


def describe(plan: MeetingPlan, mine_zone: str) -> list[str]:
    """The plan in lines of words; both zones where they differ and nobody travels."""
    zone = zone_info(plan.zone)
    day = f"{long_day(plan.wall.date())} {plan.wall.year}"
    nowhere = plan.format is None and not plan.place
    if plan.zone != mine_zone and (plan.format in REMOTE or nowhere):
        told = in_zones(plan.utc, (plan.zone, mine_zone), offsets=True)
        first = f"{day}: {told.split(' ', 1)[1]}"
    else:
        end = plan.utc + timedelta(minutes=plan.minutes)
        begins = plan.utc.astimezone(zone)
        behind = "" if city(plan.zone).startswith("UTC") else f" ({offset_text(begins)})"
        first = f"{day}, {begins:%H:%M} to {end.astimezone(zone):%H:%M} {city(plan.zone)}{behind}"
    link = "://" in plan.place
    what = _NAMES[plan.format]
    if plan.place and not link:
        what += f"{',' if plan.format in {'office', 'video', 'call'} else ' at'} {plan.place}"
    what += f", {plan.minutes} minutes"
    if plan.treat:
        what += ", your treat"
    return [first, what, *([plan.place] if link else []), *plan.assumed]
