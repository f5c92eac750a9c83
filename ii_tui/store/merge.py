"""A document worked out against the database: who is known, what is new, what changes.

A row is known by its uid; a person also by profile, else e-mail, else name and company, a company
also by its name. What is known by uid becomes what the file says, unless what is here is later;
who is only recognized gets what is still empty here. What is here and not in the file stays.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from ii_tui.core.document import FIELDS, Incoming, Row, RowIn
from ii_tui.core.stages import Exit
from ii_tui.store import merge_people
from ii_tui.store.merge_plan import Plan, Tick, Working
from ii_tui.store.snapshot import Flat

OWN_TASKS = frozenset({"custom", "outcome"})
"""Kinds of task that no rule computes."""

_REST = ("meetings", "messages", "drafts", "events", "notes", "introductions", "promises", "tasks")
_DECISION = ("state", "until", "settled")
_SETTLED = frozenset({"done", "skipped"})
_OWNERS = ("contact", "introducer", "person")


def work_out(
    have: Flat,
    settings: Mapping[str, Any],
    document: Incoming,
    now: str,
    tick: Tick = lambda: None,
) -> Plan:
    """What `document` would do where `have` and `settings` are; writes nothing.

    `now` is an instant as text: the time of what the file gives no time for.
    """
    plan = Plan(now, have)
    work = Working(plan, document, tick)
    merge_people.companies(work)
    merge_people.contacts(work)
    for row in document.rows["interviews"]:
        _row(work, "interviews", row)
    continued = _one_open(plan)
    for kind in _REST:
        for row in document.rows[kind]:
            _row(work, kind, row)
    plan.settings = {
        key: value
        for key, value in document.settings.items()
        if key not in settings or settings[key] != value
    }
    _count(work)
    _plan_tasks(plan, continued)
    return plan


def _row(work: Working, kind: str, row: RowIn) -> None:
    work.tick()
    if kind == "events" and _orphan(work, row):
        return
    values = work.resolved(kind, row)
    before = work.plan.have[kind].get(values["uid"])
    reason = _objection(work.plan, kind, values, before)
    if reason:
        work.reject(row, reason)
    elif before is None and (twin := _told_as_well(work.plan, kind, values)) is not None:
        if values.get("state") in _SETTLED and twin["state"] not in _SETTLED:
            work.change(kind, twin["uid"], {name: values.get(name) for name in _DECISION})
    elif before is None:
        if _wanted(work.plan, kind, values):
            work.add(kind, values)
    elif not _later_here(kind, before, values):
        changed = work.differing(kind, values["uid"], values)
        if kind == "tasks":
            changed = _decided(before, values, changed)
        work.change(kind, values["uid"], changed)


def _told_as_well(plan: Plan, kind: str, values: Row) -> Row | None:
    """The same news for the same person, of which another copy made a task of its own."""
    if kind != "tasks" or values["kind"] != "outcome":
        return None
    made = values.get("opens") or plan.now
    return next(
        (
            task
            for task in plan.have["tasks"].values()
            if (task["kind"], task["contact"]) == ("outcome", values["contact"])
            and (task["state"] not in _SETTLED or (task["settled"] or "") >= made)
        ),
        None,
    )


def _orphan(work: Working, row: RowIn) -> bool:
    """Whether the row that the event stands in was rejected, and the event so told of."""
    contact: str = row.values["contact"]
    interview: str | None = row.values["interview"]
    return work.plan.row("contacts", work.same["contacts"].get(contact, contact)) is None or (
        interview is not None and work.plan.row("interviews", interview) is None
    )


def _objection(plan: Plan, kind: str, values: Row, before: Row | None) -> str:
    """Why the row cannot be taken, "" when it can."""
    whole = (before or {}) | values
    for item in FIELDS[kind]:
        if item.kind == "ref" and item.need and whole[item.name] is None:
            return f"its {item.name} is neither here nor taken from the file."
    if before is not None and any(
        name in before and whole[name] != before[name] for name in _OWNERS
    ):
        return "here it belongs to somebody else."
    interview, person = whole.get("interview"), whole.get("contact")
    if (
        kind != "introductions"
        and interview
        and person
        and plan.final("interviews", interview, "contact") != person
    ):
        return "its interview is one with somebody else."
    if kind == "introductions" and whole["introducer"] == whole["person"]:
        return "nobody introduces themselves."
    if kind == "notes" and not (interview or person or whole.get("company")):
        return "it is a note on nothing that is here."
    if kind == "tasks" and whole.get("state") == "snoozed" and not whole.get("until"):
        return "it is put off without a time."
    return ""


def _wanted(plan: Plan, kind: str, values: Row) -> bool:
    """Whether a row that is not here is to be."""
    if kind == "drafts":
        # It went out meanwhile.
        return plan.row("messages", values["uid"]) is None
    if kind != "tasks" or values["kind"] in OWN_TASKS:
        return True
    # What a known interview owes is computed; only what was decided about it comes along.
    known = values.get("interview") in plan.have["interviews"]
    return not known or values.get("state", "open") != "open"


def _later_here(kind: str, before: Row, values: Row) -> bool:
    """Whether what is here is later than what the file says, and so stays."""
    if kind == "interviews":
        return bool(before["since"] > values.get("since", before["since"]))
    if kind == "meetings":
        theirs = tuple(values.get(name, before[name]) for name in ("sequence", "stamp"))
        return (before["sequence"], before["stamp"]) > theirs
    if kind == "drafts":
        return bool(before["updated"] > values.get("updated", before["updated"]))
    return False


def _decided(before: Row, values: Row, changed: Row) -> Row:
    """Of a known task: what the person decided, where that is not older than what is here.

    Everything else of a computed task is computed again.
    """
    if before["settled"] and before["settled"] > (values.get("settled") or ""):
        changed = {name: value for name, value in changed.items() if name not in _DECISION}
    if before["kind"] in OWN_TASKS or before["interview"] is None:
        return changed
    return {name: value for name, value in changed.items() if name in _DECISION}


def _one_open(plan: Plan) -> set[str]:
    """Lets a person have one open interview; returns the new ones that are kept as history."""
    here, fresh = plan.have["interviews"], plan.adds["interviews"]
    open_ones: dict[str, list[str]] = defaultdict(list)
    for uid in [*here, *fresh]:
        if plan.final("interviews", uid, "exit") is None:
            open_ones[plan.final("interviews", uid, "contact")].append(uid)
    continued = set()
    for several in open_ones.values():
        # The one that is open here stays so, else the one that was opened last.
        several.sort(
            key=lambda uid: (
                uid in here and here[uid]["exit"] is None,
                plan.final("interviews", uid, "opened"),
                plan.final("interviews", uid, "sequence"),
                uid,
            )
        )
        for uid in several[:-1]:
            if uid in fresh:
                fresh[uid]["exit"] = Exit.CONTINUED.value
                continued.add(uid)
                continue
            changed = plan.changes["interviews"][uid]
            del changed["exit"]
            if not changed:
                del plan.changes["interviews"][uid]
    if continued:
        plan.said.append(
            f"{len(continued):,} open interviews are kept as history, for the person has another "
            "open one."
        )
    return continued


def _count(work: Working) -> None:
    """Counts people: one is updated when any row of theirs is new or changes."""
    plan = work.plan
    for rows in (plan.adds, plan.changes):
        for kind, some in rows.items():
            for uid in some:
                if kind == "contacts":
                    plan.people.add(uid)
                row = plan.row(kind, uid) or {}
                plan.people.update(row[name] for name in _OWNERS if row.get(name))
                interview = uid if kind == "interviews" else row.get("interview")
                if interview in plan.have["interviews"]:
                    plan.replan.add(interview)
    fresh = plan.adds["contacts"].keys()
    plan.new = len(fresh)
    plan.updated = len(plan.people - fresh)
    plan.unchanged = len(work.named - plan.people)


def _plan_tasks(plan: Plan, continued: set[str]) -> None:
    """Names the interviews whose tasks must be computed.

    Tasks of a new interview with a new person are taken as the file has them: computed under
    other settings they would not be the same, and an export must come back as it was.
    """
    told = {task["interview"] for task in plan.adds["tasks"].values()}
    for uid, row in plan.adds["interviews"].items():
        if uid in continued or uid not in told or row["contact"] in plan.have["contacts"]:
            plan.replan.add(uid)
    changed = plan.changes["contacts"]
    for uid, row in plan.have["interviews"].items():
        if row["contact"] in changed:
            plan.replan.add(uid)
