"""The templates in their list: what is said of one, and how its card is painted."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QTableView

from ui.support.theme import Theme
from ui.templates.delegate import GAP, CardDelegate
from ui.templates.model import RecordModel
from ui.widgets.chip import ChipSpec, chip_width, paint_chip
from ui.widgets.kbd import keycap_width, paint_keycap
from ui.widgets.paint_text import RIGHT, draw_line, one_line, text_width
from weibo_operator.domain.template import Template
from weibo_operator.services.wording import day_words, people_words
from weibo_operator.translation import label, tr


class TemplateModel(RecordModel[Template]):
    """Templates in the order found."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._now = now

    def uses_words(self, template: Template) -> str:
        """How often it was sent, and when last."""
        if template.last_used_at is None:
            return tr("没用过") if not template.uses else tr("{0} 次", people_words(template.uses))
        return tr("{0} 次，{1}", people_words(template.uses), day_words(template.last_used_at, self._now()))

    def told(self, record: Template) -> str:
        """Category, tone, code, uses and the words."""
        said = tr("{0}，{1}，代码 {2}，{3}", record.category, label(record.tone), record.code, self.uses_words(record))
        return tr("{0}，{1}", said, record.next_wording.text)


class TemplateDelegate(CardDelegate):
    """Title, code and key on the first line, the next wording and the use count on the second."""

    def __init__(self, theme: Theme, table: QTableView, model: TemplateModel) -> None:
        super().__init__(theme, table)
        self._model = model

    def paint_marks(self, painter: QPainter, box: QRectF, row: int) -> float:
        """Tone and code, and the key."""
        theme, template = self._theme, self._model.rows[row]
        right = box.right()
        told = tuple(part for part in (label(template.tone), template.code) if part)
        if told:
            code = ChipSpec(told)
            right -= chip_width(theme, code)
            paint_chip(painter, theme, QRectF(right, box.top(), box.right() - right, box.height()), code)
            right -= theme.px(GAP)
        if template.favourite:
            keys = f"Alt {template.favourite}"
            right -= keycap_width(theme, keys)
            paint_keycap(painter, theme, QRectF(right, box.top(), 1, box.height()), keys)
            right -= theme.px(GAP)
        return right

    def paint_text(self, painter: QPainter, box: QRectF, row: int) -> None:
        """The words that are offered next, and how often they were used."""
        theme, font, template = self._theme, self._theme.font("secondary"), self._model.rows[row]
        uses = self._model.uses_words(template)
        width = text_width(font, uses)
        draw_line(painter, box, uses, font, theme.color("text2"), RIGHT)
        text = QRectF(box.left(), box.top(), box.width() - width - theme.px(10), box.height())
        draw_line(painter, text, one_line(template.next_wording.text), font, theme.color("text2"))
