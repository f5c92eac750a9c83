"""What another window did while a sheet was open: nothing that was typed or chosen is lost."""

from __future__ import annotations

from datetime import datetime

import pytest

from ii_tui.core.stages import Closeness, Stage
from ii_tui.services import coming_in, editing, history, interviews, people, scheduling, settling
from ii_tui.services.desk import Desk
from ii_tui.ui.dialogs.debrief import DebriefSheet
from ii_tui.ui.dialogs.editing import PersonForm
from ii_tui.ui.dialogs.meeting import MeetingSheet, meeting
from ii_tui.ui.dialogs.merging import MergeDialog
from ii_tui.ui.dialogs.notes import NoteDialog, note
from ii_tui.ui.dialogs.people import closeness
from ii_tui.ui.dialogs.tasks import debrief, later
from ii_tui.ui.screens.contacts import ContactsScreen
from ii_tui.ui.screens.person import PersonScreen
from tests.ui.people_app import ContactsApp, populate, prose, seen, until
from tests.ui.test_adding import typed


def meets(desk: Desk, person: int, line: str) -> None:
    """Makes or moves the meeting with this person."""
    plan = scheduling.preview(desk, people.page(desk, person), line).plan
    scheduling.meet(desk, person, plan)


async def on(pilot: object, app: ContactsApp, kind: type) -> None:
    await until(pilot, lambda: isinstance(app.screen, kind) and app.focused)  # type: ignore[arg-type]  # a Pilot


@pytest.mark.parametrize("back", [True, False])
async def test_a_note_on_someone_who_was_undone(desk: Desk, other_desk: Desk, back: bool) -> None:
    person, _ = people.quick_add(desk, "Ada Lovelace")
    app = ContactsApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        app.begin(note(app, person))
        await on(pilot, app, NoteDialog)
        await pilot.press(*typed("Ask about the engine"))
        history.undo_last(other_desk)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: seen(app, "Try again") and app.focused)
        if back:
            history.redo_last(other_desk)
            await pilot.press("a")
            await until(pilot, lambda: seen(app, "Noted on Ada Lovelace"))
            (row,) = people.page(desk, person).timeline
            assert row.text == "Ask about the engine"
        else:
            await pilot.press("escape")
            await until(pilot, lambda: "Your text is in" in prose(app))
            (file,) = desk.paths.unsaved.iterdir()
            assert file.read_text() == "Ask about the engine\n"


async def test_the_form_of_someone_who_was_undone(desk: Desk, other_desk: Desk) -> None:
    people.quick_add(desk, "Ada Lovelace")
    app = ContactsApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: seen(app, "Ada Lovelace"))
        await pilot.press("e")
        await on(pilot, app, PersonForm)
        await pilot.press("tab", *typed(", Countess"))
        history.undo_last(other_desk)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "not here any more" in prose(app) and app.focused)
        await pilot.press("k")
        await until(pilot, lambda: seen(app, "your text is here"))
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "Write what I typed to a file" in prose(app) and app.focused)
        await pilot.press("f")
        await on(pilot, app, ContactsScreen)
        (file,) = desk.paths.unsaved.iterdir()
        assert file.read_text() == "Last name: Lovelace, Countess\n"


async def test_the_form_of_someone_who_was_archived(desk: Desk, other_desk: Desk) -> None:
    person, _ = people.quick_add(desk, "Ada Lovelace")
    app = ContactsApp(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: seen(app, "Ada Lovelace"))
        await pilot.press("e")
        await on(pilot, app, PersonForm)
        await pilot.press("tab", *typed(", Countess"))
        editing.archive(other_desk, person)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "They were archived meanwhile, and stay so." in prose(app))
        page = people.page(desk, person)
        assert (page.last, page.archived is not None) == ("Lovelace, Countess", True)


async def test_a_debrief_that_was_done_elsewhere_is_kept_as_a_note(
    desk: Desk, other_desk: Desk
) -> None:
    person, _ = people.quick_add(desk, "Ada Lovelace @ Acme")
    coming_in.met(desk, person)
    task = next(one for one in people.page(desk, person).tasks if one.kind == "debrief")
    app = ContactsApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        app.begin(debrief(app, task))
        await on(pilot, app, DebriefSheet)
        await pilot.press(*typed("Steam"))
        settling.done(other_desk, task.id)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "Do you want Acme more" in prose(app) and app.focused)
        await pilot.press("m")
        await until(pilot, lambda: "the debrief was settled elsewhere" in prose(app))
        assert "Steam" in [row.text for row in people.page(desk, person).timeline]


async def test_a_meeting_moved_in_two_windows(desk: Desk, other_desk: Desk) -> None:
    ids = populate(desk)
    meets(desk, ids["Ada"], "thu 10 coffee Corner Cafe")
    app = ContactsApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        app.begin(meeting(app, ids["Ada"]))
        await on(pilot, app, MeetingSheet)
        await pilot.press(*typed("fri 11"))
        meets(other_desk, ids["Ada"], "thu 10 lunch Long Table")
        await pilot.press("enter")
        # I moved the time, they the place: both stand, and nothing is asked.
        await until(pilot, lambda: "Moved the meeting with Ada Lovelace" in prose(app))
        planned = people.page(desk, ids["Ada"]).planned
        assert planned is not None
        assert (planned.wall, planned.format, planned.place) == (
            datetime(2026, 11, 27, 11), "lunch", "Long Table",
        )  # fmt: skip
        app.begin(meeting(app, ids["Ada"]))
        await on(pilot, app, MeetingSheet)
        await pilot.press(*typed("fri 12"))
        meets(other_desk, ids["Ada"], "fri 15")
        await pilot.press("enter")
        await on(pilot, app, MergeDialog)
        words = prose(app)
        assert "12:00" in words
        assert "15:00" in words
        await pilot.press("escape")
        await on(pilot, app, MeetingSheet)
        await until(pilot, lambda: "fri 12" in prose(app))
        assert "15:00" in prose(app), "what stands now is said"
        await pilot.press("enter")
        await until(pilot, lambda: "Fri 27 Nov 12:00" in prose(app))


async def test_a_meeting_that_was_cancelled_elsewhere(desk: Desk, other_desk: Desk) -> None:
    ids = populate(desk)
    meets(desk, ids["Ada"], "thu 10 coffee Corner Cafe")
    app = ContactsApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        app.begin(meeting(app, ids["Ada"]))
        await on(pilot, app, MeetingSheet)
        await pilot.press(*typed("fri 11"))
        scheduling.cancel(other_desk, ids["Ada"])
        await pilot.press("enter")
        await until(pilot, lambda: "cancelled in another window" in prose(app) and app.focused)
        await pilot.press("y")
        await until(pilot, lambda: "Meeting with Ada Lovelace: Fri 27 Nov 11:00" in prose(app))
        app.begin(meeting(app, ids["Ada"]))
        await on(pilot, app, MeetingSheet)
        meets(other_desk, ids["Ada"], "fri 15")
        await pilot.press("tab", "c")
        await until(pilot, lambda: "Cancel it all the same?" in prose(app) and app.focused)
        await pilot.press("n")
        await on(pilot, app, MeetingSheet)
        planned = people.page(desk, ids["Ada"]).planned
        assert planned is not None
        assert planned.wall.hour == 15


async def test_how_well_and_until_when_said_twice(desk: Desk, other_desk: Desk) -> None:
    ids = populate(desk)
    app = ContactsApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        app.begin(closeness(app, ids["Grace"]))
        await until(pilot, lambda: "How well do you know Grace" in prose(app) and app.focused)
        editing.set_closeness(other_desk, ids["Grace"], Closeness.STRANGER)
        await pilot.press("c")
        await on(pilot, app, MergeDialog)
        assert "before: cannot say" in prose(app)
        await pilot.press("t", "enter")
        await on(pilot, app, ContactsScreen)
        assert people.page(desk, ids["Grace"]).closeness is Closeness.STRANGER

        task = people.page(desk, ids["Nina"]).tasks[0]
        app.begin(later(app, task))
        await until(pilot, lambda: ": when?" in prose(app) and app.focused)
        settling.snooze(other_desk, task.id, "in 2 weeks")
        await pilot.press("t")
        await on(pilot, app, MergeDialog)
        await pilot.press("enter")
        await until(pilot, lambda: "put off until Wed 25 Nov" in prose(app))


async def test_a_card_that_was_moved_elsewhere_is_looked_at_before_it_moves_on(
    desk: Desk, other_desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ii_tui.ui.app.WATCH_S", 3600.0)
    ids = populate(desk)
    app = ContactsApp(desk)

    def stage() -> Stage:
        interview = people.page(desk, ids["Ada"]).interview
        assert interview is not None
        return interview.stage

    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: seen(app, "Ada Lovelace"))
        await pilot.press("/", *typed("ada"), "enter", "o")
        await until(pilot, lambda: isinstance(app.screen, PersonScreen) and app.focused)
        interviews.move(other_desk, ids["Ada"], Stage.REPLIED)
        await pilot.press("L")
        await until(pilot, lambda: "look, then do it again" in prose(app))
        assert stage() is Stage.REPLIED
        assert "replied" in prose(app)
        people.add_note(other_desk, ids["Grace"], "Of somebody else.")
        await pilot.press("L")
        await until(pilot, lambda: stage() is Stage.SCHEDULED)
