"""Paints the rows of the crisis page."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ui.crisis.rows import COLUMNS, CaseRow, crowd_words, when_words
from ui.support.theme import Theme
from ui.support.tokens import ColorRole
from ui.widgets.avatar import paint_avatar
from ui.widgets.card_columns import column_spans
from ui.widgets.card_delegate import CardDelegate
from ui.widgets.paint_text import draw_line, one_line
from ui.widgets.verified import verified_mark
from weibo_operator.services.wording import people_words
from weibo_operator.translation import tr

CARD = 62
AVATAR = 30
GRAVE, SERIOUS = 18, 6


class CaseDelegate(CardDelegate):
    """One case per card: risk, customer, reasons over words, when."""

    def __init__(self, theme: Theme, now: Callable[[], datetime]) -> None:
        super().__init__(theme, CARD)
        self._now = now

    def paint_record(self, painter: QPainter, card: QRectF, record: object) -> None:
        """Fill the card's columns."""
        if not isinstance(record, CaseRow):
            return
        theme, case = self._theme, record.case
        risk, person, matter, when = column_spans(theme, COLUMNS, card)
        role: ColorRole = "danger_text" if case.risk >= SERIOUS else "text2"
        font = theme.font("figure_small") if case.risk >= GRAVE else theme.font("card_name")
        draw_line(painter, risk, str(case.risk) if case.risk else "—", font, theme.color(role))
        self._paint_person(painter, person, record)
        upper, lower = self._two_lines(matter)
        ink: ColorRole = "danger_text" if case.undecided else "text"
        draw_line(painter, upper, record.line, theme.font("body", 600 if case.undecided else 400), theme.color(ink))
        draw_line(painter, lower, one_line(case.text), theme.font("secondary"), theme.color("text2"))
        if when.width() > 0:
            draw_line(painter, when, when_words(case, self._now()), theme.font("secondary"), theme.color("text2"))

    def _paint_person(self, painter: QPainter, span: QRectF, row: CaseRow) -> None:
        theme, side, case = self._theme, self._theme.px(AVATAR), row.case
        box = QRectF(span.left(), round(span.center().y() - side / 2), side, side)
        paint_avatar(painter, theme, box, case.nickname, verified_mark(case.verified))
        upper, lower = self._two_lines(span.adjusted(side + theme.px(12), 0, 0, 0))
        draw_line(painter, upper, case.nickname, theme.font("body", 600), theme.color("text"))
        reach = "" if case.followers is None else tr("{0} 粉丝", people_words(case.followers))
        draw_line(painter, lower, crowd_words(case) or reach, theme.font("meta"), theme.color("text2"))

    def _two_lines(self, span: QRectF) -> tuple[QRectF, QRectF]:
        line = self._theme.line_height("body")
        upper = QRectF(span.left(), round(span.center().y() - line), span.width(), line)
        return upper, upper.translated(0, line)
