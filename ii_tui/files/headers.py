"""Which export a header line belongs to, and which of its columns are fields of ours."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ii_tui.core.text import clean

_NOT_WORD = re.compile(r"[\W_]+")

CONNECTIONS = {
    "firstname": "first",
    "vorname": "first",
    "lastname": "last",
    "nachname": "last",
    "url": "url",
    "profileurl": "url",
    "emailaddress": "email",
    "email": "email",
    "emailadresse": "email",
    "company": "company",
    "unternehmen": "company",
    "position": "title",
    "connectedon": "connected_on",
    "verbundenam": "connected_on",
}
"""Columns of LinkedIn's Connections.csv, English and German, to fields of ContactIn."""

# The first set that a header contains names the export; most particular first.
_EXPORTS: tuple[tuple[frozenset[str], str, str], ...] = (
    (frozenset({"conversationid"}), "csv", "LinkedIn's messages.csv"),
    (frozenset({"sentat", "direction"}), "csv", "LinkedIn's Invitations.csv"),
    (frozenset({"organization", "followedon"}), "csv", "LinkedIn's Company Follows.csv"),
    (frozenset({"firstname", "lastname", "headline"}), "csv", "LinkedIn's Profile.csv"),
    (frozenset({"companyname", "startedon", "title"}), "csv", "LinkedIn's Positions.csv"),
    (frozenset({"givenname", "familyname"}), "google", "contacts exported from Google"),
    (frozenset({"organizationname"}), "google", "contacts exported from Google"),
    (frozenset({"email1value"}), "google", "contacts exported from Google"),
    (frozenset({"email2address"}), "outlook", "contacts exported from Outlook"),
    (frozenset({"emailaddress", "jobtitle"}), "outlook", "contacts exported from Outlook"),
    (frozenset({"businessstreet"}), "outlook", "contacts exported from Outlook"),
)


def column_key(cell: str) -> str:
    """A column's name without case, spaces and punctuation."""
    return _NOT_WORD.sub("", clean(cell, newlines=False).lower())


def is_connections(cells: Sequence[str]) -> bool:
    """Whether a line is a Connections.csv header: a name and at least one more of its columns."""
    if len(cells) > 500:
        return False
    fields = {CONNECTIONS.get(column_key(cell)) for cell in cells}
    return bool(fields & {"first", "last"}) and len(fields - {"first", "last", None}) >= 1


def which_export(cells: Sequence[str]) -> tuple[str, str]:
    """(kind id, words for a person) of the export with this header; ("", "") when unknown."""
    keys = {column_key(cell) for cell in cells[:500]}
    for signs, kind, words in _EXPORTS:
        if signs <= keys:
            return kind, words
    fields = {CONNECTIONS.get(key) for key in keys}
    if fields & {"first", "last"} and ("connected_on" in fields or {"url", "title"} <= fields):
        return "linkedin", "LinkedIn's Connections.csv"
    return "", ""
