"""The JSON document as bytes: written so that equal data gives equal bytes, read row by row.

Keys are sorted, lists ordered, every row of a list stands on a line of its own (two exports
compare well, and a refused row has a line number), UTF-8, no floats, a final newline.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ii_tui.core.document import (
    FIELDS,
    FORMAT,
    LATER_SECTIONS,
    SECTIONS,
    VERSION,
    WITH_HISTORY,
    Incoming,
    Row,
    RowIn,
)
from ii_tui.core.incoming import Rejected
from ii_tui.core.text import clean
from ii_tui.errors import Newer, Usage
from ii_tui.files.json_check import Bad, check
from ii_tui.files.json_scan import Scan, Tick, broken, refused
from ii_tui.files.table import check_size

_DEEPEST = 20
_SETTING_KEY = re.compile(r"[\w.:-]{1,200}")


# Writing


def write(document: Mapping[str, Any]) -> bytes:
    """The document's bytes; `document` has the sections and `settings` that store/snapshot dumps.

    Text is cleaned on its way out as it is on its way in, so that what is read back is the same.
    """
    whole: dict[str, Any] = {"format": FORMAT, "version": VERSION}
    whole |= {name: [] for name in LATER_SECTIONS} | dict(document)
    whole["settings"] = _settled(whole.get("settings", {}))
    parts = []
    for key in sorted(whole):
        value = whole[key]
        if key in SECTIONS and value:
            rows = ",\n".join(_dumped(_tidy(key, row)) for row in value)
            parts.append(f"{_dumped(key)}: [\n{rows}\n]")
        else:
            parts.append(f"{_dumped(key)}: {_dumped(value)}")
    return ("{\n" + ",\n".join(parts) + "\n}\n").encode()


def _dumped(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, allow_nan=False)


def _tidy(section: str, row: Row) -> Row:
    one_line = _ONE_LINE[section]
    tidied = {
        key: clean(value, newlines=key not in one_line) if isinstance(value, str) else value
        for key, value in row.items()
    }
    if "history" in row:
        tidied["history"] = [_tidy("events", event) for event in row["history"]]
    return tidied


_ONE_LINE = {
    kind: frozenset(item.name for item in fields if item.kind != "text")
    for kind, fields in {**FIELDS, "messages": FIELDS["drafts"]}.items()
}


# Reading


@dataclass(slots=True)
class Read:
    """What a document holds, and what of it could not be taken."""

    incoming: Incoming
    rejected: list[Rejected] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def read(data: bytes, tick: Tick = lambda done, total: None) -> Read:
    """Reads and checks a document, row by row.

    Raises Usage for bytes that are no document of ours, Newer for a later version's; a row that
    cannot be taken is rejected with its line, its place and the reason.
    """
    check_size(len(data))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Usage(
            f"The file is not UTF-8 from byte {error.start:,} on.",
            title="Not readable",
            hint="JSON is always UTF-8: was the file saved by an editor in another encoding?",
        ) from None
    scan = Scan(text, tick)
    try:
        top = dict(scan.top())
    except RecursionError:
        raise refused(f"Something near line {scan.line:,} is nested too deep.") from None
    except ValueError as error:
        raise broken(error, scan) from None
    _check_version(top)
    return _Reading(top, lambda: tick(len(text), len(text))).done()


def _check_version(top: Mapping[str, Any]) -> None:
    if top.get("format") != FORMAT:
        raise refused("This JSON is not an export of ii-tui.")
    version = top.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise refused("The file does not say which version of the export it is.")
    if version > VERSION:
        raise Newer(
            f"The file is of version {version:,} of the export; this ii-tui reads up to {VERSION}.",
            title="This file is newer",
            hint="Upgrade ii-tui, then import it.",
        )


class _Reading:
    """Checks the rows of one document."""

    def __init__(self, top: Mapping[str, Any], tick: Callable[[], None]) -> None:
        self._top = top
        self._tick = tick
        self._rejected: list[Rejected] = []
        self._unknown: Counter[str] = Counter()
        self._uids: dict[str, dict[str, str]] = {kind: {} for kind in FIELDS}
        self._rows: dict[str, list[RowIn]] = {kind: [] for kind in FIELDS}

    def done(self) -> Read:
        for section in SECTIONS:
            value = self._top.get(section, [])
            if not isinstance(value, list):
                self._reject(1, section, "it is not a list.")
                continue
            for index, (line, raw) in enumerate(value):
                self._tick()
                self._take(section, raw, line, f"{section}[{index}]")
        known = {"format", "version", "settings", *SECTIONS, *LATER_SECTIONS}
        self._unknown.update(key for key in self._top if key not in known)
        self._unknown.update(key for key in LATER_SECTIONS if self._top.get(key))
        return Read(Incoming(self._rows, self._settings()), self._rejected, list(self._sentences()))

    def _sentences(self) -> Iterator[str]:
        if self._unknown:
            names = [clean(name[:60], newlines=False) for name in sorted(self._unknown)[:20]]
            more = f" and {len(self._unknown) - 20:,} more" if len(self._unknown) > 20 else ""
            yield f"Not known to this version and left out: {', '.join(names)}{more}."

    def _reject(self, line: int, place: str, reason: str) -> None:
        self._rejected.append(Rejected(line, f"{place}: {reason}"))

    def _take(
        self, section: str, raw: Any, line: int, place: str, owner: Row | None = None
    ) -> None:
        if not isinstance(raw, dict):
            self._reject(line, place, "it is not an object.")
            return
        kind = section
        given = dict(raw) | (owner or {})
        if section == "messages":
            state = given.pop("state", "sent")
            if state not in ("sent", "draft"):
                self._reject(line, place, "its state is neither sent nor draft.")
                return
            kind = "drafts" if state == "draft" else "messages"
        history = given.pop("history", []) if section in WITH_HISTORY else []
        values = self._checked(kind, section, given, line, place)
        if values is None:
            return
        self._rows[kind].append(RowIn(line, place, values))
        if not isinstance(history, list):
            self._reject(line, f"{place}.history", "it is not a list.")
            return
        if section == "contacts":
            parent = {"contact": values["uid"], "interview": None}
        else:
            parent = {"contact": values.get("contact"), "interview": values["uid"]}
        for index, event in enumerate(history):
            self._take("events", event, line, f"{place}.history[{index}]", parent)

    def _checked(self, kind: str, section: str, given: Row, line: int, place: str) -> Row | None:
        values: Row = {}
        for item in FIELDS[kind]:
            if item.name not in given and not item.need:
                continue
            try:
                values[item.name] = check(item, given.get(item.name))
            except Bad as bad:
                self._reject(line, place, f"its {item.name} {bad}.")
                return None
        uids = self._uids[section]
        other = uids.setdefault(values["uid"], place)
        if other != place:
            self._reject(line, place, f"its uid is that of {other}.")
            return None
        if len(values) != len(given):
            self._unknown.update(f"{section}.{key}" for key in given.keys() - values.keys())
        return values

    def _settings(self) -> dict[str, Any]:
        value = self._top.get("settings", {})
        if not isinstance(value, dict):
            self._reject(1, "settings", "it is not an object.")
            return {}
        found = {}
        for key, one in value.items():
            try:
                if not _SETTING_KEY.fullmatch(key):
                    raise Bad("is not a name of a setting")
                found[key] = _settled(one)
            except Bad as bad:
                shown = clean(key[:60], newlines=False)
                self._reject(1, f"settings.{shown}", f"its value {bad}.")
        return found


def _settled(value: Any, deep: int = 0) -> Any:
    """A setting's value with its text cleaned; raises Bad for fractions and endless nesting."""
    if deep > _DEEPEST:
        raise Bad("is nested too deep")
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return [_settled(one, deep + 1) for one in value]
    if isinstance(value, dict):
        return {clean(key): _settled(one, deep + 1) for key, one in value.items()}
    if isinstance(value, float):
        raise Bad("holds a fraction")
    return value
