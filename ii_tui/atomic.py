"""Files that are either whole or not there: temporary name, fsync, rename, mode 0600."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from ii_tui.errors import DiskFull, IiError


def write_private(path: Path, data: bytes, *, replace: bool = True) -> None:
    """Writes `data` to `path` atomically as 0600.

    With `replace=False` an existing file or link at `path` is an error and stays untouched, as
    does a folder or a device always.
    Raises IiError with the path and the cause.
    """
    if not replace and os.path.lexists(path):
        raise IiError(
            f"{path} is already there, and was left as it is.",
            title="Not written",
            hint="Choose another name.",
        )
    if os.path.exists(path) and not os.path.isfile(path):
        # A device or a pipe would be replaced by a file, for everybody.
        raise IiError(
            f"{path} is not a file, and was left as it is.",
            title="Not written",
            hint="Name a file.",
        )
    temporary = path.with_name(f".{path.name}.{os.urandom(4).hex()}.tmp")
    try:
        handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(data)
                stream.flush()
                os.fsync(stream.fileno())
            os.replace(temporary, path)
        except BaseException:
            with contextlib.suppress(OSError):
                temporary.unlink()
            raise
        directory = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(directory)
        finally:
            os.close(directory)
    except OSError as error:
        kind = DiskFull if error.errno in {28, 122} else IiError
        raise kind(
            f"{path} could not be written: {error.strerror or error}.",
            title="Not written",
            hint="Check the folder and the room on its disk, or choose another place.",
        ) from error
