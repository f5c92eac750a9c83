"""What a text asks for and how it tells the time: spans of words that may embarrass."""

from __future__ import annotations

import re
from functools import lru_cache

from ii_tui.core.tokens import words

Span = tuple[int, int]

_LEFTOVER = re.compile(
    r"\{{1,3}[^{}]{0,200}\}{1,3}|\[{1,3}[^\[\]]{0,200}\]{1,3}|［[^［］]{0,200}］|｛[^｛｝]{0,200}｝"
    r"|\{\s*[a-z_]\w*|\b[a-z0-9]{1,20}(?:_[a-z0-9]{1,20}){1,5}\}"
    r"|\bT\.B\.D\b\.?|\bTBD\b",
    re.IGNORECASE,
)


def leftovers(text: str) -> list[Span]:
    """Placeholders: anything in braces or square brackets, half of one, TBD in any spelling."""
    return [match.span() for match in _LEFTOVER.finditer(text)]


_UNFINISHED = re.compile(
    r"\bX{2,}\b|\b(?:TODO|FIXME|TB[AC])\b|\b(?i:lorem\s+ipsum)\b|_{3,}"
    r"|<(?:[A-Z][a-z]+|your|their|his|her|the|first|last|given|family|company|name|role|title"
    r"|insert)\b[\w '’-]{0,40}>"
    r"|\w+ [.,](?=\s|$)"  # a variable that was emptied: "I am going to ."
)


def unfinished(text: str) -> list[Span]:
    """What looks like a place left open, and now and then is not: XX, <Name>, "to ."."""
    return [match.span() for match in _UNFINISHED.finditer(text)]


_RESUME = re.compile(
    r"""
      \b(?:r[ée]sumé|résume)s?\b
    | \b(?:my|an?|the|updated|attached|enclosed|current)\s(?:attached\s|updated\s)?resumes?\b
    | \bresumes?\s(?:is\s|are\s)?(?:attached|enclosed|below)\b
    | \bcurriculum\s+vitae\b
    | \b(?-i:CVs?)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_JOB = re.compile(
    r"""
      \b(?:hiring|recruiting\b(?!\sfor\sthe\sstudy))
    | \bvacanc(?:y|ies)\b
    | \b(?:job|role|career)\s(?:openings?|opportunit(?:y|ies)|offers?|postings?|applications?
        |vacanc(?:y|ies)|referrals?)\b
    | \b(?:apply|applying|applied|application)\s(?:for|to)\s(?:a|an|the|any|that|your)\s
        (?:\w+\s){0,3}(?:job|role|position|post|opening)s?\b
    | \b(?:an|any|the|some|current|open|new|possible|potential)\s(?:\w+\s)?openings?\b
        (?!\s(?:of|night|line|lines|hours|remarks|ceremony|chapter|act|scene|day|reception|party
        |keynote|session|question|speech|sentence|paragraph|show|for\sthe\s(?:exhibition|show)))
    | \bopenings\b
    | (?<!-)\bopening\s(?:at|on|in)\s(?:your|the)\s(?:team|company|department|group|office|firm)\b
    | \bopen\s(?:positions?|roles?|jobs?|reqs?)\b
    | \b(?:a|any|the|this|that|available|advertised|posted|vacant|entry-level|full-time|part-time)
        \s(?:\w+\s)?positions?\b(?!\s(?:to\b|of\b|paper|where\b|on\b|as\b|that\s(?:i|you|we)\b))
    | \bpositions?\s(?:available|at\syour|on\syour|in\syour|with\syour)\b
    | \b(?:find|found|get|got|land|need|want|seek|seeking|offer|offering)\s(?:me\s)?
        (?:a|an|any|another|my\snext)\s(?:new\s)?jobs?\b
    | \blooking\sfor\s(?:a|an|any|my\snext|new)\s(?:new\s)?(?:job|position|role|work|employment)\b
    | \bjobs?\s(?:at|in|with)\syour\b
    | \b(?:any|some)\sjobs?\b
    | \bjob\s(?:hunt|hunting|search|seeker|seeking)\b
    | \brefer\sme\b | \bput\s(?:in\s)?a\s(?:good\s)?word\s(?:in\s)?for\sme\b
    | \binterview\sme\b | \bemploy\sme\b | \bhire\s(?:me|someone\slike\sme)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_ATTACHED = re.compile(
    r"\b(?:i(?:'ve|’ve|\s+have)?\s+attach(?:ed)?|attached\s+(?:is|are|you|please|my|find)"
    r"|please\s+(?:find|see)\s+(?:the\s+)?attach(?:ed|ment)|(?:is|are|see)\s+attached"
    r"|attached\s*(?:[.!;)]|$)|attachments?|in\s+the\s+attached)",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"(?:\bnot|n['’]t|\bnever|\bno|\bwithout|\bnothing)\b[^.!?\n]{0,40}\Z", re.IGNORECASE
)


def job_asks(text: str) -> list[Span]:
    """Where a text asks for work or comes with a résumé; "I'm not asking for a job" does not."""
    found = [
        match.span()
        for pattern in (_RESUME, _JOB, _ATTACHED)
        for match in pattern.finditer(text)
        if not _DENIED.search(text, max(0, match.start() - 60), match.start())
    ]
    return _apart(found)


def resumes(text: str) -> list[Span]:
    """Where a text mentions a résumé."""
    return [match.span() for match in _RESUME.finditer(text)]


_MEET = re.compile(
    r"""
      \b(?:\d+|ten|fifteen|twenty|thirty|forty|a\sfew)[\s-]?min(?:ute)?s?\b
    | \bhalf\s(?:an|-an-)?\s?hour\b
    | \b(?:over|for|grab|get|have|buy\syou)\s(?:a\s|some\s)?(?:quick\s|virtual\s)?
        (?:coffee|lunch|tea|drink|chat|call|breakfast)\b
    | \b(?:quick|short|brief|phone|video|zoom|intro)\s(?:call|chat|meeting|conversation)\b
    | \b(?:could|can|would|may|might|shall|let's|let’s|like\sto|love\sto|want\sto|hope\sto)\b
        [^.!?\n]{0,30}?\b(?:meet|talk|speak|chat|call)\b(?!\s(?:of|about\sit)\b)
    | \b(?:meet\sup|hop\son|jump\son|set\sup\sa|schedule\sa|find\sa\stime|pick\syour\sbrain)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)


def meeting_asks(text: str) -> list[Span]:
    """Where a text asks for time together."""
    return _apart([match.span() for match in _MEET.finditer(text)])


_SEARCH = re.compile(
    r"""
      \bmy\s(?:\w+\s){0,2}(?:search|next\s(?:step|move|role|chapter|position)|job\shunt)\b
    | \b(?:between|looking\sfor|searching\sfor|ready\sfor)\s(?:a\s|an\s|my\s)?
        (?:new\s|next\s|different\s)?(?:jobs?|roles?|position|work|employment|change|challenge)\b
    | \b(?:career|job)\s(?:change|move|switch|search|transition)\b
    | \b(?:laid\soff|out\sof\swork|unemployed|made\sredundant|on\sthe\sjob\smarket)\b
    | \binformational\s(?:interview|meeting|conversation)s?\b
    | \bnetworking\b
    """,
    re.IGNORECASE | re.VERBOSE,
)


def search_talk(text: str) -> list[Span]:
    """Where a text speaks of my search, or asks for time: what a first beat leaves for later."""
    found = [match.span() for match in _SEARCH.finditer(text)]
    return _apart([*found, *job_asks(text), *meeting_asks(text)])


_BARE_ZONE = re.compile(r"\b(?:EST|EDT|CST|CDT|MST|MDT|PST|PDT|AKST|HST)\b")
_BARE_AFTER_TIME = re.compile(
    r"(?<=\d)\s?(?:[ap]\.?m\.?\s?)?\(?(IST|BST|AST|GST|SST|ET|CT|MT|PT)\b", re.IGNORECASE
)
_OFFSET = re.compile(r"(?:UTC|GMT)\s?[+\-−±]\s?\d|[+\-−]\d\d:?\d\d\b")
_TIME = re.compile(
    r"""
      \b(?:[01]?\d|2[0-3])[:h][0-5]\d(?!\d)(?:\s?[ap]\.?m\b\.?)?
    | \b(?:[01]?\d|2[0-3])\.[0-5]\d\s?(?:[ap]\.?m\b\.?|h\b|Uhr\b)
    | \b(?:1[0-2]|0?[1-9])\s?[ap]\.?m\b\.?
    | \b(?:[01]?\d|2[0-3])\s?(?:h|Uhr)\b
    | \b(?:1[0-2]|[1-9])\so['’]clock\b
    | \b(?:noon|midday|midnight)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_SAID_ZONE = re.compile(
    r"\b(?:your|my|our|local|their)\s(?:local\s)?time\b|\b(?:time|times)\s(?:are|is)\s(?:yours|mine)\b"
    r"|\b(?:UTC|GMT|CET|CEST|EET|EEST|WET|WEST|MSK|JST|KST|HKT|SGT|AEST|AEDT|ACST|AWST|NZST|NZDT)\b"
    r"|\b(?:Eastern|Central|Pacific|Mountain|Atlantic|Greenwich)\b|\b[A-Z]\w+\stime\b",
)
_SENTENCE_END = re.compile(r"(?<![ap]\.m)(?<!\bSt)[.!?](?=\s+[A-Z¿¡]|\s*\n|\s*$)|\n\s*\n")


def bare_zones(text: str) -> list[Span]:
    """Zone letters that stand for several zones or change in summer, without an offset beside."""
    found = [match.span() for match in _BARE_ZONE.finditer(text)]
    found += [match.span(1) for match in _BARE_AFTER_TIME.finditer(text) if match[1].isupper()]
    return [
        (start, end) for start, end in _apart(found) if not _OFFSET.search(text[end : end + 16])
    ]


def unplaced_times(text: str, zones: tuple[str, ...]) -> list[Span]:
    """Clock times in sentences that do not say whose they are; `zones` are the IANA names."""
    cities = [zone.rsplit("/", 1)[-1].replace("_", " ") for zone in zones]
    city = re.compile("|".join(re.escape(name) for name in cities if name) or r"(?!)", re.I)
    found: list[Span] = []
    start = 0
    for end in (*(match.end() for match in _SENTENCE_END.finditer(text)), len(text)):
        sentence = text[start:end]
        said = _SAID_ZONE.search(sentence) or city.search(sentence) or _OFFSET.search(sentence)
        if not said and not bare_zones(sentence):
            found += [
                (start + match.start(), start + match.end()) for match in _TIME.finditer(sentence)
            ]
        start = end
    return found


_FIRST_PERSON = re.compile(r"\b(?:I(?!\.)|I['’](?:m|ve|d|ll)|(?i:me|my|mine|myself))\b")


def first_person(text: str) -> list[Span]:
    """Where a text speaks as I."""
    return [match.span() for match in _FIRST_PERSON.finditer(text)]


def _apart(spans: list[Span]) -> list[Span]:
    """The spans in order, overlapping ones as one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


_SHORT = 8
"""texts of fewer words are only near when they are equal"""


@lru_cache(maxsize=512)
def _shingles(text: str) -> tuple[frozenset[str], tuple[str, ...]]:
    flat = tuple(words(text))
    if len(flat) >= _SHORT:
        return frozenset(" ".join(flat[at : at + 3]) for at in range(len(flat) - 2)), flat
    solid = "".join(flat)
    if len(solid) >= 30:  # a script without spaces is a few long words
        return frozenset(solid[at : at + 5] for at in range(len(solid) - 4)), flat
    return frozenset(), flat


def likeness(one: str, other: str) -> float:
    """How near two texts are, 0 to 1: shared runs of three words among all of them.

    Case, accents, punctuation and spacing do not count; texts of a few words are near only when
    they are equal.
    """
    left, left_words = _shingles(one)
    right, right_words = _shingles(other)
    if left_words == right_words:
        return float(bool(left_words))
    if not left or not right:
        return 0.0
    return len(left & right) / len(left | right)
