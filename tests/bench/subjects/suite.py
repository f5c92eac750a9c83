"""What a test costs, with what it sets up: a file of pilots, and some of the database."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from tests.bench.bench import Bench
from tests.bench.measure import median
from tests.bench.table import Figure, plain
from tests.pty.term import ROOT, environment

PILOT = ("tests/ui/test_fields.py",)
DATABASE = ("tests/store/test_rows.py", "tests/store/test_facts.py", "tests/store/test_undo.py")


def measure(bench: Bench) -> Iterator[Figure]:
    """The median of the tests, in ms; of the database without what an empty test costs."""
    nothing = bench.folder / "test_nothing.py"
    nothing.write_text("".join(f"def test_{n}():\n    pass\n" for n in range(40)), "utf-8")
    empty = _middle(bench.folder, str(nothing), "-p", "tests.conftest", "--rootdir", str(ROOT))
    yield plain("pilot", _middle(bench.folder, *PILOT), "ms")
    yield plain("database", _middle(bench.folder, *DATABASE) - empty, "ms")


def _middle(folder: Path, *arguments: str) -> float:
    """The middle one of the tests from what it sets up to what it puts away."""
    report = folder / "tests.xml"
    argv = [sys.executable, "-m", "pytest", "-q", "-n", "0", f"--junitxml={report}", *arguments]
    subprocess.run(argv, cwd=ROOT, env=environment(), capture_output=True, check=True)
    cases = ElementTree.parse(report).iter("testcase")
    return median([float(case.attrib["time"]) * 1000 for case in cases])
