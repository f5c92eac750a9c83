"""One meeting moved in two windows: what either changed of it, and one plan made of both."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ii_tui.core.dates import long_day
from ii_tui.core.models import MeetingRow
from ii_tui.core.when import MeetingPlan
from ii_tui.services import conflicts
from ii_tui.services.conflicts import Conflict, Shape
from ii_tui.services.desk import Desk

SHAPES = (
    Shape("when", "When", "either"),
    Shape("minutes", "Minutes", "either"),
    Shape("format", "Format", "either"),
    Shape("place", "Place"),
    Shape("treat", "My treat", "either"),
)
_NONE = dict.fromkeys((shape.name for shape in SHAPES), "")


def values(one: MeetingPlan | MeetingRow | None) -> dict[str, str]:
    """What can be moved of a meeting, as texts; empty ones for no meeting."""
    if one is None:
        return dict(_NONE)
    return {
        "when": f"{long_day(one.wall.date())} {one.wall:%H:%M} {one.zone}"
        + (" (the second)" if one.fold else ""),
        "minutes": str(one.minutes),
        "format": one.format or "coffee",
        "place": one.place,
        "treat": "yes" if one.treat else "no",
    }


def conflict(
    desk: Desk, person: str, seen: MeetingRow | None, mine: MeetingPlan, now: MeetingRow
) -> Conflict:
    """My plan beside the meeting that stands now; `seen` is what the plan began with."""
    who = conflicts.who_changed(desk, "meeting", now.id)
    title = f"The meeting with {person}"
    return conflicts.conflict(title, who, SHAPES, values(seen), values(mine), values(now))


def plan_of(chosen: Mapping[str, str], mine: MeetingPlan, now: MeetingRow) -> MeetingPlan:
    """The plan with what was chosen of either."""
    when: MeetingPlan | MeetingRow = mine if chosen["when"] == values(mine)["when"] else now
    return replace(
        mine,
        wall=when.wall,
        zone=when.zone,
        fold=when.fold,
        utc=when.utc,
        minutes=int(chosen["minutes"]),
        format=chosen["format"],
        place=chosen["place"],
        treat=chosen["treat"] == "yes",
    )
