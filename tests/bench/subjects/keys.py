"""From a key to the first byte of its frame: idle, and while an import runs in the program.

Idle it is a letter in the line that adds a person, beside the same letter in a bare Input: an echo
beside an echo. What a letter costs that narrows a list is measured with the filter.
"""

from __future__ import annotations

import signal
import string
from collections.abc import Iterator

from tests.bench.bench import MARKER, Bench
from tests.bench.measure import p99
from tests.bench.program import Program
from tests.bench.table import Figure, ratio
from tests.files.make_connections import connections_csv

KEYS = 240
ROUNDS = 3


def measure(bench: Bench) -> Iterator[Figure]:
    """Letters typed into a field of ours and into a bare Input, in turn."""
    bare: list[float] = []
    idle: list[float] = []
    busy: list[float] = []
    database = bench.database(bench.size(1_000))
    for turn in range(bench.runs(ROUNDS)):
        with bench.floor("field") as floor, bench.ours(database) as ours:
            floor.until("The floor")
            _to_adding(ours)
            floor.settle(0.5)
            for number in range(bench.runs(KEYS)):
                letter = string.ascii_lowercase[number % 26]
                bare.append(_type(floor, letter))
                idle.append(_type(ours, letter))
        file = bench.folder / f"import-{turn}.csv"
        file.write_bytes(connections_csv(bench.size(30_000), seed=turn + 1))
        fresh = bench.folder / f"importing-{turn}.db"
        with bench.program("tests.bench.importing_app", str(file), database=fresh) as ours:
            ours.until("Who would you like to talk to?")
            ours.settle(0.5)
            ours.send("\x1b")
            ours.settle(0.5)
            _to_filter(ours)
            ours.process.send_signal(signal.SIGUSR1)
            done = file.with_suffix(".done")
            number = 0
            while not done.exists():
                busy.append(_type(ours, string.ascii_lowercase[number % 26]))
                number += 1
    yield ratio("key idle", p99(idle), p99(bare), "ms")
    yield ratio("key import", p99(busy), p99(bare), "ms")


def _to_adding(ours: Program) -> None:
    """Into the line that adds a person."""
    ours.until(MARKER)
    ours.settle(0.5)
    ours.send("n")
    ours.settle(0.5)


def _to_filter(ours: Program) -> None:
    """Into the line over the contacts."""
    ours.send("3")
    ours.settle(0.5)
    ours.send("/")
    ours.settle(0.5)


def _type(program: Program, letter: str) -> float:
    """One letter, and one back where the line is long; the time of the letter."""
    found = program.press(letter)
    program.settle(0.02)
    program.send("\x7f")
    program.settle(0.02)
    return found
