"""Triage: the ties that matter first, one small write each, taken back one by one, gone on with."""

from __future__ import annotations

import pytest

from ii_tui.core.stages import Closeness, EventKind
from ii_tui.errors import Nothing
from ii_tui.services import (
    browsing,
    editing,
    history,
    importing,
    interviews,
    people,
    touches,
    unsorted,
)
from ii_tui.services.desk import Desk
from ii_tui.services.touches import Touch
from ii_tui.services.triage import (
    LOW,
    WINDOW,
    Filter,
    Triage,
)
from tests.conftest import Hands
from tests.files.make_connections import connections_csv

CSV = """First Name,Last Name,URL,Email Address,Company,Position,Connected On
Old,Globex,https://www.linkedin.com/in/old-globex,,Globex,Designer,01 Jan 2011
New,Globex,https://www.linkedin.com/in/new-globex,,Globex,Buyer,01 Jan 2024
First,Initech,https://www.linkedin.com/in/first-initech,,Initech,Analyst,01 Jan 2019
Talking,Elsewhere,https://www.linkedin.com/in/talking,,Umbra,Cook,01 Jan 2010
Written,Elsewhere,https://www.linkedin.com/in/written,,Umbra,Cook,01 Jan 2009
Late,Elsewhere,https://www.linkedin.com/in/late,,Umbra,Cook,01 Jan 2025
Early,Elsewhere,https://www.linkedin.com/in/early,,Umbra,Cook,01 Jan 2015
Forgotten,Elsewhere,https://www.linkedin.com/in/forgotten,,Umbra,Cook,01 Jan 2014
"""


@pytest.fixture
def network(desk: Desk, hands: Hands) -> Desk:
    """Two target companies, Initech wanted more; two living ties elsewhere; and the rest."""
    importing.import_data(desk, CSV.encode(), name="c.csv")
    for name, motivation in (("Globex", 1), ("Initech", 3)):
        browsing.set_motivation(desk, browsing.add_company(desk, name), motivation)
    touches.log(desk, who(desk, "forgotten"), Touch(EventKind.SENT, "share", "linkedin"))
    hands.forward(days=200)
    interviews.start(desk, who(desk, "talking"))
    hands.forward(days=1)
    touches.log(desk, who(desk, "written"), Touch(EventKind.SENT, "share", "linkedin"))
    return desk


def who(desk: Desk, slug: str) -> int:
    return people.resolve(desk, slug)


def begun(desk: Desk, **how: object) -> Triage:
    sitting = Triage(desk, **how)  # type: ignore[arg-type]  # names of its fields
    sitting.begin()
    return sitting


def order(sitting: Triage) -> list[str]:
    """Who is asked about, to the end."""
    found = []
    while sitting.current is not None:
        found.append(sitting.answer(None).row.first)
        sitting.fill()
    return found


def test_the_ties_that_matter_come_first(network: Desk) -> None:
    sitting = begun(network)
    assert sitting.left == 8
    assert order(sitting) == [
        *("First", "New", "Old"),  # target companies as the LAMP list has them
        *("Written", "Talking"),  # living ties, the latest touch first
        *("Late", "Early", "Forgotten"),  # the rest by their connection
    ]
    assert sitting.ended


def test_who_is_not_asked_about(network: Desk) -> None:
    editing.set_closeness(network, who(network, "new-globex"), Closeness.CLOSE)
    editing.archive(network, who(network, "late"))
    editing.set_do_not_contact(network, who(network, "early"), True)
    assert order(begun(network)) == ["First", "Old", "Written", "Talking", "Forgotten"]
    everyone = begun(network, everyone=True)
    assert everyone.left == 6
    assert "New" in order(everyone)


def test_the_list_that_is_shown_is_the_one_that_is_asked_about(network: Desk) -> None:
    globex = network.store.db.value("SELECT id FROM company WHERE name = 'Globex'")
    assert order(begun(network, wanted=Filter(company=globex))) == ["New", "Old"]
    assert order(begun(network, wanted=Filter(text="umbra cook la"))) == ["Late"]
    editing.archive(network, who(network, "late"))
    assert order(begun(network, wanted=Filter(archived=True))) == ["Late"]


def test_several_are_taken_back_in_a_row(network: Desk) -> None:
    sitting = begun(network)
    for tie in (Closeness.CLOSE, None, Closeness.STRANGER):
        sitting.write(sitting.answer(tie))
    assert [one.words for one in sitting.said] == [
        "First Initech: close", "New Globex: skipped", "Old Globex: stranger",
    ]  # fmt: skip
    for name, left in (("Old", 6), ("New", 7), ("First", 8)):
        back = sitting.back()
        sitting.take_back(back)
        assert (back.row.first, sitting.current, sitting.left) == (name, back.row, left)
    assert history.redo_last(network) == "Done again: First Initech: close."
    assert history.redo_last(network) == "Done again: Old Globex: stranger."
    for _ in range(2):
        history.undo_last(network)
    assert people.page(network, who(network, "first-initech")).closeness is None
    with pytest.raises(Nothing):
        sitting.back()


def test_something_else_came_between(network: Desk) -> None:
    """Only the tie is taken back, and not what was done after it."""
    sitting = begun(network)
    said = sitting.answer(Closeness.CLOSE)
    sitting.write(said)
    people.add_note(network, who(network, "late"), "Ask her.")
    sitting.take_back(sitting.back())
    assert people.page(network, said.row.id).closeness is None
    assert people.page(network, who(network, "late")).timeline[0].text == "Ask her."


def test_the_next_sitting_begins_where_this_one_stopped(network: Desk) -> None:
    sitting = begun(network)
    sitting.write(sitting.answer(Closeness.CLOSE))
    sitting.write(sitting.answer(None))
    sitting.leave()
    later = begun(network)
    assert later.current is not None
    assert (later.current.first, later.left) == ("Old", 6)
    order(later)
    later.again()
    assert later.current is not None
    assert (later.current.first, later.left) == ("New", 7)


def test_what_could_not_be_kept_is_asked_again(network: Desk) -> None:
    sitting = begun(network)
    said = sitting.answer(Closeness.CLOSE)
    sitting.failed(said)
    assert (sitting.current, sitting.left, sitting.said) == (said.row, 8, [])


def test_a_tie_decides_what_is_owed(network: Desk) -> None:
    """Sorting someone who is on the board plans anew what is owed there."""
    talking = who(network, "talking")
    sitting = begun(network, wanted=Filter(text="talking"))
    sitting.write(sitting.answer(Closeness.CLOSE))
    assert people.page(network, talking).closeness is Closeness.CLOSE


def test_the_line_on_today_can_be_put_off(network: Desk, hands: Hands) -> None:
    assert unsorted.for_today(network) == unsorted.at_targets(network) == 3
    unsorted.put_off(network)
    assert unsorted.for_today(network) == 0
    hands.forward(days=unsorted.QUIET_DAYS)
    assert unsorted.for_today(network) == 3


def test_thousands_are_read_by_windows_along_the_indexes(desk: Desk) -> None:
    importing.import_data(desk, connections_csv(3000), name="c.csv")
    big = desk.store.db.value("SELECT company_id FROM contact GROUP BY 1 ORDER BY count(*) DESC")
    browsing.set_target(desk, big, True)
    there = desk.store.db.value("SELECT count(*) FROM contact WHERE company_id = ?", big)
    sitting = begun(desk)
    assert len(sitting._queue) == WINDOW
    seen = []
    for _ in range(there + 5):
        assert sitting.current is not None
        seen.append(sitting.answer(None).row)
        sitting.fill()
        assert len(sitting._queue) > LOW
    assert [row.target for row in seen] == [True] * there + [False] * 5
    assert len({row.id for row in seen}) == there + 5
    assert sitting.left == 3000 - there - 5
    plan = " ".join(
        row[3]
        for row in desk.store.db.rows(
            "EXPLAIN QUERY PLAN SELECT c.id FROM contact c INDEXED BY contact_unsorted_latest "
            "WHERE c.archived IS NULL AND c.do_not_contact = 0 AND c.closeness IS NULL "
            "ORDER BY c.connected_on DESC, c.id DESC LIMIT 40"
        )
    )
    assert "TEMP B-TREE" not in plan, "in the order of the index: nothing is sorted"
