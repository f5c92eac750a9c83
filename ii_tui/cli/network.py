"""import, export, search, add, show."""

from __future__ import annotations

from pathlib import Path

import click

from ii_tui.cli.common import (
    DeskCommand,
    data,
    document,
    json_option,
    opened,
    raw,
    stdin_bytes,
    talk,
)
from ii_tui.cli.progress import ProgressLine


@click.command(cls=DeskCommand)
@click.argument("file")
@click.option(
    "--as",
    "kind",
    type=click.Choice(["linkedin", "json", "google", "outlook", "vcard", "csv"]),
    help="What the file is; guessed otherwise. This version reads linkedin and json.",
)
@click.option("--dry-run", is_flag=True, help="Say what would happen; write nothing.")
@json_option
def import_command(file: str, kind: str | None, dry_run: bool, as_json: bool) -> int:
    """Import people from FILE, or from standard input with "-".

    ii-tui import Connections.csv --dry-run

    From a laptop to a remote box: ssh box ii-tui import - < Connections.csv

    LinkedIn: Settings, Data privacy, Get a copy of your data, Connections. One undo takes an
    import back. Exit 1 when any row was rejected.
    """
    from ii_tui.services import importing

    content = (
        importing.read_stream(stdin_bytes()) if file == "-" else importing.read_file(Path(file))
    )
    name = "" if file == "-" else Path(file).name
    with opened() as desk, ProgressLine(name, len(content)) as line:
        report = importing.import_data(
            desk, content, name=name, kind=kind, dry_run=dry_run, progress=line.told
        )
    if as_json:
        document(
            {
                "new": report.new,
                "updated": report.updated,
                "unchanged": report.unchanged,
                "rejected": [{"line": row.line, "reason": row.reason} for row in report.rejected],
            }
        )
    else:
        data(report.words)
        for row in report.rejected:
            data(f"line {row.line}: {row.reason}")
        for note in report.notes:
            talk(note)
    return 1 if report.rejected else 0


@click.command(cls=DeskCommand)
@click.option(
    "--as", "kind", type=click.Choice(["json", "csv", "ics"]), default="json", show_default=True
)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="A file (made 0600).")
def export_command(kind: str, output: Path | None) -> None:
    """Export everything (json), people (csv), or meetings and check-ins (ics).

    The JSON is complete: imported into an empty database and exported again it gives the same
    bytes. Without -o it goes to standard output.

    ii-tui export --as ics -o interviews.ics
    """
    from ii_tui.services import exporting

    with opened() as desk:
        written = exporting.export(desk, kind)
        if output is None or str(output) == "-":
            raw(written.data)
        else:
            exporting.write_file(output, written)
            talk(f"Wrote {output}.")
        for note in written.notes:
            talk(note)


@click.command(cls=DeskCommand)
@click.argument("query", nargs=-1, required=True)
@json_option
def search_command(query: tuple[str, ...], as_json: bool) -> int:
    """Find people, companies, notes and messages that hold every word of QUERY.

    ii-tui search solar hamburg
    """
    from ii_tui.services import browsing

    with opened() as desk:
        hits = browsing.find(desk, " ".join(query))
    if as_json:
        document(hits)
    else:
        for hit in hits:
            first = hit.detail.splitlines()[0] if hit.detail else ""
            data(f"{hit.kind:8} {hit.id:>6}  {hit.title}" + (f"  {first}" if first else ""))
    if not hits:
        talk("Nothing found.")
    return 0 if hits else 3


@click.command(cls=DeskCommand)
@click.argument("line", nargs=-1, required=True)
def add_command(line: tuple[str, ...]) -> None:
    """Add a person from one line and print the id; a known one's id if they are here.

    ii-tui add "Ada Lovelace, Boss @ Acme <ada@example.org> linkedin.com/in/ada"
    """
    from ii_tui.services import people

    with opened() as desk:
        person, new = people.quick_add(desk, " ".join(line))
        name = people.brief_name(desk, person)
    data(str(person))
    talk(f"Added {name}." if new else f"{name} is here already.")


@click.command(cls=DeskCommand)
@click.argument("person", nargs=-1, required=True)
@json_option
def show_command(person: tuple[str, ...], as_json: bool) -> None:
    """Everything about one PERSON: where they stand, what is owed, what happened.

    ii-tui show ada@acme.example --json
    """
    from ii_tui.services import people

    with opened() as desk:
        page = people.page(desk, people.resolve(desk, " ".join(person)))
        if as_json:
            document(page)
            return
        from ii_tui.cli.page import lines

        for line in lines(desk, page):
            data(line)
