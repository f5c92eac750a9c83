"""The weekend and days off, as the settings write them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ii_tui.core.dates import DAYS
from ii_tui.core.worked import WEEKEND, days_of, weekend_of


def test_days_of_the_week_by_their_names() -> None:
    assert weekend_of(["fri", "Saturday"]) == ({4, 5}, ())
    assert weekend_of([" SUN "]) == ({6}, ())
    assert weekend_of([]) == (frozenset(), ())


@given(st.sets(st.sampled_from(range(7)), max_size=6), st.integers(3, 9))
def test_any_weekend_is_read_from_its_beginnings(chosen: set[int], letters: int) -> None:
    assert weekend_of([DAYS[day][:letters] for day in chosen]) == (chosen, ())


@pytest.mark.parametrize("word", ["no day", "", "s", "su", "12", "satsun", "\x1b[31m"])
def test_no_day_of_the_week_is_told(word: str) -> None:
    found, (problem,) = weekend_of(["sat", word])
    assert found == {5}
    assert problem == f"calendar.weekend has {word!r}, which is no day of the week."


def test_a_weekend_of_which_nothing_was_understood_is_the_usual_one() -> None:
    assert weekend_of(["funday"])[0] == WEEKEND


def test_a_week_without_work_is_told() -> None:
    found, (problem,) = weekend_of(DAYS)
    assert found == WEEKEND
    assert problem == "calendar.weekend takes all seven days; sat and sun are used."


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2026-12-24", "2026-12-24", "2026-12-24"),
        (" 2028-02-29 ", "2028-02-29", "2028-02-29"),
        ("2026-12-24..2027-01-02", "2026-12-24", "2027-01-02"),
        ("2026-12-24 .. 2027-01-02", "2026-12-24", "2027-01-02"),
        ("2026-12-24/2027-01-02", "2026-12-24", "2027-01-02"),
        ("2026-12-24 to 2027-01-02", "2026-12-24", "2027-01-02"),
        ("2026-12-24 - 2027-01-02", "2026-12-24", "2027-01-02"),
        ("2026-12-24–2027-01-02", "2026-12-24", "2027-01-02"),
        ("2028-01-01..2028-12-31", "2028-01-01", "2028-12-31"),
        ("2026-12-24..2026-12-24", "2026-12-24", "2026-12-24"),
    ],
)
def test_days_off_and_spans_of_them(written: str, first: str, last: str) -> None:
    days, problems = days_of([written])
    assert problems == ()
    assert (min(days), max(days)) == (date.fromisoformat(first), date.fromisoformat(last))
    assert len(days) == (max(days) - min(days)).days + 1


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("some day", "is no day off"),
        ("", "is no day off"),
        ("2026-02-30", "is no day off"),
        ("2027-02-29..2027-03-02", "is no day off"),
        ("2026-12-24..", "is no day off"),
        ("2026-12-24,2026-12-25", "is no day off"),
        ("0001-01-01", "is no day off"),
        ("9999-12-31", "is no day off"),
        ("2027-01-02..2026-12-24", "ends before it begins"),
        ("2026-01-01..2027-01-02", "longer than a year"),
    ],
)
def test_what_is_no_day_off_is_told_and_the_others_count(written: str, why: str) -> None:
    days, (problem,) = days_of([written, "2026-11-30"])
    assert days == {date(2026, 11, 30)}
    assert repr(written) in problem
    assert why in problem
    assert problem.endswith(".")


@given(st.dates(date(1900, 1, 1), date(2900, 1, 1)), st.integers(0, 365))
def test_a_span_holds_every_day_of_it(first: date, days: int) -> None:
    last = first + timedelta(days=days)
    found, problems = days_of([f"{first}..{last}"])
    assert problems == ()
    assert (min(found), max(found), len(found)) == (first, last, days + 1)


@given(st.lists(st.text(max_size=24)))
def test_whatever_is_written_there_breaks_nothing(words: list[str]) -> None:
    for read in (weekend_of, days_of):
        found, problems = read(words)
        assert len(problems) <= len(words) + 1
        assert found is not None
