"""The inbox with 100,000 open tickets beside one with 200, in the same run (run by hand: ``pytest -m bench -s``)."""

import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter_ns

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.benchmarks.big_desk import open_big_desk
from tests.conftest import SetClock
from ui.inbox.pane import CardList
from ui.shell.window import MainWindow
from ui.support.context import Context, News
from ui.support.desktop import PracticeDesktop
from ui.support.tasks import TaskRunner
from ui.support.theme import Theme
from ui.support.window_state import WindowState
from weibo_operator.bootstrap import Language, Operator, resources_dir
from weibo_operator.domain.labels import Level, State

pytestmark = [pytest.mark.bench, pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)]

MANY, FEW = 100_000, 200
FRAME = 16.0
"""Milliseconds between two pictures of a screen: what stays below is felt as at once."""


class Desk:
    """A window on a desk of so many open tickets."""

    def __init__(self, folder: Path, theme: Theme, language: Language, tickets: int) -> None:
        clock = SetClock(datetime(2026, 11, 19, 6, 10, tzinfo=UTC))
        self.operator: Operator = open_big_desk(folder / "desk.db", tickets, clock=clock, language=language)
        self.runner = TaskRunner()
        self.news = News()
        context = Context(
            operator=self.operator,
            theme=theme,
            runner=self.runner,
            desktop=PracticeDesktop(),
            news=self.news,
            open_operator=lambda: self.operator,
            resources=resources_dir(),
        )
        settings = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
        self.window = MainWindow(context, WindowState(settings), "desk")
        self.window.resize(1366, 700)
        self.window.show()
        self.board = self.window.pages.inbox.board
        self.board.focus_list(State.NEW)
        self.ids = self.operator.inbox.pane(State.NEW)
        self._turn = 0
        painted()

    @property
    def cards(self) -> CardList:
        """The list of 新."""
        return self.board.panes[0].list

    def down(self) -> None:
        QTest.keyClick(self.cards, Qt.Key.Key_Down)
        painted()

    def jump(self) -> None:
        self._turn += 1
        bar = self.cards.verticalScrollBar()
        bar.setValue(self._turn * 791_900 % max(1, bar.maximum()))
        painted()

    def repaint(self) -> None:
        """The list alone, without what reading events costs."""
        self.cards.viewport().repaint()

    def reset(self) -> None:
        model = self.board.panes[0].model
        model.show(model.ids[::-1])

    def tell_level(self) -> None:
        """One operation's news, from the commit to the picture; the commit itself is not the inbox's."""
        self._turn += 1
        ticket = self.ids[self._turn * 13 % len(self.ids)]
        changes = self.operator.inbox.set_level(ticket, Level(1 + self._turn % 4)).changes
        began = perf_counter_ns()
        self.news.tell(changes)
        painted()
        self.spent = (perf_counter_ns() - began) / 1e6

    def tick(self) -> None:
        self.window.commands.tick()
        painted()

    def open_one(self) -> None:
        self._turn += 1
        self.window.commands.open_ticket(self.ids[self._turn * 31 % 150])
        painted()

    def next_one(self) -> None:
        self.window.commands.next()
        painted()

    def close(self) -> None:
        self.window.close()
        self.window.deleteLater()
        self.runner.stop()
        self.operator.close()


@pytest.fixture(scope="module")
def theme(qapp: QApplication) -> Theme:
    made = Theme(resources_dir(), qapp)
    made.set_mode("light")
    made.set_reduced_motion(on=True)
    made.apply(qapp)
    return made


@pytest.fixture(scope="module")
def desks(tmp_path_factory: pytest.TempPathFactory, theme: Theme, language: Language) -> Iterator[tuple[Desk, Desk]]:
    made = tuple(Desk(tmp_path_factory.mktemp(str(n)), theme, language, n) for n in (MANY, FEW))
    yield made[0], made[1]
    for desk in made:
        desk.close()


Figures = tuple[float, float, float]
"""The median ratio of many to few, and the median and 95th percentile for many in milliseconds."""


def compared(many: Callable[[], object], few: Callable[[], object], *, rounds: int = 61) -> Figures:
    """Take turns, so that whatever else the machine does falls on both."""
    spans = [(timed(many), timed(few)) for _ in range(rounds)][1:]
    first = [span for span, _ in spans]
    return median(a / b for a, b in spans), median(first), quantiles(first, n=20)[18]


def timed(action: Callable[[], object]) -> float:
    """Milliseconds; an action that returns a number has measured itself."""
    began = perf_counter_ns()
    own = action()
    return own if isinstance(own, float) else (perf_counter_ns() - began) / 1e6


def painted() -> None:
    QApplication.processEvents()


def say(capsys: pytest.CaptureFixture[str], name: str, figures: Figures, against: str = "200 tickets") -> None:
    ratio, middle, slow = figures
    with capsys.disabled():
        sys.stdout.write(f"\n{name:40} {ratio:6.2f} × {against:24} p50 / p95 {middle:6.2f} / {slow:6.2f} ms")


def told(desk: Desk) -> Callable[[], float]:
    def act() -> float:
        desk.tell_level()
        return desk.spent

    return act


def test_a_key_is_answered_within_a_frame(desks: tuple[Desk, Desk], capsys: pytest.CaptureFixture[str]) -> None:
    many, few = desks
    figures = compared(many.down, few.down)
    say(capsys, "key Down to picture", figures)
    assert figures[0] <= 1.3
    assert figures[2] <= FRAME
    against_paint = compared(many.down, many.repaint)
    say(capsys, "key Down to picture", against_paint, "one repaint of the list")
    assert against_paint[0] <= 5


def test_jumping_anywhere(desks: tuple[Desk, Desk], capsys: pytest.CaptureFixture[str]) -> None:
    figures = compared(desks[0].jump, desks[1].jump)
    say(capsys, "scroll bar moved to picture", figures)
    assert figures[0] <= 3


def test_an_operation_is_seen_within_a_frame(desks: tuple[Desk, Desk], capsys: pytest.CaptureFixture[str]) -> None:
    figures = compared(told(desks[0]), told(desks[1]))
    say(capsys, "an operation's news to picture", figures)
    assert figures[0] <= 4


def test_the_tick_is_cheap(desks: tuple[Desk, Desk], capsys: pytest.CaptureFixture[str]) -> None:
    figures = compared(desks[0].tick, desks[1].tick)
    say(capsys, "the half minute's tick", figures)
    assert figures[0] <= 1.3


def test_the_list_is_exchanged(desks: tuple[Desk, Desk], capsys: pytest.CaptureFixture[str]) -> None:
    def exchange(desk: Desk) -> Callable[[], None]:
        def act() -> None:
            desk.reset()
            painted()

        return act

    figures = compared(exchange(desks[0]), exchange(desks[1]), rounds=31)
    say(capsys, "whole order exchanged to picture", figures)
    assert figures[0] <= 3


def test_tickets_open_as_fast(desks: tuple[Desk, Desk], capsys: pytest.CaptureFixture[str]) -> None:
    many, few = desks
    figures = compared(many.open_one, few.open_one, rounds=31)
    say(capsys, "a ticket opened", figures)
    assert figures[0] <= 1.5
    figures = compared(many.next_one, few.next_one, rounds=31)
    say(capsys, "下一位", figures)
    assert figures[0] <= 1.5
    many.window.commands.to_board()
    few.window.commands.to_board()
