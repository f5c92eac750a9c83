"""`dataclass` and `pattern` for what a start declares and seldom uses: made whole on first use.

The standard decorator compiles six methods a class in 0.4 ms, and a start declares sixty classes.
Here one is declared in 0.01 ms; its first instances are filled by hand, and it is made whole by
the standard decorator when it has many, or anything but its fields is asked for. What it then is
and does is the same. An expression takes as long to compile, a large one ten times as long.
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
_BY_HAND = 24
"""instances of a class that are filled by hand: about what the standard methods cost to compile"""
_making = threading.RLock()


def _declared(cls: type, options: dict[str, bool]) -> type:
    """The class with its slots, and with methods that make the rest."""
    names = [
        name
        for name, kind in vars(cls).get("__annotations__", {}).items()
        if "ClassVar" not in str(kind)
    ]
    # The slot of a field takes the place of its default.
    body = {name: cls.__dict__[name] for name in cls.__dict__.keys() - _RENEWED - set(names)}
    rest: dict[str, Any] = {name: _later(name) for name in _compiled(options) - body.keys()}
    if options.get("eq", True) and not options.get("frozen") and "__hash__" not in body:
        rest["__hash__"] = None
    rest["__match_args__"] = tuple(names)
    made: Any = type(cls)(cls.__name__, cls.__bases__, body | rest | {"__slots__": tuple(names)})
    made.__qualname__ = cls.__qualname__
    defaults, factories, simple = _defaults(cls, names)
    needed = set(names) - factories.keys()
    simple = simple and options.keys() <= {"frozen", "eq"}
    left = _BY_HAND if simple else 0

    def make() -> None:
        with _making:
            if made.__init__ is not first:
                return  # by another thread, meanwhile
            whole: type = dataclasses.dataclass(slots=True, **options)(cls)
            for name in whole.__dict__.keys() - body.keys() - _RENEWED - set(names) - {"__init__"}:
                setattr(made, name, whole.__dict__[name])
            made.__init__ = whole.__dict__["__init__"]

    def first(self: Any, *args: Any, **values: Any) -> None:
        nonlocal left
        left -= 1
        given = defaults | dict(zip(names, args, strict=False)) | values
        twice = len(args) > len(names) or not values.keys().isdisjoint(names[: len(args)])
        if left < 0 or twice or not needed <= given.keys() <= set(names):
            make()
            self.__init__(*args, **values)
            return
        for name, value in given.items():
            object.__setattr__(self, name, value)
        for name in factories.keys() - given.keys():
            object.__setattr__(self, name, factories[name]())
        if "__post_init__" in body:
            self.__post_init__()

    made.__init__ = first
    setattr(made, _FIELDS, _Fields(make))
    return made  # type: ignore[no-any-return]  # made by type()


def _defaults(
    cls: type, names: list[str]
) -> tuple[dict[str, Any], dict[str, Callable[[], Any]], bool]:
    """Default values, what makes them anew, and whether there is no more to an instance."""
    values = {name: cls.__dict__[name] for name in names if name in cls.__dict__}
    made = {name: one for name, one in values.items() if isinstance(one, dataclasses.Field)}
    factories: dict[str, Any] = {}
    simple = not any(_FIELDS in vars(base) for base in cls.__mro__[1:])
    for name, one in made.items():
        del values[name]
        if one.default_factory is not dataclasses.MISSING:
            factories[name] = one.default_factory
        elif one.default is not dataclasses.MISSING:
            values[name] = one.default
        simple = simple and one.init and one.kw_only is not True
    return values, factories, simple


def _compiled(options: dict[str, bool]) -> set[str]:
    """The methods that the standard decorator adds, but for `__init__`."""
    names = {"__repr__", *(("__eq__",) if options.get("eq", True) else ())}
    if options.get("frozen"):
        names |= {"__setattr__", "__delattr__", "__getstate__", "__setstate__"}
        names |= {"__hash__"} if options.get("eq", True) else set()
    return names


def _later(name: str) -> Callable[..., Any]:
    """A method that makes its class whole, and then does what the real one does."""

    def method(self: Any, *args: Any) -> Any:
        for cls in type(self).__mro__:
            if cls.__dict__.get(name) is method:
                dataclasses.fields(cls)
                return getattr(cls, name)(self, *args)
        raise AttributeError(name)

    return method


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
