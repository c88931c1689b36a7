"""Knowledge cards, and what templates and cards went out for."""

import json
import sqlite3

from weibo_operator.domain.errors import NotFoundError
from weibo_operator.domain.facets import Facet, FacetLine
from weibo_operator.domain.ids import CardId
from weibo_operator.domain.knowledge import CardEdit, CardKind, KnowledgeCard, telling_parts
from weibo_operator.domain.suggestion import Asked, Use
from weibo_operator.storage.journal import Value
from weibo_operator.storage.times import optional_from_ms, optional_ms

_ALL = "SELECT * FROM knowledge_card ORDER BY id"
_ONE = "SELECT * FROM knowledge_card WHERE id = ?"
_KNOWN_LINKS = "SELECT link FROM notice WHERE link <> '' ORDER BY id"
_SELF_SERVICE = "SELECT text FROM knowledge_card WHERE self_service = 1 ORDER BY id"
_USES = "SELECT * FROM knowledge_use ORDER BY id DESC LIMIT ?"
SEPARATOR = "、"
"""Between the words of a card, in the file and on the screen."""


def all_cards(connection: sqlite3.Connection) -> tuple[KnowledgeCard, ...]:
    """Every card in the order they were made."""
    return tuple(_card(row) for row in connection.execute(_ALL))


def get(connection: sqlite3.Connection, card: CardId) -> KnowledgeCard:
    """One card; raises ``NotFoundError``."""
    row = connection.execute(_ONE, (card,)).fetchone()
    if row is None:
        raise NotFoundError(what="knowledge_card", id=card)
    return _card(row)


def row_of(edit: CardEdit) -> dict[str, Value]:
    """A card's fields as columns."""
    return {
        "kind": edit.kind.value,
        "title": edit.title,
        "text": edit.text,
        "code": edit.code,
        "words": SEPARATOR.join(edit.words),
        "source": edit.source,
        "checked_at": optional_ms(edit.checked_at),
        "favourite": int(edit.favourite),
        "self_service": int(edit.self_service),
        "menu": edit.menu,
        "facets": json.dumps(
            [[line.facet.value, line.ours, line.theirs, line.source] for line in edit.facets], ensure_ascii=False
        ),
    }


def self_service_parts(connection: sqlite3.Connection) -> tuple[str, ...]:
    """By what a reply is known to help customers help themselves: cards marked 自助, links of posted notices."""
    texts = (row["text"] for row in connection.execute(_SELF_SERVICE))
    parts = (part for text in texts for part in telling_parts(text))
    links = (row["link"] for row in connection.execute(_KNOWN_LINKS))
    return tuple(dict.fromkeys((*parts, *links)))


def uses(connection: sqlite3.Connection, *, limit: int) -> tuple[Use, ...]:
    """What went out lately, the newest first."""
    return tuple(_use(row) for row in connection.execute(_USES, (limit,)))


def _card(row: sqlite3.Row) -> KnowledgeCard:
    return KnowledgeCard(
        id=CardId(row["id"]),
        kind=CardKind(row["kind"]),
        title=row["title"],
        text=row["text"],
        code=row["code"],
        words=tuple(word for word in row["words"].split(SEPARATOR) if word),
        source=row["source"],
        checked_at=optional_from_ms(row["checked_at"]),
        favourite=bool(row["favourite"]),
        uses=row["uses"],
        self_service=bool(row["self_service"]),
        menu=row["menu"],
        facets=tuple(FacetLine(Facet(facet), *said) for facet, *said in json.loads(row["facets"])),
    )


def _use(row: sqlite3.Row) -> Use:
    key = ("card", row["card_id"]) if row["template_id"] is None else ("template", row["template_id"])
    return Use(key, Asked(row["kind"], row["nature"], row["issue"], row["words"]))
