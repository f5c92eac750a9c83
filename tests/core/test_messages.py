"""Kinds, counting, limits, and the kind that a task or a stage calls for."""

from __future__ import annotations

import pytest

from ii_tui.core.messages import (
    NOT_MESSAGES,
    SPECS,
    Channel,
    Kind,
    Limits,
    kind_for_stage,
    kind_for_task,
    measure,
    spec,
)
from ii_tui.core.stages import Closeness, Exit, Stage

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
TASKS = [
    "reach_out",
    "nudge",
    "second_beat",
    "ask",
    "follow_up",
    "answer",
    "schedule",
    "send_invite",
    "prepare",
    "confirm",
    "did_it_happen",
    "debrief",
    "thank_email",
    "thank_card",
    "thank_introducer",
    "check_in",
    "reply_decline",
    "no_show",
    "promise",
    "outcome",
    "close",
    "custom",
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
    ("task", "known", "expected"),
    [
        ("reach_out", {"closeness": Closeness.CLOSE}, ("reconnect", "linkedin")),
        ("reach_out", {"closeness": Closeness.ACQUAINTANCE}, ("reconnect", "linkedin")),
        ("reach_out", {"closeness": None}, ("reconnect", "linkedin")),
        (
            "reach_out",
            {"closeness": Closeness.STRANGER},
            ("linkedin_note", "linkedin_invitation"),
        ),
        (
            "reach_out",
            {"closeness": Closeness.STRANGER, "connected": True},
            ("linkedin_message", "linkedin"),
        ),
        ("nudge", {}, ("linkedin_message", "linkedin")),
        ("nudge", {"thread": Channel.EMAIL}, ("reconnect", "email")),
        ("second_beat", {}, ("meeting_request", "linkedin")),
        ("ask", {"has_email": True}, ("meeting_request", "email")),
        ("ask", {"has_email": True, "thread": Channel.LINKEDIN}, ("meeting_request", "linkedin")),
        ("follow_up", {"thread": Channel.EMAIL}, ("follow_up", "email")),
        ("answer", {}, ("meeting_request", "linkedin")),
        ("send_invite", {}, ("invite_text", "invite")),
        ("confirm", {"has_email": True}, ("confirmation", "email")),
        ("confirm", {}, ("confirmation", "linkedin")),
        ("thank_card", {}, ("thank_you_card", "card")),
        ("thank_email", {"has_email": True}, ("thank_you_email", "email")),
        ("thank_email", {}, ("thank_you_email", "linkedin")),
        ("thank_introducer", {"has_email": True}, ("thank_introducer", "email")),
        ("check_in", {"has_email": True}, ("check_in", "email")),
        ("reply_decline", {}, ("decline", "linkedin")),
        ("no_show", {"has_email": True}, ("reschedule", "email")),
        ("promise", {"has_email": True}, ("share", "email")),
        ("outcome", {}, ("outcome", "linkedin")),
    ],
)
def test_a_task_calls_for_its_kind_and_channel(task, known, expected):
    assert kind_for_task(task, **known) == expected


def test_tasks_that_no_message_settles_give_none_or_the_stages_kind():
    for task in NOT_MESSAGES:
        assert kind_for_task(task) is None
    assert kind_for_task("debrief", stage=Stage.HELD) == ("thank_you_card", "card")
    assert kind_for_task("unheard_of") is None


def test_every_task_kind_is_answered_or_named_as_no_message():
    for task in TASKS:
        assert (kind_for_task(task) is None) == (task in NOT_MESSAGES)


@pytest.mark.parametrize(
    ("stage", "known", "expected"),
    [
        ("identified", {"closeness": Closeness.STRANGER}, ("linkedin_note", "linkedin_invitation")),
        ("identified", {"closeness": Closeness.CLOSE}, ("reconnect", "linkedin")),
        ("warming", {"has_email": True}, ("meeting_request", "email")),
        ("requested", {"thread": Channel.LINKEDIN}, ("follow_up", "linkedin")),
        ("replied", {}, ("meeting_request", "linkedin")),
        ("scheduled", {"has_email": True}, ("confirmation", "email")),
        ("confirmed", {"has_email": True}, ("reschedule", "email")),
        ("held", {}, ("thank_you_card", "card")),
        ("held", {"has_address": False, "has_email": True}, ("thank_you_email", "email")),
        ("thanked", {"has_email": True}, ("check_in", "email")),
        ("in_touch", {}, ("check_in", "linkedin")),
        ("requested", {"exit": Exit.DECLINED}, ("decline", "linkedin")),
        ("confirmed", {"exit": Exit.NO_SHOW, "has_email": True}, ("reschedule", "email")),
        ("requested", {"exit": Exit.DORMANT}, ("reconnect", "linkedin")),
    ],
)
def test_a_stage_calls_for_its_kind_and_channel(stage, known, expected):
    assert kind_for_stage(Stage(stage), **known) == expected


def test_the_channel_chosen_is_always_one_the_kind_may_use():
    for stage in Stage:
        for exit in (None, *Exit):
            for closeness in (None, *Closeness):
                for thread in (None, *Channel):
                    kind, channel = kind_for_stage(
                        stage, exit=exit, closeness=closeness, thread=thread
                    )
                    assert channel in spec(kind).channels
