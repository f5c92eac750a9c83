"""The edge of the program: options of every run, words to stderr, and no traceback to a person.

Nothing here imports click: opening the screen needs none of it, and starts a twelfth sooner.
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from ii_tui.core.text import clean
from ii_tui.errors import IiError
from ii_tui.lazy import dataclass
from ii_tui.paths import Paths


@dataclass(slots=True)
class Run:
    """The options of the whole program."""

    database: Path | None = None
    config: Path | None = None

    def paths(self) -> Paths:
        """Where this run's files are."""
        return Paths.find(database=self.database, config=self.config)


def talk(words: str) -> None:
    """Words for the person, on stderr; where nobody hears them, nothing is lost."""
    with contextlib.suppress(OSError):
        print(clean(words), file=sys.stderr, flush=True)


def silence_stdout() -> None:
    """Nobody reads stdout any more; the interpreter must not complain of it at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


def _legible(argument: str) -> str:
    """A word in the old Western encoding as text, as imports read it; else its letters would go.

    What names a file, or has a folder in it, stays the bytes that it is.
    """
    if argument.isascii() or "/" in argument or os.path.lexists(argument):
        return argument
    try:
        argument.encode()
    except UnicodeEncodeError:
        return os.fsencode(argument).decode("cp1252", "replace")
    return argument


SCREEN: tuple[list[str], ...] = ([], ["--demo"])
"""Command lines that only open the screen."""


def run(arguments: Sequence[str]) -> int:
    """Runs the program; returns the exit code. No traceback ever reaches a person."""
    os.umask(0o077)
    for stream in (sys.stdout, sys.stderr):
        # A terminal in another encoding shows a question mark rather than stopping the program.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        if list(arguments) in SCREEN and "_II_TUI_COMPLETE" not in os.environ:
            from ii_tui.cli.screen import open_screen

            return open_screen(Run(), demo=bool(arguments))
        from ii_tui.cli.main import execute

        return execute([_legible(each) for each in arguments])
    except KeyboardInterrupt:
        talk("Stopped.")
        return 130
    except IiError as error:
        after = "" if error.title.endswith("?") else ":"
        between = "" if error.hint.startswith("\n") else " "
        talk(f"{error.title}{after} {error.message}{between}{error.hint}".rstrip())
        return error.exit
    except BrokenPipeError:
        silence_stdout()
        return 0  # whoever read our output has enough
    except Exception as error:  # noqa: BLE001  # the edge of the program: a bug is one line
        return _bug(error)


def _bug(error: Exception) -> int:
    from ii_tui.clock import Clock
    from ii_tui.paths import Paths
    from ii_tui.services.crash import write_report

    try:
        report = write_report(error, Paths.find().crashes, Clock().now())
    except (OSError, IiError):
        talk(f"ii-tui hit a bug ({type(error).__name__}) and could not write a report.")
        return 1
    talk(f"ii-tui hit a bug. Report: {report}")
    return 1
