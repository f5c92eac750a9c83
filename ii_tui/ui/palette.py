"""Everything that can be done, for the anything dialog: here, everywhere, and elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from ii_tui.core.fuzzy import rank
from ii_tui.services.settings_form import SETTINGS
from ii_tui.ui import commands
from ii_tui.ui.keymap import Keymap

WHERE: Mapping[str, str] = {
    "today": "on Today",
    "board": "on the Board",
    "contacts": "in Contacts",
    "companies": "in Companies",
    "messages": "in Messages",
    "meetings": "in Meetings",
    "person": "on a person's page",
    "company": "on a company's page",
    "composer": "while you write",
}
"""Where a command works that does not work here."""


_OTHERS: dict[str, str] = {}
for _id, _words in commands.SYNONYMS.items():
    # What does the same has the same synonyms, wherever it is named.
    _OTHERS[commands.BY_ID[_id].action] = f"{_OTHERS.get(commands.BY_ID[_id].action, '')} {_words}"


class Entry(NamedTuple):
    """One thing that can be done."""

    id: str
    key: str
    title: str
    others: str
    """words it may be looked for by"""
    action: str
    place: str = ""
    """where it works, "" for here"""


def entries(keys: Keymap, scopes: Sequence[str]) -> list[Entry]:
    """What works here, the nearest first, then each setting, then what works elsewhere."""
    # One action may stand in several scopes; the nearest one says which key it has here.
    near = {one.action: one for one in reversed(commands.of(*scopes, "go", "app"))}
    here = [_entry(keys, one) for one in list(near.values())[::-1]]
    own = [
        Entry(
            f"set.{one.shape.name}",
            "",
            f"Settings: {one.shape.label}",
            f"{one.other} change preferences",
            f"settings('{one.shape.name}')",
        )
        for one in SETTINGS
    ]
    return [*here, *own, *_elsewhere(keys, near)]


def _entry(keys: Keymap, one: commands.Command, place: str = "") -> Entry:
    others = f"{one.words} {_OTHERS.get(one.action, '')}"
    return Entry(one.id, keys.written(one.id), one.help, others, one.action, place)


def _elsewhere(keys: Keymap, near: Mapping[str, commands.Command]) -> Iterator[Entry]:
    seen = {*near, *(one.action for one in commands.of("cursor"))}
    for place, scopes in commands.PLACES.items():
        for one in commands.of(*scopes):
            if one.action not in seen:
                seen.add(one.action)
                yield _entry(keys, one, place)


def fitting(typed: str, every: Sequence[Entry]) -> list[Entry]:
    """Those that fit what was typed, the best first; what works here comes before the rest."""
    found = []
    for number, entry in enumerate(every):
        at = rank(typed, entry.title, entry.others)
        if at is not None:
            found.append((at + 2 * bool(entry.place), number, entry))
    return [entry for _, _, entry in sorted(found, key=lambda one: one[:2])]
