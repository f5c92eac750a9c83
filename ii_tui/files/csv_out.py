"""Contacts as CSV for a spreadsheet, in which no cell is a formula."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ii_tui.core.text import clean

_STARTS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\x00")


class Written(NamedTuple):
    """The bytes of a CSV file, and how many of its cells got a `'` in front."""

    data: bytes
    defended: int


def contacts_csv(rows: Iterable[Sequence[object]], columns: Sequence[str]) -> Written:
    """UTF-8 with BOM (Excel reads accents wrongly without), commas, CRLF (RFC 4180), header first.

    A cell that a spreadsheet would take for a formula (leading = + - @ TAB CR NUL) gets `'` in
    front. None is an empty cell, other values are written as `str` does. Raises ValueError when a
    row is not as wide as the header.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    defended = 0
    for row in (columns, *rows):
        if len(row) != len(columns):
            raise ValueError(f"{len(row)} cells for {len(columns)} columns")
        cells = [("" if value is None else str(value)) for value in row]
        for index, text in enumerate(cells):
            plain = clean(text)
            if text.startswith(_STARTS_FORMULA) or plain.startswith(_STARTS_FORMULA):
                plain = f"'{plain}"
                defended += 1
            cells[index] = plain
        writer.writerow(cells)
    return Written(codecs.BOM_UTF8 + out.getvalue().encode(), defended)
