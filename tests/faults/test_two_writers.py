"""Two programs edit one row at the same time: nothing is lost, and every stale write is shown."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from ii_tui.store.database import Store
from ii_tui.store.rows import add_row
from ii_tui.store.tables import Contact
from tests.faults.children import AT

ROOT = Path(__file__).parents[2]


def two_at_once(database: Path, count: int) -> None:
    store = Store.open(database, database.parent / "backups")
    add_row(store.db, Contact, first="Ada", sort="ada", cadence_days=0, created=AT)
    argv = [sys.executable, "-m", "tests.faults.children", "edits", str(database), str(count)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    programs = [subprocess.Popen(argv, cwd=ROOT, text=True, **pipes) for _ in range(2)]
    for program in programs:
        assert program.stdout is not None
        assert program.stdout.readline() == "ready\n"
    for program in programs:
        assert program.stdin is not None
        program.stdin.write("go\n")
        program.stdin.flush()
    results = []
    for program in programs:
        said, complained = program.communicate(timeout=600)
        assert complained == ""
        results.append(json.loads(said))
    assert sum(result["locked"] for result in results) == 0
    # They did meet, or this has shown nothing.
    assert sum(result["stale"] for result in results) > 0
    rev, value = store.db.one("SELECT rev, cadence_days FROM contact") or (0, 0)
    assert (rev, value) == (1 + 2 * count, 2 * count)
    assert store.db.value("SELECT count(*) FROM change") == 2 * count
    assert store.db.value("PRAGMA quick_check") == "ok"
    store.close()


def test_three_hundred_edits_each(tmp_path: Path) -> None:
    two_at_once(tmp_path / "ii.db", 300)


@pytest.mark.long
@pytest.mark.timeout(900)
def test_two_thousand_edits_each(tmp_path: Path) -> None:
    two_at_once(tmp_path / "ii.db", 2000)
