"""Meetings: read from a line with their meaning, made, moved, cancelled, kept apart."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from ii_tui.core.stages import EventKind, Exit, Stage
from ii_tui.core.zones import Gap, Repeated
from ii_tui.errors import Nothing, Usage
from ii_tui.services import (
    calendar_files,
    coming_in,
    editing,
    history,
    interviews,
    scheduling,
    touches,
)
from ii_tui.services.desk import Desk
from ii_tui.services.touches import Touch
from ii_tui.store.rows import change_row
from ii_tui.store.tables import Contact
from tests.conftest import Hands
from tests.services.conftest import Look, Meet


def test_one_line_makes_a_meeting(desk: Desk, look: Look, meet: Meet, ada: int) -> None:
    preview = look.line(ada, "thu 10 coffee Corner Cafe treat")
    assert preview.moves is None
    assert preview.lines[:2] == (
        "Thursday 26 November 2026, 10:00 to 10:30 UTC",
        "Coffee at Corner Cafe, 30 minutes, your treat",
    )
    assert look.page(ada).meetings == ()
    said = meet(ada, "thu 10 coffee Corner Cafe treat")
    assert said == "Meeting with Ada Lovelace: Thu 26 Nov 10:00, moved to scheduled"
    (meeting,) = look.page(ada).meetings
    assert (meeting.format, meeting.place, meeting.treat, meeting.minutes) == (
        "coffee", "Corner Cafe", True, 30,
    )  # fmt: skip
    assert (meeting.wall, meeting.zone, meeting.state) == (
        datetime(2026, 11, 26, 10), "UTC", "planned",
    )  # fmt: skip
    assert look.at(ada) == "scheduled"
    assert look.owed(ada) == {
        "send_invite": date(2026, 11, 24),
        "prepare": date(2026, 11, 24),
        "confirm": date(2026, 11, 25),
        "did_it_happen": date(2026, 11, 26),
    }
    history.undo_last(desk)
    assert (look.at(ada), look.page(ada).meetings) == (None, ())


@pytest.mark.parametrize("format", ["office", "video", "call"])
def test_there_is_nothing_to_treat_to_there(look: Look, ada: int, format: str) -> None:
    preview = look.line(ada, f"thu 10 {format} treat")
    assert not preview.plan.treat
    assert "Nothing to treat to there, so the offer is left out." in preview.lines


def test_moving_plans_everything_anew(desk: Desk, look: Look, meet: Meet, ada: int) -> None:
    meet(ada, "thu 10 45m coffee Corner Cafe treat")
    before = look.page(ada).meetings[0]
    scheduling.invite_handed_over(desk, before.id)
    assert "send_invite" not in look.owed(ada)
    preview = look.line(ada, "wed 2 dec 15:00")
    assert preview.moves == look.page(ada).meetings[0]
    assert preview.lines[0] == "Moves the meeting of Thu 26 Nov 10:00."
    said = meet(ada, "wed 2 dec 15:00")
    assert said == "Moved the meeting with Ada Lovelace: Wed 2 Dec 15:00"
    (after,) = look.page(ada).meetings
    assert (after.id, after.uid) == (before.id, before.uid)
    # What the line does not name stays.
    assert (after.place, after.treat, after.format, after.minutes) == (
        "Corner Cafe", True, "coffee", 45,
    )  # fmt: skip
    # Calendars take the higher number for the newer, and the invite that went out is old.
    assert after.sequence > before.sequence
    assert look.owed(ada) == {
        "send_invite": date(2026, 11, 24),
        "prepare": date(2026, 11, 30),
        "confirm": date(2026, 12, 1),
        "did_it_happen": date(2026, 12, 2),
    }
    assert look.story(ada)[-1] == "meeting_moved"


def test_another_format_brings_its_own_place_and_no_treat(look: Look, meet: Meet, ada: int) -> None:
    meet(ada, "thu 10 coffee Corner Cafe treat")
    meet(ada, "thu 11 office")
    (meeting,) = look.page(ada).meetings
    assert (meeting.format, meeting.place, meeting.treat) == ("office", "", False)


def test_what_was_confirmed_was_the_old_time(desk: Desk, look: Look, meet: Meet, ada: int) -> None:
    meet(ada, "thu 10 coffee")
    touches.log(desk, ada, Touch(EventKind.SENT, "confirmation", "email"))
    assert look.at(ada) == "confirmed"
    meet(ada, "thu 10 lunch Bistro")
    assert look.at(ada) == "confirmed"
    meet(ada, "fri 10")
    assert look.at(ada) == "scheduled"
    assert "confirm" in look.owed(ada)


def test_a_new_time_after_a_cancelled_one_is_not_confirmed_yet(
    desk: Desk, look: Look, meet: Meet, ada: int
) -> None:
    meet(ada, "thu 10 coffee")
    touches.log(desk, ada, Touch(EventKind.SENT, "confirmation", "email"))
    scheduling.cancel(desk, ada)
    meet(ada, "fri 10 coffee")
    assert look.at(ada) == "scheduled"
    assert "confirm" in look.owed(ada)


def test_cancelling_owes_a_new_time(desk: Desk, look: Look, meet: Meet, ada: int) -> None:
    meet(ada, "thu 10 coffee")
    meeting, said = scheduling.cancel(desk, ada)
    assert said == "Cancelled the meeting with Ada Lovelace"
    assert scheduling.one(desk, meeting).state == "cancelled"
    assert look.at(ada) == "scheduled"
    assert look.owed(ada).keys() == {"schedule"}
    with pytest.raises(Nothing, match="No meeting"):
        scheduling.cancel(desk, ada)
    history.undo_last(desk)
    assert scheduling.one(desk, meeting).state == "planned"
    assert "confirm" in look.owed(ada)


def test_somebody_in_touch_is_met_in_a_new_interview(
    desk: Desk, look: Look, meet: Meet, ada: int
) -> None:
    interviews.move(desk, ada, Stage.IN_TOUCH)
    meet(ada, "thu 10 lunch")
    assert [one.where for one in look.page(ada).interviews] == ["scheduled", "continued"]
    assert "check_in" not in look.owed(ada)


def test_a_move_gives_way_to_no_clash_with_itself(
    desk: Desk, look: Look, meet: Meet, ada: int, bob: int
) -> None:
    meet(ada, "thu 10 coffee")
    meet(bob, "thu 11 coffee")
    assert look.line(ada, "thu 10:15").lines[-1] != "You meet Ada Lovelace at 10:00 then."
    assert "You meet Bob Byron at 11:00 then." in look.line(ada, "thu 10:45").lines
    # One that ends as the other begins is none.
    assert not [line for line in look.line(ada, "thu 10:30").lines if line.startswith("You meet")]
    scheduling.cancel(desk, bob)
    assert not [line for line in look.line(ada, "thu 10:45").lines if line.startswith("You meet")]


def test_a_day_that_is_not_worked_is_said(desk: Desk, look: Look, ada: int) -> None:
    assert "That is on the weekend." in look.line(ada, "sat 10 coffee").lines
    desk.set_setting("calendar", "country", "US")
    assert "That is a holiday." in look.line(ada, "26 nov 10 coffee").lines
    assert "That is on the weekend." not in look.line(ada, "fri 10 coffee").lines
    desk.set_setting("calendar", "country", "DE")
    assert "That is a holiday for them." not in look.line(ada, "26 nov 10 video").lines
    editing.edit(desk, ada, look.page(ada).rev, {"zone": "America/Chicago"})
    assert "That is a holiday for them." in look.line(ada, "26 nov 10 video").lines


def test_both_zones_are_shown_where_nobody_travels(
    desk: Desk, look: Look, meet: Meet, ada: int
) -> None:
    desk.set_setting("me", "zone", "Europe/Berlin")
    editing.edit(desk, ada, look.page(ada).rev, {"zone": "America/Chicago"})
    meet(ada, "thu 14:00 video")
    (meeting,) = look.page(ada).meetings
    assert (meeting.wall, meeting.zone) == (datetime(2026, 11, 26, 14), "America/Chicago")
    assert meeting.utc.hour == 20
    assert scheduling.when_words(meeting, desk.zone) == "Thu 14:00 Chicago, 21:00 Berlin"
    meet(ada, "thu 14:00 coffee")
    (meeting,) = look.page(ada).meetings
    assert scheduling.when_words(meeting, desk.zone) == "Thu 26 Nov 14:00"


def test_a_skipped_hour_is_refused_and_a_repeated_one_asks(
    desk: Desk, look: Look, meet: Meet, ada: int, hands: Hands
) -> None:
    desk.set_setting("me", "zone", "Europe/Berlin")
    hands.at = hands.at.replace(year=2027, month=3, day=20)
    with pytest.raises(Gap):
        look.line(ada, "2027-03-28 02:30 call")
    hands.at = hands.at.replace(month=10, day=25)
    with pytest.raises(Repeated):
        look.line(ada, "2027-10-31 02:30 call")
    page = look.page(ada)
    plans = [
        scheduling.preview(desk, page, "2027-10-31 02:30 call", fold=fold).plan for fold in (0, 1)
    ]
    assert [plan.utc.hour for plan in plans] == [0, 1]
    scheduling.meet(desk, ada, plans[1])
    (meeting,) = look.page(ada).meetings
    assert (meeting.fold, meeting.utc) == (1, plans[1].utc)


def test_a_time_that_has_passed_is_refused(look: Look, ada: int) -> None:
    with pytest.raises(Usage, match="has passed"):
        look.line(ada, "2026-11-23 10:00 coffee")


def test_the_place_of_meetings_tells_coming_from_past(
    desk: Desk, look: Look, meet: Meet, ada: int, bob: int, hands: Hands
) -> None:
    meet(ada, "thu 10 coffee")
    meet(bob, "fri 10 coffee")
    every = scheduling.all_meetings(desk)
    assert [meeting.first for meeting in every.coming] == ["Ada", "Bob"]
    hands.forward(days=2, hours=1, minutes=20)
    assert [meeting.first for meeting in scheduling.all_meetings(desk).coming] == ["Ada", "Bob"]
    hands.forward(hours=2)
    every = scheduling.all_meetings(desk)
    assert [meeting.first for meeting in every.coming] == ["Bob"]
    assert [meeting.first for meeting in every.past] == ["Ada"]
    scheduling.cancel(desk, bob)
    assert scheduling.all_meetings(desk).coming == ()


def test_a_country_that_is_none_has_no_holidays(desk: Desk, look: Look, ada: int) -> None:
    """The package that knows holidays would take MAY and PUBLIC for names of its own.

    The form takes none of these; an import of our own JSON may bring them.
    """
    touches.log(desk, ada, Touch(EventKind.SENT, "meeting_request"))

    def lives_in(country: str) -> None:
        with desk.act("Imported") as act:
            change_row(act.db, Contact, ada, country=country)
            act.touch_contact(ada)

    for country in ("public", "MAY", "Nowhere", "DE-XX", "-", "x" * 300):
        lives_in(country)
        assert look.owed(ada)["follow_up"] == date(2026, 12, 3), country
    # Thanksgiving is none of the seven business days.
    for country in ("US", "us-ny", "US-XX", "united states"):
        lives_in(country)
        assert look.owed(ada)["follow_up"] == date(2026, 12, 4), country


def test_a_meeting_that_is_gone_is_told(desk: Desk) -> None:
    for act in (
        lambda: scheduling.one(desk, 99),
        lambda: scheduling.invite_handed_over(desk, 99),
        lambda: calendar_files.meeting_file(desk, 99),
        lambda: scheduling.cancel(desk, 99),
    ):
        with pytest.raises(Nothing):
            act()


def test_a_second_meeting_before_the_thanks_keeps_them_owed_until_sent(
    desk: Desk, hands: Hands, ada: int, look: Look
) -> None:
    interviews.move(desk, ada, Stage.SCHEDULED)
    coming_in.met(desk, ada)
    editing.edit(desk, ada, look.page(ada).rev, {"address": "1 Mill Lane"})
    assert {"thank_card", "thank_email"} <= {task.kind for task in look.page(ada).tasks}
    hands.forward(hours=1)
    scheduling.meet(desk, ada, scheduling.plan(desk, ada, at="2026-12-03 10:00", kind="coffee"))
    page = look.page(ada)
    assert [one.where for one in page.interviews] == ["scheduled", "continued"]
    assert {"thank_card", "thank_email"} <= {task.kind for task in page.tasks}
    touches.log(desk, ada, touches.Touch(EventKind.POSTED, "thank_you_card", "card"))
    page = look.page(ada)
    assert [one.where for one in page.interviews] == ["scheduled", "continued"]
    assert not {"thank_card", "thank_email"} & {task.kind for task in page.tasks}


def test_a_meeting_is_over_when_its_time_is(desk: Desk, ada: int, meet: Meet, hands: Hands) -> None:
    """Half an hour is; an hour that has begun half an hour ago goes on."""
    meet(ada, "2026-11-24 10:00 coffee 1h")
    hands.at = hands.at.replace(hour=10, minute=35)
    assert [one.person for one in scheduling.all_meetings(desk).coming] == ["Ada Lovelace"]
    hands.at = hands.at.replace(hour=11)
    found = scheduling.all_meetings(desk)
    assert (found.coming, found.state(found.past[0])) == ((), "unsaid")


def test_what_is_owed_names_both_clocks_where_nobody_travels(
    desk: Desk, ada: int, look: Look
) -> None:
    plan = scheduling.plan(
        desk, ada, at="2026-12-03 09:00", zone="America/Chicago", kind="video", place="a link"
    )
    scheduling.meet(desk, ada, plan)
    reasons = [task.reason for task in look.page(ada).tasks if task.kind == "confirm"]
    assert reasons == ["You meet on Thursday 3 December at 09:00 Chicago, 15:00 here."]


def test_a_meeting_still_to_come_goes_with_the_new_interview_that_it_moves_in(
    desk: Desk, ada: int, look: Look, meet: Meet
) -> None:
    """The card was moved past it by hand; then it is moved, and in the end called off."""
    meet(ada, "fri 9 video Tokyo")
    interviews.move(desk, ada, Stage.IN_TOUCH)
    assert meet(ada, "fri 11 video").startswith("Moved the meeting with Ada Lovelace")
    assert [meeting.state for meeting in look.page(ada).meetings] == ["planned"]
    assert "confirm" in look.owed(ada)
    interviews.close(desk, ada, Exit.DECLINED)
    assert [meeting.state for meeting in look.page(ada).meetings] == ["cancelled"]
    assert set(look.owed(ada)) == {"reply_decline"}
