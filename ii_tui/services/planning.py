"""Tasks follow the rules: when a number, a zone, a holiday or the program changes, so do they."""

from __future__ import annotations

import hashlib

from ii_tui import __version__
from ii_tui.core.dates import instant_text
from ii_tui.services.desk import Desk
from ii_tui.services.remembering import recall, remember

_KEY = "_planned_with"
"""A leading underscore: it says how this database was computed, so exports leave it out."""


def refresh(desk: Desk) -> bool:
    """Plans every interview anew where the rules are not those of the last time.

    Returns whether anything had to be planned. For the writer thread; outside undo, since nobody
    did anything.
    """
    mark = _mark(desk)
    if recall(desk, _KEY) == mark:
        return False
    from ii_tui.services.acts import plan

    with desk.store.quiet() as db:
        plan(desk, db, {row[0] for row in db.rows("SELECT id FROM interview")})
    remember(desk, _KEY, mark)
    return True


def _mark(desk: Desk) -> str:
    """What the rules depend on beside the facts; the zone only where it is set: who travels with
    the system's zone is not to find every reminder moved.
    """
    calendar = desk.settings.calendar
    parts = (
        __version__,
        desk.settings.pipeline,
        calendar.country,
        calendar.weekend,
        calendar.days_off,
        desk.settings.me.zone,
        instant_text(desk.now())[:4],
    )
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:16]
