"""undo, redo, backup, restore, config, keys."""

from __future__ import annotations

from pathlib import Path

import click

from ii_tui.cli.common import DeskCommand, data, opened, talk
from ii_tui.cli.run import Run
from ii_tui.core.dates import parse_instant
from ii_tui.errors import Nothing


@click.command(cls=DeskCommand)
@click.option("--list", "listed", is_flag=True, help="Show what can be taken back.")
def undo_command(listed: bool) -> None:
    """Take the last change back, whoever made it. Nothing to undo: exit 3.

    What was sent stays sent: only our note of it goes. `ii-tui redo` does it again.
    """
    from ii_tui.services import history

    with opened() as desk:
        if listed:
            changes = history.changes(desk)
            if not changes:
                raise Nothing("There is nothing to undo.")
            for change in changes:
                mark = "undone " if change.undone else ""
                when = desk.local(parse_instant(change.at))
                data(f"{when:%Y-%m-%d %H:%M}  {mark}{change.name}")
            return
        words = history.undo_last(desk)
    talk(words)


@click.command(cls=DeskCommand)
def redo_command() -> None:
    """Do again what was taken back last. Nothing to redo: exit 3."""
    from ii_tui.services import history

    with opened() as desk:
        words = history.redo_last(desk)
    talk(words)


@click.command(cls=DeskCommand)
@click.argument("file", required=False, type=click.Path(path_type=Path))
def backup_command(file: Path | None) -> None:
    """Write a checked backup to FILE, or to the backup folder; prints its path.

    ii-tui backup ~/ii-tui-monday.db
    """
    from ii_tui.services import safekeeping

    with opened() as desk:
        data(str(safekeeping.backup(desk, file)))


@click.command(cls=DeskCommand)
@click.argument("file", type=click.Path(path_type=Path))
def restore_command(file: Path) -> None:
    """Put the backup FILE in place of the database; what it replaces is kept beside it.

    ii-tui restore ~/ii-tui-monday.db
    """
    from ii_tui.services import safekeeping

    run = click.get_current_context().ensure_object(Run)
    kept = safekeeping.restore(run.paths(), file)
    talk(f"Restored {file}." + (f" What was there is kept as {kept}." if kept else ""))


@click.command(cls=DeskCommand)
@click.argument("what", type=click.Choice(["show", "path", "check"]), default="show")
def config_command(what: str) -> int:
    """Show the settings (with what each means), where they are, or what is wrong with them.

    `ii-tui config show` lists them all as a file holds them; write those that you change into the
    file that `ii-tui config path` names.
    """
    from ii_tui import config

    run = click.get_current_context().ensure_object(Run)
    path = run.paths().config
    if what == "path":
        data(str(path))
        return 0
    loaded = config.load(path)
    if what == "show":
        data(config.described(loaded.settings))
        return 0
    from ii_tui.services import working_days
    from ii_tui.ui import keymap
    from ii_tui.ui.styles import themes

    settings = loaded.settings
    keys = keymap.read(settings.keys, settings.ui.keys_preset)
    problems = [*loaded.problems, *keys.problems, *themes.problems(settings.ui.theme)]
    if country := working_days.country_problem(settings.calendar.country):
        problems.append(country)
    for problem in problems:
        data(problem)
    if not problems:
        talk(f"{path} is fine." if path.exists() else f"There is no {path}; defaults are used.")
    return 1 if problems else 0


@click.command(cls=DeskCommand)
def keys_command() -> None:
    """Every command of the screen: id, keys, what it does. `[keys]` in the settings rebinds."""
    from ii_tui import config
    from ii_tui.ui import commands, keymap

    run = click.get_current_context().ensure_object(Run)
    settings = config.load(run.paths().config).settings
    bound = keymap.read(settings.keys, settings.ui.keys_preset)
    for command in commands.COMMANDS:
        shown = " ".join(keymap.written(key) for key in bound.of(command.id))
        data(f"{command.id:22} {shown:14} {command.help}")
