"""Lives at random on a real database: whatever was done, what is stored is what is owed.

Every rule is an act of a person through the services. After each, what is owed is reckoned from
scratch and compared with what is stored, and what was decided about a task has to be there still.
"""

from __future__ import annotations

import shutil
import tempfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from ii_tui.clock import Clock
from ii_tui.core.dates import instant_text
from ii_tui.core.stages import CLOSING, STAGES, Answer, Closeness, EventKind, Exit, Stage
from ii_tui.errors import IiError, Nothing
from ii_tui.paths import Paths
from ii_tui.services import (
    coming_in,
    editing,
    exporting,
    found,
    going_quiet,
    history,
    importing,
    interviews,
    introducing,
    people,
    planning,
    scheduling,
    settling,
    today,
    touches,
)
from ii_tui.services.desk import Desk
from ii_tui.services.touches import Touch
from ii_tui.store import search
from ii_tui.store.rows import add_row, change_row
from ii_tui.store.tables import Promise
from tests.conftest import Hands
from tests.services.standing import documents, forgotten, recomputed, shown, stored

KINDS = (
    None, "linkedin_note", "linkedin_message", "reconnect", "intro_request", "meeting_request",
    "follow_up", "confirmation", "thank_you_email", "thank_you_card", "check_in", "share",
    "decline", "reschedule", "thank_introducer", "invite_text", "outcome",
)  # fmt: skip

OWN = {"custom", "outcome"}
WAYS = ("asked", "agreed", "declined", "introduced")
CONFIGS = (
    "",
    '[me]\nzone = "Pacific/Kiritimati"\n',
    '[me]\nzone = "America/Chicago"\n[calendar]\ncountry = "US-CA"\n',
    '[calendar]\ncountry = "DE-BY"\ndays_off = ["2026-12-21..2027-01-05"]\n',
    '[calendar]\nweekend = ["fri", "sat"]\n[pipeline]\nfollow_up_after = 3\n',
)

picks = st.integers(0, 5)


def decisions(desk: Desk) -> dict[str, tuple[str, str | None]]:
    """What the person decided, by the uid of the task."""
    rows = desk.store.db.rows(
        "SELECT uid, state, until FROM task WHERE state <> 'open' AND kind <> 'outcome'"
    )
    return {uid: (state, until) for uid, state, until in rows}


def everything(desk: Desk) -> list[object]:
    """All that a change may touch, and what follows; no revisions, for those only rise."""
    tables = ("contact", "company", "contact_tag", "employment", "interview", "event", "meeting",
              "message", "note", "promise", "introduction")  # fmt: skip
    db, rows = desk.store.db, []
    for table in tables:
        columns = [row[1] for row in db.rows(f"PRAGMA table_info({table})") if row[1] != "rev"]
        rows.append(db.rows(f"SELECT {', '.join(columns)} FROM {table} ORDER BY id"))
    return [*rows, stored(desk), decisions(desk), documents(desk)]


def promised(desk: Desk, who: int, mine: bool, due: date | None) -> None:
    """A promise, as an import brings one."""
    page = people.page(desk, who)
    with desk.act("Promised") as act:
        where = page.interview.id if page.interview else None
        add_row(act.db, Promise, contact=who, interview=where, mine=int(mine), text="The report",
                due=None if due is None else due.isoformat())  # fmt: skip
        if where is not None:
            act.touch_interview(where)


def kept(desk: Desk, who: int) -> None:
    """Every promise to them is kept."""
    with desk.act("Kept") as act:
        for (row,) in act.db.rows("SELECT id FROM promise WHERE contact_id = ?", who):
            change_row(act.db, Promise, row, done=instant_text(act.now))
        act.touch_contact(who)


class Life(RuleBasedStateMachine):
    """Acts in any order, undone and redone; time passes. What is stored must be what is owed."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="ii-life-"))
        self.hands = Hands(datetime(2026, 11, 20, 9, tzinfo=UTC))
        self.desk = self.open("ii.db")
        self.people = [
            people.quick_add(self.desk, line)[0]
            for line in (
                "Ada Lovelace @ Acme <ada@example.org>",
                "Bob Byron @ Acme",
                "Cid Campeador",
            )
        ]

    def open(self, name: str) -> Desk:
        paths = Paths(self.folder / name, self.folder / "config.toml", self.folder / "state")
        return Desk.open(paths, Clock(source=self.hands), throwaway=True)

    def teardown(self) -> None:
        self.desk.close()
        shutil.rmtree(self.folder)

    def who(self, pick: int) -> int:
        return self.people[pick % len(self.people)]

    def tried(self, act: object, *args: object, **more: object) -> None:
        """An act that may be refused in words, and then changes nothing."""
        before, decided = stored(self.desk), decisions(self.desk)
        try:
            act(self.desk, *args, **more)  # type: ignore[operator]  # one of the services
        except IiError:
            assert stored(self.desk) == before
        if act not in {
            history.undo_last,
            history.redo_last,
            settling.done,
            settling.skip,
            settling.snooze,
            going_quiet.settle,
        }:
            # What was decided about a task stays with it, whatever else happens.
            assert decided.items() <= decisions(self.desk).items()

    @rule(hours=st.integers(1, 24 * 20))
    def time_passes(self, hours: int) -> None:
        self.hands.forward(hours=hours)

    @rule(pick=picks)
    def start(self, pick: int) -> None:
        self.tried(interviews.start, self.who(pick))

    @rule(pick=picks, stage=st.sampled_from(STAGES))
    def move(self, pick: int, stage: Stage) -> None:
        self.tried(interviews.move, self.who(pick), stage)

    @rule(pick=picks, by=st.sampled_from((-1, 1)))
    def step(self, pick: int, by: int) -> None:
        self.tried(interviews.step_person, self.who(pick), by)

    @rule(pick=picks, exit_=st.sampled_from(CLOSING), days=st.integers(1, 60))
    def close(self, pick: int, exit_: Exit, days: int) -> None:
        until = self.desk.today() + timedelta(days=days) if exit_ is Exit.PARKED else None
        self.tried(interviews.close, self.who(pick), exit_, "a reason", until)

    @rule(pick=picks)
    def revive(self, pick: int) -> None:
        self.tried(interviews.revive_person, self.who(pick))

    @rule(
        pick=picks,
        kind=st.sampled_from(KINDS),
        ago=st.integers(0, 200),
        move=st.booleans(),
    )
    def sent(self, pick: int, kind: str | None, ago: int, move: bool) -> None:
        at = self.hands.at - timedelta(hours=ago)
        touch = Touch(EventKind.SENT, kind, "email")
        self.tried(touches.log, self.who(pick), touch, at=at, move=move)

    @rule(
        pick=picks,
        event=st.sampled_from(
            (EventKind.MET, EventKind.POSTED, EventKind.CALL, EventKind.CONFIRMED)
        ),
        ago=st.integers(0, 100),
    )
    def fact(self, pick: int, event: EventKind, ago: int) -> None:
        at = self.hands.at - timedelta(hours=ago)
        self.tried(touches.log, self.who(pick), Touch(event), at=at)

    @rule(
        pick=picks,
        answer=st.none() | st.sampled_from(tuple(Answer)),
        days=st.integers(1, 30),
        ago=st.integers(0, 200),
    )
    def came_in(self, pick: int, answer: Answer | None, days: int, ago: int) -> None:
        person, until = self.who(pick), self.desk.today() + timedelta(days=days)
        at = self.hands.at - timedelta(hours=ago)
        match answer:
            case None:
                self.tried(coming_in.wrote, person, at=at)
            case Answer.YES:
                self.tried(coming_in.yes, person, at=at)
            case Answer.LATER:
                self.tried(coming_in.later, person, until, park=ago % 2 == 0, at=at)
            case Answer.NO:
                self.tried(coming_in.no, person, at=at)
            case Answer.OOO:
                self.tried(coming_in.out_of_office, person, until, at=at)
            case Answer.REFER:
                other = people.parse_quick(f"Dan{days} Dante @ Nova")
                self.tried(coming_in.referred, person, other, close=days % 2 == 0)

    @rule(pick=picks, days=st.integers(1, 20), hour=st.integers(8, 18))
    def meet(self, pick: int, days: int, hour: int) -> None:
        day = self.desk.today() + timedelta(days=days)
        page = people.page(self.desk, self.who(pick))
        preview = scheduling.preview(self.desk, page, f"{day} {hour}:00 coffee Cafe treat")
        self.tried(scheduling.meet, page.id, preview.plan)

    @rule(pick=picks, line=st.sampled_from(("fri 9 video Tokyo", "in 5 days 14:00 call Chicago")))
    def call_abroad(self, pick: int, line: str) -> None:
        page = people.page(self.desk, self.who(pick))
        self.tried(
            lambda desk: scheduling.meet(desk, page.id, scheduling.preview(desk, page, line).plan)
        )

    @rule(pick=picks)
    def cancel(self, pick: int) -> None:
        self.tried(scheduling.cancel, self.who(pick))

    @rule(pick=picks)
    def invite(self, pick: int) -> None:
        for meeting in people.page(self.desk, self.who(pick)).meetings[:1]:
            self.tried(scheduling.invite_handed_over, meeting.id)

    @rule(
        pick=picks,
        values=st.sampled_from(
            (
                {"email": "new@example.org"}, {"email": ""}, {"address": "1 High Street"},
                {"address": ""}, {"first": "Newly"}, {"greeting": "Doc"}, {"cadence_days": "30"},
                {"introduced_by": "Bob Byron"}, {"introduced_by": ""}, {"company": "Other"},
                {"country": "US"}, {"country": "DE-BY"}, {"country": ""}, {"zone": "Tokyo"},
            )
        ),
    )  # fmt: skip
    def edit(self, pick: int, values: dict[str, str]) -> None:
        page = people.page(self.desk, self.who(pick))
        self.tried(editing.edit, page.id, page.rev, values)

    @rule(pick=picks, closeness=st.none() | st.sampled_from(tuple(Closeness)))
    def closeness(self, pick: int, closeness: Closeness | None) -> None:
        self.tried(editing.set_closeness, self.who(pick), closeness)

    @rule(pick=picks, on=st.booleans(), which=st.booleans())
    def rest(self, pick: int, on: bool, which: bool) -> None:
        self.tried(editing.archive if which else editing.set_do_not_contact, self.who(pick), on)

    @rule(pick=picks)
    def both(self, pick: int) -> None:
        self.tried(interviews.swap_thanks, self.who(pick))

    @rule(pick=picks, mine=st.booleans(), due=st.none() | st.integers(-5, 30))
    def promise(self, pick: int, mine: bool, due: int | None) -> None:
        self.tried(
            promised,
            self.who(pick),
            mine,
            None if due is None else self.desk.today() + timedelta(days=due),
        )

    @rule(pick=picks)
    def keep_promises(self, pick: int) -> None:
        self.tried(kept, self.who(pick))

    @rule(pick=picks, by=picks, state=st.sampled_from(WAYS), ago=st.integers(0, 200))
    def introduction(self, pick: int, by: int, state: str, ago: int) -> None:
        person, introducer = self.who(pick), self.who(by)
        at = self.hands.at - timedelta(hours=ago)
        if state == "asked":
            touch = Touch(EventKind.SENT, "intro_request", "email")
            self.tried(introducing.asked, introducer, person, touch, at=at)
        else:
            self.tried(introducing.came, introducer, person, state, at=at)

    @rule(days=st.integers(0, 9), close=st.booleans())
    def the_job_is_found(self, days: int, close: bool) -> None:
        open_ones = {card.interview_id: Exit.LAPSED for card in found.still_open(self.desk)}
        day = self.desk.today() + timedelta(days=days)
        self.tried(found.found, "Nova", day, close=open_ones if close else None)

    @rule(keep=st.booleans())
    def look_through_what_went_quiet(self, keep: bool) -> None:
        quiet = {row.task.id: row.exit for row in going_quiet.proposals(self.desk)}
        kept = set(list(quiet)[1:]) if keep else set()
        shut = {task: exit_ for task, exit_ in quiet.items() if task not in kept}
        self.tried(going_quiet.settle, shut, kept)

    @rule(pick=picks)
    def remind(self, pick: int) -> None:
        self.tried(settling.remind, self.who(pick), "in 2 days", "Call the office")

    @rule(words=st.sampled_from(CONFIGS))
    def settings_change(self, words: str) -> None:
        decided = decisions(self.desk)
        self.desk.paths.config.write_text(words)
        assert self.desk.reload_settings() == ()
        planning.refresh(self.desk)
        assert decisions(self.desk) == decided

    @rule()
    def reopen(self) -> None:
        self.desk.close()
        self.desk = self.open("ii.db")

    @rule(pick=picks)
    def brought_from_another_database(self, pick: int) -> None:
        """What was exported there is merged in here."""
        other = self.open("other.db")
        try:
            person = people.quick_add(other, "Ada Lovelace @ Acme <ada@example.org>")[0]
            at = self.hands.at - timedelta(hours=pick)
            touches.log(other, person, Touch(EventKind.SENT, KINDS[pick], "email"), at=at)
            data = exporting.export(other, "json").data
        finally:
            other.close()
        self.tried(importing.import_data, data, name="other.json", kind="json")

    @rule(pick=picks, how=st.sampled_from(("done", "skip", "snooze")))
    def settle(self, pick: int, how: str) -> None:
        tasks = today.open_tasks(self.desk)
        if not tasks:
            return
        task = tasks[pick % len(tasks)]
        if how == "snooze":
            self.tried(settling.snooze, task.id, "in 3 days")
        else:
            self.tried(settling.done if how == "done" else settling.skip, task.id)

    @rule(times=st.integers(1, 5))
    def undo(self, times: int) -> None:
        for _ in range(times):
            self.tried(history.undo_last)

    @precondition(lambda self: any(change.undone for change in history.changes(self.desk)))
    @rule(times=st.integers(1, 5))
    def redo(self, times: int) -> None:
        for _ in range(times):
            self.tried(history.redo_last)

    @rule(pick=picks)
    def undo_and_redo_change_nothing(self, pick: int) -> None:
        before = self.desk.store.db.rows("SELECT * FROM task ORDER BY id"), documents(self.desk)
        done = 0
        for _ in range(pick):
            try:
                history.undo_last(self.desk)
            except Nothing:
                break
            done += 1
        for _ in range(done):
            history.redo_last(self.desk)
        after = self.desk.store.db.rows("SELECT * FROM task ORDER BY id"), documents(self.desk)
        assert after == before

    @rule()
    def everything_undone_leaves_nothing_and_comes_back(self) -> None:
        before = everything(self.desk)
        undone = 0
        while True:
            try:
                history.undo_last(self.desk)
            except Nothing:
                break
            undone += 1
        for table in ("contact", "company", "interview", "event", "meeting", "message", "task",
                      "promise", "introduction", "note"):  # fmt: skip
            assert self.desk.store.db.value(f"SELECT count(*) FROM {table}") == 0, table
        for _ in range(undone):
            history.redo_last(self.desk)
        assert everything(self.desk) == before

    @invariant()
    def what_is_stored_is_what_is_owed(self) -> None:
        known = {row[0] for row in self.desk.store.db.rows("SELECT id FROM contact")}
        self.people = [one for one in self.people if one in known] or [
            people.quick_add(self.desk, "Ada Lovelace @ Acme <ada@example.org>")[0]
        ]
        assert stored(self.desk) == recomputed(self.desk)
        assert forgotten(self.desk) == []
        listed = today.open_tasks(self.desk)
        left_alone = {
            row[0]
            for row in self.desk.store.db.rows(
                "SELECT id FROM contact WHERE do_not_contact = 1 OR archived IS NOT NULL"
            )
        }
        # A reminder of one's own about somebody not to be contacted is no message to them.
        assert not any(task.person_id in left_alone for task in listed if task.kind != "custom")
        assert {
            (task.interview_id, task.kind, cause)
            for task in listed
            if task.kind not in OWN
            for (cause,) in self.desk.store.db.rows("SELECT cause FROM task WHERE id = ?", task.id)
        } == shown(self.desk, self.hands.at)
        assert self.desk.store.db.rows("SELECT 1 FROM task WHERE live = 0 AND state = 'open'") == []
        assert self.desk.store.db.rows("PRAGMA foreign_key_check") == []
        open_ones = self.desk.store.db.value(
            "SELECT max(n) FROM (SELECT count(*) AS n FROM interview WHERE exit IS NULL "
            "GROUP BY contact_id)"
        )
        assert (open_ones or 0) <= 1
        planned = self.desk.store.db.value(
            "SELECT count(*) FROM meeting m JOIN interview i ON i.id = m.interview_id "
            "WHERE m.state = 'planned' AND i.exit IS NOT NULL AND i.exit <> 'continued'"
        )
        assert planned == 0

    @invariant()
    def what_can_be_found_is_what_is_there(self) -> None:
        before = documents(self.desk)
        search.index_all(self.desk.store.db)
        assert documents(self.desk) == before


class TestShort(Life.TestCase):
    """A sample of what the long form walks through."""

    settings = settings(max_examples=10, stateful_step_count=20, derandomize=True)


@pytest.mark.long
@pytest.mark.timeout(1800)
class TestLong(Life.TestCase):
    """60 lives of 40 acts."""

    settings = settings(max_examples=60, stateful_step_count=40)
