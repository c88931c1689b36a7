"""Buttons show all their words at every size and tell their key."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ui.support.theme import Theme
from ui.support.tokens import SCALE_NAMES
from ui.widgets.button import IconButton, KeyButton
from ui.widgets.kbd import keycap_width, spoken_keys


@pytest.mark.parametrize("scale", SCALE_NAMES)
@pytest.mark.parametrize("variant", ["primary", "secondary", "ghost", "danger"])
def test_words_icon_and_key_fit(theme: Theme, qtbot, scale, variant):
    theme.set_scale(scale)
    button = KeyButton(theme, "转交并安抚客户", icon="send", keys="Ctrl ↵", variant=variant)
    qtbot.addWidget(button)
    weight = 600 if variant in ("primary", "danger") else 400
    words = QFontMetrics(theme.font("body", weight)).horizontalAdvance(button.text())
    needed = words + theme.size("icon_control") + keycap_width(theme, "Ctrl ↵")
    assert button.sizeHint().width() >= needed + 2 * theme.size("space_12")
    assert button.minimumSizeHint() == button.sizeHint()
    assert button.sizeHint().height() >= theme.line_height("body")


def test_a_layout_gives_the_height_asked_for(theme: Theme, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    small, large = KeyButton(theme, "转交", height="control_28"), KeyButton(theme, "完成")
    row.addWidget(small)
    row.addWidget(large)
    window.show()
    assert (small.height(), large.height()) == (28, 36)


def test_hiding_the_key_makes_room_and_moves_it_to_the_tooltip(theme: Theme, qtbot):
    button = KeyButton(theme, "转交", keys="Alt F")
    qtbot.addWidget(button)
    wide = button.sizeHint().width()
    button.set_keys_shown(shown=False)
    assert button.sizeHint().width() < wide
    assert button.toolTip() == "转交（Alt+F）"


def test_a_click_leaves_the_focus_in_the_editor(theme: Theme, qtbot, show_active):
    window = QWidget()
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    editor, button = QLineEdit(), KeyButton(theme, "发送")
    row.addWidget(editor)
    row.addWidget(button)
    show_active(window)
    editor.setFocus()
    with qtbot.waitSignal(button.clicked):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert editor.hasFocus()


def test_tab_and_space_reach_a_button(theme: Theme, qtbot, show_active):
    window = QWidget()
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    editor, button = QLineEdit(), KeyButton(theme, "发送")
    row.addWidget(editor)
    row.addWidget(button)
    show_active(window)
    editor.setFocus()
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    assert button.hasFocus()
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Space)


def test_the_focus_ring_shows(theme: Theme, qtbot, show_active):
    button = KeyButton(theme, "发送", variant="primary")
    qtbot.addWidget(button)
    show_active(button)
    button.setFocus()
    ring = button.grab().toImage().pixelColor(button.width() // 2, 0)
    button.clearFocus()
    plain = button.grab().toImage().pixelColor(button.width() // 2, 0)
    assert ring == theme.color("focus")
    assert plain != ring


def test_icon_buttons_are_square_and_say_what_they_do(theme: Theme, qtbot):
    button = IconButton(theme, "x", "关闭", keys="Esc")
    qtbot.addWidget(button)
    assert button.sizeHint().width() == button.sizeHint().height() == 32
    assert button.accessibleName() == "关闭"
    assert button.toolTip() == "关闭（Esc）"


@pytest.mark.parametrize(
    ("keys", "spoken"),
    [("Ctrl ↵", "Ctrl+Enter"), ("Ctrl ⇧ C", "Ctrl+Shift+C"), ("N", "N"), ("", ""), ("↑↓", "上下")],
)
def test_keys_are_spoken_in_words(keys, spoken):
    assert spoken_keys(keys) == spoken
