"""A widget that paints rows of one height."""

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.support.theme import Theme


class PaintedRows(QWidget):
    """Asks for room for its rows; ``_set_rows`` tells how many there are."""

    def __init__(self, theme: Theme, row_height: int, widths: tuple[int, int], parent: QWidget | None = None) -> None:
        """``row_height`` and ``widths``, the usual and the least, in pixels of the design."""
        super().__init__(parent)
        self._theme = theme
        self._row_height = row_height
        self._widths = widths
        self._rows = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)

    def sizeHint(self) -> QSize:
        """Return room for all rows."""
        return QSize(self._theme.px(self._widths[0]), self._theme.px(self._row_height) * self._rows)

    def minimumSizeHint(self) -> QSize:
        """What stands in a row may be cut in width, no row in height."""
        return QSize(self._theme.px(self._widths[1]), self.sizeHint().height())

    def _set_rows(self, count: int) -> None:
        """There are other rows, so many."""
        self._rows = count
        self._restyle()

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
