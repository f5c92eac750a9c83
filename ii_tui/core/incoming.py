"""What comes in from a file, row by row: people to match, rows refused, and what was noticed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

NOTES_KEPT = 200
"""Notes kept one by one; the rest is counted."""


class ContactIn(NamedTuple):
    """One person as a file tells it: cleaned text, empty where the file says nothing."""

    line: int
    """1-based physical line where the row starts"""
    first: str = ""
    last: str = ""
    slug: str = ""
    """lower-cased, percent-decoded part after linkedin.com/in/"""
    url: str = ""
    """profile address, the same for every country host and spelling of one slug"""
    email: str = ""
    """lower-cased"""
    company: str = ""
    title: str = ""
    connected_on: date | None = None
    extra: tuple[tuple[str, str], ...] = ()
    """(column, value): columns we have no field for, and values no field could take"""


class PeopleIn(NamedTuple):
    """Many people column by column, as ContactIn tells one: far quicker to work on."""

    first: Sequence[str]
    last: Sequence[str]
    slug: Sequence[str]
    url: Sequence[str]
    email: Sequence[str]
    company: Sequence[str]
    title: Sequence[str]
    connected_on: Sequence[date | None]
    extra: Sequence[tuple[tuple[str, str], ...]]

    @classmethod
    def of(cls, people: Sequence[ContactIn]) -> PeopleIn:
        """The columns of these people, of whom there is at least one."""
        return cls(*tuple(zip(*people, strict=True))[1:])


@dataclass(frozen=True, slots=True)
class Rejected:
    """One row that was not taken, and why, in words for a person."""

    line: int
    """1-based physical line where the row starts"""
    reason: str


@dataclass(frozen=True, slots=True)
class Note:
    """Something about a row that was taken all the same."""

    line: int
    text: str


@dataclass(slots=True)
class Notes:
    """What was noticed while reading one file; complete once the last row was read."""

    encoding: str = "UTF-8"
    guessed_encoding: str = ""
    """a sentence where some bytes were not what `encoding` says, else empty"""
    columns: tuple[str, ...] = ()
    """the header as the file has it, cleaned"""
    unknown_columns: tuple[str, ...] = ()
    """columns without a field of ours; their values are kept in `extra`"""
    blank: int = 0
    """rows without any value; counted nowhere else"""
    rows: list[Note] = field(default_factory=list)
    unlisted: int = 0
    """further notes on rows, beyond NOTES_KEPT"""

    def add(self, line: int, text: str) -> None:
        """Keeps the note, or counts it when there are many."""
        if len(self.rows) < NOTES_KEPT:
            self.rows.append(Note(line, text))
        else:
            self.unlisted += 1

    def sentences(self) -> list[str]:
        """The notes as lines of a report, most general first."""
        said = [self.guessed_encoding] if self.guessed_encoding else []
        if self.unknown_columns:
            said.append(f"Kept as they are, without a field: {', '.join(self.unknown_columns)}.")
        said += [f"Line {note.line}: {note.text}" for note in self.rows]
        if self.unlisted:
            said.append(f"and {self.unlisted:,} more notes of this kind.")
        return said
