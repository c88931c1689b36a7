"""A field for several lines loses no letter being composed, and every such field of the program is one."""

import re
from collections.abc import Callable

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.conftest import PROJECT
from ui.widgets.writing_field import WritingField

FIELD = re.compile(r"(\w+)(?:, self\.\w+)* = .*QPlainTextEdit\(\)")


def compose(field: WritingField, letters: str) -> None:
    QApplication.sendEvent(field, QInputMethodEvent(letters, []))


def test_letters_dropped_for_a_change_of_focus_become_text(show_active: Callable[[QWidget], None], qtbot: QtBot):
    window, field, other = QWidget(), WritingField(), QLineEdit()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addWidget(field)
    column.addWidget(other)
    show_active(window)
    field.setFocus()
    field.setPlainText("已经")
    compose(field, "kuai'di")
    compose(field, "")
    other.setFocus()
    assert field.toPlainText() == "kuai'di已经"


def test_whatever_is_written_into_is_one():
    bare = []
    for path in sorted((PROJECT / "ui").rglob("*.py")):
        source = path.read_text(encoding="utf-8")
        bare += [
            f"{path.name}: {found[1]}"
            for found in FIELD.finditer(source)
            if f"{found[1]}.setReadOnly(True)" not in source
        ]
    assert bare == []
