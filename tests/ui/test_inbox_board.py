"""The three panes in the window: moving, marking, folding, and the cursor's place when tickets come and go."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.conftest import Customers, OpenDesk, SetClock
from tests.ui.keys import press
from ui.inbox.board import Board
from ui.inbox.model import CARD_ROLE
from ui.shell.window import MainWindow
from ui.support.context import Context
from ui.support.window_state import WindowState
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.labels import Audience, Level, State
from weibo_operator.domain.reply import AfterSend

NEW = 8
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def desk(context: Context, customers: Customers, clock: SetClock) -> tuple[TicketId, ...]:
    """Two customers in 处理中, one in 待回访, eight new ones; returns the new ones in their order."""
    operator = context.operator
    for number in range(NEW + 3):
        ticket = operator.intake.capture(customers.message(f"第{number}件坏了", uid=str(3000 + number))).value
        clock.advance(minutes=5)
        if number < 3:
            after = AfterSend(State.FOLLOW_UP, 3) if number == 2 else AfterSend(State.IN_PROGRESS)
            intent = operator.replies.copy(ticket, audience=Audience.PUBLIC, text=f"在查了{number}", after=after)
            operator.replies.confirm(intent.id)
    return operator.inbox.pane(State.NEW)


@pytest.fixture
def window(
    desk: tuple[TicketId, ...],
    context: Context,
    tmp_path: Path,
    qtbot: QtBot,
    show_active: Callable[[QWidget], None],
) -> MainWindow:
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    made = MainWindow(context, WindowState(settings), "desk")
    qtbot.addWidget(made)
    made.resize(1366, 689)
    show_active(made)
    made.pages.inbox.board.focus_list(State.NEW)
    return made


@pytest.fixture
def board(window: MainWindow) -> Board:
    return window.pages.inbox.board


def accessible(board: Board, row: int) -> str:
    return str(board.panes[0].model.index(row, 0).data(Qt.ItemDataRole.AccessibleDescriptionRole))


def test_the_panes_show_what_the_inbox_says(board: Board, context: Context) -> None:
    shown = [tuple(pane.model.ids) for pane in board.panes]
    assert shown == [context.operator.inbox.pane(pane.look.state) for pane in board.panes]
    assert [len(ids) for ids in shown] == [NEW, 2, 1]


def test_arriving_by_key_chooses_the_first_card(board: Board, desk: tuple[TicketId, ...]) -> None:
    assert board.current == desk[0]


def test_j_and_k_move_and_stop_at_the_ends(board: Board, desk: tuple[TicketId, ...]) -> None:
    press(Qt.Key.Key_J)
    press(Qt.Key.Key_J)
    assert board.current == desk[2]
    press(Qt.Key.Key_K)
    assert board.current == desk[1]
    for _ in range(NEW + 2):
        press(Qt.Key.Key_J)
    assert board.current == desk[-1]
    for _ in range(NEW + 2):
        press(Qt.Key.Key_K)
    assert board.current == desk[0]


def test_arrows_move_within_a_pane_and_between_panes(board: Board, desk: tuple[TicketId, ...]) -> None:
    press(Qt.Key.Key_Down)
    assert board.current == desk[1]
    press(Qt.Key.Key_Left)
    assert board.panes[0].list.hasFocus()
    for pane in board.panes[1:]:
        press(Qt.Key.Key_Right)
        assert pane.list.hasFocus()
        assert board.current == pane.model.ids[0]
    press(Qt.Key.Key_Right)
    assert board.panes[2].list.hasFocus()
    press(Qt.Key.Key_Left)
    press(Qt.Key.Key_Left)
    assert board.current == desk[1]


def test_letters_never_search_the_list(board: Board, desk: tuple[TicketId, ...]) -> None:
    listed = board.panes[0].list
    for letter in "qwvby":  # keys of no action: Qt would look for a card that begins with them
        QTest.keyClicks(listed, letter)
        assert board.current == desk[0]
    for words in ("客户3005", "3", "客"):
        listed.keyboardSearch(words)
        assert board.current == desk[0]


def test_the_lists_leave_the_input_method_off(board: Board) -> None:
    for pane in board.panes:
        press(Qt.Key.Key_Right)
        assert not pane.list.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        assert not pane.list.viewport().testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_no_reply_closes_exactly_the_marked_tickets(
    window: MainWindow, board: Board, context: Context, desk: tuple[TicketId, ...]
) -> None:
    press(Qt.Key.Key_X)
    press(Qt.Key.Key_J)
    press(Qt.Key.Key_J)
    press(Qt.Key.Key_X)
    press(Qt.Key.Key_J, SHIFT)
    press(Qt.Key.Key_X)
    press(Qt.Key.Key_J)
    assert board.chosen == (desk[0], desk[2])
    assert board.current == desk[4]
    press(Qt.Key.Key_M)
    press(Qt.Key.Key_1)
    assert context.operator.inbox.pane(State.NEW) == (desk[1], *desk[3:])
    assert tuple(board.panes[0].model.ids) == (desk[1], *desk[3:])
    assert set(context.operator.inbox.pane(State.CLOSED)) == {desk[0], desk[2]}
    assert board.current == desk[4]
    assert board.chosen == (desk[4],)
    window.commands.undo()
    assert tuple(board.panes[0].model.ids) == desk


def test_marks_follow_their_tickets_not_their_rows(board: Board, context: Context, desk: tuple[TicketId, ...]) -> None:
    press(Qt.Key.Key_J)
    press(Qt.Key.Key_X)
    context.news.tell(context.operator.inbox.set_level(desk[-1], Level.P1).changes)
    assert board.panes[0].model.ids[0] == desk[-1]
    assert board.chosen == (desk[1],)
    assert board.clear_marks()
    assert not board.clear_marks()


def test_the_cursor_stays_on_its_ticket(board: Board, context: Context, desk: tuple[TicketId, ...]) -> None:
    board.select(desk[4])
    context.news.tell(context.operator.inbox.no_reply(desk[:2], reason="闲聊").changes)
    assert board.current == desk[4]
    assert board.panes[0].list.currentIndex().row() == 2
    context.news.tell(context.operator.inbox.set_level(desk[4], Level.P1).changes)
    assert board.current == desk[4]
    assert board.panes[0].list.currentIndex().row() == 0


def test_when_its_ticket_leaves_the_cursor_keeps_its_place(
    board: Board, context: Context, desk: tuple[TicketId, ...]
) -> None:
    board.select(desk[2])
    context.news.tell(context.operator.inbox.no_reply(desk[2:3], reason="闲聊").changes)
    assert board.current == desk[3]
    board.select(desk[-1])
    context.news.tell(context.operator.inbox.no_reply(desk[-1:], reason="闲聊").changes)
    assert board.current == desk[-2]
    assert board.panes[0].list.selectionModel().selectedIndexes() == [board.panes[0].list.currentIndex()]


def test_folding_and_unfolding_keep_the_cursor(window: MainWindow, board: Board, desk: tuple[TicketId, ...]) -> None:
    large = board.panes[0].list.rowHeight(0)
    window.commands.open_ticket(desk[3])
    assert board.stacked
    assert board.current == desk[3]
    assert board.panes[0].list.rowHeight(0) < large
    assert board.panes[0].model.open_ticket == desk[3]
    window.commands.to_board()
    assert not board.stacked
    assert board.current == desk[3]
    assert board.panes[0].list.rowHeight(0) == large
    assert board.panes[0].model.open_ticket is None
    assert board.panes[0].list.hasFocus()


def test_the_chip_marks_who_is_next(window: MainWindow, board: Board, context: Context) -> None:
    for _ in range(4):
        found = context.operator.inbox.next_up()
        assert found is not None
        assert {pane.model.next_ticket for pane in board.panes} == {found.card.id}
        context.news.tell(context.operator.inbox.no_reply([found.card.id], reason="闲聊").changes)
    window.commands.next()
    found = context.operator.inbox.next_up()
    assert found is not None
    assert window.pages.inbox.session.current_ticket == found.card.id


def test_a_change_is_read_from_the_card_at_once(board: Board, context: Context, desk: tuple[TicketId, ...]) -> None:
    assert "紧急" not in accessible(board, 3)
    context.news.tell(context.operator.inbox.set_level(desk[3], Level.P1).changes)
    assert board.panes[0].model.ids[0] == desk[3]
    assert "紧急" in accessible(board, 0)


def test_what_is_known_of_a_customer_is_read_on_every_card(board: Board, context: Context) -> None:
    card = board.panes[0].model.index(0, 0).data(CARD_ROLE)
    outcome = context.operator.shop.edit_customer(card.customer_id, followers=12_345_678)
    context.news.tell(outcome.changes)
    assert "1234.6万 粉丝" in accessible(board, 0)


def test_cards_are_spoken_whole(board: Board, desk: tuple[TicketId, ...]) -> None:
    index = board.panes[0].model.index(0, 0)
    card = index.data(CARD_ROLE)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == card.nickname
    words = accessible(board, 0)
    for part in (card.nickname, "评论", "分", "较急", "质检部", card.snippet):
        assert part in words
    assert [pane.list.accessibleName() for pane in board.panes] == ["新", "处理中", "待回访"]


def test_what_another_window_wrote_is_shown(
    board: Board, context: Context, open_desk: OpenDesk, desk: tuple[TicketId, ...]
) -> None:
    second = open_desk()
    second.inbox.set_level(desk[5], Level.P1)
    context.news.tell(context.operator.inbox.set_level(desk[0], Level.P4).changes)
    assert board.panes[0].model.ids[0] == desk[5]
    assert tuple(board.panes[0].model.ids) == context.operator.inbox.pane(State.NEW)
    assert "紧急" in accessible(board, 0)
