"""Days and instants: business days, eight weeks, and how a date is told to a person."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field
from datetime import UTC, date, datetime, timedelta, tzinfo

from ii_tui.core.zones import (
    Gap,
    Repeated,
    Resolved,
    city,
    find_zone,
    in_zones,
    offset_text,
    resolve,
    zone_info,
    zone_named,
)
from ii_tui.errors import Usage
from ii_tui.lazy import dataclass

__all__ = [
    "DAYS",
    "MONTHS",
    "Calendar",
    "Gap",
    "Repeated",
    "Resolved",
    "age_text",
    "check_in_day",
    "city",
    "confirm_day",
    "find_zone",
    "in_zones",
    "instant_text",
    "local_day",
    "long_day",
    "offset_text",
    "parse_instant",
    "relative_day",
    "resolve",
    "short_day",
    "zone_info",
    "zone_named",
]

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

YEARS = range(1900, 3000)
"""Far enough from both ends of the calendar that no reckoning runs over them."""

_DAY = timedelta(days=1)


def instant_text(moment: datetime) -> str:
    """An aware time as the database holds it: `YYYY-MM-DDTHH:MM:SS.ffffffZ`, in UTC."""
    if moment.tzinfo is None:
        raise ValueError("an instant needs an offset")
    text = moment.astimezone(UTC).isoformat(timespec="microseconds")
    return text.removesuffix("+00:00") + "Z"


def parse_instant(text: str) -> datetime:
    """The aware UTC time of an ISO 8601 text with an offset or Z; raises Usage for any other."""
    try:
        moment = datetime.fromisoformat(text)
        if moment.tzinfo is not None:
            return moment.astimezone(UTC)
    except (ValueError, OverflowError):
        pass  # told below, in the same words as a missing offset
    raise Usage(
        f"{text!r} is not an instant.", hint="Write it like 2026-11-24T09:00:00Z, with an offset."
    )


@dataclass(frozen=True, slots=True)
class Calendar:
    """Which days are business days: `weekend` holds weekdays from Monday 0, `holidays` days."""

    weekend: frozenset[int] = frozenset({5, 6})
    holidays: frozenset[date] = field(default_factory=frozenset)

    def __post_init__(self) -> None:
        if self.weekend >= frozenset(range(7)):
            raise Usage("The weekend takes all seven days.", hint="Leave one day of work.")

    def merged(self, other: Calendar | Iterable[date]) -> Calendar:
        """Mine with the other side's holidays as well; the weekend stays mine."""
        more = other.holidays if isinstance(other, Calendar) else frozenset(other)
        return Calendar(self.weekend, self.holidays | more)

    def is_business(self, day: date) -> bool:
        """Whether the day is neither weekend nor holiday."""
        return day.weekday() not in self.weekend and day not in self.holidays

    def roll_forward(self, day: date) -> date:
        """The day itself, or the next business day."""
        while not self.is_business(day):
            day += _DAY
        return day

    def roll_back(self, day: date) -> date:
        """The day itself, or the last business day before it."""
        while not self.is_business(day):
            day -= _DAY
        return day

    def add(self, day: date, n: int) -> date:
        """The `n`th business day after `day`, which is left out itself; 0 is the day itself."""
        if n < 0:
            return self.subtract(day, -n)
        for _ in range(n):
            day = self.roll_forward(day + _DAY)
        return day

    def subtract(self, day: date, n: int) -> date:
        """The `n`th business day before `day`, which is left out itself; 0 is the day itself."""
        if n < 0:
            return self.add(day, -n)
        for _ in range(n):
            day = self.roll_back(day - _DAY)
        return day

    def between(self, start: date, end: date) -> int:
        """Business days after `start` up to and with `end`; negative where `end` is earlier.

        For a business day `end`, `add(start, between(start, end))` is `end`.
        """
        if end < start:
            return -self.between(end, start)
        weeks, rest = divmod((end - start).days, 7)
        count = weeks * (7 - len(self.weekend))
        count += sum((end.weekday() - back) % 7 not in self.weekend for back in range(rest))
        off = sum(start < day <= end and day.weekday() not in self.weekend for day in self.holidays)
        return count - off


def check_in_day(day: date, days: int = 56) -> date:
    """The day `days` calendar days later: eight weeks on the wall, whatever the clocks do."""
    return day + timedelta(days=days)


def confirm_day(meeting_day: date, calendar: Calendar) -> tuple[date, bool]:
    """The business day before a meeting, and whether that is over 48 hours early."""
    day = calendar.roll_back(meeting_day - _DAY)
    return day, (meeting_day - day).days > 2


def local_day(instant: datetime, zone: str | tzinfo) -> date:
    """The day that an aware time falls on in a zone."""
    return instant.astimezone(zone_info(zone) if isinstance(zone, str) else zone).date()


def long_day(day: date, today: date | None = None) -> str:
    """ "Tuesday 24 November"; with its year where `today` is given and in another one."""
    text = f"{DAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"
    return text if today is None or today.year == day.year else f"{text} {day.year}"


def short_day(day: date, today: date | None = None) -> str:
    """ "Mon 2 Mar"; with its year where `today` is given and in another one."""
    text = f"{DAYS[day.weekday()][:3]} {day.day} {MONTHS[day.month - 1][:3]}"
    return text if today is None or today.year == day.year else f"{text} {day.year}"


_NEAR = 13
"""days up to which a distance says more than a date"""


def relative_day(day: date, today: date) -> str:
    """A day as one would say it today: "tomorrow", "Friday 27", "in 4 days", "Mon 2 Mar".

    Working days to come in this week go by their name; up to 13 days off by the distance;
    farther ones by their date, those of another year with it ("2 Mar 2027").
    """
    ahead = (day - today).days
    if ahead in (-1, 0, 1):
        return ("yesterday", "today", "tomorrow")[ahead + 1]
    if 1 < ahead <= _NEAR:
        if today.weekday() + ahead < 5:
            return f"{DAYS[day.weekday()]} {day.day}"
        return f"in {ahead} days"
    if -_NEAR <= ahead < -1:
        return f"{-ahead} days ago"
    words = short_day(day)
    # No weekday where the year stands: the widest of them fits the column of a list.
    return words if day.year == today.year else f"{words.partition(' ')[2]} {day.year}"


def since_day(day: date, today: date) -> str:
    """Since when, or for how long: "since yesterday", "for 7 days", "since Mon 2 Mar"."""
    words = relative_day(day, today)
    return f"for {words.removesuffix(' ago')}" if words.endswith(" ago") else f"since {words}"


def age_text(then: datetime, now: datetime) -> str:
    """How long ago, for a card: "now", "3h", "2d", "5w", "2y".

    Both are aware; days turn at midnight in the zone of `now`, what lies ahead is "now".
    """
    days = (now.date() - then.astimezone(now.tzinfo).date()).days
    if days <= 0:
        hours = int((now - then).total_seconds() // 3600)
        return f"{hours}h" if hours > 0 else "now"
    if days <= _NEAR:
        return f"{days}d"
    weeks = days // 7
    return f"{weeks}w" if weeks < 104 else f"{days // 365}y"
