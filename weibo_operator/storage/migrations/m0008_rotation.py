"""The rotation's second part: the minimum gap, skips that can be taken back, the next of a topic, the next VIP.

``rotation_row.important`` is derived from the customer whenever the ticket is brought into the rotation again.
"""

SQL = """
-- The gap asks whom the latest public replies went to: the index answers without reading a message.
DROP INDEX message_public_reply;
CREATE INDEX message_public_reply ON message (posted_at, id, customer_id)
    WHERE direction = 'out' AND audience = 'public' AND is_ack = 0;
-- A customer with something critical to say is not kept waiting by the gap.
CREATE INDEX rotation_row_critical ON rotation_row (customer_id) WHERE level = 1;

ALTER TABLE rotation_row ADD COLUMN important INTEGER NOT NULL DEFAULT 0 CHECK (important IN (0, 1));
CREATE INDEX rotation_row_important ON rotation_row (band, round, rank_at, ticket_id, customer_id)
    WHERE important = 1;
CREATE UNIQUE INDEX rotation_count_topic ON rotation_count (shown_topic, band, round);
UPDATE rotation_row SET important = 1 WHERE customer_id IN (
    SELECT id FROM customer
    WHERE vip = 1 OR role IN ('媒体', '名人') OR followers >= coalesce(
        (SELECT nullif(CAST(value AS INTEGER), 0) FROM setting WHERE key = 'vip.followers'),
        iif(EXISTS (SELECT 1 FROM setting WHERE key = 'vip.followers'), NULL, 10000)
    )
);

-- The last skips by their operation: the place to give back when one is taken back (stamp NULL: it was not moved).
CREATE TABLE rotation_skipped (
    operation_id INTEGER PRIMARY KEY,
    ticket_id INTEGER NOT NULL REFERENCES ticket(id) ON DELETE CASCADE,
    seq INTEGER NOT NULL,
    level INTEGER NOT NULL,
    band INTEGER NOT NULL,
    round INTEGER NOT NULL,
    entered INTEGER NOT NULL,
    stamp INTEGER
) STRICT;
CREATE INDEX rotation_skipped_ticket ON rotation_skipped (ticket_id);
CREATE INDEX operation_skip ON operation (at) WHERE kind = 'skip';
"""
