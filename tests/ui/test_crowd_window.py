"""Crowds in the real window: badge, list, rotation among them, alarm, public notice and its link."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.conftest import Customers
from tests.ui.context_fixture import OpenedPages
from tests.ui.keys import press
from tests.ui.window_fixture import OpenWindow
from ui.inbox.card_words import crowd_chip, spoken
from ui.shell.window import MainWindow
from ui.support.context import Context
from weibo_operator.domain.crowd import NoticeState
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.labels import State
from weibo_operator.domain.settings import CLUSTER_ALERT_PEOPLE, CLUSTER_SHOWN_FROM

SMOKE = ("电饭锅冒烟了", "你们的电饭煲煮饭时冒烟", "电饭锅插头冒火花，投诉", "电饭煲漏电，手都麻了")
OTHERS = ("耳机还没发货，都五天了", "想问几点关门", "鞋子发错颜色了，要白的来了黑的")
LINK = "https://weibo.com/1001/Nabc123"
ALT, CONTROL, PLAIN = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.NoModifier,
)


@pytest.fixture
def crowd(context: Context, customers: Customers) -> tuple[TicketId, ...]:
    """Four who say the same, and three who don't."""
    tickets: list[TicketId] = []
    for number, text in enumerate((*SMOKE, *OTHERS)):
        ticket = context.operator.intake.capture(customers.message(text, uid=str(100 + number))).value
        assert ticket is not None
        tickets.append(ticket)
    return tuple(tickets[: len(SMOKE)])


@pytest.fixture
def window(context: Context, open_window: OpenWindow, crowd: tuple[TicketId, ...]) -> MainWindow:
    return open_window(context)


def open_by_key(window: MainWindow, ticket: TicketId) -> None:
    window.show_ticket(ticket)
    window.pages.inbox.session.conversation.setFocus()


def answer(window: MainWindow, words: str = "您好，马上为您核实。") -> None:
    """Write, copy, say that it went out."""
    session = window.pages.inbox.session
    session.composer.editor.setFocus()
    session.composer.editor.insertPlainText(words)
    press(Qt.Key.Key_Return, CONTROL)
    if not session.is_confirming:  # a stop of the desk check asks once
        press(Qt.Key.Key_Return, CONTROL)
    press(Qt.Key.Key_1)


def test_the_badge_counts_people_from_the_number_that_is_set(
    context: Context, window: MainWindow, crowd: tuple[TicketId, ...]
) -> None:
    (card,) = context.operator.inbox.cards(crowd[:1])
    chip = crowd_chip(card, context.operator.crowds.shown_from())
    assert chip is not None
    assert chip.parts == ("同类 4 人",)
    assert "同类 4 人" in spoken(card, context.operator.desk.now(), 3)
    assert crowd_chip(card, 5) is None
    pane = window.pages.inbox.board.panes[0]
    row = pane.model.row_of(crowd[0])
    assert row is not None
    index = pane.model.index(row, 0)
    assert "同类 4 人" in str(index.data(Qt.ItemDataRole.AccessibleDescriptionRole))
    context.operator.shop.change(CLUSTER_SHOWN_FROM, 5)
    window.commands.refresh()
    assert "同类" not in str(index.data(Qt.ItemDataRole.AccessibleDescriptionRole))


def test_a_member_s_card_follows_when_another_joins_and_when_that_is_undone(
    context: Context, window: MainWindow, crowd: tuple[TicketId, ...], customers: Customers
) -> None:
    model = window.pages.inbox.board.panes[0].model

    def size() -> int:
        row = model.row_of(crowd[0])
        assert row is not None
        card = model.card(row)
        assert card is not None
        assert card.crowd is not None
        return card.crowd.people

    assert size() == 4
    outcome = context.operator.intake.capture(customers.message("电饭锅冒烟！", uid="900"))
    context.news.tell(outcome.changes)
    assert size() == 5
    window.commands.undo()
    assert size() == 4


def test_q_lists_those_who_say_the_same_and_enter_opens_one(window: MainWindow, crowd: tuple[TicketId, ...]) -> None:
    open_by_key(window, crowd[0])
    press(Qt.Key.Key_Q)
    sheet = window.crowds.sheet
    assert sheet.crowd is not None
    assert {member.ticket for member in sheet.crowd.members} == set(crowd)
    assert sheet.crowd.waiting == 4
    press(Qt.Key.Key_Down)
    chosen = sheet.list.current
    press(Qt.Key.Key_Return)
    assert sheet.crowd is None
    assert window.pages.inbox.session.current_ticket == getattr(chosen, "ticket", None)


def test_while_writing_alt_q_opens_the_crowd_and_esc_gives_the_editor_back(
    window: MainWindow, crowd: tuple[TicketId, ...]
) -> None:
    window.show_ticket(crowd[1])
    editor = window.pages.inbox.session.composer.editor
    editor.setFocus()
    press(Qt.Key.Key_Q, ALT)
    assert window.crowds.sheet.crowd is not None
    press(Qt.Key.Key_Escape)
    assert window.crowds.sheet.crowd is None
    assert editor.hasFocus()


def test_by_mouse_the_panel_opens_the_crowd(window: MainWindow, crowd: tuple[TicketId, ...], qtbot: QtBot) -> None:
    window.show_ticket(crowd[0])
    section = window.pages.inbox.session.panel.crowd
    qtbot.waitUntil(section.isVisible)  # the session gets its width with the first paint
    assert "同类 4 人" in section.words
    QTest.mouseClick(section.button, Qt.MouseButton.LeftButton)
    assert window.crowds.sheet.crowd is not None
    window.crowds.sheet.dismiss()
    other = next(ticket for ticket in (TicketId(5), TicketId(6)) if ticket not in crowd)
    window.show_ticket(other)
    assert not section.isVisible()


def test_the_members_are_served_by_turns_until_none_waits(window: MainWindow, crowd: tuple[TicketId, ...]) -> None:
    open_by_key(window, crowd[0])
    press(Qt.Key.Key_Q)
    press(Qt.Key.Key_N)
    banner, served = window.crowds.banner, []
    for _ in crowd:
        assert window.commands.serving is not None
        assert banner.isVisible()
        served.append(window.pages.inbox.session.current_ticket)
        answer(window)
    assert sorted(str(ticket) for ticket in served) == sorted(str(ticket) for ticket in crowd)
    assert window.commands.serving is None
    assert window.pages.inbox.session.current_ticket not in crowd
    assert not banner.isVisible()


def test_esc_ends_serving_a_crowd_and_leaves_the_ticket_open(window: MainWindow, crowd: tuple[TicketId, ...]) -> None:
    open_by_key(window, crowd[0])
    press(Qt.Key.Key_Q)
    QTest.mouseClick(window.crowds.sheet.serve_button, Qt.MouseButton.LeftButton)
    ticket = window.pages.inbox.session.current_ticket
    window.run("back")  # out of the editor
    window.run("back")
    assert window.commands.serving is None
    assert window.pages.inbox.session.current_ticket == ticket
    window.run("back")
    assert not window.pages.inbox.in_session


def test_passing_a_member_over_stays_within_the_crowd(window: MainWindow, crowd: tuple[TicketId, ...]) -> None:
    open_by_key(window, crowd[0])
    press(Qt.Key.Key_Q)
    press(Qt.Key.Key_N)
    seen = {window.pages.inbox.session.current_ticket}
    for _ in range(3):
        press(Qt.Key.Key_N, ALT)
        seen.add(window.pages.inbox.session.current_ticket)
    assert seen == set(crowd)


def test_the_alarm_is_put_away_for_good_by_its_button(
    context: Context, window: MainWindow, open_window: OpenWindow, crowd: tuple[TicketId, ...]
) -> None:
    context.operator.shop.change(CLUSTER_ALERT_PEOPLE, 4)
    window.crowds.refresh()
    banner = window.crowds.banner
    assert banner.isVisible()
    assert "同类 4 人：电饭锅，漏电冒烟" in banner.accessibleName()
    assert "24 小时内 4 位客户" in banner.accessibleName()
    banner.acted.emit()
    assert window.crowds.sheet.crowd is not None
    window.crowds.sheet.dismiss()
    QTest.mouseClick(banner.close_button, Qt.MouseButton.LeftButton)
    assert not banner.isVisible()
    assert not open_window(context).crowds.banner.isVisible()


def write_notice(window: MainWindow, crowd: tuple[TicketId, ...]) -> None:
    open_by_key(window, crowd[0])
    press(Qt.Key.Key_Q)
    press(Qt.Key.Key_P)


def test_a_notice_is_copied_posted_by_hand_and_offered_to_each_member(
    context: Context, window: MainWindow, crowd: tuple[TicketId, ...], qtbot: QtBot
) -> None:
    write_notice(window, crowd)
    dialog, notices = window.crowds.notice, context.operator.notices
    assert not dialog.isHidden()
    assert "4 位" in dialog.text.toPlainText()
    assert dialog.length_words.endswith("/ 140 字") or "折叠" in dialog.length_words
    qtbot.waitUntil(lambda: bool(dialog.found_words))
    press(Qt.Key.Key_C, ALT)
    assert QGuiApplication.clipboard().text() == dialog.text.toPlainText().strip()
    assert [notice.state for notice in notices.listed()] == [NoticeState.DRAFT]
    assert dialog.link.hasFocus()
    assert dialog.room_words == "还能群发：今天 1 条"
    dialog.link.setText(LINK)
    press(Qt.Key.Key_Return, CONTROL)
    assert dialog.isHidden()
    assert [notice.state for notice in notices.listed()] == [NoticeState.POSTED]
    dialog.open_notice(notices.listed()[0])
    assert dialog.room_words.startswith("群发的条数用完了，11 月 20 日起可以再群发")
    dialog.dismiss()
    session = window.pages.inbox.session
    line = session.line.line
    assert line is not None
    assert "已有公开提醒" in line.cause
    assert LINK not in session.composer.editor.toPlainText()
    session.composer.editor.setFocus()
    session.composer.editor.insertPlainText("您好。")
    press(Qt.Key.Key_U, ALT)
    assert session.composer.editor.toPlainText().startswith("您好。")
    assert LINK in session.composer.editor.toPlainText()
    press(Qt.Key.Key_U, ALT)
    assert session.composer.editor.toPlainText().count(LINK) == 1


def test_the_offer_is_taken_by_mouse_too_and_is_gone_once_the_customer_has_the_link(
    context: Context, window: MainWindow, crowd: tuple[TicketId, ...]
) -> None:
    cluster = context.operator.crowds.of_ticket(crowd[0])
    assert cluster is not None
    draft = context.operator.notices.begin(cluster, "请先停用").value
    context.operator.notices.posted(draft.id, text="请先停用", link=LINK)
    window.show_ticket(crowd[0])
    session = window.pages.inbox.session
    session.line.acted.emit()
    assert LINK in session.composer.editor.toPlainText()
    answer(window, "")
    window.show_ticket(crowd[0])
    line = session.line.line
    assert line is None or "公开提醒" not in line.cause
    assert context.operator.notices.listed()[0].told == 1


def test_what_is_no_link_is_said_in_the_dialog_and_an_open_variable_stops_the_copy(
    window: MainWindow, crowd: tuple[TicketId, ...], context: Context
) -> None:
    write_notice(window, crowd)
    dialog = window.crowds.notice
    dialog.text.setPlainText("说明如下：{答案}")
    before = QGuiApplication.clipboard().text()
    press(Qt.Key.Key_C, ALT)
    assert "答案" in dialog.message
    assert QGuiApplication.clipboard().text() == before
    dialog.text.setPlainText("说明如下：先停用")
    dialog.link.setText("没有链接")
    press(Qt.Key.Key_Return, CONTROL)
    assert not dialog.isHidden()
    assert "不是网页地址" in dialog.message
    assert context.operator.notices.listed()[0].state is NoticeState.DRAFT


def test_notices_are_listed_and_opened_and_a_draft_is_thrown_away_and_brought_back(
    context: Context, window: MainWindow, crowd: tuple[TicketId, ...]
) -> None:
    window.run("notices")
    assert not window.crowds.notices.isHidden()
    window.crowds.notices.dismiss()
    write_notice(window, crowd)
    press(Qt.Key.Key_Return, CONTROL)
    window.run("notices")
    press(Qt.Key.Key_Return)
    dialog = window.crowds.notice
    assert not dialog.isHidden()
    QTest.mouseClick(dialog.end_button, Qt.MouseButton.LeftButton)
    assert context.operator.notices.listed() == ()
    window.commands.undo()
    assert len(context.operator.notices.listed()) == 1


def test_without_a_crowd_the_key_says_so(context: Context, open_window: OpenWindow, customers: Customers) -> None:
    context.operator.intake.capture(customers.message("想问几点关门", uid="1"))
    window = open_window(context)
    said: list[str] = []
    context.news.notice.connect(said.append)
    window.run("crowd")
    assert said
    assert window.crowds.sheet.crowd is None


def test_a_finished_crowd_cannot_be_served(
    context: Context, window: MainWindow, crowd: tuple[TicketId, ...], pages: OpenedPages
) -> None:
    context.news.tell(context.operator.inbox.no_reply(crowd, reason="电话里说清了").changes)
    open_by_key(window, crowd[0])
    press(Qt.Key.Key_Q)
    assert not window.crowds.sheet.serve_button.isEnabled()
    press(Qt.Key.Key_N)
    assert window.commands.serving is None
    assert context.operator.inbox.view(crowd[0]).ticket.state is State.CLOSED
    assert pages.addresses == []
