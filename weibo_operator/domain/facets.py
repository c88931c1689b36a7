"""关心要素: what customers weigh, and what a card says of each, ours beside theirs with a source (mission D12)."""

from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct


class Facet(StrEnum):
    """What a customer cares about."""

    QUALITY = "质量"
    PRICE = "价格"
    SERVICE = "服务"
    VALUE = "性价比"


class FacetLine(Struct, frozen=True):
    """What a card says of one facet; ``theirs`` and ``source`` are a comparison's."""

    facet: Facet
    ours: str = ""
    theirs: str = ""
    source: str = ""

    @property
    def is_empty(self) -> bool:
        """True when nothing is said."""
        return not (self.ours or self.theirs or self.source)

    @property
    def is_whole(self) -> bool:
        """True when both sides are told."""
        return bool(self.ours and self.theirs)


def compared(line: FacetLine, source: str) -> str:
    """One line of a comparison; ``source`` is the card's, for a line without its own.

    Empty without both sides or without any source: what has no source never gets into a reply.
    """
    told = line.source or source
    return f"{line.facet}：我们{line.ours}，别家{line.theirs}（来源：{told}）" if line.is_whole and told else ""


def told(line: FacetLine) -> str:
    """One line of a product card."""
    return f"{line.facet}：{line.ours}" if line.ours else ""


def asked_first(lines: Sequence[tuple[Facet, str]], text: str, asked: Sequence[Facet]) -> str:
    """A card's words: the lines on what is asked, in that order, then the card's text, then the other lines."""
    by_facet = dict(lines)
    first = [by_facet[facet] for facet in asked if facet in by_facet]
    rest = [words for facet, words in lines if facet not in asked]
    return "\n".join(part for part in (*first, text, *rest) if part)
