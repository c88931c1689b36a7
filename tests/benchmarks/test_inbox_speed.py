"""The inbox with 100,000 open tickets beside one with 200, in the same run (run by hand: ``pytest -m bench -s``)."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter_ns

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemDelegate, QApplication, QStyledItemDelegate

from tests.benchmarks.big_desk import open_big_desk
from tests.benchmarks.measuring import by_turns, note, note_ratio
from tests.conftest import SetClock
from ui.inbox.pane import CardList
from ui.shell.window import MainWindow
from ui.support.context import Context, News
from ui.support.desktop import PracticeDesktop
from ui.support.tasks import TaskRunner
from ui.support.theme import Theme
from ui.support.window_state import WindowState
from weibo_operator.bootstrap import Language, Operator, build, resources_dir
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
            open_operator=lambda: build(folder / "desk.db", clock=clock, language=language, beside=self.operator),
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


def painted() -> None:
    QApplication.processEvents()


def told(desk: Desk) -> Callable[[], float]:
    def act() -> float:
        desk.tell_level()
        return desk.spent

    return act


def test_a_key_is_answered_within_a_frame(desks: tuple[Desk, Desk]) -> None:
    many, few = desks
    found = by_turns(many.down, few.down, rounds=60)
    note_ratio("down-growth", found)
    note("down-p95", found.p95_ms, n=found.rounds, p50_ms=found.work_ms)
    against_paint = by_turns(many.down, many.repaint, rounds=60)
    note_ratio("down", against_paint)
    assert found.value <= 1.3
    assert found.p95_ms <= FRAME
    assert against_paint.value <= 5


def test_the_list_is_painted(desks: tuple[Desk, Desk]) -> None:
    """Our cards beside the rows of Qt's own delegate, in the same list."""
    cards = desks[0].cards
    ours, plain = cards.itemDelegate(), QStyledItemDelegate(cards)

    def painted_by(delegate: QAbstractItemDelegate) -> Callable[[], float]:
        def act() -> float:
            cards.setItemDelegate(delegate)
            painted()
            began = perf_counter_ns()
            desks[0].repaint()
            return (perf_counter_ns() - began) / 1e6

        return act

    note_ratio("repaint", by_turns(painted_by(ours), painted_by(plain), rounds=30))
    cards.setItemDelegate(ours)


def test_jumping_anywhere(desks: tuple[Desk, Desk]) -> None:
    found = by_turns(desks[0].jump, desks[1].jump, rounds=60)
    note_ratio("jump", found)
    assert found.value <= 3


def test_an_operation_is_seen_within_a_frame(desks: tuple[Desk, Desk]) -> None:
    found = by_turns(told(desks[0]), told(desks[1]), rounds=60)
    note_ratio("news", found)
    assert found.value <= 4


def test_the_tick_is_cheap(desks: tuple[Desk, Desk]) -> None:
    found = by_turns(desks[0].tick, desks[1].tick, rounds=60)
    note_ratio("tick", found)
    assert found.value <= 1.3


def test_the_list_is_exchanged(desks: tuple[Desk, Desk]) -> None:
    def exchange(desk: Desk) -> Callable[[], None]:
        def act() -> None:
            desk.reset()
            painted()

        return act

    found = by_turns(exchange(desks[0]), exchange(desks[1]), rounds=30)
    note_ratio("reset", found)
    assert found.value <= 3


def test_tickets_open_as_fast(desks: tuple[Desk, Desk]) -> None:
    many, few = desks
    found = by_turns(many.open_one, few.open_one, rounds=30)
    note_ratio("open-growth", found)
    assert found.value <= 1.5
    found = by_turns(many.next_one, few.next_one, rounds=30)
    note_ratio("next-growth", found)
    assert found.value <= 1.5
    many.window.commands.to_board()
    few.window.commands.to_board()
