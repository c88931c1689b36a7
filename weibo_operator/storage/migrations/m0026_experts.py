"""What each of the departments' people knows, for asking the right one (mission E6)."""

SQL = """
ALTER TABLE department_contact ADD COLUMN topics TEXT NOT NULL DEFAULT '';
"""
