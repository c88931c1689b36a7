"""The end-to-end job in the real window, by keys only: import, answer, forward, put off, undo, visit, export."""

from collections.abc import Callable, Iterator
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from tests.conftest import SetClock
from tests.end_to_end.search_export import PEOPLE, write_export
from tests.ui.context_fixture import OpenedPages
from tests.ui.window_fixture import OpenWindow
from ui.shell.window import MainWindow
from ui.support.context import Context
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.labels import State

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
PLAIN = Qt.KeyboardModifier.NoModifier


class Hands:
    """Ten fingers and no mouse: every key goes where the focus is."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self._window = window
        self._qtbot = qtbot

    @property
    def ticket(self) -> TicketId:
        """The ticket that is open."""
        found = self._window.pages.inbox.session.current_ticket
        assert found is not None
        return found

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
        """One key."""
        QTest.keyClick(QApplication.focusWidget() or self._window, key, modifier)

    def letters(self, text: str) -> None:
        """Latin letters and digits, key by key."""
        for letter in text:
            QTest.keyClicks(QApplication.focusWidget() or self._window, letter)

    def chinese(self, text: str) -> None:
        """Words as an input method hands them over."""
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(QApplication.focusWidget() or self._window, event)

    def until(self, came_true: Callable[[], bool]) -> None:
        """Wait for what happens in the background."""
        self._qtbot.waitUntil(came_true)


@pytest.fixture
def answer_file_dialog(qtbot: QtBot) -> Iterator[Callable[[Path], None]]:
    """Takes a path in the next file dialog (its keys need a real screen: tests/end_to_end)."""
    timer = QTimer()
    timer.setInterval(20)
    wanted: list[Path] = []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QFileDialog) and dialog.isVisible():
            timer.stop()
            dialog.selectFile(str(wanted.pop()))
            dialog.accept()

    def expect(path: Path) -> None:
        wanted.append(path)
        timer.start()

    timer.timeout.connect(answer)
    yield expect
    timer.stop()


def test_a_morning_without_a_mouse(
    context: Context,
    open_window: OpenWindow,
    answer_file_dialog: Callable[[Path], None],
    pages: OpenedPages,
    clock: SetClock,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    operator = context.operator
    window = open_window(context)
    hands = Hands(window, qtbot)
    session = window.pages.inbox.session

    # Import: the counts first, then Ctrl+Enter.
    window.dialogs.import_files([write_export(tmp_path / "search.csv", now=clock.now())])
    hands.until(lambda: "导入 6 条" in shown_buttons(window))
    hands.press(Qt.Key.Key_Return, CONTROL)
    hands.until(lambda: operator.inbox.counts()[State.NEW] == len(PEOPLE))
    hands.until(window.pages.inbox.board.panes[0].list.hasFocus)

    # N: the next customer. A template by pinyin initials; then own words, a typo found and fixed.
    hands.press(Qt.Key.Key_N)
    first = hands.ticket
    hands.press(Qt.Key.Key_T, CONTROL)
    hands.letters("wlyc")
    hands.press(Qt.Key.Key_Return)
    assert "久等" in session.composer.editor.text
    hands.press(Qt.Key.Key_A, CONTROL)
    hands.chinese("您好，非常抱谦让您久等了，我们正在核实。")
    hands.until(lambda: "疑似错字" in session.composer.foot.found_words)
    hands.press(Qt.Key.Key_F7)
    hands.press(Qt.Key.Key_1)
    assert session.composer.editor.text == "您好，非常抱歉让您久等了，我们正在核实。"

    # Ctrl+Enter copies and opens the post; 1 confirms and leads to another customer.
    hands.press(Qt.Key.Key_Return, CONTROL)
    assert session.is_confirming
    assert "非常抱歉让您久等了" in QGuiApplication.clipboard().text()
    assert pages.addresses
    assert pages.addresses[0].startswith("https://weibo.com/")
    hands.press(Qt.Key.Key_1)
    second = hands.ticket
    assert operator.inbox.view(first).ticket.state is State.IN_PROGRESS
    assert customer_of(context, second) != customer_of(context, first)

    # Forward the second with the form's defaults; the holding reply is confirmed like every reply.
    hands.press(Qt.Key.Key_F, ALT)
    hands.press(Qt.Key.Key_Return, CONTROL)
    assert operator.inbox.view(second).handoffs
    assert not session.is_confirming
    hands.press(Qt.Key.Key_Return, CONTROL)
    assert session.is_confirming
    hands.press(Qt.Key.Key_1)
    third = hands.ticket
    assert third not in (first, second)

    # 稍后 in own words, then undone.
    hands.press(Qt.Key.Key_S, ALT)
    hands.press(Qt.Key.Key_A, CONTROL)
    hands.chinese("明天下午")
    hands.press(Qt.Key.Key_Return)
    assert operator.inbox.view(third).ticket.follow_up_at is not None
    hands.press(Qt.Key.Key_Escape)
    hands.press(Qt.Key.Key_Z)
    assert operator.inbox.view(third).ticket.follow_up_at is None

    # Three days later the first customer is visited: 1, satisfied.
    clock.advance(days=3, hours=1)
    hands.press(Qt.Key.Key_2, CONTROL)
    assert window.page == "followup"
    hands.press(Qt.Key.Key_1)
    assert operator.inbox.view(first).ticket.state is State.CLOSED

    # The week as a workbook.
    target = tmp_path / "week.xlsx"
    hands.press(Qt.Key.Key_5, CONTROL)
    answer_file_dialog(target)
    hands.press(Qt.Key.Key_S, CONTROL)
    hands.until(target.exists)
    hands.until(window.pages.weekly.view.header.export.isEnabled)
    assert len(openpyxl.load_workbook(target).sheetnames) >= 3


def shown_buttons(window: MainWindow) -> str:
    """The words on every button in sight."""
    return "，".join(button.text() for button in window.findChildren(QPushButton) if button.isVisible())


def customer_of(context: Context, ticket: TicketId) -> int:
    """Who wrote."""
    return context.operator.inbox.view(ticket).customer.id
