"""LinkedIn's Connections.csv: with or without BOM, preamble and URL, English, German, via Excel."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from itertools import chain

from ii_tui.core.incoming import ContactIn, Notes, PeopleIn, Rejected
from ii_tui.core.profile import email_of, profile_url, profiles_of, slug_of
from ii_tui.core.text import clean, cut
from ii_tui.files.guess import Seen, look, refuse
from ii_tui.files.headers import CONNECTIONS, column_key, is_connections, which_export
from ii_tui.files.table import Block, Row, Table

MAX_FIELD = 1_000
"""Characters of one of our fields; a longer one is not a name or a company."""

_REMEMBERED = 8_192
"""Cells of a column whose cleaned value is remembered."""

_SURELY_SHORT = MAX_FIELD // 3
"""Characters that cannot become more than MAX_FIELD: NFC makes at most three of one."""

_FIELDS = ("first", "last", "url", "email", "company", "title", "connected_on")
_LABELS = ("first name", "last name", "profile address", "e-mail", "company", "position", "date")

_LOOSE = re.compile(r"  | \||\| ").search
"""White space at the ends of a value or twice in it, in values joined by "|"."""

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january januar jän jänner",
            "feb february februar",
            "mar march mär märz mrz",
            "apr april",
            "may mai",
            "jun june juni",
            "jul july juli",
            "aug august",
            "sep sept september",
            "oct october okt oktober",
            "nov november",
            "dec december dez dezember",
        ),
        start=1,
    )
    for name in names.split()
}
_DAY_MONTH_YEAR = re.compile(r"(\d{1,2})\.?[ -]*([^\W\d_]{3,9})\.?,?[ -]+(\d{4}|\d{2})")
_GERMAN = re.compile(r"(\d{1,2})\. ?(\d{1,2})\. ?(\d{4}|\d{2})")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?")


@lru_cache(maxsize=8192)
def read_day(text: str) -> date | None:
    """The day in one of the spellings of Connected On, None when it is none of them.

    `02/08/2026` is not read: nobody can tell whether its month is February or August.
    """
    if len(text) > 40 or not text.isprintable():
        return None
    try:
        if found := _ISO.fullmatch(text):
            return date(int(found[1]), int(found[2]), int(found[3]))
        if found := _GERMAN.fullmatch(text):
            return date(_year(found[3]), int(found[2]), int(found[1]))
        if found := _DAY_MONTH_YEAR.fullmatch(text):
            month = _MONTHS.get(found[2].lower())
            return date(_year(found[3]), month, int(found[1])) if month else None
    except ValueError:
        return None
    return None


def _year(digits: str) -> int:
    return int(digits) + (2000 if len(digits) == 2 else 0)


def _line(cell: str) -> str:
    return clean(cell, newlines=False)


def _lines(cells: Sequence[str]) -> Sequence[str]:
    """Each cell cleaned; where all are plain, which is seen at one look, as they are."""
    joined = "".join(cells)
    if joined.isascii() and joined.isprintable() and " " not in joined:
        return cells
    return list(map(_line, cells))


class Connections(Iterator[ContactIn | Rejected]):
    """The rows of one Connections.csv, in order; iterate once, or take `people` once.

    `size` and `consumed` are bytes for progress; `notes` is complete after the last row. Reading
    holds the interpreter lock: a writer thread gives it up between the pieces of `people`.
    """

    def __init__(self, table: Table) -> None:
        self.notes = Notes(table.encoding, table.guessed_encoding)
        self._table = table
        self._columns = [clean(cell, newlines=False) for cell in table.header]
        self._header = table.header
        self._width = len(table.header)
        self._keys = [column_key(cell) for cell in table.header]
        places: dict[str, int] = {}
        for index, key in enumerate(self._keys):
            name = CONNECTIONS.get(key)
            if name:
                places.setdefault(name, index)
        # A column that is missing reads the empty cell that is put behind every row.
        self._places = [places.get(name, self._width) for name in _FIELDS]
        self._header_names = [
            self._columns[place] if place < self._width else "" for place in self._places[:2]
        ]
        self._others = [
            (index, name or f"column {index + 1}")
            for index, name in enumerate(self._columns)
            if index not in places.values()
        ]
        self.notes.columns = tuple(self._columns)
        self.notes.unknown_columns = tuple(
            self._columns[index] for index, _ in self._others if self._columns[index]
        )
        self._rows = self._read()
        # The same companies, titles, names and days come over and over.
        self._value = lru_cache(_REMEMBERED)(_line)
        self._day = lru_cache(_REMEMBERED)(lambda cell: read_day(_line(cell)))

    @property
    def size(self) -> int:
        """Bytes of the file, as UTF-8."""
        return self._table.size

    @property
    def consumed(self) -> int:
        """Bytes that were read so far; for progress."""
        return self._table.consumed

    def __next__(self) -> ContactIn | Rejected:
        return next(self._rows)

    def people(self, rejected: list[Rejected]) -> Iterator[PeopleIn]:
        """The same rows some hundred at a time, the refused ones put into `rejected`."""
        for piece in self._table.pieces():
            if isinstance(piece, Block):
                found = self._at_once(piece) or self._one_by_one(self._table.rows(piece), rejected)
            else:
                found = self._one_by_one(piece, rejected)
            if found is not None:
                yield found
        self.notes.blank = self._table.blank

    def _one_by_one(
        self, rows: Iterable[Row | Rejected], rejected: list[Rejected]
    ) -> PeopleIn | None:
        taken: list[ContactIn] = []
        for row in map(self._one, rows):
            if isinstance(row, Rejected):
                rejected.append(row)
            else:
                taken.append(row)
        return PeopleIn.of(taken) if taken else None

    def _at_once(self, block: Block) -> PeopleIn | None:
        """The people of a block; None where any row of it is not plain, for any reason."""
        rows = list(filter(any, block.cells))
        if self._others or set(map(len, rows)) != {self._width}:
            return None
        columns = [*zip(*rows, strict=True), ("",) * len(rows)]
        first, last, url, email, company, title, day = (columns[place] for place in self._places)
        if block.longest > _SURELY_SHORT and max(map(len, chain(*columns))) > _SURELY_SHORT:
            return None
        names = list(map(self._value, first))
        if "" in names or self._header_names[0] in names:
            return None
        slugs, urls = profiles_of(_lines(url))
        emails = [email_of(cell) if cell else "" for cell in _lines(email)]
        days = list(map(self._day, day))
        # Fewer than there are cells: some are none of their kind, which is to be told.
        if (slugs.count(""), emails.count(""), days.count(None)) != (
            url.count(""),
            email.count(""),
            day.count(""),
        ):
            return None
        self._table.blank += len(block.cells) - len(rows)
        return PeopleIn(
            names,
            list(map(self._value, last)),
            slugs,
            urls,
            emails,
            list(map(self._value, company)),
            list(map(self._value, title)),
            days,
            ((),) * len(rows),
        )

    def _read(self) -> Iterator[ContactIn | Rejected]:
        yield from map(self._one, self._table)
        self.notes.blank = self._table.blank

    def _one(self, row: Row | Rejected) -> ContactIn | Rejected:
        if isinstance(row, Rejected):
            return row
        line, cells = row
        beyond: Sequence[str] = ()
        width = self._width
        if len(cells) != width:
            wrong = self._wrong_width(cells)
            if wrong:
                return Rejected(line, wrong)
            beyond = cells[width:]
            cells = cells[:width] + [""] * (width - len(cells))
        return self._contact(line, [*cells, ""], beyond)

    def _wrong_width(self, cells: list[str]) -> str:
        if len(cells) == 1:
            return f"one column where the header has {self._width}"
        if len(cells) < self._width or not any(cell.strip() for cell in cells[self._width :]):
            return ""
        day_at = self._places[-1]
        if day_at < self._width and read_day(clean(cells[day_at], newlines=False)):
            return ""
        return (
            f"{len(cells):,} columns where the header has {self._width}: "
            "a separator inside a value that is not in quotes?"
        )

    def _contact(self, line: int, cells: list[str], beyond: Sequence[str]) -> ContactIn | Rejected:
        values = [cells[place] for place in self._places]
        # Nearly every row is plain; looked at as a whole, it need not be looked at cell by cell.
        plain = "|".join(values)
        if not (plain.isascii() and plain.isprintable()) or _LOOSE(f"|{plain}|"):
            values = [clean(value, newlines=False) for value in values]
        if values[:2] == self._header_names and cells[: self._width] == self._header:
            return Rejected(line, "the header once more")
        first, last, url, email, company, title, day = values
        if max(map(len, values)) > MAX_FIELD:
            index = next(i for i, value in enumerate(values) if len(value) > MAX_FIELD)
            return Rejected(
                line,
                f"the {_LABELS[index]} has {len(values[index]):,} characters, "
                f"at most {MAX_FIELD:,} are taken",
            )
        extra: list[tuple[str, str]] = []
        slug = address = mail = ""
        if url:
            slug = slug_of(url)
            if slug:
                address = profile_url(slug)
            elif url.startswith(("https://", "http://")) and " " not in url:
                address = url
            else:
                self._keep(line, 2, url, "is not a profile address", extra)
        if email:
            mail = email_of(email)
            if not mail:
                self._keep(line, 3, email, "is not an e-mail address", extra)
        if not (first or last or slug or mail):
            return Rejected(line, "no name, no profile address and no e-mail")
        connected = None
        if day:
            connected = read_day(day)
            if connected is None:
                self._keep(line, 6, day, "is not a day we can read", extra)
        for index, name in self._others:
            if cells[index]:
                value = clean(cells[index])
                if value.strip():
                    extra.append((name, value))
        for offset, cell in enumerate(beyond):
            value = clean(cell)
            if value.strip():
                extra.append((f"column {self._width + offset + 1}", value))
        return ContactIn(
            line, first, last, slug, address, mail, company, title, connected, tuple(extra)
        )

    def _keep(
        self, line: int, field: int, value: str, why: str, extra: list[tuple[str, str]]
    ) -> None:
        self.notes.add(line, f'"{cut(value, 40)}" {why}; it is kept as written.')
        extra.append((self._columns[self._places[field]], value))


def read_connections(data: bytes, *, encoding: str | None = None) -> Connections:
    """The people in a Connections.csv, row by row: ContactIn or Rejected.

    Raises Usage when there is no such header (says what the file looks like), when the file is
    larger than table.MAX_BYTES, and for an unknown `encoding`; without it the file tells.
    """
    try:
        table = Table(data, is_connections, encoding=encoding)
    except LookupError:
        raise refuse(look(data)) from None
    kind, words = which_export(table.header)
    if kind not in {"", "linkedin"}:
        raise refuse(Seen(kind, words))
    return Connections(table)
