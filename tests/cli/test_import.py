"""import: LinkedIn's Connections.csv in every variant, the report, the same file twice."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable
from datetime import date
from importlib import util
from pathlib import Path
from types import ModuleType

import pytest

from ii_tui.files import table

from .conftest import CONNECTIONS, Program

ADA = "Ada,Lovelace,https://www.linkedin.com/in/ada,ada@acme.example,Acme,Analyst,08 Feb 2026"
GRACE = "Grace,Hopper,https://www.linkedin.com/in/grace,,Navy,Admiral,7-Feb-22"

Write = Callable[..., Path]


@pytest.fixture(scope="module")
def make() -> ModuleType:
    """tests/files/make_connections.py: test folders are no packages."""
    path = Path(__file__).parents[1] / "files" / "make_connections.py"
    spec = util.spec_from_file_location("make_connections", path)
    assert spec is not None
    assert spec.loader is not None
    module = util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_a_file(ii: Program, connections: Write) -> None:
    said = ii.ok("import", str(connections(ADA, GRACE)))
    assert said.out == "2 new, 0 updated, 0 unchanged, 0 rejected.\n"
    page = ii.ok("show", "ada", "--json").json
    assert (page["first"], page["last"]) == ("Ada", "Lovelace")
    assert (page["company"], page["title"]) == ("Acme", "Analyst")
    assert page["email"] == "ada@acme.example"
    assert page["connected_on"] == "2026-02-08"
    assert ii.ok("show", "grace", "--json").json["connected_on"] == "2022-02-07"
    assert ii.owed() == []  # an import plans nothing for people nobody chose


def test_the_report_as_json(ii: Program, connections: Write) -> None:
    path = connections(ADA, ",,,,,,", ",,,,Acme,Boss,", GRACE, "alone")
    said = ii("import", str(path), "--json")
    assert said.code == 1
    assert said.json == {
        "new": 2,
        "updated": 0,
        "unchanged": 0,
        "rejected": [
            {"line": 4, "reason": "no name, no profile address and no e-mail"},
            {"line": 6, "reason": "one column where the header has 7"},
        ],
    }


def test_rejected_rows_in_words(ii: Program, connections: Write) -> None:
    said = ii("import", str(connections(ADA, ",,,,Acme,Boss,")))
    assert said.code == 1
    assert said.lines == [
        "1 new, 0 updated, 0 unchanged, 1 rejected.",
        "line 3: no name, no profile address and no e-mail",
    ]


@pytest.mark.parametrize("options", [[], ["--as", "linkedin"]])
def test_from_standard_input(ii: Program, options: list[str]) -> None:
    said = ii.ok("import", "-", *options, "--json", stdin=f"{CONNECTIONS}{ADA}\n")
    assert said.json["new"] == 1


def test_from_standard_input_apart(ii: Program) -> None:
    said = ii.apart("import", "-", stdin=f"{CONNECTIONS}{ADA}\n{GRACE}\n".encode())
    assert (said.code, said.out) == (0, "2 new, 0 updated, 0 unchanged, 0 rejected.\n")


def test_a_dry_run_writes_nothing(ii: Program, connections: Write) -> None:
    path = str(connections(ADA, GRACE))
    said = ii.ok("import", path, "--dry-run")
    assert said.out == "2 new, 0 updated, 0 unchanged, 0 rejected. Nothing was written (dry run).\n"
    assert ii("show", "ada").code == 3
    assert ii("undo").code == 3
    assert ii.ok("import", path, "--dry-run", "--json").json["new"] == 2


def test_the_same_file_twice_changes_nothing(ii: Program, connections: Write) -> None:
    path = str(connections(ADA, GRACE))
    ii.ok("import", path)
    before = ii.ok("export").raw
    again = ii.ok("import", path, "--json").json
    assert again == {"new": 0, "updated": 0, "unchanged": 2, "rejected": []}
    assert ii.ok("export").raw == before
    assert len(ii.ok("undo", "--list").lines) == 1


def test_a_newer_file_updates_work_and_keeps_what_was_typed(
    ii: Program, connections: Write
) -> None:
    ii.ok("import", str(connections(ADA, GRACE)))
    ii.ok("log", "ada", "note", "--text", "likes trains")
    ii.ok("log", "ada", "sent", "--kind", "reconnect")
    newer = ADA.replace("Acme", "Babbage & Co").replace("Analyst", "Head of Engines")
    newer = newer.replace("ada@acme.example", "")  # LinkedIn hides most addresses
    said = ii.ok("import", str(connections(newer, GRACE)))
    assert said.out == "0 new, 1 updated, 1 unchanged, 0 rejected.\n"
    assert "1 person changed employer" in said.err
    page = ii.ok("show", "ada", "--json").json
    assert (page["company"], page["title"]) == ("Babbage & Co", "Head of Engines")
    assert page["past_companies"] == ["Acme"]
    assert page["email"] == "ada@acme.example"
    assert {"note", "sent"} <= {one["kind"] for one in page["timeline"]}
    assert ii.stage("ada") == ("warming", None)


def test_one_undo_takes_it_all_back(ii: Program, connections: Write) -> None:
    ii.ok("import", str(connections(ADA, GRACE)))
    assert "Imported 2 people from Connections.csv" in ii.ok("undo").err
    assert ii("show", "ada").code == 3
    assert ii("search", "hopper").code == 3
    ii.ok("redo")
    assert ii.ok("search", "hopper").code == 0


VARIANTS = {
    "as LinkedIn writes it": {},
    "without the notes": {"preamble": ""},
    "two lines of notes": {"preamble": 'Notes:\n"Some addresses are missing"\n'},
    "with a BOM": {"bom": True},
    "with CRLF": {"newline": "\r\n"},
    "older, without URL": {"header": "OLDER"},
    "German": {"header": "GERMAN", "days": "german"},
    "by a German Excel": {"header": "GERMAN", "days": "dots", "delimiter": ";"},
    "by Excel": {"days": "excel"},
    "UTF-16": {"encoding": "utf-16"},
    "Windows-1252": {"encoding": "cp1252"},
    "with comma-only rows": {"blank_every": 7},
}


@pytest.mark.parametrize("name", VARIANTS)
def test_every_variant(ii: Program, make: ModuleType, name: str) -> None:
    options = dict(VARIANTS[name])
    if "header" in options:
        options["header"] = getattr(make, str(options["header"]))
    file = make.connections_csv(60, 3, **options)
    said = ii.ok("import", "-", "--json", stdin=file)
    found = said.json
    # Without the URL two rows may be of one person: then the report says so.
    assert found["new"] >= 58
    assert found["rejected"] == []
    one = next(one for one in make.people(60, 3) if f"{one.first}{one.last}{one.company}".isascii())
    page = ii.ok("show", f"{one.first} {one.last}", "--json").json
    assert (page["first"], page["last"]) == (one.first, one.last)
    assert (page["company"], page["title"]) == (one.company, one.title)
    assert page["slug"] == ("" if options.get("header") == make.OLDER else one.slug)
    assert date.fromisoformat(page["connected_on"]) == one.day
    again = ii.ok("import", "-", "--json", stdin=file).json
    assert (again["new"], again["updated"]) == (0, 0)


def test_thirty_thousand_rows(ii: Program, make: ModuleType, tmp_path: Path) -> None:
    path = tmp_path / "Connections.csv"
    path.write_bytes(make.connections_csv(30_000))
    assert ii.ok("import", str(path), "--json").json["new"] == 30_000
    again = ii.ok("import", str(path), "--json").json
    assert again == {"new": 0, "updated": 0, "unchanged": 30_000, "rejected": []}
    assert ii.ok("undo").err == "Undone: Imported 30,000 people from Connections.csv.\n"
    assert ii("search", "ada").code == 3


def test_hostile_rows(ii: Program, make: ModuleType) -> None:
    file, verdicts = make.hostile_csv(400, 5)
    said = ii("import", "-", "--json", stdin=file)
    assert said.code == 1
    rejected = [line for line, verdict in verdicts if verdict == "rejected"]
    assert [row["line"] for row in said.json["rejected"]] == rejected
    assert all(row["reason"] for row in said.json["rejected"])
    words = ii("import", "-", stdin=file)
    assert all(char.isprintable() or char == "\n" for char in words.out + words.err)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "The file is empty"),
        (b"PK\x03\x04rest", "zip archive"),
        (b"%PDF-1.7", "a PDF"),
        (b"Organization,Followed On\nAcme,x\n", "not LinkedIn's Connections.csv"),
        (b"just some words\n", "not LinkedIn's Connections.csv"),
        (b"BEGIN:VCARD\nEND:VCARD\n", "not yet read"),
        (b'{"format": "something else"}', "JSON"),
    ],
)
def test_another_file_is_named(ii: Program, content: bytes, words: str) -> None:
    said = ii("import", "-", stdin=content)
    assert said.code == 2
    assert said.out == ""
    assert words in said.err


def test_files_that_are_not_there(ii: Program, tmp_path: Path) -> None:
    said = ii("import", str(tmp_path / "none.csv"))
    assert said.code == 3
    assert "There is no file" in said.err
    said = ii("import", str(tmp_path))
    assert said.code == 2
    assert "is a folder" in said.err
    assert ii("import", "x.csv", "--as", "xls").code == 2


def test_a_kind_that_is_said_wins_over_the_guess(ii: Program, connections: Write) -> None:
    assert ii("import", str(connections(ADA)), "--as", "json").code == 2
    assert ii.ok("import", str(connections(ADA, name="x.txt")), "--as", "linkedin").code == 0


def test_from_a_pipe_by_name(ii: Program, tmp_path: Path) -> None:
    """As a shell gives it: ii-tui import <(unzip -p export.zip Connections.csv)."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_text, args=[f"{CONNECTIONS}{ADA}\n"])
    writer.start()
    assert ii.ok("import", str(pipe), "--json").json["new"] == 1
    writer.join()


def test_what_never_ends_is_refused(ii: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "MAX_BYTES", 100_000)
    said = ii("import", "/dev/zero")
    assert said.code == 2
    assert "Too large" in said.err
    said = ii("import", "-", stdin=b"x" * 200_000)
    assert said.code == 2
    assert "Too large" in said.err
