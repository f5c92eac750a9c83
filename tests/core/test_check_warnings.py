"""What a check warns of: what is asked for, when, and what was sent before."""

from __future__ import annotations

import pytest

from ii_tui.core.checks import SentNearby, Touch, check
from ii_tui.core.messages import Channel, Kind, Limits
from tests.core.corpus import context


def codes(text: str, subject: str = "", **changes: object) -> set[str]:
    """The codes found, without what only counts words."""
    found = check(subject, text, context(**changes))
    return {one.code for one in found} - {"length", "sentences"}


def spans(text: str, code: str, **changes: object) -> list[str]:
    """What each finding of that code points at."""
    found = check("", text, context(**changes))
    return [text[one.start : one.end] for one in found if one.code == code]


# What is asked for


@pytest.mark.parametrize(
    "text",
    [
        "Hi Anna, are you hiring?",
        "Hi Anna, is there an opening on your team?",
        "Hi Anna, do you know of any openings?",
        "Hi Anna, I saw the open position and thought of you.",
        "Hi Anna, I am looking for a new job.",
        "Hi Anna, are there any positions available at your firm?",
        "Hi Anna, I have attached my résumé.",
        "Hi Anna, my resume is below.",
        "Hi Anna, my CV tells more.",
        "Hi Anna, please find attached a short note.",
        "Hi Anna, could you refer me?",
        "Hi Anna, I applied for the position of analyst.",
        "Hi Anna, is the vacancy still there?",
        "Hi Anna, would you put in a good word for me?",
    ],
)
def test_a_first_message_that_asks_for_work_is_warned_of(text):
    assert "job_ask" in codes(text, first_message=True)
    assert "job_ask" not in codes(text)


@pytest.mark.parametrize(
    "text",
    [
        "Hi Anna, in your position I would do the same.",
        "Hi Anna, I was at the opening of the exhibition.",
        "Hi Anna, the opening night was a success.",
        "Hi Anna, I'm not asking for a job, only for your view.",
        "Hi Anna, you did a great job with the fair.",
        "Hi Anna, I grew very attached to that town.",
        "Hi Anna, let us resume our talk in May.",
        "Hi Anna, you are in a position to judge.",
        "Hi Anna, opening the letter made my day.",
        "Hi Anna, what does your job ask of you?",
        "Hi Anna, thank you for opening that door.",
        "Hi Anna, no résumé comes with this note.",
        "Hi Anna, the position of the lamp was wrong.",
    ],
)
def test_innocent_uses_of_the_same_words_are_not(text):
    assert "job_ask" not in codes(text, first_message=True)


def test_a_meeting_request_comes_without_a_resume_at_any_time():
    kind = {"kind": Kind.MEETING_REQUEST}
    assert "job_ask" in codes("Hi Anna, my résumé is with this.", **kind)
    assert "job_ask" not in codes("Hi Anna, are you hiring?", **kind)


@pytest.mark.parametrize(
    "text",
    [
        "Hi Anna, could we meet for coffee?",
        "Hi Anna, do you have 15 minutes?",
        "Hi Anna, I would love to talk with you.",
        "Hi Anna, up for a quick call?",
        "Hi Anna, half an hour would help.",
    ],
)
def test_a_note_that_asks_to_meet_is_warned_of(text):
    note = {"kind": Kind.LINKEDIN_NOTE, "channel": Channel.LINKEDIN_INVITATION}
    assert "asks_to_meet" in codes(text, **note)
    assert "asks_to_meet" not in codes(text)


@pytest.mark.parametrize(
    "text",
    [
        "Hi Anna, we met at the fair and I liked your talk.",
        "Hi Anna, it was nice to meet you in Lund.",
        "Hi Anna, your talk on coffee farms has stayed with me.",
    ],
)
def test_a_note_that_looks_back_is_not(text):
    note = {"kind": Kind.LINKEDIN_NOTE, "channel": Channel.LINKEDIN_INVITATION}
    assert "asks_to_meet" not in codes(text, **note)


# When


ZONES = {"mine_zone": "Europe/Berlin", "theirs_zone": "America/New_York"}


@pytest.mark.parametrize(
    "text",
    [
        "Hi Anna, Tuesday at 3 pm?",
        "Hi Anna, is 14:00 good?",
        "Hi Anna, at noon on Friday?",
        "Hi Anna, 3pm or 4pm, as you like. I am in Berlin next week.",
    ],
)
def test_a_time_without_its_city_is_ambiguous_between_zones(text):
    assert "ambiguous_time" in codes(text, **ZONES)
    assert "ambiguous_time" in codes(text, **ZONES, meeting_format="video")
    assert "ambiguous_time" not in codes(text, **ZONES, meeting_format="coffee")
    assert "ambiguous_time" not in codes(
        text, mine_zone="Europe/Berlin", theirs_zone="Europe/Berlin"
    )
    assert "ambiguous_time" not in codes(text)


@pytest.mark.parametrize(
    "text",
    [
        "Hi Anna, Tue 14:00 New York, 20:00 Berlin.",
        "Hi Anna, Tuesday at 3 p.m. your time?",
        "Hi Anna, 14:00 UTC+1 it is.",
        "Hi Anna, 15:00 or 16:00 Berlin time, as you like.",
        "Hi Anna, 30 minutes are plenty, and 10.50 is the price.",
        "Hi Anna, 9 am Eastern?",
    ],
)
def test_a_time_with_its_place_is_not(text):
    assert "ambiguous_time" not in codes(text, **ZONES)


@pytest.mark.parametrize("text", ["Hi Anna, 3 pm EST?", "Hi Anna, CST works.", "10:00 PST, Anna?"])
def test_bare_zone_letters_are_ambiguous_always(text):
    assert "ambiguous_time" in codes(text)
    assert "ambiguous_time" in codes(text, **ZONES)


def test_zone_letters_with_their_offset_are_clear():
    assert "ambiguous_time" not in codes("Hi Anna, 3 pm EST (UTC-5)?")
    assert "ambiguous_time" not in codes("Hi Anna, c'est bon, et l'est aussi.")


# What was sent before


TEXT = (
    "Thank you for the time you gave me. What you said about starting in the field has stayed "
    "with me, and I am going to spend a day in a store before I write another word."
)


def test_nearly_the_same_text_to_a_colleague_is_warned_of():
    sent = SentNearby("Robert Kowalski", "12 November", f"Hi Robert,\n\n{TEXT}\n\nJoanna")
    found = check("", f"Hi Anna,\n\n{TEXT}\n\nJoanna", context(sent_nearby=(sent,)))
    (one,) = [each for each in found if each.code == "near_same"]
    assert one.whole
    assert "Robert Kowalski" in one.why
    assert "12 November" in one.why
    other = TEXT.replace("starting in the field", "leaving the lab").replace("a store", "a bank")
    near = context(sent_nearby=(SentNearby("R", "May 2", other),))
    assert "near_same" in {each.code for each in check("", TEXT, near)}


def test_a_text_of_ones_own_is_not():
    sent = SentNearby(
        "Robert", "May 2", "I liked what you told me about pricing. Good luck with it."
    )
    assert "near_same" not in codes(TEXT, sent_nearby=(sent,))
    assert "near_same" not in codes("Hi!", sent_nearby=(SentNearby("R", "May 2", "Ho!"),))


def test_confirmations_may_read_alike():
    sent = SentNearby("Robert", "May 2", TEXT)
    assert "near_same" not in codes(TEXT, sent_nearby=(sent,), kind=Kind.CONFIRMATION)


def test_texts_without_spaces_are_compared_too():
    chinese = "谢谢您今天抽出时间与我交谈，您关于从基层做起的故事让我印象深刻，我会去商店待一天。"
    sent = SentNearby("王小明", "5月2日", chinese.replace("今天", "昨天"))
    assert "near_same" in codes(chinese, sent_nearby=(sent,))


@pytest.mark.parametrize(
    ("touches", "warned"),
    [
        ((Touch(0),), True),
        ((Touch(3),), True),
        ((Touch(4),), False),
        ((Touch(1), Touch(0, received=True)), False),
        ((Touch(0), Touch(1, received=True)), True),
        ((Touch(0, received=True),), False),
        ((), False),
    ],
)
def test_a_message_still_unanswered_warns_against_the_next(touches, warned):
    found = codes(TEXT, kind=Kind.CHECK_IN, recent=touches)
    assert ("recent" in found) == warned
    assert "recent" not in codes(TEXT, kind=Kind.CONFIRMATION, recent=touches)


def test_a_second_person_at_the_company_waits_three_business_days():
    for silent, warned in ((0, True), (2, True), (3, False)):
        found = codes(TEXT, kind=Kind.MEETING_REQUEST, second_person=("Robert", silent))
        assert ("second_person" in found) == warned
    assert "second_person" not in codes(TEXT, second_person=("Robert", 1))


def test_one_follow_up_is_enough():
    assert "second_follow_up" in codes(TEXT, kind=Kind.FOLLOW_UP, follow_ups_sent=1)
    assert "second_follow_up" not in codes(TEXT, kind=Kind.FOLLOW_UP)
    assert "second_follow_up" not in codes(TEXT, follow_ups_sent=1)


def test_a_stale_employer_is_pointed_at_where_it_is_named():
    text = "Hi Anna, how is Northwind?"
    assert spans(text, "stale_employer", employer_stale=True) == ["Northwind"]
    assert spans("Hi Anna!", "stale_employer", employer_stale=True) == [""]


def test_notes_a_month_are_counted_for_basic_accounts():
    note = {"kind": Kind.LINKEDIN_NOTE, "channel": Channel.LINKEDIN_INVITATION}
    assert "notes_month" in codes("Hi Anna.", **note, notes_this_month=5)
    assert "notes_month" not in codes("Hi Anna.", **note, notes_this_month=4)
    assert "notes_month" not in codes("Hi Anna.", **note, notes_this_month=50, premium=True)
    more = Limits(notes_a_month=10)
    assert "notes_month" not in codes("Hi Anna.", **note, notes_this_month=5, limits=more)


def test_missing_addresses_warn_and_never_block():
    assert codes("Hi Anna.", has_email=False) == {"no_email"}
    assert codes("Hi Anna.", has_email=False, channel=Channel.LINKEDIN) == set()
    card = {"kind": Kind.THANK_YOU_CARD, "channel": Channel.CARD}
    assert codes("Dear Anna,", **card, address_known=False) == {"no_address"}


def test_the_length_is_advice():
    found = {one.code: one for one in check("", "Hi Anna, thank you.", context())}
    assert found["length"].level == "warn"
    assert found["length"].why == "4 words; 75-150 words read best."
    assert "length" not in {one.code for one in check("", "word " * 80, context())}


def test_a_card_has_three_to_five_sentences():
    card = context(kind=Kind.THANK_YOU_CARD, channel=Channel.CARD)
    body = "I think of it often, and it has helped me more than I can say here. "
    assert "sentences" in {one.code for one in check("", body * 2, card)}
    assert "sentences" not in {one.code for one in check("", body * 4, card)}
