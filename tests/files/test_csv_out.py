from __future__ import annotations

import csv
import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ii_tui.core.text import clean
from ii_tui.files.csv_out import contacts_csv


def cells(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_a_file_that_excel_opens() -> None:
    data, defended = contacts_csv([["Jörg", None, 3, date(2026, 2, 8)]], ["name", "b", "c", "d"])
    assert data == b"\xef\xbb\xbfname,b,c,d\r\n" + "Jörg,,3,2026-02-08\r\n".encode()
    assert defended == 0


@pytest.mark.parametrize(
    "value", ["=1+1", "+49 30", "-5", "@SUM(A1)", "\t=1", "\r=1", "\x00=1", "\x1b=1", "\ufeff@x"]
)
def test_no_cell_is_a_formula(value: str) -> None:
    written = contacts_csv([[value, "x"]], ["a", "b"])
    assert written.defended == 1
    assert cells(written.data)[1][0].startswith("'")


def test_the_header_is_defended_as_well() -> None:
    assert contacts_csv([], ["=a"]).defended == 1


def test_quotes_commas_and_lines_survive() -> None:
    row = ['say "hi"', "a,b;c", "two\nlines", " edge "]
    assert cells(contacts_csv([row], list("abcd")).data)[1] == row


def test_a_row_of_another_width_is_a_bug() -> None:
    with pytest.raises(ValueError, match="1 cells for 2 columns"):
        contacts_csv([["x"]], ["a", "b"])


@given(st.lists(st.tuples(st.text(max_size=20), st.text("=+-@\t\r\x00 '\"\n,x", max_size=8))))
def test_what_is_read_back_is_the_cleaned_text_and_never_a_formula(
    rows: list[tuple[str, str]],
) -> None:
    data, defended = contacts_csv(rows, ["a", "b"])
    found = cells(data)[1:]
    flat = [cell for row in found for cell in row]
    assert not [cell for cell in flat if cell.startswith(("=", "+", "-", "@", "\t", "\r", "\0"))]
    wanted = [clean(cell) for row in rows for cell in row]
    assert len(flat) == len(wanted)
    assert sum(a != b for a, b in zip(flat, wanted, strict=True)) == defended
    assert all(a in {b, f"'{b}"} for a, b in zip(flat, wanted, strict=True))
