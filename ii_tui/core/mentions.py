"""Which people and companies of the network a text names, beside those it may name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ii_tui.core.allowed import Allowed, allowed
from ii_tui.core.company_words import CompanyWords
from ii_tui.core.finding import BLOCK, WARN, CheckContext, Finding
from ii_tui.core.given_names import SHORT_FORMS
from ii_tui.core.kinds import TO_INTRODUCER
from ii_tui.core.names import LONGEST, company_keys, orders
from ii_tui.core.scripts import skeleton
from ii_tui.core.tokens import HAS_UNSPACED, HYPHENS, Token, squeeze
from ii_tui.core.wordlists import CALENDAR, COMMON, HONORIFICS, PARTICLES, PLACES, STARTERS

Span = tuple[int, int]

_PREFIXES = frozenset("وفبلكהבולכמש")
"""Arabic and Hebrew words that are written together with the name after them: and, to, for"""


@dataclass(frozen=True, slots=True)
class Field:
    """One part of a message and the spans in it that the salutation answers for."""

    name: Literal["text", "subject"]
    text: str
    tokens: list[Token]
    left_out: list[Span]


def check_mentions(fields: list[Field], ctx: CheckContext) -> list[Finding]:
    """Names of others in the parts of a message, read in the order given.

    An introduction whose target was not told takes the first person named for it.
    """
    state = _State(allowed(ctx), ctx.kind in TO_INTRODUCER and ctx.target is None)
    found: list[Finding] = []
    for one in fields:
        scan = _Scan(one, ctx, state)
        scan.run()
        if ctx.names.has_native and HAS_UNSPACED.search(one.text):
            scan.run_native()
        found += scan.findings
    return found


@dataclass(slots=True)
class _State:
    """What the fields of one message share."""

    allowed: Allowed
    free: bool
    """whether the next person named is the one that the introduction is about"""


class _Scan:
    """One pass over the tokens: at each the longest name that begins there."""

    def __init__(self, part: Field, ctx: CheckContext, state: _State) -> None:
        self.text = part.text
        self.tokens = part.tokens
        self.left_out = part.left_out
        self.where = part.name
        self.ctx = ctx
        self.names = ctx.names
        self.state = state
        self.allowed = state.allowed
        self.findings: list[Finding] = []
        self.words = CompanyWords(part.text, part.tokens, ctx.names)
        self.ids = {person.id for person in ctx.people() if person.id is not None}
        self.heads = {key.split(" ", 1)[0] for key in self.allowed.people}
        self.heads |= {key.rsplit(" ", 1)[-1] for key in self.allowed.people}
        self.company_heads = {key.split(" ", 1)[0] for key in self.allowed.companies}

    def run(self) -> None:
        """Goes through the text from name to name."""
        at = 0
        while at < len(self.tokens):
            part, key = self.company_at(at)
            at += (
                self.person(at, part, key)
                or self.company(at, part, key)
                or self.called(at)
                or self.shortened(at)
                or self.given(at)
            )

    def window(self, at: int) -> list[Token]:
        """The token at `at` and those that may belong to the same name."""
        end = at + 1
        while end < len(self.tokens) and end - at < LONGEST and self.tokens[end].joins:
            end += 1
        return self.tokens[at:end]

    def person(self, at: int, company: list[Token], company_key: str) -> int:
        """How many tokens a full name takes that begins at `at`; 0 where none does."""
        head = self.tokens[at].folded
        if not self.begins(head):
            if head[0] not in _PREFIXES or not self.begins(head[1:]):
                return 0
            head = head[1:]
        window = self.window(at)
        for size in range(min(len(window), 6), 1, -1):
            part = window[:size]
            keys = orders([head, *(token.folded for token in part[1:])])
            if any(self.allowed.person(key) for key in keys):
                return size
            if size < len(company) or (company_key and self.allowed.company(company_key)):
                return 0  # "Morgan Stanley Bank" is no person
            for key in keys:
                contact = self.names.person(key)
                if contact is None or not _written_as_name(part):
                    continue
                if contact not in self.ids:
                    self.named(part, key)
                return size
        return self.listed(at)

    def listed(self, at: int) -> int:
        """Takes a name written as in a list: Nowak, Marek."""
        if at + 1 == len(self.tokens):
            return 0
        part = self.tokens[at : at + 2]
        family, given = part
        key = f"{given.folded} {family.folded}"
        contact = self.names.person(key)
        if (
            contact is None
            or contact in self.ids
            or self.allowed.person(key)
            or self.text[family.end : given.start] != ", "
            or any(not token.capital or token.folded in COMMON for token in part)
        ):
            return 0
        self.named(part, key)
        return 2

    def called(self, at: int) -> int:
        """Takes a family name after a short form of the given name: Liz Turner."""
        first, *rest = self.tokens[at : at + 2]
        if not rest or first.folded not in SHORT_FORMS or rest[0].folded not in self.names.surnames:
            return 0
        last = rest[0]
        if not (last.joins and last.spaced and first.capital and last.capital):
            return 0
        keys = [f"{full} {last.folded}" for full in SHORT_FORMS[first.folded]]
        if any(self.allowed.person(key) for key in keys):
            return 2
        for key in keys:
            contact = self.names.person(key)
            if contact is None:
                continue
            if self.state.free:
                self.named([first, last], key)
            elif contact not in self.ids and not self.is_left_out(first.start, last.end):
                name = " ".join(self.text[first.start : last.end].split())
                full = key.title()
                why = f"{name}: if this is {full}, it is another of your contacts."
                self.add(WARN, "maybe_person", first.start, last.end, why)
            return 2
        return 0

    def shortened(self, at: int) -> int:
        """Warns of a company by the first word of its name, where only their firm can stand."""
        token = self.tokens[at]
        if (
            token.folded not in self.names.company_heads
            or token.folded in self.company_heads
            or not token.capital
            or token.folded in self.allowed.tokens
            or not self.words.is_where_they_work(at)
        ):
            return 0
        name = self.text[token.start : token.end]
        if not self.state.free:
            why = f"{name} may be another company of your network. Is it meant?"
            self.add(WARN, "company_word", token.start, token.end, why)
        return 1

    def begins(self, word: str) -> bool:
        """Whether a full name may begin with the word."""
        return word in self.names.heads or word in self.heads

    def named(self, part: list[Token], key: str) -> None:
        """A full name of somebody else stands there."""
        start, end = part[0].start, part[-1].end
        if any(low < end and start < high for low, high in self.left_out):
            return
        if self.state.free:
            self.state.free = False
            self.allowed.people.add(key)
            self.allowed.tokens |= set(key.split())
            employer = self.names.employer(key)
            if employer is not None:
                self.allowed.companies |= company_keys(self.names.company_name(employer))
            return
        name = " ".join(self.text[start:end].split())
        # "Will May suit you?" may be words, "I met Will May" is not.
        words = part[0].folded in STARTERS and all(token.folded in COMMON for token in part)
        if part[0].opens and words:
            why = f"{name}: if this is your contact, it is someone else."
            self.add(WARN, "maybe_person", start, end, why)
        else:
            self.add(BLOCK, "other_person", start, end, f"{name} is another of your contacts.")

    def given(self, at: int) -> int:
        """Warns of a lone given name; takes one token, or all of a name of several."""
        token = self.tokens[at]
        # Without capitals nothing tells a name from the word that it is in Arabic or Hebrew.
        named = self.ctx.kind in TO_INTRODUCER and self.ctx.target is None
        if not self.text[token.start].isupper() or named:
            return 1
        if self.is_left_out(token.start, token.end):
            return 1
        size = 1
        while at + size < len(self.tokens) and self.hyphened(at + size):
            size += 1
        if size > 1 and not self.tokens[at + size - 1].capital:
            size = 1  # "Marek-like"
        word = " ".join(part.folded for part in self.tokens[at : at + size])
        if size == 1 and at + 1 < len(self.tokens) and self.tokens[at + 1].joins:
            double = f"{word} {self.tokens[at + 1].folded}"
            if double in self.names.given and self.tokens[at + 1].capital:
                word, size = double, 2
        if (
            len(word) < 2
            or word not in self.names.given
            or word in COMMON
            or word in PLACES
            or word in self.allowed.tokens
            or f" {word} " in self.allowed.known
            or not self.lone(at, at + size)
            or self.contracted(at)
            or (not word.isascii() and self.transcribed(word))
        ):
            return size
        end = self.tokens[at + size - 1].end
        name = " ".join(self.text[token.start : end].split())
        why = f"{name} is the first name of another of your contacts."
        self.add(WARN, "given_name", token.start, end, why)
        return size

    def hyphened(self, at: int) -> bool:
        """Whether a hyphen ties the token to the one before."""
        token, before = self.tokens[at], self.tokens[at - 1]
        return token.joins and self.text[before.end : token.start] in HYPHENS

    def transcribed(self, word: str) -> bool:
        """Whether it is a name the message may hold, in another alphabet: Иван of Ivan."""
        return skeleton(word) in {skeleton(own) for own in self.allowed.tokens if own.isascii()}

    def contracted(self, at: int) -> bool:
        """Whether a shortened not follows: Don't."""
        return any(
            after.folded == "t" and after.joins and not after.spaced
            for after in self.tokens[at + 1 : at + 2]
        )

    def lone(self, at: int, end: int) -> bool:
        """Whether the name stands by itself, and not in someone else's or a firm's full name."""
        if end < len(self.tokens) and self.tokens[end].joins and self.tokens[end].spaced:
            gap = self.text[self.tokens[end - 1].end : self.tokens[end].start]
            if "\n" not in gap and self.proper(self.tokens[end]):
                return False
        if at and self.tokens[at].joins and not self.tokens[at - 1].opens:
            before = self.tokens[at - 1]
            return not self.proper(before) or before.folded in HONORIFICS
        return True

    def proper(self, token: Token) -> bool:
        """Whether the token looks like a part of a name."""
        upper = self.text[token.start].isupper()
        return upper and len(token.folded) > 1 and token.folded not in CALENDAR

    def company_at(self, at: int) -> tuple[list[Token], str]:
        """The longest company, known or allowed, that begins at `at`, and its key."""
        head = self.tokens[at].folded
        longest = LONGEST if head in self.company_heads else self.names.company_heads.get(head, 0)
        if longest:
            window = self.window(at)[:longest]
            for size in range(len(window), 0, -1):
                key = " ".join(token.folded for token in window[:size])
                if key in self.allowed.companies or self.names.companies(key):
                    return window[:size], key
        return [], ""

    def company(self, at: int, part: list[Token], key: str) -> int:
        """How many tokens the company takes that begins at `at`; 0 where none is meant."""
        if not part:
            return 0
        ids = self.names.companies(key)
        if self.allowed.company(key) or any(one in self.ctx.allowed_company_ids for one in ids):
            return len(part)
        level = self.words.level(at, part, key)
        if level == "":
            return 0
        start, end = part[0].start, part[-1].end
        name = " ".join(self.text[start:end].split())
        if self.state.free:
            self.allowed.companies.add(key)
        elif level == BLOCK:
            self.add(BLOCK, "other_company", start, end, f"{name} is not where they work.")
        else:
            why = f"{name} is also a company of your network. Is it meant?"
            self.add(WARN, "company_word", start, end, why)
        return len(part)

    def run_native(self) -> None:
        """Names in scripts without spaces; any white space in the text counts as one space."""
        squeezed, places = squeeze(self.text)
        at = 0
        while at < len(squeezed):
            mine = (name for name in self.allowed.native if squeezed.startswith(name, at))
            longest = max(map(len, mine), default=0)
            found = self.names.native_at(squeezed, at)
            if found is not None and len(found[0]) > longest:
                longest = len(found[0])
                self.native(found, places[at], places[at + longest - 1] + 1)
            at += longest or 1

    def native(self, found: tuple[str, int, bool], start: int, end: int) -> None:
        """A name in a script without spaces stands there."""
        name, id, is_person = found
        ids = self.ids if is_person else self.ctx.allowed_company_ids
        inside = not is_person and any(name in other for other in self.allowed.native)
        if id in ids or inside or self.is_left_out(start, end) or name in self.allowed.known:
            return
        if self.state.free:
            self.state.free = not is_person
            self.allowed.native.add(name)
        elif is_person:
            self.add(BLOCK, "other_person", start, end, f"{name} is another of your contacts.")
        else:
            self.add(BLOCK, "other_company", start, end, f"{name} is not where they work.")

    def is_left_out(self, start: int, end: int) -> bool:
        """Whether the salutation answers for the span."""
        return any(low <= start and end <= high for low, high in self.left_out)

    def add(
        self, level: Literal["block", "warn"], code: str, start: int, end: int, why: str
    ) -> None:
        """Keeps one finding."""
        self.findings.append(Finding(level, code, start, end, why, self.where))


def _written_as_name(part: list[Token]) -> bool:
    """Whether every part that is also an ordinary word has its capital."""
    own = [token for token in part if token.folded not in PARTICLES]
    # After a hyphen a small letter is usual: Min-jun.
    return all(token.capital or not token.spaced for token in own if token.folded in COMMON)
