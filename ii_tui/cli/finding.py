"""found: the end of a search."""

from __future__ import annotations

import click

from ii_tui.cli.common import DeskCommand, data, document, json_option, opened, talk


@click.command(cls=DeskCommand)
@click.option("--at", "company", default="", metavar="COMPANY", help="Where the job is.")
@click.option("--tell", default="", metavar="TIME", help="From when it may be told; now otherwise.")
@click.option("--dry-run", is_flag=True, help="Say who would be told; write nothing.")
@json_option
def found_command(company: str, tell: str, dry_run: bool, as_json: bool) -> None:
    """I found the job: everyone who helped is to hear it, once, the most helpful first.

    Nothing is closed and no meeting is cancelled: what is still open is named. One undo takes it
    back. Each of them is a task then: `ii-tui today`, `ii-tui compose PERSON outcome`.

    ii-tui found --at Contoso --tell "1 december"
    """
    from ii_tui.core.models import who_words
    from ii_tui.services import found, times

    with opened() as desk:
        people = found.helpers(desk)
        day = times.day_ahead(desk, tell) if tell else None
        words = "" if dry_run else found.found(desk, company, day)
        still = found.still_open(desk)
        planned = {
            card.person_id: f"{desk.local(card.next_meeting):%a %-d %b %H:%M}"
            for card in still
            if card.next_meeting is not None
        }
    if as_json:
        document(
            [
                {"person": row.name, "person_id": row.id, "company": row.company,
                 "reason": row.help.reason}
                for row in people
            ]
        )  # fmt: skip
    else:
        for row in people:
            data(f"{row.id:>6}  {who_words(row.name, row.company)}: {row.help.reason}")
    if words:
        talk(f"{words}.")
    for card in still:
        met = f"; you meet {planned[card.person_id]}" if card.person_id in planned else ""
        talk(f"Still open: {card.name}, {card.stage.label}{met}.")
