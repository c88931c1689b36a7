"""What the desk check kept from leaving, and how long tickets were worked on (weekly figures 27 and 30)."""

SQL = """
-- Notes beside the desk's work, not part of it: no images, and a ticket that undo takes away leaves them standing.
CREATE TABLE caught (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('typo', 'privacy', 'tone', 'double')),
    ticket_id INTEGER NOT NULL,
    at INTEGER NOT NULL
) STRICT;
CREATE INDEX caught_at ON caught (at);

CREATE TABLE handling (
    id INTEGER PRIMARY KEY,
    ticket_id INTEGER NOT NULL,
    began_at INTEGER NOT NULL,
    ended_at INTEGER NOT NULL CHECK (ended_at > began_at)
) STRICT;
CREATE INDEX handling_began ON handling (began_at);
"""
