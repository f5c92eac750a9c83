"""Errors a person can act on; everything else that is raised is a bug."""

from __future__ import annotations


class IiError(Exception):
    """An error told to a person: what, where, why (`message`) and what to do (`hint`).

    `exit` is the process exit code of the command line contract: 1 done in part, 2 wrong use,
    3 nothing could be done.
    """

    title = "That did not work"
    code = "error"
    exit = 1

    def __init__(
        self, message: str, *, title: str = "", hint: str = "", code: str = "", exit: int = 0
    ) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        if title:
            self.title = title
        if code:
            self.code = code
        if exit:
            self.exit = exit

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class Usage(IiError):
    """Wrong use: an unknown id, an unreadable value, several people that fit."""

    title = "That is not clear"
    code = "usage"
    exit = 2


class Nothing(IiError):
    """Nothing could be done: nobody of that name, nothing to undo."""

    title = "Nothing to do"
    code = "nothing"
    exit = 3


class Stale(IiError):
    """The row changed since it was read; the caller keeps the typed text and shows both."""

    title = "Changed elsewhere"
    code = "stale"


class Locked(IiError):
    """Another process holds the database longer than we wait."""

    title = "The database is busy"
    code = "locked"


class DiskFull(IiError):
    """No room or no write on the disk of the database; drafts stay in memory."""

    title = "The disk is full"
    code = "disk_full"


class Newer(IiError):
    """The database was written by a newer ii-tui than this one."""

    title = "This database is newer"
    code = "newer"
    exit = 3


class Corrupt(IiError):
    """The file is not a database of ours, or damaged."""

    title = "The database cannot be read"
    code = "corrupt"
    exit = 3
