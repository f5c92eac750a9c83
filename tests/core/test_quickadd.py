from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ii_tui.core.quickadd import EXAMPLE, QuickAdd, describe, parse_quick, split_name
from ii_tui.errors import Usage

ADA = QuickAdd(
    first="Ada",
    last="Lovelace",
    title="Analyst",
    company="Babbage & Co",
    email="ada@example.org",
    slug="ada",
    url="https://www.linkedin.com/in/ada",
)


@pytest.mark.parametrize(
    "line",
    [
        EXAMPLE,
        "Ada Lovelace, Analyst @ Babbage & Co linkedin.com/in/ada <ada@example.org>",
        "<ADA@example.org> https://de.linkedin.com/in/Ada/?x Ada Lovelace, Analyst @ Babbage & Co",
        "Ada Lovelace <ada@example.org>, Analyst @ Babbage & Co (www.linkedin.com/in/ada)",
        "ada@example.org Ada Lovelace, Analyst @Babbage & Co, linkedin.com/in/ada",
        "Ada Lovelace @ Babbage & Co, Analyst, ada@example.org, linkedin.com/in/ada",
        "Ada Lovelace; Analyst at Babbage & Co; mailto:ada@example.org; linkedin.com/in/ada",
        "@ Babbage & Co, Ada Lovelace, Analyst <ada@example.org> <linkedin.com/in/ada>",
    ],
)
def test_parts_in_any_order(line: str) -> None:
    assert parse_quick(line) == ADA


@pytest.mark.parametrize(
    ("line", "person"),
    [
        ("Cher", QuickAdd("Cher")),
        ("Ada Lovelace", QuickAdd("Ada", "Lovelace")),
        ("Ada @ Acme", QuickAdd("Ada", company="Acme")),
        ("Ada, Boss", QuickAdd("Ada", title="Boss")),
        ("Ada, VP, Sales @ Acme, Inc.", QuickAdd("Ada", "", "VP, Sales", "Acme, Inc.")),
        ("Ada @ Acme, Inc., VP", QuickAdd("Ada", "", "VP", "Acme, Inc.")),
        ("Ada Lovelace @acme.com", QuickAdd("Ada", "Lovelace", company="acme.com")),
        ("山田太郎、部長＠ソニー", QuickAdd("山田太郎", "", "部長", "ソニー")),
        ("Ada +49 (170) 123-4567", QuickAdd("Ada", phone="+49 (170) 123-4567")),
        ("Ada https://ada.dev", QuickAdd("Ada", url="https://ada.dev")),
        (
            "ada.lovelace+x@example.org",
            QuickAdd("Ada", "Lovelace", email="ada.lovelace+x@example.org", guessed="e-mail"),
        ),
        (
            ", Analyst <ada.lovelace@example.org>",
            QuickAdd(
                "Ada", "Lovelace", "Analyst", email="ada.lovelace@example.org", guessed="e-mail"
            ),
        ),
        (
            "linkedin.com/in/ludwig-van-beethoven-1b2",
            QuickAdd(
                "Ludwig",
                "van Beethoven",
                slug="ludwig-van-beethoven-1b2",
                url="https://www.linkedin.com/in/ludwig-van-beethoven-1b2",
                guessed="profile",
            ),
        ),
    ],
)
def test_parts_left_out(line: str, person: QuickAdd) -> None:
    assert parse_quick(line) == person


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("Ludwig van Beethoven", "Ludwig", "van Beethoven"),
        ("Vincent Willem van Gogh", "Vincent Willem", "van Gogh"),
        ("Oscar de la Renta", "Oscar", "de la Renta"),
        ("Robert De Niro", "Robert", "De Niro"),
        ("José Ortega y Gasset", "José", "Ortega y Gasset"),
        ("Weird Al Yankovic", "Weird Al", "Yankovic"),
        ("Martin Luther King Jr.", "Martin Luther", "King Jr."),
        ("Mary Ann Evans", "Mary Ann", "Evans"),
        ("Van Morrison", "Van", "Morrison"),
        ("Kim Min-jun", "Kim", "Min-jun"),
        ("김민준", "김민준", ""),
    ],
)
def test_names_are_split_where_a_person_would(name: str, first: str, last: str) -> None:
    assert split_name(name) == (first, last)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("", "The line is empty"),
        ("\x1b\u200e  ", "The line is empty"),
        ("@ Acme", "A name is missing: 'Acme'"),
        (", Boss @ Acme", "A name is missing: 'Acme'"),
        ("info@example.org", "A name is missing: 'info@example.org'"),
        ("ada@example.org", "A name is missing: 'ada@example.org'"),
        ("linkedin.com/in/ada", "A name is missing: 'https://www.linkedin.com/in/ada'"),
        ("!!!", "A name is missing"),
        ("Ada <ada at home>", "'ada at home' is not an e-mail address"),
        ("Ada a@example.org b@example.org", "two e-mail addresses"),
        ("Ada linkedin.com/in/a linkedin.com/in/b", "two profile addresses"),
        ("x" * 501, "501 characters"),
    ],
)
def test_what_is_missing_is_said(line: str, said: str) -> None:
    with pytest.raises(Usage) as caught:
        parse_quick(line)
    assert said in caught.value.message


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        (EXAMPLE, "Ada Lovelace, Analyst at Babbage & Co, ada@example.org, linkedin.com/in/ada"),
        ("Ada @ Acme", "Ada, at Acme"),
        ("Ada, Boss", "Ada, Boss"),
        ("ada.l.b.lovelace@example.org", None),
    ],
)
def test_the_preview(line: str, shown: str | None) -> None:
    if shown is None:
        assert describe(parse_quick(line)).endswith("(name read from the e-mail)")
    else:
        assert describe(parse_quick(line)) == shown


@given(st.text(max_size=80) | st.text("ab ,@<>./:+1\n\x1b", max_size=60))
def test_any_line_is_a_person_or_a_reason(line: str) -> None:
    try:
        shown = describe(parse_quick(line))
    except Usage as error:
        shown = error.message
    assert shown
    assert not set(shown) & set("\x1b\n\x07\x9b\u202e")
