"""What a check is told about a message, and what it answers."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from ii_tui.core.kinds import Channel, Kind
from ii_tui.core.messages import Limits
from ii_tui.core.names import NetworkNames
from ii_tui.core.stages import Stage

BLOCK: Literal["block"] = "block"
WARN: Literal["warn"] = "warn"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that would embarrass: `field[start:end]`, in code points, and why."""

    level: Literal["block", "warn"]
    code: str
    start: int
    end: int
    """equal to `start` where the finding is about the whole message"""
    why: str
    field: Literal["text", "subject"] = "text"
    """which of the two the offsets point into"""

    @property
    def whole(self) -> bool:
        """Whether it is about the message as a whole and points nowhere."""
        return self.start == self.end


@dataclass(frozen=True, slots=True)
class Person:
    """Someone a message may name: the recipient, me, who introduced us, the named target."""

    first: str
    last: str
    id: int | None = None
    greeting: str = ""
    """what they are called, where that is not the first name"""
    companies: tuple[str, ...] = ()
    """present first, then past ones"""


@dataclass(frozen=True, slots=True)
class Touch:
    """A message that went to the recipient, or came from them, in the last days."""

    days_ago: int
    text: str = ""
    received: bool = False
    """it came from them"""


@dataclass(frozen=True, slots=True)
class SentNearby:
    """A text that went to someone else at the recipient's company."""

    person: str
    when: str
    """the day as a person reads it: "12 November" """
    text: str


@dataclass(frozen=True, slots=True)
class CheckContext:
    """Everything that decides what a text may say; what is not known is left at its default."""

    kind: Kind
    channel: Channel
    recipient: Person
    me: Person
    names: NetworkNames = field(default_factory=NetworkNames)
    introducer: Person | None = None
    target: Person | None = None
    """the person an introduction is about"""
    also: tuple[Person, ...] = ()
    """others this message has reason to name: who referred them, whom they introduced"""
    allowed_company_ids: frozenset[int] = frozenset()
    known_words: tuple[str, ...] = ()
    """texts about this very message: how we know each other, the place of the meeting. Names in
    them surprise nobody."""
    do_not_contact: bool = False
    target_do_not_contact: bool = False
    """whom an introduction is asked to, or written about to forward"""
    premium: bool = False
    limits: Limits = field(default_factory=Limits)
    first_message: bool = False
    """nothing has gone to this person yet"""
    first_beat: bool = False
    """the warm word before the question: the search has no place in it yet"""
    recent: tuple[Touch, ...] = ()
    sent_nearby: tuple[SentNearby, ...] = ()
    second_person: tuple[str, int] | None = None
    """someone else at the company who was written to and has not answered, and the business days
    since"""
    follow_ups_sent: int = 0
    """in the interview that is open"""
    employer_stale: bool = False
    mine_zone: str = ""
    theirs_zone: str = ""
    """IANA names; the zones matter only where nobody travels"""
    meeting_format: str = ""
    """coffee, lunch, office, video, call"""
    notes_this_month: int = 0
    """personalised invitations already sent"""
    has_email: bool = True
    address_known: bool = True
    """the postal address, for a card"""
    stage: Stage | None = None

    def people(self) -> tuple[Person, ...]:
        """Everyone the message may name in full."""
        others = (self.introducer, self.target, *self.also)
        return (self.recipient, self.me, *(person for person in others if person is not None))
