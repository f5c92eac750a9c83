"""The composer: drafted, checked while typing, kept as typed, handed over, and said to be sent."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from textual import events

from ii_tui.core.kinds import Channel, Kind
from ii_tui.core.stages import Stage
from ii_tui.errors import DiskFull
from ii_tui.services import browsing, coming_in, editing, people
from ii_tui.services.desk import Desk
from ii_tui.services.drafts import Saved
from ii_tui.services.history import Watch
from ii_tui.ui.dialogs.ask import ChoiceDialog
from ii_tui.ui.screens.composer import ComposerScreen
from ii_tui.ui.screens.messages import MessagesScreen
from tests.ui.composer_app import (
    Writing,
    add,
    fill_gaps,
    kept,
    on,
    opened,
    picture,
    prepare,
    until,
)

pytestmark = pytest.mark.usefixtures("over_ssh")


def stage_of(desk: Desk, person: int) -> Stage | None:
    interview = people.page(desk, person).interview
    return None if interview is None else interview.stage


@pytest.mark.parametrize(
    ("kind", "after"),
    [
        (Kind.LINKEDIN_NOTE, Stage.WARMING),
        (Kind.LINKEDIN_MESSAGE, Stage.WARMING),
        (Kind.RECONNECT, Stage.WARMING),
        (Kind.MEETING_REQUEST, Stage.REQUESTED),
        (Kind.CONFIRMATION, Stage.CONFIRMED),
        (Kind.THANK_YOU_CARD, Stage.THANKED),
    ],
)
async def test_each_kind_from_its_template_to_sent(me: Desk, kind: Kind, after: Stage) -> None:
    person = prepare(me, kind)
    app = Writing(me)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, person, kind=kind)
        beat = ", first beat" if kind is Kind.RECONNECT else ""
        assert f"{kind.label}{beat}: Ada Byron, Engineer, Northwind" in picture(app)
        await fill_gaps(pilot, screen)
        assert not screen.blocked, screen.found
        written = screen.text.text
        assert "Ada" in written
        assert "Robin" in written
        await pilot.press("ctrl+s")
        await on(pilot, ChoiceDialog)
        assert app.clipboard == written
        await pilot.press("y")
        await on(pilot, MessagesScreen)
        page = people.page(me, person)
        assert stage_of(me, person) is after
        assert [row.body for row in browsing.texts(me).sent] == [written]
        assert page.drafts == ()
        assert "u undo" in picture(app)


async def test_a_posted_card_plans_the_check_in_in_eight_weeks(me: Desk) -> None:
    person = prepare(me, Kind.THANK_YOU_CARD)
    app = Writing(me)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, person, kind=Kind.THANK_YOU_CARD)
        await fill_gaps(pilot, screen)
        assert "to copy by hand" in picture(app)
        await pilot.press("ctrl+s")
        await on(pilot, "Posted?")
        await pilot.press("y")
        await on(pilot, MessagesScreen)
        page = people.page(me, person)
        assert [row.kind for row in page.timeline if row.kind == "posted"] == ["posted"]
        owed = {task.kind: me.local(task.opens).date() for task in page.tasks}
        assert owed["check_in"] == date(2026, 11, 24) + timedelta(days=56)
        await pilot.press("u")
        await until(pilot, lambda: stage_of(me, person) is Stage.HELD)
        assert [draft.copied is not None for draft in people.page(me, person).drafts] == [True]


async def test_a_step_out_of_the_question_stays_with_the_text(me: Desk) -> None:
    person = prepare(me, Kind.RECONNECT)
    app = Writing(me)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, person, kind=Kind.RECONNECT)
        await fill_gaps(pilot, screen)
        await pilot.press("ctrl+s")
        await on(pilot, ChoiceDialog)
        await pilot.press("escape")
        await on(pilot, ComposerScreen)
        await on(pilot, "Sent to your terminal's clipboard. Nothing to paste? ctrl+o, plain view.")
        assert "https://www.linkedin.com/in/ada-byron" in picture(app)
        assert len(browsing.texts(me).copied) == 1
        assert stage_of(me, person) is Stage.IDENTIFIED
        await pilot.press("escape")
        await on(pilot, MessagesScreen)
        assert "Today asks whether it went out." in picture(app)
        assert "SENT?" in picture(app)


async def test_a_block_stops_the_finish_and_is_gone_to(me: Desk) -> None:
    person = prepare(me, Kind.MEETING_REQUEST)
    app = Writing(me)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, person, kind=Kind.MEETING_REQUEST)
        assert "send (blocked)" in picture(app)
        screen.text.put_cursor(0)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "still to be filled in" in screen.bottom.status.words)
        assert app.screen is screen
        assert "tab selects it." in picture(app)
        assert screen.text.selected_text == ""
        place = screen.text.cursor_index
        before = screen.text.text
        assert before[place] == "{"
        await pilot.press("x")
        assert screen.text.text == f"{before[:place]}x{before[place:]}", "a letter replaces nothing"
        await pilot.press("backspace", "tab")
        assert screen.text.selected_text.startswith("{")
        assert screen.text.selected[0] == place
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "Type over it." in picture(app))
        assert screen.text.selected[0] == place, "what tab has selected stays so"
        assert app.sequences == []
        assert browsing.texts(me).copied == ()


async def test_a_refused_send_leaves_the_first_blank_to_be_typed_over(me: Desk) -> None:
    person = prepare(me, Kind.RECONNECT)
    app = Writing(me)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, person, kind=Kind.RECONNECT)
        blank = screen.text.selected_text
        assert blank.startswith("{")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "Type over it." in picture(app))
        await pilot.press(*"sang", "tab")
        assert blank not in screen.text.text
        assert screen.text.selected_text.startswith("{"), "tab has gone on to the next"


async def test_another_contacts_name_in_the_greeting_blocks_as_it_is_typed(me: Desk) -> None:
    person = prepare(me, Kind.RECONNECT)
    add(me, "Grace Hopper, Admiral @ Fabrikam")
    app = Writing(me)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, person, kind=Kind.RECONNECT)
        screen.text.replace_all("Hi ,\n\nHow are you?")
        screen.text.put_cursor(3)
        await pilot.press(*"Grace")
        found = next(one for one in screen.found if one.level == "block")
        assert screen.text.text[found.start : found.end] == "Grace"
        assert (found.start, found.end, "block") in screen.text.marks
        assert "x line 1" in picture(app)
        style = screen.text.get_line(0).spans[0].style
        assert style.underline  # type: ignore[union-attr]  # a Style, as the widget makes it
        await pilot.press(*["backspace"] * 5, *"Ada")
        assert not screen.blocked


async def test_do_not_contact_opens_with_the_block_and_cannot_finish(me: Desk) -> None:
    person = prepare(me, Kind.RECONNECT)
    editing.set_do_not_contact(me, person, True)
    app = Writing(me)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, person, kind=Kind.RECONNECT)
        await fill_gaps(pilot, screen)
        assert "Ada is marked as do not contact." in picture(app)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "do not contact" in screen.bottom.status.words)
        assert app.sequences == []
        await pilot.press("ctrl+o", "v")
        await until(pilot, lambda: app.screen is screen and screen.bottom.status.words)
        assert "do not contact" in screen.bottom.status.words


async def test_an_open_draft_asks_the_database_before_it_goes(
    me: Desk, other_desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are marked elsewhere, and this window has not looked around since."""
    person = prepare(me, Kind.RECONNECT)
    app = Writing(me)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, person, kind=Kind.RECONNECT)
        await fill_gaps(pilot, screen)
        monkeypatch.setattr(Watch, "look", lambda watch: None)
        editing.set_do_not_contact(other_desk, person, True)
        assert not screen.blocked
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "do not contact" in screen.bottom.status.words)
        assert app.sequences == []


async def test_an_untouched_template_is_no_draft(me: Desk) -> None:
    person = prepare(me, Kind.RECONNECT)
    app = Writing(me)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, person, kind=Kind.RECONNECT)
        assert "not a draft yet" in picture(app)
        await pilot.press("tab", "shift+tab", "escape")
        await on(pilot, MessagesScreen)
        assert "Kept as a draft" not in picture(app)
        assert people.page(me, person).drafts == ()


async def test_what_is_typed_is_kept_and_reopens_where_it_was(me: Desk) -> None:
    person = prepare(me, Kind.RECONNECT)
    app = Writing(me)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, person, kind=Kind.RECONNECT)
        screen.text.put_cursor(3)
        await pilot.press(*"dear é😀 漢")
        await kept(pilot, screen)
        assert f"saved {me.local(me.now()):%H:%M}" in picture(app)
        assert people.page(me, person).drafts[0].body == screen.text.text
        written, cursor = screen.text.text, screen.text.cursor_index
        await pilot.press("left")
        await pilot.press("escape")
        await on(pilot, MessagesScreen)
        assert "Kept as a draft." in picture(app)
        screen = await opened(pilot, person, kind=Kind.RECONNECT)
        assert screen.text.text == written
        assert screen.text.cursor_index == cursor - 1


async def test_the_same_draft_in_another_window_goes_on_apart(me: Desk, other_desk: Desk) -> None:
    from tests.ui.elsewhere import writes

    person = prepare(me, Kind.RECONNECT)
    app = Writing(me)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, person, kind=Kind.RECONNECT)
        await pilot.press(*"mine")
        await kept(pilot, screen)
        writes(other_desk, screen.keeper.draft_id, "written in the other window")
        await pilot.press(*" too")
        await kept(pilot, screen)
        await on(pilot, "Both are kept: changed in another window")
        bodies = {draft.body for draft in people.page(me, person).drafts}
        assert bodies == {"written in the other window", screen.text.text}


async def test_my_name_is_asked_in_place_and_kept(desk: Desk, paths: object) -> None:
    person = prepare(desk, Kind.RECONNECT)
    app = Writing(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, person, kind=Kind.RECONNECT)
        await on(pilot, "What is your name?")
        await pilot.press(*"Robin Ellis", "enter")
        await on(pilot, ComposerScreen)
        await until(pilot, lambda: "Robin" in screen.text.text)
        assert "{my_" not in screen.text.text
        assert desk.settings.me.name == "Robin Ellis"
        assert not screen.keeper.is_draft
        await pilot.press("escape")
        await on(pilot, MessagesScreen)
        screen = await opened(pilot, person, kind=Kind.RECONNECT)
        assert app.screen is screen
        assert "Robin" in screen.text.text


async def test_tab_goes_over_the_gaps_then_the_fields_and_round(me: Desk) -> None:
    person = prepare(me, Kind.MEETING_REQUEST)
    app = Writing(me)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, person, kind=Kind.MEETING_REQUEST, channel=Channel.EMAIL)
        gaps = [one for one in screen.guide.stops() if one.is_gap]
        assert len(gaps) >= 2
        seen = [screen.text.selected_text]
        for _ in gaps[1:]:
            await pilot.press("tab")
            seen.append(screen.text.selected_text)
        assert all(one.startswith("{") for one in seen)
        await pilot.press("shift+tab")
        assert screen.text.selected_text == seen[-2]
        await pilot.press("tab")
        while not screen.subject_field.has_focus:
            await pilot.press("tab")
        await pilot.press(*"!")
        assert screen.subject_field.value.endswith("!")
        await pilot.press("enter")
        assert screen.text.has_focus


async def test_a_burst_of_keys_is_read_in_its_order(me: Desk) -> None:
    """A lagging ssh brings a tab and what was typed behind it in one packet."""
    person = prepare(me, Kind.MEETING_REQUEST)
    app = Writing(me)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, person, kind=Kind.MEETING_REQUEST)
        for key in ["a", "b", "tab", "c", "d", "tab", "e", "f"]:
            app.post_message(events.Key(key, key if len(key) == 1 else None))
        await until(pilot, lambda: "ef" in screen.text.text)
        assert "about ab, and cd made" in screen.text.text
        assert "can do ef, or" in screen.text.text.replace("\n", " ")


async def test_keys_of_lists_do_nothing_but_write_here(me: Desk) -> None:
    person = prepare(me, Kind.RECONNECT)
    app = Writing(me)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, person, kind=Kind.RECONNECT)
        screen.text.replace_all("")
        await pilot.press("1", "q", "u", ":", "?", "d", "alt+c", "ctrl+r")
        assert app.screen is screen
        assert screen.text.text == "1qu:?d"
        await pilot.press("ctrl+z")
        assert screen.text.text != "1qu:?d"
        await pilot.press("ctrl+y")
        assert screen.text.text == "1qu:?d"


async def test_what_is_wanted_and_what_was_said_stand_beside_at_120(me: Desk) -> None:
    person = prepare(me, Kind.RECONNECT)
    coming_in.wrote(me, person, text="Lovely to hear from you")
    app = Writing(me)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot, person, kind=Kind.RECONNECT)
        seen = picture(app)
        assert "STILL WANTED" in seen
        assert "Lovely to hear from you" in seen


@pytest.mark.parametrize("size", [(40, 24), (80, 24), (200, 60)])
async def test_it_fits(me: Desk, size: tuple[int, int]) -> None:
    person = prepare(me, Kind.MEETING_REQUEST)
    app = Writing(me)
    async with app.run_test(size=size) as pilot:
        await opened(pilot, person, kind=Kind.MEETING_REQUEST)
        await pilot.press("a")
        seen = picture(app)
        assert "ctrl+s" in seen
        assert "esc" in seen
        assert "Meeting request: Ada" in seen
        assert "x line" in seen


async def test_what_could_not_be_saved_is_said_and_kept(me: Desk) -> None:
    person = prepare(me, Kind.RECONNECT)
    app = Writing(me)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, person, kind=Kind.RECONNECT)
        await pilot.press("a")
        await kept(pilot, screen)
        full = DiskFull("The disk of /home/ada is full.", hint="Make room; it is tried again.")
        screen.post_message(screen.Told(screen.keeper, Saved(me.now(), 1, False, full)))
        await on(pilot, "x The disk of /home/ada is full. Make room; it is tried again.")
        assert "x not saved" in picture(app)
        await pilot.press("b")
        await kept(pilot, screen)
        await on(pilot, "saved 09:00")
        assert "not saved" not in picture(app)


async def test_what_another_program_changes_counts_at_once(me: Desk, other_desk: Desk) -> None:
    person = prepare(me, Kind.RECONNECT)
    app = Writing(me)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, person, kind=Kind.RECONNECT)
        screen.text.replace_all("Hi Ada,\n\nZara Quill told me about you.")
        assert not screen.blocked
        add(other_desk, "Zara Quill, Pilot @ Fabrikam")
        editing.set_do_not_contact(other_desk, person, True)
        app.changed()
        await until(pilot, lambda: len([one for one in screen.found if one.level == "block"]) == 2)
        assert "Ada is marked as do not contact." in picture(app)
        assert screen.text.text == "Hi Ada,\n\nZara Quill told me about you."
