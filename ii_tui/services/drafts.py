"""The draft saver: what is typed is on disk 250 ms after the last key, at most 1 s apart.

It knows of every text that is not on disk yet, also of those that others save. It has a thread
and a connection of its own and needs no screen, so a frozen terminal or a busy writer cannot hold
it up. What could not be saved stays in memory and is tried again.
"""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Callable
from datetime import datetime
from typing import Any

from ii_tui.clock import Clock
from ii_tui.core.text import clean
from ii_tui.errors import IiError, Nothing
from ii_tui.lazy import dataclass
from ii_tui.store import messages
from ii_tui.store.database import Store
from ii_tui.store.driver import Db
from ii_tui.store.messages import Apart as Apart

QUIET_S = 0.25
LONGEST_S = 1.0
RETRY_S = 1.0


@dataclass(slots=True)
class Saved:
    """What became of the latest text of a slot."""

    at: datetime
    draft_id: int
    apart: Apart
    """why this text goes on as a draft of its own: another program changed, sent or threw away"""
    trouble: IiError | None = None


@dataclass(eq=False, slots=True)
class Slot:
    """One text on one screen. `draft_id` and `rev` belong to the saver's thread."""

    contact_id: int
    fixed: dict[str, Any]
    """columns of a new draft: kind, channel, interview, template, task"""
    draft_id: int | None = None
    rev: int = 0
    told: Callable[[Saved], None] = lambda saved: None
    """called on the saver's thread after each try"""
    pending: dict[str, Any] | None = None
    saving: dict[str, Any] | None = None
    """what is on its way to the database"""
    handed_out: dict[str, Any] | None = None
    """what `leftover` gave last"""
    first: float = 0.0
    last: float = 0.0
    retry: float = 0.0
    """not before; each slot has its own, so that one in trouble holds up no other"""
    busy: bool = False
    closed: bool = False


@dataclass(eq=False, slots=True)
class Held:
    """A text that is no draft, while it is on its way to the database."""

    text: dict[str, Any]
    stuck: bool = False
    """it could not be saved, and what is to become of it is being asked"""


class DraftSaver:
    """Saves slots; `flush` is for leaving, in a hurry or not."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._slots: list[Slot] = []
        self._held: list[Held] = []
        self._wake = threading.Condition()
        self._stop = False
        self._thread: threading.Thread | None = None

    def open(self, slot: Slot) -> Slot:
        """Takes a slot into care."""
        with self._wake:
            self._slots.append(slot)
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="drafts", daemon=True)
                self._thread.start()
        return slot

    def put(self, slot: Slot, **text: Any) -> None:
        """The latest text: subject, body, cursor, channel, overrides. Never blocks.

        What is not named here stays as it was put before.
        """
        now = time.monotonic()
        with self._wake:
            if slot.pending is None:
                slot.first = now
            slot.pending = (slot.pending or {}) | text
            slot.last = now
            self._wake.notify_all()

    def close(self, slot: Slot, timeout: float = 2.0) -> bool:
        """Saves what is pending and lets go of the slot; False when it could not be saved yet."""
        done = self.flush(timeout, slot)
        with self._wake:
            slot.closed = True
            if done:
                self._slots = [one for one in self._slots if one is not slot]
        return done

    def hold(self, kind: str, body: str) -> Held:
        """Answers for a text that another thread saves: until `let_go` it is not on disk."""
        held = Held({"kind": kind, "body": body})
        with self._wake:
            self._held.append(held)
        return held

    def stuck(self, held: Held, stuck: bool = True) -> None:
        """Says that a text could not be saved: nobody waits for it, and it is a leftover."""
        with self._wake:
            held.stuck = stuck
            self._wake.notify_all()

    def let_go(self, held: Held) -> None:
        """The text is on disk."""
        with self._wake:
            self._held = [one for one in self._held if one is not held]
            self._wake.notify_all()

    def flush(self, timeout: float = 2.0, slot: Slot | None = None) -> bool:
        """Saves at once what is pending; False when it did not work within `timeout` seconds."""
        end = time.monotonic() + timeout
        with self._wake:
            for one in self._slots:
                if one is slot or slot is None:
                    one.first = one.last = one.retry = float("-inf")
            self._wake.notify_all()
            while any(
                (one.pending is not None or one.busy)
                for one in self._slots
                if one is slot or slot is None
            ):
                left = end - time.monotonic()
                if left <= 0 or self._thread is None or not self._thread.is_alive():
                    return False
                self._wake.wait(left)
            if slot is None:
                self._wake.wait_for(
                    lambda: all(one.stuck for one in self._held), max(0.0, end - time.monotonic())
                )
                return not self._held
        return True

    def leftover(self) -> list[dict[str, Any]]:
        """The texts that are not on disk, each once: for a last resort when the program ends."""
        found = []
        with self._wake:
            for slot in self._slots:
                text = (slot.saving or {}) | (slot.pending or {})
                if text and text != slot.handed_out:
                    slot.handed_out = text
                    found.append(slot.fixed | text)
            found += [one.text for one in self._held]
            self._held.clear()
        return found

    def stop(self, timeout: float = 2.0) -> bool:
        """Saves everything and ends the thread; whether everything was saved."""
        done = self.flush(timeout)
        with self._wake:
            self._stop = True
            self._wake.notify_all()
            thread = self._thread
        if thread is not None:
            thread.join(timeout)
        return done

    def _due(self) -> tuple[Slot | None, float | None]:
        """The slot to save now, or how long to wait for one."""
        now, wait = time.monotonic(), None
        for slot in self._slots:
            if slot.pending is None:
                continue
            at = max(min(slot.last + QUIET_S, slot.first + LONGEST_S), slot.retry)
            if at <= now:
                return slot, None
            wait = at - now if wait is None else min(wait, at - now)
        return None, wait

    def _run(self) -> None:
        db = self._store.another()
        try:
            while True:
                with self._wake:
                    slot, wait = self._due()
                    while slot is None:
                        if self._stop:
                            return
                        self._wake.wait(wait)
                        slot, wait = self._due()
                    text, slot.pending, slot.busy = slot.pending, None, True
                    slot.saving = text
                saved = self._save(db, slot, text or {})
                with self._wake:
                    slot.busy, slot.saving = False, None
                    if saved.trouble is not None:
                        slot.pending = (text or {}) | (slot.pending or {})
                        slot.retry = time.monotonic() + RETRY_S
                        if self._stop:
                            return
                    elif slot.closed and slot.pending is None:
                        self._slots = [one for one in self._slots if one is not slot]
                    self._wake.notify_all()
                # A screen that is gone by now must not end the saving of other texts.
                with contextlib.suppress(Exception):
                    slot.told(saved)
        finally:
            if not db.is_closed():
                db.close()

    def _save(self, db: Db, slot: Slot, text: dict[str, Any]) -> Saved:
        now = self._clock.now()
        try:
            with self._store.quiet(db):
                draft_id, rev, apart = _write(db, slot, now, text)
        except IiError as error:
            return Saved(now, slot.draft_id or 0, "", error)
        except Exception as error:  # noqa: BLE001  # a bug here must not end all saving
            trouble = IiError("This text could not be saved yet.", hint="It is kept here.")
            trouble.__cause__ = error
            return Saved(now, slot.draft_id or 0, "", trouble)
        # Only now, for what was rolled back is not there.
        slot.draft_id, slot.rev = draft_id, rev
        return Saved(now, draft_id, apart)


def _write(db: Db, slot: Slot, now: datetime, text: dict[str, Any]) -> tuple[int, int, Apart]:
    """Saves the text; returns (draft id, rev, apart)."""
    # The database takes no lone surrogate, which a terminal may well send.
    safe = {key: clean(value) if isinstance(value, str) else value for key, value in text.items()}
    if slot.draft_id is not None:
        try:
            return messages.save_draft(db, slot.draft_id, slot.rev, now, **safe)
        except Nothing:
            pass  # thrown away in another window while it was typed here: keep the text
    apart: Apart = "" if slot.draft_id is None else "gone"
    return messages.add_draft(db, slot.contact_id, now, **(slot.fixed | safe)), 1, apart
