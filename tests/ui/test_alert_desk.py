"""Called back to the desk: one notice in words, and choosing it comes back at what it spoke of."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QMenu, QWidget

from tests.conftest import Customers, SetClock
from ui.shell.alert_desk import AlertDesk, Tray
from ui.shell.alert_words import alert_words
from ui.support.actions import ACTIONS
from ui.support.context import Context
from weibo_operator.domain.alerts import Alert, AlertKind
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.labels import Level
from weibo_operator.domain.settings import QUIET_FROM_HOUR, QUIET_TO_HOUR


class Told:
    """Stands where the system's notices are shown."""

    def __init__(self) -> None:
        self.words: list[str] = []

    def call(self, words: str) -> None:
        self.words.append(words)


@pytest.fixture
def window(qapp) -> Iterator[QWidget]:
    made = QWidget()
    yield made
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(made, QEvent.Type.DeferredDelete)


def urgent(context: Context, customers: Customers, uid: str) -> TicketId:
    found = context.operator.intake.capture(customers.message("插座冒烟了", uid=uid))
    assert found.value is not None
    context.operator.inbox.set_level(found.value, Level.P1)
    context.news.tell(found.changes)
    return found.value


def test_one_notice_for_what_came_while_the_window_was_not_in_front(
    context: Context, customers: Customers, window: QWidget
) -> None:
    for setting in (QUIET_FROM_HOUR, QUIET_TO_HOUR):
        context.operator.shop.change(setting, 0)
    told = Told()
    desk = AlertDesk(context, window, told)
    chosen: list[TicketId] = []
    desk.ticket_chosen.connect(chosen.append)
    ticket = urgent(context, customers, "1")
    name = context.operator.inbox.view(ticket).customer.nickname
    assert told.words == [f"紧急：@{name} 在等"]
    desk.come_back()
    assert chosen == [ticket]
    assert window.isVisible() is False, "it is only brought forward, whoever it is"
    desk.tick()
    assert len(told.words) == 1


def test_a_visit_leads_to_its_page(context: Context, window: QWidget, customers: Customers, clock: SetClock) -> None:
    for setting in (QUIET_FROM_HOUR, QUIET_TO_HOUR):
        context.operator.shop.change(setting, 0)
    told = Told()
    desk = AlertDesk(context, window, told)
    asked: list[str] = []
    desk.action_wanted.connect(asked.append)
    ticket = context.operator.intake.capture(customers.message("什么时候寄")).value
    assert ticket is not None
    context.operator.inbox.set_level(ticket, Level.P4)
    context.operator.follow_ups.plan(ticket, due_at=clock.now() + timedelta(hours=1))
    desk.tick()
    assert told.words == []
    clock.advance(seconds=3600)
    desk.tick()
    assert len(told.words) == 1
    desk.come_back()
    assert asked == ["page_followup"]
    assert asked[0] in {spec.id for spec in ACTIONS}


def test_nothing_is_said_while_the_operator_looks_at_the_desk(
    context: Context, customers: Customers, window: QWidget, qtbot
) -> None:
    told = Told()
    AlertDesk(context, window, told)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    urgent(context, customers, "1")
    assert told.words == []


def test_a_name_for_one_and_a_count_for_more() -> None:
    alerts = [Alert(AlertKind.VISIT, n, TicketId(n), "小王") for n in (1, 2, 3)]
    assert alert_words(alerts[:1]) == "该回访 @小王 了"
    promise = Alert(AlertKind.PROMISE, 9, TicketId(9), "阿柒")
    assert alert_words([*alerts, promise]) == "答应 @阿柒 的事到点了；3 个回访到点"


@pytest.mark.qt_log_ignore("systemTrayWindowChanged", extend=True)
def test_the_trays_menu_opens_the_window_and_leaves(context: Context, window: QWidget) -> None:
    tray = Tray(context, window)
    wanted: list[bool] = []
    tray.wanted.connect(lambda: wanted.append(True))
    (menu,) = window.findChildren(QMenu)
    assert [action.text() for action in menu.actions()] == ["打开窗口", "退出"]
    window.show()
    for action in menu.actions():
        action.trigger()
    assert wanted == [True]
    assert not window.isVisible()
