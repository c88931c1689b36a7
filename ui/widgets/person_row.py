"""A person in one row: picture, name with a line below it, and something at the right."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget


def person_row(avatar: QWidget, name: QWidget, below: QWidget, right: QWidget, *, spacing: int = 2) -> QHBoxLayout:
    """The row as a layout; ``spacing`` in pixels is between the two lines of words."""
    words = QVBoxLayout()
    words.setSpacing(spacing)
    words.addWidget(name)
    words.addWidget(below)
    row = QHBoxLayout()
    row.setSpacing(10)
    row.addWidget(avatar)
    row.addLayout(words, 1)
    row.addWidget(right)
    return row
