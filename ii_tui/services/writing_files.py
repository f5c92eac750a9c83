"""Files that go out by the person's own hand: private, whole, never over another by chance."""

from __future__ import annotations

from pathlib import Path

from ii_tui.atomic import write_private
from ii_tui.core.models import MeetingRow
from ii_tui.core.text import fold
from ii_tui.services import scheduling
from ii_tui.services.desk import Desk


def meeting_file_name(meeting: MeetingRow) -> str:
    """A plain name for the meeting's file: "coffee-given-family-2026-11-25.ics"."""
    words = fold(f"{meeting.format} {meeting.person}")
    plain = "".join(char if char.isascii() and char.isalnum() else "-" for char in words)
    parts = [part for part in plain.split("-") if part]
    return "-".join([*parts, f"{meeting.wall:%Y-%m-%d}"]) + ".ics"


def place_for(path: Path, name: str) -> Path:
    """Where a file goes when a person names `path`: into it under `name` where it is a folder."""
    return path / name if path.is_dir() else path


def write_meeting(desk: Desk, meeting_id: int, path: Path, *, replace: bool = False) -> Path:
    """Writes the meeting as an .ics file (0600) and returns where it lies.

    Raises IiError where a file is there already and `replace` is not given, or it cannot be
    written.
    """
    meeting = scheduling.one(desk, meeting_id)
    target = place_for(path, meeting_file_name(meeting)).absolute()
    write_private(target, scheduling.ics(desk, meeting_id), replace=replace)
    return target
