"""Since when nothing was said in an interview, and what they answered last."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from ii_tui.core.dates import parse_instant
from ii_tui.core.stages import Answer
from ii_tui.store.driver import Db


def since(db: Db, interview_ids: Sequence[int]) -> dict[int, tuple[datetime | None, Answer | None]]:
    """By interview: the last touch of either side, and their last answer."""
    marks = ",".join("?" * len(interview_ids))
    found: dict[int, tuple[datetime | None, Answer | None]] = {}
    for interview, at, answer in db.rows(
        f"SELECT interview_id, at, answer FROM event WHERE interview_id IN ({marks}) AND kind IN "
        f"('sent', 'received', 'call', 'met', 'posted', 'opened') ORDER BY at, id",
        *interview_ids,
    ):
        before = found.get(interview, (None, None))[1]
        found[interview] = (parse_instant(at), Answer(answer) if answer else before)
    return found
