"""What strangers' text may contain, how it is matched, counted and cut."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from ii_tui.core.text import (
    cells,
    clean,
    cut,
    fold,
    fold_all,
    graphemes,
    sentence_count,
    utf16_units,
    word_count,
)

DROPPED = (
    [chr(point) for point in range(0x20) if chr(point) not in "\t\n\r"]
    + [chr(point) for point in range(0x7F, 0xA0)]
    + list("\u061c\u200e\u200f\ufeff\ud800\udbff\udc00\udfff")
    + [chr(point) for point in [*range(0x202A, 0x202F), *range(0x2066, 0x206A)]]
)

ANY_TEXT = st.text(st.characters(codec=None))
"""every code point, lone surrogates as well"""

HARD_PARTS = [
    "a", " ", "é", "e\u0301", "山", "한", "\u1112\u1161\u11ab", "🇩🇪", "🇩", "👩\u200d💻",
    "👍🏽", "🏽",
    "❤\ufe0f", "1\ufe0f\u20e3", "\u200d", "\u0301", "नि", "\r\n", "\n", "…", "\t",
]  # fmt: skip
HARD = st.lists(st.sampled_from(HARD_PARTS), max_size=20).map("".join)


@pytest.mark.parametrize("char", DROPPED, ids=lambda char: f"U+{ord(char):04X}")
def test_what_drives_a_terminal_is_dropped(char: str) -> None:
    assert clean(f"a{char}b") == "ab"
    assert clean(f"a{char}b", newlines=False) == "ab"


@pytest.mark.parametrize("char", "\t\n\u200c\u200d\u00a0\u00addé山😀")
def test_what_is_text_stays(char: str) -> None:
    assert clean(f"a{char}b") == f"a{char}b"


def test_line_ends_become_newlines() -> None:
    assert clean("a\r\nb\rc\n\rd") == "a\nb\nc\n\nd"


def test_a_field_of_one_line_has_single_spaces_and_none_at_the_ends() -> None:
    assert clean("  Ann \t\r\n Lee\u2028X\u00a0 \x00", newlines=False) == "Ann Lee X"
    assert clean("Ann  Lee", newlines=False) == "Ann Lee"
    assert clean(" Ann", newlines=False) == "Ann"
    assert clean("", newlines=False) == ""


def test_text_is_composed_also_where_a_dropped_character_stood_between() -> None:
    assert clean("e\u0301") == "é"
    assert clean("e\x1b\u0301") == "é"


def test_an_escape_sequence_leaves_only_letters() -> None:
    assert clean("\x1b]52;c;aGk=\x07\x9b31mAnn") == "]52;c;aGk=31mAnn"


@given(ANY_TEXT, st.booleans())
@example("a \x00 b", False)
@example("\r\x00\n", True)
def test_clean_is_idempotent_and_leaves_nothing_unwanted(text: str, newlines: bool) -> None:
    once = clean(text, newlines=newlines)
    assert clean(once, newlines=newlines) == once
    assert not set(once) & set(DROPPED)
    assert "\r" not in once
    assert unicodedata.is_normalized("NFC", once)
    once.encode("utf-8")
    if not newlines:
        assert "\n" not in once
        assert "\t" not in once
        assert once == " ".join(once.split())


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Given", "given"),
        ("Łukasz Żółć", "lukasz zolc"),
        ("Søren Kierkegård", "soren kierkegard"),
        ("Straße", "strasse"),
        ("Đặng Thị", "dang thi"),
        ("Ærø Œuvre Þór", "aero oeuvre thor"),
        ("O'Brien-Smith, Jr.", "o brien smith jr"),
        ("O’Brien", "o brien"),
        ("  Contoso   & Co.  ", "contoso co"),
        ("İstanbul ışık", "istanbul isik"),
        ("ＡＢＣ", "abc"),
        ("ΆΛΦΑ", "αλφα"),
        ("山田 太郎", "山田 太郎"),
        ("がぎ", "がぎ"),
        ("한국어", "한국어"),
        ("हिन्दी", "हिन्दी"),
        ("e\u0301", "e"),
        ("a\u200db", "ab"),
        ("+_*", ""),
        ("", ""),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(ANY_TEXT)
def test_fold_is_idempotent(text: str) -> None:
    once = fold(text)
    assert fold(once) == once
    assert once == " ".join(once.split())


@given(st.lists(st.text() | st.text("aB -\n\té\u0301İß", max_size=6), max_size=9))
def test_folding_many_is_folding_each(texts: list[str]) -> None:
    assert fold_all(texts) == [fold(text) for text in texts]


@given(st.text(st.characters(max_codepoint=0x17F)))
def test_fold_does_not_see_case_or_composition(text: str) -> None:
    assert fold(text.upper()) == fold(text.upper().lower())
    assert fold(unicodedata.normalize("NFD", text)) == fold(text)


@pytest.mark.parametrize(
    ("text", "parts", "width"),
    [
        ("ab", ["a", "b"], 2),
        ("éa", ["é", "a"], 2),
        ("e\u0301a", ["e\u0301", "a"], 2),
        ("山田", ["山", "田"], 4),
        ("한국", ["한", "국"], 4),
        ("\u1112\u1161\u11abx", ["\u1112\u1161\u11ab", "x"], 3),
        ("🇩🇪🇫🇷", ["🇩🇪", "🇫🇷"], 4),
        ("a🇩🇪🇫", ["a", "🇩🇪", "🇫"], 4),
        ("👩\u200d👩\u200d👧x", ["👩\u200d👩\u200d👧", "x"], 3),
        ("👍🏽", ["👍🏽"], 2),
        ("❤\ufe0f", ["❤\ufe0f"], 2),
        ("❤", ["❤"], 1),
        ("1\ufe0f\u20e3", ["1\ufe0f\u20e3"], 2),
        ("🏴\U000e0067\U000e0062\U000e007f", ["🏴\U000e0067\U000e0062\U000e007f"], 2),
        ("a\r\nb", ["a", "\r\n", "b"], 2),
        ("\n\u0301", ["\n", "\u0301"], 0),
        ("a\u200db", ["a\u200d", "b"], 2),
        ("", [], 0),
    ],
)
def test_graphemes_and_their_width(text: str, parts: list[str], width: int) -> None:
    assert graphemes(text) == parts
    assert cells(text) == width


@given(st.one_of(HARD, ANY_TEXT))
def test_graphemes_joined_are_the_text(text: str) -> None:
    parts = graphemes(text)
    assert "".join(parts) == text
    assert all(parts)
    assert cells(text) == sum(map(cells, parts))


DRAWN = [
    "Given Family", "Łukasz", "山田太郎", "ﾊﾝｶｸ", "한국", "🇩🇪", "👩\u200d💻", "👍🏽", "❤\ufe0f",
    "─│┌▌█",
    "…–—“”", "नमस्ते", "ก็", "שלום", "مرحبا", "e\u0301", "😀 ok", "①€£",
]  # fmt: skip


@pytest.mark.parametrize("text", DRAWN)
def test_the_width_is_the_one_the_screen_reckons_with(text: str) -> None:
    assert cells(text) == cell_len(text)


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("Given Family", 12, "Given Family"),
        ("Given Family", 11, "Given Fami…"),
        ("Given Family", 7, "Given…"),
        ("Given", 1, "…"),
        ("Given", 0, ""),
        ("Given", -3, ""),
        ("山田太郎", 8, "山田太郎"),
        ("山田太郎", 7, "山田太…"),
        ("山田太郎", 6, "山田…"),
        ("ab👩\u200d💻cd", 4, "ab…"),
        ("e\u0301e\u0301e\u0301", 2, "e\u0301…"),
        ("", 3, ""),
    ],
)
def test_cut(text: str, width: int, shown: str) -> None:
    assert cut(text, width) == shown


@given(st.one_of(HARD, ANY_TEXT), st.integers(0, 30))
def test_cut_fits_and_never_splits_a_grapheme(text: str, width: int) -> None:
    shown = cut(text, width)
    assert cells(shown) <= width
    if shown == text:
        return
    if width == 0:
        assert shown == ""
        return
    assert shown.endswith("…")
    kept = shown[:-1]
    parts = graphemes(text)
    prefixes = {"".join(parts[:count]).rstrip() for count in range(len(parts) + 1)}
    assert kept in prefixes


@pytest.mark.parametrize(("text", "units"), [("abc", 3), ("é山", 2), ("😀", 2), ("a👩\u200d💻", 6)])
def test_utf16_units(text: str, units: int) -> None:
    assert utf16_units(text) == units


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("one", 1),
        ("one  two\nthree", 3),
        ("a well-known one - yes", 4),
        ("yes—and no", 3),
        ("don’t stop", 2),
        ("• point", 1),
        ("山田さん", 4),
        ("私はTokyoへ", 4),
        ("안녕하세요 여러분", 2),
        ("at 10:30", 2),
    ],
)
def test_word_count(text: str, count: int) -> None:
    assert word_count(text) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("Thank you.", 1),
        ("Thank you. It helped! Did it?", 3),
        ("Thank you", 0),
        ("Thank you for all of the time", 1),
        ("Dr. Lee and J. Smith met Mr. Ray.", 1),
        ("We met at 9 a.m. in town.", 1),
        ("We met at 9 a.m. It was fun.", 2),
        ("Some fruit, e.g. apples.", 1),
        ("It costs 3.50 today.", 1),
        ("Well... yes.", 2),
        ('She said "go." I went.', 2),
        ("ありがとう。また会いましょう。", 2),
        ("I said no. Then yes.", 2),
        (
            "24 November 2026\n\nDear Ann,\n\nThank you for the coffee. Your story about support"
            " stayed with me. I signed up for the course.\nI will tell you how it went.\n\n"
            "Warm regards,\nGiven",
            4,
        ),
    ],
)
def test_sentence_count(text: str, count: int) -> None:
    assert sentence_count(text) == count


@pytest.mark.parametrize("unseen", ["\u200b", "\u3164", " \u2800 ", "\u200d\u2060", "\u00ad\ufe0f"])
def test_a_field_in_which_nothing_can_be_seen_is_empty(unseen: str) -> None:
    assert clean(unseen, newlines=False) == ""
    assert clean(f"Ada{unseen}B", newlines=False).startswith("Ada"), "beside letters it stays"
