"""A workbook with several sheets in the import dialog: which one is read is said, and the other can be chosen."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from tests.sheet_book import sheet_book
from tests.ui.window_fixture import OpenWindow
from ui.shell.window import MainWindow
from ui.support.context import Context
from weibo_operator.domain.columns import Role
from weibo_operator.domain.labels import State

OWN = ("谁", "说了", "哪天")
ROLES = (Role.NICKNAME, Role.TEXT, Role.TIME)


@pytest.fixture
def window(open_window: OpenWindow, context: Context) -> MainWindow:
    return open_window(context)


def test_the_sheet_that_was_chosen_comes_in(qtbot: QtBot, window: MainWindow, context: Context, tmp_path: Path) -> None:
    first, second = ("甲", "没发货", "2026-11-18 09:30"), ("乙", "退款呢", "2026-11-18 09:31")
    path = sheet_book(tmp_path / "登记.xlsx", {"一月": [OWN, first], "二月": [OWN, second]})
    dialog = window.dialogs.importer
    with qtbot.waitSignal(dialog.controller.mapping_wanted):
        window.dialogs.import_files([path])
    mapping = dialog.page.mapping
    dialog.controller.use_mapping(mapping.table, replace(mapping.mapping(), roles=ROLES))
    qtbot.waitUntil(lambda: dialog.controller.preview is not None)
    assert "表头一样的还有 二月，没有读" in dialog.page.format_words
    dialog.controller.change_mapping()
    with qtbot.waitSignal(dialog.controller.mapping_wanted):
        mapping.sheet.setCurrentText("二月")
    dialog.controller.use_mapping(mapping.table, mapping.mapping())
    qtbot.waitUntil(lambda: dialog.controller.preview is not None)
    assert "表头一样的还有 一月，没有读" in dialog.page.format_words
    with qtbot.waitSignal(dialog.finished):
        dialog.start_import()
    (ticket,) = context.operator.inbox.pane(State.NEW)
    assert context.operator.inbox.view(ticket).customer.nickname == "乙"
