"""What a message may name: the people it is between and about, and where they work."""

from __future__ import annotations

from dataclasses import dataclass, field

from ii_tui.core.finding import CheckContext, Person
from ii_tui.core.given_names import SHORT_FORMS
from ii_tui.core.names import company_keys, native_keys, person_keys, person_tokens
from ii_tui.core.tokens import words
from ii_tui.core.wordlists import COMMON


@dataclass(slots=True)
class Allowed:
    """What the message may name: full names and companies by key, single tokens of the names."""

    people: set[str] = field(default_factory=set)
    native: set[str] = field(default_factory=set)
    tokens: set[str] = field(default_factory=set)
    companies: set[str] = field(default_factory=set)
    known: str = " "

    def company(self, key: str) -> bool:
        """Whether a company is an allowed one, a part of its name, or a branch of it."""
        if key in self.companies or key in self.tokens or f" {key} " in self.known:
            return True
        inside = f" {key} "
        for other in self.companies:
            if inside in f" {other} ":
                return True
            if key.startswith(f"{other} ") and not all(word in COMMON for word in other.split()):
                return True
        return False

    def person(self, key: str) -> bool:
        """Whether a full name is one the message may hold."""
        return key in self.people or f" {key} " in self.known


def allowed(ctx: CheckContext) -> Allowed:
    """Gathers everything that the message may name."""
    found = Allowed()
    for person in ctx.people():
        _allow(found, person)
    for company in ctx.allowed_company_ids:
        found.companies |= company_keys(ctx.names.company_name(company))
    found.known = f" {' '.join(word for text in ctx.known_words for word in (*words(text), '|'))} "
    return found


def _allow(found: Allowed, person: Person) -> None:
    given, family = person_tokens(person.first, person.last)
    called = words(person.greeting)
    found.people |= person_keys(person.first, person.last)
    found.people |= person_keys(person.greeting, person.last)
    found.native |= native_keys(person.first, person.last)
    found.tokens |= {*given, *family, *called, " ".join(given), " ".join(called)} - {""}
    for name in (*given[:1], *called[:1]):
        found.tokens |= SHORT_FORMS.get(name, frozenset())
    for company in person.companies:
        found.companies |= company_keys(company)
        found.native.add(company.strip())
