"""The forward form: three keys with defaults, digits, typed times, the two texts one after the other."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.conftest import Customers, SetClock
from tests.ui.handoff_fixture import forward_form  # noqa: F401  fixtures: pytest finds them by name
from tests.ui.keys import press
from ui.handoff.form import HandoffForm
from ui.support.context import Context
from ui.support.tokens import ScaleName
from weibo_operator.domain.clock import china
from weibo_operator.domain.department import Department, DepartmentContact
from weibo_operator.domain.handoff import Handoff
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.labels import Audience, Level, Source

KEYS = Qt.KeyboardModifier
WORDS = "下单时写着48小时内送达，今天第五天还没有收到，投诉"


@pytest.fixture
def ticket(context: Context, customers: Customers) -> TicketId:
    """A complaint about a parcel."""
    found = context.operator.intake.capture(customers.message(WORDS, nickname="北城小满", followers=126_000)).value
    assert found is not None
    return found


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def only_handoff(context: Context) -> Handoff:
    (found,) = context.operator.handoffs.open_ones()
    return found


def test_ctrl_enter_alone_forwards_with_the_defaults(form: HandoffForm, context: Context, ticket: TicketId) -> None:
    told: list[Handoff] = []
    form.forwarded.connect(told.append)
    press(Qt.Key.Key_Return, KEYS.ControlModifier)
    found = only_handoff(context)
    assert told == [found]
    assert (found.ticket_id, found.department, found.kind, found.description) == (ticket, "物流部", "投诉", WORDS)
    assert QGuiApplication.clipboard().text() == found.package
    assert found.code in found.package
    assert "已复制给物流部的内容，去企业微信粘贴" in form.done_page.title
    assert form.steps.step == 2


def test_it_can_be_made_before_its_window_is_shown(context: Context, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    assert HandoffForm(context, window).isHidden()


def test_a_closed_form_makes_nothing_anew(form: HandoffForm, context: Context) -> None:
    form.dismiss()
    context.theme.set_scale("large")
    assert not form._pause.isActive()


def test_a_digit_chooses_the_department_at_once(form: HandoffForm, context: Context) -> None:
    press(Qt.Key.Key_2)
    assert form.fields.departments.current == "销售部"
    press(Qt.Key.Key_Return, KEYS.ControlModifier)
    assert only_handoff(context).department == "销售部"


def test_digits_stay_text_in_a_field_but_alt_digit_chooses(form: HandoffForm) -> None:
    form.fields.contact.setFocus()
    form.fields.contact.clear()
    press(Qt.Key.Key_3)
    press(Qt.Key.Key_5, KEYS.AltModifier)
    assert form.fields.contact.text() == "3"
    assert form.fields.departments.current == "服务部"


def test_alt_digit_writes_nothing_into_the_description(form: HandoffForm) -> None:
    form.fields.description.setFocus()
    press(Qt.Key.Key_6, KEYS.AltModifier)
    assert form.fields.description.toPlainText() == WORDS
    assert form.fields.departments.current == "质检部"


def test_another_department_brings_its_contact_and_its_texts(context: Context, form: HandoffForm) -> None:
    context.operator.departments.save(
        [Department("物流部", (DepartmentContact("王姐"),)), Department("服务部", (DepartmentContact("小方"),))]
    )
    form.dismiss()
    form.open_for(context.operator.inbox.search("48小时")[0])
    assert form.fields.contact.text() == "王姐"
    press(Qt.Key.Key_2)
    form.flush()
    assert form.fields.contact.text() == "小方"
    assert "服务部" in form.pane.package
    assert "服务部" in form.pane.reply.toPlainText()


def test_an_edited_holding_reply_is_not_written_over(form: HandoffForm) -> None:
    form.pane.reply.setPlainText("稍等，我去问问。")
    press(Qt.Key.Key_2)
    form.flush()
    assert form.pane.reply.toPlainText() == "稍等，我去问问。"


def test_the_customer_comes_after_the_department(form: HandoffForm, ticket: TicketId) -> None:
    told: list[tuple[object, object, str]] = []
    form.holding_reply.connect(lambda *said: told.append(said))
    press(Qt.Key.Key_Return, KEYS.ControlModifier)
    assert told == []
    press(Qt.Key.Key_Return, KEYS.ControlModifier)
    assert form.isHidden()
    ((whose, audience, text),) = told
    assert (whose, audience) == (ticket, form.pane.audience)
    assert "物流部" in text


def test_the_package_can_be_copied_again(form: HandoffForm, context: Context) -> None:
    form.submit()
    QGuiApplication.clipboard().setText("别的")
    form.done_page.again.click()
    assert QGuiApplication.clipboard().text() == only_handoff(context).package
    assert form.submit_button.text() == "贴好了，去安抚客户"


def test_without_a_holding_reply_nothing_is_said_to_the_customer(form: HandoffForm) -> None:
    told: list[object] = []
    form.holding_reply.connect(lambda *said: told.append(said))
    form.pane.toggle.click()
    assert form.submit_button.text() == "转交"
    form.submit()
    form.submit()
    assert form.isHidden()
    assert told == []


def test_a_holding_reply_turned_away_stays_as_the_draft(form: HandoffForm, context: Context, ticket: TicketId) -> None:
    form.submit()
    press(Qt.Key.Key_Escape)
    assert form.isHidden()
    assert "物流部" in context.operator.replies.drafts(ticket)[form.pane.audience]


def test_a_private_conversation_is_answered_in_private(context: Context, host: QWidget, customers: Customers) -> None:
    message = customers.message("订单号 CG1 的耳机坏了，要换货", uid="7", source=Source.PRIVATE)
    ticket = context.operator.intake.capture(message).value
    assert ticket is not None
    form = HandoffForm(context, host)
    form.open_for(ticket)
    assert form.pane.audience is Audience.PRIVATE


def test_typed_times_are_understood(form: HandoffForm, context: Context, clock: SetClock) -> None:
    form.fields.due.box.setEditText("明天下午")
    assert form.fields.due.meant.startswith("明天 15:00")
    form.submit()
    due = china(only_handoff(context).due_at)
    assert (due.date() - china(clock.now()).date(), due.hour) == (timedelta(days=1), 15)


@pytest.mark.parametrize(("typed", "said"), [("改天", "没看懂"), ("今天9:00", "已经过")])
def test_times_that_cannot_be_are_refused(form: HandoffForm, context: Context, typed: str, said: str) -> None:
    form.fields.due.box.setEditText(typed)
    form.submit()
    assert context.operator.handoffs.open_ones() == ()
    assert said in form.message


def test_an_empty_description_is_refused_at_its_field(form: HandoffForm, context: Context) -> None:
    form.fields.description.clear()
    form.submit()
    assert context.operator.handoffs.open_ones() == ()
    assert "问题描述" in form.message
    assert form.fields.description.hasFocus()


def test_words_that_came_in_meanwhile_are_looked_at_first(
    form: HandoffForm, context: Context, ticket: TicketId, customers: Customers
) -> None:
    assert context.operator.intake.capture(customers.message(WORDS, nickname="北城小满")).value == ticket

    def submit(description: str) -> int:
        form.fields.description.setPlainText(description)
        form.submit()
        return len(context.operator.handoffs.open_ones())

    # The refused field says nothing of the words: they count as seen only once the form has spoken of them.
    assert [submit(""), submit(WORDS), submit(WORDS)] == [0, 0, 1]


def test_the_second_transfer_is_warned_of(form: HandoffForm, ticket: TicketId) -> None:
    assert form.warning == ""
    form.submit()
    form.submit()
    form.open_for(ticket)
    assert "第 2 次转交，别让客户被踢皮球" in form.warning


def test_the_suggestion_gives_its_reason_only_while_it_is_followed(form: HandoffForm) -> None:
    assert "推荐物流部" in form.fields.why
    press(Qt.Key.Key_2)
    assert "推荐" not in form.fields.why


def test_an_ordinary_level_is_kept_unless_another_is_chosen(context: Context, host: QWidget, ticket: TicketId) -> None:
    context.operator.inbox.set_level(ticket, Level.P4)
    form = HandoffForm(context, host)
    form.open_for(ticket)
    shown = form.fields.form()
    assert shown is not None
    assert shown.level is Level.P4


def test_words_still_in_the_input_method_hold_the_form(form: HandoffForm, context: Context) -> None:
    form.fields.description.setFocus()
    QApplication.sendEvent(form.fields.description, QInputMethodEvent("wu'liu", []))
    press(Qt.Key.Key_Return, KEYS.ControlModifier)
    assert context.operator.handoffs.open_ones() == ()
    assert "输入法" in form.message


def test_the_windows_own_keys_are_silent_while_it_is_open(form: HandoffForm, host: QWidget) -> None:
    fired: list[bool] = []
    shortcut = QShortcut(QKeySequence("Ctrl+Return"), host)
    shortcut.activated.connect(lambda: fired.append(True))
    press(Qt.Key.Key_Return, KEYS.ControlModifier)
    assert fired == []


def test_the_holding_reply_is_checked(form: HandoffForm, qtbot: QtBot) -> None:
    form.pane.reply.setPlainText("字" * 400)
    qtbot.waitUntil(lambda: any("超出" in part for part in form.pane.check_parts))


def test_forwarding_can_be_undone_and_closes_what_follows(form: HandoffForm, context: Context) -> None:
    told: list[object] = []
    form.holding_reply.connect(lambda *said: told.append(said))
    form.submit()
    assert form.isVisible()
    context.news.tell(context.operator.history.undo().changes)
    assert context.operator.handoffs.open_ones() == ()
    assert form.isHidden()
    assert told == []


@pytest.mark.parametrize("scale", ["standard", "large", "huge"])
def test_no_words_are_cut_at_the_smallest_window(
    context: Context, host: QWidget, ticket: TicketId, scale: ScaleName
) -> None:
    context.theme.set_scale(scale)
    host.resize(1280, 641)
    form = HandoffForm(context, host)
    form.open_for(ticket)
    assert form.fields.width() <= form._scroll.viewport().width()
    for button in form.findChildren(QAbstractButton):
        if button.isVisible() and button.text() not in form.fields.departments.names:
            assert button.width() >= button.sizeHint().width(), button.text()
