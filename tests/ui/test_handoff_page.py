"""The tracking page: groups, lateness, answers by code, nudging, the ways to the customer."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from tests.conftest import Customers, SetClock
from ui.handoff.page import HandoffPage
from ui.support.context import Context
from ui.widgets.grouped_rows import GroupTitle
from weibo_operator.domain.handoff import Handoff, HandoffState

KEYS = Qt.KeyboardModifier
Forward = Callable[..., Handoff]


@pytest.fixture
def forward(context: Context, customers: Customers) -> Forward:
    """Forwards a fresh customer's problem."""

    def forward_one(uid: str, *, department: str = "物流部", hours: float = 4) -> Handoff:
        message = customers.message(f"包裹 {uid} 没收到", uid=uid, nickname=f"客户{uid}")
        ticket = context.operator.intake.capture(message).value
        assert ticket is not None
        form = context.operator.handoffs.defaults(ticket).form
        due = context.operator.desk.now() + timedelta(hours=hours)
        return context.operator.handoffs.forward(replace(form, department=department, due_at=due)).value

    return forward_one


@pytest.fixture
def page(context: Context, qtbot: QtBot, show_active: Callable[[QWidget], None]) -> HandoffPage:
    """The page on an empty desk, shown at its smallest size."""
    page = HandoffPage(context)
    qtbot.addWidget(page)
    page.resize(1280 - 65, 641)
    show_active(page)
    return page


def titles(page: HandoffPage) -> list[tuple[str, int]]:
    held = [page._rows.row_at(row) for row in range(page._rows.rowCount())]
    return [(row.text, row.count) for row in held if isinstance(row, GroupTitle)]


def codes(page: HandoffPage) -> list[str]:
    held = [page._rows.row_at(row) for row in page._rows.record_rows()]
    return [row.code for row in held if isinstance(row, Handoff)]


def open_page(page: HandoffPage) -> None:
    page.refresh()
    page.list.setFocus()


def test_an_empty_page_says_what_will_be_here(page: HandoffPage) -> None:
    assert "没有等反馈的转交" in page.empty.accessibleName()
    assert page.empty.isVisible()
    assert page.panel.isHidden()
    page.seg.set_current("ended")
    page.refresh()
    assert "还没有已结束的转交" in page.empty.accessibleName()


def test_answered_ones_come_first_and_late_ones_are_counted(
    page: HandoffPage, context: Context, forward: Forward, clock: SetClock
) -> None:
    first, second, third = forward("1", hours=1), forward("2", hours=8), forward("3", hours=30)
    context.operator.handoffs.answer(third.id, "已补寄")
    clock.advance(hours=3)
    open_page(page)
    assert titles(page) == [("已反馈，等你回复客户", 1), ("物流部超期", 1), ("等待反馈", 1)]
    assert codes(page) == [third.code, first.code, second.code]
    assert page.head.counts == ("1 张已反馈待回复", "2 张等反馈，其中 1 张超期")
    spoken = page._rows.data(page._rows.index(3, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert "超期 2 小时" in str(spoken)


def test_arrows_step_over_titles(page: HandoffPage, context: Context, forward: Forward) -> None:
    first, second = forward("1"), forward("2", hours=8)
    context.operator.handoffs.answer(second.id, "已补寄")
    open_page(page)
    assert page.chosen is not None
    assert page.chosen.id == second.id
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    assert page.chosen.id == first.id
    assert page.panel.code == first.code
    QTest.keyClick(page.list, Qt.Key.Key_Up)
    QTest.keyClick(page.list, Qt.Key.Key_Up)
    assert page.chosen.id == second.id


def test_the_answer_is_entered_and_the_ticket_is_ours_again(
    page: HandoffPage, context: Context, forward: Forward
) -> None:
    handoff = forward("1")
    open_page(page)
    assert page.handle("acknowledge")
    page.dialog.text.insertPlainText("今天补发，单号明早给")
    QTest.keyClick(page.dialog.text, Qt.Key.Key_Return, KEYS.ControlModifier)
    found = context.operator.handoffs.get(handoff.id)
    assert (found.state, found.answer) == (HandoffState.ANSWERED, "今天补发，单号明早给")
    assert titles(page) == [("已反馈，等你回复客户", 1)]
    assert page.panel.answer == "今天补发，单号明早给"
    assert page.dialog.isHidden()
    assert page.list.hasFocus()


def test_an_empty_answer_is_refused(page: HandoffPage, context: Context, forward: Forward) -> None:
    handoff = forward("1")
    open_page(page)
    page.enter_answer()
    QTest.keyClick(page.dialog.text, Qt.Key.Key_Return, KEYS.ControlModifier)
    assert "反馈内容" in page.dialog.message
    assert context.operator.handoffs.get(handoff.id).state is HandoffState.WAITING


def test_a_pasted_answer_finds_its_handoff_by_the_code(page: HandoffPage, forward: Forward) -> None:
    forward("1")
    second = forward("2", hours=9)
    open_page(page)
    QGuiApplication.clipboard().setText(f"{second.code.lower()} 查过了，今天补发")
    QTest.keyClick(page.list, Qt.Key.Key_V, KEYS.ControlModifier)
    assert page.dialog.isVisible()
    assert page.dialog.handoff is not None
    assert page.dialog.handoff.id == second.id
    assert "查过了" in page.dialog.text.toPlainText()
    assert page.chosen is not None
    assert page.chosen.id == second.id


def test_a_pasted_text_without_a_code_says_so(page: HandoffPage, context: Context, forward: Forward) -> None:
    forward("1")
    open_page(page)
    notices: list[str] = []
    context.news.notice.connect(notices.append)
    QGuiApplication.clipboard().setText("查过了，今天补发")
    assert page.handle("paste")
    assert page.dialog.isHidden()
    assert "没有认出" in notices[0]


def test_nudging_copies_the_reminder_and_counts_it(page: HandoffPage, context: Context, forward: Forward) -> None:
    handoff = forward("1")
    open_page(page)
    QTest.keyClick(page.list, Qt.Key.Key_U)
    assert handoff.code in QGuiApplication.clipboard().text()
    assert context.operator.handoffs.get(handoff.id).nudges == 1
    assert page.panel.nudge_button.text() == "再催一次"


def test_the_rows_button_nudges(page: HandoffPage, context: Context, forward: Forward) -> None:
    handoff = forward("1")
    open_page(page)
    rect = QRectF(page.list.visualRect(page._rows.index(1, 0)))
    delegate = page.list._delegate
    button = delegate.button_rect(delegate.card_of(rect), page.chosen)
    assert button is not None
    QTest.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=QPointF(button.center()).toPoint())
    assert context.operator.handoffs.get(handoff.id).nudges == 1


def test_the_ways_to_the_customer_name_the_ticket(page: HandoffPage, forward: Forward) -> None:
    handoff = forward("1")
    open_page(page)
    replied: list[object] = []
    opened: list[object] = []
    page.reply_requested.connect(replied.append)
    page.open_requested.connect(opened.append)
    assert page.handle("write")
    assert page.handle("open")
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert replied == [handoff.ticket_id]
    assert opened == [handoff.ticket_id, handoff.ticket_id]


def test_ended_ones_take_no_answer(page: HandoffPage, context: Context, forward: Forward) -> None:
    handoff = forward("1")
    forward_again = replace(context.operator.handoffs.defaults(handoff.ticket_id).form, department="服务部")
    context.operator.handoffs.forward(forward_again)
    page.seg.set_current("ended")
    open_page(page)
    assert codes(page) == [handoff.code]
    page.enter_answer()
    assert page.dialog.isHidden()


def test_the_page_follows_what_others_change(page: HandoffPage, context: Context, forward: Forward) -> None:
    handoff = forward("1")
    context.news.tell(context.operator.handoffs.answer(handoff.id, "已补寄").changes)
    assert titles(page) == [("已反馈，等你回复客户", 1)]


def test_actions_of_other_pages_are_left_alone(page: HandoffPage) -> None:
    assert not page.handle("finish")
    assert page.letter_targets() == (page.empty, page.list)


def test_no_words_are_cut_at_the_smallest_window(page: HandoffPage, context: Context, forward: Forward) -> None:
    first = forward("1")
    forward("2", department="程序开发部")
    context.operator.handoffs.answer(first.id, "已补寄")
    page.resize(1120 - 65, 600)
    open_page(page)
    for button in page.findChildren(QAbstractButton):
        if button.isVisible():
            assert button.width() >= button.sizeHint().width(), button.text()
