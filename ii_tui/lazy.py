"""`dataclass` and `pattern` for what a start declares and seldom uses: made whole on first use.

The standard decorator compiles six methods a class in 0.3 ms, and a start declares sixty classes.
Here one is declared in 0.01 ms, and made whole by the standard decorator when its first instance
is made or `dataclasses` asks for its fields. What it then is and does is the same. An expression
takes as long to compile, a large one ten times as long.
"""

from __future__ import annotations

import dataclasses
import re
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:

    def dataclass(*, slots: bool, **options: bool) -> Callable[[type], type]:
        """As `dataclasses.dataclass(slots=True, ...)`, for a class without an `__init__`."""
        if not slots:
            raise TypeError("only classes with slots are made lazily")
        return lambda cls: _declared(cls, options)


_FIELDS = "__dataclass_fields__"
_RENEWED = frozenset({"__dict__", "__weakref__", "__slots__"})
_making = threading.RLock()


def _declared(cls: type, options: dict[str, bool]) -> type:
    """The class with its slots, and with an `__init__` that makes the rest."""
    names = [
        name
        for name, kind in vars(cls).get("__annotations__", {}).items()
        if "ClassVar" not in str(kind)
    ]
    # The slot of a field takes the place of its default.
    body = {name: cls.__dict__[name] for name in cls.__dict__.keys() - _RENEWED - set(names)}
    made: Any = type(cls)(cls.__name__, cls.__bases__, body | {"__slots__": tuple(names)})
    made.__qualname__ = cls.__qualname__

    def make() -> None:
        with _making:
            if made.__init__ is not first:
                return  # by another thread, meanwhile
            whole: type = dataclasses.dataclass(slots=True, **options)(cls)
            for name in whole.__dict__.keys() - body.keys() - _RENEWED - set(names) - {"__init__"}:
                setattr(made, name, whole.__dict__[name])
            made.__init__ = whole.__dict__["__init__"]

    def first(self: Any, *args: Any, **values: Any) -> None:
        make()
        self.__init__(*args, **values)

    made.__init__ = first
    setattr(made, _FIELDS, _Fields(make))
    return made  # type: ignore[no-any-return]  # made by type()


class _Fields:
    """Stands for the fields of a class until somebody asks for them."""

    def __init__(self, make: Callable[[], None]) -> None:
        self._make = make

    def __get__(self, instance: object, owner: type) -> Any:
        self._make()
        return getattr(owner, _FIELDS)


def pattern(expression: str, flags: int = 0) -> re.Pattern[str]:
    """As `re.compile`, which is called when the pattern is first asked for anything."""
    return cast("re.Pattern[str]", _Pattern(expression, flags))


class _Pattern:
    """Stands for a pattern; what it was asked for once it answers by itself."""

    def __init__(self, expression: str, flags: int) -> None:
        self._asked = expression, flags

    def __getattr__(self, name: str) -> Any:
        # `re` keeps what it compiled, so a second name costs no second compiling.
        found = getattr(re.compile(*self._asked), name)
        setattr(self, name, found)
        return found
