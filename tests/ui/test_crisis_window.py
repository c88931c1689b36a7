"""Crises in the window: banner, keys, sheet, checklist, words for a reply, the page, evidence, post-mortem."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.conftest import Customers, OpenDesk, SetClock
from tests.ui.keys import press
from tests.ui.window_fixture import OpenWindow
from ui.crisis.commands import evidence_name
from ui.crisis.detail import NOT_SAMPLED
from ui.crisis.rows import CaseRow
from ui.shell.window import MainWindow
from ui.support import file_dialogs
from ui.support.context import Context
from weibo_operator.domain.crisis_case import CaseState
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.labels import Audience, Level, State
from weibo_operator.domain.reply import AfterSend

DANGER = "充电宝冒烟了，今天就打12315曝光你们"

Come = Callable[..., TicketId]


@pytest.fixture
def come(context: Context, customers: Customers) -> Come:
    """A customer comes with words and perhaps counts; returns the ticket."""

    def arrive(text: str, uid: int = 1, *, likes: int | None = None, **facts: object) -> TicketId:
        message = replace(customers.message(text, uid=str(uid), nickname=f"客户{uid}", **facts), likes=likes)
        outcome = context.operator.intake.capture(message)
        assert outcome.value is not None
        context.news.tell(outcome.changes)
        return outcome.value

    return arrive


@pytest.fixture
def window(context: Context, open_window: OpenWindow) -> MainWindow:
    """The window on an empty desk."""
    return open_window(context)


def state(window: MainWindow, ticket: TicketId, context: Context) -> CaseState | None:
    row = context.operator.crises.row(ticket)
    return None if row is None else row.state


def test_no_alarm_no_banner(window: MainWindow, come: Come) -> None:
    come("请问几点开门")
    assert window.crises.banner.isHidden()
    assert window.crises.banner.ticket is None


def test_the_banner_names_the_gravest_over_board_and_session(window: MainWindow, come: Come) -> None:
    come(DANGER, 1)
    banner = window.crises.banner
    assert banner.isVisible()
    assert banner.accessibleName().startswith("危机信号：@客户1（")
    assert "12315" in banner.accessibleName()
    loud = come(DANGER, 2, followers=3_000_000)
    assert banner.accessibleName().startswith("2 个危机信号，最急的是 @客户2（")
    assert "粉丝 300万" in banner.accessibleName()
    window.show_ticket(loud)
    assert banner.isVisible()
    window.show_page("followup")
    assert not banner.isVisible()


def test_the_open_tickets_own_alarm_comes_first(window: MainWindow, come: Come) -> None:
    small = come(DANGER, 1)
    come(DANGER, 2, followers=3_000_000)
    window.show_ticket(small)
    assert window.crises.banner.ticket == small
    window.commands.to_board()
    assert window.crises.banner.ticket != small


def test_y_confirms_the_chosen_ticket_and_z_takes_it_back(window: MainWindow, come: Come, context: Context) -> None:
    ticket = come(DANGER)
    window.pages.inbox.focus_list()
    window.pages.inbox.board.select(ticket)
    press(Qt.Key.Key_Y)
    assert state(window, ticket, context) is CaseState.CONFIRMED
    assert window.crises.banner.isHidden()
    press(Qt.Key.Key_Z)
    assert state(window, ticket, context) is CaseState.RAISED
    assert window.crises.banner.isVisible()


def test_b_asks_why_and_a_digit_turns_it_down(window: MainWindow, come: Come, context: Context) -> None:
    ticket = come(DANGER)
    before = context.operator.inbox.view(ticket).ticket.level
    assert before is Level.P1
    window.pages.inbox.focus_list()
    press(Qt.Key.Key_B)
    assert window.crises.reason.isVisible()
    assert state(window, ticket, context) is CaseState.RAISED, "nothing without a reason"
    press(Qt.Key.Key_Escape)
    assert window.crises.reason.isHidden()
    press(Qt.Key.Key_B)
    press(Qt.Key.Key_1)
    row = context.operator.crises.row(ticket)
    assert row is not None
    assert (row.state, row.reason) == (CaseState.DISMISSED, "误会，已经说清")
    assert window.crises.banner.isHidden()
    assert context.operator.inbox.view(ticket).ticket.level is not Level.P1
    assert (
        window.pages.inbox.board.hasFocus() or QApplication.focusWidget() in window.pages.inbox.board.letter_targets()
    )


def test_the_banners_buttons_do_the_same_by_mouse(
    window: MainWindow, come: Come, context: Context, qtbot: QtBot
) -> None:
    ticket = come(DANGER)
    come("请问几点开门", 2)
    banner = window.crises.banner
    qtbot.mouseClick(banner._action, Qt.MouseButton.LeftButton)
    assert window.crises.sheet.ticket == ticket
    window.crises.sheet.dismiss()
    qtbot.mouseClick(banner._second, Qt.MouseButton.LeftButton)
    assert window.crises.reason.isVisible()
    press(Qt.Key.Key_Return)
    assert state(window, ticket, context) is CaseState.DISMISSED


def test_alt_keys_work_while_writing(window: MainWindow, come: Come, context: Context) -> None:
    ticket = come(DANGER)
    window.show_ticket(ticket)
    editor = window.pages.inbox.session.composer.editor
    assert editor.hasFocus()
    QTest.keyClicks(editor, "wyb")
    assert editor.toPlainText() == "wyb", "letters are text here"
    press(Qt.Key.Key_W, Qt.KeyboardModifier.AltModifier)
    assert window.crises.sheet.isVisible()
    press(Qt.Key.Key_Escape)
    assert editor.hasFocus()
    press(Qt.Key.Key_Y, Qt.KeyboardModifier.AltModifier)
    assert state(window, ticket, context) is CaseState.CONFIRMED
    assert editor.toPlainText() == "wyb"


def test_the_checklist_by_keys_survives_a_restart(
    window: MainWindow, come: Come, context: Context, clock: SetClock, open_desk: OpenDesk
) -> None:
    ticket = come(DANGER)
    window.pages.inbox.focus_list()
    press(Qt.Key.Key_W)
    rows = window.crises.sheet.detail.checklist.rows
    assert QApplication.focusWidget() is rows[0].box
    press(Qt.Key.Key_Space)
    clock.advance(minutes=7)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    keys = [rows[0].step.key, rows[2].step.key]
    view = open_desk().crises.view(ticket)
    assert view is not None
    assert list(view.steps) == keys
    assert [step.at for step in view.steps.values()] == [clock.now().replace(minute=10), clock.now()]
    assert rows[0].box.isChecked()
    assert "今天 14:10 已完成" in rows[0].box.accessibleName()
    press(Qt.Key.Key_Space)
    assert list(context.operator.crises.view(ticket).steps) == keys[:1]
    press(Qt.Key.Key_Z)
    assert list(context.operator.crises.view(ticket).steps) == keys
    press(Qt.Key.Key_Y)
    assert state(window, ticket, context) is CaseState.CONFIRMED
    press(Qt.Key.Key_Escape)
    assert window.crises.sheet.isHidden()


def test_a_click_on_a_step_ticks_it(window: MainWindow, come: Come, context: Context, qtbot: QtBot) -> None:
    ticket = come(DANGER)
    window.run("crisis")
    row = window.crises.sheet.detail.checklist.rows[1]
    qtbot.mouseClick(row.box, Qt.MouseButton.LeftButton, pos=QPoint(12, 12))
    assert list(context.operator.crises.view(ticket).steps) == [row.step.key]
    qtbot.mouseClick(row.box, Qt.MouseButton.LeftButton, pos=QPoint(12, 12))
    assert context.operator.crises.view(ticket).steps == {}


def test_a_steps_words_go_into_the_reply_and_nothing_is_sent(window: MainWindow, come: Come, context: Context) -> None:
    ticket = come(DANGER)
    window.pages.inbox.focus_list()
    press(Qt.Key.Key_W)
    press(Qt.Key.Key_T)
    assert window.crises.sheet.isHidden()
    session = window.pages.inbox.session
    assert session.current_ticket == ticket
    assert "客户1您好" in session.composer.editor.toPlainText()
    assert session.composer.editor.hasFocus()
    assert context.operator.replies.undecided() == ()
    assert len(context.operator.inbox.view(ticket).messages) == 1


def test_a_steps_words_go_to_those_they_are_written_for(window: MainWindow, come: Come, context: Context) -> None:
    """公开回应一句 in the private reply, where a complaint's answer is begun, would go out in private."""
    ticket = come(DANGER)
    notices: list[str] = []
    context.news.notice.connect(notices.append)
    window.show_ticket(ticket)
    session = window.pages.inbox.session
    session.toggle_audience()
    if session.composer.strip.seg.current == "public":
        session.toggle_audience()
    session.composer.editor.set_text("方便的话发我订单号")
    public, safety = (context.operator.crises.playbook[at] for at in (0, 1))
    assert (public.audience, safety.audience) == ("public", "private")
    window.crises.put_words(ticket, public)
    assert session.composer.strip.seg.current == "public"
    assert "订单号" not in session.composer.editor.text
    assert notices == ["这段话是按公开写的，已换成公开；按 Alt+I 换回来。"]
    window.crises.put_words(ticket, public)
    assert len(notices) == 1, "they were the readers already"
    window.crises.put_words(ticket, safety)
    assert session.composer.strip.seg.current == "private"
    assert session.composer.editor.text.startswith("方便的话发我订单号"), "what was written there stays"


def test_words_wait_for_a_reply_that_is_being_confirmed(window: MainWindow, come: Come, context: Context) -> None:
    ticket = come(DANGER)
    notices: list[str] = []
    context.news.notice.connect(notices.append)
    context.operator.replies.copy(ticket, audience=Audience.PUBLIC, text="您好", after=AfterSend(State.IN_PROGRESS))
    window.crises.put_words(ticket, context.operator.crises.playbook[0])
    assert notices == ["先确认上一条发出去没有，再用这段话。"]


def test_the_session_shows_how_far_the_checklist_is(window: MainWindow, come: Come, context: Context) -> None:
    ticket, other = come(DANGER), come("请问几点开门", 2)
    section = window.pages.inbox.session.panel.crisis
    window.show_ticket(other)
    assert section.isHidden()
    window.show_ticket(ticket)
    assert not section.isHidden()
    assert section.words.startswith("危机待确认\n“")
    assert "稳住，下一步：公开回应一句" in section.words
    window.pages.crisis_commands.confirm(ticket)
    window.pages.crisis_commands.tick(ticket, "public_answer", done=True)
    assert section.words.startswith("危机 1 / 15")
    section.button.click()
    assert window.crises.sheet.ticket == ticket
    window.crises.sheet.dismiss()
    window.pages.crisis_commands.close(ticket)
    assert section.isHidden()


def test_w_without_any_alarm_says_so(window: MainWindow, come: Come, context: Context) -> None:
    notices: list[str] = []
    context.news.notice.connect(notices.append)
    come("请问几点开门")
    window.pages.inbox.focus_list()
    press(Qt.Key.Key_W)
    assert notices == ["这张工单没有危机信号。真是危机的话，按 Y 确认。"]
    press(Qt.Key.Key_B)
    assert notices[-1] == "这张工单没有危机信号。"


def test_the_page_lists_by_risk_and_tells_all(
    window: MainWindow, come: Come, context: Context, clock: SetClock, customers: Customers
) -> None:
    small = come(DANGER, 1)
    message = replace(customers.message(DANGER, uid="2", nickname="客户2", followers=300_000), likes=100)
    loud = context.operator.intake.capture(message).value
    clock.advance(hours=2)
    context.news.tell(context.operator.intake.capture(replace(message, likes=900)).changes)
    press(Qt.Key.Key_6, Qt.KeyboardModifier.ControlModifier)
    page = window.pages.crisis
    assert window.page == "crisis"
    listed = [page._rows.row_at(row) for row in page._rows.record_rows()]
    assert [row.case.ticket for row in listed if isinstance(row, CaseRow)] == [loud, small]
    assert page.chosen == loud
    assert page.head.counts == ("待确认 2 起", "处理中 0 起")
    assert "转评赞每小时 +400" in page.detail.signals_words
    assert page.detail.sparkline.isVisible()
    assert page.detail.sparkline.ends == ("今天 14:10  100", "今天 16:10  900")
    assert "传播速度 3 / 3" in page.detail.risk.accessibleDescription()
    press(Qt.Key.Key_J)
    assert page.chosen == small
    assert page.detail.sparkline.isHidden()
    assert page.detail._spread.text() == NOT_SAMPLED
    press(Qt.Key.Key_Y)
    assert state(window, small, context) is CaseState.CONFIRMED
    assert page.head.counts == ("待确认 1 起", "处理中 1 起")
    press(Qt.Key.Key_W)
    assert QApplication.focusWidget() is page.detail.checklist.rows[0].box
    press(Qt.Key.Key_Space)
    assert list(context.operator.crises.view(small).steps) == ["public_answer"]
    press(Qt.Key.Key_Escape)
    assert page.list.hasFocus()
    press(Qt.Key.Key_Return)
    assert window.page == "inbox"
    assert window.pages.inbox.session.current_ticket == small


def test_closing_and_turning_down_move_to_the_ended(window: MainWindow, come: Come, qtbot: QtBot) -> None:
    first, second = come(DANGER, 1), come(DANGER, 2)
    window.show_page("crisis")
    page = window.pages.crisis
    page.list.choose(first)
    page.detail.confirm_button.click()
    page.list.choose(first)
    assert page.detail.close_button.isVisible()
    page.detail.close_button.click()
    page.list.setFocus()
    press(Qt.Key.Key_B)
    press(Qt.Key.Key_3)
    assert page.empty.isVisible()
    assert "没有危机信号" in page.empty.accessibleName()
    qtbot.mouseClick(page.seg.findChildren(QAbstractButton)[1], Qt.MouseButton.LeftButton)
    listed = [page._rows.row_at(row) for row in page._rows.record_rows()]
    lines = {row.case.ticket: row.line for row in listed if isinstance(row, CaseRow)}
    assert lines == {first: "危机已结束", second: "不是危机：和我们无关"}


def test_the_rail_counts_what_waits_for_a_word(window: MainWindow, come: Come) -> None:
    come(DANGER, 1)
    come(DANGER, 2)
    button = window._rail._buttons["crisis"]
    assert button.accessibleName() == "危机，2"
    window.run("crisis_confirm")
    assert button.accessibleName() == "危机，1"


def test_the_evidence_goes_where_the_operator_says(
    window: MainWindow, come: Come, context: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered: list[str] = []
    target = tmp_path / "证据.zip"

    def choose(_parent: QWidget, _title: str, place: Path, _kinds: str) -> Path:
        offered.append(place.name)
        return target

    monkeypatch.setattr(file_dialogs, "choose_place", choose)
    ticket = come(DANGER)
    window.run("crisis_evidence")
    assert zipfile.is_zipfile(target)
    assert offered == [f"证据包_客户1_工单{ticket}_2026-11-19.zip"]
    assert evidence_name('a/b\\c:*?"<>|.', ticket, "2026-11-19") == f"证据包_abc_工单{ticket}_2026-11-19.zip"
    assert evidence_name("///", ticket, "x").startswith("证据包_客户_")


def test_the_evidence_of_a_ticket_without_any_alarm_by_its_key(
    window: MainWindow, come: Come, context: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    target = tmp_path / "证据.zip"
    monkeypatch.setattr(file_dialogs, "choose_place", lambda *_asked: target)
    come(DANGER, 1)
    ticket = come("请问几点开门？", 2)
    window.show_ticket(ticket)
    assert context.operator.crises.row(ticket) is None
    session = window.pages.inbox.session
    session.conversation.setFocus()
    qtbot.keyClick(session.conversation, Qt.Key.Key_W, Qt.KeyboardModifier.ShiftModifier)
    with zipfile.ZipFile(target) as archive:
        said = archive.read("目录.txt").decode("utf-8")
    assert "几点开门" in said, "the ticket that is open, not the alarm in the banner"
    assert f"工单 #{ticket}" in said


def test_the_post_mortem_is_written_stored_and_copied(
    window: MainWindow, come: Come, context: Context, clock: SetClock
) -> None:
    missed = come("客服态度太差，投诉", under="p1")
    clock.advance(hours=6)
    ticket = come(DANGER, under="p2")
    window.show_ticket(ticket)
    window.run("crisis_review")
    dialog = window.crises.review_dialog
    assert dialog.isVisible()
    assert f"#{missed} " in dialog.missed.currentText()
    assert "一直没回" in dialog.missed.currentText()
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.message == "“原因”还没有填。"
    dialog.cause.setPlainText("晚上没人看")
    dialog.owner.setText("小宁")
    dialog.due.setText("乱写")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "没看懂这个日期" in dialog.message
    dialog.due.setText("12-1")
    dialog.copy_button.click()
    assert QApplication.clipboard().text().splitlines()[1:] == ["原因：晚上没人看", "负责人：小宁", "完成日期：12-1"]
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.isHidden()
    view = context.operator.crises.view(ticket)
    assert view is not None
    assert view.review is not None
    assert (view.review.missed_ticket, view.review.cause, f"{view.review.due_on}") == (
        missed,
        "晚上没人看",
        "2026-12-01",
    )
    window.run("crisis_review")
    assert dialog.cause.toPlainText() == "晚上没人看"
    dialog.missed.setCurrentIndex(dialog.missed.count() - 1)
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert context.operator.crises.view(ticket).review.missed_ticket is None


def test_an_alarm_that_goes_away_closes_nothing_else(window: MainWindow, come: Come, context: Context) -> None:
    """The capture that raised it is undone while the sheet is open."""
    come(DANGER)
    window.run("crisis")
    assert window.crises.sheet.isVisible()
    window.commands.undo()
    assert window.crises.sheet.isHidden()
    assert window.crises.banner.isHidden()
