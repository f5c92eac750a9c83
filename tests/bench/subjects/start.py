"""Start, memory and quit: from exec until Today stands there with its rows."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator

from tests.bench.bench import MARKER, Bench
from tests.bench.measure import median
from tests.bench.table import Figure, plain, ratio
from tests.deny import HEAVY, PROBE, of

RUNS = 20


def measure(bench: Bench) -> Iterator[Figure]:
    """The program with few and with many contacts beside the bare app."""
    few, many = bench.database(bench.size(30_000)), bench.database(bench.size(100_000))
    found: dict[str, list[tuple[float, float, float]]] = {"bare": [], "few": [], "many": []}
    for turn in range(bench.runs(RUNS) + 1):
        for name in found:
            with (
                bench.floor("bare")
                if name == "bare"
                else bench.ours(few if name == "few" else many)
            ) as program:
                seen = program.until("The floor" if name == "bare" else MARKER)
                program.settle(0.5)
                figures = seen, program.memory(), program.quit()
            if turn:
                found[name].append(figures)
    (bare, bare_mb, bare_quit), (ours, ours_mb, quit_), (grown, grown_mb, _) = (
        tuple(median(column) for column in zip(*runs, strict=True)) for runs in found.values()
    )
    yield ratio("frame 30k", ours, bare, "ms")
    yield ratio("frame 100k", grown, bare, "ms")
    yield ratio("frame growth", grown, ours, "ms")
    yield ratio("memory 30k", ours_mb, bare_mb, "MB")
    yield ratio("memory growth", grown_mb, ours_mb, "MB")
    yield ratio("quit", quit_, bare_quit, "ms")
    seen_at = bench.folder / "modules.json"
    with bench.run([sys.executable, "-c", PROBE, str(seen_at), MARKER], database=few) as program:
        program.wait()
    loaded = json.loads(seen_at.read_text())
    yield plain("deny list", len(of(HEAVY, loaded)), "")
