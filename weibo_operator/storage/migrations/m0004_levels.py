"""Levels follow from facts: the operator's own choice and the words are kept, the level itself is derived.

``level``, ``target_at`` and ``late`` are computed at every commit and by the minute (services/standing.py) and are in
no journal image. ``stale_ticket`` names tickets to compute again because a customer or a setting changed.
"""

SQL = """
DROP INDEX ticket_new;
ALTER TABLE ticket RENAME COLUMN level TO level_before;
ALTER TABLE ticket ADD COLUMN level INTEGER NOT NULL DEFAULT 4 CHECK (level BETWEEN 1 AND 4);
ALTER TABLE ticket ADD COLUMN level_set INTEGER CHECK (level_set BETWEEN 1 AND 4);
ALTER TABLE ticket ADD COLUMN urgency TEXT NOT NULL DEFAULT '低' CHECK (urgency IN ('高', '中', '低'));
ALTER TABLE ticket ADD COLUMN urgent_words TEXT NOT NULL DEFAULT '';
ALTER TABLE ticket ADD COLUMN target_at INTEGER;
ALTER TABLE ticket ADD COLUMN late INTEGER NOT NULL DEFAULT 0 CHECK (late IN (0, 1));
-- An earlier file kept no urgency: a high level that nobody chose came from the words.
UPDATE ticket SET level = level_before, level_set = iif(level_by = 'operator', level_before, NULL),
    urgency = iif(level_by = 'auto' AND level_before = 1, '高', iif(level_before <= 2, '中', '低'));
ALTER TABLE ticket DROP COLUMN level_before;
ALTER TABLE ticket DROP COLUMN level_by;
CREATE INDEX ticket_new ON ticket (level, rank_at, id) WHERE state = 'new';
CREATE INDEX ticket_target ON ticket (target_at) WHERE late = 0 AND target_at IS NOT NULL;
UPDATE operation SET undoable = 0 WHERE kind = 'set_level';
UPDATE change SET
    before = json_remove(before, '$.level', '$.level_by'),
    after = json_remove(after, '$.level', '$.level_by')
WHERE table_name = 'ticket';

CREATE TABLE stale_ticket (
    ticket_id INTEGER PRIMARY KEY REFERENCES ticket(id) ON DELETE CASCADE
) STRICT;
INSERT INTO stale_ticket SELECT id FROM ticket WHERE state <> 'closed';
CREATE TRIGGER customer_standing_changed AFTER UPDATE OF followers, vip, role ON customer
WHEN (old.followers, old.vip, old.role) IS NOT (new.followers, new.vip, new.role) BEGIN
    INSERT OR IGNORE INTO stale_ticket
    SELECT id FROM ticket WHERE customer_id = new.id AND state <> 'closed';
END;

-- The shop's own urgent and crisis words.
CREATE TABLE user_word_new (
    word TEXT NOT NULL,
    purpose TEXT NOT NULL CHECK (purpose IN ('term', 'ignore', 'urgent', 'crisis')),
    added_at INTEGER NOT NULL,
    PRIMARY KEY (word, purpose)
) STRICT, WITHOUT ROWID;
INSERT INTO user_word_new SELECT word, purpose, added_at FROM user_word;
DROP TABLE user_word;
ALTER TABLE user_word_new RENAME TO user_word;
"""
