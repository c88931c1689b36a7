"""What the operator's corrections teach triage: which label of which message was put right."""

SQL = """
CREATE TABLE triage_lesson (
    -- Ids are never used again: count and sum of them tell whether anything has changed.
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    message_id INTEGER NOT NULL REFERENCES message(id),
    field TEXT NOT NULL CHECK (field IN ('kind', 'nature', 'department', 'urgency', 'audience')),
    label TEXT NOT NULL CHECK (label <> ''),
    UNIQUE (message_id, field)
) STRICT;
"""
