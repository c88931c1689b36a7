"""练一场高峰 by real keys: customers come as the clock runs, the sheet counts what was done, the real file stays."""

import hashlib
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.conftest import PROJECT, Customers, SetClock
from tests.ui.context_fixture import OpenedPages
from tests.ui.test_whole_morning import ALT, CONTROL, Hands
from tests.ui.walk.test_key_counts import JOBS, reply_with_template
from tests.ui.window_fixture import OpenWindow
from ui.main import Program
from ui.shell.key_count import KeyCount
from ui.shell.rush_words import advice_words, result_facts, seconds_words
from ui.shell.window import MainWindow
from ui.support.actions import ACTIONS
from ui.support.context import Context
from weibo_operator.bootstrap import Language, build
from weibo_operator.domain.labels import State
from weibo_operator.domain.rush import TABLE_KEYS, Advice, RushNotes, RushResult, rush_result
from weibo_operator.domain.settings import PRACTICE
from weibo_operator.services.rush import ARRIVE_WITHIN, CUSTOMERS, LONGEST, Rush, plan_arrivals
from weibo_operator.services.template_edit import TemplateEdit

ENTER = Qt.Key.Key_Return
ALL = sum(CUSTOMERS.values())


@pytest.fixture
def window(open_window: OpenWindow, context: Context, pages: OpenedPages) -> MainWindow:
    """A window on an empty desk, a rush just begun on it."""
    operator = context.operator
    answer = ("您好，您的问题正在处理，有进展会马上告诉您。", "您好，已经在看了，稍后告诉您结果。")
    operator.templates.save(TemplateEdit("正在处理", "售后", "zsjc", "both", "", 0, answer))
    made = open_window(context)
    arrivals = plan_arrivals(PROJECT / "resources", Random(3))
    made.rush.begin(Rush(operator.desk, operator.intake, arrivals), 1)
    return made


def test_a_rush_is_cleared_by_keys_and_counted(window: MainWindow, qtbot: QtBot, clock: SetClock) -> None:
    hands, rush = Hands(window, qtbot), window.rush
    assert rush.banner.isVisible()
    assert "到了 2 位，2 位在等，还会来 10 位" in rush.banner.accessibleName()
    clock.at += timedelta(seconds=30)
    hands.press(Qt.Key.Key_N)
    hands.press(Qt.Key.Key_T, CONTROL)
    hands.letters("zsjc")
    hands.press(ENTER)
    hands.press(ENTER, CONTROL)
    hands.press(Qt.Key.Key_1)
    assert rush.keys.count == 1 + TABLE_KEYS, "the first N, then as the table says"
    clock.at += ARRIVE_WITHIN
    rush.tick()
    assert window._context.operator.inbox.counts()[State.NEW] == ALL - 1
    hands.press(Qt.Key.Key_Escape)
    hands.press(Qt.Key.Key_Escape)
    hands.press(Qt.Key.Key_M)
    hands.press(ENTER)
    clock.at += LONGEST
    rush.tick()
    sheet = rush.sheet
    assert sheet.isVisible()
    assert not rush.is_on
    assert rush.banner.isHidden()
    said = sheet.facts.accessibleDescription()
    assert f"回复了 1 / {ALL} 位" in said
    assert "无需回复 1 位" in said
    assert f"没顾上 {ALL - 2} 位" in said
    assert "首次响应，一半的人不超过 30 秒" in said
    assert advice_words(Advice.LEFT, ACTIONS) in sheet.advice
    hands.press(Qt.Key.Key_Escape)
    assert sheet.isHidden()
    assert window.rush.keys.count == 1 + TABLE_KEYS + 4, "nothing is counted after the end"


def test_those_who_need_no_answer_do_not_stand_in_the_red_of_those_left_waiting() -> None:
    facts = result_facts(RushResult(12, 9, 1, 30.0, 60.0, 0, 0, RushNotes()))
    assert [fact.remark for fact in facts if fact.late] == [("没顾上 2 位",)]
    assert [fact.number for fact in facts if fact.name == "无需回复"] == ["1 位"]


def test_the_action_ends_it_early_and_the_sheet_offers_one_more(window: MainWindow, qtbot: QtBot) -> None:
    window.run("rush")
    sheet = window.rush.sheet
    assert sheet.isVisible()
    assert sheet.again_button.hasFocus()
    with qtbot.waitSignal(window.rush_wanted) as wanted:
        QTest.keyClick(sheet.again_button, Qt.Key.Key_Space)
    assert wanted.args == [1]
    assert sheet.isHidden()


def test_a_rush_with_nobody_left_ends_by_itself(window: MainWindow, clock: SetClock) -> None:
    clock.at += ARRIVE_WITHIN
    window.rush.tick()
    inbox = window._context.operator.inbox
    inbox.no_reply(tuple(inbox.pane(State.NEW)), reason="闲聊、打招呼")
    window.rush.tick()
    assert window.rush.sheet.isVisible()


def test_the_speed_is_chosen_by_arrows(open_window: OpenWindow, context: Context, qtbot: QtBot) -> None:
    window = open_window(context)
    window.run("rush")
    dialog = window.rush.dialog
    assert dialog.isVisible()
    dialog.speed.set_current("4")
    with qtbot.waitSignal(window.rush_wanted) as wanted:
        QTest.keyClick(QApplication.focusWidget() or window, ENTER, CONTROL)
    assert wanted.args == [4]
    assert dialog.isHidden()


def test_letters_of_typed_text_are_no_presses(qtbot: QtBot, qapp: QApplication) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    field = QLineEdit(host)
    host.show()
    host.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    count = KeyCount(host)
    count.begin()
    QTest.keyClicks(field, "wlyc 12")
    assert count.count == 0
    QTest.keyClick(field, ENTER)
    QTest.keyClick(field, Qt.Key.Key_N, ALT)
    QTest.keyClick(field, Qt.Key.Key_F7)
    assert count.count == 3
    count.end()
    QTest.keyClick(field, Qt.Key.Key_F7)
    assert count.count == 3


def test_the_table_of_keys_is_the_documented_one() -> None:
    assert next(job.count for job in JOBS if job.do is reply_with_template) == TABLE_KEYS


def test_every_advice_is_said_with_its_keys() -> None:
    said = {code: advice_words(code, ACTIONS) for code in Advice}
    assert "Ctrl+T" in said[Advice.KEYS]
    assert not any("{" in words for words in said.values())
    assert (seconds_words(None), seconds_words(59.6), seconds_words(42)) == ("—", "1 分 0 秒", "42 秒")
    assert result_facts(rush_result((), RushNotes()))[0].number == "0 / 0 位"


def active(program: Program, qtbot: QtBot) -> MainWindow:
    window = program.window
    assert window is not None
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def test_the_wizard_leads_to_it_and_the_real_file_stays_as_it_is(
    program: Program, qtbot: QtBot, tmp_path: Path, language: Language, customers: Customers
) -> None:
    operator = build(tmp_path / "desk.db", language=language)
    operator.intake.capture(customers.message("发票什么时候能开好"))
    operator.close()
    program.open(tmp_path / "desk.db")
    window = active(program, qtbot)
    dialog = window.setup.dialog
    window.run("setup")
    dialog.go_on()
    dialog.go_on()
    assert dialog.rush_button.isVisible()
    dialog.rush_button.click()
    assert window.rush.dialog.isVisible()
    window.rush.dialog.accept_button.click()
    qtbot.waitUntil(lambda: program.window is not window, timeout=60_000)
    kept = digest(tmp_path / "desk.db")
    rush = active(program, qtbot)
    desk = rush._context.operator.desk
    assert rush.rush.is_on
    assert rush._context.operator.shop.value(PRACTICE)
    assert desk.path.parent not in (tmp_path, tmp_path.parent)
    assert rush._context.operator.inbox.counts()[State.NEW] >= 2
    QTest.keyClick(QApplication.focusWidget() or rush, Qt.Key.Key_N)
    rush.run("rush")
    folder = desk.path.parent
    assert folder.is_dir()
    assert digest(tmp_path / "desk.db") == kept
    rush.rush.sheet.back_button.click()
    qtbot.waitUntil(lambda: program.window is not rush, timeout=60_000)
    back = active(program, qtbot)
    assert not back._context.operator.shop.value(PRACTICE)
    assert back._context.operator.inbox.counts()[State.NEW] == 1
    assert not folder.exists()


def test_its_clock_runs_faster_and_again_begins_anew(program: Program, qtbot: QtBot) -> None:
    program.open_rush(4)
    window = active(program, qtbot)
    first = window._context.operator.desk
    began = first.now()
    window.run("rush")
    assert first.now() >= began
    window.rush.sheet.again_button.click()
    qtbot.waitUntil(lambda: program.window is not window, timeout=60_000)
    again = active(program, qtbot)
    assert again.rush.is_on
    assert again._context.operator.desk.path != first.path
    assert not first.path.parent.exists()
    program.close()
    assert not again._context.operator.desk.path.parent.exists()


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
