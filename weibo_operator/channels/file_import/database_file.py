"""Opens the SQLite files of crawlers, read-only; the desk's own files are refused."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path

from msgspec import Struct

from weibo_operator.channels.file_import.context import Context
from weibo_operator.channels.file_import.formats.registry import choose_stored
from weibo_operator.channels.file_import.formats.spec import TableFormat
from weibo_operator.channels.file_import.json_values import text_of
from weibo_operator.channels.file_import.opened import OpenedFile, Outcome, outcome, unreadable
from weibo_operator.channels.file_import.roles import Role, Values, find_roles
from weibo_operator.domain.channel import FileFormat
from weibo_operator.domain.labels import Source

_OWN_TABLES = frozenset({"ticket", "turn", "import_batch"})
_TABLES = "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name"
_PEOPLE = "user"
_NAMES = ("nick_name", "nickname", "screen_name")
_FOLLOWERS = ("follower_count", "followers", "followers_count")
_ORDER = ("weibo", "weibo_note", "comments", "weibo_note_comment", "reposts")


class _Stored(Struct, frozen=True):
    """A table of the file that holds messages: its name, its columns and what they mean."""

    name: str
    columns: tuple[str, ...]
    layout: TableFormat


class _Person(Struct, frozen=True):
    nickname: str
    followers: str


def open_database(path: Path, wanted: str) -> OpenedFile:
    """Recognises a crawler's database.

    Raises ``FileUnreadableError`` (``own_desk``, ``database_busy``, ``damaged``, ``unknown_format``).
    """
    log = path.with_name(f"{path.name}-wal")
    if log.exists() and log.stat().st_size:
        # Read as unchanging, the file would lack what its writer has not yet moved out of the log.
        raise unreadable(path, "database_busy")
    try:
        with closing(_connect(path)) as connection:
            names = [str(row[0]) for row in connection.execute(_TABLES)]
            if set(names) >= _OWN_TABLES:
                raise unreadable(path, "own_desk")
            tables = tuple(_stored(connection, names, wanted))
    except (sqlite3.Error, ValueError, OverflowError) as error:
        raise unreadable(path, "damaged", detail="sqlite") from error
    if not tables:
        raise unreadable(path, "unknown_format", detail="sqlite")

    def read(context: Context) -> Iterator[Outcome]:
        try:
            with closing(_connect(path)) as connection:
                yield from _messages(connection, tables, context)
        except (sqlite3.Error, ValueError, OverflowError) as error:
            raise unreadable(path, "damaged", detail="sqlite") from error

    columns = tuple(f"{each.name}.{column}" for each in tables for column in each.columns)
    return OpenedFile(FileFormat(tables[0].layout.key, "SQLite", columns), read)


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
    connection.text_factory = _decoded
    connection.execute("PRAGMA trusted_schema = OFF")
    return connection


def _decoded(raw: bytes) -> str:
    return raw.decode(errors="replace")


def _stored(connection: sqlite3.Connection, names: list[str], wanted: str) -> Iterator[_Stored]:
    ordered = sorted(names, key=lambda name: _ORDER.index(name) if name in _ORDER else len(_ORDER))
    for name in ordered:
        columns = _columns(connection, name)
        layout = choose_stored(columns, wanted)
        if layout is not None and not layout.missing(columns):
            yield _Stored(name, columns, layout)


def _columns(connection: sqlite3.Connection, table: str) -> tuple[str, ...]:
    return tuple(str(row[1]) for row in connection.execute(f"PRAGMA table_info({_quoted(table)})"))


def _messages(connection: sqlite3.Connection, tables: tuple[_Stored, ...], context: Context) -> Iterator[Outcome]:
    people = dict(_people(connection))
    said: dict[str, tuple[str, str]] = {}
    number = 0
    for table in tables:
        for values in _rows(connection, table):
            number += 1
            _complete(values, table.layout.source, people, said)
            yield outcome(number, values, table.layout.source, context)


def _rows(connection: sqlite3.Connection, table: _Stored) -> Iterator[Values]:
    roles = find_roles(table.columns, table.layout.columns)
    columns = ", ".join(_quoted(table.columns[at]) for at in roles.values())
    for row in connection.execute(f"SELECT {columns} FROM {_quoted(table.name)}"):  # noqa: S608  quoted names only
        values = {role: _cell(value) for role, value in zip(roles, row, strict=True)}
        yield table.layout.adapt(values) if table.layout.adapt is not None else values


def _people(connection: sqlite3.Connection) -> Iterator[tuple[str, _Person]]:
    columns = _columns(connection, _PEOPLE)
    name = next((each for each in _NAMES if each in columns), "")
    if "id" not in columns or not name:
        return
    followers = next((_quoted(each) for each in _FOLLOWERS if each in columns), "''")
    query = f"SELECT id, {_quoted(name)}, {followers} FROM {_quoted(_PEOPLE)}"  # noqa: S608  quoted names only
    for uid, nickname, count in connection.execute(query):
        yield _cell(uid), _Person(_cell(nickname), _cell(count))


def _complete(values: Values, source: Source, people: Mapping[str, _Person], said: dict[str, tuple[str, str]]) -> None:
    """Adds what other tables know: the writer's name and followers, the words of the post above a comment."""
    person = people.get(values.get(Role.UID, ""))
    if person is not None:
        values[Role.NICKNAME] = values.get(Role.NICKNAME, "") or person.nickname
        values[Role.FOLLOWERS] = values.get(Role.FOLLOWERS, "") or person.followers
    own = values.get(Role.ID, "")
    answered = values.get(Role.PARENT, "")
    above = said.get(answered) if answered and answered != own else None
    if above is None and source is Source.COMMENT:
        above = said.get(values.get(Role.POST, ""))
    if above is not None:
        values[Role.PARENT_AUTHOR], values[Role.PARENT_TEXT] = above
    if own:
        said[own] = (values.get(Role.NICKNAME, ""), values.get(Role.TEXT, ""))


def _cell(value: object) -> str:
    return text_of(value.decode(errors="replace") if isinstance(value, bytes) else value)


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
