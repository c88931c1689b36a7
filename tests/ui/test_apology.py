"""公开致歉 + 私信说明: one press writes both, nothing leaves by itself, the private one comes next (mission D21)."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.conftest import OpenDesk
from tests.ui.session_fixture import Capture
from tests.ui.window_fixture import OpenWindow
from ui.reply.session import ReplySession
from ui.support.context import Context
from weibo_operator.bootstrap import Operator
from weibo_operator.domain.labels import Audience
from weibo_operator.domain.template import FRIENDLY


def test_one_key_prepares_both_and_the_private_one_follows_the_public_one(
    context: Context, open_window: OpenWindow, operator: Operator, capture: Capture, open_desk: OpenDesk, qtbot: QtBot
) -> None:
    ticket = capture()
    capture("还有一位在等，多少钱？", uid="2")
    window = open_window(context)
    window.show_ticket(ticket)
    session = window.pages.inbox.session
    qtbot.waitUntil(lambda: session._controller.proofing.is_ready, timeout=20_000)
    session.conversation.setFocus()
    qtbot.keyClick(session.conversation, Qt.Key.Key_I, Qt.KeyboardModifier.ShiftModifier)
    session.flush()
    assert "私信" in session.composer.editor.text, "the public apology says where the rest is"
    drafts = open_desk().replies.drafts(ticket)
    assert set(drafts) == {Audience.PUBLIC, Audience.PRIVATE}
    assert "{时间}" in drafts[Audience.PRIVATE], "a time is the operator's to promise"
    assert operator.replies.undecided(ticket) == ()
    session.send("next")
    if not session.is_confirming:
        session.send("next")
    qtbot.keyClick(session.composer.confirm, Qt.Key.Key_1)
    assert session.current_ticket == ticket, "the next customer comes after the private message"
    assert session._controller.audience is Audience.PRIVATE
    assert session.composer.editor.text == drafts[Audience.PRIVATE]
    assert "私信说明" in session.line.accessibleName()
    session.composer.editor.set_text("经过是仓库发错了，已经补发。")
    session.flush()
    session.send("next")
    if not session.is_confirming:
        session.send("next")
    qtbot.keyClick(session.composer.confirm, Qt.Key.Key_1)
    assert session.current_ticket != ticket


def test_what_was_begun_stays_and_a_second_press_adds_nothing(
    session: ReplySession, operator: Operator, capture: Capture
) -> None:
    ticket = capture()
    operator.replies.save_draft(ticket, Audience.PRIVATE, "已经写了一半")
    session.show_ticket(ticket)
    session.apologise()
    text = session.composer.editor.text
    session.apologise()
    assert session.composer.editor.text == text
    assert operator.replies.drafts(ticket)[Audience.PRIVATE] == "已经写了一半"
    session.send("stay")
    if not session.is_confirming:
        session.send("stay")
    session.composer.confirm.sent.emit()
    assert session._controller.audience is Audience.PUBLIC, "a draft of another kind is not pushed forward"


def test_without_the_templates_it_says_which_is_missing(
    session: ReplySession, context: Context, operator: Operator, capture: Capture
) -> None:
    for template in operator.templates.all():
        if template.title.startswith("私信说明"):
            operator.templates.delete(template.id)
    said: list[str] = []
    context.news.notice.connect(said.append)
    session.show_ticket(capture())
    session.apologise()
    assert "私信说明" in said[-1]
    assert session.composer.editor.text == ""


def test_the_explanation_comes_in_both_tones(operator: Operator) -> None:
    tones = {each.tone for each in operator.templates.all() if each.title.startswith("私信说明")}
    assert FRIENDLY in tones
    assert len(tones) == 2
