"""A table of thin rows in a card, as the import's screens have it: what each of them paints and answers is its own."""

from collections.abc import Iterable, Mapping, Sequence
from math import ceil

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

from ui.support.theme import Theme
from ui.support.tokens import ColorRole
from ui.widgets.paint_text import text_width

Index = QModelIndex | QPersistentModelIndex
PAD = 12
ROW = 34


class ThinModel(QAbstractTableModel):
    """Named columns; ``shown_rows`` and ``data`` are each table's own."""

    def __init__(self, parent: QWidget, heads: Sequence[str]) -> None:
        super().__init__(parent)
        self._heads = heads

    def shown_rows(self) -> int:
        """How many rows there are."""
        raise NotImplementedError

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many rows are shown."""
        return 0 if parent is not None and parent.isValid() else self.shown_rows()

    def columnCount(self, parent: Index | None = None) -> int:
        """Return how many columns have a name."""
        return 0 if parent is not None and parent.isValid() else len(self._heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the columns' names."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None


class ThinDelegate(QStyledItemDelegate):
    """Rows of one height with a hairline below; ``paint`` is each table's own."""

    def __init__(self, theme: Theme, parent: QWidget, row: int = ROW) -> None:
        super().__init__(parent)
        self._theme = theme
        self._row = row

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - Qt's signature
        """Return one row's height."""
        return QSize(0, self._theme.px(self._row))

    def ground(self, painter: QPainter, option: QStyleOptionViewItem, tint: ColorRole | None) -> QRectF:
        """Draw the row's tint and the hairline; the cell's rectangle."""
        rect = QRectF(option.rect)  # pyright: ignore[reportAttributeAccessIssue] - Qt's field
        if tint is not None:
            painter.fillRect(rect, self._theme.color(tint))
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), self._theme.color("divider"))
        return rect


class ThinTable(QTableView):
    """Column widths follow the letters' size and hold their heads; the one of width 0 takes what is left."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        widths: Sequence[int],
        row: int = ROW,
        parent: QWidget | None = None,
        *,
        whole: Mapping[int, Iterable[str]] | None = None,
    ) -> None:
        """``whole`` are words that a column always shows uncut."""
        super().__init__(parent)
        self._theme = theme
        self._widths = widths
        self._whole = {column: tuple(words) for column, words in (whole or {}).items()}
        self._row = row
        self.setProperty("frame", "card")
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)

    def fill(self, model: ThinModel, delegate: ThinDelegate) -> None:
        """Take the model and what paints it, once."""
        self.setModel(model)
        self.setItemDelegate(delegate)
        self._theme.changed.connect(self._restyle)
        self._restyle()

    @Slot()
    def _restyle(self) -> None:
        theme, heads = self._theme, self.horizontalHeader()
        heads.setFont(theme.font("secondary"))
        heads.setFixedHeight(theme.px(self._row))
        self.verticalHeader().setDefaultSectionSize(theme.px(self._row))
        for column, width in enumerate(self._widths):
            mode = QHeaderView.ResizeMode.Fixed if width else QHeaderView.ResizeMode.Stretch
            heads.setSectionResizeMode(column, mode)
            if width:
                self.setColumnWidth(column, max(theme.px(width), self._least_width(column)))

    def _least_width(self, column: int) -> int:
        """Room for the head and for the words that are never cut."""
        head = str(self.model().headerData(column, Qt.Orientation.Horizontal))
        cells = [text_width(self._theme.font("body"), words) for words in self._whole.get(column, ())]
        widest = max((text_width(self._theme.font("secondary"), head) if head else 0.0, *cells))
        return ceil(widest) + 2 * self._theme.px(PAD) + 2 if widest else 0
