"""Lines to type at the other end of ssh: files and browsers are there, the program is here."""

from __future__ import annotations

import os
import shlex
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from ii_tui.paths import Paths

HOW = (
    "LinkedIn gives the file under Settings & Privacy, Data privacy, Get a copy of your data, "
    "Connections. The mail with the link comes within minutes; unpack what it brings."
)
"""How one comes by one's connections."""


class _Here(NamedTuple):
    """This machine, as the other end names it."""

    user: str
    host: str
    port: str


def _here(environ: Mapping[str, str]) -> _Here | None:
    parts = environ.get("SSH_CONNECTION", "").split()
    if len(parts) != 4:
        return None
    return _Here(environ.get("USER") or environ.get("LOGNAME") or "", parts[2], parts[3])


def scp_line(path: Path, environ: Mapping[str, str]) -> str:
    """The line that fetches `path` onto the laptop at the other end of ssh; "" without ssh."""
    here = _here(environ)
    if here is None:
        return ""
    at = f"{here.user}@" if here.user else ""
    where = f"[{here.host}]" if ":" in here.host else here.host
    option = "" if here.port == "22" else f"-P {here.port} "
    return f"scp {option}{shlex.quote(f'{at}{where}:{path}')} ."


def option_of(database: Path, environ: Mapping[str, str] = os.environ) -> str:
    """What names this database on a command line, with a blank after it; "" for the usual one."""
    kept = {key: environ[key] for key in ("HOME", "XDG_DATA_HOME") if key in environ}
    usual = Paths.find(environ=kept).database
    return "" if database == usual else f"--db {shlex.quote(str(database))} "


def import_line(database: Path, environ: Mapping[str, str] = os.environ) -> str:
    """The line that brings Connections.csv from the laptop into this database.

    Without ssh this machine has no name that can be told: it is called box.
    """
    here = _here(environ)
    to = "box"
    if here is not None:
        to = f"{here.user}@{here.host}" if here.user else here.host
        to = shlex.quote(to) if here.port == "22" else f"-p {here.port} {shlex.quote(to)}"
    command = f"ii-tui {option_of(database, environ)}import -"
    if "--db" in command:
        command = shlex.quote(command)  # the shell at either end takes a pair of quotes away
    return f"ssh {to} {command} < Connections.csv"
