"""Do not contact: nothing is handed over by any way, nothing is owed, why is kept, and undone."""

from __future__ import annotations

from pathlib import Path

import pytest

from ii_tui.core.checks import blocks
from ii_tui.core.kinds import Channel, Kind
from ii_tui.core.stages import EventKind, Stage
from ii_tui.errors import Usage
from ii_tui.services import (
    calendar_files,
    composing,
    editing,
    handing_over,
    history,
    interviews,
    people,
    today,
    touches,
)
from ii_tui.services.desk import Desk
from ii_tui.services.touches import Touch
from tests.services.conftest import Look, Meet


def draft_to(desk: Desk, person: int, kind: Kind = Kind.RECONNECT) -> int:
    begun = composing.begin(desk, person, kind=kind)
    return composing.save_draft(desk, begun, "", "Hi Ada, how are you?")


def codes(found: composing.Composition, text: str) -> list[str]:
    return [one.code for one in blocks(composing.findings(found, "", text))]


def test_why_is_kept_and_told(desk: Desk, ada: int) -> None:
    editing.set_do_not_contact(desk, ada, True, "  she asked me\nnot to write ")
    page = people.page(desk, ada)
    assert page.blocked_why == "she asked me not to write"
    editing.set_do_not_contact(desk, ada, False)
    editing.set_do_not_contact(desk, ada, True)
    assert people.page(desk, ada).blocked_why == "", "the reason of another time is none"


def test_undo_takes_the_mark_and_the_reason_back(desk: Desk, ada: int, look: Look) -> None:
    interviews.start(desk, ada)
    editing.set_do_not_contact(desk, ada, True, "asked")
    assert not look.owed(ada)
    history.undo_last(desk)
    page = people.page(desk, ada)
    assert (page.do_not_contact, page.blocked_why) == (False, "")
    assert look.owed(ada)
    history.redo_last(desk)
    assert people.page(desk, ada).blocked_why == "asked"
    assert not look.owed(ada)


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_is_blocked_and_nothing_overrides_it(desk: Desk, ada: int, kind: Kind) -> None:
    editing.set_do_not_contact(desk, ada, True)
    begun = composing.begin(desk, ada, kind=kind)
    assert "do_not_contact" in codes(begun, "Hi Ada, how are you?")
    overridden = composing.replace(begun, overrides={"do_not_contact": "I know better"})
    assert "do_not_contact" in codes(overridden, "Hi Ada, how are you?")


def test_a_draft_that_was_open_before_is_not_handed_over(desk: Desk, ada: int) -> None:
    draft = draft_to(desk, ada)
    handing_over.refuse_blocked(desk, draft)
    editing.set_do_not_contact(desk, ada, True)
    for way in (handing_over.refuse_blocked, handing_over.handed_over):
        with pytest.raises(Usage, match="Ada Lovelace is marked as do not contact"):
            way(desk, draft)
    assert handing_over.draft(desk, draft).copied is None
    history.undo_last(desk)
    handing_over.handed_over(desk, draft)


def test_no_introduction_leads_to_them(desk: Desk, ada: int, bob: int) -> None:
    editing.edit(desk, ada, people.page(desk, ada).rev, {"introduced_by": str(bob)})
    interviews.start(desk, ada)
    editing.set_do_not_contact(desk, ada, True)
    for kind, stopped in (
        (Kind.INTRO_REQUEST, True), (Kind.INTRO_BLURB, True), (Kind.THANK_INTRODUCER, False),
    ):  # fmt: skip
        context = composing.begin(desk, bob, kind=kind).context
        page = people.page(desk, bob)
        with desk.reading() as db:
            about = composing.check_context(desk, db, page, kind, Channel.EMAIL, ada)
        begun = composing.replace(composing.begin(desk, bob, kind=kind), context=about)
        assert context.target_do_not_contact is False
        assert ("do_not_contact" in codes(begun, "Hi Bob,\n\nabout Ada Lovelace.")) is stopped


def test_nothing_that_would_go_to_a_blocked_introducer_is_owed(
    desk: Desk, ada: int, bob: int, look: Look
) -> None:
    editing.edit(desk, ada, people.page(desk, ada).rev, {"introduced_by": str(bob)})
    interviews.move(desk, ada, Stage.HELD)
    assert "thank_introducer" in look.owed(ada)
    editing.set_do_not_contact(desk, bob, True)
    assert "thank_introducer" not in look.owed(ada)
    assert "thank_email" in look.owed(ada), "she herself is thanked all the same"
    editing.set_do_not_contact(desk, bob, False)
    assert "thank_introducer" in look.owed(ada)


def test_no_invite_is_written(desk: Desk, ada: int, meet: Meet, tmp_path: Path) -> None:
    meet(ada, "tomorrow 10:00 coffee @ Corner Cafe")
    planned = people.page(desk, ada).planned
    assert planned is not None
    editing.set_do_not_contact(desk, ada, True)
    with pytest.raises(Usage, match="do not contact"):
        calendar_files.write_meeting(desk, planned.id, tmp_path / "a.ics")
    assert not (tmp_path / "a.ics").exists()


def test_facts_can_still_be_noted(desk: Desk, ada: int) -> None:
    """What happened happened: they may write, and what went out before may be logged."""
    editing.set_do_not_contact(desk, ada, True)
    touches.log(desk, ada, Touch(EventKind.SENT, "meeting_request"))
    touches.log(desk, ada, Touch(EventKind.RECEIVED))
    assert [task for task in today.open_tasks(desk) if task.person_id == ada] == []


def test_the_board_shows_it(desk: Desk, ada: int) -> None:
    interviews.start(desk, ada)
    editing.set_do_not_contact(desk, ada, True)
    (card,) = interviews.the_board(desk).cards
    assert card.do_not_contact
    assert card.task is None
