"""Kinds, counting, limits, and the kind and channel that a tie or a stage calls for."""

from __future__ import annotations

import pytest

from ii_tui.core.messages import (
    SPECS,
    Channel,
    Kind,
    Limits,
    Tie,
    channel_for,
    first_message_kind,
    measure,
    spec,
)
from ii_tui.core.stages import Closeness

DOMAIN_KINDS = [
    "linkedin_note",
    "linkedin_message",
    "inmail",
    "reconnect",
    "intro_request",
    "intro_blurb",
    "meeting_request",
    "follow_up",
    "invite_text",
    "confirmation",
    "reschedule",
    "decline",
    "running_late",
    "thank_you_email",
    "thank_you_card",
    "check_in",
    "share",
    "outcome",
    "thank_introducer",
]


def test_every_kind_of_the_domain_is_there_and_no_other():
    assert [kind.value for kind in Kind] == DOMAIN_KINDS
    assert set(SPECS) == set(Kind)
    for kind in Kind:
        shape = spec(kind.value)
        assert shape.id is kind
        assert shape.label
        assert shape.shape
        assert shape.channels


def test_an_unknown_kind_is_refused():
    with pytest.raises(ValueError):
        spec("fax")


@pytest.mark.parametrize(
    ("kind", "channel", "advised", "unit", "limit"),
    [
        ("linkedin_note", "linkedin_invitation", "up to 200 characters", "characters", 200),
        ("linkedin_message", "linkedin", "up to 400 characters", "characters", 3000),
        ("inmail", "inmail", "up to 1900 characters", "characters", 1900),
        ("reconnect", "linkedin", "40-80 words", "words", 3000),
        ("reconnect", "email", "40-80 words", "words", None),
        ("intro_request", "email", "up to 120 words", "words", None),
        ("intro_blurb", "email", "up to 80 words", "words", None),
        ("meeting_request", "email", "up to 75 words", "words", None),
        ("follow_up", "email", "up to 50 words", "words", None),
        ("invite_text", "invite", "", "words", None),
        ("confirmation", "email", "up to 50 words", "words", None),
        ("running_late", "sms", "up to 160 characters", "characters", 160),
        ("thank_you_email", "email", "75-150 words", "words", None),
        ("thank_you_card", "card", "40-80 words", "words", None),
        ("check_in", "email", "up to 80 words", "words", None),
        ("share", "sms", "up to 50 words", "words", 160),
        ("outcome", "email", "up to 80 words", "words", None),
        ("thank_introducer", "email", "up to 60 words", "words", None),
    ],
)
def test_lengths_are_those_of_the_domain(kind, channel, advised, unit, limit):
    count = measure(Kind(kind), Channel(channel), "", "One two three.")
    assert (count.advised, count.unit, count.limit) == (advised, unit, limit)
    assert not count.over


def test_premium_raises_the_limit_of_the_note():
    text = "x" * 250
    assert measure(Kind.LINKEDIN_NOTE, Channel.LINKEDIN_INVITATION, "", text).over
    premium = measure(Kind.LINKEDIN_NOTE, Channel.LINKEDIN_INVITATION, "", text, premium=True)
    assert (premium.limit, premium.over, premium.advised) == (300, False, "up to 300 characters")


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("a" * 200, 200),
        ("é" * 200, 200),
        ("\N{WAVING HAND SIGN}" * 100, 200),
        ("\U0001f469\u200d\U0001f4bb", 5),
        ("王小明", 3),
        ("one\ntwo", 7),
    ],
)
def test_channel_limits_count_utf16_units(text, units):
    count = measure(Kind.LINKEDIN_NOTE, Channel.LINKEDIN_INVITATION, "", text)
    assert count.count == count.characters == units
    assert not count.over
    over = measure(Kind.LINKEDIN_NOTE, Channel.LINKEDIN_INVITATION, "", text + "a" * 200)
    assert over.over


def test_a_limit_of_200_means_that_the_201st_is_too_much():
    exact, more = ("a" * 200, "a" * 199 + "\N{WAVING HAND SIGN}")
    assert not measure(Kind.LINKEDIN_NOTE, Channel.LINKEDIN_INVITATION, "", exact).over
    assert measure(Kind.LINKEDIN_NOTE, Channel.LINKEDIN_INVITATION, "", more).over


def test_words_count_the_text_and_the_channel_still_counts_characters():
    count = measure(Kind.RECONNECT, Channel.LINKEDIN, "ignored here", "word " * 900)
    assert (count.count, count.characters, count.over) == (900, 4500, True)
    assert count.subject_characters == 0


def test_an_inmail_subject_has_its_own_limit():
    long = measure(Kind.INMAIL, Channel.INMAIL, "s" * 201, "Hi")
    assert (long.subject_characters, long.subject_limit, long.over) == (201, 200, True)
    assert not measure(Kind.INMAIL, Channel.INMAIL, "s" * 200, "Hi").over
    assert not measure(Kind.SHARE, Channel.EMAIL, "s" * 5000, "Hi").over


def test_short_and_long_are_judged_against_the_advice():
    card = [measure(Kind.THANK_YOU_CARD, Channel.CARD, "", "word " * n) for n in (39, 40, 80, 81)]
    assert [c.short for c in card] == [True, False, False, False]
    assert [c.long for c in card] == [False, False, False, True]
    assert card[0].sentences_advised == "3-5 sentences"


def test_limits_and_advice_are_settings():
    limits = Limits(linkedin_note=180, linkedin_message_advised=500, advised={"follow_up": (5, 30)})
    note = measure(Kind.LINKEDIN_NOTE, Channel.LINKEDIN_INVITATION, "", "a" * 190, limits)
    assert (note.limit, note.over) == (180, True)
    message = measure(Kind.LINKEDIN_MESSAGE, Channel.LINKEDIN, "", "a", limits)
    assert message.advised == "up to 500 characters"
    follow_up = measure(Kind.FOLLOW_UP, Channel.EMAIL, "", "one two", limits)
    assert (follow_up.advised, follow_up.short) == ("5-30 words", True)


def test_subjects_belong_to_mail_inmail_and_invites():
    request = spec("meeting_request")
    assert request.has_subject(Channel.EMAIL)
    assert not request.has_subject(Channel.LINKEDIN)
    assert spec("inmail").has_subject(Channel.INMAIL)
    assert spec("invite_text").has_subject(Channel.INVITE)
    assert not spec("thank_you_card").has_subject(Channel.CARD)


@pytest.mark.parametrize(
    ("tie", "kind"),
    [
        (Tie(), "reconnect"),
        (Tie(Closeness.CLOSE), "meeting_request"),
        (Tie(Closeness.ACQUAINTANCE), "reconnect"),
        (Tie(Closeness.STRANGER), "linkedin_note"),
        (Tie(Closeness.STRANGER, connected=True), "linkedin_message"),
        (Tie(Closeness.STRANGER, introduced=True), "meeting_request"),
    ],
)
def test_the_tie_decides_how_a_conversation_begins(tie, kind):
    assert first_message_kind(tie) == kind


@pytest.mark.parametrize(
    ("kind", "tie", "channel"),
    [
        ("reconnect", Tie(), "linkedin"),
        ("linkedin_note", Tie(has_email=True), "linkedin_invitation"),
        ("meeting_request", Tie(), "linkedin"),
        ("meeting_request", Tie(has_email=True), "email"),
        ("meeting_request", Tie(has_email=True, thread=Channel.LINKEDIN), "linkedin"),
        ("follow_up", Tie(thread=Channel.EMAIL), "email"),
        ("confirmation", Tie(has_email=True, thread=Channel.LINKEDIN_INVITATION), "email"),
        ("invite_text", Tie(), "invite"),
        ("thank_you_card", Tie(has_email=True), "card"),
        ("check_in", Tie(), "linkedin"),
        ("check_in", Tie(has_email=True, thread=Channel.SMS), "email"),
        ("thank_you_email", Tie(has_email=True, thread=Channel.LINKEDIN), "email"),
        ("thank_you_email", Tie(thread=Channel.LINKEDIN), "linkedin"),
        ("confirmation", Tie(has_email=True, thread=Channel.LINKEDIN), "email"),
    ],
)
def test_a_kind_goes_by_the_running_thread_else_by_mail(kind, tie, channel):
    assert channel_for(Kind(kind), tie) == channel


def test_the_channel_chosen_is_always_one_the_kind_may_use():
    for kind in Kind:
        for thread in (None, *Channel):
            for has_email in (False, True):
                channel = channel_for(kind, Tie(has_email=has_email, thread=thread))
                assert channel in spec(kind).channels


def test_within_a_sentence_only_names_keep_their_capitals():
    assert [Kind(kind).words for kind in ("meeting_request", "linkedin_note", "inmail")] == [
        "meeting request",
        "LinkedIn note",
        "InMail",
    ]
