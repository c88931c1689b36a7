"""Keys as the operator presses them: to whatever holds the focus; and what a grouped list shows of itself."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui.widgets.grouped_rows import GroupedRows, GroupTitle


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """One key; fails where nothing has the focus."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifier)


def group_titles(rows: GroupedRows) -> list[tuple[str, int]]:
    """The groups of a list in order, each with how many it holds."""
    held = [rows.row_at(row) for row in range(rows.rowCount())]
    return [(row.text, row.count) for row in held if isinstance(row, GroupTitle)]
