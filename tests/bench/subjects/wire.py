"""The bytes of one key, which is what a slow link feels, and the time of a move on a full board."""

from __future__ import annotations

from collections.abc import Iterator

from tests.bench.bench import MARKER, Bench
from tests.bench.measure import median
from tests.bench.program import Program
from tests.bench.table import Figure, plain, ratio

MOVES = 20
CARDS = 1_000
SYNC_ASKED, SYNC_YES, SYNC_BEGINS = b"\x1b[?2026$p", "\x1b[?2026;2$y", b"\x1b[?2026h"


def measure(bench: Bench) -> Iterator[Figure]:
    """The list of 100,000, a person's page, the board, and a character in both kinds of field."""
    moves = bench.runs(MOVES)
    people = bench.database(bench.size(100_000))
    with bench.floor("table") as floor, bench.ours(people) as ours:
        floor.until("Given1")
        _begin(ours, "3", "people")
        yield ratio("cursor", _each(ours, "j", moves), _each(floor, "\x1b[B", moves), "bytes")
        floor.settle(0.5)
        opened = [(_open(ours), _open(floor)) for _ in range(max(2, moves // 4))]
        ours_, stock = (median(column) for column in zip(*opened, strict=True))
        yield ratio("screen", ours_, stock, "bytes")
    with bench.ours(people) as ours:
        _answer_sync(ours)
        _begin(ours, "3", "people")
        begun = len(ours.seen)
        ours.send("\x1b[6~")
        ours.settle(0.3)
        written = bytes(ours.seen[begun:])
        yield plain("page repaints", written.count(SYNC_BEGINS), "")
    with bench.ours(people) as ours:
        _begin(ours, "3", "people")
        yield plain("page bytes", _each(ours, "\x1b[6~", moves), "bytes")
    with bench.ours(bench.board(bench.size(CARDS))) as ours:
        _begin(ours, "2", "CONNECT", first="WHEN YOU LIKE")
        times = []
        for _ in range(moves):
            times.append(ours.press("j"))
            ours.settle(0.2)
        yield plain("board ms", median(times), "ms")
        yield plain("board bytes", _each(ours, "j", moves), "bytes")
    for name, columns, rows in (("80", 80, 24), ("200", 200, 60)):
        size = {"columns": columns, "rows": rows}
        few = bench.database(bench.size(1_000))
        with bench.floor("field", **size) as floor, bench.ours(few, **size) as ours:
            floor.until("The floor")
            _begin(ours, "n", "Who would you like")
            yield ratio(f"input {name}", _letters(ours), _letters(floor), "bytes")
        with bench.floor("text", **size) as floor, bench.ours(few, **size) as ours:
            floor.until("The floor")
            _begin(ours, "m", "ctrl+s")
            yield ratio(f"text {name}", _letters(ours), _letters(floor), "bytes")


def _begin(program: Program, key: str, words: str, first: str = MARKER) -> None:
    """Ours, from its first frame to where these words stand."""
    program.until(first)
    program.settle(0.5)
    start = len(program.seen)
    program.send(key)
    program.until(words, start=start)
    program.settle(0.5)


def _each(program: Program, key: str, times: int) -> float:
    """The bytes of a key, in the middle of so many."""
    program.settle(0.3)
    return median([program.cost(key) for _ in range(times)])


def _open(program: Program) -> float:
    """The bytes of opening a page; it is closed again."""
    found = program.cost("o")
    program.settle(0.3)
    program.send("\x1b")
    program.settle(0.5)
    return found


def _letters(program: Program) -> float:
    """The bytes of a letter in the field that has the focus."""
    program.settle(0.5)
    return median([program.cost(letter) for letter in "thank you for the time"])


def _answer_sync(program: Program) -> None:
    """Be a terminal that knows synchronized output: every repaint is then marked."""
    while SYNC_ASKED not in program.seen:
        program.read_for(0.01)
    program.send(SYNC_YES)
