"""Taking down by hand what a customer said: fields, live judgement, errors at the field, one after another."""

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.intake.capture_dialog import CaptureDialog
from ui.intake.capture_words import Captured, follower_count, message_of, said_when
from ui.support.context import Context
from weibo_operator.domain.clock import CHINA
from weibo_operator.domain.customer import Customer
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.labels import Audience, Platform, Source, State

NOW = datetime(2026, 11, 19, 14, 10, tzinfo=CHINA)
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def dialog(context: Context, host: QWidget) -> CaptureDialog:
    made = CaptureDialog(context, host)
    made.open_empty()
    return made


def fill(dialog: CaptureDialog, nickname: str = "北城小满", text: str = "快递丢了没人管") -> None:
    dialog.nickname.setText(nickname)
    dialog.text.setPlainText(text)


def only_customer(context: Context) -> Customer:
    (ticket,) = context.operator.inbox.pane(State.NEW)
    return context.operator.inbox.view(ticket).customer


def test_ctrl_enter_makes_a_ticket_that_can_be_undone(qtbot: QtBot, context: Context, dialog: CaptureDialog) -> None:
    fill(dialog)
    undoable = QSignalSpy(context.news.undoable)
    with qtbot.waitSignal(dialog.captured) as told:
        qtbot.keyClick(dialog.text, Qt.Key.Key_Return, CONTROL)
    assert told.args == [TicketId(context.operator.inbox.pane(State.NEW)[0])]
    assert undoable.at(0) == ["已录入 @北城小满"]
    assert dialog.isHidden()
    assert only_customer(context).uid == "name:北城小满"
    context.operator.history.undo()
    assert context.operator.inbox.pane(State.NEW) == ()


def test_ctrl_enter_in_the_text_adds_no_line(qtbot: QtBot, context: Context, dialog: CaptureDialog) -> None:
    fill(dialog, text="一行")
    qtbot.keyClick(dialog.text, Qt.Key.Key_Return, CONTROL)
    (ticket,) = context.operator.inbox.pane(State.NEW)
    assert context.operator.inbox.view(ticket).messages[0].text == "一行"


def test_a_missing_name_is_said_at_the_name_and_nothing_is_stored(
    qtbot: QtBot, context: Context, dialog: CaptureDialog
) -> None:
    fill(dialog, nickname="  ")
    dialog.save()
    assert dialog.fields["nickname"].said == "“客户昵称”还没有填。"
    assert dialog.fields["text"].said == ""
    assert not dialog.isHidden()
    assert context.operator.inbox.pane(State.NEW) == ()
    dialog.nickname.setText("小满")
    assert dialog.fields["nickname"].said == ""


def test_missing_words_are_said_at_the_words(dialog: CaptureDialog) -> None:
    fill(dialog, text="")
    dialog.save()
    assert dialog.fields["text"].said == "“内容”还没有填。"


@pytest.mark.parametrize(("typed", "said"), [("后天", "这个时间还没到"), ("那会儿", "看不懂")])
def test_a_time_that_cannot_be_is_said_at_the_time(
    context: Context, dialog: CaptureDialog, typed: str, said: str
) -> None:
    fill(dialog)
    dialog.when.setText(typed)
    dialog.save()
    assert said in dialog.fields["when"].said
    assert context.operator.inbox.pane(State.NEW) == ()


def test_the_time_is_shown_as_understood_and_stored(context: Context, dialog: CaptureDialog) -> None:
    fill(dialog)
    dialog.when.setText("昨天下午")
    assert dialog.fields["when"].said == "昨天 15:00"
    dialog.save()
    (ticket,) = context.operator.inbox.pane(State.NEW)
    said = context.operator.inbox.view(ticket).messages[0].posted_at
    assert said == datetime(2026, 11, 18, 15, 0, tzinfo=CHINA)


def test_the_words_are_judged_while_they_are_typed(qtbot: QtBot, dialog: CaptureDialog) -> None:
    dialog.text.setPlainText("快递丢了没人管，我要投诉你们物流")
    qtbot.waitUntil(lambda: "看起来是投诉" in dialog.judged.parts)
    assert "物流部" in dialog.judged.parts


def test_alt_enter_keeps_the_form_for_the_next_customer(qtbot: QtBot, context: Context, dialog: CaptureDialog) -> None:
    dialog.place.set_current("phone")
    fill(dialog)
    qtbot.keyClick(dialog.nickname, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert not dialog.isHidden()
    assert (dialog.nickname.text(), dialog.text.toPlainText()) == ("", "")
    assert dialog.place.current == "phone"
    assert only_customer(context).platform is Platform.PHONE


def test_escape_loses_nothing_typed(qtbot: QtBot, context: Context, dialog: CaptureDialog) -> None:
    fill(dialog)
    qtbot.keyClick(dialog.text, Qt.Key.Key_Escape)
    assert dialog.isHidden()
    assert context.operator.inbox.pane(State.NEW) == ()
    dialog.open_empty()
    assert dialog.text.toPlainText() == "快递丢了没人管"
    dialog.save()
    dialog.open_empty()
    assert (dialog.nickname.text(), dialog.text.toPlainText()) == ("", "")


def captured(place: str = "comment", account: str = "", nickname: str = "小满") -> Captured:
    return Captured(nickname, place, "在吗", NOW, account, None)


@pytest.mark.parametrize(
    ("place", "account", "uid", "profile", "link"),
    [
        ("comment", "", "name:小满", "", ""),
        ("comment", "https://weibo.com/u/1234567890", "1234567890", "https://weibo.com/u/1234567890", ""),
        ("private", "weibo.com/u/1234567890?from=x", "1234567890", "https://weibo.com/u/1234567890", ""),
        ("mention", "https://weibo.com/1234567890/Ab12Cd", "name:小满", "", "https://weibo.com/1234567890/Ab12Cd"),
        ("comment", "https://notweibo.example/u/1234567890", "name:小满", "", "https://notweibo.example/u/1234567890"),
        ("phone", "13800000000", "13800000000", "", ""),
        ("shop", "", "name:小满", "", ""),
    ],
)
def test_who_it_is(place: str, account: str, uid: str, profile: str, link: str) -> None:
    message = message_of(captured(place, account))
    assert (message.uid, message.profile_url, message.link) == (uid, profile, link)


def test_each_message_is_new_and_knows_where_it_was_said() -> None:
    first, second = message_of(captured("private", nickname="@小满")), message_of(captured("wechat"))
    assert first.platform_id.startswith("manual:")
    assert first.platform_id != second.platform_id
    assert (first.nickname, first.uid) == ("小满", "name:小满")
    assert (first.platform, first.source, first.audience) == (Platform.WEIBO, Source.PRIVATE, Audience.PRIVATE)
    assert (second.platform, second.source) == (Platform.WECHAT, Source.OTHER)


@pytest.mark.parametrize(
    ("typed", "moment"),
    [
        ("", NOW),
        ("刚才", NOW),
        ("13:05", NOW.replace(hour=13, minute=5)),
        ("18:00", NOW.replace(hour=18, minute=0) - timedelta(days=1)),
        ("今天9点", NOW.replace(hour=9, minute=0)),
        ("昨晚8点", NOW.replace(hour=20, minute=0) - timedelta(days=1)),
        ("前天 10:30", NOW.replace(hour=10, minute=30) - timedelta(days=2)),
        ("2小时前", NOW - timedelta(hours=2)),
        ("半小时前", NOW - timedelta(minutes=30)),
        ("三天前", NOW - timedelta(days=3)),
        ("11-18 9:00", NOW.replace(day=18, hour=9, minute=0)),
        ("12月1日", NOW.replace(year=2025, month=12, day=1, hour=10, minute=0)),
        ("11-2 14:10", NOW.replace(day=2)),
        ("nov 2 5pm", NOW.replace(day=2, hour=17, minute=0)),
        ("昨天的昨天", None),
        ("好久以前", None),
        ("just now", NOW),
        ("2 hours ago", NOW - timedelta(hours=2)),
        ("half an hour ago", NOW - timedelta(minutes=30)),
        ("3 days ago", NOW - timedelta(days=3)),
        ("Yesterday 3pm", NOW.replace(hour=15, minute=0) - timedelta(days=1)),
        ("last night at 8pm", NOW.replace(hour=20, minute=0) - timedelta(days=1)),
        ("the day before yesterday 10:30", NOW.replace(hour=10, minute=30) - timedelta(days=2)),
        ("18 Nov 9:00", NOW.replace(day=18, hour=9, minute=0)),
        ("1 Dec", NOW.replace(year=2025, month=12, day=1, hour=10, minute=0)),
        ("some time ago", None),
        ("yesterday fri", None),
    ],
)
def test_past_times_as_operators_type_them(typed: str, moment: datetime | None) -> None:
    assert said_when(typed, NOW) == moment


@pytest.mark.parametrize(
    ("typed", "count"), [("342", 342), ("1,208", 1208), ("12.6万", 126_000), ("很多", None), ("", None)]
)
def test_follower_counts(typed: str, count: int | None) -> None:
    assert follower_count(typed) == count
