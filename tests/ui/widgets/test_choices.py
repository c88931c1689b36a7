"""Segmented control and toggle by keyboard, by mouse and by program."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QRadioButton, QWidget

from ui.support.theme import Theme
from ui.widgets.seg import Seg, SegItem
from ui.widgets.toggle import Toggle

ITEMS = [SegItem("public", "公开回复", "globe"), SegItem("private", "私信", "lock", "info"), SegItem("none", "不回")]


@pytest.fixture
def window(theme: Theme, qtbot, show_active) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    for widget in (QLineEdit(), Seg(theme, ITEMS, "谁能看到"), Toggle(theme, "先安抚客户")):
        row.addWidget(widget)
    show_active(window)
    window.findChild(QLineEdit).setFocus()
    return window


def test_one_tab_stop_and_arrows_inside(window: QWidget, qtbot):
    seg = window.findChild(Seg)
    first, second, _ = seg.findChildren(QRadioButton)
    qtbot.keyClick(window.findChild(QLineEdit), Qt.Key.Key_Tab)
    assert first.hasFocus()
    with qtbot.waitSignal(seg.selected) as told:
        qtbot.keyClick(first, Qt.Key.Key_Right)
    assert told.args == ["private"]
    assert second.hasFocus()
    assert seg.current == "private"
    qtbot.keyClick(second, Qt.Key.Key_Tab)
    assert window.findChild(Toggle).hasFocus()


def test_tab_lands_on_the_choice_made(window: QWidget, qtbot):
    seg = window.findChild(Seg)
    seg.set_current("private")
    qtbot.keyClick(window.findChild(QLineEdit), Qt.Key.Key_Tab)
    assert seg.findChildren(QRadioButton)[1].hasFocus()
    assert seg.current == "private"


def test_a_click_chooses_once(window: QWidget, qtbot):
    seg = window.findChild(Seg)
    told: list[str] = []
    seg.selected.connect(told.append)
    third = seg.findChildren(QRadioButton)[2]
    qtbot.mouseClick(third, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(third, Qt.MouseButton.LeftButton)
    assert told == ["none"]


def test_the_program_chooses_silently(window: QWidget, qtbot):
    seg = window.findChild(Seg)
    with qtbot.assertNotEmitted(seg.selected):
        seg.set_current("private")
    assert seg.current == "private"
    with qtbot.waitSignal(seg.selected):
        qtbot.mouseClick(seg.findChildren(QRadioButton)[0], Qt.MouseButton.LeftButton)


def test_an_unknown_choice_changes_nothing(window: QWidget):
    seg = window.findChild(Seg)
    with pytest.raises(KeyError):
        seg.set_current("nobody")
    assert seg.current == "public"


def test_choosing_moves_nothing(window: QWidget):
    seg = window.findChild(Seg)
    before = [segment.geometry() for segment in seg.findChildren(QRadioButton)]
    seg.set_current("none")
    assert [segment.geometry() for segment in seg.findChildren(QRadioButton)] == before


def test_the_toggle_turns_by_space_and_by_its_words(window: QWidget, qtbot):
    toggle = window.findChild(Toggle)
    toggle.setFocus()
    qtbot.keyClick(toggle, Qt.Key.Key_Space)
    assert toggle.isChecked()
    qtbot.mouseClick(toggle, Qt.MouseButton.LeftButton, pos=toggle.rect().center())
    assert not toggle.isChecked()


def test_a_toggle_without_words_still_has_a_name(theme: Theme, qtbot):
    toggle = Toggle(theme, accessible_name="减少动画")
    qtbot.addWidget(toggle)
    assert toggle.accessibleName() == "减少动画"
