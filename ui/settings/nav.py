"""The categories at the left of the settings page."""

from math import ceil

from PySide6.QtCore import QRectF, QSize, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from ui.settings.specs import SECTIONS, SectionSpec
from ui.support.theme import Theme
from ui.widgets.paint_shape import fill_box, paint_focus
from ui.widgets.paint_text import draw_line, text_width
from weibo_operator.translation import tr

ROW, LEFT = 40, 40


class NavButton(QAbstractButton):
    """Icon and name; the open one is tinted and bold."""

    def __init__(self, theme: Theme, spec: SectionSpec, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.spec = spec
        self.setProperty("painted", True)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setText(spec.name)
        self.setAccessibleName(spec.name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return one row, wide enough for the name in bold."""
        name = text_width(self._theme.font("body", 600), self.spec.name)
        return QSize(max(self._theme.px(172), ceil(name) + self._theme.px(LEFT + 10)), self._theme.px(ROW))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, icon, name and focus ring."""
        theme, chosen = self._theme, self.isChecked()
        painter = QPainter(self)
        radius = theme.size("radius_row")
        if chosen or self.underMouse():
            fill_box(painter, self.rect(), radius, theme.color("accent_subtle" if chosen else "hover"))
        if self.hasFocus():
            paint_focus(painter, theme, self.rect(), radius)
        side = theme.size("icon_control") + theme.px(2)
        role = "accent_text" if chosen else "text2"
        theme.paint_icon(painter, QRectF(theme.px(12), 0, side, self.height()), self.spec.icon, role)
        left = theme.px(LEFT)
        band = QRectF(left, 0, self.width() - left - theme.px(8), self.height())
        ink = theme.color("accent_text" if chosen else "text")
        draw_line(painter, band, self.spec.name, theme.font("body", 600 if chosen else 400), ink)
        painter.end()


class SettingsNav(QWidget):
    """One button per category; ``chosen`` carries its key."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons = {spec.key: NavButton(theme, spec, self) for spec in SECTIONS}
        self.setAccessibleName(tr("设置的分类"))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 14, 12, 14)
        column.setSpacing(2)
        for button in self.buttons.values():
            column.addWidget(button)
            button.toggled.connect(self._choose)
        column.addStretch()

    def choose(self, key: str) -> None:
        """Open a category (KeyError for an unknown one)."""
        self.buttons[key].setChecked(True)

    @Slot(bool)
    def _choose(self, on: bool) -> None:
        sender = self.sender()
        if on and isinstance(sender, NavButton):
            self.chosen.emit(sender.spec.key)
