"""A database lived in: what a person may do, as functions that a test draws and plays."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

from hypothesis import strategies as st

from ii_tui.clock import Clock
from ii_tui.core.kinds import SPECS, Kind
from ii_tui.core.quickadd import QuickAdd
from ii_tui.core.stages import CLOSING, STAGES, Answer, Closeness, EventKind
from ii_tui.errors import IiError
from ii_tui.paths import Paths
from ii_tui.services import (
    browsing,
    coming_in,
    composing,
    editing,
    found,
    handing_over,
    interviews,
    introducing,
    people,
    scheduling,
    settling,
    touches,
)
from ii_tui.services.desk import Desk
from tests.conftest import Hands

Deed = Callable[[Desk, int], object]
"""Something done to the person of that id."""

NAMES = ("Ada Lovelace @ Acme", "Ben Ito, Analyst @ Umbra <ben@umbra.example>",
         "Zoë Łuck @ ACME linkedin.com/in/zoe-luck", "José <jose@acme.example>")  # fmt: skip

texts = st.text(max_size=30) | st.sampled_from(
    ["", "=1+1", "\x1b[31mred", 'say "hi",\nthen\ttab', "a\r\nb", "\u202eabc", "é e\u0301", "  x  "]
)
days = st.integers(1, 400)


def _noted(text: str) -> Deed:
    return lambda desk, who: people.add_note(desk, who, text)


def _edited(name: str, text: str) -> Deed:
    def deed(desk: Desk, who: int) -> None:
        editing.edit(desk, who, people.page(desk, who).rev, {name: text})

    return deed


def _written(kind: Kind, text: str, how: str) -> Deed:
    def deed(desk: Desk, who: int) -> None:
        begun = composing.begin(desk, who, kind=kind, channel=SPECS[kind].channels[0])
        draft = composing.save_draft(desk, begun, text, text)
        if how != "draft":
            handing_over.handed_over(desk, draft)
        if how == "sent":
            handing_over.sent(desk, draft)

    return deed


def _met(ahead: int, minutes: int, kind: str, place: str) -> Deed:
    def deed(desk: Desk, who: int) -> None:
        at = (desk.now() + timedelta(days=ahead)).isoformat()
        plan = scheduling.plan(desk, who, at=at, zone="America/Chicago", minutes=minutes,
                               kind=kind, place=place, treat=kind == "coffee")  # fmt: skip
        meeting, _ = scheduling.meet(desk, who, plan)
        if minutes % 2:
            scheduling.invite_handed_over(desk, meeting)

    return deed


def _settled(index: int, how: str) -> Deed:
    def deed(desk: Desk, who: int) -> None:
        owed = people.page(desk, who).tasks
        if owed:
            task = owed[index % len(owed)].id
            if how == "snooze":
                settling.snooze(desk, task, "in 3 weeks")
            else:
                (settling.done if how == "done" else settling.skip)(desk, task)

    return deed


def _at_company(what: str, text: str, number: int) -> Deed:
    def deed(desk: Desk, who: int) -> None:
        company = people.page(desk, who).company_id
        if company is None:
            return
        if what == "target":
            browsing.set_target(desk, company, number % 2 == 0)
        elif what == "motivation":
            browsing.set_motivation(desk, company, number % 4)
        else:
            rev = browsing.company(desk, company).row.rev
            browsing.edit_company(desk, company, rev, **{what: text})

    return deed


def _referred(name: str, close: bool) -> Deed:
    return lambda desk, who: coming_in.referred(
        desk, who, QuickAdd(first=name, last="New"), close=close
    )


def _introduced(by: int, step: str, text: str) -> Deed:
    """`by` is one of those who are there from the first, whose ids count from 1."""
    ask = touches.Touch(EventKind.SENT, "intro_request", "email", text=text)

    def deed(desk: Desk, who: int) -> object:
        if step == "asked":
            return introducing.asked(desk, by, who, ask)
        return introducing.came(desk, by, who, step, text=text)

    return deed


deeds: st.SearchStrategy[Deed] = st.one_of(
    st.builds(_introduced, st.integers(1, 4),
              st.sampled_from(["asked", "agreed", "introduced", "declined"]), texts),
    st.builds(_noted, texts),
    st.builds(
        _edited,
        st.sampled_from(["first", "greeting", "company", "title", "url", "tags", "address",
                         "how_known", "country", "introduced_by"]),
        texts,
    ),
    st.builds(_edited, st.just("zone"), st.sampled_from(["berlin", "America/Chicago", ""])),
    st.builds(_edited, st.just("introduced_by"), st.sampled_from(["Ada", "Ben", "zoe-luck"])),
    st.builds(_edited, st.just("cadence_days"), st.integers(1, 400).map(str)),
    st.builds(_written, st.sampled_from(list(Kind)), texts,
              st.sampled_from(["draft", "copied", "sent"])),
    st.builds(_met, days, st.integers(1, 90), st.sampled_from(["coffee", "video"]), texts),
    st.builds(_settled, st.integers(0, 5), st.sampled_from(["done", "skip", "snooze"])),
    st.builds(_at_company, st.sampled_from(["target", "motivation", "notes", "website", "name"]),
              texts, st.integers(0, 9)),
    st.builds(_referred, st.sampled_from(["Eve", "Ida"]), st.booleans()),
    st.sampled_from(STAGES).map(lambda stage: lambda desk, who: interviews.move(desk, who, stage)),
    st.builds(
        lambda exit_, text: lambda desk, who: interviews.close(
            desk, who, exit_, text, desk.today() + timedelta(days=9)
        ),
        st.sampled_from(CLOSING),
        texts,
    ),
    st.builds(
        lambda kind, answer, text: lambda desk, who: touches.log(
            desk, who, touches.Touch(kind, answer=answer, text=text)
        ),
        st.sampled_from([EventKind.SENT, EventKind.RECEIVED, EventKind.CALL, EventKind.MET,
                         EventKind.POSTED, EventKind.CONFIRMED]),
        st.sampled_from([None, *Answer]),
        texts,
    ),
    st.builds(
        lambda n, text: lambda desk, who: coming_in.later(
            desk, who, desk.today() + timedelta(days=n), text=text
        ),
        days,
        texts,
    ),
    st.sampled_from([None, *Closeness]).map(
        lambda tie: lambda desk, who: editing.set_closeness(desk, who, tie)
    ),
    st.booleans().map(lambda on: lambda desk, who: editing.archive(desk, who, on)),
    st.booleans().map(lambda on: lambda desk, who: editing.set_do_not_contact(desk, who, on)),
    texts.map(lambda text: lambda desk, who: settling.remind(desk, who, "in 2 days", text)),
    st.just(lambda desk, who: scheduling.cancel(desk, who)),
    st.just(lambda desk, who: interviews.revive_person(desk, who)),
    texts.map(lambda text: lambda desk, who: found.found(desk, text, without=[who])),
)  # fmt: skip

lives = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3), deeds), max_size=14)
"""(who, days later, what) one after another."""


def live(desk: Desk, hands: Hands, life: list[tuple[int, int, Deed]]) -> None:
    """Plays a life; what the services refuse is left out, as it is for a person."""
    who = [people.quick_add(desk, line)[0] for line in NAMES]
    for index, later, deed in life:
        hands.forward(days=later)
        with contextlib.suppress(IiError):
            deed(desk, who[index])


@contextlib.contextmanager
def new_desk(folder: Path, hands: Hands) -> Iterator[Desk]:
    """A desk on an empty database in `folder`."""
    paths = Paths(database=folder / "ii.db", config=folder / "config.toml", state=folder / "state")
    desk = Desk.open(paths, Clock(source=hands), throwaway=True)
    try:
        yield desk
    finally:
        desk.close()
