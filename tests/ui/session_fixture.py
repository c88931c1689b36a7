"""A reply session on a real file, and the hands that write in it."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.conftest import Customers
from ui.reply.session import ReplySession
from ui.support.context import Context
from weibo_operator.bootstrap import Operator
from weibo_operator.domain.ids import TicketId

Capture = Callable[..., TicketId]
LATE = "物流五天没动，到底还管不管？"


@pytest.fixture
def capture(operator: Operator, customers: Customers) -> Capture:
    def take(text: str = LATE, **fields: object) -> TicketId:
        ticket = operator.intake.capture(customers.message(text, **fields)).value  # fields are what message() takes
        assert ticket is not None
        return ticket

    return take


@pytest.fixture
def session(context: Context, qtbot: QtBot, show_active: Callable[[QWidget], None]) -> ReplySession:
    made = ReplySession(context)
    qtbot.addWidget(made)
    made.resize(1001, 633)
    show_active(made)
    qtbot.waitUntil(lambda: made._controller.proofing.is_ready, timeout=20_000)
    return made


def write(session: ReplySession, text: str) -> None:
    session.focus_editor()
    session.composer.editor.insertPlainText(text)


def compose(widget: QWidget, letters: str, commit: str = "") -> None:
    event = QInputMethodEvent(letters, [])
    if commit:
        event.setCommitString(commit)
    QApplication.sendEvent(widget, event)
