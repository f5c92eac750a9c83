"""Today: what is owed stands there in words, one key does it, and a new database asks once."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from textual.pilot import Pilot

from ii_tui.core.kinds import Kind
from ii_tui.core.stages import Closeness, EventKind, Stage
from ii_tui.core.when import parse_meeting
from ii_tui.services import (
    composing,
    first_steps,
    handing_over,
    interviews,
    people,
    scheduling,
    settling,
    today,
    touches,
)
from ii_tui.services.desk import Desk
from ii_tui.services.touches import Touch
from ii_tui.ui.app import IiApp
from ii_tui.ui.screens.composer import ComposerScreen
from ii_tui.ui.screens.today import TodayScreen
from tests.conftest import Hands
from tests.ui.people_app import line_of, picture, seen, until
from tests.ui.sheets import asked

ASKED = Touch(EventKind.SENT, "meeting_request", "email", text="Half an hour over coffee?")


def someone(desk: Desk, line: str) -> int:
    """Adds a person; returns the id."""
    return people.quick_add(desk, line)[0]


def owing(desk: Desk, hands: Hands) -> dict[str, int]:
    """A follow-up due, a meeting to confirm tomorrow, a copied text, one that is waited for."""
    ids = {
        "Ada": someone(desk, "Ada Lovelace, Analyst @ Babbage <ada@example.org>"),
        "Grace": someone(desk, "Grace Hopper, Admiral @ Navy <grace@example.org>"),
        "Nina": someone(desk, "Nina Simone, Pianist @ Globex"),
        "Walter": someone(desk, "Walter Keller, Buyer @ Initech"),
    }
    hands.forward(days=-13)
    touches.log(desk, ids["Ada"], ASKED)
    hands.forward(days=12)
    touches.log(desk, ids["Walter"], ASKED)
    hands.forward(days=1)
    plan = parse_meeting("tomorrow 10:00 coffee Corner Cafe", desk.local(desk.now()), zone="UTC")
    scheduling.meet(desk, ids["Grace"], plan)
    composition = composing.begin(desk, ids["Nina"], kind=Kind.RECONNECT)
    draft = composing.save_draft(desk, composition, "", "Hello Nina, how is the piano?")
    handing_over.handed_over(desk, draft)
    return ids


async def shown(pilot: Pilot[Any]) -> IiApp:
    """The app, once whom we wait for is known."""
    app = pilot.app
    assert isinstance(app, IiApp)
    await until(pilot, lambda: seen(app, "WAITING ON THEM"))
    return app


def current(app: IiApp) -> str:
    """The line under the cursor."""
    return next(line for line in picture(app) if line.startswith(">"))


async def test_what_is_owed_stands_in_sections(desk: Desk, hands: Hands) -> None:
    owing(desk, hands)
    app = IiApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await shown(pilot)
        lines = picture(app)
        heads = [lines.index(next(line for line in lines if line.startswith(f" {head}")))
                 for head in ("NOW", "SOON", "WAITING ON THEM")]  # fmt: skip
        assert heads == sorted(heads)
        assert "Tuesday 24 November" in lines[2]
        count = today.open_count(desk)
        assert f"{count} now" in lines[2]
        assert f"[1 Today {count}]" in lines[0]
        asked = line_of(app, "Follow up, once")
        assert asked.lstrip(">").startswith("!"), "due or past has the sign"
        assert "Ada Lovelace, Babbage" in asked
        assert "no answer" in lines[lines.index(asked) + 1]
        assert line_of(app, "Sent? You copied it at 09:00").startswith(" * ")
        assert "1   " in line_of(app, "WAITING ON THEM")
        columns = {line.index("Grace") for line in lines if "Grace Hopper, Navy" in line}
        assert len(columns) == 1, "columns line up"


async def test_w_opens_the_list_of_those_we_wait_for(desk: Desk, hands: Hands) -> None:
    owing(desk, hands)
    app = IiApp(desk)
    async with app.run_test(size=(80, 30)) as pilot:
        await shown(pilot)
        assert not seen(app, "Walter Keller")
        await pilot.press("w")
        assert "Walter Keller, Initech" in current(app)
        assert seen(app, "Since Monday 23 November")
        await pilot.press("w")
        assert not seen(app, "Walter Keller")


async def test_x_does_it_and_u_takes_it_back(desk: Desk, hands: Hands) -> None:
    owing(desk, hands)
    app = IiApp(desk)
    async with app.run_test(size=(80, 30)) as pilot:
        await shown(pilot)
        owed = today.open_tasks(desk)
        await pilot.press("x")
        await until(pilot, lambda: seen(app, "u undo"))
        assert [task.id for task in today.open_tasks(desk)] == [task.id for task in owed[1:]]
        assert f"{len(owed)} now" in picture(app)[2], "the copied text still counts"
        await pilot.press("u")
        await until(pilot, lambda: seen(app, "Undone"))
        assert today.open_tasks(desk) == owed


async def test_what_is_put_off_leaves_the_cursor_in_its_place(desk: Desk, hands: Hands) -> None:
    owing(desk, hands)
    app = IiApp(desk)
    async with app.run_test(size=(80, 30)) as pilot:
        await shown(pilot)
        first, second = today.open_tasks(desk)[:2]
        await pilot.press("z")
        await asked(pilot, "when?")
        await pilot.press("3")
        await until(pilot, lambda: seen(app, "put off until Fri 27 Nov"))
        assert settling.task(desk, first.id).state == "snoozed"
        assert second.title in current(app)


async def test_when_the_last_task_is_settled_the_cursor_stays_with_the_person(
    desk: Desk, hands: Hands
) -> None:
    person = someone(desk, "Ada Lovelace @ Babbage")
    interviews.start(desk, person)
    app = IiApp(desk)
    async with app.run_test(size=(80, 30)) as pilot:
        await until(pilot, lambda: "Write the first message" in "".join(picture(app)[5:]))
        await app.do(lambda: touches.log(desk, person, Touch(EventKind.SENT, "reconnect")))
        await until(pilot, lambda: seen(app, "WAITING ON THEM"))
        assert "Ada Lovelace" in current(app)
        await pilot.press("r")
        await asked(pilot, "came in")
        assert seen(app, "Ada Lovelace")


async def test_where_nothing_is_owed_r_is_for_whom_we_wait(desk: Desk, hands: Hands) -> None:
    person = someone(desk, "Ada Lovelace @ Babbage")
    interviews.start(desk, person)
    app = IiApp(desk)
    async with app.run_test(size=(80, 30)) as pilot:
        await until(pilot, lambda: "Write the first message" in "".join(picture(app)[5:]))
        await app.do(lambda: touches.log(desk, person, Touch(EventKind.SENT, "meeting_request")))
        await until(pilot, lambda: seen(app, "WAITING ON THEM"))
        assert "Ada Lovelace" in current(app)
        await pilot.press("r")
        await asked(pilot, "came in")
        assert seen(app, "Ada Lovelace")


async def test_skipping_a_copied_text_makes_it_a_draft_again(desk: Desk, hands: Hands) -> None:
    owing(desk, hands)
    app = IiApp(desk)
    async with app.run_test(size=(80, 30)) as pilot:
        await shown(pilot)
        screen = app.screen
        assert isinstance(screen, TodayScreen)
        draft = today.the_day(desk).handed_over[0]
        screen.list.show(screen.list.items, to=f"d{draft.id}")
        await pilot.press("X")
        await until(pilot, lambda: seen(app, "It stays a draft"))
        assert today.the_day(desk).handed_over == ()
        assert handing_over.standing(desk, draft.id) == "draft"


async def test_a_filter_narrows_and_escape_shows_everything(desk: Desk, hands: Hands) -> None:
    owing(desk, hands)
    app = IiApp(desk)
    async with app.run_test(size=(80, 30)) as pilot:
        await shown(pilot)
        await pilot.press("slash", *"walt")
        assert "Walter Keller" in current(app), "those we wait for are found as well"
        assert not seen(app, "Ada Lovelace")
        await pilot.press(*"xyz")
        assert seen(app, 'Nothing here has "waltxyz".')
        await pilot.press("enter", "escape")
        assert seen(app, "Ada Lovelace")


@pytest.mark.parametrize(("width", "panes"), [(40, 1), (80, 1), (109, 1), (110, 2), (160, 3)])
async def test_panes_stand_beside_where_there_is_room(
    desk: Desk, hands: Hands, width: int, panes: int
) -> None:
    owing(desk, hands)
    app = IiApp(desk)
    async with app.run_test(size=(width, 40)) as pilot:
        await shown(pilot)
        assert seen(app, "WHERE IT STANDS") == (panes >= 2)
        assert seen(app, "LAST TOUCHES") == (panes == 2)
        assert seen(app, "TIMELINE") == (panes == 3)
        assert seen(app, "Half an hour over coffee?") == (panes >= 2)
        assert seen(app, "Ada Lovelace, Ba"), "no name is lost at any width"


async def test_the_pane_follows_the_cursor(desk: Desk, hands: Hands) -> None:
    owing(desk, hands)
    app = IiApp(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await shown(pilot)
        await pilot.press("G", "k")  # below the last one stands how to bring everyone
        last = today.the_day(desk).soon[-1]
        email = people.page(desk, last.person_id).email
        await until(pilot, lambda: seen(app, email))


async def test_time_opens_what_comes(desk: Desk, hands: Hands) -> None:
    owing(desk, hands)
    app = IiApp(desk)
    async with app.run_test(size=(80, 40)) as pilot:
        await shown(pilot)
        before = today.open_count(desk)
        hands.forward(days=2)
        app.count_owed()
        await pilot.pause()
        after = today.open_count(desk)
        assert after != before
        assert f"{after} now" in picture(app)[2]
        assert "!" in line_of(app, "Did the coffee happen?")
        assert "Thursday 26 November" in picture(app)[2]


async def test_nothing_owed_says_what_comes_next(desk: Desk, hands: Hands) -> None:
    ada = someone(desk, "Ada Lovelace @ Babbage")
    settling.remind(desk, ada, "in 5 weeks", "Send her the paper")
    app = IiApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert seen(app, "nothing now")
        assert seen(app, "Nothing is owed today or this week.")
        assert seen(app, "Next: Send her the paper, Ada Lovelace")
        assert seen(app, "Whom would you like to talk to next?")
        assert len(app.screen_stack) == 1, "with a contact there, the first question never comes"


# The first run


async def test_whom_the_empty_database_asks_for_is_owed_a_message(desk: Desk) -> None:
    first_steps.end(desk)
    app = IiApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: seen(app, "Who would you like to talk to?"))
        await pilot.press("n")
        await asked(pilot, "enter add")
        await pilot.press(*"Grace", "enter")
        await asked(pilot, "How well do you know Grace?")
        await until(pilot, lambda: seen(app, "on their page w changes it"))
        await pilot.press("a")
        await until(pilot, lambda: seen(app, "Added Grace to the board, acquaintance"))
        await until(pilot, lambda: seen(app, ">  Write the first message"))


async def test_the_cursor_goes_from_the_invitation_to_who_came(desk: Desk) -> None:
    ada = someone(desk, "Ada Lovelace @ Babbage")
    app = IiApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: seen(app, ">i   bring everyone"))
        await pilot.press("3")
        await until(pilot, lambda: seen(app, "[3 Contacts]"))
        interviews.start(desk, ada)
        await pilot.press("1")
        await until(pilot, lambda: seen(app, ">  Write the first message"))


async def test_one_escape_ends_the_first_question_for_good(desk: Desk) -> None:
    app = IiApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await asked(pilot, "esc skip")
        assert seen(app, "Who would you like to talk to?")
        await pilot.press("escape")
        await until(pilot, lambda: not first_steps.wanted(desk))
        await until(pilot, lambda: seen(app, "n adds a person"))
        assert seen(app, "bring everyone from LinkedIn"), "the invitation stays on Today"
    again = IiApp(desk)
    async with again.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert len(again.screen_stack) == 1
        assert seen(again, "Who would you like to talk to?")


async def test_a_first_person_is_on_the_board_with_their_draft(desk: Desk) -> None:
    app = IiApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await asked(pilot, "esc skip")
        await pilot.press("enter")
        await until(pilot, lambda: seen(app, "x "))
        await pilot.press(*"Ada Lovelace @ Babbage", "enter")
        await asked(pilot, "How well do you know Ada Lovelace?")
        await pilot.press("a")
        # The composer asks for my name at once, on a sheet of its own.
        await asked(pilot, "What is your name?")
        assert any(isinstance(one, ComposerScreen) for one in app.screen_stack)
        person = people.resolve(desk, "Ada Lovelace")
        page = people.page(desk, person)
        assert page.closeness is Closeness.ACQUAINTANCE
        assert page.interview is not None
        assert page.interview.stage is Stage.IDENTIFIED
        await pilot.press("escape")
        await until(pilot, lambda: seen(app, "Hi Ada"))
    assert not first_steps.wanted(desk)


def test_the_first_question_is_wanted_only_with_nobody_there(desk: Desk) -> None:
    assert first_steps.wanted(desk)
    assert first_steps.trouble("@ Babbage") is not None
    assert first_steps.trouble("Ada Lovelace") is None
    person, name, words = first_steps.begin_with(desk, "Ada Lovelace @ Babbage")
    assert name == "Ada Lovelace"
    assert words == "Ada Lovelace is on the board"
    assert not first_steps.wanted(desk)
    assert first_steps.begin_with(desk, "Ada Lovelace @ Babbage")[0] == person


def test_next_up_is_what_opens_after_soon(desk: Desk, hands: Hands) -> None:
    ada = someone(desk, "Ada Lovelace @ Babbage")
    settling.remind(desk, ada, "in 3 days", "Call")
    assert today.next_up(desk) is None
    settling.remind(desk, ada, "in 5 weeks", "Write")
    found = today.next_up(desk)
    assert found is not None
    assert found.title == "Write"
    assert found.opens - desk.now() > timedelta(days=today.SOON_DAYS)
