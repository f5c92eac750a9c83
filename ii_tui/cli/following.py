"""today, move, log, block, done, snooze."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import click

from ii_tui.cli.common import DeskCommand, data, document, json_option, opened, talk
from ii_tui.core.stages import CLOSING, Answer, EventKind, Exit, Stage
from ii_tui.errors import Usage

if TYPE_CHECKING:
    from ii_tui.services.desk import Desk

_NAMED = 5
"""proposals to close that are named in the one line for all of them"""
_TOUCHES = ("sent", "received", "confirmed", "call", "met", "posted", "note", "introduced")


@click.command(cls=DeskCommand)
@json_option
def today_command(as_json: bool) -> None:
    """What is open now, most urgent first; fit for a login message.

    A ! stands before what is due; the number is for `ii-tui done` and `ii-tui snooze`. A * stands
    before a text that was copied: was it sent?
    """
    from ii_tui.core.counting import counted
    from ii_tui.core.dates import relative_day
    from ii_tui.services import today

    with opened() as desk:
        tasks = today.open_tasks(desk)
        day = desk.today()
        asked = today.handed_over(desk)
    if as_json:
        document(
            [
                {
                    "id": task.id,
                    "kind": task.kind,
                    "person": task.person,
                    "person_id": task.person_id,
                    "company": task.company,
                    "stage": task.stage,
                    "opens": task.opens,
                    "due": task.due,
                    "reason": task.reason,
                }
                for task in tasks
            ]
        )
        return
    quiet = [task for task in tasks if task.is_proposal]
    for task in tasks:
        if task.is_proposal:
            continue
        sign = "!" if task.due is not None and task.due <= day else " "
        due = "" if task.due is None else f"  {relative_day(task.due, day)}"
        data(f"{sign} {task.id:>4}  {task.title}: {task.who}{due}")
    if quiet:
        who = ", ".join(f"{task.id} {task.person}" for task in quiet[:_NAMED])
        more = f" and {len(quiet) - _NAMED} more" if quiet[_NAMED:] else ""
        many = counted(len(quiet), "conversation")
        data(f"        {many} went quiet, to be closed or kept: {who}{more}")
    for draft in asked:
        data(f"*       Sent? {draft.kind.replace('_', ' ')}: {draft.person}")
    if not tasks and not asked:
        talk("Nothing is owed now.")


@click.command(cls=DeskCommand)
@click.argument("person")
@click.argument("to", metavar="STAGE_OR_EXIT")
@click.option("--reason", default="", help="Why, for an exit.")
@click.option("--until", default="", metavar="TIME", help="When they come back, for parked.")
def move_command(person: str, to: str, reason: str, until: str) -> None:
    """Move PERSON's interview to a stage, or close it by an exit.

    Stages: identified warming requested replied scheduled confirmed held thanked in_touch.

    Exits: declined no_reply dormant lapsed cancelled no_show parked.

    ii-tui move ada parked --until "in 3 weeks" --reason "busy until spring"
    """
    from ii_tui.services import interviews, people, times

    name = to.strip().lower().replace("-", "_").replace(" ", "_")
    with opened() as desk:
        who = people.resolve(desk, person)
        if name in {stage.value for stage in Stage}:
            words = interviews.move(desk, who, Stage(name))
        elif name in {exit_.value for exit_ in CLOSING}:
            day = times.day_ahead(desk, until) if until else None
            words = interviews.close(desk, who, Exit(name), reason, day)
        else:
            raise Usage(
                f"{to!r} is neither a stage nor an exit.",
                hint=f"Stages: {', '.join(Stage)}. Exits: {', '.join(CLOSING)}.",
            )
    talk(f"{words}.")


@click.command(cls=DeskCommand)
@click.argument("person")
@click.argument("touch", type=click.Choice(_TOUCHES))
@click.option("--kind", help="Which message: linkedin_note, meeting_request, confirmation ...")
@click.option("--channel", help="linkedin, linkedin_invitation, inmail, email, card, sms.")
@click.option("--answer", type=click.Choice([one.value for one in Answer]))
@click.option("--until", default="", metavar="TIME", help="Until when (later, ooo).")
@click.option("--at", default="", metavar="TIME", help="When it happened; now otherwise.")
@click.option("--text", default="", help="What was said, or the note.")
@click.option(
    "--target", metavar="PERSON", help="Whom PERSON introduces, or was asked to introduce."
)
def log_command(
    person: str,
    touch: str,
    kind: str | None,
    channel: str | None,
    answer: str | None,
    until: str,
    at: str,
    text: str,
    target: str | None,
) -> None:
    """Keep a touch on PERSON's timeline.

    sent, met and posted move the interview forward by fact; received settles what waited and
    never moves it; confirmed is their word that the meeting stands.

    ii-tui log ada sent --kind meeting_request --at "yesterday 15:00"

    ii-tui log ada received --answer yes

    An introduction has two people: PERSON makes it, --target is who is wanted. They were asked,
    they agreed or would rather not, they introduced you, they were thanked:

    ii-tui log ada sent --kind intro_request --target grace

    ii-tui log ada received --answer yes --target grace

    ii-tui log ada introduced --target grace

    ii-tui log ada sent --kind thank_introducer --target grace
    """
    from ii_tui.core.kinds import Channel, Kind
    from ii_tui.core.text import clean
    from ii_tui.services import people, times, touches

    if answer and touch != "received":
        raise Usage("--answer goes with received.")
    if until and answer not in {Answer.LATER.value, Answer.OOO.value}:
        raise Usage("--until goes with --answer later or --answer ooo.")
    for value, known, name in ((kind, Kind, "kind"), (channel, Channel, "channel")):
        if value is not None and value not in {one.value for one in known}:
            raise Usage(f"{value!r} is not a {name}.", hint=f"One of: {', '.join(known)}.")
    if touch == "posted" and kind is None:
        kind = Kind.THANK_YOU_CARD.value
    with opened() as desk:
        who = people.resolve(desk, person)
        when = times.gone_by(desk, at) if at else None
        back = desk.local(times.moment(desk, until)).date() if until else None
        if target is not None or touch == "introduced":
            words = _introduction(desk, who, target, touch, kind, channel, answer, text, when)
        elif touch == "note":
            words = people.add_note(desk, who, text, at=when)
        else:
            words = touches.log(
                desk,
                who,
                touches.Touch(
                    EventKind(touch),
                    message_kind=kind,
                    channel=channel,
                    answer=None if answer is None else Answer(answer),
                    until=back,
                    text=clean(text),
                ),
                at=when,
            )
    talk(f"{words}.")


@click.command(cls=DeskCommand)
@click.argument("person")
@click.option("--reason", default="", help="Why; it is kept on the timeline.")
@click.option("--lift", is_flag=True, help="They may be contacted again.")
def block_command(person: str, reason: str, lift: bool) -> None:
    """Do not contact PERSON: every message to them is blocked until you lift it.

    What would be owed to them is not; nothing is deleted or cancelled.

    ii-tui block ada --reason "she asked me not to write"

    ii-tui block ada --lift
    """
    from ii_tui.services import editing, people

    with opened() as desk:
        who = people.resolve(desk, person)
        words = editing.set_do_not_contact(desk, who, not lift, reason)
    talk(f"{words}.")


def _introduction(
    desk: Desk,
    who: int,
    target: str | None,
    touch: str,
    kind: str | None,
    channel: str | None,
    answer: str | None,
    text: str,
    when: datetime | None,
) -> str:
    """A step of the introduction that one person makes to another."""
    from ii_tui.core.kinds import TO_INTRODUCER
    from ii_tui.core.text import clean
    from ii_tui.services import introducing, people, touches

    if target is None:
        raise Usage("Introduced to whom?", hint="--target names them.")
    wanted = people.resolve(desk, target)
    if touch == "sent":
        if kind not in TO_INTRODUCER:
            raise Usage("--target goes with --kind intro_request or thank_introducer.")
        sent = touches.Touch(EventKind.SENT, message_kind=kind, channel=channel, text=clean(text))
        return introducing.asked(desk, who, wanted, sent, at=when)
    steps = {("received", "yes"): "agreed", ("received", "no"): "declined"}
    state = "introduced" if touch == "introduced" else steps.get((touch, answer or ""))
    if state is None:
        raise Usage(
            "--target goes with sent, introduced, and received --answer yes or no.",
        )
    return introducing.came(desk, who, wanted, state, text=text, at=when)


@click.command(cls=DeskCommand)
@click.argument("task")
def done_command(task: str) -> None:
    """Settle a TASK: it is done.

    ii-tui done 12
    """
    from ii_tui.services import settling

    with opened() as desk:
        words = settling.done(desk, settling.find_task(desk, task))
    talk(f"{words}.")


@click.command(cls=DeskCommand)
@click.argument("task")
@click.argument("when", nargs=-1, required=True, metavar="WHEN")
def snooze_command(task: str, when: tuple[str, ...]) -> None:
    """Put a TASK off until WHEN: friday, "in 2 weeks", 2026-12-01.

    ii-tui snooze 12 friday
    """
    from ii_tui.services import settling

    with opened() as desk:
        words = settling.snooze(desk, settling.find_task(desk, task), " ".join(when))
    talk(f"{words}.")
