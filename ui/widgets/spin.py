"""Number and time fields whose text stands off the left edge (style sheets cannot pad an embedded line)."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QAbstractSpinBox, QLineEdit, QSpinBox, QTimeEdit, QWidget

from ui.support.theme import Theme


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
