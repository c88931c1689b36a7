"""Naming the columns of one's own table by keys, and what is remembered of it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from ui.intake.import_dialog import ImportDialog
from ui.intake.mapping_table import MappingTable
from ui.support.context import Context
from weibo_operator.domain.columns import Role
from weibo_operator.domain.labels import Platform, State

HEADS = "甲列,乙列,丙列,丁列"
LINES = ("1,王女士,台灯一直闪怎么办,2026-11-18 09:12", "2,李先生,退款什么时候到,2026-11-18 09:40")


def table(folder: Path, *more: str, name: str = "登记.csv") -> Path:
    path = folder / name
    path.write_text("\n".join([HEADS, *LINES, *more]), encoding="utf-8")
    return path


@pytest.fixture
def dialog(qtbot: QtBot, context: Context) -> ImportDialog:
    host = QWidget()
    host.resize(1280, 641)
    qtbot.addWidget(host)
    host.show()
    return ImportDialog(context, host)


@pytest.fixture
def columns(qtbot: QtBot, dialog: ImportDialog, tmp_path: Path) -> MappingTable:
    """The page of a table with headers that say nothing, every column not used."""
    with qtbot.waitSignal(dialog.controller.mapping_wanted):
        dialog.open_files([table(tmp_path)])
    columns = dialog.page.mapping.columns
    for row in range(columns.rows.rowCount()):
        columns.selectRow(row)
        qtbot.keyClick(columns, Qt.Key.Key_Delete)
    columns.selectRow(0)
    return columns


def name_columns(qtbot: QtBot, columns: MappingTable) -> None:
    for row, role in ((1, Role.NICKNAME), (2, Role.TEXT), (3, Role.TIME)):
        columns.selectRow(row)
        while columns.rows.roles[row] is not role:
            qtbot.keyClick(columns, Qt.Key.Key_Right)


def test_the_page_says_what_is_missing(columns: MappingTable, dialog: ImportDialog) -> None:
    page = dialog.page.mapping
    assert columns.rows.roles == (None,) * 4
    assert page.said.text() == "还要指明哪一列是正文"
    columns.selectRow(2)
    columns.set_role(Role.TEXT)
    assert page.said.text().startswith("还要指明哪一列是作者")


def test_arrows_choose_column_and_meaning(qtbot: QtBot, columns: MappingTable) -> None:
    qtbot.keyClick(columns, Qt.Key.Key_Down)
    qtbot.keyClick(columns, Qt.Key.Key_Right)
    assert columns.rows.roles == (None, Role.NICKNAME, None, None)
    qtbot.keyClick(columns, Qt.Key.Key_Down)
    qtbot.keyClick(columns, Qt.Key.Key_Right)
    assert columns.rows.roles[2] is Role.TEXT  # the author has a column already
    qtbot.keyClick(columns, Qt.Key.Key_Left)
    assert columns.rows.roles[2] is None


def test_a_meaning_moves_from_column_to_column(columns: MappingTable) -> None:
    columns.set_role(Role.TEXT)
    columns.selectRow(2)
    columns.set_role(Role.TEXT)
    assert columns.rows.roles == (None, None, Role.TEXT, None)


def test_space_lists_every_meaning(qtbot: QtBot, columns: MappingTable) -> None:
    qtbot.keyClick(columns, Qt.Key.Key_Space)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.text() == "正文").trigger()
    menu.close()
    assert columns.rows.roles[0] is Role.TEXT


def test_the_first_rows_are_tried_as_the_mapping_changes(
    qtbot: QtBot, columns: MappingTable, dialog: ImportDialog
) -> None:
    name_columns(qtbot, columns)
    qtbot.waitUntil(lambda: dialog.page.mapping.said.text() == "前 2 行都读得懂")
    assert dialog.page.mapping.rows.rows.row_at(0).who == "王女士"


def test_a_mapping_is_used_and_next_time_offered_silently(
    qtbot: QtBot, context: Context, columns: MappingTable, dialog: ImportDialog, tmp_path: Path
) -> None:
    name_columns(qtbot, columns)
    page = dialog.page.mapping
    page.channel.setCurrentIndex(page.channel.findData("phone"))
    with qtbot.waitSignal(dialog.controller.previewed):
        qtbot.keyClick(columns, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.accept.text() == "导入 2 条"
    with qtbot.waitSignal(dialog.finished):
        dialog.start_import()
    cards = context.operator.inbox.cards(context.operator.inbox.pane(State.NEW))
    assert {card.platform for card in cards} == {Platform.PHONE}
    with qtbot.waitSignal(dialog.controller.previewed):
        dialog.open_files([table(tmp_path, "3,周女士,发票开错了,2026-11-19 10:00", name="下周.csv")])
    assert [dialog.page.new.count, dialog.page.known.count] == [1, 2]
    with qtbot.waitSignal(dialog.controller.mapping_wanted):
        qtbot.keyClick(dialog, Qt.Key.Key_R, Qt.KeyboardModifier.AltModifier)
    assert dialog.page.mapping_shown
    assert page.columns.rows.roles[2] is Role.TEXT


def test_an_incomplete_mapping_goes_nowhere(qtbot: QtBot, columns: MappingTable, dialog: ImportDialog) -> None:
    dialog.start_import()
    assert dialog.page.mapping_shown
    assert not dialog.controller.importing


def test_a_name_for_all_rows_stands_in_for_the_author(
    qtbot: QtBot, columns: MappingTable, dialog: ImportDialog
) -> None:
    columns.selectRow(2)
    columns.set_role(Role.TEXT)
    qtbot.keyClicks(dialog.page.mapping.author, "walk-in")
    qtbot.waitUntil(lambda: "没有时间列" in dialog.page.mapping.said.text())
    assert dialog.page.mapping.mapping().is_complete


def test_rows_left_out_are_told_at_the_end_and_saved(qtbot: QtBot, context: Context, tmp_path: Path) -> None:
    host = QWidget()
    host.resize(1280, 641)
    qtbot.addWidget(host)
    host.show()
    target = tmp_path / "没有导入.csv"
    dialog = ImportDialog(context, host, save=lambda _parent, _offered: target)
    path = tmp_path / "评论.csv"
    path.write_text("昵称,内容,时间\n甲,没发货,2026-11-18 09:30\n乙,退款呢,晚饭后\n", encoding="utf-8")
    with qtbot.waitSignal(dialog.controller.previewed):
        dialog.open_files([path])
    with qtbot.waitSignal(dialog.finished):
        dialog.start_import()
    assert dialog.isVisible()
    assert [dialog.page.result.new.count, dialog.page.result.left_out.count] == [1, 1]
    qtbot.keyClick(dialog, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert "晚饭后" in target.read_text(encoding="utf-8-sig")
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.isHidden()
