"""Our accounts on the platform, what is fetched from where, and replies that the program sends itself.

``ticket.outgoing`` is derived at every commit from the ticket's intents (storage/outbox.py). No token and no secret is
ever in this file: they lie in the system's keyring.
"""

SQL = """
CREATE TABLE account (
    id INTEGER PRIMARY KEY,
    platform TEXT NOT NULL,
    uid TEXT NOT NULL,
    nickname TEXT NOT NULL,
    role TEXT NOT NULL,
    app_key TEXT NOT NULL,
    redirect_uri TEXT NOT NULL,
    server TEXT NOT NULL,
    public_ip TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL CHECK (state IN ('active', 'expired', 'signed_out')),
    state_since INTEGER NOT NULL,
    authorised_at INTEGER,
    expires_at INTEGER,
    is_default INTEGER NOT NULL DEFAULT 0 CHECK (is_default IN (0, 1)),
    added_at INTEGER NOT NULL,
    UNIQUE (platform, uid)
) STRICT;
CREATE UNIQUE INDEX account_default ON account (is_default) WHERE is_default = 1;

-- What the platform refused this app, by feature: not called again until the operator says so.
CREATE TABLE account_feature (
    account_id INTEGER NOT NULL REFERENCES account(id),
    feature TEXT NOT NULL,
    off_since INTEGER NOT NULL,
    code TEXT NOT NULL DEFAULT '',
    detail TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (account_id, feature)
) STRICT, WITHOUT ROWID;

-- The platform asked for rest until a moment.
CREATE TABLE account_pause (
    account_id INTEGER NOT NULL REFERENCES account(id),
    scope TEXT NOT NULL CHECK (scope IN ('writes', 'all')),
    until INTEGER NOT NULL,
    code TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (account_id, scope)
) STRICT, WITHOUT ROWID;

-- How far each list has been read: moved on only together with the rows. A gap that is still to be read reaches from
-- resume_id down to since_id; top_id is the newest row above it.
CREATE TABLE feed_cursor (
    account_id INTEGER NOT NULL REFERENCES account(id),
    feed TEXT NOT NULL,
    since_id INTEGER NOT NULL,
    top_id INTEGER NOT NULL DEFAULT 0,
    resume_id INTEGER NOT NULL DEFAULT 0,
    unread INTEGER NOT NULL DEFAULT 0,
    synced_at INTEGER NOT NULL,
    PRIMARY KEY (account_id, feed)
) STRICT, WITHOUT ROWID;

-- Calls of one day in Beijing: the platform gives about a hundred.
CREATE TABLE call_day (
    account_id INTEGER NOT NULL REFERENCES account(id),
    day TEXT NOT NULL,
    calls INTEGER NOT NULL,
    PRIMARY KEY (account_id, day)
) STRICT, WITHOUT ROWID;

ALTER TABLE ticket ADD COLUMN account_id INTEGER REFERENCES account(id);
CREATE INDEX ticket_account ON ticket (account_id) WHERE account_id IS NOT NULL;
ALTER TABLE ticket ADD COLUMN outgoing TEXT NOT NULL DEFAULT ''
    CHECK (outgoing IN ('', 'queued', 'sending', 'unknown', 'held'));

-- ``seq`` is the order of pressing; ``hold`` says why a queued reply waits for the operator's word.
CREATE TABLE intent_new (
    id TEXT PRIMARY KEY,
    seq INTEGER NOT NULL DEFAULT 0,
    ticket_id INTEGER NOT NULL,
    turn_id INTEGER,
    account_id INTEGER REFERENCES account(id),
    operation_id INTEGER,
    audience TEXT NOT NULL CHECK (audience IN ('public', 'private')),
    text TEXT NOT NULL,
    post_id TEXT NOT NULL DEFAULT '',
    comment_id TEXT NOT NULL DEFAULT '',
    customer_uid TEXT NOT NULL DEFAULT '',
    seen_message_id INTEGER,
    after_state TEXT NOT NULL,
    after_days INTEGER,
    is_ack INTEGER NOT NULL DEFAULT 0 CHECK (is_ack IN (0, 1)),
    open_typos INTEGER NOT NULL DEFAULT 0 CHECK (open_typos >= 0),
    state TEXT NOT NULL CHECK (state IN ('copied', 'queued', 'sending', 'sent', 'refused', 'unknown', 'withdrawn')),
    hold TEXT NOT NULL DEFAULT '' CHECK (hold IN ('', 'offline', 'restart', 'expired', 'wrote_again', 'recipient')),
    send_from INTEGER,
    attempts INTEGER NOT NULL DEFAULT 0,
    started_at INTEGER,
    reaction TEXT NOT NULL DEFAULT '',
    platform_code TEXT NOT NULL DEFAULT '',
    looked_at INTEGER,
    created_at INTEGER NOT NULL,
    decided_at INTEGER,
    CHECK ((account_id IS NULL) = (send_from IS NULL))
) STRICT, WITHOUT ROWID;
INSERT INTO intent_new (id, ticket_id, turn_id, audience, text, after_state, after_days, is_ack, open_typos, state,
    created_at, decided_at)
SELECT id, ticket_id, turn_id, audience, text, after_state, after_days, is_ack, open_typos, state, created_at,
    decided_at FROM intent;
DROP TABLE intent;
ALTER TABLE intent_new RENAME TO intent;
CREATE UNIQUE INDEX intent_undecided ON intent (ticket_id) WHERE state IN ('copied', 'queued', 'sending', 'unknown');
CREATE INDEX intent_seq ON intent (seq);
CREATE INDEX intent_outbox ON intent (account_id, seq) WHERE state IN ('queued', 'sending', 'unknown');
CREATE INDEX intent_account ON intent (account_id, started_at) WHERE account_id IS NOT NULL;
"""
