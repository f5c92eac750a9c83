"""What a test costs: one file of pilots, one of the database."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator

from tests.bench.bench import Bench
from tests.bench.measure import median
from tests.bench.table import Figure, plain
from tests.pty.term import ROOT, environment

_CALL = re.compile(r"^([\d.]+)s call", re.MULTILINE)


def measure(bench: Bench) -> Iterator[Figure]:
    """The median of the calls, in ms."""
    yield plain("pilot", _calls("tests/ui/test_fields.py"), "ms")
    yield plain("database", _calls("tests/store/test_rows.py"), "ms")


def _calls(file: str) -> float:
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-n", "0", "--durations=0", "-vv", file],
        cwd=ROOT,
        env=environment(),
        capture_output=True,
        text=True,
        check=True,
    )
    return median([float(found) * 1000 for found in _CALL.findall(done.stdout)])
