"""设置 › 轮流与优先级: what corrections taught is counted, and one button clears it, with undo."""

from pytestqt.qtbot import QtBot

from ui.settings.lessons import LessonsRow
from ui.support.context import Context
from weibo_operator.domain.labels import Kind


def shown(qtbot: QtBot, context: Context) -> LessonsRow:
    row = LessonsRow(context)
    qtbot.addWidget(row)
    row.refresh()
    return row


def test_nothing_learned_nothing_to_clear(qtbot, context):
    row = shown(qtbot, context)
    assert not row.clear.isEnabled()
    assert row.clear.text() == "还没有学到改法"


def test_clearing_can_be_undone(qtbot, context, customers):
    operator = context.operator
    ticket = operator.intake.capture(customers.message("滴胶杯垫能刻名字么")).value
    operator.inbox.set_labels(ticket, kind=Kind.SUGGESTION.value, department="工坊")
    row = shown(qtbot, context)
    assert row.clear.text() == "清除已学的 2 处改法"
    with qtbot.waitSignal(context.news.undoable) as told:
        row.clear.click()
    assert told.args == ["已学的 2 处改法清除了"]
    assert not row.clear.isEnabled()
    operator.history.undo()
    row.refresh()
    assert row.clear.isEnabled()
