from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ii_tui.core.incoming import Rejected
from ii_tui.errors import Usage
from ii_tui.files import table as table_module
from ii_tui.files.table import Row, Table


def named_a(cells: Sequence[str]) -> bool:
    return cells[:2] == ["a", "b"]


def read(data: bytes | str, **asked: str) -> list[Row | Rejected]:
    raw = data.encode() if isinstance(data, str) else data
    return list(Table(raw, named_a, **asked))


def test_rows_carry_the_physical_line_they_start_on() -> None:
    assert read('a,b\n1,2\n"x\ny",3\n\n,\n4,5\n') == [
        Row(2, ["1", "2"]),
        Row(3, ["x\ny", "3"]),
        Row(7, ["4", "5"]),
    ]


def test_blank_rows_are_counted_apart() -> None:
    table = Table(b'a,b\n,\n\n"",\n \xc2\xa0,\t\n1,2\n', named_a)
    assert len(list(table)) == 1
    assert table.blank == 4


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_every_line_end(newline: str) -> None:
    assert read(newline.join(["a,b", "1,2", "3,4", ""])) == [
        Row(2, ["1", "2"]),
        Row(3, ["3", "4"]),
    ]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_header_tells_the_delimiter(delimiter: str) -> None:
    table = Table(f"sep={delimiter}\na,b\n1,2\n".replace(",", delimiter).encode(), named_a)
    assert table.delimiter == delimiter
    assert list(table) == [Row(3, ["1", "2"])]


def test_a_header_far_down_is_found() -> None:
    table = Table(b'say "what\n' * 5_000 + b"a,b\n1,2\n", named_a)
    assert list(table) == [Row(5_002, ["1", "2"])]


def test_no_header_is_told() -> None:
    with pytest.raises(LookupError):
        Table(b"c,d\n1,2\n", named_a)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ('"open,2', "never closed"),
        ('"x" y,2', "in the middle of a value"),
        ("1\r1,2", "carriage return"),
        ("x" * 140_000 + ",2", "131,072"),
        ("," * 1_000_001, "1,000,000"),
    ],
    ids=["open", "closed early", "carriage return", "long value", "long line"],
)
def test_a_broken_row_takes_only_its_own_line_along(row: str, reason: str) -> None:
    found = read(f"a,b\n1,2\n{row}\n3,4\n5,6\n")
    assert [one for one in found if isinstance(one, Row)] == [
        Row(2, ["1", "2"]),
        Row(4, ["3", "4"]),
        Row(5, ["5", "6"]),
    ]
    (rejected,) = (one for one in found if isinstance(one, Rejected))
    assert rejected.line == 3
    assert reason in rejected.reason


def test_a_broken_quote_that_meets_a_later_quote_swallows_nothing() -> None:
    found = read('a,b\n"open,2\n3,4\n"5, five",6\n7,8"\n9,9\n')
    assert found[0] == Rejected(2, "a quote is closed in the middle of a value")
    assert [one.line for one in found] == [2, 3, 4, 5, 6]
    # Here the quotes would pair into one row of another width.
    found = read('a,b\n1,"open\n3,4\n5",6,7\n9,9\n')
    assert isinstance(found[0], Rejected)
    assert [one.line for one in found] == [2, 3, 4, 5]


def test_a_quote_may_span_many_lines_but_not_all() -> None:
    fits = "line\n" * (table_module.MAX_ROW_LINES - 2)
    assert [one.line for one in read(f'a,b\n1,"{fits}"\n3,4\n')] == [2, 2 + fits.count("\n") + 1]
    found = read('a,b\n1,"open\n' + "3,4\n" * 1_000)
    assert [one.line for one in found] == list(range(2, 1_003))
    assert isinstance(found[0], Rejected)
    assert "many lines" in found[0].reason
    wide = "x" * 40_000
    found = read(f'a,b\n1,"open\n{wide},4\n{wide},4\n5,6\n')
    assert [type(one) for one in found] == [Rejected, Row, Row, Row]


def test_nul_bytes_and_other_controls_break_no_row() -> None:
    assert read(b"a,b\n1\x00,2\x1b\x85\xe2\x80\xa8\n") == [Row(2, ["1\0", "2\x1b\u2026\u2028"])]


@pytest.mark.parametrize(
    ("codec", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", b"\xef\xbb\xbf"),
        ("utf-16-le", b"\xff\xfe"),
        ("utf-16-be", b"\xfe\xff"),
        ("utf-16-le", b""),
        ("utf-16-be", b""),
    ],
)
def test_encodings_that_tell(codec: str, mark: bytes) -> None:
    rows = "a,b\nMüller,Łódź\r\nname,王\n"
    assert [one.cells for one in read(mark + rows.encode(codec)) if isinstance(one, Row)] == [
        ["Müller", "Łódź"],
        ["name", "王"],
    ]


def test_windows_1252_is_read_and_said() -> None:
    table = Table("a,b\nx,y\nMüller,“5 €”\n".encode("cp1252"), named_a)
    assert list(table)[-1] == Row(3, ["Müller", "“5 €”"])
    assert table.encoding == "Windows-1252"
    assert "line 3" in table.guessed_encoding


def test_one_wrong_byte_does_not_spoil_the_other_accents() -> None:
    found = read("a,b\nMüller,1\n".encode() + "Jörg,2\n".encode("cp1252") + "Łukasz,3\n".encode())
    assert [one.cells[0] for one in found if isinstance(one, Row)] == ["Müller", "Jörg", "Łukasz"]


def test_a_named_encoding_wins_and_an_unknown_one_is_told() -> None:
    assert read("a,b\nПетров,1\n".encode("cp1251"), encoding="cp1251") == [Row(2, ["Петров", "1"])]
    with pytest.raises(Usage, match="klingon"):
        read("a,b\n", encoding="klingon")


def test_too_large_a_file_is_refused_with_both_figures() -> None:
    with pytest.raises(Usage, match="201 MB; at most 200 MB"):
        table_module.check_size(201_000_000)


def test_progress_reaches_the_size() -> None:
    table = Table(b"\xef\xbb\xbfa,b\n" + b"1,2\n" * 20_000, named_a)
    seen = [table.consumed for _ in table]
    assert seen == sorted(seen)
    assert 0 < seen[0] < table.size / 2
    assert seen[-1] == table.size


@given(st.binary(max_size=300) | st.text('",;\t\r\n ab\x00é', max_size=120).map(str.encode))
def test_no_bytes_break_the_reader(tail: bytes) -> None:
    lines = [one.line for one in read(b"a,b\n" + tail)]
    assert lines == sorted(set(lines))


@given(st.lists(st.lists(st.text('",\n ab;é', max_size=8), min_size=2, max_size=2), max_size=20))
def test_what_a_writer_quotes_is_read_back(rows: list[list[str]]) -> None:
    text = "a,b\n" + "".join(
        ",".join('"' + cell.replace('"', '""') + '"' for cell in row) + "\n" for row in rows
    )
    kept = [row for row in rows if "".join(row).strip()]
    assert [one.cells for one in read(text) if isinstance(one, Row)] == kept
