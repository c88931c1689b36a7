"""Reply templates and the operator's own words."""

import sqlite3
from collections.abc import Sequence

from weibo_operator.domain.errors import NotFoundError
from weibo_operator.domain.ids import TemplateId
from weibo_operator.domain.template import Template, Wording
from weibo_operator.storage.times import optional_from_ms

_ALL = "SELECT * FROM template ORDER BY category, id"
_WORDINGS = "SELECT * FROM wording ORDER BY template_id, id"
_WORDS = "SELECT word FROM user_word WHERE purpose = ? ORDER BY word"


def all_templates(connection: sqlite3.Connection) -> tuple[Template, ...]:
    """Every template with its wordings, by category."""
    wordings: dict[int, list[Wording]] = {}
    for row in connection.execute(_WORDINGS):
        wordings.setdefault(row["template_id"], []).append(_wording(row))
    return tuple(_template(row, wordings.get(row["id"], ())) for row in connection.execute(_ALL))


def get(connection: sqlite3.Connection, template: TemplateId) -> Template:
    """One template; raises ``NotFoundError``."""
    row = connection.execute("SELECT * FROM template WHERE id = ?", (template,)).fetchone()
    if row is None:
        raise NotFoundError(what="template", id=template)
    rows = connection.execute("SELECT * FROM wording WHERE template_id = ? ORDER BY id", (template,))
    return _template(row, tuple(_wording(wording) for wording in rows))


def wording_uses(connection: sqlite3.Connection, wording: int) -> int:
    """How often one wording was sent; raises ``NotFoundError``."""
    row = connection.execute("SELECT uses FROM wording WHERE id = ?", (wording,)).fetchone()
    if row is None:
        raise NotFoundError(what="wording", id=wording)
    return int(row[0])


def user_words(connection: sqlite3.Connection, purpose: str) -> tuple[str, ...]:
    """The operator's words: ``term`` (never a typo), ``ignore`` (waved through), ``urgent`` or ``crisis`` (triage)."""
    return tuple(row[0] for row in connection.execute(_WORDS, (purpose,)))


def _wording(row: sqlite3.Row) -> Wording:
    return Wording(id=row["id"], text=row["text"], uses=row["uses"], last_used_at=optional_from_ms(row["last_used_at"]))


def _template(row: sqlite3.Row, wordings: Sequence[Wording]) -> Template:
    return Template(
        id=TemplateId(row["id"]),
        title=row["title"],
        category=row["category"],
        code=row["code"],
        audience=row["audience"],
        tone=row["tone"],
        favourite=row["favourite"],
        wordings=tuple(wordings),
    )
