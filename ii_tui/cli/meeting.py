"""meet."""

from __future__ import annotations

from pathlib import Path

import click

from ii_tui.cli.common import DeskCommand, data, opened, talk
from ii_tui.core.dates import Repeated
from ii_tui.core.formats import FORMATS, LONGEST, SHORTEST
from ii_tui.errors import Usage


@click.command(cls=DeskCommand)
@click.argument("person")
@click.option("--at", default="", metavar="TIME", help='"2026-12-01 14:00", "thu 10", ...')
@click.option("--zone", default="", help="Where it takes place: America/Chicago, or a city.")
@click.option("--minutes", type=click.IntRange(SHORTEST, LONGEST), help="30 unless said.")
@click.option("--format", "kind", type=click.Choice(FORMATS))
@click.option("--place", help="Cafe, address, link or number.")
@click.option("--treat/--no-treat", default=None, help="I pay (coffee and lunch).")
@click.option("--first/--second", default=None, help="Which of an hour that the clocks repeat.")
@click.option("--cancel", is_flag=True, help="Cancel the planned meeting.")
@click.option(
    "--ics", type=click.Path(path_type=Path), help="Write it for your calendar (made 0600)."
)
def meet_command(
    person: str,
    at: str,
    zone: str,
    minutes: int | None,
    kind: str | None,
    place: str | None,
    treat: bool | None,
    first: bool | None,
    cancel: bool,
    ics: Path | None,
) -> None:
    """Make the meeting with PERSON, or move, change or cancel the planned one.

    ii-tui meet ada --at "thu 10" --format coffee --place "Corner Cafe" --treat
    """
    from ii_tui.services import calendar_files, people, scheduling

    changes = (at, zone, minutes, kind, place, treat, first)
    if cancel and any(one not in {None, ""} for one in changes):
        raise Usage("--cancel goes alone, or with --ics.")
    with opened() as desk:
        who = people.resolve(desk, person)
        if cancel:
            meeting, words = scheduling.cancel(desk, who)
        else:
            try:
                plan = scheduling.plan(
                    desk,
                    who,
                    at=at,
                    zone=zone,
                    minutes=minutes,
                    kind=kind,
                    place=place,
                    treat=treat,
                    fold=None if first is None else int(not first),
                )
            except Repeated as error:
                one, two = error.offsets
                raise Usage(
                    error.message,
                    title=error.title,
                    hint=f"Add --first ({one}) or --second ({two}).",
                ) from error
            meeting, words = scheduling.meet(desk, who, plan)
            for line in scheduling.describe(plan, desk.zone):
                data(line)
        # Said before the file is written: when that fails, the meeting stands all the same.
        talk(f"{words}.")
        if ics is not None:
            talk(f"Wrote {calendar_files.write_meeting(desk, meeting, ics)}.")
