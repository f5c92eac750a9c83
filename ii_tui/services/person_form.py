"""The person's form: what its fields hold, and two versions of them side by side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ii_tui.core.models import PersonPage

EDITABLE: tuple[tuple[str, str], ...] = (
    ("first", "First name"),
    ("last", "Last name"),
    ("greeting", "Greeting name"),
    ("company", "Company"),
    ("title", "Title"),
    ("email", "E-mail"),
    ("phone", "Phone"),
    ("url", "LinkedIn"),
    ("how_known", "How I know them"),
    ("introduced_by", "Introduced by"),
    ("zone", "Time zone"),
    ("country", "Country"),
    ("address", "Address"),
    ("cadence_days", "Check in every (days)"),
    ("tags", "Tags"),
)
"""What the person's form edits: (name, label), in its order."""


def form_values(page: PersonPage) -> dict[str, str]:
    """The text of every field of EDITABLE, as the person's page has it."""
    return {
        "first": page.first,
        "last": page.last,
        "greeting": page.greeting,
        "company": page.company,
        "title": page.title,
        "email": page.email,
        "phone": page.phone,
        "url": page.url,
        "how_known": page.how_known,
        "introduced_by": page.introducer,
        "zone": page.zone,
        "country": page.country,
        "address": page.address,
        "cadence_days": "" if page.cadence_days is None else str(page.cadence_days),
        "tags": ", ".join(page.tags),
    }


def changed_values(before: Mapping[str, str], now: Mapping[str, str]) -> dict[str, str]:
    """The fields of `now` that say something else than `before`."""
    return {name: text for name, text in now.items() if text != before[name]}


@dataclass(frozen=True, slots=True)
class Difference:
    """One field of which there are two versions."""

    name: str
    label: str
    mine: str
    theirs: str
    keep_mine: bool
    """what is suggested: the side that changed; mine where both did"""
    both: bool
    """whether both sides changed it"""


def differences(
    before: Mapping[str, str], mine: Mapping[str, str], theirs: Mapping[str, str]
) -> list[Difference]:
    """Where what was typed and what is stored now differ; `before` is what both began with."""
    return [
        Difference(
            name,
            label,
            mine[name],
            theirs[name],
            keep_mine=mine[name] != before[name],
            both=mine[name] != before[name] != theirs[name],
        )
        for name, label in EDITABLE
        if mine[name] != theirs[name]
    ]
