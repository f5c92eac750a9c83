"""compose."""

from __future__ import annotations

import click

from ii_tui.cli.common import DeskCommand, data, document, json_option, opened, read_text, talk
from ii_tui.errors import Usage


@click.command(cls=DeskCommand)
@click.argument("person")
@click.argument("kind")
@click.option("--channel", help="linkedin, linkedin_invitation, inmail, email, card, sms, invite.")
@click.option("--subject", help="The subject line, where the channel has one.")
@click.option("--text", "source", metavar="FILE|-", help="The text; our template otherwise.")
@click.option(
    "--target",
    metavar="PERSON",
    help="Whom it is about: intro_request, intro_blurb, thank_introducer.",
)
@click.option("--save", is_flag=True, help="Keep it as a draft.")
@json_option
def compose_command(
    person: str,
    kind: str,
    channel: str | None,
    subject: str | None,
    source: str | None,
    target: str | None,
    save: bool,
    as_json: bool,
) -> int:
    """The draft of a message to PERSON, its length and its findings.

    Exit 1 when something blocks it: a left-over {placeholder}, another person's name, a text
    over its limit, someone not to be contacted.

    KIND: linkedin_note, linkedin_message, reconnect, meeting_request, confirmation,
    thank_you_card, and the others that a wrong one is told.

    ii-tui compose ada meeting_request --text request.txt --save

    ii-tui compose ada intro_request --target grace
    """
    from dataclasses import replace

    from ii_tui.core.kinds import TO_INTRODUCER, Channel, Kind
    from ii_tui.core.messages import advised_length
    from ii_tui.services import composing, people

    for value, known, name in ((kind, Kind, "kind"), (channel, Channel, "channel")):
        if value is not None and value not in {one.value for one in known}:
            raise Usage(f"{value!r} is not a {name}.", hint=f"One of: {', '.join(known)}.")
    if target is not None and Kind(kind) not in TO_INTRODUCER:
        raise Usage("--target goes with what is written to an introducer.")
    with opened() as desk:
        composition = composing.begin(
            desk,
            people.resolve(desk, person),
            kind=Kind(kind),
            channel=None if channel is None else Channel(channel),
            target_id=None if target is None else people.resolve(desk, target),
        )
        composition = composing.with_names(composition, composing.network_names(desk))
        text = composition.body if source is None else read_text(source).strip("\n")
        title = composition.subject if subject is None else subject
        composition = replace(composition, subject=title, body=text)
        found = composing.findings(composition, title, text)
        count = composing.count(composition, title, text)
        if save:
            before = composition.draft
            beside = composing.save_draft(desk, composition, title, text) != (before and before.id)
    blocked = any(one.level == "block" for one in found)
    if as_json:
        advised = advised_length(composition.kind, desk.settings.limits)
        document(
            {
                "subject": title,
                "text": text,
                "count": count.count,
                "advised": None if advised is None else list(advised),
                "limit": count.limit,
                "unit": count.unit,
                "findings": [
                    {
                        "level": one.level,
                        "code": one.code,
                        "start": one.start,
                        "end": one.end,
                        "why": one.why,
                    }
                    for one in found
                ],
            }
        )
    else:
        if title:
            data(f"Subject: {title}\n")
        data(text)
        advice = f"; {count.advised} advised" if count.advised else ""
        talk(f"{count.count} {count.unit}{advice}")
        for one in found:
            talk(f"{'x' if one.level == 'block' else '!'} {one.why}")
        if save:
            own = before is not None and beside
            talk("Kept as a draft beside the one that was there." if own else "Kept as a draft.")
    return 1 if blocked else 0
