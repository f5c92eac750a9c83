"""Conversations that went quiet: proposed, looked through at once, closed or kept, taken back."""

from __future__ import annotations

import pytest

from ii_tui.core.stages import Answer, EventKind, Exit, Stage
from ii_tui.errors import Nothing
from ii_tui.services import going_quiet, history, interviews, people, today, touches
from ii_tui.services.desk import Desk
from ii_tui.services.going_quiet import KEEP_DAYS
from ii_tui.services.touches import Touch
from tests.conftest import Hands


def touch(desk: Desk, who: int, kind: str, what: str | None = None, **more: object) -> None:
    touches.log(desk, who, Touch(EventKind(kind), what, **more))  # type: ignore[arg-type]  # its fields


@pytest.fixture
def quiet(desk: Desk, hands: Hands) -> dict[str, int]:
    """Ada was asked and reminded, Bob wrote once and no more, Cleo said no and was thanked."""
    ids = {name: people.quick_add(desk, f"{name} Quiet @ Acme{name}")[0] for name in
           ("Ada", "Bob", "Cleo", "Dora")}  # fmt: skip
    touch(desk, ids["Ada"], "sent", "meeting_request")
    touch(desk, ids["Bob"], "sent", "meeting_request")
    touch(desk, ids["Bob"], "received", answer=Answer.YES)
    interviews.move(desk, ids["Bob"], Stage.REPLIED)
    hands.forward(days=12)
    touch(desk, ids["Ada"], "sent", "follow_up")
    touch(desk, ids["Bob"], "sent", "meeting_request")
    hands.forward(days=12)
    touch(desk, ids["Bob"], "sent", "meeting_request")
    touch(desk, ids["Cleo"], "sent", "meeting_request")
    touch(desk, ids["Cleo"], "received", answer=Answer.NO)
    touch(desk, ids["Cleo"], "sent", "decline")
    touch(desk, ids["Dora"], "sent", "meeting_request")
    hands.forward(days=25)
    return ids


def listed(desk: Desk) -> dict[str, tuple[str, int]]:
    return {row.task.first: (row.exit.value, row.days) for row in going_quiet.proposals(desk)}


def proposal(desk: Desk, name: str) -> int:
    return next(row.task.id for row in going_quiet.proposals(desk) if row.task.first == name)


def offers(desk: Desk) -> list[str]:
    return [offer.title for offer in today.the_day(desk).offers]


def where(desk: Desk, person: int) -> str:
    found = people.page(desk, person).interview
    assert found is not None
    return found.where


def test_one_line_stands_for_all(desk: Desk, quiet: dict[str, int]) -> None:
    assert listed(desk) == {"Ada": ("no_reply", 37), "Bob": ("dormant", 25),
                            "Cleo": ("declined", 25)}  # fmt: skip
    assert offers(desk) == ["3 conversations went quiet: look through them"]
    assert not [task for task in today.the_day(desk).undated if task.kind == "close"]
    assert today.open_count(desk) == 1, "Dora's follow-up; a proposal presses nobody"


def test_time_and_looking_close_nothing(desk: Desk, quiet: dict[str, int], hands: Hands) -> None:
    hands.forward(days=400)
    assert listed(desk).keys() >= {"Ada", "Bob", "Cleo"}
    assert [where(desk, quiet[name]) for name in ("Ada", "Bob", "Cleo")] == [
        "requested", "replied", "requested",
    ]  # fmt: skip


def test_a_batch_is_closed_and_kept_and_taken_back(
    desk: Desk, quiet: dict[str, int], hands: Hands
) -> None:
    ada, bob, cleo = (proposal(desk, name) for name in ("Ada", "Bob", "Cleo"))
    words = going_quiet.settle(desk, {ada: Exit.NO_REPLY, cleo: Exit.DECLINED}, [bob])
    assert words == f"Closed 2 conversations, kept Bob Quiet for {KEEP_DAYS} days"
    assert (where(desk, quiet["Ada"]), where(desk, quiet["Cleo"])) == ("no reply", "declined")
    page = people.page(desk, quiet["Ada"])
    assert page.interview is not None
    assert page.interview.exit_reason == "no word for 37 days"
    assert page.tasks == () == people.page(desk, quiet["Cleo"]).tasks
    assert offers(desk) == []

    assert history.undo_last(desk) == f"Undone: {words}."
    assert listed(desk).keys() == {"Ada", "Bob", "Cleo"}
    assert history.redo_last(desk) == f"Done again: {words}."
    assert listed(desk) == {}

    hands.forward(days=KEEP_DAYS - 1)
    assert "Bob" not in listed(desk)
    hands.forward(days=1)
    assert "Bob" in listed(desk), "kept for a while, and proposed again"


def test_an_answer_takes_the_proposal_away(desk: Desk, quiet: dict[str, int]) -> None:
    ada = proposal(desk, "Ada")
    touch(desk, quiet["Ada"], "received", answer=Answer.YES)
    assert "Ada" not in listed(desk)
    with pytest.raises(Nothing):
        going_quiet.settle(desk, {ada: Exit.NO_REPLY}, [])
    assert where(desk, quiet["Ada"]) == "requested"


def test_what_was_closed_elsewhere_is_left_alone(desk: Desk, quiet: dict[str, int]) -> None:
    ada, bob = proposal(desk, "Ada"), proposal(desk, "Bob")
    interviews.close(desk, quiet["Ada"], Exit.LAPSED, "left the company")
    assert going_quiet.settle(desk, {ada: Exit.NO_REPLY, bob: Exit.DORMANT}, []) == (
        "Closed Bob Quiet"
    )
    assert where(desk, quiet["Ada"]) == "lapsed"
