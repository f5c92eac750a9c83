"""Version 1: people, companies, interviews and what happens in them."""

from __future__ import annotations

VERSION = 1

COVERED = (
    "company",
    "contact",
    "employment",
    "contact_tag",
    "interview",
    "meeting",
    "message",
    "event",
    "note",
    "introduction",
    "promise",
    "task",
    "setting",
    "import_run",
)
"""Drafts are outside (a text is undone key by key), so are search documents (derived)."""

RESCUED = ("draft",)
"""Undoing "Added Ada" deletes her drafts as well; redo must bring what was written back."""

DELETING = {
    "company": "its people keep their rows and lose the employer",
    "contact": "refused while anything refers to it: people are archived, not deleted",
    "interview": "refused while anything refers to it: interviews are closed, not deleted",
    "draft": "nothing else goes",
}

SQL = """
CREATE TABLE company(
  id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, rev INTEGER NOT NULL DEFAULT 1,
  name TEXT NOT NULL, folded TEXT NOT NULL UNIQUE,
  website TEXT NOT NULL DEFAULT '', notes TEXT NOT NULL DEFAULT '',
  target INTEGER NOT NULL DEFAULT 0,
  motivation INTEGER CHECK(motivation BETWEEN 0 AND 3),
  posting INTEGER CHECK(posting BETWEEN 1 AND 3),
  created TEXT NOT NULL
);

CREATE TABLE contact(
  id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, rev INTEGER NOT NULL DEFAULT 1,
  first TEXT NOT NULL, last TEXT NOT NULL DEFAULT '', greeting TEXT NOT NULL DEFAULT '',
  sort TEXT NOT NULL,
  company_id INTEGER REFERENCES company(id) ON DELETE SET NULL,
  title TEXT NOT NULL DEFAULT '', email TEXT NOT NULL DEFAULT '', phone TEXT NOT NULL DEFAULT '',
  slug TEXT UNIQUE, url TEXT NOT NULL DEFAULT '',
  zone TEXT NOT NULL DEFAULT '', country TEXT NOT NULL DEFAULT '', address TEXT NOT NULL DEFAULT '',
  closeness TEXT CHECK(closeness IN ('close', 'acquaintance', 'stranger')),
  how_known TEXT NOT NULL DEFAULT '',
  introduced_by INTEGER REFERENCES contact(id) ON DELETE SET NULL,
  connected_on TEXT, cadence_days INTEGER,
  do_not_contact INTEGER NOT NULL DEFAULT 0, archived TEXT,
  source TEXT NOT NULL DEFAULT '', source_first TEXT NOT NULL DEFAULT '',
  source_last TEXT NOT NULL DEFAULT '', source_company TEXT NOT NULL DEFAULT '',
  source_title TEXT NOT NULL DEFAULT '', source_email TEXT NOT NULL DEFAULT '',
  employer_seen TEXT, extra TEXT NOT NULL DEFAULT '', created TEXT NOT NULL
);
CREATE INDEX contact_sort ON contact(sort, id);
CREATE INDEX contact_listed ON contact(sort, id) WHERE archived IS NULL;
CREATE INDEX contact_email ON contact(email) WHERE email <> '';
CREATE INDEX contact_company ON contact(company_id) WHERE company_id IS NOT NULL;
CREATE INDEX contact_introduced ON contact(introduced_by) WHERE introduced_by IS NOT NULL;

CREATE TABLE employment(
  id INTEGER PRIMARY KEY,
  contact_id INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE,
  company_id INTEGER NOT NULL REFERENCES company(id) ON DELETE CASCADE,
  title TEXT NOT NULL DEFAULT '', ended TEXT NOT NULL
);
CREATE INDEX employment_contact ON employment(contact_id);
CREATE INDEX employment_company ON employment(company_id);

CREATE TABLE contact_tag(
  id INTEGER PRIMARY KEY,
  contact_id INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE,
  tag TEXT NOT NULL,
  UNIQUE(contact_id, tag)
);
CREATE INDEX contact_tag_tag ON contact_tag(tag);

CREATE TABLE interview(
  id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, rev INTEGER NOT NULL DEFAULT 1,
  contact_id INTEGER NOT NULL REFERENCES contact(id),
  company_id INTEGER REFERENCES company(id) ON DELETE SET NULL,
  stage TEXT NOT NULL, exit TEXT, exit_reason TEXT NOT NULL DEFAULT '',
  since TEXT NOT NULL, parked_until TEXT, both_thanks INTEGER NOT NULL DEFAULT 0,
  reach_out_on TEXT, opened TEXT NOT NULL
);
CREATE UNIQUE INDEX interview_open ON interview(contact_id) WHERE exit IS NULL;
CREATE INDEX interview_contact ON interview(contact_id);
CREATE INDEX interview_company ON interview(company_id) WHERE company_id IS NOT NULL;
CREATE INDEX interview_stage ON interview(stage, since) WHERE exit IS NULL;

CREATE TABLE meeting(
  id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, rev INTEGER NOT NULL DEFAULT 1,
  contact_id INTEGER NOT NULL REFERENCES contact(id),
  interview_id INTEGER REFERENCES interview(id),
  wall TEXT NOT NULL, zone TEXT NOT NULL, fold INTEGER NOT NULL DEFAULT 0, utc TEXT NOT NULL,
  minutes INTEGER NOT NULL DEFAULT 30, format TEXT NOT NULL DEFAULT 'coffee',
  place TEXT NOT NULL DEFAULT '', treat INTEGER NOT NULL DEFAULT 0,
  state TEXT NOT NULL DEFAULT 'planned', sequence INTEGER NOT NULL DEFAULT 0,
  invite_sequence INTEGER, invite_at TEXT, stamp TEXT NOT NULL
);
CREATE INDEX meeting_utc ON meeting(utc);
CREATE INDEX meeting_contact ON meeting(contact_id);
CREATE INDEX meeting_interview ON meeting(interview_id);

CREATE TABLE message(
  id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, rev INTEGER NOT NULL DEFAULT 1,
  contact_id INTEGER NOT NULL REFERENCES contact(id),
  interview_id INTEGER REFERENCES interview(id),
  kind TEXT NOT NULL, channel TEXT NOT NULL,
  subject TEXT NOT NULL DEFAULT '', body TEXT NOT NULL DEFAULT '',
  overrides TEXT NOT NULL DEFAULT '', sent TEXT NOT NULL
);
CREATE INDEX message_contact ON message(contact_id, sent);
CREATE INDEX message_sent ON message(sent);
CREATE INDEX message_interview ON message(interview_id) WHERE interview_id IS NOT NULL;

CREATE TABLE event(
  id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE,
  contact_id INTEGER NOT NULL REFERENCES contact(id),
  interview_id INTEGER REFERENCES interview(id),
  kind TEXT NOT NULL, at TEXT NOT NULL, recorded TEXT NOT NULL,
  message_kind TEXT, channel TEXT, answer TEXT, until TEXT, stage_from TEXT, stage_to TEXT,
  meeting_id INTEGER REFERENCES meeting(id), message_id INTEGER REFERENCES message(id),
  text TEXT NOT NULL DEFAULT ''
);
CREATE INDEX event_contact ON event(contact_id, at, id);
CREATE INDEX event_interview ON event(interview_id, at, id);
CREATE INDEX event_meeting ON event(meeting_id) WHERE meeting_id IS NOT NULL;
CREATE INDEX event_message ON event(message_id) WHERE message_id IS NOT NULL;

CREATE TABLE note(
  id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, rev INTEGER NOT NULL DEFAULT 1,
  contact_id INTEGER REFERENCES contact(id), company_id INTEGER REFERENCES company(id),
  interview_id INTEGER REFERENCES interview(id), at TEXT NOT NULL, text TEXT NOT NULL
);
CREATE INDEX note_contact ON note(contact_id, at);
CREATE INDEX note_company ON note(company_id, at) WHERE company_id IS NOT NULL;
CREATE INDEX note_interview ON note(interview_id) WHERE interview_id IS NOT NULL;

CREATE TABLE introduction(
  id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, rev INTEGER NOT NULL DEFAULT 1,
  introducer_id INTEGER NOT NULL REFERENCES contact(id),
  person_id INTEGER NOT NULL REFERENCES contact(id),
  interview_id INTEGER REFERENCES interview(id),
  state TEXT NOT NULL, at TEXT NOT NULL
);
CREATE INDEX introduction_person ON introduction(person_id);
CREATE INDEX introduction_introducer ON introduction(introducer_id);
CREATE INDEX introduction_interview ON introduction(interview_id)
  WHERE interview_id IS NOT NULL;

CREATE TABLE promise(
  id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, rev INTEGER NOT NULL DEFAULT 1,
  contact_id INTEGER NOT NULL REFERENCES contact(id),
  interview_id INTEGER REFERENCES interview(id),
  mine INTEGER NOT NULL DEFAULT 1, text TEXT NOT NULL, due TEXT, done TEXT
);
CREATE INDEX promise_contact ON promise(contact_id);
CREATE INDEX promise_interview ON promise(interview_id) WHERE interview_id IS NOT NULL;

CREATE TABLE task(
  id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE,
  contact_id INTEGER NOT NULL REFERENCES contact(id),
  interview_id INTEGER REFERENCES interview(id),
  kind TEXT NOT NULL, cause TEXT NOT NULL, opens TEXT NOT NULL, due TEXT,
  title TEXT NOT NULL, reason TEXT NOT NULL DEFAULT '', meeting TEXT, message_kind TEXT,
  moot TEXT, live INTEGER NOT NULL DEFAULT 1, state TEXT NOT NULL DEFAULT 'open', until TEXT,
  settled TEXT
);
CREATE INDEX task_open ON task(opens) WHERE live = 1 AND state IN ('open', 'snoozed');
CREATE INDEX task_interview ON task(interview_id);
CREATE INDEX task_contact ON task(contact_id);

CREATE TABLE draft(
  id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, rev INTEGER NOT NULL DEFAULT 1,
  contact_id INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE,
  interview_id INTEGER REFERENCES interview(id) ON DELETE SET NULL,
  kind TEXT NOT NULL, channel TEXT NOT NULL,
  subject TEXT NOT NULL DEFAULT '', body TEXT NOT NULL DEFAULT '',
  cursor INTEGER NOT NULL DEFAULT 0, template TEXT NOT NULL DEFAULT '', task TEXT,
  target_id INTEGER REFERENCES contact(id) ON DELETE SET NULL,
  overrides TEXT NOT NULL DEFAULT '', created TEXT NOT NULL, updated TEXT NOT NULL, copied TEXT
);
CREATE INDEX draft_contact ON draft(contact_id, updated);
CREATE INDEX draft_updated ON draft(updated);
CREATE INDEX draft_interview ON draft(interview_id) WHERE interview_id IS NOT NULL;
CREATE INDEX draft_target ON draft(target_id) WHERE target_id IS NOT NULL;

CREATE TABLE setting(
  id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, value TEXT NOT NULL
);

CREATE TABLE import_run(
  id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, at TEXT NOT NULL, source TEXT NOT NULL,
  name TEXT NOT NULL DEFAULT '', new INTEGER NOT NULL DEFAULT 0,
  updated INTEGER NOT NULL DEFAULT 0, unchanged INTEGER NOT NULL DEFAULT 0,
  rejected INTEGER NOT NULL DEFAULT 0, report TEXT NOT NULL DEFAULT ''
);

CREATE TABLE contact_doc(
  id INTEGER PRIMARY KEY, name TEXT NOT NULL, company TEXT NOT NULL, title TEXT NOT NULL,
  mail TEXT NOT NULL, tags TEXT NOT NULL, notes TEXT NOT NULL
);
CREATE VIRTUAL TABLE contact_fts USING fts5(
  name, company, title, mail, tags, notes,
  content='contact_doc', content_rowid='id', prefix='1 2 3',
  tokenize="unicode61 remove_diacritics 0"
);

CREATE TABLE text_doc(
  id INTEGER PRIMARY KEY, kind TEXT NOT NULL, ref INTEGER NOT NULL, contact_id INTEGER,
  company_id INTEGER, at TEXT NOT NULL, text TEXT NOT NULL,
  UNIQUE(kind, ref)
);
CREATE VIRTUAL TABLE text_fts USING fts5(
  text, content='text_doc', content_rowid='id', prefix='2 3',
  tokenize="unicode61 remove_diacritics 0"
);

CREATE TABLE control(
  id INTEGER PRIMARY KEY CHECK(id = 1), change_id INTEGER, process TEXT NOT NULL DEFAULT ''
);
INSERT INTO control(id) VALUES(1);

CREATE TABLE change(
  id INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, process TEXT NOT NULL,
  name TEXT NOT NULL, undone INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX change_undone ON change(undone, id);

CREATE TABLE step(
  id INTEGER PRIMARY KEY AUTOINCREMENT, change_id INTEGER NOT NULL REFERENCES change(id),
  process TEXT NOT NULL, tbl TEXT NOT NULL, row INTEGER NOT NULL, sql TEXT NOT NULL
);
CREATE INDEX step_change ON step(change_id, id);
CREATE INDEX step_row ON step(tbl, row);
"""
