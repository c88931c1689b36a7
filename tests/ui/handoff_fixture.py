"""The forward form over a window, for the tests that fill it in."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.handoff.form import HandoffForm
from ui.support.context import Context
from weibo_operator.domain.ids import TicketId


@pytest.fixture(name="window")
def forms_window(qtbot: QtBot, show_active: Callable[[QWidget], None]) -> QWidget:
    """The window the forms open over."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1280, 641)
    show_active(window)
    return window


@pytest.fixture(name="form")
def forward_form(context: Context, window: QWidget, ticket: TicketId) -> HandoffForm:
    """The forward form, open."""
    form = HandoffForm(context, window)
    form.open_for(ticket)
    return form
