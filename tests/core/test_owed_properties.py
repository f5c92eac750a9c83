"""What holds for what is owed whatever happened, in whatever order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from ii_tui.core.dates import Calendar
from ii_tui.core.facts import Fact, InterviewFacts, MeetingFact
from ii_tui.core.stages import STAGES, Answer, EventKind, Exit, Stage
from tests.core.histories import (
    CALENDARS,
    DAYS,
    INTERVIEWS,
    NUMBERS,
    OPEN,
    ZONE,
    after,
    at,
    caused,
    end_of,
    judge,
    local,
    midnight,
    ordered,
    then,
    turn,
    words,
)

LONG: list[Callable[[], None]] = []


def holds(*drawn: Any) -> Callable[[Callable[..., None]], Callable[[], None]]:
    """A property of what is owed: a sample in the suite, and 300 histories in the long form."""

    def of(prop: Callable[..., None]) -> Callable[[], None]:
        LONG.append(settings(max_examples=300)(given(*drawn)(prop)))
        short: Callable[[], None] = settings(max_examples=30, derandomize=True)(given(*drawn)(prop))
        return short

    return of


SILENT = {"nudge", "follow_up", "schedule", "close"}
"""What opens because they said nothing."""
FIRM = {"send_invite", "prepare", "confirm", "did_it_happen"}


# The shape of what is owed


@holds(INTERVIEWS, CALENDARS, CALENDARS, ZONE)
def test_any_history_gives_tasks_that_can_be_told_apart_and_met(
    facts: InterviewFacts, mine: Calendar, theirs: Calendar, zone: str
) -> None:
    found = judge(facts, zone, mine, theirs)
    assert len({(task.kind, task.cause) for task in found}) == len(found)
    for task in found:
        assert task.opens.utcoffset() == timedelta(0)
        if task.due is not None:
            assert task.opens <= end_of(task.due, zone), "nobody is late before it opens"
        assert task.title
        assert task.cause
        assert task.reason.endswith((".", "?")) or task.kind == "promise"


@holds(INTERVIEWS, st.randoms(use_true_random=False))
def test_the_order_in_which_events_are_given_means_nothing(
    facts: InterviewFacts, random: Any
) -> None:
    shuffled = list(facts.events)
    random.shuffle(shuffled)
    for events in (ordered(facts), facts.events[::-1], shuffled):
        given_so = replace(facts, events=tuple(events))
        assert judge(given_so) == judge(facts)
        assert turn(given_so) == turn(facts)


@holds(INTERVIEWS)
def test_of_events_at_one_instant_the_later_logged_came_later(facts: InterviewFacts) -> None:
    apart = tuple(
        replace(e, at=e.at + timedelta(microseconds=n), seq=0) for n, e in enumerate(ordered(facts))
    )
    assume(
        len({local(e.at, "UTC") for e in apart}) == len({local(e.at, "UTC") for e in facts.events})
    )
    assert [(t.kind, t.cause, t.due) for t in judge(replace(facts, events=apart))] == [
        (t.kind, t.cause, t.due) for t in judge(facts)
    ]


@holds(INTERVIEWS.filter(lambda facts: len(facts.events) > 0), st.integers(0, 30))
def test_a_note_changes_nothing(facts: InterviewFacts, minutes: int) -> None:
    last = max(e.at for e in facts.events) + timedelta(minutes=minutes)
    note = Fact("note", last, 99, EventKind.NOTE)
    assert judge(facts) == judge(replace(facts, events=(*facts.events, note)))


@holds(OPEN, st.sampled_from(Exit))
def test_a_close_taken_back_on_the_same_day_changes_nothing(
    facts: InterviewFacts, exit_: Exit
) -> None:
    closed = then(facts, EventKind.CLOSED)
    back = then(closed, EventKind.REVIVED, stage_to=facts.stage)
    back = replace(back, events=(*back.events[:-1], replace(back.events[-1], uid="back")))
    assume(local(back.events[-1].at, "UTC") == local(back.events[-2].at, "UTC"))
    assert judge(back) == judge(facts)


# Never a wrong nag


@holds(INTERVIEWS)
def test_who_is_not_to_be_contacted_or_archived_is_owed_nothing(facts: InterviewFacts) -> None:
    for left_alone in (replace(facts, do_not_contact=True), replace(facts, archived=True)):
        assert judge(left_alone) == ()
        assert turn(left_alone) is None


@holds(INTERVIEWS, st.sampled_from([Exit.NO_REPLY, Exit.DORMANT, Exit.LAPSED, Exit.CANCELLED]))
def test_what_was_given_up_owes_nothing(facts: InterviewFacts, exit_: Exit) -> None:
    assert judge(replace(facts, exit=exit_)) == ()


@holds(OPEN, st.sampled_from([None, Answer.YES, Answer.LATER, Answer.REFER, Answer.NO]))
def test_nothing_waits_on_silence_after_an_answer(
    facts: InterviewFacts, answer: Answer | None
) -> None:
    answered = then(facts, EventKind.RECEIVED, answer=answer)
    assert not {task.kind for task in judge(answered)} & {"follow_up", "nudge", "close"}


@holds(INTERVIEWS, ZONE)
def test_no_nudge_and_no_follow_up_once_they_answered(facts: InterviewFacts, zone: str) -> None:
    for task in judge(facts, zone):
        if task.kind in {"nudge", "follow_up"} and (cause := caused(facts, task)) is not None:
            assert words(after(facts, cause)) == []


@holds(OPEN)
def test_a_follow_up_that_was_sent_is_never_owed_again(facts: InterviewFacts) -> None:
    kinds = {task.kind for task in judge(then(facts, EventKind.SENT, message_kind="follow_up"))}
    assert not kinds & {"follow_up", "nudge"}


@holds(OPEN)
def test_there_is_one_follow_up_to_one_silence(facts: InterviewFacts) -> None:
    """Wherever in the silence it was sent, and whatever was moved by hand since.

    What chased the first message is none to the request that came later.
    """
    events = ordered(facts)
    began = [e for e in events if e.kind is EventKind.REVIVED][-1:]
    asked = [e for e in events if e.message_kind == "meeting_request"][-1:]
    marks = sorted([*began, *asked, *words(events)[-1:]], key=lambda e: (e.at, e.seq))
    for task in judge(facts):
        if task.kind in {"follow_up", "nudge"}:
            silence = after(facts, marks[-1] if marks else None)
            assert not any(e.message_kind == "follow_up" for e in silence)


@holds(at(Stage.IDENTIFIED, Stage.WARMING, Stage.REQUESTED, Stage.REPLIED), ZONE, DAYS)
def test_out_of_office_stops_the_clock(facts: InterviewFacts, zone: str, day: date) -> None:
    away = then(facts, EventKind.RECEIVED, answer=Answer.OOO, until=day)
    for task in judge(away, zone):
        if task.kind in SILENT and (task.cause == "way" or caused(away, task) is not None):
            took_back = "thanked them" in task.reason
            assert took_back or task.opens > midnight(day, zone)


@holds(at(Stage.REQUESTED), ZONE, DAYS)
def test_a_message_to_somebody_away_waits_for_their_return(
    facts: InterviewFacts, zone: str, day: date
) -> None:
    away = then(facts, EventKind.RECEIVED, answer=Answer.OOO, until=day)
    wrote = then(away, EventKind.SENT, message_kind="meeting_request")
    wrote = replace(wrote, events=(*wrote.events[:-1], replace(wrote.events[-1], uid="wrote")))
    for task in judge(wrote, zone):
        if task.kind in SILENT and task.cause == "wrote":
            assert task.opens > midnight(day, zone)


@holds(INTERVIEWS)
def test_a_close_is_proposed_and_never_due(facts: InterviewFacts) -> None:
    for task in judge(facts):
        if task.kind == "close":
            assert task.due is None
            assert facts.exit is None


@holds(OPEN, ZONE)
def test_a_close_is_proposed_after_long_silence_or_a_no_that_was_thanked_for(
    facts: InterviewFacts, zone: str
) -> None:
    for task in judge(facts, zone):
        cause = caused(facts, task)
        if task.kind != "close" or cause is None:
            continue
        thanked = "thanked them" in task.reason
        silent = Calendar().between(local(cause.at, zone), local(task.opens, zone))
        assert thanked or silent >= NUMBERS.close_after
        assert thanked or words(after(facts, cause)) == []


@holds(INTERVIEWS, CALENDARS, CALENDARS, ZONE)
def test_what_rolls_is_never_due_on_a_weekend_or_a_holiday(
    facts: InterviewFacts, mine: Calendar, theirs: Calendar, zone: str
) -> None:
    both = mine.merged(theirs)
    rolls = {"nudge", "follow_up", "schedule", "answer", "second_beat", "reply_decline", "ask"}
    for task in judge(facts, zone, mine, theirs):
        if task.due is None:
            continue
        if task.kind in rolls:
            assert both.is_business(task.due)
        if task.kind == "check_in":
            assert task.due not in both.holidays
        if task.kind in {"confirm", "prepare"}:
            made = [e for e in facts.events if e.meeting == task.meeting] or [None]
            agreed = {local(facts.since if e is None else e.at, zone) for e in made}
            assert both.is_business(task.due) or task.due in agreed | {local(facts.since, zone)}


# Meetings


@holds(OPEN, CALENDARS, CALENDARS, ZONE)
def test_a_confirmation_is_for_a_meeting_that_stands_and_opens_before_it(
    facts: InterviewFacts, mine: Calendar, theirs: Calendar, zone: str
) -> None:
    stands = {m.uid: m for m in facts.meetings if m.state == "planned"}
    for task in judge(facts, zone, mine, theirs):
        if task.kind not in FIRM:
            continue
        assert task.meeting in stands
        meeting = stands[task.meeting]
        if task.kind == "did_it_happen":
            assert task.opens == meeting.starts + timedelta(minutes=meeting.minutes)
            assert task.moot is None
        else:
            assert task.moot == meeting.starts
        if task.kind == "confirm":
            assert task.opens < meeting.starts
            assert task.due is not None
            assert task.due <= local(meeting.starts, zone)


@holds(INTERVIEWS.filter(lambda facts: len(facts.meetings) > 0))
def test_a_cancelled_meeting_owes_nothing_of_its_own(facts: InterviewFacts) -> None:
    called_off = tuple(replace(m, state="cancelled") for m in facts.meetings)
    found = judge(replace(facts, meetings=called_off))
    assert not {task.kind for task in found} & (FIRM | {"no_show"} - {"no_show"})
    assert all(task.meeting is None for task in found)


@holds(
    at(Stage.SCHEDULED, Stage.CONFIRMED),
    st.sampled_from(["confirmation", "said"]),
    ZONE,
    st.integers(1, 60),
)
def test_what_is_confirmed_is_not_confirmed_again(
    facts: InterviewFacts, how: str, zone: str, days: int
) -> None:
    facts = _agreed(facts, days)
    assert "confirm" in {task.kind for task in judge(facts, zone)}
    if how == "said":
        facts = then(facts, EventKind.CONFIRMED)
    else:
        facts = then(facts, EventKind.SENT, message_kind="confirmation")
    assert "confirm" not in {task.kind for task in judge(facts, zone)}


@holds(at(Stage.SCHEDULED, Stage.CONFIRMED), ZONE, st.integers(3, 60), st.booleans())
def test_a_meeting_owes_its_invite_its_preparation_its_confirmation_and_its_end(
    facts: InterviewFacts, zone: str, days: int, invited: bool
) -> None:
    facts = _agreed(facts, days, invited=invited)
    kinds = {task.kind for task in judge(facts, zone)}
    assert FIRM - {"send_invite"} <= kinds
    assert ("send_invite" in kinds) is not invited


@holds(at(Stage.SCHEDULED, Stage.CONFIRMED), ZONE, st.integers(3, 30), st.integers(3, 30))
def test_a_meeting_that_moves_is_confirmed_anew(
    facts: InterviewFacts, zone: str, days: int, later: int
) -> None:
    facts = then(_agreed(facts, days), EventKind.SENT, message_kind="confirmation")
    moved = then(facts, EventKind.MEETING_MOVED, meeting="new")
    moved = replace(moved, events=(*moved.events[:-1], replace(moved.events[-1], uid="moved")))
    stands = replace(moved.meetings[-1], starts=moved.events[-1].at + timedelta(days=later))
    stands = replace(stands, day=local(stands.starts, stands.zone))
    moved = replace(moved, meetings=(*moved.meetings[:-1], stands))
    (task,) = [task for task in judge(moved, zone) if task.kind == "confirm"]
    assert task.moot == stands.starts


def _agreed(facts: InterviewFacts, days: int, *, invited: bool = False) -> InterviewFacts:
    """The same with one meeting more, agreed last of all, so many days ahead."""
    facts = replace(
        facts,
        meetings=(),
        events=tuple(replace(e, meeting=None) for e in facts.events),
    )
    facts = then(facts, EventKind.MEETING_MADE, meeting="new")
    made = replace(facts.events[-1], uid="made")
    starts = made.at + timedelta(days=days)
    meeting = MeetingFact(
        "new", starts, 30, local(starts, "UTC"), "UTC", "planned", invited, "coffee"
    )
    return replace(facts, events=(*facts.events[:-1], made), meetings=(meeting,))


# Thanks, and staying in touch


@holds(at(Stage.HELD, Stage.THANKED))
def test_a_posted_card_settles_the_mail_unless_both_were_wanted(facts: InterviewFacts) -> None:
    met = replace(then(facts, EventKind.MET), meetings=())
    met = replace(met, events=(*met.events[:-1], replace(met.events[-1], uid="met")))
    posted = replace(then(met, EventKind.POSTED), stage=Stage.THANKED)
    kinds = {task.kind for task in judge(posted)}
    assert "thank_card" not in kinds
    assert ("thank_email" in kinds) is facts.both_thanks
    both = then(posted, EventKind.SENT, message_kind="thank_you_email")
    assert not {task.kind for task in judge(both)} & {"thank_card", "thank_email"}


@holds(at(Stage.HELD))
def test_who_was_met_is_thanked_and_it_is_written_down(facts: InterviewFacts) -> None:
    met = replace(then(facts, EventKind.MET), meetings=())
    found = {task.kind: task for task in judge(met)}
    assert {"debrief", "thank_email"} <= found.keys()
    assert ("thank_card" in found) is (facts.has_address or facts.both_thanks)
    day = local(met.events[-1].at, "UTC")
    assert found["debrief"].due == day
    assert found["thank_email"].due == day + timedelta(days=1)


@holds(at(Stage.HELD, Stage.THANKED, Stage.IN_TOUCH), CALENDARS, ZONE)
def test_no_check_in_before_its_days_are_over_on_my_wall(
    facts: InterviewFacts, calendar: Calendar, zone: str
) -> None:
    for task in judge(facts, zone, calendar, calendar):
        cause = caused(facts, task)
        if task.kind != "check_in" or "check" in task.reason:  # after one settled by hand
            continue
        days = NUMBERS.check_in_days
        if facts.stage is Stage.IN_TOUCH or "last in touch" in task.reason:
            days = facts.cadence_days or NUMBERS.cadence_days
        assert task.due is not None
        assert task.opens == midnight(task.due, zone)
        base = local(facts.since if cause is None else cause.at, zone)
        wanted = base + timedelta(days=days)
        assert task.due >= wanted
        assert task.due == wanted or wanted in calendar.holidays


@holds(at(Stage.THANKED, Stage.IN_TOUCH))
def test_who_was_thanked_is_always_owed_the_next_check_in(facts: InterviewFacts) -> None:
    by_hand = {(one.kind, one.cause) for one in facts.settled}
    kinds = [task.kind for task in judge(facts) if (task.kind, task.cause) not in by_hand]
    assert kinds.count("check_in") == 1


@holds(at(Stage.IN_TOUCH), st.sampled_from([EventKind.CALL, EventKind.RECEIVED, EventKind.SENT]))
def test_a_touch_starts_the_wait_anew(facts: InterviewFacts, kind: EventKind) -> None:
    touched = then(facts, kind)
    task = next(task for task in judge(touched) if task.kind == "check_in")
    assert task.cause == "last"


# Never a lost task


@holds(OPEN, CALENDARS, ZONE)
def test_somebody_is_always_at_turn(facts: InterviewFacts, calendar: Calendar, zone: str) -> None:
    ours = [task for task in judge(facts, zone, calendar, calendar) if task.kind != "promise"]
    assert ours or turn(facts, zone) is not None


@holds(OPEN)
def test_what_waits_on_them_opens_as_a_task_of_the_same_instant(facts: InterviewFacts) -> None:
    wait = turn(facts)
    if wait is not None and wait.kind is not None:
        assert wait.opens is not None
        assert (wait.kind, wait.opens) in {(task.kind, task.opens) for task in judge(facts)}
        assert wait.since <= wait.opens


@holds(
    at(Stage.IDENTIFIED, Stage.WARMING, Stage.REQUESTED, Stage.REPLIED),
    st.sampled_from([None, Answer.YES]),
)
def test_an_answer_is_answered(facts: InterviewFacts, answer: Answer | None) -> None:
    heard = then(facts, EventKind.RECEIVED, answer=answer)
    (task,) = [t for t in judge(heard) if t.kind in {"answer", "second_beat", "ask"}]
    assert (task.cause, task.opens) == ("last", heard.events[-1].at)
    assert task.due is not None
    assert Calendar().between(local(task.opens, "UTC"), task.due) == NUMBERS.answer_within


@holds(INTERVIEWS)
def test_a_no_is_thanked_for_once(facts: InterviewFacts) -> None:
    no = then(
        replace(facts, exit=None, stage=Stage.REQUESTED), EventKind.RECEIVED, answer=Answer.NO
    )
    closed = then(no, EventKind.CLOSED)
    closed = replace(
        closed,
        exit=Exit.DECLINED,
        events=(*closed.events[:-1], replace(closed.events[-1], uid="closed")),
    )
    for refused in (no, closed):
        (task,) = [task for task in judge(refused) if task.kind != "promise"]
        assert (task.kind, task.cause) == ("reply_decline", "last")
    thanked = then(closed, EventKind.SENT, message_kind="decline")
    assert {task.kind for task in judge(thanked)} <= {"promise"}


@holds(at(Stage.REQUESTED), ZONE, CALENDARS)
def test_a_request_without_an_answer_is_followed_up_on_the_seventh_day(
    facts: InterviewFacts, zone: str, calendar: Calendar
) -> None:
    asked = replace(facts, events=())
    asked = then(asked, EventKind.SENT, message_kind="meeting_request")
    (task,) = [t for t in judge(asked, zone, calendar, calendar) if t.kind != "promise"]
    assert task.kind == "follow_up"
    assert task.due is not None
    sent = local(asked.events[-1].at, zone)
    assert calendar.between(sent, task.due) == NUMBERS.follow_up_after
    assert task.opens == midnight(task.due, zone)


@holds(INTERVIEWS, DAYS, CALENDARS, ZONE)
def test_who_is_parked_is_left_alone_until_the_day_and_asked_on_it(
    facts: InterviewFacts, day: date, calendar: Calendar, zone: str
) -> None:
    parked = replace(then(facts, EventKind.CLOSED), exit=Exit.PARKED, parked_until=day)
    (task,) = [t for t in judge(parked, zone, calendar, calendar) if t.kind != "promise"]
    assert task.kind in {"ask", "reach_out"}
    assert task.opens == midnight(calendar.roll_forward(day), zone)
    assert task.due == calendar.roll_forward(day)


@holds(INTERVIEWS)
def test_a_promise_is_owed_until_it_is_kept(facts: InterviewFacts) -> None:
    resting = facts.exit in {Exit.NO_REPLY, Exit.DORMANT, Exit.LAPSED, Exit.CANCELLED}
    mine = {p.uid for p in facts.promises if p.mine and not p.done}
    found = {task.cause for task in judge(facts) if task.kind == "promise"}
    assert found == (set() if resting else mine)


# Time


@holds(INTERVIEWS, st.sampled_from(STAGES))
def test_nothing_here_reads_a_clock(facts: InterviewFacts, stage: Stage) -> None:
    """Time opens what is owed and changes none of it: the same facts give the same tasks."""
    found = judge(facts)
    assert judge(facts) == found
    assert all(isinstance(task.opens, datetime) for task in found)


@pytest.mark.long
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("prop", LONG, ids=lambda prop: prop.__name__)
def test_long(prop: Callable[[], None]) -> None:
    prop()
