"""What every command shares: the desk of this run, words to stderr, data to stdout, JSON."""

from __future__ import annotations

import codecs
import dataclasses
import errno
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import click

from ii_tui.cli.run import Run, silence_stdout
from ii_tui.cli.run import talk as talk
from ii_tui.clock import Clock
from ii_tui.core.text import clean
from ii_tui.errors import DiskFull, IiError, Nothing, Usage
from ii_tui.paths import named

if TYPE_CHECKING:
    from ii_tui.services.desk import Desk


_MEANING = {
    "PERSON": "PERSON: a number, a profile slug, an e-mail address, the beginning of a uid, or a "
    "name that fits one.",
    "TASK": "TASK: its number from `ii-tui today`, or the beginning of its uid.",
    "TIME": 'TIME: 2026-12-01 14:00, ISO 8601, or words such as "tomorrow 9am" or "in 2 weeks".',
}
"""What the arguments and values that many commands share mean."""

LONGEST_TEXT = 1_000_000
"""Bytes of a message that are read; a stream may never end."""


class DeskCommand(click.Command):
    """A command that takes --db and --config as well, for they are typed last as often as first.

    Its help ends with what PERSON, TASK and TIME mean, where it takes them.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        taken = {param.metavar or str(param.name).upper() for param in self.params}
        words = [meaning for name, meaning in _MEANING.items() if name in taken]
        self.epilog = "\n\n".join(words) or None
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
    from ii_tui.services import planning
    from ii_tui.services.desk import COMMAND_LINE, Desk

    run = click.get_current_context().ensure_object(Run)
    desk = Desk.open(run.paths(), Clock.from_env(), by=COMMAND_LINE)
    try:
        planning.refresh(desk)
        for problem in desk.problems:
            talk(f"config: {problem}")
        yield desk
        if desk.country_problem:
            talk(f"config: {desk.country_problem}")
    finally:
        desk.close()


def data(words: str) -> None:
    """A line of data, on stdout."""
    with _to_stdout():
        click.echo(clean(words))


def raw(written: bytes) -> None:
    """A finished file, on stdout as it is."""
    with _to_stdout():
        if sys.stdout is not None:
            sys.stdout.buffer.write(written)
            sys.stdout.buffer.flush()


def document(value: object) -> None:
    """One JSON document on stdout; instants and days as the contract writes them."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    # Where stdout cannot hold every letter, JSON's own escapes can: nothing becomes "?".
    narrow = codecs.lookup(encoding).name != "utf-8"
    with _to_stdout():
        click.echo(json.dumps(plain(value), ensure_ascii=narrow, indent=2, sort_keys=True))


@contextmanager
def _to_stdout() -> Iterator[None]:
    """Tells what stopped the output; a reader that has enough is told apart in `run`."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        silence_stdout()
        kind = DiskFull if error.errno == errno.ENOSPC else IiError
        raise kind(
            f"The output could not be written: {error.strerror}.", title="Not written"
        ) from error


def plain(value: object) -> Any:
    """Dataclasses, instants and days as JSON holds them; texts cleaned."""
    if isinstance(value, str):
        return clean(value)
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
        return {clean(str(key)): plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(one) for one in value]
    return value


def stdin_bytes() -> BinaryIO:
    """Standard input; raises Usage where it is closed."""
    if sys.stdin is None:
        raise Usage("Standard input is closed.", hint="Name a file instead of -.")
    return sys.stdin.buffer


def read_text(source: str) -> str:
    """The text of a file, or of standard input for "-"; cleaned. Raises Usage for a book."""
    try:
        if source == "-":
            read = stdin_bytes().read(LONGEST_TEXT + 1)
        else:
            with named(Path(source)).open("rb") as file:
                read = file.read(LONGEST_TEXT + 1)
    except FileNotFoundError:
        raise Nothing(f"There is no file {source}.", hint="Check the name.") from None
    except OSError as error:
        raise IiError(f"{source} could not be read: {error.strerror}.") from error
    if len(read) > LONGEST_TEXT:
        raise Usage(
            f"That is longer than {LONGEST_TEXT:,} bytes.",
            title="Too long",
            hint="Is it the right file?",
        )
    return clean(read.decode("utf-8-sig", "replace"))


json_option = click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
