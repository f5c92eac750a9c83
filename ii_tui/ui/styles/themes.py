"""Our themes: three weights of text, one accent, one warm colour, one red.

Every colour is one of the 256 that a terminal has without truecolor (ssh forwards no COLORTERM),
so a person sees the same picture with and without it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from textual.app import App
from textual.theme import BUILTIN_THEMES, Theme

from ii_tui.ui.terminal import plain_theme_needed

DARK = "ii-dark"
LIGHT = "ii-light"
ANSI_DARK = "ansi-dark"
ANSI_LIGHT = "ansi-light"

_DARK_VARIABLES = {
    "ii-bright": "#eeeeee",
    "ii-bright-style": "none",
    "ii-dim": "#8a8a8a",
    "ii-dim-style": "none",
    "ii-rule": "#444444",
    "ii-current": "#444444",
    "ii-current-style": "bold",
    "ii-accent": "#87d7ff",
    "ii-due": "#ffaf5f",
    "ii-blocked": "#ff5f5f",
    "ii-unread": "#87d7ff",
    "ii-done": "#87af5f",
    "ii-cursor": "#005f87",
    "ii-cursor-text": "#ffffff",
    "ii-cursor-dim": "#afd7ff",
    "ii-cursor-style": "none",
    "ii-cursor-off": "#303030",
    "ii-cursor-off-style": "none",
    "ii-sheet": "#262626",
    "ii-field": "#3a3a3a",
}

_LIGHT_VARIABLES = {
    "ii-bright": "#000000",
    "ii-bright-style": "none",
    "ii-dim": "#6c6c6c",
    "ii-dim-style": "none",
    "ii-rule": "#c6c6c6",
    "ii-current": "#d0d0d0",
    "ii-current-style": "bold",
    "ii-accent": "#005faf",
    "ii-due": "#af5f00",
    "ii-blocked": "#af0000",
    "ii-unread": "#005faf",
    "ii-done": "#5f8700",
    "ii-cursor": "#afd7ff",
    "ii-cursor-text": "#000000",
    "ii-cursor-dim": "#3a3a3a",
    "ii-cursor-style": "none",
    "ii-cursor-off": "#e4e4e4",
    "ii-cursor-off-style": "none",
    "ii-sheet": "#e4e4e4",
    "ii-field": "#ffffff",
}

_ANSI_VARIABLES = {
    # Bold, dim and reverse carry the weights here, so the picture also holds without any colour.
    "ii-bright": "ansi_default",
    "ii-bright-style": "bold",
    "ii-dim": "ansi_default",
    "ii-dim-style": "dim",
    "ii-rule": "ansi_bright_black",
    "ii-current": "ansi_default",
    "ii-current-style": "bold reverse",
    "ii-accent": "ansi_cyan",
    "ii-due": "ansi_yellow",
    "ii-blocked": "ansi_red",
    "ii-unread": "ansi_cyan",
    "ii-done": "ansi_green",
    "ii-cursor": "ansi_default",
    "ii-cursor-text": "ansi_default",
    "ii-cursor-dim": "ansi_default",
    "ii-cursor-style": "reverse",
    "ii-cursor-off": "ansi_default",
    "ii-cursor-off-style": "bold",
    "ii-sheet": "ansi_default",
    "ii-field": "ansi_default",
}

_II_DARK = Theme(
    name=DARK,
    primary="#87d7ff",
    secondary="#5f87af",
    accent="#87d7ff",
    warning="#ffaf5f",
    error="#ff5f5f",
    success="#87af5f",
    foreground="#c6c6c6",
    background="#121212",
    surface="#121212",
    panel="#262626",
    dark=True,
    variables={
        **_DARK_VARIABLES,
        "input-cursor-background": "#eeeeee",
        "input-cursor-foreground": "#121212",
        "input-cursor-text-style": "none",
        "input-selection-background": "#005f87",
        "text-disabled": "#8a8a8a",
    },
)

_II_LIGHT = Theme(
    name=LIGHT,
    primary="#005faf",
    secondary="#5f87af",
    accent="#005faf",
    warning="#af5f00",
    error="#af0000",
    success="#5f8700",
    foreground="#303030",
    background="#ffffff",
    surface="#ffffff",
    panel="#e4e4e4",
    dark=False,
    variables={
        **_LIGHT_VARIABLES,
        "input-cursor-background": "#000000",
        "input-cursor-foreground": "#ffffff",
        "input-cursor-text-style": "none",
        "input-selection-background": "#afd7ff",
        "text-disabled": "#6c6c6c",
    },
)


def _ansi(name: str) -> Theme:
    """Textual's theme of the terminal's own 16 colours, with our variables added."""
    theme = BUILTIN_THEMES[name]
    variables = {
        **theme.variables,
        **_ANSI_VARIABLES,
        # A reversed block is the one text cursor that shows on every palette.
        "input-cursor-background": "ansi_default",
        "input-cursor-foreground": "ansi_default",
        "input-cursor-text-style": "reverse",
    }
    return replace(theme, variables=variables)


THEMES: tuple[Theme, ...] = (_II_DARK, _II_LIGHT, _ansi(ANSI_DARK), _ansi(ANSI_LIGHT))
"""The themes that `[ui] theme` may name, the default first."""


def variable_defaults() -> dict[str, str]:
    """What our styles need when a theme that is not ours is chosen.

    `App.get_theme_variable_defaults` returns it.
    """
    return dict(_DARK_VARIABLES)


def register(app: App[Any]) -> None:
    """Make our themes known to the app; it then sets `app.theme`."""
    for theme in THEMES:
        app.register_theme(theme)


def problems(chosen: str) -> tuple[str, ...]:
    """What is wrong with `[ui] theme`, in sentences."""
    known = [theme.name for theme in THEMES]
    if not chosen or chosen in known:
        return ()
    return (f"[ui] theme is {chosen!r}, but must be one of {', '.join(known)}.",)


def best_theme(chosen: str, environ: Mapping[str, str]) -> str:
    """The theme to start with: `chosen` (dark when it is none of ours), or its ansi twin.

    NO_COLOR and terminals of 16 colours or fewer get the ansi theme of the same brightness.
    """
    name = chosen if chosen in {theme.name for theme in THEMES} else DARK
    if plain_theme_needed(environ):
        return ANSI_LIGHT if name in {LIGHT, ANSI_LIGHT} else ANSI_DARK
    return name
