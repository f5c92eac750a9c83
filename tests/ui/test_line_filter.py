"""No raw byte of a stranger's text reaches the terminal, whatever surface it stands on."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.color import Color

from ii_tui.ui.textual_patches.app import RawFilter
from tests.pty.term import ROOT, Terminal

APP = ROOT / "tests" / "ui" / "hostile_app.py"
BLACK = Color(0, 0, 0)

# Each payload has the same letters, so that a test sees both that it is shown and is harmless.
PAYLOADS = {
    "color": "\x1b[31mEVIL",
    "title": "\x1b]0;EVIL\x07",
    "clipboard": "\x1b]52;c;RVZJTA==\x07EVIL",
    "clipboard-st": "\x1b]52;c;RVZJTA==\x1b\\EVIL",
    "clipboard-c1": "\x9d52;c;RVZJTA==\x9cEVIL",
    "csi-c1": "\x9b31mEVIL",
    "dcs": "\x1bPEVIL\x1b\\",
    "apc": "\x1b_GEVIL\x1b\\",
    "clear": "\x1b[2J\x1b[HEVIL",
    "reset": "\x1bcEVIL",
    "answerback": "\x05EVIL",
    "device": "\x1b[cEVIL\x1b[6n",
    "bell-backspace": "EV\x07\x08\x08IL",
    "return": "EVIL\rEV\x0b\x0cIL",
    "delete": "EV\x7fIL",
    "shift-out": "\x0eEVIL\x0f",
    "null": "EV\x00IL",
    "bidi": "\u202eEV\u2066IL\u2069\u061c\u200f",
    "bom": "\ufeffEVIL",
    "surrogate": "EV\ud800IL\udfff",
    "markup-close": "[/]EVIL[/nothing]",
    "markup-action": "[@click=app.quit]EVIL[/]",
    "markup-link": "[link='https://evil.example']EVIL[/link]",
    "rest": "".join(map(chr, [*range(9), *range(11, 32), *range(127, 160)])) + "EVIL",
}

# Attributes and their ends, colors of 256 or more, and none.
CODE = r"[34]8;(?:5;\d+|2;\d+;\d+;\d+)|[0-9]|2[1-9]|39|49|5[1-5]"
# What our own drawing may consist of, beside text.
OURS = re.compile(
    r"\x1b\[\d*(?:;\d*)*H|\x1b\[\d*C"  # move
    rf"|\x1b\[(?:{CODE})?(?:;(?:{CODE}))*m"
    r"|\x1b\]8;[^\x00-\x1f\x7f-\x9f]*\x1b\\"  # a link, which cannot break out
    r"|\x1b\[\?\d+(?:;\d+)*(?:[hl]|\$p)"  # modes, and questions about them
    r"|\x1b\[[<>]\d*u"  # kitty keys
    r"|\x1b\]22;[a-z-]*\x07"  # the shape of the pointer
    r"|\r*\n"  # the next line; a terminal adds a return of its own
)
RAW = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)


@pytest.mark.parametrize("name", PAYLOADS)
def test_every_surface(name: str, tmp_path: Path) -> None:
    payload = tmp_path / "payload.json"
    payload.write_text(json.dumps(PAYLOADS[name]))
    with Terminal([sys.executable, str(APP), str(payload)], columns=100, rows=60) as terminal:
        terminal.wait_for("all is drawn")
        terminal.wait_for(lambda: terminal.text.count("EV") >= 14)
        drawn = terminal.raw.decode("utf-8")  # strict: a lone surrogate would not decode
        left = OURS.sub("", drawn)
        assert not RAW.search(left), RAW.findall(left)
        if RAW.search(PAYLOADS[name]):
            assert PAYLOADS[name].encode("utf-8", "surrogatepass") not in terminal.raw
        assert "\\ud800" not in left
        terminal.send("\x11")
        assert terminal.wait_exit() == 0, terminal.text


def filtered(text: str, style: Style | None = None) -> list[Segment]:
    return RawFilter().apply([Segment(text, style)], BLACK)


@given(st.text(st.characters(exclude_categories=())))
def test_what_comes_out_is_clean_as_wide_and_stays_so(text: str) -> None:
    (segment,) = filtered(text)
    assert not RAW.search(segment.text)
    assert segment.cell_length == cell_len(text)
    assert filtered(segment.text) == [segment]


@given(st.text(st.characters(exclude_categories=["Cc", "Cf", "Cs"])))
def test_ordinary_text_is_left_alone(text: str) -> None:
    assert filtered(text) == [Segment(text)]


def test_joiners_stay() -> None:
    family = "\U0001f468\u200d\U0001f469\u200d\U0001f467 \u0645\u06cc\u200c\u062e"
    assert filtered(family) == [Segment(family)]


def test_clean_segments_are_not_copied() -> None:
    segments = [Segment("Ada Lovelace"), Segment(" — Łódź "), Segment("次", Style(bold=True))]
    assert RawFilter().apply(segments, BLACK) is segments


def test_a_link_that_breaks_out_is_no_link() -> None:
    (evil,) = filtered("here", Style(link="https://a\x1b\\\x1b[31m", bold=True))
    assert evil.style is not None
    assert evil.style.link is None
    assert evil.style.bold
    (good,) = filtered("here", Style(link="https://example.org"))
    assert good.style is not None
    assert good.style.link == "https://example.org"


def test_a_control_segment_is_no_way_round() -> None:
    (segment,) = RawFilter().apply([Segment("\x1b[2J", None, [(1,)])], BLACK)  # type: ignore[list-item]
    assert "\x1b" not in segment.text
