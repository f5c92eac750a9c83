"""Companies and people of a document: they may be here already under another uid."""

from __future__ import annotations

from collections import Counter

from ii_tui.core.document import Row, RowIn
from ii_tui.store.companies import folded_name
from ii_tui.store.identity import Features, recognize, settle
from ii_tui.store.merge_plan import Working

_LISTS = frozenset({"tags", "past_companies"})


def companies(work: Working) -> None:
    """Plans the companies: known by uid, else by name."""
    plan, here = work.plan, work.plan.have["companies"]
    rows = {row.values["uid"]: row for row in work.document.rows["companies"]}
    current = {uid: folded_name(row["name"]) for uid, row in here.items()}
    desired = {uid: folded_name(row.values["name"]) for uid, row in rows.items()}
    free = {key: uid for uid, key in current.items() if uid not in rows}
    same = work.same["companies"]
    for uid, key in desired.items():
        if uid not in here and key in free:
            same[uid] = free.pop(key)
    stay, lost = settle(current, {uid: key for uid, key in desired.items() if uid not in same})
    for uid, row in rows.items():
        work.tick()
        values = dict(row.values)
        if uid in same:
            _fill(work, "companies", same[uid], values)
        elif uid in lost:
            same[uid] = lost[uid]
            work.reject(row, "another company has that name; what hangs on it went there.")
        elif uid in here:
            if uid in stay:
                plan.notes.add(row.line, f"{row.place}: another company has its new name.")
                del values["name"]
            work.change("companies", uid, work.differing("companies", uid, values))
        else:
            work.add("companies", values)


def contacts(work: Working) -> None:
    """Plans the people: known by uid, else by profile, e-mail, name and company."""
    here = work.plan.have["contacts"]
    rows = {
        row.values["uid"]: (row, _resolved(work, row))
        for row in work.document.rows["contacts"]
        if _has_name(work, row)
    }
    same = work.same["contacts"]
    strangers = {uid: _features(work, values) for uid, (_, values) in rows.items()
                 if uid not in here}  # fmt: skip
    if strangers:
        free = {uid: _features(work, row) for uid, row in here.items() if uid not in rows}
        same.update(recognize(strangers, free))
    stay, lost = settle(
        {uid: row["slug"] for uid, row in here.items()},
        {
            same.get(uid, uid): values["slug"]
            for uid, (_, values) in rows.items()
            # Who is only recognized keeps the profile they have here.
            if "slug" in values and not (uid in same and here[same[uid]]["slug"])
        },
    )
    for uid, (row, values) in rows.items():
        work.tick()
        if uid in lost:
            same[uid] = lost[uid]
            work.reject(row, "somebody else has that profile; what hangs on it went to them.")
            continue
        values.pop("introduced_by", None)
        _contact(work, row, values, stay)
    # Only now is everybody there who may have introduced somebody.
    for uid, (row, _) in rows.items():
        if uid not in lost and row.values.get("introduced_by") is not None:
            _introducer(work, row, row.values["introduced_by"])


def _has_name(work: Working, row: RowIn) -> bool:
    before = work.plan.have["contacts"].get(row.values["uid"], {})
    if any(row.values.get(name, before.get(name)) for name in ("first", "last")):
        return True
    work.reject(row, "a person needs a name.")
    return False


def _resolved(work: Working, row: RowIn) -> Row:
    values = work.resolved("contacts", row, but="introduced_by")
    if "past_companies" in values:
        same = work.same["companies"]
        past = [
            one | {"company": same.get(one["company"], one["company"])}
            for one in values["past_companies"]
        ]
        kept = [one for one in past if work.plan.row("companies", one["company"])]
        if len(kept) < len(past):
            work.missing(row, "past company")
        values["past_companies"] = kept
    return values


def _features(work: Working, row: Row) -> Features:
    company = row.get("company")
    at = None if company is None else work.plan.row("companies", company)
    return Features.of(row, "" if at is None else at["name"])


def _contact(work: Working, row: RowIn, values: Row, stay: set[str]) -> None:
    theirs: str = values["uid"]
    uid = work.same["contacts"].get(theirs, theirs)
    work.named.add(uid)
    if uid in stay:
        values.pop("slug", None)
        values.pop("url", None)
        work.plan.notes.add(row.line, f"{row.place}: somebody else has its new profile.")
    before = work.plan.have["contacts"].get(uid)
    if before is None:
        work.add("contacts", values)
        return
    if "past_companies" in values:
        values["past_companies"] = _joined(before["past_companies"], values["past_companies"])
    if uid == theirs:
        work.change("contacts", uid, work.differing("contacts", uid, values))
        return
    if "tags" in values:
        values["tags"] = sorted({*before["tags"], *values["tags"]})
    values.pop("archived", None)
    _fill(work, "contacts", uid, values)


def _fill(work: Working, kind: str, uid: str, values: Row) -> None:
    """Takes what is empty here only: what was typed here wins over another database's words."""
    before = work.plan.have[kind][uid]
    changed = {
        name: value
        for name, value in values.items()
        if name != "uid"
        and (before[name] != value if name in _LISTS else value and not before[name])
    }
    work.change(kind, uid, changed)


def _introducer(work: Working, row: RowIn, introducer: str) -> None:
    same = work.same["contacts"]
    theirs: str = row.values["uid"]
    uid, introducer = same.get(theirs, theirs), same.get(introducer, introducer)
    if uid == introducer or work.plan.row("contacts", introducer) is None:
        work.missing(row, "introduced_by")
        return
    fresh = work.plan.adds["contacts"].get(uid)
    if fresh is not None:
        fresh["introduced_by"] = introducer
        return
    present = work.plan.have["contacts"][uid]["introduced_by"]
    if present != introducer and (uid == theirs or present is None):
        work.change("contacts", uid, {"introduced_by": introducer})


def _joined(before: list[Row], more: list[Row]) -> list[Row]:
    """Past companies of both, none twice: what a file does not know is not forgotten."""
    left = Counter(tuple(sorted(one.items())) for one in before)
    joined = list(before)
    for one in more:
        key = tuple(sorted(one.items()))
        if left[key] > 0:
            left[key] -= 1
        else:
            joined.append(one)
    return joined
