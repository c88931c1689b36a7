"""Tab inside dialogs: the order of reading, and no widget that Python loses hold of."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from ui.widgets.dialog_frame import DialogFrame
from ui.widgets.reading_order import in_reading_order


def shown(widget: QWidget, qtbot) -> QWidget:
    qtbot.addWidget(widget)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def names(card: QWidget) -> str:
    return "".join(widget.text() for widget in in_reading_order(card) if isinstance(widget, QPushButton))


def test_a_column_is_read_to_its_end(qtbot):
    card = QWidget()
    columns = QHBoxLayout(card)
    for words in ("ab", "cd"):
        column = QWidget()
        inside = QVBoxLayout(column)
        for word in words:
            inside.addWidget(QPushButton(word))
        columns.addWidget(column)
    assert names(shown(card, qtbot)) == "abcd"


def test_rows_go_from_the_left_whatever_was_made_first(qtbot):
    card = QWidget()
    grid = QGridLayout(card)
    last, first = QPushButton("d"), QPushButton("a")
    tall = QPushButton("c")
    tall.setMinimumHeight(60)
    grid.addWidget(last, 1, 1)
    grid.addWidget(tall, 1, 0)
    grid.addWidget(QPushButton("b"), 0, 1)
    grid.addWidget(first, 0, 0)
    assert names(shown(card, qtbot)) == "abcd"


def test_what_is_hidden_is_not_read(qtbot):
    card = QWidget()
    column = QVBoxLayout(card)
    for word in "ab":
        column.addWidget(QPushButton(word))
    hidden = QPushButton("x")
    column.addWidget(hidden)
    hidden.hide()
    assert names(shown(card, qtbot)) == "ab"


def test_python_keeps_hold_of_everything_when_a_widget_goes(qtbot, theme):
    host = QWidget()
    column = QVBoxLayout(host)
    going, staying = QPushButton("going"), QPushButton("staying")
    column.addWidget(going)
    column.addWidget(staying)
    menu = QMenu(staying)
    action = menu.addAction("1")
    shown(host, qtbot)
    dialog = DialogFrame(theme, host, "标题")
    dialog.frame.body.addWidget(QLineEdit())
    dialog.open_over()
    for _ in range(3):
        qtbot.keyClick(QApplication.focusWidget() or dialog, Qt.Key.Key_Tab)
    dialog.close_over()
    going.deleteLater()
    QCoreApplication.sendPostedEvents(going, QEvent.Type.DeferredDelete)
    assert not isValid(going)
    assert isValid(action)
