"""The other window on the same database, as far as these tests need one."""

from __future__ import annotations

from ii_tui.services.desk import Desk
from ii_tui.store import messages


def writes(desk: Desk, draft_id: int | None, body: str) -> None:
    """Its draft saver saves the draft."""
    assert draft_id is not None
    with desk.store.quiet() as db:
        found = messages.draft(db, draft_id)
        assert found is not None
        assert messages.save_draft(db, draft_id, found.rev, desk.now(), body=body)[2] == ""


def throws_away(desk: Desk, draft_id: int | None) -> None:
    """It throws the draft away."""
    assert draft_id is not None
    with desk.store.quiet() as db:
        messages.delete_draft(db, draft_id)
