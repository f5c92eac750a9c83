"""Lines to type in, choices by one key, paths with completion."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.widgets import Input

from ii_tui.ui.widgets.fields import Choice, Field, Option
from ii_tui.ui.widgets.path_input import PathInput, candidates, expand

CLOSENESS = (
    Option("c", "close", 1, "they would call back"),
    Option("a", "acquaintance", 2, "you have met"),
    Option("j", "stranger", 3),
)


@pytest.mark.parametrize("width", [40, 80])
async def test_labels_and_inputs_line_up(kit: Callable[..., Any], width: int) -> None:
    app = kit()
    async with app.run_test(size=(width, 10)) as pilot:
        name = Field("Name", "Ana [b]", id="name")
        mail = Field("E-mail", id="mail", note="or a slug")
        await app.mount(name, mail)
        await pilot.pause()
        assert app.picture()[:3] == ["Name          Ana [b]", "E-mail", " " * 14 + "or a slug"]
        name.focus()
        await pilot.press("backspace", "x")
        assert name.value == "Ana [bx"
        mail.value = " ana@globex.example "
        assert mail.value == "ana@globex.example"


async def test_what_is_wrong_stands_below_until_it_changes(kit: Callable[..., Any]) -> None:
    app = kit()
    async with app.run_test(size=(80, 10)) as pilot:
        mail = Field("E-mail", "ana@", id="mail", note="or a slug")
        await app.mount(mail)
        mail.wrong("Nothing stands after the @.")
        await pilot.pause()
        assert app.picture()[1] == " " * 14 + "x Nothing stands after the @."
        mail.focus()
        await pilot.press("end", "g")
        await pilot.pause()
        assert app.picture()[:2] == ["E-mail        ana@g", " " * 14 + "or a slug"]


async def test_letters_act_in_a_choice_and_never_in_a_field(kit: Callable[..., Any]) -> None:
    field, choice = Field("Name", id="name"), Choice(CLOSENESS, to="a")
    app = kit(field, choice)
    async with app.run_test(size=(80, 10)) as pilot:
        field.focus()
        await pilot.press("c", "j")
        assert field.value == "cj"
        assert app.chosen() == []
        choice.focus()
        await pilot.press("enter", "c", "j", "up", "enter")
        await pilot.pause()
        assert app.chosen() == ["a", "c", "j", "a"]
        assert [message.item.data.value for message in app.said if hasattr(message, "item")][
            -1
        ] == 2
        assert " c  close          they would call back" in app.picture()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    where = tmp_path / "files"
    where.mkdir()
    for name in ("Connections.csv", "Connections old.csv", "notes.txt", ".hidden", "Bad\x1b.csv"):
        (where / name).touch()
    (where / "Contacts").mkdir()
    (where / "Contacts" / "a.csv").touch()
    monkeypatch.chdir(where)
    return where


def test_candidates(folder: Path, isolated: Path) -> None:
    assert candidates("", [".csv"]) == [
        "Connections old.csv",
        "Connections.csv",
        "Contacts/",
        "notes.txt",
    ]
    assert candidates("Cont") == ["Contacts/"]
    assert candidates("./Contacts/") == ["./Contacts/a.csv"]
    assert candidates(".h") == [".hidden"]
    assert candidates("nowhere/") == []
    (isolated / "Connections.csv").touch()
    assert candidates("~/Conn") == ["~/Connections.csv"]
    assert candidates("~") == ["~/"]


def test_the_path_that_is_meant(isolated: Path) -> None:
    assert expand(" '~/a b.csv' ") == isolated / "a b.csv"
    assert expand('"x"') == Path("x")


async def test_tab_completes_offers_and_moves_on(kit: Callable[..., Any], folder: Path) -> None:
    path, after = PathInput(suffixes=[".csv"]), Input(id="after")
    app = kit(path, after)
    async with app.run_test(size=(80, 10)) as pilot:
        await pilot.press("C", "tab")
        assert path.value == "Con"
        assert app.said == []
        await pilot.press("tab")
        await pilot.pause()
        assert app.said[-1].names == ("Connections old.csv", "Connections.csv", "Contacts/")
        await pilot.press("t", "tab")
        assert path.value == "Contacts/"
        await pilot.press("tab")
        assert path.value == "Contacts/a.csv"
        assert path.path == Path("Contacts/a.csv")
        await pilot.press("tab")
        await pilot.pause()
        assert app.focused is after


async def test_the_first_candidate_is_suggested(kit: Callable[..., Any], folder: Path) -> None:
    app = kit()
    async with app.run_test(size=(200, 10)) as pilot:
        path = PathInput(f"{folder}{os.sep}", suffixes=[".csv"])
        await app.mount(path)
        path.focus()
        await pilot.press("n")
        while not path._suggestion:
            await pilot.pause()
        await pilot.press("right")
        assert path.value == str(folder / "notes.txt")
