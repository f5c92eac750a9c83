"""What every command shares: the desk of this run, words to stderr, data to stdout, JSON."""

from __future__ import annotations

import dataclasses
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ii_tui.clock import Clock
from ii_tui.core.text import clean
from ii_tui.paths import Paths

if TYPE_CHECKING:
    from ii_tui.services.desk import Desk


@dataclasses.dataclass(slots=True)
class Run:
    """The options of the whole program."""

    database: Path | None = None
    config: Path | None = None

    def paths(self) -> Paths:
        """Where this run's files are."""
        return Paths.find(database=self.database, config=self.config)


class DeskCommand(click.Command):
    """A command that takes --db and --config as well, for they are typed last as often as first."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params += [
            click.Option(["--db"], type=click.Path(path_type=Path), hidden=True),
            click.Option(["--config"], type=click.Path(path_type=Path), hidden=True),
        ]

    def invoke(self, ctx: click.Context) -> Any:
        """Takes the two options out before the command's function is called."""
        run = ctx.ensure_object(Run)
        for name, field in (("db", "database"), ("config", "config")):
            value = ctx.params.pop(name, None)
            if value is not None:
                setattr(run, field, value)
        return super().invoke(ctx)


@contextmanager
def opened() -> Iterator[Desk]:
    """The desk of this run, closed at the end; config problems are told once on stderr."""
    from ii_tui.services.desk import Desk

    run = click.get_current_context().ensure_object(Run)
    desk = Desk.open(run.paths(), Clock.from_env())
    try:
        for problem in desk.problems:
            talk(f"config: {problem}")
        yield desk
    finally:
        desk.close()


def talk(words: str) -> None:
    """Words for the person, on stderr."""
    click.echo(clean(words), err=True)


def data(words: str) -> None:
    """A line of data, on stdout."""
    click.echo(clean(words))


def document(value: object) -> None:
    """One JSON document on stdout; instants and days as the contract writes them."""
    click.echo(json.dumps(plain(value), ensure_ascii=False, indent=2, sort_keys=True))


def plain(value: object) -> Any:
    """Dataclasses, instants and days as JSON holds them."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {item.name: plain(getattr(value, item.name)) for item in dataclasses.fields(value)}
    if isinstance(value, datetime):
        if value.tzinfo is None:
            return value.isoformat(timespec="minutes")
        from ii_tui.core.dates import instant_text

        return instant_text(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {str(key): plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(one) for one in value]
    return value


def read_text(source: str) -> str:
    """The text of a file, or of standard input for "-"; cleaned."""
    from ii_tui.errors import IiError

    try:
        raw = sys.stdin.buffer.read() if source == "-" else Path(source).expanduser().read_bytes()
    except OSError as error:
        raise IiError(f"{source} could not be read: {error.strerror}.") from error
    return clean(raw.decode("utf-8-sig", "replace"))


json_option = click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
