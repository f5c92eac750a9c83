"""Words for a time against the calendar: any day to say them on, and what is meant by them."""

from __future__ import annotations

import calendar
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from ii_tui.core.dates import DAYS, MONTHS
from ii_tui.core.when import parse_when
from tests.core.histories import ZONES

many = settings(max_examples=100)
NOWS = st.builds(
    lambda moment, zone: moment.replace(tzinfo=UTC).astimezone(ZoneInfo(zone)),
    st.datetimes(datetime(2020, 1, 1), datetime(2090, 1, 1)),
    st.sampled_from(ZONES),
)
WEEKDAY = st.integers(0, 6)
COUNT = st.integers(2, 60)
_NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def spellings(name: str) -> list[str]:
    return [name, name.lower(), name[:3], name[:3].upper(), f"{name[:3].lower()},"]


def days_from(now: datetime, day: date) -> int:
    return (day - now.date()).days


def month_later(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


@many
@given(NOWS, WEEKDAY, st.integers(0, 4))
def test_a_weekday_is_the_next_one_and_of_the_past_the_last(
    now: datetime, weekday: int, spelling: int
) -> None:
    word = spellings(DAYS[weekday])[spelling]
    ahead = parse_when(word, now)
    assert ahead.day.weekday() == weekday
    assert 1 <= days_from(now, ahead.day) <= 7
    behind = parse_when(word, now, past=True)
    assert behind.day.weekday() == weekday
    assert -6 <= days_from(now, behind.day) <= 0


@many
@given(NOWS, WEEKDAY)
def test_next_last_and_this(now: datetime, weekday: int) -> None:
    name = DAYS[weekday].lower()
    monday = now.date() - timedelta(days=now.weekday())
    assert parse_when(f"next {name}", now).day == monday + timedelta(days=7 + weekday)
    last = parse_when(f"last {name}", now).day
    assert last.weekday() == weekday
    assert -7 <= days_from(now, last) <= -1
    this = parse_when(f"this {name}", now).day
    assert this.weekday() == weekday
    assert 0 <= days_from(now, this) <= 6
    assert parse_when("next week", now).day == monday + timedelta(days=7)
    assert parse_when("next month", now).day == month_later(now.date().replace(day=1), 1)


@many
@given(NOWS, COUNT)
def test_distances(now: datetime, n: int) -> None:
    today = now.date()
    for words, day in (
        (f"in {n} days", today + timedelta(days=n)),
        (f"{n}d", today + timedelta(days=n)),
        (f"{n} days ago", today - timedelta(days=n)),
        (f"in {n} weeks", today + timedelta(weeks=n)),
        (f"{n}w", today + timedelta(weeks=n)),
        (f"{n} weeks ago", today - timedelta(weeks=n)),
        (f"in {n} months", month_later(today, n)),
        ("in a week", today + timedelta(weeks=1)),
        ("in a day", today + timedelta(days=1)),
        ("in a month", month_later(today, 1)),
        ("today", today),
        ("tomorrow", today + timedelta(days=1)),
        ("yesterday", today - timedelta(days=1)),
    ):
        found = parse_when(words, now)
        assert (found.day, found.time) == (day, None), words
    if n <= 10:
        word = _NUMBERS[n - 2]
        assert parse_when(f"in {word} weeks", now).day == today + timedelta(weeks=n)


@many
@given(NOWS, st.integers(1, 300), st.sampled_from(["hours", "minutes"]))
def test_hours_and_minutes_are_elapsed(now: datetime, n: int, unit: str) -> None:
    span = timedelta(**{unit: n})
    ahead = parse_when(f"in {n} {unit}", now)
    behind = parse_when(f"{n} {unit} ago", now)
    assert ahead.instant is not None
    assert behind.instant is not None
    assert abs(ahead.instant - (now.astimezone(UTC) + span)) < timedelta(minutes=1)
    assert abs(behind.instant - (now.astimezone(UTC) - span)) < timedelta(minutes=1)
    for found in (ahead, behind):
        assert found.instant is not None
        wall = found.instant.astimezone(now.tzinfo)
        assert (found.day, found.time) == (
            wall.date(),
            wall.time().replace(second=0, microsecond=0),
        )


@many
@given(NOWS, st.dates(date(2024, 1, 1), date(2024, 12, 31)))
def test_a_day_of_the_year_is_the_next_one_and_of_the_past_the_last(
    now: datetime, day: date
) -> None:
    """29 February is that of the next year which has one."""
    month = MONTHS[day.month - 1]
    for words in (f"{day.day} {month}", f"{day.day} {month[:3].lower()}", f"{month} {day.day}"):
        ahead = parse_when(words, now).day
        behind = parse_when(words, now, past=True).day
        for found in (ahead, behind):
            assert (found.month, found.day) == (day.month, day.day)
        assert behind <= now.date() <= ahead
        between = [y for y in range(behind.year, ahead.year + 1) if _exists(y, day)]
        assert between in ([behind.year, ahead.year], [ahead.year])


def _exists(year: int, day: date) -> bool:
    return (day.month, day.day) != (2, 29) or calendar.isleap(year)


@many
@given(NOWS, st.integers(1, 31))
def test_a_day_of_the_month_is_the_next_that_there_is(now: datetime, number: int) -> None:
    end = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}.get(number, "th")
    found = parse_when(f"the {number}{end}", now).day
    assert found.day == number
    assert found >= now.date()
    skipped = {now.date() + timedelta(days=n) for n in range((found - now.date()).days)}
    assert all(day.day != number for day in skipped)


@many
@given(NOWS, st.times())
def test_a_time_alone_is_the_next_and_of_the_past_the_last(now: datetime, clock: time) -> None:
    clock = clock.replace(second=0, microsecond=0)
    words = f"{clock:%H:%M}"
    if 1 <= clock.hour <= 6:
        words = f"{clock.hour}:{clock:%M}am"
    ahead = parse_when(words, now)
    assert ahead.time == clock
    assert datetime.combine(ahead.day, clock) >= now.replace(tzinfo=None, second=0, microsecond=0)
    assert 0 <= days_from(now, ahead.day) <= 1
    behind = parse_when(words, now, past=True)
    assert datetime.combine(behind.day, clock) <= now.replace(tzinfo=None)
    assert -1 <= days_from(now, behind.day) <= 0


@many
@given(NOWS, st.integers(1, 12), st.sampled_from(["am", "pm", " am", " pm", "AM", " p.m."]))
def test_twelve_hours_twice_a_day(now: datetime, hour: int, half: str) -> None:
    found = parse_when(f"tomorrow {hour}{half}", now)
    assert found.day == now.date() + timedelta(days=1)
    assert found.time == time(hour % 12 + (12 if "p" in half.lower() else 0))
    assert parse_when("tomorrow noon", now).time == time(12)
    assert parse_when(f"{hour}{half} tomorrow", now) == found


@many
@given(NOWS, WEEKDAY, st.times())
def test_a_day_and_a_time_in_either_order(now: datetime, weekday: int, clock: time) -> None:
    clock = clock.replace(second=0, microsecond=0)
    day, at = DAYS[weekday][:3].lower(), f"{clock:%H:%M}"
    found = parse_when(f"{day} {at}", now)
    assert found.time == clock
    assert found.day.weekday() == weekday
    for words in (f"{at} {day}", f"{day} at {at}", f"on {day} at {at}"):
        assert (parse_when(words, now).day, parse_when(words, now).time) == (found.day, clock)
