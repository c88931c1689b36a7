"""The knowledge cards at work: kinds, the stale ones, checking a card again."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import Signal, Slot

from ui.support.context import Context
from ui.support.teaching import Teaching
from ui.support.texts import sentence
from ui.templates.edit_session import Kept
from ui.templates.knowledge_form import BLANK
from ui.templates.knowledge_view import KnowledgeView
from ui.templates.library_page import MOST, LibraryPage
from ui.templates.list_report import LeftOutDialog
from ui.templates.lists import KNOWLEDGE
from ui.templates.model import ALL, STALE
from ui.widgets.text_check import Checking
from weibo_operator.domain.errors import OperatorError
from weibo_operator.domain.findings import Finding
from weibo_operator.domain.ids import CardId
from weibo_operator.domain.knowledge import CardEdit, CardKind, KnowledgeCard
from weibo_operator.domain.labels import Audience
from weibo_operator.services.knowledge import why_refused
from weibo_operator.services.knowledge_words import checked_words, report_words
from weibo_operator.translation import label, tr


class KnowledgePage(LibraryPage[CardId, KnowledgeCard, CardEdit]):
    """Cards by kind; those not checked for long stand on a shelf of their own."""

    orders_wanted = Signal()
    tables = frozenset({"knowledge_card"})

    def __init__(self, context: Context) -> None:
        super().__init__(context, KNOWLEDGE)
        self._knowledge = context.operator.knowledge
        self._left_out: LeftOutDialog | None = None
        self.view = KnowledgeView(context.theme, Checking(self._check, Teaching(context, self)), self._checked_words)
        self.session = self.assemble(
            self.view, self.view.form, Kept(self._knowledge, lambda card: card.edit, _why_refused)
        )
        self.view.new.clicked.connect(self.new_card)
        self.view.nothing.acted.connect(self.new_card)
        self.view.orders.clicked.connect(self.orders_wanted)
        self.view.form.checked.connect(self.mark_checked)
        self.bind("knowledge", {"finish": self.mark_checked})

    @Slot()
    def new_card(self) -> None:
        """Begin a card of the kind that is open."""
        kind = CardKind(self._shelf) if self._shelf in {each.value for each in CardKind} else BLANK.kind
        self.begin(replace(BLANK, kind=kind), tr("写上标题和内容，就会自动保存"))
        self.view.form.title.setFocus()

    @Slot()
    def mark_checked(self) -> None:
        """E, 核对过: what the open card says is right as of today."""
        self.session.save()
        card = self.opened
        if card is None:
            return
        try:
            outcome = self._knowledge.mark_checked(card.id)
        except OperatorError as error:
            self._context.news.notice.emit(sentence(error))
            return
        self._context.news.tell(outcome.changes)
        self._context.news.undoable.emit(tr("已核对“{0}”", card.title))

    def found(self, query: str) -> Sequence[KnowledgeCard]:
        """A kind's cards, the favourites first; the stale ones the longest ago first."""
        if query:
            return self._knowledge.find(query, limit=MOST, guessed=self._guessed)
        if self._shelf == STALE:
            return self._knowledge.stale()
        return [card for card in self._knowledge.all() if self._shelf in (ALL, card.kind.value)]

    def shelves(self, records: Sequence[KnowledgeCard]) -> Sequence[tuple[str, int]]:
        """The kinds, and what wants checking."""
        counts = Counter(card.kind.value for card in records)
        kinds = ((kind.value, counts[kind.value]) for kind in CardKind)
        return ((ALL, len(records)), *kinds, (STALE, self._stale_of(records)))

    def count_words(self, records: Sequence[KnowledgeCard]) -> str:
        """How many, and how many want checking."""
        stale = self._stale_of(records)
        return tr("{0} 张，{1} 张要核对", len(records), stale) if stale else tr("{0} 张", len(records))

    def say_why_empty(self) -> None:
        """Everything was checked, or there is no card yet."""
        if self._shelf == STALE:
            self.view.nothing.show_message("check-check", tr("都核对过了"), tr("过期的会自动排到这里，天数在设置里改"))
        else:
            title = tr("还没有知识卡") if self._shelf == ALL else tr("“{0}”里还没有知识卡", label(self._shelf))
            self.view.nothing.show_message(
                "book-open", title, tr("把客户常问的写成知识卡\n回复时按 / 就能找到、放进去"), action=tr("新建知识卡")
            )

    def show_opened(self, record: KnowledgeCard | None) -> None:
        """When it was checked."""
        words, stale = ("", False) if record is None else self._checked_words(record)
        self.view.form.say_checked(words, stale=stale)

    def take_in(self, path: Path) -> None:
        """Take cards from a table, and name the lines that were left out."""
        outcome = self._knowledge.import_file(path)
        self._context.news.tell(outcome.changes)
        said = tr("{0}：{1}", path.name, report_words(outcome.value, "张"))
        (self._context.news.notice if outcome.operation is None else self._context.news.undoable).emit(said)
        if outcome.value.problems:
            self._left_out = self._left_out or LeftOutDialog(self._context.theme, self.window())
            self._left_out.open_with(path.name, outcome.value.problems)

    def start_writing(self) -> None:
        """In the text."""
        self.view.form.text.text.setFocus()

    def _check(self, text: str) -> tuple[Finding, ...]:
        return self._context.operator.replies.check(text, ticket=None, audience=Audience.PUBLIC)

    def _checked_words(self, card: KnowledgeCard) -> tuple[str, bool]:
        stale = self._knowledge.is_stale(card)
        return checked_words(card, self._context.operator.desk.now(), stale=stale), stale

    def _stale_of(self, records: Sequence[KnowledgeCard]) -> int:
        return sum(map(self._knowledge.is_stale, records))


def _why_refused(edit: CardEdit) -> str:
    """A card needs a title and a text, a comparison also a source."""
    refused = why_refused(edit)
    return "" if refused is None else sentence(refused)
