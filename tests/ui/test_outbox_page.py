"""待发箱 by keys: what waits for a word, what is on its way, what nobody knows; nothing leaves by itself."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.network_fixture import Line
from ui.outbox.page import OutboxPage
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.open_platform import Reaction
from weibo_operator.domain.reply import Hold, Intent, IntentState


def page_of(line: Line) -> OutboxPage:
    line.window.run("page_outbox")
    return line.window.pages.outbox


def press(line: Line, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(line.window.pages.outbox.list, key, modifiers)


def state(line: Line, intent: Intent) -> IntentState:
    return line.context.operator.outbox.get(intent.id).state


@pytest.fixture
def three(line: Line) -> tuple[Intent, Intent, Intent]:
    """One of unknown outcome, one held, one on its way."""
    line.account()
    unknown = line.desk.press(line.desk.comment(uid="81"), "不知道发没发")
    line.desk.unknown(unknown, Reaction.UNKNOWN)
    held = line.desk.press(line.desk.comment(uid="82"), "没网时写的", hold=Hold.OFFLINE)
    leaving = line.desk.press(line.desk.comment(uid="83"), "马上就走")
    return unknown, held, leaving


def test_it_lists_by_what_is_needed(line: Line, three: tuple[Intent, ...]) -> None:
    page = page_of(line)
    assert page.head.counts == ("待核实 1 条", "等你确认 1 条", "待发 1 条")
    assert page.head.quota[0].startswith("今天已用 0 / 100 次，本小时已发")
    assert [line.context.operator.outbox.get(each.id).text for each in page.chosen] == ["不知道发没发"]
    assert page.panel.words == "不知道发没发"
    line.window.background.refresh()
    assert line.window.pages.inbox.top_bar.outbox_button.text() == "待发 3"


def test_one_and_two_say_what_became_of_an_unknown_one(line: Line, three: tuple[Intent, ...]) -> None:
    unknown, *_ = three
    page_of(line)
    press(line, Qt.Key.Key_1)
    assert state(line, unknown) is IntentState.SENT


def test_two_sends_an_unknown_one_again_and_three_gives_it_up(line: Line, three: tuple[Intent, ...]) -> None:
    unknown, *_ = three
    page_of(line)
    press(line, Qt.Key.Key_2)
    assert state(line, unknown) is IntentState.QUEUED
    line.desk.unknown(unknown, Reaction.UNKNOWN)
    line.window.pages.outbox.refresh()
    press(line, Qt.Key.Key_Home)
    press(line, Qt.Key.Key_3)
    assert state(line, unknown) is IntentState.WITHDRAWN
    assert "不知道发没发" in line.desk.drafts(unknown.ticket_id).values()


def test_a_held_one_is_released_or_called_back(line: Line, three: tuple[Intent, ...]) -> None:
    _, held, _ = three
    page_of(line)
    press(line, Qt.Key.Key_J)
    press(line, Qt.Key.Key_1)
    assert not line.context.operator.outbox.get(held.id).is_held
    press(line, Qt.Key.Key_2)
    assert IntentState.WITHDRAWN in (state(line, each) for each in three)


def test_several_are_released_at_once_and_unknown_ones_are_left_alone(line: Line, three: tuple[Intent, ...]) -> None:
    unknown, held, _ = three
    other = line.desk.press(line.desk.comment(uid="84"), "也没网", hold=Hold.RESTART)
    again = line.desk.press(line.desk.comment(uid="85"), "客户又说了", hold=Hold.WROTE_AGAIN)
    page_of(line)
    line.window.run("send")
    outbox = line.context.operator.outbox
    assert not outbox.get(held.id).is_held
    assert not outbox.get(other.id).is_held
    assert outbox.get(again.id).is_held
    assert state(line, unknown) is IntentState.UNKNOWN


def test_marks_choose_what_goes(line: Line, three: tuple[Intent, ...]) -> None:
    _, held, _ = three
    other = line.desk.press(line.desk.comment(uid="84"), "也没网", hold=Hold.OFFLINE)
    page = page_of(line)
    press(line, Qt.Key.Key_J)
    press(line, Qt.Key.Key_X)
    assert "选中的 1 条" in page.head.release_button.text()
    page.release_all()
    assert not line.context.operator.outbox.get(held.id).is_held
    assert line.context.operator.outbox.get(other.id).is_held


def test_what_would_reach_somebody_else_can_only_be_called_back(line: Line) -> None:
    line.account()
    intent = line.desk.press(line.desk.comment(), "给原来的客户", hold=Hold.RECIPIENT)
    page = page_of(line)
    press(line, Qt.Key.Key_1)
    page.release_all()
    assert line.context.operator.outbox.get(intent.id).is_held
    assert page.panel.first_button.isHidden()
    press(line, Qt.Key.Key_2)
    assert state(line, intent) is IntentState.WITHDRAWN


def test_enter_opens_the_ticket_and_esc_goes_back(line: Line, three: tuple[Intent, ...]) -> None:
    unknown, *_ = three
    page_of(line)
    press(line, Qt.Key.Key_Return)
    shown: TicketId | None = line.window.pages.inbox.session.current_ticket
    assert line.window.page == "inbox"
    assert shown == unknown.ticket_id
    page_of(line)
    press(line, Qt.Key.Key_Escape)
    assert line.window.page == "inbox"


def test_an_empty_outbox_says_so(line: Line) -> None:
    page = page_of(line)
    assert page.empty.isVisible()
    assert page.head.quota == ()


def test_shift_j_and_ctrl_a_mark_as_on_the_other_lists(line: Line, three: tuple[Intent, ...]) -> None:
    unknown, held, leaving = three
    page = page_of(line)
    press(line, Qt.Key.Key_J, Qt.KeyboardModifier.ShiftModifier)
    assert page.chosen == (line.context.operator.outbox.get(unknown.id), line.context.operator.outbox.get(held.id))
    press(line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert [each.id for each in page.chosen] == [unknown.id, held.id, leaving.id]
    press(line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert not page.marked_rows
