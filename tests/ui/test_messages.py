"""Messages: what waits for "sent?", drafts and what went out, each one key from its end."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from ii_tui.core.kinds import Kind
from ii_tui.core.stages import Stage
from ii_tui.services import browsing, composing, handing_over, people
from ii_tui.services.desk import Desk
from ii_tui.ui.dialogs.ask import ChoiceDialog
from ii_tui.ui.dialogs.reading import ReadingDialog
from ii_tui.ui.screens.composer import ComposerScreen
from ii_tui.ui.screens.messages import MessagesScreen
from ii_tui.ui.screens.person import PersonScreen
from tests.ui.composer_app import Writing, add, on, picture, until


def written(desk: Desk, line: str, kind: Kind, text: str, *, become: str = "draft") -> int:
    """A text to a new person: a draft, copied, or sent; returns the draft's id."""
    composition = composing.begin(desk, add(desk, line), kind=kind)
    draft = composing.save_draft(desk, composition, "", text)
    if become != "draft":
        handing_over.handed_over(desk, draft)
    if become == "sent":
        handing_over.sent(desk, draft)
    return draft


@pytest.fixture
def texts(desk: Desk) -> Desk:
    """A desk with a text of each sort."""
    written(
        desk,
        "Ada Byron, Engineer @ Northwind",
        Kind.MEETING_REQUEST,
        "Hi Ada,\n\nMight you have thirty minutes?",
        become="sent",
    )
    written(desk, "Grace Hopper, Admiral @ Fabrikam", Kind.RECONNECT, "Hi Grace,\n\nThe harbor!")
    written(
        desk,
        "Olu Adebayo, Manager @ Lamna",
        Kind.LINKEDIN_NOTE,
        "Hi Olu, your talk on refills stayed with me.",
        become="copied",
    )
    return desk


async def at(pilot: Pilot[None], person: str) -> MessagesScreen:
    """The screen, the cursor on this person's text."""
    screen = pilot.app.screen
    assert isinstance(screen, MessagesScreen)
    await pilot.press("home")
    while screen.list.current.data.first != person:
        await pilot.press("down")
    return screen


async def test_what_waits_comes_first_then_drafts_then_sent(texts: Desk) -> None:
    app = Writing(texts)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        seen = picture(app)
        places = [seen.index(words) for words in ("SENT?", "Olu", "DRAFTS", "Grace", "Ada")]
        assert places == sorted(places)
        assert "1 sent?, 1 draft, 1 sent" in seen
        assert "Might you have thirty minutes?" in seen


async def test_enter_asks_whether_it_went_out(texts: Desk) -> None:
    app = Writing(texts)
    async with app.run_test(size=(80, 24)) as pilot:
        await at(pilot, "Olu")
        assert "enter sent?" in picture(app)
        await pilot.press("enter")
        await on(pilot, ChoiceDialog)
        await pilot.press("y")
        await on(pilot, MessagesScreen)
        await until(pilot, lambda: not browsing.texts(texts).copied)
        interview = people.page(texts, people.resolve(texts, "Olu Adebayo")).interview
        assert interview is not None
        assert interview.stage is Stage.WARMING


async def test_enter_goes_on_with_a_draft(texts: Desk) -> None:
    texts.set_setting("me", "name", "Robin Ellis")
    app = Writing(texts)
    async with app.run_test(size=(80, 24)) as pilot:
        await at(pilot, "Grace")
        await pilot.press("enter")
        await on(pilot, ComposerScreen)
        assert isinstance(app.screen, ComposerScreen)
        assert app.screen.text.text == "Hi Grace,\n\nThe harbor!"


async def test_enter_reads_what_was_sent(texts: Desk) -> None:
    app = Writing(texts)
    async with app.run_test(size=(80, 24)) as pilot:
        await at(pilot, "Ada")
        await pilot.press("enter")
        await on(pilot, ReadingDialog)
        assert "Hi Ada," in picture(app)
        await pilot.press("escape")
        assert isinstance(app.screen, MessagesScreen)


async def test_a_draft_is_thrown_away_only_when_sure(texts: Desk) -> None:
    app = Writing(texts)
    async with app.run_test(size=(80, 24)) as pilot:
        await at(pilot, "Grace")
        await pilot.press("d")
        await on(pilot, ChoiceDialog)
        await pilot.press("enter")
        await on(pilot, MessagesScreen)
        assert len(browsing.texts(texts).drafts) == 1
        await pilot.press("d")
        await on(pilot, ChoiceDialog)
        await pilot.press("y")
        await until(pilot, lambda: not browsing.texts(texts).drafts)
        await on(pilot, MessagesScreen)
        assert "Thrown away." in picture(app)
        await at(pilot, "Ada")
        await pilot.press("d")
        await pilot.pause()
        assert "Only a draft can be thrown away." in picture(app)


async def test_the_person_and_the_next_message_are_one_key_away(texts: Desk) -> None:
    texts.set_setting("me", "name", "Robin Ellis")
    app = Writing(texts)
    async with app.run_test(size=(80, 24)) as pilot:
        await at(pilot, "Ada")
        await pilot.press("o")
        await on(pilot, PersonScreen)
        await pilot.press("escape")
        await on(pilot, MessagesScreen)
        await pilot.press("m")
        await on(pilot, ComposerScreen)
        assert "Follow-up: Ada Byron" in picture(app)


async def test_the_filter_narrows_by_name_and_word_and_goes(texts: Desk) -> None:
    app = Writing(texts)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash", *"harb")
        await pilot.pause()
        seen = picture(app)
        assert "Grace Hopper" in seen
        assert "Ada Byron" not in seen
        assert "1 of 3" in seen
        await pilot.press("enter", "escape")
        await pilot.pause()
        assert "Ada Byron" in picture(app)


async def test_the_text_stands_beside_from_110(texts: Desk) -> None:
    app = Writing(texts)
    async with app.run_test(size=(120, 40)) as pilot:
        await at(pilot, "Ada")
        await pilot.pause()
        assert "Sent by" in picture(app)
        assert "\n" in picture(app)


async def test_an_empty_place_teaches(desk: Desk) -> None:
    app = Writing(desk)
    async with app.run_test(size=(40, 24)) as pilot:
        await pilot.pause()
        assert "Nothing is written yet." in picture(app)
