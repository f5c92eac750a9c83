"""One value of a JSON document: of the right type, within bounds, cleaned and in one spelling."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from ii_tui.core.dates import YEARS, instant_text, parse_instant
from ii_tui.core.document import EMPLOYMENT, Field
from ii_tui.core.profile import email_of
from ii_tui.core.text import clean
from ii_tui.core.zones import zone_info
from ii_tui.errors import Usage

LINE_CHARS = 100_000
TEXT_CHARS = 5_000_000
MOST_ITEMS = 10_000
"""Tags, past companies, further columns of one person."""

_ID = re.compile(r"[a-z][a-z0-9_]{0,39}")
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z")
_UID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class Bad(ValueError):
    """A value that cannot be taken; the text continues "its <field> "."""


def check(field: Field, value: Any) -> Any:
    """The value as the store keeps it; raises Bad where it cannot be taken."""
    if value is None:
        if field.null:
            return None
        raise Bad("is missing" if field.need else "is null")
    found = _CHECKS[field.kind](field, value)
    if field.need and found == "":
        raise Bad("is empty")
    return found


def _string(value: Any, most: int) -> str:
    if not isinstance(value, str):
        raise Bad(f"is {_type(value)}, not text")
    if len(value) > most:
        raise Bad(f"has {len(value):,} characters; at most {most:,} are taken")
    return value


def _type(value: Any) -> str:
    if isinstance(value, bool):
        return "true or false"
    if isinstance(value, int | float):
        return "a number"
    if isinstance(value, list):
        return "a list"
    return "an object" if isinstance(value, dict) else "text"


def _shown(text: str) -> str:
    plain = clean(text, newlines=False)
    return repr(plain if len(plain) <= 40 else f"{plain[:40]}…")


def _line(_: Field, value: Any) -> str:
    return clean(_string(value, LINE_CHARS), newlines=False)


def _text(_: Field, value: Any) -> str:
    return clean(_string(value, TEXT_CHARS))


def _uid(_: Field, value: Any) -> str:
    text = _string(value, 64)
    if _UID.fullmatch(text):
        return text
    try:
        return str(uuid.UUID(text))
    except ValueError:
        raise Bad(f"is {_shown(text)}, which is not a UUID") from None


def _ident(_: Field, value: Any) -> str:
    text = _string(value, LINE_CHARS)
    if not _ID.fullmatch(text):
        raise Bad(f"is {_shown(text)}, which is not a name of ours")
    return text


def _choice(field: Field, value: Any) -> str:
    text = _string(value, LINE_CHARS)
    if text not in field.choices:
        raise Bad(f"is {_shown(text)}, which this version does not know")
    return text


def _instant(_: Field, value: Any) -> str:
    text = _string(value, 64)
    try:
        moment = parse_instant(text)
    except Usage:
        raise Bad(f"is {_shown(text)}, which is not a time with an offset") from None
    _near(moment)
    return text if _INSTANT.fullmatch(text) else instant_text(moment)


def _day(_: Field, value: Any) -> str:
    text = _string(value, 64)
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise Bad(f"is {_shown(text)}, which is not a day") from None
    _near(day)
    return day.isoformat()


def _near(day: date) -> None:
    if day.year not in YEARS:
        raise Bad(f"lies in the year {day.year}")


def _moment(field: Field, value: Any) -> str:
    return _day(field, value) if len(_string(value, 64)) == 10 else _instant(field, value)


def _wall(_: Field, value: Any) -> str:
    text = _string(value, 64)
    try:
        wall = datetime.fromisoformat(text)
    except ValueError:
        raise Bad(f"is {_shown(text)}, which is not a time") from None
    if wall.tzinfo is not None:
        raise Bad("has an offset; it is the time on the wall")
    _near(wall)
    return wall.isoformat(timespec="minutes")


def _zone(field: Field, value: Any) -> str:
    text = _line(field, value)
    if text:
        try:
            zone_info(text)
        except Usage:
            raise Bad(f"is {_shown(text)}, which is not a time zone") from None
    return text


def _number(field: Field, value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise Bad(f"is {_type(value)}, not a whole number")
    if not field.low <= value <= field.high:
        raise Bad(f"is not between {field.low} and {field.high}")
    return value


def _flag(_: Field, value: Any) -> bool:
    if not isinstance(value, bool):
        raise Bad(f"is {_type(value)}, not true or false")
    return value


def _email(field: Field, value: Any) -> str:
    text = _line(field, value)
    if text and not email_of(text):
        raise Bad(f"is {_shown(text)}, which is not an e-mail address")
    return email_of(text)


def _slug(field: Field, value: Any) -> str | None:
    text = _line(field, value).lower()
    if any(sign in ' /?#\\<>"' for sign in text):
        raise Bad(f"is {_shown(text)}, which is not the end of a profile's address")
    return text or None


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise Bad(f"is {_type(value)}, not a list")
    if len(value) > MOST_ITEMS:
        raise Bad(f"has {len(value):,} items; at most {MOST_ITEMS:,} are taken")
    return value


def _tags(field: Field, value: Any) -> list[str]:
    return sorted({_line(field, one) for one in _list(value)} - {""})


def _pairs(field: Field, value: Any) -> list[list[str]]:
    found = []
    for pair in _list(value):
        if not isinstance(pair, list) or len(pair) != 2:
            raise Bad("has an item that is not [column, value]")
        found.append([_line(field, pair[0]), _text(field, pair[1])])
    return found


def _reasons(field: Field, value: Any) -> dict[str, str]:
    if not isinstance(value, dict) or len(value) > MOST_ITEMS:
        raise Bad(f"is {_type(value)}, not an object of reasons")
    return {_line(field, code): _text(field, why) for code, why in value.items()}


def _employments(_: Field, value: Any) -> list[dict[str, Any]]:
    found = []
    for one in _list(value):
        if not isinstance(one, dict):
            raise Bad(f"has an item that is {_type(one)}, not an object")
        try:
            found.append({item.name: check(item, one.get(item.name, item.absent))
                          for item in EMPLOYMENT})  # fmt: skip
        except Bad as bad:
            raise Bad(f"has an item that cannot be taken: one part {bad}") from None
    return found


_CHECKS: dict[str, Callable[[Field, Any], Any]] = {
    "choice": _choice,
    "day": _day,
    "email": _email,
    "employments": _employments,
    "flag": _flag,
    "id": _ident,
    "instant": _instant,
    "line": _line,
    "moment": _moment,
    "number": _number,
    "pairs": _pairs,
    "reasons": _reasons,
    "ref": _uid,
    "slug": _slug,
    "tags": _tags,
    "text": _text,
    "uid": _uid,
    "wall": _wall,
    "zone": _zone,
}
