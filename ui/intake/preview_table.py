"""The preview's table: four columns, unreadable rows in red with their sentence."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui.intake.import_words import PreviewRow
from ui.support.theme import Theme
from ui.widgets.paint_text import draw_parts

Index = QModelIndex | QPersistentModelIndex
HEADS = ("用户昵称", "发布时间", "正文", "认出来的结果")
WIDTHS = (132, 108, 0, 208)
TEXT, RESULT = 2, 3
ROW = 34
PAD = 12


class PreviewModel(QAbstractTableModel):
    """The rows of one preview."""

    def __init__(self, parent: QWidget, heads: Sequence[str]) -> None:
        super().__init__(parent)
        self._heads = heads
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
            return ("不导入",)
        return ((row.who,), (row.when,), (row.text,), row.result)[index.column()]

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many rows are shown."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return four."""
        return 0 if parent is not None and parent.isValid() else len(HEADS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's words; the whole text as tooltip."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return "，".join(self.parts(index))
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the columns' names."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None


class PreviewDelegate(QStyledItemDelegate):
    """Paints one cell with the row's ground and hairline."""

    def __init__(self, theme: Theme, model: PreviewModel) -> None:
        super().__init__(model)
        self._theme = theme
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - Qt's signature
        """Return one row's height."""
        return QSize(0, self._theme.px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        theme, rect = self._theme, QRectF(option.rect)  # pyright: ignore[reportAttributeAccessIssue] - Qt's field
        broken = self._model.row_at(index.row()).broken
        if broken:
            painter.fillRect(rect, theme.color("danger_subtle"))
        line = QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1)
        painter.fillRect(line, theme.color("divider"))
        pad = theme.px(PAD)
        role = "danger_text" if broken and index.column() >= TEXT else "text"
        font = theme.font("body")
        words = self._model.parts(index)
        draw_parts(painter, theme, rect.adjusted(pad, 0, -pad, 0), words, font, theme.color(role))


class PreviewTable(QTableView):
    """The table itself; it is looked at, never chosen from."""

    def __init__(
        self,
        theme: Theme,
        heads: Sequence[str] = HEADS,
        widths: Sequence[int] = WIDTHS,
        parent: QWidget | None = None,
    ) -> None:
        """``heads`` and ``widths`` of who, when, text (0: what is left) and result."""
        super().__init__(parent)
        self._theme = theme
        self._widths = widths
        self._rows = PreviewModel(self, heads)
        self.setModel(self._rows)
        self.setItemDelegate(PreviewDelegate(theme, self._rows))
        self.setProperty("frame", "card")
        self.setAccessibleName("文件里的前几行")
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        theme.changed.connect(self._restyle)
        self._restyle()

    @property
    def rows(self) -> PreviewModel:
        """The model, for reading."""
        return self._rows

    def show_rows(self, rows: Sequence[PreviewRow]) -> None:
        """Show another file's rows."""
        self._rows.show_rows(rows)
        self.scrollToTop()

    @Slot()
    def _restyle(self) -> None:
        theme, heads = self._theme, self.horizontalHeader()
        heads.setFont(theme.font("secondary"))
        heads.setFixedHeight(theme.px(ROW))
        self.verticalHeader().setDefaultSectionSize(theme.px(ROW))
        for column, width in enumerate(self._widths):
            heads.setSectionResizeMode(
                column, QHeaderView.ResizeMode.Fixed if width else QHeaderView.ResizeMode.Stretch
            )
            if width:
                self.setColumnWidth(column, theme.px(width))
