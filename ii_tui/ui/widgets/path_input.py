"""A path typed with completion; the file system is asked on a thread, never on the screen's."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.suggester import Suggester

from ii_tui.ui.widgets.safe_input import SafeInput

MOST = 2000
"""names of one folder that are looked at; beyond that completion helps nobody"""


def expand(typed: str) -> Path:
    """The path that was meant: `~` expanded, blanks and quotes around it dropped."""
    text = typed.strip()
    if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'":
        text = text[1:-1]
    return Path(os.path.expanduser(text))


def shown(path: Path) -> str:
    """The path as a person writes it: `~` for the home folder."""
    try:
        return str(Path("~") / path.relative_to(Path.home()))
    except ValueError:
        return str(path)


def candidates(typed: str, suffixes: Iterable[str] = ()) -> list[str]:
    """What `typed` may go on to be, in its own spelling; folders end in a slash.

    Files of the wanted suffixes come first, then folders, then other files. Hidden names only
    where the dot was typed; names that a terminal cannot show are left out.
    """
    folder, start = os.path.split(typed)
    if typed == "~":
        return ["~/"]
    where = os.path.expanduser(folder) if folder else os.curdir
    wanted = {suffix.lower() for suffix in suffixes}
    found: list[tuple[int, str]] = []
    try:
        with os.scandir(where) as entries:
            for entry in entries:
                name = entry.name
                if not name.startswith(start) or not name.isprintable():
                    continue
                if name.startswith(".") and not start.startswith("."):
                    continue
                if _is_folder(entry):
                    found.append((1, os.path.join(folder, name) + os.sep))
                else:
                    rank = 0 if os.path.splitext(name)[1].lower() in wanted else 2
                    found.append((rank, os.path.join(folder, name)))
                if len(found) >= MOST:
                    break
    except OSError:
        return []
    return [path for _, path in sorted(found)]


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


class PathSuggester(Suggester):
    """Suggests the first candidate while typing."""

    def __init__(self, suffixes: Iterable[str] = ()) -> None:
        # The file system changes under us, so nothing is remembered.
        super().__init__(use_cache=False, case_sensitive=True)
        self._suffixes = tuple(suffixes)

    async def get_suggestion(self, value: str) -> str | None:
        """The first candidate, or None."""
        if not value:
            return None
        found = await asyncio.to_thread(candidates, value, self._suffixes)
        return found[0] if found and found[0] != value else None


class PathInput(SafeInput):
    """Tab completes as far as the names agree; a tab that adds nothing goes to the next field."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "complete", "Complete", id="path.complete", show=False)
    ]

    @dataclass
    class Candidates(Message):
        """Several names go on from here; `names` are their last parts, in order."""

        input: PathInput
        names: tuple[str, ...]

        @property
        def control(self) -> PathInput:
            """The input."""
            return self.input

    def __init__(
        self,
        value: str = "",
        *,
        suffixes: Iterable[str] = (),
        placeholder: str = "",
        id: str | None = None,
    ) -> None:
        """`suffixes` such as ".csv" are offered first."""
        super().__init__(
            value,
            placeholder=placeholder,
            suggester=PathSuggester(suffixes),
            select_on_focus=False,
            compact=True,
            id=id,
        )
        self._suffixes = tuple(suffixes)
        self._offered = ""
        self._begun = value
        """what stood there before anything was typed"""

    @property
    def path(self) -> Path:
        """The path that is meant."""
        return expand(self.value)

    def insert_text_at_cursor(self, text: str) -> None:
        """A path that begins anew, typed or pasted, takes the place of what stood there first."""
        if self._begun and text[:1] in {"/", "~"}:
            self.value = ""
        self._begun = ""
        super().insert_text_at_cursor(text)

    def watch_value(self, old: str, new: str) -> None:
        """What was changed by any other key is one's own."""
        if old and old != new:
            self._begun = ""

    async def action_complete(self) -> None:
        """Complete, offer what there is to choose from, or move on."""
        typed = self.value
        found = await asyncio.to_thread(candidates, typed, self._suffixes) if typed else []
        if self.value != typed:
            return  # typed on meanwhile
        common = os.path.commonprefix(found)  # noqa: RUF071 - by character is what completes
        if len(common) > len(typed):
            self.value = common
            self.cursor_position = len(common)
        elif len(found) > 1 and self._offered != typed:
            self._offered = typed
            names = tuple(_last_part(path) for path in found)
            self.post_message(self.Candidates(self, names))
        else:
            self.screen.focus_next()


def _last_part(path: str) -> str:
    base = os.path.basename(path.rstrip(os.sep))
    return base + os.sep if path.endswith(os.sep) else base
