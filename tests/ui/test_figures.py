"""Figures: counts that are true, and no percentage of too few."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ii_tui.core.figures import Figures
from ii_tui.core.stages import Answer, EventKind, Exit
from ii_tui.services import browsing, interviews, people, touches
from ii_tui.services.desk import Desk
from ii_tui.services.touches import Touch
from ii_tui.ui.app import IiApp
from ii_tui.ui.screens.figures import TWO, answered, standing
from tests.conftest import Hands
from tests.ui.people_app import line_of, picture, seen, until

REQUEST = Touch(EventKind.SENT, "meeting_request", "email")
NONE = Figures(contacts=1)


class FiguresApp(IiApp):
    """Begins where these tests look."""

    DEFAULT_MODE = "figures"


def asked(desk: Desk, count: int, name: str) -> list[int]:
    """So many people who were asked now; their ids."""
    ids = [people.quick_add(desk, f"{name}{n} Person @ Contoso")[0] for n in range(count)]
    for person in ids:
        touches.log(desk, person, REQUEST)
    return ids


def words(figures: Figures) -> str:
    """What is said of answers."""
    return " ".join(text for text, _ in answered(figures))


@pytest.mark.parametrize(
    ("n", "yes", "said"),
    [
        (0, 0, "No request for a conversation is older than 14 days yet."),
        (1, 1, "1 of 1 was answered (n = 1)."),
        (9, 3, "3 of 9 were answered (n = 9)."),
        (10, 3, "3 of 10 were answered, 30% (n = 10)."),
    ],
)
def test_a_percentage_needs_ten(n: int, yes: int, said: str) -> None:
    found = words(replace(NONE, requests_sent=n, requests_answered=yes))
    assert found.startswith(said)
    assert ("under 10" in found) == (0 < n < 10)


def test_young_requests_are_left_out_and_said_to_be(desk: Desk, hands: Hands) -> None:
    old = asked(desk, 3, "Old")
    hands.forward(days=1)
    touches.log(desk, old[0], Touch(EventKind.RECEIVED, answer=Answer.YES))
    touches.log(desk, old[1], Touch(EventKind.RECEIVED, answer=Answer.OOO))
    hands.forward(days=14)
    asked(desk, 2, "New")
    found = browsing.figures(desk)
    assert (found.requests_sent, found.requests_answered, found.requests_young) == (3, 1, 2)
    assert "2 requests are younger than 14 days and left out" in words(found)


async def test_the_bars_say_where_everyone_stands(desk: Desk, hands: Hands) -> None:
    asked(desk, 4, "Ada")
    interviews.start(desk, people.quick_add(desk, "Grace Hopper @ Navy")[0])
    nina = people.quick_add(desk, "Nina Simone @ Globex")[0]
    interviews.start(desk, nina)
    interviews.close(desk, nina, Exit.DECLINED)
    app = FiguresApp(desk)
    async with app.run_test(size=(80, 40)) as pilot:
        await until(pilot, lambda: seen(app, "ON THE BOARD  5"))
        requested, identified = line_of(app, "requested"), line_of(app, "identified")
        assert requested.count("━") == 4 * identified.count("━") > 0
        assert "ASK" in requested
        assert "━" not in line_of(app, "in touch"), "none is no bar"
        assert "1" in line_of(app, "declined")
        assert seen(app, "LEFT THE BOARD  1")
        assert "6" in line_of(app, "contacts")
        assert seen(app, "4 requests are younger")
        asked(desk, 1, "Late")
        app.changed()
        await until(pilot, lambda: seen(app, "ON THE BOARD  6"))


@pytest.mark.parametrize("width", [40, 80, 200])
async def test_no_line_is_longer_than_the_screen(desk: Desk, width: int) -> None:
    asked(desk, 12, "Ada")
    app = FiguresApp(desk)
    async with app.run_test(size=(width, 14)) as pilot:
        await until(pilot, lambda: seen(app, "ON THE BOARD"))
        assert all(len(line) <= width for line in picture(app))
        if width >= TWO:
            await until(pilot, lambda: "ANSWERS" in line_of(app, "ON THE BOARD"))
            return
        before = picture(app)
        await pilot.press("pagedown")
        await until(pilot, lambda: picture(app) != before)  # the page keys scroll


async def test_no_rule_stands_beside_nothing(desk: Desk) -> None:
    app = FiguresApp(desk)
    async with app.run_test(size=(160, 24)) as pilot:
        await until(pilot, lambda: seen(app, "Nothing to count yet."))
        await until(pilot, lambda: not any("│" in line for line in picture(app)))


def test_nobody_yet_says_what_to_do() -> None:
    (item,) = standing(replace(NONE, contacts=0))
    text = "".join(span.text for row in item.rows for span in row.spans(200, 0))
    assert text.startswith("Nothing to count yet.")
