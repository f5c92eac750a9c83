"""Finding a command by words that are nearly its own: beginnings, synonyms, letters left out."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from ii_tui.core.text import fold

NEAR = 0.8
"""how alike two words are that differ by a slip of the finger"""
LEAST = 3
"""letters from which something is looked for that is only like them"""


def rank(typed: str, title: str, others: str = "") -> int | None:
    """How well what was typed fits, 0 the best; None where a word of it fits nowhere.

    `others` are words that a person may use instead of those of the title.
    """
    own, also = _words(title), _words(others)
    total = 0
    for word in _words(typed):
        found = _rank_word(word, own, also)
        if found is None:
            return None
        total += found
    return total


def _words(text: str) -> list[str]:
    return "".join(char if char.isalnum() else " " for char in fold(text)).split()


def _rank_word(word: str, own: Sequence[str], also: Sequence[str]) -> int | None:
    if any(each.startswith(word) for each in own):
        return 0
    if any(each.startswith(word) for each in also):
        return 1
    every = [*own, *also]
    if len(word) < LEAST:
        return None
    if any(word in each for each in every):
        return 2
    if any(_within(word, each) for each in every):
        return 4
    return 5 if any(_alike(word, each) for each in every) else None


def _alike(word: str, other: str) -> bool:
    """Whether they differ by a slip; only looked at where that is possible at all."""
    if abs(len(word) - len(other)) > 2:
        return False
    matcher = SequenceMatcher(None, word, other)
    return matcher.quick_ratio() >= NEAR and matcher.ratio() >= NEAR


def _within(word: str, other: str) -> bool:
    """Whether the letters come in this order, from the first one on: "stgs" in "settings"."""
    if word[0] != other[0]:
        return False
    left = iter(other)
    return all(char in left for char in word)
