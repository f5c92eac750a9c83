"""meet."""

from __future__ import annotations

from pathlib import Path

import click

from ii_tui.cli.common import DeskCommand, data, opened, talk

_FORMATS = ("coffee", "lunch", "office", "video", "call")


@click.command(cls=DeskCommand)
@click.argument("person")
@click.option("--at", default="", metavar="TIME", help='"2026-12-01 14:00", "thu 10", ...')
@click.option("--zone", default="", help="Where it takes place: America/Chicago, or a city.")
@click.option("--minutes", type=click.IntRange(5, 480), help="30 unless said.")
@click.option("--format", "kind", type=click.Choice(_FORMATS))
@click.option("--place", help="Cafe, address, link or number.")
@click.option("--treat/--no-treat", default=None, help="I pay (coffee and lunch).")
@click.option("--second", is_flag=True, help="The second of an hour that the clocks repeat.")
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
    second: bool,
    cancel: bool,
    ics: Path | None,
) -> None:
    """Make the meeting with PERSON, or move, change or cancel the planned one.

    ii-tui meet ada --at "thu 10" --format coffee --place "Corner Cafe" --treat
    """
    from ii_tui.services import people, scheduling

    with opened() as desk:
        who = people.resolve(desk, person)
        if cancel:
            meeting, words = scheduling.cancel(desk, who)
        else:
            plan = scheduling.plan(
                desk,
                who,
                at=at,
                zone=zone,
                minutes=minutes,
                kind=kind,
                place=place,
                treat=treat,
                fold=1 if second else None,
            )
            meeting, words = scheduling.meet(desk, who, plan)
            for line in scheduling.describe(plan, desk.zone):
                data(line)
        if ics is not None:
            scheduling.write_ics(desk, meeting, ics)
            talk(f"Wrote {ics}.")
    talk(f"{words}.")
