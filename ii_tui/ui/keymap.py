"""Which key does what: the defaults, and what `[keys]` and `[ui] keys_preset` make of them."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import field

from textual.binding import Binding
from textual.keys import KEY_NAME_REPLACEMENTS, Keys

from ii_tui.lazy import dataclass
from ii_tui.ui.commands import BY_ID, COMMANDS, PLACES, Command, no_key, of

PRESETS: Mapping[str, Mapping[str, str]] = {
    "default": {},
    # For hands that do not know vi: a letter typed by mistake moves nothing.
    "arrows": {
        "cursor.down": "down",
        "cursor.up": "up",
        "cursor.left": "left",
        "cursor.right": "right",
        "cursor.top": "",
        "cursor.last": "end",
    },
}
"""`[ui] keys_preset`: what `[keys]` then changes further"""

EVERYWHERE = frozenset({"app", "go", "cursor"})
"""scopes that work on every screen that is no text"""

_WRITTEN = {
    "colon": ":",
    "question_mark": "?",
    "greater_than_sign": ">",
    "less_than_sign": "<",
    "exclamation_mark": "!",
    "slash": "/",
    "plus": "+",
    "minus": "-",
    "escape": "esc",
    "pagedown": "pgdn",
    "pageup": "pgup",
}

_NAMED = frozenset({*(key.value for key in Keys), *KEY_NAME_REPLACEMENTS.values()})

_BESIDE_ITSELF = {
    "ctrl+m": "enter",
    "ctrl+i": "tab",
    "ctrl+h": "backspace",
    "ctrl+left_square_bracket": "escape",
    "left_square_bracket": "a late arrow key",
    "right_square_bracket": "a late answer of the terminal",
    "O": "a late arrow key",
}
"""keys that cannot be told from something else, and from what"""


def written(key: str) -> str:
    """A key as a person reads it: "L", ":", "ctrl+s"."""
    return _WRITTEN.get(key, key)


@dataclass(frozen=True, slots=True)
class Keymap:
    """The keys that are bound now."""

    changed: Mapping[str, str] = field(default_factory=dict)
    """command id: "key,key", where it is not the default; as Textual names keys; "" for none"""
    problems: tuple[str, ...] = ()
    """what of the settings could not be followed, in sentences"""

    def of(self, name: str) -> tuple[str, ...]:
        """The keys of a command, by its id, as Textual names them; none where it has none."""
        keys = self.changed.get(name, BY_ID[name].keys)
        return tuple(keys.split(",")) if keys else ()

    def bound(self) -> dict[str, str]:
        """What Textual's `set_keymap` is told."""
        return {name: keys or no_key(name) for name, keys in self.changed.items()}

    def written(self, name: str) -> str:
        """The first key of a command as a person reads it; empty where it has none."""
        return next((written(key) for key in self.of(name)), "")


def read(keys: Mapping[str, str], preset: str = "default") -> Keymap:
    """The keys that the settings ask for.

    What cannot be followed is left as it was and named: an unknown id with the closest one, a key
    that no terminal sends as itself, two commands that work on one screen on one key.
    """
    problems: list[str] = []
    if preset not in PRESETS:
        problems.append(f"[ui] keys_preset is {preset!r}, but must be one of {', '.join(PRESETS)}.")
    wanted: dict[str, str] = {}
    for name, value in keys.items():
        if name not in BY_ID:
            problems.append(_unknown(name))
        elif (found := _keys(name, value, problems)) is not None:
            wanted[name] = found
    base = PRESETS.get(preset, {})
    while clash := _clash(wanted, {**base, **wanted}):
        name, other, key = clash
        problems.append(f"[keys] {name} wants {written(key)}, which is {other}'s; left as it was.")
        del wanted[name]
    return Keymap({**base, **wanted}, tuple(problems))


def _unknown(name: str) -> str:
    import difflib

    near = difflib.get_close_matches(name, BY_ID, 1)
    hint = f"Did you mean {near[0]}?" if near else "`ii-tui keys` lists them."
    return f"[keys] {name} is not a command. {hint}"


def _keys(name: str, value: str, problems: list[str]) -> str | None:
    """The keys of one setting as Textual names them; None where one of them cannot be used."""
    found: list[str] = []
    for part in value.split(","):
        if not part.strip():
            continue
        key = _key(part.strip())
        if not key:
            problems.append(f"[keys] {name}: {part.strip()} is not a key; left as it was.")
        elif key.startswith("alt+"):
            problems.append(f"[keys] {name}: {key} may arrive as esc and a letter; left as it was.")
        elif like := _BESIDE_ITSELF.get(key):
            problems.append(
                f"[keys] {name}: {part.strip()} cannot be told from {like}; left as it was."
            )
        else:
            found.append(key)
            continue
        return None
    return ",".join(found)


def _key(text: str) -> str:
    """A key as Textual names it, from its name or from the character itself; empty for neither."""
    held, _, last = text.rpartition("+")
    if text.endswith("+"):
        held, last = text[:-1].rstrip("+"), "+"
    modifiers = sorted(held.split("+")) if held else []
    if not {*modifiers} <= {"alt", "ctrl", "shift"}:
        return ""
    if modifiers == ["shift"] and len(last) == 1:
        modifiers, last = [], last.upper()
    name = _character(last) if len(last) == 1 else last.lower()
    return "+".join([*modifiers, name]) if len(last) == 1 or _is_named(name) else ""


def _character(character: str) -> str:
    binding = next(iter(Binding.make_bindings([Binding(character, "", "")])))
    return binding.key


def _is_named(name: str) -> bool:
    if name in _NAMED:
        return True
    try:
        unicodedata.lookup(name.replace("_", " "))
    except KeyError:
        return False
    return True


def _clash(wanted: Mapping[str, str], bound: Mapping[str, str]) -> tuple[str, str, str] | None:
    """The first wanted command whose key another one has on a screen of both: both and the key."""
    for name in wanted:
        mine = {*bound[name].split(",")} - {""}
        for other in COMMANDS:
            shared = mine & set(bound.get(other.id, other.keys).split(","))
            if other.id != name and shared and _meet(BY_ID[name], other):
                return name, other.id, min(shared)
    return None


def _meet(one: Command, other: Command) -> bool:
    """Whether two commands work on one screen."""
    return bool(_places(one) & _places(other))


def _places(command: Command) -> frozenset[str]:
    if command.scope in EVERYWHERE:
        return frozenset(PLACES)
    return frozenset(place for place, scopes in PLACES.items() if command in of(*scopes))
