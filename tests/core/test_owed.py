"""What is owed from the first message to an answer, and what waits on them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from ii_tui.core.dates import Calendar
from ii_tui.core.facts import IntroductionFact, PipelineNumbers
from ii_tui.core.stages import Closeness
from tests.core.interviews import at, awaited, dues, event, interview, tasks

ASKED = event("2026-03-02 10:00", "sent", "meeting_request")
OPENED = event("2026-02-27 09:00", "opened")
CHOSEN = interview("identified", OPENED)


# identified


def test_someone_chosen_is_written_to_at_once_and_on_no_day() -> None:
    task = tasks(CHOSEN)["reach_out"]
    assert task.opens == at("2026-02-27 09:00")
    assert task.due is None
    assert task.cause == "opened 2026-02-27 09:00"
    assert task.title == "Write the first message"
    assert task.reason == ("First beat, without the search: you chose them on Friday 27 February.")


def test_the_week_s_plan_gives_the_first_message_a_day() -> None:
    task = tasks(replace(CHOSEN, reach_out_on=date(2026, 3, 5)), zone="America/Chicago")
    assert task["reach_out"].due == date(2026, 3, 5)
    assert task["reach_out"].opens == at("2026-03-05 06:00")


@pytest.mark.parametrize(
    ("closeness", "introducer", "kind"),
    [
        (None, None, "reconnect"),
        (Closeness.CLOSE, None, "meeting_request"),
        (Closeness.ACQUAINTANCE, None, "reconnect"),
        (Closeness.STRANGER, None, "linkedin_note"),
        (Closeness.STRANGER, "Ava", "meeting_request"),
    ],
)
def test_closeness_chooses_the_first_message(
    closeness: Closeness | None, introducer: str | None, kind: str
) -> None:
    facts = replace(CHOSEN, closeness=closeness, introducer=introducer)
    assert tasks(facts)["reach_out"].message_kind == kind


def test_a_stranger_who_is_connected_is_sent_no_invitation() -> None:
    facts = replace(CHOSEN, closeness=Closeness.STRANGER, connected=True)
    assert tasks(facts)["reach_out"].message_kind == "linkedin_message"


def test_moved_back_to_identified_the_first_message_is_owed_again() -> None:
    facts = interview(
        "identified",
        OPENED,
        event("2026-03-02 10:00", "sent", "reconnect", to="warming"),
        event("2026-03-03 10:00", "moved", to="identified", uid="back"),
    )
    assert {kind: task.cause for kind, task in tasks(facts).items()} == {"reach_out": "back"}


def test_they_wrote_first() -> None:
    facts = interview("identified", OPENED, event("2026-03-02 10:00", "received", uid="hello"))
    assert dues(facts) == {"ask": "2026-03-03"}


# warming


def test_five_silent_business_days_after_the_first_message_owe_one_nudge() -> None:
    facts = interview("warming", OPENED, event("2026-03-02 10:00", "sent", "reconnect"))
    task = tasks(facts)["nudge"]
    assert (task.due, task.opens) == (date(2026, 3, 9), at("2026-03-09 00:00"))
    assert task.reason == "You wrote on Monday 2 March, no answer."
    assert task.message_kind == "linkedin_message"


def test_a_nudge_stays_in_its_thread_and_asks_for_nothing() -> None:
    mail = replace(event("2026-03-02 10:00", "sent", "reconnect"), channel="email")
    assert tasks(interview("warming", OPENED, mail))["nudge"].message_kind == "reconnect"


def test_after_the_nudge_only_a_close_is_proposed() -> None:
    facts = interview(
        "warming",
        event("2026-03-02 10:00", "sent", "reconnect"),
        event("2026-03-09 10:00", "sent", "follow_up"),
    )
    assert dues(facts) == {"close": None}
    assert tasks(facts)["close"].opens == at("2026-03-23 00:00")


def test_an_invitation_and_the_message_behind_it_are_one_try() -> None:
    facts = interview(
        "warming",
        event("2026-03-02 10:00", "sent", "linkedin_note"),
        event("2026-03-04 10:00", "sent", "linkedin_message"),
    )
    assert dues(facts) == {"nudge": "2026-03-11"}


@pytest.mark.parametrize(
    ("first", "closeness", "kind"),
    [
        ("reconnect", Closeness.ACQUAINTANCE, "second_beat"),
        ("reconnect", None, "second_beat"),
        ("reconnect", Closeness.CLOSE, "ask"),
        ("linkedin_note", Closeness.STRANGER, "ask"),
        ("intro_request", Closeness.STRANGER, "ask"),
    ],
)
def test_an_answer_to_the_first_message_owes_the_question(
    first: str, closeness: Closeness | None, kind: str
) -> None:
    facts = interview(
        "warming",
        event("2026-03-02 10:00", "sent", first),
        event("2026-03-06 10:00", "received", answer="yes"),
        closeness=closeness,
    )
    assert dues(facts) == {kind: "2026-03-09"}
    assert tasks(facts)[kind].message_kind == "meeting_request"


def test_a_second_answer_owes_the_question_itself() -> None:
    facts = interview(
        "warming",
        event("2026-03-02 10:00", "sent", "reconnect"),
        event("2026-03-03 10:00", "received"),
        event("2026-03-04 10:00", "sent", "reconnect"),
        event("2026-03-05 10:00", "received"),
    )
    assert dues(facts) == {"ask": "2026-03-06"}


def test_warming_by_hand_waits_from_the_move() -> None:
    facts = interview("warming", event("2026-03-02 10:00", "moved", to="warming"))
    assert dues(facts) == {"nudge": "2026-03-09"}
    assert tasks(facts)["nudge"].reason == "You moved them to warming on Monday 2 March, no answer."


def test_without_any_event_the_stage_s_own_time_counts() -> None:
    facts = interview("requested", since=at("2026-03-02 10:00"))
    task = tasks(facts)["follow_up"]
    assert task.due == date(2026, 3, 11)
    assert task.cause == "interview:requested:2026-03-02T10:00:00.000000Z"


# introductions

INTRO = event("2026-03-02 10:00", "sent", "intro_request")
WAY = IntroductionFact("way", "Ava", "asked")


def test_the_silent_introducer_is_nudged() -> None:
    task = tasks(interview("warming", INTRO, introduction=WAY))["nudge"]
    assert (task.title, task.due) == ("Nudge Ava, once", date(2026, 3, 9))
    assert task.message_kind == "intro_request"


def test_an_introducer_who_agreed_is_left_alone() -> None:
    facts = interview("warming", INTRO, introduction=replace(WAY, state="agreed"))
    assert dues(facts) == {}
    wait = awaited(facts)
    assert wait is not None
    assert (wait.what, wait.opens) == ("the introduction by Ava", None)


def test_an_introducer_who_would_rather_not_leaves_another_way_to_be_found() -> None:
    way = replace(WAY, state="declined", at=at("2026-03-05 10:00"))
    facts = interview("warming", INTRO, introduction=way)
    task = tasks(facts)["reach_out"]
    assert (task.title, task.due, task.cause) == ("Find another way to them", None, way.uid)
    assert task.reason.startswith("Ava said on Thursday 5 March that they would rather not")
    assert set(tasks(facts)) == {"reach_out"}


def test_the_next_introducer_is_waited_for_as_if_nobody_had_been_asked() -> None:
    again = event("2026-03-06 10:00", "sent", "intro_request")
    way = replace(WAY, uid="other", introducer="Bob", at=again.at)
    facts = interview("warming", INTRO, again, introduction=way)
    task = tasks(facts)["nudge"]
    assert (task.title, task.due) == ("Nudge Bob, once", date(2026, 3, 13))
    assert task.reason == "You asked on Friday 6 March to be introduced, no answer."
    wait = awaited(facts)
    assert wait is not None
    assert wait.what == "the introduction by Bob"


def test_introduced_the_question_is_owed_and_after_a_week_the_person_is_nudged() -> None:
    way = replace(WAY, state="introduced", introduced_at=at("2026-03-05 10:00"))
    facts = interview("warming", INTRO, introduction=way)
    assert dues(facts) == {"ask": "2026-03-06", "nudge": "2026-03-12"}
    assert tasks(facts)["nudge"].title == "Nudge them, once"


def test_a_request_after_the_introduction_is_followed_up_like_any() -> None:
    way = replace(WAY, state="introduced", introduced_at=at("2026-03-01 10:00"))
    assert dues(interview("requested", ASKED, introduction=way)) == {"follow_up": "2026-03-11"}


# requested


def test_seven_business_days_of_silence_are_due_on_the_seventh() -> None:
    task = tasks(interview("requested", ASKED), zone="America/Chicago")["follow_up"]
    assert task.due == date(2026, 3, 11)
    assert task.opens == at("2026-03-11 05:00"), "midnight in Chicago, in daylight time by then"
    assert (task.title, task.message_kind) == ("Follow up, once", "follow_up")
    assert task.reason == "You asked on Monday 2 March, no answer."


def test_the_day_of_sending_is_the_local_one() -> None:
    late = event("2026-03-02 23:30", "sent", "meeting_request", zone="America/Chicago")
    assert dues(interview("requested", late), zone="America/Chicago") == {"follow_up": "2026-03-11"}
    assert dues(interview("requested", late), zone="UTC") == {"follow_up": "2026-03-12"}


@pytest.mark.parametrize(
    ("mine", "theirs", "due"),
    [
        ([], [], "2026-03-11"),
        (["2026-03-05"], [], "2026-03-12"),
        ([], ["2026-03-05"], "2026-03-12"),
        (["2026-03-05"], ["2026-03-05"], "2026-03-12"),
        (["2026-03-05"], ["2026-03-11"], "2026-03-13"),
        (["2026-03-07"], [], "2026-03-11"),
    ],
)
def test_holidays_of_both_sides_do_not_count(mine: list[str], theirs: list[str], due: str) -> None:
    def calendar(days: list[str]) -> Calendar:
        return Calendar(holidays=frozenset(date.fromisoformat(day) for day in days))

    facts = interview("requested", ASKED)
    found = dues(facts, mine=calendar(mine), theirs=calendar(theirs))
    assert found == {"follow_up": due}


def test_there_is_one_follow_up_and_then_a_proposal_to_close() -> None:
    facts = interview("requested", ASKED, event("2026-03-11 09:00", "sent", "follow_up"))
    assert dues(facts) == {"close": None}
    assert tasks(facts)["close"].opens == at("2026-03-25 00:00")
    asked_twice = interview("requested", ASKED, event("2026-03-11 09:00", "sent", None))
    assert dues(asked_twice) == {"close": None}


def test_sharing_an_article_is_no_follow_up() -> None:
    facts = interview("requested", ASKED, event("2026-03-05 09:00", "sent", "share"))
    assert dues(facts) == {"follow_up": "2026-03-11"}


def test_the_nudge_of_the_first_message_is_no_follow_up_to_the_request() -> None:
    facts = interview(
        "requested",
        event("2026-02-16 10:00", "sent", "reconnect"),
        event("2026-02-23 10:00", "sent", "follow_up"),
        ASKED,
    )
    assert dues(facts) == {"follow_up": "2026-03-11"}


def test_a_follow_up_before_the_card_was_moved_by_hand_is_the_one() -> None:
    facts = interview(
        "requested",
        event("2026-03-02 10:00", "sent", "follow_up"),
        event("2026-03-02 11:00", "moved", to="requested"),
    )
    assert dues(facts) == {"close": None}


def test_writing_to_somebody_who_is_away_waits_for_their_return() -> None:
    """Away until Monday 9 March: Tue 10 to Wed 18 are the seven days."""
    facts = interview(
        "requested",
        event("2026-02-27 10:00", "sent", "reconnect"),
        event("2026-02-27 10:01", "received", answer="ooo", until="2026-03-09"),
        ASKED,
    )
    assert dues(facts) == {"follow_up": "2026-03-18"}
    spoke = event("2026-03-01 10:00", "call")
    back = interview("requested", facts.events[0], facts.events[1], spoke, ASKED)
    assert dues(back) == {"follow_up": "2026-03-11"}


def test_the_numbers_are_settings() -> None:
    numbers = PipelineNumbers(follow_up_after=3)
    assert dues(interview("requested", ASKED), numbers=numbers) == {"follow_up": "2026-03-05"}


def test_a_yes_while_requested_settles_the_follow_up_and_owes_an_answer() -> None:
    facts = interview("requested", ASKED, event("2026-03-06 15:00", "received", answer="yes"))
    assert dues(facts) == {"answer": "2026-03-09"}
    assert awaited(facts) is None
    answered = interview(
        "requested", *facts.events, event("2026-03-09 09:00", "sent", "meeting_request")
    )
    assert dues(answered) == {"schedule": "2026-03-16"}


@pytest.mark.parametrize(
    ("answer", "until", "expected"),
    [
        (None, None, {"answer": "2026-03-05"}),
        ("yes", None, {"answer": "2026-03-05"}),
        ("refer", None, {"answer": "2026-03-05"}),
        ("no", None, {"reply_decline": "2026-03-05"}),
        ("later", None, {"answer": "2026-03-05"}),
        ("later", "2026-06-01", {"ask": "2026-06-01"}),
        ("later", "2026-06-06", {"ask": "2026-06-08"}),
        ("ooo", None, {"follow_up": "2026-03-11"}),
        ("ooo", "2026-03-16", {"follow_up": "2026-03-25"}),
        ("ooo", "2026-03-01", {"follow_up": "2026-03-11"}),
    ],
)
def test_each_answer_has_its_consequence(
    answer: str | None, until: str | None, expected: dict[str, str]
) -> None:
    word = event("2026-03-04 10:00", "received", answer=answer, until=until)
    assert dues(interview("requested", ASKED, word)) == expected


def test_thanking_for_a_later_does_not_ask_again_before_its_day() -> None:
    facts = interview(
        "requested",
        ASKED,
        event("2026-03-04 10:00", "received", answer="later", until="2026-06-01"),
        event("2026-03-05 10:00", "sent"),
    )
    assert dues(facts) == {"ask": "2026-06-01"}
    again = interview(
        "requested", *facts.events, event("2026-06-01 09:00", "sent", "meeting_request")
    )
    assert dues(again) == {"follow_up": "2026-06-10"}


def test_a_no_thanked_for_may_be_closed_at_once() -> None:
    facts = interview(
        "requested",
        ASKED,
        event("2026-03-04 10:00", "received", answer="no"),
        event("2026-03-05 10:00", "sent", "decline"),
    )
    assert dues(facts) == {"close": None}
    assert tasks(facts)["close"].opens == at("2026-03-05 10:00")


def test_a_call_settles_the_follow_up_and_leaves_a_time_to_agree_on() -> None:
    facts = interview("requested", ASKED, event("2026-03-04 10:00", "call"))
    assert dues(facts) == {"schedule": "2026-03-11"}


# replied


def test_the_answer_asks_for_an_e_mail_that_is_not_known() -> None:
    facts = interview("replied", ASKED, event("2026-03-04 10:00", "received", answer="yes"))
    assert tasks(facts)["answer"].reason == "They answered on Wednesday 4 March."
    assert "ask for their e-mail" in tasks(replace(facts, has_email=False))["answer"].reason


def test_silent_after_my_answer_a_time_is_tried_once_more_and_then_no_more() -> None:
    facts = interview(
        "replied",
        ASKED,
        event("2026-03-04 10:00", "received", answer="yes"),
        event("2026-03-05 10:00", "sent"),
    )
    assert dues(facts) == {"schedule": "2026-03-12"}
    twice = interview("replied", *facts.events, event("2026-03-12 10:00", "sent"))
    assert dues(twice) == {"close": None}


def test_replied_by_hand_owes_an_answer() -> None:
    facts = interview("replied", ASKED, event("2026-03-04 10:00", "moved", to="replied"))
    assert dues(facts) == {"answer": "2026-03-05"}


def test_a_name_thanked_for_owes_nothing_but_a_proposal_to_close() -> None:
    facts = interview(
        "replied",
        ASKED,
        event("2026-03-04 10:00", "received", answer="refer"),
        event("2026-03-05 10:00", "sent"),
    )
    assert dues(facts) == {"close": None}


# waiting on them


def test_what_waits_says_since_when_for_what_and_when_it_is_ours() -> None:
    wait = awaited(interview("requested", ASKED))
    assert wait is not None
    assert wait.since == at("2026-03-02 10:00")
    assert wait.what == "an answer to your request"
    assert (wait.opens, wait.kind) == (at("2026-03-11 00:00"), "follow_up")


def test_who_is_away_is_waited_for_longer() -> None:
    away = event("2026-03-03 10:00", "received", answer="ooo", until="2026-03-16")
    wait = awaited(interview("requested", ASKED, away))
    assert wait is not None
    assert wait.what == "an answer to your request; they are away until Monday 16 March"
    assert wait.opens == at("2026-03-25 00:00")


def test_nobody_is_waited_for_before_the_first_message() -> None:
    assert awaited(CHOSEN) is None
