"""What stops an embarrassment: every block and warning, on texts written for the purpose."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ii_tui.core.checks import (
    BLOCK,
    CheckContext,
    Finding,
    NetworkNames,
    Person,
    SentNearby,
    Touch,
    blocks,
    check,
    visible,
)
from ii_tui.core.messages import Channel, Kind, Limits, spec
from ii_tui.core.stages import Closeness
from ii_tui.core.templates import TEMPLATES, fill
from tests.core.corpus import ANNA, EMBARRASSING, INNOCENT, ME, Case, context

NAMES = {"given_name", "company_word", "maybe_person", "greeting"}


def codes(text: str, subject: str = "", **changes: object) -> set[str]:
    """The codes found, without what only counts words."""
    found = check(subject, text, context(**changes))
    return {one.code for one in found} - {"length", "sentences"}


def spans(text: str, code: str, **changes: object) -> list[str]:
    """What each finding of that code points at."""
    found = check("", text, context(**changes))
    return [text[one.start : one.end] for one in found if one.code == code]


# The corpus


def test_the_corpus_is_large_enough_to_mean_something():
    assert len(INNOCENT) >= 100
    assert len(EMBARRASSING) >= 100
    assert len({case.text + case.subject + repr(case.what) for case in INNOCENT}) == len(INNOCENT)


@pytest.mark.parametrize("case", INNOCENT, ids=lambda case: case.text[:40].replace("\n", " "))
def test_an_innocent_text_raises_no_block_and_no_doubt_about_a_name(case: Case):
    found = check(case.subject, case.text, case.context())
    assert blocks(found) == ()
    assert {one.code for one in found} & NAMES == case.codes


@pytest.mark.parametrize("case", EMBARRASSING, ids=lambda case: case.text[:40].replace("\n", " "))
def test_an_embarrassing_text_is_blocked_for_its_reason_and_no_other(case: Case):
    found = blocks(check(case.subject, case.text, case.context()))
    assert {one.code for one in found} == case.codes
    for one in found:
        value = case.subject if one.field == "subject" else case.text
        assert 0 <= one.start < one.end <= len(value)
        assert one.why.endswith(".")


# Blocks


def test_findings_point_at_the_very_characters():
    assert spans("Hi Anna, ask Jean-Pierre O’Brien’s team.", "other_person") == [
        "Jean-Pierre O’Brien"
    ]
    assert spans("Hi Anna, \N{WAVING HAND SIGN} Contoso, Inc. is it.", "other_company") == [
        "Contoso"
    ]
    assert spans("Hi Anna, 昨天王小明来了。", "other_person") == ["王小明"]
    assert spans("Hi Marek, hello.", "salutation") == ["Marek"]
    assert spans("See {a_b}, [c] and TBD.", "placeholder") == ["{a_b}", "[c]", "TBD"]


def test_a_subject_finding_says_that_it_is_in_the_subject():
    (one,) = blocks(check("About Contoso", "Hi Anna, hello.", context()))
    assert (one.field, one.start, one.end) == ("subject", 6, 13)
    # On LinkedIn there is no subject, so what stands there leaves with nobody.
    assert not blocks(check("About Contoso", "Hi Anna.", context(channel=Channel.LINKEDIN)))


@pytest.mark.parametrize("text", ["", "   \n\t  "])
def test_nothing_written_blocks(text):
    found = check("", text, context())
    assert [one.code for one in found] == ["empty"]
    assert found[0].whole


def test_over_the_limit_blocks_from_the_first_character_too_many():
    text = "a" * 199 + "\N{WAVING HAND SIGN}" + "b"
    found = check("", text, context(kind=Kind.LINKEDIN_NOTE, channel=Channel.LINKEDIN_INVITATION))
    (one,) = blocks(found)
    assert (one.code, one.start, one.end) == ("over_limit", 199, 201)
    assert "202 characters" in one.why
    assert "length" not in {each.code for each in found}
    premium = context(kind=Kind.LINKEDIN_NOTE, channel=Channel.LINKEDIN_INVITATION, premium=True)
    assert not blocks(check("", text, premium))


def test_an_inmail_subject_over_its_limit_blocks():
    ctx = context(kind=Kind.INMAIL, channel=Channel.INMAIL)
    (one,) = blocks(check("s" * 201, "Hi Anna.", ctx))
    assert (one.code, one.field, one.start, one.end) == ("over_limit", "subject", 200, 201)


def test_do_not_contact_blocks_whatever_the_text():
    assert "do_not_contact" in codes("Hi Anna, hello.", do_not_contact=True)
    assert "do_not_contact" in codes("", do_not_contact=True)


def test_a_name_that_looks_like_a_placeholder_still_blocks_and_says_why():
    person = Person("{company}", "Kowalska", id=1, companies=("Northwind",))
    (one,) = blocks(check("", "Hi {company}, hello.", context(recipient=person)))
    assert one.code == "placeholder"
    assert "greeting name" in one.why


@pytest.mark.parametrize(
    ("first", "greeting", "hello"),
    [
        ("William", "", "Bill"),
        ("Katarzyna", "", "Kasia"),
        ("Maximilian", "", "Max"),
        ("Aleksandra", "", "Ola"),
        ("Anna Maria", "", "AnnaMaria"),
        ("Anna-Maria", "", "Anna"),
        ("Xiaoming", "Jimmy", "Jimmy"),
        ("José", "", "Jose"),
        ("Jose", "", "José"),
        ("ANNA", "", "Anna"),
        ("Dr. Anna", "", "Anna"),
        ("Anna 🌟", "", "Anna"),
        ("John David", "", "JD"),
    ],
)
def test_what_they_are_called_may_be_greeted(first, greeting, hello):
    person = Person(first, "Dorsey", id=500, greeting=greeting)
    assert not codes(f"Hi {hello},\n\nthank you.", recipient=person)


@pytest.mark.parametrize("hello", ["Paul", "Marek", "Joseph", "Maria"])
def test_a_name_that_only_begins_alike_is_another_persons(hello):
    for first in ("Paulina", "Marekson", "Josephine", "Mariana"):
        if first.startswith(hello):
            person = Person(first, "Dorsey", id=500)
            assert "salutation" in codes(f"Hi {hello},\n\nthank you.", recipient=person)


def test_an_unknown_name_in_the_greeting_is_asked_about():
    assert codes("Hi Zorblax,\n\nthank you.") == {"greeting"}
    assert codes("Hi Annchen,\n\nthank you.") == set()


def test_my_own_name_in_a_sign_off_is_no_greeting():
    me = Person("Marek", "Lindqvist")
    assert not codes("Hi Anna,\n\nthank you.\n\nThanks,\nMarek", me=me)
    assert not codes("Thank you for today!\nMarek", me=me)
    assert not codes("Hi Anna,\nit was good.\nCiao, Marek", me=me)


def test_nobody_is_greeted_in_the_blurb_but_the_target():
    target = Person("Priya", "Raman", id=3, companies=("Contoso, Inc.",))
    ctx = {"kind": Kind.INTRO_BLURB, "target": target}
    assert not codes("Hi Priya, Joanna Lindqvist asks about Contoso.", **ctx)
    assert "salutation" in codes("Hi Marek, Joanna Lindqvist asks about Contoso.", **ctx)


def test_an_introduction_names_one_person_and_no_second():
    text = "Hi Anna, would you introduce me to Priya Raman at Contoso? Or to Will May of Globex?"
    assert spans(text, "other_person", kind=Kind.INTRO_REQUEST) == ["Will May"]
    assert spans(text, "other_company", kind=Kind.INTRO_REQUEST) == ["Globex"]


def test_a_namesake_of_the_recipient_does_not_block():
    names = NetworkNames(
        [(1, "Anna", "Kowalska", 1), (7, "Anna", "Kowalska", 2)], [(1, "Northwind")]
    )
    assert not codes("Hi Anna,\n\nAnna Kowalska is a good name.", names=names)


def test_a_small_network_knows_common_names_all_the_same():
    assert codes("Hi Bob,\n\nthank you.", names=NetworkNames()) == {"salutation"}
    assert codes("Hi Anna,\n\nthank you.", names=NetworkNames()) == set()


# Names that may be words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hi Anna, Marek told me about it.", {"given_name"}),
        ("Hi Anna, it was good.\n\nBest,\nPriya", {"given_name"}),
        ("Hi Anna, Jean-Pierre told me.", {"given_name"}),
        ("Hi Anna, Mary Ann told me.", {"given_name"}),
        ("Hi Anna, Björn's idea was good.", {"given_name"}),
        ("Hi Anna, marek told me about it.", set()),
        ("Hi Anna, Mark told me about it.", set()),
        ("Hi Anna, I hope Grace and May are well.", set()),
        ("Hi Anna, Marek Wisniewski told me.", set()),
        ("Hi Anna, the Sofia Coppola film was good.", set()),
        ("Hi Anna, I work at Target now.", {"company_word"}),
        ("Hi Anna, I bought it, and Gap had it too.", {"company_word"}),
        ("Hi Anna, I saw the Meta building.", {"company_word"}),
        ("Hi Anna, see https://target.com/gap.", set()),
    ],
)
def test_a_lone_name_or_a_word_that_is_a_company_only_warns(text, expected):
    assert codes(text) == expected


def test_the_recipients_own_short_forms_are_not_asked_about():
    robert = Person("Robert", "Kowalski", id=34)
    names = NetworkNames([(5, "Bobby", "Tables", None)])
    assert not codes("Hi Robert, or Bobby, as they call you.", recipient=robert, names=names)


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


# The answer as a whole


def test_blocks_come_first_and_each_level_in_the_order_of_the_text():
    text = "Hi Anna, Marek and Contoso, then {x} at Globex with Priya."
    found = check("", text, context())
    levels = [one.level for one in found]
    assert levels == sorted(levels)
    for level in ("block", "warn"):
        starts = [one.start for one in found if one.level == level]
        assert starts == sorted(starts)


def test_only_warnings_can_be_overridden():
    found = check("", "Hi Anna, Marek likes Contoso.", context())
    left = visible(found, {"given_name": "he said I may", "length": "", "other_company": "no"})
    assert {one.code for one in left} == {"other_company"}
    assert visible(found, ()) == found
    assert blocks(left) == left


def test_our_own_templates_raise_nothing_but_what_they_are_not_told():
    values = {
        "first_name": "Anna",
        "company": "Northwind",
        "connection": "the Lund alumni group",
        "how_known": "worked together on the harbor project",
        "specific": "your talk on refill packaging",
        "target_specific": "her talk on refill packaging",
        "topic": "brand work in packaging",
        "my_name": "Joanna Lindqvist",
        "my_first_name": "Joanna",
        "my_phone": "+1 312 555 0142",
        "my_background": "a store manager with nine years in retail",
        "introducer": "Marta Okonkwo",
        "target_name": "Priya Raman",
        "target_first_name": "Priya",
        "target_company": "Contoso",
        "slots": "Tuesday at 10:00 or Thursday at 14:00",
        "meeting_day": "Wednesday 25 November",
        "meeting_time": "10:00",
        "meeting_place": "Umbrella, 12 Main Street",
        "arrival_time": "10:15",
        "topics": "- how your team decides\n- what surprises newcomers",
        "reason": "my train was cancelled",
        "advice": "talking to a buyer first",
        "next_step": "spend a day in a store with the people who fill the shelves",
        "result": "it changed how I read a shelf",
        "shared": "this piece on refill stations",
        "link": "https://contoso.com/refill",
        "news": "I start at Tailspin Toys in March",
        "their_part": "your introduction to the design team",
        "promised": "the trade report",
        "today": "November 24, 2026",
    }
    target = Person("Priya", "Raman", id=3, companies=("Contoso, Inc.",))
    marta = Person("Marta", "Okonkwo", id=90)
    for template in TEMPLATES:
        filled = fill(template, values)
        ctx = context(
            kind=template.kind,
            channel=spec(template.kind).channels[0],
            introducer=marta,
            target=target,
            known_words=("Umbrella, 12 Main Street",),
            first_message=True,
        )
        assert check(filled.subject, filled.text, ctx) == (), template.name
        assert template.closeness <= set(Closeness)


PIECES = (
    *("Hi ", "Dear ", "Marek", " Nowak", "Anna", ",", "\n", " and ", "王小明", "您好", "Contoso"),
    *(" Inc.", "3 pm ", "EST", "Will", " May", "'s", "-", "@", "&", "{", "}", "[", "]"),
)


@settings(max_examples=300, deadline=None)
@given(
    st.text(alphabet=st.characters(codec="utf-8"), max_size=80),
    st.lists(
        st.sampled_from(PIECES),
        max_size=14,
    ),
    st.sampled_from(list(Kind)),
)
def test_any_text_is_answered_with_findings_inside_it(noise, parts, kind):
    text = "".join(parts) + noise
    ctx = context(kind=kind, channel=spec(kind).channels[0], first_message=True, **ZONES)
    for one in check(text[:40], text, ctx):
        value = text[:40] if one.field == "subject" else text
        assert isinstance(one, Finding)
        assert 0 <= one.start <= one.end <= len(value)
        assert one.why


def test_a_context_needs_no_more_than_who_writes_to_whom():
    ctx = CheckContext(Kind.SHARE, Channel.EMAIL, ANNA, ME)
    assert check("", "Hi Anna, see you.", ctx) == ()
    assert [one.code for one in check("", "Hi Bob, see you.", ctx)] == ["salutation"]
    assert check("", "Hi Bob, see you.", ctx)[0].level == BLOCK


@pytest.mark.parametrize(
    "piece", ["a_", "{", "[", "a.", "@a.", "Hi ", "Will May ", "王小", "3 pm "]
)
def test_hostile_texts_are_answered_in_reasonable_work(piece):
    text = piece * (12_000 // len(piece)) + "@"
    assert isinstance(check("", text, context(first_message=True, **ZONES)), tuple)
