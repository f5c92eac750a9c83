"""Importing connections: what follows for who is on the board, and others who write meanwhile."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable

import pytest

from ii_tui.core.stages import EventKind, Stage
from ii_tui.services import editing, history, importing, interviews, people, touches
from ii_tui.services.desk import Desk
from ii_tui.services.import_report import Report, Stopped
from tests.conftest import Hands
from tests.services.conftest import Look

HEAD = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"


def row(name: str, company: str = "Acme", email: str = "") -> str:
    first, last = name.split()
    slug = f"{first}-{last}".lower()
    return (
        f"{first},{last},https://www.linkedin.com/in/{slug},{email},{company},Analyst,20 Nov 2024\n"
    )


def take(desk: Desk, *rows: str, stop: threading.Event | None = None) -> Report:
    return importing.import_data(desk, (HEAD + "".join(rows)).encode(), name="c.csv", stop=stop)


def one(desk: Desk, name: str) -> int:
    return people.resolve(desk, name)


def test_an_address_that_came_in_plans_anew(desk: Desk, look: Look) -> None:
    take(desk, row("Bob Byron"))
    bob = one(desk, "Bob Byron")
    touches.log(desk, bob, touches.Touch(EventKind.RECEIVED))
    interviews.start(desk, bob)
    interviews.move(desk, bob, Stage.REPLIED)
    touches.log(desk, bob, touches.Touch(EventKind.RECEIVED))
    assert "ask for their e-mail" in look.page(bob).tasks[0].reason
    take(desk, row("Bob Byron", email="bob@example.org"))
    assert "ask for their e-mail" not in look.page(bob).tasks[0].reason
    history.undo_last(desk)
    assert "ask for their e-mail" in look.page(bob).tasks[0].reason


def test_rows_that_were_all_refused_leave_nothing_to_undo(desk: Desk) -> None:
    take(desk, row("Bob Byron"))
    before = history.changes(desk)
    report = take(desk, row("Bob Byron"), "just one cell\n")
    assert (report.new, report.updated, report.unchanged) == (0, 0, 1)
    assert len(report.rejected) == 1
    assert history.changes(desk) == before


def test_one_person_is_no_people(desk: Desk) -> None:
    take(desk, row("Bob Byron"))
    assert history.changes(desk)[0].name == "Imported 1 person from c.csv"


def test_a_newer_file_confirms_where_people_work(desk: Desk, look: Look, hands: Hands) -> None:
    take(desk, row("Bob Byron"), row("Ada Lovelace"))
    bob = one(desk, "Bob Byron")
    first = look.page(bob).employer_seen
    hands.forward(days=400)
    take(desk, row("Bob Byron"), row("Ada Lovelace"))
    assert look.page(bob).employer_seen == first, "the same file says nothing of today"
    take(desk, row("Bob Byron"), row("Ada Lovelace"), row("Grace Hopper"))
    assert look.page(bob).employer_seen == desk.today()


def test_a_typed_employer_is_seen_today(desk: Desk, look: Look, hands: Hands) -> None:
    take(desk, row("Bob Byron"))
    bob = one(desk, "Bob Byron")
    hands.forward(days=400)
    editing.edit(desk, bob, look.page(bob).rev, {"title": "Director"})
    assert look.page(bob).employer_seen == desk.today()


class Meanwhile(threading.Event):
    """Never set; `act` is called when the rows are matched and nothing is written yet.

    It is asked after each piece that was read (here there is one), before matching and after it.
    """

    def __init__(self, act: Callable[[], object]) -> None:
        super().__init__()
        self._left = 3
        self._act = act

    def is_set(self) -> bool:
        self._left -= 1
        if self._left == 0:
            self._act()
        return False


def test_what_another_program_writes_meanwhile_is_kept(desk: Desk, other_desk: Desk) -> None:
    take(desk, row("Ada Lovelace"))
    ada = one(desk, "Ada Lovelace")

    def other() -> None:
        people.quick_add(other_desk, "Bob Byron linkedin.com/in/bob-byron")
        editing.edit(other_desk, ada, people.page(other_desk, ada).rev, {"title": "Countess"})

    stop = Meanwhile(other)
    report = take(desk, row("Ada Lovelace", company="Globex"), row("Bob Byron"), stop=stop)
    assert report.new == 0, "Bob is here already"
    assert people.page(desk, ada).title == "Countess"
    assert people.page(desk, ada).company == "Globex"
    assert len(people.People(desk).window(0, 10)) == 2


def test_a_number_is_never_given_twice(desk: Desk) -> None:
    take(desk, row("Bob Byron"), row("Cleo Clark"))
    before = {one(desk, "Bob Byron"), one(desk, "Cleo Clark")}
    history.undo_last(desk)
    take(desk, row("Dora Dean"))
    assert one(desk, "Dora Dean") > max(before)


def test_a_thread_that_draws_waits_less_while_an_import_runs(desk: Desk) -> None:
    usual, meanwhile = sys.getswitchinterval(), list[float]()

    def told(done: int, total: int) -> None:
        meanwhile.append(sys.getswitchinterval())

    data = (HEAD + row("Bob Byron")).encode()
    importing.import_data(desk, data, progress=told, dry_run=True)
    assert set(meanwhile) == {usual}, "nothing draws for a command"
    meanwhile.clear()
    desk.draws_here()
    importing.import_data(desk, data, progress=told, dry_run=True)
    assert max(meanwhile) < usual / 5
    stop = threading.Event()
    stop.set()
    with pytest.raises(Stopped):
        importing.import_data(desk, data, stop=stop)
    assert sys.getswitchinterval() == usual
