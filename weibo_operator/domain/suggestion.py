"""What a reply is about, what was used for the like before, and which three texts fit best (issue 7, point 4)."""

from collections.abc import Sequence

from msgspec import Struct

from weibo_operator.domain.knowledge import KnowledgeCard
from weibo_operator.domain.template import Template

Usable = Template | KnowledgeCard


class Asked(Struct, frozen=True):
    """What the customer wants: the ticket's labels, and the words since our last answer."""

    kind: str
    nature: str
    issue: str
    words: str


class Use(Struct, frozen=True):
    """A template or card that went out for something asked; ``key`` as ``key_of`` gives it."""

    key: tuple[str, int]
    asked: Asked


def key_of(usable: Usable) -> tuple[str, int]:
    """What a template or card is known by among both."""
    return ("template" if isinstance(usable, Template) else "card", int(usable.id))


def texts_of(usable: Usable) -> Sequence[str]:
    """The texts it may put into a reply."""
    if isinstance(usable, Template):
        return [wording.text for wording in usable.wordings]
    return [usable.words_for()]
