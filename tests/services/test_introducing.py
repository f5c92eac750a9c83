"""An introduction from the question to the thanks, on both people's pages, undone in one step."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from ii_tui.clock import Clock
from ii_tui.core.checks import check
from ii_tui.core.forwarding import apart
from ii_tui.core.kinds import Channel, Kind
from ii_tui.core.quickadd import parse_quick
from ii_tui.core.stages import Closeness, EventKind, Exit, Stage
from ii_tui.errors import Nothing, Usage
from ii_tui.paths import Paths
from ii_tui.services import (
    coming_in,
    composing,
    debriefing,
    editing,
    exporting,
    handing_over,
    history,
    importing,
    interviews,
    introducing,
    people,
    settling,
    today,
    touches,
)
from ii_tui.services.desk import Desk
from ii_tui.services.touches import Touch
from tests.conftest import Hands
from tests.services.conftest import Look

ASK = Touch(EventKind.SENT, Kind.INTRO_REQUEST.value, "email")


@pytest.fixture
def grace(desk: Desk) -> int:
    """Grace Hopper of Navy, whom nobody has written to."""
    return people.quick_add(desk, "Grace Hopper, Admiral @ Navy")[0]


def state(look: Look, person: int) -> str:
    """How far the newest introduction on this page is."""
    return look.page(person).introductions[0].state


def theirs(look: Look, person: int) -> dict[str, date | None]:
    """What is owed for those whom this person introduces."""
    return {task.kind: task.due for task in look.page(person).for_others}


# From the first question to the thanks


def test_it_is_asked_for_in_the_composer_with_the_blurb_beneath(
    desk: Desk, look: Look, ada: int, grace: int
) -> None:
    editing.set_closeness(desk, ada, Closeness.CLOSE)
    composition = composing.begin(desk, ada, kind=Kind.INTRO_REQUEST, target_id=grace)
    assert (composition.page.id, composition.about) == (ada, "Grace Hopper")
    request, blurb = apart(composition.body)
    assert request.startswith("Hi Ada,\n\nWould you introduce me to Grace Hopper at Navy?")
    assert "Grace Hopper" in blurb
    assert "I " not in blurb
    draft = composing.save_draft(desk, composition, "A favor", "Hi Ada, Grace Hopper?")
    moved = handing_over.stage_after(desk, handing_over.draft(desk, draft))
    assert moved is Stage.WARMING
    said = handing_over.sent(desk, draft)
    assert said == "Asked Ada Lovelace for an introduction to Grace Hopper, moved to warming"
    assert (look.at(grace), look.at(ada)) == ("warming", None)
    assert (state(look, ada), state(look, grace)) == ("asked", "asked")
    # Both pages have the task, and both timelines the message.
    assert look.owed(grace) == theirs(look, ada) == {"nudge": date(2026, 12, 1)}
    assert look.page(grace).timeline[1].text == "to Ada Lovelace"
    assert look.page(ada).timeline[0].text == "about Grace Hopper"
    history.undo_last(desk)
    assert (look.at(grace), look.page(ada).introductions) == (None, ())
    assert look.story(ada) == look.story(grace) == []
    history.redo_last(desk)
    assert (look.at(grace), state(look, ada)) == ("warming", "asked")


def test_it_may_be_asked_without_moving(desk: Desk, look: Look, ada: int, grace: int) -> None:
    composition = composing.begin(desk, ada, kind=Kind.INTRO_REQUEST, target_id=grace)
    draft = composing.save_draft(desk, composition, "A favor", "Hi Ada")
    handing_over.sent(desk, draft, move=False)
    assert (look.at(grace), state(look, grace)) == ("identified", "asked")


def test_silence_is_nudged_at_the_introducer_once(
    desk: Desk, look: Look, ada: int, grace: int, hands: Hands
) -> None:
    introducing.asked(desk, ada, grace, ASK)
    hands.forward(days=8)
    (task,) = today.open_tasks(desk)
    assert (task.title, task.person) == ("Nudge Ada, once", "Grace Hopper")
    composition = composing.begin(desk, task.person_id, task=task)
    assert (composition.page.id, composition.kind) == (ada, Kind.INTRO_REQUEST)
    assert composition.template == "intro_request-nudge-plain"
    by_hand = composing.begin(desk, ada, kind=Kind.INTRO_REQUEST, target_id=grace)
    assert by_hand.template == "intro_request-nudge-plain"
    draft = composing.save_draft(desk, composition, "My question", "Hi Ada, once more")
    handing_over.sent(desk, draft)
    assert len(look.page(ada).introductions) == 1
    assert look.owed(grace) == {"close": None}


def test_agreed_made_met_and_thanked(
    desk: Desk, look: Look, ada: int, grace: int, hands: Hands
) -> None:
    introducing.asked(desk, ada, grace, ASK)
    said = introducing.came(desk, ada, grace, "agreed", text="Happy to")
    assert said == "Ada Lovelace agreed to introduce you to Grace Hopper"
    assert look.owed(grace) == theirs(look, ada) == {}
    (waiting,) = today.waiting_on_them(desk)
    assert (waiting.person, waiting.what) == ("Grace Hopper", "the introduction by Ada")
    for person in (ada, grace):
        assert look.page(person).timeline[0].text == f"{said}\nHappy to"
    hands.forward(days=1)
    introducing.came(desk, ada, grace, "introduced")
    assert look.page(grace).introducer_id == ada
    assert look.owed(grace) == {"ask": date(2026, 11, 26), "nudge": date(2026, 12, 2)}
    assert theirs(look, ada) == look.owed(grace)
    ask = next(task for task in look.page(grace).tasks if task.kind == "ask")
    written = composing.begin(desk, grace, task=ask)
    assert written.template == "meeting_request-introduced-plain"
    assert written.body.startswith("Hi Grace,\n\nAda Lovelace suggested that we talk.")
    hands.forward(days=8)
    # Silent a week: the one who was introduced is nudged, and not the introducer.
    nudge = next(task for task in today.open_tasks(desk) if task.kind == "nudge")
    assert composing.begin(desk, grace, task=nudge).page.id == grace
    coming_in.met(desk, grace)
    assert state(look, ada) == "met"
    assert theirs(look, ada) == {"thank_introducer": date(2026, 12, 3)}
    thanks = next(task for task in look.page(grace).tasks if task.kind == "thank_introducer")
    composition = composing.begin(desk, grace, task=thanks)
    assert composition.page.id == ada
    assert "I have talked with Grace Hopper" in composition.body
    draft = composing.save_draft(desk, composition, "Thanks", "Hi Ada, I met Grace Hopper.")
    handing_over.sent(desk, draft)
    assert (state(look, ada), state(look, grace)) == ("thanked", "thanked")
    assert "thank_introducer" not in look.owed(grace)
    history.undo_last(desk)
    assert state(look, ada) == "met"
    assert "thank_introducer" in look.owed(grace)


def test_thanks_that_were_said_elsewhere_end_it(
    desk: Desk, look: Look, ada: int, grace: int
) -> None:
    introducing.came(desk, ada, grace, "introduced")
    coming_in.met(desk, grace)
    thanks = next(task for task in look.page(grace).tasks if task.kind == "thank_introducer")
    settling.done(desk, thanks.id)
    assert state(look, ada) == "thanked"


def test_a_request_of_which_only_the_receiver_is_known_is_nudged_there(
    desk: Desk, look: Look, ada: int, hands: Hands
) -> None:
    touches.log(desk, ada, ASK)
    hands.forward(days=8)
    (task,) = today.open_tasks(desk)
    assert task.title == "Nudge them, once"
    composition = composing.begin(desk, ada, task=task)
    assert (composition.page.id, composition.about) == (ada, "")
    assert composition.body.startswith("Hi Ada,\n\nA short word on my question about")


def test_on_the_page_of_an_introducer_m_thanks_them(
    desk: Desk, look: Look, ada: int, grace: int
) -> None:
    introducing.came(desk, ada, grace, "introduced")
    assert composing.begin(desk, ada).kind is not Kind.THANK_INTRODUCER
    coming_in.met(desk, grace)
    composition = composing.begin(desk, ada)
    assert (composition.kind, composition.about) == (Kind.THANK_INTRODUCER, "Grace Hopper")
    draft = composing.save_draft(desk, composition, "Thanks", "Hi Ada, I met Grace Hopper.")
    said = handing_over.sent(desk, draft)
    assert said == "Thanked Ada Lovelace for bringing you to Grace Hopper"


@pytest.mark.parametrize("step", ["agreed", "introduced", "declined"])
def test_each_step_is_one_change(desk: Desk, look: Look, ada: int, grace: int, step: str) -> None:
    introducing.asked(desk, ada, grace, ASK)
    before = (look.page(ada), look.page(grace))
    introducing.came(desk, ada, grace, step)
    assert state(look, grace) == step
    history.undo_last(desk)
    after = (look.page(ada), look.page(grace))
    for old, new in zip(before, after, strict=True):
        assert (old.introductions, old.timeline) == (new.introductions, new.timeline)
        assert [(t.kind, t.due) for t in old.tasks] == [(t.kind, t.due) for t in new.tasks]
        assert old.introducer_id == new.introducer_id


def test_who_would_rather_not_leaves_another_way_to_be_found(
    desk: Desk, look: Look, ada: int, bob: int, grace: int, hands: Hands
) -> None:
    introducing.asked(desk, ada, grace, ASK)
    introducing.came(desk, ada, grace, "declined")
    (task,) = look.page(grace).tasks
    assert (task.kind, task.title) == ("reach_out", "Find another way to them")
    assert theirs(look, ada) == {"reach_out": None}
    hands.forward(days=1)
    introducing.asked(desk, bob, grace, ASK)
    assert look.owed(grace) == theirs(look, bob) == {"nudge": date(2026, 12, 2)}
    assert theirs(look, ada) == {}
    assert introducing.introducer_of(desk, grace, Kind.INTRO_REQUEST) == bob


def test_an_introduction_nobody_asked_for(desk: Desk, look: Look, ada: int) -> None:
    dan, said = introducing.came_to_new(desk, ada, parse_quick("Dan Dante @ Acme"))
    assert said == "Ada Lovelace introduced you to Dan Dante"
    assert (look.page(dan).introducer_id, look.at(dan)) == (ada, "identified")
    assert set(look.owed(dan)) == {"ask", "nudge"}
    history.undo_last(desk)
    assert people.People(desk).count() == 1


def test_a_closed_interview_is_taken_up_by_being_introduced(
    desk: Desk, look: Look, ada: int, grace: int
) -> None:
    interviews.start(desk, grace)
    interviews.close(desk, grace, Exit.NO_REPLY)
    introducing.came(desk, ada, grace, "introduced")
    assert look.at(grace) == "identified"
    assert "ask" in look.owed(grace)


def test_a_no_takes_up_nothing_that_was_closed(
    desk: Desk, look: Look, ada: int, grace: int
) -> None:
    introducing.asked(desk, ada, grace, ASK)
    interviews.close(desk, grace, Exit.DORMANT)
    introducing.came(desk, ada, grace, "declined")
    assert (look.at(grace), state(look, grace)) == ("dormant", "declined")
    assert look.owed(grace) == {}


def test_who_has_introduced_us_has_agreed(desk: Desk, look: Look, ada: int, grace: int) -> None:
    introducing.came(desk, ada, grace, "introduced")
    with pytest.raises(Nothing, match="already"):
        introducing.came(desk, ada, grace, "agreed")
    assert state(look, grace) == "introduced"


def test_the_introducers_own_interview_waits_for_another_answer(
    desk: Desk, look: Look, ada: int, grace: int
) -> None:
    touches.log(desk, ada, Touch(EventKind.SENT, "meeting_request", "email"))
    before = look.owed(ada)
    introducing.asked(desk, ada, grace, ASK)
    introducing.came(desk, ada, grace, "agreed")
    assert (look.at(ada), look.owed(ada)) == ("requested", before)


def test_what_cannot_be(desk: Desk, ada: int, grace: int, hands: Hands) -> None:
    with pytest.raises(Usage, match="same person"):
        introducing.asked(desk, ada, ada, ASK)
    with pytest.raises(Usage, match="no step"):
        introducing.came(desk, ada, grace, "met")
    with pytest.raises(Usage, match="future"):
        introducing.came(desk, ada, grace, "agreed", at=hands.at + timedelta(hours=1))
    introducing.came(desk, ada, grace, "agreed")
    with pytest.raises(Nothing, match="noted already"):
        introducing.came(desk, ada, grace, "agreed")
    with pytest.raises(Nothing, match="Who introduced Ada"):
        introducing.introducer_of(desk, ada)


# Who could


def test_those_who_know_them_come_first(desk: Desk, ada: int, bob: int, grace: int) -> None:
    ann, _ = people.quick_add(desk, "Ann Able @ Navy")
    eve, _ = people.quick_add(desk, "Eve Early @ Navy")
    editing.set_closeness(desk, eve, Closeness.CLOSE)
    editing.set_closeness(desk, ada, Closeness.CLOSE)
    assert [row.id for row in introducing.introducers(desk, grace)] == [eve, ann, ada]
    assert [row.id for row in introducing.introducers(desk, grace, "bob")] == [bob]
    assert introducing.introducers(desk, grace, "grace") == []
    editing.edit(desk, grace, people.page(desk, grace).rev, {"introduced_by": "Bob Byron"})
    assert introducing.introducers(desk, grace)[0].id == bob
    editing.set_do_not_contact(desk, bob, True)
    assert bob not in {row.id for row in introducing.introducers(desk, grace)}


def test_whom_they_could_introduce(desk: Desk, ada: int, bob: int, grace: int) -> None:
    ann, _ = people.quick_add(desk, "Ann Able @ Acme")
    interviews.start(desk, grace)
    assert [row.id for row in introducing.wanted(desk, ada)] == [ann, grace]
    assert [row.id for row in introducing.wanted(desk, ada, "byron")] == [bob]


# Names that were only given


def test_a_name_that_was_given_is_followed_to_its_end(desk: Desk, look: Look, ada: int) -> None:
    touches.log(desk, ada, Touch(EventKind.SENT, "meeting_request", "email"))
    dan, _ = coming_in.referred(desk, ada, parse_quick("Dan Dante @ Acme"))
    assert (state(look, ada), state(look, dan)) == ("named", "named")
    assert look.page(ada).introductions[0].words == "Ada Lovelace sent you to Dan Dante"
    assert look.story(dan)[-1] == "introduction"
    (first,) = look.page(dan).tasks
    assert composing.begin(desk, dan, task=first).template == "meeting_request-introduced-plain"
    (thanks,) = look.page(ada).tasks
    composition = composing.begin(desk, ada, task=thanks)
    assert composition.template == "decline-named-plain"
    assert "pointing me to Dan Dante" in composition.body
    assert composing.begin(desk, ada).template == "decline-named-plain"
    coming_in.met(desk, dan)
    assert state(look, dan) == "met"
    assert set(theirs(look, ada)) == {"thank_introducer"}


@pytest.mark.parametrize(
    ("suggested", "somebody"),
    [
        ("Grace Hopper", True),
        ("Grace Hopper, Admiral @ Navy", True),
        ("grace@navy.example", False),
        ("Grace <grace@navy.example>", True),
        ("The Mythical Man-Month", False),
        ("Read Deep Work", False),
        ("a course on statistics", False),
        ("Grace", False),
        ("", False),
        ("talk to a buyer first", False),
    ],
)
def test_a_suggestion_is_a_person_where_it_reads_like_one(suggested: str, somebody: bool) -> None:
    assert (debriefing.somebody_in(suggested) is not None) == somebody


def test_whom_they_suggested_joins_the_board_with_the_debrief(
    desk: Desk, look: Look, ada: int
) -> None:
    coming_in.met(desk, ada)
    task = next(one for one in look.page(ada).tasks if one.kind == "debrief")
    named = parse_quick("Grace Hopper @ Navy")
    said = debriefing.finish(desk, task.id, "Calm.", "Grace Hopper @ Navy", named=named)
    assert said == "Debrief of Ada Lovelace is done; Grace Hopper is on the board"
    grace = people.resolve(desk, "Grace Hopper")
    assert (look.page(grace).introducer_id, look.at(grace)) == (ada, "identified")
    history.undo_last(desk)
    assert people.People(desk).count() == 1
    assert "debrief" in look.owed(ada)


# Which message, by itself


def test_thanks_by_mail_go_by_mail_whatever_the_thread_was(
    desk: Desk, look: Look, ada: int
) -> None:
    touches.log(desk, ada, Touch(EventKind.SENT, "meeting_request", "linkedin"))
    coming_in.met(desk, ada)
    composition = composing.begin(desk, ada)
    assert (composition.kind, composition.channel) == (Kind.THANK_YOU_EMAIL, Channel.EMAIL)
    task = next(one for one in look.page(ada).tasks if one.kind == "thank_email")
    assert composing.begin(desk, ada, task=task).channel is Channel.EMAIL


def test_two_beats(desk: Desk, look: Look, ada: int, hands: Hands) -> None:
    """Warm first; what I look for once they answered. Each says which it is."""
    interviews.start(desk, ada)
    (task,) = look.page(ada).tasks
    assert task.reason.startswith("First beat, without the search:")
    first = composing.begin(desk, ada, task=task)
    assert (first.kind, first.beat) == (Kind.RECONNECT, "first beat")
    found = check("", "Hi Ada,\n\nI'm looking for a new job. Any advice?", first.context)
    assert {one.code for one in found} >= {"job_ask"}
    found = check("", "Hi Ada, my next step is near. Could we meet for coffee?", first.context)
    assert [one.code for one in found] == ["length", *["search_too_soon"] * 3]
    touches.log(desk, ada, Touch(EventKind.SENT, "reconnect", "linkedin"))
    silent = composing.begin(desk, ada)
    assert (silent.template, silent.beat) == ("linkedin_message-nudge-plain", "")
    hands.forward(days=1)
    coming_in.yes(desk, ada)
    (task,) = look.page(ada).tasks
    assert task.title == "Second beat: ask for 30 minutes"
    for second in (composing.begin(desk, ada, task=task), composing.begin(desk, ada)):
        assert second.template == "meeting_request-second_beat-plain"
        assert second.beat == "second beat"
    assert not composing.begin(desk, ada, kind=Kind.RECONNECT).context.first_beat


# Out and in again


def test_it_goes_out_and_comes_in_as_json(
    desk: Desk, ada: int, grace: int, tmp_path: Path, hands: Hands
) -> None:
    introducing.asked(desk, ada, grace, ASK)
    introducing.came(desk, ada, grace, "agreed", text="Happy to")
    out = exporting.export(desk).data
    paths = Paths(tmp_path / "new.db", tmp_path / "config.toml", tmp_path / "state")
    other = Desk.open(paths, Clock(source=hands), throwaway=True)
    try:
        importing.import_data(other, out, kind="json")
        assert exporting.export(other).data == out
        page = people.page(other, people.resolve(other, "Grace Hopper"))
        assert [one.words for one in page.introductions] == [
            "Ada Lovelace will introduce you to Grace Hopper"
        ]
    finally:
        other.close()
