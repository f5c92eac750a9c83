"""Zones as people name them, and wall times that the clocks skip or repeat."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from ii_tui.errors import Usage
from ii_tui.lazy import dataclass

AREAS = frozenset(
    {"Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe"}
    | {"Indian", "Pacific"}
)

ABBREVIATIONS = {
    "EST": "America/New_York", "EDT": "America/New_York", "ET": "America/New_York",
    "CST": "America/Chicago", "CDT": "America/Chicago", "CT": "America/Chicago",
    "MST": "America/Denver", "MDT": "America/Denver", "MT": "America/Denver",
    "PST": "America/Los_Angeles", "PDT": "America/Los_Angeles", "PT": "America/Los_Angeles",
    "AKST": "America/Anchorage", "HST": "Pacific/Honolulu", "EST5EDT": "America/New_York",
    "CST6CDT": "America/Chicago", "MST7MDT": "America/Denver", "PST8PDT": "America/Los_Angeles",
    "GMT": "Europe/London", "BST": "Europe/London", "WET": "Europe/Lisbon",
    "WEST": "Europe/Lisbon", "CET": "Europe/Berlin", "CEST": "Europe/Berlin",
    "MET": "Europe/Berlin", "MEST": "Europe/Berlin", "EET": "Europe/Athens",
    "EEST": "Europe/Athens", "MSK": "Europe/Moscow", "IST": "Asia/Kolkata",
    "SGT": "Asia/Singapore", "HKT": "Asia/Hong_Kong", "JST": "Asia/Tokyo",
    "KST": "Asia/Seoul", "AEST": "Australia/Sydney", "AEDT": "Australia/Sydney",
    "NZST": "Pacific/Auckland", "NZDT": "Pacific/Auckland",
}  # fmt: skip
"""Refused as zones, for they change with the season or the country; each with one it may mean."""

_MORE_CITIES = {
    "America/New_York": "atlanta|baltimore|boston|charlotte|cleveland|columbus|miami|nyc|orlando"
    "|philadelphia|pittsburgh|washington|washington dc",
    "America/Chicago": "austin|dallas|houston|kansas city|memphis|milwaukee|minneapolis|nashville"
    "|new orleans|san antonio|st louis",
    "America/Denver": "salt lake city|albuquerque",
    "America/Los_Angeles": "la|las vegas|oakland|palo alto|portland|sacramento|san diego"
    "|san francisco|san jose|seattle|sf",
    "America/Toronto": "montreal|ottawa|quebec",
    "America/Edmonton": "calgary",
    "America/Sao_Paulo": "brasilia|rio|rio de janeiro",
    "Asia/Dubai": "abu dhabi",
    "Asia/Jerusalem": "tel aviv",
    "Asia/Kolkata": "bangalore|bengaluru|chennai|delhi|hyderabad|mumbai|new delhi|pune",
    "Asia/Shanghai": "beijing|guangzhou|hangzhou|shenzhen",
    "Asia/Tokyo": "kyoto|osaka",
    "Australia/Sydney": "canberra",
    "Europe/Berlin": "cologne|dresden|dusseldorf|frankfurt|hamburg|hanover|leipzig|munich"
    "|nuremberg|stuttgart",
    "Europe/London": "birmingham|bristol|cambridge|edinburgh|glasgow|leeds|liverpool|manchester"
    "|oxford",
    "Europe/Madrid": "barcelona|seville|valencia",
    "Europe/Paris": "bordeaux|lyon|marseille|nice|toulouse",
    "Europe/Rome": "florence|milan|naples|turin|venice",
    "Europe/Zurich": "basel|bern|geneva|lausanne",
    "Europe/Amsterdam": "eindhoven|rotterdam|the hague|utrecht",
    "Europe/Brussels": "antwerp|ghent",
    "Europe/Warsaw": "gdansk|krakow|poznan|wroclaw",
    "Europe/Kyiv": "lviv",
    "Europe/Istanbul": "ankara|istanbul",
    "Asia/Nicosia": "nicosia",
    "America/Argentina/Buenos_Aires": "buenos aires",
    "Pacific/Auckland": "wellington",
}


def city(zone: str) -> str:
    """The city that a zone is named after: "New York" for America/New_York."""
    area, _, name = zone.rpartition("/")
    if area == "Etc" and name.startswith("GMT"):
        # POSIX counts these backwards: Etc/GMT-1 is an hour ahead of Greenwich.
        return "UTC" + name[3:].translate(str.maketrans("+-", "-+"))
    if area and area != "Etc" and area.split("/", 1)[0] not in AREAS:
        return f"{area} {name}"  # US/Central and the like name no city
    return name.replace("_", " ")


@lru_cache(maxsize=1)
def _by_name() -> dict[str, str]:
    """Every zone name and city in lower case, to the zone; made at the first name that needs it."""
    names = available_timezones() - {"localtime", "Factory", "posixrules"} - ABBREVIATIONS.keys()
    found: dict[str, str] = {}
    for name, cities in _MORE_CITIES.items():
        for other in cities.split("|"):
            found.setdefault(other, name)
    # Of two zones with one city the shorter name is the one people and calendars use.
    for name in sorted(names, key=lambda name: (len(name), name)):
        found.setdefault(name.lower(), name)
        if name.split("/", 1)[0] in AREAS:
            found.setdefault(city(name).lower(), name)
    found["utc"] = "UTC"
    return found


def is_zone(name: str) -> bool:
    """Whether `name` is an IANA zone as it is written; far cheaper than `find_zone`."""
    if name in ABBREVIATIONS or name in {"localtime", "Factory", "posixrules"}:
        return False
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def find_zone(text: str) -> str | None:
    """The IANA name that a typed zone or city means, or None; never one for EST and its like."""
    key = " ".join(text.lower().split())
    names = _by_name()
    return names.get(key) or names.get(key.replace(" ", "_"))


def zone_named(text: str) -> str:
    """The IANA name for "America/Chicago", "chicago" or "new york".

    Raises Usage for what is no zone, with the closest names, and for EST and its like, which do
    not say whether summer time counts.
    """
    typed = text.strip()
    meant = ABBREVIATIONS.get(typed.upper())
    if meant:
        raise Usage(
            f"{typed} does not name one zone all the year round.",
            hint=f"Write a city or a zone, for instance {city(meant)} or {meant}.",
            code="zone",
        )
    found = find_zone(typed)
    if found:
        return found
    import difflib  # deferred: only a slip of the finger needs it

    names = _by_name()
    close = difflib.get_close_matches(typed.lower(), names, n=6, cutoff=0.7)
    likely = list(dict.fromkeys(names[name] for name in close))[:3]
    raise Usage(
        f"I do not know the zone {typed!r}.",
        hint=f"Did you mean {_either(likely)}?"
        if likely
        else "Write a big city or a zone, for instance Chicago or America/Chicago.",
        code="zone",
    )


@lru_cache(maxsize=256)
def zone_info(name: str) -> ZoneInfo:
    """The rules of a zone by its IANA name or city; raises Usage where there is none."""
    if "/" in name or name == "UTC":
        try:
            return ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            pass  # another spelling, or a folder of zones: the names say which
    return ZoneInfo(zone_named(name))


def offset_text(moment: datetime) -> str:
    """The offset of an aware time in words of the street: "UTC+1", "UTC-3:30", "UTC"."""
    offset = moment.utcoffset()
    seconds = int(offset.total_seconds()) if offset is not None else 0
    if seconds == 0:
        return "UTC"
    hours, minutes = divmod(abs(seconds) // 60, 60)
    return f"UTC{'-' if seconds < 0 else '+'}{hours}" + (f":{minutes:02d}" if minutes else "")


@dataclass(frozen=True, slots=True)
class Resolved:
    """A wall time as an instant: `utc` is aware, `fold` 1 for the second of a repeated hour."""

    utc: datetime
    fold: int


class Gap(Usage):
    """The clocks skip that wall time; `before` and `after` are naive wall times that exist."""

    title = "That time does not exist"
    code = "gap"

    def __init__(self, wall: datetime, zone: str, before: datetime, after: datetime) -> None:
        super().__init__(
            f"{_wall_text(wall)} does not exist in {city(zone)}: the clocks go forward.",
            hint=f"Take {_same_day(before, wall)} or {_same_day(after, wall)}.",
        )
        self.wall = wall
        self.zone = zone
        self.before = before
        self.after = after


class Repeated(Usage):
    """The wall time comes twice; `choices` are both, the earlier (fold 0) first."""

    title = "That time comes twice"
    code = "repeated"

    def __init__(self, wall: datetime, zone: str, choices: tuple[Resolved, Resolved]) -> None:
        tz = zone_info(zone)
        self.offsets = tuple(offset_text(one.utc.astimezone(tz)) for one in choices)
        super().__init__(
            f"{_wall_text(wall)} comes twice in {city(zone)}: the clocks go back.",
            hint=f"Say which: the first ({self.offsets[0]}) or the second ({self.offsets[1]}).",
        )
        self.wall = wall
        self.zone = zone
        self.choices = choices


def resolve(wall: datetime, zone: str, fold: int | None = None) -> Resolved:
    """The instant of a naive wall time in a zone.

    Raises Gap for a time that the clocks skip, Repeated for one that comes twice while `fold`
    does not say which, Usage for an unknown zone or a time at the edge of the calendar.
    """
    tz = zone_info(zone)
    wall = wall.replace(tzinfo=None, fold=0)
    try:
        first = wall.replace(tzinfo=tz).astimezone(UTC)
        second = wall.replace(tzinfo=tz, fold=1).astimezone(UTC)
    except OverflowError:
        raise Usage(f"{wall.year} is too far away for a calendar.") from None
    if first == second:
        return Resolved(first, 0)
    if second < first:
        # In a gap fold 1 reckons with the offset after it, which lies before it on the wall.
        neighbours = (
            moment.astimezone(tz).replace(tzinfo=None, fold=0) for moment in (second, first)
        )
        raise Gap(wall, zone, *neighbours)
    choices = (Resolved(first, 0), Resolved(second, 1))
    if fold is None:
        raise Repeated(wall, zone, choices)
    return choices[1 if fold else 0]


def in_zones(utc: datetime, zones: Sequence[str], *, offsets: bool = False) -> str:
    """An instant on several walls: "Tue 14:00 Chicago, 21:00 Berlin"; a zone is told once.

    The weekday is told again only where it differs from the one before.
    """
    parts: list[str] = []
    told = ""
    for zone in dict.fromkeys(zones):
        moment = utc.astimezone(zone_info(zone))
        day = _SHORT_DAYS[moment.weekday()]
        part = f"{moment:%H:%M} {city(zone)}" + _offset(moment, zone, offsets)
        parts.append(part if day == told else f"{day} {part}")
        told = day
    return ", ".join(parts)


_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SHORT_DAYS = tuple(name[:3] for name in _DAYS)


def _offset(moment: datetime, zone: str, wanted: bool) -> str:
    """The offset behind a city; a zone that is named by its offset has said it."""
    return f" ({offset_text(moment)})" if wanted and not city(zone).startswith("UTC") else ""


def _wall_text(wall: datetime) -> str:
    return f"{wall:%Y-%m-%d %H:%M} ({_DAYS[wall.weekday()]})"


def _same_day(moment: datetime, wall: datetime) -> str:
    return f"{moment:%H:%M}" if moment.date() == wall.date() else f"{moment:%Y-%m-%d %H:%M}"


def _either(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} or {names[-1]}"
