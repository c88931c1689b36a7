"""Wrapped words get all their lines in a narrow column; what is elided can be read in the tooltip."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.walk.checks import tooltip_of
from ui.support.theme import Theme
from ui.widgets.button import KeyButton
from ui.widgets.dotted import DottedLabel
from ui.widgets.label import TextLabel
from ui.widgets.side_panel import TextBox

HINT = "1 照常，0 休息；调休上班的周末总算上班，节假日按国务院的安排"


@pytest.mark.parametrize("width", [260, 380, 900])
def test_a_hint_beside_a_button_shows_every_line(theme: Theme, qtbot: QtBot, width: int):
    holder = QWidget()
    qtbot.addWidget(holder)
    hint = TextLabel(theme, HINT, "secondary", wrap=True)
    words = QVBoxLayout()
    words.addWidget(TextLabel(theme, "周末和节假日"))
    words.addWidget(hint)
    row = QHBoxLayout()
    row.addLayout(words, 1)
    row.addWidget(KeyButton(theme, "照常"))
    column = QVBoxLayout(holder)
    column.addLayout(row)
    column.addStretch()
    holder.resize(width, 300)
    with qtbot.waitExposed(holder):
        holder.show()
    assert hint.height() >= hint.heightForWidth(hint.width())


def test_elided_words_are_whole_in_the_tooltip(theme: Theme, qtbot: QtBot):
    label, parts, box = TextLabel(theme, HINT), DottedLabel(theme, (HINT, "第二段")), TextBox(theme, "原话", 1)
    box.show_text(HINT)
    for widget, whole in ((label, HINT), (parts, f"{HINT}，第二段"), (box, HINT)):
        qtbot.addWidget(widget)
        widget.resize(80, 40)
        widget.show()
        assert tooltip_of(widget, QPoint(2, 2)) == whole
        widget.resize(900, 40)
        assert tooltip_of(widget, QPoint(2, 2)) == ""
