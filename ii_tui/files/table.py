"""Delimited text from strangers: rows with their line numbers, broken rows refused one by one."""

from __future__ import annotations

import codecs
import csv
import io
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from ii_tui.core.incoming import Rejected
from ii_tui.errors import Usage

MAX_BYTES = 200_000_000
"""Larger files are refused before they are read."""
MAX_LINE = 1_000_000
"""Characters of one physical line; a longer one is refused unparsed."""
MAX_ROW_LINES = 200
"""Physical lines one row may span before its quote counts as broken."""
MAX_ROW_CHARS = 65_536
"""Characters the further lines of one row may have before its quote counts as broken."""
HEADER_CHARS = 2_000_000
"""How far down the header is looked for."""
DELIMITERS = (",", ";", "\t")
BLOCK_LINES = 250
"""Physical lines that are read in one piece where nothing is wrong with them."""


class Row(NamedTuple):
    """One row that has values, as written in the file: not cleaned yet."""

    line: int
    """1-based physical line where the row starts"""
    cells: list[str]


class Block(NamedTuple):
    """Rows of one physical line each, the blank ones among them."""

    line: int
    """1-based physical line of the first"""
    cells: list[list[str]]
    longest: int
    """characters of the longest line"""


class _Broken(Exception):
    """The row that begins at the current line cannot be read; the text says why."""


_REASONS = {
    "unexpected end": "a quote is opened and never closed",
    "expected after": "a quote is closed in the middle of a value",
    "new-line character": "a stray carriage return outside quotes",
    "larger than field limit": "a value is longer than 131,072 characters",
}


def _read_as_cp1252(error: UnicodeError) -> tuple[str, int]:
    """Codec error handler: what is not UTF-8 is what Windows wrote before UTF-8."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    wrong = error.object[error.start : error.end]
    return wrong.decode("cp1252", "replace"), error.end


codecs.register_error("ii_tui.cp1252", _read_as_cp1252)


def check_size(count: int) -> None:
    """Raises Usage when a file of `count` bytes is more than we read."""
    if count > MAX_BYTES:
        raise Usage(
            f"The file has {count / 1e6:,.0f} MB; at most {MAX_BYTES / 1e6:,.0f} MB are read.",
            title="Too large",
            hint="A Connections.csv has about 0.2 MB for a thousand people: is it the right file?",
        )


def as_utf8(data: bytes, encoding: str | None = None) -> tuple[bytes, str, str]:
    """(bytes without BOM to be read as UTF-8, name of the encoding, sentence when it was guessed).

    Without `encoding`: a BOM decides, else UTF-8, and bytes that are not UTF-8 are Windows-1252.
    Raises Usage for an unknown encoding.
    """
    if encoding is not None:
        try:
            text = data.decode(encoding, "replace")
        except LookupError:
            raise Usage(f"The encoding {encoding!r} is unknown.", hint="Try cp1252.") from None
        return text.removeprefix("\ufeff").encode("utf-8", "replace"), encoding, ""
    if data.startswith(codecs.BOM_UTF8):
        data = data[len(codecs.BOM_UTF8) :]
    elif data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace").encode("utf-8", "replace"), "UTF-16", ""
    else:
        wide = _utf16_without_bom(data)
        if wide:
            text = data.decode(wide, "replace")
            return text.encode("utf-8", "replace"), "UTF-16", "It was read as UTF-16."
    wrong = _first_not_utf8(data)
    if wrong is None:
        return data, "UTF-8", ""
    line = data.count(b"\n", 0, wrong) + 1
    return (
        data,
        "Windows-1252",
        f"From line {line} on, what is not UTF-8 was read as Windows-1252; look at the accents.",
    )


def _utf16_without_bom(data: bytes) -> str:
    head = data[:2_000]
    half = len(head) // 2
    if half < 8:
        return ""
    if head[1::2].count(0) > 0.7 * half and head[0::2].count(0) < 0.1 * half:
        return "utf-16-le"
    if head[0::2].count(0) > 0.7 * half and head[1::2].count(0) < 0.1 * half:
        return "utf-16-be"
    return ""


def _first_not_utf8(data: bytes) -> int | None:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start
    return None


def _newline(data: bytes) -> str:
    """What ends a line: LF, or any of the three where lone CRs are the rule."""
    if b"\r" not in data:
        return "\n"
    feeds = data.count(b"\n")
    lone = data.count(b"\r") - data.count(b"\r\n")
    return "" if lone > feeds else "\n"


def split_line(line: str, delimiter: str) -> list[str]:
    """The cells of one physical line, leniently: for headers, never for data."""
    try:
        return next(csv.reader([line.strip("\ufeff\r\n")], delimiter=delimiter), [])
    except csv.Error:
        return []


class _Lines:
    """Physical lines that can be given back: a row that fails takes only its first line along."""

    def __init__(self, data: bytes) -> None:
        self._buffer = io.BytesIO(data)
        self._stream = io.TextIOWrapper(
            self._buffer, encoding="utf-8", errors="ii_tui.cp1252", newline=_newline(data)
        )
        self._again: deque[str] = deque()
        self.taken: list[str] = []
        """the lines of the row that is being read"""
        self._chars = 0
        self.done = 0
        """physical lines of all rows before it"""

    @property
    def consumed(self) -> int:
        """Bytes of `size` that were read so far; for progress."""
        return self._buffer.tell()

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = self._again.popleft() if self._again else next(self._stream)
        taken = self.taken
        taken.append(line)
        if len(taken) > 1:
            self._chars += len(line)
            if len(taken) <= MAX_ROW_LINES and self._chars <= MAX_ROW_CHARS:
                return line
            raise _Broken("a quote is opened and not closed for many lines")
        if len(line) > MAX_LINE:
            raise _Broken(f"the line is longer than {MAX_LINE:,} characters")
        return line

    def piece(self, count: int) -> list[str]:
        """So many lines, or what is left of them; the caller accepts or returns them."""
        found = [self._again.popleft() for _ in range(min(count, len(self._again)))]
        return found + list(islice(self._stream, count - len(found)))

    def unread(self, lines: list[str]) -> None:
        """A piece that has to be read row by row."""
        self._again.extendleft(reversed(lines))

    def accept(self) -> None:
        self.done += len(self.taken)
        self.taken.clear()
        self._chars = 0

    def give_back(self) -> None:
        """All but the first line of the row are read again, as rows of their own."""
        self.done += 1
        self._again.extendleft(reversed(self.taken[1:]))
        self.taken.clear()
        self._chars = 0


class Table:
    """A delimited file, read row by row: iterate once.

    `is_header` gets the cells of a line (raw) and says whether they are the header; everything
    above it is preamble. `size` and `consumed` are bytes on one scale, for progress. Reading holds
    the interpreter lock: on a writer thread the caller gives it up (`time.sleep(0)`) every 50 rows.
    Raises Usage when the file is too large, LookupError when no line is a header.
    """

    def __init__(
        self,
        data: bytes,
        is_header: Callable[[Sequence[str]], bool],
        *,
        encoding: str | None = None,
    ) -> None:
        check_size(len(data))
        plain, self.encoding, self.guessed_encoding = as_utf8(data, encoding)
        self.size = len(plain)
        self.blank = 0
        """rows without any value, so far"""
        self._lines = _Lines(plain)
        self.delimiter, self.header = self._find_header(is_header)

    @property
    def consumed(self) -> int:
        return min(self._lines.consumed, self.size)

    def _find_header(self, is_header: Callable[[Sequence[str]], bool]) -> tuple[str, list[str]]:
        seen = 0
        lines = self._lines
        while seen < HEADER_CHARS:
            try:
                line = next(lines)
            except StopIteration:
                break
            except _Broken:
                line = ""
            lines.accept()
            seen += len(line)
            fitting = [
                (delimiter, cells)
                for delimiter in DELIMITERS
                if delimiter in line and is_header(cells := split_line(line, delimiter))
            ]
            if fitting:
                return max(fitting, key=lambda one: len(one[1]))
        raise LookupError("no header")

    def __iter__(self) -> Iterator[Row | Rejected]:
        for piece in self.pieces():
            yield from self.rows(piece) if isinstance(piece, Block) else piece

    def pieces(self) -> Iterator[Block | list[Row | Rejected]]:
        """The rows in order: a block, or what was read row by row where that did not do."""
        lines = self._lines
        while piece := lines.piece(BLOCK_LINES):
            longest = max(map(len, piece))
            cells = self._at_once(piece) if longest <= MAX_LINE else None
            if cells is None:
                lines.unread(piece)
                yield list(self._one_by_one(lines.done + len(piece)))
            else:
                start = lines.done + 1
                lines.done += len(piece)
                yield Block(start, cells, longest)

    def rows(self, block: Block) -> Iterator[Row]:
        """The rows of a block; the blank ones are counted."""
        for line, cells in enumerate(block.cells, start=block.line):
            if any(cells) and not "".join(cells).isspace():
                yield Row(line, cells)
            else:
                self.blank += 1

    def _at_once(self, lines: list[str]) -> list[list[str]] | None:
        """The cells of lines that are a row each; None where one is broken or goes on."""
        try:
            found = list(csv.reader(lines, delimiter=self.delimiter, strict=True))
        except csv.Error:
            return None
        # A row takes a line at least: as many rows as lines means that each has its own.
        return found if len(found) == len(lines) else None

    def _one_by_one(self, end: int) -> Iterator[Row | Rejected]:
        """The rows that begin on the lines up to `end`."""
        lines = self._lines
        width = len(self.header)
        reader = csv.reader(lines, delimiter=self.delimiter, strict=True)
        while lines.done < end:
            start = lines.done + 1
            try:
                cells = next(reader)
                # A broken quote that meets a later quote makes one row of many, of a wrong width.
                if len(lines.taken) > 1 and len(cells) != width:
                    raise _Broken("a quote is opened and not closed on its line")
            except StopIteration:
                return
            except (_Broken, csv.Error) as error:
                lines.give_back()
                reader = csv.reader(lines, delimiter=self.delimiter, strict=True)
                yield Rejected(start, _reason(error))
                continue
            lines.accept()
            if any(cells) and not "".join(cells).isspace():
                yield Row(start, cells)
            else:
                self.blank += 1


def _reason(error: Exception) -> str:
    said = str(error)
    for sign, reason in _REASONS.items():
        if sign in said:
            return reason
    return said
