"""A dialog that needs more height than the window has: nothing in it is pressed together, keys come to all of it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from ui.support.theme import Theme
from ui.widgets.dialog_frame import DialogFrame
from ui.widgets.label import TextLabel

ROWS = 24


@pytest.fixture
def dialog(theme: Theme, host: QWidget) -> DialogFrame:
    host.resize(1120, 600)
    dialog = DialogFrame(theme, host, "改标签", 560)
    for number in range(ROWS):
        dialog.frame.body.addWidget(QPushButton(str(number)))
    dialog.open_over()
    return dialog


def buttons(dialog: DialogFrame) -> list[QPushButton]:
    return [button for button in dialog.findChildren(QPushButton) if button.text()]


def is_in_sight(widget: QWidget) -> bool:
    return widget.visibleRegion().boundingRect() == widget.rect()


def test_nothing_is_pressed_together(dialog: DialogFrame) -> None:
    assert dialog.frame.height() <= 600
    assert len(buttons(dialog)) == ROWS
    assert [button for button in buttons(dialog) if button.height() < button.sizeHint().height()] == []
    tops = [button.y() for button in buttons(dialog)]
    assert tops == sorted(set(tops))


def test_what_takes_the_keys_comes_into_sight(dialog: DialogFrame) -> None:
    first, *_, last = buttons(dialog)
    assert not is_in_sight(last)
    for _ in range(ROWS - 1):
        dialog.focusNextPrevChild(next=True)
    assert last.hasFocus()
    assert is_in_sight(last)
    dialog.focusNextPrevChild(next=True)  # the close button
    dialog.focusNextPrevChild(next=True)
    assert first.hasFocus()
    assert is_in_sight(first)


def test_pages_are_turned_by_key(dialog: DialogFrame) -> None:
    first, *_, last = buttons(dialog)
    for _ in range(ROWS):
        QTest.keyClick(first, Qt.Key.Key_PageDown)
    assert is_in_sight(last)
    for _ in range(ROWS):
        QTest.keyClick(first, Qt.Key.Key_PageUp)
    assert is_in_sight(first)


def test_words_wrapped_by_a_narrow_card_have_all_their_lines(theme: Theme, host: QWidget) -> None:
    dialog = DialogFrame(theme, host, "改标签", 300)
    words = TextLabel(theme, "客户的话写得很长，一行放不下。" * 6, wrap=True)
    dialog.frame.body.addWidget(words)
    dialog.open_over()
    assert words.height() >= words.heightForWidth(words.width())
    assert is_in_sight(words)
