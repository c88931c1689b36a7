"""The buttons of a question: side by side where they fit, else in two rows, else without their keycaps."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.support.theme import Theme
from ui.widgets.button import KeyButton

GAP = 8
ROW_GAP = 6


class AnswerRow(QWidget):
    """``left`` look something up, ``right`` answer; hidden ones take no room."""

    def __init__(self, theme: Theme, left: Sequence[KeyButton], right: Sequence[KeyButton]) -> None:
        super().__init__()
        self._theme = theme
        self._left, self._right = tuple(left), tuple(right)
        for button in (*left, *right):
            button.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.fit)

    @Slot()
    def fit(self) -> None:
        """Place the buttons anew: their words or the letters' size have changed."""
        self._arrange()
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """Two rows are higher than one."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of one row, or of two where one can't hold them."""
        height = self._theme.size("control_36")
        return height if self._fits_one_row(width) else 2 * height + self._theme.px(ROW_GAP)

    def sizeHint(self) -> QSize:
        """As high as it must be at its width."""
        return QSize(0, self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        """The same: buttons are never cut."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break into rows for the new width."""
        super().resizeEvent(event)
        self._arrange()
        self.updateGeometry()

    def _arrange(self) -> None:
        left, right, gap = _shown(self._left), _shown(self._right), self._theme.px(GAP)
        height, one_row = self._theme.size("control_36"), self._fits_one_row(self.width())
        for row in ([*left, *right],) if one_row else (left, right):
            capped = one_row or _width(row, gap) <= self.width()
            for button in row:
                if button.keys_shown != capped:
                    button.set_keys_shown(shown=capped)
        below = 0 if one_row or not left else height + self._theme.px(ROW_GAP)
        place = 0
        for button in left:
            button.setGeometry(place, 0, button.sizeHint().width(), height)
            place += button.width() + gap
        place = self.width()
        for button in reversed(right):
            wide = button.sizeHint().width()
            button.setGeometry(place - wide, below, wide, height)
            place -= wide + gap

    def _fits_one_row(self, width: int) -> bool:
        left, right, gap = _shown(self._left), _shown(self._right), self._theme.px(GAP)
        if not left or not right:
            return True
        return _width([*left, *right], gap) <= width


def _shown(buttons: Sequence[KeyButton]) -> list[KeyButton]:
    return [button for button in buttons if not button.isHidden()]


def _width(buttons: Sequence[KeyButton], gap: int) -> int:
    """The width they need with their keycaps."""
    return sum(button.capped_width for button in buttons) + gap * max(0, len(buttons) - 1)
