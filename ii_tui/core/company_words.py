"""Whether words that spell a company mean the company: Target and target, LinkedIn and its firm."""

from __future__ import annotations

import re
from typing import Literal

from ii_tui.core.given_names import GIVEN
from ii_tui.core.names import LEGAL_FORMS, NetworkNames
from ii_tui.core.tokens import Token, words
from ii_tui.core.wordlists import CALENDAR, COMMON, HONORIFICS, MEDIA, PLACES, TOOLS, VENUES

Level = Literal["block", "warn", ""]

_INSIDE = frozenset(words("at join joined joining inside within leave leaving left"))
_THEIR_WORK = re.compile(
    r"""
      \b(?:your|you)\s(?:[\w'’-]+\s){0,3}?
        (?:(?:work|working|role|roles|job|team|teams|years?|time|position|career|desk|colleagues
          |department|start|started|path|experience|internship)(?:\s(?:here|there|now))?
          \s(?:at|inside|within)|join|joined|joining)\s\Z
    | \b(?:how|what)\b[^.!?\n]{0,40}\b
        (?:(?:life|things|working|work)(?:\sis|\slike)?|it\slike|like\sit)\s(?:at|inside|within)\s\Z
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""words after which nothing but the reader's own company can stand"""
_THROUGH = frozenset(words("on via by through over using a an in your this"))
_PRODUCT = frozenset(
    words(
        """
        call calls meeting meetings link profile post posts message messages note invite account
        group groups feed connection page pages calendar meet docs doc maps drive search article
        articles channel course courses learning newsletter video videos interview piece story
        column podcast talk talks or app gift
        """
    )
)
_NATURE = frozenset(words("river rainforest basin jungle forest delta year pie tree juice store"))
_LEGAL_ALWAYS = frozenset({"inc", "ltd", "llc", "plc", "gmbh", "llp"})
_ARTICLES = frozenset({"a", "an", "some", "every", "each"})
_SMALL = frozenset({"&", "+", "of", "the", "for", "in", "a", "an", "to", "de", "la", "y", "at"})


class CompanyWords:
    """Judges one text's mentions of companies by their capitals and their neighbors."""

    def __init__(self, text: str, tokens: list[Token], names: NetworkNames) -> None:
        self.text = text
        self.tokens = tokens
        self.names = names

    def level(self, at: int, part: list[Token], key: str) -> Level:
        """block when the company is meant, warn when it may be, empty when it is not."""
        return self._single(at, key) if len(part) == 1 else self._several(at, part, key)

    def is_where_they_work(self, at: int) -> bool:
        """Whether the words before leave nothing but the reader's company: "your role at ..."."""
        if self._before(at) not in _INSIDE or self.tokens[at].folded in PLACES:
            return False
        if at + 1 < len(self.tokens) and self.tokens[at + 1].joins:
            after = self.tokens[at + 1]
            if after.capital or after.folded.isdigit() or not after.spaced:
                return False  # a part of a longer name, a number, a possessive
        start = self.tokens[at].start
        return bool(_THEIR_WORK.search(self.text, max(0, start - 80), start))

    def _before(self, at: int) -> str:
        """The word before in the same sentence; an article that belongs to the name is passed."""
        if not at or self.tokens[at].opens:
            return ""
        word = self.tokens[at - 1].folded
        return self._before(at - 1) if word == "the" and at > 1 else word

    def _after(self, at: int) -> str:
        if at + 1 < len(self.tokens) and self.tokens[at + 1].joins:
            return self.tokens[at + 1].folded
        return ""

    def _single(self, at: int, key: str) -> Level:
        token = self.tokens[at]
        surface = self.text[token.start : token.end]
        before, after = self._before(at), self._after(at)
        ordinary = key in COMMON or key in GIVEN or key in PLACES
        inside = before in _INSIDE
        if key in CALENDAR or key in VENUES:
            return ""
        if key in self.names.short and surface not in (self.names.short[key], surface.upper()):
            return ""
        if key in TOOLS:
            return "block" if inside and token.capital else ""
        if not token.capital:
            # One small word is the company only where nothing else could stand.
            return "block" if inside and not ordinary else ""
        if key in MEDIA and not inside and (before in _THROUGH or after in _PRODUCT):
            return ""
        if after in LEGAL_FORMS and (self.tokens[at + 1].capital or after in _LEGAL_ALWAYS):
            return "block"
        if key in PLACES:
            return "warn" if inside else ""
        if self.is_where_they_work(at):
            return "block"
        if ordinary or key in self.names.given:
            return self._doubtful(at, key, before, after)
        if at and token.joins and token.spaced and self.tokens[at - 1].capital:
            return self._surname(self.tokens[at - 1])
        return "block"

    def _doubtful(self, at: int, key: str, before: str, after: str) -> Level:
        """A word that is more often no company: only a capital in mid-sentence makes it one."""
        token = self.tokens[at]
        if token.opens or before in _ARTICLES or after in _NATURE or self._titled(at):
            return ""
        previous = self.tokens[at - 1]
        if token.joins and previous.capital and not previous.opens and len(before) > 1:
            return ""  # the last word of some other name: Union Square
        if key in self.names.given and key not in COMMON and before not in _INSIDE:
            return ""  # left to the check for given names
        return "warn"

    def _surname(self, before: Token) -> Level:
        """What a company is after a word with a capital: often a surname, as in Carl Bosch."""
        if before.folded in HONORIFICS or (before.folded in GIVEN and before.folded not in COMMON):
            return ""
        return "block" if before.folded in COMMON else "warn"

    def _several(self, at: int, part: list[Token], key: str) -> Level:
        inner = [token for token in part if token.folded not in _SMALL]
        common = [token for token in inner if token.folded in COMMON]
        before = self._before(at)
        inside = before in _INSIDE
        mentioned = before in _THROUGH or self._after(at + len(part) - 1) in _PRODUCT
        if key in VENUES or (key in MEDIA and mentioned):
            return ""
        if key in TOOLS:
            return "block" if inside else ""
        if len(common) < len(inner):
            # "a Pilates studio" is not the firm Pilates Studio, "at lakeside bank" is one in haste.
            hasty = any(not token.capital for token in common)
            return "warn" if hasty and not inside else "block"
        if not all(token.capital for token in inner):
            return ""
        return "warn" if self._titled(at) else "block"

    def _titled(self, at: int) -> bool:
        """Whether most words of the line have capitals, so that they say nothing."""
        token = self.tokens[at]
        start = self.text.rfind("\n", 0, token.start) + 1
        end = self.text.find("\n", token.end)
        line = [
            other
            for other in self.tokens
            if start <= other.start and (end < 0 or other.end <= end) and len(other.folded) > 3
        ]
        return len(line) > 2 and sum(other.capital for other in line) >= 0.8 * len(line)
