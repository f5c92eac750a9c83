"""Classes that are made whole late are what the standard decorator makes."""

from __future__ import annotations

import copy
import dataclasses
import pickle
import re
import threading
from typing import Any

import pytest

from ii_tui.core.messages import Limits
from ii_tui.lazy import dataclass, pattern


def declared() -> Any:
    """A class that nobody has used yet."""

    @dataclass(frozen=True, slots=True)
    class Card:
        """A card."""

        name: str
        lines: tuple[str, ...] = ()
        seen: dict[str, int] = dataclasses.field(default_factory=dict, compare=False)

        @property
        def short(self) -> str:
            return self.name[:3]

    return Card


def test_an_instance_is_as_ever() -> None:
    card = declared()("Lovelace", lines=("a",))
    assert (card.short, card.lines, card.seen) == ("Lov", ("a",), {})
    assert repr(card).endswith("Card(name='Lovelace', lines=('a',), seen={})")
    assert card == type(card)("Lovelace", ("a",), {"x": 1})
    assert len({card, copy.deepcopy(card)}) == 1
    assert not hasattr(card, "__dict__")
    assert dataclasses.replace(card, name="Ada").name == "Ada"
    with pytest.raises(dataclasses.FrozenInstanceError):
        card.name = "Hopper"
    with pytest.raises(TypeError):
        declared()()


def test_its_fields_are_there_before_any_instance() -> None:
    assert dataclasses.is_dataclass(declared())
    assert [field.name for field in dataclasses.fields(declared())] == ["name", "lines", "seen"]
    assert declared().__doc__ == "A card."


def test_one_of_ours_is_pickled() -> None:
    assert pickle.loads(pickle.dumps(Limits(sms=7))) == Limits(sms=7)


def test_two_threads_may_be_the_first() -> None:
    for _ in range(50):
        card, made = declared(), []
        start = threading.Barrier(4)

        def make(card: Any = card, made: list[Any] = made, start: Any = start) -> None:
            start.wait()
            made.append(card("Ada"))

        threads = [threading.Thread(target=make) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert made == [card("Ada")] * 4


def test_a_pattern_is_compiled_when_it_is_first_asked_and_is_then_as_any() -> None:
    made = pattern(r"(\d+)-(\d+)", re.ASCII)
    assert "fullmatch" not in vars(made)
    found = made.fullmatch("12-34")
    assert found is not None
    assert found.groups() == ("12", "34")
    assert made.fullmatch == re.compile(r"(\d+)-(\d+)", re.ASCII).fullmatch
    assert "fullmatch" in vars(made)
    assert made.sub("x", "a 1-2 b 3-4") == "a x b x"
    assert (made.pattern, made.groups) == (r"(\d+)-(\d+)", 2)


def test_a_pattern_that_is_wrong_says_so_when_it_is_asked() -> None:
    with pytest.raises(re.error):
        pattern("(").search("")
