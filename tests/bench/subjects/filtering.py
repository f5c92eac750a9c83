"""The filter of 100,000 contacts: the query alone, and from the key to the results on screen."""

from __future__ import annotations

import time
from collections.abc import Iterator

from ii_tui.services.people import Filter, People
from tests.bench.bench import MARKER, Bench
from tests.bench.measure import p99
from tests.bench.table import Figure, plain

WORDS = ("love", "grace", "keller lin", "müller", "systems", "engineer", "zz", "a", "garcía")
WINDOW = 96
ROUNDS = 8


def measure(bench: Bench) -> Iterator[Figure]:
    """Every prefix of a few words, typed letter by letter."""
    size = bench.size(100_000)
    path = bench.database(size)
    typed = [word[:end] for word in WORDS for end in range(1, len(word) + 1)]
    queries = []
    with bench.desk(path) as desk:
        desk.draws_here()
        for _ in range(bench.runs(ROUNDS)):
            for text in typed:
                people = People(desk, Filter(text=text))
                began = time.perf_counter()
                people.count()
                people.window(0, WINDOW)
                queries.append((time.perf_counter() - began) * 1000)
    yield plain("query", p99(queries), "ms")
    keys = []
    with bench.ours(path) as program:
        program.until(MARKER)
        program.settle(0.5)
        program.press("3", "people")
        program.settle()
        for _ in range(bench.runs(ROUNDS)):
            for word in WORDS:
                program.send("/")
                program.settle()
                for letter in word:
                    keys.append(program.press(letter))  # the results stand in the key's frame
                    program.settle(0.03)
                program.send("\x1b")
                program.settle(0.3)
    yield plain("results", p99(keys), "ms")
