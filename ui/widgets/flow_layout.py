"""A layout that fills rows from the left and breaks like text, for chips, small buttons and rows of fields."""

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Items in rows, each at its preferred size, centred vertically within its row.

    With ``fills`` those that like to grow share what is left of their row; with ``bottom`` all stand on its bottom
    line, as fields with words above some of them do.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        gap: int = 8,
        row_gap: int = 6,
        *,
        fills: bool = False,
        bottom: bool = False,
    ) -> None:
        super().__init__(parent)
        self._fills = fills
        self._bottom = bottom
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self._row_gap = row_gap
        self.setContentsMargins(QMargins(0, 0, 0, 0))

    def addItem(self, item: QLayoutItem) -> None:
        """Append an item."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # pyright: ignore[reportIncompatibleMethodOverride] - Qt ends its walk on None
        """Return the item at ``index``, None beyond the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # pyright: ignore[reportIncompatibleMethodOverride] - as itemAt
        """Remove and return the item at ``index``."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It takes no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """A narrower layout is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all rows at ``width``."""
        margins = self.contentsMargins()
        inner = width - margins.left() - margins.right()
        return self._arrange(QRect(0, 0, inner, 0), move=False) + margins.top() + margins.bottom()

    def setGeometry(self, rect: QRect) -> None:
        """Place the items."""
        super().setGeometry(rect)
        self._arrange(rect.marginsRemoved(self.contentsMargins()), move=True)

    def sizeHint(self) -> QSize:
        """Return one row holding everything."""
        sizes = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() for size in sizes) + self._gap * max(0, len(sizes) - 1)
        height = max((size.height() for size in sizes), default=0)
        return QSize(width, height).grownBy(self.contentsMargins())

    def minimumSize(self) -> QSize:
        """Return room for the widest item."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size.grownBy(self.contentsMargins())

    def _arrange(self, area: QRect, *, move: bool) -> int:
        """Place the items in rows within ``area`` (only count when not ``move``); return the height used."""
        top = area.top()
        rows = self._rows(area.width())
        for row in rows:
            height = max(item.sizeHint().height() for item in row)
            left = area.left()
            for item, width in zip(row, self._widths(row, area.width()), strict=True):
                size = QSize(width, item.sizeHint().height())
                above = height - size.height() if self._bottom else (height - size.height()) // 2
                if move:
                    item.setGeometry(QRect(QPoint(left, top + above), size))
                left += width + self._gap
            top += height + self._row_gap
        return top - area.top() - (self._row_gap if rows else 0)

    def _widths(self, row: list[QLayoutItem], room: int) -> list[int]:
        widths = [min(item.sizeHint().width(), max(1, room)) for item in row]
        growing = [at for at, item in enumerate(row) if item.expandingDirections() & Qt.Orientation.Horizontal]
        if self._fills and growing:
            left_over = max(0, room - sum(widths) - self._gap * (len(row) - 1))
            for number, at in enumerate(growing):
                widths[at] += left_over * (number + 1) // len(growing) - left_over * number // len(growing)
        return widths

    def _rows(self, width: int) -> list[list[QLayoutItem]]:
        rows: list[list[QLayoutItem]] = []
        room = 0
        for item in self._items:
            if item.isEmpty():
                continue
            need = item.sizeHint().width()
            if rows and need <= room:
                rows[-1].append(item)
            else:
                rows.append([item])
                room = width
            room -= need + self._gap
        return rows
