"""Days as people type them: "tomorrow", "next fri", "12 march", "in 2 weeks", "2026-12-01"."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from ii_tui.core.dates import DAYS, MONTHS, long_day
from ii_tui.errors import Usage

_RELATIVE = {
    "today": 0, "tod": 0, "tomorrow": 1, "tmrw": 1, "tmr": 1, "tomorow": 1, "yesterday": -1,
}  # fmt: skip
_WEEKDAYS = {name.lower()[:size]: day for day, name in enumerate(DAYS) for size in (3, 9)} | {
    "tues": 1, "weds": 2, "thur": 3, "thurs": 3,
}  # fmt: skip
_MONTHS = {name.lower()[:size]: n for n, name in enumerate(MONTHS, 1) for size in (3, 9)} | {
    "sept": 9
}
_NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "twelve": 12,
}  # fmt: skip
_UNITS = {"day": "day", "days": "day", "d": "day", "week": "week", "weeks": "week", "w": "week",
          "wk": "week", "wks": "week", "month": "month", "months": "month"}  # fmt: skip
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})(?:/(\d{4}|\d{2}))?")
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})?")
_DAY_NUMBER = re.compile(r"(\d{1,2})(st|nd|rd|th|\.)?")
_GLUED = re.compile(r"(\d{1,3})(d|w)")


@dataclass(frozen=True, slots=True)
class Day:
    """A day read from words that end before `end`; `iso` where it was written like 2026-12-01."""

    day: date
    end: int
    assumed: tuple[str, ...] = ()
    iso: bool = False


def read_day(words: list[str], at: int, today: date, *, past: bool = False) -> Day | None:
    """The day that begins at `words[at]` (lower case), or None.

    What names no year or week is the next one, or the last one where `past`. Raises Usage for a
    day that does not exist, 3/4, and a weekday that is not that of its date.
    """
    word = words[at] if at < len(words) else ""
    if word in _RELATIVE:
        return Day(_shift(today, _RELATIVE[word]), at + 1)
    if word in {"next", "last", "this"}:
        return _said(words, at, today)
    if word in _WEEKDAYS:
        return _weekday(words, at, today, past=past)
    found = _distance(words, at, today) or _date(words, at, today, past=past)
    return found or _part(words, at, today, past=past)


_PARTS = {"early": 5, "mid": 15, "middle": 15, "late": 25, "end": 0}
"""The day that a part of a month is taken as; 0 is its last."""


def _part(words: list[str], at: int, today: date, *, past: bool) -> Day | None:
    """Part of a month: "mid january", "mid-january", "the end of january", "late january 2027"."""
    start = at + (words[at : at + 1] == ["the"])
    which, dash, month = (words[start] if start < len(words) else "").partition("-")
    end = start + 1
    if not dash:
        end += words[end : end + 1] == ["of"]
        month, end = (words[end] if end < len(words) else ""), end + 1
    if which not in _PARTS or month not in _MONTHS:
        return None
    year, end = _year(words, end)
    number, wanted = _MONTHS[month], _PARTS[which]
    if wanted:
        day = _dated(number, wanted, year, today, past=past)
    else:
        # The first of the month after it, on the right side of today, and a day back.
        after = _shift(today, 1)
        first = _dated(number % 12 + 1, 1, None, after, past=past)
        if year is not None:
            first = date(int(year) + (number == 12), number % 12 + 1, 1)
        day = first - timedelta(days=1)
    said = " ".join(words[at:end])
    return Day(day, end, (f"{said} is taken as {long_day(day, today)}.",))


def _shift(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        raise Usage("That is too far away for a calendar.") from None


def _weekday(words: list[str], at: int, today: date, *, past: bool) -> Day:
    """A weekday, alone or with its date: "fri", "fri 27 november"."""
    wanted, word = _WEEKDAYS[words[at]], words[at]
    told = _date(words, at + 1, today, past=past)
    if told:
        if told.day.weekday() != wanted:
            raise Usage(
                f"{long_day(told.day)} {told.day.year} is not a {DAYS[wanted]}.",
                hint="Leave one of the two out.",
            )
        return told
    if past:
        return Day(_shift(today, -((today.weekday() - wanted) % 7)), at + 1)
    ahead = (wanted - today.weekday()) % 7
    if ahead:
        return Day(_shift(today, ahead), at + 1)
    day = _shift(today, 7)
    return Day(day, at + 1, (f"{word} is taken as {long_day(day)}, a week from today.",))


def _said(words: list[str], at: int, today: date) -> Day | None:
    """ "this fri", "next friday" (of next week), "last tue", "next week", "next month"."""
    which, word = words[at], words[at + 1] if at + 1 < len(words) else ""
    next_monday = 7 - today.weekday()
    if word in _WEEKDAYS:
        wanted = _WEEKDAYS[word]
        if which == "this":
            return Day(_shift(today, (wanted - today.weekday()) % 7), at + 2)
        if which == "last":
            return Day(_shift(today, -((today.weekday() - wanted - 1) % 7 + 1)), at + 2)
        day = _shift(today, next_monday + wanted)
        return Day(day, at + 2, (f"{which} {word} is taken as {long_day(day)}, in next week.",))
    if which == "next" and word == "week":
        day = _shift(today, next_monday)
        return Day(day, at + 2, (f"next week is taken as {long_day(day)}.",))
    if which == "next" and word == "month":
        day = _add_months(today.replace(day=1), 1)
        return Day(day, at + 2, (f"next month is taken as {long_day(day)}.",))
    if which == "this" and word in {"morning", "afternoon", "evening"}:
        return Day(today, at + 1)
    return None


def amount(word: str) -> int | None:
    """A count in figures or in words, or None."""
    return int(word) if re.fullmatch(r"\d{1,4}", word) else _NUMBERS.get(word)


def _distance(words: list[str], at: int, today: date) -> Day | None:
    """ "in 2 weeks", "3 days", "2w", "3 days ago"."""
    start = at + (words[at : at + 1] == ["in"])
    word = words[start] if start < len(words) else ""
    unit = _UNITS.get(words[start + 1]) if start + 1 < len(words) else None
    count, end = amount(word), start + 2
    glued = _GLUED.fullmatch(word)
    if glued:
        count, unit, end = int(glued[1]), _UNITS[glued[2]], start + 1
    if count is None or unit is None:
        return None
    if words[end : end + 1] == ["ago"]:
        count, end = -count, end + 1
    if unit == "month":
        return Day(_add_months(today, count), end)
    return Day(_shift(today, count * (7 if unit == "week" else 1)), end)


def _add_months(day: date, count: int) -> date:
    """The same day of another month, or its last where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    if not 1 <= year <= 9999:
        raise Usage("That is too far away for a calendar.")
    return day.replace(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _date(words: list[str], at: int, today: date, *, past: bool) -> Day | None:
    """A date of the calendar in any of its spellings."""
    at += words[at : at + 1] == ["the"]
    word = words[at] if at < len(words) else ""
    after = words[at + 1] if at + 1 < len(words) else ""
    if iso := _ISO.fullmatch(word):
        return Day(_exact(*map(int, iso.groups())), at + 1, iso=True)
    if slashed := _SLASHED.fullmatch(word):
        month, number = _american_or_not(word, int(slashed[1]), int(slashed[2]))
        return Day(_dated(month, number, slashed[3], today, past=past), at + 1)
    if dotted := _DOTTED.fullmatch(word):
        day = _dated(int(dotted[2]), int(dotted[1]), dotted[3], today, past=past)
        return Day(day, at + 1)
    if first := _DAY_NUMBER.fullmatch(word):
        skip = after == "of"
        month_word = words[at + 2] if skip and at + 2 < len(words) else after
        if month_word in _MONTHS:
            year, end = _year(words, at + 2 + skip)
            return Day(_dated(_MONTHS[month_word], int(first[1]), year, today, past=past), end)
        if first[2] and first[2] != ".":
            return Day(_month_day(int(first[1]), today, past=past), at + 1)
        return None
    if word in _MONTHS:
        second = _DAY_NUMBER.fullmatch(after)
        year, end = _year(words, at + 1 + bool(second))
        day = _dated(_MONTHS[word], int(second[1]) if second else 1, year, today, past=past)
        assumed = () if second else (f"{word} is taken as {long_day(day, today)}.",)
        return Day(day, end, assumed)
    return None


def _american_or_not(word: str, one: int, other: int) -> tuple[int, int]:
    """Month and day of 1/29 or 29/1; raises Usage for 3/4, which is read differently by country."""
    if one <= 12 and other <= 12 and one != other:
        dates = [f"{one} {MONTHS[other - 1]}", f"{other} {MONTHS[one - 1]}"]
        raise Usage(
            f"{word} can be {dates[0]} or {dates[1]}.",
            hint=f"Write {dates[0]} or {dates[1]}.",
            code="ambiguous",
        )
    return (other, one) if one > 12 else (one, other)


def _year(words: list[str], at: int) -> tuple[str | None, int]:
    word = words[at] if at < len(words) else ""
    return (word, at + 1) if re.fullmatch(r"(19|20|21)\d\d", word) else (None, at)


def _exact(year: int, month: int, number: int) -> date:
    try:
        return date(year, month, number)
    except ValueError:
        if not 1 <= month <= 12:
            raise Usage(f"There is no month {month}.") from None
        raise Usage(f"There is no {number} {MONTHS[month - 1]} {year}.") from None


def _dated(month: int, number: int, year: str | None, today: date, *, past: bool) -> date:
    """A day and month in the year given, else in the nearest one on the right side of today."""
    if year is not None:
        return _exact(int(year) + (2000 if len(year) == 2 else 0), month, number)
    if not 1 <= month <= 12 or not 1 <= number <= calendar.monthrange(2024, month)[1]:
        return _exact(today.year, month, number)
    for step in range(9):
        there = today.year + (-step if past else step)
        if number > calendar.monthrange(there, month)[1]:
            continue
        day = date(there, month, number)
        if (day <= today) if past else (day >= today):
            return day
    return _exact(today.year, month, number)


def _month_day(number: int, today: date, *, past: bool) -> date:
    """ "the 12th" of this month or the nearest other on the right side of today."""
    if not 1 <= number <= 31:
        raise Usage(f"No month has a day {number}.")
    for step in range(3):
        first = _add_months(today.replace(day=1), -step if past else step)
        if number > calendar.monthrange(first.year, first.month)[1]:
            continue
        day = first.replace(day=number)
        if (day <= today) if past else (day >= today):
            return day
    raise Usage(f"No month near has a day {number}.")
