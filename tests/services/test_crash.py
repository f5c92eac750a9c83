"""Crash reports say what failed and where, and nothing else."""

from __future__ import annotations

import errno
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ii_tui.services import crash

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


def raised(error: Exception) -> Exception:
    with pytest.raises(type(error)) as caught:
        raise error
    return caught.value


def test_it_names_types_and_places_and_not_messages() -> None:
    secret = "canary in a message"
    text = crash.describe(raised(RuntimeError(secret)))
    assert "error: RuntimeError" in text
    assert "test_crash.py:" in text
    assert " in raised" in text
    assert secret not in text


def test_causes_and_contexts_are_named_once_each() -> None:
    first = ValueError()
    try:
        try:
            raise first
        except ValueError as error:
            raise KeyError from error
    except KeyError as error:
        error.__cause__.__context__ = error  # a ring
        text = crash.describe(error)
    assert text.count("KeyError") == 1
    assert text.count("caused by: ValueError") == 1


def test_members_of_a_group_are_named() -> None:
    text = crash.describe(raised(ExceptionGroup("canary", [ValueError("canary"), OSError()])))
    assert text.count("one of a group: ") == 2
    assert "canary" not in text


def test_numbers_of_the_system_and_names_of_sqlite_are_kept(tmp_path: Path) -> None:
    assert f"OSError ({errno.ENOSPC})" in crash.describe(OSError(errno.ENOSPC, "canary"))
    connection = sqlite3.connect(":memory:")
    with pytest.raises(sqlite3.OperationalError) as caught:
        connection.execute("SELECT * FROM canary")
    connection.close()
    text = crash.describe(caught.value)
    assert "sqlite3.OperationalError (SQLITE_ERROR)" in text
    assert "canary" not in text


def test_a_bottomless_recursion_is_cut_to_the_innermost_calls() -> None:
    def deeper() -> None:
        deeper()

    with pytest.raises(RecursionError) as caught:
        deeper()
    text = crash.describe(caught.value)
    assert "outer calls left out" in text
    assert text.count("\n") < crash.FRAMES + 10


def test_places_are_told_without_the_home_directory(isolated: Path) -> None:
    script = isolated / "private" / "script.py"
    script.parent.mkdir()
    code = compile("raise ValueError", str(script), "exec")
    with pytest.raises(ValueError) as caught:
        exec(code)
    text = crash.describe(caught.value)
    assert str(isolated) not in text
    assert "private" not in text
    assert "  script.py:1 in <module>" in text


def test_old_reports_go(tmp_path: Path) -> None:
    folder = tmp_path / "crashes"
    for minute in range(crash.KEEP + 5):
        newest = crash.write_report(ValueError(), folder, NOON.replace(minute=minute))
    kept = sorted(folder.iterdir())
    assert len(kept) == crash.KEEP
    assert kept[-1] == newest
