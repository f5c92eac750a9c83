"""What a template is, which variables it may use, and how it is filled."""

from __future__ import annotations

import re
import uuid
from collections.abc import Mapping
from dataclasses import dataclass

from ii_tui.core.kinds import Kind
from ii_tui.core.stages import Closeness

_NAMESPACE = uuid.UUID("8f0c1a52-6f0b-5d5e-9f2e-3d1c0a7e4b61")
_PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]*)\}")

PLACEHOLDERS: dict[str, str] = {
    "first_name": "what they are called in a greeting",
    "company": "where they work",
    "connection": "what links you, as a noun: the Lund alumni group",
    "how_known": "how you met, after 'we': worked together on the harbor project",
    "specific": "one thing of theirs, as a noun: your talk on refill packaging",
    "topic": "what you are exploring, as a noun: brand work in packaging",
    "my_name": "your full name",
    "my_first_name": "your first name",
    "my_phone": "your phone number",
    "my_background": "what you do, as a noun: a store manager with nine years in retail",
    "introducer": "who introduced you",
    "target_name": "the full name of the person you would like to meet",
    "target_first_name": "their first name",
    "target_company": "where they work",
    "target_specific": "one thing of theirs, told to someone else: her talk on refill packaging",
    "slots": "two or three times in their zone: Tuesday at 10:00 or Thursday at 14:00",
    "meeting_day": "the day of the meeting: Wednesday 25 November",
    "meeting_time": "the time where it takes place: 10:00",
    "meeting_place": "the place, or the link or number to dial",
    "arrival_time": "the clock time you will arrive: 10:15",
    "offer_to_treat": "a sentence that offers to pay: The coffee is on me.",
    "topics": "two to four things to talk about, one a line",
    "reason": "why, in a few words, after 'because': my train was cancelled",
    "advice": "what they advised, after 'suggested': talking to a buyer first",
    "next_step": "what you will do with it, after 'I am going to': spend a day in a store",
    "result": "what came of it: it changed how I read a shelf",
    "shared": "what you are sending, as a noun: this piece on refill stations",
    "link": "its address",
    "news": "the news as a sentence without its full stop: I start at Contoso in March",
    "their_part": "how they helped, as a noun: your introduction to the design team",
    "promised": "what you promised, as a noun: the trade report",
    "today": "the date on the card: November 24, 2026",
}
"""Every variable our templates use, and how its value should read."""

_PROSE = frozenset(
    {"specific", "target_specific", "topic", "connection", "advice", "shared", "slots", "news"}
    | {"their_part", "promised", "result", "reason"}
)
"""variables whose values are phrases: they begin with a capital where they begin a sentence"""

_SENTENCE_BEGINS = re.compile(r"(?:^|\n|[.!?]\s)\Z")


@dataclass(frozen=True, slots=True)
class Template:
    """One text to begin from. `name` is fixed for good: the uid that exports keep comes from it."""

    name: str
    kind: Kind
    tone: str
    """plain or warm"""
    text: str
    subject: str = ""
    closeness: frozenset[Closeness] = frozenset(Closeness)
    """the ties it suits"""
    format: str = ""
    """coffee, lunch, office, video, call; empty where it does not matter"""
    variant: str = ""
    """the occasion within the kind, as `core.choosing` names it; empty for the plain one"""

    @property
    def uid(self) -> str:
        """The identity that is the same in every installation."""
        return str(uuid.uuid5(_NAMESPACE, self.name))

    @property
    def placeholders(self) -> tuple[str, ...]:
        """The variables it uses, in the order of their first appearance."""
        return tuple(dict.fromkeys(_PLACEHOLDER.findall(f"{self.subject}\n{self.text}")))


@dataclass(frozen=True, slots=True)
class Filled:
    """A template with its variables replaced; `missing` names those that stand unfilled."""

    subject: str
    text: str
    missing: tuple[str, ...]


def fill(template: Template, values: Mapping[str, str]) -> Filled:
    """Replaces each `{name}` that has a value; unknown and empty ones stay, and so block.

    One pass from left to right: a value goes in as it is and is never read for variables, so a
    contact called "{company}" stays "{company}". The checks then treat those braces as what they
    look like, and block until a greeting name without them is set; `missing` does not list them,
    which is how to tell the two apart. Only phrases change, and only their first letter, to a
    capital where they begin a sentence. Fill templates, never a text that is filled already.
    """
    missing: dict[str, None] = {}

    def one(match: re.Match[str]) -> str:
        value = values.get(match[1], "").strip()
        if not value:
            missing[match[1]] = None
            return match[0]
        if match[1] in _PROSE and _SENTENCE_BEGINS.search(match.string[: match.start()]):
            return value[0].upper() + value[1:]
        return value

    subject = _PLACEHOLDER.sub(one, template.subject)
    text = _PLACEHOLDER.sub(one, template.text)
    return Filled(" ".join(subject.split()), text, tuple(missing))
