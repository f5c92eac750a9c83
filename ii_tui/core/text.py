"""Text from strangers made safe, folded for matching, counted, and cut where a reader would."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from itertools import compress

from ii_tui.lazy import pattern

ELLIPSIS = "…"

_UNWANTED = pattern(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
_UNSEEN = pattern(
    r"[\s\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2064\u206a-\u206f"
    r"\u2800\u3164\ufe00-\ufe0f\uffa0]+"
)
"""Nothing but what has no look: joiners, fillers, blanks of other scripts."""
_LINE_END = pattern("\r\n?")
_SPACES = pattern(r"\s+")


def clean(text: str, *, newlines: bool = True) -> str:
    """The text without what drives a terminal or reorders a line, in NFC, lines ended by `\\n`.

    Drops C0 but newline and tab, DEL, C1, the bidirectional controls, U+FEFF and lone surrogates;
    the joiners U+200C and U+200D stay. `newlines=False` is for fields of one line: every run of
    white space becomes one space, and none is left at the ends; one in which nothing can be seen
    is empty.
    """
    if text.isascii() and text.isprintable():
        if newlines or ("  " not in text and text[:1] != " " and text[-1:] != " "):
            return text
    else:
        if "\r" in text:
            text = _LINE_END.sub("\n", text)
        text = _UNWANTED.sub("", text)
        if not unicodedata.is_normalized("NFC", text):
            text = unicodedata.normalize("NFC", text)
        if not newlines and _UNSEEN.fullmatch(text):
            return ""
    return text if newlines else _SPACES.sub(" ", text).strip()


# Letters that carry their difference in the stroke, so that no decomposition takes it off.
_PLAIN = {
    "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "ı": "i", "ŋ": "n", "ĸ": "k",
    "æ": "ae", "œ": "oe", "þ": "th", "ƀ": "b", "ɨ": "i", "ƶ": "z", "ɓ": "b", "ɗ": "d",
    "ƙ": "k", "ǥ": "g", "ɵ": "o", "ʉ": "u", "ƴ": "y", "ꞑ": "n",
}  # fmt: skip

_ACCENT_RANGES = ((0x300, 0x36F), (0x1AB0, 0x1AFF), (0x1DC0, 0x1DFF), (0x20D0, 0x20FF))


class _Folding(dict[int, str]):
    """Maps a code point of decomposed, case-folded text to what matching sees of it."""

    def __missing__(self, point: int) -> str:
        char = chr(point)
        category = unicodedata.category(char)
        if any(low <= point <= high for low, high in _ACCENT_RANGES) or category == "Cf":
            found = ""
        elif 0xFE00 <= point <= 0xFE2F or 0xE0100 <= point <= 0xE01EF:
            found = ""  # variation selectors and half marks
        elif char in _PLAIN:
            found = _PLAIN[char]
        else:
            found = char if category[0] in "LNM" else " "
        self[point] = found
        return found


_FOLDING = _Folding()


def fold(text: str) -> str:
    """The text as search and matching see it: no case, no accents, punctuation as single spaces.

    Scripts without case or accents (CJK and others) stay as they are.
    """
    if text.isascii() and text.isalnum():
        return text.lower()
    return " ".join(_folded(text, _FOLDING).split())


def _folded(text: str, folding: _Folding) -> str:
    if text.isascii():
        return text.lower().translate(folding)
    text = unicodedata.normalize("NFKD", text).casefold()
    # Case folding can leave composed letters, and compatibility forms hide capitals.
    text = unicodedata.normalize("NFKD", text).casefold().translate(folding)
    return unicodedata.normalize("NFC", text)


class _FoldingLines(_Folding):
    """The same, but for the line ends that keep many texts apart."""

    def __init__(self) -> None:
        super().__init__({ord("\n"): "\n"})


_FOLDING_LINES = _FoldingLines()


def fold_all(texts: Sequence[str]) -> list[str]:
    """`fold` of each text: those of ASCII are folded in one piece, and so are the others."""
    plain = [text.isascii() for text in texts]
    if all(plain):
        return _fold_together(texts)
    folded = iter(_fold_together(list(compress(texts, plain))))
    others = iter(_fold_together([text for text in texts if not text.isascii()]))
    return [next(folded if is_plain else others) for is_plain in plain]


def _fold_together(texts: Sequence[str]) -> list[str]:
    joined = "\n".join(texts)
    if joined.count("\n") != len(texts) - 1:
        return list(map(fold, texts))
    joined = _folded(joined, _FOLDING_LINES)
    folded = joined.split("\n")
    if any(loose in f"\n{joined}\n" for loose in ("  ", " \n", "\n ")):
        return [" ".join(text.split()) for text in folded]
    return folded


_JOINER = "\u200d"
_EMOJI_LOOK = "\ufe0f"
# All but what stands alone: a class this wide takes 7 ms to compile when it is not negated.
_MAY_JOIN = pattern("[^\x00-\x0c\x0e-\u02ff\u0370-\u0482]")
_NARROW = pattern("[ -~\xa0-\xac\xae-\u02ff\u0370-\u0482]*")


def _pictograph(char: str) -> bool:
    point = ord(char)
    return (
        0x1F000 <= point <= 0x1FAFF
        or 0x2190 <= point <= 0x21FF
        or 0x2300 <= point <= 0x23FF
        or 0x25A0 <= point <= 0x27BF
        or 0x2B00 <= point <= 0x2BFF
        or char in "©®‼⁉™ℹⓂ〰〽㊗㊙"
    )


@lru_cache(maxsize=8192)
def _extends(char: str) -> bool:
    """Whether the character never stands alone: marks, joiners, skin tones, tags."""
    point = ord(char)
    return (
        unicodedata.category(char)[0] == "M"
        or point in (0x200C, 0x200D, 0xFF9E, 0xFF9F)
        or 0x1F3FB <= point <= 0x1F3FF
        or 0xE0020 <= point <= 0xE007F
    )


def _flag_half(char: str) -> bool:
    return "\U0001f1e6" <= char <= "\U0001f1ff"


def _hangul(char: str) -> str:
    """L, V, T, LV, LVT for the parts of a Korean syllable, else an empty string."""
    point = ord(char)
    if 0x1100 <= point <= 0x115F or 0xA960 <= point <= 0xA97C:
        return "L"
    if 0x1160 <= point <= 0x11A7 or 0xD7B0 <= point <= 0xD7C6:
        return "V"
    if 0x11A8 <= point <= 0x11FF or 0xD7CB <= point <= 0xD7FB:
        return "T"
    if 0xAC00 <= point <= 0xD7A3:
        return "LV" if (point - 0xAC00) % 28 == 0 else "LVT"
    return ""


def _joins_hangul(before: str, char: str) -> bool:
    left, right = _hangul(before), _hangul(char)
    return bool(right) and (
        (left == "L" and right != "T")
        or (left in ("V", "LV") and right in ("V", "T"))
        or (left in ("T", "LVT") and right == "T")
    )


def graphemes(text: str) -> list[str]:
    """The text in user-perceived characters; joined together they are the text."""
    if not _MAY_JOIN.search(text):
        return list(text)
    found: list[str] = []
    start = 0
    flags = int(_flag_half(text[0]))
    for index in range(1, len(text)):
        before, char = text[index - 1], text[index]
        flag = _flag_half(char)
        if before in "\r\n" or char in "\r\n":
            joined = before == "\r" and char == "\n"
        elif _extends(char):
            joined = unicodedata.category(before) not in ("Cc", "Zl", "Zp")
        elif before == _JOINER:
            joined = _pictograph(char) and _pictograph(text[start])
        elif flag:
            joined = flags % 2 == 1
        else:
            joined = _joins_hangul(before, char)
        if not joined:
            found.append(text[start:index])
            start = index
        flags = (flags + 1 if joined else 1) if flag else 0
    found.append(text[start:])
    return found


@lru_cache(maxsize=8192)
def _char_cells(char: str) -> int:
    category = unicodedata.category(char)
    point = ord(char)
    if category in ("Mn", "Me", "Mc", "Cc", "Cs", "Zl", "Zp") or 0x1160 <= point <= 0x11FF:
        return 0
    if category == "Cf":
        # The soft hyphen and the Arabic number signs are drawn; other format characters are not.
        return int(point == 0xAD or 0x600 <= point <= 0x605 or point in (0x6DD, 0x70F))
    if 0xD7B0 <= point <= 0xD7FB or point in (0x3164, 0xFFA0):
        return 0  # Korean vowels and finals, and the two fillers
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def _grapheme_cells(grapheme: str) -> int:
    first = grapheme[0]
    if len(grapheme) == 1:
        return _char_cells(first)
    if _flag_half(first):
        return 2
    if _EMOJI_LOOK in grapheme and (_pictograph(first) or first in "0123456789#*"):
        return 2
    if _pictograph(first):
        return _char_cells(first)
    return sum(map(_char_cells, grapheme))


def cells(text: str) -> int:
    """How many terminal cells the text takes on one line; what has no width counts 0."""
    if _NARROW.fullmatch(text):
        return len(text)
    return sum(map(_grapheme_cells, graphemes(text)))


def cut(text: str, width: int) -> str:
    """The text in at most `width` cells; what is cut is cut between graphemes and ends in `…`."""
    if width <= 0:
        return ""
    if len(text) <= width and _NARROW.fullmatch(text):
        return text
    parts = graphemes(text)
    sizes = list(map(_grapheme_cells, parts))
    if sum(sizes) <= width:
        return text
    room, kept = width - 1, 0
    for size in sizes:
        if size > room:
            break
        room -= size
        kept += 1
    return "".join(parts[:kept]).rstrip() + ELLIPSIS


def utf16_units(text: str) -> int:
    """The length in UTF-16 code units, as LinkedIn counts."""
    if text.isascii():
        return len(text)
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


_IDEOGRAPH = (
    "\u3041-\u3096\u309f\u30a1-\u30fa\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)


_WORD = pattern(f"[{_IDEOGRAPH}]|[^\\s—―{_IDEOGRAPH}]+")


def word_count(text: str) -> int:
    """Words as word processors count them: between spaces, each Chinese or Japanese sign as one.

    What holds no letter and no digit (a dash, a bullet) is not a word.
    """
    return sum(1 for word in _WORD.findall(text) if any(map(str.isalnum, word)))


_SENTENCE_END = pattern(r"""(?:[.!?…]+["'”’»)\]]*(?=\s|$))|[。！？｡]+[」』”]?""")
_TITLE = pattern(r"(?:^|[\s(])(?:[A-Z]|Mrs?|Ms|Dr|Prof|St|Jr|Sr|vs|approx)\.$")
_LATIN_SHORT = pattern(r"(?:^|[\s(])(?:e\.g|i\.e|a\.m|p\.m|U\.S|U\.K|etc)\.$", re.IGNORECASE)
_LONGEST_SHORT = 12
"""characters before a full stop that are looked at: more than any shortened word has"""
_SHORT_LINE = 4
"""a line of so few words without a full stop is a date, a salutation or a sign-off"""


def sentence_count(text: str) -> int:
    """How many sentences: salutation, date and sign-off lines are none, abbreviations end none."""
    total = 0
    for line in text.split("\n"):
        start = 0
        for end in _SENTENCE_END.finditer(line):
            before = line[max(0, end.end() - _LONGEST_SHORT) : end.end()]
            if end[0] == "." and _goes_on(before, line[end.end() :].lstrip()):
                continue
            total += word_count(line[start : end.end()]) > 0
            start = end.end()
        rest = line[start:].strip()
        if not rest.endswith((",", ":")) and word_count(rest) > _SHORT_LINE:
            total += 1
    return total


def _goes_on(before: str, after: str) -> bool:
    """Whether the full stop at the end of `before` only shortens a word."""
    if not after:
        return False
    return bool(_TITLE.search(before) or (_LATIN_SHORT.search(before) and not after[0].isupper()))
