"""How long a message is and may be, how a conversation begins, and by which channel."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from ii_tui.core.forwarding import apart
from ii_tui.core.kinds import SPECS, WITH_SUBJECT, Channel, Kind, KindSpec, Unit, spec
from ii_tui.core.stages import Closeness
from ii_tui.core.text import sentence_count, utf16_units, word_count
from ii_tui.lazy import dataclass

__all__ = [
    "SPECS",
    "WITH_SUBJECT",
    "Channel",
    "Count",
    "Kind",
    "KindSpec",
    "Limits",
    "Tie",
    "Unit",
    "advised_length",
    "channel_for",
    "first_message_kind",
    "measure",
    "spec",
    "subject_limit",
    "text_limit",
]


@dataclass(frozen=True, slots=True)
class Limits:
    """The settings of `[limits]`; lengths in UTF-16 units, as the channels count them."""

    linkedin_note: int = 200
    linkedin_note_premium: int = 300
    linkedin_message: int = 3000
    linkedin_message_advised: int = 400
    inmail_subject: int = 200
    inmail_body: int = 1900
    sms: int = 160
    notes_a_month: int = 5
    """personalised invitations a basic account may send in a month"""
    recent_days: int = 3
    """an unanswered message younger than this many days is warned of"""
    second_person_after: int = 3
    """business days of silence before a second person at the company is not warned against"""
    advised: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """lengths by kind id where someone prefers others than ours"""


def advised_length(kind: Kind, limits: Limits) -> tuple[int, int] | None:
    """The advised shortest and longest length in the kind's unit, settings first."""
    chosen = limits.advised.get(kind.value)
    if chosen is not None:
        return chosen
    if kind is Kind.LINKEDIN_MESSAGE:
        return (0, limits.linkedin_message_advised)
    return SPECS[kind].advised


def text_limit(channel: Channel, limits: Limits, premium: bool = False) -> int | None:
    """The most UTF-16 units the channel takes, or None where nothing physical stops it."""
    if channel is Channel.LINKEDIN_INVITATION:
        return limits.linkedin_note_premium if premium else limits.linkedin_note
    return {
        Channel.LINKEDIN: limits.linkedin_message,
        Channel.INMAIL: limits.inmail_body,
        Channel.SMS: limits.sms,
    }.get(channel)


def subject_limit(channel: Channel, limits: Limits) -> int | None:
    """The most UTF-16 units of the subject line, or None."""
    return limits.inmail_subject if channel is Channel.INMAIL else None


@dataclass(frozen=True, slots=True)
class Count:
    """How long a message is, beside what is advised and what its channel takes."""

    count: int
    """in `unit`"""
    advised: str
    """"75-150 words", "up to 75 words"; empty where nothing is advised"""
    limit: int | None
    """the channel's limit, always in UTF-16 units whatever `unit` says; None without one"""
    unit: Unit
    over: bool
    """text or subject is over the channel's limit"""
    characters: int
    """of the text, in UTF-16 units"""
    subject_characters: int
    subject_limit: int | None
    short: bool
    """below the advised length"""
    long: bool
    """above the advised length"""
    sentences: int
    sentences_advised: str
    """"3-5 sentences"; empty where nothing is advised"""
    forward: int = 0
    """words beneath the text that are there to be forwarded"""


def _range(low: int, high: int, noun: str) -> str:
    return f"{low}-{high} {noun}" if low else f"up to {high} {noun}"


def measure(
    kind: Kind,
    channel: Channel,
    subject: str,
    text: str,
    limits: Limits | None = None,
    premium: bool = False,
) -> Count:
    """Counts a message against the advice for its kind and the limit of its channel.

    Words count the text alone; characters are UTF-16 units, as LinkedIn counts them.
    """
    limits = limits or Limits()
    shape = SPECS[kind]
    characters = utf16_units(text)
    # What is there to be forwarded has a length of its own.
    own, beneath = apart(text) if kind is Kind.INTRO_REQUEST else (text, "")
    count = word_count(own) if shape.unit == "words" else characters
    limit = text_limit(channel, limits, premium)
    title = utf16_units(subject) if shape.has_subject(channel) else 0
    title_limit = subject_limit(channel, limits)
    advice = advised_length(kind, limits)
    if advice is not None:
        advised = _range(*advice, shape.unit)
    elif limit is not None and shape.unit == "characters":
        advised = _range(0, limit, "characters")
    else:
        advised = ""
    low, high = advice or (0, 0)
    return Count(
        count=count,
        advised=advised,
        limit=limit,
        unit=shape.unit,
        over=(limit is not None and characters > limit)
        or (title_limit is not None and title > title_limit),
        characters=characters,
        subject_characters=title,
        subject_limit=title_limit,
        short=count < low,
        long=bool(high) and count > high,
        sentences=sentence_count(text),
        sentences_advised=_range(*shape.sentences, "sentences") if shape.sentences else "",
        forward=word_count(beneath),
    )


@dataclass(frozen=True, slots=True)
class Tie:
    """What of a person decides which message comes next, and by which channel."""

    closeness: Closeness | None = None
    connected: bool = False
    """on LinkedIn"""
    introduced: bool = False
    has_email: bool = False
    has_address: bool = True
    thread: Channel | None = None
    """the channel of the conversation so far"""


def first_message_kind(tie: Tie) -> Kind:
    """What opens a conversation.

    A close tie, and whoever was introduced, is asked plainly; a stranger is asked for the
    connection first, if that is not there; anyone else hears from us warmly, before any question.
    """
    if tie.introduced or tie.closeness is Closeness.CLOSE:
        return Kind.MEETING_REQUEST
    if tie.closeness is Closeness.STRANGER:
        return Kind.LINKEDIN_MESSAGE if tie.connected else Kind.LINKEDIN_NOTE
    return Kind.RECONNECT


_THREADS = frozenset({Channel.EMAIL, Channel.LINKEDIN, Channel.INMAIL})
"""Channels in which a conversation goes on; a text message about being late begins none."""

_BY_MAIL = frozenset({Kind.CONFIRMATION, Kind.THANK_YOU_EMAIL})
"""Kinds that go by e-mail wherever an address is known, whatever the thread."""


def channel_for(kind: Kind, tie: Tie) -> Channel:
    """The channel a kind goes by: the running thread's, else its first, e-mail if it is known."""
    channels = SPECS[kind].channels
    if kind in _BY_MAIL and tie.has_email:
        return Channel.EMAIL
    if tie.thread in _THREADS and tie.thread in channels:
        return tie.thread
    for channel in channels:
        if channel is not Channel.EMAIL or tie.has_email:
            return channel
    return channels[0]
