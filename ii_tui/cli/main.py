"""The program's entry: options of all commands, commands loaded when called, errors in words."""

from __future__ import annotations

import importlib
import os
from collections.abc import Sequence
from pathlib import Path

import click

from ii_tui import __version__
from ii_tui.cli.run import Run, silence_stdout, talk
from ii_tui.errors import IiError

_COMMANDS: dict[str, tuple[str, str]] = {
    # name -> (module, the one line that `ii-tui --help` shows; the modules are not loaded for it)
    "today": ("following", "What is open now, most urgent first."),
    "add": ("network", 'Add a person: "Ada Lovelace, Analyst @ Acme <ada@acme.example>".'),
    "import": ("network", "Import LinkedIn's Connections.csv, or our own JSON."),
    "export": ("network", "Export everything as json, people as csv, meetings as ics."),
    "search": ("network", "Find people, companies, notes and messages."),
    "show": ("network", "Everything about one person."),
    "move": ("following", "Move an interview to a stage, or close it by an exit."),
    "log": ("following", "Keep a touch: sent, received, confirmed, call, met ... note."),
    "block": ("following", "Do not contact a person, or lift that."),
    "meet": ("meeting", "Make, move or cancel the meeting."),
    "compose": ("writing", "The draft of a message, its length and what would embarrass."),
    "done": ("following", "Settle a task."),
    "snooze": ("following", "Put a task off until a day."),
    "found": ("finding", "I found the job: everyone who helped is to hear it."),
    "undo": ("upkeep", "Take the last change back (--list shows them)."),
    "redo": ("upkeep", "Do again what was taken back."),
    "backup": ("upkeep", "Write a checked backup of the database."),
    "restore": ("upkeep", "Put a backup in place; what it replaces is kept."),
    "config": ("upkeep", "Show the settings, where they are, and what is wrong with them."),
    "keys": ("upkeep", "Every command of the screen with its id and keys."),
}

_GROUPS = (
    ("Every day", ("today", "done", "snooze", "log", "move", "meet", "compose", "block", "found")),
    ("Your network", ("add", "import", "export", "search", "show")),
    ("Upkeep", ("undo", "redo", "backup", "restore", "config", "keys")),
)


_ONLY_TALK = frozenset({"-h", "--help", "--version"})


class Program(click.Group):
    """Loads a command's module when that command is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All names, in the order of help."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, from its module."""
        if cmd_name not in _COMMANDS:
            return None
        module = importlib.import_module(f"ii_tui.cli.{_COMMANDS[cmd_name][0]}")
        found = getattr(module, f"{cmd_name}_command")
        return found if isinstance(found, click.Command) else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Names the closest command for one that is not there."""
        import difflib

        if args and args[0] not in _COMMANDS and not args[0].startswith("-"):
            near = difflib.get_close_matches(args[0], _COMMANDS, 1)
            hint = f" Did you mean {near[0]}?" if near else ""
            raise click.UsageError(f"There is no command {args[0]!r}.{hint}", ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Commands by subject, without loading any."""
        for title, names in _GROUPS:
            with formatter.section(title):
                formatter.write_dl([(name, _COMMANDS[name][1]) for name in names])


@click.group(
    cls=Program,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 90},
)
@click.option("--db", type=click.Path(path_type=Path), help="The database file (or II_TUI_DB).")
@click.option(
    "--config", type=click.Path(path_type=Path), help="The settings file (or II_TUI_CONFIG)."
)
@click.option("--demo", is_flag=True, help="Look around on sample data that is thrown away.")
@click.version_option(__version__, "--version", message="ii-tui %(version)s")
@click.pass_context
def program(ctx: click.Context, db: Path | None, config: Path | None, demo: bool) -> None:
    """Informational interviews from the terminal.

    Without a command it opens the screen on Today. `ii-tui COMMAND --help` says what a command
    takes, with an example.

    Data goes to standard output, words to standard error. Exit codes: 0 done, 1 done in part,
    2 wrong use, 3 nothing could be done. --db and --config may also follow the command.
    """
    ctx.obj = Run(db, config)
    if ctx.invoked_subcommand is None:
        from ii_tui.cli.screen import open_screen

        ctx.exit(open_screen(ctx.obj, demo=demo))
    if demo:
        raise click.UsageError("--demo opens the screen; it does not go with a command.", ctx)


def execute(arguments: Sequence[str]) -> int:
    """Runs one command; returns its exit code. Raises what the command raises."""
    if "_II_TUI_COMPLETE" in os.environ:
        program.main(list(arguments), prog_name="ii-tui")  # a shell asks what fits; this exits
    try:
        # Not `program.main`: it takes an output that is closed for a failure.
        with program.make_context("ii-tui", list(arguments)) as context:
            result = program.invoke(context)
    except click.exceptions.Exit as error:
        return error.exit_code
    except click.ClickException as error:
        _show(error)
        return 2
    except OSError as error:
        if isinstance(error, BrokenPipeError) or not _ONLY_TALK.intersection(arguments):
            raise
        # click writes help and version by itself.
        silence_stdout()
        raise IiError(
            f"The output could not be written: {error.strerror}.", title="Not written"
        ) from error
    except click.Abort:
        talk("Stopped.")
        return 130
    return result if isinstance(result, int) else 0


def _show(error: click.ClickException) -> None:
    context = error.ctx if isinstance(error, click.UsageError) else None
    if context is not None:
        talk(context.get_usage())
    talk(error.format_message())
    if context is not None:
        talk(f"{context.command_path} --help says more.")
