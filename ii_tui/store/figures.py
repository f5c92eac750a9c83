"""Counts over the whole database."""

from __future__ import annotations

from datetime import datetime, timedelta

from ii_tui.core.dates import instant_text
from ii_tui.core.figures import RIPE_DAYS, Figures
from ii_tui.core.stages import Exit, Stage
from ii_tui.store.driver import Db

_REQUESTS = "FROM event e WHERE e.kind = 'sent' AND e.message_kind = 'meeting_request'"
_ANSWERED = (
    "AND EXISTS (SELECT 1 FROM event a WHERE a.contact_id = e.contact_id AND a.at > e.at "
    "AND a.kind IN ('received', 'call', 'met') AND coalesce(a.answer, '') <> 'ooo')"
)


def figures(db: Db, now: datetime) -> Figures:
    """All counts at `now`. Reads everything: not for the event loop."""
    ripe = instant_text(now - timedelta(days=RIPE_DAYS))

    def count(rest: str, *values: object) -> int:
        return int(db.value(f"SELECT count(*) {rest}", *values))

    stages: dict[Stage, int] = {}
    exits: dict[Exit, int] = {}
    for stage, exit_, number in db.rows(
        "SELECT CASE WHEN i.exit IS NULL THEN i.stage END, i.exit, count(*) FROM interview i "
        "JOIN contact c ON c.id = i.contact_id "
        "WHERE c.archived IS NULL AND coalesce(i.exit, '') <> 'continued' GROUP BY 1, 2"
    ):
        if exit_ is None:
            stages[Stage(stage)] = number
        else:
            exits[Exit(exit_)] = number
    return Figures(
        contacts=count("FROM contact WHERE archived IS NULL"),
        archived=count("FROM contact WHERE archived IS NOT NULL"),
        companies=count("FROM company"),
        targets=count("FROM company WHERE target = 1"),
        stages=stages,
        exits=exits,
        requests_sent=count(f"{_REQUESTS} AND e.at <= ?", ripe),
        requests_answered=count(f"{_REQUESTS} AND e.at <= ? {_ANSWERED}", ripe),
        requests_young=count(f"{_REQUESTS} AND e.at > ?", ripe),
        meetings_held=count("FROM event WHERE kind = 'met'"),
        cards_posted=count("FROM event WHERE kind = 'posted'"),
    )
