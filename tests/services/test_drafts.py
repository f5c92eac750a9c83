"""The draft saver: what is typed is kept, whatever happens to the screen, the disk or the row."""

from __future__ import annotations

import queue
import resource
import threading
from collections.abc import Iterator
from typing import Any

import pytest

from ii_tui.errors import DiskFull, IiError, Nothing
from ii_tui.services import handing_over, history, people
from ii_tui.services.desk import Desk
from ii_tui.services.drafts import DraftSaver, Saved, Slot
from ii_tui.store import messages

FIXED = {"kind": "reconnect", "channel": "email", "template": "plain"}


@pytest.fixture
def saver(desk: Desk) -> Iterator[DraftSaver]:
    made = DraftSaver(desk.store, desk.clock)
    yield made
    made.stop(0.2)


@pytest.fixture
def ada(desk: Desk) -> int:
    return people.quick_add(desk, "Ada Lovelace @ Acme")[0]


class Screen:
    """A slot, and what it was told."""

    def __init__(self, saver: DraftSaver, person: int, **fixed: Any) -> None:
        self.heard: queue.Queue[Saved] = queue.Queue()
        self.saver = saver
        self.slot = saver.open(Slot(person, FIXED | fixed, told=self.heard.put))

    def put(self, body: str, **more: Any) -> None:
        self.saver.put(self.slot, body=body, **more)

    def told(self) -> Saved:
        """What became of the text, once it is known."""
        return self.heard.get(timeout=20)

    def kept(self, body: str) -> Saved:
        """Saved at once."""
        self.put(body)
        assert self.saver.flush(20, self.slot)
        return self.told()


def bodies(desk: Desk) -> list[str]:
    return [row[0] for row in desk.store.db.rows("SELECT body FROM draft ORDER BY id")]


def test_it_is_saved_by_itself_after_the_last_key(desk: Desk, saver: DraftSaver, ada: int) -> None:
    screen = Screen(saver, ada)
    for end in range(1, 6):
        screen.put("Hello"[:end], cursor=end)
    saved = screen.told()
    assert saved.trouble is None
    assert not saved.apart
    assert saved.at == desk.now()
    (row,) = messages.drafts(desk.store.db, ada)
    assert (row.id, row.body, row.cursor, row.template) == (saved.draft_id, "Hello", 5, "plain")
    # One pause in typing, one save.
    assert row.rev == 1
    assert screen.heard.empty()


def test_typing_without_a_pause_is_saved_all_the_same(
    desk: Desk, saver: DraftSaver, ada: int
) -> None:
    """Keys closer together than the quiet time: the second is the longest that may be lost."""
    screen = Screen(saver, ada)
    keys = 0
    while screen.heard.empty():
        keys += 1
        screen.put("x" * keys)
    assert screen.told().trouble is None
    assert len(bodies(desk)[0]) > 0


def test_what_was_not_named_again_stays(desk: Desk, saver: DraftSaver, ada: int) -> None:
    screen = Screen(saver, ada)
    screen.put("Hello", subject="About Acme")
    screen.put("Hello Ada")
    assert saver.flush(20)
    assert desk.store.db.rows("SELECT subject, body FROM draft") == [("About Acme", "Hello Ada")]


def test_flush_saves_every_slot_at_once(desk: Desk, saver: DraftSaver, ada: int) -> None:
    screens = [Screen(saver, ada) for _ in range(5)]
    for number, screen in enumerate(screens):
        screen.put(f"text {number}")
    assert saver.flush(20)
    assert sorted(bodies(desk)) == [f"text {number}" for number in range(5)]
    assert saver.flush(0)


def test_closing_saves_what_is_pending(desk: Desk, saver: DraftSaver, ada: int) -> None:
    screen = Screen(saver, ada)
    screen.put("Last words")
    assert saver.close(screen.slot, 20)
    assert bodies(desk) == ["Last words"]


def test_a_screen_that_was_taken_away_is_finished_without_it(
    desk: Desk, saver: DraftSaver, ada: int
) -> None:
    screen = Screen(saver, ada)
    screen.put("Last words")
    saver.close(screen.slot, timeout=0)
    assert screen.told().trouble is None
    assert bodies(desk) == ["Last words"]


def test_stopping_saves_and_ends_the_thread(desk: Desk, ada: int) -> None:
    saver = DraftSaver(desk.store, desk.clock)
    screen = Screen(saver, ada)
    screen.put("Last words")
    assert saver.stop(20)
    assert bodies(desk) == ["Last words"]
    assert saver._thread is not None
    assert not saver._thread.is_alive()


def test_saved_elsewhere_meanwhile_both_are_kept_apart(
    desk: Desk, other_desk: Desk, saver: DraftSaver, ada: int
) -> None:
    screen = Screen(saver, ada)
    first = screen.kept("Hello")
    theirs = DraftSaver(other_desk.store, other_desk.clock)
    other = Screen(theirs, ada)
    other.slot.draft_id, other.slot.rev = first.draft_id, 1
    assert not other.kept("Hello from the other window").apart
    saved = screen.kept("Hello from this one")
    assert saved.apart
    assert saved.draft_id != first.draft_id
    assert bodies(desk) == ["Hello from the other window", "Hello from this one"]
    # Both go on, each with its own.
    assert not screen.kept("this, more").apart
    assert not other.kept("that, more").apart
    assert bodies(desk) == ["that, more", "this, more"]
    theirs.stop()


def test_marked_as_sent_elsewhere_what_is_typed_after_is_a_new_text(
    desk: Desk, other_desk: Desk, saver: DraftSaver, ada: int
) -> None:
    """Or it would be kept in a draft that nobody sees any more."""
    screen = Screen(saver, ada)
    first = screen.kept("Hello")
    handing_over.sent(other_desk, first.draft_id)
    assert messages.drafts(desk.store.db, ada) == []
    # The same words once more are no new text.
    assert not screen.kept("Hello").apart
    assert messages.drafts(desk.store.db, ada) == []
    assert screen.kept("Hello, and one thing more").apart
    (row,) = messages.drafts(desk.store.db, ada)
    assert row.body == "Hello, and one thing more"
    assert messages.messages(desk.store.db)[0].body == "Hello"


def test_thrown_away_elsewhere_it_is_kept(
    desk: Desk, other_desk: Desk, saver: DraftSaver, ada: int
) -> None:
    screen = Screen(saver, ada)
    first = screen.kept("Hello")
    with other_desk.store.quiet() as db:
        messages.delete_draft(db, first.draft_id)
    saved = screen.kept("Hello, still here")
    assert saved.apart
    (row,) = messages.drafts(desk.store.db, ada)
    assert (row.body, row.kind, row.template) == ("Hello, still here", "reconnect", "plain")


def test_a_new_draft_in_the_place_of_a_thrown_away_one_is_not_touched(
    desk: Desk, other_desk: Desk, saver: DraftSaver, ada: int
) -> None:
    screen = Screen(saver, ada)
    first = screen.kept("Hello")
    with other_desk.store.quiet() as db:
        messages.delete_draft(db, first.draft_id)
        messages.add_draft(db, ada, desk.now(), kind="share", channel="email", body="For another")
    assert screen.kept("Hello again").apart
    assert bodies(desk) == ["For another", "Hello again"]


def test_copying_a_text_does_not_make_its_writer_stale(
    desk: Desk, saver: DraftSaver, ada: int
) -> None:
    screen = Screen(saver, ada)
    first = screen.kept("Hello")
    with desk.store.quiet() as db:
        messages.mark_copied(db, first.draft_id, desk.now())
    assert not screen.kept("Hello, with an afterthought").apart
    (row,) = messages.drafts(desk.store.db, ada)
    assert row.copied == desk.now()


def test_a_full_disk_keeps_the_text_and_saves_it_once_there_is_room(
    desk: Desk, saver: DraftSaver, ada: int
) -> None:
    screen = Screen(saver, ada)
    first = screen.kept("Hello")
    sizes = [file.stat().st_size for file in desk.store.path.parent.glob("ii.db*")]
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (max(sizes), hard))
    try:
        screen.put("x" * 5_000_000)
        assert not saver.flush(0.2, screen.slot)
        saved = screen.told()
        assert isinstance(saved.trouble, DiskFull)
        assert str(desk.store.path) in saved.trouble.message
        assert saved.draft_id == first.draft_id
        # Typing goes on, and only the latest counts.
        screen.put("y" * 5_000_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert saver.flush(20)
    while (saved := screen.told()).trouble is not None:
        pass
    assert (saved.draft_id, saved.apart) == (first.draft_id, "")
    assert bodies(desk) == ["y" * 5_000_000]


def test_a_text_in_trouble_holds_up_no_other(desk: Desk, saver: DraftSaver, ada: int) -> None:
    bad, good = Screen(saver, 999), Screen(saver, ada)
    bad.put("To nobody")
    assert not saver.flush(0, bad.slot)
    saved = bad.told()
    assert bad.slot.pending == {"body": "To nobody"}
    assert isinstance(saved.trouble, Nothing)
    assert "not here any more" in saved.trouble.message
    for number in range(3):
        assert good.kept(f"text {number}").trouble is None
    assert bodies(desk) == ["text 2"]


def test_what_an_undo_took_away_under_the_text_is_left_out(
    desk: Desk, saver: DraftSaver, ada: int
) -> None:
    screen = Screen(saver, ada, interview=77, target=88)
    assert screen.kept("Hello").trouble is None
    assert desk.store.db.rows("SELECT interview_id, target_id FROM draft") == [(None, None)]


def test_undoing_the_person_and_doing_them_again_loses_no_text(
    desk: Desk, saver: DraftSaver, ada: int
) -> None:
    closed, screen = Screen(saver, ada), Screen(saver, ada)
    closed.kept("Written before")
    assert saver.close(closed.slot, 20)
    screen.kept("Hello")
    history.undo_last(desk)
    assert bodies(desk) == []
    screen.put("Hello, are you there?")
    assert not saver.flush(0.2, screen.slot)
    assert isinstance(screen.told().trouble, Nothing)
    history.redo_last(desk)
    assert saver.flush(20)
    assert set(bodies(desk)) >= {"Written before", "Hello, are you there?"}


def test_no_text_and_no_screen_ends_the_saving(desk: Desk, saver: DraftSaver, ada: int) -> None:
    def gone(saved: Saved) -> None:
        raise RuntimeError("the app is not running")

    slot = saver.open(Slot(ada, FIXED, told=gone))
    saver.put(slot, body="\ud800 half a \x1b[2J pair\x00")
    assert saver.flush(20)
    assert bodies(desk) == [" half a [2J pair"]
    strange = Screen(saver, ada)
    strange.put("x", nonsense=1)
    assert not saver.flush(0.2, strange.slot)
    trouble = strange.told().trouble
    assert isinstance(trouble, IiError)
    assert trouble.__cause__ is not None
    assert Screen(saver, ada).kept("Still saving").trouble is None


def test_a_text_that_others_save_is_a_leftover_until_it_is_on_disk(saver: DraftSaver) -> None:
    kept, stuck = saver.hold("text", "kept"), saver.hold("text", "stuck")
    saver.stuck(stuck)
    assert not saver.flush(0.01)
    saver.let_go(kept)
    # Nobody waits for what waits for an answer.
    assert not saver.flush(60)
    assert saver.leftover() == [{"kind": "text", "body": "stuck"}]
    assert saver.leftover() == []
    assert saver.flush(0)


def test_leaving_waits_for_a_text_on_its_way(saver: DraftSaver) -> None:
    held = saver.hold("text", "on its way")
    done = threading.Thread(target=saver.let_go, args=(held,))
    done.start()
    assert saver.flush(60)
    done.join()
