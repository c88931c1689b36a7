"""Crowds: what a ticket is about, the tickets of one matter along time, and the runs without a pause among them.

``ticket.issue`` and ``ticket.product`` are facts (journalled). ``cluster_member``, ``cluster`` and ``cluster_rules``
follow from them (storage/clusters.py) and are in no journal image. A ticket's cluster is the one of its matter whose
time holds the ticket's opening; so clusters grow, merge and part without touching their members.
"""

SQL = """
ALTER TABLE ticket ADD COLUMN issue TEXT NOT NULL DEFAULT '';
ALTER TABLE ticket ADD COLUMN product TEXT NOT NULL DEFAULT '';

-- No foreign keys: a member outlives its ticket until the end of the transaction that took the ticket away.
CREATE TABLE cluster_member (
    ticket_id INTEGER PRIMARY KEY,
    issue TEXT NOT NULL,
    product TEXT NOT NULL,
    opened_at INTEGER NOT NULL,
    customer_id INTEGER NOT NULL
) STRICT;
CREATE INDEX cluster_member_matter ON cluster_member (issue, product, opened_at, ticket_id, customer_id);

-- Numbers are never given again. What must outlast a cluster (a notice) refers to its matter and time instead.
CREATE TABLE cluster (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    issue TEXT NOT NULL,
    product TEXT NOT NULL,
    first_at INTEGER NOT NULL,
    last_at INTEGER NOT NULL,
    people INTEGER NOT NULL DEFAULT 1,
    recent INTEGER NOT NULL DEFAULT 1,
    CHECK (first_at <= last_at)
) STRICT;
CREATE INDEX cluster_matter ON cluster (issue, product, first_at);
CREATE INDEX cluster_last ON cluster (last_at, recent);

-- The settings the clusters were made with; other settings make them anew.
CREATE TABLE cluster_rules (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    pause INTEGER NOT NULL,
    alert_within INTEGER NOT NULL,
    alert_people INTEGER NOT NULL
) STRICT;
INSERT INTO cluster_rules VALUES (1, 0, 0, 0);

CREATE VIEW ticket_cluster AS
SELECT member.ticket_id, (
    SELECT id FROM cluster
    WHERE issue = member.issue AND product = member.product AND first_at <= member.opened_at
    ORDER BY first_at DESC LIMIT 1
) AS cluster_id
FROM cluster_member AS member;

-- Alarms the operator has put away, and how many people there were then.
CREATE TABLE cluster_seen (
    cluster_id INTEGER PRIMARY KEY,
    people INTEGER NOT NULL,
    at INTEGER NOT NULL
) STRICT;

-- A public notice about a matter; its link is offered to whoever writes about the same from ``since`` on.
CREATE TABLE notice (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    issue TEXT NOT NULL,
    product TEXT NOT NULL,
    since INTEGER NOT NULL,
    people INTEGER NOT NULL,
    text TEXT NOT NULL,
    link TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL CHECK (state IN ('draft', 'posted', 'ended')),
    created_at INTEGER NOT NULL,
    posted_at INTEGER,
    ended_at INTEGER,
    CHECK ((state = 'draft') = (posted_at IS NULL)),
    CHECK (state = 'draft' OR link <> '')
) STRICT;
CREATE INDEX notice_matter ON notice (issue, product, since);
"""
