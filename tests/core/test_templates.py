"""Our templates: complete, filled safely, and never too long or too short with real values."""

from __future__ import annotations

import re

import pytest

from ii_tui.core.checks import CheckContext, Person, check
from ii_tui.core.forwarding import apart, blurb_at, with_blurb
from ii_tui.core.messages import Channel, Kind, measure, spec
from ii_tui.core.stages import Closeness
from ii_tui.core.templates import (
    PLACEHOLDERS,
    TEMPLATES,
    Template,
    best_template,
    fill,
    templates_for,
    variants_of,
)

TYPICAL = {
    "first_name": "Magdalena",
    "company": "Northwind Foods",
    "connection": "the Lund alumni group",
    "how_known": "worked together on the harbor project",
    "specific": "your talk on refill packaging",
    "topic": "brand work in packaging",
    "my_name": "Joanna Lindqvist",
    "my_first_name": "Joanna",
    "my_phone": "+1 312 555 0142",
    "my_background": "a store manager with nine years in retail",
    "introducer": "Marta Okafor",
    "target_name": "Priya Raman",
    "target_first_name": "Priya",
    "target_company": "Contoso",
    "target_specific": "her talk on refill packaging",
    "slots": "Tuesday at 10:00 or Thursday at 14:00",
    "meeting_day": "Wednesday 25 November",
    "meeting_time": "10:00",
    "meeting_place": "Corner Cafe, 12 Main Street",
    "arrival_time": "10:15",
    "offer_to_treat": "The coffee is on me.",
    "topics": "- how your team decides\n- what surprises newcomers\n- where the field is going",
    "reason": "my train was cancelled",
    "advice": "talking to a buyer first",
    "next_step": "spend a day in a store with the people who fill the shelves",
    "result": "it changed how I read a shelf",
    "shared": "this piece on refill stations",
    "link": "https://example.org/refill",
    "news": "I start at Contoso in March, as a brand manager",
    "their_part": "your introduction to the design team",
    "promised": "the trade report we spoke about",
    "today": "November 24, 2026",
}
SHORT = TYPICAL | {
    "first_name": "Bo",
    "company": "Initech",
    "connection": "our book club",
    "how_known": "met at the fair",
    "specific": "your column on sleep",
    "target_specific": "his column on sleep",
    "topic": "hospital design",
    "my_name": "Al Ito",
    "my_first_name": "Al",
    "target_name": "Ed Lau",
    "target_first_name": "Ed",
    "next_step": "shadow a nurse for a day",
    "news": "I have a new role",
    "meeting_place": "your office",
    "today": "1 May 2026",
}
LONG = TYPICAL | {
    "first_name": "Maximiliano",
    "company": "Globex International",
    "connection": "the product leaders meetup",
    "how_known": "shared a desk in the summer of the big move",
    "specific": "your essay on repair and what it teaches",
    "target_specific": "his essay on repair and what it teaches",
    "topic": "service design for public transport",
    "my_name": "Alexandra Fitzgerald",
    "my_first_name": "Alexandra",
    "introducer": "Bartholomew Nakamura",
    "slots": "Tuesday 2 March at 10:00, Wednesday 3 March at 16:30 or Thursday 4 March at 14:00",
    "next_step": "ask three drivers what they would change before I write another word about it",
}
FORMATS = ("coffee", "lunch", "office", "video", "call")
by_name = pytest.mark.parametrize("template", TEMPLATES, ids=lambda item: item.name)


def test_every_kind_has_a_plain_and_a_warm_text_for_every_tie():
    for kind in Kind:
        for tone in ("plain", "warm"):
            for closeness in Closeness:
                assert templates_for(kind, closeness=closeness, tone=tone), (kind, tone, closeness)


def test_names_and_uids_are_unique_and_fixed():
    assert len({item.name for item in TEMPLATES}) == len(TEMPLATES)
    assert len({item.uid for item in TEMPLATES}) == len(TEMPLATES)
    first = next(item for item in TEMPLATES if item.name == "follow_up-plain")
    assert first.uid == "a17204f1-d6f7-5189-9182-ba3c840a15f0"


@by_name
def test_only_known_variables_are_used(template):
    assert set(template.placeholders) <= set(PLACEHOLDERS)
    braces = re.findall(r"[{}\[\]]", template.subject + template.text)
    names = re.findall(r"\{[a-z_]+\}", template.subject + template.text)
    assert len(braces) == 2 * len(names)


@by_name
@pytest.mark.parametrize("values", [TYPICAL, SHORT, LONG], ids=["typical", "short", "long"])
def test_with_real_values_a_text_fits_its_limit_and_the_advice(template, values):
    filled = fill(template, values)
    assert filled.missing == ()
    assert "{" not in filled.subject + filled.text
    for channel in spec(template.kind).channels:
        if channel is Channel.SMS and template.kind is not Kind.RUNNING_LATE:
            continue  # a text message of these kinds is written short by hand
        count = measure(template.kind, channel, filled.subject, filled.text)
        assert not count.over, (count, filled.text)
        assert not count.short, (count, filled.text)
        assert not count.long, (count, filled.text)


@by_name
def test_a_subject_is_there_where_the_default_channel_has_one(template):
    has_one = any(template_channel_has_subject(template))
    assert bool(template.subject) == has_one


def template_channel_has_subject(template: Template) -> list[bool]:
    shape = spec(template.kind)
    return [shape.has_subject(channel) for channel in shape.channels]


@by_name
def test_no_text_asks_for_a_job_or_uses_the_worn_phrases(template):
    words = fill(template, TYPICAL).text.lower()
    for phrase in (
        "pick your brain",
        "touch base",
        "reach out",
        "hope this finds you",
        "hope this email",
        "résumé",
        "resume",
        "hiring",
        "opening at",
        "a job",
        "attached",
        "synergy",
        "circle back",
        "successfully",
    ):
        assert phrase not in words


@by_name
def test_a_phrase_that_begins_a_sentence_begins_with_a_capital(template):
    filled = fill(template, TYPICAL)
    for text in (filled.subject, filled.text):
        without_lists = re.sub(r"(?m)^- .*$", "", text)
        assert not re.search(r"(?:[.!?]\s+|\n\n|\A)[a-z]", without_lists), text


def test_first_beats_hold_no_ask_and_end_in_a_question():
    for item in templates_for(Kind.RECONNECT):
        text = fill(item, TYPICAL).text
        assert "?" in text
        assert not re.search(r"30 minutes|half an hour|coffee|my next step|a change\b", text)
    assert templates_for(Kind.RECONNECT, variant="second_beat")


def test_a_note_asks_for_no_meeting():
    for item in TEMPLATES:
        if item.kind is Kind.LINKEDIN_NOTE:
            assert not re.search(r"minutes|coffee|call|meet\b|talk\?", item.text)


def test_requests_for_time_end_in_a_question_and_leave_the_time_to_them():
    for item in TEMPLATES:
        if item.kind is not Kind.MEETING_REQUEST:
            continue
        body = fill(item, TYPICAL).text
        last = [line for line in body.splitlines() if line.strip()]
        question = next(line for line in reversed(last) if "?" in line)
        assert last.index(question) >= len(last) - 3
        assert re.search(r"whenever suits you|any other time", body, re.IGNORECASE)


def test_treats_are_offered_over_coffee_and_lunch_and_nowhere_else():
    for format in FORMATS:
        for item in templates_for(Kind.MEETING_REQUEST, format=format):
            treats = re.search(r"treat|invite you|on me|buy you|the bill", item.text)
            assert bool(treats) == (format in {"coffee", "lunch"}), item.name


def test_confirmations_say_day_time_and_phone_and_ask_nothing():
    for item in TEMPLATES:
        if item.kind is Kind.CONFIRMATION:
            assert {"meeting_day", "meeting_time", "my_phone"} <= set(item.placeholders)
            assert "?" not in item.text


def test_cards_are_dated_greeted_signed_and_three_to_five_sentences():
    for item in templates_for(Kind.THANK_YOU_CARD):
        for values in (TYPICAL, SHORT, LONG):
            filled = fill(item, values)
            lines = [line for line in filled.text.splitlines() if line]
            assert lines[0] == values["today"]
            assert lines[1] == f"Dear {values['first_name']},"
            assert lines[-1] in {values["my_name"], values["my_first_name"]}
            assert 3 <= measure(item.kind, Channel.CARD, "", filled.text).sentences <= 5


def test_the_blurb_speaks_of_everyone_in_the_third_person():
    for item in templates_for(Kind.INTRO_BLURB):
        assert not re.search(
            r"\b(I|me|my|your|yours|we|our)\b", fill(item, TYPICAL).text, re.IGNORECASE
        )


def test_unknown_and_empty_variables_stay_and_are_named_once():
    template = Template(
        "t", Kind.SHARE, "plain", "Hi {first_name}, {topic} and {topic} at {company}. {odd_one}"
    )
    filled = fill(template, {"first_name": "Ana", "topic": "  ", "company": ""})
    assert filled.text == "Hi Ana, {topic} and {topic} at {company}. {odd_one}"
    assert filled.missing == ("topic", "company", "odd_one")


@pytest.mark.parametrize(
    "name", ["{company}", "{first_name}", "{{company}}", r"\g<0>", r"\1", "{", "%s", "[name]"]
)
def test_a_value_is_inserted_as_it_is_and_never_expanded(name):
    template = Template(
        "t", Kind.SHARE, "plain", "Hi {first_name}, how is {company}?", subject="For {first_name}"
    )
    filled = fill(template, {"first_name": name, "company": "Contoso"})
    assert filled.text == f"Hi {name}, how is Contoso?"
    assert filled.subject == f"For {name}"
    assert filled.missing == ()


def test_a_subject_stays_on_one_line():
    template = Template("t", Kind.SHARE, "plain", "x", subject="About {topic}")
    assert fill(template, {"topic": "one\ntwo\r\nthree"}).subject == "About one two three"


def test_names_keep_their_letters_at_the_start_of_a_sentence():
    template = Template("t", Kind.SHARE, "plain", "{first_name}, hello. {specific} is fine.")
    filled = fill(template, {"first_name": "bell", "specific": "your note"})
    assert filled.text == "bell, hello. Your note is fine."


def test_the_best_template_always_exists_and_suits_what_was_asked():
    for kind in Kind:
        for closeness in (None, *Closeness):
            for tone in ("plain", "warm"):
                for format in ("", *FORMATS):
                    for variant in ("", *variants_of(kind), "no such occasion"):
                        item = best_template(
                            kind, closeness=closeness, tone=tone, format=format, variant=variant
                        )
                        assert item.kind is kind
    close = best_template(Kind.MEETING_REQUEST, closeness=Closeness.CLOSE, format="coffee")
    assert close.name == "meeting_request-coffee-close-plain"
    video = best_template(Kind.MEETING_REQUEST, tone="warm", format="video")
    assert video.name == "meeting_request-video-warm"
    assert best_template(Kind.CONFIRMATION, format="lunch").name == "confirmation-plain"
    assert best_template(Kind.CONFIRMATION, tone="warm", format="call").format == "call"


# Held against the checks, with names and companies of every length

_CJK = TYPICAL | {
    "first_name": "美咲",
    "company": "株式会社三菱電機",
    "my_name": "佐藤 健",
    "my_first_name": "健",
    "introducer": "山田 太郎",
    "target_name": "鈴木 花子",
    "target_first_name": "花子",
    "target_company": "トヨタ自動車",
}
_FOUR = SHORT | {"company": "Acme", "target_company": "Umbr", "introducer": "Jo Ek"}
_FORTY = TYPICAL | {
    "first_name": "Bartholomew-James",
    "company": "Amalgamated Northern Paper and Pulp Mills",
    "my_name": "Wilhelmina Featherstonehaugh-Lee",
    "my_first_name": "Wilhelmina",
    "introducer": "Konstantinos Papadimitriou-Green",
    "target_name": "Anastasia Konstantinopoulou-Ray",
    "target_first_name": "Anastasia",
    "target_company": "International Federation of Rail Works",
}
_VALUES = {"typical": TYPICAL, "four": _FOUR, "forty": _FORTY, "cjk": _CJK}
assert len(_FORTY["company"]) > 40 > len(_FORTY["target_company"]) > 37


def _named(whole: str, *companies: str) -> Person:
    first, _, last = whole.partition(" ")
    return Person(first, last, companies=companies)


def _context(template: Template, values: dict[str, str], channel: Channel) -> CheckContext:
    beat = template.kind is Kind.RECONNECT and template.variant == ""
    begins = template.variant in {"", "introduced"} and template.kind in {
        Kind.RECONNECT, Kind.LINKEDIN_NOTE, Kind.LINKEDIN_MESSAGE, Kind.INMAIL,
        Kind.MEETING_REQUEST, Kind.INTRO_REQUEST,
    }  # fmt: skip
    about = _named(values["target_name"], values["target_company"])
    return CheckContext(
        template.kind,
        channel,
        Person(values["first_name"], "Marlowe", 1, companies=(values["company"],)),
        _named(values["my_name"]),
        introducer=_named(values["introducer"]),
        target=about,
        also=(about,),
        known_words=(values["meeting_place"],),
        first_message=begins,
        first_beat=beat and Closeness.CLOSE not in template.closeness,
    )


@by_name
@pytest.mark.parametrize("which", _VALUES)
def test_a_filled_text_passes_our_own_checks_whoever_it_is_for(template, which):
    values = _VALUES[which]
    filled = fill(template, values)
    text = filled.text
    if template.kind is Kind.INTRO_REQUEST:
        blurb = best_template(Kind.INTRO_BLURB, tone=template.tone)
        text = with_blurb(text, fill(blurb, values).text)
    for channel in spec(template.kind).channels:
        if channel is Channel.SMS and template.kind is not Kind.RUNNING_LATE:
            continue
        found = check(filled.subject, text, _context(template, values, channel))
        assert found == (), (channel, text)


def test_every_occasion_has_a_plain_and_a_warm_text_for_every_tie():
    for kind in Kind:
        for variant in variants_of(kind):
            for tone in ("plain", "warm"):
                for tie in Closeness:
                    assert templates_for(kind, closeness=tie, tone=tone, variant=variant)


_INVENTED = {
    "": r"30 minutes would suit|my last note|my question about|missed each other",
    "nudge": r"\b30 minutes|half an hour|coffee|my request|asked you for",
    "introduced": r"put us in touch|introduced us|met you",
    "named": r"comes to mind|for a name|straight answer",
    "answer": r"I have to move|Which address",
    "cancelled": r"I have to move|because",
    "no_show": r"coffee|cafe|today",
}


@by_name
def test_a_text_claims_only_what_is_so_on_its_occasion(template):
    """A nudge recalls no request: none was made. A thanks for a name asks for no other name."""
    said = template.subject + template.text
    allowed = template.kind is Kind.INTRO_REQUEST or template.kind is Kind.FOLLOW_UP
    pattern = _INVENTED.get(template.variant)
    assert allowed or pattern is None or not re.search(pattern, said), said


@by_name
def test_only_who_knows_them_speaks_of_having_met(template):
    if Closeness.STRANGER in template.closeness and template.kind in {
        Kind.RECONNECT, Kind.LINKEDIN_NOTE, Kind.LINKEDIN_MESSAGE, Kind.INMAIL, Kind.INTRO_REQUEST,
    }:  # fmt: skip
        assert "how_known" not in template.placeholders


def test_strangers_are_told_what_links_us():
    for kind in (Kind.LINKEDIN_NOTE, Kind.LINKEDIN_MESSAGE, Kind.INMAIL, Kind.RECONNECT):
        for item in templates_for(kind, closeness=Closeness.STRANGER):
            assert "connection" in item.placeholders, item.name
    for tone in ("plain", "warm"):
        item = best_template(Kind.MEETING_REQUEST, closeness=Closeness.STRANGER, tone=tone)
        assert "connection" in item.placeholders


def test_each_tie_is_asked_in_its_own_words():
    for kind in (Kind.RECONNECT, Kind.LINKEDIN_MESSAGE, Kind.MEETING_REQUEST, Kind.INTRO_REQUEST):
        for tone in ("plain", "warm"):
            texts = {best_template(kind, closeness=tie, tone=tone).name for tie in Closeness}
            assert len(texts) == 3, (kind, tone)


def test_the_request_and_what_is_forwarded_are_counted_apart():
    request = fill(best_template(Kind.INTRO_REQUEST), TYPICAL).text
    blurb = fill(best_template(Kind.INTRO_BLURB), TYPICAL).text
    both = with_blurb(request, blurb)
    assert apart(both) == (request, blurb)
    assert both[blurb_at(both) :] == blurb
    alone = measure(Kind.INTRO_REQUEST, Channel.EMAIL, "", request)
    assert measure(Kind.INTRO_REQUEST, Channel.EMAIL, "", both).count == alone.count
    assert apart(request) == (request, "")
