"""The words of a meeting's line that are not its time: length, format, treat, zone, place."""

from __future__ import annotations

import re

from ii_tui.core.formats import REMOTE
from ii_tui.core.zones import ABBREVIATIONS, AREAS, find_zone, zone_named

_FORMATS = {
    "coffee": "coffee", "lunch": "lunch", "office": "office", "video": "video", "call": "call",
    "phone": "call", "zoom": "video", "teams": "video", "videocall": "video",
}  # fmt: skip
"""What people type for the five formats."""

_LENGTH = re.compile(r"(?:(\d{1,2}(?:\.5)?)h)?(?:(\d{1,3})(?:m|min|mins)?)?")
_LENGTH_UNITS = {
    "m": 1, "min": 1, "mins": 1, "minute": 1, "minutes": 1,
    "h": 60, "hr": 60, "hrs": 60, "hour": 60, "hours": 60,
}  # fmt: skip


class Rest:
    """The words of the line that are not the time, taken one meaning after the other."""

    def __init__(self, typed: list[str], low: list[str]) -> None:
        self.typed = typed
        self.low = low

    def take(self, start: int, end: int) -> str:
        """The words from `start` to `end`, no longer among the rest."""
        taken = " ".join(self.typed[start:end])
        del self.typed[start:end], self.low[start:end]
        return taken

    def minutes(self) -> int | None:
        """The length: 45m, 45 min, 1h, 1h30, 1.5h, "half an hour", with "for" before it."""
        for at, word in enumerate(self.low):
            found, used = None, 1
            glued = _LENGTH.fullmatch(word)
            after = self.low[at + 1] if at + 1 < len(self.low) else ""
            if self.low[at : at + 3] == ["half", "an", "hour"]:
                found, used = 30.0, 3
            elif glued and not word.isdigit():
                found = float(glued[1] or 0) * 60 + int(glued[2] or 0)
            elif re.fullmatch(r"\d{1,3}|an?", word) and after in _LENGTH_UNITS:
                found, used = float(word if word.isdigit() else 1) * _LENGTH_UNITS[after], 2
            if found is None:
                continue
            self.take(at - (at > 0 and self.low[at - 1] == "for"), at + used)
            return int(found)
        return None

    def format(self) -> str | None:
        """The format: as the first word, else the last, else any.

        A capital further on is a name, "Blue Bottle Coffee", that says the format and stays.
        """
        size = len(self.low)
        for at in [*range(min(1, size)), *range(size - 1, 0, -1)]:
            found = _FORMATS.get(self.low[at])
            if not found:
                continue
            if at and self.typed[at][0].isupper():
                return found
            owned = at > 0 and self.low[at - 1] in {"their", "her", "his", "the"}
            start = at - (found == "office" and owned)
            self.take(start, at + 1)
            return self._second_word(found, start) if found in REMOTE else found
        return None

    def _second_word(self, found: str, at: int) -> str:
        """Takes the other half of "video call" and "phone call"; what it says beside call wins."""
        for near in (at, at - 1):
            other = _FORMATS.get(self.low[near]) if 0 <= near < len(self.low) else None
            if other in REMOTE and "call" in (found, other):
                self.take(near, near + 1)
                return other if found == "call" else found
        return found

    def treat(self) -> bool:
        """The offer to treat, where it stands first or last; never a bakery's name."""
        phrases = (["my", "treat"], ["i", "treat"], ["on", "me"], ["treat"], ["treating"])
        for phrase in phrases:
            size = len(phrase)
            for start in (0, len(self.low) - size):
                if start >= 0 and self.low[start : start + size] == phrase:
                    negated = start > 0 and self.low[start - 1] in {"no", "not"}
                    self.take(start - negated, start + size)
                    return not negated
        return False

    def zone(self) -> str | None:
        """The zone: a name with a slash, a city first ("3pm Chicago call"), "Chicago time".

        Raises Usage for EST and its like right after the time or at the end, and for a slip in a
        name with a slash.
        """
        for at, word in enumerate(self.typed):
            name = word.rstrip(",;")
            if "/" in name and (name.split("/")[0] in AREAS or find_zone(name)):
                self.take(at, at + 1)
                return zone_named(name)
        for at in {0, len(self.typed) - 1} if self.typed else ():
            name = self.typed[at].rstrip(",;")
            season = re.fullmatch(r"[a-z]{1,2}[sd]t", self.low[at])
            if name.upper() in ABBREVIATIONS and (season or (at == 0 and name.isupper())):
                zone_named(name)
        if self.low[:1] == ["utc"]:
            return zone_named(self.take(0, 1))
        for at, size, found in self.cities():
            after = self.low[at + size] if at + size < len(self.low) else ""
            named = after == "time"
            if named or (at == 0 and (not after or after in _FORMATS or "://" in after)):
                self.take(at - self._after_in(at), at + size + named)
                return found
            if self._after_in(at) and not after:
                if at == 1:
                    self.take(0, 1 + size)
                return found  # "Corner Cafe in Chicago" is a place as well
        return None

    def zone_of_call(self) -> str | None:
        """The zone of the first city: in a call nobody travels, so it can be nothing else."""
        for at, size, found in self.cities():
            self.take(at - self._after_in(at), at + size)
            return found
        return None

    def _after_in(self, at: int) -> bool:
        return at > 0 and self.low[at - 1] == "in"

    def cities(self) -> list[tuple[int, int, str]]:
        """Where cities stand: (first word, how many words, zone), the longer name before."""
        found = []
        for at in range(len(self.low)):
            for size in (3, 2, 1):
                words = self.low[at : at + size]
                name = " ".join(words)
                # Two letters and lower case words are more often something else ("la", "nice").
                if len(words) < size or len(name) < 4 or "/" in name:
                    continue
                zone = find_zone(name)
                if zone and (at == 0 or self.typed[at][0].isupper()):
                    found.append((at, size, zone))
                    break
        return found

    def place(self) -> str:
        """What is left, without the little word before it."""
        while self.low and self.low[0] in {"at", "in", "@", "-", ",", "on"}:
            self.take(0, 1)
        return " ".join(self.typed).strip(" ,;")
