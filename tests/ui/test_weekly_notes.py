"""What the operator writes on the weekly page: conclusions, the plan; and what a bar, a question and a press open."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QSettings, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.weekly_fixture import listed, settle
from ui.support.context import Context
from ui.weekly.controller import WeeklyPage
from weibo_operator.domain.channel import IncomingMessage
from weibo_operator.domain.labels import Audience, Platform, Source
from weibo_operator.domain.reply import AFTER_SEND_CHOICES
from weibo_operator.domain.week_plan import PlanEdit

NOW = datetime(2026, 11, 19, 6, 10, tzinfo=UTC)


@pytest.fixture
def page(context: Context, clock, qtbot: QtBot, tmp_path) -> Iterator[WeeklyPage]:
    """Three customers whose parcel is late, one of them answered an hour later."""
    clock.at = NOW
    for number in range(3):
        context.operator.intake.capture(
            IncomingMessage(
                platform=Platform.WEIBO,
                platform_id=str(number),
                uid=str(number),
                nickname=f"客户{number}",
                text=f"买的电饭锅快递三天没动了，什么时候能到，订单 {number}",
                posted_at=NOW - timedelta(hours=1),
                source=Source.COMMENT,
                parent_platform_id=f"p{number}",
            )
        )
    ticket = context.operator.desk.connection.execute("SELECT min(id) FROM ticket").fetchone()[0]
    replies = context.operator.replies
    intent = replies.copy(ticket, audience=Audience.PUBLIC, text="您好，已经催了物流。", after=AFTER_SEND_CHOICES[0])
    replies.confirm(intent.id)
    page = WeeklyPage(context, settings=QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat))
    page.resize(1301, 689)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    settle(page, qtbot)
    yield page
    page.close()
    page.deleteLater()
    QCoreApplication.sendPostedEvents(page, QEvent.Type.DeferredDelete)


def press(page: WeeklyPage, qtbot: QtBot, name: str) -> None:
    """Enter on the button of a card."""
    button = card_button(page, name)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(button, Qt.Key.Key_Return)


def said(page: WeeklyPage) -> list[str]:
    return [label.text() for label in page.view.body.sentences]


def card_button(page: WeeklyPage, name: str):
    return page.view.body._cards[name].button


def test_conclusions_are_written_and_given_back(context: Context, page: WeeklyPage, qtbot: QtBot):
    own = said(page)
    assert len(own) == 3
    press(page, qtbot, "conclusions")
    dialog = page.notes.conclusions
    assert dialog.text.toPlainText().split("\n") == own
    dialog.text.setPlainText("本周物流慢，客户着急。\n下周换一家快递。")
    qtbot.keyClick(dialog.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.isHidden()
    settle(page, qtbot)
    assert said(page) == ["本周物流慢，客户着急。", "下周换一家快递。"]
    page.show_week(page.week.previous())
    settle(page, qtbot)
    assert said(page) != ["本周物流慢，客户着急。", "下周换一家快递。"]
    page.show_week(page.week.next())
    settle(page, qtbot)
    dialog.open_for(page.week, "")
    dialog.accept_button.click()
    settle(page, qtbot)
    assert said(page) == own


def test_a_plan_is_written_and_ticked_the_week_after(context: Context, page: WeeklyPage, qtbot: QtBot, clock):
    press(page, qtbot, "plan")
    dialog = page.notes.plan
    dialog.accept_button.click()
    assert "要做的事" in dialog.message
    dialog.action_line.setText("换一家快递")
    dialog.owner_line.setText("小宁")
    dialog.day.line.setText("11-27")
    dialog.accept_button.click()
    (item,) = context.operator.week_plan.plan(page.week)
    assert (item.action, item.owner, item.due and item.due.isoformat()) == ("换一家快递", "小宁", "2026-11-27")
    clock.at = NOW + timedelta(days=7)
    page.show_week(page.week.next())
    settle(page, qtbot)
    (box,) = page.view.body.plan.boxes
    assert box.accessibleName() == "做完了：换一家快递"
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert context.operator.week_plan.plan(page.week.previous())[0].done
    settle(page, qtbot)
    (box,) = page.view.body.plan.boxes
    assert box.isChecked()
    context.operator.history.undo()
    assert not context.operator.week_plan.plan(page.week.previous())[0].done


def test_an_item_is_changed_and_deleted(context: Context, page: WeeklyPage, qtbot: QtBot):
    context.news.tell(context.operator.week_plan.add(page.week, PlanEdit("换快递")).changes)
    (item,) = context.operator.week_plan.plan(page.week)
    page.view.body.plan.edited.emit(item)
    page.notes.plan.action_line.setText("换一家更快的快递")
    page.notes.plan.accept_button.click()
    assert context.operator.week_plan.plan(page.week)[0].action == "换一家更快的快递"
    page.view.body.plan.deleted.emit(item)
    assert context.operator.week_plan.plan(page.week) == ()
    settle(page, qtbot)
    assert page.view.body.plan.boxes == ()


def opened(page: WeeklyPage, qtbot: QtBot) -> list[object]:
    listed(page, qtbot)
    return [line.opens for line in page.view.tickets.table.rows.lines]


def click(qtbot: QtBot, chart: QWidget, x: float, y: float) -> None:
    at = QPoint(round(chart.width() * x), round(chart.height() * y))
    qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=at)


def test_a_click_on_a_bar_opens_its_tickets(context: Context, page: WeeklyPage, qtbot: QtBot):
    body, summary = page.view.body, page.summary
    assert summary is not None
    counts = [band.count for band in summary.bands]
    assert counts == [0, 1, 0, 0, 0, 2]
    for place, count in enumerate(counts):
        click(qtbot, body.bands, 0.5, (place + 0.5) / len(counts))
        assert len(opened(page, qtbot)) == count
        assert page.handle("back")
    click(qtbot, body.days, (3 + 0.5) / 7, 0.5)
    assert len(opened(page, qtbot)) == 3
    assert page.handle("back")
    click(qtbot, body.hours, (13 - 6 + 0.5) / 18, 0.3)
    assert len(opened(page, qtbot)) == 3


def test_a_cell_of_the_week_opens_its_tickets_by_mouse_and_key(page: WeeklyPage, qtbot: QtBot):
    grid = page.view.body.heat
    assert [cell.text for cell in grid._days[3] if cell.count] == ["3(2)"]
    qtbot.mouseClick(grid, Qt.MouseButton.LeftButton, pos=grid.cell_box(3, 13).center().toPoint())
    assert len(opened(page, qtbot)) == 3
    assert grid.accessibleDescription() == "周四 13 点到 14 点：3 次，其中 2 次还没回复"
    assert page.handle("back")
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Return):
        qtbot.keyClick(grid, key)
    assert page.view.tickets.isHidden(), "nobody came in that hour"
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Return):
        qtbot.keyClick(grid, key)
    assert len(opened(page, qtbot)) == 3


def test_every_part_of_a_card_opens_by_key(page: WeeklyPage, qtbot: QtBot):
    for name in ("bands", "kinds", "hours", "heat", "backlog", "ages", "top"):
        press(page, qtbot, name)
        assert not page.view.tickets.isHidden(), name
        assert opened(page, qtbot), name
        assert page.handle("back")


def test_a_question_opens_its_tickets_and_becomes_a_template(context: Context, page: WeeklyPage, qtbot: QtBot):
    table = page.view.body.questions
    (line,) = table.rows.lines
    assert line.cells[2:] == ("3 次", "0 次")
    table.selectRow(0)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert len(opened(page, qtbot)) == 3
    assert page.handle("back")
    press(page, qtbot, "questions")
    made = [each for each in context.operator.templates.all() if each.title == line.cells[0]]
    assert [wording.text for each in made for wording in each.wordings] == ["您好，已经催了物流。"]
    notices: list[str] = []
    context.news.notice.connect(notices.append)
    card_button(page, "questions").click()
    assert notices == [f"已经有“{line.cells[0]}”这个模板了，在“模板”里改"]
