"""Where things live on disk, by the XDG rules; directories 0700, files 0600."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from ii_tui.lazy import dataclass

APP = "ii-tui"


def _base(environ: Mapping[str, str], variable: str, fallback: str) -> Path:
    """XDG says: a relative path in these variables is to be ignored."""
    value = environ.get(variable, "")
    if value and Path(value).is_absolute():
        return Path(value)
    return Path(environ.get("HOME") or Path.home()) / fallback


@dataclass(frozen=True, slots=True)
class Paths:
    """The files of one run. Nothing is created until `ensure` is called on a directory."""

    database: Path
    config: Path
    state: Path

    @classmethod
    def find(
        cls,
        *,
        database: Path | None = None,
        config: Path | None = None,
        environ: Mapping[str, str] = os.environ,
    ) -> Paths:
        """Options win over II_TUI_DB and II_TUI_CONFIG, which win over the XDG defaults."""
        data = _base(environ, "XDG_DATA_HOME", ".local/share") / APP
        conf = _base(environ, "XDG_CONFIG_HOME", ".config") / APP
        state = _base(environ, "XDG_STATE_HOME", ".local/state") / APP
        db_env, config_env = environ.get("II_TUI_DB"), environ.get("II_TUI_CONFIG")
        db = database or (Path(db_env) if db_env else data / "ii.db")
        cfg = config or (Path(config_env) if config_env else conf / "config.toml")
        return cls(
            database=Path(os.path.abspath(named(db))),
            config=Path(os.path.abspath(named(cfg))),
            state=state,
        )

    @property
    def log(self) -> Path:
        """The one rotating log of ids and error names."""
        return self.state / "ii-tui.log"

    @property
    def crashes(self) -> Path:
        """The folder of crash reports."""
        return self.state / "crashes"

    @property
    def unsaved(self) -> Path:
        """The folder of texts that could not be saved when the program ended."""
        return self.state / "unsaved"

    def backups(self) -> Path:
        """The backup folder of this database; two databases of one name do not share it."""
        import hashlib

        mark = hashlib.sha256(os.fsencode(self.database)).hexdigest()[:8]
        return self.state / "backups" / f"{self.database.stem}-{mark}"


def named(path: Path) -> Path:
    """The path that a person wrote, `~` taken for a home; a home of nobody is a plain name."""
    return Path(os.path.expanduser(path))


def ensure(directory: Path) -> Path:
    """Creates `directory` (and parents) as 0700; an existing one keeps its mode."""
    directory.mkdir(mode=0o700, parents=True, exist_ok=True)
    return directory
