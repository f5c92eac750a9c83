from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ii_tui.core.document import FIELDS, SECTIONS
from ii_tui.errors import Newer, Usage
from ii_tui.files import json_io
from tests.files.document import AT, contact, data, event, interview, uid, whole


def reasons(raw: bytes) -> list[str]:
    return [row.reason for row in json_io.read(raw).rejected]


def test_written_bytes_are_sorted_without_floats_and_end_in_a_newline() -> None:
    raw = json_io.write({"contacts": [contact("Ada")], "settings": {"b": 1, "a": "ä"}})
    text = raw.decode()
    document = json.loads(text, parse_float=lambda _: pytest.fail("a float"))
    assert text.endswith("}\n")
    assert list(document) == sorted(document)
    assert list(document["contacts"][0]) == sorted(document["contacts"][0])
    assert document["format"] == "ii-tui"
    assert document["version"] == 1
    assert document["questions"] == document["templates"] == []
    assert '{"a": "ä", "b": 1}' in text


def test_every_row_has_a_line_of_its_own() -> None:
    raw = json_io.write({"contacts": [contact("Ada"), contact("Ben")], "settings": {}})
    read = json_io.read(raw)
    lines = raw.decode().splitlines()
    for row in read.incoming.rows["contacts"]:
        assert row.values["first"] in lines[row.line - 1]


def test_text_is_cleaned_on_its_way_out_and_in() -> None:
    nasty = "A\x1b[2Jd\u202ea\x00"
    row = contact(nasty, how_known="one\r\ntwo\x07")
    written = json.loads(json_io.write({"contacts": [row], "settings": {}}))["contacts"][0]
    (taken,) = json_io.read(data(contacts=[row])).incoming.rows["contacts"]
    for values in (written, taken.values):
        assert values["first"] == "A[2Jda"
        assert values["how_known"] == "one\ntwo"


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"[]",
        b"{}",
        b"null",
        b'{"format": "vcard", "version": 1}',
        b'{"format": "ii-tui"}',
        b'{"format": "ii-tui", "version": "1"}',
        b'{"format": "ii-tui", "version": true}',
        b'{"format": "ii-tui", "version": 0}',
        b'{"format": "ii-tui", "version": 1',
        b'{"format": "ii-tui", "version": 1} {}',
        b'{"format": "ii-tui", "version": 1, "contacts": [{"uid": ]}',
        b'{"contacts": [], "contacts": [], "format": "ii-tui", "version": 1}',
        b'{"format": "ii-tui", "version": ' + b"9" * 5000 + b"}",
        b'{"format": "ii-tui", "version": 1, "x": ' + b"[" * 200_000 + b"]" * 200_000 + b"}",
        b'{"format": "ii-tui", "version": 1, "contacts": [' + b"[" * 200_000,
        b'{"format": "ii-tui", "version": 1, "settings": "\xff"}',
        "{'format': 'ii-tui'}".encode("utf-16"),
    ],
)
def test_what_is_no_export_is_refused_in_words(raw: bytes) -> None:
    with pytest.raises(Usage) as refused:
        json_io.read(raw)
    assert refused.value.message.endswith(".")


def test_a_broken_file_names_the_line() -> None:
    with pytest.raises(Usage, match="line 3"):
        json_io.read(b'{"format": "ii-tui",\n"version": 1,\n"contacts": [{]}')


def test_a_later_version_is_refused_as_newer() -> None:
    with pytest.raises(Newer, match="version 2"):
        json_io.read(json.dumps(whole() | {"version": 2}).encode())


def test_a_byte_order_mark_is_no_obstacle() -> None:
    assert json_io.read(b"\xef\xbb\xbf" + data(contacts=[contact("Ada")])).rejected == []


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"uid": None}, "its uid is missing"),
        ({"uid": "17"}, "not a UUID"),
        ({"first": 5}, "its first is a number, not text"),
        ({"first": ["Ada"]}, "its first is a list"),
        ({"first": "x" * 200_000}, "200,000 characters"),
        ({"cadence_days": 1.5}, "its cadence_days is a number, not a whole number"),
        ({"cadence_days": True}, "true or false"),
        ({"cadence_days": 10**30}, "not between 1 and 3650"),
        ({"do_not_contact": 1}, "not true or false"),
        ({"closeness": "bosom"}, "does not know"),
        ({"connected_on": "2026-02-30"}, "not a day"),
        ({"connected_on": "0001-01-01"}, "in the year 1"),
        ({"created": "2026-11-20"}, "not a time with an offset"),
        ({"created": "9999-12-31T23:59:59Z"}, "in the year 9999"),
        ({"zone": "Mars/Olympus"}, "not a time zone"),
        ({"email": "a@b.example, c@d.example"}, "not an e-mail address"),
        ({"slug": "a/b"}, "profile"),
        ({"company": 7}, "its company is a number"),
        ({"tags": "friend"}, "not a list"),
        ({"tags": [1]}, "its tags is a number"),
        ({"tags": ["t"] * 20_000}, "20,000 items"),
        ({"extra": [["a"]]}, "[column, value]"),
        ({"past_companies": [{"title": "Boss"}]}, "cannot be taken"),
        ({"past_companies": [3]}, "not an object"),
        ({"history": {}}, "history: it is not a list"),
    ],
)
def test_a_malformed_row_is_rejected_with_place_line_and_reason(
    change: dict[str, Any], reason: str
) -> None:
    document = whole(contacts=[contact("Ada"), contact("Ben") | change, contact("Cy")])
    raw = json.dumps(document, indent=1).encode()
    read = json_io.read(raw)
    (row,) = read.rejected
    assert row.reason.startswith("contacts[1]")
    assert reason in row.reason
    assert raw.decode().splitlines()[row.line - 1].strip() == "{"
    taken = [one.values["first"] for one in read.incoming.rows["contacts"]]
    assert [name for name in taken if name != "Ben"] == ["Ada", "Cy"]


def test_what_is_not_even_a_row_is_rejected() -> None:
    raw = data(contacts=[None, 3, "Ada", [], contact("Ada")], companies={"a": 1}, tasks=None)
    assert [one.split(":")[0] for one in reasons(raw)] == [
        "companies", "contacts[0]", "contacts[1]", "contacts[2]", "contacts[3]", "tasks",
    ]  # fmt: skip


def test_a_uid_counts_once() -> None:
    raw = data(
        contacts=[contact("Ada"), contact("Ada", last="Again")],
        interviews=[interview("i", "Ada", history=[event("e"), event("e")])],
        messages=[
            {"uid": uid("m"), "contact": uid("Ada"), "kind": "reconnect", "channel": "email"}
            | {"state": state}
            for state in ("sent", "draft", "lost")
        ],
    )
    assert reasons(raw) == [
        "contacts[1]: its uid is that of contacts[0].",
        "interviews[0].history[1]: its uid is that of interviews[0].history[0].",
        "messages[1]: its uid is that of messages[0].",
        "messages[2]: its state is neither sent nor draft.",
    ]


def test_unknown_keys_are_named() -> None:
    read = json_io.read(
        data(contacts=[contact("Ada", shoe_size=43)], planets=[], questions=[{"text": "Why?"}])
    )
    assert read.rejected == []
    (note,) = read.notes
    assert note.endswith("left out: contacts.shoe_size, planets, questions.")


def test_instants_and_days_come_in_one_spelling() -> None:
    raw = data(contacts=[contact("Ada", created="2026-11-20 10:00+01:00", connected_on="20240301")])
    (row,) = json_io.read(raw).incoming.rows["contacts"]
    assert row.values["created"] == AT
    assert row.values["connected_on"] == "2024-03-01"


def test_settings_hold_no_fractions_and_no_endless_nesting() -> None:
    deep: list[Any] = []
    for _ in range(50):
        deep = [deep]
    read = json_io.read(data(settings={"a": 1.5, "b": deep, "c d": 1, "e": ["\x1bx", None, 2]}))
    assert [row.reason.split(":")[0] for row in read.rejected] == [
        "settings.a", "settings.b", "settings.c d",
    ]  # fmt: skip
    assert read.incoming.settings == {"e": ["x", None, 2]}


def test_reading_tells_of_every_row_and_can_be_stopped() -> None:
    def stop(done: int, total: int) -> None:
        assert 0 < done <= total
        raise InterruptedError

    with pytest.raises(InterruptedError):
        json_io.read(data(contacts=[contact("Ada")]), stop)


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=12,
)
rows = st.dictionaries(
    st.sampled_from(sorted({f.name for fields in FIELDS.values() for f in fields} | {"history"})),
    anything | st.just(uid("x")) | st.just(AT) | st.sampled_from(["sent", "open", "coffee"]),
    max_size=12,
)


@given(st.dictionaries(st.sampled_from([*SECTIONS, "settings"]), st.lists(rows | anything)))
@settings(max_examples=150)
def test_nothing_in_a_document_crashes_the_reader(sections: dict[str, Any]) -> None:
    read = json_io.read(data(**sections))
    total = sum(len(value) for name, value in sections.items() if name != "settings")
    kept = sum(len(found) for kind, found in read.incoming.rows.items() if kind != "events")
    refused = [row for row in read.rejected if "history" not in row.reason.split(":")[0]]
    assert kept + len(refused) - ("settings" in sections) == total


@given(
    st.binary(max_size=200)
    | st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace"))
)
@settings(max_examples=150)
def test_no_bytes_crash_the_reader(raw: bytes) -> None:
    with pytest.raises(Usage):
        json_io.read(raw)
