"""One act of a person: events, moves, and what follows from them, in one transaction.

No service plans a task or writes a search document by hand: it names what it touched here, and
`finish` computes both. So no feature can forget to cancel a reminder.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from ii_tui.core.dates import instant_text
from ii_tui.core.kinds import TO_INTRODUCER
from ii_tui.core.owed import owed
from ii_tui.core.stages import EventKind, Exit, Stage, moved_by_fact
from ii_tui.core.text import clean
from ii_tui.errors import Nothing
from ii_tui.store import board, contacts, facts, introductions, meetings, search, tasks
from ii_tui.store.database import Writing
from ii_tui.store.rows import change_row
from ii_tui.store.tables import Contact, Interview

if TYPE_CHECKING:
    from ii_tui.services.desk import Desk

_BATCH = 400


class Act:
    """A change under way. `now` is when it is recorded, `at` when it happened."""

    def __init__(self, desk: Desk, writing: Writing, *, now: datetime, at: datetime) -> None:
        self.desk = desk
        self.db = writing.db
        self.now = now
        self.at = at
        self._writing = writing
        self._interviews: set[int] = set()
        self._contacts: set[int] = set()
        self._texts: set[tuple[str, int]] = set()

    @property
    def name(self) -> str:
        """What undo will call it."""
        return self._writing.name

    @name.setter
    def name(self, words: str) -> None:
        self._writing.name = words

    @property
    def change(self) -> int:
        """The id of this change on the undo stack."""
        return self._writing.id

    def name_of(self, contact_id: int) -> str:
        """The person's full name; raises Nothing for an unknown id."""
        name = contacts.name(self.db, contact_id)
        if name is None:
            raise Nothing("That person is not here any more.")
        return name

    # What happened

    def event(
        self, contact_id: int, kind: EventKind, *, interview_id: int | None = None, **values: Any
    ) -> int:
        """Keeps an event at `at`; its interview is planned anew."""
        if "text" in values:
            values["text"] = clean(values["text"])
        if interview_id is not None:
            self._interviews.add(interview_id)
        return board.add_event(
            self.db, contact_id, kind, self.at, self.now, interview_id=interview_id, **values
        )

    def interview(self, contact_id: int) -> board.Standing:
        """The person's open interview, or one that rests and is taken up; else a new one.

        After a no, and for someone in touch who went on to another, a new one is opened.
        """
        found = board.latest_interview(self.db, contact_id)
        if found is None or found.exit in {Exit.CONTINUED, Exit.DECLINED}:
            return self.open(contact_id)
        return found if found.exit is None else self.move(found, found.stage)

    def open(self, contact_id: int, stage: Stage = Stage.IDENTIFIED) -> board.Standing:
        """Opens an interview. One whose conversation took place is followed by it.

        Thanks that are still owed there stay owed. Raises Nothing for one that is still to come.
        """
        before = board.open_interview(self.db, contact_id)
        if before is not None:
            if before.stage.position < Stage.HELD.position:
                raise Nothing("They have an interview already.", hint="It is on the board.")
            self.leave(before, Exit.CONTINUED, "a new interview began")
        self._bring_back(contact_id)
        interview_id = board.add_interview(self.db, contact_id, stage, self.at)
        board.adopt(self.db, interview_id, contact_id, self.at, TO_INTRODUCER)
        self.event(contact_id, EventKind.OPENED, interview_id=interview_id, stage_to=stage.value)
        return self._standing(interview_id)

    def move(self, interview: board.Standing, stage: Stage) -> board.Standing:
        """Moves to `stage`, back or forward; a closed interview is revived by it.

        Past held, its planned meeting took place, if it has begun.
        """
        if interview.exit is None and interview.stage is stage:
            return interview
        if stage.position >= Stage.HELD.position:
            self.took_place(interview.contact_id, interview.id)
        kind = EventKind.MOVED if interview.exit is None else EventKind.REVIVED
        if interview.exit is not None:
            self._bring_back(interview.contact_id)
        change_row(
            self.db,
            Interview,
            interview.id,
            stage=stage.value,
            exit=None,
            exit_reason="",
            parked_until=None,
            since=instant_text(self.at),
        )
        self.event(
            interview.contact_id,
            kind,
            interview_id=interview.id,
            stage_from=interview.stage.value if interview.exit is None else interview.exit.value,
            stage_to=stage.value,
        )
        return self._standing(interview.id)

    def took_place(self, contact_id: int, interview_id: int | None = None) -> None:
        """The planned meeting (of that interview) was held, if it has begun.

        Who introduced them has brought it about: that introduction is met.
        """
        introductions.met(self.db, contact_id, self.at)
        planned = meetings.standing(self.db, contact_id)
        if planned is None or planned.utc > self.now:
            return
        if interview_id is None or planned.interview_id == interview_id:
            meetings.change(self.db, planned.id, self.now, state="held")

    def _bring_back(self, contact_id: int) -> None:
        """Who is on the board is archived no more: nobody would see the card."""
        if self.db.value("SELECT archived FROM contact WHERE id = ?", contact_id) is not None:
            change_row(self.db, Contact, contact_id, archived=None)
            self.touch_contact(contact_id)

    def leave(
        self,
        interview: board.Standing,
        exit_: Exit,
        reason: str = "",
        until: date | None = None,
    ) -> board.Standing:
        """Takes the interview off the board by an exit, with its reason.

        The meeting that was planned goes with it, unless another interview follows.
        """
        reason = clean(reason, newlines=False)
        if exit_ is not Exit.CONTINUED:
            state = "no_show" if exit_ is Exit.NO_SHOW else "cancelled"
            for meeting_id in meetings.planned(self.db, interview.id):
                meetings.change(self.db, meeting_id, self.now, state=state)
        change_row(
            self.db,
            Interview,
            interview.id,
            exit=exit_.value,
            exit_reason=reason,
            parked_until=None if until is None else until.isoformat(),
            since=instant_text(self.at),
        )
        self.event(
            interview.contact_id,
            EventKind.CLOSED,
            interview_id=interview.id,
            stage_from=interview.stage.value,
            stage_to=exit_.value,
            until=until,
            text=reason,
        )
        return self._standing(interview.id)

    def park_until(self, interview_id: int, day: date) -> None:
        """Someone parked comes back on another day; an interview that is not is left alone."""
        found = self._standing(interview_id)
        if found.exit is Exit.PARKED:
            change_row(self.db, Interview, interview_id, parked_until=day.isoformat())
            self.touch_interview(interview_id)

    def advance(
        self, interview: board.Standing, kind: EventKind, message_kind: str | None = None
    ) -> board.Standing:
        """Moves forward where the fact says so; never back, never out of an exit.

        A message that went out before the thanks, and is logged late, is no touch after them.
        """
        thanked = interview.stage is Stage.THANKED
        if interview.exit is not None or (thanked and self.at < interview.since):
            return interview
        target = moved_by_fact(interview.stage, kind, message_kind)
        return interview if target is None else self.move(interview, target)

    def _standing(self, interview_id: int) -> board.Standing:
        found = board.standing(self.db, interview_id)
        if found is None:
            raise Nothing("That interview is not there any more.")
        return found

    # What follows

    def touch_contact(self, contact_id: int) -> None:
        """Its search document and its interviews' tasks are made anew."""
        self._contacts.add(contact_id)

    def touch_interview(self, interview_id: int) -> None:
        """Its tasks are planned anew."""
        self._interviews.add(interview_id)

    def touch_text(self, kind: str, ref: int) -> None:
        """The search document of a note or a message is made anew."""
        self._texts.add((kind, ref))

    def finish(self) -> None:
        """Plans tasks and writes search documents; called at the end of the transaction."""
        contacts = sorted(self._contacts)
        for start in range(0, len(contacts), _BATCH):
            self._interviews.update(board.interviews_of(self.db, contacts[start : start + _BATCH]))
        plan(self.desk, self.db, self._interviews)
        search.index_contacts(self.db, contacts)
        for kind, ref in sorted(self._texts):
            search.index_texts(self.db, kind, [ref])


def plan(desk: Desk, db: Any, interview_ids: set[int]) -> None:
    """Computes what these interviews owe and stores it, within the running transaction."""
    ids = sorted(interview_ids)
    for start in range(0, len(ids), _BATCH):
        for interview_id, known in facts.of_interviews(db, ids[start : start + _BATCH]).items():
            mine, theirs = desk.calendars(known.country, known.zone)
            tasks.replan(
                db,
                interview_id,
                known.facts.uid,
                known.person_id,
                owed(known.facts, desk.settings.pipeline, mine, theirs, desk.zone),
            )
