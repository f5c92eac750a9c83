"""Backups and restores as commands give them."""

from __future__ import annotations

from pathlib import Path

import pytest

from ii_tui.clock import Clock
from ii_tui.errors import Corrupt, IiError, Nothing
from ii_tui.paths import Paths
from ii_tui.services import people, safekeeping
from ii_tui.services.desk import Desk
from ii_tui.services.people import People
from tests.conftest import Hands


def names(paths: Paths, hands: Hands) -> list[str]:
    opened = Desk.open(paths, Clock(source=hands), throwaway=True)
    found = [row.first for row in People(opened).window(0, 50)]
    opened.close()
    return found


def test_by_hand_without_a_name_it_goes_to_the_folder(desk: Desk, ada: int) -> None:
    made = safekeeping.backup(desk)
    assert made.parent == desk.paths.backups()
    assert made.name.endswith("-by-hand.db")


def test_to_a_file_or_into_a_folder(desk: Desk, ada: int, tmp_path: Path) -> None:
    assert safekeeping.backup(desk, tmp_path / "mine.db") == tmp_path / "mine.db"
    inside = safekeeping.backup(desk, tmp_path)
    assert inside.parent == tmp_path
    assert inside.name.startswith("ii-")
    with pytest.raises(IiError, match="the database itself"):
        safekeeping.backup(desk, desk.store.path)
    with pytest.raises(IiError, match="could not be written"):
        safekeeping.backup(desk, tmp_path / "no" / "where.db")


def test_a_restore_brings_back_what_was_and_keeps_what_is(
    desk: Desk, ada: int, hands: Hands, tmp_path: Path
) -> None:
    backup = safekeeping.backup(desk, tmp_path / "mine.db")
    people.quick_add(desk, "Bob Byron")
    desk.close()
    kept = safekeeping.restore(desk.paths, backup)
    assert names(desk.paths, hands) == ["Ada"]
    assert kept is not None
    safekeeping.restore(desk.paths, kept)
    assert names(desk.paths, hands) == ["Bob", "Ada"]


def test_what_cannot_be_restored_changes_nothing(
    desk: Desk, ada: int, hands: Hands, tmp_path: Path
) -> None:
    desk.close()
    (tmp_path / "notes.txt").write_text("hello")
    with pytest.raises(Corrupt):
        safekeeping.restore(desk.paths, tmp_path / "notes.txt")
    with pytest.raises(Nothing, match="no file"):
        safekeeping.restore(desk.paths, tmp_path / "gone.db")
    assert names(desk.paths, hands) == ["Ada"]


def test_a_restore_into_nothing_makes_the_folder(
    desk: Desk, ada: int, hands: Hands, tmp_path: Path
) -> None:
    backup = safekeeping.backup(desk, tmp_path / "mine.db")
    other = Paths(tmp_path / "new" / "place" / "ii.db", desk.paths.config, desk.paths.state)
    assert safekeeping.restore(other, backup) is None
    assert names(other, hands) == ["Ada"]
