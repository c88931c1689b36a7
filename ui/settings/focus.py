"""The focus in lists of the settings: it stays where it was when rows are made anew, and Tab goes as the eye does."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLayout, QWidget


def focused_place(rows: Sequence[QWidget]) -> tuple[int, int] | None:
    """Which row has the focus, and which of its parts; None when it is elsewhere."""
    focused = QApplication.focusWidget()
    for place, row in enumerate(rows):
        if focused is not None and row.isAncestorOf(focused):
            return place, row.findChildren(QWidget).index(focused)
    return None


def give_focus(row: QWidget, part: int) -> None:
    """Put the focus on a part of a row that was made anew, as if Tab had come to it."""
    parts = row.findChildren(QWidget)
    parts[min(part, len(parts) - 1)].setFocus(Qt.FocusReason.TabFocusReason)


def let_tab_follow(widget: QWidget) -> None:
    """Have Tab go through ``widget`` in the order of its layouts: Qt goes in the order in which parts were made."""
    layout = widget.layout()
    stops = [] if layout is None else [each for each in _laid_out(layout) if each.focusPolicy()]
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        inner, widget = item.layout() if item else None, item.widget() if item else None
        if widget is not None:
            yield widget
            inner = widget.layout()
        if inner is not None:
            yield from _laid_out(inner)
