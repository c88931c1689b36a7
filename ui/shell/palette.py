"""The command palette (Ctrl+K): commands with their keys, customers, tickets and templates behind one field."""

from PySide6.QtCore import QModelIndex, QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QSizePolicy,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ui.shell.palette_entries import Entry, Group
from ui.shell.palette_field import PaletteField
from ui.shell.palette_finder import PaletteFinder
from ui.shell.palette_rows import PaletteDelegate, PaletteModel
from ui.support.context import Context
from ui.support.theme import Theme
from ui.widgets.kbd import KeyCap
from ui.widgets.label import TextLabel
from ui.widgets.overlay import Overlay
from ui.widgets.paint_shape import fill_box, paint_shadow
from weibo_operator.translation import tr

WIDTH, HEIGHT = 600, 424
TOP, MARGIN = 80, 24
HEAD, FOOT = 50, 38
KEYS = (("↑↓", tr("选择")), ("↵", tr("打开")), ("Esc", tr("关闭")))
PREFIXES = tr("> 只搜命令，@ 只搜客户，# 只搜工单号")


class Palette(Overlay):
    """No animation: it is there at the key. What was chosen is told after it has closed and given the focus back."""

    action_chosen = Signal(str)
    ticket_chosen = Signal(object)
    template_chosen = Signal(object)

    def __init__(self, context: Context, host: QWidget) -> None:
        self.card = _Card(context.theme)
        super().__init__(context.theme, host, self.card)
        self._finder = PaletteFinder(context)
        self._recent: list[str] = []
        self.field = self.card.field
        self.rows = PaletteModel(self)
        self._list = self.card.list
        self._list.setModel(self.rows)
        self._list.setItemDelegate(PaletteDelegate(context.theme, self.rows))
        self.field.wanted.connect(self._find)
        self.field.moved.connect(self._move)
        self.field.accepted.connect(self._accept)
        self._list.clicked.connect(self._click)

    @property
    def nothing_found(self) -> str:
        """The sentence shown instead of rows, or empty."""
        return "" if self.rows.rowCount() else self.card.nothing.text()

    @Slot()
    def open_palette(self) -> None:
        """Show with an empty field; pressed once more while open it only takes the field's text for new typing."""
        if self.isHidden():
            for part in (self, self.card, self._list):  # the table measures its rows by the font it has at this moment
                part.ensurePolished()
            self._finder.forget()
            self.field.clear()
            self._find("")
            self.open_over()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)
        self.field.selectAll()

    def place_card(self) -> None:
        """Near the top, so that the rows have room below the field."""
        px = self._theme.px
        width = min(px(WIDTH), self.width() - 2 * MARGIN)
        top = min(px(TOP), self.height() // 8)
        height = min(px(HEIGHT), self.height() - top - MARGIN)
        self.card.setGeometry(QRect((self.width() - width) // 2, top, width, height))

    @Slot(str)
    def _find(self, query: str) -> None:
        self.rows.show_entries(self._finder.find(query, self._recent, guessed=bool(self.field.composing)))
        self._list.resizeRowsToContents()
        self._list.scrollToTop()
        found = self.rows.rowCount() > 0
        self._list.setVisible(found)
        self.card.nothing.setVisible(not found)
        self.card.nothing.setText(tr("没找到“{0}”。试试拼音首字母，或只输一部分", query.strip()))
        self._tell_current()

    @Slot(int)
    def _move(self, by: int) -> None:
        self.rows.step(by)
        first = self.rows.current <= 1
        self._list.scrollTo(self.rows.index(0 if first else self.rows.current, 0))
        self._list.viewport().update()
        self._tell_current()

    @Slot()
    def _accept(self) -> None:
        entry = self.rows.entry()
        if entry is not None:
            self.close_over()
            self._tell(entry)

    @Slot(QModelIndex)
    def _click(self, index: QModelIndex) -> None:
        if isinstance(self.rows.held(index.row()), Entry):
            self.rows.current = index.row()
            self._accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw scrim and shadow."""
        super().paintEvent(event)
        painter = QPainter(self)
        paint_shadow(painter, self._theme, self.card.geometry(), self._theme.size("radius_dialog"))
        painter.end()

    def _tell(self, entry: Entry) -> None:
        if entry.group is Group.TICKETS:
            self.ticket_chosen.emit(entry.target)
        elif entry.group is Group.TEMPLATES:
            self.template_chosen.emit(entry.target)
        else:
            action = str(entry.target)
            self._recent = [action, *(past for past in self._recent if past != action)]
            self.action_chosen.emit(action)

    def _tell_current(self) -> None:
        """The field keeps the focus, so a screen reader hears the chosen row as its description."""
        entry = self.rows.entry()
        self.field.setAccessibleDescription(entry.spoken if entry is not None else self.card.nothing.text())


class _Card(QWidget):
    """Field, list and key bar on a raised ground."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.field = PaletteField()
        self.list = QTableView()
        self.nothing = TextLabel(theme, "", "body", "text2", align=Qt.AlignmentFlag.AlignHCenter)
        self.nothing.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("搜索命令、客户和内容"))
        self._settle_list()
        self._lay_out()
        theme.changed.connect(self._restyle)
        self._restyle()

    @Slot()
    def _restyle(self) -> None:
        self.field.setFont(self._theme.font("conversation"))
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the card's ground is not one on the scrim."""
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, the sign before the field, and hairlines."""
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        fill_box(painter, self.rect(), theme.size("radius_dialog"), theme.color("raised"))
        theme.paint_icon(painter, QRectF(px(18), 0, theme.size("icon_control"), px(HEAD)), "search", "text2")
        divider = theme.color("divider")
        painter.fillRect(0, px(HEAD) - 1, self.width(), 1, divider)
        painter.fillRect(0, self.height() - px(FOOT), self.width(), 1, divider)
        painter.end()

    def _settle_list(self) -> None:
        self.list.verticalHeader().hide()
        self.list.horizontalHeader().hide()
        self.list.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.list.verticalHeader().setMinimumSectionSize(1)
        self.list.setShowGrid(False)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setAccessibleName(tr("找到的命令、客户和模板"))

    def _lay_out(self) -> None:
        px = self._theme.px
        head, foot = QWidget(), QWidget()
        head.setFixedHeight(px(HEAD))
        foot.setFixedHeight(px(FOOT))
        top = QHBoxLayout(head)
        top.setContentsMargins(px(44), 0, px(18), 0)
        top.addWidget(self.field)
        keys = QHBoxLayout(foot)
        keys.setContentsMargins(px(18), 0, px(18), 0)
        keys.setSpacing(8)
        for caps, words in KEYS:
            keys.addWidget(KeyCap(self._theme, caps))
            keys.addWidget(TextLabel(self._theme, words, "secondary", "text2"))
            keys.addSpacing(4)
        keys.addStretch()
        keys.addWidget(TextLabel(self._theme, PREFIXES, "secondary", "text3"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addSpacing(4)
        column.addWidget(self.list, 1)
        column.addWidget(self.nothing, 1)
        column.addSpacing(4)
        column.addWidget(foot)
