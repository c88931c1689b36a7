"""Widgets in the order they are read: row by row, each row from the left, a column to its end before the next one.

Tab goes this way inside dialogs. Qt's own chain can't be asked: by ``nextInFocusChain`` PySide takes each widget for
the owner of the next, and when one of them goes, Python's hold on all that follow goes with it ("already deleted").
"""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def in_reading_order(card: QWidget) -> Iterator[QWidget]:
    """The visible widgets inside ``card``, each before its own children."""
    children = card.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    for row in _rows([child for child in children if child.isVisible() and not child.isWindow()]):
        for widget in sorted(row, key=lambda each: each.x()):
            yield widget
            yield from in_reading_order(widget)


def _rows(widgets: Sequence[QWidget]) -> list[list[QWidget]]:
    """Siblings side by side: those that share more than half of the lower one's height with the row's first."""
    rows: list[list[QWidget]] = []
    for widget in sorted(widgets, key=lambda each: (each.y(), each.x())):
        first = rows[-1][0] if rows else None
        if first is not None and _shared(first, widget) * 2 > min(first.height(), widget.height()):
            rows[-1].append(widget)
        else:
            rows.append([widget])
    return rows


def _shared(one: QWidget, other: QWidget) -> int:
    top, bottom = max(one.y(), other.y()), min(one.y() + one.height(), other.y() + other.height())
    return max(0, bottom - top)
