"""Version 3: whether anyone is archived, and who, is told without reading everyone."""

from __future__ import annotations

VERSION = 3

COVERED = ()
"""No new table."""

RESCUED = ()

DELETING: dict[str, str] = {}

SQL = """
CREATE INDEX contact_archived ON contact(sort, id) WHERE archived IS NOT NULL;
"""
