"""Answers of other users with our thanks (F8, F9), and what was solved outside the platform (E11)."""

SQL = """
-- thanked_at: thanks given elsewhere; those in a reply of ours are found in the reply.
CREATE TABLE peer_answer (
    id INTEGER PRIMARY KEY,
    ticket_id INTEGER NOT NULL UNIQUE REFERENCES ticket(id),
    nickname TEXT NOT NULL CHECK (nickname <> ''),
    said TEXT NOT NULL DEFAULT '',
    link TEXT NOT NULL DEFAULT '',
    marked_at INTEGER NOT NULL,
    thanked_at INTEGER
) STRICT;
CREATE INDEX peer_answer_marked ON peer_answer (marked_at, id);

CREATE TABLE offline_solution (
    id INTEGER PRIMARY KEY,
    ticket_id INTEGER NOT NULL UNIQUE REFERENCES ticket(id),
    how TEXT NOT NULL CHECK (how <> ''),
    solved_at INTEGER NOT NULL,
    link TEXT NOT NULL DEFAULT '',
    linked_at INTEGER,
    CHECK ((link = '') = (linked_at IS NULL))
) STRICT;
CREATE INDEX offline_solution_solved ON offline_solution (solved_at);
CREATE INDEX offline_solution_waiting ON offline_solution (id) WHERE linked_at IS NULL;
"""
