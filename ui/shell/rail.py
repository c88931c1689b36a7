"""The rail at the left: pages with icon, word and what wants attention (design README §3.4)."""

from math import ceil

from msgspec import Struct
from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from ui.shell.account_button import AccountButton
from ui.support.actions import anywhere
from ui.support.theme import Theme
from ui.widgets.kbd import told_keys
from ui.widgets.paint_shape import fill_box, paint_focus
from ui.widgets.paint_text import CENTER, draw_line, text_width
from weibo_operator.translation import tr

WIDTH = 65
LOW = 47
GAP, EDGE = 8, 12


class RailItem(Struct, frozen=True):
    """One page: its key, word and icon."""

    key: str
    word: str
    icon: str
    keys: str
    """The key press that leads there: the page's action."""


ITEMS = (
    RailItem("inbox", tr("收件箱"), "inbox", anywhere("page_inbox")),
    RailItem("followup", tr("回访"), "calendar-clock", anywhere("page_followup")),
    RailItem("handoff", tr("转交"), "corner-up-right", anywhere("page_handoff")),
    RailItem("templates", tr("模板"), "message-square-quote", anywhere("page_templates")),
    RailItem("weekly", tr("周报"), "chart-column", anywhere("page_weekly")),
    RailItem("crisis", tr("危机"), "triangle-alert", anywhere("page_crisis")),
    RailItem("leads", tr("线索"), "eye", anywhere("page_leads")),
)
SETTINGS = RailItem("settings", tr("设置"), "settings", anywhere("page_settings"))


class RailButton(QAbstractButton):
    """One page's button with its badge."""

    def __init__(self, theme: Theme, item: RailItem, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.item = item
        self._badge = 0
        self._low = False
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)
        self.set_badge(0)
        self._restyle()

    def set_badge(self, count: int) -> None:
        """Show how much wants attention; 0 shows nothing."""
        self._badge = count
        self.setAccessibleName(tr("{0}，{1}", self.item.word, count) if count else self.item.word)
        self.update()

    def set_low(self, *, low: bool) -> None:
        """Take no more height than icon and word need."""
        if low != self._low:
            self._low = low
            self.updateGeometry()

    @Slot()
    def _restyle(self) -> None:
        keys = told_keys(self._theme, self.item.keys)
        self.setToolTip(tr("{0}（{1}）", self.item.word, keys) if keys else self.item.word)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """52 by 52 at 100 %, lower where the window is, wider for a long word."""
        word = ceil(text_width(self._theme.font("meta", 600), self.item.word)) + 2
        return QSize(max(self._theme.px(52), word), self._theme.px(LOW if self._low else 52))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, icon, word and badge."""
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        if on or self.underMouse():
            ground = theme.color("accent_subtle" if on else "hover")
            fill_box(painter, self.rect(), theme.size("radius_row"), ground)
        role = "accent_text" if on else "text2"
        side = theme.size("icon_nav")
        theme.paint_icon(painter, QRectF((self.width() - side) / 2, px(7), side, side), self.item.icon, role)
        band = QRectF(0, px(29), self.width(), px(18))
        draw_line(painter, band, self.item.word, theme.font("meta", 600 if on else 400), theme.color(role), CENTER)
        if self._badge:
            self._paint_badge(painter)
        if self.hasFocus():
            paint_focus(painter, theme, self.rect(), theme.size("radius_row"))
        painter.end()

    def _paint_badge(self, painter: QPainter) -> None:
        theme, px = self._theme, self._theme.px
        words = "99+" if self._badge > 99 else str(self._badge)
        font = theme.font("meta", 600)
        width = max(px(18), text_width(font, words) + px(8))
        box = QRectF(min(self.width() - width, self.width() / 2 + px(2)), px(1), width, px(18))
        fill_box(painter, box, px(9), theme.color("danger"))
        draw_line(painter, box, words, font, theme.color("on_danger"), CENTER)


class Rail(QWidget):
    """Leads to the pages, and at its foot to our own account."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._buttons = {item.key: RailButton(theme, item, self) for item in (*ITEMS, SETTINGS)}
        self.account = AccountButton(theme, self)
        self.setAccessibleName(tr("页面"))
        column = self._column = QVBoxLayout(self)
        for item in ITEMS:
            column.addWidget(self._buttons[item.key], 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch()
        column.addWidget(self._buttons[SETTINGS.key], 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.account, 0, Qt.AlignmentFlag.AlignHCenter)
        for button in self._buttons.values():
            button.clicked.connect(self._on_clicked)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_page(self, key: str) -> None:
        """Mark the page that is shown."""
        for name, button in self._buttons.items():
            button.setChecked(name == key)

    def set_badge(self, key: str, count: int) -> None:
        """Show how much wants attention on a page."""
        self._buttons[key].set_badge(count)

    @Slot()
    def _on_clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, RailButton):
            self.chosen.emit(sender.item.key)

    @Slot()
    def _restyle(self) -> None:
        px = self._theme.px
        widest = max(button.sizeHint().width() for button in self._buttons.values())
        self.setFixedWidth(px(WIDTH) - px(52) + widest)
        self._fit()
        self.update()

    def _fit(self) -> None:
        """Close up where the window is low or the letters are large."""
        px, count = self._theme.px, len(self._buttons)
        low = self.height() < count * px(52) + self.account.sizeHint().height() + (count + 1) * GAP + 2 * EDGE
        self._column.setContentsMargins(6, EDGE // 3 if low else EDGE, 6, EDGE // 3 if low else EDGE)
        self._column.setSpacing(0 if low else GAP)
        for button in self._buttons.values():
            button.set_low(low=low)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Close up or spread."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and the hairline at the right."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("rail"))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), self._theme.color("divider"))
        painter.end()
