from __future__ import annotations

from datetime import date
from types import ModuleType
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ii_tui.core.incoming import NOTES_KEPT, ContactIn, PeopleIn, Rejected
from ii_tui.core.text import clean
from ii_tui.errors import Usage
from ii_tui.files import table
from ii_tui.files.guess import guess, require_readable
from ii_tui.files.linkedin import read_connections, read_day

HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
ADA = "Ada,Lovelace,https://www.linkedin.com/in/ada-1,ada@example.org,Babbage,Analyst,08 Feb 2026"


def contacts(data: bytes | str, **asked: str) -> list[ContactIn]:
    raw = data.encode() if isinstance(data, str) else data
    found = list(read_connections(raw, **asked))
    assert not [one for one in found if isinstance(one, Rejected)]
    return [one for one in found if isinstance(one, ContactIn)]


def one(row: str, header: str = HEADER) -> ContactIn:
    (found,) = contacts(header + row + "\n")
    return found


def refused(row: str) -> str:
    (found,) = read_connections((HEADER + row + "\n").encode())
    assert isinstance(found, Rejected)
    assert found.line == 2
    return found.reason


def test_a_row_as_linkedin_writes_it() -> None:
    assert one(ADA) == ContactIn(
        line=2,
        first="Ada",
        last="Lovelace",
        slug="ada-1",
        url="https://www.linkedin.com/in/ada-1",
        email="ada@example.org",
        company="Babbage",
        title="Analyst",
        connected_on=date(2026, 2, 8),
    )


VARIANTS: list[dict[str, Any]] = [
    {},
    {"bom": True},
    {"preamble": ""},
    {"preamble": "Notes:\n\n" * 3_000, "bom": True},
    {"preamble": 'Notes:;;;;;;\n"a ""b"" and, c";;;;;;\n', "delimiter": ";", "days": "excel"},
    {"header": "OLDER"},
    {"header": "GERMAN", "days": "german"},
    {"header": "GERMAN", "days": "dots", "delimiter": ";", "newline": "\r\n"},
    {"days": "iso", "newline": "\r\n", "delimiter": "\t"},
    {"newline": "\r"},
    {"encoding": "utf-16"},
    {"blank_every": 3},
]


@pytest.mark.parametrize("asked", VARIANTS, ids=str)
def test_every_variant_gives_the_same_people(make: ModuleType, asked: dict[str, Any]) -> None:
    asked = dict(asked)
    if "header" in asked:
        asked["header"] = getattr(make, asked["header"])
    data = make.connections_csv(60, seed=4, **asked)
    assert guess(data, "x") == "linkedin"
    found = contacts(data)
    with_url = "URL" in asked.get("header", ("URL",))
    assert [
        (c.first, c.last, c.slug, c.email, c.company, c.title, c.connected_on) for c in found
    ] == [
        (
            clean(p.first),
            clean(p.last),
            clean(p.slug) if with_url else "",
            p.email,
            p.company,
            p.title,
            p.day,
        )
        for p in make.people(60, seed=4)
    ]


def test_lines_are_those_of_the_file(make: ModuleType) -> None:
    data = make.connections_csv(30, blank_every=4)
    lines = data.decode().splitlines()
    for found in contacts(data):
        assert found.slug in unquote(lines[found.line - 1])


def test_comma_only_rows_are_blank(make: ModuleType) -> None:
    reading = read_connections(make.connections_csv(10, blank_every=2))
    assert len(list(reading)) == 10
    assert reading.notes.blank == 5


@pytest.mark.parametrize(
    ("url", "slug"),
    [
        ("https://www.linkedin.com/in/Ada-Lovelace-1815", "ada-lovelace-1815"),
        ("http://de.linkedin.com/in/ada/", "ada"),
        ("linkedin.com/in/ada?trk=x&y=1", "ada"),
        ("HTTPS://LINKEDIN.COM/in/ADA/en#about", "ada"),
        ("https://www.linkedin.com/in/j%C3%B6rg-M%C3%9CLLER", "jörg-müller"),
        ("https://www.linkedin.com/in/jo%CC%88rg", "jörg"),
        ("https://www.linkedin.com/in/jörg", "jörg"),
        ("https://www.linkedin.com/in/%E9t%E9", "%e9t%e9"),
        ("https://www.linkedin.com/in/a%1bb", "a%1bb"),
        ("https://www.linkedin.com/in/a%2fb%20c", "a%2fb%20c"),
    ],
)
def test_one_slug_for_every_spelling_of_an_address(url: str, slug: str) -> None:
    found = one(f"Ada,L,{url},,,,")
    assert found.slug == slug
    assert found.url.startswith("https://www.linkedin.com/in/")
    assert found.url.isascii()
    assert one(f"Ada,L,{found.url},,,,").slug == slug


@pytest.mark.parametrize(
    "url",
    ["https://evil.com/linkedin.com/in/a", "https://notlinkedin.com/in/a", "https://ada.dev/in/a"],
)
def test_other_addresses_are_no_identity(url: str) -> None:
    found = one(f"Ada,L,{url},,,,")
    assert (found.slug, found.url) == ("", url)


def test_what_no_field_can_take_is_kept_and_noted() -> None:
    reading = read_connections(
        (HEADER + "Ada,L,javascript:alert(1),ada at home,Acme,,02/08/2026\n").encode()
    )
    (found,) = reading
    assert isinstance(found, ContactIn)
    assert (found.url, found.email, found.connected_on) == ("", "", None)
    assert dict(found.extra) == {
        "URL": "javascript:alert(1)",
        "Email Address": "ada at home",
        "Connected On": "02/08/2026",
    }
    assert [note.line for note in reading.notes.rows] == [2, 2, 2]
    assert 'Line 2: "ada at home" is not an e-mail address' in reading.notes.sentences()[1]


def test_notes_are_capped_and_counted() -> None:
    rows = "Ada,L,,nobody,,,\n" * (NOTES_KEPT + 7)
    reading = read_connections((HEADER + rows).encode())
    assert len(list(reading)) == NOTES_KEPT + 7
    assert reading.notes.unlisted == 7
    assert reading.notes.sentences()[-1] == "and 7 more notes of this kind."


def test_an_email_is_lower_cased() -> None:
    assert one("Ada,L,,Ada.L@Example.ORG,,,").email == "ada.l@example.org"
    assert one(",,,mailto:ada@example.org,,,").email == "ada@example.org"


def test_unknown_columns_are_kept_raw_and_named() -> None:
    reading = read_connections(
        b"First Name,Last Name,Pet Name,,Company,Connected On\nAda,L,Puff\x1b[31m,x,Acme,\n"
    )
    (found,) = reading
    assert isinstance(found, ContactIn)
    assert found.extra == (("Pet Name", "Puff[31m"), ("column 4", "x"))
    assert reading.notes.unknown_columns == ("Pet Name",)
    assert reading.notes.sentences() == ["Kept as they are, without a field: Pet Name."]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("08 Feb 2026", date(2026, 2, 8)),
        ("8 February 2026", date(2026, 2, 8)),
        ("7-Feb-22", date(2022, 2, 7)),
        ("07-Feb-2022", date(2022, 2, 7)),
        ("08. Feb. 2026", date(2026, 2, 8)),
        ("8. März 2026", date(2026, 3, 8)),
        ("08. Mrz. 2026", date(2026, 3, 8)),
        ("1. Mai 2020", date(2020, 5, 1)),
        ("24. Dez. 2020", date(2020, 12, 24)),
        ("3. Okt. 2020", date(2020, 10, 3)),
        ("08.02.2026", date(2026, 2, 8)),
        ("8.2.26", date(2026, 2, 8)),
        ("2026-02-08", date(2026, 2, 8)),
        ("2026-02-08 10:11:12 UTC", date(2026, 2, 8)),
        ("29 Feb 2024", date(2024, 2, 29)),
        ("30 Feb 2024", None),
        ("02/08/2026", None),
        ("08 Foo 2026", None),
        ("0000-00-00", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_days(text: str, day: date | None) -> None:
    assert read_day(text) == day


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (",,,,Acme,Boss,08 Feb 2026", "no name, no profile address and no e-mail"),
        (",,,not a mail,Acme,Boss,", "no name, no profile address and no e-mail"),
        ("\x1b\x00,,,,,,", "no name"),
        ("alone", "one column where the header has 7"),
        ("A,B,,,Acme, Inc.,Boss,08 Feb 2026", "8 columns where the header has 7"),
        (f"{'x' * 1_001},B,,,,,", "the first name has 1,001 characters, at most 1,000 are taken"),
        (HEADER.strip(), "the header once more"),
        ('"Ada "the" L",B,,,,,', "a quote is closed in the middle of a value"),
    ],
)
def test_refused_rows_say_why(row: str, reason: str) -> None:
    assert reason in refused(row)


def test_short_rows_are_padded_and_long_ones_keep_their_rest() -> None:
    assert one("Ada,Lovelace").last == "Lovelace"
    assert one(ADA + ",,,").extra == ()
    assert one(ADA + ",,more").extra == (("column 9", "more"),)


def test_a_profile_or_an_email_is_enough_to_be_somebody() -> None:
    assert one(",,https://www.linkedin.com/in/ada,,,,").slug == "ada"
    assert one(",,,ada@example.org,,,").email == "ada@example.org"


def test_text_from_strangers_is_cleaned_everywhere(make: ModuleType) -> None:
    for nasty in make.HOSTILE_TEXT:
        quoted = '"' + nasty + '"'
        found = one(f"A{quoted[1:-1]},{quoted},,,{quoted},{quoted},")
        for value in (found.last, found.company, found.title):
            assert value == clean(nasty, newlines=False)
            assert not set(value) & set("\x00\x07\x1b\x90\x9b\x9c\u202e\ufeff\u2066\u200e")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf \n\n", "empty"),
        (b"PK\x03\x04\x14\x00rest", "a zip archive"),
        (b"PK\x03\x04..[Content_Types].xml..xl/workbook", "an Excel workbook"),
        (b"<!DOCTYPE html><html>", "an HTML page"),
        (b'<?xml version="1.0"?>', "an XML file"),
        (b"%PDF-1.7", "a PDF"),
        (b'{"format": "ii-tui"}', "a JSON file"),
        (b"BEGIN:VCARD\r\nVERSION:3.0", "vCard contacts"),
        (b"BEGIN:VCALENDAR", "a calendar file"),
        (b"CONVERSATION ID,CONVERSATION TITLE,FROM,TO\n1,2,3,4\n", "messages.csv"),
        (b"From,To,Sent At,Message,Direction\n", "Invitations.csv"),
        (b"Organization,Followed On\n", "Company Follows.csv"),
        (b"First Name,Last Name,Organization Name,E-mail 1 - Value\n", "from Google"),
        (b"First Name,Last Name,Company,Job Title,E-mail Address\n", "from Outlook"),
        (b"a;b\x1b;c\n1;2;3\n", "whose first line is a, b, c"),
        (b"just words\nand more\n", "plain text"),
        (b"\x7fELF\x00\x01,\x02" * 9, "bytes"),
    ],
)
def test_another_file_is_named(data: bytes, said: str) -> None:
    with pytest.raises(Usage) as caught:
        read_connections(data)
    assert said in caught.value.message
    assert "Connections" in caught.value.hint


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        ((HEADER + ADA).encode(), "", "linkedin"),
        (("Notes:\n" + HEADER).encode("utf-16"), "", "linkedin"),
        (b"Name,Given Name,Family Name\n", "", "google"),
        (b"First Name,E-mail Address,E-mail 2 Address\n", "", "outlook"),
        (b"begin:vcard\n", "", "vcard"),
        (b"BEGIN:VCALENDAR\n", "", "ics"),
        (b"\xef\xbb\xbf [1]", "", "json"),
        (b"CONVERSATION ID,FROM\n", "messages.csv", "csv"),
        (b"a,b\n", "x.csv", "csv"),
        (b"a\n", "x.CSV", "csv"),
        (b"a\n", "x", "unknown"),
        (b"", "Connections.csv", "unknown"),
        (b"PK\x03\x04", "Connections.csv", "unknown"),
    ],
)
def test_kinds_are_guessed_by_what_is_inside(data: bytes, name: str, kind: str) -> None:
    assert guess(data, name) == kind


def test_kinds_we_do_not_read_are_said() -> None:
    for kind in ("linkedin", "json"):
        require_readable(kind)
    with pytest.raises(Usage, match="only LinkedIn's Connections"):
        require_readable("vcard")


def run_hostile(make: ModuleType, count: int, seed: int) -> None:
    data, verdicts = make.hostile_csv(count, seed)
    reading = read_connections(data)
    found = {one.line: type(one) for one in reading}
    expected = {
        line: ContactIn if verdict == "accepted" else Rejected
        for line, verdict in verdicts
        if verdict != "blank"
    }
    assert found == expected
    assert reading.notes.blank == len(verdicts) - len(expected)


def test_2000_hostile_rows_each_with_its_verdict(make: ModuleType) -> None:
    run_hostile(make, 2_000, seed=1)


@pytest.mark.long
@pytest.mark.timeout(600)
def test_100000_hostile_rows_each_with_its_verdict(make: ModuleType) -> None:
    run_hostile(make, 100_000, seed=2)


CELL = st.text(max_size=12) | st.text('",\n\r;\t \x00\x1béA@.', max_size=12)


@given(st.lists(st.lists(CELL, max_size=9), max_size=15))
def test_every_quoted_row_is_accepted_or_rejected_with_its_line(rows: list[list[str]]) -> None:
    line = 2
    starts = []
    text = HEADER
    for row in rows:
        cells = row if len(row) == 7 else [cell.replace("\n", " ") for cell in row]
        written = ",".join('"' + cell.replace('"', '""') + '"' for cell in cells) + "\n"
        if "".join(cells).strip():
            starts.append(line)
        line += written.count("\n")
        text += written
    raw = text.encode("utf-8", "replace")
    # Where carriage returns are the rule they end lines, and the count above is another.
    assume(raw.count(b"\r") - raw.count(b"\r\n") <= raw.count(b"\n"))
    reading = read_connections(raw)
    assert [found.line for found in reading] == starts
    assert reading.notes.blank == len(rows) - len(starts)


@given(st.binary(max_size=400))
def test_no_bytes_crash_the_import(data: bytes) -> None:
    try:
        found = list(read_connections(data))
    except Usage:
        found = []
    again = list(read_connections(HEADER.encode() + data))
    lines = [one.line for one in again]
    assert lines == sorted(set(lines))
    assert len(found) <= len(again) + 1


def test_white_space_is_put_right_in_a_plain_row_as_well() -> None:
    found = one('" Ada","Love  lace ",,, Acme ,"Head | Lead"," 8 Feb 2026 "')
    assert (found.first, found.last, found.company) == ("Ada", "Love lace", "Acme")
    assert (found.title, found.connected_on) == ("Head | Lead", date(2026, 2, 8))


def same_at_once(data: bytes) -> None:
    """What is read in pieces is what is read row by row."""
    slow, fast = read_connections(data), read_connections(data)
    rows, refused = list(slow), list[Rejected]()
    people = list(fast.people(refused))
    assert refused == [row for row in rows if isinstance(row, Rejected)]
    alone = [row[1:] for row in rows if isinstance(row, ContactIn)]
    assert [row for piece in people for row in zip(*piece, strict=True)] == alone
    assert fast.notes == slow.notes
    assert {type(piece) for piece in people} <= {PeopleIn}


def test_hostile_rows_are_the_same_at_once(make: ModuleType) -> None:
    same_at_once(make.hostile_csv(2_000, seed=3)[0])
    same_at_once(make.connections_csv(1_500, blank_every=7))
    same_at_once(make.connections_csv(700, header=make.OLDER, days="excel"))


def _written(cells: list[str]) -> str:
    return ",".join('"' + cell.replace('"', '""') + '"' for cell in cells) + "\n"


PLAIN_ROW = st.tuples(
    st.sampled_from(["Ada", "Jörg", "王", "First Name", " Ada ", ""]),
    st.text(max_size=5) | st.sampled_from(["Lovelace", "x" * 334, "\ufb2c" * 334, "x" * 1_001]),
    st.sampled_from(["https://www.linkedin.com/in/ada", "https://www.linkedin.com/in/%C3%A9",
                     " https://linkedin.com/in/Ada/ ", "https://ada.example", "ada", "", " "]),
    st.sampled_from(["", "a@b.example", " A@B.example", "none", " "]),
    st.sampled_from(["Acme", "Acme  Ltd", "a\x1bb", ""]),
    st.sampled_from(["Boss", "two\nlines", ""]),
    st.sampled_from(["08 Feb 2026", "1.2.26", "soon", "", " "]),
).map(lambda row: _written(list(row)))  # fmt: skip
ANY_ROW = st.sampled_from(["\n", ",,,,,,\n", "a,b\n", 'a"b",\n', '"open\n', HEADER]) | PLAIN_ROW


@given(st.lists(PLAIN_ROW | ANY_ROW, max_size=12), st.integers(1, 4))
def test_any_rows_are_the_same_at_once(rows: list[str], lines: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(table, "BLOCK_LINES", lines)
        same_at_once((HEADER + "".join(rows)).encode("utf-8", "replace"))
