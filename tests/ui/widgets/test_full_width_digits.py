"""Digits of an input method's full-width mode are digits in every number and time field."""

from PySide6.QtCore import QTime
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QDateTimeEdit
from pytestqt.qtbot import QtBot

from ui.support.theme import Theme
from ui.widgets.spin import NumberField, TimeField


def commit(field: QAbstractSpinBox, text: str) -> None:
    for character in text:
        event = QInputMethodEvent()
        event.setCommitString(character)
        QApplication.sendEvent(field, event)


def test_a_number(qtbot: QtBot, theme: Theme):
    field = NumberField(theme, 0, 99, "最短间隔", unit="分钟")
    qtbot.addWidget(field)
    field.selectAll()
    commit(field, "２５")
    assert (field.value(), field.text()) == (25, "25 分钟")


def test_bounds_hold_all_the_same(qtbot: QtBot, theme: Theme):
    field = NumberField(theme, 0, 99, "最短间隔")
    qtbot.addWidget(field)
    field.selectAll()
    commit(field, "１２３")
    assert field.value() == 12


def test_a_time(qtbot: QtBot, theme: Theme):
    field = TimeField(theme, "下班")
    qtbot.addWidget(field)
    field.setSelectedSection(QDateTimeEdit.Section.HourSection)
    commit(field, "１８：３０")
    assert field.time() == QTime(18, 30)


def test_letters_are_refused_as_before(qtbot: QtBot, theme: Theme):
    field = NumberField(theme, 0, 99, "最短间隔")
    qtbot.addWidget(field)
    field.setValue(7)
    commit(field, "半")
    assert field.value() == 7
