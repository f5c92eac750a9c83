"""The kinds of message and the channels that carry them: what each is, how long it reads best."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from ii_tui.lazy import dataclass


class Channel(StrEnum):
    """What carries a message."""

    LINKEDIN = "linkedin"
    LINKEDIN_INVITATION = "linkedin_invitation"
    INMAIL = "inmail"
    EMAIL = "email"
    CARD = "card"
    SMS = "sms"
    INVITE = "invite"

    @property
    def label(self) -> str:
        """The channel as a person reads it."""
        return _CHANNEL_LABELS[self]


_CHANNEL_LABELS: dict[Channel, str] = {
    Channel.LINKEDIN: "LinkedIn",
    Channel.LINKEDIN_INVITATION: "LinkedIn invitation",
    Channel.INMAIL: "InMail",
    Channel.EMAIL: "e-mail",
    Channel.CARD: "card",
    Channel.SMS: "text message",
    Channel.INVITE: "calendar invite",
}

WITH_SUBJECT = frozenset({Channel.EMAIL, Channel.INMAIL, Channel.INVITE})
"""Channels that have a subject line; an invite's is its title."""


class Kind(StrEnum):
    """What a message is for."""

    LINKEDIN_NOTE = "linkedin_note"
    LINKEDIN_MESSAGE = "linkedin_message"
    INMAIL = "inmail"
    RECONNECT = "reconnect"
    INTRO_REQUEST = "intro_request"
    INTRO_BLURB = "intro_blurb"
    MEETING_REQUEST = "meeting_request"
    FOLLOW_UP = "follow_up"
    INVITE_TEXT = "invite_text"
    CONFIRMATION = "confirmation"
    RESCHEDULE = "reschedule"
    DECLINE = "decline"
    RUNNING_LATE = "running_late"
    THANK_YOU_EMAIL = "thank_you_email"
    THANK_YOU_CARD = "thank_you_card"
    CHECK_IN = "check_in"
    SHARE = "share"
    OUTCOME = "outcome"
    THANK_INTRODUCER = "thank_introducer"

    @property
    def label(self) -> str:
        """The kind as a person reads it."""
        return SPECS[self].label

    @property
    def words(self) -> str:
        """The kind within a sentence: "meeting request", "LinkedIn note"."""
        label = SPECS[self].label
        own = label.startswith(("LinkedIn", "InMail"))
        return label if own else label[0].lower() + label[1:]


TO_INTRODUCER = frozenset({Kind.INTRO_REQUEST, Kind.INTRO_BLURB, Kind.THANK_INTRODUCER})
"""Kinds that go to who introduces us; their point is to name somebody else."""

LEADS_TO = frozenset({Kind.INTRO_REQUEST, Kind.INTRO_BLURB})
"""Those of them by which the person who is named would be approached."""

Unit = Literal["words", "characters"]


@dataclass(frozen=True, slots=True)
class KindSpec:
    """The shape of one kind: where it may go and how long it reads best."""

    id: Kind
    label: str
    channels: tuple[Channel, ...]
    """allowed ones, the default first"""
    advised: tuple[int, int] | None = None
    """shortest and longest in `unit`; a shortest of 0 means only the longest is advised"""
    unit: Unit = "words"
    sentences: tuple[int, int] | None = None
    shape: str = ""
    """what belongs in it, in one line for the composer"""

    def has_subject(self, channel: Channel) -> bool:
        """Whether the message has a subject line (an invite: a title) on `channel`."""
        return channel in WITH_SUBJECT


_ANY = (Channel.EMAIL, Channel.LINKEDIN, Channel.INMAIL, Channel.SMS, Channel.CARD)
_MAIL = (Channel.EMAIL, Channel.LINKEDIN, Channel.INMAIL)
_THREAD = (Channel.EMAIL, Channel.LINKEDIN, Channel.INMAIL, Channel.SMS)

SPECS: dict[Kind, KindSpec] = {
    item.id: item
    for item in (
        KindSpec(
            Kind.LINKEDIN_NOTE,
            "LinkedIn note",
            (Channel.LINKEDIN_INVITATION,),
            unit="characters",
            shape="One connection, one specific reason, no request to meet.",
        ),
        KindSpec(
            Kind.LINKEDIN_MESSAGE,
            "LinkedIn message",
            (Channel.LINKEDIN,),
            (0, 400),
            "characters",
            shape="One thought and one question.",
        ),
        KindSpec(
            Kind.INMAIL,
            "InMail",
            (Channel.INMAIL,),
            unit="characters",
            shape="The connection, one specific reason, one easy question.",
        ),
        KindSpec(
            Kind.RECONNECT,
            "Reconnect",
            (Channel.LINKEDIN, Channel.EMAIL, Channel.INMAIL),
            (40, 80),
            shape="Where you met, something genuine, a question. The search comes later.",
        ),
        KindSpec(
            Kind.INTRO_REQUEST,
            "Introduction request",
            (Channel.EMAIL, Channel.LINKEDIN),
            (0, 120),
            shape="Who, why them, what you want, an easy way out.",
        ),
        KindSpec(
            Kind.INTRO_BLURB,
            "Introduction blurb",
            (Channel.EMAIL, Channel.LINKEDIN),
            (0, 80),
            shape="About you in the third person; can be forwarded as it stands.",
        ),
        KindSpec(
            Kind.MEETING_REQUEST,
            "Meeting request",
            _MAIL,
            (0, 75),
            shape="30 minutes, two or three times or whenever suits them. End in a question.",
        ),
        KindSpec(
            Kind.FOLLOW_UP,
            "Follow-up",
            (Channel.EMAIL, Channel.LINKEDIN, Channel.INMAIL),
            (0, 50),
            shape="In the same thread, once, with an easy no.",
        ),
        KindSpec(
            Kind.INVITE_TEXT,
            "Calendar invite",
            (Channel.INVITE,),
            shape="Both names and the purpose, the place, two to four topics. Nothing private.",
        ),
        KindSpec(
            Kind.CONFIRMATION,
            "Confirmation",
            _THREAD,
            (0, 50),
            shape="Day, time, place, your phone. It confirms, it does not ask again.",
        ),
        KindSpec(
            Kind.RESCHEDULE,
            "Reschedule",
            _THREAD,
            (0, 75),
            shape="A brief reason, an apology, two or three other times.",
        ),
        KindSpec(
            Kind.DECLINE,
            "Reply to a no",
            _THREAD,
            (0, 60),
            shape="Thanks, and the door stays open.",
        ),
        KindSpec(
            Kind.RUNNING_LATE,
            "Running late",
            (Channel.SMS,),
            (0, 160),
            "characters",
            shape="The time you will arrive, and an offer to keep it short.",
        ),
        KindSpec(
            Kind.THANK_YOU_EMAIL,
            "Thank-you e-mail",
            _MAIL,
            (75, 150),
            shape="One thing they said, what you will do with it, no new ask.",
        ),
        KindSpec(
            Kind.THANK_YOU_CARD,
            "Thank-you card",
            (Channel.CARD,),
            (40, 80),
            sentences=(3, 5),
            shape="Date, salutation, one specific thing, its effect, looking ahead, sign-off.",
        ),
        KindSpec(
            Kind.CHECK_IN,
            "Check-in",
            _ANY,
            (0, 80),
            shape="Their advice, what you did with it, one light question.",
        ),
        KindSpec(
            Kind.SHARE,
            "Something to share",
            _ANY,
            (0, 50),
            shape="Why you thought of them. No reply needed.",
        ),
        KindSpec(
            Kind.OUTCOME,
            "News of the outcome",
            _ANY,
            (0, 80),
            shape="The news, their part in it, an offer of help.",
        ),
        KindSpec(
            Kind.THANK_INTRODUCER,
            "Thanks to the introducer",
            _ANY,
            (0, 60),
            shape="What came of the introduction, right after the meeting.",
        ),
    )
}


def spec(kind: Kind | str) -> KindSpec:
    """The shape of a kind; an unknown id raises ValueError."""
    return SPECS[Kind(kind)]
