"""The first desk: customers, tickets, messages, turns, replies, handoffs, visits, templates, the journal."""

SQL = """
CREATE TABLE setting (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL CHECK (json_valid(value))
) STRICT, WITHOUT ROWID;

CREATE TABLE import_batch (
    id INTEGER PRIMARY KEY,
    channel TEXT NOT NULL,
    file TEXT NOT NULL,
    format TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    finished_at INTEGER,
    rows INTEGER NOT NULL DEFAULT 0,
    new INTEGER NOT NULL DEFAULT 0,
    duplicates INTEGER NOT NULL DEFAULT 0,
    skipped INTEGER NOT NULL DEFAULT 0,
    tickets INTEGER NOT NULL DEFAULT 0,
    state TEXT NOT NULL CHECK (state IN ('running', 'done', 'cancelled', 'undone'))
) STRICT;

CREATE TABLE customer (
    id INTEGER PRIMARY KEY,
    platform TEXT NOT NULL,
    uid TEXT NOT NULL,
    nickname TEXT NOT NULL,
    followers INTEGER CHECK (followers >= 0),
    verified TEXT NOT NULL DEFAULT '',
    location TEXT NOT NULL DEFAULT '',
    role TEXT NOT NULL DEFAULT '客户',
    vip INTEGER NOT NULL DEFAULT 0 CHECK (vip IN (0, 1)),
    notes TEXT NOT NULL DEFAULT '',
    profile_url TEXT NOT NULL DEFAULT '',
    first_seen_at INTEGER NOT NULL,
    import_id INTEGER REFERENCES import_batch(id),
    UNIQUE (platform, uid)
) STRICT;
CREATE INDEX customer_import ON customer (import_id) WHERE import_id IS NOT NULL;

-- Numbers of tickets and handoffs are spoken of outside (#12, F-3): one that was undone is never given again.
CREATE TABLE ticket (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    customer_id INTEGER NOT NULL REFERENCES customer(id),
    state TEXT NOT NULL CHECK (state IN ('new', 'in_progress', 'follow_up', 'closed')),
    level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 4),
    level_by TEXT NOT NULL DEFAULT 'auto' CHECK (level_by IN ('auto', 'operator')),
    kind TEXT NOT NULL,
    nature TEXT NOT NULL,
    aspect TEXT NOT NULL,
    department TEXT NOT NULL,
    topic TEXT NOT NULL,
    sentiment INTEGER NOT NULL CHECK (sentiment IN (-1, 0, 1)),
    advice TEXT NOT NULL CHECK (advice IN ('public', 'private')),
    no_reply_advised INTEGER NOT NULL DEFAULT 0 CHECK (no_reply_advised IN (0, 1)),
    labels_by TEXT NOT NULL DEFAULT 'auto' CHECK (labels_by IN ('auto', 'operator')),
    reasons TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(reasons)),
    crisis INTEGER NOT NULL DEFAULT 0 CHECK (crisis IN (0, 1)),
    source TEXT NOT NULL,
    audience TEXT NOT NULL CHECK (audience IN ('public', 'private')),
    thread TEXT NOT NULL,
    link TEXT NOT NULL DEFAULT '',
    snippet TEXT NOT NULL DEFAULT '',
    waits_for TEXT NOT NULL CHECK (waits_for IN ('us', 'department', 'customer', 'nobody')),
    waiting_since INTEGER,
    rank_at INTEGER NOT NULL,
    open_turn_id INTEGER,
    turn_count INTEGER NOT NULL DEFAULT 0,
    asked_again INTEGER NOT NULL DEFAULT 0,
    opened_at INTEGER NOT NULL,
    last_activity_at INTEGER NOT NULL,
    follow_up_at INTEGER,
    follow_up_question TEXT NOT NULL DEFAULT '',
    snoozed INTEGER NOT NULL DEFAULT 0 CHECK (snoozed IN (0, 1)),
    closed_at INTEGER,
    close_reason TEXT NOT NULL DEFAULT '',
    previous_ticket_id INTEGER REFERENCES ticket(id),
    handoff_id INTEGER,
    import_id INTEGER REFERENCES import_batch(id),
    CHECK ((waits_for = 'us') = (waiting_since IS NOT NULL)),
    CHECK ((state = 'closed') = (closed_at IS NOT NULL))
) STRICT;
-- One partial index per pane, in the pane's own order: the planner sorts as soon as one index serves two states.
CREATE INDEX ticket_new ON ticket (level, rank_at, id) WHERE state = 'new';
CREATE INDEX ticket_in_progress ON ticket (last_activity_at DESC, id DESC) WHERE state = 'in_progress';
CREATE INDEX ticket_follow_up ON ticket (follow_up_at, id) WHERE state = 'follow_up';
CREATE INDEX ticket_closed ON ticket (closed_at DESC, id DESC) WHERE state = 'closed';
CREATE INDEX ticket_customer ON ticket (customer_id, opened_at);
CREATE INDEX ticket_snoozed ON ticket (follow_up_at) WHERE snoozed = 1;
CREATE INDEX ticket_opened ON ticket (opened_at);
CREATE INDEX ticket_import ON ticket (import_id) WHERE import_id IS NOT NULL;

CREATE TABLE pane_count (
    state TEXT PRIMARY KEY,
    n INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO pane_count VALUES ('new', 0), ('in_progress', 0), ('follow_up', 0), ('closed', 0);
CREATE TRIGGER ticket_counted AFTER INSERT ON ticket BEGIN
    UPDATE pane_count SET n = n + 1 WHERE state = new.state;
END;
CREATE TRIGGER ticket_uncounted AFTER DELETE ON ticket BEGIN
    UPDATE pane_count SET n = n - 1 WHERE state = old.state;
END;
CREATE TRIGGER ticket_recounted AFTER UPDATE OF state ON ticket WHEN old.state <> new.state BEGIN
    UPDATE pane_count SET n = n - 1 WHERE state = old.state;
    UPDATE pane_count SET n = n + 1 WHERE state = new.state;
END;

CREATE TABLE turn (
    id INTEGER PRIMARY KEY,
    ticket_id INTEGER NOT NULL REFERENCES ticket(id),
    customer_id INTEGER NOT NULL REFERENCES customer(id),
    number INTEGER NOT NULL,
    opened_at INTEGER NOT NULL,
    acked_at INTEGER,
    closed_at INTEGER,
    closed_by TEXT CHECK (closed_by IN ('reply', 'no_reply')),
    reason TEXT NOT NULL DEFAULT '',
    import_id INTEGER REFERENCES import_batch(id),
    UNIQUE (ticket_id, number),
    CHECK ((closed_at IS NULL) = (closed_by IS NULL))
) STRICT;
CREATE INDEX turn_opened ON turn (opened_at);
CREATE INDEX turn_import ON turn (import_id) WHERE import_id IS NOT NULL;

CREATE TABLE message (
    id INTEGER PRIMARY KEY,
    ticket_id INTEGER NOT NULL REFERENCES ticket(id),
    customer_id INTEGER NOT NULL REFERENCES customer(id),
    turn_id INTEGER REFERENCES turn(id),
    direction TEXT NOT NULL CHECK (direction IN ('in', 'out')),
    platform TEXT NOT NULL,
    platform_id TEXT,
    source TEXT NOT NULL,
    audience TEXT NOT NULL CHECK (audience IN ('public', 'private')),
    text TEXT NOT NULL,
    chain TEXT NOT NULL DEFAULT '',
    posted_at INTEGER NOT NULL,
    time_is_approximate INTEGER NOT NULL DEFAULT 0 CHECK (time_is_approximate IN (0, 1)),
    link TEXT NOT NULL DEFAULT '',
    parent_platform_id TEXT NOT NULL DEFAULT '',
    parent_author TEXT NOT NULL DEFAULT '',
    parent_text TEXT NOT NULL DEFAULT '',
    reposts INTEGER,
    comments INTEGER,
    likes INTEGER,
    kind TEXT NOT NULL DEFAULT '',
    sentiment INTEGER NOT NULL DEFAULT 0 CHECK (sentiment IN (-1, 0, 1)),
    is_ack INTEGER NOT NULL DEFAULT 0 CHECK (is_ack IN (0, 1)),
    intent_id TEXT UNIQUE,
    import_id INTEGER REFERENCES import_batch(id),
    UNIQUE (platform, platform_id)
) STRICT;
CREATE INDEX message_ticket ON message (ticket_id, posted_at, id);
CREATE INDEX message_customer ON message (customer_id, posted_at);
CREATE INDEX message_posted ON message (posted_at);
CREATE INDEX message_import ON message (import_id) WHERE import_id IS NOT NULL;

-- Single characters and a phrase query find any substring of Chinese (ARCHITECTURE.md, "Search").
CREATE VIRTUAL TABLE message_text USING fts5(characters, content='', tokenize='ascii');

-- Replies and drafts keep no images: they outlive a ticket whose arrival is undone and are there when it is redone.
CREATE TABLE intent (
    id TEXT PRIMARY KEY,
    ticket_id INTEGER NOT NULL,
    turn_id INTEGER,
    audience TEXT NOT NULL CHECK (audience IN ('public', 'private')),
    text TEXT NOT NULL,
    after_state TEXT NOT NULL,
    after_days INTEGER,
    is_ack INTEGER NOT NULL DEFAULT 0 CHECK (is_ack IN (0, 1)),
    state TEXT NOT NULL CHECK (state IN ('copied', 'sent', 'withdrawn')),
    created_at INTEGER NOT NULL,
    decided_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX intent_undecided ON intent (ticket_id) WHERE state = 'copied';

CREATE TABLE draft (
    ticket_id INTEGER NOT NULL,
    audience TEXT NOT NULL CHECK (audience IN ('public', 'private')),
    text TEXT NOT NULL,
    saved_at INTEGER NOT NULL,
    PRIMARY KEY (ticket_id, audience)
) STRICT, WITHOUT ROWID;

CREATE TABLE handoff (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    ticket_id INTEGER NOT NULL REFERENCES ticket(id),
    description TEXT NOT NULL,
    kind TEXT NOT NULL,
    aspect TEXT NOT NULL,
    level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 4),
    department TEXT NOT NULL,
    contact TEXT NOT NULL DEFAULT '',
    package TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'answered', 'done', 'withdrawn')),
    sent_at INTEGER NOT NULL,
    due_at INTEGER NOT NULL,
    nudges INTEGER NOT NULL DEFAULT 0,
    last_nudged_at INTEGER,
    answered_at INTEGER,
    answer TEXT NOT NULL DEFAULT '',
    transfer_number INTEGER NOT NULL DEFAULT 1,
    CHECK ((answered_at IS NOT NULL) OR state IN ('waiting', 'withdrawn'))
) STRICT;
CREATE INDEX handoff_ticket ON handoff (ticket_id);
CREATE INDEX handoff_open ON handoff (state, due_at) WHERE state IN ('waiting', 'answered');
CREATE INDEX handoff_sent ON handoff (sent_at);

CREATE TABLE follow_up (
    id INTEGER PRIMARY KEY,
    ticket_id INTEGER NOT NULL REFERENCES ticket(id),
    due_at INTEGER NOT NULL,
    question TEXT NOT NULL DEFAULT '',
    made_by TEXT NOT NULL CHECK (made_by IN ('operator', 'silence')),
    state TEXT NOT NULL CHECK (state IN ('due', 'done', 'cancelled')),
    outcome TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    done_at INTEGER,
    created_at INTEGER NOT NULL,
    CHECK ((state = 'done') = (done_at IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX follow_up_due ON follow_up (ticket_id) WHERE state = 'due';
CREATE INDEX follow_up_by_date ON follow_up (due_at) WHERE state = 'due';
CREATE INDEX follow_up_done ON follow_up (done_at) WHERE state = 'done';

CREATE TABLE department (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    contact TEXT NOT NULL DEFAULT '',
    position INTEGER NOT NULL
) STRICT;

CREATE TABLE template (
    id INTEGER PRIMARY KEY,
    title TEXT NOT NULL,
    category TEXT NOT NULL,
    code TEXT NOT NULL,
    audience TEXT NOT NULL CHECK (audience IN ('public', 'private', 'both')),
    tone TEXT NOT NULL DEFAULT '',
    favourite INTEGER NOT NULL DEFAULT 0 CHECK (favourite BETWEEN 0 AND 9)
) STRICT;

CREATE TABLE wording (
    id INTEGER PRIMARY KEY,
    template_id INTEGER NOT NULL REFERENCES template(id) ON DELETE CASCADE,
    text TEXT NOT NULL,
    uses INTEGER NOT NULL DEFAULT 0,
    last_used_at INTEGER
) STRICT;
CREATE INDEX wording_template ON wording (template_id);

CREATE TABLE user_word (
    word TEXT NOT NULL,
    purpose TEXT NOT NULL CHECK (purpose IN ('term', 'ignore')),
    added_at INTEGER NOT NULL,
    PRIMARY KEY (word, purpose)
) STRICT, WITHOUT ROWID;

CREATE TABLE operation (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    at INTEGER NOT NULL,
    ticket_id INTEGER,
    data TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(data)),
    barrier INTEGER NOT NULL DEFAULT 0 CHECK (barrier IN (0, 1)),
    undoable INTEGER NOT NULL DEFAULT 1 CHECK (undoable IN (0, 1)),
    undone_at INTEGER
) STRICT;
CREATE INDEX operation_ticket ON operation (ticket_id, id) WHERE ticket_id IS NOT NULL;
CREATE INDEX operation_done ON operation (id) WHERE undone_at IS NULL AND undoable = 1;
CREATE INDEX operation_undone ON operation (id) WHERE undone_at IS NOT NULL AND undoable = 1;

CREATE TABLE change (
    id INTEGER PRIMARY KEY,
    operation_id INTEGER NOT NULL REFERENCES operation(id) ON DELETE CASCADE,
    table_name TEXT NOT NULL,
    row_id INTEGER NOT NULL,
    ticket_id INTEGER,
    before TEXT CHECK (before IS NULL OR json_valid(before)),
    after TEXT CHECK (after IS NULL OR json_valid(after))
) STRICT;
CREATE INDEX change_operation ON change (operation_id, id);
CREATE INDEX change_ticket ON change (ticket_id, operation_id) WHERE ticket_id IS NOT NULL;
"""
