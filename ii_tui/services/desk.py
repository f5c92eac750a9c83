"""The desk: what every service works with. One is made at start and handed to all."""

from __future__ import annotations

import functools
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from ii_tui import config
from ii_tui.clock import Clock
from ii_tui.core.dates import Calendar, instant_text, local_day
from ii_tui.core.worked import days_of, weekend_of
from ii_tui.core.zones import find_zone, is_zone
from ii_tui.paths import Paths
from ii_tui.services.jobs import Jobs
from ii_tui.services.working_days import country_of_zone, country_problem, holidays_of
from ii_tui.store import undo
from ii_tui.store.database import Store
from ii_tui.store.driver import Db

if TYPE_CHECKING:
    from ii_tui.services.acts import Act

COMMAND_LINE = "cli:"
"""How the process of a command begins in the change log, so that it is told from a window."""


class Desk:
    """The store, the clock, the settings and the writer thread of one run."""

    def __init__(self, paths: Paths, clock: Clock, store: Store, loaded: config.Loaded) -> None:
        self.paths = paths
        self.clock = clock
        self.store = store
        self.settings = loaded.settings
        self.problems = loaded.problems
        self.jobs = Jobs(store.close)
        self.country_problem = ""
        """what is wrong with [calendar] country; told once its holidays were asked for"""
        self._calendars: dict[str, tuple[int, Calendar]] = {}

    @classmethod
    def open(cls, paths: Paths, clock: Clock, *, throwaway: bool = False, by: str = "") -> Desk:
        """Opens the database of `paths`, making or upgrading it, and reads the settings.

        Raises Newer, Corrupt, Locked, DiskFull or Usage. `throwaway` leaves out fsync;
        `by` is COMMAND_LINE for a command.
        """
        store = Store.open(paths.database, paths.backups, fast=throwaway, by=by)
        return cls(paths, clock, store, config.load(paths.config))

    def close(self) -> None:
        """Ends the writer thread and closes this thread's connections."""
        self.jobs.stop()
        self.store.close()

    def reload_settings(self) -> tuple[str, ...]:
        """Reads config.toml anew; returns what is wrong with it."""
        loaded = config.load(self.paths.config)
        if loaded.settings.calendar != self.settings.calendar:
            self._calendars.clear()
        self.settings, self.problems = loaded.settings, loaded.problems
        return loaded.problems

    def set_setting(self, table: str, key: str, value: str | int | bool | list[str]) -> None:
        """Writes one setting to config.toml and reads the file anew."""
        config.write_value(self.paths.config, table, key, value)
        self.reload_settings()

    # Time

    def now(self) -> datetime:
        """The current instant, aware, in UTC."""
        return self.clock.now()

    @property
    def zone(self) -> str:
        """The person's zone: `[me] zone`, else the fixed clock's offset, else the system's."""
        name = self.settings.me.zone
        if name:
            found = name if is_zone(name) else find_zone(name)
            if found is not None:
                return found
        if self.clock.offset is not None:
            return _offset_zone(self.clock.now().astimezone(self.clock.offset).utcoffset())
        return system_zone()

    def local(self, moment: datetime) -> datetime:
        """`moment` as the person's clock shows it."""
        return moment.astimezone(ZoneInfo(self.zone))

    def today(self) -> date:
        """The person's local day."""
        return local_day(self.now(), self.zone)

    def midnight(self, day: date) -> datetime:
        """The instant at which a day begins on the person's clock, in UTC."""
        return datetime.combine(day, time.min, ZoneInfo(self.zone)).astimezone(UTC)

    # Days

    def calendar(self, country: str = "") -> Calendar:
        """Business days of a country, or mine when none is named.

        Slow the first time a country with holidays is asked for, so the thread that draws never
        reads them: until another thread has, it goes without.
        """
        key, year = country, self.today().year
        known = self._calendars.get(key)
        if known is not None and known[0] == year:
            return known[1]
        if threading.get_ident() == self.store.drawing:
            return known[1] if known is not None else self._days(frozenset(), mine=not country)
        chosen = country or self.settings.calendar.country
        if not country:
            self.country_problem = country_problem(chosen)
        found = self._days(holidays_of(chosen, year), mine=not country)
        self._calendars[key] = (year, found)
        return found

    def _days(self, holidays: frozenset[date], *, mine: bool) -> Calendar:
        if not mine:
            return Calendar(holidays=holidays)
        weekend, _ = weekend_of(self.settings.calendar.weekend)
        days_off, _ = days_of(self.settings.calendar.days_off)
        return Calendar(weekend, holidays | days_off)

    def calendars(self, country: str, zone: str = "") -> tuple[Calendar, Calendar]:
        """My business days, and those of someone in that country; mine where none is known.

        Where the country was not said, their zone tells it.
        """
        mine, theirs = self.calendar(), country or country_of_zone(zone)
        return mine, self.calendar(theirs) if theirs else mine

    # Reading and changing

    def draws_here(self) -> None:
        """From now on the calling thread draws: what it reads must not wait for others' writes."""
        self.store.drawing = threading.get_ident()

    @contextmanager
    def reading(self) -> Iterator[Db]:
        """The reading database; on the thread that draws, Locked is raised rather than waited."""
        with self.store.reading() as db:
            yield db

    @contextmanager
    def act(self, name: str, at: datetime | None = None) -> Iterator[Act]:
        """One change that can be undone under `name`; at its end tasks are planned anew.

        For the writer thread. `at` is when it happened, where that was not now.
        """
        from ii_tui.services.acts import Act

        now = self.now()
        with self.store.change(name, instant_text(now)) as writing:
            act = Act(self, writing, now=now, at=at or now)
            yield act
            act.finish()

    def newest(self) -> tuple[int, int]:
        """The newest change and step of the undo log."""
        with self.reading() as db:
            return undo.latest(db)


def _offset_zone(offset: timedelta | None) -> str:
    """An IANA name for an offset, "UTC" where no zone keeps it all year: a clock has no city."""
    hours = (offset or timedelta()).total_seconds() / 3600
    if hours == 0 or hours != int(hours):
        return _BETWEEN.get(hours, "UTC")
    return f"Etc/GMT{-int(hours):+d}"


_BETWEEN = {
    -9.5: "Pacific/Marquesas", 3.5: "Asia/Tehran", 4.5: "Asia/Kabul", 5.5: "Asia/Kolkata",
    5.75: "Asia/Kathmandu", 6.5: "Asia/Yangon", 8.75: "Australia/Eucla", 9.5: "Australia/Darwin",
}  # fmt: skip
"""Zones that keep an offset of half and quarter hours all year."""


@functools.cache
def system_zone() -> str:
    """The IANA name of the machine's zone, "UTC" where it cannot be told."""
    import os

    named = os.environ.get("TZ", "").lstrip(":")
    if named and is_zone(named):
        return named
    for path in (Path("/etc/localtime"), Path("/private/etc/localtime")):
        try:
            target = str(path.resolve())
        except OSError:
            continue
        _, found, name = target.partition("zoneinfo/")
        if found and is_zone(name):
            return name
    try:
        written = Path("/etc/timezone").read_text("ascii").strip()
    except (OSError, UnicodeDecodeError):
        written = ""
    if written and is_zone(written):
        return written
    return _offset_zone(datetime.now(UTC).astimezone().utcoffset())
