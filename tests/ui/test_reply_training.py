"""The training mode: five points ticked beside the reply, off by default, in nobody's way (mission D14)."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.session_fixture import Capture, write
from ui.reply.session import ReplySession
from ui.support.context import Context
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.reply_points import ReplyPoint
from weibo_operator.domain.settings import REPLY_TRAINING


def train(context: Context, *, on: bool = True) -> None:
    context.news.tell(context.operator.shop.change(REPLY_TRAINING, int(on)))


def ticked(session: ReplySession) -> set[ReplyPoint]:
    return {point for point, box in session.composer.points.boxes.items() if box.isChecked()}


def opened(session: ReplySession, context: Context, capture: Capture) -> TicketId:
    train(context)
    ticket = capture()
    session.show_ticket(ticket)
    return ticket


def test_it_is_off_until_it_is_switched_on(session: ReplySession, context: Context, capture: Capture) -> None:
    session.show_ticket(capture())
    points, before = session.composer.points, session.composer.height()
    assert points.isHidden()
    train(context)
    assert points.isVisible()
    assert session.composer.height() > before
    train(context, on=False)
    assert points.isHidden()
    assert session.composer.height() == before


def test_the_wording_ticks_and_the_first_missing_one_says_what_it_wants(
    session: ReplySession, context: Context, capture: Capture
) -> None:
    opened(session, context, capture)
    assert ticked(session) == set()
    assert session.composer.points.hint == "分享：给点用得上的：步骤、链接、单号、电话"
    write(session, "抱歉，物流单号是 SF12345，今天 18 点前给您回复。")
    session._controller.proofing.check_now()
    assert ticked(session) == {ReplyPoint.SHARING, ReplyPoint.TRUST, ReplyPoint.RESPONSE}
    assert session.composer.points.hint.startswith("可选：")
    write(session, "补发或者退款都可以，有问题随时找我们。")
    session._controller.proofing.check_now()
    assert ticked(session) == set(ReplyPoint)
    assert session.composer.points.hint == "五点都有了"


def test_tab_and_space_tick_by_hand_and_the_wording_does_not_take_it_back(
    session: ReplySession, context: Context, capture: Capture
) -> None:
    opened(session, context, capture)
    session.focus_editor()
    QTest.keyClick(session.composer.editor, Qt.Key.Key_Tab)
    box = session.composer.points.boxes[ReplyPoint.SHARING]
    assert QApplication.focusWidget() is box
    QTest.keyClick(box, Qt.Key.Key_Tab)
    trust = session.composer.points.boxes[ReplyPoint.TRUST]
    assert QApplication.focusWidget() is trust
    assert session.composer.points.hint.startswith("信任：")
    QTest.keyClick(trust, Qt.Key.Key_Space)
    write(session, "好的。")
    session._controller.proofing.check_now()
    assert ReplyPoint.TRUST in ticked(session)


def test_a_click_leaves_the_caret_in_the_text(
    session: ReplySession, context: Context, capture: Capture, qtbot: QtBot
) -> None:
    opened(session, context, capture)
    session.focus_editor()
    session.composer.points.boxes[ReplyPoint.OPTIONAL].click()
    assert session.composer.editor.hasFocus()
    assert ticked(session) == {ReplyPoint.OPTIONAL}


def test_nothing_is_held_back_and_the_next_reply_starts_anew(
    session: ReplySession, context: Context, capture: Capture, qtbot: QtBot
) -> None:
    ticket = opened(session, context, capture)
    session.composer.points.boxes[ReplyPoint.OPTIONAL].click()
    write(session, "好的。")
    session.send("stay")
    assert session.is_confirming
    qtbot.keyClick(session.composer.confirm, Qt.Key.Key_1)
    assert session.current_ticket == ticket
    assert ticked(session) == set()


def test_each_ticket_keeps_its_own_ticks(session: ReplySession, context: Context, capture: Capture) -> None:
    first = opened(session, context, capture)
    session.composer.points.boxes[ReplyPoint.OPTIONAL].click()
    session.show_ticket(capture(uid="2"))
    assert ticked(session) == set()
    session.show_ticket(first)
    assert ticked(session) == {ReplyPoint.OPTIONAL}


def test_the_screen_says_it_in_chinese_only(session: ReplySession) -> None:
    for box in session.composer.points.boxes.values():
        words = box.text() + box.toolTip().replace("TA", "") + box.accessibleDescription().replace("TA", "")
        assert not any(letter.isascii() and letter.isalpha() for letter in words)
