"""What we owe after an answer: promises with their time, remedies given, praise that was kept."""

SQL = """
-- intent_id names the reply that made it ('' for one noted by hand); previous_id the promise it put off.
CREATE TABLE promise (
    id INTEGER PRIMARY KEY,
    ticket_id INTEGER NOT NULL REFERENCES ticket(id),
    intent_id TEXT NOT NULL DEFAULT '',
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    due_at INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'kept', 'late', 'cancelled')),
    settled_at INTEGER,
    previous_id INTEGER REFERENCES promise(id),
    CHECK ((state = 'open') = (settled_at IS NULL))
) STRICT;
CREATE INDEX promise_ticket ON promise (ticket_id, due_at);
CREATE INDEX promise_open ON promise (due_at, id) WHERE state = 'open';
CREATE INDEX promise_due ON promise (due_at);
CREATE INDEX promise_settled ON promise (settled_at) WHERE settled_at IS NOT NULL;
CREATE INDEX promise_previous ON promise (previous_id) WHERE previous_id IS NOT NULL;

-- Amounts in fen. limit_cents is the limit as it was then: a later change does not rewrite what was allowed.
CREATE TABLE remedy (
    id INTEGER PRIMARY KEY,
    ticket_id INTEGER NOT NULL REFERENCES ticket(id),
    kind TEXT NOT NULL,
    cents INTEGER NOT NULL CHECK (cents >= 0),
    note TEXT NOT NULL DEFAULT '',
    limit_cents INTEGER NOT NULL CHECK (limit_cents >= 0),
    approved_by TEXT NOT NULL DEFAULT '',
    given_at INTEGER NOT NULL,
    CHECK (cents <= limit_cents OR approved_by <> '')
) STRICT;
CREATE INDEX remedy_ticket ON remedy (ticket_id);
CREATE INDEX remedy_given ON remedy (given_at);

CREATE TABLE testimonial (
    id INTEGER PRIMARY KEY,
    ticket_id INTEGER NOT NULL UNIQUE REFERENCES ticket(id),
    text TEXT NOT NULL,
    permission TEXT NOT NULL CHECK (permission IN ('not_asked', 'given', 'refused')),
    kept_at INTEGER NOT NULL
) STRICT;
CREATE INDEX testimonial_kept ON testimonial (kept_at);
"""
