"""One complex case through all its steps in the real window, by keys: forward, reassure, answer, tell, visit."""

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.conftest import Customers, SetClock
from tests.ui.window_fixture import OpenWindow
from ui.handoff.answer_dialog import AnswerDialog
from ui.handoff.export_dialog import ExportDialog
from ui.reply.rows import Event, conversation_rows
from ui.settings.departments import DepartmentsSection
from ui.shell.window import MainWindow
from ui.support.context import Context
from weibo_operator.domain.department import Department, DepartmentContact
from weibo_operator.domain.handoff import Asks, Handoff, HandoffState, Verdict
from weibo_operator.domain.handoff_steps import Step, steps_of
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.labels import State
from weibo_operator.domain.settings import HOTLINE, SIGNATURE
from weibo_operator.domain.ticket import WaitsFor

PLAIN, CONTROL, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)


class Keys(QObject):
    """Presses keys where the focus is, and counts them."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.count = 0

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
        self.count += 1
        QTest.keyClick(QApplication.focusWidget() or self._window, key, modifier)

    def chinese(self, text: str) -> None:
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(QApplication.focusWidget() or self._window, event)


@pytest.fixture
def ticket(context: Context, customers: Customers) -> TicketId:
    """A complaint, and four people so that the rotation is at work."""
    operator = context.operator
    operator.shop.change(HOTLINE, "400-200-3388")
    operator.shop.change(SIGNATURE, "——小橙")
    first, *rest = operator.departments.every()
    people = (DepartmentContact("王姐", "分机 8012", in_charge=True), DepartmentContact("李工"))
    operator.departments.save([replace(first, contacts=people), *rest])
    words = "快递五天没动了，打电话没人接，我要投诉你们"
    found = operator.intake.capture(customers.message(words, uid="7", nickname="北城小满")).value
    assert found is not None
    return found


@pytest.fixture
def window(context: Context, ticket: TicketId, open_window: OpenWindow) -> MainWindow:
    assert ticket
    return open_window(context)


def only(context: Context) -> Handoff:
    (found,) = context.operator.handoffs.open_ones()
    return found


def test_a_complex_case_from_the_first_word_to_the_visit(
    context: Context, window: MainWindow, ticket: TicketId, clock: SetClock, qtbot: QtBot
) -> None:
    operator, keys = context.operator, Keys(window)
    session = window.pages.inbox.session
    keys.press(Qt.Key.Key_N)
    assert session.current_ticket == ticket

    # Alt+F and Ctrl+Enter are the whole forwarding with its defaults.
    keys.count = 0
    keys.press(Qt.Key.Key_F, ALT)
    keys.press(Qt.Key.Key_Return, CONTROL)
    handed = only(context)
    assert keys.count <= 4
    assert (handed.department, handed.contact, handed.sent_by) == ("物流部", "王姐（分机 8012）", "小橙")
    assert QGuiApplication.clipboard().text() == handed.package

    # The holding reply names answer-by and hotline, was checked, and goes out like every reply.
    keys.press(Qt.Key.Key_Return, CONTROL)
    assert session.is_confirming
    assert "400-200-3388" in QGuiApplication.clipboard().text()
    assert "物流部" in QGuiApplication.clipboard().text()
    keys.press(Qt.Key.Key_1)
    waiting = operator.inbox.view(ticket).ticket
    assert (waiting.state, waiting.waits_for) == (State.IN_PROGRESS, WaitsFor.DEPARTMENT)

    # The department's answer, as WeChat copies it: on the page of handoffs Ctrl+V recognises it.
    clock.advance(hours=2)
    keys.press(Qt.Key.Key_3, CONTROL)
    assert window.page == "handoff"
    wrapped = f"「我：{handed.package}」\n- - - - - - - -\n李工 16:10\n包裹找到了，\n今晚发出"
    QGuiApplication.clipboard().setText(wrapped)
    keys.press(Qt.Key.Key_V, CONTROL)
    dialog = window.pages.handoff.dialog
    assert dialog.isVisible()
    assert dialog.text.toPlainText() == "包裹找到了，\n今晚发出"
    assert dialog.expert.text() == "李工"
    keys.press(Qt.Key.Key_Return, CONTROL)
    answered = operator.handoffs.get(handed.id)
    assert (answered.state, answered.expert) == (HandoffState.ANSWERED, "李工")
    assert operator.inbox.view(ticket).ticket.waits_for is WaitsFor.US

    # R: the customer is told; finishing a complaint plans the visit.
    keys.press(Qt.Key.Key_R)
    assert session.current_ticket == ticket
    keys.press(Qt.Key.Key_A, CONTROL)
    keys.chinese("您好，包裹已经找到了，非常抱歉让您久等。")
    keys.press(Qt.Key.Key_Return, ALT)
    assert session.is_confirming
    keys.press(Qt.Key.Key_1)
    done = operator.inbox.view(ticket)
    assert done.ticket.state is State.FOLLOW_UP
    assert done.ticket.follow_up_at is not None
    told = {taken.step: taken for taken in steps_of(operator.handoffs.get(handed.id))}
    assert operator.handoffs.get(handed.id).state is HandoffState.DONE
    assert all(taken.at is not None for taken in told.values())
    assert told[Step.ANSWERED].person == "李工"
    clock.advance(days=4)
    assert ticket in {visit.ticket_id for visit in operator.follow_ups.due_list()}

    # The answer that was used is offered as a card.
    keys.press(Qt.Key.Key_3, CONTROL)
    page = window.pages.handoff
    page.seg.set_current("ended")
    page.refresh()
    assert not page.panel.card_button.isHidden()
    before = len(operator.knowledge.all())
    page.list.setFocus()
    keys.press(Qt.Key.Key_V)
    assert len(operator.knowledge.all()) == before + 1


def paste(text: str, keys: Keys) -> None:
    """On the page of handoffs: an answer copied elsewhere."""
    keys.press(Qt.Key.Key_3, CONTROL)
    QGuiApplication.clipboard().setText(text)
    keys.press(Qt.Key.Key_V, CONTROL)


def test_a_case_that_goes_round_by_keys_alone(
    context: Context, window: MainWindow, ticket: TicketId, clock: SetClock
) -> None:
    operator, keys = context.operator, Keys(window)
    session, form, page = window.pages.inbox.session, window.dialogs.handoff, window.pages.handoff
    keys.press(Qt.Key.Key_N)

    # The person in charge is asked first, the customer reassured; the consent comes back and is no transfer.
    keys.press(Qt.Key.Key_F, ALT)
    keys.press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    keys.press(Qt.Key.Key_Right)
    keys.press(Qt.Key.Key_Return, CONTROL)
    asked = only(context)
    assert (asked.asks, asked.addressee) == (Asks.CONSENT, "王姐")
    keys.press(Qt.Key.Key_Return, CONTROL)
    keys.press(Qt.Key.Key_1)
    clock.advance(minutes=20)
    paste(f"王姐 14:30\n{asked.code} 同意，按规定补发", keys)
    assert page.dialog.verdict.current == Verdict.AGREED.value
    keys.press(Qt.Key.Key_Return, CONTROL)
    assert operator.handoffs.get(asked.id).verdict is Verdict.AGREED

    # Then the department: the first transfer warns of nothing.
    keys.press(Qt.Key.Key_R)
    assert session.current_ticket == ticket
    keys.press(Qt.Key.Key_F, ALT)
    assert form.warning == ""
    keys.press(Qt.Key.Key_1, ALT)
    keys.press(Qt.Key.Key_Return, CONTROL)
    first = only(context)
    assert (first.department, first.transfer_number) == ("物流部", 1)
    keys.press(Qt.Key.Key_Return, CONTROL)
    keys.press(Qt.Key.Key_1)

    # A part of the answer: the rest is awaited, the customer hears how it stands.
    clock.advance(hours=1)
    paste(f"{first.code} 包裹在中转站", keys)
    for _ in range(2):
        keys.press(Qt.Key.Key_Tab)
    assert page.dialog.partial.hasFocus()
    keys.press(Qt.Key.Key_Space)
    keys.press(Qt.Key.Key_Return, CONTROL)
    assert operator.handoffs.get(first.id).state is HandoffState.WAITING
    keys.press(Qt.Key.Key_I)
    assert "包裹在中转站" in session.composer.editor.text
    for _ in range(2):  # it names a time: the desk check says so first, the second press sends
        assert not session.is_confirming
        keys.press(Qt.Key.Key_Return, CONTROL)
    assert session.is_confirming
    keys.press(Qt.Key.Key_1)

    # It is late: listed under its department, nudged by U.
    clock.advance(days=2)
    keys.press(Qt.Key.Key_3, CONTROL)
    keys.press(Qt.Key.Key_U)
    assert first.code in QGuiApplication.clipboard().text()
    assert "已经超过期限" in QGuiApplication.clipboard().text()

    # It wasn't theirs: the second transfer warns, and tells what came back.
    paste(f"{first.code} 不归我们管，找服务部", keys)
    keys.press(Qt.Key.Key_Return, CONTROL)
    keys.press(Qt.Key.Key_R)
    keys.press(Qt.Key.Key_F, ALT)
    assert "第 2 次转交" in form.warning
    assert "踢皮球" in form.warning
    assert "包裹在中转站" in form.warning
    keys.press(Qt.Key.Key_5, ALT)
    keys.press(Qt.Key.Key_Return, CONTROL)
    second = only(context)
    assert (second.department, second.transfer_number) == ("服务部", 2)
    keys.press(Qt.Key.Key_Return, CONTROL)
    keys.press(Qt.Key.Key_1)

    # The answer, the customer told, the visit made.
    clock.advance(hours=1)
    paste(f"「我：{second.package}」\n- - - - -\n李工 09:30\n已经补发", keys)
    keys.press(Qt.Key.Key_Return, CONTROL)
    keys.press(Qt.Key.Key_R)
    keys.press(Qt.Key.Key_A, CONTROL)
    keys.chinese("您好，已经给您补发，非常抱歉让您久等。")
    keys.press(Qt.Key.Key_Return, ALT)
    keys.press(Qt.Key.Key_1)
    assert operator.inbox.view(ticket).ticket.state is State.FOLLOW_UP
    clock.advance(days=4)
    keys.press(Qt.Key.Key_2, CONTROL)
    keys.press(Qt.Key.Key_1)
    assert operator.inbox.view(ticket).ticket.state is State.CLOSED
    view = operator.inbox.view(ticket)
    told = " ".join(row.text for row in conversation_rows(view, view.messages, clock.now()) if isinstance(row, Event))
    for step in (
        "已请王姐确认",
        "王姐已确认",
        "已转交物流部",
        "已转交服务部",
        "服务部已反馈（李工）",
        f"已按 {second.code} 的反馈答复客户",
    ):
        assert step in told
    assert operator.handoffs.open_ones() == ()


@pytest.fixture
def handed(context: Context, ticket: TicketId) -> Handoff:
    """Handed to the first department."""
    return context.operator.handoffs.forward(context.operator.handoffs.defaults(ticket).form).value


@pytest.fixture
def notices(context: Context) -> list[str]:
    """What passes by at the foot."""
    told: list[str] = []
    context.news.notice.connect(told.append)
    return told


def test_an_answer_pasted_in_the_inbox_is_offered_and_may_be_refused(
    context: Context, window: MainWindow, handed: Handoff
) -> None:
    QGuiApplication.clipboard().setText(f"{handed.code} 已补发")
    window.show_page("inbox")
    keys = Keys(window)
    keys.press(Qt.Key.Key_V, CONTROL)
    assert window.dialogs.answers.isVisible()
    window.dialogs.answers.other.click()
    assert window.dialogs.answers.isHidden()
    assert window.dialogs.pasting.isVisible()
    window.dialogs.pasting.dismiss()
    assert context.operator.handoffs.get(handed.id).state is HandoffState.WAITING
    window.dialogs.paste()
    keys.press(Qt.Key.Key_Return, CONTROL)
    assert context.operator.handoffs.get(handed.id).answer == "已补发"


def test_a_code_nobody_gave_changes_nothing_and_says_so(
    context: Context, window: MainWindow, handed: Handoff, notices: list[str]
) -> None:
    window.show_page("handoff")
    QGuiApplication.clipboard().setText("F-999 已补发")
    Keys(window).press(Qt.Key.Key_V, CONTROL)
    assert "没有编号是 F-999 的转交" in notices[-1]
    assert window.pages.handoff.dialog.isHidden()
    assert context.operator.handoffs.get(handed.id) == handed


def test_several_answers_are_recorded_one_after_the_other(
    context: Context, window: MainWindow, handed: Handoff, customers: Customers
) -> None:
    operator = context.operator
    other = operator.intake.capture(customers.message("发票没有收到", uid="8")).value
    assert other is not None
    second = operator.handoffs.forward(operator.handoffs.defaults(other).form).value
    window.show_page("handoff")
    QGuiApplication.clipboard().setText(f"{handed.code} 已补发\n{second.code} 已重开\nF-999 好了")
    keys = Keys(window)
    keys.press(Qt.Key.Key_V, CONTROL)
    dialog = window.pages.handoff.dialog
    assert "F-999" in dialog.message
    keys.press(Qt.Key.Key_Return, CONTROL)
    assert dialog.isVisible()
    assert dialog.about[0] == second.code
    assert dialog.message == "第 2 张，共 2 张"
    keys.press(Qt.Key.Key_Return, CONTROL)
    assert dialog.isHidden()
    assert [operator.handoffs.get(found.id).answer for found in (handed, second)] == ["已补发", "已重开"]


def test_a_part_is_recorded_and_the_customer_hears_how_it_stands(
    context: Context, window: MainWindow, handed: Handoff
) -> None:
    window.show_page("handoff")
    page = window.pages.handoff
    page.dialog.open_for(handed, "包裹在中转站")
    page.dialog.partial.setChecked(True)
    keys = Keys(window)
    keys.press(Qt.Key.Key_Return, CONTROL)
    assert context.operator.handoffs.get(handed.id).state is HandoffState.WAITING
    page.list.setFocus()
    keys.press(Qt.Key.Key_I)
    session = window.pages.inbox.session
    assert session.current_ticket == handed.ticket_id
    assert "包裹在中转站" in session.composer.editor.text


def test_the_person_in_charge_is_asked_by_digit_and_declines(
    context: Context, window: MainWindow, ticket: TicketId
) -> None:
    form = window.dialogs.handoff
    form.open_for(ticket)
    keys = Keys(window)
    keys.press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    keys.press(Qt.Key.Key_Right)
    assert form.fields.consent
    keys.press(Qt.Key.Key_1, ALT)
    keys.press(Qt.Key.Key_Return, CONTROL)
    asked = only(context)
    assert (asked.asks, asked.addressee) == (Asks.CONSENT, "王姐")
    form.dismiss()
    dialog = window.pages.handoff.dialog
    window.show_page("handoff")
    QGuiApplication.clipboard().setText(f"{asked.code} 不同意")
    keys.press(Qt.Key.Key_V, CONTROL)
    assert dialog.verdict.current == Verdict.DECLINED.value
    dialog.text.setPlainText("")
    keys.press(Qt.Key.Key_Return, CONTROL)
    assert "原因" in dialog.message
    dialog.text.setPlainText("超出额度")
    keys.press(Qt.Key.Key_Return, CONTROL)
    assert context.operator.handoffs.get(asked.id).verdict is Verdict.DECLINED


def test_the_second_transfer_shows_what_happened_before(context: Context, window: MainWindow, handed: Handoff) -> None:
    context.operator.handoffs.answer(handed.id, "不归我们管", expert="李工")
    form = window.dialogs.handoff
    form.open_for(handed.ticket_id)
    assert "踢皮球" in form.warning
    assert "物流部" in form.warning
    assert "不归我们管" in form.warning
    form.dismiss()


@pytest.mark.parametrize("suffix", [".pdf", ".docx", ".xlsx"])
def test_the_page_is_written_as_asked(
    context: Context, window: MainWindow, handed: Handoff, tmp_path: Path, suffix: str, qtbot: QtBot
) -> None:
    dialog = ExportDialog(context, window)
    dialog.open_for(handed)
    dialog.masked.setChecked(True)
    target = tmp_path / f"转交单{suffix}"
    with qtbot.waitSignal(dialog.written):
        dialog.write(target)
    assert target.stat().st_size > 500
    dialog.open_for(handed)
    dialog.write(tmp_path / "no" / f"x{suffix}")
    assert dialog.isVisible()
    assert "写不进" in dialog.message
    dialog.dismiss()


def test_a_paste_into_the_field_loses_the_quotation(
    context: Context, window: MainWindow, handed: Handoff, notices: Callable[..., object]
) -> None:
    dialog = AnswerDialog(context, window)
    dialog.open_for(None)
    QGuiApplication.clipboard().setText(f"> {handed.package}\n\n查到了（{handed.code}）")
    dialog.text.paste()
    assert dialog.text.toPlainText() == "查到了"
    assert dialog.handoff == handed
    dialog.dismiss()


def test_a_department_with_open_handoffs_asks_where_they_go(
    context: Context, window: MainWindow, handed: Handoff
) -> None:
    window.show_page("settings")
    window.pages.settings.open_section("departments")
    section = window.pages.settings.sections["departments"]
    assert isinstance(section, DepartmentsSection)
    before = context.operator.departments.every()
    row = section.rows[0]
    row.remove.click()
    assert section.dialog.isVisible()
    assert "物流部还有 1 张没有结束的转交" in section.dialog.question.text()
    section.dialog.dismiss()
    assert context.operator.departments.every() == before
    assert [each.name.text() for each in section.rows] == [found.name for found in before]
    section.rows[0].name.setText("配送部")
    section.rows[0].name.editingFinished.emit()
    assert section.dialog.to.currentText() == "配送部"
    Keys(window).press(Qt.Key.Key_Return, CONTROL)
    assert context.operator.handoffs.get(handed.id).department == "配送部"
    assert context.operator.departments.every()[0].name == "配送部"
    assert isinstance(context.operator.departments.every()[0], Department)
