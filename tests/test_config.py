"""The settings file as people, other programs and accidents leave it."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from ii_tui import config
from ii_tui.config import Settings
from ii_tui.errors import IiError


def problems(path: Path, text: str | bytes) -> tuple[str, ...]:
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return config.load(path).problems


@pytest.mark.parametrize(
    "text",
    [
        "[me]\nname = " + "[" * 100_000,
        "a = " + "{a=" * 5_000,
        "x = " + "9" * 5_000,
        "x" * (config.LONGEST_FILE + 1),
        b"\xff\xfe\x00",
        "\x00",
    ],
    ids=["brackets", "tables", "digits", "long", "bytes", "nul"],
)
def test_what_cannot_be_read_means_defaults_and_one_sentence(tmp_path: Path, text: str | bytes):
    path = tmp_path / "config.toml"
    (problem,) = problems(path, text)
    assert problem.endswith("Defaults are used.")
    assert config.load(path).settings == Settings()


def test_a_stream_without_an_end_is_no_settings_file():
    assert "too long" in config.load(Path("/dev/zero")).problems[0]


@pytest.mark.parametrize("value", ["-1", "36501", "99999999999999999999", "true", "1.5", '"5"'])
def test_a_number_that_would_leave_the_calendar_is_refused_by_name(tmp_path: Path, value: str):
    path = tmp_path / "config.toml"
    (problem,) = problems(path, f"[pipeline]\ncheck_in_days = {value}\n")
    assert problem.startswith("pipeline.check_in_days is ")
    assert problem.endswith("must be a whole number from 0 to 36,500.")
    assert config.load(path).settings == Settings()


@pytest.mark.parametrize("pair", ["[10, 5]", "[-1, 5]", "[1]", "[1, 99999999]", "[1, true]"])
def test_lengths_that_are_no_span_are_refused(tmp_path: Path, pair: str):
    (problem,) = problems(tmp_path / "c.toml", f"[limits.advised]\nmeeting_request = {pair}\n")
    assert problem.startswith("limits.advised is ")


def test_a_zone_that_nobody_knows_is_told(tmp_path: Path):
    path = tmp_path / "config.toml"
    assert problems(path, '[me]\nzone = "Mars/Olympus"\n') == (
        "me.zone is 'Mars/Olympus', and no zone of that name is known.",
    )
    assert problems(path, '[me]\nzone = "Europe/Berlin"\n') == ()
    assert problems(path, '[me]\nzone = "berlin"\n') == ()


def test_a_setting_is_written_through_a_link(tmp_path: Path):
    kept = tmp_path / "dotfiles" / "ii.toml"
    kept.parent.mkdir()
    kept.write_text("# mine\n[me]\nname = 'Ada'\n")
    link = tmp_path / "config.toml"
    link.symlink_to(kept)
    config.write_value(link, "me", "name", "Joanna")
    assert link.is_symlink()
    assert kept.read_text() == '# mine\n[me]\nname = "Joanna"\n'
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600


def test_a_setting_that_cannot_be_kept_is_told(tmp_path: Path):
    (tmp_path / "file").write_text("")
    with pytest.raises(IiError) as told:
        config.write_value(tmp_path / "file" / "config.toml", "me", "name", "Joanna")
    assert told.value.title == "Setting not kept"
    (tmp_path / "broken.toml").write_text("me = 3\n")
    with pytest.raises(IiError):
        config.write_value(tmp_path / "broken.toml", "me", "name", "Joanna")
