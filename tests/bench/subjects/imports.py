"""An import of 30,000 beside the same rows through a raw executemany."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator
from itertools import count

from ii_tui.services import importing
from ii_tui.store.driver import Db, sqlite
from ii_tui.store.writer import Writer
from tests.bench.bench import Bench
from tests.bench.measure import in_turn, median
from tests.bench.table import Figure, ratio
from tests.files.make_connections import connections_csv, people

RUNS = 7
SCHEMA = """CREATE TABLE person(id INTEGER PRIMARY KEY, first TEXT, last TEXT, slug TEXT,
  email TEXT, company TEXT, title TEXT, day TEXT)"""
INDEX = "CREATE INDEX person_name ON person(last, first, id)"
INSERT = "INSERT INTO person(first, last, slug, email, company, title, day) VALUES(?,?,?,?,?,?,?)"


def measure(bench: Bench) -> Iterator[Figure]:
    """Raw, through the store's driver, and the whole way: parse, match, index, receipt."""
    size = bench.size(30_000)
    rows = [
        (one.first, one.last, one.slug, one.email, one.company, one.title, one.day.isoformat())
        for one in people(size)
    ]
    data = connections_csv(size)
    number = count()

    def raw() -> float:
        connection = sqlite.connect(
            str(bench.folder / f"raw{next(number)}.db"), isolation_level=None
        )
        connection.execute(SCHEMA)
        connection.execute(INDEX)

        def work() -> None:
            connection.execute("BEGIN IMMEDIATE")
            connection.executemany(INSERT, rows)
            connection.execute("COMMIT")

        found = _timed(work)
        connection.close()
        return found

    def driver() -> float:
        db: Db = Writer(str(bench.folder / f"driver{next(number)}.db"), lock_type="IMMEDIATE")
        db.run(SCHEMA)
        db.run(INDEX)

        def work() -> None:
            with db.atomic():
                db.many(INSERT, rows)

        found = _timed(work)
        db.close()
        return found

    def whole() -> float:
        with bench.desk(bench.folder / f"whole{next(number)}.db") as desk:
            return _timed(lambda: importing.import_data(desk, data, kind="linkedin"))

    found = in_turn(bench.runs(RUNS), {"raw": raw, "driver": driver, "whole": whole})
    floor = median(found["raw"])
    yield ratio("import rows", median(found["driver"]), floor, "ms")
    yield ratio("import whole", median(found["whole"]), floor, "ms")


def _timed(work: Callable[[], object]) -> float:
    gc.collect()
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000
