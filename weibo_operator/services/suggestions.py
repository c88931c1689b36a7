"""The three texts that fit a reply best: by what was used for the like before, and by the words themselves."""

from collections.abc import Iterable, Mapping, Sequence
from math import log1p
from pathlib import Path

from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.knowledge import KnowledgeCard
from weibo_operator.domain.suggestion import Asked, Usable, Use, key_of, texts_of
from weibo_operator.domain.template import Template
from weibo_operator.language.facets import FacetWords
from weibo_operator.language.fitting import Fitting, Profile
from weibo_operator.language.likeness import likeness, pairs
from weibo_operator.language.tables import read_rows
from weibo_operator.services.desk import Desk
from weibo_operator.storage import knowledge, messages, templates, tickets
from weibo_operator.storage.journal import Value
from weibo_operator.storage.times import to_ms

MOST = 3
REMEMBERED = 2000
"""So many of the latest uses count."""
WORDS = 300
LIKEST = 8.0
SAME_MATTER, SAME_KIND = 0.8, 0.03
"""What one more use counts for the same kind and problem, and for the same kind alone (of its logarithm)."""
NO_ISSUE = ""
LEAST = 0.1
"""Below this a text has nothing to do with what was asked."""


class Suggestions:
    """Reads what a ticket asks, ranks templates and cards for it, and remembers what went out."""

    def __init__(self, desk: Desk, resources: Path) -> None:
        self._desk = desk
        rows = read_rows(resources / "templates" / "asked_for.tsv", 2)
        self._asked_for: Mapping[str, str] = {row[0]: row[1] for row in rows}
        self._facets = FacetWords(resources / "dictionaries")
        self._known: tuple[tuple[object, ...], Fitting] | None = None

    def asked(self, ticket: TicketId) -> Asked:
        """What the ticket's customer wants; raises ``NotFoundError``."""
        connection = self._desk.connection
        found = tickets.get(connection, ticket)
        if found.open_turn_id is None:
            texts = messages.latest_inbound_texts(connection, ticket, limit=1)
        else:
            texts = messages.texts_of_turn(connection, ticket, found.open_turn_id)
        words = "\n".join(texts)[-WORDS:]
        return Asked(found.kind.value, found.nature.value, found.issue, words)

    def best(self, asked: Asked, *, audience: str = "", limit: int = MOST) -> tuple[Usable, ...]:
        """What fits best, the best first; fewer where less fits. ``audience`` leaves out what is for the other one."""
        usable = [each for each in self._usable() if _suits(each, audience)]
        uses: dict[tuple[str, int], list[Use]] = {}
        for use in knowledge.uses(self._desk.connection, limit=REMEMBERED):
            uses.setdefault(use.key, []).append(use)
        labels = (asked.nature, asked.issue, asked.kind)
        fit = self._fitting(usable).scores(asked.words, labels)
        ranked = [
            (score + used_before(asked, uses.get(key_of(each), ())), each)
            for score, each in zip(fit, usable, strict=True)
        ]
        ranked.sort(key=lambda hit: -hit[0])
        return _once(each for score, each in ranked if score >= LEAST)[:limit]

    def words_of(self, card: KnowledgeCard, asked: Asked | None) -> str:
        """A card's words for a reply: what the customer asks about (质量, 价格, 服务, 性价比) first (mission D12)."""
        return card.words_for(() if asked is None else self._facets.asked(asked.words))

    def note(self, asked: Asked, key: tuple[str, int]) -> None:
        """Remember that a template or card went out for this; of a card also count the use."""
        name, number = key
        values: dict[str, Value] = {
            "template_id": number if name == "template" else None,
            "card_id": number if name == "card" else None,
            "kind": asked.kind,
            "nature": asked.nature,
            "issue": asked.issue,
            "words": asked.words,
            "at": to_ms(self._desk.now()),
        }
        if not any(key_of(each) == key for each in self._usable()):
            return  # it was deleted between being inserted and being sent
        with self._desk.bookkeeping() as recorder:
            recorder.add("knowledge_use", values)
            if name == "card":
                used = next(each.uses for each in knowledge.all_cards(self._desk.connection) if each.id == number)
                recorder.bulk_update("knowledge_card", number, {"uses": used + 1})

    def _usable(self) -> Sequence[Usable]:
        connection = self._desk.connection
        return (*templates.all_templates(connection), *knowledge.all_cards(connection))

    def _fitting(self, usable: Sequence[Usable]) -> Fitting:
        """Kept while the texts are the same: counting pairs takes longer than asking."""
        profiles = tuple(self._profile(each) for each in usable)
        if self._known is None or self._known[0] != profiles:
            self._known = (profiles, Fitting(profiles))
        return self._known[1]

    def _profile(self, usable: Usable) -> Profile:
        further = (usable.category,) if isinstance(usable, Template) else usable.words
        named = (usable.title, self._asked_for.get(usable.title, ""), *further)
        return Profile(named, tuple(texts_of(usable)))


def used_before(asked: Asked, uses: Sequence[Use]) -> float:
    """What earlier uses say for a text: the likest words it was used for, and how often for the same problem."""
    if not uses:
        return 0.0
    words = pairs(asked.words)
    likest = max(likeness(words, pairs(use.asked.words)) for use in uses)
    matter = sum(use.asked.kind == asked.kind and use.asked.issue == asked.issue != NO_ISSUE for use in uses)
    kind = sum(use.asked.kind == asked.kind and use.asked.nature == asked.nature for use in uses)
    return LIKEST * likest**2 + SAME_MATTER * log1p(matter) + SAME_KIND * log1p(kind)


def _suits(usable: Usable, audience: str) -> bool:
    return not audience or not isinstance(usable, Template) or usable.audience in ("both", audience)


def _once(ranked: Iterable[Usable]) -> tuple[Usable, ...]:
    """The best of those that say the same in two tones: one key changes the tone."""
    kept: list[Usable] = []
    for each in ranked:
        told = isinstance(each, Template) and any(
            isinstance(other, Template) and each.says_the_same_as(other) for other in kept
        )
        if not told:
            kept.append(each)
    return tuple(kept)
