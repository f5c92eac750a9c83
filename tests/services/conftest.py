"""Short ways to a person, an interview and what is owed there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from ii_tui.core.models import PersonPage
from ii_tui.services import people, scheduling
from ii_tui.services.desk import Desk
from ii_tui.services.scheduling import Preview


@pytest.fixture
def ada(desk: Desk) -> int:
    """Ada Lovelace of Acme, whose e-mail is known."""
    return people.quick_add(desk, "Ada Lovelace, Analyst @ Acme <ada@example.org>")[0]


@pytest.fixture
def bob(desk: Desk) -> int:
    """Bob Byron, of whom nothing else is known."""
    return people.quick_add(desk, "Bob Byron")[0]


class Look:
    """What can be seen of people on one desk."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def page(self, person: int) -> PersonPage:
        """Everything about them."""
        return people.page(self.desk, person)

    def at(self, person: int) -> str | None:
        """The stage of their open interview, or the exit of the latest one."""
        found = self.page(person).interview
        return None if found is None else (found.exit or found.stage).value

    def owed(self, person: int) -> dict[str, date | None]:
        """Kinds of what is owed, opened or not, with the day each is due."""
        return {task.kind: task.due for task in self.page(person).tasks}

    def story(self, person: int) -> list[str]:
        """What happened, the earliest first: "moved requested", "received yes"."""
        return [
            " ".join(filter(None, (row.kind, row.message_kind or row.answer or row.stage_to)))
            for row in reversed(self.page(person).timeline)
        ]

    def line(self, person: int, words: str) -> Preview:
        """What one line means for a meeting."""
        return scheduling.preview(self.desk, self.page(person), words)


@pytest.fixture
def look(desk: Desk) -> Look:
    """What can be seen of people."""
    return Look(desk)


Meet = Callable[[int, str], str]


@pytest.fixture
def meet(desk: Desk, look: Look) -> Meet:
    """Makes or moves a meeting from one line; returns what happened, in words."""

    def make(person: int, words: str) -> str:
        return scheduling.meet(desk, person, look.line(person, words).plan)[1]

    return make
