"""A moment as a person types it, read into a day and a time; what is unclear is asked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from datetime import time as clock_time

from ii_tui.core.clock_words import read_time
from ii_tui.core.dates import YEARS
from ii_tui.core.day_words import amount, read_day
from ii_tui.core.text import clean, cut
from ii_tui.errors import Usage

EXAMPLES = "Write it like tomorrow 9am, fri, thu 10:30, 12 march, in 2 weeks or 2026-12-01 14:00."

MORNING = clock_time(9)
"""when a day without a time begins"""

_FILLERS = frozenset({"at", "on", "@", "from"})
_INSTANT = re.compile(
    r"\d{4}-\d{2}-\d{2}[t ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?(?:z|[+-]\d{2}:?\d{2})"
)
_LOCAL = re.compile(r"(\d{4}-\d{2}-\d{2})t(\d{2}:\d{2}(?::\d{2})?)(?:\.\d{1,6})?")
_CLOCK_UNITS = {
    "minute": 1, "minutes": 1, "min": 1, "mins": 1, "hour": 60, "hours": 60, "hr": 60, "hrs": 60,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class When:
    """A day, and the time of day where one was given, in the person's zone.

    `instant` (aware) is set where the words named one: with an offset, or "in 2 hours". `assumed`
    says in sentences what was not written.
    """

    day: date
    time: clock_time | None = None
    instant: datetime | None = None
    assumed: tuple[str, ...] = ()

    def wall(self, default: clock_time = MORNING) -> datetime:
        """The naive wall time, at `default` where no time was given."""
        return datetime.combine(self.day, self.time or default)


@dataclass(frozen=True, slots=True)
class Moment:
    """What the words from some place up to `end` say of a day, a time and a length."""

    end: int
    day: date | None = None
    time: clock_time | None = None
    minutes: int | None = None
    instant: datetime | None = None
    assumed: tuple[str, ...] = ()


def split_words(text: str) -> tuple[list[str], list[str]]:
    """The words as typed, and as the grammar reads them: lower case, no commas at the end."""
    words = clean(text, newlines=False).split()
    return words, [word.lower().rstrip(",;") if len(word) > 1 else word.lower() for word in words]


def read_moment(words: list[str], at: int, now: datetime, *, past: bool = False) -> Moment:
    """What `words[at:]` (lower case) begins with; where it is no time, `end` is `at`.

    Raises Usage for what reads like a time and cannot be one, or lies too far away.
    """
    found = _read_moment(words, at, now, past=past)
    if found.day is not None and found.day.year not in YEARS:
        raise Usage("That is too far away for a calendar.")
    return found


def _read_moment(words: list[str], at: int, now: datetime, *, past: bool) -> Moment:
    instant = _read_instant(words, at, now)
    if instant:
        return instant
    local = _LOCAL.fullmatch(words[at]) if at < len(words) else None
    if local:
        words = [*words[:at], *local.groups(), *words[at + 1 :]]
        found = _read_moment(words, at, now, past=past)
        return Moment(found.end - 1, found.day, found.time, None, None, found.assumed)
    end, iso = at, False
    day: date | None = None
    clock: clock_time | None = None
    minutes: int | None = None
    assumed: tuple[str, ...] = ()
    while end < len(words) and (day is None or clock is None):
        filler = words[end] in _FILLERS
        start = end + filler
        told = None if day else read_day(words, start, now.date(), past=past)
        if told:
            day, end, iso = told.day, told.end, told.iso
            assumed += told.assumed
            continue
        bare = day is not None or filler
        hour = None if clock else read_time(words, start, bare=bare, as_written=iso)
        if hour is None:
            break
        clock, end, minutes = hour.time, hour.end, hour.minutes
        assumed += hour.assumed
    return Moment(end, day, clock, minutes, None, assumed)


def _read_instant(words: list[str], at: int, now: datetime) -> Moment | None:
    """ "now", "in 2 hours", "20 minutes ago", and ISO 8601 with an offset."""
    word = words[at] if at < len(words) else ""
    if word == "now":
        return _moment(now, at + 1, now)
    for size in (1, 2):
        text = " ".join(words[at : at + size])
        if _INSTANT.fullmatch(text):
            try:
                moment = datetime.fromisoformat(text.upper()).astimezone(UTC)
            except (ValueError, OverflowError):
                raise Usage(f"{text} is not a time.", hint=EXAMPLES) from None
            return _moment(moment, at + size, now)
    start = at + (word == "in")
    count = amount(words[start]) if start < len(words) else None
    scale = _CLOCK_UNITS.get(words[start + 1]) if start + 1 < len(words) else None
    if count is None or scale is None:
        return None
    ago = words[start + 2 : start + 3] == ["ago"]
    if start == at and not ago:
        return None  # "45 minutes" alone is a length
    span = timedelta(minutes=-count * scale if ago else count * scale)
    try:
        return _moment(now.astimezone(UTC) + span, start + 2 + ago, now)
    except OverflowError:
        raise Usage("That is too far away for a calendar.") from None


def _moment(instant: datetime, end: int, now: datetime) -> Moment:
    local = instant.astimezone(now.tzinfo)
    clock = local.time().replace(second=0, microsecond=0)
    return Moment(end, local.date(), clock, None, instant)


def parse_when(text: str, now_local: datetime, *, past: bool = False) -> When:
    """The day, and the time where there is one, of words such as "tomorrow 9am" or "in 2 weeks".

    `now_local` is aware, in the person's zone. `past` is for what has happened: "fri" is then the
    last one. A time alone is the next one (the last one). Raises Usage that names the words that
    were not understood.
    """
    typed, words = split_words(text)
    if not typed:
        raise Usage("No time was given.", hint=EXAMPLES)
    found = read_moment(words, 0, now_local, past=past)
    if found.end < len(words):
        raise not_understood(typed[found.end :], text)
    if found.minutes is not None:
        raise Usage("One time is wanted here, not a span.", hint=EXAMPLES)
    if found.day is None:
        return _time_alone(found, now_local, past=past)
    return When(found.day, found.time, found.instant, found.assumed)


def _time_alone(found: Moment, now: datetime, *, past: bool) -> When:
    day, assumed = nearest_day(found.time or now.time(), now, past=past)
    return When(day, found.time, None, found.assumed + assumed)


def nearest_day(
    clock: clock_time, now: datetime, *, past: bool = False
) -> tuple[date, tuple[str, ...]]:
    """The day that a time without one is on, and the sentence where that is not today."""
    today, day = now.date(), timedelta(days=1)
    if past and clock > now.time():
        return today - day, (f"{clock:%H:%M} is still to come today, so this is yesterday.",)
    if not past and clock <= now.time():
        return today + day, (f"{clock:%H:%M} has passed today, so this is tomorrow.",)
    return today, ()


def not_understood(rest: list[str], text: str) -> Usage:
    """The error that names the words nobody could read."""
    bit = cut(" ".join(rest), 40)
    whole = cut(clean(text, newlines=False), 60)
    where = f' in "{whole}"' if whole != bit else ""
    return Usage(f'I do not understand "{bit}"{where}.', hint=EXAMPLES, code="when")
