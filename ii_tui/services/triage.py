"""Closeness triage: one person at a time, the ties that matter first, one key each.

A `Triage` is one sitting. It holds a short queue that is filled a window at a time, so that the
next person is there at once; what was said is written behind it, in order, by the writer thread.
Who was skipped is remembered: the next sitting begins where this one stopped.
"""

from __future__ import annotations

import json
from collections import deque
from dataclasses import dataclass, field
from datetime import timedelta

from ii_tui.core.models import TieRow
from ii_tui.core.stages import Closeness
from ii_tui.errors import Nothing, Usage
from ii_tui.services import editing, history
from ii_tui.services.desk import Desk
from ii_tui.services.remembering import recall, remember
from ii_tui.store import ties, undo
from ii_tui.store.contacts import Filter as Filter

WINDOW = 40
"""People read at a time."""
LOW = 12
"""With fewer in the queue the next window is read."""
RECENT = timedelta(days=90)
"""How long a touch keeps a tie among those that matter."""
_SKIPPED = "_triage_skipped"


@dataclass(slots=True, eq=False)
class Said:
    """What was said of one person, with what taking it back needs."""

    row: TieRow
    tie: Closeness | None
    """None for skipped"""
    change: int = 0
    """the change on the undo stack, once it is written"""

    @property
    def words(self) -> str:
        """What happened."""
        return f"{self.row.name}: {'skipped' if self.tie is None else self.tie.value}"


@dataclass(slots=True)
class Triage:
    """One sitting over the people that `wanted` lets through.

    `everyone` asks about those as well whose closeness was said. `fill` may raise Locked.
    """

    desk: Desk
    wanted: Filter = field(default_factory=Filter)
    everyone: bool = False
    left: int = 0
    """people still to be asked about, the one that is shown among them"""
    said: list[Said] = field(default_factory=list)
    """what was said in this sitting, the last one last"""
    skipped: set[int] = field(default_factory=set)
    """of this sitting and of earlier ones"""
    _queue: deque[TieRow] = field(default_factory=deque)
    _seen: set[int] = field(default_factory=set)
    _all_read: bool = False

    def begin(self) -> None:
        """Counts, and reads the first window."""
        self.skipped = set(json.loads(recall(self.desk, _SKIPPED) or "[]"))
        self._count()
        self.fill()

    def _count(self) -> None:
        gone = self.skipped | {one.row.id for one in self.said}
        with self.desk.reading() as db:
            self.left = ties.count(db, self.wanted, everyone=self.everyone, gone=gone)

    @property
    def current(self) -> TieRow | None:
        """Who is asked about now; None at the end."""
        return self._queue[0] if self._queue else None

    @property
    def ended(self) -> bool:
        """Whether nobody is left, as far as the database knows."""
        return self._all_read and not self._queue

    def fill(self) -> None:
        """Reads on where the queue runs low."""
        if self._all_read or len(self._queue) > LOW:
            return
        with self.desk.reading() as db:
            rows = ties.following(
                db,
                self.wanted,
                everyone=self.everyone,
                gone=self._seen | self.skipped,
                lately=self.desk.now() - RECENT,
                limit=WINDOW,
            )
        self._queue += rows
        self._seen |= {row.id for row in rows}
        self._all_read = len(rows) < WINDOW

    def answer(self, tie: Closeness | None) -> Said:
        """Says it of the current one (None skips) and goes on; `write` keeps it.

        Raises Nothing where nobody is left.
        """
        if not self._queue:
            raise Nothing("Nobody is left to sort.")
        said = Said(self._queue.popleft(), tie)
        self.said.append(said)
        self.left = max(0, self.left - 1)
        if tie is None:
            self.skipped.add(said.row.id)
        return said

    def back(self) -> Said:
        """The last one comes back to be asked about; `take_back` undoes what was written.

        Raises Nothing where nothing was said.
        """
        if not self.said:
            raise Nothing("Nothing was said yet in this sitting.")
        said = self.said.pop()
        self._queue.appendleft(said.row)
        self.skipped.discard(said.row.id)
        self.left += 1
        return said

    def failed(self, said: Said) -> None:
        """It could not be kept: they are asked about again."""
        if said in self.said:
            self.said.remove(said)
            self._queue.appendleft(said.row)
            self.left += 1

    def again(self) -> None:
        """Those who were skipped are asked about once more."""
        self.skipped.clear()
        self._seen = {one.row.id for one in self.said if one.tie is not None}
        self.said = [one for one in self.said if one.tie is not None]
        self._all_read = False
        self._count()
        self.fill()

    # On the writer thread

    def write(self, said: Said) -> None:
        """Keeps what was said."""
        if said.tie is not None:
            said.change = editing.sort_tie(self.desk, said.row.id, said.tie)[1]

    def take_back(self, said: Said) -> None:
        """Undoes what was written; where something came after it, the tie is set as it was."""
        if said.tie is None or not said.change:
            return
        with self.desk.reading() as db:
            top = undo.top(db)
        if top is not None and top.id == said.change:
            try:
                history.undo_last(self.desk, mine_only=True)
                return
            except Usage:
                pass  # another program's change lies on top since: ours is taken back by hand
        editing.set_closeness(self.desk, said.row.id, said.row.closeness)

    def leave(self) -> None:
        """Remembers who was skipped."""
        remember(self.desk, _SKIPPED, json.dumps(sorted(self.skipped)) if self.skipped else "")
