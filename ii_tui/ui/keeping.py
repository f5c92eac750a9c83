"""One text on a screen and its draft: what was typed goes to the saver, what became of it is told.

A template that nobody touched is no draft: `put` is first called when the text was changed.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from datetime import datetime

from ii_tui.errors import IiError
from ii_tui.services.composing import Composition
from ii_tui.services.drafts import DraftSaver, Saved, Slot


class DraftKeeper:
    """The slot of one composition. `told` is called on the saver's thread."""

    def __init__(
        self, saver: DraftSaver, composition: Composition, told: Callable[[Saved], None]
    ) -> None:
        draft = composition.draft
        self._saver = saver
        self._slot = saver.open(
            Slot(
                composition.page.id,
                composition.fixed,
                None if draft is None else draft.id,
                0 if draft is None else draft.rev,
                told,
            )
        )
        self.dirty = False
        """something was put that has not been told to be saved"""
        self.saved_at: datetime | None = None if draft is None else draft.updated
        self.trouble: IiError | None = None

    @property
    def draft_id(self) -> int | None:
        """The draft's id once there is one."""
        return self._slot.draft_id

    @property
    def is_draft(self) -> bool:
        """Whether there is a draft, or will be in a moment."""
        return self._slot.draft_id is not None or self.dirty

    @property
    def at_rest(self) -> tuple[int, int] | None:
        """The draft's id and rev, while all that was typed is on disk; else None."""
        slot = self._slot
        if slot.draft_id is None or slot.pending is not None or slot.busy:
            return None
        return slot.draft_id, slot.rev

    def put(
        self, composition: Composition, subject: str, body: str, cursor: int, template: str
    ) -> None:
        """The text as it stands; it is on disk within a second. Never blocks."""
        self.dirty = True
        overrides = dict(composition.overrides or {})
        self._saver.put(
            self._slot,
            subject=subject,
            body=body,
            cursor=cursor,
            channel=composition.channel.value,
            template=template,
            overrides=json.dumps(overrides, sort_keys=True) if overrides else "",
        )

    def told(self, saved: Saved) -> None:
        """Keeps what became of the text; on the event loop."""
        self.trouble = saved.trouble
        if saved.trouble is None:
            self.saved_at = saved.at
            self.dirty = self._slot.pending is not None

    async def flush(self) -> bool:
        """Saves at once; False when it could not be done yet."""
        return await asyncio.to_thread(self._saver.flush, 2.0, self._slot)

    async def close(self) -> bool:
        """Saves and lets go; False when the text is not on disk yet: the saver goes on trying."""
        return await asyncio.to_thread(self._saver.close, self._slot)

    def let_go(self) -> None:
        """For a screen that was taken away: the saver finishes by itself."""
        self._saver.close(self._slot, timeout=0)
