"""A text that could not be saved is not gone with the program."""

from __future__ import annotations

import stat
import tempfile
from pathlib import Path

import pytest

from ii_tui.services import people, rescuing
from ii_tui.services.desk import Desk
from ii_tui.services.drafts import DraftSaver, Slot

TEXT = {"kind": "reconnect", "subject": "Hello", "body": "Dear Ada,\n\n\x1b[31mred"}


def test_what_no_database_takes_is_given_out_once(desk: Desk) -> None:
    """Held by another program, then free again: it is saved, and nothing is left over."""
    ada = people.quick_add(desk, "Ada Lovelace")[0]
    saver = DraftSaver(desk.store, desk.clock)
    saved = saver.open(Slot(ada, {"kind": "reconnect", "channel": "email"}))
    slot = saver.open(Slot(ada, {"kind": "thank_you_card", "channel": "card"}))
    saver.put(saved, body="On disk")
    assert saver.flush(20)
    assert saver.leftover() == []
    with desk.store.quiet():
        saver.put(slot, subject="", body="Dear")
        saver.put(slot, body="Dear Ada")
        assert not saver.flush(0.05)
        (text,) = saver.leftover()
        assert (text["kind"], text["body"]) == ("thank_you_card", "Dear Ada")
        assert saver.leftover() == [], "the same text a second time"
        saver.put(slot, body="Dear Ada, once more")
        (text,) = saver.leftover()
        assert text["body"] == "Dear Ada, once more"
    assert saver.stop(20)
    assert saver.leftover() == []


def test_it_goes_into_a_private_file_and_is_told_of(tmp_path: Path) -> None:
    folder = tmp_path / "unsaved"
    assert rescuing.waiting(folder) == ""
    first, second = rescuing.rescue([TEXT, {"kind": "../x", "body": "two"}], folder)
    assert first.read_text() == "Subject: Hello\n\nDear Ada,\n\n[31mred\n"
    assert stat.S_IMODE(first.stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert second.parent == folder
    assert str(folder) in rescuing.waiting(folder)


def test_where_its_folder_cannot_be_written_it_goes_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    (path,) = rescuing.rescue([TEXT], tmp_path / "file" / "unsaved")
    assert path.parent == tmp_path
    assert "Dear Ada" in path.read_text()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    (tmp_path / "nowhere").touch()
    assert rescuing.rescue([TEXT], tmp_path / "file" / "unsaved") == []
