"""Where tab leads in the composer: gaps to fill first, then other findings, then the fields."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from ii_tui.core.finding import Finding
from ii_tui.core.kinds import Kind
from ii_tui.core.template import Template, fill

Field = Literal["text", "subject"]


@dataclass(frozen=True, slots=True)
class Stop:
    """One place to come to; `code` is empty for a field itself."""

    code: str
    field: Field
    start: int = 0
    end: int = 0

    @classmethod
    def at(cls, finding: Finding) -> Stop:
        """The stop of a finding."""
        return cls(finding.code, finding.field, finding.start, finding.end)

    @property
    def is_gap(self) -> bool:
        """Whether it is typed over: a placeholder."""
        return self.code == "placeholder"


SUBJECT = Stop("", "subject")
TEXT = Stop("", "text")


def stops(found: Sequence[Finding], *, subject: bool) -> list[Stop]:
    """Every stop in the order of tab, once each."""
    every = [Stop.at(one) for one in found]
    gaps = [one for one in every if one.is_gap]
    rest = [one for one in every if not one.is_gap]
    fields = [SUBJECT, TEXT] if subject else []
    return list(dict.fromkeys([*gaps, *rest, *fields]))


def next_stop(
    every: Sequence[Stop], last: Stop | None, by: int, field: Field, cursor: int
) -> Stop | None:
    """The stop after (`by` 1) or before (-1) the last one.

    When that one is gone, because it was filled in, the next gap from the cursor on.
    """
    if not every:
        return None
    if last in every:
        return every[(every.index(last) + by) % len(every)]
    order = (0 if field == "subject" else 1, cursor)
    gaps = [one for one in every if one.is_gap]
    ahead = [
        one
        for one in gaps
        if (((0 if one.field == "subject" else 1), one.start) >= order) == (by > 0)
    ]
    if by > 0:
        return ahead[0] if ahead else every[0]
    return ahead[-1] if ahead else every[-1]


@dataclass(frozen=True, slots=True)
class Gap:
    """A variable that one came to, and the text round it at that time."""

    variable: str
    """with its braces"""
    before: str
    after: str

    @classmethod
    def of(cls, text: str, stop: Stop) -> Gap:
        """The gap at a stop."""
        return cls(text[stop.start : stop.end], text[: stop.start], text[stop.end :])


def alike(text: str, gap: Gap, end: int) -> str | None:
    """The text with what was typed over the gap, up to `end`, wherever its variable is left.

    None where nothing else was typed than a few words in its place, or it stands nowhere else.
    """
    start = len(gap.before)
    typed = text[start:end].strip()
    rest = text[end:] in {gap.after, ""}
    if not text.startswith(gap.before) or not rest or gap.variable not in text:
        return None
    if not typed or len(typed) > _LONGEST or set(typed) & set("{}\n"):
        return None
    template = Template("", Kind.INTRO_REQUEST, "", text)
    return fill(template, {gap.variable.strip("{}"): typed}).text


_LONGEST = 120
"""characters of what is taken for the value of a variable"""
