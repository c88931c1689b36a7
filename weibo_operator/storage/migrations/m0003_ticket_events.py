"""When tickets were solved and reopened, kept by triggers so that undo takes an event away.

Events follow the journal's images: a row of ``change`` that moves a ticket into or out of ``closed`` is an
event, an operation that is undone loses its events, one that is redone gets them back. A ticket that arrives
closed has one event of its own. Nothing else writes the table; pruning the journal leaves it whole.
"""

SQL = """
CREATE TABLE ticket_event (
    id INTEGER PRIMARY KEY,
    ticket_id INTEGER NOT NULL REFERENCES ticket(id) ON DELETE CASCADE,
    event TEXT NOT NULL CHECK (event IN ('solved', 'reopened')),
    at INTEGER NOT NULL,
    operation_id INTEGER
) STRICT;
CREATE INDEX ticket_event_at ON ticket_event (at);
CREATE INDEX ticket_event_ticket ON ticket_event (ticket_id, at);
CREATE INDEX ticket_event_operation ON ticket_event (operation_id) WHERE operation_id IS NOT NULL;

-- A reopening counts from the customer's message, but never before the ticket's last event or its opening.
CREATE VIEW ticket_move AS
SELECT
    change.id,
    change.operation_id,
    change.row_id AS ticket_id,
    iif(json_extract(change.after, '$.state') = 'closed', 'solved', 'reopened') AS event,
    max(
        iif(
            json_extract(change.after, '$.state') = 'closed',
            coalesce(json_extract(change.after, '$.closed_at'), operation.at),
            coalesce(json_extract(change.after, '$.last_activity_at'), operation.at)
        ),
        ticket.opened_at,
        coalesce((SELECT max(at) FROM ticket_event WHERE ticket_id = change.row_id), 0)
    ) AS at,
    operation.undone_at IS NOT NULL AS undone
FROM change
JOIN operation ON operation.id = change.operation_id
JOIN ticket ON ticket.id = change.row_id
WHERE change.table_name = 'ticket' AND change.before IS NOT NULL AND change.after IS NOT NULL
AND (json_extract(change.after, '$.state') = 'closed' OR json_extract(change.before, '$.state') = 'closed');

CREATE TRIGGER ticket_moved AFTER INSERT ON change WHEN new.table_name = 'ticket' BEGIN
    INSERT INTO ticket_event (ticket_id, event, at, operation_id)
    SELECT ticket_id, event, at, operation_id FROM ticket_move WHERE id = new.id;
END;
CREATE TRIGGER ticket_move_undone AFTER UPDATE OF undone_at ON operation
WHEN old.undone_at IS NULL AND new.undone_at IS NOT NULL BEGIN
    DELETE FROM ticket_event WHERE operation_id = new.id;
END;
CREATE TRIGGER ticket_move_redone AFTER UPDATE OF undone_at ON operation
WHEN old.undone_at IS NOT NULL AND new.undone_at IS NULL BEGIN
    INSERT INTO ticket_event (ticket_id, event, at, operation_id)
    SELECT ticket_id, event, at, operation_id FROM ticket_move WHERE operation_id = new.id ORDER BY id;
END;
CREATE TRIGGER ticket_arrived_closed AFTER INSERT ON ticket WHEN new.state = 'closed' BEGIN
    INSERT INTO ticket_event (ticket_id, event, at)
    VALUES (new.id, 'solved', max(new.closed_at, new.opened_at));
END;

INSERT INTO ticket_event (ticket_id, event, at, operation_id)
SELECT ticket_id, event, at, operation_id FROM ticket_move WHERE NOT undone ORDER BY id;
INSERT INTO ticket_event (ticket_id, event, at)
SELECT id, 'solved', max(closed_at, opened_at) FROM ticket
WHERE state = 'closed' AND id NOT IN (SELECT ticket_id FROM ticket_event);

-- First touch and first answer of a ticket: one seek in a small index.
CREATE INDEX message_out ON message (ticket_id, posted_at, is_ack) WHERE direction = 'out';
CREATE INDEX follow_up_week ON follow_up (due_at) WHERE state <> 'cancelled';
"""
