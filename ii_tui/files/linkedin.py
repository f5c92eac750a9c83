"""LinkedIn's Connections.csv: with or without BOM, preamble and URL, English, German, via Excel."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache

from ii_tui.core.incoming import ContactIn, Notes, Rejected
from ii_tui.core.profile import email_of, profile_url, slug_of
from ii_tui.core.text import clean, cut
from ii_tui.files.guess import Seen, look, refuse
from ii_tui.files.headers import CONNECTIONS, column_key, is_connections, which_export
from ii_tui.files.table import Table

MAX_FIELD = 1_000
"""Characters of one of our fields; a longer one is not a name or a company."""

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


class Connections(Iterator[ContactIn | Rejected]):
    """The rows of one Connections.csv, in order; iterate once.

    `size` and `consumed` are bytes for progress; `notes` is complete after the last row. Reading
    holds the interpreter lock: a writer thread gives it up (`time.sleep(0)`) every 50 rows.
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

    @property
    def size(self) -> int:
        return self._table.size

    @property
    def consumed(self) -> int:
        return self._table.consumed

    def __next__(self) -> ContactIn | Rejected:
        return next(self._rows)

    def _read(self) -> Iterator[ContactIn | Rejected]:
        width = self._width
        for row in self._table:
            if isinstance(row, Rejected):
                yield row
                continue
            line, cells = row
            beyond: Sequence[str] = ()
            if len(cells) != width:
                wrong = self._wrong_width(cells)
                if wrong:
                    yield Rejected(line, wrong)
                    continue
                beyond = cells[width:]
                cells = cells[:width] + [""] * (width - len(cells))
            yield self._contact(line, [*cells, ""], beyond)
        self.notes.blank = self._table.blank

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
        self.notes.add(line, f'"{cut(value, 40)}" {why}; kept as it is, without a field.')
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
