"""What the pen writes looks as what was asked for, in fewer bytes."""

from __future__ import annotations

import random

import pyte
import pytest
from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from ii_tui.ui.textual_patches.pen import Pen

COLUMNS, ROWS = 40, 10
SYSTEM = ColorSystem.EIGHT_BIT
LOOKS = [
    Style.parse(words)
    for words in (
        *("none", "bold", "dim", "bold italic", "underline", "reverse", "strike", "bold dim"),
        *("red", "bold red", "red on blue", "default on blue", "bold #aabbcc on #102030", "blink"),
    )
]


def written(*pieces: tuple[int, int, Strip], plain: bool = True) -> str:
    """What a pen writes of them."""
    pen = Pen(SYSTEM, COLUMNS)
    for y, x, strip in pieces:
        pen.write(y, x, strip, plain=plain)
    assert pen.runs == len(pieces)
    return pen.done()


def line(*parts: tuple[str, str]) -> Strip:
    """A strip of texts and their styles."""
    return Strip([Segment(text, Style.parse(style)) for text, style in parts])


@pytest.mark.parametrize("seed", range(20))
def test_a_terminal_shows_the_same(seed: int) -> None:
    chance = random.Random(seed)
    whole, pen = pyte.Screen(COLUMNS, ROWS), pyte.Screen(COLUMNS, ROWS)
    plain_bytes = pen_bytes = 0
    for screen in (whole, pen):
        pyte.Stream(screen).feed("\x1b[?7l")
    for _ in range(30):
        pieces = []
        for y in sorted(chance.choices(range(ROWS), k=5)):
            x = chance.choice((0, 0, chance.randrange(COLUMNS - 1)))
            texts = chance.choices(("a", "bc", "   ", "é"), k=chance.randrange(1, 12))
            strip = Strip([Segment(text, chance.choice(LOOKS)) for text in texts])
            pieces.append((y, x, strip.crop(0, COLUMNS - x)))
        said = "".join(
            f"\x1b[{y + 1};{x + 1}H"
            + "".join(
                Strip.render_style(style or Style(), text, SYSTEM) for text, style, _ in strip
            )
            for y, x, strip in pieces
        )
        mine = written(*pieces)
        pyte.Stream(whole).feed(said)
        pyte.Stream(pen).feed(mine)
        plain_bytes, pen_bytes = plain_bytes + len(said), pen_bytes + len(mine)
        assert whole.buffer == pen.buffer
    assert pen_bytes < 0.8 * plain_bytes


def test_only_what_differs_is_said() -> None:
    strip = line(("a", "red on blue"), ("b", "bold green on blue"), ("c", "green on blue"))
    assert written((0, 0, strip)) == "\x1b[H\x1b[31;44ma\x1b[1;32mb\x1b[22mc\x1b[m"


def test_the_way_is_the_shortest() -> None:
    a = line(("ab", "none"))
    assert written((2, 3, a), (2, 5, a)) == "\x1b[3;4Habab"
    assert written((2, 3, a), (2, 6, a), (2, 12, a)) == "\x1b[3;4Hab\x1b[Cab\x1b[4Cab"
    assert written((2, 3, a), (3, 0, a), (5, 0, a)) == "\x1b[3;4Hab\r\nab\x1b[6Hab"


def test_where_the_pen_may_stand_elsewhere_it_says_the_place() -> None:
    a, full = line(("ab", "none")), line(("x" * COLUMNS, "none"))
    assert written((2, 3, a), (2, 5, a), plain=False) == "\x1b[3;4Hab\x1b[3;6Hab"
    assert written((2, 0, full), (2, 3, a)).endswith("x\x1b[3;4Hab")


def test_a_link_has_its_own_marks() -> None:
    strip = Strip(
        [Segment("a", Style.parse("bold")), Segment("b", Style(link="https://a.example"))]
    )
    data = written((0, 0, strip))
    assert data.startswith("\x1b[H\x1b[1ma\x1b[m\x1b]8;")
    assert data.endswith("https://a.example\x1b\\b\x1b]8;;\x1b\\")
