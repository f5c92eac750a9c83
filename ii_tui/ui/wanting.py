"""How much one wants to be at a company: the keys of the list and of the company's page."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast

from ii_tui.core.models import CompanyRow

if TYPE_CHECKING:
    from ii_tui.ui.screens.place import Framed


class Wanting:
    """Mixed into screens that show companies; no node itself, as `Acting` is none."""

    def wanted_row(self) -> CompanyRow | None:
        """The company under the cursor, as it is drawn."""
        raise NotImplementedError

    async def action_target(self) -> None:
        """Marks as a target, or takes that back."""
        from ii_tui.services import browsing
        from ii_tui.services.seen import Seen

        if (row := self.wanted_row()) is not None:
            desk, on = self._screen.house.desk, not row.target
            seen = Seen(row.target)
            await self._change(lambda: browsing.set_target(desk, row.id, on, seen=seen))

    async def action_motivation(self, by: int) -> None:
        """More or less motivation."""
        from ii_tui.services import browsing
        from ii_tui.services.seen import Seen

        if (row := self.wanted_row()) is not None:
            desk, seen = self._screen.house.desk, Seen(row.motivation)
            await self._change(lambda: browsing.nudge_motivation(desk, row.id, by, seen=seen))

    async def _change(self, work: Callable[[], Any]) -> None:
        """What another window was quicker with is drawn, beside the words that say so."""
        if await self._screen.house.do(work) is None:
            self._screen.redraw()

    @property
    def _screen(self) -> Framed:
        return cast("Framed", self)
