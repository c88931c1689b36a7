"""What importing remembers: how the operator read a table of their own, and which files have been seen already."""

SQL = """
-- ``mapping`` is JSON; ``key`` stands for the table's headers (channels/file_import/mapping.py: header_key).
CREATE TABLE table_mapping (
    key TEXT PRIMARY KEY,
    mapping TEXT NOT NULL,
    used_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Files that were imported, or passed over in the watched folder. Size and time spare reading a file again; the same
-- content under another name is the same file.
CREATE TABLE seen_file (
    path TEXT PRIMARY KEY,
    size INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    digest TEXT NOT NULL,
    seen_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX seen_file_digest ON seen_file (digest);
"""
