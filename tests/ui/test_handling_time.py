"""The time spent on a ticket is noted where the settings want it, without long pauses, until the window closes."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.conftest import SetClock
from tests.ui.session_fixture import Capture
from ui.reply.session import ReplySession
from ui.shell.handling_time import HandlingTime
from ui.support.context import Context
from weibo_operator.domain.settings import HANDLING_TIME

ROWS = "SELECT ticket_id, (ended_at - began_at) / 1000 FROM handling ORDER BY id"


@pytest.fixture
def spent(context: Context) -> Callable[[], list[tuple[int, int]]]:
    def read() -> list[tuple[int, int]]:
        return [tuple(row) for row in context.operator.desk.connection.execute(ROWS)]

    return read


def want(context: Context, value: int) -> None:
    context.news.tell(context.operator.shop.change(HANDLING_TIME, value))


def type_at(session: QWidget, qtbot: QtBot, clock: SetClock, *pauses: int) -> None:
    for seconds in pauses:
        clock.advance(seconds=seconds)
        qtbot.keyClick(session, Qt.Key.Key_Shift)


def test_nothing_is_noted_unless_it_is_wanted(
    context: Context, session: ReplySession, capture: Capture, qtbot: QtBot, clock: SetClock, spent
):
    watching = HandlingTime(context, session)
    session.show_ticket(capture())
    type_at(session, qtbot, clock, 0, 10, 10)
    session.window().close()
    assert spent() == []
    assert watching.parent() is session


def test_work_is_noted_without_long_pauses_and_by_ticket(
    context: Context, session: ReplySession, capture: Capture, qtbot: QtBot, clock: SetClock, spent
):
    watching = HandlingTime(context, session)
    want(context, 1)
    first, second = capture(), capture("请问几点开门", uid="2")
    session.show_ticket(first)
    type_at(session, qtbot, clock, 0, 60, 180, 181, 30)
    session.show_ticket(second)
    type_at(session, qtbot, clock, 5, 20)
    session.window().close()
    assert spent() == [(first, 240), (first, 30), (second, 20)]
    want(context, 0)
    assert watching.parent() is session
