"""Two programs edit one row: both sides are told apart by what they began with."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from ii_tui.clock import Clock
from ii_tui.errors import Stale
from ii_tui.paths import Paths
from ii_tui.services import browsing, conflicts, editing, history, people
from ii_tui.services.desk import COMMAND_LINE, Desk
from ii_tui.services.person_form import EDITABLE, form_values
from tests.conftest import Hands


def test_both_sides_of_a_person(desk: Desk, other_desk: Desk, ada: int) -> None:
    page = people.page(desk, ada)
    base = form_values(page)
    editing.edit(other_desk, ada, page.rev, {"title": "Countess", "phone": "1", "tags": "math"})
    mine = base | {"title": "Programmer", "email": "ada@engine.example", "tags": "poetry"}
    with pytest.raises(Stale):
        editing.edit(desk, ada, page.rev, {"title": "Programmer"})
    now = people.page(desk, ada)
    who = conflicts.who_changed(desk, "contact", ada)
    found = conflicts.conflict(now.name, who, EDITABLE, base, mine, form_values(now))
    assert found.who == "changed at 09:00 in another window"
    (clash,) = found.clashes
    assert (clash.name, clash.base, clash.mine, clash.theirs) == (
        "title", "Analyst", "Programmer", "Countess",
    )  # fmt: skip
    assert found.beside() == ("Kept without asking: your e-mail and tags and their phone and tags.")
    values = found.resolved({"title": "Countess and programmer"})
    changed = {name: text for name, text in values.items() if text != form_values(now)[name]}
    editing.edit(desk, ada, now.rev, changed)
    after = people.page(desk, ada)
    assert (after.title, after.phone, after.email, after.tags) == (
        "Countess and programmer", "1", "ada@engine.example", ("math", "poetry"),
    )  # fmt: skip
    # Undo takes back what I did, and leaves what they did.
    history.undo_last(desk)
    assert form_values(people.page(desk, ada)) == form_values(now)


def test_who_changed_it(desk: Desk, other_desk: Desk, ada: int, paths: Paths, hands: Hands) -> None:
    assert conflicts.who_changed(desk, "contact", ada) == "changed at 09:00 here"
    assert conflicts.who_changed(desk, "contact", 99) == "changed elsewhere"
    command = Desk.open(paths, Clock(source=hands), throwaway=True, by=COMMAND_LINE)
    rev = people.page(command, ada).rev
    editing.edit(command, ada, rev, {"title": "Countess"})
    command.close()
    hands.forward(days=1, hours=2)
    assert conflicts.who_changed(desk, "contact", ada) == (
        "changed yesterday at 09:00 by the command line"
    )
    history.undo_last(other_desk)
    assert conflicts.who_changed(desk, "contact", ada) == (
        "changed by an undo or redo in another window"
    )


def test_a_company_keeps_its_line_ends_and_both_sides(desk: Desk, other_desk: Desk) -> None:
    company = browsing.add_company(desk, "Acme")
    page = browsing.company(desk, company)
    browsing.edit_company(other_desk, company, page.row.rev, notes="one\ntwo")
    with pytest.raises(Stale):
        browsing.edit_company(desk, company, page.row.rev, notes="three")
    assert browsing.company(desk, company).notes == "one\ntwo"
    with pytest.raises(editing.Refused) as caught:
        browsing.edit_company(desk, company, page.row.rev, name=" ")
    assert set(caught.value.fields) == {"name"}


def test_a_text_without_a_place_goes_to_a_file(desk: Desk) -> None:
    values = {"title": "Countess", "how_known": "from\nschool"}
    text = conflicts.as_text(EDITABLE, values)
    path = conflicts.keep_in_file(desk, "Ada Lovelace", text)
    assert path is not None
    assert path.parent == desk.paths.unsaved
    assert path.read_text() == "Title: Countess\nHow I know them: from\nschool\n"
    assert path.stat().st_mode & 0o777 == 0o600


def test_no_disk_takes_it(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocked = tmp_path / "a file"
    blocked.write_text("")
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(blocked))
    desk.paths = dataclasses.replace(desk.paths, state=blocked)
    assert conflicts.keep_in_file(desk, "note", "words") is None
