"""The whole window while replies leave: the countdown, calling back, what came back, cards that say so."""

import itertools
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.outbox_fixture import Desk, Seconds
from ui.inbox.card_words import label_chips, spoken
from ui.shell.window import MainWindow
from ui.support.context import Context
from ui.widgets.toast import SHADOW, Toast
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.labels import Audience
from weibo_operator.domain.open_platform import Reaction
from weibo_operator.domain.reply import Hold, IntentState

CLEAN = "您好，看到您的留言了，正在帮您查物流。"
OTHER = "您好，这件事已经记下，稍后给您答复。"


@pytest.fixture
def people(desk: Desk) -> tuple[TicketId, TicketId, TicketId]:
    desk.account()
    return (
        desk.comment(uid="1", nickname="北城小满"),
        desk.comment("想换个颜色", uid="2", nickname="老周修表"),
        desk.comment("紫色还有吗", uid="3", nickname="紫色控阿柚"),
    )


@pytest.fixture
def window(
    context: Context,
    open_window: Callable[[Context], MainWindow],
    people: tuple[TicketId, TicketId, TicketId],
    qtbot: QtBot,
) -> MainWindow:
    opened = open_window(context)
    controller = opened.pages.inbox.session._controller
    qtbot.waitUntil(lambda: controller.proofing.is_ready, timeout=20_000)
    return opened


@pytest.fixture
def seconds(window: MainWindow) -> Seconds:
    made = Seconds()
    made.let(window.pages.inbox.session._controller.program.guard)
    return made


def write_to(window: MainWindow, ticket: TicketId, text: str) -> None:
    session = window.pages.inbox.session
    window.show_ticket(ticket)
    session._controller.choose_audience(Audience.PUBLIC)
    session.focus_editor()
    session.composer.editor.insertPlainText(text)


def press(window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
    QTest.keyClick(QApplication.focusWidget() or window, key, modifier)


def send(window: MainWindow, seconds: Seconds, ticket: TicketId, text: str) -> None:
    seconds.at += 1
    write_to(window, ticket, text)
    press(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def notices(window: MainWindow) -> list[Toast]:
    return [each for each in window.findChildren(Toast) if not each.isHidden()]


def toasts(window: MainWindow) -> list[str]:
    return [each.accessibleName() for each in notices(window)]


def test_the_next_customer_is_there_and_the_reply_counts_down(
    window: MainWindow, desk: Desk, people: tuple[TicketId, ...], seconds: Seconds
) -> None:
    first, second, _ = people
    send(window, seconds, first, CLEAN)
    session, toast = window.pages.inbox.session, window.recalls.toast
    assert session.current_ticket not in (None, first)
    assert session.composer.editor.hasFocus()
    assert toast.words == "5 秒后发给 @北城小满"
    desk.clock.advance(seconds=1)
    toast.count_down()
    assert toast.words == "4 秒后发给 @北城小满"
    send(window, seconds, second, OTHER)
    assert toast.words == "5 秒后发给 @老周修表，还有 1 条"
    desk.clock.advance(seconds=4.5)
    toast.count_down()
    assert toast.words == "1 秒后发给 @老周修表"
    desk.clock.advance(seconds=1)
    toast.count_down()
    assert toast.words == ""
    assert toasts(window) == []


def test_holding_the_keys_down_sends_one_reply(
    window: MainWindow, desk: Desk, people: tuple[TicketId, ...], seconds: Seconds
) -> None:
    first, second, third = people
    for ticket in (second, third):
        write_to(window, ticket, OTHER)
    send(window, seconds, first, CLEAN)
    seconds.at += 1
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyPress):
        again = QKeyEvent(kind, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier, "\r", autorep=True)
        QApplication.sendEvent(QApplication.focusWidget() or window, again)
    assert [intent.text for intent in desk.operator.outbox.listed()] == [CLEAN]
    assert desk.drafts(second) == {Audience.PUBLIC: OTHER}
    sends = ("send", "send_finish", "send_stay")
    assert not any(window.actions_table.by_id[action].autoRepeat() for action in sends)


def test_a_second_press_does_not_send_the_next_draft(
    window: MainWindow, desk: Desk, people: tuple[TicketId, ...], seconds: Seconds
) -> None:
    first, second, third = people
    for ticket in (second, third):
        write_to(window, ticket, OTHER)
    send(window, seconds, first, CLEAN)
    press(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    press(window, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert [intent.text for intent in desk.operator.outbox.listed()] == [CLEAN]


def test_alt_z_gives_the_text_back_and_alt_j_goes_there(
    window: MainWindow, desk: Desk, people: tuple[TicketId, ...], seconds: Seconds
) -> None:
    first, second, _ = people
    send(window, seconds, first, CLEAN)
    send(window, seconds, second, OTHER)
    press(window, Qt.Key.Key_Z, Qt.KeyboardModifier.AltModifier)
    assert desk.drafts(second) == {Audience.PUBLIC: OTHER}
    assert desk.drafts(first) == {}
    toast = window.recalls.toast
    assert toast.reported == "已撤回，内容放回了编辑框"
    assert toast.words == "5 秒后发给 @北城小满"
    press(window, Qt.Key.Key_J, Qt.KeyboardModifier.AltModifier)
    assert window.pages.inbox.session.current_ticket == second
    assert window.pages.inbox.session.composer.editor.text == OTHER
    assert toast.reported == ""


def test_alt_z_from_another_page_and_with_nothing_to_call_back(
    window: MainWindow, desk: Desk, people: tuple[TicketId, ...], seconds: Seconds
) -> None:
    send(window, seconds, people[0], CLEAN)
    window.show_page("templates")
    window.run("recall")
    assert desk.drafts(people[0]) == {Audience.PUBLIC: CLEAN}
    window.run("recall")
    assert "没有可以撤回的回复" in toasts(window)


def test_alt_z_leaves_alone_what_waits_for_a_decision(
    window: MainWindow, context: Context, desk: Desk, people: tuple[TicketId, ...]
) -> None:
    desk.press(people[0], CLEAN, hold=Hold.RESTART)
    window.run("recall")
    assert desk.waiting(people[0]).is_held
    assert "没有可以撤回的回复" in toasts(window)


def test_undo_within_the_window_calls_back(
    window: MainWindow, desk: Desk, people: tuple[TicketId, ...], seconds: Seconds
) -> None:
    send(window, seconds, people[0], CLEAN)
    window.run("undo")
    assert desk.operator.outbox.listed() == ()
    assert "已撤回，内容放回了编辑框" in toasts(window)
    assert window.pages.inbox.session.current_ticket == people[0]
    assert window.pages.inbox.session.composer.editor.text == CLEAN
    assert window.recalls.toast.words == ""


def test_what_left_in_time_is_not_told_but_what_took_long_is(
    window: MainWindow, context: Context, desk: Desk, people: tuple[TicketId, ...], seconds: Seconds
) -> None:
    first, second, _ = people
    send(window, seconds, first, CLEAN)
    context.news.tell(desk.sent(desk.waiting(first)))
    assert toasts(window) == []
    send(window, seconds, second, OTHER)
    desk.clock.advance(seconds=10)
    context.news.tell(desk.sent(desk.waiting(second)))
    assert toasts(window) == ["已发给 @老周修表"]


def test_a_refusal_stays_until_it_is_read(
    window: MainWindow, context: Context, desk: Desk, people: tuple[TicketId, ...], seconds: Seconds
) -> None:
    first, second, _ = people
    for ticket, text in ((first, CLEAN), (second, OTHER)):
        send(window, seconds, ticket, text)
    window.show_page("weekly")
    for ticket in (first, second):
        context.news.tell(desk.refused(desk.waiting(ticket)))
    toast = window.recalls.toast
    assert toast.reported.startswith("发给 @北城小满 的回复没有发出：刚刚发过相似的内容")
    assert toast.reported.endswith("（还有 1 条）")
    window.run("see_told")
    session = window.pages.inbox.session
    assert session.current_ticket == first
    assert session.composer.editor.text == CLEAN
    assert session.line.line is not None
    assert session.line.line.cause == "没有发出"
    assert toast.reported.startswith("发给 @老周修表")
    toast._report.second_acted.emit()
    assert toast.reported == ""


def test_what_is_told_of_replies_stays_above_every_page(
    window: MainWindow, context: Context, desk: Desk, people: tuple[TicketId, ...], seconds: Seconds
) -> None:
    first, second, _ = people
    send(window, seconds, first, CLEAN)
    context.news.tell(desk.refused(desk.waiting(first)))
    send(window, seconds, second, OTHER)
    behind: list[str] = []
    for page in window.pages.keys:
        window.show_page(page)
        toast = window.recalls.toast
        for each in (toast._window, toast._report):
            assert not each.isHidden()
            seen = window._stack.childAt(each.geometry().center())
            if seen is None or not (seen is each or each.isAncestorOf(seen)):
                behind.append(f"{page}: {each.accessibleName()}")
    assert behind == []


def test_a_refusal_of_the_open_ticket_is_said_above_its_text(
    window: MainWindow, context: Context, desk: Desk, people: tuple[TicketId, ...], seconds: Seconds
) -> None:
    session = window.pages.inbox.session
    write_to(window, people[0], CLEAN)
    session.send("stay")
    context.news.tell(desk.refused(desk.waiting(people[0]), Reaction.TOO_LONG))
    assert window.recalls.toast.reported == ""
    assert session.composer.editor.text == CLEAN
    assert session.line.line is not None
    assert "字数限制" in session.line.line.more


def test_the_customer_wrote_before_it_left(
    window: MainWindow, context: Context, desk: Desk, people: tuple[TicketId, ...], seconds: Seconds
) -> None:
    send(window, seconds, people[0], CLEAN)
    desk.comment("算了不用了", uid="1", nickname="北城小满")
    desk.clock.advance(seconds=6)
    context.news.tell(desk.operator.outbox.begin(desk.waiting(people[0]).id).changes)
    assert "@北城小满 又说了一句" in window.recalls.toast.reported


def test_kept_for_later_is_told_and_can_be_taken_back(
    window: MainWindow, context: Context, desk: Desk, people: tuple[TicketId, ...], seconds: Seconds
) -> None:
    context.connection.lost(desk.clock.now())
    send(window, seconds, people[0], CLEAN)
    assert any("没有网络，发给 @北城小满 的回复存进了待发箱" in said for said in toasts(window))
    assert window.recalls.toast.words == ""
    window.run("recall")
    assert desk.operator.outbox.listed() == ()


def test_the_notices_keep_clear_of_each_other(
    window: MainWindow, context: Context, people: tuple[TicketId, ...], seconds: Seconds
) -> None:
    send(window, seconds, people[0], CLEAN)
    context.news.notice.emit("一件小事")
    shown = [each.geometry().center().y() for each in window.findChildren(Toast) if not each.isHidden()]
    assert len(set(shown)) == 2
    assert abs(shown[0] - shown[1]) >= 44


def test_in_a_session_the_notices_stay_over_the_conversation(
    window: MainWindow, context: Context, desk: Desk, people: tuple[TicketId, ...], seconds: Seconds
) -> None:
    send(window, seconds, people[0], CLEAN)
    context.news.tell(desk.refused(desk.waiting(people[0])))
    send(window, seconds, people[1], OTHER)
    context.news.notice.emit("一件小事，" * 12)
    conversation = window.pages.inbox.session.conversation
    for width in (1366, 1120):
        window.resize(width, 689)
        QTest.qWait(0)
        left = conversation.mapTo(window._stack, QPoint(0, 0)).x()
        shown = sorted(
            (each.geometry().adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW) for each in notices(window)),
            key=lambda box: box.top(),
        )
        assert len(shown) == 3
        assert all(left < box.left() and box.right() < left + conversation.width() for box in shown)
        assert all(above.bottom() < below.top() for above, below in itertools.pairwise(shown))
    window.show_page("templates")
    middles = [each.geometry().center().x() for each in notices(window)]
    assert all(abs(middle - window._stack.rect().center().x()) <= 1 for middle in middles)


def test_cards_say_what_is_on_its_way(
    window: MainWindow, context: Context, desk: Desk, people: tuple[TicketId, ...]
) -> None:
    def words(ticket: TicketId) -> tuple[list[str], str]:
        (card,) = desk.operator.inbox.cards((ticket,))
        return ["".join(chip.parts) for chip in label_chips(card)], spoken(card, desk.clock.now(), 3)

    intent = desk.press(people[0], CLEAN)
    assert "待发" in words(people[0])[0]
    context.news.tell(desk.unknown(intent))
    assert desk.waiting(people[0]).state is IntentState.UNKNOWN
    chips, said = words(people[0])
    assert "待核实" in chips
    assert "待核实" in said
    assert "待核实" not in words(people[1])[0]
