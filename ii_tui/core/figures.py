"""Honest figures: counts with their n, and no percentage that would say nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ii_tui.core.stages import Exit, Stage

RIPE_DAYS = 14
"""Requests younger than this are left out of rates: their answers are still to come."""
SMALL = 10
"""Below this n a percentage says nothing, and none is given."""


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts that are true of this database; those of interviews leave archived people out."""

    contacts: int = 0
    archived: int = 0
    companies: int = 0
    targets: int = 0
    stages: Mapping[Stage, int] = field(default_factory=dict)
    """open interviews; a stage where nobody stands is left out"""
    exits: Mapping[Exit, int] = field(default_factory=dict)
    requests_sent: int = 0
    """requests for 30 minutes sent at least RIPE_DAYS ago"""
    requests_answered: int = 0
    """of those; an automatic answer is none"""
    requests_young: int = 0
    """younger than that, and left out"""
    meetings_held: int = 0
    cards_posted: int = 0

    @property
    def answered_percent(self) -> int | None:
        """Of the requests, in whole percent; None for fewer than SMALL."""
        if self.requests_sent < SMALL:
            return None
        return round(100 * self.requests_answered / self.requests_sent)
