from __future__ import annotations

import csv
import json
import tempfile
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from ii_tui.core.stages import EventKind, Exit, Stage
from ii_tui.errors import IiError, Newer, Nothing, Usage
from ii_tui.services import (
    coming_in,
    composing,
    editing,
    exporting,
    history,
    importing,
    interviews,
    people,
    scheduling,
    settling,
    today,
    touches,
)
from ii_tui.services.demo import demo_desk
from ii_tui.services.desk import Desk
from ii_tui.services.import_report import Report, Stopped
from ii_tui.services.importing_json import import_json
from tests.conftest import Hands
from tests.files.document import contact, data, event, interview, uid
from tests.services.living import Deed, live, lives, new_desk

BEGIN = datetime(2026, 11, 24, 9, tzinfo=UTC)


def taken(desk: Desk, raw: bytes, **options: Any) -> Report:
    return importing.import_data(desk, raw, name="export.json", **options)


def document(desk: Desk) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(exporting.export(desk).data)
    return found


@given(lives)
@settings(max_examples=50)
def test_export_import_export_gives_the_same_bytes(life: list[tuple[int, int, Deed]]) -> None:
    hands = Hands(BEGIN)
    with tempfile.TemporaryDirectory() as name:
        with new_desk(Path(name) / "a", hands) as desk:
            live(desk, hands, life)
            first = exporting.export(desk).data
            again = taken(desk, first)
            assert (again.new, again.updated, again.rejected) == (0, 0, ())
            assert exporting.export(desk).data == first
        with new_desk(Path(name) / "b", hands) as other:
            report = taken(other, first)
            assert (report.rejected, report.notes) == ((), ())
            assert report.new == exporting.export(other).count
            assert exporting.export(other).data == first
            assert taken(other, first).unchanged == report.new
            history.undo_last(other)
            assert other.store.db.value("SELECT count(*) FROM contact") == 0
            history.redo_last(other)


@given(lives, lives)
@settings(max_examples=40)
def test_two_lives_become_one(
    mine: list[tuple[int, int, Deed]], theirs: list[tuple[int, int, Deed]]
) -> None:
    hands = Hands(BEGIN)
    with tempfile.TemporaryDirectory() as name, new_desk(Path(name) / "a", hands) as desk:
        live(desk, hands, mine)
        hands.at = BEGIN
        with new_desk(Path(name) / "b", hands) as other:
            live(other, hands, theirs)
            raw = exporting.export(other).data
        before = document(desk)
        report = taken(desk, raw)
        assert report.rejected == ()
        after = document(desk)
        told = json.loads(raw)
        for section in ("interviews", "meetings", "notes", "introductions", "promises"):
            uids = {row["uid"] for row in after[section]}
            assert uids >= {row["uid"] for row in (*told[section], *before[section])}
        assert len(after["contacts"]) == len(before["contacts"]) + report.new
        # Four people begin in both; only an edit to name, employer or profile hides who one is.
        assert report.new <= len(told["contacts"])
        one_open = [row["contact"] for row in after["interviews"] if row["exit"] is None]
        assert len(one_open) == len(set(one_open))
        again = taken(desk, raw)
        assert (again.new, again.updated, again.rejected) == (0, 0, ())
        assert document(desk) == after
        if report.new or report.updated:
            history.undo_last(desk)
            undone = document(desk)
            for section in ("contacts", "companies", "interviews", "meetings", "notes", "tasks"):
                assert undone[section] == before[section]


def test_the_sample_data_comes_back_as_it_was(desk: Desk, tmp_path: Path) -> None:
    with demo_desk(desk.clock, folder=tmp_path) as demo:
        raw = exporting.export(demo).data
        shown = interviews.the_board(demo), today.the_day(demo)
    assert taken(desk, raw).rejected == ()
    assert exporting.export(desk).data == raw
    board, day = interviews.the_board(desk), today.the_day(desk)
    assert len(board.cards) == len(shown[0].cards)
    assert sorted((task.person, task.title, task.due) for task in day.now) == sorted(
        (task.person, task.title, task.due) for task in shown[1].now
    )


def test_one_undo_takes_an_import_back(desk: Desk, hands: Hands, tmp_path: Path) -> None:
    people.quick_add(desk, "Ada Lovelace @ Acme <ada@acme.example>")
    before = exporting.export(desk).data
    with new_desk(tmp_path / "other", hands) as other:
        ada, _ = people.quick_add(other, "Ada Lovelace, Analyst @ Acme <ada@acme.example>")
        interviews.move(other, ada, Stage.REQUESTED)
        people.quick_add(other, "Ben Ito")
        raw = exporting.export(other).data
    report = taken(desk, raw)
    assert (report.new, report.updated, report.unchanged) == (1, 1, 0)
    after = exporting.export(desk).data
    assert history.undo_last(desk) == "Undone: Imported 2 people from export.json."
    assert exporting.export(desk).data == before
    history.redo_last(desk)
    assert exporting.export(desk).data == after


def test_a_merged_interview_owes_what_its_facts_say(
    desk: Desk, hands: Hands, tmp_path: Path
) -> None:
    with new_desk(tmp_path / "other", hands) as other:
        ada, _ = people.quick_add(other, "Ada Lovelace linkedin.com/in/ada")
        interviews.move(other, ada, Stage.REQUESTED)
        raw = exporting.export(other).data
        taken(desk, raw)
        hands.forward(days=1)
        coming_in.yes(other, ada)
        raw = exporting.export(other).data
    here = people.resolve(desk, "ada")
    assert taken(desk, raw).updated == 1
    page = people.page(desk, here)
    assert page.interview is not None
    assert page.interview.stage is Stage.REPLIED
    assert [task.kind for task in page.tasks] == ["answer"]
    assert exporting.export(desk).data == raw


def test_decisions_come_along_and_are_not_taken_back(desk: Desk, hands: Hands) -> None:
    ada, _ = people.quick_add(desk, "Ada Lovelace")
    interviews.move(desk, ada, Stage.REPLIED)
    (task, *_) = people.page(desk, ada).tasks
    before = exporting.export(desk).data
    hands.forward(hours=1)
    settling.snooze(desk, task.id, "in 3 weeks")
    taken(desk, before)
    assert settling.task(desk, task.id).state == "snoozed"


def test_a_file_without_tasks_still_owes_them(desk: Desk) -> None:
    raw = data(
        contacts=[contact("Ada")],
        interviews=[interview("i", "Ada", stage="requested",
                              history=[event("e", message_kind="meeting_request")])],
    )  # fmt: skip
    taken(desk, raw)
    assert [task.kind for task in people.page(desk, people.resolve(desk, "Ada")).tasks] == [
        "follow_up"
    ]


def test_a_dry_run_writes_nothing(desk: Desk) -> None:
    before = exporting.export(desk).data
    report = taken(desk, data(contacts=[contact("Ada"), {}]), dry_run=True)
    assert (report.new, len(report.rejected), report.dry_run) == (1, 1, True)
    assert exporting.export(desk).data == before
    with pytest.raises(Nothing):
        history.undo_last(desk)


def test_nothing_new_leaves_nothing_to_undo(desk: Desk) -> None:
    raw = data(contacts=[contact("Ada")])
    taken(desk, raw)
    taken(desk, raw)
    assert len(history.changes(desk)) == 1


def test_stopping_changes_nothing(desk: Desk) -> None:
    stop = threading.Event()
    stop.set()
    with pytest.raises(Stopped):
        taken(desk, data(contacts=[contact("Ada")]), stop=stop)
    assert document(desk)["contacts"] == []


def test_a_later_version_and_a_stranger_are_refused(desk: Desk) -> None:
    with pytest.raises(Newer):
        taken(desk, b'{"format": "ii-tui", "version": 99}')
    with pytest.raises(Usage):
        taken(desk, b'{"people": []}')


class Asked(threading.Event):
    """Counts how often it is asked, which is with every row; does something at one of them."""

    def __init__(self, at: int, do: Callable[[], object]) -> None:
        super().__init__()
        self.count = 0
        self.at = at
        self.do = do

    def is_set(self) -> bool:
        """Never set."""
        self.count += 1
        if self.count == self.at:
            self.do()
        return False


def test_what_another_program_writes_meanwhile_is_seen(desk: Desk, other_desk: Desk) -> None:
    raw = data(contacts=[contact("Ada", slug="ada"), contact("Ben")])
    asked = Asked(0, lambda: None)
    import_json(desk, raw, dry_run=True, stop=asked)
    told: list[tuple[int, int]] = []
    # At the last question the plan is made and not yet written.
    meanwhile = Asked(
        asked.count, lambda: people.quick_add(other_desk, "Ada Example linkedin.com/in/ada")
    )
    report = import_json(
        desk, raw, progress=lambda done, total: told.append((done, total)), stop=meanwhile
    )
    assert (report.new, report.updated + report.unchanged) == (1, 1)
    assert len(document(desk)["contacts"]) == 2
    assert told[-1] == (len(raw), len(raw))


def test_drafts_are_in_the_export(desk: Desk, hands: Hands, tmp_path: Path) -> None:
    ada, _ = people.quick_add(desk, "Ada Lovelace")
    composing.save_draft(desk, composing.begin(desk, ada), "Hello", "Half a thought")
    (message,) = document(desk)["messages"]
    assert (message["state"], message["body"]) == ("draft", "Half a thought")
    with new_desk(tmp_path / "other", hands) as other:
        taken(other, exporting.export(desk).data)
        (draft,) = people.page(other, people.resolve(other, "Ada")).drafts
    assert draft.body == "Half a thought"


def test_what_belongs_to_no_interview_stands_with_the_person(desk: Desk) -> None:
    ada, _ = people.quick_add(desk, "Ada Lovelace")
    touches.log(desk, ada, touches.Touch(EventKind.CALL, text="about the fair"))
    (person,) = document(desk)["contacts"]
    assert [one["text"] for one in person["history"]] == ["about the fair"]


def test_every_rejected_row_has_its_line(desk: Desk) -> None:
    good = contact("Ada")
    raw = json.dumps({"format": "ii-tui", "version": 1, "contacts": [good, 5, {"uid": 1}],
                      "interviews": [interview("i", "Nobody")]}, indent=2).encode()  # fmt: skip
    report = taken(desk, raw)
    lines = raw.decode().splitlines()
    assert [lines[row.line - 1].strip(" ,") for row in report.rejected] == ["5", "{", "{"]
    assert [row.line for row in report.rejected] == sorted(row.line for row in report.rejected)
    assert report.new == 1


def test_csv_for_a_spreadsheet(desk: Desk) -> None:
    ada, _ = people.quick_add(desk, "Ada Lovelace, Analyst @ Acme <ada@acme.example>")
    ben, _ = people.quick_add(desk, "Ben Ito")
    editing.edit(desk, ada, people.page(desk, ada).rev, {"phone": "+1 503 555", "tags": "b, a"})
    touches.log(desk, ada, touches.Touch(EventKind.SENT, message_kind="reconnect"))
    interviews.move(desk, ben, Stage.REQUESTED)
    interviews.close(desk, ben, Exit.NO_REPLY)
    gone, _ = people.quick_add(desk, "Cy Gone")
    editing.archive(desk, gone)
    written = exporting.export(desk, "csv")
    found = list(csv.DictReader(written.data.decode("utf-8-sig").splitlines()))
    assert [row["Last Name"] for row in found] == ["Ito", "Lovelace"]
    assert found[0]["Stage"] == "no reply"
    assert found[1] == {
        "First Name": "Ada", "Last Name": "Lovelace", "Company": "Acme", "Title": "Analyst",
        "E-mail": "ada@acme.example", "Phone": "'+1 503 555", "LinkedIn": "", "Tags": "a, b",
        "Closeness": "", "Stage": "warming", "Last touch": "2026-11-24", "How known": "",
    }  # fmt: skip
    assert (written.count, written.defended) == (2, 1)
    assert written.notes == ("1 cell that looks like a formula got a ' in front.",)


def test_meetings_as_a_calendar(desk: Desk) -> None:
    ada, _ = people.quick_add(desk, "Ada Lovelace")
    scheduling.meet(desk, ada, scheduling.plan(desk, ada, at="2026-12-01 14:00", zone="Chicago"))
    written = exporting.export(desk, "ics")
    assert written.count == 1
    assert b"DTSTART:20261201T200000Z" in written.data


def test_kinds_that_are_not_written_are_named(desk: Desk) -> None:
    with pytest.raises(Usage, match="vcard") as refused:
        exporting.export(desk, "vcard")
    assert refused.value.hint == "It writes json, csv, ics."


def test_an_export_is_private_and_whole(desk: Desk, tmp_path: Path) -> None:
    target = tmp_path / "all.json"
    target.write_text("an older export")
    written = exporting.write_export(desk, "json", target)
    assert target.read_bytes() == written.data
    assert target.stat().st_mode & 0o777 == 0o600
    for path in (tmp_path, desk.store.path):
        there = path.read_bytes() if path.is_file() else b""
        with pytest.raises(Usage):
            exporting.write_export(desk, "json", path)
        assert (path.read_bytes() if path.is_file() else b"") == there
    with pytest.raises(IiError):
        exporting.write_export(desk, "json", tmp_path / "nowhere" / "all.json")


def test_a_uid_of_another_row_is_no_way_in(desk: Desk) -> None:
    taken(desk, data(contacts=[contact("Ada"), contact("Ben")], interviews=[interview("i", "Ada")]))
    report = taken(
        desk,
        data(contacts=[contact("Ada"), contact("Ben")], interviews=[interview("i", "Ben")]),
    )
    assert [row.reason for row in report.rejected] == [
        "interviews[0]: here it belongs to somebody else."
    ]
    assert document(desk)["interviews"][0]["contact"] == uid("Ada")
