"""Interviews: moved both ways, closed with a reason, revived; and touches that move by fact."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from ii_tui.core.stages import CLOSING, STAGES, Answer, EventKind, Exit, Stage
from ii_tui.errors import Nothing, Usage
from ii_tui.services import editing, history, interviews, scheduling, touches
from ii_tui.services.desk import Desk
from ii_tui.services.touches import Touch
from tests.conftest import Hands
from tests.services.conftest import Look, Meet


def sent(kind: str | None, channel: str = "email") -> Touch:
    return Touch(EventKind.SENT, kind, channel)


def test_a_person_is_put_on_the_board_once(desk: Desk, look: Look, ada: int) -> None:
    assert interviews.start(desk, ada) == "Ada Lovelace is on the board"
    (card,) = interviews.the_board(desk).cards
    assert (card.name, card.stage, card.company) == ("Ada Lovelace", Stage.IDENTIFIED, "Acme")
    assert card.task is not None
    assert card.task.kind == "reach_out"
    with pytest.raises(Nothing, match="an interview already"):
        interviews.start(desk, ada)


@pytest.mark.parametrize("stage", STAGES)
def test_moving_opens_an_interview_where_there_is_none(
    desk: Desk, look: Look, ada: int, stage: Stage
) -> None:
    assert interviews.move(desk, ada, stage) == f"Moved Ada Lovelace to {stage.label}"
    assert look.at(ada) == stage
    with pytest.raises(Nothing, match="already"):
        interviews.move(desk, ada, stage)


def test_a_card_goes_both_ways_and_every_move_is_kept(
    desk: Desk, look: Look, ada: int, hands: Hands
) -> None:
    interviews.start(desk, ada)
    for stage in STAGES[1:]:
        hands.forward(days=1)
        interviews.step_person(desk, ada, +1)
        assert look.at(ada) == stage
        assert interviews.the_board(desk).cards[0].since == hands.at
    with pytest.raises(Nothing, match="end of the board"):
        interviews.step_person(desk, ada, +1)
    for stage in reversed(STAGES[:-1]):
        interviews.step_person(desk, ada, -1)
        assert look.at(ada) == stage
    with pytest.raises(Nothing, match="beginning"):
        interviews.step_person(desk, ada, -1)
    moves = [line for line in look.story(ada) if line.startswith("moved")]
    assert len(moves) == 2 * (len(STAGES) - 1)


def test_undoing_a_move_brings_back_what_was_owed(desk: Desk, look: Look, ada: int) -> None:
    interviews.start(desk, ada)
    before = look.page(ada).tasks
    interviews.move(desk, ada, Stage.HELD)
    assert set(look.owed(ada)) == {"debrief", "thank_email"}
    history.undo_last(desk)
    assert look.page(ada).tasks == before


@pytest.mark.parametrize("exit_", CLOSING)
def test_every_exit_takes_the_card_off_and_can_be_revived(
    desk: Desk, look: Look, ada: int, exit_: Exit
) -> None:
    interviews.move(desk, ada, Stage.REQUESTED)
    until = date(2026, 12, 10) if exit_ is Exit.PARKED else None
    said = interviews.close(desk, ada, exit_, "too\x1b busy", until)
    assert said.startswith(
        "Ada Lovelace is parked" if until else f"Closed Ada Lovelace: {exit_.label}"
    )
    board = interviews.the_board(desk)
    assert board.cards == ()
    (card,) = board.closed
    assert (card.exit, card.exit_reason, card.parked_until) == (exit_, "too busy", until)
    interviews.revive_person(desk, ada)
    assert look.at(ada) == "requested"
    assert look.story(ada)[-2:] == [f"closed {exit_}", "revived requested"]
    page = look.page(ada)
    assert page.interview is not None
    assert (page.interview.exit_reason, page.interview.parked_until) == ("", None)


def test_parked_needs_a_day(desk: Desk, look: Look, ada: int) -> None:
    interviews.start(desk, ada)
    with pytest.raises(Usage, match="until when"):
        interviews.close(desk, ada, Exit.PARKED)
    assert look.at(ada) == "identified"
    said = interviews.close(desk, ada, Exit.PARKED, until=date(2026, 12, 10))
    assert said == "Ada Lovelace is parked until 10 December"
    assert look.owed(ada) == {"reach_out": date(2026, 12, 10)}


def test_continued_is_not_for_choosing(desk: Desk, ada: int) -> None:
    interviews.start(desk, ada)
    with pytest.raises(Usage, match="not a way to close"):
        interviews.close(desk, ada, Exit.CONTINUED)


def test_without_an_open_interview_only_a_no_can_be_kept(desk: Desk, look: Look, ada: int) -> None:
    with pytest.raises(Nothing, match="no open interview"):
        interviews.close(desk, ada, Exit.DORMANT)
    interviews.close(desk, ada, Exit.DECLINED)
    assert look.at(ada) == "declined"
    assert "reply_decline" in look.owed(ada)


def test_moving_a_closed_one_revives_it(desk: Desk, look: Look, ada: int) -> None:
    interviews.move(desk, ada, Stage.REQUESTED)
    interviews.close(desk, ada, Exit.NO_REPLY)
    interviews.move(desk, ada, Stage.REPLIED)
    assert look.at(ada) == "replied"
    assert len(look.page(ada).interviews) == 1
    assert look.story(ada)[-1] == "revived replied"


def test_at_most_one_is_open(desk: Desk, look: Look, ada: int) -> None:
    interviews.move(desk, ada, Stage.IN_TOUCH)
    interviews.start(desk, ada)
    first, second = reversed(look.page(ada).interviews)
    assert (first.exit, second.exit) == (Exit.CONTINUED, None)
    assert second.stage is Stage.IDENTIFIED
    assert interviews.the_board(desk).closed == ()
    with pytest.raises(Nothing, match="another open interview"):
        interviews.revive(desk, first.id)
    with pytest.raises(Nothing, match="on the board"):
        interviews.revive(desk, second.id)
    # The one that goes on is owed what is owed; the other keeps its history and nothing else.
    assert {task.interview_id for task in look.page(ada).tasks} == {second.id}
    assert set(look.owed(ada)) == {"reach_out"}


@pytest.mark.parametrize(
    ("exit_", "state"),
    [
        (Exit.CANCELLED, "cancelled"),
        (Exit.DECLINED, "cancelled"),
        (Exit.LAPSED, "cancelled"),
        (Exit.NO_SHOW, "no_show"),
    ],
)
def test_closing_takes_the_planned_meeting_along(
    desk: Desk, look: Look, meet: Meet, ada: int, exit_: Exit, state: str
) -> None:
    meet(ada, "thu 10 coffee Corner Cafe")
    interviews.close(desk, ada, exit_)
    assert [meeting.state for meeting in look.page(ada).meetings] == [state]
    assert scheduling.all_meetings(desk).coming == ()
    assert "prepare" not in look.owed(ada)
    history.undo_last(desk)
    assert [meeting.state for meeting in look.page(ada).meetings] == ["planned"]
    assert "prepare" in look.owed(ada)


# Touches


@pytest.mark.parametrize(
    ("start", "kind", "end"),
    [
        (None, "reconnect", "warming"),
        (None, "linkedin_note", "warming"),
        (None, "meeting_request", "requested"),
        (None, "intro_request", "warming"),
        (Stage.IDENTIFIED, "reconnect", "warming"),
        (Stage.WARMING, "meeting_request", "requested"),
        (Stage.REQUESTED, "meeting_request", "requested"),
        (Stage.REPLIED, "reconnect", "replied"),
        (Stage.SCHEDULED, "confirmation", "confirmed"),
        (Stage.REQUESTED, "confirmation", "requested"),
        (Stage.HELD, "thank_you_email", "thanked"),
        (Stage.THANKED, "check_in", "in_touch"),
        (Stage.THANKED, "thank_you_card", "thanked"),
        (Stage.IN_TOUCH, "meeting_request", "in_touch"),
        (Stage.IDENTIFIED, "follow_up", "identified"),
    ],
)
def test_what_is_sent_moves_forward_only(
    desk: Desk, look: Look, ada: int, start: Stage | None, kind: str, end: str
) -> None:
    if start is not None:
        interviews.move(desk, ada, start)
    offered = touches.next_stage(desk, ada, sent(kind))
    said = touches.log(desk, ada, sent(kind))
    assert look.at(ada) == end
    assert (offered is not None) == (end != (start or "identified")) or start is None
    if offered is not None:
        assert offered == end
        assert said.endswith(f", moved to {offered.label}")


def test_a_fact_may_be_kept_without_moving(desk: Desk, look: Look, ada: int) -> None:
    interviews.move(desk, ada, Stage.WARMING)
    said = touches.log(desk, ada, sent("meeting_request"), move=False)
    assert said == "Sent the meeting request to Ada Lovelace"
    assert look.at(ada) == "warming"
    assert look.story(ada)[-1] == "sent meeting_request"


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("answer", [None, *Answer])
def test_what_came_in_never_moves(
    desk: Desk, look: Look, ada: int, stage: Stage, answer: Answer | None
) -> None:
    interviews.move(desk, ada, stage)
    touches.log(desk, ada, Touch(EventKind.RECEIVED, answer=answer, text="hello"))
    touches.log(desk, ada, Touch(EventKind.CONFIRMED))
    assert look.at(ada) == stage


def test_a_message_to_somebody_off_the_board_is_kept_without_opening_one(
    desk: Desk, look: Look, ada: int
) -> None:
    touches.log(desk, ada, sent("share"))
    touches.log(desk, ada, Touch(EventKind.RECEIVED))
    assert look.at(ada) is None
    assert look.story(ada) == ["sent share", "received"]


def test_nothing_is_logged_ahead(desk: Desk, look: Look, ada: int, hands: Hands) -> None:
    with pytest.raises(Usage, match="in the future"):
        touches.log(desk, ada, sent("share"), at=hands.at + timedelta(minutes=1))
    assert look.story(ada) == []


def test_what_is_logged_late_counts_from_its_day(
    desk: Desk, look: Look, ada: int, hands: Hands
) -> None:
    """Sent on Monday 16 November and noted on Tuesday 24: the seventh business day was Wed 25."""
    touches.log(desk, ada, sent("meeting_request"), at=hands.at - timedelta(days=8))
    assert look.owed(ada) == {"follow_up": date(2026, 11, 25)}


def test_text_from_outside_is_cleaned(desk: Desk, look: Look, ada: int) -> None:
    touches.log(desk, ada, Touch(EventKind.RECEIVED, text="yes\x1b]52;c;x\x07!\udcff"))
    assert look.page(ada).timeline[0].text == "yes]52;c;x!"


def test_thanks_for_a_no_are_settled_by_what_is_sent_after(
    desk: Desk, look: Look, ada: int
) -> None:
    interviews.move(desk, ada, Stage.REQUESTED)
    interviews.close(desk, ada, Exit.DECLINED)
    assert "reply_decline" in look.owed(ada)
    touches.log(desk, ada, sent("decline"))
    assert look.at(ada) == "declined"
    assert look.owed(ada) == {}


def test_one_message_after_a_no_show(desk: Desk, look: Look, meet: Meet, ada: int, hands: Hands):
    meet(ada, "thu 10 coffee")
    hands.forward(days=2, hours=2)
    interviews.close(desk, ada, Exit.NO_SHOW)
    assert set(look.owed(ada)) == {"no_show"}
    touches.log(desk, ada, sent("reschedule"))
    assert look.owed(ada) == {}


def test_card_and_mail_are_both_owed_where_both_are_wanted(
    desk: Desk, look: Look, ada: int, hands: Hands
) -> None:
    editing.edit(desk, ada, look.page(ada).rev, {"address": "1 Harbor Street"})
    touches.log(desk, ada, Touch(EventKind.MET))
    assert interviews.swap_thanks(desk, ada) == "Card and e-mail are both owed"
    hands.forward(hours=1)
    touches.log(desk, ada, Touch(EventKind.POSTED))
    assert "thank_email" in look.owed(ada)
    assert interviews.swap_thanks(desk, ada) == "Card or e-mail, one will do"
    assert "thank_email" not in look.owed(ada)
    history.undo_last(desk)
    assert "thank_email" in look.owed(ada)
    interviews.close(desk, ada, Exit.DORMANT)
    with pytest.raises(Nothing, match="not on the board"):
        interviews.swap_thanks(desk, ada)


def test_asking_somebody_parked_again_takes_them_up_again(
    desk: Desk, look: Look, ada: int, hands: Hands
) -> None:
    interviews.move(desk, ada, Stage.REQUESTED)
    interviews.close(desk, ada, Exit.PARKED, until=date(2026, 12, 10))
    hands.forward(days=20)
    assert "ask" in look.owed(ada)
    touches.log(desk, ada, sent("meeting_request"))
    assert look.at(ada) == "requested"
    assert len(look.page(ada).interviews) == 1
    assert set(look.owed(ada)) == {"follow_up"}


def test_asking_somebody_who_declined_begins_anew(desk: Desk, look: Look, ada: int) -> None:
    interviews.move(desk, ada, Stage.REQUESTED)
    interviews.close(desk, ada, Exit.DECLINED)
    assert touches.next_stage(desk, ada, sent("meeting_request")) is Stage.REQUESTED
    touches.log(desk, ada, sent("meeting_request"))
    assert len(look.page(ada).interviews) == 2
    assert look.at(ada) == "requested"


def test_having_met_opens_and_holds(desk: Desk, look: Look, ada: int) -> None:
    assert touches.next_stage(desk, ada, Touch(EventKind.MET)) is Stage.HELD
    assert touches.log(desk, ada, Touch(EventKind.MET)) == "Met Ada Lovelace, moved to met"
    assert look.at(ada) == "held"
    assert set(look.owed(ada)) == {"debrief", "thank_email"}


def test_having_met_marks_the_meeting_that_was_planned(
    desk: Desk, look: Look, meet: Meet, ada: int, hands: Hands
) -> None:
    meet(ada, "thu 10 coffee")
    hands.forward(days=2, hours=3)
    touches.log(desk, ada, Touch(EventKind.MET))
    assert [meeting.state for meeting in look.page(ada).meetings] == ["held"]


@pytest.mark.parametrize("how", ["moved", "posted"])
def test_a_meeting_that_has_begun_took_place_once_the_card_is_past_held(
    desk: Desk, look: Look, meet: Meet, ada: int, hands: Hands, how: str
) -> None:
    meet(ada, "thu 10 coffee")
    hands.forward(days=2, hours=3)
    if how == "moved":
        interviews.move(desk, ada, Stage.HELD)
    else:
        touches.log(desk, ada, Touch(EventKind.POSTED))
    assert [meeting.state for meeting in look.page(ada).meetings] == ["held"]
    # So the next time is a new conversation, and not a move of the one that was.
    assert look.line(ada, "fri 10 lunch").moves is None


def test_meeting_somebody_in_touch_again_is_a_new_interview(
    desk: Desk, look: Look, ada: int
) -> None:
    interviews.move(desk, ada, Stage.IN_TOUCH)
    assert touches.next_stage(desk, ada, Touch(EventKind.MET)) is Stage.HELD
    touches.log(desk, ada, Touch(EventKind.MET))
    assert [one.where for one in look.page(ada).interviews] == ["met", "continued"]
    assert set(look.owed(ada)) == {"debrief", "thank_email"}


def test_the_whole_way_by_facts_alone(
    desk: Desk, look: Look, meet: Meet, ada: int, hands: Hands
) -> None:
    """From the first name to the check-in 56 local days after the card was posted."""
    editing.edit(desk, ada, look.page(ada).rev, {"address": "1 High Street"})
    interviews.start(desk, ada)
    touches.log(desk, ada, sent("reconnect"))
    assert (look.at(ada), set(look.owed(ada))) == ("warming", {"nudge"})
    hands.forward(days=1)
    touches.log(desk, ada, Touch(EventKind.RECEIVED))
    assert set(look.owed(ada)) == {"second_beat"}
    touches.log(desk, ada, sent("meeting_request"))
    assert (look.at(ada), set(look.owed(ada))) == ("requested", {"follow_up"})
    interviews.move(desk, ada, Stage.REPLIED)
    meet(ada, "thu 3 dec 10 coffee Corner Cafe treat")
    assert look.at(ada) == "scheduled"
    assert {"send_invite", "prepare", "confirm", "did_it_happen"} == set(look.owed(ada))
    touches.log(desk, ada, sent("confirmation"))
    assert (look.at(ada), "confirm" in look.owed(ada)) == ("confirmed", False)
    hands.at = hands.at.replace(month=12, day=3, hour=11)
    touches.log(desk, ada, Touch(EventKind.MET))
    assert set(look.owed(ada)) == {"debrief", "thank_card", "thank_email"}
    touches.log(desk, ada, Touch(EventKind.POSTED))
    assert look.at(ada) == "thanked"
    assert look.owed(ada)["check_in"] == date(2026, 12, 3) + timedelta(days=56)
    assert "thank_email" not in look.owed(ada)
