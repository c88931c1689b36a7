"""热心博友 and 线下已解决 in the window: marking, thanks, the list, the public result; kept after a restart."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.conftest import Customers, OpenDesk, SetClock
from tests.ui.keys import group_titles, press
from tests.ui.window_fixture import OpenWindow
from ui.followup.helpful_page import HelpfulPage
from ui.followup.offline_dialog import ASKING
from ui.followup.peer_words import thanks_to
from ui.support.context import Context
from weibo_operator.domain.community import PeerAnswer
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.labels import State

KEYS = Qt.KeyboardModifier
POST = "https://weibo.com/1234567890/N8x9y0Z1a"
Ask = Callable[..., TicketId]


@pytest.fixture
def ask(context: Context, customers: Customers, clock: SetClock) -> Ask:
    """Has a customer ask something; ``helper`` answered it."""

    def capture(uid: str, said: str = "杯盖怎么拆下来洗？", helper: str = "", link: str = "") -> TicketId:
        message = customers.message(said, uid=uid, nickname=f"客户{uid}")
        ticket = context.operator.intake.capture(message).value
        assert ticket is not None
        if helper:
            context.operator.community.mark(ticket, helper, said="转半圈就下来了", link=link)
        clock.advance(hours=1)
        return ticket

    return capture


@pytest.fixture
def page(context: Context, qtbot: QtBot, show_active: Callable[[QWidget], None]) -> HelpfulPage:
    page = HelpfulPage(context)
    qtbot.addWidget(page)
    page.resize(1120 - 65, 600)
    show_active(page)
    return page


def titles(page: HelpfulPage) -> list[tuple[str, int]]:
    return group_titles(page._rows)


def answer_of(context: Context, ticket: TicketId) -> PeerAnswer:
    found = context.operator.community.of_ticket(ticket)
    assert found is not None
    return found


def show(page: HelpfulPage) -> None:
    page.refresh()
    page.list.setFocus()


def test_an_empty_list_says_how_somebody_comes_here(page: HelpfulPage) -> None:
    assert page.empty.isVisible()
    assert "还没有博友解答过" in page.empty.accessibleName()
    assert page.panel.isHidden()


def test_who_is_to_be_thanked_comes_first(page: HelpfulPage, ask: Ask, context: Context) -> None:
    thanked = ask("1", helper="小李")
    context.operator.community.note_thanked(answer_of(context, thanked).id)
    ask("2", helper="小王")
    ask("3", helper="小王")
    show(page)
    assert titles(page) == [("还没道谢", 1), ("都道过谢了", 1)]
    assert page.head.counts == ("热心博友 2 位", "解答 3 次", "还没道谢 2 次")
    assert page.panel.words == "转半圈就下来了"
    assert page.panel.log == "#3 答 @客户3，今天；还没道谢\n#2 答 @客户2，今天；还没道谢"
    spoken = page._rows.data(page._rows.index(1, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "小王，解答 2 次，答 @客户3（#3），转半圈就下来了，还没道谢"


def test_1_notes_thanks_given_elsewhere_one_answer_at_a_time(page: HelpfulPage, ask: Ask, context: Context) -> None:
    first, second = ask("1", helper="小王"), ask("2", helper="小王")
    show(page)
    QTest.keyClick(page.list, Qt.Key.Key_1)
    assert answer_of(context, second).thanked
    assert not answer_of(context, first).thanked
    page.panel.note_button.click()
    assert answer_of(context, first).thanked
    assert page.panel.note_button.isHidden()
    assert "（在别处）" in page.panel.log
    context.news.tell(context.operator.history.undo().changes)
    assert not answer_of(context, first).thanked


def test_r_thanks_on_the_ticket_u_opens_the_answer(page: HelpfulPage, ask: Ask, context: Context, qtbot: QtBot) -> None:
    ticket = ask("1", helper="小王")
    show(page)
    with qtbot.waitSignal(page.thanked) as thanked:
        QTest.keyClick(page.list, Qt.Key.Key_R)
    assert thanked.args == [ticket, thanks_to("小王")]
    with qtbot.waitSignal(context.news.notice) as told:
        QTest.keyClick(page.list, Qt.Key.Key_U)
    assert told.args == ["没有记下 TA 那条回答的链接"]
    assert not page.panel.answer_button.isEnabled()
    with qtbot.waitSignal(context.news.notice) as told:
        QTest.keyClick(page.list, Qt.Key.Key_V)
    assert told.args == ["这位还没有给我们留过言，没有客户资料"]


def test_marking_by_keys_finishes_the_ticket_and_the_list_is_two_keys_away(
    ask: Ask, context: Context, open_window: OpenWindow, open_desk: OpenDesk
) -> None:
    ticket = ask("1")
    ask("2")
    window = open_window(context)
    window.show_ticket(ticket)
    window.pages.inbox.board.focus_list()
    press(Qt.Key.Key_A, KEYS.ShiftModifier)
    dialog = window.community.peer
    assert dialog.isVisible()
    press(Qt.Key.Key_Return, KEYS.ControlModifier)
    assert "“哪位博友”还没有填" in dialog.message
    dialog.name.setText("@小王")
    dialog.link.setText("https://example.com/1")
    press(Qt.Key.Key_Return, KEYS.ControlModifier)
    assert "不是微博的链接" in dialog.message
    assert dialog.link.hasFocus()
    dialog.link.setText(POST)
    press(Qt.Key.Key_Return, KEYS.ControlModifier)
    assert dialog.isHidden()
    view = context.operator.inbox.view(ticket)
    assert view.ticket.state is State.CLOSED
    window.show_ticket(ticket)
    assert "由博友 @小王 解答，还没道谢" in window.pages.inbox.session.panel.owed.words
    window.pages.inbox.board.focus_list()
    press(Qt.Key.Key_G)
    press(Qt.Key.Key_B)
    page = window.pages.followup.helpful
    assert page.list.hasFocus()
    press(Qt.Key.Key_A, KEYS.ShiftModifier)
    assert dialog.name.text() == "小王"
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_R)
    assert window.pages.inbox.session.composer.editor.text.startswith(thanks_to("小王"))
    (found,) = open_desk().community.helpful_users()
    assert (found.nickname, found.answers[0].link) == ("小王", POST)
    context.news.tell(context.operator.history.undo().changes)
    assert context.operator.community.of_ticket(ticket) is None


def test_mark_and_thank_leaves_the_ticket_open(open_window: OpenWindow, ask: Ask, context: Context) -> None:
    ticket = ask("1", "问了 @热心小王 才知道怎么拆")
    window = open_window(context)
    window.show_ticket(ticket)
    window.run("peer_answer")
    dialog = window.community.peer
    assert dialog.name.text() == "热心小王"
    press(Qt.Key.Key_4, KEYS.AltModifier)
    assert dialog.isHidden()
    assert context.operator.inbox.view(ticket).ticket.state is not State.CLOSED
    assert window.pages.inbox.session.composer.editor.text.startswith(thanks_to("热心小王"))
    window.run("peer_answer")
    press(Qt.Key.Key_5, KEYS.AltModifier)
    assert context.operator.community.of_ticket(ticket) is None


def test_solved_outside_by_keys_then_its_public_result(
    open_window: OpenWindow, ask: Ask, context: Context, open_desk: OpenDesk
) -> None:
    ticket = ask("1", "杯子碎了，投诉")
    window = open_window(context)
    window.show_ticket(ticket)
    window.pages.inbox.board.focus_list()
    press(Qt.Key.Key_O, KEYS.ShiftModifier)
    dialog = window.community.offline
    assert dialog.how.hasFocus()
    press(Qt.Key.Key_Return, KEYS.ControlModifier)
    assert "“怎么解决的”还没有填" in dialog.message
    dialog.how.setText("门店换了新的")
    press(Qt.Key.Key_1, KEYS.AltModifier)
    assert window.pages.inbox.session.composer.editor.text.startswith(ASKING)
    assert "线下已解决：门店换了新的，还没有线上反馈的链接" in window.pages.inbox.session.panel.owed.words
    window.show_page("followup")
    window.pages.followup.show_list("due")
    assert "等线上反馈 1 张" in window.pages.followup.visits.head.counts
    press(Qt.Key.Key_O, KEYS.ShiftModifier)
    assert dialog.link.hasFocus()
    dialog.link.setText("weibo")
    press(Qt.Key.Key_Return)
    assert "不是微博的链接" in dialog.message
    dialog.link.setText(f"说好了 {POST}")
    press(Qt.Key.Key_Return)
    assert dialog.isHidden()
    found = open_desk().offline.of_ticket(ticket)
    assert found is not None
    assert found.link == POST
    assert not any("等线上反馈" in part for part in window.pages.followup.visits.head.counts)
    press(Qt.Key.Key_Z)
    again = context.operator.offline.of_ticket(ticket)
    assert again is not None
    assert not again.is_fed_back
    window.run("offline")
    press(Qt.Key.Key_3, KEYS.AltModifier)
    assert context.operator.offline.of_ticket(ticket) is None


def test_the_panel_says_first_how_often_somebody_answered(page: HelpfulPage, ask: Ask) -> None:
    ask("1", helper="小李")
    show(page)
    assert page.panel._head._reach.parts == ("1 次解答", "没给我们留过言")
