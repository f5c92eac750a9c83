"""Undo and redo as a person sees them; and that what is stored is what the rules say."""

from __future__ import annotations

import shutil
import tempfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from ii_tui import config
from ii_tui.clock import Clock
from ii_tui.core.owed import owed
from ii_tui.core.stages import CLOSING, STAGES, Answer, Closeness, EventKind, Exit, Stage
from ii_tui.errors import IiError, Nothing, Usage
from ii_tui.paths import Paths
from ii_tui.services import (
    browsing,
    coming_in,
    editing,
    history,
    interviews,
    people,
    scheduling,
    today,
)
from ii_tui.services.desk import Desk
from ii_tui.services.interviews import Touch
from ii_tui.services.people import Filter, People
from ii_tui.store import facts, search, undo
from ii_tui.store.database import Store
from tests.conftest import Hands


def found(desk: Desk, words: str) -> list[str]:
    return [row.name for row in People(desk, Filter(text=words)).window(0, 50)]


def stored(desk: Desk) -> set[tuple[object, ...]]:
    """The computed tasks that stand, as they are stored."""
    return set(
        desk.store.db.rows(
            "SELECT interview_id, kind, cause, opens, due, title, reason, meeting, message_kind, "
            "moot FROM task WHERE live = 1 AND kind NOT IN ('custom', 'outcome')"
        )
    )


def recomputed(desk: Desk) -> set[tuple[object, ...]]:
    """The same, from nothing but the facts."""
    from ii_tui.core.dates import instant_text

    db = desk.store.db
    ids = [row[0] for row in db.rows("SELECT id FROM interview")]
    found: set[tuple[object, ...]] = set()
    for interview, known in facts.of_interviews(db, ids).items():
        mine, theirs = desk.calendars(known.country, known.zone)
        for one in owed(known.facts, desk.settings.pipeline, mine, theirs, desk.zone):
            found.add(
                (
                    interview, one.kind, one.cause, instant_text(one.opens),
                    None if one.due is None else one.due.isoformat(), one.title, one.reason,
                    one.meeting, one.message_kind,
                    None if one.moot is None else instant_text(one.moot),
                )
            )  # fmt: skip
    return found


def documents(desk: Desk) -> list[list[tuple[object, ...]]]:
    return [
        desk.store.db.rows("SELECT * FROM contact_doc ORDER BY id"),
        desk.store.db.rows("SELECT kind, ref, contact_id, text FROM text_doc ORDER BY kind, ref"),
    ]


def test_undo_and_redo_say_what_they_did(desk: Desk, ada: int) -> None:
    interviews.start(desk, ada)
    assert history.undo_last(desk) == "Undone: Ada Lovelace is on the board."
    assert history.undo_last(desk) == "Undone: Added Ada Lovelace."
    with pytest.raises(Nothing, match="nothing to undo"):
        history.undo_last(desk)
    assert history.redo_last(desk) == "Done again: Added Ada Lovelace."
    assert [(c.name, c.undone) for c in history.changes(desk)] == [
        ("Ada Lovelace is on the board", True),
        ("Added Ada Lovelace", False),
    ]
    history.redo_last(desk)
    with pytest.raises(Nothing, match="nothing to redo"):
        history.redo_last(desk)


def test_what_was_sent_stays_sent_and_undo_says_so(desk: Desk, ada: int) -> None:
    touch = Touch(EventKind.SENT, "meeting_request", "email", text="Half an hour?")
    interviews.log(desk, ada, touch)
    said = history.undo_last(desk)
    assert said.endswith("What was sent stays sent.")
    assert "What was sent" not in history.redo_last(desk)


def test_quick_adding_somebody_known_keeps_what_can_be_redone(desk: Desk, ada: int) -> None:
    interviews.start(desk, ada)
    history.undo_last(desk)
    assert people.quick_add(desk, "A. Lovelace <ada@example.org>") == (ada, False)
    assert history.redo_last(desk) == "Done again: Ada Lovelace is on the board."


def test_what_can_be_found_follows_undo_and_redo(desk: Desk, ada: int) -> None:
    people.add_note(desk, ada, "Knows Babbage")
    editing.edit(desk, ada, people.page(desk, ada).rev, {"tags": "mentor"})
    page = people.page(desk, ada)
    editing.edit(desk, ada, page.rev, {"title": "Countess", "company": "Zenith"})
    company = people.page(desk, ada).company_id
    assert company is not None
    rev = browsing.company(desk, company).row.rev
    browsing.edit_company(desk, company, rev, name="Apex")
    every = ["babbage", "mentor", "countess", "zenith", "apex", "analyst", "acme"]
    seen = [{word: found(desk, word) for word in every}]
    docs = [documents(desk)]
    for _ in range(4):
        history.undo_last(desk)
        seen.append({word: found(desk, word) for word in every})
        docs.append(documents(desk))
        search.index_all(desk.store.db)
        assert documents(desk) == docs[-1]
    her = ["Ada Lovelace"]
    assert seen[0]["apex"] == seen[0]["babbage"] == seen[0]["mentor"] == her
    assert (seen[1]["apex"], seen[1]["zenith"]) == ([], her)
    assert (seen[2]["countess"], seen[2]["analyst"], seen[2]["acme"]) == ([], her, her)
    assert (seen[3]["mentor"], seen[3]["babbage"]) == ([], her)
    assert seen[4]["babbage"] == []
    assert [hit.kind for hit in browsing.find(desk, "babbage")] == []
    for number in range(3, -1, -1):
        history.redo_last(desk)
        assert documents(desk) == docs[number]


def test_the_change_of_another_window_is_asked_for(desk: Desk, other_desk: Desk, ada: int) -> None:
    interviews.start(other_desk, ada)
    with pytest.raises(undo.Foreign, match="another window") as caught:
        history.undo_last(desk, mine_only=True)
    assert caught.value.exit == 2
    assert history.undo_last(desk) == "Undone: Ada Lovelace is on the board."
    assert history.undo_last(desk, mine_only=True) == "Undone: Added Ada Lovelace."


def test_old_changes_are_forgotten(desk: Desk, ada: int) -> None:
    history.tidy(desk)
    assert len(history.changes(desk)) == 1


def test_naming_the_introducer_anew_is_told_where_they_are_named(
    desk: Desk, ada: int, bob: int
) -> None:
    editing.edit(desk, bob, people.page(desk, bob).rev, {"introduced_by": str(ada)})
    interviews.start(desk, bob)
    assert "Ada introduced you" in people.page(desk, bob).tasks[0].reason
    editing.edit(desk, ada, people.page(desk, ada).rev, {"first": "Augusta"})
    assert "Augusta introduced you" in people.page(desk, bob).tasks[0].reason
    assert stored(desk) == recomputed(desk)
    history.undo_last(desk)
    assert "Ada introduced you" in people.page(desk, bob).tasks[0].reason
    assert stored(desk) == recomputed(desk)


KINDS = (
    None, "linkedin_note", "linkedin_message", "reconnect", "intro_request", "meeting_request",
    "follow_up", "confirmation", "thank_you_email", "thank_you_card", "check_in", "share",
    "decline", "reschedule", "thank_introducer", "invite_text",
)  # fmt: skip

picks = st.integers(0, 5)


class Life(RuleBasedStateMachine):
    """Acts in any order, undone and redone; time passes. What is stored must be what is owed."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="ii-life-"))
        self.hands = Hands(datetime(2026, 11, 20, 9, tzinfo=UTC))
        base = self.folder / "state"
        paths = Paths(self.folder / "ii.db", self.folder / "config.toml", base)
        store = Store.open(paths.database, paths.backups(), fast=True)
        loaded = config.Loaded(config.Settings())
        self.desk = Desk(paths, Clock(source=self.hands), store, loaded)
        self.people = [
            people.quick_add(self.desk, line)[0]
            for line in (
                "Ada Lovelace @ Acme <ada@example.org>",
                "Bob Byron @ Acme",
                "Cid Campeador",
            )
        ]
        self.country = 0

    def teardown(self) -> None:
        self.desk.close()
        shutil.rmtree(self.folder)

    def who(self, pick: int) -> int:
        return self.people[pick % len(self.people)]

    def tried(self, act: object, *args: object, **more: object) -> None:
        """An act that may be refused in words, and then changes nothing."""
        before = stored(self.desk)
        try:
            act(self.desk, *args, **more)  # type: ignore[operator]  # one of the services
        except IiError:
            assert stored(self.desk) == before

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
        self.tried(interviews.log, self.who(pick), touch, at=at, move=move)

    @rule(
        pick=picks,
        event=st.sampled_from((EventKind.MET, EventKind.POSTED, EventKind.CALL)),
        ago=st.integers(0, 100),
    )
    def fact(self, pick: int, event: EventKind, ago: int) -> None:
        at = self.hands.at - timedelta(hours=ago)
        self.tried(interviews.log, self.who(pick), Touch(event), at=at)

    @rule(pick=picks, answer=st.sampled_from(tuple(Answer)), days=st.integers(1, 30))
    def came_in(self, pick: int, answer: Answer, days: int) -> None:
        person, until = self.who(pick), self.desk.today() + timedelta(days=days)
        match answer:
            case Answer.YES:
                self.tried(coming_in.yes, person)
            case Answer.LATER:
                self.tried(coming_in.later, person, until)
            case Answer.NO:
                self.tried(coming_in.no, person)
            case Answer.OOO:
                self.tried(coming_in.out_of_office, person, until)
            case Answer.REFER:
                other = people.parse_quick(f"Dan{days} Dante @ Nova")
                self.tried(coming_in.referred, person, other, close=days % 2 == 0)

    @rule(pick=picks, days=st.integers(1, 20), hour=st.integers(8, 18))
    def meet(self, pick: int, days: int, hour: int) -> None:
        day = self.desk.today() + timedelta(days=days)
        page = people.page(self.desk, self.who(pick))
        preview = scheduling.preview(self.desk, page, f"{day} {hour}:00 coffee Cafe treat")
        self.tried(scheduling.meet, page.id, preview.plan)

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

    @rule(pick=picks, on=st.booleans())
    def both(self, pick: int, on: bool) -> None:
        interview = people.page(self.desk, self.who(pick)).interview
        if interview is not None:
            self.tried(interviews.set_both_thanks, interview.id, on)

    @rule(pick=picks, how=st.sampled_from(("done", "skip", "snooze")))
    def settle(self, pick: int, how: str) -> None:
        tasks = today.open_tasks(self.desk)
        if not tasks:
            return
        task = tasks[pick % len(tasks)]
        if how == "snooze":
            self.tried(today.snooze, task.id, "in 3 days")
        else:
            self.tried(today.done if how == "done" else today.skip, task.id)

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

    @invariant()
    def what_is_stored_is_what_is_owed(self) -> None:
        known = {row[0] for row in self.desk.store.db.rows("SELECT id FROM contact")}
        self.people = [one for one in self.people if one in known] or [
            people.quick_add(self.desk, "Ada Lovelace @ Acme <ada@example.org>")[0]
        ]
        assert stored(self.desk) == recomputed(self.desk)
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

    settings = settings(max_examples=12, stateful_step_count=20)


@pytest.mark.long
@pytest.mark.timeout(1800)
class TestLong(Life.TestCase):
    """300 lives of 40 acts."""

    settings = settings(max_examples=300, stateful_step_count=40)


def test_a_day_off_moves_what_is_due_in_both(desk: Desk, ada: int, hands: Hands) -> None:
    """The stored due day comes from the calendar that was read, as the recomputed one does."""
    desk.set_setting("me", "zone", "Europe/Berlin")
    desk.set_setting("calendar", "country", "DE-BE")
    hands.at = datetime(2026, 12, 23, 9, tzinfo=UTC)
    interviews.log(desk, ada, Touch(EventKind.SENT, "meeting_request", "email"))
    # 25 and 26 December and 1 January are holidays: the seventh business day comes later.
    assert {task.kind: task.due for task in people.page(desk, ada).tasks} == {
        "follow_up": date(2027, 1, 5)
    }
    assert stored(desk) == recomputed(desk)


def test_a_refusal_names_no_half_done_thing(desk: Desk, ada: int) -> None:
    with pytest.raises(Usage):
        interviews.close(desk, ada, Exit.CONTINUED)
    assert [change.name for change in history.changes(desk)] == ["Added Ada Lovelace"]
