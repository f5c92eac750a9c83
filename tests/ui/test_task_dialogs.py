"""What is asked when something owed is settled: each way through, and what the store holds."""

from __future__ import annotations

import stat
from collections.abc import Callable, Coroutine
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from ii_tui.core.kinds import Kind
from ii_tui.core.models import DraftRow, PersonPage, TaskRow
from ii_tui.core.stages import Answer, EventKind, Exit, Stage
from ii_tui.core.when import parse_meeting
from ii_tui.services import (
    browsing,
    composing,
    editing,
    handing_over,
    history,
    interviews,
    people,
    scheduling,
    settling,
    today,
    touches,
)
from ii_tui.services.desk import Desk
from ii_tui.services.touches import Touch
from ii_tui.ui.app import IiApp
from ii_tui.ui.dialogs import tasks as dialogs
from ii_tui.ui.dialogs.sent import sent_question
from tests.conftest import Hands
from tests.ui.sheets import asked

Flow = Callable[[IiApp, Any], Coroutine[Any, Any, Any]]


async def flow(
    desk: Desk, what: Flow, about: TaskRow | DraftRow, *steps: tuple[str, tuple[str, ...]]
) -> None:
    """Runs a flow; each step waits for its words on the screen and presses its keys."""
    app = IiApp(desk)
    async with app.run_test(size=(80, 30)) as pilot:
        worker = app.run_worker(what(app, about))
        for words, keys in steps:
            await asked(pilot, words)
            await pilot.press(*keys)
        await worker.wait()


@pytest.fixture
def ada(desk: Desk) -> int:
    """Someone at a company, with an address."""
    return people.quick_add(desk, "Ada Lovelace, Analyst @ Babbage <ada@example.org>")[0]


def page(desk: Desk, person: int) -> PersonPage:
    """What the store holds of them."""
    return people.page(desk, person)


def owed(desk: Desk, person: int, kind: str) -> TaskRow:
    """The task of that kind."""
    return next(task for task in page(desk, person).tasks if task.kind == kind)


def kinds(desk: Desk, person: int) -> set[str]:
    """What is owed to them."""
    return {task.kind for task in page(desk, person).tasks}


def meet(desk: Desk, person: int, line: str = "tomorrow 10:00 coffee Corner Cafe") -> int:
    """A meeting; returns its id."""
    plan = parse_meeting(line, desk.local(desk.now()), zone="UTC")
    return scheduling.meet(desk, person, plan)[0]


# Later


@pytest.mark.parametrize(("key", "days"), [("t", 1), ("3", 3), ("m", 6), ("w", 7)])
async def test_later_is_one_key(desk: Desk, ada: int, key: str, days: int) -> None:
    interviews.start(desk, ada)
    task = owed(desk, ada, "reach_out")
    await flow(desk, dialogs.later, task, ("when?", (key,)))
    until_ = settling.task(desk, task.id).until
    assert until_ is not None
    assert (desk.local(until_).date() - desk.today()).days == days


async def test_later_is_typed(desk: Desk, ada: int) -> None:
    interviews.start(desk, ada)
    task = owed(desk, ada, "reach_out")
    await flow(
        desk, dialogs.later, task,
        ("when?", ("o",)),
        ("Put it off", (*"yesterday", "enter")),
        ("x That is not ahead.", ("ctrl+u", *"5 dec", "enter")),
    )  # fmt: skip
    until_ = settling.task(desk, task.id).until
    assert until_ is not None
    assert f"{until_:%m-%d}" == "12-05"


# The invite


async def test_the_invite_is_written_as_a_private_file_and_told_as_sent(
    desk: Desk, ada: int, isolated: Path
) -> None:
    meeting = meet(desk, ada)
    await flow(
        desk, dialogs.send_invite, owed(desk, ada, "send_invite"),
        ("To ada@example.org.", ("f",)),
        ("A folder will do", ("enter",)),
        ("The file is written", ("s",)),
    )  # fmt: skip
    path = isolated / "coffee-ada-lovelace-2026-11-25.ics"
    assert b"Ada Lovelace" in path.read_bytes()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    found = scheduling.one(desk, meeting)
    assert found.invite_sequence == found.sequence
    assert "send_invite" not in kinds(desk, ada)


async def test_an_address_that_the_invite_needs_is_asked_there(desk: Desk, ada: int) -> None:
    people_page = page(desk, ada)
    editing.edit(desk, ada, people_page.rev, {"email": ""})
    meet(desk, ada)
    await flow(
        desk, dialogs.send_invite, owed(desk, ada, "send_invite"),
        ("No e-mail of theirs is known yet.", ("e",)),
        ("e-mail address?", (*"nobody", "enter")),
        ("is not an e-mail", ("ctrl+u", *"ada", "at", *"acme", "full_stop", *"org", "enter")),
        ("To ada@acme.org.", ("s",)),
    )  # fmt: skip
    assert page(desk, ada).email == "ada@acme.org"
    assert "send_invite" not in kinds(desk, ada)


async def test_a_file_that_is_there_stays_unless_one_says_so(
    desk: Desk, ada: int, isolated: Path
) -> None:
    meet(desk, ada)
    path = isolated / "coffee-ada-lovelace-2026-11-25.ics"
    path.write_text("mine")
    task = owed(desk, ada, "send_invite")
    await flow(
        desk, dialogs.send_invite, task,
        ("To ada@example.org.", ("f",)),
        ("A folder will do", ("enter",)),
        ("That file is there already", ("enter",)),
    )  # fmt: skip
    assert path.read_text() == "mine", "enter pressed once too often does nothing"
    await flow(
        desk, dialogs.send_invite, task,
        ("To ada@example.org.", ("f",)),
        ("A folder will do", ("enter",)),
        ("That file is there already", ("y",)),
        ("The file is written", ("l",)),
    )  # fmt: skip
    assert b"BEGIN:VCALENDAR" in path.read_bytes()
    assert "send_invite" in kinds(desk, ada), "later leaves it owed"


async def test_over_ssh_the_line_that_fetches_the_file_is_shown(
    desk: Desk, ada: int, isolated: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSH_CONNECTION", "192.0.2.1 50000 192.0.2.2 22")
    meet(desk, ada)
    await flow(
        desk, dialogs.send_invite, owed(desk, ada, "send_invite"),
        ("To ada@example.org.", ("f",)),
        ("A folder will do", ("enter",)),
        ("192.0.2.2:", ("escape",)),
    )  # fmt: skip


# Did it happen, and the debrief


async def test_they_met_and_the_debrief_is_one_change(desk: Desk, hands: Hands, ada: int) -> None:
    meet(desk, ada, "in 2 hours")
    hands.forward(hours=26)
    company = page(desk, ada).company_id
    assert company is not None
    await flow(
        desk, dialogs.did_it_happen, owed(desk, ada, "did_it_happen"),
        ("Yes, we met", ("y",)),
        ("What did you hear?", (*"Everyone", "enter", *"helps", "tab", *"Ask Grace", "ctrl+s")),
        ("Do you want Babbage more", ("m",)),
    )  # fmt: skip
    after = page(desk, ada)
    assert after.interview is not None
    assert after.interview.stage is Stage.HELD
    assert after.meetings[0].state == "held"
    met = next(row for row in after.timeline if row.kind == "met")
    assert desk.now() - met.at > timedelta(hours=20), "it counts from when they met"
    note = next(row for row in after.timeline if row.source == "note")
    assert note.text == "Everyone\nhelps\nSuggested: Ask Grace"
    assert "debrief" not in {task.kind for task in after.tasks}
    assert browsing.company(desk, company).row.motivation == 2
    history.undo_last(desk)
    assert "debrief" in kinds(desk, ada)
    assert browsing.company(desk, company).row.motivation is None
    assert all(row.source != "note" for row in page(desk, ada).timeline)


async def test_stepping_out_of_a_debrief_keeps_what_was_typed(
    desk: Desk, hands: Hands, ada: int
) -> None:
    touches.log(desk, ada, Touch(EventKind.MET))
    await flow(
        desk, dialogs.debrief, owed(desk, ada, "debrief"),
        ("What did you hear?", (*"Half", "escape")),
    )  # fmt: skip
    assert any(row.text == "Half" for row in page(desk, ada).timeline)
    assert "debrief" in kinds(desk, ada)
    before = len(page(desk, ada).timeline)
    await flow(
        desk, dialogs.debrief, owed(desk, ada, "debrief"), ("What did you hear?", ("escape",))
    )
    assert len(page(desk, ada).timeline) == before, "nothing typed, nothing kept"


@pytest.mark.parametrize("answer", ["s", "escape"])
async def test_the_same_leaves_motivation_alone(desk: Desk, ada: int, answer: str) -> None:
    touches.log(desk, ada, Touch(EventKind.MET))
    await flow(
        desk, dialogs.debrief, owed(desk, ada, "debrief"),
        ("What did you hear?", ("ctrl+s",)), ("Do you want Babbage more", (answer,)),
    )  # fmt: skip
    assert "debrief" not in kinds(desk, ada)
    company = page(desk, ada).company_id
    assert company is not None
    assert browsing.company(desk, company).row.motivation is None


async def test_they_did_not_come(desk: Desk, hands: Hands, ada: int) -> None:
    meet(desk, ada, "in 2 hours")
    hands.forward(hours=26)
    task = owed(desk, ada, "did_it_happen")
    await flow(desk, dialogs.did_it_happen, task, ("They did not come", ("n",)))
    after = page(desk, ada)
    assert after.interview is not None
    assert after.interview.exit is Exit.NO_SHOW
    assert after.meetings[0].state == "no_show"
    assert "no_show" in {task.kind for task in after.tasks}


async def test_it_was_cancelled(desk: Desk, hands: Hands, ada: int) -> None:
    meet(desk, ada, "in 2 hours")
    hands.forward(hours=26)
    task = owed(desk, ada, "did_it_happen")
    await flow(desk, dialogs.did_it_happen, task, ("It was cancelled", ("c",)))
    assert page(desk, ada).meetings[0].state == "cancelled"
    assert "schedule" in kinds(desk, ada)


# Answers


async def test_nothing_more_to_answer(desk: Desk, ada: int) -> None:
    touches.log(desk, ada, Touch(EventKind.SENT, "meeting_request", "email"))
    touches.log(desk, ada, Touch(EventKind.RECEIVED, answer=Answer.YES))
    task = owed(desk, ada, "answer")
    await flow(desk, dialogs.answer, task, ("Write back", ("x",)))
    assert settling.task(desk, task.id).state == "done"


# Sent?


def copied(desk: Desk, person: int, kind: Kind = Kind.MEETING_REQUEST) -> DraftRow:
    """A text that was handed over just now."""
    composition = composing.begin(desk, person, kind=kind)
    draft = composing.save_draft(desk, composition, "Half an hour?", "Hi Ada, over coffee?")
    handing_over.handed_over(desk, draft)
    return handing_over.draft(desk, draft)


async def test_sent_when_it_was_copied(desk: Desk, hands: Hands, ada: int) -> None:
    draft = copied(desk, ada)
    at = desk.now()
    hands.forward(hours=30)
    await flow(
        desk, sent_question, draft, ("moves to requested", ("y",)),
    )  # fmt: skip
    after = page(desk, ada)
    assert after.interview is not None
    assert after.interview.stage is Stage.REQUESTED
    assert next(row for row in after.timeline if row.kind == "sent").at == at
    assert today.the_day(desk).handed_over == ()


async def test_sent_and_the_board_stays_as_it_is(desk: Desk, ada: int) -> None:
    interviews.start(desk, ada)
    await flow(desk, sent_question, copied(desk, ada), ("leave the board", ("s",)))
    after = page(desk, ada)
    assert after.interview is not None
    assert after.interview.stage is Stage.IDENTIFIED
    assert any(row.kind == "sent" for row in after.timeline)


async def test_not_yet_asks_again(desk: Desk, ada: int) -> None:
    draft = copied(desk, ada)
    await flow(desk, sent_question, draft, ("Not yet", ("n",)))
    assert today.the_day(desk).handed_over == (draft,)


async def test_a_card_is_posted_on_the_day_that_was_typed(
    desk: Desk, hands: Hands, ada: int
) -> None:
    touches.log(desk, ada, Touch(EventKind.MET))
    hands.forward(days=2)
    draft = copied(desk, ada, Kind.THANK_YOU_CARD)
    await flow(
        desk, sent_question, draft,
        ("Yes, posted today", ("d",)),
        ("Posted when?", (*"tomorrow", "enter")),
        ("x ", ("ctrl+u", *"yesterday", "enter")),
    )  # fmt: skip
    after = page(desk, ada)
    posted = next(row for row in after.timeline if row.kind == "posted")
    assert f"{posted.at:%Y-%m-%d}" == "2026-11-25"
    assert after.interview is not None
    assert after.interview.stage is Stage.THANKED
