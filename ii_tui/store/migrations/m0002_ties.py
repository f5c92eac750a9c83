"""Version 2: who was never sorted, and who is to hear the news, is found without reading all."""

from __future__ import annotations

VERSION = 2

COVERED = ()
"""No new table."""

RESCUED = ()

DELETING: dict[str, str] = {}

SQL = """
CREATE INDEX contact_unsorted ON contact(company_id, connected_on DESC, id DESC)
  WHERE closeness IS NULL AND archived IS NULL AND do_not_contact = 0;
CREATE INDEX contact_unsorted_latest ON contact(connected_on DESC, id DESC)
  WHERE closeness IS NULL AND archived IS NULL AND do_not_contact = 0;
CREATE INDEX task_outcome ON task(contact_id) WHERE kind = 'outcome';
"""
