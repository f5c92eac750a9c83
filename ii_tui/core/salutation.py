"""Who a text greets, and whether that is the person it goes to."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ii_tui.core.finding import BLOCK, WARN, CheckContext, Finding
from ii_tui.core.given_names import GIVEN, stands_for
from ii_tui.core.greetings import GENERIC, GREETINGS, NATIVE_GREETING, NATIVE_TITLE, RELATIVE
from ii_tui.core.kinds import Kind
from ii_tui.core.names import company_tokens, person_tokens
from ii_tui.core.scripts import skeleton
from ii_tui.core.tokens import HAS_UNSPACED, HYPHENS, UNSPACED, Token, words
from ii_tui.core.wordlists import CALENDAR, COMMON, HONORIFICS, PLACES

_AFTER_NAME = re.compile(
    r"\s*(?:[,!:;.?\n—–…\u2190-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]|$|-\s|\s-)"
)
_GREETINGS_MOST = 3
_NAME_MOST = 5
"""tokens of a greeted name, after which a second greeting is looked for"""
_SAID_TO = frozenset(
    tuple(phrase.split())
    for phrase in """
    thank you|thanks for|thanks so|thanks a|many thanks|good to|great to|nice to|lovely to
    """.strip().split("|")
)
"""what follows a name that is spoken to, even where it is a common word: "Mark, thank you" """
_SET_OFF = ("", ",", "!", ":", ";", "\n")
_PATRONYMIC = ("вна", "вич", "ична")
_NATIVE_END = re.compile(r"[,，、:：！!。.\n]|$")


@dataclass(slots=True)
class Salutation:
    """Findings of a greeting, and the span that other name checks leave to it."""

    findings: list[Finding]
    start: int
    end: int


def own_names(ctx: CheckContext) -> tuple[set[str], set[str]]:
    """Folded tokens the recipient may be greeted by: (any of their names, given names alone)."""
    person = ctx.recipient
    given, family = person_tokens(person.first, person.last)
    called = words(person.greeting)
    firsts = {*given, *called, "".join(given), "".join(called)}
    if ctx.kind is Kind.INTRO_BLURB and ctx.target is not None:
        target_given, target_family = person_tokens(ctx.target.first, ctx.target.last)
        firsts |= set(target_given)
        family = [*family, *target_family]
    firsts.discard("")
    initials = "".join(word[0] for word in (*given, *family) if word)
    return firsts | set(family) | {"".join(family), initials, initials[:2]} - {""}, firsts


def check_salutation(text: str, tokens: list[Token], ctx: CheckContext) -> list[Salutation]:
    """The greetings of a text: its first lines, and any later line that is one by itself."""
    found: list[Salutation] = []
    own, firsts = own_names(ctx)
    # Below the first line my own name is a signature: "Ciao, Ana".
    mine = {word for part in person_tokens(ctx.me.first, ctx.me.last) for word in part}
    for number, (index, end) in enumerate(_lines(text, tokens)):
        opened = _greeting(tokens, index, end)
        if opened is not None:
            after, strong = opened
            alone = end - index <= 6 and text[tokens[end - 1].end :].lstrip(" ")[:1] in (
                *",!:\n",
                "",
            )
            if (number < 4 or alone) if strong else number == 0:
                greeting = tokens[index:end], after - index, strong, alone
                found.append(_judge(text, *greeting, own | mine if number else own, firsts, ctx))
                for again, called in _again(text, tokens, after, end):
                    second = tokens[again:end], called - again, False, alone
                    found.append(_judge(text, *second, own | mine, firsts, ctx))
        elif number < 2:
            vocative = _vocative(text, tokens, index, end, ctx)
            if vocative is not None:
                name = tokens[index:vocative], 0, False, True
                found.append(_judge(text, *name, own | mine if number else own, firsts, ctx))
    if HAS_UNSPACED.search(text):
        native = _native(text, ctx)
        if native is not None:
            found.append(Salutation([native], native.start, native.end))
    return found


def _lines(text: str, tokens: list[Token]) -> list[tuple[int, int]]:
    """(first token, one past the last) of each line that has any."""
    found: list[tuple[int, int]] = []
    first = 0
    for index in range(1, len(tokens) + 1):
        last = index == len(tokens)
        if last or "\n" in text[tokens[index - 1].end : tokens[index].start]:
            if first < index:
                found.append((first, index))
            first = index
    return found


def _greeting(tokens: list[Token], index: int, end: int) -> tuple[int, bool] | None:
    """The index after the greetings that begin a line, and whether only a name can follow."""
    found: tuple[int, bool] | None = None
    for _ in range(_GREETINGS_MOST):  # "Hi and good morning" is two
        at = found[0] if found else index
        if at >= end:
            break
        longest: tuple[int, bool] | None = None
        for phrase, strong in GREETINGS.get(tokens[at].folded, ()):
            part = tokens[at : min(at + len(phrase), end)]
            if tuple(token.folded for token in part) == phrase:
                longest = max(longest or (0, False), (at + len(phrase), strong))
        if longest is None:
            break
        found = longest
    return found


def _again(text: str, tokens: list[Token], start: int, end: int) -> list[tuple[int, int]]:
    """Further greetings in a line, after a comma: (its first token, the one after it)."""
    found = []
    for at in range(start + 1, min(start + _NAME_MOST, end)):
        opened = _greeting(tokens, at, end)
        if opened and opened[1] and "," in text[tokens[at - 1].end : tokens[at].start]:
            found.append((at, opened[0]))
    return found


def _vocative(
    text: str, tokens: list[Token], index: int, end: int, ctx: CheckContext
) -> int | None:
    """One past the last token of a bare name that opens a line and is set off by a comma."""
    first = tokens[index]
    if not first.capital or HAS_UNSPACED.match(first.folded):
        return None
    size = 1
    while index + size < end and size < 3 and tokens[index + size].joins:
        size += 1
    for length in range(size, 0, -1):
        last = tokens[index + length - 1]
        if not _AFTER_NAME.match(text, last.end) or text[last.end : last.end + 1] in ".?;":
            continue
        if not all(token.capital for token in tokens[index : index + length]):
            continue
        whole_line = index + length == end
        name = first.folded
        known = name in ctx.names.given or name in GIVEN
        met = name in ctx.names.given
        if not known or (name in CALENDAR and not (met and whole_line)):
            return None
        if name in COMMON | PLACES and not whole_line:
            follow = tokens[index + length : index + length + 2]
            if not met or tuple(token.folded for token in follow) not in _SAID_TO:
                return None
        if whole_line and "\n" not in text[last.end :].rstrip():
            return None  # the last line is a signature, not a greeting
        if not whole_line and tokens[index + length].folded in RELATIVE:
            return None
        return index + length
    return None


def _judge(
    text: str,
    tokens: list[Token],
    after: int,
    strong: bool,
    alone: bool,
    own: set[str],
    firsts: set[str],
    ctx: CheckContext,
) -> Salutation:
    """Reads the names in one line's `tokens` from `after`, where the greeting words end.

    `strong` greetings are followed by names alone; `alone` says the line holds nothing else.
    """
    end = len(tokens)
    result = Salutation([], tokens[0].start, tokens[0].end)
    companies = {word for name in ctx.recipient.companies for word in company_tokens(name)}
    latin = all(name.isascii() for name in own)
    abroad = {skeleton(name) for name in firsts if name.isascii()}
    honorific = mine = False
    closed = after > 0 and strong and not _comma_between(text, tokens, after)
    for at in range(after, end):
        token = tokens[at]
        if HAS_UNSPACED.match(token.folded):
            break  # left to the reading of scripts without spaces
        if at > after and _stops(text, tokens, at, alone):
            break
        word = token.folded
        ends = bool(_AFTER_NAME.match(text, token.end))
        listed = at + 1 < end and tokens[at + 1].folded == "&"
        if word in HONORIFICS and text[token.end : token.end + 1] not in _SET_OFF:
            honorific = True
            continue
        if word in GENERIC or len(word) == 1 or word.isdigit():
            mine = mine and word != "&"
            continue
        if at > after and "/" in text[tokens[at - 1].end : token.start]:
            mine = False  # "Anna / Marek" greets two
        if (
            word in own
            or any(stands_for(word, name) for name in firsts)
            or (not word.isascii() and skeleton(word) in abroad)
        ):
            result.end, mine = token.end, True
            continue
        if word in companies or (mine and token.spaced) or word.endswith(_PATRONYMIC):
            result.end = token.end
            continue
        met = word in ctx.names.given
        # A name known only from lists cannot be compared with one in another script.
        known = met or (word in GIVEN and word.isascii() == latin)
        surname = honorific and word in ctx.names.surnames
        set_off = ends or listed
        if (known or surname) and (word not in CALENDAR or (met and set_off)):
            doubtful = word in COMMON or word in PLACES or not token.capital or not closed
            if set_off or not doubtful:
                start = token.start
                if result.findings and text[result.findings[-1].end : start] in HYPHENS:
                    start = result.findings.pop().start  # Anne-Sophie is one name
                result.findings.append(_block(start, token.end, text, ctx))
                result.end = token.end
                # A surname that follows belongs to the same wrong person.
                mine = True
                continue
        if not token.capital or word in COMMON or not closed:
            break
        if set_off and not any(word[:2] == name[:2] for name in own) and word not in PLACES:
            result.findings.append(_doubt(token.start, token.end, text, ctx))
            result.end = token.end
        break
    return result


def _comma_between(text: str, tokens: list[Token], after: int) -> bool:
    return after < len(tokens) and "," in text[tokens[after - 1].end : tokens[after].start]


def _stops(text: str, tokens: list[Token], at: int, alone: bool) -> bool:
    gap = text[tokens[at - 1].end : tokens[at].start]
    if tokens[at - 1].folded in HONORIFICS or len(tokens[at - 1].folded) == 1:
        return "\n" in gap
    return bool(re.search(r"[!?:;.\n—–()]", gap)) or ("," in gap and not alone)


def _called(ctx: CheckContext) -> str:
    return ctx.recipient.greeting or ctx.recipient.first or ctx.recipient.last


def _block(start: int, end: int, text: str, ctx: CheckContext) -> Finding:
    why = f"This greets {text[start:end]}, and it goes to {_called(ctx)}."
    return Finding(BLOCK, "salutation", start, end, why)


def _doubt(start: int, end: int, text: str, ctx: CheckContext) -> Finding:
    why = f"This greets {text[start:end]}. Is that what {_called(ctx)} is called?"
    return Finding(WARN, "greeting", start, end, why)


def _native(text: str, ctx: CheckContext) -> Finding | None:
    """A greeting in a script without spaces that is addressed to another contact."""
    start = len(text) - len(text.lstrip())
    end_match = _NATIVE_END.search(text, start)
    end = end_match.start() if end_match else len(text)
    line = text[start:end]
    name = re.sub(f"[^{UNSPACED}]", "", NATIVE_GREETING.sub("", line))
    if not name or (len(line) > 12 and not NATIVE_GREETING.search(line.replace(" ", ""))):
        return None
    person = ctx.recipient
    parts = {person.first, person.last, person.greeting, person.last + person.first}
    if any(name == part or (part and part in name) for part in parts):
        return None
    whole = ctx.names.native_at(name, 0)
    other = name in ctx.names.native_given or (
        whole is not None and whole[2] and len(whole[0]) == len(name)
    )
    at = text.find(name, start, end)
    if at < 0:
        return None
    if other:
        return _block(at, at + len(name), text, ctx)
    if name in ctx.names.native_surnames and NATIVE_TITLE.search(line):
        # Of a recipient written in another script nobody can tell whether it is theirs.
        own = bool(HAS_UNSPACED.search(person.last + person.first))
        return (_block if own else _doubt)(at, at + len(name), text, ctx)
    return None
