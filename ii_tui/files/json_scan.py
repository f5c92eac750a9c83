"""The outermost level of a JSON document walked by hand, so that each row has its line."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

from ii_tui.core.document import SECTIONS
from ii_tui.core.text import clean
from ii_tui.errors import Usage

Tick = Callable[[int, int], None]
"""Told (characters read, characters in all) with every row; what it raises stops the reading."""

_SPACE = re.compile(r"[ \t\n\r]*")
_HOW = "`ii-tui export --as json` writes one."


def refused(message: str) -> Usage:
    """The error for bytes that are no document of ours."""
    return Usage(message, title="Not readable", hint=_HOW)


def broken(error: ValueError, scan: Scan) -> Usage:
    """The error for JSON that ends early or goes wrong, with its line."""
    if isinstance(error, json.JSONDecodeError):
        what = clean(error.msg[:1].lower() + error.msg[1:], newlines=False)
        return refused(f"The file is not whole JSON: line {error.lineno:,}, {what}.")
    return refused(f"The file is not whole JSON near line {scan.line:,}.")


class Scan:
    """Walks the top of the document, so that each row has its line and is decoded by itself."""

    def __init__(self, text: str, tick: Tick) -> None:
        self.line = 1
        self._text = text
        self._tick = tick
        self._at = 0
        self._decode = json.JSONDecoder().raw_decode

    def _move(self, to: int) -> None:
        self.line += self._text.count("\n", self._at, to)
        self._at = to

    def _space(self) -> str:
        """Skips white space; returns the character there, "" at the end."""
        found = _SPACE.match(self._text, self._at)
        if found is not None:
            self._move(found.end())
        return self._text[self._at : self._at + 1]

    def _expect(self, sign: str) -> None:
        if self._space() != sign:
            raise json.JSONDecodeError(f"expected {sign!r}", self._text, self._at)
        self._move(self._at + 1)

    def _value(self) -> Any:
        self._space()
        value, end = self._decode(self._text, self._at)
        self._move(end)
        return value

    def top(self) -> Iterator[tuple[str, Any]]:
        """(key, value) pairs; a section's value is a list of (line, raw row)."""
        if self._space() != "{":
            raise refused("This JSON is not an export of ii-tui.")
        self._expect("{")
        seen: set[str] = set()
        while self._space() != "}":
            if seen:
                self._expect(",")
                self._space()
            key = self._value()
            if not isinstance(key, str) or key in seen:
                raise json.JSONDecodeError("a key that is no text or stands twice", self._text,
                                           self._at)  # fmt: skip
            seen.add(key)
            self._expect(":")
            listed = key in SECTIONS and self._space() == "["
            yield key, (list(self._rows()) if listed else self._value())
        self._expect("}")
        if self._space():
            raise json.JSONDecodeError("more after the end", self._text, self._at)

    def _rows(self) -> Iterator[tuple[int, Any]]:
        self._expect("[")
        first = True
        while self._space() != "]":
            if not first:
                self._expect(",")
                self._space()
            first = False
            line = self.line
            yield line, self._value()
            self._tick(self._at, len(self._text))
        self._expect("]")
