"""Two versions of one thing: what both sides changed, where two texts differ, and both in one."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Literal

from ii_tui.lazy import dataclass

Choice = Literal["mine", "theirs", "both"]

SEPARATOR = "- - - - -  theirs  - - - - -"
"""the line between the two versions of a place in a joined text"""
END = "- - - - - - - - - - - - - - -"
"""the line after both"""
BETWEEN = " / "
"""what stands between two versions of a value of one line"""


@dataclass(frozen=True, slots=True)
class Clash:
    """A field that both sides changed since they had the same."""

    name: str
    base: str | None
    """what both began with; None where that is not known"""
    mine: str
    theirs: str


@dataclass(frozen=True, slots=True)
class Merged:
    """The fields of both sides put together."""

    values: dict[str, str]
    """every field; in a clash mine, until somebody chose"""
    clashes: tuple[Clash, ...]
    mine: tuple[str, ...]
    """names of the fields that only I changed"""
    theirs: tuple[str, ...]
    """names of the fields that only they changed"""


def merge(
    base: Mapping[str, str],
    mine: Mapping[str, str],
    theirs: Mapping[str, str],
    lists: Collection[str] = (),
) -> Merged:
    """What each side changed since `base`, put together; `lists` are fields of comma lists.

    A list never clashes: what was put in or taken out on either side is so in both.
    """
    values: dict[str, str] = {}
    clashes: list[Clash] = []
    only: dict[bool, list[str]] = {True: [], False: []}
    for name, before in base.items():
        ours, others = mine[name], theirs[name]
        if ours in (before, others):
            values[name] = others
            if others != before and ours == before:
                only[False].append(name)
        elif others == before:
            values[name] = ours
            only[True].append(name)
        elif name in lists:
            values[name] = _merged_list(before, ours, others)
            only[True].append(name)
            only[False].append(name)
        else:
            values[name] = ours
            clashes.append(Clash(name, before, ours, others))
    return Merged(values, tuple(clashes), tuple(only[True]), tuple(only[False]))


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]


def _merged_list(base: str, mine: str, theirs: str) -> str:
    before, ours = _parts(base), _parts(mine)
    gone = set(before) - set(ours)
    kept = [part for part in _parts(theirs) if part not in gone]
    return ", ".join(dict.fromkeys([*kept, *(part for part in ours if part not in before)]))


# Texts


@dataclass(frozen=True, slots=True)
class Block:
    """Lines at one place of two texts: the same in both, or what either has there."""

    mine: tuple[str, ...]
    theirs: tuple[str, ...]

    @property
    def same(self) -> bool:
        """Whether both have the same lines here."""
        return self.mine == self.theirs


def blocks(mine: str, theirs: str) -> list[Block]:
    """Both texts from top to bottom, cut where they begin or cease to differ."""
    from difflib import SequenceMatcher  # not before the first frame

    ours, others = mine.split("\n"), theirs.split("\n")
    matcher = SequenceMatcher(None, ours, others, autojunk=False)
    return [Block(tuple(ours[a:b]), tuple(others[c:d])) for _, a, b, c, d in matcher.get_opcodes()]


def assembled(found: Sequence[Block], choices: Sequence[Choice], *, marked: bool = False) -> str:
    """The text that a choice for each block makes; `marked` puts lines between both versions."""
    lines: list[str] = []
    for block, choice in zip(found, choices, strict=True):
        if block.same or choice == "mine":
            lines += block.mine
        elif choice == "theirs":
            lines += block.theirs
        elif marked and block.mine and block.theirs:
            lines += [*block.mine, SEPARATOR, *block.theirs, END]
        else:
            lines += [*block.mine, *block.theirs]
    return "\n".join(lines)


def joined(mine: str, theirs: str) -> str:
    """Both in one, to be edited: no line of either is left out, what they share stands once."""
    if "\n" not in mine and "\n" not in theirs:
        return BETWEEN.join(dict.fromkeys(part for part in (mine, theirs) if part))
    found = blocks(mine, theirs)
    return assembled(found, ["both"] * len(found), marked=True)


def without_marks(text: str) -> str:
    """A joined text without the lines that only stood between the versions."""
    return "\n".join(line for line in text.split("\n") if line.strip() not in {SEPARATOR, END})
