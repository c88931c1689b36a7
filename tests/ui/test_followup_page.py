"""The visits' page: groups by day, outcomes by digit, putting off, the ways to the customer."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from tests.conftest import Customers, SetClock
from tests.ui.context_fixture import OpenedPages
from ui.followup.page import FollowUpPage
from ui.followup.rows import person_parts
from ui.support.context import Context
from ui.widgets.grouped_rows import GroupTitle
from weibo_operator.domain.clock import china
from weibo_operator.domain.followup import FollowUp, VisitOutcome
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.labels import Audience, State
from weibo_operator.domain.reply import AfterSend

Plan = Callable[..., TicketId]


@pytest.fixture
def plan(context: Context, customers: Customers) -> Plan:
    """Answers a fresh customer and plans the visit."""

    def plan_one(uid: str, *, days: float = 1, question: str = "") -> TicketId:
        operator = context.operator
        message = customers.message(f"耳机 {uid} 坏了", uid=uid, nickname=f"客户{uid}")
        ticket = operator.intake.capture(message).value
        assert ticket is not None
        after = AfterSend(State.IN_PROGRESS)
        intent = operator.replies.copy(ticket, audience=Audience.PUBLIC, text=f"给您换新 {uid}", after=after)
        operator.replies.confirm(intent.id)
        due = operator.desk.now() + timedelta(days=days)
        operator.follow_ups.plan(ticket, due_at=due, question=question)
        return ticket

    return plan_one


@pytest.fixture
def page(context: Context, qtbot: QtBot, show_active: Callable[[QWidget], None]) -> FollowUpPage:
    """The page on an empty desk, shown at its smallest size."""
    page = FollowUpPage(context)
    qtbot.addWidget(page)
    page.resize(1280 - 65, 641)
    show_active(page)
    return page


def titles(page: FollowUpPage) -> list[tuple[str, int]]:
    held = [page._rows.row_at(row) for row in range(page._rows.rowCount())]
    return [(row.text, row.count) for row in held if isinstance(row, GroupTitle)]


def listed(page: FollowUpPage) -> list[TicketId]:
    held = [page._rows.row_at(row) for row in page._rows.record_rows()]
    return [row.ticket_id for row in held if isinstance(row, FollowUp)]


def open_page(page: FollowUpPage) -> None:
    page.refresh()
    page.list.setFocus()


def test_an_empty_page_says_how_visits_come_here(page: FollowUpPage) -> None:
    assert page.empty.isVisible()
    assert "没有要回访的客户" in page.empty.accessibleName()


def test_visits_are_grouped_by_their_day(page: FollowUpPage, plan: Plan, clock: SetClock) -> None:
    for uid, days in (("1", 1), ("2", 2), ("3", 3), ("4", 9), ("5", 0.1)):
        plan(uid, days=days)
    clock.advance(days=2)
    open_page(page)
    assert titles(page) == [
        ("已逾期", 2),
        ("今天 11 月 21 日 周六", 1),
        ("明天 11 月 22 日 周日", 1),
        ("以后", 1),
    ]
    spoken = page._rows.data(page._rows.index(1, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert "逾期 2 天" in str(spoken)


@pytest.mark.parametrize(("number", "outcome"), list(enumerate(VisitOutcome, start=1)))
def test_a_digit_records_the_outcome(
    page: FollowUpPage, context: Context, plan: Plan, number: int, outcome: VisitOutcome
) -> None:
    ticket = plan("1")
    open_page(page)
    QTest.keyClick(page.list, Qt.Key(Qt.Key.Key_0 + number))
    (done,) = context.operator.follow_ups.done_list()
    assert done.outcome is outcome
    wanted = State.IN_PROGRESS if outcome.reopens else State.CLOSED
    assert context.operator.inbox.view(ticket).ticket.state is wanted


def test_after_an_outcome_the_next_visit_is_chosen(page: FollowUpPage, plan: Plan) -> None:
    plan("1", days=1)
    second = plan("2", days=2)
    third = plan("3", days=3)
    open_page(page)
    assert page.handle("down")
    assert page.handle("level_1")
    assert page.chosen is not None
    assert page.chosen.ticket_id == third
    assert second not in listed(page)
    assert page.list.hasFocus()


def test_the_note_goes_with_the_outcome_and_stays_with_its_visit(
    page: FollowUpPage, context: Context, plan: Plan
) -> None:
    plan("1", days=1)
    plan("2", days=2)
    open_page(page)
    page.panel.note.setText("说新的很好")
    page.panel.outcomes.buttons[0].click()
    (done,) = context.operator.follow_ups.done_list()
    assert done.note == "说新的很好"
    page.panel.note.setText("写给第二位的")
    page.handle("down")
    assert page.panel.note.text() == "写给第二位的"
    plan("3", days=9)
    page.refresh()
    page.handle("down")
    assert page.panel.note.text() == ""


def test_an_outcome_can_be_undone(page: FollowUpPage, context: Context, plan: Plan) -> None:
    ticket = plan("1")
    open_page(page)
    said: list[str] = []
    context.news.undoable.connect(said.append)
    page.handle("level_1")
    assert said == ["已记下对 @客户1 的回访：满意"]
    context.news.tell(context.operator.history.undo().changes)
    assert listed(page) == [ticket]


def test_digits_beyond_six_do_nothing(page: FollowUpPage, plan: Plan) -> None:
    ticket = plan("1")
    open_page(page)
    QTest.keyClick(page.list, Qt.Key.Key_7)
    assert listed(page) == [ticket]


def test_putting_off_moves_the_visit_and_keeps_its_question(
    page: FollowUpPage, context: Context, plan: Plan, clock: SetClock
) -> None:
    plan("1", question="音质好了吗")
    open_page(page)
    assert page.handle("snooze")
    assert page.dialog.question.text() == "音质好了吗"
    page.dialog.when.setText("5天后下午")
    QTest.keyClick(page.dialog.when, Qt.Key.Key_Return)
    (visit,) = context.operator.follow_ups.due_list()
    assert f"{china(visit.due_at):%m-%d %H:%M}" == "11-24 15:00"
    assert visit.question == "音质好了吗"
    assert page.dialog.isHidden()
    assert titles(page) == [("以后", 1)]


def test_the_ways_to_the_customer(page: FollowUpPage, plan: Plan, pages: OpenedPages) -> None:
    ticket = plan("1")
    open_page(page)
    replied: list[object] = []
    opened: list[object] = []
    page.reply_requested.connect(replied.append)
    page.open_requested.connect(opened.append)
    assert page.handle("write")
    assert page.handle("open")
    assert page.handle("open_page")
    assert (replied, opened) == ([ticket], [ticket])
    assert pages.addresses == ["https://weibo.com/u/1"]


def test_the_week_is_counted_and_the_done_ones_are_shown(page: FollowUpPage, plan: Plan) -> None:
    plan("1", days=1)
    plan("2", days=2)
    open_page(page)
    page.handle("level_4")
    assert page.head.counts == ("本周应回访 2 位", "已回访 1 位")
    page.seg.set_current("done")
    page.refresh()
    assert titles(page) == [("最近回访过的", 1)]
    assert page.panel.postpone_button.isHidden()
    page.handle("level_1")
    assert page.chosen is not None
    assert page.chosen.outcome is VisitOutcome.NOTHING


def test_a_planned_word_before_the_question_is_not_shown(page: FollowUpPage, plan: Plan) -> None:
    plan("1", question="回访：收到货了吗")
    open_page(page)
    spoken = page._rows.data(page._rows.index(1, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert str(spoken).endswith("，收到货了吗")


def test_no_words_are_cut_at_the_smallest_window(page: FollowUpPage, plan: Plan) -> None:
    plan("1", question="新充电宝用着是否正常，旧件是否取走")
    page.resize(1120 - 65, 600)
    open_page(page)
    for button in page.findChildren(QAbstractButton):
        if button.isVisible():
            assert button.width() >= button.sizeHint().width(), button.text()


def test_the_reach_under_a_name_has_its_unit(page: FollowUpPage, plan: Plan) -> None:
    plan("1")
    open_page(page)
    visit = next(row for row in map(page._rows.row_at, page._rows.record_rows()) if isinstance(row, FollowUp))
    assert person_parts(replace(visit, followers=351)) == ("评论", "351 粉丝")
