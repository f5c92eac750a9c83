"""Styles without the work that Textual does twice before anything is seen."""

from __future__ import annotations

from typing import Any

from textual.app import App, ReturnType
from textual.css.styles import RenderStyles
from textual.dom import DOMNode
from textual.screen import Screen
from textual.widget import Widget


class StyledApp(App[ReturnType]):
    """Every sheet is parsed once, for the theme that is seen first."""

    def begin_with(self, theme: str) -> None:
        """The theme of the first frame; one that changes later has every sheet parsed again."""
        self.set_reactive(App.theme, theme)
        self.stylesheet.set_variables(self.get_css_variables())
        self._refresh_truecolor_filter(self.ansi_theme)

    def _load_screen_css(self, screen: Screen[Any]) -> None:
        """A screen that was never seen has no styles that could be old.

        Textual thinks so, and parses every sheet anew for the first visit to each place: a
        twentieth of the start.
        """
        super()._load_screen_css(screen)
        if screen._css_update_count < 0:
            screen._css_update_count = self._css_update_count


class LateLooks(Widget):
    """Looks (component classes) are worked out when they are first drawn."""

    _used: frozenset[str] = frozenset()

    def _get_component_classes(self) -> frozenset[str]:  # type: ignore[override]  # only read
        """Only the looks that were drawn so far.

        Textual would work out all sixteen for every line of the frame, twice before it is first
        seen: a twentieth of the start.
        """
        return self._used

    def get_component_styles(self, *names: str) -> RenderStyles:
        """Works out a look when it is first drawn; from then on Textual keeps it up to date."""
        for name in names:
            if name not in self._component_styles and name in self.COMPONENT_CLASSES:
                part = DOMNode(classes=name)
                part._attach(self)
                self.app.stylesheet.apply(part, animate=False)
                self._component_styles[name] = part.styles
                self._used |= {name}
        return super().get_component_styles(*names)


def know_room(screen: Screen[Any], rooms: list[tuple[int, str]]) -> None:
    """Gives a screen that is being composed the breakpoint classes of its width at once.

    Told of it later, it would have the styles of every widget made a second time.
    """
    screen.add_class(*screen._get_breakpoint_classes(screen.app.size.width, rooms))
