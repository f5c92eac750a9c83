"""Whose closeness is still to be said, the ties that matter first, a window at a time.

Three groups follow one another: people at target companies, in the order of the LAMP list; people
with an open interview or a touch of late; everyone else by the latest connection. Each is asked
for only when the one before it has given less than was wanted.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import datetime

from ii_tui.core.dates import instant_text
from ii_tui.core.models import TieRow, full_name
from ii_tui.lazy import dataclass
from ii_tui.store.contacts import Filter
from ii_tui.store.driver import Db
from ii_tui.store.reading import maybe_closeness, maybe_day, maybe_instant, maybe_stage

_TOUCHES = "('sent', 'received', 'call', 'met', 'posted')"
_TARGETS = "SELECT id FROM company WHERE target = 1"
_LIVELY = (
    "SELECT contact_id FROM interview WHERE exit IS NULL "
    f"UNION SELECT contact_id FROM event WHERE at >= ? AND kind IN {_TOUCHES}"
)
_ELSEWHERE = f"coalesce(c.company_id, 0) NOT IN ({_TARGETS})"
_LATEST = "c.connected_on DESC, c.id DESC"


@dataclass(frozen=True, slots=True)
class _Asked:
    """Who may be asked about, as SQL."""

    where: str
    values: tuple[object, ...]
    indexed: bool
    """whether the two partial indexes hold all of them"""

    @classmethod
    def of(cls, wanted: Filter, everyone: bool, gone: Collection[int]) -> _Asked:
        where, values = wanted.where()
        # In the words of the partial indexes, or they could not be walked for it.
        where += " AND c.do_not_contact = 0" + ("" if everyone else " AND c.closeness IS NULL")
        where += " AND c.id NOT IN (SELECT value FROM json_each(?))"
        values = [*values, str(sorted(gone))]  # a list of numbers is JSON as it is
        return cls(where, tuple(values), not everyone and not wanted.archived)

    def people(self, index: str) -> str:
        """The people, walked by the index where it holds them."""
        return f"contact c INDEXED BY {index}" if self.indexed else "contact c"


def count(db: Db, wanted: Filter, *, everyone: bool, gone: Collection[int]) -> int:
    """How many are still to be asked about."""
    asked = _Asked.of(wanted, everyone, gone)
    return int(db.value(f"SELECT count(*) FROM contact c WHERE {asked.where}", *asked.values))


def at_targets(db: Db) -> int:
    """How many people at target companies were never sorted."""
    asked = _Asked.of(Filter(), False, ())
    return int(
        db.value(
            f"SELECT count(*) FROM {asked.people('contact_unsorted')} "
            f"WHERE {asked.where} AND c.company_id IN ({_TARGETS})",
            *asked.values,
        )
    )


def following(
    db: Db,
    wanted: Filter,
    *,
    everyone: bool,
    gone: Collection[int],
    lately: datetime,
    limit: int,
) -> list[TieRow]:
    """The next ones to be asked about, without those of `gone`.

    `lately` is the instant from which a touch counts as recent.
    """
    from ii_tui.store.companies import LAMP

    asked, ids = _Asked.of(wanted, everyone, gone), list[int]()

    def more(sql: str, *values: object) -> None:
        if len(ids) < limit:
            found = db.rows(f"{sql} LIMIT ?", *asked.values, *values, limit - len(ids))
            ids.extend(row[0] for row in found)

    for (company,) in db.rows(f"SELECT o.id FROM company o WHERE o.target = 1 ORDER BY {LAMP}"):
        more(
            f"SELECT c.id FROM {asked.people('contact_unsorted')} "
            f"WHERE {asked.where} AND c.company_id = ? ORDER BY {_LATEST}",
            company,
        )
    since = instant_text(lately)
    more(
        f"SELECT c.id FROM contact c WHERE {asked.where} AND {_ELSEWHERE} AND c.id IN ({_LIVELY}) "
        f"ORDER BY (SELECT max(at) FROM event WHERE contact_id = c.id) DESC, c.id DESC",
        since,
    )
    more(
        f"SELECT c.id FROM {asked.people('contact_unsorted_latest')} WHERE {asked.where} "
        f"AND {_ELSEWHERE} AND c.id NOT IN ({_LIVELY}) ORDER BY {_LATEST}",
        since,
    )
    return list(_rows(db, ids))


def _rows(db: Db, ids: list[int]) -> Iterator[TieRow]:
    found = {
        row[0]: row
        for row in db.rows(
            f"SELECT c.id, c.first, c.last, c.title, coalesce(o.name, ''), coalesce(o.target, 0), "
            f"c.closeness, c.connected_on, c.how_known, n.first, n.last, "
            f"(SELECT group_concat(tag, char(10)) FROM contact_tag WHERE contact_id = c.id), "
            f"i.stage, e.kind, e.at FROM contact c "
            f"LEFT JOIN company o ON o.id = c.company_id "
            f"LEFT JOIN contact n ON n.id = c.introduced_by "
            f"LEFT JOIN interview i ON i.contact_id = c.id AND i.exit IS NULL "
            f"LEFT JOIN event e ON e.id = (SELECT id FROM event WHERE contact_id = c.id "
            f"AND kind IN {_TOUCHES} ORDER BY at DESC, id DESC LIMIT 1) "
            f"WHERE c.id IN ({','.join('?' * len(ids))})",
            *ids,
        )
    }
    for one in ids:
        row = found[one]
        yield TieRow(
            id=row[0],
            first=row[1],
            last=row[2],
            title=row[3],
            company=row[4],
            target=bool(row[5]),
            closeness=maybe_closeness(row[6]),
            connected_on=maybe_day(row[7]),
            how_known=row[8],
            introducer=full_name(row[9] or "", row[10] or ""),
            tags=tuple(sorted((row[11] or "").split("\n"))) if row[11] else (),
            stage=maybe_stage(row[12]),
            touch=row[13] or "",
            touched=maybe_instant(row[14]),
        )
