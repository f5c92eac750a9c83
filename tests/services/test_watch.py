"""What another program does to the same database is noticed, and what we do ourselves is not."""

from __future__ import annotations

import os

import pytest

from ii_tui.services import history, interviews, people, safekeeping
from ii_tui.services.desk import Desk
from ii_tui.services.history import Watch
from ii_tui.store import messages


@pytest.fixture
def watch(desk: Desk) -> Watch:
    made = Watch(desk)
    made.start()
    return made


def test_nothing_happened(desk: Desk, watch: Watch) -> None:
    assert watch.look() is None
    assert watch.look() is None
    assert not watch.replaced


def test_what_others_touched_is_named(desk: Desk, other_desk: Desk, watch: Watch) -> None:
    ada, _ = people.quick_add(other_desk, "Ada Lovelace @ Acme")
    rows = watch.look()
    assert rows is not None
    assert set(rows) == {("contact", ada), ("company", 1)}
    assert watch.look() is None
    interviews.start(other_desk, ada)
    rows = watch.look()
    assert rows is not None
    assert {table for table, _ in rows} == {"interview", "event", "task"}


def test_our_own_changes_are_skipped(desk: Desk, other_desk: Desk, watch: Watch) -> None:
    desk.jobs.run(lambda: people.quick_add(desk, "Ada Lovelace"))
    assert watch.look() == ()
    bob, _ = people.quick_add(other_desk, "Bob Byron")
    desk.jobs.run(lambda: people.quick_add(desk, "Cid Campeador"))
    assert watch.look() == (("contact", bob),)


def test_their_undo_and_redo_are_changes(desk: Desk, other_desk: Desk, watch: Watch) -> None:
    ada, _ = people.quick_add(desk, "Ada Lovelace")
    watch.look()
    history.undo_last(other_desk)
    assert watch.look() == (("contact", ada),)
    history.redo_last(other_desk)
    assert watch.look() == (("contact", ada),)


def test_what_is_outside_undo_is_seen_as_something(
    desk: Desk, other_desk: Desk, watch: Watch
) -> None:
    ada, _ = people.quick_add(desk, "Ada Lovelace")
    watch.look()
    with other_desk.store.quiet() as db:
        messages.add_draft(db, ada, desk.now(), kind="share", channel="email", body="Hello")
    assert watch.look() == ()
    assert watch.look() is None


def test_forgetting_old_changes_shows_nothing(desk: Desk, other_desk: Desk, watch: Watch) -> None:
    people.quick_add(other_desk, "Ada Lovelace")
    watch.look()
    history.tidy(other_desk)
    assert watch.look() in (None, ())


def test_a_restore_is_noticed_although_our_own_file_rests(
    desk: Desk, watch: Watch, ada: int
) -> None:
    backup = safekeeping.backup(desk)
    watch.look()
    safekeeping.restore(desk.paths, backup)
    # Nothing of ours was touched; that the restore looked into our file may show.
    assert watch.look() in (None, ())
    assert watch.replaced


def test_a_daily_backup_is_made_once_a_day(desk: Desk, ada: int) -> None:
    made = safekeeping.daily(desk)
    assert made is not None
    assert safekeeping.daily(desk) is None
    os.utime(made, (made.stat().st_atime, made.stat().st_mtime - safekeeping.DAY_S - 1))
    assert safekeeping.daily(desk) is not None
