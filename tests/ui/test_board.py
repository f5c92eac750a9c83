"""The Board: it lines up at any width, moves are stored, and nothing is repainted in vain."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from ii_tui.core.stages import STAGES, Exit, Stage
from ii_tui.services import interviews
from ii_tui.services.desk import Desk
from ii_tui.ui.widgets.board_layout import Heading, More, Spot, lay_out, share, window
from tests.conftest import Hands
from tests.ui.board_app import BoardApp, add, populate, stand_of

STEP_NAMES = ("CONNECT", "ASK", "FIRM UP", "TALK", "KEEP")


# What stands where


def test_stages_share_the_lines() -> None:
    assert share([3, 4], 10) == [3, 4]
    assert share([12, 3], 10) == [7, 3]
    assert share([12, 30], 10) == [5, 5]
    assert share([12, 30], 10, favored=0) == [8, 2]
    assert share([12, 1], 10, favored=1) == [9, 1]
    assert share([12, 30], 1, favored=1) == [0, 1]
    assert share([12, 30], 0) == [0, 0]


@pytest.mark.parametrize("count", [1, 3, 8, 40])
@pytest.mark.parametrize("lines", [1, 2, 3, 8])
def test_the_card_under_the_cursor_is_always_shown(count: int, lines: int) -> None:
    top = 0
    for at in [*range(count), *reversed(range(count))]:
        seen = window(count, lines, at, top)
        assert seen.first <= at < seen.first + seen.shown
        assert seen.shown + bool(seen.above) + bool(seen.below) <= lines
        if lines > 1:
            hidden = seen.above + seen.below
            assert hidden + seen.shown == count, "every card is seen or counted"
        top = max(0, seen.first - (seen.above > 0))


def test_a_column_names_both_stages_whatever_the_height() -> None:
    stages = [(Stage.REQUESTED, 30), (Stage.REPLIED, 20)]
    for height in range(2, 30):
        slots = lay_out(stages, height, Spot(Stage.REPLIED, 11), {})
        assert len(slots) <= height
        headings = [slot.stage for slot in slots if isinstance(slot, Heading)]
        assert headings == [Stage.REQUESTED, Stage.REPLIED]
        if height > 2:
            assert Spot(Stage.REPLIED, 11) in slots
    assert lay_out(stages, 9)[3] == More(Stage.REQUESTED, 28)


# On the screen


@pytest.mark.parametrize("width", [80, 120, 200])
async def test_five_steps_and_nine_stages_line_up(desk: Desk, hands: Hands, width: int) -> None:
    populate(desk, hands)
    app = BoardApp(desk)
    async with app.run_test(size=(width, 24)) as pilot:
        await pilot.pause()
        lines = app.lines()
        at = next(index for index, line in enumerate(lines) if "CONNECT" in line)
        for name in STEP_NAMES:
            assert name in lines[at]
        for stage in STAGES:
            assert any(f" {stage.label}" in line for line in lines), stage
        bars = [
            [cell_len(line[:index]) for index, char in enumerate(line) if char in "│┼"][:4]
            for line in lines[at : at + 10]
        ]
        assert len({tuple(bar) for bar in bars}) == 1, "the rules between the steps are straight"
        assert all(cell_len(line) <= width for line in lines)
        assert any("parked 1   closed 1" in line for line in lines)


async def test_at_80_columns_a_card_is_one_line(desk: Desk, hands: Hands) -> None:
    populate(desk, hands)
    app = BoardApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        first = next(line for line in app.lines() if "Ida Rhodes" in line)
        connect, ask, firm_up, talk, keep = first.split("│")
        assert connect == "> Ida Rhodes  2w"
        assert ask == " !Ada Love… 11d"
        assert firm_up == " !Sam Cart… Thu"
        assert talk == " !Hedy Lama… 3d"
        assert keep == " !Theo Jans… 6d" or keep.startswith(" ")
        assert "José Núñe…" in app.text()
        brief = next(line for line in app.lines() if "Engineer, Globex" in line)
        assert brief.startswith(" Ida Rhodes, Engineer, Globex")
        assert "Write the first message" in app.text()


async def test_beside_the_board_stands_the_person(desk: Desk, hands: Hands) -> None:
    populate(desk, hands)
    app = BoardApp(desk)
    async with app.run_test(size=(200, 40)) as pilot:
        await pilot.press("right")
        while "ada@example.org" not in app.text():
            await pilot.pause()
        assert "Follow up, once" in app.text()


async def test_at_40_columns_one_step_at_a_time(desk: Desk, hands: Hands) -> None:
    populate(desk, hands)
    app = BoardApp(desk)
    async with app.run_test(size=(40, 24)) as pilot:
        await pilot.pause()
        assert "CONNECT" in app.text()
        assert "step 1 of 5" in app.text()
        for name in STEP_NAMES[1:]:
            await pilot.press("right")
            await pilot.pause()
            assert f" {name} " in app.text()
        await pilot.press("right")
        assert "step 5 of 5" in app.text()
        await pilot.press("h", "h", "h")
        await pilot.pause()
        assert "step 2 of 5" in app.text()
        assert app.chosen() == "Ada"
        assert all(cell_len(line) <= 40 for line in app.lines())


async def test_an_empty_board_says_what_to_do(desk: Desk) -> None:
    app = BoardApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "Nobody is on the board yet." in app.text()
        assert "ask for 30" in app.text()
        await pilot.press("j", "l", "enter", "G", "H")
        await pilot.pause()
        assert "That is for a person. Choose one, or add one with n." in app.text()


async def test_the_cursor_walks_by_letters_and_arrows(desk: Desk, hands: Hands) -> None:
    populate(desk, hands)
    app = BoardApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("G")
        assert app.chosen() == "Warren"
        await pilot.press("k")
        assert app.chosen() == "José"
        await pilot.press("right", "j")
        assert app.chosen() == "Rosa"
        await pilot.press("l", "l", "l", "l")
        assert app.chosen() == "Theo"
        await pilot.press("left")
        assert app.chosen() == "Hedy"
        await pilot.press("h", "h", "g", "g")
        assert app.chosen() == "Ada"


async def test_more_cards_than_lines_open_as_the_cursor_goes_in(desk: Desk, hands: Hands) -> None:
    for number in range(40):
        add(desk, f"First{number} Person", Stage.REQUESTED if number % 2 else Stage.REPLIED)
        hands.forward(seconds=1)
    app = BoardApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "+ 19 more" in app.text(), "replied gives its room to the stage with the cursor"
        await pilot.press("G")
        await pilot.pause()
        assert "+ 19 more" in app.text()
        assert app.chosen() == "First38"
        assert any("First38" in line for line in app.lines())
        assert "above" in app.text()


# What is done


async def test_a_move_goes_both_ways_and_the_cursor_follows(desk: Desk, hands: Hands) -> None:
    ids = populate(desk, hands)
    app = BoardApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("right", "L")
        while "Moved Ada Lovelace to replied" not in app.text():
            await pilot.pause()
        assert "u undo" in app.text()
        assert stand_of(desk, ids["Ada"]) == (Stage.REPLIED, None)
        assert app.chosen() == "Ada"
        await pilot.press("greater_than_sign")
        while "Moved Ada Lovelace to scheduled" not in app.text():
            await pilot.pause()
        assert app.board.view.step == "firm_up"
        await pilot.press("H")
        while "Moved Ada Lovelace to replied" not in app.text():
            await pilot.pause()
        await pilot.press("u")
        while "Undone" not in app.text() and "ctrl+r" not in app.text():
            await pilot.pause()
        assert stand_of(desk, ids["Ada"]) == (Stage.SCHEDULED, None)
        assert app.chosen() == "Ada"


async def test_the_ends_of_the_board_are_told(desk: Desk, hands: Hands) -> None:
    populate(desk, hands)
    app = BoardApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("less_than_sign")
        while "That is its beginning." not in app.text():
            await pilot.pause()


async def test_close_and_revive(desk: Desk, hands: Hands) -> None:
    ids = populate(desk, hands)
    app = BoardApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("right", "d")
        while "how did it end?" not in app.text():
            await pilot.pause()
        await pilot.press("n")
        while "Why" not in app.text():
            await pilot.pause()
        await pilot.press("enter")
        while "Closed Ada Lovelace: no reply" not in app.text():
            await pilot.pause()
        assert stand_of(desk, ids["Ada"])[1] is Exit.NO_REPLY
        assert "closed 2" in app.text()
        assert app.chosen() == "Rosa", "the cursor stays in the step"
        await pilot.press("p")
        await pilot.pause()
        assert "PARKED  1" in app.text()
        assert "silent after" in app.text()
        assert "Tue 8 Dec" in app.text()
        await pilot.press("j")
        assert app.board.chosen_person() == ids["Ada"], "the latest closed stands first"
        await pilot.press("v")
        while "is back at requested" not in app.text():
            await pilot.pause()
        assert stand_of(desk, ids["Ada"]) == (Stage.REQUESTED, None)
        await pilot.press("escape")
        await pilot.pause()
        assert app.chosen() == "Ada", "back on the board the cursor is on who came back"


async def test_the_filter_narrows_by_name_and_company(desk: Desk, hands: Hands) -> None:
    populate(desk, hands)
    app = BoardApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash", *"nunez")
        await pilot.pause()
        assert "1 of 8" in app.text()
        assert app.chosen() == "José"
        assert "Ida Rhodes" not in app.text()
        await pilot.press("enter", "escape")
        await pilot.pause()
        assert "Ida Rhodes" in app.text()
        await pilot.press("slash", *"globex", "enter", "right")
        await pilot.pause()
        assert app.chosen() == "Ada"
        await pilot.press("escape", "slash", *"nobody")
        await pilot.pause()
        assert "Nobody fits." in app.text()
        await pilot.press("escape", "escape")
        await pilot.pause()
        assert "/ name or company" not in app.text(), "an empty filter takes no line"


async def test_enter_is_named_by_what_is_owed(desk: Desk, hands: Hands) -> None:
    populate(desk, hands)
    app = BoardApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "enter write" in app.lines()[-1]
        await pilot.press("right")
        await pilot.pause()
        assert "enter follow up" in app.lines()[-1]


# What is repainted


async def test_a_move_of_the_cursor_writes_two_cards_and_the_detail(
    desk: Desk, hands: Hands
) -> None:
    for number in range(300):
        add(desk, f"First{number} Person", STAGES[number % len(STAGES)])
        hands.forward(seconds=1)
    app = BoardApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.written.clear()
        await pilot.press("j")
        await pilot.pause()
        assert app.chosen() == "First9"
        assert -1 not in app.written
        assert sum(app.written) <= 2 * 16 + 6 * 80, "two cells of the board, the detail, the keys"


async def test_another_program_moves_a_card(desk: Desk, other_desk: Desk, hands: Hands) -> None:
    ids = populate(desk, hands)
    app = BoardApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("right")
        interviews.move(other_desk, ids["Ada"], Stage.HELD)
        app.changed()
        await pilot.pause()
        assert app.chosen() == "Ada"
        assert app.board.view.step == "talk"
