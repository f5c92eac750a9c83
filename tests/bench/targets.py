"""What is to be reached, and how a figure is held against it."""

from __future__ import annotations

import re
from dataclasses import dataclass

_LIMIT = re.compile(r"(\d[\d,]*(?:\.\d+)?) ?(x|ms|kB|%|bytes|repaint|modules)")


@dataclass(frozen=True, slots=True)
class Target:
    """One line of the table: what is measured, and in words how far it may go."""

    what: str
    words: str
    """holds the limit: "at most 1.20x the bare app", "6 ms", "2 kB" """
    later: bool = False
    """belongs to later work: printed and not judged"""

    @property
    def limit(self) -> float:
        """The number in the words; raises ValueError where there is none."""
        found = _LIMIT.search(self.words)
        if found is None:
            raise ValueError(f"no limit in {self.words!r}")
        number = float(found[1].replace(",", ""))
        return number * 1000 if found[2] == "kB" else number


TARGETS: dict[str, Target] = {
    "frame 30k": Target("first frame, 30,000 contacts", "at most 1.20x the bare app"),
    "frame 100k": Target("first frame, 100,000 contacts", "at most 1.20x the bare app"),
    "frame growth": Target("first frame, 100,000 against 30,000", "at most 1.05x"),
    "deny list": Target("of the deny list loaded before it", "0 modules"),
    "memory 30k": Target("memory, 30,000 contacts", "at most 1.35x the bare app"),
    "memory growth": Target("memory, 100,000 against 30,000", "at most 1.05x"),
    "import rows": Target("import of 30,000, rows alone", "at most 1.3x raw executemany"),
    "import whole": Target("import of 30,000, whole", "at most 5x raw executemany"),
    "query": Target("filter at 100,000, the query, p99", "10 ms"),
    "results": Target("filter at 100,000, key to results, p99", "15 ms"),
    "key idle": Target("key to paint, idle, p99", "at most 1.5x the bare Input"),
    "key import": Target("key to paint, in an import of 30,000, p99", "at most 2x the bare Input"),
    "cursor": Target("list cursor", "at most 0.3x DataTable"),
    "screen": Target("opening a screen", "at most 0.3x stock"),
    "page repaints": Target("PageDown", "1 repaint"),
    "page bytes": Target("PageDown", "5 kB"),
    "board ms": Target("board of 1,000 cards, one move", "6 ms"),
    "board bytes": Target("board of 1,000 cards, one move", "2 kB"),
    "idle bytes": Target("idle, 10 s", "0 bytes"),
    "idle cpu": Target("idle, 10 s, processor", "0.5%"),
    "pilot": Target("a pilot test", "50 ms"),
    "database": Target("a database test", "2 ms"),
    "input 80": Target("a character in an Input, 80x24", "at most 0.15x the bare app", later=True),
    "input 200": Target(
        "a character in an Input, 200x60", "at most 0.15x the bare app", later=True
    ),
    "text 80": Target("a character in a TextArea, 80x24", "at most 0.03x the bare app", later=True),
    "text 200": Target(
        "a character in a TextArea, 200x60", "at most 0.03x the bare app", later=True
    ),
    "quit": Target("quit", "at most 0.25x the bare app", later=True),
}
