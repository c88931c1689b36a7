"""When a pause that the platform asked for began: a clock that is set back must not make it longer."""

SQL = """
ALTER TABLE account_pause ADD COLUMN since INTEGER NOT NULL DEFAULT 0;
"""
