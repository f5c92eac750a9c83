"""Public holidays by country: which country is meant, and which of its days are free."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from datetime import date
from typing import Any

from ii_tui.errors import Usage
from ii_tui.lazy import dataclass

# The package of holidays takes a tenth of a second to load: only where one is asked for.


@dataclass(frozen=True, slots=True)
class Country:
    """A country as it was written: `code` "" where it is not known, `part` None for all of it."""

    code: str = ""
    part: str | None = None
    problem: str = ""
    """what was not understood, as the rest of a sentence: "has no part XX" """


@functools.lru_cache(maxsize=256)
def read_country(text: str) -> Country:
    """The country that "US", "DE-BE", "usa" or "Germany" means."""
    words = text.strip()
    if not words:
        return Country()
    import holidays
    from holidays.registry import COUNTRIES

    # Asked first: the package looks names up among its own, "MAY" and "PUBLIC" among them.
    known = holidays.list_supported_countries(include_aliases=True)
    head, _, tail = words.partition("-")
    code = head.strip().upper()
    if code not in known:
        name = "".join(char for char in words.lower() if char.isalnum())
        code = next((row[1] for row in COUNTRIES.values() if row[0].lower() == name), "")
        if code not in known:
            return Country(problem="is no country whose holidays are known")
        return Country(code)
    wanted = tail.strip().casefold()
    if not wanted:
        return Country(code)
    part = next((one for one in known[code] if one.casefold() == wanted), None)
    if part is None:
        return Country(code, problem=f"names no part of {code} that is known")
    return Country(code, part)


def country_named(text: str) -> str:
    """The country as it is kept: "DE-BY" for "de-by", "DE" for "Germany"; raises Usage."""
    found = read_country(text)
    if found.problem:
        raise Usage(
            f"{text!r} {found.problem}.", hint="Write it like US or DE-BE, or leave it empty."
        )
    return found.code if found.part is None else f"{found.code}-{found.part}"


def country_problem(country: str) -> str:
    """What is wrong with the country of the settings, in a sentence; "" where nothing is."""
    found = read_country(country)
    if not found.problem:
        return ""
    used = f"those of all {found.code} count" if found.code else "no holidays count"
    return f"calendar.country is {country!r}, which {found.problem}; {used}. Write US or DE-BE."


@functools.lru_cache(maxsize=64)
def holidays_of(country: str, year: int) -> frozenset[date]:
    """Public holidays around `year` of "US" or "DE-BE"; none for what is not known."""
    found = read_country(country)
    if not found.code:
        return frozenset()
    import holidays

    days: Mapping[date, Any] = holidays.country_holidays(
        found.code, subdiv=found.part, years=range(year - 1, year + 3)
    )
    return frozenset(days)


def country_of_zone(zone: str) -> str:
    """The country that a zone lies in, such as US for America/Chicago; "" where none is known."""
    return _zones().get(zone, "") if zone else ""


def country_words(country: str, zone: str) -> str:
    """Whose holidays count for someone, for their page: "DE-BE", "US, by the time zone"."""
    if country:
        return country
    found = country_of_zone(zone)
    return f"{found}, by the time zone" if found else ""


@functools.cache
def _zones() -> Mapping[str, str]:
    from importlib.resources import files

    table = files("tzdata") / "zoneinfo" / "zone.tab"
    try:
        lines = table.read_text("ascii").splitlines()
    except OSError:
        return {}
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {row[2]: row[0] for row in rows if len(row) > 2}
