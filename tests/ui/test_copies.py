"""One draft in two windows: both texts are kept, compared, and made one by keyboard."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from ii_tui.core.kinds import Kind
from ii_tui.errors import Stale
from ii_tui.services import composing, handing_over, history, people
from ii_tui.services.desk import Desk
from ii_tui.ui.dialogs.merging import JoinDialog, MergeDialog
from ii_tui.ui.screens.composer import ComposerScreen
from ii_tui.ui.screens.messages import MessagesScreen
from tests.ui.composer_app import Writing, add, kept, on, opened, picture, prepare, until
from tests.ui.elsewhere import throws_away, writes


def bodies(desk: Desk, person: int) -> set[str]:
    """The texts of their drafts."""
    return {draft.body for draft in people.page(desk, person).drafts}


async def begun(pilot: Pilot[int], person: int) -> ComposerScreen:
    """A composer in which a draft is on disk."""
    screen = await opened(pilot, person, kind=Kind.RECONNECT)
    screen.text.replace_all("Hi Ada,\n\nmine.\n\nGrace")
    await kept(pilot, screen)
    return screen


async def split(pilot: Pilot[int], screen: ComposerScreen, other_desk: Desk) -> None:
    """The other window saves the draft, and here somebody types on."""
    writes(other_desk, screen.keeper.draft_id, "Hi Ada,\n\ntheirs.\n\nGrace")
    await pilot.press("x")
    await kept(pilot, screen)
    await on(pilot, "Both are kept")


async def test_a_text_that_is_only_looked_at_follows_the_other_window(
    me: Desk, other_desk: Desk
) -> None:
    person = prepare(me, Kind.RECONNECT)
    app = Writing(me)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await begun(pilot, person)
        screen.text.put_cursor(5)
        writes(other_desk, screen.keeper.draft_id, "Hi Ada,\n\ntheirs.\n\nGrace")
        await until(pilot, lambda: "theirs." in screen.text.text)
        await on(pilot, "The other window wrote on")
        assert screen.text.cursor_index == 5
        assert app.focused is screen.text
        assert bodies(me, person) == {"Hi Ada,\n\ntheirs.\n\nGrace"}
        await pilot.press("ctrl+z")
        await kept(pilot, screen)
        assert bodies(me, person) == {"Hi Ada,\n\nmine.\n\nGrace"}
        # Nothing is typed and it is left before the other window was looked at.
        writes(other_desk, screen.keeper.draft_id, "the last word")
        await pilot.press("escape")
        await on(pilot, MessagesScreen)
        assert bodies(me, person) == {"the last word"}


@pytest.mark.parametrize("size", [(40, 24), (80, 24), (120, 40)])
async def test_two_copies_are_joined(me: Desk, other_desk: Desk, size: tuple[int, int]) -> None:
    person = prepare(me, Kind.RECONNECT)
    app = Writing(me)
    async with app.run_test(size=size) as pilot:
        screen = await begun(pilot, person)
        theirs = screen.keeper.draft_id
        await split(pilot, screen, other_desk)
        assert len(bodies(me, person)) == 2
        await pilot.press("escape")
        await on(pilot, "the other copy: ")
        await pilot.press("enter")
        await on(pilot, ComposerScreen)
        assert isinstance(app.screen, ComposerScreen)
        screen = app.screen
        await until(pilot, lambda: screen.copies)
        await pilot.press("ctrl+o", "o")
        await on(pilot, MergeDialog)
        assert "mine." in picture(app)
        assert "theirs." in picture(app)
        await pilot.press("escape")
        await on(pilot, "Both copies are kept")
        await pilot.press("ctrl+o", "o")
        await on(pilot, MergeDialog)
        await pilot.press("e")
        await on(pilot, JoinDialog)
        await pilot.press("ctrl+s")
        await on(pilot, MergeDialog)
        await pilot.press("enter")
        await on(pilot, "One text now")
        whole = "xHi Ada,\nHi Ada,\n\nmine.\ntheirs.\n\nGrace"
        assert {"".join(sorted(body)) for body in bodies(me, person)} == {"".join(sorted(whole))}
        # The other window holds this very draft, and follows it.
        assert screen.keeper.draft_id == theirs
        await pilot.press("y")
        await kept(pilot, screen)
        assert len(bodies(me, person)) == 1


async def test_a_change_while_both_are_looked_at_is_shown_as_well(
    me: Desk, other_desk: Desk
) -> None:
    person = prepare(me, Kind.RECONNECT)
    app = Writing(me)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await begun(pilot, person)
        theirs = screen.keeper.draft_id
        await split(pilot, screen, other_desk)
        await pilot.press("ctrl+o", "o")
        await on(pilot, MergeDialog)
        writes(other_desk, theirs, "Hi Ada,\n\nand one thing more.\n\nGrace")
        await pilot.press("enter")
        await on(pilot, "and one thing more.")
        assert isinstance(app.screen, MergeDialog)
        assert len(bodies(me, person)) == 2
        await pilot.press("T", "enter")
        await on(pilot, "One text now")
        assert bodies(me, person) == {"Hi Ada,\n\nand one thing more.\n\nGrace"}
        await pilot.press("ctrl+z")
        assert "mine." in screen.text.text


async def test_thrown_away_elsewhere_what_is_seen_is_kept(me: Desk, other_desk: Desk) -> None:
    person = prepare(me, Kind.RECONNECT)
    app = Writing(me)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await begun(pilot, person)
        throws_away(other_desk, screen.keeper.draft_id)
        await on(pilot, "another window threw it away")
        await kept(pilot, screen)
        assert bodies(me, person) == {"Hi Ada,\n\nmine.\n\nGrace"}


async def test_sent_elsewhere_what_is_typed_is_a_new_draft(me: Desk, other_desk: Desk) -> None:
    person = prepare(me, Kind.RECONNECT)
    app = Writing(me)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await begun(pilot, person)
        assert screen.keeper.draft_id is not None
        handing_over.sent(other_desk, screen.keeper.draft_id)
        await on(pilot, "Marked as sent in another window")
        assert bodies(me, person) == set()
        await pilot.press("x")
        await kept(pilot, screen)
        assert bodies(me, person) == {screen.text.text}


async def test_two_that_begin_at_the_same_time_hear_of_each_other(
    me: Desk, other_desk: Desk
) -> None:
    person = prepare(me, Kind.RECONNECT)
    app = Writing(me)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await begun(pilot, person)
        begun_there = composing.begin(other_desk, person, kind=Kind.RECONNECT)
        assert begun_there.draft is not None
        composing.save_draft(other_desk, begun_there, "", "from a file, by the command line")
        await on(pilot, "Another copy of this text")
        assert bodies(me, person) == {screen.text.text, "from a file, by the command line"}
        await pilot.press("ctrl+o", "o")
        await on(pilot, MergeDialog)
        await pilot.press("enter")
        await on(pilot, "One text now")
        assert bodies(me, person) == {"Hi Ada,\n\nmine.\n\nGrace"}


async def test_an_untouched_text_goes_on_with_what_was_begun_elsewhere(
    me: Desk, other_desk: Desk
) -> None:
    person = prepare(me, Kind.RECONNECT)
    app = Writing(me)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, person, kind=Kind.RECONNECT)
        assert not screen.keeper.is_draft
        theirs = composing.begin(other_desk, person, kind=Kind.RECONNECT)
        draft = composing.save_draft(other_desk, theirs, "", "begun in the other window")
        await until(pilot, lambda: screen.text.text == "begun in the other window")
        assert screen.keeper.draft_id == draft
        await pilot.press("x")
        await kept(pilot, screen)
        assert bodies(me, person) == {screen.text.text}


async def test_what_another_window_wrote_since_is_neither_thrown_away_nor_called_sent(
    me: Desk, other_desk: Desk
) -> None:
    person = prepare(me, Kind.RECONNECT)
    app = Writing(me)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await begun(pilot, person)
        draft = screen.keeper.draft_id
        await pilot.press("escape")
        await on(pilot, MessagesScreen)
        await pilot.press("d")
        await on(pilot, "Throw this draft away?")
        writes(other_desk, draft, "written meanwhile")
        await pilot.press("y")
        await on(pilot, "Another window wrote on in this text.")
        assert bodies(me, person) == {"written meanwhile"}
    assert draft is not None
    read = handing_over.draft(me, draft)
    writes(other_desk, draft, "and once more")
    with pytest.raises(Stale):
        handing_over.sent(me, draft, rev=read.rev)


async def test_the_person_is_undone_elsewhere_while_one_writes(me: Desk, other_desk: Desk) -> None:
    person = add(me, "Ada Byron @ Northwind")
    app = Writing(me)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await begun(pilot, person)
        history.undo_last(other_desk)
        await on(pilot, "Your text is kept; redo brings them back.")
        await pilot.press(*"still ")
        await pilot.press("escape")
        await on(pilot, "not on disk yet")
        history.redo_last(other_desk)
        await until(pilot, lambda: screen.text.text in bodies(me, person))
