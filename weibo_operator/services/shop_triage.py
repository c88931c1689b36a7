"""Triage as this shop wants it: the shipped rules with the operator's corrections, then the shop's own words."""

from weibo_operator.domain.labels import Source
from weibo_operator.domain.triage import Triage
from weibo_operator.language.own_words import OwnWords, with_own_words
from weibo_operator.language.triage import TriageRules
from weibo_operator.services.lesson_book import LessonBook
from weibo_operator.services.word_book import WordBook


class ShopTriage:
    """Suggests labels; own words and corrections are asked for at each call: a new one counts for the next message."""

    def __init__(self, book: WordBook, rules: TriageRules, lessons: LessonBook) -> None:
        self._book = book
        self._lessons = lessons
        self._rules = rules

    def load(self) -> None:
        """Read the word lists and the learner now, for a background thread; raises ``OSError``."""
        self._rules.load()

    def triage(
        self, text: str, *, source: Source = Source.COMMENT, followers: int | None = None, parent_text: str = ""
    ) -> Triage:
        """The suggested labels of a raw text, as ``TriageRules.triage`` gives them, raised by the shop's own words."""
        terms = self._book.words("term")
        found = self._rules.triage(
            text,
            source=source,
            followers=followers,
            parent_text=parent_text,
            terms=terms,
            lessons=self._lessons.lessons(),
        )
        own = OwnWords(urgent=self._book.words("urgent"), crisis=self._book.words("crisis"))
        return with_own_words(found, text, own, followers)
