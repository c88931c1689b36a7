"""What the operator teaches the check: corrections always made, single suggestions waved through, own sentences."""

SQL = """
-- ``replacement``: what is always written instead ('always'), or the one suggestion that is waved through ('ignore');
-- empty where the words alone are meant.
CREATE TABLE user_word_new (
    word TEXT NOT NULL,
    purpose TEXT NOT NULL CHECK (purpose IN ('term', 'ignore', 'always', 'urgent', 'crisis')),
    replacement TEXT NOT NULL DEFAULT '',
    added_at INTEGER NOT NULL,
    PRIMARY KEY (word, purpose, replacement),
    CHECK (iif(purpose = 'always', replacement <> '', purpose = 'ignore' OR replacement = ''))
) STRICT, WITHOUT ROWID;
INSERT INTO user_word_new (word, purpose, added_at) SELECT word, purpose, added_at FROM user_word;
DROP TABLE user_word;
ALTER TABLE user_word_new RENAME TO user_word;
CREATE INDEX user_word_purpose ON user_word (purpose, word);
-- A mistake has one correction.
CREATE UNIQUE INDEX user_word_always ON user_word (word) WHERE purpose = 'always';

-- How often a suggestion was waved through for one ticket only.
CREATE TABLE ignored_pair (
    word TEXT NOT NULL,
    replacement TEXT NOT NULL,
    times INTEGER NOT NULL CHECK (times > 0),
    PRIMARY KEY (word, replacement)
) STRICT, WITHOUT ROWID;

-- Sure typos that the operator let stand: such a reply teaches nothing.
ALTER TABLE intent ADD COLUMN open_typos INTEGER NOT NULL DEFAULT 0 CHECK (open_typos >= 0);
CREATE INDEX message_own ON message (posted_at, id) WHERE direction = 'out' AND is_ack = 0;
"""
