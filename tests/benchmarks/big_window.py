"""The whole window on the big desk, and what an operator does most: each from the key to the finished picture."""

from pathlib import Path
from time import perf_counter_ns

from PySide6.QtCore import QCoreApplication, QEvent, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.benchmarks.big_file import BigFile
from tests.conftest import SetClock
from ui.shell.window import MainWindow
from ui.support.context import Context, News
from ui.support.desktop import PracticeDesktop
from ui.support.tasks import TaskRunner
from ui.support.theme import Theme
from ui.support.window_state import WindowState
from weibo_operator.bootstrap import Language, build, resources_dir
from weibo_operator.domain.labels import Level, State

REPLY = "您好，让您久等了，我们马上为您核实，有结果第一时间告诉您。"
TYPED = ("退款", "还没到", "耳机右边", "客服电话")


class BigWindow:
    """Each method does one thing once and leaves the window where it can be done again."""

    def __init__(self, folder: Path, big: BigFile, theme: Theme, language: Language) -> None:
        self.clock = SetClock(big.moment)
        self.theme = theme
        self.operator = build(big.path, clock=self.clock, language=language)
        self.runner = TaskRunner()
        context = Context(
            operator=self.operator,
            theme=theme,
            runner=self.runner,
            desktop=PracticeDesktop(),
            news=News(),
            open_operator=lambda: build(big.path, clock=self.clock, language=language, beside=self.operator),
            resources=resources_dir(),
        )
        settings = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
        self.window = MainWindow(context, WindowState(settings), "desk")
        self.window.resize(1366, 700)
        self.window.show()
        self.window.activateWindow()
        painted()
        self.board = self.window.pages.inbox.board
        self.session = self.window.pages.inbox.session
        self._ids = self.operator.inbox.pane(State.NEW, limit=2000)
        self._turn = 0

    def to_board(self) -> None:
        """The panes side by side."""
        self.window.commands.to_board()
        painted()

    def to_session(self) -> None:
        """A ticket with the cursor in its reply."""
        self.open_one()
        self.session.focus_editor()
        painted()

    def next_one(self) -> None:
        """下一位."""
        self.window.commands.next()
        painted()

    def open_one(self) -> None:
        """Another ticket from the list."""
        self._turn += 1
        self.window.commands.open_ticket(self._ids[self._turn * 31 % len(self._ids)])
        painted()

    def type_one(self) -> None:
        """A letter into the reply."""
        QTest.keyClick(self.session.composer.editor, Qt.Key.Key_A)
        painted()

    def send(self) -> tuple[float, float]:
        """A written reply: milliseconds from Ctrl+Enter to the question, from 1 to the next customer."""
        self.to_session()
        editor = self.session.composer.editor
        editor.selectAll()
        editor.insertPlainText(REPLY)
        painted()
        began = perf_counter_ns()
        self.session.send("next")
        painted()
        if not self.session.is_confirming:  # the check stopped it once; a second press sends
            began = perf_counter_ns()
            self.session.send("next")
            painted()
        asked = perf_counter_ns()
        assert self.session.composer.confirm.isVisible()
        self.session.composer.confirm.sent.emit()
        painted()
        return (asked - began) / 1e6, (perf_counter_ns() - asked) / 1e6

    def level(self) -> None:
        """A level given and stored."""
        self._turn += 1
        self.window.commands.set_level(Level(1 + self._turn % 4))
        painted()

    def down(self) -> None:
        """Down in the list of 新."""
        QTest.keyClick(self.board.panes[0].list, Qt.Key.Key_Down)
        painted()

    def fold(self) -> None:
        """From the board to a ticket and back: two pictures."""
        self.open_one()
        self.to_board()

    def tick(self) -> None:
        """What happens every half minute."""
        self.clock.advance(seconds=30)
        self.window.commands.tick()
        painted()

    def undo(self) -> None:
        """The last operation taken back, and shown."""
        self.window.commands.undo()
        painted()

    def switch_theme(self) -> None:
        """Light to dark or back."""
        self.window.run("theme")
        painted()

    def open_palette(self) -> None:
        """The search field over everything."""
        self.window.run("palette")
        painted()

    def filter(self) -> list[float]:
        """Words typed into the search field, each character's milliseconds to the rows found."""
        self._turn += 1
        field = self.window.dialogs.palette.field
        field.clear()
        painted()
        spans: list[float] = []
        for character in TYPED[self._turn % len(TYPED)]:
            began = perf_counter_ns()
            field.insert(character)
            painted()
            spans.append((perf_counter_ns() - began) / 1e6)
        return spans

    def close_palette(self) -> None:
        """Back to the window."""
        self.window.dialogs.palette.close_over()
        painted()

    def make_all_pages(self) -> None:
        """Show every page once, as somebody does in the course of a day."""
        for key in (*self.window.pages.keys, "inbox"):
            self.window.show_page(key)
            painted()

    def close(self) -> None:
        """Put it away before Python forgets its parts."""
        self.window.close()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.runner.stop()
        self.operator.close()


def painted() -> None:
    """Let everything that waits be done, the picture included; and what was put away go, as the program's loop does."""
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
