"""What it does while nobody does anything."""

from __future__ import annotations

from collections.abc import Iterator

from tests.bench.bench import MARKER, Bench
from tests.bench.table import Figure, plain

SECONDS = 10.0


def measure(bench: Bench) -> Iterator[Figure]:
    """Today, left alone."""
    seconds = 1.0 if bench.quick else SECONDS
    with bench.ours(bench.database(bench.size(30_000))) as ours:
        ours.until(MARKER)
        ours.settle(2.0)
        before = ours.cpu()
        written = ours.read_for(seconds)
        yield plain("idle bytes", written, "bytes")
        yield plain("idle cpu", (ours.cpu() - before) / seconds * 100, "%")
