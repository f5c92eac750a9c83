"""The peewee models and the migrations describe one schema."""

from __future__ import annotations

import pytest

from ii_tui.store.database import Store
from ii_tui.store.migrations import covered, rescued
from ii_tui.store.tables import MODELS, Kept, Row

_DERIVED = {"contact_doc", "text_doc", "control", "change", "step"}
_AFFINITY = {"TEXT": "TEXT", "INT": "INTEGER", "AUTO": "INTEGER"}


def tables(store: Store) -> set[str]:
    return {
        name
        for (name,) in store.db.rows(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'sqlite_*' "
            "AND name NOT GLOB '*_fts*'"
        )
    }


def test_every_table_has_its_model(store: Store) -> None:
    assert {model._meta.table_name for model in MODELS} == tables(store) - _DERIVED


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_a_model_has_the_columns_of_its_table(store: Store, model: type[Row]) -> None:
    declared = {
        row[1]: (row[2], bool(row[3]) or bool(row[5]), row[4])
        for row in store.db.rows(f"PRAGMA table_info({model._meta.table_name})")
    }
    written = {}
    for field in model._meta.sorted_fields:
        kind = field.rel_field.field_type if hasattr(field, "rel_field") else field.field_type
        written[field.column_name] = (_AFFINITY[kind], not field.null, field.default)
    assert written.keys() == declared.keys()
    for name, (kind, required, default) in written.items():
        assert (kind, required) == declared[name][:2], name
        said = declared[name][2]
        if default is not None:
            assert said == (f"'{default}'" if isinstance(default, str) else str(default)), name


def test_foreign_keys_point_where_the_models_say(store: Store) -> None:
    for model in MODELS:
        table = model._meta.table_name
        declared = {(row[3], row[2]) for row in store.db.rows(f"PRAGMA foreign_key_list({table})")}
        assert declared == {
            (field.column_name, field.rel_model._meta.table_name) for field in model._meta.refs
        }, table


def test_every_reference_has_an_index(store: Store) -> None:
    """Without one, deleting a parent walks the whole child table."""
    missing = []
    for table in tables(store):
        first = set()
        for row in store.db.rows(f"PRAGMA index_list({table})"):
            first.add(store.db.rows(f"PRAGMA index_info({row[1]})")[0][2])
        for reference in store.db.rows(f"PRAGMA foreign_key_list({table})"):
            if reference[3] not in first:
                missing.append(f"{table}.{reference[3]}")
    assert missing == []


def test_what_a_person_edits_has_uid_and_rev(store: Store) -> None:
    for model in MODELS:
        names = {row[1] for row in store.db.rows(f"PRAGMA table_info({model._meta.table_name})")}
        assert ({"uid", "rev"} <= names) == issubclass(model, Kept)


def test_undo_covers_every_table_but_drafts_and_what_is_derived(store: Store) -> None:
    assert tables(store) - set(covered()) == _DERIVED | {"draft"}
    triggers = {
        name for (name,) in store.db.rows("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
    }
    assert triggers == {
        *(f"undo_{table}_{what}" for table in covered() for what in ("insert", "update", "delete")),
        *(f"undo_{table}_delete" for table in rescued()),
    }
    assert rescued() == ("draft",)
