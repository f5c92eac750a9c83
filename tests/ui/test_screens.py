"""What holds for every screen and sheet there is."""

from __future__ import annotations

import importlib
import pkgutil

from textual.screen import Screen

import ii_tui.ui.dialogs
import ii_tui.ui.screens


def test_a_style_of_every_screen_reaches_every_screen() -> None:
    for package in (ii_tui.ui.screens, ii_tui.ui.dialogs):
        for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
            importlib.import_module(module.name)
    found, ours = [Screen], []
    while found:
        one = found.pop()
        found += one.__subclasses__()
        if one.__module__.startswith("ii_tui."):
            ours.append(one)
    assert len(ours) > 40
    assert [one.__name__ for one in ours if "Screen" not in one._css_type_names] == []
