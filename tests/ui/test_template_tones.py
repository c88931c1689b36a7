"""Templates while answering: no wording twice in a row, the other tone by a key, where the caret goes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.conftest import Customers
from tests.ui.session_fixture import Capture
from ui.reply.session import ReplySession
from ui.reply.stop_line import Way
from ui.support.context import Context
from weibo_operator.bootstrap import Operator
from weibo_operator.domain.knowledge import CardEdit, CardKind
from weibo_operator.domain.labels import Audience, State
from weibo_operator.domain.reply import AfterSend
from weibo_operator.services.templates import TemplateEdit

FORMAL = TemplateEdit("橙子", "物流", "cz", "both", "正式", 9, ("您好，{时间}前答复。", "已收到，{时间}前告知。"))
FRIENDLY = TemplateEdit("橙子", "物流", "cz", "both", "亲切", 0, ("我去问问，{时间}前回来。{光标}等我。",))


@pytest.fixture
def answering(session: ReplySession, operator: Operator, capture: Capture) -> ReplySession:
    operator.templates.save(FORMAL)
    session.show_ticket(capture(nickname="北城小满"))
    if session._controller.audience is not Audience.PUBLIC:
        session.toggle_audience()
    session.focus_editor()
    return session


def type_time(session: ReplySession, qtbot: QtBot) -> None:
    qtbot.keyClicks(session.composer.editor, "18:00")


def said_publicly(operator: Operator, customers: Customers, text: str) -> None:
    ticket = operator.intake.capture(customers.message("别人问一下", uid="77")).value
    intent = operator.replies.copy(ticket, audience=Audience.PUBLIC, text=text, after=AfterSend(State.IN_PROGRESS))
    operator.replies.confirm(intent.id)


def test_what_was_said_last_in_public_is_not_put_in_again(
    answering: ReplySession, operator: Operator, customers: Customers
) -> None:
    said_publicly(operator, customers, "您好，明天前答复。")
    assert answering.insert_favourite(9)
    assert answering.composer.editor.text == FORMAL.wordings[1]


def test_another_wording_keeps_what_was_written_for_the_blanks(answering: ReplySession, qtbot: QtBot) -> None:
    answering.insert_favourite(9)
    type_time(answering, qtbot)
    answering.other_wording()
    assert answering.composer.editor.text == "已收到，18:00前告知。"
    answering.other_wording()
    assert answering.composer.editor.text == "您好，18:00前答复。"


def test_the_remedy_for_a_repetition_is_another_wording(
    answering: ReplySession, operator: Operator, customers: Customers, qtbot: QtBot
) -> None:
    """Also where the text was not put in just now: a draft of yesterday."""
    operator.templates.save(
        TemplateEdit("看到", "物流", "kd", "both", "正式", 0, ("您好，看到了。", "在的，看到您的话了。"))
    )
    said_publicly(operator, customers, "您好，看到了。")
    answering.composer.editor.set_text("您好，看到了。")
    answering.send("next")
    assert answering.line.line is not None
    assert answering.line.line.way is Way.REWORD
    answering.line.asked.emit(Way.REWORD.value)
    assert answering.composer.editor.text == "在的，看到您的话了。"


def test_no_other_wording_is_put_in_that_would_be_refused(
    answering: ReplySession, operator: Operator, customers: Customers, context: Context, qtbot: QtBot
) -> None:
    said_publicly(operator, customers, "已收到，18:00前告知。")
    answering.insert_favourite(9)
    type_time(answering, qtbot)
    with qtbot.waitSignal(context.news.notice) as told:
        answering.other_wording()
    assert "和刚发过的一样" in told.args[0]
    assert answering.composer.editor.text == "您好，18:00前答复。"


def test_the_other_tone_takes_its_place_and_back(answering: ReplySession, operator: Operator, qtbot: QtBot) -> None:
    operator.templates.save(FRIENDLY)
    editor = answering.composer.editor
    answering.insert_favourite(9)
    type_time(answering, qtbot)
    answering.other_tone()
    assert editor.text == "我去问问，18:00前回来。等我。"
    assert editor.caret == editor.text.index("等我")
    answering.other_tone()
    assert editor.text in ("您好，18:00前答复。", "已收到，18:00前告知。")
    editor.undo()
    assert editor.text == "我去问问，18:00前回来。等我。"


def test_a_single_tone_says_so(answering: ReplySession, context: Context, qtbot: QtBot) -> None:
    with qtbot.waitSignal(context.news.notice) as told:
        answering.other_tone()
    assert "先插入一条模板" in told.args[0]
    answering.insert_favourite(9)
    with qtbot.waitSignal(context.news.notice) as told:
        answering.other_tone()
    assert "只有一种语气" in told.args[0]


def test_the_caret_goes_where_the_mark_stood(answering: ReplySession, operator: Operator) -> None:
    edit = TemplateEdit("光标", "物流", "gb", "both", "正式", 8, ("原因是{光标}，{时间}前再说。",))
    operator.templates.save(edit)
    answering.insert_favourite(8)
    editor = answering.composer.editor
    assert (editor.text, editor.caret) == ("原因是，{时间}前再说。", 3)
    assert editor.select_variable()


def test_the_mark_of_a_knowledge_card_holds_too(answering: ReplySession, operator: Operator, qtbot: QtBot) -> None:
    operator.knowledge.save(CardEdit(CardKind.FAQ, "橙子保存", "{客户}，放{光标}里能存三天。", source="仓库"))
    answering.open_templates()
    answering.picker.field.setText("czbc")
    QTest.keyClick(answering.picker.field, Qt.Key.Key_Return)
    editor = answering.composer.editor
    assert (editor.text, editor.caret) == ("北城小满，放里能存三天。", len("北城小满，放"))


def test_the_picker_shows_one_tone_and_what_will_go_in(
    answering: ReplySession, operator: Operator, customers: Customers, qtbot: QtBot
) -> None:
    operator.templates.save(FRIENDLY)
    said_publicly(operator, customers, "您好，明天前答复。")
    answering.open_templates()
    picker = answering.picker
    qtbot.keyClicks(picker.field, "cz")
    assert {picker.current.tone} == {"正式"}
    assert "已收到" in picker._preview.accessibleName()
    for said, tones in (("只看正式", {"正式"}), ("只看亲切", {"亲切"})):
        qtbot.keyClick(picker.field, Qt.Key.Key_F6)
        assert picker.tone.text() == said
        assert {picker._rows.usable(row).tone for row in picker._rows.records} == tones
    qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    assert answering.composer.editor.text.startswith("我去问问")


def test_everything_can_be_reached_by_category_in_both_tones(
    session: ReplySession, operator: Operator, capture: Capture, qtbot: QtBot
) -> None:
    """Praise that is thanked (A13), the phases of a crisis, changing the channel: under titles, or by their names."""
    session.show_ticket(capture("谢谢你们，客服特别耐心，点赞", nickname="北城小满"))
    session.open_templates()
    picker = session.picker
    rows = picker._rows
    titles = [rows.title(row) for row in range(rows.rowCount()) if rows.title(row)]
    assert titles[0].startswith("建议")
    assert titles[1:] == [*operator.templates.categories(), "知识卡"]
    held = [rows.usable(row) for row in rows.records]
    assert len(held) == len(set(held)) == len(operator.templates.all()) + len(operator.knowledge.all())
    qtbot.keyClicks(picker.field, "bygx")
    found = [rows.usable(row) for row in rows.records]
    assert {each.category for each in found} == {"表扬感谢"}
    assert {each.tone for each in found if each.title == "收到表扬 致谢"} == {"正式", "亲切"}
    qtbot.keyClick(picker.field, Qt.Key.Key_Escape)


def test_what_is_used_most_stands_before_the_categories(
    session: ReplySession, operator: Operator, capture: Capture
) -> None:
    often = operator.templates.all()[40]
    for _ in range(2):
        operator.replies.note_wording(often.wordings[0].id)
    session.show_ticket(capture("嗯", nickname="北城小满"))
    session.open_templates()
    rows = session.picker._rows
    row = next(row for row in range(rows.rowCount()) if rows.title(row) == "用得最多")
    assert [bool(rows.title(each)) for each in (row - 1, row + 1, row + 2)] == [False, False, True]
    assert rows.usable(row + 1).id == often.id
