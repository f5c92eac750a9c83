"""SQLite through peewee: the only room that imports it, and the only one that knows its errors."""
