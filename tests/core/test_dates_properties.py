"""What holds of days for any calendar, any zone and any day."""

from __future__ import annotations

import functools
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from ii_tui.core.dates import (
    Calendar,
    Gap,
    Repeated,
    age_text,
    check_in_day,
    confirm_day,
    local_day,
    long_day,
    relative_day,
    resolve,
    short_day,
)
from tests.core.histories import CALENDARS, DAYS, ZONE

DAY = timedelta(days=1)
INSTANTS = st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC))


@functools.cache
def _changes() -> list[tuple[date, str]]:
    """The days of ten years on which a zone's clocks change."""
    found = []
    for zone in ("America/Chicago", "Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe"):
        noon = datetime(2025, 1, 1, 12, tzinfo=ZoneInfo(zone))
        for _ in range(3652):
            later = noon + DAY
            if later.utcoffset() != noon.utcoffset():
                found.append((later.date(), zone))
            noon = later
    return found


CHANGES = st.deferred(lambda: st.sampled_from(_changes()))


def span(first: date, last: date) -> list[date]:
    """The days after `first` up to and with `last`."""
    return [first + DAY * n for n in range(1, (last - first).days + 1)]


@given(CALENDARS, CALENDARS, DAYS)
def test_a_day_is_worked_where_it_is_free_for_neither(
    mine: Calendar, theirs: Calendar, day: date
) -> None:
    free = day in mine.holidays or day in theirs.holidays or day.weekday() in mine.weekend
    assert mine.merged(theirs).is_business(day) is not free
    assert mine.merged(theirs.holidays) == mine.merged(theirs)
    assert mine.merged(mine) == mine


@given(CALENDARS, DAYS, st.integers(1, 40))
def test_the_nth_business_day_is_the_first_that_has_n_behind_it(
    calendar: Calendar, sent: date, n: int
) -> None:
    due = calendar.add(sent, n)
    worked = [day for day in span(sent, due) if calendar.is_business(day)]
    assert len(worked) == n
    assert worked[-1] == due
    assert calendar.add(sent, n + 1) > due
    assert calendar.add(sent, n - 1) < due


@given(CALENDARS, DAYS)
def test_a_confirmation_is_on_the_last_business_day_before(
    calendar: Calendar, meeting: date
) -> None:
    day, early = confirm_day(meeting, calendar)
    assert day < meeting
    assert calendar.is_business(day)
    assert not any(calendar.is_business(between) for between in span(day, meeting - DAY))
    assert early is (meeting - day > 2 * DAY)


@given(CALENDARS, DAYS)
def test_rolling_takes_the_nearest_business_day(calendar: Calendar, day: date) -> None:
    later, earlier = calendar.roll_forward(day), calendar.roll_back(day)
    assert earlier <= day <= later
    assert calendar.is_business(earlier)
    assert calendar.is_business(later)
    between = [one for one in span(earlier, later - DAY) if calendar.is_business(one)]
    assert between in ([], [day])


@given(INSTANTS, ZONE)
def test_eight_weeks_later_the_wall_shows_the_same_weekday_and_hour(
    moment: datetime, zone: str
) -> None:
    """Whatever the clocks did between: 56 days are no 1,344 hours."""
    day = local_day(moment, zone)
    later = check_in_day(day)
    assert later - day == 56 * DAY
    assert later.weekday() == day.weekday()
    midnight = datetime.combine(later, time.min, ZoneInfo(zone)).astimezone(UTC)
    assert local_day(midnight, zone) == later
    assert local_day(midnight - timedelta(microseconds=1), zone) == later - DAY


@given(INSTANTS, ZONE, ZONE)
def test_two_walls_are_at_most_a_day_apart(moment: datetime, here: str, there: str) -> None:
    """From 11 hours behind to 14 ahead there are 25."""
    assert abs(local_day(moment, here) - local_day(moment, there)) <= 2 * DAY
    assert local_day(moment, here) == moment.astimezone(ZoneInfo(here)).date()


@given(CHANGES, st.integers(0, 24 * 60 - 1))
def test_every_minute_of_a_day_on_which_the_clocks_change(
    change: tuple[date, str], minute: int
) -> None:
    day, zone = change
    wall = datetime.combine(day, time.min) + timedelta(minutes=minute)
    kind, found = _resolved(wall, zone)
    if isinstance(found, Gap):
        before, after = resolve(found.before, zone).utc, resolve(found.after, zone).utc
        assert found.before < wall < found.after
        # An hour is missing between them: the wall shows two, and one goes by.
        assert 2 * (after - before) == found.after - found.before
    elif isinstance(found, Repeated):
        first, second = (one.utc for one in found.choices)
        assert first < second
        for fold, one in enumerate(found.choices):
            assert resolve(wall, zone, fold) == one
            assert one.utc.astimezone(ZoneInfo(zone)).replace(tzinfo=None, fold=0) == wall
    else:
        assert kind == "plain"


def test_the_hours_that_are_missing_and_those_that_come_twice() -> None:
    for day, zone, kind in (
        (date(2027, 3, 14), "America/Chicago", "gap"),
        (date(2027, 11, 7), "America/Chicago", "repeated"),
        (date(2027, 3, 28), "Europe/Berlin", "gap"),
        (date(2027, 10, 31), "Europe/Berlin", "repeated"),
    ):
        minutes = [datetime.combine(day, time.min) + timedelta(minutes=n) for n in range(24 * 60)]
        assert [_resolved(wall, zone)[0] for wall in minutes].count(kind) == 60
        assert (day, zone) in _changes()


def _resolved(wall: datetime, zone: str) -> tuple[str, object]:
    try:
        utc = resolve(wall, zone).utc
    except Gap as gap:
        return "gap", gap
    except Repeated as twice:
        return "repeated", twice
    assert utc.astimezone(ZoneInfo(zone)).replace(tzinfo=None) == wall
    return "plain", utc


@given(DAYS, st.integers(-40, 40), st.integers(-40, 40))
def test_no_two_days_are_told_alike(today: date, one: int, other: int) -> None:
    told = relative_day(today + DAY * one, today)
    assert told
    assert (told == relative_day(today + DAY * other, today)) is (one == other)


@given(DAYS, DAYS)
def test_a_day_in_another_year_is_told_with_it(day: date, today: date) -> None:
    for words in (long_day, short_day):
        assert words(day, today).startswith(words(day))
        assert (str(day.year) in words(day, today)) is (day.year != today.year)


@given(INSTANTS, st.timedeltas(timedelta(0), timedelta(days=4000)))
def test_an_age_is_short_enough_for_a_card(then: datetime, passed: timedelta) -> None:
    told = age_text(then, then + passed)
    assert told == "now" or (told[-1] in "hdwy" and told[:-1].isdigit())
    assert len(told) <= 4
