"""Writes a file as a version leaves it: ``python -m tests.old_files.make NAME [STEPS]`` (all steps: this version)."""

import gzip
import json
import shutil
import sqlite3
import sys
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.conftest import PROJECT, START
from tests.old_files.life import live
from weibo_operator.bootstrap import load_language, resources_dir
from weibo_operator.storage import connection as opening
from weibo_operator.storage.migrations import HISTORY
from weibo_operator.storage.search import index_messages

PLACE = PROJECT / "tests" / "fixtures" / "databases"
FIRST_THAT_SENDS = 15


def make(name: str, steps: int) -> Path:
    """A file that has had so many steps, with two days of a shop in it, packed."""
    target = PLACE / f"{name}.db.gz"
    with TemporaryDirectory() as place:
        folder = Path(place)
        path = live(folder, load_language(resources_dir()), sends=steps >= FIRST_THAT_SENDS)
        if steps < len(HISTORY):
            path = _taken_back(path, folder / "older.db", steps)
        with closing(sqlite3.connect(path, isolation_level=None)) as file:
            file.execute("PRAGMA journal_mode = DELETE")
            file.execute("VACUUM")
        PLACE.mkdir(parents=True, exist_ok=True)
        with path.open("rb") as source, gzip.GzipFile(target, "wb", mtime=0) as packed:
            shutil.copyfileobj(source, packed)
    return target


def _taken_back(path: Path, older: Path, steps: int) -> Path:
    """The same rows in the tables as they were after so many steps."""
    complete = opening.HISTORY
    opening.HISTORY = HISTORY[:steps]
    try:
        opening.open_database(older, now=START).close()
    finally:
        opening.HISTORY = complete
    with closing(sqlite3.connect(older, isolation_level=None)) as file:
        file.execute("ATTACH ? AS later", (str(path),))
        triggers = file.execute("SELECT name, sql FROM main.sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            file.execute(f"DROP TRIGGER {name}")
        tables = file.execute("SELECT name FROM main.sqlite_master WHERE sql LIKE 'CREATE TABLE%STRICT%'").fetchall()
        for (table,) in tables:
            both = ", ".join(_columns(file, "main", table) & _columns(file, "later", table))
            if both:
                file.execute(f"DELETE FROM main.{table}")  # noqa: S608 - a table's name, as the file has it
                file.execute(f"INSERT INTO main.{table} ({both}) SELECT {both} FROM later.{table}")  # noqa: S608 - names as above
        _forget_later_columns(file, {table: _columns(file, "main", table) for (table,) in tables})
        for _, sql in triggers:
            file.execute(sql)
        index_messages(file, dict(file.execute("SELECT id, text FROM main.message").fetchall()))
        assert file.execute("PRAGMA main.foreign_key_check").fetchone() is None
    return older


def _forget_later_columns(file: sqlite3.Connection, known: Mapping[str, set[str]]) -> None:
    """An earlier version's journal knew the columns of its time, and the tables."""
    for number, table, *images in file.execute("SELECT id, table_name, before, after FROM main.change").fetchall():
        if table not in known:
            file.execute("DELETE FROM main.change WHERE id = ?", (number,))
            continue
        old = [_of_then(image, known[table]) for image in images]
        file.execute("UPDATE main.change SET before = ?, after = ? WHERE id = ?", (*old, number))


def _of_then(image: str | None, columns: set[str]) -> str | None:
    if image is None:
        return None
    values = json.loads(image)
    return json.dumps({name: values[name] for name in values if name in columns}, ensure_ascii=False)


def _columns(file: sqlite3.Connection, place: str, table: str) -> set[str]:
    return {row[1] for row in file.execute(f"PRAGMA {place}.table_info({table})")}


def unpack(packed: Path, target: Path) -> Path:
    """Put a file of an earlier version where it can be opened."""
    with gzip.open(packed) as source, target.open("wb") as file:
        shutil.copyfileobj(source, file)
    return target


if __name__ == "__main__":
    made = make(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else len(HISTORY))
    sys.stdout.write(f"{made}\n")
