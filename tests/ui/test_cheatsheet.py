"""The shortcut sheet: made from the action table, whole, readable at the smallest window, to copy and keep."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ui.shell.cheatsheet import CheatSheet
from ui.shell.key_sheet import RULE, balanced, key_groups, sheet_text
from ui.support.actions import ACTIONS
from ui.support.context import Context
from ui.support.key_map import KeyMap, Keys
from ui.support.page_keys import PAGE_KEYS
from ui.support.window_actions import Actions
from ui.widgets.dotted import DottedLabel


def button(sheet: CheatSheet, text: str) -> QPushButton:
    return next(found for found in sheet.findChildren(QPushButton) if found.text() == text)


def test_every_action_stands_on_the_sheet_once_with_all_its_keys(context: Context, host: QWidget) -> None:
    sheet = CheatSheet(context, host)
    lines = [line for column in sheet.columns for group in column.groups for line in group.lines]
    of_pages = [f"{page}.{row.id}" for page, table in PAGE_KEYS.items() for row in table.rows]
    assert sorted(line.action for line in lines) == sorted([*(row.id for row in ACTIONS), "favourites", *of_pages])
    by_id = {line.action: line for line in lines}
    assert by_id["forward"].caps == ("F", "Alt F")
    assert by_id["send"].caps == ("Ctrl ↵",)
    assert by_id["backup"].caps == ()
    assert (by_id["handoff.nudge"].title, by_id["handoff.nudge"].caps) == ("催一下", ("U",))
    assert by_id["handoff.audience"].caps == ("I",)
    assert by_id["handoff.export"].caps == ("Ctrl S",)
    assert by_id["templates.order"].caps == ("Alt ↑", "Alt ↓")
    assert [line.action for line in lines if "." in line.action and not line.caps] == []


def test_the_text_holds_the_rule_and_every_title() -> None:
    text = sheet_text(ACTIONS)
    assert RULE in text
    assert all(row.title in text for row in ACTIONS)
    assert "  备份数据文件：Ctrl K 里找" in text.splitlines()
    assert "在“承诺”里" in text.splitlines()
    assert "  不算承诺：2" in text.splitlines()


def test_the_rule_is_not_said_of_keys_that_were_changed(context: Context, host: QWidget) -> None:
    sheet = CheatSheet(context, host)
    subtitle = sheet.frame.findChild(DottedLabel)
    assert subtitle is not None
    assert subtitle.parts == (RULE.removesuffix("。"),)
    context.theme.keys.put({"forward": Keys((";",), ())})
    sheet.open_over()
    assert subtitle.parts == ()
    assert RULE not in sheet_text(context.theme.keys.rows)


@pytest.mark.parametrize("width", [1120, 1280, 1366])
def test_no_column_is_cut(context: Context, host: QWidget, width: int) -> None:
    host.resize(width, 600)
    sheet = CheatSheet(context, host)
    sheet.open_over()
    for column in sheet.columns:
        assert column.width() >= column.sizeHint().width()


def test_columns_are_about_equally_high() -> None:
    columns = balanced(key_groups(ACTIONS), 4)
    heights = [sum(len(group.lines) + 2 for group in column) for column in columns]
    assert len(columns) == 4
    assert max(heights) <= sum(heights) / 4 * 1.25


def test_escape_closes_and_no_key_of_the_window_works_meanwhile(qtbot: QtBot, context: Context, host: QWidget) -> None:
    ran: list[str] = []
    actions = Actions(host, {row.id: (lambda name=row.id: ran.append(name)) for row in ACTIONS}, {}, KeyMap())
    assert actions.by_id["page_weekly"].shortcut() == QKeySequence("Ctrl+5")
    host.activateWindow()
    qtbot.waitUntil(host.isActiveWindow)
    sheet = CheatSheet(context, host)
    sheet.open_over()
    focused = sheet.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(focused, Qt.Key.Key_Escape)
    assert sheet.isHidden()
    assert ran == []
    host.setFocus()
    qtbot.keyClick(host, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    assert ran == ["page_weekly"]


def test_copying_and_keeping(qtbot: QtBot, context: Context, host: QWidget, tmp_path: Path) -> None:
    path = tmp_path / "键.txt"
    sheet = CheatSheet(context, host, lambda _parent: path)
    button(sheet, "复制全部").click()
    assert context.desktop.clipboard_text() == sheet_text(ACTIONS)
    with qtbot.waitSignal(context.news.notice) as told:
        button(sheet, "存成文字文件").click()
    assert told.args == ["存好了：键.txt"]
    assert path.read_text("utf-8") == sheet_text(ACTIONS)


def test_a_place_that_cannot_be_written_is_said(qtbot: QtBot, context: Context, host: QWidget, tmp_path: Path) -> None:
    sheet = CheatSheet(context, host, lambda _parent: tmp_path / "没有" / "键.txt")
    with qtbot.waitSignal(context.news.notice) as told:
        button(sheet, "存成文字文件").click()
    assert told.args is not None
    assert "写不进" in told.args[0]
