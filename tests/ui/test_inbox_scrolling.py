"""The list of cards moves what is painted when it scrolls, and lies on the ground of its place in every look."""

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QPaintEvent
from PySide6.QtWidgets import QApplication

from tests.conftest import Customers
from tests.ui.keys import press
from tests.ui.window_fixture import OpenWindow
from ui.inbox.board import Board
from ui.inbox.pane import Pane
from ui.support.context import Context
from ui.support.theme import Mode
from ui.support.tokens import ColorRole
from weibo_operator.domain.labels import State


class Painted(QObject):
    """How much of the watched widget was painted, in pixels."""

    pixels = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's own name
        """Add up, and let it pass."""
        if isinstance(event, QPaintEvent):
            self.pixels += event.rect().width() * event.rect().height()
        return False


@pytest.fixture
def board(context: Context, customers: Customers, open_window: OpenWindow) -> Board:
    """Fifteen new tickets, of which some four fit into the pane; the cursor is on the first."""
    for number in range(15):
        context.operator.intake.capture(customers.message(f"第{number}件坏了", uid=str(3000 + number)))
    window = open_window(context)
    window.pages.inbox.board.focus_list(State.NEW)
    QApplication.processEvents()
    return window.pages.inbox.board


def ground(pane: Pane) -> str:
    """The colour between the cards and the edge of the list."""
    return QColor(pane.list.viewport().grab().toImage().pixel(0, 0)).name()


def test_a_step_beyond_the_edge_paints_the_card_left_and_the_one_that_comes(board: Board) -> None:
    viewport = board.panes[0].list.viewport()
    for _ in range(7):
        press(Qt.Key.Key_Down)
        QApplication.processEvents()
    before, painted = board.panes[0].list.verticalScrollBar().value(), Painted()
    viewport.installEventFilter(painted)
    press(Qt.Key.Key_Down)
    QApplication.processEvents()
    viewport.removeEventFilter(painted)
    assert board.panes[0].list.verticalScrollBar().value() > before
    assert 0 < painted.pixels < viewport.width() * viewport.height() * 0.75


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize(("stacked", "role"), [(False, "app"), (True, "surface")])
def test_the_list_lies_on_the_ground_of_its_place(
    board: Board, context: Context, mode: Mode, stacked: bool, role: ColorRole
) -> None:
    context.theme.set_mode(mode)
    board.set_stacked(stacked=stacked)
    QApplication.processEvents()
    assert {ground(pane) for pane in board.panes} == {context.theme.color(role).name()}
