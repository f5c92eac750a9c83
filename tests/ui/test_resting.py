"""When garbage is collected: at rest, once after the last key."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest

from ii_tui.ui.resting import SELDOM, Resting


@pytest.fixture(autouse=True)
def thresholds() -> Iterator[None]:
    """Those of the tests are what they were."""
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)


class Ring:
    """Something that holds itself."""

    def __init__(self) -> None:
        self.me = self


def test_garbage_waits_until_nobody_types() -> None:
    resting = Resting()
    resting.begin()
    assert gc.get_threshold() == SELDOM
    gone = weakref.ref(Ring())
    assert not resting.look()
    resting.key()
    assert not resting.look(), "somebody typed a moment ago"
    assert resting.look()
    assert gone() is None
    assert not resting.look(), "one that rests on has nothing to collect"
    resting.key()
    assert [resting.look() for _ in range(3)] == [False, True, False]


def test_where_the_process_is_not_ours_nothing_is_changed() -> None:
    before = gc.get_threshold()
    resting = Resting()
    assert [resting.look() for _ in range(3)] == [False] * 3
    assert gc.get_threshold() == before
