"""How many ties were never sorted: what teaches triage, and can be put off."""

from __future__ import annotations

from datetime import timedelta

from ii_tui.services.desk import Desk
from ii_tui.services.remembering import recall, remember
from ii_tui.store import ties
from ii_tui.store.contacts import Filter

_QUIET = "_triage_quiet_until"
QUIET_DAYS = 30
"""How long the line on Today stays away once it was put off."""


def at_targets(desk: Desk) -> int:
    """How many people at target companies were never sorted."""
    with desk.reading() as db:
        return ties.at_targets(db)


def among(desk: Desk, wanted: Filter) -> int:
    """How many of the people whom `wanted` lets through were never sorted."""
    with desk.reading() as db:
        return ties.count(db, wanted, everyone=False, gone=())


def for_today(desk: Desk) -> int:
    """The count that Today teaches triage with; 0 while it was put off."""
    if recall(desk, _QUIET) > desk.today().isoformat():
        return 0
    return at_targets(desk)


def put_off(desk: Desk) -> str:
    """Takes the line off Today for a while."""
    remember(desk, _QUIET, (desk.today() + timedelta(days=QUIET_DAYS)).isoformat())
    return f"Put off for {QUIET_DAYS} days; W in Contacts sorts at any time."
