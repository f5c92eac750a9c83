"""The outcome of the search: who helped, and how many of them have been told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from ii_tui.core.dates import instant_text, parse_instant
from ii_tui.core.helping import Help
from ii_tui.core.models import full_name
from ii_tui.lazy import dataclass
from ii_tui.store.driver import Db
from ii_tui.store.rows import new_uids

KEY = "found_job"
"""The database's setting that holds where, and from which day it may be told."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How many were told, and how many are to be."""

    told: int
    open: int
    opens: datetime | None
    """when the first of those who are left may be told, aware UTC"""


def progress(db: Db) -> Progress | None:
    """None where no outcome is to be told, or none is left."""
    rows = db.rows(
        "SELECT t.state IN ('open', 'snoozed'), count(*), "
        "min(CASE WHEN t.state = 'snoozed' THEN t.until ELSE t.opens END) "
        "FROM task t JOIN contact c ON c.id = t.contact_id "
        "WHERE t.kind = 'outcome' AND t.live = 1 AND t.state <> 'skipped' "
        "AND (t.state = 'done' OR (c.do_not_contact = 0 AND c.archived IS NULL)) GROUP BY 1"
    )
    found = {bool(row[0]): row for row in rows}
    if True not in found:
        return None
    told = found[False][1] if False in found else 0
    return Progress(told, found[True][1], parse_instant(found[True][2]))


def settled(db: Db, contact_id: int, at: datetime) -> None:
    """The news went to them: what was owed of it is done."""
    db.run(
        "UPDATE task SET state = 'done', settled = ?, until = NULL "
        "WHERE contact_id = ? AND kind = 'outcome' AND state IN ('open', 'snoozed')",
        instant_text(at),
        contact_id,
    )


def add(db: Db, people: Sequence[tuple[int, str]], opens: datetime) -> None:
    """Each of `people` (id, why) is to be told, in this order; planning leaves it alone.

    Their uids rise in this order too: an export is ordered by uid, and so is what is read from it.
    """
    for (contact_id, reason), uid in zip(people, sorted(new_uids(len(people))), strict=True):
        _add(db, contact_id, uid, opens, reason)


def _add(db: Db, contact_id: int, uid: str, opens: datetime, reason: str) -> None:
    db.run(
        "INSERT INTO task(uid, contact_id, kind, cause, opens, title, reason, message_kind) "
        "VALUES(?, ?, 'outcome', ?, ?, 'Tell them the news', ?, 'outcome')",
        uid,
        contact_id,
        uid,
        instant_text(opens),
        reason,
    )


def remember(db: Db, company: str, day: str) -> None:
    """Keeps where the job is, within the running change."""
    import json

    value = json.dumps({"company": company, "tell": day}, ensure_ascii=False)
    if not db.run("UPDATE setting SET value = ? WHERE key = ?", value, KEY):
        db.run("INSERT INTO setting(key, value) VALUES(?, ?)", KEY, value)


def company(db: Db) -> str:
    """Where the job is; "" where none was found, or it was not said."""
    value = db.value("SELECT value FROM setting WHERE key = ?", KEY)
    if value is None:
        return ""
    import json

    found = json.loads(value)
    return str(found.get("company", "")) if isinstance(found, dict) else ""


@dataclass(frozen=True, slots=True)
class HelperRow:
    """Somebody who may have helped."""

    id: int
    first: str
    last: str
    company: str
    help: Help
    waits: bool
    """whether they are to be told already"""

    @property
    def name(self) -> str:
        """First and last name."""
        return full_name(self.first, self.last)


def helpers(db: Db, person_id: int | None = None) -> list[HelperRow]:
    """Everyone who did anything, by id; not those who are archived or not to be contacted."""
    told: dict[int, dict[str, Any]] = defaultdict(lambda: {"introduced": []})
    only = "" if person_id is None else f" AND {{}} = {int(person_id)}"
    for contact, kind, answer in db.rows(
        "SELECT contact_id, kind, answer FROM event WHERE kind IN ('met', 'received', 'call')"
        f"{only.format('contact_id')} ORDER BY at, id"
    ):
        one = told[contact]
        if kind == "met":
            one["met"] = True
        elif answer == "refer":
            one |= {"referred": True, "declined": False}
        elif answer == "no":
            one["declined"] = True
        elif answer != "ooo":
            one |= {"answered": True, "declined": False}
    for (contact,) in db.rows(
        "SELECT contact_id FROM meeting WHERE state = 'held'"
        f"{only.format('contact_id')} UNION SELECT contact_id FROM interview "
        f"WHERE stage IN ('held', 'thanked', 'in_touch'){only.format('contact_id')}"
    ):
        told[contact]["met"] = True
    for (contact,) in db.rows(
        "SELECT contact_id FROM interview i WHERE exit = 'declined' AND id = "
        f"(SELECT max(id) FROM interview WHERE contact_id = i.contact_id)"
        f"{only.format('contact_id')}"
    ):
        told[contact]["declined"] = True
    for contact, state, first, last in db.rows(
        "SELECT d.introducer_id, d.state, p.first, p.last FROM introduction d "
        f"JOIN contact p ON p.id = d.person_id WHERE 1{only.format('d.introducer_id')} "
        "ORDER BY d.id"
    ):
        if state in ("introduced", "met", "thanked"):
            told[contact]["introduced"].append(full_name(first, last))
        elif state == "named":
            told[contact]["referred"] = True
    for contact, first, last in db.rows(
        "SELECT p.introduced_by, p.first, p.last FROM contact p WHERE p.introduced_by IS NOT NULL "
        "AND NOT EXISTS (SELECT 1 FROM introduction WHERE person_id = p.id "
        f"AND introducer_id = p.introduced_by){only.format('p.introduced_by')} ORDER BY p.id"
    ):
        told[contact]["introduced"].append(full_name(first, last))
    marks = ",".join(str(int(contact)) for contact in told)
    return [
        HelperRow(
            id=row[0],
            first=row[1],
            last=row[2],
            company=row[3],
            help=Help(
                **told[row[0]] | {"introduced": tuple(dict.fromkeys(told[row[0]]["introduced"]))}
            ),
            waits=bool(row[4]),
        )
        for row in db.rows(
            "SELECT c.id, c.first, c.last, coalesce(o.name, ''), EXISTS (SELECT 1 FROM task "
            "WHERE contact_id = c.id AND kind = 'outcome' AND state IN ('open', 'snoozed')) "
            "FROM contact c LEFT JOIN company o ON o.id = c.company_id WHERE c.archived IS NULL "
            f"AND c.do_not_contact = 0 AND c.id IN ({marks}) ORDER BY c.id"
        )
    ]
