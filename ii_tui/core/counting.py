"""Numbers and names in a sentence."""

from __future__ import annotations

from collections.abc import Sequence


def counted(number: int, one: str, many: str = "") -> str:
    """ "1 person", "1,200 people"; `many` where more of them are not called as one with an s."""
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"


def people_counted(number: int) -> str:
    """ "1 person", "1,200 people"."""
    return counted(number, "person", "people")


def listed(names: Sequence[str], most: int = 0) -> str:
    """ "Ada, Bob and Carl"; of more than `most` (0 for any number) the rest is counted."""
    if 0 < most < len(names):
        return f"{', '.join(names[:most])} and {len(names) - most:,} more"
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))
