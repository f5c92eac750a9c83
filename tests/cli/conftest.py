"""The command line, called in this process or as a program of its own."""

from __future__ import annotations

import gc
import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from ii_tui.cli.run import run
from ii_tui.clock import Clock
from ii_tui.paths import Paths
from ii_tui.services.desk import Desk

ROOT = Path(__file__).resolve().parents[2]
NOW = "2026-11-24T09:00:00+00:00"
"""A Tuesday, in UTC."""


@dataclass(frozen=True)
class Outcome:
    """What one call said: its exit code, stdout, stderr."""

    code: int
    raw: bytes
    err: str

    @property
    def out(self) -> str:
        """stdout as text."""
        return self.raw.decode()

    @property
    def json(self) -> Any:
        """stdout as the one JSON document it is."""
        return json.loads(self.raw)

    @property
    def lines(self) -> list[str]:
        """stdout by lines."""
        return self.out.splitlines()


class Program:
    """Runs `ii-tui` with arguments at `now`, which a test moves; nothing leaks out of a call."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, home: Path, empty: Path) -> None:
        self.home = home
        self.now: str | None = NOW
        self._patch = monkeypatch
        self._empty = empty

    @property
    def database(self) -> Path:
        """Where the database is unless a call says otherwise."""
        return self.home / "data" / "ii-tui" / "ii.db"

    @property
    def config(self) -> Path:
        """Where the settings are unless a call says otherwise."""
        return self.home / "config" / "ii-tui" / "config.toml"

    def settings(self, text: str) -> None:
        """Writes the settings file."""
        self.config.parent.mkdir(parents=True, exist_ok=True)
        self.config.write_text(text)

    def __call__(
        self,
        *arguments: str,
        stdin: bytes | str = b"",
        now: str | None = None,
        encoding: str = "utf-8",
    ) -> Outcome:
        """One call in this process."""
        moment = now or self.now
        given = stdin.encode() if isinstance(stdin, str) else stdin
        out, err = io.BytesIO(), io.BytesIO()
        with self._patch.context() as patch:
            if moment is None:
                patch.delenv("II_TUI_NOW", raising=False)
            else:
                patch.setenv("II_TUI_NOW", moment)
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given), "utf-8"))
            patch.setattr(sys, "stdout", io.TextIOWrapper(out, encoding, write_through=True))
            patch.setattr(sys, "stderr", io.TextIOWrapper(err, encoding, write_through=True))
            mask = os.umask(0o022)
            try:
                code = run(arguments)
            finally:
                os.umask(mask)
                gc.enable()
            sys.stdout.flush()
            sys.stderr.flush()
            found = Outcome(code, out.getvalue(), err.getvalue().decode(encoding))
        assert "Traceback" not in found.err
        return found

    def ok(self, *arguments: str, **options: Any) -> Outcome:
        """One call that has to end with 0."""
        found = self(*arguments, **options)
        assert found.code == 0, (arguments, found.code, found.err)
        return found

    def apart(
        self,
        *arguments: str | bytes,
        stdin: bytes = b"",
        env: dict[str, str | None] | None = None,
    ) -> Outcome:
        """One call as a process of its own."""
        done = subprocess.run(
            [sys.executable, "-m", "ii_tui", *arguments],
            input=stdin,
            capture_output=True,
            env=self.environment(env),
            cwd=self.home,
            check=False,
        )
        found = Outcome(done.returncode, done.stdout, done.stderr.decode("utf-8", "replace"))
        assert "Traceback" not in found.err
        return found

    def environment(self, env: dict[str, str | None] | None = None) -> dict[str, str]:
        """The environment of a process of its own."""
        values: dict[str, str | None] = dict(os.environ)
        values |= {"PYTHONPATH": str(ROOT), "II_TUI_NOW": self.now} | (env or {})
        return {name: value for name, value in values.items() if value is not None}

    # What tests say most often

    def add(self, line: str) -> str:
        """Adds a person; the id as it was printed.

        The first finds an empty database, for making one takes longer than all the rest.
        """
        if not self.database.exists():
            self.database.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            shutil.copy(self._empty, self.database)
        return self.ok("add", line).out.strip()

    def owed(self, now: str | None = None) -> list[tuple[str, str, str | None]]:
        """(kind, person, due) of what `today --json` lists at `now`."""
        tasks = self.ok("today", "--json", now=now).json
        return [(one["kind"], one["person"], one["due"]) for one in tasks]

    def stage(self, person: str) -> tuple[str, str | None]:
        """(stage, exit) of the person's latest interview."""
        interview = self.ok("show", person, "--json").json["interviews"][0]
        return interview["stage"], interview["exit"]


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with nobody in it, to be copied."""
    folder = tmp_path_factory.mktemp("empty")
    paths = Paths(folder / "ii.db", folder / "config.toml", folder)
    mask = os.umask(0o077)
    Desk.open(paths, Clock()).close()
    os.umask(mask)
    return paths.database


@pytest.fixture
def ii(monkeypatch: pytest.MonkeyPatch, isolated: Path, empty: Path) -> Program:
    """The command line on an empty home, at Tuesday 24 November 2026, 09:00 UTC."""
    return Program(monkeypatch, isolated, empty)


@pytest.fixture
def ada(ii: Program) -> str:
    """Ada's id; she is the only person."""
    return ii.add("Ada Lovelace, Analyst @ Acme <ada@acme.example> linkedin.com/in/ada")


CONNECTIONS = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"


@pytest.fixture
def connections(tmp_path: Path) -> Callable[..., Path]:
    """Writes rows below LinkedIn's header into a file and returns its path."""

    def write(*rows: str, name: str = "Connections.csv", header: str = CONNECTIONS) -> Path:
        path = tmp_path / name
        path.write_text(header + "".join(f"{row}\n" for row in rows))
        return path

    return write
