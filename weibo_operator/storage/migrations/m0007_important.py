"""Important customers: who looks after them, how often, when next, and the log of contacts (mission B5, B6)."""

SQL = """
ALTER TABLE customer ADD COLUMN relation TEXT NOT NULL DEFAULT '';
ALTER TABLE customer ADD COLUMN manager TEXT NOT NULL DEFAULT '';
ALTER TABLE customer ADD COLUMN private_way TEXT NOT NULL DEFAULT '';
ALTER TABLE customer ADD COLUMN contact_days INTEGER NOT NULL DEFAULT 0 CHECK (contact_days >= 0);
-- Midnight in Beijing at the beginning of the day of the next contact.
ALTER TABLE customer ADD COLUMN next_contact_at INTEGER;

-- One index for each of the ways to be on the list of important customers.
CREATE INDEX customer_on_list ON customer (id) WHERE vip = 1;
CREATE INDEX customer_of_role ON customer (role) WHERE role IN ('媒体', '名人');
CREATE INDEX customer_followers ON customer (followers) WHERE followers IS NOT NULL;
CREATE INDEX customer_contact_due ON customer (next_contact_at) WHERE next_contact_at IS NOT NULL;

CREATE TABLE contact (
    id INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL REFERENCES customer(id),
    at INTEGER NOT NULL,
    note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX contact_customer ON contact (customer_id, at);

-- The shop's urgent and crisis words are asked for at each message.
CREATE INDEX user_word_purpose ON user_word (purpose, word);
"""
