"""The corrections that triage learns from, with the texts they were made on."""

import sqlite3

from msgspec import Struct

from weibo_operator.domain.ids import MessageId

_STATE = "SELECT count(*), coalesce(sum(id), 0), coalesce(max(id), 0) FROM triage_lesson"
_NEWEST = """
SELECT lesson.id, message.text, lesson.field, lesson.label FROM (
    SELECT * FROM triage_lesson ORDER BY id DESC LIMIT ?
) AS lesson JOIN message ON message.id = lesson.message_id ORDER BY lesson.id
"""
_OF_MESSAGE = "SELECT id FROM triage_lesson WHERE message_id = ? AND field = ?"


class StoredLesson(Struct, frozen=True):
    """One correction: the text, the label's field (kind, nature, department, urgency, audience) and what is right."""

    id: int
    text: str
    field: str
    label: str


def state(connection: sqlite3.Connection) -> tuple[int, int, int]:
    """Another value as soon as a lesson has been added or taken away, whoever did it."""
    count, total, newest = connection.execute(_STATE).fetchone()
    return count, total, newest


def newest(connection: sqlite3.Connection, limit: int) -> tuple[StoredLesson, ...]:
    """The newest lessons, the oldest of them first."""
    return tuple(StoredLesson(*row) for row in connection.execute(_NEWEST, (limit,)))


def of_message(connection: sqlite3.Connection, message: MessageId, field: str) -> int | None:
    """The lesson about one label of a message."""
    row = connection.execute(_OF_MESSAGE, (message, field)).fetchone()
    return None if row is None else int(row[0])


def all_ids(connection: sqlite3.Connection) -> tuple[int, ...]:
    """Every lesson."""
    return tuple(int(row[0]) for row in connection.execute("SELECT id FROM triage_lesson ORDER BY id"))
