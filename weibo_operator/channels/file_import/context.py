"""What every row of one import shares: the file, the time it was captured, our own names, who else is known."""

import re
from collections.abc import Sequence
from datetime import datetime

from msgspec import Struct

from weibo_operator.domain.columns import DateOrder
from weibo_operator.domain.labels import Audience, Platform

_MENTION = re.compile(r"(?<![A-Za-z0-9._])@([\w\-·]{1,30})")


class Context(Struct, frozen=True):
    """``file`` as the operator gave it, ``captured_at`` aware, ``own_names`` without ``@``.

    ``author`` and ``author_uid`` stand for whoever no column names. ``platform`` and ``audience`` hold for every row
    that does not say otherwise.
    """

    file: str
    captured_at: datetime
    own_names: frozenset[str] = frozenset()
    author: str = ""
    author_uid: str = ""
    date_order: DateOrder = DateOrder.YEAR_FIRST
    platform: Platform = Platform.WEIBO
    audience: Audience = Audience.PUBLIC

    def names_us(self, mentions: Sequence[str]) -> bool:
        """One of ``mentions`` is one of our own accounts."""
        return not self.own_names.isdisjoint(mentions)


def clean_names(names: Sequence[str]) -> frozenset[str]:
    """Account names without blanks and their leading ``@``."""
    return frozenset(name for name in (name.strip().lstrip("@＠") for name in names) if name)


def mentions_in(text: str) -> tuple[str, ...]:
    """The names a text @-mentions, each once, in order."""
    return tuple(dict.fromkeys(_MENTION.findall(text))) if "@" in text else ()
