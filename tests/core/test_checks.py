"""What stops an embarrassment: every block and warning, on texts written for the purpose."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ii_tui.core.checks import (
    BLOCK,
    MOST,
    CheckContext,
    Finding,
    NetworkNames,
    Person,
    blocks,
    check,
    visible,
)
from ii_tui.core.messages import Channel, Kind, spec
from ii_tui.core.stages import Closeness
from ii_tui.core.templates import TEMPLATES, fill
from tests.core.corpus import ANNA, ME, Case, context
from tests.core.corpus_embarrassing import DOUBTFUL, EMBARRASSING
from tests.core.corpus_innocent import INNOCENT

ZONES = {"mine_zone": "Europe/Berlin", "theirs_zone": "America/New_York"}
NAMES = {"given_name", "company_word", "maybe_person", "greeting", "unfinished"}


def codes(text: str, subject: str = "", **changes: object) -> set[str]:
    """The codes found, without what only counts words."""
    found = check(subject, text, context(**changes))
    return {one.code for one in found} - {"length", "sentences"}


def spans(text: str, code: str, **changes: object) -> list[str]:
    """What each finding of that code points at."""
    found = check("", text, context(**changes))
    return [text[one.start : one.end] for one in found if one.code == code]


# The corpus


def ids(case: Case) -> str:
    return case.text[:40].replace("\n", " ")


def places(case: Case, findings: Iterable[Finding]) -> tuple[tuple[str, int, int], ...]:
    """Where the findings point, the subject's first, each place once."""
    found = {(one.field, one.start, one.end) for one in findings}
    return tuple(sorted(found, key=lambda place: (place[0] != "subject", place)))


def test_the_corpus_is_large_enough_to_mean_something():
    for cases in (INNOCENT, EMBARRASSING):
        assert len(cases) >= 150
        assert len({case.text + case.subject + repr(case.what) for case in cases}) == len(cases)


@pytest.mark.parametrize("case", INNOCENT, ids=ids)
def test_an_innocent_text_raises_no_block_and_no_doubt_about_a_name(case: Case):
    found = check(case.subject, case.text, case.context())
    assert blocks(found) == ()
    assert {one.code for one in found} & NAMES == case.codes


@pytest.mark.parametrize("case", EMBARRASSING, ids=ids)
def test_an_embarrassing_text_is_blocked_for_its_reason_and_no_other(case: Case):
    found = blocks(check(case.subject, case.text, case.context()))
    assert {one.code for one in found} == case.codes
    assert places(case, found) == case.places
    assert all(one.why.endswith(".") for one in found)


@pytest.mark.parametrize("case", DOUBTFUL, ids=ids)
def test_a_doubtful_text_is_warned_of_and_goes(case: Case):
    found = check(case.subject, case.text, case.context())
    assert blocks(found) == ()
    doubts = [one for one in found if one.code in NAMES]
    assert {one.code for one in doubts} == case.codes
    assert places(case, doubts) == case.places


@pytest.mark.parametrize("case", [*EMBARRASSING, *DOUBTFUL], ids=ids)
def test_what_is_written_before_moves_a_place_and_nothing_else(case: Case):
    """The text is read anew at every key, so a place is right after any edit."""
    ahead = "\U0001f44b\U0001f3fd 今日は\u0301\n\n"
    before, after = (
        blocks(check(case.subject, text, case.context())) for text in (case.text, ahead + case.text)
    )
    kept = {(one.start + len(ahead), one.end + len(ahead)) for one in before if one.field == "text"}
    assert kept >= {(one.start, one.end) for one in after if one.field == "text"}


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


def test_of_one_kind_only_so_many_are_told():
    found = check("", "Hi Anna, {x} " + "[y] Marek Nowak " * 500, context())
    assert blocks(found)
    for code in ("placeholder", "other_person"):
        assert sum(one.code == code for one in found) == MOST
