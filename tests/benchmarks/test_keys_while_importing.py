"""How soon a key is answered while 100,000 rows come in in the background, beside the same keys on an idle desk."""

import csv
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from statistics import median, quantiles

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QSettings, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.benchmarks.measuring import note_spans
from tests.channels.file_import_samples import SEARCH_17, as_csv, put, search_row
from tests.conftest import SetClock
from ui.intake.import_work import import_file
from ui.shell.window import MainWindow
from ui.support.context import Context, News
from ui.support.desktop import PracticeDesktop
from ui.support.tasks import Handlers, TaskRunner
from ui.support.theme import Theme
from ui.support.window_state import WindowState
from weibo_operator.bootstrap import Language, Operator, build, resources_dir
from weibo_operator.domain.labels import Level, State
from weibo_operator.domain.open_platform import SecretStore

pytestmark = [pytest.mark.bench, pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)]

ROWS = 100_000
PEOPLE = 45_000
TICKETS = 2_000
FRAME = 16.0
"""Milliseconds between two pictures of a screen: what stays below is felt as at once."""
BETWEEN_KEYS_MSEC = 25
"""A fast typist's pause."""
KEYS = 240


def export(folder: Path, first: int = 0, rows: int = ROWS) -> Path:
    """An export of so many rows of people who write more than once."""
    path = put(folder, as_csv(SEARCH_17, []))
    with path.open("a", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, SEARCH_17, extrasaction="ignore")
        for n in range(first, first + rows):
            writer.writerow(search_row(n, user_id=str(1_700_000_000 + n % PEOPLE), 用户昵称=f"买家{n % PEOPLE}号"))
    return path


class Desk:
    """A window on a desk with some work on it, and the keys an operator presses most."""

    def __init__(self, folder: Path, theme: Theme, language: Language, secrets: SecretStore | None = None) -> None:
        clock = SetClock(datetime(2026, 11, 19, 6, 10, tzinfo=UTC))
        path = folder / "desk.db"
        self.operator: Operator = build(path, clock=clock, language=language, secrets=secrets)
        self.operator.intake.import_file(export(folder, ROWS, TICKETS), chunk=TICKETS)
        self.runner = TaskRunner()
        self.context = Context(
            operator=self.operator,
            theme=theme,
            runner=self.runner,
            desktop=PracticeDesktop(),
            news=News(),
            open_operator=lambda: build(path, clock=clock, language=language, beside=self.operator),
            resources=resources_dir(),
        )
        settings = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
        self.window = MainWindow(self.context, WindowState(settings), "desk")
        self.window.resize(1366, 700)
        self.window.show()
        self.board = self.window.pages.inbox.board
        self._turn = 0
        QApplication.processEvents()

    def to_list(self) -> None:
        self.window.commands.to_board()
        self.board.focus_list(State.NEW)

    def to_editor(self) -> None:
        self.window.commands.open_ticket(self.operator.inbox.pane(State.NEW)[7])

    def down(self) -> None:
        QTest.keyClick(self.board.panes[0].list, Qt.Key.Key_Down)

    def letter(self) -> None:
        QTest.keyClick(self.window.pages.inbox.session.composer.editor, Qt.Key.Key_A)

    def level(self) -> None:
        self._turn += 1
        self.window.commands.set_level(Level(1 + self._turn % 4))

    def open_one(self) -> None:
        self._turn += 1
        self.window.commands.open_ticket(self.operator.inbox.pane(State.NEW)[self._turn * 31 % 150])

    def close(self) -> None:
        self.window.close()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.runner.stop()
        self.operator.close()


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication, language: Language) -> Iterator[Desk]:
    theme = Theme(resources_dir(), qapp)
    theme.set_mode("light")
    theme.set_reduced_motion(on=True)
    theme.apply(qapp)
    made = Desk(tmp_path, theme, language)
    yield made
    made.close()


def rest(msec: int) -> None:
    """Wait in an event loop, as the program does: ``QTest.qWait`` would keep the interpreter from the worker."""
    loop = QEventLoop()
    QTimer.singleShot(msec, loop.quit)
    loop.exec()


def spans(key: Callable[[], object], times: int) -> list[float]:
    """Milliseconds from each key to its picture."""
    found: list[float] = []
    for _ in range(times):
        rest(BETWEEN_KEYS_MSEC)
        began = time.perf_counter_ns()
        key()
        QApplication.processEvents()
        found.append((time.perf_counter_ns() - began) / 1e6)
    return found


def pressed(desk: Desk, times: int) -> dict[str, list[float]]:
    desk.to_list()
    found = {"Down in the list": spans(desk.down, times), "a level, stored": spans(desk.level, times // 4)}
    found["a ticket opened"] = spans(desk.open_one, times // 4)
    desk.to_editor()
    found["a letter in the editor"] = spans(desk.letter, times)
    return found


def test_keys_are_answered_within_a_frame(desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = export(tmp_path)
    idle = pressed(desk, KEYS // 4)
    done: list[object] = []
    failed: list[Exception] = []
    rows = [0]

    def progress(reached: int, _total: int) -> None:
        rows[0] = reached

    task = desk.runner.run(partial(import_file, desk.context, path), Handlers(done.append, failed.append, progress))
    while not rows[0] and not failed:
        rest(50)
    before, began = rows[0], time.perf_counter()
    busy = pressed(desk, KEYS)
    speed = (rows[0] - before) / (time.perf_counter() - began)
    still_running = not done
    task.cancel()
    with capsys.disabled():
        sys.stdout.write(f"\n{speed:,.0f} rows/s while keys are pressed\n")
        for name, found in busy.items():
            slow = quantiles(found, n=20)[18]
            sys.stdout.write(
                f"{name:24} p50 / p95 {median(found):6.2f} / {slow:6.2f} ms, "
                f"idle {median(idle[name]):6.2f} / {quantiles(idle[name], n=20)[18]:6.2f} ms\n"
            )
    note_spans("import-down", busy["Down in the list"])
    note_spans("import-letter", busy["a letter in the editor"])
    note_spans("import-level", busy["a level, stored"])
    assert not failed
    assert still_running
    for name in ("Down in the list", "a letter in the editor"):
        assert quantiles(busy[name], n=20)[18] <= FRAME
