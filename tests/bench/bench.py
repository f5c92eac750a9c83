"""What every subject shares: a folder, databases of any size, and programs to hold side by side."""

from __future__ import annotations

import contextlib
import functools
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ii_tui.clock import Clock
from ii_tui.core.stages import Answer, EventKind
from ii_tui.paths import Paths
from ii_tui.services import importing, people, touches
from ii_tui.services.desk import Desk
from ii_tui.services.touches import Touch
from tests.bench.program import Program, python
from tests.files.make_connections import connections_csv
from tests.pty.term import environment

NOW = "2026-11-24T09:00:00+00:00"
MARKER = "Mark Er"
"""The last word of a first frame: someone who is owed something today."""


@dataclass(frozen=True)
class Bench:
    """One run of the benchmark; everything it makes lies in `folder`."""

    folder: Path
    quick: bool = False

    def runs(self, many: int) -> int:
        """How often something is measured."""
        return max(2, many // 4) if self.quick else many

    def size(self, count: int) -> int:
        """How many contacts there are; fewer where only the harness is tried."""
        return count // 100 if self.quick else count

    @functools.cache  # noqa: B019 - lives as long as the run
    def database(self, count: int) -> Path:
        """A database of `count` contacts, one of whom is owed an answer today."""
        path = self.folder / f"{count}.db"
        with self.desk(path) as desk:
            importing.import_data(desk, connections_csv(count), kind="linkedin")
            person, _ = people.quick_add(desk, f"{MARKER} @ Acme <mark@acme.example>")
            touches.log(desk, person, Touch(EventKind.SENT, "meeting_request", "email"))
            touches.log(desk, person, Touch(EventKind.RECEIVED, answer=Answer.YES))
        return path

    @functools.cache  # noqa: B019
    def board(self, cards: int) -> Path:
        """A database with so many people on the board."""
        path = self.folder / f"board-{cards}.db"
        with self.desk(path) as desk:
            importing.import_data(desk, connections_csv(cards), kind="linkedin")
            with desk.act("Everybody") as act:
                for (person,) in act.db.rows("SELECT id FROM contact"):
                    act.open(person)
        return path

    @contextlib.contextmanager
    def desk(self, path: Path) -> Iterator[Desk]:
        """A desk on the database at `path`, at the clock of the programs."""
        paths = Paths(database=path, config=self.folder / "config.toml", state=self.folder / "s")
        desk = Desk.open(paths, Clock.from_env({"II_TUI_NOW": NOW}), throwaway=True)
        try:
            yield desk
        finally:
            desk.close()

    def ours(self, database: Path, *, columns: int = 80, rows: int = 24) -> Program:
        """The program on a database."""
        return self.program("ii_tui", columns=columns, rows=rows, database=database)

    def program(
        self,
        module: str,
        *arguments: str,
        columns: int = 80,
        rows: int = 24,
        database: Path | None = None,
    ) -> Program:
        """A module in a terminal."""
        argv = python(module, *arguments)
        return self.run(argv, columns=columns, rows=rows, database=database)

    def run(
        self,
        argv: Sequence[str],
        *,
        columns: int = 80,
        rows: int = 24,
        database: Path | None = None,
    ) -> Program:
        """A command line in a terminal; its home and its bytecode are in our folder."""
        env = {"HOME": str(self.folder), "II_TUI_NOW": NOW, "XDG_STATE_HOME": None}
        env |= {"XDG_CONFIG_HOME": None, "XDG_DATA_HOME": None}
        if database is not None:
            env["II_TUI_DB"] = str(database)
        return Program(
            argv,
            cache=self.folder / "bytecode",
            columns=columns,
            rows=rows,
            env=env,
        )

    def floor(self, name: str, *, columns: int = 80, rows: int = 24) -> Program:
        """One of the floors, in a terminal."""
        return self.program(f"tests.bench.floors.{name}", columns=columns, rows=rows)

    def time_floor(self, name: str, *arguments: str) -> float:
        """A floor that needs no terminal: the milliseconds that it prints."""
        done = subprocess.run(
            python(f"tests.bench.floors.{name}", *arguments),
            env=environment({"HOME": str(self.folder)}),
            capture_output=True,
            text=True,
            check=True,
        )
        return float(done.stdout)


@contextlib.contextmanager
def begun(*, quick: bool = False) -> Iterator[Bench]:
    """A benchmark in a folder that goes with the end of the block."""
    with tempfile.TemporaryDirectory(prefix="ii-tui-bench-") as name:
        yield Bench(Path(name), quick)
