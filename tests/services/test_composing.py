"""What the composer begins with: the fitting kind, the right person; and what sending settles."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from ii_tui.clock import Clock
from ii_tui.core.choosing import Fit
from ii_tui.core.kinds import Channel, Kind
from ii_tui.core.stages import Closeness, EventKind
from ii_tui.errors import Nothing
from ii_tui.paths import Paths
from ii_tui.services import (
    coming_in,
    composing,
    editing,
    exporting,
    handing_over,
    history,
    importing,
    interviews,
    introducing,
    people,
    touches,
)
from ii_tui.services.desk import Desk
from ii_tui.services.touches import Touch
from ii_tui.store.rows import change_row
from ii_tui.store.tables import Contact
from tests.conftest import Hands
from tests.services.conftest import Look

# Which kind


@pytest.mark.parametrize(
    ("closeness", "connected", "kind", "channel"),
    [
        (None, True, Kind.RECONNECT, Channel.LINKEDIN),
        (Closeness.ACQUAINTANCE, True, Kind.RECONNECT, Channel.LINKEDIN),
        (Closeness.CLOSE, True, Kind.MEETING_REQUEST, Channel.EMAIL),
        (Closeness.STRANGER, True, Kind.LINKEDIN_MESSAGE, Channel.LINKEDIN),
        (Closeness.STRANGER, False, Kind.LINKEDIN_NOTE, Channel.LINKEDIN_INVITATION),
    ],
)
def test_the_first_message_is_the_same_from_everywhere(
    desk: Desk,
    look: Look,
    ada: int,
    closeness: Closeness | None,
    connected: bool,
    kind: Kind,
    channel: Channel,
) -> None:
    """From Contacts, where nothing is owed yet, and from the task on Today."""
    editing.set_closeness(desk, ada, closeness)
    with desk.act("Connected") as act:
        change_row(act.db, Contact, ada, connected_on="2024-05-01" if connected else None)
        act.touch_contact(ada)
    fit = composing.choose(look.page(ada), desk.now())
    assert fit == (Fit(kind), channel)
    interviews.start(desk, ada)
    (task,) = look.page(ada).tasks
    assert composing.choose(look.page(ada), desk.now(), task) == fit


def test_connecting_changes_what_is_owed(desk: Desk, look: Look, ada: int) -> None:
    editing.set_closeness(desk, ada, Closeness.STRANGER)
    interviews.start(desk, ada)
    assert look.page(ada).tasks[0].message_kind == "linkedin_note"
    file = (
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
        "Ada,Lovelace,https://www.linkedin.com/in/ada,ada@example.org,Acme,Analyst,20 Nov 2026\n"
    )
    importing.import_data(desk, file.encode(), kind="linkedin")
    assert look.page(ada).tasks[0].message_kind == "linkedin_message"
    history.undo_last(desk)
    assert look.page(ada).tasks[0].message_kind == "linkedin_note"


# Why


def test_the_letter_after_an_introduction_says_who_introduced_us(
    desk: Desk, ada: int, bob: int
) -> None:
    introducing.asked(desk, bob, ada, Touch(EventKind.SENT, "intro_request"))
    assert composing.begin(desk, ada, kind=Kind.SHARE).why == "Nothing has gone to them yet."
    introducing.came(desk, bob, ada, "introduced")
    begun = composing.begin(desk, ada)
    assert begun.kind is Kind.MEETING_REQUEST
    assert begun.why == "Bob introduced you on Tuesday 24 November."


# Thanks to who introduced somebody


@pytest.fixture
def met(desk: Desk, ada: int, bob: int, hands: Hands) -> int:
    """Ada, whom Bob introduced, was met an hour ago."""
    page = people.page(desk, ada)
    editing.edit(desk, ada, page.rev, {"introduced_by": "Bob Byron"})
    coming_in.met(desk, ada, at=hands.at - timedelta(hours=1))
    return ada


def thank(desk: Desk, look: Look, person: int) -> int:
    """The draft of the thanks to whoever introduced this person."""
    task = next(one for one in look.page(person).tasks if one.kind == "thank_introducer")
    composition = composing.begin(desk, person, task=task)
    return composing.save_draft(desk, composition, "Thank you", "Hi Bob, I met Ada Lovelace today.")


def test_thanks_for_an_introduction_go_to_who_made_it(
    desk: Desk, look: Look, met: int, bob: int
) -> None:
    task = next(one for one in look.page(met).tasks if one.kind == "thank_introducer")
    composition = composing.begin(desk, met, task=task)
    assert composition.page.id == bob
    assert composition.body.startswith("Hi Bob,")
    assert "Ada Lovelace" in composition.body
    composition = composing.with_names(composition, composing.network_names(desk))
    found = composing.findings(composition, "", "Hi Bob,\n\nI met Ada Lovelace today. Thanks!")
    assert {one.code for one in found if one.level == "block"} == set()
    wrong = composing.findings(composition, "", "Hi Ada,\n\nThank you for the introduction.")
    assert any(one.level == "block" for one in wrong)


def test_sending_them_settles_the_task_and_moves_nobody(
    desk: Desk, look: Look, met: int, bob: int
) -> None:
    before = look.at(met)
    said = handing_over.sent(desk, thank(desk, look, met))
    assert said == "Thanked Bob Byron for bringing you to Ada Lovelace"
    assert "thank_introducer" not in look.owed(met)
    assert look.at(met) == before
    # Bob has the text on his timeline, and no interview comes of it; Ada's says that it went.
    (row,) = look.page(bob).timeline
    assert (row.message_kind, row.body[:6]) == ("thank_introducer", "Hi Bob")
    assert look.page(bob).interviews == ()
    assert look.page(met).timeline[0].message_kind == "thank_introducer"
    history.undo_last(desk)
    assert "thank_introducer" in look.owed(met)
    assert look.page(bob).timeline == ()


def test_what_went_to_the_introducer_is_no_message_to_them(
    desk: Desk, look: Look, met: int
) -> None:
    handing_over.sent(desk, thank(desk, look, met))
    context = composing.begin(desk, met, kind=Kind.CHECK_IN).context
    assert context.first_message
    assert not [touch for touch in context.recent if not touch.received]


def test_each_introduction_is_thanked_for_with_its_own_text(
    desk: Desk, look: Look, met: int, bob: int, hands: Hands
) -> None:
    first = thank(desk, look, met)
    other, _ = people.quick_add(desk, "Grace Hopper")
    editing.edit(desk, other, people.page(desk, other).rev, {"introduced_by": str(bob)})
    coming_in.met(desk, other, at=hands.at)
    task = next(one for one in look.page(other).tasks if one.kind == "thank_introducer")
    composition = composing.begin(desk, other, task=task)
    assert composition.draft is None
    assert "Grace Hopper" in composition.body
    again = composing.begin(desk, bob, draft_id=first)
    assert again.target_id == met


def test_without_a_known_introducer_it_says_what_to_do(desk: Desk, look: Look, met: int) -> None:
    task = next(one for one in look.page(met).tasks if one.kind == "thank_introducer")
    editing.edit(desk, met, look.page(met).rev, {"introduced_by": ""})
    with pytest.raises(Nothing, match="not written down"):
        composing.begin(desk, met, task=task)


def test_they_come_back_from_an_export(
    desk: Desk, look: Look, met: int, hands: Hands, tmp_path: Path
) -> None:
    handing_over.sent(desk, thank(desk, look, met))
    data = exporting.export(desk).data
    paths = Paths(tmp_path / "new.db", tmp_path / "config.toml", tmp_path / "state")
    new = Desk.open(paths, Clock(source=hands), throwaway=True)
    try:
        assert importing.import_data(new, data, kind="json").rejected == ()
        assert exporting.export(new).data == data
        assert "thank_introducer" not in Look(new).owed(people.resolve(new, "Ada Lovelace"))
    finally:
        new.close()


# Messages told of


def test_a_message_that_was_logged_belongs_to_its_interview(
    desk: Desk, look: Look, ada: int
) -> None:
    touches.log(desk, ada, Touch(EventKind.SENT, "reconnect", "linkedin", text="Hi Ada!"))
    assert desk.store.db.rows("SELECT interview_id FROM message") == [
        (look.page(ada).interviews[0].id,)
    ]
