"""The index of a network's names, the tokens it is searched with, and the short forms of names."""

from __future__ import annotations

import pytest

from ii_tui.core.given_names import stands_for
from ii_tui.core.names import NetworkNames, company_keys, person_keys
from ii_tui.core.tokens import squeeze, tokenise, words
from ii_tui.core.wording import likeness


@pytest.mark.parametrize(
    ("first", "last", "keys"),
    [
        ("Anna", "Kowalska", {"anna kowalska"}),
        ("Łukasz", "Żółkiewski", {"lukasz zolkiewski"}),
        ("Anna Maria", "Kowalska", {"anna maria kowalska", "anna kowalska"}),
        ("Jean-Pierre", "O’Brien", {"jean pierre o brien"}),
        ("Priya K.", "Raman", {"priya k raman", "priya raman"}),
        ("Dr. Sofia", "Lindgren, PhD, PMP", {"sofia lindgren"}),
        ("Dana", "Whitfield (She/Her)", {"dana whitfield"}),
        ("Dana 🌟", "Whitfield | Hiring", {"dana whitfield"}),
        ("Jack", "Ma", {"jack ma"}),
        ("Prof", "Xavier", {"prof xavier"}),
        ("Anna", "", set()),
        ("Anna", "K.", set()),
        ("", "Kowalska", set()),
        ("दीपक", "शर्मा", {"दीपक शर्मा"}),
    ],
)
def test_a_full_name_is_looked_for_without_titles_and_remarks(first, last, keys):
    assert person_keys(first, last) == keys


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("Acme, Inc.", {"acme"}),
        ("Acme", {"acme"}),
        ("The Boston Consulting Group", {"boston consulting group"}),
        ("Initech GmbH & Co. KG", {"initech"}),
        ("Procter and Gamble Co.", {"procter & gamble"}),
        ("Allegro Sp. z o.o.", {"allegro"}),
        ("L'Oréal S.A.", {"l oreal"}),
        ("AT&T", {"at & t"}),
        ("Booking.com", {"booking com", "booking"}),
        ("Globex (formerly Hooli)", {"globex"}),
        ("Globex | We are hiring", {"globex"}),
        ("[24]7.ai", {"24 7 ai"}),
        ("SE", {"se"}),
        ("Self-employed", set()),
        ("Stealth Startup", set()),
        ("1848", set()),
        ("X", set()),
        ("", set()),
        ("...", set()),
    ],
)
def test_a_company_is_looked_for_without_its_legal_form(name, keys):
    assert company_keys(name) == keys


def test_the_index_finds_people_companies_and_where_they_work():
    names = NetworkNames(
        [(4, "Anna", "Kowalska", 9), (5, "Anna", "Kowalska", None), (6, "小明", "王", None)],
        [(9, "Contoso, Inc."), (10, "Contoso Ltd"), (11, "华为技术有限公司")],
    )
    assert len(names) == 3
    assert names.person("anna kowalska") == 4
    assert names.person("kowalska anna") is None
    assert names.employer("anna kowalska") == 9
    assert names.companies("contoso") == (9, 10)
    assert names.company_name(9) == "Contoso, Inc."
    assert names.company_name(99) == ""
    assert names.native_at("昨天王小明来", 2) == ("王小明", 6, True)
    assert names.native_at("在华为技术工作", 1) == ("华为技术", 11, False)
    assert names.native_at("abc", 0) is None
    assert names.has_native


def test_tokens_keep_their_place_and_know_their_neighbors():
    text = "Hi José! I met\nO'Brien-Müller of AT&T, see https://a.example/Jo or a@b.example."
    found = tokenise(text)
    assert [text[token.start : token.end] for token in found] == (
        ["Hi", "José", "I", "met", "O", "Brien", "Müller", "of", "AT", "&", "T", "see", "or"]
    )
    by_word = {token.folded: token for token in found}
    assert by_word["jose"].capital
    assert not by_word["met"].capital
    assert by_word["i"].opens
    assert by_word["muller"].joins
    assert not by_word["see"].joins
    assert not by_word["or"].joins


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("Anna Kowalska", True),
        ("Anna\u00a0Kowalska", True),
        ("Anna\nKowalska", True),
        ("Anna  \n Kowalska", True),
        ("Anna-Kowalska", True),
        ("A. Kowalska", True),
        ("Anna. Kowalska", False),
        ("Anna, Kowalska", False),
        ("Anna\n\nKowalska", False),
        ("Anna\n- Kowalska", False),
        ("Anna (Kowalska", False),
    ],
)
def test_what_may_stand_inside_a_name(text, joined):
    assert tokenise(text)[1].joins == joined


def test_words_fold_what_is_written_in_different_ways():
    assert words("Ångström AND co\u00adop") == ["angstrom", "&", "coop"]
    assert words("e\u0301te") == words("éte") == ["ete"]
    assert words("") == []


def test_squeezing_keeps_every_place():
    squeezed, places = squeeze("김 \n 민준・A")
    assert squeezed == "김 민준 A"
    assert places == [0, 1, 4, 5, 6, 7]


@pytest.mark.parametrize(
    ("name", "full", "same"),
    [
        ("anna", "anna", True),
        ("bill", "william", True),
        ("william", "bill", True),
        ("kasia", "katarzyna", True),
        ("max", "maximilian", True),
        ("dan", "daniel", True),
        ("paul", "pauline", False),
        ("ann", "anna", False),
        ("ana", "anna", False),
        ("jo", "jordan", False),
        ("marek", "anna", False),
    ],
)
def test_short_forms_stand_for_the_full_name(name, full, same):
    assert stands_for(name, full) == same


def test_likeness_sees_words_and_not_their_dress():
    text = "Thank you for the time, it meant a great deal to me today"
    assert likeness(text, text.upper().replace(",", "  ")) == 1.0
    assert likeness(text, "I have never been to the north of that country in winter") == 0.0
    assert 0.3 < likeness(text, text + ", and more than I can say") < 1.0
    assert likeness("", "") == 0.0
    assert likeness("Thanks!", "thanks") == 1.0
    assert likeness("Thanks a lot", "Thanks a bit") == 0.0
