"""What the operator teaches the check from any editor: each lesson is told, and can be taken back there and then."""

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from ui.support.context import Context
from ui.support.texts import sentence
from weibo_operator.domain.errors import OperatorError
from weibo_operator.domain.findings import Finding, FindingKind
from weibo_operator.domain.operations import Changes
from weibo_operator.translation import tr

LEARNT = Changes(tables=frozenset({"user_word"}))
_WORDS = (FindingKind.TYPO, FindingKind.PUNCTUATION)


class Teaching(QObject):
    """Writes to the word book and tells the news; ``learnt`` when an editor has to look again, whoever taught."""

    learnt = Signal()

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._words = context.operator.words
        context.news.changed.connect(self._hear)

    def ignore_once(self, finding: Finding) -> None:
        """忽略这次: counted; a suggestion waved through three times is made no more."""
        if finding.kind not in _WORDS or not finding.suggestions:
            return
        right = finding.suggestions[0]
        try:
            silenced = self._words.note_ignored(finding.text, right)
        except OperatorError as error:
            self._context.news.notice.emit(sentence(error))
            return
        if silenced:
            words = tr("忽略了 3 次，以后不再提示把“{0}”改成“{1}”", finding.text, right)
            self._told(words, finding.text, "ignore", right)

    def ignore_always(self, finding: Finding) -> None:
        """总是忽略: nothing is said about these words any more."""
        self._remember(finding.text, "ignore", tr("以后总是忽略“{0}”", finding.text))

    def learn(self, finding: Finding) -> None:
        """加入词典: these words are right."""
        self._remember(finding.text, "term", tr("“{0}”已加入词典", finding.text))

    def put_right_always(self, finding: Finding, right: str) -> None:
        """总是这样改: these words are a sure typo from now on."""
        try:
            self._words.put_right_always(finding.text, right)
        except OperatorError as error:
            self._context.news.notice.emit(sentence(error))
            return
        self._told(tr("以后“{0}”总是改成“{1}”", finding.text, right), finding.text, "always", right)

    @Slot(object)
    def _hear(self, changes: Changes) -> None:
        if changes.tables & {"user_word", "setting"}:
            self.learnt.emit()

    def _remember(self, word: str, purpose: str, words: str) -> None:
        try:
            self._words.remember(word, purpose)
        except OperatorError as error:
            self._context.news.notice.emit(sentence(error))
            return
        self._told(words, word, purpose, "")

    def _told(self, words: str, word: str, purpose: str, replacement: str) -> None:
        self._context.news.tell(LEARNT)
        self._context.news.taught.emit(words, partial(self._take_back, word, purpose, replacement))

    def _take_back(self, word: str, purpose: str, replacement: str) -> None:
        try:
            self._words.forget(word, purpose, replacement)
        except OperatorError as error:
            self._context.news.notice.emit(sentence(error))
            return
        self._context.news.tell(LEARNT)
