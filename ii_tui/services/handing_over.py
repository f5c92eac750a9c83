"""A finished text leaves: to the clipboard, to paper, to a file; and then, was it sent?"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from ii_tui.core.checks import blocks
from ii_tui.core.finding import Finding
from ii_tui.core.kinds import LEADS_TO, TO_INTRODUCER, Kind
from ii_tui.core.models import DraftRow
from ii_tui.core.stages import EventKind, Stage
from ii_tui.core.text import clean
from ii_tui.errors import Nothing, Stale, Usage
from ii_tui.paths import named
from ii_tui.services import touches
from ii_tui.services.desk import Desk
from ii_tui.services.touches import Touch
from ii_tui.store import contacts, messages
from ii_tui.store.driver import Db

if TYPE_CHECKING:
    from ii_tui.delivery.clipboard import Copied

Standing = Literal["draft", "copied", "sent", "gone"]
"""What has become of a text: being written, handed over, said to be sent, thrown away."""


def copy(text: str, environ: Mapping[str, str], send: Callable[[str], None] | None) -> Copied:
    """Sends the text to the clipboard of the person's own machine; what can be said of that.

    `send` writes a sequence to the terminal. Runs programs that may take seconds: for a thread.
    """
    from ii_tui.delivery import clipboard

    return clipboard.copy(clean(text), environ, send)


def place_for(path: Path, name: str) -> Path:
    """Where a file goes when a person names `path`: into it under `name` where it is a folder."""
    return path / name if os.path.isdir(path) else path


def write_text_file(path: Path, text: str) -> Path:
    """Writes the text to a new file that only I can read; returns its whole path.

    Raises IiError when something is there already, or the file cannot be written.
    """
    from ii_tui.atomic import write_private

    whole = named(path).absolute()
    written = clean(text)
    end = "" if written.endswith("\n") else "\n"
    write_private(whole, f"{written}{end}".encode(), replace=False)
    return whole


def refuse_blocks(found: tuple[Finding, ...]) -> None:
    """Raises Usage that names the first block: nothing that is blocked leaves this program."""
    stopping = blocks(found)
    if stopping:
        more = f" (and {len(stopping) - 1} more)" if len(stopping) > 1 else ""
        raise Usage(f"{stopping[0].why}{more}", title="Blocked", code="blocked")


def draft(desk: Desk, draft_id: int) -> DraftRow:
    """The draft as it is kept now; raises Nothing when it was thrown away."""
    with desk.reading() as db:
        found = messages.draft(db, draft_id)
    if found is None:
        raise Nothing("That draft is not there any more.")
    return found


def standing(desk: Desk, draft_id: int) -> Standing:
    """What has become of the draft."""
    with desk.reading() as db:
        found = messages.draft(db, draft_id)
        if found is None:
            return "gone"
        if messages.is_sent(db, found.uid):
            return "sent"
    return "draft" if found.copied is None else "copied"


def refuse_blocked(desk: Desk, draft_id: int) -> None:
    """Raises Usage where whom the draft is for must not be contacted, as the database knows it now.

    A composer that was open before they were marked, here or elsewhere, hands nothing over.
    """
    with desk.reading() as db:
        _refuse_blocked(db, messages.draft(db, draft_id))


def _refuse_blocked(db: Db, draft: DraftRow | None) -> None:
    if draft is None:
        return
    whom = [draft.person_id]
    if draft.target_id is not None and draft.kind in LEADS_TO:
        whom.append(draft.target_id)
    for person in whom:
        if contacts.is_blocked(db, person):
            raise Usage(
                f"{contacts.name(db, person)} is marked as do not contact.",
                title="Blocked",
                hint="! on their page takes it back.",
                code="blocked",
            )


def handed_over(desk: Desk, draft_id: int) -> None:
    """Keeps that the text was copied or printed; Today asks "sent?" until the person says."""
    with desk.store.quiet() as db:
        _refuse_blocked(db, messages.draft(db, draft_id))
        messages.mark_copied(db, draft_id, desk.now())


def not_sent(desk: Desk, draft_id: int) -> str:
    """It was not sent after all: it is a draft again."""
    with desk.store.quiet() as db:
        messages.mark_copied(db, draft_id, None)
    return "It stays a draft."


def throw_away(desk: Desk, draft_id: int, rev: int | None = None) -> str:
    """Throws a draft away, for good; raises Stale when another window wrote on since `rev`."""
    with desk.store.quiet() as db:
        _as_read(messages.draft(db, draft_id), rev)
        messages.delete_draft(db, draft_id)
    return "Thrown away."


def _as_read(draft: DraftRow | None, rev: int | None) -> None:
    if draft is not None and rev not in (None, draft.rev):
        raise Stale("Another window wrote on in this text.", hint="It is kept: look at it first.")


def stage_after(desk: Desk, draft: DraftRow) -> Stage | None:
    """Where saying "sent" would move the interview."""
    person = draft.person_id
    if draft.target_id is not None and draft.kind in TO_INTRODUCER:
        if draft.kind != Kind.INTRO_REQUEST:
            return None
        person = draft.target_id
    return touches.next_stage(desk, person, _touch(draft))


def sent(
    desk: Desk,
    draft_id: int,
    *,
    at: datetime | None = None,
    move: bool = True,
    rev: int | None = None,
) -> str:
    """The text went out (a card: was posted): logged, moved forward, and what follows planned.

    Returns what happened, in words. Raises Nothing when it was said already, and Stale when it is
    not the text any more that was read at `rev`.
    """
    with desk.act("Sent", at=at) as act:
        draft = messages.draft(act.db, draft_id)
        if draft is None:
            raise Nothing("That draft is not there any more.")
        if messages.is_sent(act.db, draft.uid):
            raise Nothing("That is marked as sent already.")
        _as_read(draft, rev)
        went = {
            "uid": draft.uid,
            "kind": draft.kind,
            "channel": draft.channel,
            "subject": draft.subject,
            "body": draft.body,
            "overrides": draft.overrides,
        }
        if draft.target_id is not None and draft.kind in TO_INTRODUCER:
            touches.log_to_introducer(
                act, draft.person_id, draft.target_id, _touch(draft), went, move=move
            )
        else:
            touches.log_within(act, draft.person_id, _touch(draft), move=move, went=went)
        return act.name


def _touch(draft: DraftRow) -> Touch:
    card = draft.kind == Kind.THANK_YOU_CARD.value
    return Touch(
        EventKind.POSTED if card else EventKind.SENT,
        message_kind=draft.kind,
        channel=draft.channel,
    )
