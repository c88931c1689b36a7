"""What the proofreader and the desk check found in a reply (product.md, "Desk check")."""

from collections.abc import Iterable
from enum import StrEnum

from msgspec import Struct


class FindingKind(StrEnum):
    """The rule that spoke."""

    TYPO = "typo"
    TONE = "tone"
    PRIVACY = "privacy"
    PROMISE = "promise"
    SUPERLATIVE = "superlative"
    PUNCTUATION = "punctuation"
    VARIABLE = "variable"
    LENGTH = "length"
    REPEAT = "repeat"
    NAME = "name"
    SELF_PRAISE = "self_praise"
    UNANSWERED = "unanswered"
    FIRST_TOUCH = "first_touch"
    JARGON = "jargon"


class Grade(StrEnum):
    """How sure the rule is: the red class, or the quiet one."""

    CERTAIN = "certain"
    POSSIBLE = "possible"


_MUST_FIX = frozenset({FindingKind.VARIABLE, FindingKind.LENGTH, FindingKind.PRIVACY})


class Finding(Struct, frozen=True):
    """One remark on ``text``, the characters ``start:end`` of the reply (offsets in code points).

    ``suggestions`` are replacements, best first, and may be empty; ``reason`` is a Chinese phrase for the operator.
    """

    start: int
    end: int
    kind: FindingKind
    grade: Grade
    text: str
    suggestions: tuple[str, ...]
    probability: float
    reason: str

    @property
    def must_fix(self) -> bool:
        """Whether the reply may not be sent as it is (unfilled variable, over-length, private data in public)."""
        return self.grade is Grade.CERTAIN and self.kind in _MUST_FIX

    @property
    def is_sure_slip(self) -> bool:
        """Whether it is counted among 疑似错字: typos and punctuation of the sure class."""
        return self.grade is Grade.CERTAIN and self.kind in (FindingKind.TYPO, FindingKind.PUNCTUATION)

    @property
    def is_certain_typo(self) -> bool:
        """Whether the first suggestion may be put in without asking."""
        return self.kind is FindingKind.TYPO and self.grade is Grade.CERTAIN and bool(self.suggestions)


Edit = tuple[int, int, str]
"""Start, end (code points) and the words to put there."""


def sure_edits(findings: Iterable[Finding]) -> tuple[Edit, ...]:
    """The first suggestion of every certain typo in reading order; of overlapping ones the first."""
    edits: list[Edit] = []
    for finding in sorted((f for f in findings if f.is_certain_typo), key=lambda f: (f.start, -f.end)):
        if not edits or finding.start >= edits[-1][1]:
            edits.append((finding.start, finding.end, finding.suggestions[0]))
    return tuple(edits)


def corrected(text: str, findings: Iterable[Finding]) -> str:
    """``text`` with the first suggestion of every certain typo put in."""
    parts: list[str] = []
    done = 0
    for start, end, words in sure_edits(findings):
        parts += (text[done:start], words)
        done = end
    return "".join([*parts, text[done:]])
