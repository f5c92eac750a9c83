"""Times as a person writes them, in my zone: what is meant, and whether it can be meant."""

from __future__ import annotations

from datetime import date, datetime

from ii_tui.errors import Usage
from ii_tui.services.desk import Desk

# The grammar of times is imported where words are read: the first frame needs none of it.


def moment(desk: Desk, words: str) -> datetime:
    """The instant that words such as "friday" or "tomorrow 9am" mean; aware UTC. Raises Usage."""
    from ii_tui.core.moment import parse_when
    from ii_tui.core.zones import resolve

    read = parse_when(words, desk.local(desk.now()))
    return read.instant or resolve(read.wall(), desk.zone, 0).utc


def ahead(desk: Desk, words: str) -> datetime:
    """As `moment`, for what is to come; raises Usage for what is not."""
    found = moment(desk, words)
    if found <= desk.now():
        raise Usage("That is not ahead.", hint='Name a time to come, such as "friday".')
    return found


def day_ahead(desk: Desk, words: str) -> date:
    """The day to come that the words mean, on my wall; raises Usage for any other."""
    day = desk.local(moment(desk, words)).date()
    require_ahead(day, desk.today())
    return day


def require_ahead(day: date, today: date) -> None:
    """Raises Usage for a day that is not after `today`."""
    if day <= today:
        raise Usage("That day is not ahead.", hint='Name one such as "in 3 weeks".')


def gone_by(desk: Desk, words: str) -> datetime:
    """When something happened: "fri" is the last one, "today" just now; raises Usage for later."""
    from ii_tui.core.moment import parse_when
    from ii_tui.core.zones import resolve

    now = desk.now()
    read = parse_when(words, desk.local(now), past=True)
    found = read.instant or resolve(read.wall(), desk.zone, 0).utc
    if found <= now:
        return found
    if read.time is None and read.day == desk.today():
        return now  # a day without a time begins in its morning, which may be still to come
    raise Usage("That is in the future.", hint="Say so once it has happened.")
