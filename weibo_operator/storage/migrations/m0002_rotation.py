"""Whose turn it is: one row per ticket that waits for us, and the counters of the rotation (domain/queueing.py)."""

SQL = """
CREATE TABLE rotation_state (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    turn INTEGER NOT NULL DEFAULT 0 CHECK (turn >= 0),
    seq INTEGER NOT NULL DEFAULT 0 CHECK (seq >= 0),
    fair_turn INTEGER NOT NULL DEFAULT 0 CHECK (fair_turn BETWEEN 0 AND turn),
    skips INTEGER NOT NULL DEFAULT 0 CHECK (skips >= 0),
    waiting INTEGER NOT NULL DEFAULT 0 CHECK (waiting >= 0)
) STRICT;
INSERT INTO rotation_state (id) VALUES (1);

CREATE TABLE rotation_level (
    level INTEGER PRIMARY KEY CHECK (level BETWEEN 1 AND 4),
    round INTEGER NOT NULL DEFAULT 1 CHECK (round >= 1),
    started INTEGER NOT NULL DEFAULT 1 CHECK (started >= 1)
) STRICT;
INSERT INTO rotation_level (level) VALUES (1), (2), (3), (4);

-- stamp: the customer's place in the fair queue, NULL while nothing of theirs waits.
CREATE TABLE rotation_customer (
    customer_id INTEGER PRIMARY KEY REFERENCES customer(id) ON DELETE CASCADE,
    stamp INTEGER,
    served_turn INTEGER NOT NULL DEFAULT 0 CHECK (served_turn >= 0)
) STRICT;
CREATE UNIQUE INDEX rotation_customer_stamp ON rotation_customer (stamp) WHERE stamp IS NOT NULL;

-- band: the level, or 5 while put aside by a skip. entered: order of arrival among the customer's own rows.
CREATE TABLE rotation_row (
    ticket_id INTEGER PRIMARY KEY REFERENCES ticket(id) ON DELETE CASCADE,
    customer_id INTEGER NOT NULL REFERENCES customer(id) ON DELETE CASCADE,
    level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 4),
    band INTEGER NOT NULL CHECK (band IN (level, 5)),
    topic TEXT NOT NULL,
    is_public INTEGER NOT NULL CHECK (is_public IN (0, 1)),
    shown_topic TEXT NOT NULL GENERATED ALWAYS AS (CASE is_public WHEN 1 THEN topic ELSE '' END) STORED,
    round INTEGER NOT NULL CHECK (round >= 1),
    rank_at INTEGER NOT NULL,
    entered INTEGER NOT NULL
) STRICT;
CREATE INDEX rotation_row_topic ON rotation_row (band, round, shown_topic, rank_at, ticket_id, customer_id);
CREATE INDEX rotation_row_plain ON rotation_row (band, rank_at, ticket_id);
CREATE INDEX rotation_row_customer ON rotation_row (customer_id, entered);

CREATE TABLE rotation_count (
    band INTEGER NOT NULL,
    round INTEGER NOT NULL,
    shown_topic TEXT NOT NULL,
    n INTEGER NOT NULL CHECK (n >= 0),
    PRIMARY KEY (band, round, shown_topic)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER rotation_row_counted AFTER INSERT ON rotation_row BEGIN
    INSERT INTO rotation_count (band, round, shown_topic, n) VALUES (new.band, new.round, new.shown_topic, 1)
        ON CONFLICT (band, round, shown_topic) DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER rotation_row_recounted AFTER UPDATE ON rotation_row
WHEN (old.band, old.round, old.shown_topic) IS NOT (new.band, new.round, new.shown_topic) BEGIN
    UPDATE rotation_count SET n = n - 1
        WHERE band = old.band AND round = old.round AND shown_topic = old.shown_topic;
    DELETE FROM rotation_count
        WHERE band = old.band AND round = old.round AND shown_topic = old.shown_topic AND n = 0;
    INSERT INTO rotation_count (band, round, shown_topic, n) VALUES (new.band, new.round, new.shown_topic, 1)
        ON CONFLICT (band, round, shown_topic) DO UPDATE SET n = n + 1;
END;
-- A row also leaves with its ticket, when an import is undone: whatever must be true then is kept true here.
CREATE TRIGGER rotation_row_left AFTER DELETE ON rotation_row BEGIN
    UPDATE rotation_count SET n = n - 1
        WHERE band = old.band AND round = old.round AND shown_topic = old.shown_topic;
    DELETE FROM rotation_count
        WHERE band = old.band AND round = old.round AND shown_topic = old.shown_topic AND n = 0;
    UPDATE rotation_customer SET stamp = NULL
        WHERE customer_id = old.customer_id
        AND NOT EXISTS (SELECT 1 FROM rotation_row WHERE customer_id = old.customer_id);
END;
CREATE TRIGGER rotation_customer_came AFTER INSERT ON rotation_customer WHEN new.stamp IS NOT NULL BEGIN
    UPDATE rotation_state SET waiting = waiting + 1;
END;
CREATE TRIGGER rotation_customer_moved AFTER UPDATE OF stamp ON rotation_customer
WHEN (old.stamp IS NULL) <> (new.stamp IS NULL) BEGIN
    UPDATE rotation_state SET waiting = waiting + iif(new.stamp IS NULL, -1, 1);
END;
CREATE TRIGGER rotation_customer_gone AFTER DELETE ON rotation_customer WHEN old.stamp IS NOT NULL BEGIN
    UPDATE rotation_state SET waiting = waiting - 1;
END;

-- The last turns: who had them, and the place in the queue to give back if the turn's closing is undone.
CREATE TABLE rotation_served (
    turn INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL REFERENCES customer(id) ON DELETE CASCADE,
    turn_id INTEGER REFERENCES turn(id) ON DELETE CASCADE,
    stamp INTEGER,
    entered INTEGER,
    served_before INTEGER NOT NULL
) STRICT;
CREATE INDEX rotation_served_customer ON rotation_served (customer_id);
CREATE INDEX rotation_served_turn ON rotation_served (turn_id) WHERE turn_id IS NOT NULL;

-- What the followers saw last: the topics by which public answers alternate (mission C4).
CREATE INDEX message_public_reply ON message (posted_at, id)
    WHERE direction = 'out' AND audience = 'public' AND is_ack = 0;
"""
