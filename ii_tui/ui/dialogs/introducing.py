"""Introductions: who could make one, whom it is about, and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from ii_tui.core.dates import relative_day
from ii_tui.core.kinds import Kind
from ii_tui.core.models import IntroductionRow, PersonRow
from ii_tui.core.quickadd import QuickAdd, describe, parse_quick
from ii_tui.errors import Locked, Usage
from ii_tui.services import introducing, people
from ii_tui.services.desk import Desk
from ii_tui.ui.dialogs.ask import ask_choice
from ii_tui.ui.dialogs.picking import Picking
from ii_tui.ui.dialogs.telling import Telling
from ii_tui.ui.widgets.columns import Column, Columns
from ii_tui.ui.widgets.fields import Option, numbered
from ii_tui.ui.widgets.lines import Item
from ii_tui.ui.widgets.spans import Line, Row, Span, bright, dim

if TYPE_CHECKING:
    from ii_tui.ui.app import IiApp

Find = Callable[[str], Sequence[PersonRow]]
"""People for the words that were typed, the likeliest first."""

_ROWS = Columns(
    Column(20, grow=2, most=36), Column(18, grow=3, drop=2), Column(12, align="right", drop=1)
)


class PickPerson(Picking[int | QuickAdd]):
    """A line to type in, and people; with `new`, a line that tells of somebody new will do."""

    STEP = (
        "Step 1, connect: who can vouch for your character and your work opens a door that a "
        "stranger's letter does not. Ask plainly, and make it easy to say no."
    )

    def __init__(self, title: str, find: Find, *, new: bool = False, act: str = "choose") -> None:
        super().__init__(
            title,
            (("enter", act), ("up down", "move"), ("esc", "back")),
            placeholder="part of a name, or somebody new" if new else "part of a name",
            empty="Nobody yet. Type a name." if new else "Nobody fits. Type part of a name.",
        )
        self._find = find
        self._new = new

    def items(self, words: str) -> list[Item]:
        """People, and who may be new."""
        try:
            found = self._find(words)
        except Locked:
            found = ()
        items = [Item(f"person:{row.id}", (_person(row),), row.id) for row in found]
        if self._new and (person := _read(words)) is not None:
            line = Line(Span("+ ", "key"), bright(describe(person)))
            items.append(Item("new", (line,), person))
        return items


def _person(row: PersonRow) -> Row:
    tie = "" if row.closeness is None else row.closeness.value
    return _ROWS.row(bright(row.name), dim(row.job), dim(tie))


def _read(words: str) -> QuickAdd | None:
    """Somebody new whom the words may mean."""
    try:
        person = parse_quick(words)
    except Usage:
        return None
    return person if person.last or person.company or person.email else None


# Asking for one


async def ask_for(app: IiApp, person_id: int) -> None:
    """Who could introduce me to this person? Then the request to them. Only in a worker."""
    desk = app.desk
    name = people.brief_name(desk, person_id)
    chosen = await app.push_screen_wait(
        PickPerson(
            f"Who could introduce you to {name}?",
            lambda words: introducing.introducers(desk, person_id, words),
            act="write to them",
        )
    )
    if isinstance(chosen, int):
        from ii_tui.ui.screens.composer_begin import compose

        await compose(app, chosen, kind=Kind.INTRO_REQUEST, target_id=person_id)


async def about_whom(app: IiApp, introducer_id: int, kind: Kind) -> int | None:
    """The person that a message to an introducer is about; None for a step out."""
    name = people.brief_name(app.desk, introducer_id)
    chosen = await _whom(app, introducer_id, f"{kind.label} to {name}: about whom?")
    return chosen if isinstance(chosen, int) else None


async def _whom(
    app: IiApp, introducer_id: int, title: str, *, new: bool = False
) -> int | QuickAdd | None:
    """One of those whom this person could bring me to; with `new`, or somebody new."""

    def wanted(words: str) -> Sequence[PersonRow]:
        return introducing.wanted(app.desk, introducer_id, words)

    return await app.push_screen_wait(PickPerson(title, wanted, new=new))


# What came of it


def choices(page_id: int, found: Sequence[IntroductionRow]) -> list[Option[Any]]:
    """The introductions that something may come in about, as options for "what came in"."""
    pending = [one for one in found if one.pending]
    return [
        Option(
            "i" if number == 0 else str(number + 1),
            f"Introduction: {one.person if one.introducer_id == page_id else one.introducer}",
            one,
            "made, or not",
        )
        for number, one in enumerate(pending[:4])
    ]


async def came_of(app: IiApp, one: IntroductionRow) -> bool:
    """Asks what came of an introduction and notes it; False for a step back."""
    desk = app.desk
    who = one.introducer.partition(" ")[0]
    wanted = one.person.partition(" ")[0]
    ways = [
        (f"{who} introduced us", "introduced", "asking for 30 minutes is owed"),
        (f"{who} would rather not", "declined", "another way is to be found"),
    ]
    if one.state == "asked":
        ways.insert(0, (f"{who} will do it", "agreed", "you wait for it"))
    told = await app.push_screen_wait(
        Telling(
            f"The introduction to {one.person}",
            words=[f"{state_words(desk, one, sentence=True)}. It is kept with both of them."],
            ways=numbered(*ways),
            label=f"{who} wrote",
            placeholder="paste it here, or leave it empty",
        )
    )
    if told is None:
        return False
    state = told.way
    from ii_tui.ui.dialogs.kept import saved

    came = partial(introducing.came, desk, one.introducer_id, one.person_id, state, text=told.text)
    done = await saved(app, who, told.text, came)
    if done is not None and state == "declined":
        await _another(app, one.person_id, wanted)
    return True


async def _another(app: IiApp, person_id: int, first: str) -> None:
    """After a no: ask somebody else?"""
    answer = await ask_choice(
        app,
        f"Another way to {first}?",
        (
            Option("a", "Ask somebody else for an introduction", "ask"),
            Option("w", f"Write to {first} myself", "write"),
            Option("l", "Later", "later", "it stays on Today"),
        ),
        to="l",
    )
    if answer == "ask":
        await ask_for(app, person_id)
    elif answer == "write":
        from ii_tui.ui.screens.composer_begin import compose

        await compose(app, person_id)


async def made(app: IiApp, introducer_id: int) -> bool:
    """They introduced me to somebody without being asked; False for a step back."""
    desk = app.desk
    name = people.brief_name(desk, introducer_id)
    chosen = await _whom(app, introducer_id, f"{name} introduced you to whom?", new=True)
    if chosen is None:
        return False
    if isinstance(chosen, int):
        await app.do(lambda: introducing.came(desk, introducer_id, chosen, "introduced"))
    else:
        await app.do(lambda: introducing.came_to_new(desk, introducer_id, chosen)[1])
    return True


def state_words(desk: Desk, one: IntroductionRow, *, sentence: bool = False) -> str:
    """How far it is and since when: "asked 3 days ago"."""
    words = f"{one.state} {relative_day(desk.local(one.at).date(), desk.today())}"
    return f"{one.words}: {words}" if sentence else words
