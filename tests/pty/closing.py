"""What is closed at the end of a `with`, however that comes."""

from __future__ import annotations

from types import TracebackType
from typing import Self


class Closing:
    """For harnesses that start something: `close` ends what is left of it."""

    def close(self) -> None:
        """Ends what is left."""
        raise NotImplementedError

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
