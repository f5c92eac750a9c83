"""undo and redo across processes, backup and restore, config, keys."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

from ii_tui import config

from .conftest import Program


class TestUndo:
    def test_nothing(self, ii: Program) -> None:
        for command in (["undo"], ["redo"], ["undo", "--list"]):
            said = ii(*command)
            assert said.code == 3
            assert said.out == ""
            assert "There is nothing to" in said.err

    def test_across_processes(self, ii: Program) -> None:
        assert ii.apart("add", "Ada Lovelace").out == "1\n"
        assert ii.apart("log", "1", "sent", "--kind", "meeting_request").code == 0
        undone = ii.apart("undo")
        assert (undone.code, undone.out) == (0, "")
        assert undone.err == (
            "Undone: Sent the meeting request to Ada Lovelace, moved to requested.\n"
        )
        assert ii.apart("show", "1", "--json").json["interviews"] == []
        again = ii.apart("redo")
        assert again.err.startswith("Done again: Sent the meeting request")
        assert ii.stage("1") == ("requested", None)
        assert ii.apart("redo").code == 3

    def test_back_to_the_beginning_and_forward_again(self, ii: Program) -> None:
        ii.add("Ada Lovelace @ Acme <ada@acme.example>")
        ii.ok("move", "ada", "warming")
        ii.ok("log", "ada", "sent", "--kind", "meeting_request", "--text", "Coffee?")
        ii.ok("log", "ada", "received", "--answer", "yes")
        ii.ok("meet", "ada", "--at", "2026-12-01 14:00")
        ii.ok("log", "ada", "note", "--text", "likes trains")
        ii.ok("move", "ada", "declined", "--reason", "fell ill")
        whole = ii.ok("export").raw
        for _ in range(7):
            ii.ok("undo")
        assert ii("undo").code == 3
        assert ii.ok("export").json["contacts"] == []
        assert ii.ok("export").json["interviews"] == []
        for _ in range(7):
            ii.ok("redo")
        assert ii("redo").code == 3
        assert ii.ok("export").raw == whole

    def test_list_is_newest_first_with_readable_names(self, ii: Program, ada: str) -> None:
        ii.ok("move", ada, "warming", now="2026-11-24T10:30:00+00:00")
        ii.ok("log", ada, "note", "--text", "x", now="2026-11-24T11:00:00+00:00")
        ii.ok("undo")
        assert ii.ok("undo", "--list").lines == [
            "2026-11-24 11:00  undone Noted on Ada Lovelace",
            "2026-11-24 10:30  Moved Ada Lovelace to warming",
            "2026-11-24 09:00  Added Ada Lovelace",
        ]

    def test_a_new_change_ends_what_could_be_done_again(self, ii: Program, ada: str) -> None:
        ii.ok("move", ada, "warming")
        ii.ok("undo")
        ii.ok("log", ada, "note", "--text", "x")
        assert ii("redo").code == 3

    def test_what_was_sent_stays_sent(self, ii: Program, ada: str) -> None:
        ii.ok("log", ada, "sent", "--kind", "reconnect", "--text", "Hi")
        assert "What was sent stays sent." in ii.ok("undo").err


class TestBackup:
    def test_there_and_back(self, ii: Program, ada: str, tmp_path: Path) -> None:
        path = tmp_path / "monday.db"
        said = ii.ok("backup", str(path))
        assert said.out == f"{path}\n"
        assert oct(path.stat().st_mode & 0o777) == "0o600"
        with sqlite3.connect(path) as db:
            assert db.execute("PRAGMA quick_check").fetchone() == ("ok",)
            assert db.execute("SELECT count(*) FROM contact").fetchone() == (1,)
        before = ii.ok("export").raw
        ii.add("Grace Hopper")
        said = ii.ok("restore", str(path))
        assert said.out == ""
        assert f"Restored {path}. What was there is kept as " in said.err
        assert ii.ok("export").raw == before
        assert ii("show", "grace").code == 3
        kept = Path(said.err.strip().rpartition("kept as ")[2].rstrip("."))
        assert ii.ok("show", "grace", "--json", "--db", str(kept)).json["last"] == "Hopper"

    def test_without_a_name_it_goes_to_its_folder(self, ii: Program, ada: str) -> None:
        path = Path(ii.ok("backup").out.strip())
        assert path.is_relative_to(ii.home / "state" / "ii-tui" / "backups")
        assert ii.ok("show", "ada", "--json", "--db", str(path)).json["id"] == 1

    def test_a_folder_gets_a_file_in_it(self, ii: Program, ada: str, tmp_path: Path) -> None:
        folder = tmp_path / "safe"
        folder.mkdir()
        path = Path(ii.ok("backup", str(folder)).out.strip())
        assert path.parent == folder
        assert path.stat().st_size > 0

    def test_an_earlier_backup_is_replaced(self, ii: Program, ada: str, tmp_path: Path) -> None:
        path = tmp_path / "weekly.db"
        ii.ok("backup", str(path))
        ii.add("Grace Hopper")
        ii.ok("backup", str(path))
        assert ii.ok("show", "grace", "--json", "--db", str(path)).json["id"] == 2

    def test_nothing_else_is_replaced(self, ii: Program, ada: str, tmp_path: Path) -> None:
        text, pipe, live = tmp_path / "thesis.txt", tmp_path / "pipe", tmp_path / "live.db"
        text.write_text("ten years of work")
        os.mkfifo(pipe)
        live.write_bytes(ii.database.read_bytes())
        live.with_name("live.db-wal").write_bytes(b"somebody is writing")
        roundabout = ii.database.parent / ".." / ii.database.parent.name / ii.database.name
        for path in (text, pipe, live, ii.database, roundabout):
            before = path.lstat()
            said = ii("backup", str(path))
            assert said.code == 2
            assert said.out == ""
            assert f"No backup: {path} is " in said.err
            assert "was left as it is" in said.err
            assert path.lstat().st_ino == before.st_ino
        assert text.read_text() == "ten years of work"
        assert ii.ok("show", ada, "--json").json["first"] == "Ada"

    @pytest.mark.parametrize("content", [None, b"", b"not a database at all" * 100])
    def test_a_restore_that_cannot_be_changes_nothing(
        self, ii: Program, ada: str, tmp_path: Path, content: bytes | None
    ) -> None:
        path = tmp_path / "wrong.db"
        if content is not None:
            path.write_bytes(content)
        said = ii("restore", str(path))
        assert said.code == 3
        assert str(path) in said.err
        assert ii.ok("show", ada, "--json").json["first"] == "Ada"
        assert content is None or path.read_bytes() == content

    def test_restore_where_nothing_was(self, ii: Program, ada: str, tmp_path: Path) -> None:
        path = tmp_path / "monday.db"
        ii.ok("backup", str(path))
        other = tmp_path / "new" / "other.db"
        said = ii.ok("restore", str(path), "--db", str(other))
        assert "kept as" not in said.err
        assert ii.ok("show", "ada", "--json", "--db", str(other)).json["id"] == 1


class TestConfig:
    def test_path(self, ii: Program) -> None:
        assert ii.ok("config", "path").out == f"{ii.config}\n"

    def test_show_is_a_file_that_can_be_read_again(self, ii: Program) -> None:
        ii.settings('[me]\nname = "Grace \\"Amazing\\" Hopper"\n[pipeline]\nnudge_after = 4\n')
        said = ii.ok("config", "show")
        assert said.out == ii.ok("config").out
        assert 'name = "Grace \\"Amazing\\" Hopper"' in said.lines
        assert "nudge_after = 4" in said.lines
        assert "# IANA name such as Europe/Berlin" in said.out
        before = config.load(ii.config)
        ii.config.write_text(said.out)
        assert config.load(ii.config) == before
        assert before.problems == ()

    def test_check(self, ii: Program) -> None:
        assert "defaults are used" in ii.ok("config", "check").err
        ii.settings('[me]\nname = "Grace"\n')
        assert ii.ok("config", "check").err == f"{ii.config} is fine.\n"
        ii.settings('[me]\nnmae = "G"\nphone = 5\n[keys]\n"go.nowhere" = "x"\n')
        said = ii("config", "check")
        assert said.code == 1
        assert said.lines[0] == "me.nmae is not a setting. Did you mean name?"
        assert said.lines[1] == "me.phone is 5, but must be text in quotes."
        assert "go.nowhere" in said.lines[2]

    def test_a_file_that_is_no_toml(self, ii: Program) -> None:
        ii.settings("[me\nname")
        said = ii("config", "check")
        assert said.code == 1
        assert "is not valid TOML" in said.out
        assert ii("today").code == 0  # defaults, and a word of it
        assert "is not valid TOML" in ii("today").err

    def test_wrong_use(self, ii: Program) -> None:
        assert ii("config", "frobnicate").code == 2


class TestKeys:
    def test_lists_every_command(self, ii: Program) -> None:
        lines = ii.ok("keys").lines
        rows = {line.split()[0]: line for line in lines}
        assert len(rows) == len(lines)
        assert rows["go.today"].split()[1] == "1"
        assert rows["go.figures"].split()[1] == "7"
        assert rows["app.undo"].split()[1] == "u"

    def test_shows_what_the_settings_rebind(self, ii: Program) -> None:
        ii.settings('[keys]\n"app.undo" = "U"\n')
        rows = {line.split()[0]: line.split()[1] for line in ii.ok("keys").lines}
        assert rows["app.undo"] == "U"

    def test_an_id_need_not_stand_in_quotes(self, ii: Program) -> None:
        ii.settings('[keys]\ntask.done = "D"\n[ui]\nkeys_preset = "arrows"\n')
        assert ii("config", "check").code == 0
        rows = {line.split()[0]: line.split()[1] for line in ii.ok("keys").lines}
        assert rows["task.done"] == "D"
        assert rows["cursor.last"] == "end"

    def test_check_names_keys_presets_and_themes(self, ii: Program) -> None:
        ii.settings('[keys]\n"task.done" = "q"\n[ui]\nkeys_preset = "vim"\ntheme = "nord"\n')
        said = ii("config", "check")
        assert said.code == 1
        assert [line.split()[1] for line in said.lines] == ["keys_preset", "task.done", "theme"]
