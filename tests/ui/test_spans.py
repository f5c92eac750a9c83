"""Words fit their places, at any width and in any script."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from ii_tui.ui.widgets.columns import Column, Columns
from ii_tui.ui.widgets.spans import (
    Line,
    Prose,
    Span,
    bright,
    cut,
    cut_spans,
    dim,
    fit,
    one_line,
    width_of,
    wrap,
)

TEXT = st.text(
    st.sampled_from("ab 李é\u0301👍🏽🇩🇪👩\u200d👩\u200d👧\ufe0f\u0e33 한글\x1b\n\t\u202e"),
    max_size=40,
)


def text_of(spans: list[Span]) -> str:
    return "".join(span.text for span in spans)


def test_cut_ends_in_an_ellipsis_between_graphemes() -> None:
    assert cut("Given Family", 12) == "Given Family"
    assert cut("Given Family", 11) == "Given Fami…"
    assert cut("Given Family", 7) == "Given…"
    assert cut("e\u0301e\u0301e\u0301", 2) == "e\u0301…"
    assert cut("李小龍", 4) == "李…"
    assert cut("abc", 0) == ""


@given(TEXT, st.integers(0, 30))
def test_nothing_is_ever_wider_than_its_place(text: str, width: int) -> None:
    assert cell_len(cut(text, width)) <= width
    fitted = fit(text, width)
    assert width_of(fitted) == width
    assert text_of(fitted).isprintable() or "\u200d" in text
    cells = [Span(text), dim(text), bright("end")]
    assert width_of(cut_spans([Span(one_line(text)), dim("tail")], width)) <= width
    assert width_of(fit(cells, width, "right")) == width


@given(TEXT, st.integers(2, 30))
def test_wrapped_text_keeps_its_words_and_its_width(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert all(cell_len(line) <= width for line in lines)
    kept = "".join(lines).replace(" ", "")
    assert kept == "".join(one_line(line) for line in text.splitlines()).replace(" ", "")


def test_a_shortened_paragraph_ends_in_an_ellipsis() -> None:
    assert wrap("one two three four", 9, 1) == ("one two…",)
    assert wrap("one twotw three four", 9, 1) == ("one twot…",)
    assert Prose("one two three", indent=2).spans(9, 1) == [Span("  three")]


def test_spans_are_cut_as_one_text() -> None:
    spans = [bright("Given Family"), Span(", Globex")]
    assert text_of(cut_spans(spans, 20)) == "Given Family, Globex"
    assert text_of(cut_spans(spans, 18)) == "Given Family, Glo…"
    assert text_of(cut_spans(spans, 12)) == "Given Famil…"
    assert cut_spans(spans, 12)[0].look == "bright"


def test_right_words_stand_at_the_edge_and_go_when_room_is_short() -> None:
    line = Line("Tuesday 24 November", right="5 now")
    assert text_of(line.spans(40, 0)) == "Tuesday 24 November" + " " * 16 + "5 now"
    assert text_of(line.spans(26, 0)) == "Tuesday 24 November  5 now"
    assert text_of(line.spans(25, 0)) == "Tuesday 24 Novemb…  5 now"
    assert text_of(line.spans(18, 0)) == "Tuesday 24 Novemb…"


PEOPLE = Columns(
    Column(1),
    Column(10, grow=2, most=30, gap=1),
    Column(8, grow=1, drop=2),
    Column(6, drop=1),
    Column(5, align="right"),
)


def test_columns_share_the_room_and_leave_out_the_cheapest() -> None:
    assert [place and tuple(place) for place in PEOPLE.places(78)] == [
        (0, 1),
        (2, 30),
        (34, 29),
        (65, 6),
        (73, 5),
    ]
    assert [place is not None for place in PEOPLE.places(30)] == [True, True, False, True, True]
    assert [place is not None for place in PEOPLE.places(20)] == [True, True, False, False, True]
    assert PEOPLE.places(12)[-1] is not None, "what is never left out is squeezed instead"


@given(st.integers(1, 220))
def test_columns_never_overlap_nor_leave_the_line(width: int) -> None:
    edge = 0
    for place in PEOPLE.places(width):
        if place is not None:
            assert place.x >= edge
            edge = place.x + place.width
    assert edge <= width


def test_cells_line_up_from_row_to_row() -> None:
    rows = [
        PEOPLE.row("!", bright("李小龍 Long Name Here"), "Globex", "asked", dim("2 d")),
        PEOPLE.row(" ", bright("Ana"), "A company with a long name", "held", dim("Friday 27")),
    ]
    first, second = (text_of(row.spans(40, 0)) for row in rows)
    assert cell_len(first) == cell_len(second) == 40
    assert first.endswith("  2 d")
    assert second.endswith(" Frid…")


def test_text_stays_on_its_line() -> None:
    assert one_line("a\nb\tc\x1b[31m\u202e") == "a b c[31m"
    assert one_line("👩\u200d👧") == "👩\u200d👧"
