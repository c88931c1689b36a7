"""Knowledge cards 知识卡: what the shop knows, checked on a day, ready to go into a reply (mission D11)."""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from enum import StrEnum

from msgspec import Struct

from weibo_operator.domain.facets import Facet, FacetLine, asked_first, compared, told
from weibo_operator.domain.ids import CardId

_LINK = re.compile(r"https?://[!-~]+")
_BREAK = re.compile(r"\{[^{}]*\}|\n")
_TELLING = 8
"""So many characters in a row are no chance."""


class CardKind(StrEnum):
    """What a card is about; a comparison needs a source."""

    FAQ = "常见问题"
    PRODUCT = "产品"
    SHOP = "门店"
    COMPARISON = "对比"


class CardEdit(Struct, frozen=True):
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
    self_service: bool = False
    """自助: with this the customer helps themselves (mission G11)."""
    menu: str = ""
    """Its place in the menu of the account's page, “售后服务/退换货”; empty: not there (mission G9)."""
    facets: tuple[FacetLine, ...] = ()
    """What it says of 质量, 价格, 服务, 性价比 (mission D12); only products and comparisons make use of it."""

    @property
    def lines(self) -> tuple[FacetLine, ...]:
        """The facets that a card of this kind says."""
        return self.facets if self.kind in (CardKind.PRODUCT, CardKind.COMPARISON) else ()


class KnowledgeCard(Struct, frozen=True):
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
    self_service: bool = False
    menu: str = ""
    facets: tuple[FacetLine, ...] = ()

    @property
    def edit(self) -> CardEdit:
        """Its fields as the editor holds them."""
        return CardEdit(
            kind=self.kind,
            title=self.title,
            text=self.text,
            code=self.code,
            words=self.words,
            source=self.source,
            checked_at=self.checked_at,
            favourite=self.favourite,
            self_service=self.self_service,
            menu=self.menu,
            facets=self.facets,
        )

    def words_for(self, asked: Sequence[Facet] = ()) -> str:
        """What goes into a reply: what is asked about first; a comparison only where its source is known."""
        compares = self.kind is CardKind.COMPARISON
        lines = [(line.facet, compared(line, self.source) if compares else told(line)) for line in self.edit.lines]
        return asked_first(lines, self.text, asked)

    def is_stale(self, now: datetime, days: int) -> bool:
        """True when nobody has checked it for more than ``days``."""
        return self.checked_at is None or now - self.checked_at > timedelta(days=days)


def telling_parts(text: str) -> tuple[str, ...]:
    """By what a reply is known to hold this text: its links, else its longest stretch without a variable.

    Empty where that is too short to tell.
    """
    links = tuple(dict.fromkeys(_LINK.findall(text)))
    if links:
        return links
    longest = max((part.strip() for part in _BREAK.split(text)), key=len, default="")
    return (longest,) if len(longest) >= _TELLING else ()
