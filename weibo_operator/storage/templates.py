"""Reply templates and the operator's own words."""

import sqlite3
from collections.abc import Sequence

from weibo_operator.domain.errors import NotFoundError
from weibo_operator.domain.ids import TemplateId
from weibo_operator.domain.own_words import OwnWord
from weibo_operator.domain.template import FileKind, Template, TemplateFile, Wording
from weibo_operator.storage.times import optional_from_ms

_ALL = "SELECT * FROM template ORDER BY category, id"
_WORDINGS = "SELECT * FROM wording ORDER BY template_id, id"
_FILES = "SELECT * FROM template_file ORDER BY template_id, id"
_FILES_OF = "SELECT * FROM template_file WHERE template_id = ? ORDER BY id"
_OWN = "SELECT word, replacement FROM user_word WHERE purpose = ? ORDER BY word, replacement"
_TIMES = "SELECT times FROM ignored_pair WHERE word = ? AND replacement = ?"


def all_templates(connection: sqlite3.Connection) -> tuple[Template, ...]:
    """Every template with its wordings, by category."""
    wordings: dict[int, list[Wording]] = {}
    for row in connection.execute(_WORDINGS):
        wordings.setdefault(row["template_id"], []).append(_wording(row))
    files: dict[int, list[TemplateFile]] = {}
    for row in connection.execute(_FILES):
        files.setdefault(row["template_id"], []).append(_file(row))
    return tuple(
        _template(row, wordings.get(row["id"], ()), files.get(row["id"], ())) for row in connection.execute(_ALL)
    )


def get(connection: sqlite3.Connection, template: TemplateId) -> Template:
    """One template; raises ``NotFoundError``."""
    row = connection.execute("SELECT * FROM template WHERE id = ?", (template,)).fetchone()
    if row is None:
        raise NotFoundError(what="template", id=template)
    rows = connection.execute("SELECT * FROM wording WHERE template_id = ? ORDER BY id", (template,))
    files = (file for _, file in file_rows(connection, template))
    return _template(row, tuple(_wording(wording) for wording in rows), tuple(files))


def file_rows(connection: sqlite3.Connection, template: TemplateId) -> tuple[tuple[int, TemplateFile], ...]:
    """The files that go with a template, each with its row's id."""
    return tuple((row["id"], _file(row)) for row in connection.execute(_FILES_OF, (template,)))


def wording_uses(connection: sqlite3.Connection, wording: int) -> int:
    """How often one wording was sent; raises ``NotFoundError``."""
    row = connection.execute("SELECT uses FROM wording WHERE id = ?", (wording,)).fetchone()
    if row is None:
        raise NotFoundError(what="wording", id=wording)
    return int(row[0])


def own_words(connection: sqlite3.Connection, purpose: str) -> tuple[OwnWord, ...]:
    """The operator's words of one purpose (``term``, ``ignore``, ``always``, ``urgent``, ``crisis``), in order."""
    return tuple(OwnWord(row["word"], row["replacement"]) for row in connection.execute(_OWN, (purpose,)))


def times_ignored(connection: sqlite3.Connection, slip: OwnWord) -> int:
    """How often this suggestion for these words was waved through for one ticket."""
    row = connection.execute(_TIMES, (slip.word, slip.replacement)).fetchone()
    return 0 if row is None else int(row[0])


def wording_texts(connection: sqlite3.Connection) -> tuple[str, ...]:
    """The text of every wording."""
    return tuple(row[0] for row in connection.execute("SELECT text FROM wording ORDER BY id"))


def _wording(row: sqlite3.Row) -> Wording:
    return Wording(id=row["id"], text=row["text"], uses=row["uses"], last_used_at=optional_from_ms(row["last_used_at"]))


def _file(row: sqlite3.Row) -> TemplateFile:
    return TemplateFile(path=row["path"], kind=FileKind(row["kind"]), note=row["note"])


def _template(row: sqlite3.Row, wordings: Sequence[Wording], files: Sequence[TemplateFile]) -> Template:
    return Template(
        id=TemplateId(row["id"]),
        title=row["title"],
        category=row["category"],
        code=row["code"],
        audience=row["audience"],
        tone=row["tone"],
        favourite=row["favourite"],
        wordings=tuple(wordings),
        files=tuple(files),
    )
