"""Who is who between a document and the database, and who may have a key that is only had once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass

from ii_tui.core.document import Row
from ii_tui.store.companies import folded_name
from ii_tui.store.contacts import sort_key


@dataclass(frozen=True, slots=True)
class Features:
    """What a person is recognized by; empty or None where not known."""

    slug: str | None
    email: str
    name: str
    company: str
    connected_on: str | None

    @classmethod
    def of(cls, row: Row, company: str) -> Features:
        """The features of a contact's row at the company of that name."""
        return cls(
            slug=row.get("slug"),
            email=row.get("email", ""),
            name=sort_key(row.get("first", ""), row.get("last", "")),
            company=folded_name(company) if company else "",
            connected_on=row.get("connected_on"),
        )

    def may_be(self, other: Features) -> bool:
        """Whether nothing speaks against two people of one name at one company being the same."""
        return not (
            (self.slug and other.slug)
            or (
                self.connected_on and other.connected_on and self.connected_on != other.connected_on
            )
        )


_Key = Callable[[Features], Hashable]
_WAYS: tuple[_Key, ...] = (
    lambda one: one.slug,
    lambda one: one.email,
    lambda one: (one.name, one.company) if one.name and one.company else None,
)
"""Slug, else e-mail, else name and company: the surest way first."""


def recognize(strangers: Mapping[str, Features], free: Mapping[str, Features]) -> dict[str, str]:
    """Which of the people in `free` each stranger is, by uid; nobody is taken for two of them."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for number, key in enumerate(_WAYS):
        index: dict[Hashable, list[str]] = defaultdict(list)
        for uid, one in free.items():
            if uid not in taken and key(one):
                index[key(one)].append(uid)
        for uid, one in strangers.items():
            if uid in found or not key(one):
                continue
            for other in index.get(key(one), ()):
                if other not in taken and (number < 2 or one.may_be(free[other])):
                    found[uid] = other
                    taken.add(other)
                    break
    return found


def settle(
    current: Mapping[str, str | None], desired: Mapping[str, str | None]
) -> tuple[set[str], dict[str, str]]:
    """Shares out keys that only one row may have.

    `current` is what rows here have, `desired` what rows of the file (known or new) want. Returns
    the known rows that must stay with what they have, and for each new row that cannot have its
    key the row that has it.
    """
    wishes = sorted(desired, key=lambda uid: (uid not in current, desired[uid] != current.get(uid)))
    stay: set[str] = set()
    while True:
        lost: dict[str, str] = {}
        taken = {
            key: uid for uid, key in current.items() if key and (uid not in desired or uid in stay)
        }
        for uid in wishes:
            key = desired[uid]
            if not key or uid in stay:
                continue
            holder = taken.setdefault(key, uid)
            if holder != uid:
                lost[uid] = holder
        more = lost.keys() & current.keys()
        if not more:
            return stay, lost
        stay |= more
