"""What a file is, by its first bytes; its name only counts where they say nothing."""

from __future__ import annotations

import codecs
from typing import NamedTuple

from ii_tui.core.text import clean, cut
from ii_tui.errors import Usage
from ii_tui.files.headers import which_export
from ii_tui.files.table import DELIMITERS, as_utf8, split_line

HEAD = 1_000_000
"""Bytes that are looked at; a preamble may be long."""

KINDS = ("linkedin", "google", "outlook", "vcard", "csv", "json", "ics")
READABLE = ("linkedin", "json")
"""Kinds this version reads."""

_MAGIC = (
    (b"%PDF", "a PDF"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\xd0\xcf\x11\xe0", "an old Excel or Outlook file"),
    (b"SQLite format 3\x00", "a database"),
    (b"{\\rtf", "a rich text document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"7z\xbc\xaf", "a 7z archive"),
)
_WORDS = {
    "vcard": "vCard contacts",
    "json": "a JSON file",
    "ics": "a calendar file",
}
_HOW = (
    "LinkedIn gives it under Settings, Data privacy, Get a copy of your data, Connections; "
    "the file inside the zip is called Connections.csv."
)


class Seen(NamedTuple):
    """A guess: the kind id, or "unknown", and what the file looks like in words."""

    kind: str
    words: str


def guess(head: bytes, name: str = "") -> str:
    """The kind id of a file (one of KINDS, or "unknown") from its first HEAD bytes and its name."""
    return look(head, name).kind


def look(head: bytes, name: str = "") -> Seen:
    """The kind of a file and words for it, from its first HEAD bytes and its name."""
    head = head[:HEAD]
    suffix = name.rpartition(".")[2].lower() if "." in name else ""
    if head.startswith(b"PK\x03\x04"):
        excel = suffix in {"xlsx", "xlsm"} or b"xl/" in head or b"[Content_Types].xml" in head
        return Seen("unknown", "an Excel workbook" if excel else "a zip archive")
    for magic, words in _MAGIC:
        if head.startswith(magic):
            return Seen("unknown", words)
    plain, _, _ = as_utf8(head)
    text = plain.decode("utf-8", "ii_tui.cp1252").lstrip("\ufeff")
    start = text.lstrip()[:1_000].lower()
    if not start.strip("\x00"):
        return Seen("unknown", "an empty file")
    if start.startswith(("<!doctype", "<html", "<head", "<body")):
        return Seen("unknown", "an HTML page")
    if start.startswith(("<?xml", "<")):
        return Seen("unknown", "an XML file")
    if start.startswith("begin:vcard"):
        return Seen("vcard", _WORDS["vcard"])
    if start.startswith("begin:vcalendar"):
        return Seen("ics", _WORDS["ics"])
    if start.startswith(("{", "[")):
        return Seen("json", _WORDS["json"])
    return _by_header(text, head, suffix)


def _by_header(text: str, head: bytes, suffix: str) -> Seen:
    first: list[str] = []
    for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        for delimiter in DELIMITERS:
            if delimiter not in line:
                continue
            cells = split_line(line, delimiter)
            kind, words = which_export(cells)
            if kind:
                return Seen(kind, words)
            if len(cells) > max(1, len(first)) and not first:
                first = cells
    wide = head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    if not wide and head.count(0) > len(head) // 500:
        return Seen("unknown", "a file of bytes, not of text")
    if first:
        names = [clean(cell, newlines=False) for cell in first[:6]]
        shown = ", ".join(cut(name, 24) for name in names if name)
        return Seen("csv", f"a table whose first line is {shown}" if shown else "a table")
    if suffix == "csv":
        return Seen("csv", "a table of one column")
    return Seen("unknown", "plain text without columns")


def refuse(seen: Seen, wanted: str = "LinkedIn's Connections.csv") -> Usage:
    """The error for a file that is not the one wanted: what it looks like, and what helps."""
    hint = _HOW
    if seen.words == "a zip archive":
        hint = "Unpack it, and give the Connections.csv inside."
    elif seen.words == "an Excel workbook":
        hint = "Save the sheet as CSV, or give the Connections.csv that LinkedIn made."
    elif seen.words == "an empty file":
        return Usage("The file is empty.", title="Nothing in it", hint=_HOW)
    return Usage(
        f"This is not {wanted}: it looks like {seen.words}.", title="Another file", hint=hint
    )


def require_readable(kind: str) -> None:
    """Raises Usage for a kind that this version does not read."""
    if kind not in READABLE:
        raise Usage(
            f"Files of the kind {kind!r} are not yet read by this version: only LinkedIn's "
            "Connections.csv and our own JSON are.",
            title="Not read yet",
            hint=_HOW,
        )
