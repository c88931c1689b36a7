"""The expert in the forms: said with the reason, taken by one key, edited with the departments (mission E6)."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.conftest import Customers
from tests.ui.handoff_fixture import forward_form  # noqa: F401  fixtures: pytest finds them by name
from tests.ui.keys import press
from ui.handoff.answer_dialog import AnswerDialog
from ui.handoff.form import HandoffForm
from ui.settings.departments import DepartmentsSection
from ui.support.context import Context
from weibo_operator.domain.department import DepartmentContact
from weibo_operator.domain.ids import TicketId

NONE, ALT, CONTROL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
)
EXPERTS = {"服务部": DepartmentContact("小方", "分机 3", topics="退款、发票")}


@pytest.fixture
def ticket(context: Context, customers: Customers) -> TicketId:
    """A parcel that does not come, and a refund: the logistics' case, but the service knows refunds."""
    departments = context.operator.departments
    departments.save(
        [replace(each, contacts=(EXPERTS[each.name],) if each.name in EXPERTS else ()) for each in departments.every()]
    )
    found = context.operator.intake.capture(customers.message("今天第五天快递还没有收到，给我退款")).value
    assert found is not None
    return found


def test_the_reason_is_said_and_one_key_takes_the_expert(form: HandoffForm, context: Context) -> None:
    assert form.fields.departments.current == "物流部"
    assert form.fields.expert.words == "服务部的小方：懂 退款"
    assert form.fields.expert.take.isVisible()
    press(Qt.Key.Key_0)
    assert (form.fields.departments.current, form.fields.contact.text()) == ("服务部", "小方（分机 3）")
    assert not form.fields.expert.take.isVisible()
    press(Qt.Key.Key_Return, CONTROL)
    (handed,) = context.operator.handoffs.open_ones()
    assert (handed.department, handed.contact) == ("服务部", "小方（分机 3）")


def test_while_writing_alt_takes_them_and_a_plain_zero_is_text(form: HandoffForm) -> None:
    form.fields.contact.setFocus()
    press(Qt.Key.Key_0)
    assert form.fields.contact.text() == "0"
    press(Qt.Key.Key_0, ALT)
    assert form.fields.contact.text() == "小方（分机 3）"


def test_their_department_chosen_by_hand_asks_them_too(form: HandoffForm) -> None:
    form.fields.choose_number(form.fields.departments.names.index("服务部") + 1)
    assert form.fields.contact.text() == "小方（分机 3）"
    assert not form.fields.expert.take.isVisible()


def test_nobody_who_knows_it_says_nothing(context: Context, host: QWidget, customers: Customers) -> None:
    other = context.operator.intake.capture(customers.message("包裹破了", uid="2")).value
    assert other is not None
    form = HandoffForm(context, host)
    form.open_for(other)
    assert form.fields.expert.isHidden()
    press(Qt.Key.Key_0)
    assert form.fields.contact.text() == ""


def test_the_answer_is_offered_under_the_name_of_the_expert_asked(
    form: HandoffForm, context: Context, host: QWidget
) -> None:
    press(Qt.Key.Key_0)
    press(Qt.Key.Key_Return, CONTROL)
    (handed,) = context.operator.handoffs.open_ones()
    dialog = AnswerDialog(context, host)
    dialog.open_for(handed)
    assert dialog.expert.text() == "小方"


def test_topics_are_written_in_the_settings(context: Context, qtbot: QtBot, ticket: TicketId) -> None:
    section = DepartmentsSection(context)
    qtbot.addWidget(section)
    section.refresh()
    (row,) = [row for row in section.rows if row.name.text() == "服务部"]
    row.people[0].topics.setText("换货, 发票")
    row.people[0].topics.editingFinished.emit()
    (kept,) = [each for each in context.operator.departments.every() if each.name == "服务部"]
    assert kept.contacts[0].topics == "换货、发票"
    context.news.tell(context.operator.history.undo().changes)
    section.refresh()
    (row,) = [row for row in section.rows if row.name.text() == "服务部"]
    assert row.people[0].topics.text() == "退款、发票"
