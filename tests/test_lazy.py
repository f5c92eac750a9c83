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


def plain(**options: bool) -> Any:
    """A class that nobody has used yet, with a base that has no fields."""

    class Base:
        __slots__ = ()

    @dataclass(slots=True, **options)
    class Pair(Base):
        left: int
        right: tuple[int, ...] = (2,)
        rest: list[int] = dataclasses.field(default_factory=list, hash=False)
        same: int = dataclasses.field(default=4)

        def __post_init__(self) -> None:
            assert self.rest is not None

    return Pair


def is_whole(cls: Any) -> bool:
    """Whether the standard decorator made it."""
    return "__dataclass_params__" in vars(cls)


def test_the_first_instances_are_filled_without_the_standard_methods() -> None:
    pair = plain(frozen=True)
    made = [pair(1), pair(1, (2,)), pair(right=(3,), left=1)]
    assert [(one.left, one.right) for one in made] == [(1, (2,)), (1, (2,)), (1, (3,))]
    assert [(one.rest, one.same) for one in made] == [([], 4)] * 3
    assert made[0].rest is not made[1].rest
    assert not is_whole(pair)
    assert made[0] == made[1] != made[2]
    assert is_whole(pair)
    many = plain(frozen=True)
    assert len({many(number) for number in range(100)}) == 100
    assert is_whole(many)


@pytest.mark.parametrize("frozen", [True, False])
@pytest.mark.parametrize(
    "use",
    [
        repr,
        copy.copy,
        copy.deepcopy,
        dataclasses.asdict,
        lambda one: one == type(one)(1),
        lambda one: one != 5,
        lambda one: hash(one),
        lambda one: setattr(one, "left", 2),
        lambda one: setattr(one, "other", 2),
        lambda one: delattr(one, "left"),
        lambda one: type(one)(),
        lambda one: type(one)(1, 2, [3], 4, 5),
        lambda one: type(one)(1, left=1),
        lambda one: type(one)(1, other=1),
    ],
)
def test_whatever_is_done_first_is_as_with_the_standard_one(use: Any, frozen: bool) -> None:
    @dataclasses.dataclass(slots=True, frozen=frozen)
    class Pair:
        left: int
        right: tuple[int, ...] = (2,)
        rest: list[int] = dataclasses.field(default_factory=list, hash=False)
        same: int = dataclasses.field(default=4)

    def outcome(one: Any) -> Any:
        try:
            found = use(one)
        except (TypeError, AttributeError) as error:
            return type(error)
        if dataclasses.is_dataclass(found):
            return dataclasses.astuple(found)  # type: ignore[arg-type]
        return found.rpartition(".")[2] if isinstance(found, str) else found

    assert outcome(plain(frozen=frozen)(1)) == outcome(Pair(1))


def test_an_instance_that_was_filled_by_hand_is_matched_by_place() -> None:
    pair = plain(frozen=True)
    match pair(1, (3,)):
        case pair(left, right):
            assert (left, right) == (1, (3,))
        case _:
            raise AssertionError


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


def test_one_with_the_fields_of_another_is_made_whole_at_once() -> None:
    @dataclass(slots=True)
    class More(plain()):  # type: ignore[misc]
        more: int = 5

    assert dataclasses.astuple(More(1)) == (1, (2,), [], 4, 5)
