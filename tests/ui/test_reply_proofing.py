"""The desk check beside the writing: what the popup teaches, composition, all typos at once, learning."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.conftest import OpenDesk
from tests.ui.session_fixture import Capture, compose, write
from tests.ui.window_fixture import OpenWindow
from ui.reply.learning import AFTER_REPLIES
from ui.reply.session import ReplySession
from ui.support.context import Context
from ui.widgets.toast import Toast
from weibo_operator.bootstrap import Operator
from weibo_operator.domain.own_words import OwnWord
from weibo_operator.services.templates import TemplateEdit

SLIPS = "非常抱谦。我们以经发货。"
SHIFT = Qt.KeyboardModifier.ShiftModifier


def sure(session: ReplySession) -> list[str]:
    session._controller.proofing.check_now()
    return [found.text for found in session._controller.proofing.findings if found.is_sure_slip]


def test_ignored_this_time_stays_ignored_for_this_ticket_only(
    session: ReplySession, capture: Capture, qtbot: QtBot
) -> None:
    one, two = capture(uid="1"), capture(uid="2")
    session.show_ticket(one)
    write(session, SLIPS)
    session.next_finding()
    qtbot.keyClick(session.popup, Qt.Key.Key_I)
    assert sure(session) == ["以经"]
    session.show_ticket(two)
    write(session, SLIPS)
    assert sure(session) == ["抱谦", "以经"]
    session.show_ticket(one)
    assert sure(session) == ["以经"]


def test_the_third_time_it_is_silenced_and_the_notice_takes_that_back(
    session: ReplySession, context: Context, operator: Operator, capture: Capture, qtbot: QtBot
) -> None:
    taught: list[tuple[str, Callable[[], None]]] = []
    context.news.taught.connect(lambda words, back: taught.append((words, back)))
    for uid in ("1", "2", "3"):
        assert taught == []
        session.show_ticket(capture(uid=uid))
        write(session, "非常抱谦。")
        session.next_finding()
        assert session.popup.finding is not None
        qtbot.keyClick(session.popup, Qt.Key.Key_I)
    ((words, take_back),) = taught
    assert "3 次" in words
    assert "抱谦" in words
    session.show_ticket(capture(uid="4"))
    write(session, "非常抱谦。")
    assert sure(session) == []
    take_back()
    qtbot.waitUntil(lambda: [mark.sure for mark in session.composer.editor.marks] == [True])
    assert operator.words.entries("ignore") == ()


def test_always_ignored_is_stored_and_the_next_is_asked(
    session: ReplySession, open_desk: OpenDesk, capture: Capture, qtbot: QtBot
) -> None:
    session.show_ticket(capture())
    write(session, SLIPS)
    session.next_finding()
    qtbot.keyClick(session.popup, Qt.Key.Key_I, SHIFT)
    assert session.popup.finding is not None
    assert session.popup.finding.text == "以经"
    assert open_desk().words.words("ignore") == ("抱谦",)


def test_always_put_right_does_it_now_and_from_then_on(
    session: ReplySession, open_desk: OpenDesk, capture: Capture, qtbot: QtBot
) -> None:
    session.show_ticket(capture())
    write(session, "非常抱谦。")
    session.next_finding()
    qtbot.keyClick(session.popup, Qt.Key.Key_Return, SHIFT)
    assert session.composer.editor.text == "非常抱歉。"
    assert open_desk().words.entries("always") == (OwnWord("抱谦", "抱歉"),)
    session.composer.editor.insert_words("抱谦")
    assert sure(session) == ["抱谦"]
    session.put_right()
    assert "抱谦" not in session.composer.editor.text


def test_after_the_last_answer_writing_goes_on_where_it_was(
    session: ReplySession, capture: Capture, qtbot: QtBot
) -> None:
    session.show_ticket(capture())
    write(session, SLIPS)
    session.next_finding()
    qtbot.keyClick(session.popup, Qt.Key.Key_1)
    qtbot.keyClick(session.popup, Qt.Key.Key_1)
    assert not session.popup.isVisible()
    assert session.composer.editor.caret == len("非常抱歉。我们已经发货。")
    session.composer.editor.insert_words("以经")
    session.next_finding()
    qtbot.keyClick(session.popup, Qt.Key.Key_Escape)
    assert not session.popup.isVisible(), "not the next finding"
    assert session.composer.editor.hasFocus()
    assert session.composer.editor.caret == len("非常抱歉。我们已经发货。")


def test_all_sure_typos_at_once_are_one_step(
    session: ReplySession, context: Context, capture: Capture, qtbot: QtBot
) -> None:
    session.show_ticket(capture())
    write(session, SLIPS)
    with qtbot.waitSignal(context.news.notice) as told:
        session.put_right()
    assert session.composer.editor.text == "非常抱歉。我们已经发货。"
    assert "2 处" in told.args[0]
    assert session.composer.editor.marks == ()
    session.composer.editor.undo()
    assert session.composer.editor.text == SLIPS
    qtbot.waitUntil(lambda: len(session.composer.editor.marks) == 2)
    session.composer.editor.redo()
    with qtbot.waitSignal(context.news.notice) as told:
        session.put_right()
    assert "没有" in told.args[0]


def test_nothing_is_checked_or_asked_while_words_are_composed(
    session: ReplySession, capture: Capture, qtbot: QtBot
) -> None:
    session.show_ticket(capture())
    editor, proofing = session.composer.editor, session._controller.proofing
    write(session, "非常抱谦。")
    compose(editor, "wo'men")
    checked: list[bool] = []
    proofing.changed.connect(lambda: checked.append(True))
    qtbot.wait(3 * proofing._pause.interval())
    proofing.check_now()
    session.next_finding()
    session.put_right()
    assert checked == []
    assert session.popup.finding is None
    assert editor.composing == "wo'men"
    compose(editor, "", commit="我们")
    qtbot.waitUntil(lambda: bool(checked))
    assert [mark.sure for mark in editor.marks] == [True]
    assert editor.text == "非常抱谦。我们"


def test_waves_of_untouched_words_stay_while_typing(session: ReplySession, capture: Capture, qtbot: QtBot) -> None:
    session.show_ticket(capture())
    editor = session.composer.editor
    write(session, "非常抱谦。" + "我们正在核实您的包裹，" * 11)
    qtbot.waitUntil(lambda: bool(editor.marks))
    before = editor.marks
    for letter in "有结果马上告诉您":
        compose(editor, "ab")
        assert editor.marks == before
        compose(editor, "", commit=letter)
        assert editor.marks == before


def test_dots_only_while_something_is_asked(session: ReplySession, capture: Capture, qtbot: QtBot) -> None:
    session.show_ticket(capture())
    write(session, "非常抱谦 ，请稍等。")
    assert sure(session) == ["抱谦"]
    quiet = [found for found in session._controller.proofing.findings if found.grade.value == "possible"]
    assert quiet
    assert all(mark.sure for mark in session.composer.editor.marks)
    session.next_finding()
    assert [mark.sure for mark in session.composer.editor.marks].count(False) == len(quiet)
    session.close_popup()
    assert all(mark.sure for mark in session.composer.editor.marks)


def test_the_foot_counts_and_a_click_on_it_asks(session: ReplySession, capture: Capture, qtbot: QtBot) -> None:
    session.show_ticket(capture())
    write(session, SLIPS)
    foot = session.composer.foot
    qtbot.waitUntil(lambda: foot.found_words == "2 处疑似错字")
    assert session.composer.editor.accessibleDescription() == "2 处疑似错字：抱谦、以经，按 F7 查看"
    qtbot.mouseClick(foot._found, Qt.MouseButton.LeftButton)
    assert session.popup.finding is not None
    assert session.popup.counter == "1 / 2"


def test_the_context_menu_of_a_marked_word_is_the_popup(session: ReplySession, capture: Capture, qtbot: QtBot) -> None:
    session.show_ticket(capture())
    write(session, SLIPS)
    assert sure(session) == ["抱谦", "以经"]
    editor = session.composer.editor
    spot = editor.box_of(8, 9).center().toPoint()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, spot, editor.viewport().mapToGlobal(spot))
    QApplication.sendEvent(editor.viewport(), event)
    assert event.type() == QEvent.Type.ContextMenu
    assert session.popup.finding is not None
    assert session.popup.finding.text == "以经"


def test_a_reply_sent_with_a_typo_teaches_nothing(
    session: ReplySession, operator: Operator, capture: Capture, qtbot: QtBot
) -> None:
    session.show_ticket(capture())
    write(session, "非常抱谦，马上核实。")
    for _ in range(4):
        session.send("stay")
    qtbot.keyClick(session.composer.confirm, Qt.Key.Key_1)
    assert session.composer.editor.text == ""
    assert "非常抱谦，马上核实。" not in operator.replies.own_texts()
    write(session, "您的包裹今天到杭州。")
    for _ in range(4):
        session.send("stay")
    qtbot.keyClick(session.composer.confirm, Qt.Key.Key_1)
    assert operator.replies.own_texts()[0] == "您的包裹今天到杭州。"


def test_own_sentences_are_learnt_at_the_start_after_twenty_replies_and_with_templates(
    session: ReplySession, context: Context, operator: Operator, capture: Capture, qtbot: QtBot
) -> None:
    learning = session._controller.proofing.learning
    qtbot.waitUntil(lambda: learning.times >= 1, timeout=20_000)
    session.show_ticket(capture())
    for number in range(AFTER_REPLIES):
        assert learning.times == 1
        write(session, f"您的第 {number} 件包裹今天到杭州，请留意。")
        for _ in range(4):
            session.send("stay")
        qtbot.keyClick(session.composer.confirm, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: learning.times == 2, timeout=20_000)
    outcome = operator.templates.save(TemplateEdit("新", "物流", "xin", "both", "正式", 0, ("新的一种说法。",)))
    context.news.tell(outcome.changes)
    assert learning._quiet.isActive(), "not while the template is being written"
    learning._quiet.setInterval(0)
    learning._quiet.start()
    qtbot.waitUntil(lambda: learning.times == 3, timeout=20_000)


def test_the_window_offers_to_take_a_lesson_back(
    context: Context, operator: Operator, open_window: OpenWindow, capture: Capture, qtbot: QtBot
) -> None:
    ticket = capture()
    window = open_window(context)
    session = window.pages.inbox.session
    qtbot.waitUntil(lambda: session._controller.proofing.is_ready, timeout=20_000)
    window.show_ticket(ticket)
    write(session, SLIPS)
    window.run("next_finding")
    qtbot.keyClick(session.popup, Qt.Key.Key_A)
    assert operator.words.words("term") == ("抱谦",)
    (toast,) = [each for each in window.findChildren(Toast) if each.isVisible()]
    assert "加入词典" in toast.accessibleName()
    toast._action.click()
    assert operator.words.words("term") == ()
    assert operator.inbox.view(ticket).ticket.id == ticket, "the desk's own undo is left alone"
    window.run("fix_typos")
    assert session.composer.editor.text == "非常抱歉。我们已经发货。"


def test_each_of_several_questions_has_its_line_and_tick(session: ReplySession, capture: Capture, qtbot: QtBot) -> None:
    asked, low = session.composer.asked, session.composer.height()
    session.show_ticket(capture("有货吗？多少钱？能开发票吗？"))
    assert asked.lines == (("有货吗", False), ("多少钱", False), ("能开发票吗", False))
    assert asked.isVisible()
    assert session.composer.height() == low + asked.height()
    write(session, "有货的，99元一件")
    qtbot.waitUntil(lambda: [done for _, done in asked.lines] == [True, True, False])
    assert "能开发票吗，还没答" in asked.accessibleName()
    session.composer.editor.place_caret(0)
    qtbot.mouseClick(asked, Qt.MouseButton.LeftButton)
    assert session.composer.editor.textCursor().atEnd()
    session.show_ticket(capture("有货吗？", uid="2"))
    assert (asked.lines, asked.isVisible(), session.composer.height()) == ((), False, low)


def test_each_question_is_a_target_that_can_be_hit(session: ReplySession, capture: Capture) -> None:
    composer = session.composer
    session.resize(1280, 900)
    session.show_ticket(capture("有货吗？多少钱？能开发票吗？"))
    assert composer.asked.height() >= 3 * 28
    session.resize(1055, 380)
    assert composer.asked.height() >= 3 * 24
    assert composer.editor.height() >= 2 * 25
    assert session.conversation.height() >= 24


def test_more_questions_than_lines_are_counted(session: ReplySession, capture: Capture, qtbot: QtBot) -> None:
    session.show_ticket(capture("有货吗？多少钱？能开发票吗？几天到？有红色吗？什么材质？"))
    assert len(session.composer.asked.lines) == 4
    assert session.composer.asked.lines[-1] == ("还问了 3 件", False)
