"""The columns of a table of one's own, one a row: header, first cells, and what the column is."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QMenu, QStyle, QStyleOptionViewItem, QWidget

from ui.intake.mapping_words import CHOICES, first_cells, header_words, role_name
from ui.intake.thin_table import PAD, Index, ThinDelegate, ThinModel, ThinTable
from ui.support.theme import Theme
from ui.widgets.paint_text import draw_line, draw_parts
from weibo_operator.domain.columns import Role, Table
from weibo_operator.translation import tr

HEADS = (tr("表头"), tr("前几格"), tr("当作"))
WIDTHS = (168, 0, 232)
CELLS, ROLE = 1, 2
ROW = 32
OPEN_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class MappingModel(ThinModel):
    """Which column is what; a meaning given to one column is taken from the one that had it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, HEADS)
        self._table = Table((), (), "")
        self._roles: list[Role | None] = []

    @property
    def roles(self) -> tuple[Role | None, ...]:
        """One entry a column."""
        return tuple(self._roles)

    def show_table(self, table: Table, roles: Sequence[Role | None]) -> None:
        """Show another table."""
        self.beginResetModel()
        self._table, self._roles = table, list(roles)
        self.endResetModel()

    def set_role(self, at: int, role: Role | None) -> None:
        """Say what a column is."""
        if role is not None and role in self._roles:
            self._roles[self._roles.index(role)] = None
        self._roles[at] = role
        self.dataChanged.emit(self.index(0, 0), self.index(len(self._roles) - 1, ROLE))

    def parts(self, index: Index) -> tuple[str, ...]:
        """A cell's words."""
        at = index.row()
        if index.column() == ROLE:
            return (role_name(self._roles[at]),)
        if index.column() == CELLS:
            return first_cells(self._table.rows, at)
        return (header_words(self._table.headers[at], at),)

    def shown_rows(self) -> int:
        """Return how many columns the file has."""
        return len(self._roles)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's words."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return tr("，").join(self.parts(index))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            at = index.row()
            return tr("{0}，当作{1}", header_words(self._table.headers[at], at), role_name(self._roles[at]))
        return None


class MappingDelegate(ThinDelegate):
    """Paints one cell; the current row is tinted, a meaning given is bold."""

    def __init__(self, theme: Theme, table: QWidget, model: MappingModel) -> None:
        super().__init__(theme, table, ROW)
        self._model = model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        theme = self._theme
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)  # pyright: ignore[reportAttributeAccessIssue]
        used = self._model.roles[index.row()] is not None
        rect = self.ground(painter, option, "accent_subtle" if chosen else None)
        band = rect.adjusted(theme.px(PAD), 0, -theme.px(PAD), 0)
        words = self._model.parts(index)
        if index.column() == CELLS:
            draw_parts(painter, theme, band, words, theme.font("secondary"), theme.color("text2"))
            return
        if index.column() == ROLE:
            side = theme.size("icon_text")
            icon = QRectF(band.right() - side, band.top(), side, band.height())
            theme.paint_icon(painter, icon, "chevron-down", "text2" if used or chosen else "text3")
            band.setRight(icon.left() - theme.px(6))
        ink = theme.color(("accent_text" if index.column() == ROLE else "text") if used else "text3")
        draw_line(painter, band, words[0], theme.font("body", 600 if used and index.column() == ROLE else 400), ink)


class MappingTable(ThinTable):
    """Up and down choose a column, left and right its meaning, Enter or Space lists all of them, Del is 不用."""

    edited = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, tr("文件的每一列当作什么"), WIDTHS, ROW, parent)
        self._rows = MappingModel(self)
        self.fill(self._rows, MappingDelegate(theme, self, self._rows))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)

    @property
    def rows(self) -> MappingModel:
        """The model."""
        return self._rows

    def show_table(self, table: Table, roles: Sequence[Role | None]) -> None:
        """Show another table, its first column chosen."""
        self._rows.show_table(table, roles)
        self.selectRow(0)
        self.scrollToTop()

    def set_role(self, role: Role | None) -> None:
        """Say what the chosen column is."""
        at = self.currentIndex().row()
        if 0 <= at < self._rows.rowCount() and self._rows.roles[at] is not role:
            self._rows.set_role(at, role)
            self.edited.emit()

    def role_menu(self) -> QMenu:
        """The list of all meanings for the chosen column, the present one marked."""
        menu = QMenu(self)
        present = self._rows.roles[self.currentIndex().row()]
        for number, role in enumerate(CHOICES):
            action = menu.addAction(role_name(role))
            action.setData(number)
            action.setCheckable(True)
            action.setChecked(role is present)
            if role is present:
                menu.setActiveAction(action)
        menu.triggered.connect(self._take_choice)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    @Slot(QAction)
    def _take_choice(self, action: QAction) -> None:
        self.set_role(CHOICES[int(action.data())])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right, Enter, Space and Del; everything else is the table's or the dialog's."""
        key = event.key()
        has_column = 0 <= self.currentIndex().row() < self._rows.rowCount()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier or not has_column:
            event.ignore()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._step(1 if key == Qt.Key.Key_Right else -1)
        elif key in OPEN_KEYS:
            self._open_menu()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.set_role(None)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the meaning lists all of them."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() == ROLE and event.button() == Qt.MouseButton.LeftButton:
            self._open_menu()

    def _step(self, by: int) -> None:
        """The next meaning that no other column has."""
        at = self.currentIndex().row()
        present = self._rows.roles[at]
        taken = {role for number, role in enumerate(self._rows.roles) if number != at and role is not None}
        free = [role for role in CHOICES if role not in taken]
        self.set_role(free[(free.index(present) + by) % len(free)])

    def _open_menu(self) -> None:
        cell = self.visualRect(self._rows.index(self.currentIndex().row(), ROLE))
        self.role_menu().popup(self.viewport().mapToGlobal(cell.bottomLeft()))
