"""Writes the schema into ARCHITECTURE.md, from a database made by the program's own migrations."""

import re
import sys
from datetime import UTC, datetime
from pathlib import Path

from weibo_operator.storage.connection import MEMORY, open_database

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "ARCHITECTURE.md"
BEGIN, END = "<!-- schema begins: written by packaging/dev.py schema -->", "<!-- schema ends -->"
_TABLES = "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
_OWN_PARTS = re.compile(r"^message_text_|^customer_name_|^_sqlite_migrations$")


def schema_text() -> str:
    """Every table with its columns and what they refer to, as Markdown."""
    connection = open_database(MEMORY, now=datetime.now(UTC))
    lines = ["| table | columns (→ refers to) |", "|---|---|"]
    for name, sql in connection.execute(_TABLES).fetchall():
        if _OWN_PARTS.search(name):
            continue
        targets = {row[3]: row[2] for row in connection.execute(f"PRAGMA foreign_key_list({name})")}
        columns = [row[1] for row in connection.execute(f"PRAGMA table_xinfo({name})")]
        words = [f"{column} → {targets[column]}" if column in targets else column for column in columns]
        kind = " (full-text index)" if sql.startswith("CREATE VIRTUAL") else ""
        lines.append(f"| `{name}`{kind} | {', '.join(words)} |")
    connection.close()
    return "\n".join(lines)


def page_with_schema(page: str) -> str:
    """The page with its schema block replaced."""
    head, rest = page.split(BEGIN, 1)
    _, tail = rest.split(END, 1)
    return f"{head}{BEGIN}\n{schema_text()}\n{END}{tail}"


def main() -> int:
    """Rewrite ARCHITECTURE.md."""
    PAGE.write_text(page_with_schema(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
