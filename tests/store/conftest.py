"""A store on a throwaway file, and a second program on it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from ii_tui.store.database import Store
from ii_tui.store.header import touch_private


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the database of the test lies."""
    return tmp_path / "store" / "ii.db"


@pytest.fixture
def store(path: Path, empty_database: Path) -> Iterator[Store]:
    """An empty store without fsync."""
    touch_private(path)
    shutil.copyfile(empty_database, path)
    opened = Store.open(path, path.parent / "backups", fast=True)
    yield opened
    opened.close()


@pytest.fixture
def second(store: Store, path: Path) -> Iterator[Store]:
    """Another program's store on the same file."""
    opened = Store.open(path, path.parent / "backups", fast=True)
    yield opened
    opened.close()
