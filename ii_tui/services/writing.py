"""While a text is being written: what changes under it, what it still wants, how it looks outside.

Composing says what a text begins from; here it is kept true while someone types.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from ii_tui.core.finding import Finding
from ii_tui.core.kinds import Channel, spec
from ii_tui.core.names import NetworkNames
from ii_tui.core.template import PLACEHOLDERS
from ii_tui.core.text import clean, fold
from ii_tui.services import composing, filling, people
from ii_tui.services.checking import check_context, myself
from ii_tui.services.composing import Composition
from ii_tui.services.desk import Desk

MINE = ("my_name", "my_first_name", "my_phone")
"""Variables whose values are settings."""

_PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]*)\}")


# The names of the network


@dataclass(frozen=True, slots=True)
class Known:
    """The names of the network as they were at `stamp`."""

    stamp: tuple[int, ...]
    names: NetworkNames


def known_names(desk: Desk, before: Known | None) -> Known:
    """The names of the network, read anew only when a person or a company has changed.

    For the writer thread: 0.2 s at 30,000 people, milliseconds when nothing has changed.
    """
    with desk.reading() as db:
        # A change raises a rev, and what comes or goes changes a count.
        stamp = tuple(
            int(value)
            for table in ("contact", "company")
            for value in db.one(f"SELECT count(*), coalesce(sum(rev), 0) FROM {table}") or ()
        )
    if before is not None and before.stamp == stamp:
        return before
    return Known(stamp, composing.network_names(desk))


# What changes under the text


def refreshed(desk: Desk, composition: Composition) -> Composition:
    """The composition with what is known now of the person; text and names stay.

    Raises Nothing when the person is gone, Locked when another program is writing.
    """
    page = people.page(desk, composition.page.id)
    with desk.reading() as db:
        context = check_context(
            desk, db, page, composition.kind, composition.channel, composition.target_id
        )
    return replace(
        composition, page=page, context=replace(context, names=composition.context.names)
    )


def with_channel(composition: Composition, channel: Channel) -> Composition:
    """The same message by another channel."""
    return replace(
        composition, channel=channel, context=replace(composition.context, channel=channel)
    )


def with_overrides(composition: Composition, overrides: dict[str, str]) -> Composition:
    """The composition with these warnings let pass: finding code -> the reason."""
    return replace(composition, overrides=overrides)


def has_subject(composition: Composition) -> bool:
    """Whether the message has a subject line on its channel."""
    return spec(composition.kind).has_subject(composition.channel)


def other_channels(composition: Composition) -> tuple[Channel, ...]:
    """The other channels that this kind may go by."""
    return tuple(one for one in spec(composition.kind).channels if one != composition.channel)


def usual_subject(desk: Desk, composition: Composition, template: str) -> str:
    """The subject of the template of that name, filled in; "" where there is none."""
    for one in filling.template_choices(composition):
        if one.name == template:
            return filling.use_template(desk, composition, one).subject
    return ""


def by_hand(composition: Composition) -> bool:
    """Whether it is written on paper, so that "sent" means posted."""
    return composition.channel is Channel.CARD


# My own name and phone


def lacks_name(desk: Desk, subject: str, text: str) -> bool:
    """Whether the text waits for my name, which is not known yet."""
    both = f"{subject}\n{text}"
    return not desk.settings.me.name and ("{my_name}" in both or "{my_first_name}" in both)


def set_mine(desk: Desk, key: Literal["name", "phone"], value: str) -> str:
    """Keeps my name or phone in config.toml; returns it as it was kept."""
    words = clean(value, newlines=False).strip()
    desk.set_setting("me", key, words)
    return words


def fill_mine(desk: Desk, text: str) -> str:
    """The text with my name and phone in place of their variables, where they are known."""
    me = desk.settings.me
    known = dict(zip(MINE, (me.name, me.first_name, me.phone), strict=True))
    for name, value in known.items():
        if value:
            text = text.replace(f"{{{name}}}", clean(value, newlines=False))
    return text


def as_me(desk: Desk, composition: Composition) -> Composition:
    """The composition after my own name has become known."""
    return replace(composition, context=replace(composition.context, me=myself(desk)))


# Words about the text


def wants(subject: str, text: str) -> tuple[tuple[str, str], ...]:
    """(variable, how its value should read) of each that still stands in the text, once."""
    found = dict.fromkeys(_PLACEHOLDER.findall(f"{subject}\n{text}"))
    return tuple((name, PLACEHOLDERS[name]) for name in found if name in PLACEHOLDERS)


def explained(finding: Finding, subject: str, text: str) -> str:
    """Why, in words; a variable of a template says what belongs in its place."""
    if finding.code == "placeholder":
        written = (subject if finding.field == "subject" else text)[finding.start : finding.end]
        hint = PLACEHOLDERS.get(written[1:-1]) if written.startswith("{") else None
        if hint is not None:
            return f"{written}: {hint}"
    return finding.why


def plain(composition: Composition, subject: str, text: str) -> str:
    """The text as it is shown without borders and written to a file: the subject, then the body."""
    title = clean(subject, newlines=False) if has_subject(composition) else ""
    return f"Subject: {title}\n\n{clean(text)}" if title else clean(text)


def profile_url(composition: Composition) -> str:
    """The whole address of their profile, "" when none is known or it is no web address."""
    url = clean(composition.page.url, newlines=False).strip()
    return url if url.startswith(("https://", "http://")) else ""


def destination(composition: Composition) -> str:
    """Where the text goes, whole: the profile, the address, the number; "" where none is known."""
    page = composition.page
    found = {
        Channel.EMAIL: page.email,
        Channel.INVITE: page.email,
        Channel.CARD: ", ".join(line.strip() for line in page.address.splitlines() if line.strip()),
        Channel.SMS: page.phone,
    }.get(composition.channel, profile_url(composition))
    return clean(found, newlines=False).strip()


def file_for(composition: Composition, folder: Path) -> Path:
    """A new file's path in `folder`, named for what it is and for whom."""
    words = fold(f"{spec(composition.kind).label} {composition.page.name}").split()
    kept = "-".join("".join(c for c in word if c.isalnum()) for word in words)
    stem = kept.strip("-")[:80] or "message"
    for number in range(1, 1000):
        path = folder / (f"{stem}.txt" if number == 1 else f"{stem}-{number}.txt")
        if not os.path.lexists(path):
            return path
    return folder / f"{stem}.txt"
