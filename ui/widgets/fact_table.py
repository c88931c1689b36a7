"""A small table of facts: name, number and remark, as for departments or the most asked questions."""

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.support.theme import Theme
from ui.widgets.paint_text import RIGHT, draw_line, draw_parts, parts_width, text_width
from ui.widgets.painted_rows import PaintedRows
from weibo_operator.translation import tr

ROW = 26
GAP = 16


class Fact(Struct, frozen=True):
    """One row; ``rank`` (as "1") stands before the name, ``remark`` at the right, red and bold when late."""

    name: str
    number: str = ""
    remark: tuple[str, ...] = ()
    late: bool = False
    rank: str = ""


class FactTable(PaintedRows):
    """Rows of facts in aligned columns; long names are elided."""

    def __init__(
        self, theme: Theme, accessible_name: str, row_height: int = ROW, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, row_height, (320, 200), parent)
        self._facts: tuple[Fact, ...] = ()
        self.setAccessibleName(accessible_name)

    def set_facts(self, facts: Sequence[Fact]) -> None:
        """Show other rows."""
        self._facts = tuple(facts)
        rows = (" ".join(filter(None, (fact.rank, fact.name, fact.number, *fact.remark))) for fact in facts)
        self.setAccessibleDescription(tr("；").join(rows))
        self._set_rows(len(self._facts))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the rows."""
        painter = QPainter(self)
        height = self._theme.px(self._row_height)
        for number, fact in enumerate(self._facts):
            self._paint_row(painter, QRectF(0, number * height, self.width(), height), fact, first=number == 0)
        painter.end()

    def _paint_row(self, painter: QPainter, row: QRectF, fact: Fact, *, first: bool) -> None:
        theme, gap = self._theme, self._theme.px(GAP)
        font = theme.font("secondary")
        left = row.left()
        if fact.rank:
            color = theme.color("accent_text" if first else "text3")
            draw_line(painter, QRectF(left, row.top(), gap, row.height()), fact.rank, theme.font("body", 600), color)
            left += theme.px(19)
        right = row.right() - self._paint_remark(painter, row, fact)
        number = max((text_width(font, other.number) for other in self._facts), default=0.0)
        longest = max((text_width(font, other.name) for other in self._facts), default=0.0)
        name = max(0.0, min(longest + 1, right - left - (number + 2 * gap if number else gap)))
        draw_line(painter, QRectF(left, row.top(), name, row.height()), fact.name, font, theme.color("text"))
        band = QRectF(left + name + gap, row.top(), number + 1, row.height())
        draw_line(painter, band, fact.number, font, theme.color("text2"))

    def _paint_remark(self, painter: QPainter, row: QRectF, fact: Fact) -> float:
        """Draw the remark at the right end; return its width."""
        theme = self._theme
        font = theme.font("secondary", 600 if fact.late else 400)
        color = theme.color("danger_text" if fact.late else "text2")
        draw_parts(painter, theme, row, fact.remark, font, color, RIGHT)
        return parts_width(theme, fact.remark, font) if fact.remark else 0.0
