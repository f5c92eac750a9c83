"""The JSON document that holds everything: its sections, and what every field of a row may hold.

The store writes and takes in rows of this shape, files reads and writes them as JSON; both follow
the fields named here, so neither can forget one. References are uids, never integer ids.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ii_tui.core.kinds import Channel, Kind
from ii_tui.core.stages import Answer, Closeness, EventKind, Exit, Stage

FORMAT = "ii-tui"
VERSION = 1
"""Rises with any change of meaning; every older version is read for ever."""

NOW = "now"
"""Marks an instant that is the time of the import where a file does not give it."""

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a row. `kind` says how it is checked (see files/json_check)."""

    name: str
    kind: str
    need: bool = False
    """a row without it, or with nothing in it, is not taken"""
    null: bool = False
    absent: Any = ""
    """what a new row has where the file says nothing"""
    low: int = 0
    high: int = 0
    choices: frozenset[str] = frozenset()
    target: str = ""
    """of a reference: the rows it names"""


@dataclass(frozen=True, slots=True)
class RowIn:
    """One checked row of a document, with where it stood."""

    line: int
    """1-based physical line where the row starts"""
    place: str
    """for a person: `contacts[12]`, counted from 0 as in JSON tools"""
    values: Row
    """the fields that the file gives, cleaned; always with `uid`"""


@dataclass(frozen=True, slots=True)
class Incoming:
    """A whole document, checked row by row; kinds are those of FIELDS."""

    rows: Mapping[str, list[RowIn]]
    settings: Mapping[str, Any]


def _line(*names: str) -> tuple[Field, ...]:
    return tuple(Field(name, "line") for name in names)


def _text(*names: str) -> tuple[Field, ...]:
    return tuple(Field(name, "text") for name in names)


def _instant(name: str, *, null: bool = False) -> Field:
    return Field(name, "instant", null=null, absent=None if null else NOW)


def _day(name: str, *, null: bool = True) -> Field:
    return Field(name, "day", need=not null, null=null, absent=None)


def _flag(name: str, absent: bool = False) -> Field:
    return Field(name, "flag", absent=absent)


def _number(name: str, low: int, high: int, absent: int | None = None) -> Field:
    return Field(name, "number", null=absent is None, absent=absent, low=low, high=high)


def _id(name: str, *, null: bool = False, absent: str | None = None) -> Field:
    return Field(name, "id", need=not null and absent is None, null=null, absent=absent)


def _choice(name: str, of: Any, *, null: bool = False, absent: str | None = None) -> Field:
    choices = frozenset(str(one) for one in of)
    need = not null and absent is None
    return Field(name, "choice", need=need, null=null, absent=absent, choices=choices)


def _ref(name: str, target: str, *, need: bool = False) -> Field:
    return Field(name, "ref", need=need, null=not need, absent=None, target=target)


_UID = Field("uid", "uid", need=True)
_CONTACT = _ref("contact", "contacts", need=True)
_INTERVIEW = _ref("interview", "interviews")
_SEQUENCE = _number("sequence", 0, 2**53, 0)
_TEXT_OF = (
    _UID,
    _CONTACT,
    _INTERVIEW,
    _choice("kind", Kind),
    _choice("channel", Channel),
    *_text("subject", "body"),
    Field("overrides", "reasons", absent={}),
)

FIELDS: dict[str, tuple[Field, ...]] = {
    "companies": (
        _UID,
        Field("name", "line", need=True),
        *_line("website"),
        *_text("notes"),
        _flag("target"),
        _number("motivation", 0, 3),
        _number("posting", 1, 3),
        _instant("created"),
    ),
    "contacts": (
        _UID,
        *_line("first", "last", "greeting"),
        _ref("company", "companies"),
        *_line("title"),
        Field("email", "email"),
        *_line("phone"),
        Field("slug", "slug", null=True, absent=None),
        *_line("url"),
        Field("zone", "zone"),
        *_line("country"),
        *_text("address"),
        _choice("closeness", Closeness, null=True),
        *_text("how_known"),
        _ref("introduced_by", "contacts"),
        _day("connected_on"),
        _number("cadence_days", 1, 3650),
        _flag("do_not_contact"),
        _instant("archived", null=True),
        *_line("source", "source_first", "source_last", "source_company", "source_title"),
        *_line("source_email"),
        _day("employer_seen"),
        Field("extra", "pairs", absent=[]),
        _instant("created"),
        Field("tags", "tags", absent=[]),
        Field("past_companies", "employments", absent=[]),
    ),
    "interviews": (
        _UID,
        _CONTACT,
        _ref("company", "companies"),
        _choice("stage", Stage),
        _choice("exit", Exit, null=True),
        *_text("exit_reason"),
        _instant("since"),
        _day("parked_until"),
        _flag("both_thanks"),
        _day("reach_out_on"),
        _instant("opened"),
        _SEQUENCE,
    ),
    "meetings": (
        _UID,
        _CONTACT,
        _INTERVIEW,
        Field("wall", "wall", need=True),
        Field("zone", "zone", need=True),
        _number("fold", 0, 1, 0),
        Field("utc", "instant", need=True),
        _number("minutes", 1, 14_400, 30),
        _id("format", absent="coffee"),
        *_line("place"),
        _flag("treat"),
        _choice("state", ("planned", "held", "cancelled", "no_show"), absent="planned"),
        _number("sequence", 0, 2**31, 0),
        _number("invite_sequence", 0, 2**31),
        _instant("invite_at", null=True),
        _instant("stamp"),
    ),
    "messages": (*_TEXT_OF, _instant("sent")),
    "drafts": (
        *_TEXT_OF,
        _number("cursor", 0, 2**31, 0),
        *_line("template"),
        Field("task", "uid", null=True, absent=None),
        _ref("target", "contacts"),
        _instant("created"),
        _instant("updated"),
        _instant("copied", null=True),
    ),
    "events": (
        _UID,
        _CONTACT,
        _INTERVIEW,
        _choice("kind", EventKind),
        Field("at", "instant", need=True),
        _instant("recorded"),
        _id("message_kind", null=True),
        _id("channel", null=True),
        _choice("answer", Answer, null=True),
        _day("until"),
        _choice("stage_from", (*Stage, *Exit), null=True),
        _choice("stage_to", (*Stage, *Exit), null=True),
        _ref("meeting", "meetings"),
        _ref("message", "messages"),
        *_text("text"),
        _SEQUENCE,
    ),
    "notes": (
        _UID,
        _ref("contact", "contacts"),
        _ref("company", "companies"),
        _INTERVIEW,
        Field("at", "instant", need=True),
        Field("text", "text", need=True),
    ),
    "introductions": (
        _UID,
        _ref("introducer", "contacts", need=True),
        _ref("person", "contacts", need=True),
        _INTERVIEW,
        _id("state"),
        Field("at", "instant", need=True),
    ),
    "promises": (
        _UID,
        _CONTACT,
        _INTERVIEW,
        _flag("mine", True),
        Field("text", "text", need=True),
        _day("due"),
        Field("done", "moment", null=True, absent=None),
    ),
    "tasks": (
        _UID,
        _CONTACT,
        _INTERVIEW,
        _id("kind"),
        Field("cause", "line", need=True),
        Field("opens", "instant", need=True),
        _day("due"),
        Field("title", "line", need=True),
        *_text("reason"),
        Field("meeting", "uid", null=True, absent=None),
        _id("message_kind", null=True),
        _instant("moot", null=True),
        _flag("live", True),
        _choice("state", ("open", "done", "skipped", "snoozed"), absent="open"),
        _instant("until", null=True),
        _instant("settled", null=True),
    ),
}
"""What each kind of row holds. `events` stand as `history` in their interview, or in their contact
where they belong to no interview; `drafts` stand among `messages`, told apart by `state`."""

EMPLOYMENT = (
    _ref("company", "companies", need=True),
    *_line("title"),
    Field("ended", "day", need=True),
)
"""One row of a contact's `past_companies`; their order is that of time."""

SECTIONS = (
    "companies",
    "contacts",
    "interviews",
    "meetings",
    "messages",
    "notes",
    "introductions",
    "promises",
    "tasks",
)
"""The document's lists, those that others name first."""

LATER_SECTIONS = ("questions", "templates")
"""Lists that belong to the document and are empty as long as a database holds no such rows."""

WITH_HISTORY = ("contacts", "interviews")
