"""ctrl+o in the composer: every other thing that can be done with a text."""

from __future__ import annotations

from pathlib import Path

import pytest

from ii_tui.core.kinds import Channel, Kind
from ii_tui.services import browsing, people
from ii_tui.services.desk import Desk
from ii_tui.ui.dialogs.ask import ChoiceDialog, TextDialog
from ii_tui.ui.screens.composer import ComposerScreen
from ii_tui.ui.screens.messages import MessagesScreen
from tests.ui.composer_app import (
    Writing,
    fill_gaps,
    kept,
    on,
    opened,
    picture,
    prepare,
    until,
)

pytestmark = pytest.mark.usefixtures("over_ssh")


async def test_a_warning_is_let_pass_with_a_reason_that_is_kept(me: Desk) -> None:
    person = prepare(me, Kind.RECONNECT)
    app = Writing(me)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, person, kind=Kind.RECONNECT)
        screen.text.replace_all("Hi Ada,\n\nHow are you?\n\nRobin")
        assert [one.code for one in screen.found] == ["length"]
        await pilot.press("ctrl+o")
        await on(pilot, ChoiceDialog)
        await pilot.press("w")
        await on(pilot, "Let which warning pass?")
        await pilot.press("enter")
        await on(pilot, TextDialog)
        await pilot.press("enter")
        assert "A few words" in picture(app)
        await pilot.press(*"short is us", "enter")
        await on(pilot, ComposerScreen)
        assert screen.found == ()
        assert "1 let pass" in picture(app)
        await kept(pilot, screen)
        assert people.page(me, person).drafts[0].overrides == '{"length": "short is us"}'
        await pilot.press("escape")
        await on(pilot, MessagesScreen)
        screen = await opened(pilot, person, kind=Kind.RECONNECT)
        assert screen.found == ()


async def test_my_name_may_be_left_for_later(desk: Desk) -> None:
    person = prepare(desk, Kind.RECONNECT)
    app = Writing(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, person, kind=Kind.RECONNECT)
        await on(pilot, "What is your name?")
        await pilot.press("escape")
        await on(pilot, ComposerScreen)
        assert "{my_first_name}" in screen.text.text
        await pilot.press("ctrl+o", "n")
        await on(pilot, "What is your name?")
        await pilot.press(*"Robin Ellis", "enter")
        await until(pilot, lambda: "{my_first_name}" not in screen.text.text)


async def test_by_another_channel_the_subject_comes_and_goes(me: Desk) -> None:
    person = prepare(me, Kind.MEETING_REQUEST)
    app = Writing(me)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, person, kind=Kind.MEETING_REQUEST, channel=Channel.LINKEDIN)
        assert "Subject" not in picture(app)
        assert "of 3,000 characters, as LinkedIn counts" in picture(app)
        await pilot.press("ctrl+o", "c")
        await on(pilot, "By which channel?")
        await pilot.press("1")
        await on(pilot, ComposerScreen)
        assert screen.composition.channel is Channel.EMAIL
        assert "Subject" in picture(app)
        assert screen.subject_field.value
        assert not screen.keeper.is_draft


async def test_another_text_replaces_mine_only_when_i_say_so(me: Desk) -> None:
    person = prepare(me, Kind.RECONNECT)
    app = Writing(me)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, person, kind=Kind.RECONNECT)
        screen.text.replace_all("My own words")
        await pilot.press("ctrl+o", "t")
        await on(pilot, "Begin from which text?")
        await pilot.press("2")
        await on(pilot, "Put it in place of what you wrote?")
        await pilot.press("y")
        await on(pilot, ComposerScreen)
        assert "{" in screen.text.text
        await pilot.press("ctrl+z")
        assert screen.text.text == "My own words"


async def test_another_kind_keeps_what_was_written(me: Desk) -> None:
    person = prepare(me, Kind.RECONNECT)
    app = Writing(me)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, person, kind=Kind.RECONNECT)
        await pilot.press(*"words")
        await pilot.press("ctrl+o", "k")
        await on(pilot, "Write what to Ada Byron?")
        index = list(Kind).index(Kind.MEETING_REQUEST) + 1
        await pilot.press(str(index))
        await on(pilot, "Meeting request: Ada Byron")
        await on(pilot, "The Reconnect is kept as a draft.")
        assert not screen.keeper.is_draft
        assert [draft.kind for draft in people.page(me, person).drafts] == ["reconnect"]


async def test_written_to_a_file_that_only_i_can_read(me: Desk, isolated: Path) -> None:
    person = prepare(me, Kind.RECONNECT)
    app = Writing(me)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, person, kind=Kind.RECONNECT)
        await fill_gaps(pilot, screen)
        await pilot.press("ctrl+o", "f")
        await on(pilot, "Write the text to a file")
        await pilot.press("enter")
        await on(pilot, "The file is written")
        path = isolated / "reconnect-ada-byron.txt"
        shown = "".join(line.strip(" │") for line in picture(app).splitlines())
        assert path.name in shown  # however long the path before it, and where it wraps
        assert path.read_text().strip() == screen.text.text.strip()
        assert path.stat().st_mode & 0o777 == 0o600
        await pilot.press("g")
        await on(pilot, "Sent?")


async def test_thrown_away_for_good(me: Desk) -> None:
    person = prepare(me, Kind.RECONNECT)
    app = Writing(me)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, person, kind=Kind.RECONNECT)
        await pilot.press(*"words")
        await kept(pilot, screen)
        await pilot.press("ctrl+o", "x")
        await on(pilot, "Throw this draft away?")
        await pilot.press("y")
        await on(pilot, MessagesScreen)
        assert people.page(me, person).drafts == ()


async def test_the_address_is_copied_whole(me: Desk) -> None:
    person = prepare(me, Kind.RECONNECT)
    app = Writing(me)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, person, kind=Kind.RECONNECT)
        await pilot.press("ctrl+o", "u")
        await until(pilot, lambda: app.sequences)
        assert app.clipboard == "https://www.linkedin.com/in/ada-byron"


async def test_where_no_terminal_can_be_left_the_plain_view_says_so(me: Desk) -> None:
    person = prepare(me, Kind.RECONNECT)
    app = Writing(me)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, person, kind=Kind.RECONNECT)
        await fill_gaps(pilot, screen)
        await pilot.press("ctrl+o", "v")
        await on(pilot, "This terminal cannot be left for a moment. Write it to a file instead.")
        assert browsing.texts(me).copied == ()


async def test_a_draft_is_taken_up_and_another_begun_beside_it(me: Desk) -> None:
    person = prepare(me, Kind.RECONNECT)
    app = Writing(me)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, person)
        await fill_gaps(pilot, screen)
        await kept(pilot, screen)
        await pilot.press("escape")
        await on(pilot, "Kept as a draft.")
        screen = await opened(pilot, person)
        await on(pilot, "This is the draft you began.")
        assert "a harbor" in screen.text.text
        await pilot.press("ctrl+o", "a")
        await on(pilot, "A new one.")
        assert "a harbor" not in screen.text.text
        await fill_gaps(pilot, screen, "a bridge")
        await kept(pilot, screen)
        assert len(people.page(me, person).drafts) == 2
