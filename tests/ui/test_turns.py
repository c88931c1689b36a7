"""The faces of 下一位: why, how topics follow, skips with reasons, jumps, levels by mouse, 缓冲中; by real keys."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.conftest import Customers, SetClock
from tests.ui.keys import press
from tests.ui.window_fixture import OpenWindow
from ui.shell.palette import Palette
from ui.shell.reason_dialog import ReasonDialog
from ui.shell.window import MainWindow
from ui.support.context import Context
from ui.widgets.dotted import DottedLabel
from ui.widgets.paint_text import text_width
from ui.widgets.toast import Toast
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.labels import Audience, Level, Source, State
from weibo_operator.domain.reply import AfterSend
from weibo_operator.domain.settings import MINIMUM_GAP, ROTATION_THRESHOLD

ALT, CONTROL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
PLAIN = Qt.KeyboardModifier.NoModifier
LATE = "快递一直没到，物流三天没动了"
TAX = "请问发票怎么开"
Ask = Callable[..., TicketId]


@pytest.fixture
def ask(context: Context, customers: Customers, clock: SetClock) -> Ask:
    """A customer's message; returns its ticket. Each comes a minute after the one before."""

    def asked(uid: int, text: str = TAX, **more: Any) -> TicketId:
        clock.advance(minutes=1)
        ticket = context.operator.intake.capture(customers.message(text, uid=str(uid), **more)).value
        assert ticket is not None
        return ticket

    return asked


@pytest.fixture
def rotating(context: Context, ask: Ask) -> tuple[TicketId, ...]:
    """Five customers wait, which is enough to rotate."""
    return tuple(ask(uid, LATE if uid % 2 else TAX, nickname=f"客户{uid}号") for uid in range(1, 6))


@pytest.fixture
def window(open_window: OpenWindow, context: Context) -> MainWindow:
    return open_window(context)


def current(window: MainWindow) -> TicketId:
    found = window.pages.inbox.session.current_ticket
    assert found is not None
    return found


def toast(window: MainWindow) -> Toast:
    (found,) = [each for each in window.findChildren(Toast) if each.isVisible()]
    return found


def history(window: MainWindow) -> str:
    """The conversation as it is read aloud."""
    model = window.pages.inbox.session.conversation.model()
    return "\n".join(str(model.index(row, 0).data()) for row in range(model.rowCount()))


def asking(window: MainWindow) -> ReasonDialog:
    (found,) = [each for each in window.findChildren(ReasonDialog) if each.isVisible()]
    return found


def reply(context: Context, ticket: TicketId, audience: Audience = Audience.PUBLIC) -> None:
    after = AfterSend(State.IN_PROGRESS)
    intent = context.operator.replies.copy(ticket, audience=audience, text=f"在查了 {ticket}", after=after)
    context.news.tell(context.operator.replies.confirm(intent.id).changes)


@pytest.mark.usefixtures("rotating")
def test_why_stands_beside_the_button_on_board_and_in_the_session(window: MainWindow, context: Context) -> None:
    upcoming = context.operator.inbox.next_up()
    assert upcoming is not None
    why = window.pages.inbox.top_bar.why
    assert why.isVisible()
    assert why.text().startswith(f"下一位：@{upcoming.card.nickname}（")
    assert why.whole == why.accessibleName() == why.toolTip()
    press(Qt.Key.Key_N)
    assert current(window) == upcoming.card.id
    assert why.text().startswith(f"这一位：@{upcoming.card.nickname}（")


@pytest.mark.parametrize("width", [1120, 1280, 1366])
def test_why_is_never_clipped(window: MainWindow, context: Context, ask: Ask, width: int) -> None:
    for number in range(5):
        ask(
            number,
            "再不处理我就找12315曝光了，今天必须给说法",
            nickname="一个名字特别特别长长长长长的客户",
            followers=12_600_000,
        )
    window.commands.refresh()
    window.resize(width, 641)
    for action in ("", "next"):
        if action:
            window.run(action)
        QTest.qWait(0)
        why = window.pages.inbox.top_bar.why
        assert why.isVisible()
        assert "危机信号" in why.whole
        assert text_width(why.font(), why.text()) <= why.width()


def test_a_rotation_that_rests_says_so_in_sight(window: MainWindow, context: Context, ask: Ask) -> None:
    for uid in range(3):
        ask(uid)
    window.commands.refresh()
    bar, hints = window.pages.inbox.top_bar, window.pages.inbox.hints
    assert "只有 3 位在等，暂不轮流" in bar.why.text()
    assert "暂不轮流：在等的不到 4 位" in hints.order.text()
    assert window.pages.inbox.board.panes[0].order == "紧急程度"
    press(Qt.Key.Key_N)
    assert bar.trail.isVisible()
    assert "暂不轮流" in bar.trail.text()
    context.operator.shop.change(ROTATION_THRESHOLD, 2)
    window.commands.refresh()
    assert "暂不轮流" not in bar.trail.text() + bar.why.text() + hints.order.whole
    assert window.pages.inbox.board.panes[0].order == "轮流顺序"


@pytest.mark.usefixtures("rotating")
def test_the_trail_shows_the_topics_of_public_replies(window: MainWindow, context: Context) -> None:
    inbox = context.operator.inbox
    inbox.set_levels(inbox.pane(State.NEW), Level.P3)
    context.operator.shop.change(ROTATION_THRESHOLD, 0)
    topics: list[str] = []
    for _ in range(3):
        upcoming = inbox.next_up()
        assert upcoming is not None
        topics.append(upcoming.facts.topic)
        reply(context, upcoming.card.id)
    assert len(set(topics)) == 2
    window.run("next")
    trail = window.pages.inbox.top_bar.trail
    assert trail.whole == f"公开话题：{' → '.join(topics)}，话题交替"
    assert trail.text() in trail.whole
    assert "轮流排队" in trail.toolTip()


@pytest.mark.usefixtures("rotating")
def test_a_skip_by_key_and_its_reason_afterwards(window: MainWindow, context: Context, qtbot: QtBot) -> None:
    press(Qt.Key.Key_N)
    skipped = current(window)
    nickname = context.operator.inbox.view(skipped).customer.nickname
    press(Qt.Key.Key_N, ALT)
    assert current(window) != skipped
    assert toast(window).accessibleName() == f"已跳过 @{nickname}，排到本轮最后"
    press(Qt.Key.Key_P, ALT)
    assert f"刚才跳过 @{nickname}" in title(asking(window))
    press(Qt.Key.Key_1)
    assert "等资料" in toast(window).accessibleName()
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_N, SHIFT)
    assert current(window) == skipped
    assert "跳过（等资料）" in history(window)
    assert context.operator.inbox.progress().skipped_today == {"等资料": 1}
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Z)
    assert "跳过" not in history(window)
    press(Qt.Key.Key_P)
    assert "不用写原因" in toast(window).accessibleName()


def title(dialog: ReasonDialog) -> str:
    """The title line with what follows it."""
    return "，".join(part for label in dialog.findChildren(DottedLabel) for part in label.parts)


@pytest.mark.usefixtures("rotating")
def test_the_reason_by_mouse_in_own_words(window: MainWindow, context: Context, qtbot: QtBot) -> None:
    press(Qt.Key.Key_N)
    skipped = current(window)
    qtbot.mouseClick(window.pages.inbox.top_bar.next_button, Qt.MouseButton.LeftButton)
    (button,) = [each for each in toast(window).findChildren(QPushButton) if each.text() == "写原因"]
    assert toast(window).rect().contains(button.geometry())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    press(Qt.Key.Key_4)
    QTest.keyClicks(asking(window).field, "12345")
    press(Qt.Key.Key_Return)
    assert context.operator.history.of_ticket(skipped)[-1].data["reason"] == "12345"
    assert "今天跳过 1 次：12345 1" in window.pages.inbox.top_bar.progress_hint


@pytest.mark.usefixtures("rotating")
def test_the_reason_first_then_the_skip(window: MainWindow, context: Context) -> None:
    press(Qt.Key.Key_N)
    skipped = current(window)
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_P, SHIFT)
    assert context.operator.inbox.progress().skipped_today == {}
    press(Qt.Key.Key_Escape)
    assert current(window) == skipped
    press(Qt.Key.Key_P, SHIFT)
    press(Qt.Key.Key_3)
    assert current(window) != skipped
    assert context.operator.inbox.progress().skipped_today == {"需要请示": 1}
    assert toast(window).accessibleName().endswith("排到本轮最后（需要请示）")


@pytest.mark.usefixtures("rotating")
def test_on_the_board_the_card_under_the_cursor_is_skipped(window: MainWindow, context: Context) -> None:
    chosen = window.pages.inbox.board.current
    assert chosen is not None
    press(Qt.Key.Key_P, SHIFT)
    press(Qt.Key.Key_1)
    assert not window.pages.inbox.in_session
    assert context.operator.history.of_ticket(chosen)[-1].data == {"reason": "等资料"}


def test_with_nobody_else_nothing_is_skipped(window: MainWindow, context: Context, ask: Ask) -> None:
    ticket = ask(1)
    window.commands.refresh()
    press(Qt.Key.Key_N)
    press(Qt.Key.Key_N, ALT)
    assert current(window) == ticket
    assert "就是这一位" in toast(window).accessibleName()
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_P, SHIFT)
    assert "就是这一位" in toast(window).accessibleName()
    assert context.operator.inbox.progress().skipped_today == {}


@pytest.mark.usefixtures("rotating")
def test_an_answered_or_put_off_ticket_is_left_without_a_skip(
    window: MainWindow, context: Context, clock: SetClock
) -> None:
    press(Qt.Key.Key_N)
    answered = current(window)
    reply(context, answered)
    press(Qt.Key.Key_N, ALT)
    put_off = current(window)
    assert put_off != answered
    until = clock.now().replace(hour=23)
    context.news.tell(context.operator.inbox.snooze(put_off, until=until).changes)
    press(Qt.Key.Key_N, ALT)
    assert current(window) not in (answered, put_off)
    assert context.operator.inbox.progress().skipped_today == {}
    window.commands.open_ticket(put_off)
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_P, SHIFT)
    assert "没有在等回复" in toast(window).accessibleName()


def test_the_next_of_the_same_topic(window: MainWindow, context: Context, rotating: tuple[TicketId, ...]) -> None:
    first = rotating[1]
    window.commands.open_ticket(first)
    topic = context.operator.inbox.view(first).ticket.topic
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_T, SHIFT)
    second = current(window)
    assert second == rotating[3]
    assert context.operator.inbox.view(second).ticket.topic == topic
    assert context.operator.inbox.progress().skipped_today == {}


def test_nobody_of_the_same_topic_is_said_calmly(window: MainWindow, context: Context, ask: Ask) -> None:
    ticket = ask(1, LATE)
    ask(2, "收到了，很好看", source=Source.PRIVATE)
    window.commands.refresh()
    window.commands.open_ticket(ticket)
    topic = context.operator.inbox.view(ticket).ticket.topic
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_T, SHIFT)
    assert current(window) == ticket
    assert toast(window).accessibleName() == f"没有别的客户在公开问“{topic}”。"


@pytest.mark.usefixtures("rotating")
def test_the_next_important_customer_by_the_palette(
    window: MainWindow, context: Context, ask: Ask, qtbot: QtBot
) -> None:
    press(Qt.Key.Key_N)
    choose(window, "zykh")
    assert "没有别的重要客户在等" in toast(window).accessibleName()
    important = ask(99, TAX, followers=2_000_000)
    choose(window, "zykh")
    assert current(window) == important


def choose(window: MainWindow, letters: str) -> None:
    """A command by its pinyin initials."""
    press(Qt.Key.Key_K, CONTROL)
    (palette,) = [each for each in window.findChildren(Palette) if each.isVisible()]
    QTest.keyClicks(palette.field, letters)
    titles = [str(palette.rows.held(row)) for row in range(palette.rows.rowCount())]
    assert any("下一位：重要客户" in title for title in titles)
    while (entry := palette.rows.entry()) is not None and entry.target != "next_important":
        press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)


@pytest.mark.usefixtures("rotating")
def test_the_level_by_mouse_and_back_to_the_program(window: MainWindow, context: Context, qtbot: QtBot) -> None:
    press(Qt.Key.Key_N)
    ticket = current(window)
    chip = window.pages.inbox.session.head.level
    before = context.operator.inbox.view(ticket).ticket.level
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    menu = chip.menu_of_levels
    assert menu.isVisible()
    rows = {action.text(): action for action in menu.actions()}
    qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(rows["P1 紧急\t1"]).center())
    assert context.operator.inbox.view(ticket).ticket.level is Level.P1
    assert window.pages.inbox.session.panel.level.startswith(f"你定的 P1；程序会给 P{int(before)}：")
    assert chip.accessibleName().startswith("级别 你定的 P1")
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    qtbot.keyClick(menu, Qt.Key.Key_0)
    assert not menu.isVisible()
    assert context.operator.inbox.view(ticket).ticket.level is before
    assert "（自动）" in window.pages.inbox.session.panel.level


@pytest.mark.usefixtures("rotating")
def test_the_menu_of_levels_works_by_keys_alone(window: MainWindow, context: Context, qtbot: QtBot) -> None:
    press(Qt.Key.Key_N)
    ticket = current(window)
    chip = window.pages.inbox.session.head.level
    chip.setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_Space)
    qtbot.keyClick(chip.menu_of_levels, Qt.Key.Key_4)
    assert context.operator.inbox.view(ticket).ticket.level is Level.P4
    assert [action.isChecked() for action in chip.menu_of_levels.actions()] == [False, False, False, True, False, False]


def test_whoever_was_just_answered_in_public_is_marked(
    window: MainWindow, context: Context, ask: Ask, clock: SetClock
) -> None:
    context.operator.shop.change(MINIMUM_GAP, 10)
    first = ask(1, under="p1")
    for uid in range(2, 6):
        ask(uid)
    reply(context, first)
    ask(1, "那要几天", under="p1")
    window.commands.refresh()
    assert "缓冲中" in spoken(window, first)
    window.commands.open_ticket(first)
    assert "缓冲中" in window.pages.inbox.session.head.facts
    clock.advance(minutes=10)
    window.commands.tick()
    assert "缓冲中" not in spoken(window, first)


def spoken(window: MainWindow, ticket: TicketId) -> str:
    """A card as it is read aloud."""
    for pane in window.pages.inbox.board.panes:
        row = pane.model.row_of(ticket)
        if row is not None:
            return str(pane.model.index(row, 0).data(Qt.ItemDataRole.AccessibleDescriptionRole))
    raise AssertionError("in no pane")


def test_chatter_is_suggested_for_no_reply_and_taken_by_one_key(window: MainWindow, context: Context, ask: Ask) -> None:
    ticket = ask(1, "哈哈哈哈笑死[doge]")
    ask(2)
    window.commands.refresh()
    window.commands.open_ticket(ticket)
    line = window.pages.inbox.session.line
    assert line.isVisible()
    assert line.line is not None
    assert line.line.cause == "建议无需回复：闲聊"
    press(Qt.Key.Key_M, ALT)
    assert asking(window).options.current == "闲聊、打招呼"
    press(Qt.Key.Key_Return)
    assert context.operator.inbox.view(ticket).ticket.close_reason == "闲聊、打招呼"
    assert current(window) != ticket
    assert not line.isVisible()


def test_a_skip_toast_covers_no_button(window: MainWindow, context: Context, rotating: tuple[TicketId, ...]) -> None:
    window.resize(1120, 600)
    window.run("next")
    window.run("next")
    QTest.qWait(0)
    found = toast(window)
    box = found.rect().translated(found.mapTo(window, QPoint())).adjusted(20, 20, -20, -20)
    assert window.rect().contains(box)
    for button in window.pages.inbox.session.findChildren(QPushButton):
        if button.isVisible():
            assert not box.intersects(button.rect().translated(button.mapTo(window, QPoint()))), button.text()
