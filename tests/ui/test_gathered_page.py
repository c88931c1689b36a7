"""闲聊与广告 in the whole window: reached from the board, chosen and closed by keys and mouse, put back."""

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtTest import QTest

from tests.conftest import Customers
from tests.ui.keys import press
from tests.ui.window_fixture import OpenWindow
from ui.inbox.gathered_page import GatheredPage
from ui.shell.window import MainWindow
from ui.support.context import Context
from weibo_operator.domain.gathered import GatheredRow
from weibo_operator.domain.labels import State

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
TEXTS = ("哈哈哈哈", "早上好", "加V信领优惠券，日结兼职三百", "沙发")


@pytest.fixture
def window(context: Context, customers: Customers, open_window: OpenWindow) -> MainWindow:
    """A desk with four pieces of chatter and one complaint."""
    for number, text in enumerate(TEXTS):
        context.operator.intake.capture(customers.message(text, uid=f"20{number}"))
    context.operator.intake.capture(customers.message("快递三天没动了，投诉", uid="3001"))
    return open_window(context)


def gathered_page(window: MainWindow) -> GatheredPage:
    """G, X as the operator presses it."""
    press(Qt.Key.Key_G)
    press(Qt.Key.Key_X)
    page = window.pages.gathered
    assert page.isVisible()
    assert page.list.hasFocus()
    return page


def rows(page: GatheredPage) -> list[GatheredRow]:
    model = page.list.model()
    held = [model.row_at(row) for row in range(model.rowCount())]  # pyright: ignore[reportAttributeAccessIssue]
    return [row for row in held if isinstance(row, GatheredRow)]


def test_the_board_tells_how_many_and_leads_there(window: MainWindow) -> None:
    button = window.pages.inbox.board.gathered_button
    assert button.text() == "闲聊与广告 4"
    assert window._rail._buttons["inbox"].accessibleName() == "收件箱，1"
    button.click()
    assert window.page == "gathered"
    assert window._rail._buttons["inbox"].isChecked()
    press(Qt.Key.Key_Escape)
    assert window.page == "inbox"


def test_space_marks_and_one_key_closes_the_selection(window: MainWindow, context: Context) -> None:
    page = gathered_page(window)
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Space)
    assert page.panel.close_button.text() == "2 条无需回复"
    chosen = {row.ticket for row in page.chosen}
    press(Qt.Key.Key_M)
    assert len(rows(page)) == 2
    assert not chosen & {row.ticket for row in rows(page)}
    press(Qt.Key.Key_Z)
    assert len(rows(page)) == 4
    assert context.operator.inbox.counts()[State.CLOSED] == 0


def test_all_at_once_and_the_page_then_says_it_is_empty(window: MainWindow, context: Context) -> None:
    page = gathered_page(window)
    press(Qt.Key.Key_A, CONTROL)
    press(Qt.Key.Key_A, CONTROL)
    assert page.panel.close_button.text() == "无需回复"
    press(Qt.Key.Key_A, CONTROL)
    press(Qt.Key.Key_M)
    assert context.operator.gathered.count() == 0
    assert context.operator.inbox.counts()[State.CLOSED] == 4
    assert page.empty.isVisible()
    assert not page.panel.isVisible()
    window.run("undo")
    assert len(rows(page)) == 4


def test_without_a_mark_the_keys_are_about_the_one_under_the_cursor(window: MainWindow, context: Context) -> None:
    page = gathered_page(window)
    (row,) = page.chosen
    only = row.ticket
    press(Qt.Key.Key_R)
    assert only not in {row.ticket for row in rows(page)}
    found = context.operator.inbox.next_up()
    assert found is not None
    assert only in context.operator.inbox.pane(State.NEW)
    press(Qt.Key.Key_M)
    assert len(rows(page)) == 2


def test_a_click_on_the_box_marks_and_shift_j_marks_on(window: MainWindow) -> None:
    page = gathered_page(window)
    first = next(row for row in range(page.list.model().rowCount()) if page.list.rowHeight(row) > 40)
    rect = QRectF(page.list.visualRect(page.list.model().index(first, 0)))
    box = page.list._delegate.card_of(rect)
    spot = QPoint(int(box.left()) + 22, int(box.center().y()))
    QTest.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert len(page._marked) == 1
    page.list.setFocus()
    press(Qt.Key.Key_J, SHIFT)
    assert len(page._marked) == 2
    press(Qt.Key.Key_Escape)
    assert page._marked == set()
    assert window.page == "gathered"


def test_l_asks_what_it_is_instead_and_enter_opens(window: MainWindow) -> None:
    page = gathered_page(window)
    (row,) = page.chosen
    only = row.ticket
    press(Qt.Key.Key_L)
    assert window.dialogs.labels.isVisible()
    window.dialogs.labels.dismiss()
    page.list.setFocus()
    press(Qt.Key.Key_Return)
    assert window.page == "inbox"
    assert window.pages.inbox.session.current_ticket == only


def test_the_panel_gives_every_reason(window: MainWindow) -> None:
    page = gathered_page(window)
    held = page.list.current
    assert isinstance(held, GatheredRow)
    assert page.panel.words == held.text
    assert page.panel._why.text() == "\n".join(held.reasons)


def test_when_all_is_answered_the_chatter_is_called_to_mind(window: MainWindow, context: Context) -> None:
    said: list[str] = []
    context.news.notice.connect(said.append)
    found = context.operator.inbox.next_up()
    assert found is not None
    context.news.tell(context.operator.inbox.no_reply([found.card.id], reason="电话里说清了").changes)
    window.run("next")
    assert said[-1] == "都回复完了，没有客户在等。还有 4 条闲聊与广告，按 G X 看一眼。"
