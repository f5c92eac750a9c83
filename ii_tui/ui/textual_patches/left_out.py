"""Textual imported without what no screen of ours uses: 14 ms of a start, and the memory of it.

And quick: of two frames within 16 ms the second one waits, though nothing is drawn sixty times a
second here. A letter's frame is a second one where the letter before it led to a look-up.

Its palette alone brings a tree of folders and five more widgets. A name of what is left out is
there all the same, and who uses it gets the module then; only a TLS of asyncio's is gone for good.
Textual is pinned, and tests/ui/test_left_out.py guards what is leaned on here.
"""

from __future__ import annotations

import contextlib
import importlib
import os
import sys
import types
import typing
from collections.abc import Iterator
from typing import Any, Final

_LATER: Final = {
    "platformdirs": ("user_downloads_path",),
    "textual.command": (
        *("CommandListItem", "CommandPalette", "DiscoveryHit", "Hit", "Hits"),
        *("Provider", "SimpleProvider"),
    ),
    "uuid": ("uuid4",),
}
"""Modules, and what Textual takes of them by name."""


class Later(type):
    """A class or a function of a module that comes with its first use."""

    def __call__(cls, *args: Any, **options: Any) -> Any:
        """What the real one makes or returns."""
        return cls._real()(*args, **options)

    def __getattr__(cls, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(cls._real(), name)

    def __instancecheck__(cls, instance: object) -> bool:
        return cls.__module__ in sys.modules and isinstance(instance, cls._real())

    def _real(cls) -> Any:
        real = getattr(importlib.import_module(cls.__module__), cls.__name__)
        if real is cls:
            raise TypeError(f"{cls.__name__} was made of a class that is left out")
        return real


def _stand_in(module: str, names: tuple[str, ...]) -> types.ModuleType:
    made = types.ModuleType(module)
    for name in names:
        setattr(made, name, Later(name, (), {"__module__": module}))
    return made


_FPS: Final = "TEXTUAL_FPS", "240"
"""What Textual takes from the environment when it is imported; a setting of the person's stays."""


@contextlib.contextmanager
def left_out() -> Iterator[None]:
    """Inside, Textual is imported without; afterwards every import finds what it always found.

    Nothing is left out where Textual is there already.
    """
    if "textual.app" in sys.modules:
        yield
        return
    stand_ins: dict[str, Any] = {name: _stand_in(name, names) for name, names in _LATER.items()}
    # An import of ssl fails, as where Python was built without; all that Textual wants of
    # typing_extensions is in the typing of our oldest Python.
    stand_ins |= {"ssl": None, "typing_extensions": typing}
    stand_ins = {name: one for name, one in stand_ins.items() if name not in sys.modules}
    sys.modules.update(stand_ins)
    name, rate = _FPS
    asked = name in os.environ
    os.environ.setdefault(name, rate)
    try:
        yield
    finally:
        if not asked:
            del os.environ[name]  # the editor that is opened later may be another Textual's
        for name in stand_ins:
            del sys.modules[name]
