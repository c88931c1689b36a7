"""What goes out and comes in beside the window: each reply once, lists when it is time, nothing while offline."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.services.platform_box import Answer
from tests.ui.network_fixture import Line
from weibo_operator.channels.weibo_api.transport import Patience
from weibo_operator.domain.account import AccountState
from weibo_operator.domain.labels import State
from weibo_operator.domain.open_platform import PlatformError, Reaction
from weibo_operator.domain.reply import Hold, IntentState
from weibo_operator.services.sending import LOOK_AFTER


def posted(line: Line) -> list[str]:
    return [each.text.partition(":")[2] for each in line.box.posted]


def test_a_reply_leaves_once_when_its_window_is_over(line: Line) -> None:
    line.account()
    line.begin()
    ticket = line.desk.comment()
    line.desk.press(ticket, "马上查")
    line.later(seconds=2)
    line.rest()
    assert posted(line) == []
    line.later(seconds=4)
    line.rest()
    line.later(seconds=60)
    line.rest()
    assert posted(line) == ["马上查"]
    assert line.desk.said(ticket) == ["马上查"]


def test_a_clock_set_back_makes_no_reply_wait_until_the_old_time(line: Line) -> None:
    line.account()
    line.begin()
    line.desk.press(line.desk.comment(), "马上查")
    line.later(seconds=2)
    line.later(hours=-3)
    line.rest()
    assert posted(line) == []
    line.later(seconds=5)
    line.qtbot.waitUntil(lambda: posted(line) == ["马上查"])
    line.rest()


def test_a_clock_set_back_makes_no_fetch_wait_until_the_old_time(line: Line) -> None:
    line.account()
    line.begin()
    line.box.go_offline()
    line.fetch()
    line.box.cut = None
    line.customer_writes(4900000000000099)
    line.later(hours=-3)
    line.rest()
    line.qtbot.waitUntil(lambda: len(line.context.operator.inbox.pane(State.NEW)) == 1)


def test_replies_of_one_account_leave_in_the_order_of_pressing(line: Line) -> None:
    line.account()
    line.begin()
    for number in range(4):
        line.desk.press(line.desk.comment(uid=f"8{number}"), f"第 {number} 条")
    line.later(seconds=6)
    line.qtbot.waitUntil(lambda: len(posted(line)) == 4)
    line.rest()
    assert posted(line) == [f"第 {number} 条" for number in range(4)]


def test_an_acknowledged_undo_never_leaves(line: Line) -> None:
    line.account()
    line.begin()
    intent = line.desk.press(line.desk.comment(), "写错了")
    line.context.news.tell(line.context.operator.outbox.recall(intent.id).changes)
    line.later(seconds=20)
    line.rest()
    assert posted(line) == []


def test_what_the_last_run_left_waits_for_a_word(line: Line) -> None:
    line.account()
    intent = line.desk.press(line.desk.comment(), "昨天写的")
    line.begin()
    line.later(minutes=30)
    line.rest()
    assert posted(line) == []
    assert line.cause == "上次退出前有回复没发出"
    QTest.keyClick(line.window, Qt.Key.Key_F9)
    line.qtbot.waitUntil(lambda: posted(line) == ["昨天写的"])
    line.rest()
    assert line.context.operator.outbox.get(intent.id).state is IntentState.SENT
    assert line.cause == ""


def test_offline_replies_are_asked_about_when_the_network_is_back(line: Line) -> None:
    line.account()
    line.begin()
    line.box.go_offline()
    intent = line.desk.press(line.desk.comment(), "没网时写的")
    line.later(seconds=6)
    line.rest()
    assert line.context.connection.offline_since is not None
    assert line.context.operator.outbox.get(intent.id).is_held
    assert line.cause == "没有网络"
    assert "离线" in line.word
    line.box.cut = None
    line.later(minutes=2)
    line.window.background.courier.fetcher.tick()
    line.rest()
    assert line.context.connection.offline_since is None
    line.later(minutes=5)
    line.rest()
    assert posted(line) == []
    assert line.cause == "又有网络了"
    line.window.run("net_line")
    line.qtbot.waitUntil(lambda: posted(line) == ["没网时写的"])
    line.rest()


def test_while_offline_it_is_tried_again_after_ever_longer_pauses(line: Line) -> None:
    line.account()
    line.begin()
    line.box.go_offline()
    line.fetch()
    tries: list[int] = []
    fetcher = line.window.background.courier.fetcher
    fetcher.changed.connect(lambda: tries.append(line.clock.now().minute) if fetcher.is_busy else None)
    for _ in range(40):
        line.later(seconds=30)
        fetcher.tick()
        line.rest()
    assert 3 <= len(tries) <= 5, tries


def test_an_unknown_outcome_is_looked_for_and_found(line: Line) -> None:
    line.account()
    line.begin()
    line.box.will(Reaction.UNKNOWN, taken=True)
    intent = line.desk.press(line.desk.comment(), "断在半路")
    line.later(seconds=6)
    line.qtbot.waitUntil(lambda: line.context.operator.outbox.get(intent.id).state is IntentState.SENT)
    line.rest()
    assert posted(line) == ["断在半路"]


def test_what_is_not_found_is_looked_for_twice_more_and_never_sent_again(line: Line, notices: list[str]) -> None:
    account = line.account()
    line.begin()
    line.box.will(Reaction.UNKNOWN)
    line.desk.press(line.desk.comment(), "不知道")
    line.later(seconds=6)
    line.rest()
    calls = line.context.operator.accounts.budget(account).used
    line.rest()
    for _ in range(40):
        line.later(seconds=30)
        line.rest()
    used = line.context.operator.accounts.budget(account).used
    assert posted(line) == []
    assert line.cause == "1 条回复不确定发出去没有"
    assert used - calls <= 2
    notices.clear()
    line.window.background.courier.postman.look_now(account)
    line.rest()
    assert len(notices) == 1
    assert "还没有找到" in notices[0]
    assert LOOK_AFTER.total_seconds() == 120


def test_fetching_now_says_what_came(line: Line, notices: list[str]) -> None:
    line.account()
    line.begin()
    line.customer_writes(5_000_000_000_000_001)
    line.customer_writes(5_000_000_000_000_002)
    QTest.keyClick(line.window, Qt.Key.Key_F5)
    line.rest()
    assert notices[-1] == "新进 2 条。"
    assert line.context.operator.inbox.counts()[State.NEW] == 2
    assert line.word == "刚刚已同步"
    line.fetch()
    assert notices[-1] == "没有新消息。"
    line.later(minutes=3)
    assert line.word == "3 分钟前已同步"


def test_without_an_account_it_says_how_messages_come_in(line: Line, notices: list[str]) -> None:
    line.begin()
    line.window.run("sync_now")
    assert "还没有连接微博" in notices[-1]
    assert line.word == "没有连接微博，手动收消息"


def test_lists_are_read_when_it_is_time_and_after_a_sleep_once(line: Line) -> None:
    line.account()
    line.begin()
    fetcher = line.window.background.courier.fetcher
    fetcher.tick()
    line.rest()
    line.customer_writes(5_000_000_000_000_009)
    line.later(minutes=5)
    fetcher.tick()
    line.rest()
    assert line.context.operator.inbox.counts()[State.NEW] == 0
    line.later(hours=9)
    fetcher.tick()
    line.rest()
    fetcher.tick()
    assert not fetcher.is_busy
    assert line.context.operator.inbox.counts()[State.NEW] == 1


def test_an_expired_permission_is_told_once_with_one_way_out(line: Line) -> None:
    account = line.account()
    line.begin()
    line.box.cut = PlatformError(Reaction.RELOGIN, path="remind/unread_count", platform_code="21327")
    line.fetch()
    line.box.cut = None
    assert line.context.operator.accounts.get(account).state is AccountState.EXPIRED
    assert line.cause == "微博授权已过期"
    assert line.word.endswith("起未同步")
    wanted: list[object] = []
    line.window.background.connect_wanted.connect(wanted.append)
    line.window.connecting.dialog.dismiss()
    line.window.run("net_line_second")
    assert line.cause == ""
    assert wanted == []


def test_a_pause_is_told_with_its_end_and_the_reply_goes_afterwards(line: Line) -> None:
    line.account()
    line.begin()
    line.box.will(Reaction.PAUSE_WRITES, code="20016")
    intent = line.desk.press(line.desk.comment(), "过会儿发")
    line.later(seconds=6)
    line.rest()
    assert line.cause == "微博限制了发送频率"
    line.later(minutes=5)
    line.rest()
    assert posted(line) == []
    line.later(minutes=6)
    line.qtbot.waitUntil(lambda: posted(line) == ["过会儿发"])
    line.rest()
    assert line.context.operator.outbox.get(intent.id).state is IntentState.SENT


def test_a_refused_feature_is_told_until_it_was_read(line: Line) -> None:
    line.account()
    line.begin()
    line.box.cut = PlatformError(Reaction.NO_PERMISSION, path="remind/unread_count", platform_code="10014")
    line.fetch()
    line.box.cut = None
    assert "没有给这个应用" in line.cause
    line.window.run("net_line")
    assert "没有给这个应用" not in line.cause


def test_closing_asks_and_finishes_first(line: Line) -> None:
    line.account()
    line.begin()
    line.desk.press(line.desk.comment(), "走之前发")
    line.window.close()
    dialog = line.window.background.leaving.dialog
    assert line.window.isVisible()
    assert dialog.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert "还剩 1 条" in dialog.words
    line.later(seconds=6)
    line.qtbot.waitUntil(lambda: not line.window.isVisible())
    assert posted(line) == ["走之前发"]


def test_closing_may_leave_them_for_next_time(line: Line) -> None:
    line.account()
    line.begin()
    intent = line.desk.press(line.desk.comment(), "下次再说")
    line.window.close()
    QTest.keyClick(line.window.background.leaving.dialog, Qt.Key.Key_2)
    assert not line.window.isVisible()
    assert line.context.operator.outbox.get(intent.id).state is IntentState.QUEUED
    line.context.operator.outbox.settle()
    held = line.context.operator.outbox.get(intent.id)
    assert held.sending is not None
    assert held.sending.hold is Hold.RESTART


def test_closing_while_one_is_leaving_waits_for_its_outcome(line: Line) -> None:
    line.account()
    line.begin()
    line.box.gate = threading.Event()
    intent = line.desk.press(line.desk.comment(), "正在路上")
    line.later(seconds=6)
    outbox = line.context.operator.outbox
    line.qtbot.waitUntil(lambda: outbox.get(intent.id).state is IntentState.SENDING)
    line.window.close()
    QTest.keyClick(line.window.background.leaving.dialog, Qt.Key.Key_2)
    assert line.window.isVisible()
    assert "最多一分钟" in line.window.background.leaving.dialog.words
    assert Patience().whole <= 60
    line.box.gate.set()
    line.qtbot.waitUntil(lambda: not line.window.isVisible())
    assert outbox.get(intent.id).state is IntentState.SENT


def test_staying_goes_on_with_the_work(line: Line) -> None:
    line.account()
    line.begin()
    line.desk.press(line.desk.comment(), "接着发")
    line.window.close()
    QTest.keyClick(line.window.background.leaving.dialog, Qt.Key.Key_Escape)
    line.later(seconds=6)
    line.qtbot.waitUntil(lambda: posted(line) == ["接着发"])
    line.rest()
    assert line.window.isVisible()


@pytest.mark.parametrize("reaction", [Reaction.VARY_TEXT, Reaction.EDIT_TEXT, Reaction.TARGET_GONE])
def test_a_refusal_gives_the_text_back_and_the_next_goes_on(line: Line, reaction: Reaction) -> None:
    line.account()
    line.begin()
    line.box.answers.extend([Answer(False, PlatformError(reaction, path="comments/reply")), Answer()])
    first, second = line.desk.comment(uid="81"), line.desk.comment(uid="82")
    line.desk.press(first, "被拒的")
    line.desk.press(second, "好的")
    line.later(seconds=6)
    line.qtbot.waitUntil(lambda: posted(line) == ["好的"])
    line.rest()
    assert "被拒的" in line.desk.drafts(first).values()
