"""Business days, the days that things are owed on, and how days are told."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ii_tui.core.dates import (
    Calendar,
    age_text,
    check_in_day,
    confirm_day,
    instant_text,
    local_day,
    long_day,
    parse_instant,
    relative_day,
    short_day,
)
from ii_tui.errors import Usage

WEEK = Calendar()
TUESDAY = date(2026, 11, 24)

days = st.dates(date(2020, 1, 1), date(2040, 12, 31))
calendars = st.builds(
    Calendar,
    st.frozensets(st.integers(0, 6), max_size=6),
    st.frozensets(st.dates(date(2025, 1, 1), date(2027, 12, 31)), max_size=30),
)


def test_instants_have_one_text() -> None:
    berlin = timezone(timedelta(hours=1))
    assert instant_text(datetime(2026, 11, 24, 9, tzinfo=berlin)) == "2026-11-24T08:00:00.000000Z"
    assert instant_text(datetime(2026, 1, 2, 3, 4, 5, 6, UTC)) == "2026-01-02T03:04:05.000006Z"


def test_an_instant_without_an_offset_is_a_bug() -> None:
    with pytest.raises(ValueError, match="offset"):
        instant_text(datetime(2026, 11, 24))


@given(st.datetimes(datetime(1, 1, 2), datetime(9999, 12, 30), timezones=st.just(UTC)))
def test_instants_come_back_and_sort_as_text(moment: datetime) -> None:
    text = instant_text(moment)
    assert parse_instant(text) == moment
    assert (text < instant_text(datetime(2026, 1, 1, tzinfo=UTC))) == (
        moment < datetime(2026, 1, 1, tzinfo=UTC)
    )


@pytest.mark.parametrize(
    "text", ["", "yesterday", "2026-11-24", "2026-11-24T09:00:00", "2026-13-01Z"]
)
def test_what_is_no_instant_is_refused(text: str) -> None:
    with pytest.raises(Usage, match="not an instant"):
        parse_instant(text)


def test_seven_business_days_of_silence() -> None:
    assert WEEK.add(date(2026, 3, 2), 7) == date(2026, 3, 11)


def test_sending_on_a_weekend_counts_from_monday() -> None:
    assert WEEK.add(date(2026, 3, 7), 1) == date(2026, 3, 9)


def test_holidays_of_both_sides_are_left_out() -> None:
    mine = Calendar(holidays=frozenset({date(2026, 3, 3)}))
    both = mine.merged(Calendar(holidays=frozenset({date(2026, 3, 4)})))
    assert both.add(date(2026, 3, 2), 1) == date(2026, 3, 5)
    assert mine.merged({date(2026, 3, 4)}) == both
    assert both.merged(Calendar(weekend=frozenset({4, 5}))).weekend == {5, 6}


def test_another_weekend() -> None:
    gulf = Calendar(weekend=frozenset({4, 5}))
    assert gulf.add(date(2026, 3, 5), 1) == date(2026, 3, 8)
    assert not gulf.is_business(date(2026, 3, 6))


def test_rolling() -> None:
    assert WEEK.roll_forward(date(2026, 3, 7)) == date(2026, 3, 9)
    assert WEEK.roll_back(date(2026, 3, 8)) == date(2026, 3, 6)
    assert WEEK.roll_forward(TUESDAY) == WEEK.roll_back(TUESDAY) == TUESDAY


def test_a_week_without_work_is_refused() -> None:
    with pytest.raises(Usage, match="seven"):
        Calendar(weekend=frozenset(range(7)))


@given(calendars, days, st.integers(0, 60))
def test_adding_and_subtracting_undo_each_other(calendar: Calendar, day: date, n: int) -> None:
    start = calendar.roll_forward(day)
    end = calendar.add(start, n)
    assert calendar.is_business(end)
    assert calendar.subtract(end, n) == start
    assert calendar.add(end, -n) == start
    assert calendar.between(start, end) == n
    assert calendar.between(end, start) == -n


@given(calendars, days, days)
def test_between_counts_the_business_days(calendar: Calendar, one: date, other: date) -> None:
    start = min(one, other)
    end = min(max(one, other), start + timedelta(days=100))
    steps = range(1, (end - start).days + 1)
    counted = sum(calendar.is_business(start + timedelta(days=step)) for step in steps)
    assert calendar.between(start, end) == counted


@given(calendars, days)
def test_rolled_days_are_business_days_on_their_side(calendar: Calendar, day: date) -> None:
    forward, back = calendar.roll_forward(day), calendar.roll_back(day)
    assert back <= day <= forward
    assert calendar.is_business(forward)
    assert calendar.is_business(back)


def test_eight_weeks_are_local_days_across_the_change_of_the_clocks() -> None:
    assert check_in_day(date(2026, 10, 1)) == date(2026, 11, 26)
    assert check_in_day(date(2026, 10, 1), 120) == date(2027, 1, 29)


@pytest.mark.parametrize(
    ("meeting", "due", "early"),
    [
        (date(2026, 11, 25), date(2026, 11, 24), False),
        (date(2026, 11, 23), date(2026, 11, 20), True),
        (date(2026, 11, 22), date(2026, 11, 20), False),
        (date(2026, 11, 27), date(2026, 11, 25), False),  # after Thanksgiving
    ],
)
def test_confirmations_roll_back(meeting: date, due: date, early: bool) -> None:
    calendar = Calendar(holidays=frozenset({date(2026, 11, 26)}))
    assert confirm_day(meeting, calendar) == (due, early)


def test_the_local_day_is_that_of_the_zone() -> None:
    late = datetime(2026, 11, 24, 23, 30, tzinfo=UTC)
    assert local_day(late, "Europe/Berlin") == date(2026, 11, 25)
    assert local_day(late, "America/Chicago") == TUESDAY
    assert local_day(late, timezone(timedelta(hours=1))) == date(2026, 11, 25)


@pytest.mark.parametrize(
    ("ahead", "told"),
    [
        (0, "today"),
        (1, "tomorrow"),
        (-1, "yesterday"),
        (2, "Thursday 26"),
        (3, "Friday 27"),
        (4, "in 4 days"),
        (6, "in 6 days"),
        (13, "in 13 days"),
        (14, "Tue 8 Dec"),
        (-2, "2 days ago"),
        (-13, "13 days ago"),
        (-14, "Tue 10 Nov"),
        (60, "23 Jan 2027"),
        (-400, "20 Oct 2025"),
    ],
)
def test_relative_days(ahead: int, told: str) -> None:
    assert relative_day(TUESDAY + timedelta(days=ahead), TUESDAY) == told


def test_a_day_of_next_week_goes_by_its_distance() -> None:
    assert relative_day(date(2026, 11, 30), date(2026, 11, 27)) == "in 3 days"


def test_long_and_short_days() -> None:
    assert long_day(TUESDAY) == "Tuesday 24 November"
    assert long_day(TUESDAY, date(2027, 1, 1)) == "Tuesday 24 November 2026"
    assert short_day(date(2026, 3, 2)) == "Mon 2 Mar"
    assert short_day(date(2026, 3, 2), date(2025, 1, 1)) == "Mon 2 Mar 2026"


@pytest.mark.parametrize(
    ("ago", "told"),
    [
        (timedelta(), "now"),
        (timedelta(minutes=59), "now"),
        (timedelta(hours=3, minutes=50), "3h"),
        (timedelta(hours=23), "1d"),
        (timedelta(days=13), "13d"),
        (timedelta(days=14), "2w"),
        (timedelta(days=41), "5w"),
        (timedelta(days=800), "2y"),
        (-timedelta(days=2), "now"),
    ],
)
def test_ages(ago: timedelta, told: str) -> None:
    now = datetime(2026, 11, 24, 14, 32, tzinfo=UTC)
    assert age_text(now - ago, now) == told


def test_an_age_turns_at_the_midnight_of_the_reader() -> None:
    now = datetime(2026, 11, 24, 1, tzinfo=timezone(timedelta(hours=1)))
    assert age_text(datetime(2026, 11, 23, 22, 30, tzinfo=UTC), now) == "1d"
    assert age_text(datetime(2026, 11, 23, 23, 0, tzinfo=UTC), now) == "1h"
