"""The forward form over a window, for the tests that fill it in."""

import pytest
from PySide6.QtWidgets import QWidget

from ui.handoff.form import HandoffForm
from ui.support.context import Context
from weibo_operator.domain.ids import TicketId


@pytest.fixture(name="form")
def forward_form(context: Context, host: QWidget, ticket: TicketId) -> HandoffForm:
    """The forward form, open."""
    form = HandoffForm(context, host)
    form.open_for(ticket)
    return form
