"""The reply session where the program sends itself: what the button says, queueing, and the reply on its way."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.conftest import SetClock
from tests.ui.context_fixture import OpenedPages
from tests.ui.outbox_fixture import Desk, Seconds
from tests.ui.session_fixture import write
from ui.reply.outgoing_words import Answer, bubble_words
from ui.reply.rows import Leaving
from ui.reply.session import ReplySession
from ui.support.context import Context
from weibo_operator.domain.account import AccountRole
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.labels import Audience, Source, State
from weibo_operator.domain.open_platform import Reaction
from weibo_operator.domain.reply import Hold, IntentState
from weibo_operator.domain.settings import API_WRITES_PER_HOUR, RECALL_SECONDS

CLEAN = "您好，看到您的留言了，正在帮您查物流。"


@pytest.fixture
def seconds(session: ReplySession) -> Seconds:
    made = Seconds()
    made.let(session._controller.program.guard)
    return made


def button(session: ReplySession) -> str:
    return session.composer.foot.send_button.text()


def last_row(session: ReplySession) -> object:
    return session.conversation._rows.row(session.conversation._rows.rowCount() - 1)


def open_public(session: ReplySession, ticket: TicketId) -> None:
    session.show_ticket(ticket)
    session._controller.choose_audience(Audience.PUBLIC)


def test_the_button_says_what_will_happen(session: ReplySession, context: Context, desk: Desk, clock: SetClock) -> None:
    ticket = desk.comment()
    open_public(session, ticket)
    assert button(session) == "复制并打开微博"
    account = desk.account()
    context.news.tell(desk.expire(account))
    assert button(session) == "存为待发"
    context.news.tell(desk.operator.accounts.let_in(account))
    assert button(session) == "发送并下一位"
    context.connection.lost(clock.now())
    assert button(session) == "存为待发"
    context.connection.found()
    session.toggle_audience()
    assert button(session) == "复制并打开私信"
    session.toggle_audience()
    assert button(session) == "发送并下一位"


def test_a_private_message_without_a_public_word_is_copied(session: ReplySession, desk: Desk) -> None:
    desk.account()
    message = desk.customers.message("在吗", source=Source.PRIVATE)
    ticket = desk.operator.intake.capture(message).value
    assert ticket is not None
    open_public(session, ticket)
    assert button(session) == "复制并打开微博"
    assert session.composer.foot.send_button.toolTip() != ""


def test_it_is_queued_and_the_next_one_comes(
    session: ReplySession, desk: Desk, qtbot: QtBot, pages: OpenedPages, seconds: Seconds
) -> None:
    desk.account()
    ticket = desk.comment()
    open_public(session, ticket)
    QGuiApplication.clipboard().setText("别的")
    write(session, CLEAN)
    with qtbot.waitSignal(session.served) as served:
        session.send("next")
    assert served.args == [ticket, "next"]
    intent = desk.waiting(ticket)
    assert (intent.text, intent.state, intent.after.state) == (CLEAN, IntentState.QUEUED, State.IN_PROGRESS)
    assert pages.addresses == []
    assert QGuiApplication.clipboard().text() == "别的"
    assert desk.drafts(ticket) == {}
    desk.sent(intent)
    assert desk.said(ticket) == [CLEAN]


def test_finishing_and_staying(session: ReplySession, desk: Desk, qtbot: QtBot, seconds: Seconds) -> None:
    desk.account()
    first, second = desk.comment(uid="1"), desk.comment(uid="2")
    open_public(session, first)
    write(session, CLEAN)
    session.send("finish")
    assert desk.waiting(first).after.state is State.CLOSED
    seconds.at += 1
    open_public(session, second)
    write(session, "好的，马上为您核实一下进度。")
    with qtbot.waitSignal(session.served) as served:
        session.send("stay")
    assert served.args == [second, "stay"]
    assert "5 秒后发给 @客户2" in session.composer.outgoing.words


def test_a_second_press_right_after_the_jump_is_ignored(session: ReplySession, desk: Desk, seconds: Seconds) -> None:
    desk.account()
    first, second = desk.comment(uid="1"), desk.comment(uid="2")
    open_public(session, second)
    write(session, "这是给第二位写了一半的话。")
    open_public(session, first)
    write(session, CLEAN)
    session.served.connect(lambda _ticket, _then: open_public(session, second))
    session.send("next")
    assert session.composer.editor.text == "这是给第二位写了一半的话。"
    session.send("next")
    seconds.at += 0.59
    session.send("next")
    session.acknowledge()
    assert desk.operator.outbox.of_ticket(second) is None
    seconds.at += 0.02
    session.send("next")
    assert desk.waiting(second).text == "这是给第二位写了一半的话。"


def test_the_customer_wrote_in_between(session: ReplySession, desk: Desk, seconds: Seconds) -> None:
    desk.account()
    ticket = desk.comment()
    open_public(session, ticket)
    write(session, CLEAN)
    desk.comment("再不回我就投诉了")
    session.send("next")
    assert desk.operator.outbox.of_ticket(ticket) is None
    assert session.line.line is not None
    assert "再不回我就投诉了" in session.line.line.cause
    assert session.composer.editor.text == CLEAN
    session.send("next")
    assert desk.waiting(ticket).text == CLEAN


def test_another_window_answered_in_between(session: ReplySession, desk: Desk, seconds: Seconds) -> None:
    desk.account()
    ticket = desk.comment()
    open_public(session, ticket)
    write(session, CLEAN)
    desk.sent(desk.press(ticket, "另一个窗口的回答，请您放心。"))
    session.send("next")
    assert desk.operator.outbox.of_ticket(ticket) is None
    assert session.line.line is not None
    assert "有人回复过" in session.line.line.cause
    session.send("next")
    assert desk.waiting(ticket).text == CLEAN


def test_kept_while_offline_or_expired(
    session: ReplySession, context: Context, desk: Desk, clock: SetClock, seconds: Seconds
) -> None:
    account = desk.account()
    first, second = desk.comment(uid="1"), desk.comment(uid="2")
    context.connection.lost(clock.now())
    open_public(session, first)
    write(session, CLEAN)
    session.send("next")
    sending = desk.waiting(first).sending
    assert sending is not None
    assert sending.hold is Hold.OFFLINE
    context.connection.found()
    context.news.tell(desk.expire(account))
    seconds.at += 1
    open_public(session, second)
    write(session, "好的，马上为您核实一下进度。")
    session.send("next")
    sending = desk.waiting(second).sending
    assert sending is not None
    assert sending.hold is Hold.EXPIRED


def test_the_words_count_down(session: ReplySession, desk: Desk, clock: SetClock) -> None:
    desk.account()
    ticket = desk.comment()
    desk.press(ticket, CLEAN)
    session.show_ticket(ticket)
    assert session.composer.outgoing.words.startswith("5 秒后")
    clock.advance(seconds=1.5)
    session._controller.program._tick.timeout.emit()
    assert session.composer.outgoing.words.startswith("4 秒后")
    row = last_row(session)
    assert isinstance(row, Leaving)
    assert row.meta == ("@橙果客服", "待发", "4 秒后")
    assert session.composer.outgoing.answers == ("撤回",)


def test_called_back_by_a_digit(session: ReplySession, desk: Desk, qtbot: QtBot, seconds: Seconds) -> None:
    desk.account()
    ticket = desk.comment()
    desk.press(ticket, CLEAN)
    open_public(session, ticket)
    session.focus_editor()
    seconds.at += 1
    qtbot.keyClick(session.composer.outgoing, Qt.Key.Key_1)
    assert desk.waiting(ticket).state is IntentState.QUEUED
    qtbot.keyClick(session.composer.outgoing, Qt.Key.Key_2)
    assert desk.operator.outbox.of_ticket(ticket) is None
    assert not session.is_confirming
    assert session.composer.editor.text == CLEAN
    assert session.composer.editor.hasFocus()


def test_a_key_meant_for_calling_back_does_not_send_again(
    session: ReplySession, context: Context, desk: Desk, qtbot: QtBot, seconds: Seconds
) -> None:
    desk.account()
    ticket = desk.comment()
    intent = desk.press(ticket, CLEAN)
    session.show_ticket(ticket)
    seconds.at += 1
    context.news.tell(desk.unknown(intent))
    qtbot.keyClick(session.composer.outgoing, Qt.Key.Key_2)
    assert desk.waiting(ticket).state is IntentState.UNKNOWN
    seconds.at += 1
    qtbot.keyClick(session.composer.outgoing, Qt.Key.Key_2)
    assert desk.waiting(ticket).state is IntentState.QUEUED


def test_a_held_reply_goes_at_a_word(session: ReplySession, desk: Desk, qtbot: QtBot, seconds: Seconds) -> None:
    desk.account()
    ticket = desk.comment()
    desk.press(ticket, CLEAN, hold=Hold.RESTART)
    session.show_ticket(ticket)
    assert "上次退出前" in session.composer.outgoing.words
    assert session.composer.outgoing.answers == ("撤回", "现在发出")
    seconds.at += 1
    with qtbot.waitSignal(session.served) as served:
        qtbot.keyClick(session.composer.outgoing, Qt.Key.Key_1)
    assert served.args == [ticket, "next"]
    assert not desk.waiting(ticket).is_held


def test_held_because_the_customer_wrote(session: ReplySession, desk: Desk, qtbot: QtBot, seconds: Seconds) -> None:
    desk.account()
    ticket = desk.comment()
    intent = desk.press(ticket, CLEAN)
    desk.comment("不用查了，已经收到")
    desk.clock.advance(seconds=6)
    assert desk.operator.outbox.begin(intent.id).value is None
    session.show_ticket(ticket)
    assert "不用查了，已经收到" in session.composer.outgoing.words
    assert session.composer.outgoing.answers == ("回去改", "照发")
    seconds.at += 1
    qtbot.mouseClick(session.composer.outgoing._by_answer[Answer.RECALL], Qt.MouseButton.LeftButton)
    assert session.composer.editor.text == CLEAN


def test_an_unknown_outcome_asks_and_never_sends_by_itself(
    session: ReplySession, context: Context, desk: Desk, qtbot: QtBot, pages: OpenedPages, seconds: Seconds
) -> None:
    account = desk.account()
    ticket = desk.comment()
    intent = desk.press(ticket, CLEAN)
    desk.unknown(intent)
    session.show_ticket(ticket)
    strip = session.composer.outgoing
    assert strip.words.startswith("不确定这条回复发出去没有")
    assert strip.alarming
    assert set(strip.answers) == {"去微博看看", "再查一次", "不发了，回去改", "没发出，重新发送", "已经发出了"}
    row = last_row(session)
    assert isinstance(row, Leaving)
    assert row.meta[0] == "结果未知"
    qtbot.keyClick(strip, Qt.Key.Key_O)
    assert pages.addresses == [desk.operator.inbox.view(ticket).ticket.link]
    with qtbot.waitSignal(session.look_wanted) as wanted:
        qtbot.keyClick(strip, Qt.Key.Key_C)
    assert wanted.args == [account]
    context.news.tell(desk.operator.outbox.looked(intent.id))
    assert "没有找到这条" in strip.words
    seconds.at += 1
    with qtbot.waitSignal(session.served):
        qtbot.keyClick(strip, Qt.Key.Key_1)
    qtbot.keyClick(strip, Qt.Key.Key_1)
    assert desk.said(ticket) == [CLEAN]
    assert not session.is_confirming


def test_an_unknown_reply_is_given_up(session: ReplySession, desk: Desk, qtbot: QtBot, seconds: Seconds) -> None:
    desk.account()
    ticket = desk.comment()
    desk.unknown(desk.press(ticket, CLEAN), Reaction.MAYBE_SENT)
    open_public(session, ticket)
    assert "很可能已经发出" in session.composer.outgoing.words
    seconds.at += 1
    qtbot.keyClick(session.composer.outgoing, Qt.Key.Key_3)
    assert session.composer.editor.text == CLEAN
    assert desk.said(ticket) == []


def test_while_it_leaves_nothing_can_be_pressed(session: ReplySession, context: Context, desk: Desk) -> None:
    desk.account()
    ticket = desk.comment()
    intent = desk.press(ticket, CLEAN)
    session.show_ticket(ticket)
    context.news.tell(desk.begin(intent))
    assert session.composer.outgoing.answers == ()
    assert "正在发给" in session.composer.outgoing.words


def test_an_acknowledgement_on_its_way_leaves_the_editor(session: ReplySession, desk: Desk, seconds: Seconds) -> None:
    desk.account()
    ticket = desk.comment()
    open_public(session, ticket)
    session.acknowledge()
    assert desk.waiting(ticket).is_ack
    assert not session.is_confirming
    assert isinstance(last_row(session), Leaving)
    seconds.at += 1
    write(session, CLEAN)
    session.send("next")
    assert desk.waiting(ticket).is_ack
    assert session.line.line is not None
    assert "还在路上" in session.line.line.cause
    assert session.composer.editor.text == CLEAN
    session.toggle_audience()
    write(session, "私下跟您说一声，已经在查了。")
    session.send("next")
    assert not session.is_confirming
    assert "还在路上" in session.line.line.cause


def test_the_editor_comes_back_when_it_has_left(session: ReplySession, context: Context, desk: Desk) -> None:
    desk.account()
    ticket = desk.comment()
    intent = desk.press(ticket, CLEAN)
    open_public(session, ticket)
    session.focus_editor()
    context.news.tell(desk.sent(intent))
    assert not session.is_confirming
    assert session.composer.editor.hasFocus()
    assert session.composer.editor.text == ""


def test_the_recall_window_can_be_switched_off(session: ReplySession, desk: Desk, seconds: Seconds) -> None:
    desk.account()
    desk.operator.shop.change(RECALL_SECONDS, 0)
    ticket = desk.comment()
    open_public(session, ticket)
    write(session, CLEAN)
    session.send("stay")
    assert bubble_words(desk.waiting(ticket), desk.clock.now())[1] == ("@橙果客服", "待发")
    assert desk.operator.outbox.begin(desk.waiting(ticket).id).value is not None


def test_one_of_several_accounts_is_chosen(session: ReplySession, desk: Desk, qtbot: QtBot, seconds: Seconds) -> None:
    first = desk.account()
    choice = session.composer.strip.account
    ticket = desk.comment()
    open_public(session, ticket)
    assert choice.isHidden()
    second = desk.account("橙果品牌", "901", AccountRole.BRAND)
    session._controller.program._read_road()
    assert choice.text() == "@橙果客服"
    assert "橙果客服" in choice.toolTip()
    session.choose_account()
    assert choice.menu_shown is not None
    choice.menu_shown.actions()[1].trigger()
    assert choice.text() == "@橙果品牌"
    session.resize(1300, 633)
    assert choice.text() == "以 @橙果品牌 回复"
    write(session, CLEAN)
    session.send("next")
    sending = desk.waiting(ticket).sending
    assert sending is not None
    assert (sending.account, first != second) == (second, True)


def test_the_account_that_should_answer_is_one_key_away(session: ReplySession, desk: Desk) -> None:
    desk.account("橙果品牌", "901", AccountRole.BRAND)
    service = desk.account("橙果客服", "902", AccountRole.SERVICE)
    ticket = desk.comment("快递三天没动了，再不处理我就投诉你们！")
    open_public(session, ticket)
    advised = desk.operator.accounts.advised(ticket)
    assert advised is not None
    assert advised.id == service
    line = session.line._lines
    assert any("该由 @橙果客服 回答" in each.cause for each in line.values())
    session.line.drop(*[place for place, each in line.items() if "该由" not in each.cause])
    session.choose_account()
    assert session._controller.program.route.account is not None
    assert session._controller.program.route.account.id == service
    assert session.line.line is None


def test_the_hour_is_nearly_full(session: ReplySession, desk: Desk) -> None:
    desk.account()
    desk.operator.shop.change(API_WRITES_PER_HOUR, 6)
    for number in range(5):
        desk.sent(desk.press(desk.comment(uid=f"9{number}"), f"第 {number} 位，您好，正在帮您查。"))
    ticket = desk.comment()
    open_public(session, ticket)
    causes = [each.cause for each in session.line._lines.values()]
    assert "这一小时已发 5 / 6 条，先发紧急的" in causes
