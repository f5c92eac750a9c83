"""What people type for a time."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ii_tui.core.when import When, parse_when
from ii_tui.errors import Usage

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))
"""a Tuesday"""


@pytest.mark.parametrize(
    ("text", "day", "clock"),
    [
        ("today", "2026-11-24", None),
        ("tomorrow", "2026-11-25", None),
        ("yesterday", "2026-11-23", None),
        ("tomorrow 9am", "2026-11-25", "09:00"),
        ("Tomorrow at 9 AM", "2026-11-25", "09:00"),
        ("9am tomorrow", "2026-11-25", "09:00"),
        ("tomorrow at noon", "2026-11-25", "12:00"),
        ("tomorrow morning", "2026-11-25", "09:00"),
        ("this afternoon", "2026-11-24", "14:00"),
        ("tonight", "2026-11-24", "19:00"),
        ("fri", "2026-11-27", None),
        ("Friday,", "2026-11-27", None),
        ("on friday at 10 o'clock", "2026-11-27", "10:00"),
        ("next friday", "2026-12-04", None),
        ("this tue", "2026-11-24", None),
        ("last tue", "2026-11-17", None),
        ("last fri", "2026-11-20", None),
        ("thu 10", "2026-11-26", "10:00"),
        ("thurs 10:30", "2026-11-26", "10:30"),
        ("thu 10.30", "2026-11-26", "10:30"),
        ("thu 3 dec 10:00", "2026-12-03", "10:00"),
        ("Thursday, 26 November 2026, 10:00", "2026-11-26", "10:00"),
        ("in 2 weeks", "2026-12-08", None),
        ("in two weeks", "2026-12-08", None),
        ("in a week", "2026-12-01", None),
        ("2w", "2026-12-08", None),
        ("3d", "2026-11-27", None),
        ("in 3 days", "2026-11-27", None),
        ("3 days ago", "2026-11-21", None),
        ("in 3 months", "2027-02-24", None),
        ("next week", "2026-11-30", None),
        ("next month", "2026-12-01", None),
        ("12 march", "2027-03-12", None),
        ("12 December", "2026-12-12", None),
        ("mar 12", "2027-03-12", None),
        ("march 12th 2028", "2028-03-12", None),
        ("the 1st of december", "2026-12-01", None),
        ("the 12th", "2026-12-12", None),
        ("24th", "2026-11-24", None),
        ("31st", "2026-12-31", None),
        ("march", "2027-03-01", None),
        ("sept 2027", "2027-09-01", None),
        ("29 feb", "2028-02-29", None),
        ("24 nov", "2026-11-24", None),
        ("1/29", "2027-01-29", None),
        ("29/1/27", "2027-01-29", None),
        ("3/3/2027", "2027-03-03", None),
        ("1.12. 10:30", "2026-12-01", "10:30"),
        ("01.12.2026", "2026-12-01", None),
        ("3pm", "2026-11-24", "15:00"),
        ("3 p.m.", "2026-11-24", "15:00"),
        ("12am", "2026-11-25", "00:00"),
        ("12pm", "2026-11-24", "12:00"),
        ("noon", "2026-11-24", "12:00"),
        ("8am", "2026-11-25", "08:00"),
        ("2026-12-01", "2026-12-01", None),
        ("2026-12-1", "2026-12-01", None),
        ("2026-12-01 14:00", "2026-12-01", "14:00"),
        ("2026-12-01 14:00:30", "2026-12-01", "14:00"),
        ("2026-12-01T14:00", "2026-12-01", "14:00"),
        ("2026-12-01 02:30", "2026-12-01", "02:30"),
        ("2026-12-01 2:30", "2026-12-01", "02:30"),
        ("tomorrow 03:30", "2026-11-25", "03:30"),
        ("tomorrow 3:30", "2026-11-25", "15:30"),
        ("tomorrow 15", "2026-11-25", "15:00"),
    ],
)
def test_times_that_are_clear(text: str, day: str, clock: str | None) -> None:
    found = parse_when(text, NOW)
    assert found.day == date.fromisoformat(day)
    assert found.time == (time.fromisoformat(clock) if clock else None)


@pytest.mark.parametrize(
    ("text", "assumed"),
    [
        ("thu 10", "10 is taken as 10:00 in the morning."),
        ("tomorrow 3", "3 is taken as 15:00; 3am says the morning."),
        ("tue", "tue is taken as Tuesday 1 December, a week from today."),
        ("next friday", "next friday is taken as Friday 4 December, in next week."),
        ("next week", "next week is taken as Monday 30 November."),
        ("8am", "08:00 has passed today, so this is tomorrow."),
        ("march", "march is taken as Monday 1 March 2027."),
        ("mid january", "mid january is taken as Friday 15 January 2027."),
        ("mid-december", "mid-december is taken as Tuesday 15 December."),
        ("early february", "early february is taken as Friday 5 February 2027."),
        ("late november", "late november is taken as Wednesday 25 November."),
        ("the end of november", "the end of november is taken as Monday 30 November."),
        ("end of december", "end of december is taken as Thursday 31 December."),
        ("end february 2028", "end february 2028 is taken as Tuesday 29 February 2028."),
        ("the middle of may 10am", "the middle of may is taken as Saturday 15 May 2027."),
        ("tomorrow evening", "evening is taken as 18:00."),
    ],
)
def test_what_was_assumed_is_said(text: str, assumed: str) -> None:
    assert parse_when(text, NOW).assumed == (assumed,)


@pytest.mark.parametrize(
    "text",
    ["9999-12-31 23:59", "9999-12-31T23:59+14:00", "0001-01-01", "3000-01-01T00:00Z"],
)
def test_no_reckoning_runs_over_the_ends_of_the_calendar(text: str) -> None:
    with pytest.raises(Usage, match="too far away"):
        parse_when(text, NOW)


@pytest.mark.parametrize("text", ["thu 10:30", "tomorrow 3pm", "2026-12-01 10:00", "fri", "noon"])
def test_nothing_is_said_where_nothing_was_assumed(text: str) -> None:
    assert parse_when(text, NOW).assumed == ()


@pytest.mark.parametrize(
    ("text", "instant"),
    [
        ("2026-12-01T14:00:00Z", datetime(2026, 12, 1, 14, tzinfo=UTC)),
        ("2026-12-01 14:00-06:00", datetime(2026, 12, 1, 20, tzinfo=UTC)),
        ("2026-12-01T14:00:00.000000+0100", datetime(2026, 12, 1, 13, tzinfo=UTC)),
        ("in 2 hours", datetime(2026, 11, 24, 10, tzinfo=UTC)),
        ("20 minutes ago", datetime(2026, 11, 24, 7, 40, tzinfo=UTC)),
        ("an hour ago", datetime(2026, 11, 24, 7, tzinfo=UTC)),
        ("now", datetime(2026, 11, 24, 8, tzinfo=UTC)),
    ],
)
def test_words_that_name_an_instant(text: str, instant: datetime) -> None:
    found = parse_when(text, NOW)
    assert found.instant == instant
    local = instant.astimezone(NOW.tzinfo)
    assert (found.day, found.time) == (local.date(), local.time())


@pytest.mark.parametrize(
    ("text", "day", "clock"),
    [
        ("fri", "2026-11-20", None),
        ("tue", "2026-11-24", None),
        ("12 december", "2025-12-12", None),
        ("24 nov", "2026-11-24", None),
        ("the 25th", "2026-10-25", None),
        ("31st", "2026-10-31", None),
        ("8am", "2026-11-24", "08:00"),
        ("3pm", "2026-11-23", "15:00"),
        ("yesterday 4pm", "2026-11-23", "16:00"),
    ],
)
def test_what_has_happened_lies_behind(text: str, day: str, clock: str | None) -> None:
    found = parse_when(text, NOW, past=True)
    assert found.day == date.fromisoformat(day)
    assert found.time == (time.fromisoformat(clock) if clock else None)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "No time was given."),
        ("\x00 ", "No time was given."),
        ("tomorrow bananas", 'I do not understand "bananas" in "tomorrow bananas".'),
        ("fr 10", 'I do not understand "fr 10".'),
        ("10", 'I do not understand "10".'),
        ("tomorrow 45", 'I do not understand "45" in "tomorrow 45".'),
        ("thu 10 fri", 'I do not understand "fri" in "thu 10 fri".'),
        ("midnight", 'I do not understand "midnight".'),
        ("3/4", "3/4 can be 3 April or 4 March."),
        ("31 feb", "There is no 31 February 2026."),
        ("29 feb 2027", "There is no 29 February 2027."),
        ("2026-13-01", "There is no month 13."),
        ("40th", "No month has a day 40."),
        ("fri 3 dec", "Thursday 3 December 2026 is not a Friday."),
        ("tomorrow 25:00", "25:00 is not a time of day."),
        ("13pm", "13pm is not a time of day."),
        ("0am", "0am is not a time of day."),
        ("10:75", "10:75 is not a time of day."),
        ("thu 10-11", "One time is wanted here, not a span."),
        ("thu 11-10", "11 to 10 ends before it begins."),
        ("in 9999 months", None),
        ("0000-01-01", "There is no 1 January 0."),
    ],
)
def test_what_is_unclear_is_asked(text: str, told: str | None) -> None:
    if told is None:
        assert parse_when(text, NOW).day.year == 2860
        return
    with pytest.raises(Usage) as error:
        parse_when(text, NOW)
    assert error.value.message == told


def test_the_edge_of_the_calendar_is_told() -> None:
    late = datetime(9999, 12, 30, 9, tzinfo=UTC)
    for text in ("in 2 weeks", "in 2 months", "next fri", "in 90 hours"):
        with pytest.raises(Usage):
            parse_when(text, late)


def test_the_words_not_understood_are_cut_and_cleaned() -> None:
    with pytest.raises(Usage) as error:
        parse_when("\x1b]52;" + "x" * 200, NOW)
    assert "\x1b" not in error.value.message
    assert len(error.value.message) < 140
    assert "…" in error.value.message


def test_a_day_without_a_time_begins_in_the_morning() -> None:
    assert When(date(2026, 12, 1)).wall() == datetime(2026, 12, 1, 9)
    assert When(date(2026, 12, 1)).wall(time(8)) == datetime(2026, 12, 1, 8)
    assert When(date(2026, 12, 1), time(0)).wall() == datetime(2026, 12, 1)


def test_hours_are_elapsed_across_the_change_of_the_clocks() -> None:
    before = datetime(2026, 10, 25, 1, 30, tzinfo=ZoneInfo("Europe/Berlin"))
    found = parse_when("in 2 hours", before)
    assert found.instant == before.astimezone(UTC) + timedelta(hours=2)
    assert found.time == time(2, 30)


WORDS = [
    "tomorrow", "fri", "next", "last", "this", "week", "in", "2", "10", "31", "a", "days", "hours",
    "ago", "3pm", "10:30", "25:00", "march", "feb", "3/4", "29/2", "1.12.", "the", "12th", "at",
    "noon", "morning", "2026-12-01", "2026-12-01t10:00", "2026-02-30", "10-11", "-", "to", "now",
    "of", "2027", "45m", "9999", "weeks", "pm", "o'clock", "coffee", "+01:00",
]  # fmt: skip


@given(st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join), st.booleans())
def test_any_words_are_read_or_asked_about(text: str, past: bool) -> None:
    try:
        found = parse_when(text, NOW, past=past)
    except Usage as error:
        told = error
    else:
        assert isinstance(found.day, date)
        return
    assert told.message.endswith((".", "?"))


@given(st.text(max_size=30))
def test_any_text_is_read_or_asked_about(text: str) -> None:
    try:
        assert isinstance(parse_when(text, NOW), When)
    except Usage as error:
        told = error
    else:
        return
    assert told.message


@given(st.dates(date(2026, 11, 25), date(2060, 1, 1)), st.times())
def test_iso_times_come_back(day: date, clock: time) -> None:
    clock = clock.replace(second=0, microsecond=0)
    for text in (f"{day} {clock:%H:%M}", f"{day}T{clock:%H:%M}", f"{clock:%H:%M} {day}"):
        found = parse_when(text, NOW)
        assert (found.day, found.time) == (day, clock)
    spelled = parse_when(f"{day:%d %B %Y} {clock:%H:%M}", NOW)
    assert spelled.day == day
