"""Times of day as people type them: "10", "10:30", "3pm", "noon", "10-11"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time as clock_time

from ii_tui.errors import Usage

_TIME = re.compile(r"(\d{1,2})(?:[:.](\d{2})(?::\d{2})?)?(am|pm|a\.m\.?|p\.m\.?|a|p)?")
_NOON = {"noon": clock_time(12), "midday": clock_time(12)}
_PARTS = {
    "morning": clock_time(9),
    "afternoon": clock_time(14),
    "evening": clock_time(18),
    "tonight": clock_time(19),
}
_LENGTHS = {"m", "min", "mins", "minute", "minutes", "h", "hr", "hrs", "hour", "hours"}
_HALVES = {"am": "am", "a.m.": "am", "a.m": "am", "pm": "pm", "p.m.": "pm", "p.m": "pm"}


@dataclass(frozen=True, slots=True)
class ClockTime:
    """A time of day read from words that end before `end`; `minutes` where an end was given."""

    time: clock_time
    end: int
    minutes: int | None = None
    assumed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Typed:
    """One time as typed: what the hour was, and what says which half of the day."""

    text: str
    hour: int
    minute: int | None
    half: str
    padded: bool
    """two digits, as in 03:30: the clock of 24 hours"""

    @property
    def bare(self) -> bool:
        return self.minute is None and not self.half


def _typed(word: str, after: str) -> tuple[_Typed, int] | None:
    """The time in a word and, for "9 am", the next; with how many words it took."""
    found = _TIME.fullmatch(word)
    if not found:
        return None
    hour, minute, half = found.groups()
    used = 1
    if not half and after in _HALVES:
        half, used = after, 2
    elif not half and after in {"o'clock", "o’clock", "oclock"}:
        used = 2
    text = " ".join((word, after)[:used])
    one = _Typed(
        text,
        int(hour),
        int(minute) if minute else None,
        f"{half[0]}m" if half else "",
        hour.startswith("0"),
    )
    if used == 1 and one.bare and (one.hour > 23 or after in _LENGTHS):
        return None  # a count, not an hour
    highest = 12 if half else 23
    if one.hour > highest or (half and one.hour == 0) or (one.minute or 0) > 59:
        raise Usage(f"{text} is not a time of day.", hint="Write it like 10:30, 3pm or 15:00.")
    return one, used


def _settle(one: _Typed, *, as_written: bool) -> tuple[clock_time, tuple[str, ...]]:
    """The time that is meant, and the sentence that says what was assumed."""
    minute = one.minute or 0
    if one.half:
        return clock_time(one.hour % 12 + (12 if one.half == "pm" else 0), minute), ()
    if 1 <= one.hour <= 6 and not one.padded and not as_written:
        meant = clock_time(one.hour + 12, minute)
        return meant, (f"{one.text} is taken as {meant:%H:%M}; {one.text}am says the morning.",)
    if one.bare and 7 <= one.hour <= 11 and not one.padded:
        return clock_time(one.hour), (f"{one.text} is taken as {one.hour}:00 in the morning.",)
    return clock_time(one.hour, minute), ()


def read_time(
    words: list[str], at: int, *, bare: bool, as_written: bool = False
) -> ClockTime | None:
    """The time of day that begins at `words[at]` (lower case), or None.

    A lone number counts only where `bare` allows it; from 1 to 6 it is in the afternoon, unless
    `as_written`. Raises Usage for 25:00 and 13pm.
    """
    word = words[at] if at < len(words) else ""
    after = words[at + 1] if at + 1 < len(words) else ""
    if word in _NOON:
        return ClockTime(_NOON[word], at + 1)
    if word in _PARTS:
        meant = _PARTS[word]
        return ClockTime(meant, at + 1, None, (f"{word} is taken as {meant:%H:%M}.",))
    parts = re.split("[-–]", word)
    if len(parts) == 2 and all(parts):
        last = _typed(parts[1], after)
        first = _typed(parts[0], "")
        if first and last:
            return _range(first[0], last[0], at + last[1], as_written=as_written)
        return None
    first = _typed(word, after)
    if first is None or (first[0].bare and not bare and first[1] == 1):
        return None
    end = at + first[1]
    if end + 1 < len(words) and words[end] in {"to", "-", "–", "until", "till"}:
        last = _typed(words[end + 1], words[end + 2] if end + 2 < len(words) else "")
        if last:
            return _range(first[0], last[0], end + 1 + last[1], as_written=as_written)
    meant, assumed = _settle(first[0], as_written=as_written)
    return ClockTime(meant, end, None, assumed)


def _range(first: _Typed, last: _Typed, end: int, *, as_written: bool) -> ClockTime:
    """From one time to another on the same day; "2-3pm" is all in the afternoon."""
    if last.half and not first.half and first.hour % 12 < last.hour % 12:
        first = _Typed(first.text, first.hour, first.minute, last.half, first.padded)
    begins, assumed = _settle(first, as_written=as_written)
    ends, _ = _settle(last, as_written=as_written)
    minutes = (ends.hour - begins.hour) * 60 + ends.minute - begins.minute
    if minutes <= 0:
        raise Usage(f"{first.text} to {last.text} ends before it begins.")
    return ClockTime(begins, end, minutes, assumed)
