"""In the real window, by key and by mouse: whom somebody asks for, what was answered before, our own people, links."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.conftest import Customers, SetClock
from tests.ui.context_fixture import OpenedPages
from tests.ui.keys import press
from tests.ui.window_fixture import OpenWindow
from ui.inbox.card_words import label_chips
from ui.reply.behalf_words import asks_for_words
from ui.reply.conversation import ConversationModel
from ui.reply.link_line import LinkLine
from ui.reply.rows import Said
from ui.settings.people import PeopleSection
from ui.shell.window import MainWindow
from ui.support.context import Context
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.labels import Audience, Source, State
from weibo_operator.domain.people import InsiderRole
from weibo_operator.domain.reply import AfterSend

ALT, CONTROL, SHIFT, PLAIN = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.NoModifier,
)
LEFT = Qt.MouseButton.LeftButton


def answer(context: Context, ticket: TicketId, text: str) -> None:
    replies = context.operator.replies
    intent = replies.copy(ticket, audience=Audience.PUBLIC, text=text, after=AfterSend(State.CLOSED))
    replies.confirm(intent.id)


@pytest.fixture
def tickets(context: Context, customers: Customers, clock: SetClock) -> dict[str, TicketId]:
    """小李 asked twice, 王阿姨 asked the same and was answered, 阿明 asks for 小李."""
    capture = context.operator.intake.capture
    said = {
        "first": customers.message("杯子盖子裂了怎么办", uid="1", nickname="小李", under="p1"),
        "aunt": customers.message("请问这款杯子可以放洗碗机里洗吗", uid="2", nickname="王阿姨", under="p2"),
        "again": customers.message(
            "回复@小店:想问这款杯子可以放进洗碗机洗吗 http://t.cn/A6abc",
            uid="1",
            nickname="小李",
            under="p3",
            platform_id="4",
        ),
        "helper": customers.message(
            "@小店 看看 @小李 的问题", uid="3", nickname="阿明", source=Source.MENTION, under="4"
        ),
    }
    made: dict[str, TicketId] = {}
    for name, message in said.items():
        ticket = capture(message).value
        assert ticket is not None
        made[name] = ticket
        if name in ("first", "aunt"):
            answer(context, ticket, f"您好，{name} 的答复。")
        clock.advance(days=3)
    return made


@pytest.fixture
def window(context: Context, open_window: OpenWindow, tickets: dict[str, TicketId]) -> MainWindow:
    return open_window(context)


def open_writing(window: MainWindow, ticket: TicketId) -> str:
    """Open a ticket with the keys in its editor; what stands there."""
    window.show_ticket(ticket)
    editor = window.pages.inbox.session.composer.editor
    editor.setFocus()
    return editor.text


@pytest.mark.parametrize(("name", "words"), [("@小李", "代 @小李 问"), ("妈妈", "代妈妈问")])
def test_blanks_stand_round_a_sign_only(name: str, words: str) -> None:
    assert asks_for_words(name) == words


def test_the_panel_names_whom_the_helper_asks_for_and_leads_there(window: MainWindow, tickets: dict[str, TicketId]):
    session = window.pages.inbox.session
    open_writing(window, tickets["helper"])
    assert "代 @小李 问" in session.panel.behalf.words
    assert session.head.facts[0] == "代 @小李 问"
    line = session.panel.behalf.findChild(LinkLine)
    assert line is not None
    QTest.mouseClick(line, LEFT)
    assert session.current_ticket == tickets["again"]
    assert "@阿明 在替 TA 问" in session.panel.behalf.words


@pytest.mark.parametrize("in_list", [True, False])
def test_by_key_one_says_for_whom_it_is_and_takes_it_back(
    context: Context, window: MainWindow, tickets: dict[str, TicketId], in_list
):
    people = context.operator.people
    open_writing(window, tickets["again"])
    if in_list:
        window.pages.inbox.session.conversation.setFocus()
    press(Qt.Key.Key_R, SHIFT if in_list else ALT)
    dialog = window.dialogs.behalf
    assert dialog.isVisible()
    assert QApplication.focusWidget() is dialog.name
    press(Qt.Key.Key_1, ALT)
    press(Qt.Key.Key_Return, CONTROL)
    assert not dialog.isVisible()
    behalf = people.on_behalf(tickets["again"])
    assert behalf is not None
    assert behalf.meant.shown == "@小店"
    assert "代 @小店 问" in window.pages.inbox.session.panel.behalf.words
    window.run("undo")
    assert people.on_behalf(tickets["again"]) is None
    assert "TA 自己" in window.pages.inbox.session.panel.behalf.words


def test_the_pencil_opens_the_same_dialog_and_refuses_their_own_name(window: MainWindow, tickets: dict[str, TicketId]):
    open_writing(window, tickets["helper"])
    QTest.mouseClick(window.pages.inbox.session.panel.behalf.pencil, LEFT)
    dialog = window.dialogs.behalf
    assert dialog.name.text() == "@小李"
    dialog.name.setText("@阿明")
    press(Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert "TA 自己的昵称" in dialog.message
    dialog.dismiss()


def test_our_last_answer_to_this_person_is_put_into_the_reply(window: MainWindow, tickets: dict[str, TicketId]):
    session = window.pages.inbox.session
    assert open_writing(window, tickets["again"]) == ""
    assert "上次答复" in session.panel.earlier.words
    press(Qt.Key.Key_X, ALT)
    assert session.composer.editor.text == "您好，first 的答复。"
    press(Qt.Key.Key_Z, CONTROL)
    QTest.mouseClick(session.panel.earlier.insert_button, LEFT)
    assert session.composer.editor.text == "您好，first 的答复。"


def test_the_earlier_ticket_opens_by_key_and_by_mouse(window: MainWindow, tickets: dict[str, TicketId]):
    session = window.pages.inbox.session
    open_writing(window, tickets["again"])
    press(Qt.Key.Key_C, ALT)
    assert session.current_ticket == tickets["first"]
    session.conversation.setFocus()
    press(Qt.Key.Key_C, SHIFT)
    assert session.current_ticket == tickets["again"]
    QTest.mouseClick(session.panel.earlier.open_button, LEFT)
    assert session.current_ticket == tickets["first"]


def test_the_public_answer_s_link_is_offered_and_put_in_by_key(
    context: Context, window: MainWindow, tickets: dict[str, TicketId]
):
    session = window.pages.inbox.session
    open_writing(window, tickets["again"])
    found = context.operator.people.public_answer(tickets["again"])
    assert found is not None
    assert found.ticket_id == tickets["aunt"]
    assert "@王阿姨" in session.panel.answered.words
    press(Qt.Key.Key_U, ALT)
    assert session.composer.editor.text == f"此前已公开答复：{found.link}"


def test_a_link_is_a_chip_that_opens_by_key_and_by_mouse(
    window: MainWindow, pages: OpenedPages, tickets: dict[str, TicketId]
):
    open_writing(window, tickets["again"])
    conversation = window.pages.inbox.session.conversation
    model = conversation.model()
    assert isinstance(model, ConversationModel)
    said = [model.row(number) for number in range(model.rowCount())]
    number, row = next((number, row) for number, row in enumerate(said) if isinstance(row, Said))
    assert row.words == "想问这款杯子可以放进洗碗机洗吗"
    assert "回复 @小店" in row.meta
    conversation.setCurrentIndex(model.index(number, 0))
    conversation.setFocus()
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return, CONTROL)  # a short link may lead anywhere: it asks first
    assert pages.addresses == ["http://t.cn/A6abc"]
    rect = conversation.visualRect(model.index(number, 0))
    QTest.mouseClick(conversation.viewport(), LEFT, pos=QPoint(rect.left() + 60, rect.bottom() - 34))
    press(Qt.Key.Key_Return, CONTROL)
    assert pages.addresses == ["http://t.cn/A6abc"] * 2
    QTest.mouseClick(conversation.viewport(), LEFT, pos=QPoint(rect.right() - 30, rect.top() + 30))
    assert len(pages.addresses) == 2


def test_the_list_is_pasted_changed_and_used_on_open_tickets(
    context: Context, window: MainWindow, customers: Customers, tickets: dict[str, TicketId]
):
    named = context.operator.intake.capture(customers.message("@橙子老板 锅坏了你们管不管", uid="9")).value
    assert named is not None
    window.show_page("settings")
    window.pages.settings.open_section("people")
    section = window.pages.settings.sections["people"]
    assert isinstance(section, PeopleSection)
    section.lines.setFocus()
    section.lines.setPlainText("橙子老板 负责人\n阿明\n读不懂 的行 x")
    press(Qt.Key.Key_Return, CONTROL)
    assert [row.insider.nickname for row in section.rows] == ["橙子老板", "阿明"]
    assert section.lines.toPlainText() == "读不懂 的行 x"
    assert "还有 1 行没读懂" in section.told.text()
    assert "2 张" in section.apply.text()
    QTest.mouseClick(section.apply, LEFT)
    inbox = context.operator.inbox
    assert inbox.view(tickets["helper"]).ticket.state is State.CLOSED
    (card,) = inbox.cards((named,))
    assert any(chip.parts == ("@负责人",) for chip in label_chips(card))
    window.show_ticket(named)
    window.run("undo")
    assert inbox.view(tickets["helper"]).ticket.state is not State.CLOSED
    window.show_page("settings")
    QTest.mouseClick(section.rows[1].remove, LEFT)
    assert [one.role for one in context.operator.insiders.listed()] == [InsiderRole.LEAD]
