"""When an alarm was first given that a decision has silenced: taking the decision back gives it from then again.

``ticket.crisis_silenced`` is derived like ``crisis_since`` (storage/crises.py) and is in no journal image.
"""

SQL = """
ALTER TABLE ticket ADD COLUMN crisis_silenced INTEGER;
UPDATE ticket SET crisis_silenced = (SELECT raised_at FROM crisis WHERE ticket_id = ticket.id)
WHERE crisis_since IS NULL AND id IN (SELECT ticket_id FROM crisis WHERE state IN ('dismissed', 'closed'));
"""
