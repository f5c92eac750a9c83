"""The program as a whole: help, options, exit codes, streams, bugs."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from ii_tui import __version__
from ii_tui.cli import main
from ii_tui.services import today

from .conftest import Program

COMMANDS = [
    *("today", "done", "snooze", "log", "move", "meet", "compose", "block", "found"),
    *("add", "import", "export", "search", "show"),
    *("undo", "redo", "backup", "restore", "config", "keys"),
]
TAKES_PERSON = {"show", "move", "log", "meet", "compose", "block"}
TAKES_TASK = {"done", "snooze"}


def test_version(ii: Program) -> None:
    assert ii.ok("--version").out == f"ii-tui {__version__}\n"


def test_help_names_every_command_once(ii: Program) -> None:
    said = ii.ok("--help").out
    for name in COMMANDS:
        assert sum(line.startswith(f"  {name}  ") for line in said.splitlines()) == 1, name
    assert "2 wrong use, 3 nothing could be done" in " ".join(said.split())
    assert ii.ok("-h").out == said


@pytest.mark.parametrize("name", COMMANDS)
def test_help_of_a_command_helps(ii: Program, name: str) -> None:
    said = ii.ok(name, "--help").out
    words = " ".join(said.split())
    assert f"Usage: ii-tui {name}" in words
    assert max(map(len, said.splitlines())) <= 80
    assert ("fits one" in words) == (name in TAKES_PERSON)
    assert ("from `ii-tui today`" in words) == (name in TAKES_TASK)
    # Whoever has arguments to give finds a line to copy, on one line.
    if name not in {"today", "undo", "redo", "config", "keys"}:
        assert any(line.strip().startswith(f"ii-tui {name} ") for line in said.splitlines())
    # No help writes or opens anything.
    assert not ii.database.exists()


def test_time_is_explained_where_it_is_taken(ii: Program) -> None:
    for name in ("move", "log", "meet"):
        assert "tomorrow 9am" in ii.ok(name, "--help").out
    assert "tomorrow 9am" not in ii.ok("show", "--help").out


def test_the_screen_needs_a_terminal(ii: Program) -> None:
    for arguments in ((), ("--demo",)):
        said = ii(*arguments)
        assert said.code == 2
        assert said.out == ""
        assert "standard input is not one" in said.err
        assert "ii-tui --help" in said.err
    assert not ii.database.exists()


def test_the_screen_needs_a_terminal_apart(ii: Program) -> None:
    said = ii.apart()
    assert (said.code, said.raw) == (2, b"")
    assert "terminal" in said.err


def test_the_screen_with_its_streams_closed(ii: Program) -> None:
    done = subprocess.run(
        ["/bin/sh", "-c", f"exec {sys.executable} -m ii_tui <&-"],
        capture_output=True,
        env=ii.environment(),
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "terminal" in done.stderr
    assert "Traceback" not in done.stderr


def test_demo_goes_without_a_command(ii: Program) -> None:
    said = ii("--demo", "today")
    assert said.code == 2
    assert "--demo opens the screen" in said.err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("tody",), "Did you mean today?"),
        (("frobnicate",), "There is no command 'frobnicate'."),
        (("--frobnicate",), "--frobnicate"),
        (("today", "--frobnicate"), "--frobnicate"),
        (("log", "ada"), "Missing argument"),
        (("log", "ada", "sang"), "'sang' is not one of 'sent', 'received'"),
        (("show",), "Missing argument 'PERSON...'"),
        (("meet", "ada", "--minutes", "600"), "600 is not in the range 5<=x<=480"),
    ],
)
def test_wrong_use_is_two_and_told_on_stderr(
    ii: Program, arguments: tuple[str, ...], words: str
) -> None:
    said = ii(*arguments)
    assert said.code == 2
    assert said.out == ""
    assert words in said.err
    assert "--help" in said.err
    assert not ii.database.exists()


def test_wrong_use_is_clean_too(ii: Program) -> None:
    for arguments in (("\x1b]0;owned\x07",), ("--\x9b31m",), ("log", "ada", "\x1b[31m")):
        said = ii(*arguments)
        assert said.code == 2
        assert not {"\x1b", "\x07", "\x9b"} & set(said.err)


@pytest.mark.parametrize("place", ["before", "after", "both"])
def test_db_and_config_before_and_after(ii: Program, tmp_path: Path, place: str) -> None:
    other, settings = tmp_path / "other.db", tmp_path / "mine.toml"
    settings.write_text('[me]\nzone = "Asia/Tokyo"\n')
    options = ["--db", str(other), "--config", str(settings)]
    wrong = ["--db", str(tmp_path / "wrong.db"), "--config", str(tmp_path / "wrong.toml")]
    if place == "before":
        said = ii.ok(*options, "add", "Ada Lovelace")
    elif place == "after":
        said = ii.ok("add", "Ada Lovelace", *options)
    else:
        said = ii.ok(*wrong, "add", "Ada Lovelace", *options)  # the later one counts
    assert said.out == "1\n"
    assert other.exists()
    assert oct(other.stat().st_mode & 0o777) == "0o600"
    assert not ii.database.exists()
    assert not (tmp_path / "wrong.db").exists()
    assert ii.ok("config", "path", "--config", str(settings)).out == f"{settings}\n"


def test_db_by_the_environment(
    ii: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("II_TUI_DB", str(tmp_path / "env.db"))
    monkeypatch.setenv("II_TUI_CONFIG", str(tmp_path / "env.toml"))
    ii.add("Ada Lovelace")
    assert (tmp_path / "env.db").exists()
    assert ii.ok("config", "path").out == f"{tmp_path / 'env.toml'}\n"
    ii.ok("add", "Ada Lovelace", "--db", str(tmp_path / "option.db"))
    assert (tmp_path / "option.db").exists()


def test_files_are_private_whatever_the_umask(ii: Program) -> None:
    ii.ok("add", "Ada Lovelace")
    for path in ii.home.rglob("*"):
        mode = path.stat().st_mode & 0o777
        assert mode & 0o077 == 0, (path, oct(mode))


@pytest.mark.parametrize(
    "wrong",
    [
        "yesterday",
        "2026-11-24T09:00:00",
        "2026-13-01T09:00:00Z",
        "0001-01-01T00:00:00+14:00",
        "9999-12-31T23:59:59-12:00",
    ],
)
def test_a_clock_that_cannot_be_read(ii: Program, wrong: str) -> None:
    said = ii("today", now=wrong)
    assert said.code == 2
    assert "II_TUI_NOW" in said.err
    assert "2026-11-24T09:00:00+01:00" in said.err  # how it is written


def test_without_a_fixed_clock_time_runs(ii: Program, ada: str) -> None:
    ii.now = None
    ii.ok("move", ada, "warming")
    assert ii.ok("log", ada, "note", "--text", "now").out == ""
    kinds = [one["kind"] for one in ii.ok("show", ada, "--json").json["timeline"]]
    assert "note" in kinds


def test_a_database_that_is_none(ii: Program, tmp_path: Path) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("these are not the rows you are looking for\n" * 50)
    said = ii("today", "--db", str(text))
    assert said.code == 3
    assert "not a database" in said.err
    assert text.read_text().startswith("these")
    assert ii("today", "--db", str(tmp_path)).code == 2  # a folder


def test_a_database_of_a_newer_program(ii: Program, ada: str) -> None:
    with sqlite3.connect(ii.database) as db:
        db.execute("PRAGMA user_version = 999")
    db.close()
    for command in (["today"], ["add", "Grace Hopper"], ["undo"], ["export"]):
        said = ii(*command)
        assert said.code == 3
        assert said.out == ""
        assert "newer" in said.err


def test_a_problem_in_the_settings_is_told_and_no_refusal(ii: Program, ada: str) -> None:
    ii.settings('[me]\nnmae = "Grace"\n')
    said = ii("today")
    assert said.code == 0
    assert "me.nmae is not a setting. Did you mean name?" in said.err


def test_a_bug_is_one_line_and_a_report_without_texts(
    ii: Program, ada: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = "the secret of the house"

    def broken(desk: object) -> None:
        raise RuntimeError(secret)

    monkeypatch.setattr(today, "open_tasks", broken)
    said = ii("today")
    assert said.code == 1
    assert said.out == ""
    assert said.err.count("\n") == 1
    start, path = said.err.strip().split("Report: ")
    assert start == "ii-tui hit a bug. "
    report = Path(path)
    assert report.is_relative_to(ii.home / "state")
    assert oct(report.stat().st_mode & 0o777) == "0o600"
    assert "RuntimeError" in report.read_text()
    assert "test_program.py" in report.read_text()
    assert secret not in report.read_text()
    assert secret not in said.err


def test_a_bug_whose_report_cannot_be_written(
    ii: Program, ada: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(desk: object) -> None:
        raise RuntimeError("x")

    monkeypatch.setattr(today, "open_tasks", broken)
    blocked = ii.home / "blocked"
    blocked.write_text("a file where a folder would be")
    monkeypatch.setenv("XDG_STATE_HOME", str(blocked))
    said = ii("today")
    assert said.code == 1
    assert said.err == "ii-tui hit a bug (RuntimeError) and could not write a report.\n"


def test_ctrl_c_is_said_in_a_word(ii: Program, ada: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(desk: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(today, "open_tasks", stopped)
    said = ii("today")
    assert said.code == 130
    assert said.err.strip() == "Stopped."


def test_output_to_a_pipe_that_is_closed(ii: Program) -> None:
    ii.add("Ada Lovelace @ Acme")
    for command in (["export"], ["search", "Acme"], ["search", "Acme", "--json"], ["keys"], ["-h"]):
        reading, writing = os.pipe()
        os.close(reading)
        done = subprocess.run(
            [sys.executable, "-m", "ii_tui", *command],
            stdout=writing,
            stderr=subprocess.PIPE,
            env=ii.environment(),
            check=False,
        )
        os.close(writing)
        assert (command, done.returncode, done.stderr) == (command, 0, b"")


def test_output_to_a_full_disk_is_told_in_words(ii: Program, ada: str) -> None:
    with Path("/dev/full").open("wb") as full:
        for command in (["export"], ["show", ada], ["show", ada, "--json"], ["-h"], ["add", "-h"]):
            done = subprocess.run(
                [sys.executable, "-m", "ii_tui", *command],
                stdout=full,
                stderr=subprocess.PIPE,
                env=ii.environment(),
                check=False,
            )
            assert done.returncode == 1
            assert done.stderr == (
                b"Not written: The output could not be written: No space left on device.\n"
            )


@pytest.mark.parametrize(
    "locale", [{"LANG": "C", "LC_ALL": None}, {"LC_ALL": "C"}, {"LC_ALL": "POSIX"}]
)
def test_in_the_c_locale(ii: Program, locale: dict[str, str | None]) -> None:
    added = ii.apart("add", "Łukasz Żak @ Ørsted <lz@example.org>", env=locale)
    assert (added.code, added.out) == (0, "1\n")
    shown = ii.apart("show", "Łukasz", "--json", env=locale)
    assert shown.json["first"] == "Łukasz"
    assert "Łukasz Żak" in ii.apart("show", "1", env=locale).out
    assert "Łukasz" in ii.apart("export", "--as", "csv", env=locale).out


def test_stdout_that_cannot_hold_every_letter(ii: Program) -> None:
    ii.add("Łukasz Żak @ Ørsted")
    narrow = ii.ok("show", "1", "--json", encoding="ascii")
    assert narrow.json["first"] == "Łukasz"  # by JSON's own escapes
    assert ii.ok("show", "1", encoding="latin-1").raw.startswith(
        "?ukasz ?ak (1): Ørsted".encode("latin-1")
    )


def test_names_that_drive_a_terminal_come_out_clean(ii: Program) -> None:
    hostile = "Ev\x1b]0;owned\x07e [b]M\x9b31m[/]\u202egnp @ Ac\x1b[2Jme\u0090q\u009c"
    person = ii.add(hostile)
    ii.ok("log", person, "note", "--text", "a\x1b[31mb\x07\u202ec")
    ii.ok("log", person, "sent", "--kind", "meeting_request", "--text", "\x1b]52;c;cm0=\x07Hi")
    for command in (
        ["show", person],
        ["show", person, "--json"],
        ["today", "--json"],
        ["today"],
        ["search", "owned"],
        ["search", "owned", "--json"],
        ["export"],
        ["export", "--as", "csv"],
        ["undo", "--list"],
        ["show", "\x1b[31mnobody"],
        ["done", "\x1b[31m"],
        ["compose", person, "reconnect"],
    ):
        said = ii(*command)
        for text in (said.out, said.err):
            found = {char for char in text if not char.isprintable()} - set("\n\r\t\ufeff\u00a0")
            assert not found, (command, found)
    # What looks like markup is text, and stays.
    assert "[b]M31m[/]gnp" in ii.ok("show", person).out


def test_run_as_a_module_and_as_a_script(ii: Program) -> None:
    assert ii.apart("--version").out == f"ii-tui {__version__}\n"
    script = shutil.which("ii-tui", path=str(Path(sys.executable).parent))
    assert script is not None
    done = subprocess.run(
        [script, "add", "Ada Lovelace"],
        capture_output=True,
        text=True,
        env=ii.environment(),
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "1\n", "Added Ada Lovelace.\n")


def test_bytes_that_are_no_text_as_arguments(ii: Program) -> None:
    said = ii.apart(b"add", b"Ada \xff\xfe Lovelace")
    assert (said.code, said.out) == (0, "1\n")
    assert ii.apart(b"show", b"\xa7").code == 3
    assert ii.apart(b"\xff").code == 2
    assert ii.apart(b"import", b"/tmp/\xff.csv").code == 3


def test_letters_of_an_old_encoding_are_not_lost(ii: Program) -> None:
    assert ii.apart(b"add", "José García @ Café".encode("cp1252")).code == 0
    (person,) = ii.ok("export", "--as", "json").json["contacts"]
    assert (person["first"], person["last"]) == ("José", "García")


def test_a_database_whose_name_is_no_text(ii: Program) -> None:
    name = os.fsencode(ii.home) + b"/\xff.db"
    assert ii.apart("--db", name, "add", "Ada Lovelace").out == "1\n"
    assert ii.apart("--db", name, "show", "ada").code == 0
    assert ii.apart("--db", name, "backup").code == 0


def test_every_command_that_is_named_can_be_loaded() -> None:
    assert set(main._COMMANDS) == set(COMMANDS)
    listed = [name for _, names in main._GROUPS for name in names]
    assert sorted(listed) == sorted(COMMANDS)


def test_a_shell_can_ask_for_completion(ii: Program) -> None:
    said = ii.apart(env={"_II_TUI_COMPLETE": "bash_source"})
    assert said.code == 0
    assert "complete" in said.out
    assert os.environ.get("_II_TUI_COMPLETE") is None
