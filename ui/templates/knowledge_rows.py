"""The knowledge cards in their list: what is said of one, and how it is painted."""

from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QTableView

from ui.support.theme import Theme
from ui.templates.delegate import GAP, CardDelegate
from ui.templates.model import RecordModel
from ui.widgets.chip import ChipSpec, chip_width, paint_chip
from ui.widgets.paint_text import RIGHT, draw_line, one_line, text_width
from weibo_operator.domain.knowledge import KnowledgeCard
from weibo_operator.translation import label, tr

CheckedWords = Callable[[KnowledgeCard], tuple[str, bool]]
"""What is said of a card's checking, and whether it is stale."""


class KnowledgeModel(RecordModel[KnowledgeCard]):
    """Cards in the order found."""

    def __init__(self, checked: CheckedWords) -> None:
        super().__init__()
        self.checked = checked

    def told(self, record: KnowledgeCard) -> str:
        """Kind, when it was checked, uses and the text."""
        return tr(
            "{0}，{1}，用过 {2} 次，{3}",
            label(record.kind.value),
            self.checked(record)[0],
            record.uses,
            record.words_for(),
        )


class KnowledgeDelegate(CardDelegate):
    """Title and kind on the first line; the text and when it was checked on the second, stale ones in red."""

    def __init__(self, theme: Theme, table: QTableView, model: KnowledgeModel) -> None:
        super().__init__(theme, table)
        self._model = model

    def paint_marks(self, painter: QPainter, box: QRectF, row: int) -> float:
        """The kind, and a star."""
        theme, card = self._theme, self._model.rows[row]
        kind = ChipSpec((label(card.kind.value),))
        right = box.right() - chip_width(theme, kind)
        paint_chip(painter, theme, QRectF(right, box.top(), box.right() - right, box.height()), kind)
        right -= theme.px(GAP)
        if card.favourite:
            side = theme.size("icon_text")
            right -= side
            theme.paint_icon(painter, QRectF(right, box.top(), side, box.height()), "star", "accent_text")
            right -= theme.px(GAP)
        return right

    def paint_text(self, painter: QPainter, box: QRectF, row: int) -> None:
        """The text, and when it was checked."""
        theme, font, card = self._theme, self._theme.font("secondary"), self._model.rows[row]
        words, stale = self._model.checked(card)
        width = text_width(font, words)
        draw_line(painter, box, words, font, theme.color("danger_text" if stale else "text2"), RIGHT)
        if stale:
            side = theme.size("icon_text")
            width += side + theme.px(4)
            icon = QRectF(box.right() - width, box.top(), side, box.height())
            theme.paint_icon(painter, icon, "triangle-alert", "danger_text")
        text = QRectF(box.left(), box.top(), box.width() - width - theme.px(10), box.height())
        draw_line(painter, text, one_line(card.words_for()), font, theme.color("text2"))
