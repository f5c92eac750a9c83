"""Lines to read beside a list: no cursor stands there."""

from __future__ import annotations

from collections.abc import Iterable

from ii_tui.ui.widgets.lines import Item, Lines


class Reading(Lines, can_focus=False):
    """Lines of which nothing is chosen; what is shown begins at the top."""

    def read(self, items: Iterable[Item]) -> None:
        """Shows the items, without their keys, from the top."""
        self.show(Item(None, item.rows) for item in items)
        self.scroll_to(y=0, animate=False, force=True, immediate=True)
