"""A senior person answers what is asked under one post (mission G14), and finding what was asked there."""

SQL = """
CREATE TABLE interview (
    id INTEGER PRIMARY KEY,
    post TEXT NOT NULL CHECK (post <> ''),
    link TEXT NOT NULL DEFAULT '',
    who TEXT NOT NULL CHECK (who <> ''),
    planned_at INTEGER NOT NULL,
    began_at INTEGER NOT NULL,
    ended_at INTEGER
) STRICT;
CREATE INDEX message_parent ON message (parent_platform_id, turn_id)
    WHERE parent_platform_id <> '' AND direction = 'in' AND turn_id IS NOT NULL;
"""
