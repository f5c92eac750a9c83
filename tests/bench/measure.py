"""Figures taken in turn, so that what disturbs the machine disturbs all alike."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Mapping, Sequence


def in_turn(runs: int, contestants: Mapping[str, Callable[[], float]]) -> dict[str, list[float]]:
    """Calls each of them `runs` times, one after the other; the first call of each is no figure."""
    found: dict[str, list[float]] = {name: [] for name in contestants}
    for turn in range(runs + 1):
        for name, run in contestants.items():
            figure = run()
            if turn:
                found[name].append(figure)
    return found


def median(figures: Sequence[float]) -> float:
    """The middle one."""
    return statistics.median(figures)


def p99(figures: Sequence[float]) -> float:
    """What 99 of 100 stay under."""
    ordered = sorted(figures)
    return ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))]
