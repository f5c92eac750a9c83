"""I found the job: who helped hears of it, once and in order; the rest is asked about; undone."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from ii_tui.core.checks import blocks
from ii_tui.core.kinds import Kind
from ii_tui.core.quickadd import parse_quick
from ii_tui.core.stages import Answer, EventKind, Exit, Stage
from ii_tui.errors import Nothing
from ii_tui.services import (
    coming_in,
    composing,
    editing,
    exporting,
    found,
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
from tests.services.conftest import Meet
from tests.services.living import new_desk


def log(desk: Desk, who: int, kind: str, what: str | None = None, **more: object) -> None:
    touches.log(desk, who, Touch(EventKind(kind), what, **more))  # type: ignore[arg-type]  # its fields


@pytest.fixture
def search(desk: Desk, hands: Hands) -> dict[str, int]:
    """A search near its end, one person for each way to have helped, or not."""
    ids = {
        name: people.quick_add(desk, f"{name} Test, Analyst @ {name}works")[0]
        for name in ("Answered", "Declined", "Gone", "Introduced", "Met", "Never", "Not", "Ooo")
    }
    for name in ("Answered", "Declined", "Met", "Never", "Ooo"):
        log(desk, ids[name], "sent", "meeting_request")
    log(desk, ids["Answered"], "received", answer=Answer.YES)
    coming_in.no(desk, ids["Declined"])
    log(desk, ids["Ooo"], "received", answer=Answer.OOO)
    hands.forward(days=1)
    for _ in range(2):
        log(desk, ids["Met"], "met")  # met twice, to be told once
        hands.forward(days=30)
    ids["New"], _ = introducing.came_to_new(
        desk, ids["Introduced"], parse_quick("New Friend @ Newworks")
    )
    log(desk, ids["Introduced"], "met")
    ids["Sent"], _ = people.quick_add(desk, "Sent Onward @ Elsewhere")
    coming_in.referred(desk, ids["Sent"], parse_quick("Other Body @ Elsewhere"))
    for name in ("Gone", "Not"):
        log(desk, ids[name], "met")
    editing.archive(desk, ids["Gone"])
    editing.set_do_not_contact(desk, ids["Not"], True)
    return ids


def told(desk: Desk) -> list[str]:
    return [task.first for task in found.to_tell(desk)]


def offer(desk: Desk) -> str:
    return next((f"{o.title} | {o.reason}" for o in today.the_day(desk).offers
                 if o.kind == "outcome"), "")  # fmt: skip


def test_who_helped_in_which_order_and_why(desk: Desk, search: dict[str, int]) -> None:
    assert [(row.first, row.help.reason) for row in found.helpers(desk)] == [
        ("Introduced", "They introduced you to New Friend, and you met."),
        ("Met", "You met."),
        ("Sent", "They named someone else to you."),
        ("Answered", "They answered you."),
    ]


def test_one_act_makes_an_outcome_for_each_of_them(desk: Desk, search: dict[str, int]) -> None:
    before = [(card.interview_id, card.stage) for card in interviews.the_board(desk).cards]
    words = found.found(desk, "Contoso")
    assert words == "You found the job at Contoso: 4 people to tell"
    assert told(desk) == ["Introduced", "Met", "Sent", "Answered"]
    assert [(c.interview_id, c.stage) for c in interviews.the_board(desk).cards] == before
    assert offer(desk).startswith("Tell 4 people the news | Outcome: 0 of 4 told.")
    count = today.open_count(desk)
    assert count == today.the_day(desk).count
    assert history.undo_last(desk) == f"Undone: {words}."
    assert (told(desk), offer(desk)) == ([], "")
    assert today.open_count(desk) == count - 1, "the news is one thing to do"
    history.redo_last(desk)
    assert len(told(desk)) == 4


def test_each_is_told_once_however_often_it_is_said(desk: Desk, search: dict[str, int]) -> None:
    found.found(desk, "Contoso")
    with pytest.raises(Nothing):
        found.found(desk, "Contoso")
    assert len(told(desk)) == 4


def test_some_are_left_out(desk: Desk, search: dict[str, int]) -> None:
    found.found(desk, "", without=[search["Sent"], search["Met"]])
    assert told(desk) == ["Introduced", "Answered"]


def test_nothing_is_told_before_its_day(desk: Desk, search: dict[str, int], hands: Hands) -> None:
    day = desk.today() + timedelta(days=4)
    found.found(desk, "Contoso", day)
    assert told(desk) == []
    assert offer(desk).startswith("From ")
    assert not [task for task in today.the_day(desk).soon if task.kind == "outcome"]
    while desk.today() < day:
        assert told(desk) == []
        hands.forward(days=1)
    assert len(told(desk)) == 4


def test_sending_the_news_tells_one_more(desk: Desk, search: dict[str, int]) -> None:
    found.found(desk, "Contoso")
    task = found.to_tell(desk)[0]
    begun = composing.begin(desk, task.person_id, task=task)
    assert begun.kind is Kind.OUTCOME
    assert begun.template.startswith("outcome-introducer")
    assert "I have found a job at Contoso" in begun.body
    assert "your introduction to New Friend" in begun.body
    begun = composing.with_names(begun, composing.network_names(desk))
    stops = [one.code for one in blocks(composing.findings(begun, begun.subject, begun.body))]
    assert set(stops) <= {"placeholder"}, "naming whom they introduced, and where, is the point"
    handing_over.sent(desk, composing.save_draft(desk, begun, begun.subject, begun.body))
    assert told(desk) == ["Met", "Sent", "Answered"]
    assert "Outcome: 1 of 4 told." in offer(desk)
    touches.log(desk, search["Met"], Touch(EventKind.SENT, "outcome"))
    assert told(desk) == ["Sent", "Answered"]
    history.undo_last(desk)
    assert told(desk) == ["Met", "Sent", "Answered"]
    met = composing.begin(desk, search["Met"], task=found.to_tell(desk)[0])
    assert met.template.startswith("outcome-plain")
    assert "Our conversation" in met.body


def test_who_must_not_be_contacted_any_more_is_not_told(desk: Desk, search: dict[str, int]) -> None:
    found.found(desk, "Contoso")
    editing.set_do_not_contact(desk, search["Met"], True)
    assert told(desk) == ["Introduced", "Sent", "Answered"]
    assert "of 3 told" in offer(desk)


def test_the_rest_is_closed_only_where_that_was_said(
    desk: Desk, search: dict[str, int], meet: Meet
) -> None:
    meet(search["Never"], "tomorrow 10:00 coffee @ Corner Cafe")
    cards = {card.first: card for card in found.still_open(desk)}
    assert {"Never", "Answered", "Ooo", "New", "Other"} <= cards.keys()
    assert "Met" not in cards, "who was met stays in touch"
    assert cards["Never"].next_meeting is not None
    found.found(desk, "Contoso", close={cards["Ooo"].interview_id: Exit.LAPSED})
    page = people.page(desk, search["Ooo"])
    assert page.interview is not None
    assert (page.interview.exit, page.interview.exit_reason) == (
        Exit.LAPSED, "I found a job at Contoso",
    )  # fmt: skip
    planned = people.page(desk, search["Never"]).planned
    assert planned is not None, "no meeting is cancelled silently"
    history.undo_last(desk)
    page = people.page(desk, search["Ooo"])
    assert page.interview is not None
    assert page.interview.exit is None
    assert told(desk) == []


def test_where_it_may_be(desk: Desk, search: dict[str, int]) -> None:
    interviews.move(desk, search["Answered"], Stage.IN_TOUCH)
    assert found.where(desk)[0] == "Answeredworks"


def test_nobody_helped(desk: Desk) -> None:
    people.quick_add(desk, "Ada Lovelace")
    with pytest.raises(Nothing):
        found.found(desk, "Contoso")


def test_the_order_comes_back_from_an_export(
    desk: Desk, search: dict[str, int], hands: Hands, tmp_path: Path
) -> None:
    found.found(desk, "Contoso")
    with new_desk(tmp_path / "copy", hands) as copy:
        importing.import_data(copy, exporting.export(desk).data, name="export.json")
        assert told(copy) == told(desk) != sorted(told(desk))


def test_two_copies_that_both_found_the_job_tell_each_person_once(
    desk: Desk, search: dict[str, int], hands: Hands, tmp_path: Path
) -> None:
    before = exporting.export(desk).data
    with new_desk(tmp_path / "copy", hands) as copy:
        importing.import_data(copy, before, name="export.json")
        found.found(copy, "Contoso")
        (first, *rest) = told(copy)
        settling.done(copy, found.to_tell(copy)[0].id)
        found.found(desk, "Contoso")
        importing.import_data(desk, exporting.export(copy).data, name="export.json")
    assert told(desk) == rest, f"{first} heard of it in the other copy"
