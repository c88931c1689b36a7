"""Departments with several people, hours and targets; who answered a handoff, in parts, and who consented (A4)."""

SQL = """
ALTER TABLE department ADD COLUMN opens INTEGER NOT NULL DEFAULT 540;
ALTER TABLE department ADD COLUMN closes INTEGER NOT NULL DEFAULT 1080
    CHECK (0 <= opens AND opens < closes AND closes <= 1440);
ALTER TABLE department ADD COLUMN every_day INTEGER NOT NULL DEFAULT 0 CHECK (every_day IN (0, 1));
-- In working hours; none: the general setting.
ALTER TABLE department ADD COLUMN answer_hours INTEGER CHECK (answer_hours > 0);

CREATE TABLE department_contact (
    id INTEGER PRIMARY KEY,
    department_id INTEGER NOT NULL REFERENCES department(id),
    name TEXT NOT NULL CHECK (name <> ''),
    reach TEXT NOT NULL DEFAULT '',
    in_charge INTEGER NOT NULL DEFAULT 0 CHECK (in_charge IN (0, 1)),
    position INTEGER NOT NULL
) STRICT;
CREATE INDEX department_contact_department ON department_contact (department_id);
INSERT INTO department_contact (department_id, name, in_charge, position)
SELECT id, contact, 1, 0 FROM department WHERE trim(contact) <> '';

ALTER TABLE handoff ADD COLUMN asks TEXT NOT NULL DEFAULT 'answer' CHECK (asks IN ('answer', 'consent'));
ALTER TABLE handoff ADD COLUMN verdict TEXT NOT NULL DEFAULT '' CHECK (verdict IN ('', 'agreed', 'declined'));
ALTER TABLE handoff ADD COLUMN expert TEXT NOT NULL DEFAULT '';
ALTER TABLE handoff ADD COLUMN collected_at INTEGER;
ALTER TABLE handoff ADD COLUMN classified_by TEXT NOT NULL DEFAULT 'auto' CHECK (classified_by IN ('auto', 'operator'));
ALTER TABLE handoff ADD COLUMN sent_by TEXT NOT NULL DEFAULT '';
ALTER TABLE handoff ADD COLUMN partial_at INTEGER;
ALTER TABLE handoff ADD COLUMN ended_at INTEGER;
"""
