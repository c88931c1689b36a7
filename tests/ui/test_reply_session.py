"""The reply session, from a ticket shown to a reply confirmed, on a real file with a real clipboard."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.conftest import Customers, OpenDesk, SetClock
from tests.ui.context_fixture import OpenedPages
from tests.ui.session_fixture import Capture, compose, write
from ui.reply.session import ReplySession
from ui.reply.stop_line import Way
from ui.support.context import Context
from weibo_operator.bootstrap import Operator
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.labels import Audience, Kind, State
from weibo_operator.domain.message import Direction
from weibo_operator.domain.reply import AFTER_SEND_CHOICES, AfterSend
from weibo_operator.domain.settings import VISIT_DAYS
from weibo_operator.services.templates import TemplateEdit

CLEAN = "您好，看到您的留言了，正在帮您查物流。"


def out_texts(operator: Operator, ticket: TicketId) -> list[str]:
    return [m.text for m in operator.inbox.view(ticket).messages if m.direction is Direction.OUT]


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


def test_one_customer_served_by_keys_alone(
    session: ReplySession, operator: Operator, capture: Capture, pages: OpenedPages, qtbot: QtBot
) -> None:
    operator.templates.save(
        TemplateEdit("物流延迟专用", "物流", "wlyczy", "both", "正式", 0, ("您好，非常抱谦让您久等，正在核实。",))
    )
    ticket = capture()
    session.show_ticket(ticket)
    if session._controller.audience is Audience.PRIVATE:
        session.toggle_audience()
    session.open_templates()
    compose(session.picker.field, "w'l'y'c'z'y")
    assert session.picker.current is not None
    assert session.picker.current.title == "物流延迟专用"
    compose(session.picker.field, "")
    qtbot.keyClicks(session.picker.field, "wlyczy")
    qtbot.keyClick(session.picker.field, Qt.Key.Key_Return)
    assert session.composer.editor.text == "您好，非常抱谦让您久等，正在核实。"
    session.next_finding()
    assert session.popup.finding is not None
    assert session.popup.finding.text == "抱谦"
    qtbot.keyClick(session.popup, Qt.Key.Key_1)
    assert "抱歉" in session.composer.editor.text
    session.close_popup()

    session.send("next")
    if not session.is_confirming:
        session.send("next")
    assert session.is_confirming
    assert clipboard() == "您好，非常抱歉让您久等，正在核实。"
    assert pages.addresses == [operator.inbox.view(ticket).ticket.link]
    assert out_texts(operator, ticket) == []
    with qtbot.waitSignal(session.served) as served:
        qtbot.keyClick(session.composer.confirm, Qt.Key.Key_1)
    assert served.args == [ticket, "next"]
    assert out_texts(operator, ticket) == ["您好，非常抱歉让您久等，正在核实。"]
    used = next(template for template in operator.templates.all() if template.title == "物流延迟专用")
    assert used.uses == 1


def test_a_template_deleted_after_it_was_inserted_does_not_hold_up_what_follows(
    session: ReplySession, operator: Operator, capture: Capture, qtbot: QtBot, pages: OpenedPages
) -> None:
    ticket = capture()
    session.show_ticket(ticket)
    wordings = ("您好，正在核实，稍后答复您。",)
    saved = operator.templates.save(TemplateEdit("核实", "其他", "", "both", "", 9, wordings)).value
    assert session.insert_favourite(9)
    operator.templates.delete(saved)
    session.send("next")
    if not session.is_confirming:
        session.send("next")
    with qtbot.waitSignal(session.served) as served:
        qtbot.keyClick(session.composer.confirm, Qt.Key.Key_1)
    assert served.args == [ticket, "next"]
    assert out_texts(operator, ticket) == list(wordings)


def test_every_press_twice_stores_one_message(
    session: ReplySession, operator: Operator, capture: Capture, qtbot: QtBot, pages: OpenedPages
) -> None:
    ticket = capture()
    session.show_ticket(ticket)
    write(session, CLEAN)
    served: list[object] = []
    session.served.connect(lambda number, _then: served.append(number))
    session.send("stay")
    session.send("stay")
    assert len(pages.addresses) == 1
    qtbot.keyClick(session.composer.confirm, Qt.Key.Key_1)
    qtbot.keyClick(session.composer.confirm, Qt.Key.Key_1)
    session.composer.confirm.sent.emit()
    assert out_texts(operator, ticket) == [CLEAN]
    assert served == [ticket]
    assert session.composer.editor.text == ""
    assert operator.replies.drafts(ticket) == {}


def test_not_sent_gives_text_and_caret_back(
    session: ReplySession, operator: Operator, capture: Capture, qtbot: QtBot
) -> None:
    ticket = capture()
    session.show_ticket(ticket)
    write(session, CLEAN)
    session.composer.editor.place_caret(3)
    session.send("next")
    qtbot.keyClick(session.composer.confirm, Qt.Key.Key_2)
    assert not session.is_confirming
    assert session.composer.editor.text == CLEAN
    assert session.composer.editor.caret == 3
    assert session.composer.editor.hasFocus()
    assert operator.replies.undecided(ticket) == ()
    assert out_texts(operator, ticket) == []


def test_letters_being_composed_stop_a_send_and_survive_a_change_of_ticket(
    session: ReplySession, operator: Operator, capture: Capture
) -> None:
    first, second = capture(uid="1"), capture(uid="2")
    session.show_ticket(first)
    write(session, "您好，")
    compose(session.composer.editor, "ma'shang")
    session.send("next")
    assert not session.is_confirming
    assert session.line.line is not None
    assert "输入法" in session.line.line.cause
    session.show_ticket(second)
    assert session.composer.editor.text == ""
    audience = next(iter(operator.replies.drafts(first)))
    assert operator.replies.drafts(first)[audience] == "您好，ma'shang"


def test_draft_is_in_the_file_after_a_pause(
    session: ReplySession, operator: Operator, capture: Capture, qtbot: QtBot, open_desk: OpenDesk
) -> None:
    ticket = capture()
    session.show_ticket(ticket)
    write(session, "写到一半")
    qtbot.waitUntil(lambda: "写到一半" in operator.replies.drafts(ticket).values(), timeout=1000)
    assert "写到一半" in open_desk().replies.drafts(ticket).values()


def test_each_ticket_and_audience_has_its_own_text(session: ReplySession, capture: Capture) -> None:
    first, second = capture(uid="1"), capture(uid="2")
    session.show_ticket(first)
    if session._controller.audience is Audience.PUBLIC:
        session.toggle_audience()
    write(session, "只给您一个人看")
    session.toggle_audience()
    assert session.composer.editor.text == ""
    write(session, "大家都能看")
    session.show_ticket(second)
    assert session.composer.editor.text == ""
    session.show_ticket(first)
    shown = session.composer.editor.text
    expected = "大家都能看" if session._controller.audience is Audience.PUBLIC else "只给您一个人看"
    assert shown == expected
    session.toggle_audience()
    assert {shown, session.composer.editor.text} == {"大家都能看", "只给您一个人看"}


def test_a_copied_reply_is_asked_about_after_a_restart(
    session: ReplySession, context: Context, capture: Capture, open_desk: OpenDesk, qtbot: QtBot
) -> None:
    ticket = capture()
    session.show_ticket(ticket)
    write(session, CLEAN)
    session.send("next")
    second_desk = open_desk()
    again = Context(
        second_desk,
        context.theme,
        context.runner,
        context.desktop,
        type(context.news)(),
        open_desk,
        context.resources,
    )
    restarted = ReplySession(again)
    qtbot.addWidget(restarted)
    qtbot.waitUntil(lambda: restarted._controller.proofing.is_ready, timeout=20_000)
    restarted.show_ticket(ticket)
    assert restarted.is_confirming
    assert "还没说发出去没有" in restarted.composer.confirm.words
    restarted.composer.confirm.not_sent.emit()
    assert restarted.composer.editor.text == CLEAN


def test_after_finish_the_ticket_is_closed(
    session: ReplySession, operator: Operator, capture: Capture, qtbot: QtBot
) -> None:
    operator.shop.change(VISIT_DAYS[Kind.COMPLAINT], 0)
    ticket = capture()
    session.show_ticket(ticket)
    session.after_send = AfterSend(State.FOLLOW_UP, 7)
    assert session.after_send in AFTER_SEND_CHOICES
    write(session, CLEAN)
    session.send("finish")
    qtbot.keyClick(session.composer.confirm, Qt.Key.Key_1)
    assert operator.inbox.view(ticket).ticket.state is State.CLOSED


def test_acknowledgement_once_per_turn_and_the_draft_stays(
    session: ReplySession, operator: Operator, capture: Capture, qtbot: QtBot
) -> None:
    ticket = capture()
    session.show_ticket(ticket)
    write(session, "写到一半")
    session.acknowledge()
    assert session.is_confirming
    assert "{" not in clipboard()
    qtbot.keyClick(session.composer.confirm, Qt.Key.Key_1)
    assert operator.inbox.view(ticket).ticket.acked
    assert session.composer.editor.text == "写到一半"
    session.acknowledge()
    assert not session.is_confirming
    assert session.line.line is not None
    assert "不再重复" in session.line.line.cause


def test_customer_writing_again_stops_a_send_once(
    session: ReplySession, context: Context, operator: Operator, capture: Capture, clock: SetClock, customers: Customers
) -> None:
    ticket = capture(under="post")
    session.show_ticket(ticket)
    write(session, CLEAN)
    clock.advance(minutes=1)
    outcome = operator.intake.capture(customers.message("再不回我就走了", under="post"))
    assert outcome.value == ticket
    context.news.tell(outcome.changes)
    assert session.composer.editor.text == CLEAN
    assert session.line.line is not None
    assert "再不回我就走了" in session.line.line.cause
    session.send("next")
    assert not session.is_confirming
    session.send("next")
    assert session.is_confirming


def test_sure_typo_stops_once_then_goes(session: ReplySession, capture: Capture) -> None:
    session.show_ticket(capture())
    write(session, "非常抱谦，马上核实。")
    session.send("next")
    assert not session.is_confirming
    assert session.line.line is not None
    assert session.line.line.way is Way.FIX
    assert [mark.sure for mark in session.composer.editor.marks] == [True]
    session.send("next")
    assert session.is_confirming


def test_typo_keys_ignore_and_learn(session: ReplySession, operator: Operator, capture: Capture, qtbot: QtBot) -> None:
    session.show_ticket(capture())
    write(session, "非常抱谦。我们以经发货。")
    session.next_finding()
    first = session.popup.counter
    qtbot.keyClick(session.popup, Qt.Key.Key_Tab)
    assert session.popup.counter != first
    qtbot.keyClick(session.popup, Qt.Key.Key_Backtab)
    assert session.popup.counter == first
    qtbot.keyClick(session.popup, Qt.Key.Key_I)
    assert session.popup.finding is not None
    assert session.popup.finding.text == "以经"
    qtbot.keyClick(session.popup, Qt.Key.Key_A)
    assert not session.popup.isVisible()
    assert session.composer.editor.hasFocus()
    assert session._controller.proofing.findings == ()


def test_slash_in_an_empty_editor_opens_the_picker(session: ReplySession, capture: Capture, qtbot: QtBot) -> None:
    session.show_ticket(capture())
    session.focus_editor()
    qtbot.keyClick(session.composer.editor, Qt.Key.Key_Slash)
    assert session.picker.isVisible()
    assert session.close_popup()
    compose(session.composer.editor, "", "、")
    assert session.picker.isVisible()
    assert session.composer.editor.text == ""
    assert session.close_popup()
    write(session, "是")
    qtbot.keyClicks(session.composer.editor, "/")
    assert not session.picker.isVisible()
    assert session.composer.editor.text == "是/"


def test_unfilled_variables_are_selected_one_after_another(
    session: ReplySession, operator: Operator, capture: Capture, qtbot: QtBot
) -> None:
    text = "{客户}您好，单号{单号}，{时间}前到。"
    operator.templates.save(TemplateEdit("变量", "物流", "blcs", "both", "正式", 9, (text, "第二种{时间}")))
    session.show_ticket(capture(nickname="北城小满"))
    session.focus_editor()
    assert session.insert_favourite(9)
    editor = session.composer.editor
    assert editor.text == "北城小满您好，单号{单号}，{时间}前到。"
    assert editor.textCursor().selectedText() == "{单号}"
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    assert editor.textCursor().selectedText() == "{时间}"
    session.other_wording()
    assert editor.text == "第二种{时间}"


def test_no_link_says_so(session: ReplySession, context: Context, operator: Operator, customers: Customers) -> None:
    from msgspec.structs import replace

    message = replace(customers.message("问一下"), link="", profile_url="")
    ticket = operator.intake.capture(message).value
    assert ticket is not None
    said: list[str] = []
    context.news.notice.connect(said.append)
    session.show_ticket(ticket)
    session.open_page()
    assert said == ["没有原帖链接，请自己打开微博"]
    write(session, CLEAN)
    session.send("next")
    assert "请自己打开微博" in session.composer.confirm.words


def test_note_is_saved_in_place(session: ReplySession, operator: Operator, capture: Capture, qtbot: QtBot) -> None:
    ticket = capture()
    session.show_ticket(ticket)
    session.panel.note.start_edit()
    qtbot.keyClicks(session.panel.note._edit, "VIP")
    qtbot.keyClick(session.panel.note._edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert operator.inbox.view(ticket).customer.notes == "VIP"
    assert not session.panel.note.is_editing


def test_undone_reply_gives_its_text_back(
    session: ReplySession, context: Context, operator: Operator, capture: Capture, qtbot: QtBot
) -> None:
    ticket = capture()
    session.show_ticket(ticket)
    write(session, CLEAN)
    session.send("stay")
    qtbot.keyClick(session.composer.confirm, Qt.Key.Key_1)
    context.news.tell(operator.history.undo().changes)
    assert session.composer.editor.text == CLEAN


def test_panel_folds_where_room_is_short(session: ReplySession, capture: Capture) -> None:
    session.show_ticket(capture())
    assert session.panel.isVisible()
    session.resize(787, 544)
    assert not session.panel.isVisible()
    session.toggle_customer()
    assert session.panel.isVisible()
    assert session.close_popup()
    assert not session.panel.isVisible()


def test_ticket_taken_back_clears_the_session(
    session: ReplySession, context: Context, operator: Operator, capture: Capture
) -> None:
    session.show_ticket(capture())
    write(session, "写到一半")
    context.news.tell(operator.history.undo().changes)
    assert session.current_ticket is None
    assert not session.composer.isVisible()


def make_public(session: ReplySession) -> None:
    if session._controller.audience is Audience.PRIVATE:
        session.toggle_audience()


def test_private_data_in_public_must_move_to_a_private_message(
    session: ReplySession, operator: Operator, capture: Capture
) -> None:
    ticket = capture()
    session.show_ticket(ticket)
    make_public(session)
    write(session, "请拨打 13800138000 找小方。")
    for _ in range(3):
        session.send("next")
        assert not session.is_confirming
    assert session.line.line is not None
    assert session.line.line.way is Way.PRIVATE
    session.toggle_audience()
    assert session._controller.audience is Audience.PRIVATE
    assert session.composer.editor.text == "请拨打 13800138000 找小方。"
    assert operator.replies.drafts(ticket) == {Audience.PRIVATE: "请拨打 13800138000 找小方。"}


def test_an_unfilled_variable_always_stops(session: ReplySession, capture: Capture) -> None:
    session.show_ticket(capture())
    write(session, "您的单号{单号}已经查到。")
    for _ in range(3):
        session.send("next")
        assert not session.is_confirming
    assert session.line.line is not None
    assert session.line.line.way is Way.FILL
    session.line.acted.emit()
    assert session.composer.editor.textCursor().selectedText() == "{单号}"


def test_over_length_always_stops_and_says_by_how_much(session: ReplySession, capture: Capture) -> None:
    session.show_ticket(capture(nickname="北城"))
    make_public(session)
    write(session, "请稍等片刻，" * 25)
    for _ in range(3):
        session.send("next")
        assert not session.is_confirming
    assert session.composer.foot.count_words.startswith("超出")
