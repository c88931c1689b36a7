"""Triage as this shop wants it: the shipped rules, then the shop's own urgent and crisis words."""

from weibo_operator.domain.labels import Source
from weibo_operator.domain.triage import Triage
from weibo_operator.language.own_words import OwnWords, with_own_words
from weibo_operator.language.triage import TriageRules
from weibo_operator.services.desk import Desk
from weibo_operator.storage import templates


class ShopTriage:
    """Suggests labels; the own words are read at each call, so that a new one counts for the very next message."""

    def __init__(self, desk: Desk, rules: TriageRules) -> None:
        self._desk = desk
        self._rules = rules

    def triage(
        self, text: str, *, source: Source = Source.COMMENT, followers: int | None = None, parent_text: str = ""
    ) -> Triage:
        """The suggested labels of a raw text, as ``TriageRules.triage`` gives them, raised by the shop's own words."""
        terms = templates.user_words(self._desk.connection, "term")
        found = self._rules.triage(text, source=source, followers=followers, parent_text=parent_text, terms=terms)
        words = (templates.user_words(self._desk.connection, purpose) for purpose in ("urgent", "crisis"))
        return with_own_words(found, text, OwnWords(*words), followers)
