"""Chatter gathered for one look, saved searches (mission A10) and leads (mission F1–F5).

``ticket.gathered`` is derived at every commit like the level (storage/gathered.py): 0, or how sure triage is.
"""

SQL = """
ALTER TABLE ticket ADD COLUMN gathered INTEGER NOT NULL DEFAULT 0 CHECK (gathered BETWEEN 0 AND 3);
CREATE INDEX ticket_gathered ON ticket (gathered DESC, opened_at DESC, id DESC) WHERE gathered > 0;
INSERT OR IGNORE INTO stale_ticket SELECT id FROM ticket WHERE state = 'new' AND no_reply_advised = 1;
-- Where a customer's other ticket goes (its arrival is taken back), the chatter of the same customer is free again.
CREATE TRIGGER ticket_gone AFTER DELETE ON ticket BEGIN
    INSERT OR IGNORE INTO stale_ticket
    SELECT id FROM ticket WHERE customer_id = old.customer_id AND state = 'new' AND no_reply_advised = 1;
END;

CREATE TABLE saved_search (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    -- Words parted by one blank.
    all_of TEXT NOT NULL,
    any_of TEXT NOT NULL DEFAULT '',
    none_of TEXT NOT NULL DEFAULT '',
    -- Every message up to this one has been seen.
    seen_to INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE search_seen (
    id INTEGER PRIMARY KEY,
    message_id INTEGER NOT NULL UNIQUE REFERENCES message(id),
    at INTEGER NOT NULL
) STRICT;

CREATE TABLE lead (
    id INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL UNIQUE REFERENCES customer(id),
    message_id INTEGER REFERENCES message(id),
    found_by TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL CHECK (state IN ('watched', 'touched', 'interested', 'won', 'dropped')),
    state_at INTEGER NOT NULL,
    note TEXT NOT NULL DEFAULT '',
    -- Midnight in Beijing at the beginning of the day of the next contact.
    next_at INTEGER,
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX lead_due ON lead (next_at) WHERE next_at IS NOT NULL;

CREATE TABLE lead_entry (
    id INTEGER PRIMARY KEY,
    lead_id INTEGER NOT NULL REFERENCES lead(id),
    at INTEGER NOT NULL,
    state TEXT NOT NULL,
    note TEXT NOT NULL DEFAULT '',
    touch INTEGER NOT NULL DEFAULT 0 CHECK (touch IN (0, 1))
) STRICT;
CREATE INDEX lead_entry_lead ON lead_entry (lead_id, at);
"""
