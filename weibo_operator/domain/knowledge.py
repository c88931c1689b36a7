"""Knowledge cards 知识卡: what the shop knows, checked on a day, ready to go into a reply (mission D11)."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from weibo_operator.domain.ids import CardId


class CardKind(StrEnum):
    """What a card is about; a comparison needs a source."""

    FAQ = "常见问题"
    PRODUCT = "产品"
    SHOP = "门店"
    COMPARISON = "对比"


@dataclass(frozen=True, slots=True)
class CardEdit:
    """The fields of the editor; an empty ``code`` is made from the title's pinyin initials.

    ``checked_at`` is when somebody last made sure that the text is right, None when nobody has.
    """

    kind: CardKind
    title: str
    text: str
    code: str = ""
    words: tuple[str, ...] = ()
    source: str = ""
    checked_at: datetime | None = None
    favourite: bool = False


@dataclass(frozen=True, slots=True)
class KnowledgeCard:
    """One card; ``uses`` is how often it went out in a reply."""

    id: CardId
    kind: CardKind
    title: str
    text: str
    code: str
    words: tuple[str, ...]
    source: str
    checked_at: datetime | None
    favourite: bool
    uses: int

    @property
    def edit(self) -> CardEdit:
        """Its fields as the editor holds them."""
        return CardEdit(
            self.kind, self.title, self.text, self.code, self.words, self.source, self.checked_at, self.favourite
        )

    def is_stale(self, now: datetime, days: int) -> bool:
        """True when nobody has checked it for more than ``days``."""
        return self.checked_at is None or now - self.checked_at > timedelta(days=days)
