"""Tasks follow the settings, and nobody has to touch an interview for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ii_tui.core.stages import EventKind
from ii_tui.services import exporting, history, planning, touches
from ii_tui.services.desk import Desk
from ii_tui.services.touches import Touch
from tests.services.conftest import Look


def test_a_changed_number_moves_what_is_owed(desk: Desk, ada: int, look: Look) -> None:
    touches.log(desk, ada, Touch(EventKind.SENT, "meeting_request", "email"))
    assert look.owed(ada) == {"follow_up": date(2026, 12, 3)}
    assert planning.refresh(desk)
    assert not planning.refresh(desk)
    pipeline = replace(desk.settings.pipeline, follow_up_after=2)
    desk.settings = replace(desk.settings, pipeline=pipeline)
    assert planning.refresh(desk)
    assert look.owed(ada) == {"follow_up": date(2026, 11, 26)}


def test_planning_anew_is_nothing_to_undo_and_nothing_to_export(desk: Desk, ada: int) -> None:
    touches.log(desk, ada, Touch(EventKind.SENT, "meeting_request", "email"))
    before = [change.name for change in history.changes(desk)]
    planning.refresh(desk)
    assert [change.name for change in history.changes(desk)] == before
    assert b"planned_with" not in exporting.export(desk, "json").data
