"""A group of exclusive options, each with the digit that chooses it."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from ui.support.theme import Theme
from ui.support.tokens import ColorRole
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.kbd import CapTone, keycap_width, paint_keycap
from ui.widgets.paint_shape import fill_box, paint_focus, stroke_box
from ui.widgets.paint_text import draw_line, text_width
from weibo_operator.translation import label

PAD = 10
GAP = 8


class Option(QRadioButton):
    """One option: keycap and words; a radio button to keyboard and screen reader."""

    def __init__(self, theme: Theme, text: str, key: str, *, down: bool = False, parent: QWidget | None = None) -> None:
        """``down`` says that its neighbours lie above and below."""
        super().__init__(text, parent)
        self._theme = theme
        self._down = down
        self._key = key
        self._key_works = True
        self.setProperty("painted", True)
        self.setAccessibleName(text)
        self.setAccessibleDescription(key)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)

    def set_key_working(self, *, working: bool) -> None:
        """Show the digit pale where it does not work now."""
        self._key_works = working
        self.update()

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for keycap and words at weight 600, so that choosing moves nothing."""
        px = self._theme.px
        words = text_width(self._theme.font("body", 600), self.text())
        return QSize(
            round(words) + 1 + self._cap_room() + 2 * px(PAD),
            self._theme.size("control_34"),
        )

    def minimumSizeHint(self) -> QSize:
        """Words are never cut."""
        return self.sizeHint()

    def hitButton(self, pos: object) -> bool:  # noqa: ARG002 - the whole box is the target
        """The whole box is the target."""
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows across go to the neighbours; in rows the arrows up and down are left to the dialog."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not self._down:
            event.ignore()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw box, keycap, words and focus ring."""
        theme, px, radius = self._theme, self._theme.px, self._theme.size("radius_button")
        on = self.isChecked()
        painter = QPainter(self)
        ground: ColorRole = "accent_subtle" if on else "hover" if self.underMouse() else "surface"
        fill_box(painter, self.rect(), radius, theme.color(ground))
        edge: ColorRole = "accent" if on else "divider"
        stroke_box(painter, self.rect(), radius, theme.color(edge))
        left = float(px(PAD))
        tone: CapTone = ("accent" if on else "filled") if self._key_works else "disabled"
        paint_keycap(painter, theme, QRectF(left, 0, 1, self.height()), self._key, tone)
        left += self._cap_room()
        font = theme.font("body", 600 if on else 400)
        ink: ColorRole = "accent_text" if on else "text"
        draw_line(painter, QRectF(left, 0, self.width() - left, self.height()), self.text(), font, theme.color(ink))
        if self.hasFocus():
            paint_focus(painter, theme, self.rect(), radius)
        painter.end()

    def _cap_room(self) -> int:
        return keycap_width(self._theme, self._key) + self._theme.px(GAP) if self._key else 0


class OptionGroup(QWidget):
    """Options 1, 2, 3 …: stored labels, shown as the window's language has them; ``picked`` carries the chosen one."""

    picked = Signal(str)

    def __init__(
        self, theme: Theme, options: Sequence[str], name: str, *, down: bool = False, parent: QWidget | None = None
    ) -> None:
        """``down`` lists them below one another instead of in rows."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self._values = tuple(options)
        self._options = [
            Option(theme, label(text), str(number), down=down, parent=self)
            for number, text in enumerate(options, start=1)
        ]
        layout = QVBoxLayout(self) if down else FlowLayout(self, gap=8, row_gap=8)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for option in self._options:
            layout.addWidget(option)
            option.clicked.connect(self._tell)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(not down)
        self.setSizePolicy(policy)

    @property
    def current(self) -> str:
        """The chosen label as it is stored, empty while none is."""
        held = zip(self._values, self._options, strict=True)
        return next((value for value, option in held if option.isChecked()), "")

    def set_current(self, text: str) -> None:
        """Choose without telling; an unknown label chooses nothing."""
        for value, option in zip(self._values, self._options, strict=True):
            option.setAutoExclusive(False)
            option.setChecked(value == text)
            option.setAutoExclusive(True)

    def pick(self, number: int) -> bool:
        """Choose by digit, from 1; False when there is no such option."""
        if not 1 <= number <= len(self._options):
            return False
        self._options[number - 1].setFocus(Qt.FocusReason.OtherFocusReason)
        self._options[number - 1].click()
        return True

    def take_focus(self) -> None:
        """Put the focus on the chosen option, or the first."""
        chosen = next((option for option in self._options if option.isChecked()), self._options[0])
        chosen.setFocus(Qt.FocusReason.TabFocusReason)

    def set_keys_working(self, *, working: bool) -> None:
        """Show the digits pale where they do not work now."""
        for option in self._options:
            option.set_key_working(working=working)

    @Slot()
    def _tell(self) -> None:
        self.picked.emit(self.current)
