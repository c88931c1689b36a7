"""承诺 in the window: the list by its time, the dialog, the words for the customer, remedies, praise, what is owed."""

from collections.abc import Callable
from datetime import datetime

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.conftest import Customers, SetClock
from tests.ui.window_fixture import OpenWindow
from ui.followup.pages import FollowUpPages
from ui.followup.praise_dialog import PraiseDialog
from ui.followup.praise_words import ONLY_THANKS
from ui.followup.promise_dialog import PromiseDialog
from ui.followup.promise_page import PromisePage
from ui.followup.promise_rows import promised_person
from ui.followup.remedy_dialog import RemedyDialog
from ui.support.context import Context
from ui.widgets.grouped_rows import GroupTitle
from weibo_operator.domain.clock import CHINA
from weibo_operator.domain.followup import VisitOutcome
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.labels import Audience, State
from weibo_operator.domain.praise import Permission
from weibo_operator.domain.promise_record import PromiseState
from weibo_operator.domain.remedy import RemedyKind
from weibo_operator.domain.reply import AfterSend
from weibo_operator.services.promise_words import whole_day_words

KEYS = Qt.KeyboardModifier
Answer = Callable[..., TicketId]


@pytest.fixture
def answer(context: Context, customers: Customers) -> Answer:
    """Answers a fresh customer with these words."""

    def answer_one(uid: str, words: str, said: str = "我的快递到哪了") -> TicketId:
        operator = context.operator
        ticket = operator.intake.capture(customers.message(said, uid=uid, nickname=f"客户{uid}")).value
        assert ticket is not None
        after = AfterSend(State.FOLLOW_UP, 1)
        operator.replies.confirm(operator.replies.copy(ticket, audience=Audience.PUBLIC, text=words, after=after).id)
        return ticket

    return answer_one


@pytest.fixture
def page(context: Context, qtbot: QtBot, show_active: Callable[[QWidget], None]) -> PromisePage:
    """The list on an empty desk."""
    page = PromisePage(context)
    qtbot.addWidget(page)
    page.resize(1120 - 65, 600)
    show_active(page)
    return page


def titles(page: PromisePage) -> list[tuple[str, int]]:
    held = [page._rows.row_at(row) for row in range(page._rows.rowCount())]
    return [(row.text, row.count) for row in held if isinstance(row, GroupTitle)]


def states(context: Context, ticket: TicketId) -> list[PromiseState]:
    return [each.state for each in context.operator.promises.of_ticket(ticket)]


def test_an_empty_list_says_how_promises_come_here(page: PromisePage) -> None:
    assert page.empty.isVisible()
    assert "没有要兑现的承诺" in page.empty.accessibleName()


def test_promises_stand_by_their_time_and_digits_settle_them(
    page: PromisePage, context: Context, answer: Answer, clock: SetClock
) -> None:
    late = answer("1", "今天 15:00 前给您答复。")
    today = answer("2", "今天 18:00 前给您答复。")
    answer("3", "后天给您答复。")
    clock.advance(hours=1)
    page.refresh()
    page.list.setFocus()
    assert titles(page) == [("已逾期", 1), ("今天到期", 1), ("以后", 1)]
    assert page.panel.said == "今天 15:00 前给您答复"
    spoken = page._rows.data(page._rows.index(1, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert "逾期 10 分" in str(spoken)
    QTest.keyClick(page.list, Qt.Key.Key_1)
    assert states(context, late) == [PromiseState.LATE]
    QTest.keyClick(page.list, Qt.Key.Key_2)
    assert states(context, today) == [PromiseState.CANCELLED]
    assert titles(page) == [("以后", 1), ("最近了结的", 1)]
    assert page.list.hasFocus()


def test_the_five_lists_are_one_page(
    context: Context, answer: Answer, qtbot: QtBot, show_active: Callable[[QWidget], None]
) -> None:
    pages = FollowUpPages(context)
    qtbot.addWidget(pages)
    show_active(pages)
    others = {"promises": pages.promises, "important": pages.important, "praise": pages.praise}
    for key, shown in {**others, "done": pages.visits}.items():
        pages.show_list(key)
        assert pages.shown is shown
        assert pages.shown.seg.current == key
        assert pages.letter_targets()[:2] == (shown.empty, shown.list)
    pages.visits.seg.selected.emit("promises")
    assert pages.shown is pages.promises


@pytest.mark.parametrize(
    ("due", "words"),
    [
        (datetime(2026, 11, 19, 23, 59, tzinfo=CHINA), "今天内"),
        (datetime(2026, 11, 30, 23, 59, tzinfo=CHINA), "11-30 周一当天"),
    ],
)
def test_a_date_is_not_said_to_have_an_inside(due: datetime, words: str) -> None:
    assert whole_day_words(due, datetime(2026, 11, 19, 10, 0, tzinfo=CHINA)) == words


def test_the_dialog_writes_to_the_customer_when_it_will_be_late(
    host: QWidget, context: Context, answer: Answer, clock: SetClock, qtbot: QtBot
) -> None:
    ticket = answer("1", "明天 18:00 前给您答复。")
    dialog = PromiseDialog(context, host)
    dialog.open_for(ticket)
    assert dialog.accept_button.accessibleName().startswith("告诉客户新时间")
    dialog.when.setText("昨天")
    assert "没看懂" in dialog.meant
    assert dialog.words == ""
    dialog.when.setText("3个工作日后 17:30")
    assert dialog.meant.startswith("11-24 周二 17:30")
    with qtbot.waitSignal(dialog.told) as told:
        QTest.keyClick(dialog.when, Qt.Key.Key_Return, KEYS.ControlModifier)
    assert told.args == [
        ticket,
        "您好，原定明天 18:00 前给您答复，还在核实，抱歉让您久等了。我们会在11月24日（周二）17:30 前给您答复。",
    ]
    assert dialog.isHidden()


@pytest.mark.parametrize(("key", "state"), [(Qt.Key.Key_1, PromiseState.KEPT), (Qt.Key.Key_2, PromiseState.CANCELLED)])
def test_the_dialog_settles_by_a_digit(
    host: QWidget, context: Context, answer: Answer, key: Qt.Key, state: PromiseState
) -> None:
    ticket = answer("1", "明天 18:00 前给您答复。")
    dialog = PromiseDialog(context, host)
    dialog.open_for(ticket)
    QTest.keyClick(dialog.when, key, KEYS.AltModifier)
    assert states(context, ticket) == [state]
    assert dialog.isHidden()


def test_the_dialog_changes_the_time_of_the_record_alone(host: QWidget, context: Context, answer: Answer) -> None:
    ticket = answer("1", "明天 18:00 前给您答复。")
    dialog = PromiseDialog(context, host)
    dialog.open_for(ticket)
    dialog.when.setText("今天13:00")
    QTest.keyClick(dialog.when, Qt.Key.Key_3, KEYS.AltModifier)
    assert "已经过去了" in dialog.message
    dialog.when.setText("明天20:00")
    QTest.keyClick(dialog.when, Qt.Key.Key_3, KEYS.AltModifier)
    (found,) = context.operator.promises.of_ticket(ticket)
    assert found.due_at == datetime(2026, 11, 20, 20, tzinfo=CHINA)


def test_without_a_promise_the_dialog_notes_one(host: QWidget, context: Context, answer: Answer) -> None:
    ticket = answer("1", "您好，已经为您登记。")
    dialog = PromiseDialog(context, host)
    dialog.open_for(ticket)
    QTest.keyClick(dialog.what, Qt.Key.Key_Return, KEYS.ControlModifier)
    assert "答应了什么" in dialog.message
    dialog.what.setText("电话里答应补寄杯盖")
    QTest.keyClick(dialog.what, Qt.Key.Key_Return, KEYS.ControlModifier)
    (found,) = context.operator.promises.of_ticket(ticket)
    assert (found.text, found.due_at) == ("电话里答应补寄杯盖", datetime(2026, 11, 20, 18, tzinfo=CHINA))


def test_a_remedy_above_the_limit_asks_who_agreed(
    host: QWidget, context: Context, answer: Answer, qtbot: QtBot
) -> None:
    ticket = answer("1", "您好，马上为您办。")
    dialog = RemedyDialog(context, host)
    dialog.open_for(ticket)
    dialog.amount.setText("十块")
    QTest.keyClick(dialog.amount, Qt.Key.Key_Return, KEYS.ControlModifier)
    assert "29.9" in dialog.message
    dialog.amount.setText("299")
    assert dialog.is_over
    QTest.keyClick(dialog.amount, Qt.Key.Key_Return, KEYS.ControlModifier)
    assert "需负责人确认" in dialog.message
    assert context.operator.aftercare.remedies(ticket) == ()
    dialog.approved_by.setText("王店长")
    QTest.keyClick(dialog.approved_by, Qt.Key.Key_Return, KEYS.ControlModifier)
    (given,) = context.operator.aftercare.remedies(ticket)
    assert (given.cents, given.approved_by, given.over_limit) == (29_900, "王店长", True)
    dialog.open_for(ticket)
    QTest.keyClick(dialog.amount, Qt.Key.Key_5, KEYS.AltModifier)
    assert dialog.chosen is RemedyKind.APOLOGY
    assert dialog.amount.isHidden()
    QTest.keyClick(dialog.note, Qt.Key.Key_1, KEYS.AltModifier)
    dialog.amount.setText("500")
    with qtbot.waitSignal(dialog.handoff_wanted) as asked:
        QTest.keyClick(dialog.amount, Qt.Key.Key_9, KEYS.AltModifier)
    assert asked.args == [ticket]


def test_praise_is_kept_and_thanked(host: QWidget, context: Context, answer: Answer, qtbot: QtBot) -> None:
    ticket = answer("1", "您好，谢谢。", said="这个杯子太棒了，强烈推荐")
    dialog = PraiseDialog(context, host)
    dialog.open_for(ticket)
    QTest.keyClick(dialog.words, Qt.Key.Key_2, KEYS.AltModifier)
    with qtbot.waitSignal(dialog.thanked) as thanked:
        QTest.keyClick(dialog.words, Qt.Key.Key_4, KEYS.AltModifier)
    assert thanked.args == [ticket, ONLY_THANKS]
    kept = context.operator.aftercare.testimonial(ticket)
    assert kept is not None
    assert (kept.text, kept.permission) == ("这个杯子太棒了，强烈推荐", Permission.GIVEN)
    dialog.open_for(ticket)
    dialog.words.setPlainText(" ")
    QTest.keyClick(dialog.words, Qt.Key.Key_Return, KEYS.ControlModifier)
    assert "客户的原话" in dialog.message
    QTest.keyClick(dialog.words, Qt.Key.Key_5, KEYS.AltModifier)
    assert context.operator.aftercare.testimonial(ticket) is None


def test_the_customers_words_suggest_the_visits_outcome(
    context: Context,
    answer: Answer,
    customers: Customers,
    clock: SetClock,
    qtbot: QtBot,
    show_active: Callable[[QWidget], None],
) -> None:
    answer("1", "您好，已经补寄了。")
    clock.advance(hours=3)
    context.operator.intake.capture(customers.message("还是没解决[怒]", uid="1", nickname="客户1", under="q"))
    pages = FollowUpPages(context)
    qtbot.addWidget(pages)
    show_active(pages)
    pages.show_list("due")
    assert pages.visits.panel.suggestion == "建议“不满”：TA 说“还是没解决[怒]”"
    QTest.keyClick(pages.visits.list, Qt.Key.Key_0)
    (done,) = context.operator.follow_ups.done_list()
    assert done.outcome is VisitOutcome.DISSATISFIED


def test_keys_of_the_window_reach_all_of_it(
    context: Context, answer: Answer, open_window: OpenWindow, qtbot: QtBot
) -> None:
    ticket = answer("1", "明天 18:00 前给您答复。")
    window = open_window(context)
    window.show_ticket(ticket)
    session = window.pages.inbox.session
    assert session.panel.owed.words == "承诺：明天 18:00 前给您答复"
    QTest.keyClick(session.composer.editor, Qt.Key.Key_F2)
    assert window.after.promise.isVisible()
    QTest.keyClick(window.after.promise.when, Qt.Key.Key_Return, KEYS.ControlModifier)
    assert session.composer.editor.text.startswith("您好，原定明天 18:00 前给您答复")
    assert session.composer.editor.hasFocus()
    QTest.keyClick(session.composer.editor, Qt.Key.Key_F3)
    assert window.after.remedy.isVisible()
    QTest.keyClick(window.after.remedy.amount, Qt.Key.Key_Escape)
    window.run("page_promises")
    assert window.page == "followup"
    assert window.pages.followup.shown is window.pages.followup.promises
    focused = QApplication.focusWidget()
    assert focused is window.pages.followup.promises.list
    QTest.keyClick(window.pages.followup.promises.list, Qt.Key.Key_D, KEYS.ShiftModifier)
    qtbot.waitUntil(window.after.promise.isVisible)


def test_finishing_a_complaint_says_that_it_is_visited_first(
    context: Context, customers: Customers, open_window: OpenWindow
) -> None:
    operator = context.operator
    ticket = operator.intake.capture(customers.message("杯子碎了，投诉")).value
    assert ticket is not None
    after = AfterSend(State.IN_PROGRESS)
    operator.replies.confirm(operator.replies.copy(ticket, audience=Audience.PUBLIC, text="补寄了", after=after).id)
    window = open_window(context)
    told: list[str] = []
    context.news.undoable.connect(told.append)
    window.show_ticket(ticket)
    window.run("finish")
    assert told == ["投诉要先回访：已安排 11-22 周日 10:00 回访，再按一次 E 就直接完成"]
    assert operator.inbox.view(ticket).ticket.state is State.FOLLOW_UP
    window.show_ticket(ticket)
    window.run("finish")
    assert operator.inbox.view(ticket).ticket.state is State.CLOSED


def test_the_reach_under_a_name_has_its_unit(context: Context, answer: Answer) -> None:
    ticket = answer("1", "今天 18:00 前给您答复。")
    (promise,) = context.operator.promises.of_ticket(ticket)
    assert promised_person(replace(promise, followers=351)) == ("评论", "351 粉丝")
