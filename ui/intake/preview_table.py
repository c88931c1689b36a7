"""The preview's table: four columns, unreadable rows in red with their sentence."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from ui.intake.import_words import PreviewRow
from ui.intake.thin_table import PAD, Index, ThinDelegate, ThinModel, ThinTable
from ui.support.theme import Theme
from ui.widgets.paint_text import draw_parts
from weibo_operator.translation import tr

HEADS = (tr("作者"), tr("发布时间"), tr("正文"), tr("认出来的结果"))
WIDTHS = (132, 108, 0, 208)
TEXT, RESULT = 2, 3


class PreviewModel(ThinModel):
    """The rows of one preview."""

    def __init__(self, parent: QWidget, heads: Sequence[str]) -> None:
        super().__init__(parent, heads)
        self._rows: tuple[PreviewRow, ...] = ()

    def show_rows(self, rows: Sequence[PreviewRow]) -> None:
        """Show another file's rows."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row_at(self, row: int) -> PreviewRow:
        """A row's record."""
        return self._rows[row]

    def parts(self, index: Index) -> tuple[str, ...]:
        """A cell's words, joined by painted dots where there are several."""
        row = self._rows[index.row()]
        if row.broken and index.column() == TEXT:
            return row.result
        if row.broken and index.column() == RESULT:
            return (tr("不导入"),)
        return ((row.who,), (row.when,), (row.text,), row.result)[index.column()]

    def shown_rows(self) -> int:
        """Return how many rows are shown."""
        return len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's words; the whole text as tooltip."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return tr("，").join(self.parts(index))
        return None


class PreviewDelegate(ThinDelegate):
    """Paints one cell with the row's ground and hairline."""

    def __init__(self, theme: Theme, table: QWidget, model: PreviewModel) -> None:
        super().__init__(theme, table)
        self._model = model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        theme = self._theme
        broken = self._model.row_at(index.row()).broken
        rect = self.ground(painter, option, "danger_subtle" if broken else None)
        pad = theme.px(PAD)
        role = "danger_text" if broken and index.column() >= TEXT else "text"
        font = theme.font("body")
        words = self._model.parts(index)
        draw_parts(painter, theme, rect.adjusted(pad, 0, -pad, 0), words, font, theme.color(role))


class PreviewTable(ThinTable):
    """The table itself; it is looked at, never chosen from."""

    def __init__(
        self,
        theme: Theme,
        heads: Sequence[str] = HEADS,
        widths: Sequence[int] = WIDTHS,
        parent: QWidget | None = None,
    ) -> None:
        """``heads`` and ``widths`` of who, when, text (0: what is left, shared) and result."""
        super().__init__(theme, tr("文件里的前几行"), widths, parent=parent)
        self._rows = PreviewModel(self, heads)
        self.fill(self._rows, PreviewDelegate(theme, self, self._rows))

    @property
    def rows(self) -> PreviewModel:
        """The model, for reading."""
        return self._rows

    def show_rows(self, rows: Sequence[PreviewRow]) -> None:
        """Show another file's rows."""
        self._rows.show_rows(rows)
        self.scrollToTop()
