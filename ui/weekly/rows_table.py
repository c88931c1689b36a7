"""A table of painted rows that open something: figures, waiting customers, the tickets behind a figure."""

from collections.abc import Sequence
from typing import Any, Literal

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from ui.support.theme import Theme
from ui.support.tokens import ColorRole
from ui.widgets.paint_text import LEFT, RIGHT, draw_line, text_width
from weibo_operator.translation import tr

ROW = 34
PAD = 10
Index = QModelIndex | QPersistentModelIndex
Tone = Literal["plain", "faint", "late"]
INKS: dict[Tone, ColorRole] = {"plain": "text", "faint": "text3", "late": "danger_text"}


class Line(Struct, frozen=True):
    """One row: a cell per column, what it opens, and how it looks."""

    cells: tuple[str, ...]
    opens: object
    tone: Tone = "plain"
    tip: str = ""


class Heading(Struct, frozen=True):
    """One column: its name, and whether it takes the spare room or holds numbers (aligned right)."""

    name: str
    stretched: bool = False
    number: bool = False


class RowsModel(QAbstractTableModel):
    """The lines; nothing can be edited."""

    def __init__(self, headings: Sequence[Heading], parent: QWidget) -> None:
        super().__init__(parent)
        self.headings = tuple(headings)
        self.lines: tuple[Line, ...] = ()

    def set_lines(self, lines: Sequence[Line]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many rows there are."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many columns there are."""
        return 0 if parent.isValid() else len(self.headings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own type
        """Text, tip and alignment of a cell; the whole row to the screen reader."""
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.cells[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return line.tip or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return tr("，").join(
                f"{heading.name} {cell}" for heading, cell in zip(self.headings, line.cells, strict=True) if cell
            )
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own type
        """The columns' names."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.headings[section].name
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = RIGHT if self.headings[section].number else LEFT
            return side | Qt.AlignmentFlag.AlignVCenter
        return None


class RowsTable(QTableView):
    """Arrows move, Enter or a click opens; ``opened`` carries what the row opens."""

    opened = Signal(object)

    def __init__(
        self, theme: Theme, name: str, headings: Sequence[Heading], *, most_rows: int = 0, parent: QWidget
    ) -> None:
        """A table is as high as its rows up to ``most_rows``, then scrolls; 0: as high as its layout makes it."""
        super().__init__(parent)
        self._theme = theme
        self._most_rows = most_rows
        self._headings = tuple(headings)
        self.rows = RowsModel(headings, self)
        self.setModel(self.rows)
        self.setItemDelegate(_RowDelegate(theme, self))
        self.setAccessibleName(name)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.verticalHeader().hide()
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        for section, heading in enumerate(headings):
            mode = QHeaderView.ResizeMode.Stretch if heading.stretched else QHeaderView.ResizeMode.Interactive
            header.setSectionResizeMode(section, mode)
        self.clicked.connect(self._open_index)
        theme.changed.connect(self._restyle)
        self._restyle()

    def set_lines(self, lines: Sequence[Line]) -> None:
        """Show other rows; the keyboard stays in the row where it was."""
        place = self.currentIndex().row()
        self.rows.set_lines(lines)
        self._fit()
        if place >= 0 and lines and self.hasFocus():
            self.selectRow(min(place, len(lines) - 1))

    def rename(self, old: str, new: str) -> None:
        """Call the column that bore a name at first by another one."""
        columns = [replace(each, name=each.name.replace(old, new)) for each in self._headings]
        self.rows.headings = tuple(columns)
        self.rows.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(columns) - 1)

    @Slot(QModelIndex)
    def _open_index(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self.rows.lines[index.row()].opens)

    @Slot()
    def _restyle(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._theme.px(ROW))
        self.horizontalHeader().setFont(self._theme.font("meta"))
        self.horizontalHeader().setFixedHeight(self._theme.px(ROW))
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; left and right belong to the page, letters to nobody (no type-ahead)."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open_index(self.currentIndex())
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right) or (event.text() and event.text().isprintable()):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        """Give every column but the stretched one the width of its longest cell."""
        # The style draws the names of the columns in the body's size, whatever font the header has.
        font, head = self._theme.font("secondary"), self._theme.font("body")
        pad = 2 * self._theme.px(PAD) + 4
        for section, heading in enumerate(self.rows.headings):
            if heading.stretched:
                continue
            cells = (text_width(font, line.cells[section]) for line in self.rows.lines[:200])
            widest = max(text_width(head, heading.name), max(cells, default=0.0))
            self.setColumnWidth(section, min(round(widest) + pad, self._theme.px(280)))
        if self._most_rows:
            rows = min(len(self.rows.lines), self._most_rows)
            self.setFixedHeight(self._theme.px(ROW) * (rows + 1) + 2)


class _RowDelegate(QStyledItemDelegate):
    """Draws one cell with the theme's fonts; the current row is tinted, focus is a bar at its left."""

    def __init__(self, theme: Theme, table: RowsTable) -> None:
        super().__init__(table)
        self._theme = theme
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw ground, hairline and text."""
        theme, table = self._theme, self._table
        rect: QRectF = QRectF(option.rect)  # pyright: ignore[reportAttributeAccessIssue] - Qt's field
        line = table.rows.lines[index.row()]
        state = option.state  # pyright: ignore[reportAttributeAccessIssue] - Qt's field
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.color("selected"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.color("hover"))
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), theme.color("divider"))
        if index.column() == 0 and table.hasFocus() and index.row() == table.currentIndex().row():
            painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), theme.color("focus"))
        heading = table.rows.headings[index.column()]
        box = rect.adjusted(theme.px(PAD), 0, -theme.px(PAD), 0)
        first = index.column() == 0 or line.tone == "faint"
        ink = theme.color(INKS[line.tone] if first or line.tone == "late" else "text2")
        align = RIGHT if heading.number else LEFT
        draw_line(painter, box, line.cells[index.column()], theme.font("secondary"), ink, align)
