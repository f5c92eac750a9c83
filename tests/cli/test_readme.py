"""What the README names is there, and what it types works."""

from __future__ import annotations

import re
import shlex

import pytest

from ii_tui.ui.commands import COMMANDS
from ii_tui.ui.keymap import written
from tests.cli.conftest import ROOT, Program

README = (ROOT / "README.md").read_text("utf-8")
TICKED = re.findall(r"`([^`\n]+)`", re.sub(r"```.*?```", "", README, flags=re.S))
PATHS = [
    *re.findall(r"\]\(([^)#]+)\)", README),
    *(words.split()[-1] for words in TICKED if re.fullmatch(r"[\w. ]*\.?\w+/[\w./]+", words)),
]
BLOCKS = [block for block in README.split("```")[1::2] if block.startswith("\n")]
LINES = [line for block in BLOCKS for line in block.splitlines() if line.startswith("ii-tui ")]


@pytest.mark.parametrize("path", PATHS)
def test_a_file_is_there(path: str) -> None:
    assert (ROOT / path).exists()


def test_a_key_does_something() -> None:
    section = README.partition("## Keys")[2].partition("\n## ")[0]
    cells = [line.split("|")[1] for line in section.splitlines() if line.startswith("| `")]
    named = {key for cell in cells for key in re.findall(r"`([^`]+)`", cell)}
    bound = {written(key) for command in COMMANDS for key in command.keys.split(",")}
    assert len(named) > 12
    assert named <= bound


def test_the_commands_run_as_they_stand(ii: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ii.home)
    for line in LINES:
        ii.ok(*shlex.split(line)[1:])
    assert len(LINES) == 6
    assert (ii.home / "ada.ics").exists()
    assert (ii.home / "everything.json").exists()


@pytest.mark.parametrize("words", [one for one in TICKED if one.startswith("ii-tui ")])
def test_a_command_is_known(ii: Program, words: str) -> None:
    assert ii(*shlex.split(words)[1:]).code == 0


def test_the_first_blocks_are_the_two_commands() -> None:
    first, second = re.findall(r"^```sh\n(.*?)\n```", README, re.S | re.M)
    assert first.endswith(".venv/bin/ii-tui")
    assert second.endswith(".venv/bin/pytest"), "CI runs this one"
