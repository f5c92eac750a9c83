"""Something came in: each of the seven answers and what follows from it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from ii_tui.core.quickadd import parse_quick
from ii_tui.core.stages import EventKind, Exit, Stage
from ii_tui.errors import Nothing, Usage
from ii_tui.services import coming_in, editing, history, interviews, people, touches
from ii_tui.services.desk import Desk
from ii_tui.services.touches import Touch
from tests.conftest import Hands
from tests.services.conftest import Look, Meet

REQUEST = Touch(EventKind.SENT, "meeting_request", "email")


@pytest.fixture
def asked(desk: Desk, ada: int, hands: Hands) -> int:
    """Ada, asked for 30 minutes on Monday 16 November; a week has gone by."""
    touches.log(desk, ada, REQUEST, at=hands.at - timedelta(days=8))
    return ada


# Yes


def test_yes_settles_what_waited_and_moves_to_replied(desk: Desk, look: Look, asked: int) -> None:
    assert set(look.owed(asked)) == {"follow_up"}
    assert coming_in.after_yes(desk, asked) is Stage.REPLIED
    assert coming_in.yes(desk, asked, text="Gladly") == "Ada Lovelace said yes, moved to replied"
    assert look.at(asked) == "replied"
    # Their answer is answered within one business day.
    assert look.owed(asked) == {"answer": date(2026, 11, 25)}
    assert look.story(asked)[-2:] == ["received yes", "moved replied"]
    assert history.undo_last(desk).startswith("Undone: Ada Lovelace said yes")
    assert (look.at(asked), set(look.owed(asked))) == ("requested", {"follow_up"})


def test_yes_need_not_move(desk: Desk, look: Look, asked: int) -> None:
    assert coming_in.yes(desk, asked, move=False) == "Ada Lovelace said yes"
    assert look.at(asked) == "requested"
    assert "follow_up" not in look.owed(asked)
    assert "answer" in look.owed(asked)


def test_yes_from_further_on_moves_nothing(desk: Desk, look: Look, asked: int) -> None:
    interviews.move(desk, asked, Stage.SCHEDULED)
    assert coming_in.after_yes(desk, asked) is None
    coming_in.yes(desk, asked)
    assert look.at(asked) == "scheduled"


def test_yes_from_nowhere_opens_an_interview(desk: Desk, look: Look, bob: int) -> None:
    assert coming_in.after_yes(desk, bob) is Stage.REPLIED
    coming_in.yes(desk, bob)
    assert look.at(bob) == "replied"
    assert "answer" in look.owed(bob)


def test_yes_to_a_first_message_stays_warm_and_owes_the_question(
    desk: Desk, look: Look, ada: int, hands: Hands
) -> None:
    touches.log(desk, ada, Touch(EventKind.SENT, "reconnect", "linkedin"))
    hands.forward(days=1)
    assert coming_in.after_yes(desk, ada) is None
    assert coming_in.yes(desk, ada, text="Good to hear from you!") == "Ada Lovelace said yes"
    assert look.at(ada) == "warming"
    assert look.owed(ada) == {"second_beat": date(2026, 11, 26)}


def test_a_late_yes_to_nothing_that_was_written_owes_the_question(
    desk: Desk, look: Look, ada: int, hands: Hands
) -> None:
    interviews.start(desk, ada)
    interviews.close(desk, ada, Exit.DORMANT)
    hands.forward(days=1)
    assert coming_in.after_yes(desk, ada) is Stage.IDENTIFIED
    coming_in.yes(desk, ada)
    assert look.at(ada) == "identified"
    assert set(look.owed(ada)) == {"ask"}


@pytest.mark.parametrize(
    ("stage", "exit_", "back"),
    [
        (Stage.REQUESTED, Exit.NO_REPLY, "replied"),
        (Stage.REQUESTED, Exit.DORMANT, "replied"),
        (Stage.REPLIED, Exit.PARKED, "replied"),
        (Stage.SCHEDULED, Exit.CANCELLED, "scheduled"),
    ],
)
def test_a_late_yes_takes_up_what_was_closed(
    desk: Desk, look: Look, asked: int, stage: Stage, exit_: Exit, back: str
) -> None:
    """No reminder of the closed one may stay, and no second interview begin."""
    if stage is not Stage.REQUESTED:
        interviews.move(desk, asked, stage)
    until = date(2026, 12, 10) if exit_ is Exit.PARKED else None
    interviews.close(desk, asked, exit_, "", until)
    assert coming_in.after_yes(desk, asked) == back
    coming_in.yes(desk, asked)
    assert look.at(asked) == back
    assert len(look.page(asked).interviews) == 1
    assert "ask" not in look.owed(asked)


# Later


def test_later_parks_until_the_day_they_named(desk: Desk, look: Look, asked: int) -> None:
    said = coming_in.later(desk, asked, date(2027, 1, 11), text="After New Year")
    assert said == "Ada Lovelace is parked until 11 January"
    assert look.at(asked) == "parked"
    assert look.owed(asked) == {"ask": date(2027, 1, 11)}
    history.undo_last(desk)
    assert (look.at(asked), set(look.owed(asked))) == ("requested", {"follow_up"})


def test_a_day_that_is_no_business_day_rolls_forward(desk: Desk, look: Look, asked: int) -> None:
    coming_in.later(desk, asked, date(2027, 1, 9))
    assert look.owed(asked) == {"ask": date(2027, 1, 11)}


def test_later_needs_a_day_ahead(desk: Desk, look: Look, asked: int) -> None:
    with pytest.raises(Usage, match="not ahead"):
        coming_in.later(desk, asked, desk.today())
    assert look.at(asked) == "requested"


def test_later_than_a_meeting_that_was_planned_cancels_it(
    desk: Desk, look: Look, meet: Meet, asked: int
) -> None:
    meet(asked, "thu 10 coffee")
    coming_in.later(desk, asked, date(2027, 1, 11))
    assert [meeting.state for meeting in look.page(asked).meetings] == ["cancelled"]


# No


def test_no_closes_and_owes_thanks(desk: Desk, look: Look, meet: Meet, asked: int) -> None:
    meet(asked, "thu 10 coffee")
    assert coming_in.no(desk, asked, text="No time\x07") == "Ada Lovelace said no"
    page = look.page(asked)
    assert page.interview is not None
    assert (page.interview.exit, page.interview.exit_reason) == (Exit.DECLINED, "No time")
    assert [meeting.state for meeting in page.meetings] == ["cancelled"]
    assert look.owed(asked) == {"reply_decline": date(2026, 11, 25)}
    touches.log(desk, asked, Touch(EventKind.SENT, "decline", "email"))
    assert look.owed(asked) == {}


# Ask someone else


def test_a_referral_puts_the_other_on_the_board_with_the_introducer(
    desk: Desk, look: Look, asked: int
) -> None:
    dan, said = coming_in.referred(desk, asked, parse_quick("Dan Dante @ Acme"))
    assert said == "Ada Lovelace sent you to Dan Dante, who is on the board"
    other = look.page(dan)
    assert (other.name, other.introducer_id, look.at(dan)) == ("Dan Dante", asked, "identified")
    assert "Ada told you of them" in other.tasks[0].reason
    # Who named somebody is thanked for it.
    assert look.at(asked) == "declined"
    assert set(look.owed(asked)) == {"reply_decline"}
    assert desk.store.db.rows("SELECT introducer_id, person_id, state FROM introduction") == [
        (asked, dan, "named")
    ]
    history.undo_last(desk)
    assert look.at(asked) == "requested"
    with pytest.raises(Nothing):
        look.page(dan)
    assert people.People(desk).count() == 1


def test_a_referral_may_leave_the_first_one_open(desk: Desk, look: Look, asked: int) -> None:
    coming_in.referred(desk, asked, parse_quick("Dan Dante"), close=False)
    assert look.at(asked) == "requested"
    assert set(look.owed(asked)) == {"answer"}


def test_a_referral_to_somebody_known_adds_nobody(desk: Desk, look: Look, asked: int) -> None:
    dan, _ = people.quick_add(desk, "Dan Dante <dan@example.org>")
    interviews.move(desk, dan, Stage.WARMING)
    found, _ = coming_in.referred(desk, asked, parse_quick("D. Dante <dan@example.org>"))
    assert found == dan
    assert look.page(dan).introducer_id == asked
    assert look.at(dan) == "warming"
    assert people.People(desk).count() == 2


def test_who_came_through_somebody_else_keeps_that_introducer(
    desk: Desk, look: Look, asked: int, bob: int
) -> None:
    dan, _ = people.quick_add(desk, "Dan Dante <dan@example.org>")
    editing.edit(desk, dan, look.page(dan).rev, {"introduced_by": "Bob Byron"})
    _, said = coming_in.referred(desk, asked, parse_quick("D. Dante <dan@example.org>"))
    assert said == "Ada Lovelace sent you to Dan Dante, who is on the board"
    assert look.page(dan).introducer_id == bob


def test_a_referral_to_somebody_archived_brings_them_back(
    desk: Desk, look: Look, asked: int
) -> None:
    dan, _ = people.quick_add(desk, "Dan Dante <dan@example.org>")
    editing.archive(desk, dan)
    coming_in.referred(desk, asked, parse_quick("Dan <dan@example.org>"))
    assert look.page(dan).archived is None
    assert "Dan Dante" in {card.name for card in interviews.the_board(desk).cards}
    history.undo_last(desk)
    assert look.page(dan).archived is not None


def test_nobody_refers_to_themselves(desk: Desk, look: Look, asked: int) -> None:
    with pytest.raises(Usage, match="same person"):
        coming_in.referred(desk, asked, parse_quick("Ada <ada@example.org>"))
    assert look.at(asked) == "requested"


# Out of office


def test_out_of_office_stops_the_clock_until_they_are_back(
    desk: Desk, look: Look, asked: int
) -> None:
    said = coming_in.out_of_office(desk, asked, date(2026, 12, 1))
    assert said == "Ada Lovelace is out of office until 1 December"
    assert look.at(asked) == "requested"
    assert look.owed(asked) == {"follow_up": date(2026, 12, 10)}
    coming_in.out_of_office(desk, asked)
    assert look.owed(asked) == {"follow_up": date(2026, 12, 10)}


def test_who_comes_back_comes_back_later_than_they_wrote(
    desk: Desk, look: Look, asked: int, hands: Hands
) -> None:
    """The day is held against when it came in, not against today."""
    day = desk.today() - timedelta(days=1)
    with pytest.raises(Usage, match="not ahead"):
        coming_in.out_of_office(desk, asked, day)
    coming_in.out_of_office(desk, asked, day, at=hands.at - timedelta(days=5))
    assert look.story(asked)[-1] == "received ooo"


# A call


def test_a_call_settles_what_waited_and_never_moves(desk: Desk, look: Look, asked: int) -> None:
    assert coming_in.call(desk, asked, text="Rang back") == "A call with Ada Lovelace"
    assert look.at(asked) == "requested"
    assert "follow_up" not in look.owed(asked)


def test_a_call_with_somebody_thanked_is_the_first_later_touch(
    desk: Desk, look: Look, ada: int
) -> None:
    interviews.move(desk, ada, Stage.THANKED)
    assert coming_in.call(desk, ada) == "A call with Ada Lovelace, moved to in touch"
    assert look.at(ada) == "in_touch"
    assert look.owed(ada) == {"check_in": desk.today() + timedelta(days=120)}


# We met


def test_having_met_owes_the_debrief_and_the_thanks(
    desk: Desk, look: Look, meet: Meet, asked: int, hands: Hands
) -> None:
    meet(asked, "thu 10 coffee")
    hands.forward(days=2, hours=3)
    assert touches.next_stage(desk, asked, Touch(EventKind.MET)) is Stage.HELD
    assert coming_in.met(desk, asked) == "Met Ada Lovelace, moved to met"
    # Within 24 hours of the end of the meeting.
    assert look.owed(asked) == {"debrief": date(2026, 11, 26), "thank_email": date(2026, 11, 27)}
    assert [meeting.state for meeting in look.page(asked).meetings] == ["held"]


def test_having_met_need_not_move(desk: Desk, look: Look, asked: int) -> None:
    assert coming_in.met(desk, asked, move=False) == "Met Ada Lovelace"
    assert look.at(asked) == "requested"


# And the rest


def test_what_is_none_of_these_is_kept_and_answered(desk: Desk, look: Look, asked: int) -> None:
    assert coming_in.wrote(desk, asked, text="Who are you?") == "Ada Lovelace wrote"
    assert (look.at(asked), set(look.owed(asked))) == ("requested", {"answer"})


def test_their_confirmation_is_recorded_apart_from_the_stage(
    desk: Desk, look: Look, meet: Meet, asked: int
) -> None:
    meet(asked, "thu 10 coffee")
    assert coming_in.confirmed(desk, asked) == "Ada Lovelace confirmed"
    assert look.at(asked) == "scheduled"
    assert "confirm" not in look.owed(asked)


@pytest.mark.parametrize(
    "come", [coming_in.yes, coming_in.no, coming_in.wrote, coming_in.call, coming_in.met]
)
def test_it_may_have_come_in_earlier_but_not_ahead(
    desk: Desk, look: Look, asked: int, hands: Hands, come: object
) -> None:
    before = look.story(asked)
    with pytest.raises(Usage, match="future"):
        come(desk, asked, at=hands.at + timedelta(hours=1))  # type: ignore[operator]
    assert look.story(asked) == before
    come(desk, asked, at=hands.at - timedelta(hours=20))  # type: ignore[operator]
    assert hands.at - timedelta(hours=20) in {row.at for row in look.page(asked).timeline}
