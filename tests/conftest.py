"""No test touches the developer's files, clock, keyring or terminal."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from ii_tui.clock import Clock
from ii_tui.paths import Paths
from ii_tui.services.desk import Desk
from ii_tui.store.database import Store
from ii_tui.store.header import touch_private

pytest_plugins = ["tests.needs"]

# A machine under load is no bug, and an example that was found is written into a test instead.
# The same examples on every run: what fails here fails everywhere, and nothing fails by luck.
# `II_TUI_SEARCH=1 pytest` looks at others.
settings.register_profile(
    "ii",
    deadline=None,
    database=None,
    derandomize=not os.environ.get("II_TUI_SEARCH"),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.load_profile("ii")


class Hands:
    """A clock whose hands a test moves: `hands.at = ...`, `hands.forward(days=1)`."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def __call__(self) -> datetime:
        """The moment it shows."""
        return self.at

    def forward(self, **by: float) -> datetime:
        """Moves them by a timedelta's words; returns the new moment."""
        self.at += timedelta(**by)
        return self.at


@pytest.fixture(autouse=True)
def isolated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """HOME and the XDG folders live in the test's own directory; returns that home."""
    home = tmp_path / "home"
    home.mkdir()
    for name in list(os.environ):
        if name.startswith(("II_TUI_", "XDG_", "SSH_")) or name in {"TMUX", "STY", "NO_COLOR"}:
            monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / "config"))
    monkeypatch.setenv("XDG_STATE_HOME", str(home / "state"))
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    monkeypatch.setenv("TZ", "UTC")
    return home


@pytest.fixture
def hands() -> Hands:
    """The hands of the desk's clock: Tuesday 24 November 2026, 09:00 UTC."""
    return Hands(datetime(2026, 11, 24, 9, tzinfo=UTC))


@pytest.fixture
def paths(isolated: Path) -> Paths:
    """The files of a run that starts with nothing."""
    return Paths.find()


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with nobody in it, which is made once: a copy costs a twentieth of the making."""
    path = tmp_path_factory.mktemp("empty") / "ii.db"
    Store.open(path, path.parent / "backups", fast=True).close()
    return path


@pytest.fixture
def desk(paths: Paths, hands: Hands, empty_database: Path) -> Iterator[Desk]:
    """A desk on an empty throwaway database, in UTC; services are called on this thread."""
    touch_private(paths.database)
    shutil.copyfile(empty_database, paths.database)
    opened = Desk.open(paths, Clock(source=hands), throwaway=True)
    yield opened
    opened.close()


@pytest.fixture
def other_desk(desk: Desk, paths: Paths, hands: Hands) -> Iterator[Desk]:
    """A second program on the database of `desk`."""
    opened = Desk.open(paths, Clock(source=hands), throwaway=True)
    yield opened
    opened.close()
