"""What a stretch of text may have been meant to be: the common shape of every typo source."""

from dataclasses import dataclass
from enum import IntEnum

from weibo_operator.domain.findings import Grade


class Trust(IntEnum):
    """How much a source is believed when two corrections overlap; the higher wins."""

    QUIET = 0
    WORD = 1
    DOUBLED = 2
    FIXED = 3
    PHRASE = 4


@dataclass(frozen=True, slots=True)
class Candidate:
    """``right`` instead of the characters ``start:end``.

    ``gain`` is by how much the corrected sentence is likelier (natural logarithm), ``grade`` what is claimed.
    """

    start: int
    end: int
    right: str
    grade: Grade
    trust: Trust
    gain: float
    reason: str


@dataclass(frozen=True, slots=True)
class Clause:
    """A run of Chinese characters of the reply and where it begins."""

    text: str
    start: int
