"""Which days are worked, as the settings write them: the weekend, and days off of one's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from ii_tui.core.dates import DAYS, YEARS
from ii_tui.lazy import pattern

WEEKEND = frozenset({5, 6})
"""Saturday and Sunday"""

LONGEST_OFF = 366
"""days in a span of days off; a slip in a year would take every day of a life"""

_DAY = r"\d{4}-\d{2}-\d{2}"
_SPAN = pattern(rf"({_DAY})(?:\s*(?:\.\.|/|–|\bto\b|\s-\s)\s*({_DAY}))?")


def weekend_of(words: Iterable[str]) -> tuple[frozenset[int], tuple[str, ...]]:
    """The weekdays (Monday 0) that `words` name, and in sentences what was not understood.

    Saturday and Sunday where none was understood, and where all seven are named: one day of work
    is needed to reckon with.
    """
    found: set[int] = set()
    problems: list[str] = []
    for word in words:
        key = word.strip().lower()
        day = next(
            (n for n, name in enumerate(DAYS) if len(key) > 2 and name.lower().startswith(key)),
            None,
        )
        if day is None:
            problems.append(f"calendar.weekend has {word!r}, which is no day of the week.")
        else:
            found.add(day)
    if len(found) == len(DAYS):
        return WEEKEND, (*problems, "calendar.weekend takes all seven days; sat and sun are used.")
    if problems and not found:
        return WEEKEND, tuple(problems)
    return frozenset(found), tuple(problems)


def days_of(words: Iterable[str]) -> tuple[frozenset[date], tuple[str, ...]]:
    """The days that `words` name, and in sentences what was not understood.

    A day is 2026-12-24, a span 2026-12-24..2027-01-02 with both its ends.
    """
    found: set[date] = set()
    problems: list[str] = []
    for word in words:
        span = _read_span(word)
        if span is None:
            problems.append(
                f"calendar.days_off has {word!r}, which is no day off; "
                "write 2026-12-24, or 2026-12-24..2027-01-02."
            )
        elif span[1] < span[0]:
            problems.append(f"calendar.days_off has {word!r}, which ends before it begins.")
        elif (span[1] - span[0]).days >= LONGEST_OFF:
            problems.append(f"calendar.days_off has {word!r}, which is longer than a year.")
        else:
            found.update(_each(*span))
    return frozenset(found), tuple(problems)


def _read_span(word: str) -> tuple[date, date] | None:
    matched = _SPAN.fullmatch(word.strip())
    if matched is None:
        return None
    try:
        first = date.fromisoformat(matched[1])
        last = date.fromisoformat(matched[2] or matched[1])
    except ValueError:
        return None
    return (first, last) if first.year in YEARS and last.year in YEARS else None


def _each(first: date, last: date) -> Iterator[date]:
    for days in range((last - first).days + 1):
        yield first + timedelta(days=days)
