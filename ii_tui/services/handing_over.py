"""A finished text leaves: to the clipboard, to paper, to a file; and then, was it sent?"""

from __future__ import annotations

from datetime import datetime

from ii_tui.core.checks import blocks
from ii_tui.core.finding import Finding
from ii_tui.core.kinds import Kind
from ii_tui.core.models import DraftRow
from ii_tui.core.stages import EventKind, Stage
from ii_tui.errors import Nothing, Usage
from ii_tui.services import interviews
from ii_tui.services.desk import Desk
from ii_tui.services.interviews import Touch
from ii_tui.store import messages


def refuse_blocks(found: tuple[Finding, ...]) -> None:
    """Raises Usage that names the first block: nothing that is blocked leaves this program."""
    stopping = blocks(found)
    if stopping:
        more = f" (and {len(stopping) - 1} more)" if len(stopping) > 1 else ""
        raise Usage(f"{stopping[0].why}{more}", title="Blocked", code="blocked")


def handed_over(desk: Desk, draft_id: int) -> None:
    """Keeps that the text was copied or printed; Today asks "sent?" until the person says."""
    with desk.store.quiet() as db:
        messages.mark_copied(db, draft_id, desk.now())


def not_sent(desk: Desk, draft_id: int) -> str:
    """It was not sent after all: it is a draft again."""
    with desk.store.quiet() as db:
        messages.mark_copied(db, draft_id, None)
    return "It stays a draft."


def throw_away(desk: Desk, draft_id: int) -> str:
    """Throws a draft away, for good."""
    with desk.store.quiet() as db:
        messages.delete_draft(db, draft_id)
    return "Thrown away."


def stage_after(desk: Desk, draft: DraftRow) -> Stage | None:
    """Where saying "sent" would move the interview."""
    return interviews.next_stage(desk, draft.person_id, _touch(draft))


def sent(desk: Desk, draft_id: int, *, at: datetime | None = None, move: bool = True) -> str:
    """The text went out (a card: was posted): logged, moved forward, and what follows planned.

    Returns what happened, in words. Raises Nothing when it was said already.
    """
    with desk.act("Sent", at=at) as act:
        draft = messages.draft(act.db, draft_id)
        if draft is None:
            raise Nothing("That draft is not there any more.")
        if act.db.one("SELECT 1 FROM message WHERE uid = ?", draft.uid):
            raise Nothing("That is marked as sent already.")
        if act.at > act.now:
            raise Usage("That is in the future.", hint="Say so once it has happened.")
        message_id = messages.add_message(
            act.db,
            draft.person_id,
            act.at,
            uid=draft.uid,
            interview=None,
            kind=draft.kind,
            channel=draft.channel,
            subject=draft.subject,
            body=draft.body,
            overrides=draft.overrides,
        )
        interview = interviews.log_within(
            act, draft.person_id, _touch(draft), move=move, message=message_id
        )
        if interview is not None:
            act.db.run("UPDATE message SET interview_id = ? WHERE id = ?", interview.id, message_id)
        act.touch_text("message", message_id)
        return act.name


def _touch(draft: DraftRow) -> Touch:
    card = draft.kind == Kind.THANK_YOU_CARD.value
    return Touch(
        EventKind.POSTED if card else EventKind.SENT,
        message_kind=draft.kind,
        channel=draft.channel,
    )
