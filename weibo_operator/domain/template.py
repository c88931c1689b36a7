"""Reply templates 话术: a title, a pinyin code and several wordings with variables."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from weibo_operator.domain.ids import TemplateId

VARIABLE = re.compile(r"\{([^{}\s]{1,12})\}")
"""A variable as a template writes it: {订单号}."""


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to say it; the least used one is offered first so that texts vary (mission D8)."""

    id: int
    text: str
    uses: int
    last_used_at: datetime | None


@dataclass(frozen=True, slots=True)
class Template:
    """A template with its wordings; ``audience`` is public, private or both; ``favourite`` is 1–9 or 0."""

    id: TemplateId
    title: str
    category: str
    code: str
    audience: str
    tone: str
    favourite: int
    wordings: tuple[Wording, ...]

    @property
    def uses(self) -> int:
        """How often any of its wordings was sent."""
        return sum(wording.uses for wording in self.wordings)

    @property
    def next_wording(self) -> Wording:
        """The wording to offer now: the least used, then the longest unused."""
        return min(
            self.wordings,
            key=lambda wording: (
                wording.uses,
                wording.last_used_at.timestamp() if wording.last_used_at else 0.0,
            ),
        )


def fill(text: str, values: Mapping[str, str]) -> str:
    """Replace each known variable by its non-empty value; unknown ones stay for the operator to fill."""

    def value_of(match: re.Match[str]) -> str:
        return values.get(match.group(1)) or match.group(0)

    return VARIABLE.sub(value_of, text)


def unfilled(text: str) -> tuple[str, ...]:
    """The names of variables still in the text, in order."""
    return tuple(match.group(1) for match in VARIABLE.finditer(text))
