"""Where messages come from, as a page of the wizard (PNG 26)."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.connect.source_cards import SourceCards
from ui.support.theme import Theme
from ui.widgets.label import TextLabel
from weibo_operator.translation import tr


class SourcesPage(QWidget):
    """The three ways in."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards = SourceCards(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(TextLabel(theme, tr("客户的消息从哪里来"), "wizard_title"))
        column.addWidget(TextLabel(theme, tr("可以只选一种，也可以都用，以后随时能加。"), "body", "text2", wrap=True))
        column.addSpacing(4)
        column.addWidget(self.cards)
        column.addStretch()

    def first_stop(self) -> QWidget:
        """Where the keys begin."""
        return self.cards
