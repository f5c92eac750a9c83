"""Settings: TOML read into dataclasses, a docstring under every field, unknown keys named.

The file is read once and on command. An unreadable one means defaults and a banner, never a
refusal to start. The program writes single values with tomlkit, which keeps comments.
"""

from __future__ import annotations

import collections.abc
import dataclasses
import os
import types
import typing
from dataclasses import field
from pathlib import Path
from typing import Any

from ii_tui.core.facts import PipelineNumbers
from ii_tui.core.messages import Limits
from ii_tui.core.worked import days_of, weekend_of
from ii_tui.lazy import dataclass


@dataclass(frozen=True, slots=True)
class Me:
    """`[me]`: who writes the messages."""

    name: str = ""
    """full name, as it stands under a letter"""
    email: str = ""
    """the address that invites and mails come from"""
    phone: str = ""
    """given in confirmations, so that they can reach me on the way"""
    zone: str = ""
    """IANA name such as Europe/Berlin; empty: the clock's offset, else the system's zone"""
    address: str = ""
    """return address for envelopes, lines separated by newlines"""
    companies: tuple[str, ...] = ()
    """my present and former employers: naming them in a message is no slip"""
    premium: bool = False
    """LinkedIn Premium: longer notes to a connection"""

    @property
    def first_name(self) -> str:
        """What I sign with to people who know me."""
        return self.name.partition(" ")[0]


@dataclass(frozen=True, slots=True)
class CalDav:
    """`[calendar.caldav]`: the user's own calendar on a server."""

    url: str = ""
    """address of the server or of one calendar"""
    user: str = ""
    """user name"""
    password_command: tuple[str, ...] = ()
    """argv that prints the password; no shell"""


@dataclass(frozen=True, slots=True)
class Vdir:
    """`[calendar.vdir]`: the user's own calendar as a folder of files."""

    path: str = ""
    """folder of one collection"""


@dataclass(frozen=True, slots=True)
class CalendarSettings:
    """`[calendar]`: which days are business days."""

    country: str = ""
    """ISO 3166 code, with a subdivision where wanted: "US", "DE-BE"; empty: no holidays"""
    weekend: tuple[str, ...] = ("sat", "sun")
    """days of the week that are not worked, such as "fri", "sat" """
    days_off: tuple[str, ...] = ()
    """days of my own: "2026-12-24", or a span "2026-12-24..2027-01-02" with both its ends"""
    caldav: CalDav = field(default_factory=CalDav)
    """a calendar server"""
    vdir: Vdir = field(default_factory=Vdir)
    """a calendar folder"""


@dataclass(frozen=True, slots=True)
class MailServer:
    """`[mail.smtp]` and `[mail.imap]`."""

    host: str = ""
    """server name"""
    port: int = 0
    """0: the usual one for the security chosen"""
    security: str = "tls"
    """tls, starttls, or none (on loopback only)"""
    user: str = ""
    """user name"""
    auth: str = "password"
    """password or xoauth2"""
    password_command: tuple[str, ...] = ()
    """argv that prints the password or token; no shell"""


@dataclass(frozen=True, slots=True)
class Mail:
    """`[mail]`: accounts."""

    smtp: MailServer = field(default_factory=MailServer)
    """where mail goes out"""
    imap: MailServer = field(default_factory=MailServer)
    """where answers come in"""


@dataclass(frozen=True, slots=True)
class Ui:
    """`[ui]`: how it looks."""

    theme: str = ""
    """ii-dark, ii-light, ansi-dark or ansi-light; empty: chosen by the terminal"""
    keys_preset: str = "default"
    """default, or arrows (no letter moves the cursor); [keys] changes it further"""
    animation: bool = False
    """movement on the screen"""
    only_changes: bool = True
    """write only the cells that changed; false where a terminal keeps leftovers on the screen"""


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything in config.toml."""

    me: Me = field(default_factory=Me)
    """who I am"""
    calendar: CalendarSettings = field(default_factory=CalendarSettings)
    """my days"""
    pipeline: PipelineNumbers = field(default_factory=PipelineNumbers)
    """the numbers of the pipeline"""
    limits: Limits = field(default_factory=Limits)
    """lengths of messages"""
    mail: Mail = field(default_factory=Mail)
    """accounts"""
    ui: Ui = field(default_factory=Ui)
    """how it looks"""
    keys: dict[str, str] = field(default_factory=dict)
    """command id = "key,key", or "" for no key; `ii-tui keys` lists the ids"""


@dataclass(frozen=True, slots=True)
class Loaded:
    """Settings and what was wrong with the file, in sentences."""

    settings: Settings
    problems: tuple[str, ...] = ()


LONGEST_FILE = 1_000_000
"""Bytes of a settings file that are read; a stream may never end."""

LARGEST = 36_500
"""The largest number a setting takes: a hundred years in days. More would leave the calendar."""


def load(path: Path) -> Loaded:
    """The settings in `path`; defaults where it is not there or cannot be read."""
    try:
        with path.open("rb") as file:
            raw = file.read(LONGEST_FILE + 1)
    except FileNotFoundError:
        return Loaded(Settings())
    except OSError as error:
        return Loaded(Settings(), (f"{path} could not be read: {error.strerror}.",))
    if len(raw) > LONGEST_FILE:
        return Loaded(Settings(), (f"{path} is too long for settings. Defaults are used.",))
    import tomllib

    try:
        data = tomllib.loads(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:  # a number of 5,000 digits; a thousand brackets
        return Loaded(Settings(), (f"{path} is not valid TOML: {error}. Defaults are used.",))
    problems: list[str] = []
    settings = _build(Settings, data, "", problems)
    problems += weekend_of(settings.calendar.weekend)[1]
    problems += days_of(settings.calendar.days_off)[1]
    if settings.me.zone:
        from ii_tui.core.zones import find_zone, is_zone

        zone = settings.me.zone
        if not is_zone(zone) and find_zone(zone) is None:
            problems.append(f"me.zone is {zone!r}, and no zone of that name is known.")
    return Loaded(settings, tuple(problems))


T = typing.TypeVar("T")


def _build(kind: type[T], data: dict[str, Any], where: str, problems: list[str]) -> T:
    hints = typing.get_type_hints(kind)
    known = {item.name: item for item in dataclasses.fields(kind)}  # type: ignore[arg-type]  # dataclasses only
    values: dict[str, Any] = {}
    for key, value in data.items():
        name = f"{where}{key}"
        if key not in known:
            problems.append(f"{name} is not a setting.{_closest(key, known)}")
            continue
        wanted = hints[key]
        if dataclasses.is_dataclass(wanted):
            if isinstance(value, dict):
                values[key] = _build(typing.cast("type[Any]", wanted), value, f"{name}.", problems)
            else:
                problems.append(f"{name} is a table, write it as [{name}].")
            continue
        read = _value(wanted, value)
        if read is None:
            problems.append(f"{name} is {value!r}, but must be {_words(wanted)}.")
        else:
            values[key] = read
    return kind(**values)


def _value(wanted: Any, value: Any) -> Any:
    """The value as the field holds it, or None when it is of another type."""
    if wanted in (bool, int, str):
        exact = isinstance(value, bool) == (wanted is bool) and isinstance(value, wanted)
        return value if exact and (wanted is not int or 0 <= value <= LARGEST) else None
    origin = typing.get_origin(wanted)
    if origin is tuple:
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            return tuple(value)
        return None
    if origin is collections.abc.Mapping:
        pairs = value.items() if isinstance(value, dict) else []
        read = {name: tuple(pair) for name, pair in pairs if _is_range(pair)}
        return read if isinstance(value, dict) and len(read) == len(value) else None
    if origin is dict:
        flat = _flat(value) if isinstance(value, dict) else {}
        good = isinstance(value, dict) and all(isinstance(item, str) for item in flat.values())
        return flat if good else None
    if origin in (typing.Union, types.UnionType):
        return next(
            (read for part in typing.get_args(wanted) if (read := _value(part, value)) is not None),
            None,
        )
    return None


def _flat(table: dict[str, Any], where: str = "") -> dict[str, Any]:
    """Dotted names: to TOML an unquoted `task.done = "D"` is a table within a table."""
    found: dict[str, Any] = {}
    for key, value in table.items():
        name = f"{where}{key}"
        found.update(_flat(value, f"{name}.") if isinstance(value, dict) else {name: value})
    return found


def _is_range(pair: Any) -> bool:
    """Lengths of a kind of message: [shortest, longest]."""
    if not isinstance(pair, list) or len(pair) != 2 or any(type(n) is not int for n in pair):
        return False
    return bool(0 <= pair[0] <= pair[1] <= LARGEST)


def _words(wanted: Any) -> str:
    number = f"a whole number from 0 to {LARGEST:,}"
    names = {bool: "true or false", int: number, str: "text in quotes"}
    return names.get(wanted, "a list of texts" if typing.get_origin(wanted) is tuple else "a table")


def _closest(key: str, known: dict[str, Any]) -> str:
    import difflib

    near = difflib.get_close_matches(key, known, 1)
    return f" Did you mean {near[0]}?" if near else ""


def write_value(path: Path, table: str, key: str, value: str | int | bool | list[str]) -> None:
    """Sets `[table] key` in `path`, keeping the rest as it is; makes the file (0600) if needed.

    Raises IiError when the file cannot be written or is not valid TOML.
    """
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    from ii_tui.atomic import write_private
    from ii_tui.errors import IiError
    from ii_tui.paths import ensure

    path = Path(os.path.realpath(path))  # a link stays one: settings are often kept elsewhere
    try:
        ensure(path.parent)
        document = tomlkit.parse(path.read_text("utf-8-sig")) if path.exists() else None
        if document is None:
            document = tomlkit.document()
        section = document
        for part in table.split("."):
            if part not in section:
                section[part] = tomlkit.table()
            section = section[part]
        section[key] = value
        text = tomlkit.dumps(document)
    except (OSError, ValueError, RecursionError, TOMLKitError, TypeError) as error:
        raise IiError(
            f"{path} could not be changed: {error}.",
            title="Setting not kept",
            hint="Mend the file by hand; `ii-tui config check` names what is wrong.",
        ) from error
    write_private(path, text.encode())


def described(settings: Settings) -> str:
    """The settings as a TOML file, each with what it means: what the docstrings say."""
    lines: list[str] = []
    _describe(settings, "", lines)
    return "\n".join(lines).strip() + "\n"


def _describe(section: Any, name: str, lines: list[str]) -> None:
    words = _docstrings(type(section))
    tables: list[tuple[str, Any]] = []
    if name:
        lines += ["", f"[{name}]"]
    for item in dataclasses.fields(section):
        value = getattr(section, item.name)
        path = f"{name}.{item.name}" if name else item.name
        if dataclasses.is_dataclass(value):
            tables.append((path, value))
            continue
        if words.get(item.name):
            lines.append(f"# {words[item.name]}")
        if isinstance(value, collections.abc.Mapping):
            lines += ["", f"[{path}]"] if not name else [f"# [{path}]"]
            lines += [f"{key} = {_toml(one)}" for key, one in value.items()]
        else:
            lines.append(f"{item.name} = {_toml(value)}")
    for path, table in tables:
        _describe(table, path, lines)


def _toml(value: Any) -> str:
    import json

    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return f"[{', '.join(_toml(one) for one in value)}]"
    return json.dumps(value, ensure_ascii=False)


def _docstrings(kind: type) -> dict[str, str]:
    """The text under each field, which Python itself throws away."""
    import ast
    import inspect

    found: dict[str, str] = {}
    body = ast.parse(inspect.getsource(kind)).body[0]
    before = ""
    for node in getattr(body, "body", []):
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            before = node.target.id
        elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and before:
            found[before] = " ".join(str(node.value.value).split())
            before = ""
        else:
            before = ""
    return found
