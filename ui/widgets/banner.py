"""Banner: one line at the top of the content that names a cause, its consequence and the way out."""

from typing import Literal

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from ui.support.theme import Theme
from ui.support.tokens import ColorRole
from ui.widgets.button import KeyButton, Variant
from ui.widgets.label import TextLabel
from ui.widgets.paint_shape import fill_box

BannerTone = Literal["danger", "info", "success", "neutral"]
FILLS: dict[BannerTone, tuple[ColorRole, ColorRole]] = {
    "danger": ("danger_subtle", "danger_text"),
    "info": ("info_subtle", "info_text"),
    "success": ("success_subtle", "success_text"),
    "neutral": ("neutral_subtle", "text"),
}


class Banner(QWidget):
    """Icon, bold cause, plain consequence and at most two buttons, told by ``acted`` and ``second_acted``."""

    acted = Signal()
    second_acted = Signal()
    wished = Signal()
    """It has something to say now, or nothing any more."""

    def __init__(self, theme: Theme, *, rounded: bool = False, parent: QWidget | None = None) -> None:
        """``rounded`` for a strip above the composer, square-cornered across the top otherwise."""
        super().__init__(parent)
        self._theme = theme
        self._rounded = rounded
        self._tone: BannerTone = "neutral"
        self._icon_name = "info"
        self._is_wanted = False
        self._has_turn = True
        self._icon = QLabel(self)
        self._cause = TextLabel(theme, "", "body", weight=600)
        self._consequence = TextLabel(theme, "", "body")
        self._second = KeyButton(theme, "", variant="ghost", height="control_32")
        self._action = KeyButton(theme, "", height="control_32")
        self._lay_out()
        self._action.clicked.connect(self._act)
        self._second.clicked.connect(self._act_second)
        theme.changed.connect(self._restyle)
        self.hide()

    @property
    def is_wanted(self) -> bool:
        """True while it has something to say, whether or not there is room for it."""
        return self._is_wanted

    def set_turn(self, *, on: bool) -> None:
        """Give way to more important lines, or come back."""
        self._has_turn = on
        super().setVisible(self._is_wanted and on)

    def setVisible(self, visible: bool) -> None:
        """Come or go, as far as there is room; ``show`` and ``hide`` lead here."""
        changed = visible != self._is_wanted
        self._is_wanted = visible
        super().setVisible(visible and self._has_turn)
        if changed:
            self.wished.emit()

    def show_message(
        self,
        cause: str,
        consequence: str = "",
        *,
        tone: BannerTone = "danger",
        icon: str = "triangle-alert",
        action: str = "",
        keys: str = "",
        variant: Variant = "secondary",
        second: str = "",
        second_keys: str = "",
    ) -> None:
        """Show one message; empty texts hide their part."""
        self._tone, self._icon_name = tone, icon
        self._cause.setText(cause)
        self._consequence.setText(consequence)
        self._consequence.setVisible(bool(consequence))
        self._cause.setToolTip(cause)
        self._consequence.setToolTip(consequence)
        self._action.set_variant(variant)
        self._action.set_content(action, keys=keys)
        self._action.setVisible(bool(action))
        self._second.set_content(second, keys=second_keys)
        self._second.setVisible(bool(second))
        self.setAccessibleName(f"{cause} {consequence}".strip())
        self._restyle()
        self.show()

    @Slot()
    def _act(self) -> None:
        self.acted.emit()

    @Slot()
    def _act_second(self) -> None:
        self.second_acted.emit()

    @Slot()
    def _restyle(self) -> None:
        ink = FILLS[self._tone][1]
        self._icon.setPixmap(self._theme.pixmap(self._icon_name, ink))
        self._cause.set_role(ink)
        self._consequence.set_role("text" if self._tone != "neutral" else "text2")
        self.setFixedHeight(self._theme.px(40 if self._rounded else 48))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the tinted strip."""
        painter = QPainter(self)
        radius = self._theme.size("radius_row") if self._rounded else 0
        fill_box(painter, self.rect(), radius, self._theme.color(FILLS[self._tone][0]))
        painter.end()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        side = self._theme.size("space_12" if self._rounded else "space_20")
        row.setContentsMargins(side, 0, side - 4 if self._rounded else side, 0)
        row.setSpacing(self._theme.size("space_10"))
        self._cause.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._consequence.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._cause)
        row.addWidget(self._consequence, 1)
        row.addStretch()
        row.addWidget(self._action)
        row.addWidget(self._second)
