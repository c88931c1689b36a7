"""What a stretch of text may have been meant to be: the common shape of every typo source."""

from enum import IntEnum

from msgspec import Struct

from weibo_operator.domain.findings import Grade


class Trust(IntEnum):
    """How much a source is believed when two corrections overlap; the higher wins."""

    QUIET = 0
    DOUBLED = 1
    MODEL = 2
    PHRASE = 3
    FIXED = 4


class Candidate(Struct, frozen=True):
    """``rights``, best first, instead of the characters ``start:end``; ``grade`` is what is claimed."""

    start: int
    end: int
    rights: tuple[str, ...]
    grade: Grade
    trust: Trust
    probability: float
    reason: str


class Clause(Struct, frozen=True):
    """A run of Chinese characters of the reply and where it begins."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """Where it ends in the reply."""
        return self.start + len(self.text)
