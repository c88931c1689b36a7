"""Our own people and partners, those who ask for somebody else, and finding what was said by nickname."""

SQL = """
CREATE TABLE insider (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL DEFAULT '',
    nickname TEXT NOT NULL DEFAULT '',
    role TEXT NOT NULL CHECK (role IN ('员工', '负责人', '合作方')),
    added_at INTEGER NOT NULL,
    CHECK (uid <> '' OR nickname <> '')
) STRICT;
CREATE UNIQUE INDEX insider_uid ON insider (uid) WHERE uid <> '';
CREATE UNIQUE INDEX insider_nickname ON insider (nickname) WHERE nickname <> '';

-- A message that asks for somebody else: for a customer, for an account not known yet, or for 妈妈.
CREATE TABLE on_behalf (
    id INTEGER PRIMARY KEY,
    message_id INTEGER NOT NULL UNIQUE REFERENCES message(id),
    ticket_id INTEGER NOT NULL REFERENCES ticket(id),
    customer_id INTEGER REFERENCES customer(id),
    name TEXT NOT NULL CHECK (name <> ''),
    is_account INTEGER NOT NULL CHECK (is_account IN (0, 1)),
    made_by TEXT NOT NULL CHECK (made_by IN ('auto', 'operator'))
) STRICT;
CREATE INDEX on_behalf_ticket ON on_behalf (ticket_id);
CREATE INDEX on_behalf_customer ON on_behalf (customer_id) WHERE customer_id IS NOT NULL;
CREATE INDEX on_behalf_name ON on_behalf (name) WHERE is_account = 1;

-- The 负责人 whom the ticket's messages mention.
ALTER TABLE ticket ADD COLUMN leads TEXT NOT NULL DEFAULT '';

CREATE INDEX customer_nickname ON customer (nickname, platform);
"""
