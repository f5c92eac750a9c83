"""Today: what is open, soon, put off, settled; and whose turn it is."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from ii_tui.core.stages import EventKind, Stage
from ii_tui.errors import Nothing, Usage
from ii_tui.services import (
    coming_in,
    editing,
    history,
    interviews,
    people,
    settling,
    today,
    touches,
)
from ii_tui.services.desk import Desk
from ii_tui.services.touches import Touch
from tests.conftest import Hands
from tests.services.conftest import Look, Meet

REQUEST = Touch(EventKind.SENT, "meeting_request", "email")


def kinds(desk: Desk) -> list[str]:
    return [task.kind for task in today.open_tasks(desk)]


def soon(desk: Desk) -> list[str]:
    return [task.kind for task in today.the_day(desk).soon]


def test_an_empty_day_knows_that_there_is_nobody(desk: Desk) -> None:
    day = today.the_day(desk)
    assert (day.now, day.soon, day.handed_over, day.anybody) == ((), (), (), False)
    assert today.open_count(desk) == 0


def test_tasks_open_by_time_alone(desk: Desk, ada: int, hands: Hands) -> None:
    touches.log(desk, ada, REQUEST)
    assert today.the_day(desk).anybody
    assert (kinds(desk), soon(desk)) == ([], [])
    hands.at = datetime(2026, 11, 27, 12, tzinfo=UTC)
    assert (kinds(desk), soon(desk)) == ([], ["follow_up"])
    hands.at = datetime(2026, 12, 2, 23, 59, tzinfo=UTC)
    assert kinds(desk) == []
    hands.at = datetime(2026, 12, 3, tzinfo=UTC)
    assert (kinds(desk), today.open_count(desk)) == (["follow_up"], 1)


def test_the_day_turns_in_my_zone(desk: Desk, ada: int, hands: Hands) -> None:
    desk.set_setting("me", "zone", "Pacific/Auckland")
    touches.log(desk, ada, REQUEST)
    hands.at = datetime(2026, 12, 2, 10, 59, tzinfo=UTC)
    assert kinds(desk) == []
    hands.at = datetime(2026, 12, 2, 11, tzinfo=UTC)
    assert kinds(desk) == ["follow_up"]


def test_what_is_due_first_comes_first_and_what_has_no_day_last(
    desk: Desk, meet: Meet, ada: int, bob: int, hands: Hands
) -> None:
    interviews.start(desk, bob)
    meet(ada, "thu 10 coffee")
    # Due the same day, what opened first; the confirmation opens tomorrow.
    assert kinds(desk) == ["prepare", "send_invite", "reach_out"]
    hands.forward(days=1)
    assert kinds(desk) == ["prepare", "send_invite", "confirm", "reach_out"]


def test_what_makes_no_sense_any_more_goes_by_itself(
    desk: Desk, meet: Meet, ada: int, hands: Hands
) -> None:
    """Once they meet there is nothing to invite to, prepare or confirm."""
    meet(ada, "thu 10 coffee")
    hands.forward(days=2, hours=1, minutes=31)
    assert kinds(desk) == ["did_it_happen"]


def test_done_and_skip_settle_and_can_be_taken_back(desk: Desk, look: Look, ada: int) -> None:
    interviews.start(desk, ada)
    (task,) = today.open_tasks(desk)
    assert settling.done(desk, task.id) == "Write the first message, Ada Lovelace: done"
    assert kinds(desk) == []
    with pytest.raises(Nothing, match="settled already"):
        settling.done(desk, task.id)
    with pytest.raises(Nothing, match="settled already"):
        settling.snooze(desk, task.id, "tomorrow")
    history.undo_last(desk)
    assert today.open_tasks(desk) == [task]
    assert settling.skip(desk, task.id) == "Write the first message, Ada Lovelace: skipped"
    assert kinds(desk) == []
    # What was decided stays decided when the rules look again.
    editing.edit(desk, ada, people.page(desk, ada).rev, {"tags": "x"})
    assert kinds(desk) == []
    assert settling.task(desk, task.id).state == "skipped"


def test_what_was_decided_once_does_not_count_for_the_next_time(
    desk: Desk, look: Look, ada: int, hands: Hands
) -> None:
    interviews.start(desk, ada)
    settling.skip(desk, today.open_tasks(desk)[0].id)
    touches.log(desk, ada, REQUEST)
    hands.forward(days=20)
    assert kinds(desk) == ["follow_up"]


def test_later_puts_off_and_the_time_brings_it_back(desk: Desk, ada: int, hands: Hands) -> None:
    interviews.start(desk, ada)
    (task,) = today.open_tasks(desk)
    said = settling.snooze(desk, task.id, "friday")
    assert said == "Write the first message, Ada Lovelace: put off until Fri 27 Nov"
    assert (kinds(desk), soon(desk)) == ([], ["reach_out"])
    hands.at = datetime(2026, 11, 27, 8, 59, tzinfo=UTC)
    assert kinds(desk) == []
    hands.at = datetime(2026, 11, 27, 9, tzinfo=UTC)
    assert kinds(desk) == ["reach_out"]
    history.undo_last(desk)
    assert kinds(desk) == ["reach_out"]
    assert settling.task(desk, task.id).state == "open"


@pytest.mark.parametrize("when", ["2026-11-24 08:00", "now", "2020-01-01"])
def test_later_means_ahead(desk: Desk, ada: int, when: str) -> None:
    interviews.start(desk, ada)
    (task,) = today.open_tasks(desk)
    with pytest.raises(Usage):
        settling.snooze(desk, task.id, when)
    assert today.open_tasks(desk) == [task]


def test_what_they_did_wins_over_what_was_put_off(
    desk: Desk, look: Look, ada: int, hands: Hands
) -> None:
    touches.log(desk, ada, REQUEST)
    hands.forward(days=20)
    (task,) = today.open_tasks(desk)
    settling.snooze(desk, task.id, "in 3 days")
    coming_in.yes(desk, ada)
    hands.forward(days=10)
    assert kinds(desk) == ["answer"]
    history.undo_last(desk)
    assert kinds(desk) == ["follow_up"]


def test_a_reminder_of_ones_own_is_left_alone_by_the_rules(
    desk: Desk, look: Look, ada: int, hands: Hands
) -> None:
    interviews.start(desk, ada)
    said = settling.remind(desk, ada, "tomorrow 9am", "Send the\x1b article")
    assert said == "Reminder for Ada Lovelace: Send the article"
    touches.log(desk, ada, REQUEST)
    hands.forward(days=1)
    assert kinds(desk) == ["custom"]
    interviews.move(desk, ada, Stage.HELD)
    assert "custom" in kinds(desk)
    with pytest.raises(Usage, match="Remind you of what"):
        settling.remind(desk, ada, "tomorrow", " ")
    with pytest.raises(Nothing):
        settling.remind(desk, 99, "tomorrow", "x")


def test_a_task_is_named_by_number_or_the_beginning_of_its_uid(desk: Desk, ada: int) -> None:
    interviews.start(desk, ada)
    (task,) = today.open_tasks(desk)
    for words in (str(task.id), f" {task.id} ", task.uid, task.uid[:8]):
        assert settling.find_task(desk, words) == task.id
    for words in ("", "99", "²", "9" * 40, "zzzz", "*", task.uid[:3] + "*", "\udcff"):
        with pytest.raises(Nothing):
            settling.find_task(desk, words)
    with pytest.raises(Nothing):
        settling.task(desk, 99)
    with pytest.raises(Nothing):
        settling.done(desk, 99)
    with pytest.raises(Nothing):
        settling.snooze(desk, 99, "tomorrow")


def test_whose_turn_it_is(desk: Desk, ada: int, bob: int, hands: Hands) -> None:
    assert today.waiting_on_them(desk) == []
    touches.log(desk, ada, REQUEST)
    hands.forward(days=1)
    touches.log(desk, bob, Touch(EventKind.SENT, "reconnect", "linkedin"))
    rows = today.waiting_on_them(desk)
    assert [row.person for row in rows] == ["Ada Lovelace", "Bob Byron"]
    assert rows[0].since == hands.at - timedelta(days=1)
    assert rows[0].until == datetime(2026, 12, 3, tzinfo=UTC)
    assert "request" in rows[0].what
    coming_in.wrote(desk, bob)
    assert [row.person for row in today.waiting_on_them(desk)] == ["Ada Lovelace"]
    # From the day it opens it is mine, and stands among what is open instead.
    hands.at = datetime(2026, 12, 3, tzinfo=UTC)
    assert today.waiting_on_them(desk) == []
    assert "follow_up" in kinds(desk)


def test_who_is_archived_waits_for_nothing(desk: Desk, ada: int) -> None:
    touches.log(desk, ada, REQUEST)
    editing.archive(desk, ada)
    assert today.waiting_on_them(desk) == []
