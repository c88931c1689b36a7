"""Customers' names found by any piece of them; answered customers and everybody's open tickets by indexes."""

_CHARACTERS = """coalesce((
    SELECT group_concat(character, ' ')
    FROM (SELECT substr({name}, n, 1) AS character FROM name_place WHERE n <= length({name}) ORDER BY n)
), '')"""
_OLD, _NEW, _EACH = (_CHARACTERS.format(name=name) for name in ("old.nickname", "new.nickname", "nickname"))

SQL = f"""
-- 1 to 1000: a trigger knows no recursion, and a name is indexed character by character.
CREATE TABLE name_place (n INTEGER PRIMARY KEY) STRICT;
INSERT INTO name_place WITH RECURSIVE count(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM count WHERE n < 1000)
SELECT n FROM count;

-- Kept by triggers, so that whatever writes a customer, undo too, keeps it.
CREATE VIRTUAL TABLE customer_name USING fts5(characters, content='', tokenize='ascii');
INSERT INTO customer_name (rowid, characters) SELECT id, {_EACH} FROM customer;
CREATE TRIGGER customer_named AFTER INSERT ON customer BEGIN
    INSERT INTO customer_name (rowid, characters) VALUES (new.id, {_NEW});
END;
CREATE TRIGGER customer_renamed AFTER UPDATE OF nickname ON customer WHEN old.nickname <> new.nickname BEGIN
    INSERT INTO customer_name (customer_name, rowid, characters) VALUES ('delete', old.id, {_OLD});
    INSERT INTO customer_name (rowid, characters) VALUES (new.id, {_NEW});
END;
CREATE TRIGGER customer_gone AFTER DELETE ON customer BEGIN
    INSERT INTO customer_name (customer_name, rowid, characters) VALUES ('delete', old.id, {_OLD});
END;

CREATE INDEX ticket_answered ON ticket (id, last_activity_at)
    WHERE state = 'in_progress' AND waits_for = 'customer';
-- Which wording of 信息已收到 comes next.
CREATE INDEX intent_acknowledged ON intent (state) WHERE is_ack = 1;
-- Where a message of a customer with many tickets belongs.
CREATE INDEX ticket_open ON ticket (customer_id, opened_at, id) WHERE state <> 'closed';
"""
