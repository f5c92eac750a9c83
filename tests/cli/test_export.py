"""export: json, csv, ics; to standard output and to a file."""

from __future__ import annotations

import csv
import io
import json
import os
from pathlib import Path

import pytest
from icalendar import Calendar

from .conftest import Program


@pytest.fixture
def full(ii: Program) -> Program:
    """Two people, one of them met and thanked, one with a meeting to come."""
    ii.add("Ada Lovelace, Analyst @ Acme <ada@acme.example> linkedin.com/in/ada")
    ii.add("Łukasz Żak @ Ørsted")
    ii.ok("log", "ada", "met", "--at", "2026-11-20 10:00")
    ii.ok("log", "ada", "posted", "--at", "2026-11-20 18:00")
    ii.ok("meet", "2", "--at", "2026-12-01 14:00", "--zone", "Europe/Warsaw", "--format", "coffee")
    return ii


def test_json_is_the_default_and_ends_with_a_newline(full: Program) -> None:
    said = full.ok("export")
    assert said.raw == full.ok("export", "--as", "json").raw
    assert said.raw.endswith(b"}\n")
    assert {one["first"] for one in said.json["contacts"]} == {"Ada", "Łukasz"}
    assert said.err == ""


def test_json_comes_back_whole(full: Program, tmp_path: Path) -> None:
    """Imported into an empty database and exported again it gives the same bytes."""
    first = full.ok("export").raw
    other = ["--db", str(tmp_path / "other.db")]
    assert full.ok("import", "-", "--json", *other, stdin=first).json["new"] == 2
    assert full.ok("export", *other).raw == first
    again = full.ok("import", "-", "--json", *other, stdin=first).json
    assert again == {"new": 0, "updated": 0, "unchanged": 2, "rejected": []}
    assert full.owed("2027-01-15T09:00:00+00:00") == [
        (one["kind"], one["person"], one["due"])
        for one in full.ok("today", "--json", *other, now="2027-01-15T09:00:00+00:00").json
    ]


def test_csv(full: Program) -> None:
    full.add("=HYPERLINK(1) Teach @ +Ship")
    said = full.ok("export", "--as", "csv")
    rows = list(csv.DictReader(io.StringIO(said.raw.decode("utf-8-sig"))))
    assert [row["First Name"] for row in rows if row["Last Name"] == "Lovelace"] == ["Ada"]
    assert rows[0].keys() >= {"First Name", "Last Name", "Company", "E-mail", "LinkedIn", "Stage"}
    teach = next(row for row in rows if "Teach" in row["Last Name"])
    assert teach["First Name"].startswith("'=")
    assert "formula" in said.err
    assert {row["Last Name"]: row["Stage"] for row in rows}["Lovelace"] == "thanked"


def test_ics_holds_meetings_and_check_ins(full: Program) -> None:
    calendar = Calendar.from_ical(full.ok("export", "--as", "ics").raw)
    events = {str(one["SUMMARY"]): one for one in calendar.walk("VEVENT")}
    assert set(events) == {"Coffee with Łukasz Żak", "Stay in touch: Ada Lovelace"}
    coffee = events["Coffee with Łukasz Żak"]
    assert coffee.decoded("DTSTART").isoformat() == "2026-12-01T13:00:00+00:00"
    assert events["Stay in touch: Ada Lovelace"].decoded("DTSTART").isoformat() == "2027-01-15"


@pytest.mark.parametrize("kind", ["json", "csv", "ics"])
def test_a_file_is_private_whole_and_the_same(full: Program, tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"out.{kind}"
    path.write_text("an earlier export")
    path.chmod(0o644)
    said = full.ok("export", "--as", kind, "-o", str(path))
    assert said.out == ""
    assert str(path) in said.err
    assert oct(path.stat().st_mode & 0o777) == "0o600"
    assert path.read_bytes() == full.ok("export", "--as", kind).raw
    assert path.read_bytes() == full.ok("export", "--as", kind, "-o", "-").raw
    assert sorted(one.name for one in tmp_path.iterdir()) == ["home", path.name]


def test_places_that_cannot_be_written(full: Program, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for place in (tmp_path, tmp_path / "none" / "x.json", full.database, pipe):
        before = full.database.read_bytes()[:100]
        said = full("export", "-o", str(place))
        assert said.code in {1, 2}
        assert str(place) in said.err
        assert full.database.read_bytes()[:100] == before
    assert pipe.is_fifo()


def test_an_empty_database(ii: Program) -> None:
    assert json.loads(ii.ok("export").raw)["contacts"] == []
    assert len(ii.ok("export", "--as", "csv").raw.decode("utf-8-sig").splitlines()) == 1
    assert not Calendar.from_ical(ii.ok("export", "--as", "ics").raw).walk("VEVENT")
    assert ii("export", "--as", "xls").code == 2


def test_json_of_a_newer_version_is_refused_in_words(full: Program, tmp_path: Path) -> None:
    document = full.ok("export").json
    document["version"] = 999
    said = full("import", "-", stdin=json.dumps(document))
    assert said.code == 3
    assert "newer" in said.err.lower()
