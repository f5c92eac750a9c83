"""What kind of disk a database lies on, and so which journal it may keep."""

from __future__ import annotations

from pathlib import Path

_REMOTE = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "glusterfs", "lustre"}
    | {"ncpfs", "vboxsf", "prl_fs", "virtiofs"}
)


def file_system(path: Path, mounts: str | None = None) -> str:
    """The type of the file system that holds `path` ("ext4", "nfs4"), "" where it is not known.

    `mounts` is the text of /proc/self/mountinfo; without it that file is read.
    """
    if mounts is None:
        try:
            mounts = Path("/proc/self/mountinfo").read_text("utf-8", "replace")
        except OSError:
            return ""
    best, kind = -1, ""
    target = str(path.resolve())
    for line in mounts.splitlines():
        left, dash, right = line.partition(" - ")
        fields = left.split()
        if not dash or len(fields) < 5:
            continue
        point = fields[4].replace("\\040", " ")
        inside = target == point or target.startswith(point.rstrip("/") + "/")
        # A later mount on the same point hides the earlier one.
        if inside and len(point) >= best:
            best, kind = len(point), right.split()[0]
    return kind


def journal_mode(kind: str, sqlite_version: tuple[int, ...]) -> tuple[str, str]:
    """The journal mode for a file system type and an SQLite version, and why, in words.

    WAL needs every process on one host, and SQLite before 3.51.3 may corrupt it with two writers.
    """
    if kind in _REMOTE or kind.startswith("fuse"):
        return "truncate", f"the disk is {kind}, which other machines may write to"
    if sqlite_version < (3, 51, 3):
        version = ".".join(map(str, sqlite_version))
        return "truncate", f"SQLite {version} is older than 3.51.3"
    return "wal", "the disk is local and SQLite is current"
