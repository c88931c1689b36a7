"""What the weekly page keeps: edited conclusions and the plan; and the indexes its further figures are read by."""

SQL = """
-- ``week`` as 2026-W47. A week without a row has the sentences that follow from its figures.
CREATE TABLE week_note (
    id INTEGER PRIMARY KEY,
    week TEXT NOT NULL UNIQUE,
    text TEXT NOT NULL CHECK (text <> ''),
    written_at INTEGER NOT NULL
) STRICT;

CREATE TABLE plan_item (
    id INTEGER PRIMARY KEY,
    week TEXT NOT NULL,
    action TEXT NOT NULL CHECK (action <> ''),
    owner TEXT NOT NULL DEFAULT '',
    -- A date as 2026-11-27, or empty.
    due_on TEXT NOT NULL DEFAULT '',
    done_at INTEGER,
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX plan_item_week ON plan_item (week, id);

CREATE INDEX promise_made ON promise (made_at);
CREATE INDEX count_sample_at ON count_sample (at);
CREATE INDEX intent_slip ON intent (decided_at) WHERE open_typos > 0;
"""
