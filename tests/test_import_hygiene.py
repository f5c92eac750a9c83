"""What is imported when, which room may import which, and the two ways of writing that are banned.

The deny list (deny.py) holds what a start does not need and a first frame does not wait for.
"""

from __future__ import annotations

import ast
import json
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.deny import HEAVY, PROBE, of
from tests.pty.term import ROOT, Terminal, environment

SCREEN = ("textual", "rich")
CONTRACTS = [
    one["name"]
    for one in tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"][
        "contracts"
    ]
]


# Before the first frame


def test_the_first_frame_waits_for_nothing_heavy(tmp_path: Path) -> None:
    for arguments in (["add", "Ada Lovelace @ Acme"], ["move", "ada", "identified"]):
        subprocess.run([sys.executable, "-m", "ii_tui", *arguments], env=environment(), check=True)
    found = tmp_path / "modules.json"
    with Terminal([sys.executable, "-c", PROBE, str(found), "Ada Lovelace"]) as terminal:
        assert terminal.wait_exit() == 0, terminal.text
    loaded = json.loads(found.read_text())
    assert "ii_tui.ui.screens.today" in loaded
    assert of(HEAVY, loaded) == []
    # What is drawn first is read without peewee; it comes with the first write.
    assert of(("peewee", "ii_tui.store.tables", "ii_tui.core.owed", "tomllib"), loaded) == []
    # Of Textual only what is drawn: its palette, its input and what they bring are left out.
    unseen = ("command", "types", "widgets._input", "widgets._tree", "widgets._select")
    assert of([f"textual.{name}" for name in unseen], loaded) == []
    # Nor the standard library's larger rooms.
    assert of(("ssl", "hashlib", "uuid", "json", "platformdirs", "typing_extensions"), loaded) == []
    # The other places are imported when they are gone to.
    for place in ("board", "contacts", "composer", "figures"):
        assert f"ii_tui.ui.screens.{place}" not in loaded


def loaded_by(code: str) -> list[str]:
    """The modules that a fresh interpreter holds once it ran `code`."""
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport json, sys\nprint(json.dumps(sorted(sys.modules)))"],
        env=environment(),
        capture_output=True,
        text=True,
        check=True,
    )
    found: list[str] = json.loads(done.stdout.splitlines()[-1])
    return found


def test_a_command_for_cron_needs_no_screen() -> None:
    code = """
from ii_tui.cli.run import run
for words in (["add", "Ada Lovelace"], ["today", "--json"], ["log", "ada", "met"], ["show", "ada"],
        ["search", "ada"], ["meet", "ada", "--at", "in 2 weeks 10:00"], ["undo"], ["backup"]):
    assert run(words) == 0, words
"""
    assert of((*HEAVY, *SCREEN), loaded_by(code)) == []


def test_help_and_version_open_nothing() -> None:
    for option in ("--help", "--version"):
        loaded = loaded_by(f"from ii_tui.cli.run import run\nrun([{option!r}])")
        assert of((*HEAVY, *SCREEN, "peewee", "ii_tui.services", "ii_tui.ui"), loaded) == []


# Which room may import which

BROKEN: dict[str, tuple[str, str]] = {
    "cli -> ui -> services -> (store, files, delivery) -> core": (
        "ii_tui/store/zz_bad.py",
        "from ii_tui.services import desk",
    ),
    "screens and commands reach the rooms below only through services": (
        "ii_tui/ui/zz_store.py",
        "from ii_tui.store import rows",
    ),
    "only store imports peewee": ("ii_tui/services/zz_peewee.py", "import peewee"),
    "only ui imports textual": ("ii_tui/services/zz_textual.py", "import textual"),
    "only delivery imports keyring": ("ii_tui/services/zz_keyring.py", "import keyring"),
    "core is pure": ("ii_tui/core/zz_impure.py", "import click"),
    "leaves stay leaves": ("ii_tui/atomic.py", "from ii_tui.core import text"),
    "config knows core and no other room": ("ii_tui/config.py", "from ii_tui.services import desk"),
}
"""For each contract a line that breaks it, and where."""


def contracts(tree: Path) -> dict[str, str]:
    """Contract -> KEPT or BROKEN, as import-linter judges the program in `tree`; and "exit"."""
    done = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=tree,
        env=environment({"PYTHONPATH": str(tree)}),
        capture_output=True,
        text=True,
        check=False,
    )
    found = dict(re.findall(r"^(.+) (KEPT|BROKEN)\b", done.stdout, re.MULTILINE))
    return found | {"exit": str(done.returncode)}


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the program that may be spoiled."""
    tree = tmp_path / "tree"
    shutil.copytree(ROOT / "ii_tui", tree / "ii_tui", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tree)
    return tree


def test_the_contracts_are_kept(copy: Path) -> None:
    assert contracts(copy) == dict.fromkeys(CONTRACTS, "KEPT") | {"exit": "0"}


def test_each_contract_fails_when_broken(copy: Path) -> None:
    assert sorted(BROKEN) == sorted(CONTRACTS)
    for path, line in BROKEN.values():
        with (copy / path).open("a") as file:
            file.write(f"\n{line}\n")
    assert contracts(copy) == dict.fromkeys(CONTRACTS, "BROKEN") | {"exit": "1"}


# Ways of writing to the database

_REPLACING = re.compile(r"\b(?:INSERT\s+OR\s+REPLACE|REPLACE\s+INTO)\b", re.IGNORECASE)
_WHOLE_ROWS = frozenset(
    {"save", "get_or_create", "bulk_update", "on_conflict_replace", "replace_many"}
)


def banned(source: str) -> Iterator[str]:
    """What writes columns that nobody changed, or deletes a row to write it anew."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            if node.func.attr in _WHOLE_ROWS:
                yield f"line {node.lineno}: .{node.func.attr}()"
        elif isinstance(node, ast.Constant) and _REPLACING.search(str(node.value)):
            yield f"line {node.lineno}: {_REPLACING.findall(str(node.value))[0]}"


def test_no_row_is_written_whole() -> None:
    found = {
        str(path.relative_to(ROOT)): list(banned(path.read_text()))
        for path in (ROOT / "ii_tui").rglob("*.py")
    }
    assert {path: lines for path, lines in found.items() if lines} == {}


@pytest.mark.parametrize(
    "line",
    [
        "contact.save()",
        "Contact(first='x').save(force_insert=True)",
        "Contact.get_or_create(slug='x')",
        "Contact.insert(first='x').on_conflict_replace().execute()",
        "db.run('INSERT OR REPLACE INTO contact VALUES (1)')",
        "db.run('''insert or\n replace into contact values (1)''')",
        "db.run(f'REPLACE INTO {table} VALUES (1)')",
    ],
)
def test_the_ban_finds(line: str) -> None:
    assert list(banned(line))


@pytest.mark.parametrize(
    "line",
    [
        "text.replace('a', 'b')",
        "save(draft)",
        "db.run('INSERT INTO contact VALUES (1) ON CONFLICT DO NOTHING')",
        "# contact.save()",
    ],
)
def test_the_ban_leaves_alone(line: str) -> None:
    assert not list(banned(line))
