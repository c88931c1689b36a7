"""Served turns whose closing was undone, kept so that doing it again leaves the rotation as the closing had left it."""

SQL = """
-- turn to served_before: the row of rotation_served that went. stamp_after, served_after: the customer's place by then;
-- seq: when that was. No references: what undo takes away on its way back comes again with the same ids.
CREATE TABLE rotation_given_back (
    turn_id INTEGER PRIMARY KEY,
    turn INTEGER NOT NULL,
    customer_id INTEGER NOT NULL,
    stamp INTEGER,
    entered INTEGER,
    served_before INTEGER NOT NULL,
    stamp_after INTEGER,
    served_after INTEGER NOT NULL,
    seq INTEGER NOT NULL
) STRICT;
"""
