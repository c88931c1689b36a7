"""Crises: counts sampled again, cases with their checklist and their post-mortem, and the derived alarm of a ticket.

``ticket.crisis_since`` (when the alarm was first given, NULL while there is none or it was turned down),
``ticket.crisis_signals`` (the codes of its reasons, by commas) and ``ticket.crisis_risk`` are derived at every commit
(storage/crises.py) and are in no journal image. A case covers its ticket, or with ``whole_crowd`` every ticket of the
crowd that its ticket belongs to now.
"""

SQL = """
ALTER TABLE ticket ADD COLUMN crisis_since INTEGER;
ALTER TABLE ticket ADD COLUMN crisis_signals TEXT NOT NULL DEFAULT '';
ALTER TABLE ticket ADD COLUMN crisis_risk INTEGER NOT NULL DEFAULT 0;
CREATE INDEX ticket_crisis ON ticket (crisis_risk DESC, crisis_since, id) WHERE crisis_since IS NOT NULL;
CREATE INDEX ticket_complaint ON ticket (customer_id, opened_at) WHERE kind IN ('投诉', '谩骂');
INSERT OR IGNORE INTO stale_ticket SELECT id FROM ticket WHERE state <> 'closed';

CREATE TABLE count_sample (
    id INTEGER PRIMARY KEY,
    message_id INTEGER NOT NULL REFERENCES message(id),
    ticket_id INTEGER NOT NULL REFERENCES ticket(id),
    at INTEGER NOT NULL,
    reposts INTEGER NOT NULL CHECK (reposts >= 0),
    comments INTEGER NOT NULL CHECK (comments >= 0),
    likes INTEGER NOT NULL CHECK (likes >= 0),
    UNIQUE (message_id, at)
) STRICT;
CREATE INDEX count_sample_ticket ON count_sample (ticket_id, at);

CREATE TABLE crisis (
    id INTEGER PRIMARY KEY,
    ticket_id INTEGER NOT NULL UNIQUE REFERENCES ticket(id),
    whole_crowd INTEGER NOT NULL DEFAULT 0 CHECK (whole_crowd IN (0, 1)),
    state TEXT NOT NULL CHECK (state IN ('raised', 'confirmed', 'dismissed', 'closed')),
    signals TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(signals)),
    risk INTEGER NOT NULL DEFAULT 0,
    raised_at INTEGER NOT NULL,
    decided_at INTEGER,
    decided_by TEXT NOT NULL DEFAULT '',
    reason TEXT NOT NULL DEFAULT '',
    closed_at INTEGER,
    CHECK ((state = 'raised') = (decided_at IS NULL))
) STRICT;
CREATE INDEX crisis_raised ON crisis (raised_at);
CREATE INDEX crisis_crowd ON crisis (id) WHERE whole_crowd = 1;

CREATE TABLE crisis_step (
    id INTEGER PRIMARY KEY,
    crisis_id INTEGER NOT NULL REFERENCES crisis(id),
    phase TEXT NOT NULL,
    key TEXT NOT NULL,
    done_at INTEGER NOT NULL,
    note TEXT NOT NULL DEFAULT '',
    UNIQUE (crisis_id, key)
) STRICT;

CREATE TABLE crisis_review (
    id INTEGER PRIMARY KEY,
    crisis_id INTEGER NOT NULL UNIQUE REFERENCES crisis(id),
    missed_ticket_id INTEGER,
    cause TEXT NOT NULL,
    done TEXT NOT NULL DEFAULT '',
    change TEXT NOT NULL DEFAULT '',
    owner TEXT NOT NULL DEFAULT '',
    due_on TEXT NOT NULL DEFAULT '',
    written_at INTEGER NOT NULL
) STRICT;

-- A complaint after an answered one is a repeated one: when the earlier one changes its kind, look at the later ones.
CREATE TRIGGER complaint_changed AFTER UPDATE OF kind ON ticket
WHEN (old.kind IN ('投诉', '谩骂')) <> (new.kind IN ('投诉', '谩骂')) BEGIN
    INSERT OR IGNORE INTO stale_ticket SELECT id FROM ticket
    WHERE customer_id = new.customer_id AND kind IN ('投诉', '谩骂') AND opened_at >= new.opened_at AND id <> new.id
    ORDER BY opened_at LIMIT 20;
END;

-- What is decided for a whole crowd is decided for each of its members.
CREATE TRIGGER crowd_case_made AFTER INSERT ON crisis WHEN new.whole_crowd = 1 BEGIN
    INSERT OR IGNORE INTO stale_ticket
    SELECT ticket.id FROM ticket_cluster AS lead
    JOIN cluster ON cluster.id = lead.cluster_id
    JOIN cluster_member AS member ON member.issue = cluster.issue AND member.product = cluster.product
    AND member.opened_at BETWEEN cluster.first_at AND cluster.last_at
    JOIN ticket ON ticket.id = member.ticket_id
    WHERE lead.ticket_id = new.ticket_id;
END;
CREATE TRIGGER crowd_case_changed AFTER UPDATE ON crisis WHEN 1 IN (old.whole_crowd, new.whole_crowd) BEGIN
    INSERT OR IGNORE INTO stale_ticket
    SELECT ticket.id FROM ticket_cluster AS lead
    JOIN cluster ON cluster.id = lead.cluster_id
    JOIN cluster_member AS member ON member.issue = cluster.issue AND member.product = cluster.product
    AND member.opened_at BETWEEN cluster.first_at AND cluster.last_at
    JOIN ticket ON ticket.id = member.ticket_id
    WHERE lead.ticket_id = new.ticket_id;
END;
CREATE TRIGGER crowd_case_taken_back AFTER DELETE ON crisis WHEN old.whole_crowd = 1 BEGIN
    INSERT OR IGNORE INTO stale_ticket
    SELECT ticket.id FROM ticket_cluster AS lead
    JOIN cluster ON cluster.id = lead.cluster_id
    JOIN cluster_member AS member ON member.issue = cluster.issue AND member.product = cluster.product
    AND member.opened_at BETWEEN cluster.first_at AND cluster.last_at
    JOIN ticket ON ticket.id = member.ticket_id
    WHERE lead.ticket_id = old.ticket_id;
END;
"""
