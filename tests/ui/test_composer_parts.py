"""The parts of the composer by themselves: where tab leads, what is counted, what is marked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from ii_tui.core.finding import BLOCK, WARN, Finding
from ii_tui.core.kinds import Channel, Kind
from ii_tui.core.messages import measure
from ii_tui.ui.screens.composer_stops import SUBJECT, TEXT, Gap, Stop, alike, next_stop, stops
from ii_tui.ui.widgets.counter import length, tally
from ii_tui.ui.widgets.findings import FindingsList, FoundRow
from ii_tui.ui.widgets.leaf import Leaf
from ii_tui.ui.widgets.message_text import Mark, MessageText
from ii_tui.ui.widgets.spans import Line, Prose


def gap(start: int, end: int) -> Finding:
    return Finding(BLOCK, "placeholder", start, end, "to fill in")


LONG = Finding(WARN, "length", 0, 0, "too long")
NAME = Finding(BLOCK, "other_name", 3, 8, "another name")


def test_gaps_come_first_and_the_fields_last() -> None:
    every = stops([NAME, gap(20, 25), LONG, gap(40, 45)], subject=True)
    assert [one.code for one in every] == ["placeholder", "placeholder", "other_name", "length"] + [
        ""
    ] * 2
    assert every[-2:] == [SUBJECT, TEXT]
    assert stops([], subject=False) == []


def test_after_a_gap_was_filled_the_next_one_behind_the_cursor() -> None:
    every = stops([gap(20, 25), gap(40, 45), LONG], subject=False)
    filled = Stop("placeholder", "text", 10, 15)
    assert next_stop(every, filled, 1, "text", 12) == every[0]
    assert next_stop(every, filled, 1, "text", 30) == every[1]
    assert next_stop(every, filled, 1, "text", 50) == every[0]
    assert next_stop(every, filled, -1, "text", 30) == every[0]
    assert next_stop(every, every[2], 1, "text", 0) == every[0]
    assert next_stop([], None, 1, "text", 0) is None


def words(spans: Any) -> str:
    return "".join(span.text for span in spans)


@pytest.mark.parametrize(
    ("kind", "channel", "said"),
    [
        (
            Kind.LINKEDIN_NOTE,
            Channel.LINKEDIN_INVITATION,
            "12 of 200 characters, as LinkedIn counts",
        ),
        (
            Kind.LINKEDIN_MESSAGE,
            Channel.LINKEDIN,
            "12 of up to 400 characters; LinkedIn takes 3,000",
        ),
        (Kind.THANK_YOU_EMAIL, Channel.EMAIL, "3 of 75-150 words"),
        (
            Kind.RECONNECT,
            Channel.LINKEDIN,
            "3 of 40-80 words; 12 of 3,000 characters, as LinkedIn counts",
        ),
        (Kind.THANK_YOU_CARD, Channel.CARD, "3 of 40-80 words, 0 of 3-5 sentences"),
    ],
)
def test_the_count_says_its_unit_and_the_limit(kind: Kind, channel: Channel, said: str) -> None:
    count = measure(kind, channel, "", "Hi Ada, ok😀")
    assert words(length(count, channel)[0]) == said


def test_the_tally() -> None:
    assert words(tally([NAME, LONG, LONG])) == "1 block, 2 warnings"
    assert words(tally([], let_pass=1)) == "+ ready, 1 let pass"
    assert words(tally([], checking=True)) == "reading names"


async def test_marks_keep_their_place_in_wide_text_and_over_lines(kit: Callable[..., Any]) -> None:
    text = MessageText("漢字 😀 one\ntwo three\nfour", on_text=lambda: None)
    app = kit(text)
    async with app.run_test(size=(40, 10)):
        whole = text.text
        start, end = whole.index("one"), whole.index("three")
        text.mark([Mark(start, end, "block")])
        marked = [
            [
                text.document.get_line(row)[span.start : span.end]
                for span in text.get_line(row).spans
            ]
            for row in range(3)
        ]
        assert marked == [["one"], ["two "], []]
        text.select_span(start, start + 3)
        assert text.selected_text == "one"
        text.put_cursor(len(whole))
        assert text.cursor_index == len(whole)
        assert text.line_of(whole.index("four")) == 3
        assert text.line_of(10_000) == 3


async def test_the_line_of_a_place_is_the_one_it_is_drawn_on(kit: Callable[..., Any]) -> None:
    words = "漢字漢字 \N{WAVING HAND SIGN} one two three four five six\n\nseven eight\tnine " * 3
    text = MessageText(words, on_text=lambda: None)
    app = kit(text)
    async with app.run_test(size=(16, 10)):
        for index in range(len(words) + 1):
            place = text._place(index)
            drawn = text.wrapped_document.location_to_offset(place).y + 1
            assert text.line_of(index) == drawn


async def test_a_mark_is_drawn_in_the_frame_of_the_letter(kit: Callable[..., Any]) -> None:
    def check() -> None:
        at = text.text.find("bad")
        text.mark([Mark(at, at + 3, "block")] if at >= 0 else [])

    text = MessageText("", on_text=check)
    app = kit(text)
    async with app.run_test(size=(40, 10)) as pilot:
        text.focus()
        await pilot.press(*"so bad")
        drawn = [one.text for one in text.render_line(0) if one.style and one.style.underline]
        assert "".join(drawn) == "bad"
        await pilot.press("ctrl+z")
        assert text.marks == ()


async def test_the_finding_that_tab_came_to_is_told_in_full(kit: Callable[..., Any]) -> None:
    why = "someone at Contoso got nearly this text on Thursday 12 November"
    found = FindingsList()
    app = kit(found)
    async with app.run_test(size=(40, 4)) as pilot:
        found.show([FoundRow(True, "line 1", why)] * 6)
        await pilot.pause()
        assert app.picture()[0].startswith(" x line 1")
        assert app.picture()[0].endswith("…")
        assert app.picture()[3].strip() == "+ 3 more"
        found.show([FoundRow(False, f"line {n}", why) for n in range(6)], 5)
        await pilot.pause()
        seen = "\n".join(app.picture())
        assert "! line 5" in seen
        assert "November" in seen
        # Where there is room for all of it, nothing is cut.
        found.show([FoundRow(True, "line 1", "someone at Contoso got nearly this text")])
        await pilot.pause()
        assert [line.strip() for line in app.picture() if line.strip()] == [
            "x line 1  someone at Contoso got",
            "nearly this text",
        ]


async def test_a_leaf_ends_in_an_ellipsis(kit: Callable[..., Any]) -> None:
    leaf = Leaf()
    app = kit(leaf)
    async with app.run_test(size=(40, 3)) as pilot:
        leaf.show([Line("one"), Prose("two\nthree\nfour")])
        await pilot.pause()
        assert app.picture() == [" one", " two", " …"]
        leaf.show([Line("one"), Prose("two\nthree")])
        await pilot.pause()
        assert app.picture() == [" one", " two", " three"]


def test_what_was_typed_over_a_variable_stands_wherever_it_is_left():
    text = "Hi {first_name}, on {topic}. {topic} is what {first_name} does."
    start = text.index("{topic}")
    gap = Gap.of(text, Stop("placeholder", "text", start, start + len("{topic}")))
    typed = text.replace("{topic}", "brand work", 1)
    end = typed.index("brand work") + len("brand work")
    expected = "Hi {first_name}, on brand work. Brand work is what {first_name} does."
    assert alike(typed, gap, end) == expected
    assert alike(text, gap, start + 1) is None  # nothing was typed over it yet
    assert alike(typed + "more", gap, end) is None  # something else was changed
    assert alike(typed, gap, start) is None
