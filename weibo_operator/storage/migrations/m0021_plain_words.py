"""Plain words for the trade's own, files that go with a template, and replies that answer one question of several."""

SQL = """
-- 'plain': these words of the trade are said otherwise (mission D10); 'plain_off': a pair of ours is not wanted.
CREATE TABLE user_word_new (
    word TEXT NOT NULL,
    purpose TEXT NOT NULL CHECK (
        purpose IN ('term', 'ignore', 'always', 'urgent', 'crisis', 'plain', 'plain_off')
    ),
    replacement TEXT NOT NULL DEFAULT '',
    added_at INTEGER NOT NULL,
    PRIMARY KEY (word, purpose, replacement),
    CHECK (iif(purpose IN ('always', 'plain'), replacement <> '', purpose = 'ignore' OR replacement = ''))
) STRICT, WITHOUT ROWID;
INSERT INTO user_word_new SELECT word, purpose, replacement, added_at FROM user_word;
DROP TABLE user_word;
ALTER TABLE user_word_new RENAME TO user_word;
CREATE INDEX user_word_purpose ON user_word (purpose, word);
-- A mistake has one correction, a word of the trade one plain one.
CREATE UNIQUE INDEX user_word_always ON user_word (word) WHERE purpose = 'always';
CREATE UNIQUE INDEX user_word_plain ON user_word (word) WHERE purpose = 'plain';

-- Files stay where they are: only the way to them and what they are is kept.
CREATE TABLE template_file (
    id INTEGER PRIMARY KEY,
    template_id INTEGER NOT NULL REFERENCES template(id) ON DELETE CASCADE,
    path TEXT NOT NULL CHECK (path <> ''),
    kind TEXT NOT NULL CHECK (kind IN ('picture', 'video', 'other')),
    note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX template_file_template ON template_file (template_id);

-- The one question of several that this reply answers (mission C9); the turn stays open for the others.
ALTER TABLE intent ADD COLUMN part TEXT NOT NULL DEFAULT '';
CREATE INDEX intent_part ON intent (turn_id) WHERE part <> '';
"""
