"""Small JSON documents for tests, whole and broken."""

from __future__ import annotations

import json
import uuid
from typing import Any

AT = "2026-11-20T09:00:00.000000Z"


def uid(name: str) -> str:
    """The same UUID for the same name."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, name))


def contact(name: str, **values: Any) -> dict[str, Any]:
    """A person of that first name."""
    return {"uid": uid(name), "first": name, "last": "Example", "created": AT} | values


def interview(name: str, person: str, **values: Any) -> dict[str, Any]:
    """An interview at `requested` with the contact of that name."""
    row = {"uid": uid(name), "contact": uid(person), "stage": "requested"}
    return row | {"since": AT, "opened": AT} | values


def event(name: str, kind: str = "sent", **values: Any) -> dict[str, Any]:
    """Something that happened."""
    return {"uid": uid(name), "kind": kind, "at": AT, "recorded": AT} | values


def whole(**sections: Any) -> dict[str, Any]:
    """A document of this version with those sections."""
    return {"format": "ii-tui", "version": 1} | sections


def data(**sections: Any) -> bytes:
    """The same as bytes."""
    return json.dumps(whole(**sections)).encode()
