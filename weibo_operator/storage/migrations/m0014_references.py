"""An index for every reference: without one, taking a row back looks through a whole table for those that name it."""

SQL = """
CREATE INDEX ticket_previous ON ticket (previous_ticket_id) WHERE previous_ticket_id IS NOT NULL;
CREATE INDEX turn_customer ON turn (customer_id);
CREATE INDEX message_turn ON message (turn_id) WHERE turn_id IS NOT NULL;
CREATE INDEX follow_up_ticket ON follow_up (ticket_id);
CREATE INDEX lead_message ON lead (message_id) WHERE message_id IS NOT NULL;
"""
