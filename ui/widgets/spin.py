"""Number and time fields whose text stands off the left edge (style sheets cannot pad an embedded line).

An input method in its full-width mode types １８：３０, which Qt's fields refuse: it is taken as 18:30.
"""

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QValidator
from PySide6.QtWidgets import QAbstractSpinBox, QLineEdit, QSpinBox, QTimeEdit, QWidget

from ui.support.theme import Theme

_HALF_WIDTH = str.maketrans("０１２３４５６７８９：", "0123456789:")


class NumberField(QSpinBox):
    """A whole number between two bounds, with an optional unit after it."""

    def __init__(
        self,
        theme: Theme,
        least: int,
        most: int,
        accessible_name: str,
        *,
        unit: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setRange(least, most)
        self.setSuffix(f" {unit}" if unit else "")
        self.setAccessibleName(accessible_name)
        theme.changed.connect(self._restyle)
        self._restyle()

    def validate(self, input: str, pos: int, /) -> tuple[QValidator.State, str, int]:  # noqa: A002  Qt's name
        """Qt's verdict on what is typed, full-width digits read as the usual ones."""
        return super().validate(input.translate(_HALF_WIDTH), pos)

    @Slot()
    def _restyle(self) -> None:
        _fit(self, self._theme)


class TimeField(QTimeEdit):
    """A time of day as 18:00."""

    def __init__(self, theme: Theme, accessible_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setDisplayFormat("HH:mm")
        self.setAccessibleName(accessible_name)
        theme.changed.connect(self._restyle)
        self._restyle()

    def validate(self, input: str, pos: int, /) -> tuple[QValidator.State, str, int]:  # noqa: A002  Qt's name
        """Qt's verdict on what is typed, full-width digits read as the usual ones."""
        return super().validate(input.translate(_HALF_WIDTH), pos)

    def event(self, event: QEvent, /) -> bool:
        """Take what an input method commits as keys: with those alone Qt goes on from the hours to the minutes."""
        if not isinstance(event, QInputMethodEvent) or not event.commitString():
            return super().event(event)
        for character in event.commitString().translate(_HALF_WIDTH):
            self.keyPressEvent(
                QKeyEvent(QEvent.Type.KeyPress, ord(character), Qt.KeyboardModifier.NoModifier, character)
            )
        return True

    @Slot()
    def _restyle(self) -> None:
        _fit(self, self._theme)


def _fit(field: QAbstractSpinBox, theme: Theme) -> None:
    """Pad the text, and be as high as a plain line beside it: the style asks for more."""
    pixels = theme.size("space_10")
    field.setFixedHeight(theme.size("control_34"))
    line = field.findChild(QLineEdit)
    if line is not None:
        line.setTextMargins(pixels, 0, 0, 0)
        field.setMinimumWidth(field.minimumSizeHint().width() + pixels)
