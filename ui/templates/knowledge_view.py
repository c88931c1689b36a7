"""The knowledge page: its own parts beside those of every library."""

from ui.support.theme import Theme
from ui.templates.knowledge_form import KnowledgeForm
from ui.templates.knowledge_rows import CheckedWords, KnowledgeDelegate, KnowledgeModel
from ui.templates.library_view import LibraryView
from ui.templates.lists import KNOWLEDGE
from ui.widgets.button import KeyButton
from ui.widgets.text_check import Checking
from weibo_operator.domain.knowledge import KnowledgeCard
from weibo_operator.translation import tr


class KnowledgeView(LibraryView[KnowledgeCard]):
    """The shop's orders are looked up from the head."""

    def __init__(self, theme: Theme, checking: Checking, checked: CheckedWords) -> None:
        rows = KnowledgeModel(checked)
        super().__init__(theme, KNOWLEDGE, rows)
        self.orders = KeyButton(theme, tr("订单"), icon="shopping-cart", height="control_34")
        self.form = KnowledgeForm(theme, checking)
        self.list.setItemDelegate(KnowledgeDelegate(theme, self.list, rows))
        self.lay_out(self.form, head=(self.orders,))
