"""Lines that sheets ask for, with what each means in words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from ii_tui.core.dates import long_day, short_day
from ii_tui.core.models import MeetingRow
from ii_tui.core.quickadd import describe, parse_quick
from ii_tui.errors import IiError
from ii_tui.services import times
from ii_tui.services.desk import Desk
from ii_tui.ui.dialogs.ask import Check
from ii_tui.ui.widgets.asked import Asked, Meaning


def until_when(desk: Desk) -> Asked:
    """Until which day to come something rests."""
    return Asked(
        "Until when",
        lambda line: day_ahead(desk, line),
        placeholder="e.g. in 3 weeks",
        idle='Words will do: "in 3 weeks", "mid January", "8 Dec".',
    )


def day_ahead(desk: Desk, line: str) -> Meaning:
    """A day to come, told with how far it is."""
    day = times.day_ahead(desk, line)
    count = (day - desk.today()).days
    far = "tomorrow" if count == 1 else f"in {count} days"
    return Meaning(day, (f"{long_day(day, desk.today())}, {far}",))


def gone_by(desk: Desk, line: str, over: MeetingRow | None) -> Meaning:
    """When it was; without a line the end of the meeting that is `over`, else just now."""
    if not line:
        done = over is not None and over.ends <= desk.now()
        return Meaning(over.ends if over is not None and done else None, ())
    at = times.gone_by(desk, line)
    local = desk.local(at)
    return Meaning(at, (f"{short_day(local.date(), desk.today())} {local:%H:%M}",))


def somebody(line: str) -> Meaning:
    """A person of whom nothing else may be known."""
    found = parse_quick(line)
    return Meaning(found, (describe(found),))


def readable(read: Callable[[Desk, str], datetime], desk: Desk) -> Check:
    """A check for a time in words, as `read` reads it."""

    def check(words: str) -> str | None:
        try:
            read(desk, words)
        except IiError as error:
            return str(error)
        return None

    return check
