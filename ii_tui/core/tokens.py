"""Text as tokens that keep their place: what names are matched on."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from ii_tui.core.text import fold

UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u3005\u3041-\u30fa\u30fc-\u30ff"
    "\u3130-\u318f\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)
"""Scripts in which a name may stand without a space round it, as the inside of a `[]` pattern"""

HAS_UNSPACED = re.compile(f"[{UNSPACED}]")
HYPHENS = ("-", "\u2010", "\u2011")


def _mark_ranges() -> str:
    """The combining marks as the inside of a `[]` pattern: they belong to the letter before."""
    found: list[list[int]] = []
    for point in (*range(0x300, 0x2000), *range(0xA600, 0xAC00)):
        if unicodedata.category(chr(point))[0] == "M":
            if found and found[-1][1] == point - 1:
                found[-1][1] = point
            else:
                found.append([point, point])
    return "".join(f"{chr(low)}-{chr(high)}" for low, high in found)


_TOKEN = re.compile(
    f"[{UNSPACED}]+|(?:[^\\W_{UNSPACED}]|[{_mark_ranges()}\u00ad\u200b-\u200d\u2060])+|[&+]"
)
_LINK = re.compile(
    r"(?:https?://|www\.)[^\s<>()]+|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}"
    r"|(?<![\w.-])(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,24}/[^\s<>()]+",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.!?…:;。！？]|\n")
_BETWEEN = re.compile(r"[ \t\u00a0\u2000-\u200b]*\n?[ \t\u00a0]*\Z")
_WITHIN = re.compile(r"[ \t\u00a0]?[-\u2010-\u2015'’ʼ`´.·/][ \t\u00a0]?\n?\Z")


@dataclass(slots=True)
class Token:
    """One word of the text: `text[start:end]`, folded for matching."""

    start: int
    end: int
    folded: str
    """ "&" for "and", so that both spell the same company"""
    capital: bool
    """it has a capital, as in eBay; scripts without case count as capital"""
    opens: bool
    """it begins a sentence or a line, where a capital says nothing"""
    joins: bool
    """nothing but what may stand inside a name parts it from the token before"""
    spaced: bool
    """white space parts it from the token before"""


def folded(word: str) -> str:
    """One word as matching sees it: no case, no accents, no invisible joiners."""
    if word.isascii():
        return word.lower()
    word = fold(word).replace(" ", "")
    if word.isascii() or not _LATIN.search(word):
        return word
    # A word of two scripts is one script with borrowed letters: the eye reads it as Latin.
    plain = word.translate(_LOOKALIKES)
    return plain if plain.isascii() else word


_LATIN = re.compile("[a-z]")
_LOOKALIKES = str.maketrans("аеорсухіјѕкмтвнԁοανικρτυχε", "aeopcyxijskmtbhdoavikptuxe")
"""Cyrillic and Greek small letters, and the Latin ones they look like (as capitals at least)"""


def words(text: str) -> list[str]:
    """The folded tokens alone, for names and for comparing texts."""
    found = []
    for match in _TOKEN.finditer(text):
        word = folded(match[0]) or match[0]
        found.append("&" if word == "and" else word)
    return found


def link_spans(text: str) -> list[tuple[int, int]]:
    """Where addresses of pages and mailboxes stand: what they spell is no one's mention."""
    if "@" not in text and "/" not in text and "www." not in text.lower():
        return []
    return [match.span() for match in _LINK.finditer(text)]


def tokenise(text: str) -> list[Token]:
    """The text's words with their places; links are left out."""
    links = link_spans(text)
    found: list[Token] = []
    last_end, last_length = 0, 0
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        if links and any(low <= start < high for low, high in links):
            last_end = 0  # so that nothing joins across the link
            last_length = 0
            continue
        surface = match[0]
        word = folded(surface) or surface
        gap = text[last_end:start]
        first = not found
        opens = first or bool(_SENTENCE.search(gap))
        if opens and not first and gap == ". " and last_length == 1:
            opens = False  # an initial, not the end of a sentence
        found.append(
            Token(
                start,
                end,
                "&" if word == "and" else word,
                not surface.islower(),
                opens,
                not first and last_end > 0 and _joins(gap, last_length),
                gap != "" and gap[0].isspace(),
            )
        )
        last_end, last_length = end, end - start
    return found


def _joins(gap: str, before: int) -> bool:
    if gap in ("", " ", "-", "'", "’"):
        return True
    if len(gap) > 12:
        return False
    if _BETWEEN.match(gap):
        return True
    if gap[0] == "." and before > 1 and gap != ".":
        return False  # "with Anna. Long ago": only an initial is followed by a full stop
    return bool(_WITHIN.match(gap))


def squeeze(text: str) -> tuple[str, list[int]]:
    """The text with each run of white space and middle dots as one space, and where each was."""
    kept: list[str] = []
    places: list[int] = []
    for match in re.finditer(r"[\s・·]+|.", text, re.DOTALL):
        blank = match[0][0].isspace() or match[0][0] in "・·"
        kept.append(" " if blank else match[0])
        places.append(match.start())
    return "".join(kept), places
