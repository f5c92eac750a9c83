from __future__ import annotations

from typing import Any

import pytest

from ii_tui.core.document import FIELDS, Incoming
from ii_tui.files import json_io
from ii_tui.store import merge, merge_write, search, snapshot
from ii_tui.store.database import Store
from ii_tui.store.identity import Features, recognize, settle
from ii_tui.store.merge_plan import Plan
from ii_tui.store.tables import MODELS, ContactTag, Employment, ImportRun, Setting
from tests.files.document import AT, contact, data, event, interview, uid

NOW = "2026-11-24T09:00:00.000000Z"
LATER = "2026-11-23T09:00:00.000000Z"


def planned(store: Store, **sections: Any) -> Plan:
    read = json_io.read(data(**sections))
    assert read.rejected == []
    return worked(store, read.incoming)


def worked(store: Store, incoming: Incoming) -> Plan:
    with store.reading() as db:
        return merge.work_out(snapshot.flat(db), snapshot.settings(db), incoming, NOW)


def take(store: Store, **sections: Any) -> Plan:
    plan = planned(store, **sections)
    prepared = merge_write.prepare(plan)
    with store.change("Imported", NOW) as writing:
        merge_write.apply(writing.db, plan, prepared)
    return plan


def whole(store: Store) -> dict[str, Any]:
    with store.reading() as db:
        return snapshot.dump(db)


def rows(store: Store, kind: str) -> dict[str, dict[str, Any]]:
    return {row["uid"]: row for row in whole(store)[kind]}


def test_no_column_is_left_out_of_the_document() -> None:
    apart = {Employment, ContactTag, Setting, ImportRun}
    covered = {snapshot.TABLES[kind]: kind for kind in FIELDS}
    for model in MODELS:
        if model in apart:
            continue
        kind = covered.pop(model._meta.table_name)
        columns = {column.column_name for column in model._meta.sorted_fields}
        told = {snapshot.column(field) for field in snapshot.stored(kind)}
        assert columns - told - {"id", "rev"} == (
            {"sort"} if kind == "contacts" else {"folded"} if kind == "companies" else set()
        )
    assert covered == {}


def test_rows_come_by_uid_and_histories_by_time(store: Store) -> None:
    take(
        store,
        contacts=[
            contact(name, history=[event(f"{name}{n}", at=f"2026-11-0{9 - n}T09:00:00Z")
                                   for n in range(3)])
            for name in ("Ada", "Ben", "Cy")
        ],
    )  # fmt: skip
    document = whole(store)
    uids = [row["uid"] for row in document["contacts"]]
    assert uids == sorted(uids)
    for row in document["contacts"]:
        assert [one["at"] for one in row["history"]] == sorted(one["at"] for one in row["history"])
        assert [one["sequence"] for one in row["history"]] == [0, 1, 2]
        assert not {"id", "rev", "contact_id"} & row.keys()


def test_what_happened_at_one_instant_keeps_its_order(store: Store) -> None:
    names = [f"e{n}" for n in range(12)]
    history = [event(name, sequence=n) for n, name in enumerate(names)]
    take(store, contacts=[contact("Ada", history=history[::-1])])
    kept = rows(store, "contacts")[uid("Ada")]["history"]
    assert [one["uid"] for one in kept] == [uid(name) for name in names]


def test_a_second_time_changes_nothing(store: Store) -> None:
    sections = {
        "companies": [{"uid": uid("Acme"), "name": "Acme", "created": AT}],
        "contacts": [contact("Ada", company=uid("Acme"), tags=["b", "a"], slug="ada")],
        "interviews": [interview("i", "Ada", history=[event("e")])],
        "notes": [{"uid": uid("n"), "contact": uid("Ada"), "at": AT, "text": "Likes tea."}],
        "settings": {"tip": [1, {"a": None}]},
    }
    first = take(store, **sections)
    assert (first.new, first.updated, first.unchanged) == (1, 0, 0)
    second = planned(store, **sections)
    assert second.empty
    assert (second.new, second.updated, second.unchanged) == (0, 0, 1)


def test_what_is_known_by_uid_becomes_what_the_file_says(store: Store) -> None:
    take(store, contacts=[contact("Ada", tags=["old"], title="Analyst", phone="1")])
    with store.reading() as db:
        before = db.one("SELECT id, rev FROM contact")
    plan = take(store, contacts=[contact("Ada", tags=["new"], title="", last="Zuse")])
    row = rows(store, "contacts")[uid("Ada")]
    assert (row["tags"], row["title"], row["last"], row["phone"]) == (["new"], "", "Zuse", "1")
    assert (plan.new, plan.updated, plan.unchanged) == (0, 1, 0)
    with store.reading() as db:
        assert db.rows("SELECT id, rev, sort FROM contact") == [
            (before[0], before[1] + 1, "zuse\tada")
        ]


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ({"slug": "ada"}, {"slug": "ada", "last": "Other"}),
        ({"email": "ada@x.example"}, {"email": "ada@x.example", "first": "A."}),
        ({"company": uid("Acme")}, {"company": uid("ACME, again")}),
    ],
)
def test_a_person_under_another_uid_is_recognized(
    store: Store, here: dict[str, Any], there: dict[str, Any]
) -> None:
    take(
        store,
        companies=[{"uid": uid("Acme"), "name": "Acme", "created": AT}],
        contacts=[contact("Ada", title="Mine", tags=["a"], do_not_contact=False) | here],
    )
    sections = {
        "companies": [{"uid": uid("ACME, again"), "name": "ACME", "created": AT, "website": "w"}],
        "contacts": [
            contact("Ada", uid=uid("twin"), title="Theirs", phone="123", tags=["b"],
                    do_not_contact=True) | there
        ],
        "interviews": [interview("i", "twin", history=[event("e")])],
    }  # fmt: skip
    plan = take(store, **sections)
    assert (plan.new, plan.updated) == (0, 1)
    people = rows(store, "contacts")
    row = people[uid("Ada")]
    assert len(people) == len(rows(store, "companies")) == 1
    assert (row["title"], row["phone"], row["tags"]) == ("Mine", "123", ["a", "b"])
    assert row["do_not_contact"]
    assert rows(store, "companies")[uid("Acme")]["website"] == "w"
    assert rows(store, "interviews")[uid("i")]["contact"] == uid("Ada")
    assert planned(store, **sections).empty


def test_two_of_one_name_with_profiles_of_their_own_stay_two(store: Store) -> None:
    company = {"uid": uid("Acme"), "name": "Acme", "created": AT}
    take(store, companies=[company], contacts=[contact("Ada", company=uid("Acme"), slug="one")])
    take(
        store,
        companies=[company],
        contacts=[contact("Ada", uid=uid("2"), company=uid("Acme"), slug="two")],
    )
    assert len(rows(store, "contacts")) == 2


def test_a_person_has_one_open_interview(store: Store) -> None:
    take(store, contacts=[contact("Ada")], interviews=[interview("mine", "Ada")])
    sections = {
        "contacts": [contact("Ada")],
        "interviews": [
            interview("theirs", "Ada", history=[event("e")]),
            interview("closed", "Ada", exit="declined"),
        ],
    }
    plan = take(store, **sections)
    found = rows(store, "interviews")
    assert {row["uid"]: row["exit"] for row in found.values()} == {
        uid("mine"): None,
        uid("theirs"): "continued",
        uid("closed"): "declined",
    }
    assert plan.said
    assert uid("theirs") in plan.replan
    assert planned(store, **sections).empty


def test_open_interviews_may_trade_places(store: Store) -> None:
    def sections(open_one: str, since: str) -> dict[str, Any]:
        return {
            "contacts": [contact("Ada")],
            "interviews": [
                interview(name, "Ada", since=since, exit=None if name == open_one else "lapsed")
                for name in ("a", "b")
            ],
        }

    take(store, **sections("a", AT))
    take(store, **sections("b", LATER))
    exits = {uid_: row["exit"] for uid_, row in rows(store, "interviews").items()}
    assert exits == {uid("a"): "lapsed", uid("b"): None}


def test_what_is_later_here_stays(store: Store) -> None:
    draft = {"uid": uid("d"), "contact": uid("Ada"), "state": "draft", "kind": "reconnect",
             "channel": "email", "created": AT, "updated": LATER, "body": "new words"}  # fmt: skip
    meeting = {"uid": uid("m"), "contact": uid("Ada"), "wall": "2026-12-01T14:00", "zone": "UTC",
               "utc": "2026-12-01T14:00:00Z", "sequence": 2, "stamp": LATER}  # fmt: skip
    take(
        store,
        contacts=[contact("Ada")],
        interviews=[interview("i", "Ada", stage="scheduled", since=LATER)],
        meetings=[meeting],
        messages=[draft],
    )
    older = {"updated": AT, "body": "old words"}
    plan = planned(
        store,
        contacts=[contact("Ada")],
        interviews=[interview("i", "Ada", stage="requested", since=AT)],
        meetings=[meeting | {"sequence": 1, "place": "Elsewhere"}],
        messages=[draft | older],
    )
    assert plan.empty


def test_a_draft_that_went_out_does_not_come_back(store: Store) -> None:
    text = {"uid": uid("d"), "contact": uid("Ada"), "kind": "reconnect", "channel": "email"}
    sections = {"contacts": [contact("Ada")], "messages": [text | {"state": "sent", "sent": AT}]}
    take(store, **sections)
    draft = text | {"state": "draft", "created": AT, "updated": AT}
    assert planned(store, **sections | {"messages": [draft]}).empty


def test_decisions_about_tasks_are_kept_and_the_later_one_wins(store: Store) -> None:
    task = {"uid": uid("t"), "contact": uid("Ada"), "interview": uid("i"), "kind": "follow_up",
            "cause": "e", "opens": AT, "title": "Follow up"}  # fmt: skip
    base = {"contacts": [contact("Ada")], "interviews": [interview("i", "Ada")]}
    take(store, **base, tasks=[task | {"state": "done", "settled": LATER}])
    assert rows(store, "tasks")[uid("t")]["state"] == "done"
    assert planned(store, **base, tasks=[task]).empty
    assert planned(store, **base, tasks=[task | {"state": "skipped", "settled": AT}]).empty
    take(store, **base, tasks=[task | {"state": "skipped", "settled": NOW, "title": "Ha"}])
    row = rows(store, "tasks")[uid("t")]
    assert (row["state"], row["title"]) == ("skipped", "Follow up")
    other = task | {"uid": uid("other")}
    assert planned(store, **base, tasks=[other]).empty
    own = planned(store, **base, tasks=[other | {"kind": "custom"}])
    assert list(own.adds["tasks"]) == [uid("other")]


def test_names_and_profiles_may_be_traded(store: Store) -> None:
    def sections(first: str, second: str) -> dict[str, Any]:
        return {
            "companies": [
                {"uid": uid("1"), "name": first, "created": AT},
                {"uid": uid("2"), "name": second, "created": AT},
            ],
            "contacts": [
                contact("Ada", slug=first.lower(), company=uid("1")),
                contact("Ben", slug=second.lower(), company=uid("2")),
            ],
        }

    take(store, **sections("Acme", "Umbra"))
    take(store, **sections("Umbra", "Acme"))
    assert rows(store, "companies")[uid("1")]["name"] == "Umbra"
    assert rows(store, "contacts")[uid("Ben")]["slug"] == "acme"
    with store.reading() as db:
        assert db.rows("SELECT folded FROM company ORDER BY folded") == [("acme",), ("umbra",)]
        assert [hit.title for hit in search.everything(db, "umbra") if hit.kind == "person"] == [
            "Ada Example"
        ]


def test_one_name_and_one_profile_go_to_one_row(store: Store) -> None:
    incoming = json_io.read(
        data(
            companies=[
                {"uid": uid(n), "name": n, "created": AT} for n in ("Acme", "ACME", "acme.")
            ],
            contacts=[
                contact("Ada", slug="ada", company=uid("ACME")),
                contact("Eve", slug="ada", company=uid("acme.")),
                contact("Cy", introduced_by=uid("Eve")),
            ],
            interviews=[interview("i", "Eve")],
        )
    ).incoming
    plan = worked(store, incoming)
    assert len(plan.adds["companies"]) == 1
    assert [row.reason.split(":")[0] for row in plan.rejected] == [
        "companies[1]", "companies[2]", "contacts[1]",
    ]  # fmt: skip
    assert plan.adds["interviews"][uid("i")]["contact"] == uid("Ada")
    assert plan.adds["contacts"][uid("Cy")]["introduced_by"] == uid("Ada")


def test_what_leads_nowhere_is_told(store: Store) -> None:
    nobody = uid("nobody")
    text = {"kind": "reconnect", "channel": "email"}
    incoming = json_io.read(
        data(
            contacts=[
                contact("Ada", company=nobody, introduced_by=nobody,
                        past_companies=[{"company": nobody, "title": "", "ended": "2020-01-01"}]),
                contact("Selma", introduced_by=uid("Selma")),
                contact("", last=""),
            ],
            interviews=[
                interview("i", "Ada", history=[event("e", meeting=nobody)]),
                interview("lost", "nobody", history=[event("gone")]),
                interview("nameless", ""),
            ],
            messages=[{"uid": uid("m"), "contact": uid("Selma"), "interview": uid("i")} | text],
            notes=[{"uid": uid("n"), "contact": nobody, "at": AT, "text": "?"}],
            introductions=[
                {"uid": uid("x"), "introducer": uid("Ada"), "person": uid("Ada"), "state": "named",
                 "at": AT},
                {"uid": uid("y"), "introducer": nobody, "person": uid("Ada"), "state": "named",
                 "at": AT},
            ],
            tasks=[{"uid": uid("t"), "contact": uid("Ada"), "kind": "custom", "cause": "c",
                    "opens": AT, "title": "T", "state": "snoozed"}],
        )
    ).incoming  # fmt: skip
    plan = worked(store, incoming)
    assert sorted(row.reason for row in plan.rejected) == [
        "contacts[2]: a person needs a name.",
        "interviews[1]: its contact is neither here nor taken from the file.",
        "interviews[2]: its contact is neither here nor taken from the file.",
        "introductions[0]: nobody introduces themselves.",
        "introductions[1]: its introducer is neither here nor taken from the file.",
        "messages[0]: its interview is one with somebody else.",
        "notes[0]: it is a note on nothing that is here.",
        "tasks[0]: it is put off without a time.",
    ]
    assert len(plan.notes.rows) == 6
    assert list(plan.adds["events"]) == [uid("e")]
    assert plan.adds["contacts"][uid("Ada")]["past_companies"] == []


def test_nothing_changes_its_person(store: Store) -> None:
    take(store, contacts=[contact("Ada"), contact("Ben")], interviews=[interview("i", "Ada")])
    plan = planned(store, contacts=[], interviews=[interview("i", "Ben")])
    assert [row.reason for row in plan.rejected] == [
        "interviews[0]: here it belongs to somebody else."
    ]


def test_past_companies_are_joined(store: Store) -> None:
    companies = [{"uid": uid(name), "name": name, "created": AT} for name in ("A", "B")]
    past = [{"company": uid(name), "title": "x", "ended": "2020-01-01"} for name in ("A", "B")]
    take(store, companies=companies, contacts=[contact("Ada", past_companies=past[:1] * 2)])
    take(store, companies=companies, contacts=[contact("Ada", past_companies=past)])
    assert rows(store, "contacts")[uid("Ada")]["past_companies"] == [past[0], past[0], past[1]]


def test_what_comes_in_can_be_found(store: Store) -> None:
    for n in ("1", "2"):
        take(
            store,
            contacts=[contact("Żaneta", tags=["climber"], greeting="Zuzu")],
            notes=[{"uid": uid("n"), "contact": uid("Żaneta"), "at": AT, "text": f"Tea number{n}"}],
            messages=[{"uid": uid("m"), "contact": uid("Żaneta"), "kind": "reconnect",
                       "channel": "email", "sent": AT, "body": f"Dear paragraph{n}"}],
        )  # fmt: skip
        with store.reading() as db:
            for word in ("zaneta", "climber", "zuzu", f"number{n}"):
                assert "person" in [hit.kind for hit in search.everything(db, word)], word
            assert [hit.kind for hit in search.everything(db, f"number{n}")] == ["person", "note"]
            assert [hit.kind for hit in search.everything(db, f"paragraph{n}")] == ["message"]
    with store.reading() as db:
        assert search.everything(db, "number1") == []
        assert db.rows("INSERT INTO contact_fts(contact_fts) VALUES('integrity-check')") == []


def test_a_key_goes_to_whom_it_belongs() -> None:
    assert settle({"a": "1", "b": "2"}, {"a": "2", "b": "1"}) == (set(), {})
    assert settle({"a": "1", "b": "2"}, {"a": "2"}) == ({"a"}, {})
    assert settle({"a": "1"}, {"x": "1", "y": "3", "z": "3"}) == (set(), {"x": "a", "z": "y"})
    # b cannot move to 3, so a cannot have 2.
    stay, lost = settle({"a": "1", "b": "2", "c": "3"}, {"a": "2", "b": "3"})
    assert (stay, lost) == ({"a", "b"}, {})
    assert settle({"a": None}, {"a": None, "x": None}) == (set(), {})


def test_nobody_is_taken_for_two_people() -> None:
    def person(slug: str | None = None, email: str = "", day: str | None = None) -> Features:
        return Features(slug, email, "ada", "acme", day)

    here = {"here": person("ada", "a@x.example")}
    both = {"mail": person(email="a@x.example"), "slug": person("ada")}
    assert recognize(both, here) == {"slug": "here"}
    assert recognize({"x": person(day="2020-01-01")}, {"y": person(day="2021-01-01")}) == {}
    assert recognize({"x": person(day="2020-01-01")}, {"y": person()}) == {"x": "y"}
