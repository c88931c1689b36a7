"""The list of the help's pages: groups, and under each its titles, one line each."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ui.shell.help_pages import HelpPage
from ui.support.theme import Theme
from ui.widgets.card_delegate import CardDelegate
from ui.widgets.paint_text import draw_line
from weibo_operator.translation import tr

ROW = 30
SIDE = 12


class HelpDelegate(CardDelegate):
    """Paints a title on its card."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, ROW)

    def row_height(self, held: object) -> int:
        """Rows stand close together."""
        return self._theme.px(ROW + 2) if isinstance(held, HelpPage) else super().row_height(held)

    def card_of(self, rect: QRectF) -> QRectF:
        """Use the whole width."""
        return rect.adjusted(self._theme.px(4), 0, -self._theme.px(4), -self._theme.px(2))

    def paint_record(self, painter: QPainter, card: QRectF, record: object) -> None:
        """Draw the title."""
        if isinstance(record, HelpPage):
            side = self._theme.px(SIDE)
            band = card.adjusted(side, 0, -side, 0)
            draw_line(painter, band, record.title, self._theme.font("body"), self._theme.color("text"))


def spoken(record: object) -> str:
    """A row for a screen reader."""
    return tr("{0}，{1}", record.title, record.group) if isinstance(record, HelpPage) else ""


def key_of(record: object) -> object:
    """What stays when the list is searched."""
    return record.key if isinstance(record, HelpPage) else None
