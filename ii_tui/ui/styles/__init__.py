"""Shared styling: the themes and the style sheets that the whole kit stands on."""

from __future__ import annotations

from pathlib import Path

_UI = Path(__file__).parent.parent

STYLES: tuple[Path, ...] = (
    _UI / "styles" / "base.tcss",
    _UI / "dialogs" / "base.tcss",
    _UI / "screens" / "today.tcss",
)
"""Loaded once by the app (`CSS_PATH = [*STYLES, ...]`): a screen's own sheet comes after these."""
