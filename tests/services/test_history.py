"""Undo and redo as a person sees them; and that what is stored is what the rules say."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from ii_tui.core.kinds import Kind
from ii_tui.core.stages import EventKind, Exit
from ii_tui.errors import Nothing, Usage
from ii_tui.services import (
    browsing,
    composing,
    editing,
    handing_over,
    history,
    interviews,
    people,
    touches,
)
from ii_tui.services.desk import Desk
from ii_tui.services.people import Filter, People
from ii_tui.services.touches import Touch
from ii_tui.store import search, undo
from tests.conftest import Hands
from tests.services.standing import documents, recomputed, stored


def found(desk: Desk, words: str) -> list[str]:
    return [row.name for row in People(desk, Filter(text=words)).window(0, 50)]


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
    touches.log(desk, ada, touch)
    said = history.undo_last(desk)
    assert said.endswith("What was sent stays sent.")
    assert "What was sent" not in history.redo_last(desk)


def test_quick_adding_somebody_known_keeps_what_can_be_redone(desk: Desk, ada: int) -> None:
    interviews.start(desk, ada)
    history.undo_last(desk)
    assert people.quick_add(desk, "A. Lovelace <ada@example.org>") == (ada, False)
    assert history.redo_last(desk) == "Done again: Ada Lovelace is on the board."


def test_a_draft_is_still_about_whom_it_was_after_undo_and_redo(desk: Desk, ada: int) -> None:
    grace = people.quick_add(desk, "Grace Hopper @ Navy")[0]
    composition = composing.begin(desk, ada, kind=Kind.INTRO_REQUEST, target_id=grace)
    kept = composing.save_draft(desk, composition, "A favor", "Hi Ada, Grace Hopper?")

    def about() -> int | None:
        return handing_over.draft(desk, kept).target_id

    for _ in range(2):
        history.undo_last(desk)
        assert about() is None
        history.redo_last(desk)
        assert about() == grace
    interviews.start(desk, grace)
    hello = composing.begin(desk, grace, kind=Kind.MEETING_REQUEST)
    mine = composing.save_draft(desk, hello, "", "Hello Grace")
    assert handing_over.draft(desk, mine).interview_id is not None
    history.undo_last(desk)
    assert handing_over.draft(desk, mine).interview_id is None
    history.undo_last(desk)
    history.redo_last(desk)
    history.redo_last(desk)
    assert handing_over.draft(desk, mine).interview_id is not None
    assert handing_over.draft(desk, mine).body == "Hello Grace"
    assert about() == grace


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
    assert "Ada told you of them" in people.page(desk, bob).tasks[0].reason
    editing.edit(desk, ada, people.page(desk, ada).rev, {"first": "Augusta"})
    assert "Augusta told you of them" in people.page(desk, bob).tasks[0].reason
    assert stored(desk) == recomputed(desk)
    history.undo_last(desk)
    assert "Ada told you of them" in people.page(desk, bob).tasks[0].reason
    assert stored(desk) == recomputed(desk)


def test_a_day_off_moves_what_is_due_in_both(desk: Desk, ada: int, hands: Hands) -> None:
    """The stored due day comes from the calendar that was read, as the recomputed one does."""
    desk.set_setting("me", "zone", "Europe/Berlin")
    desk.set_setting("calendar", "country", "DE-BE")
    hands.at = datetime(2026, 12, 23, 9, tzinfo=UTC)
    touches.log(desk, ada, Touch(EventKind.SENT, "meeting_request", "email"))
    # 25 and 26 December and 1 January are holidays: the seventh business day comes later.
    assert {task.kind: task.due for task in people.page(desk, ada).tasks} == {
        "follow_up": date(2027, 1, 5)
    }
    assert stored(desk) == recomputed(desk)


def test_a_refusal_names_no_half_done_thing(desk: Desk, ada: int) -> None:
    with pytest.raises(Usage):
        interviews.close(desk, ada, Exit.CONTINUED)
    assert [change.name for change in history.changes(desk)] == ["Added Ada Lovelace"]
