"""Exporting from the weekly page: the remembered place, progress and cancel, whole names only when said, the folder."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from pytestqt.qtbot import QtBot

from tests.ui.weekly_fixture import (  # noqa: F401  fixtures
    Chosen,
    NotedDesktop,
    weekly_chosen,
    weekly_page,
    weekly_practised,
    weekly_settings,
)
from ui.support.context import Context
from ui.weekly.controller import WeeklyPage
from weibo_operator.services.weekly_export import WeekFormat


def said(page: WeeklyPage) -> str:
    return page.view.banner.accessibleName()


def export(page: WeeklyPage, qtbot: QtBot, kind: WeekFormat) -> None:
    page.view.header.format_action(kind).trigger()
    qtbot.waitUntil(lambda: "已导出" in said(page), timeout=20_000)


@pytest.mark.parametrize("kind", list(WeekFormat))
def test_every_format_is_written_beside_the_page(page: WeeklyPage, qtbot: QtBot, tmp_path: Path, kind: WeekFormat):
    export(page, qtbot, kind)
    path = tmp_path / f"微博客服周报_{page.week}{kind.suffix}"
    begin = {WeekFormat.XLSX: b"PK", WeekFormat.PDF: b"%PDF-1.6", WeekFormat.HTML: b"<!DOCTYPE html>"}
    assert path.read_bytes().startswith(begin.get(kind, b""))
    assert path.stat().st_size > 500
    assert not list(tmp_path.glob("*.partial"))
    assert not list(tmp_path.glob(".*.partial"))


def test_the_second_time_nothing_is_asked(page: WeeklyPage, qtbot: QtBot, chosen: Chosen, tmp_path: Path):
    export(page, qtbot, WeekFormat.CSV)
    path = tmp_path / chosen.offered[0]
    assert page.view.header.export.text() == "导出 CSV"
    path.unlink()
    page.view.banner.hide()
    assert page.handle("export")
    qtbot.waitUntil(lambda: not page.view.banner.isHidden() and "已导出" in said(page))
    assert path.exists()
    assert len(chosen.offered) == 1


def test_a_file_changed_by_hand_is_left_alone(page: WeeklyPage, qtbot: QtBot, chosen: Chosen, tmp_path: Path):
    export(page, qtbot, WeekFormat.TXT)
    path = tmp_path / chosen.offered[0]
    path.write_text("老板的批注", "utf-8")
    page.handle("export")
    second = path.with_name(f"{path.stem}_2.txt")
    qtbot.waitUntil(second.exists)
    qtbot.waitUntil(lambda: second.name in said(page))
    assert path.read_text("utf-8") == "老板的批注"
    first = second.read_bytes()
    page.handle("export")
    qtbot.waitUntil(lambda: path.with_name(f"{path.stem}_2.txt").read_bytes() == first and "已导出" in said(page))
    assert not path.with_name(f"{path.stem}_3.txt").exists()


def test_a_remembered_folder_that_is_gone_is_asked_for(
    page: WeeklyPage, qtbot: QtBot, chosen: Chosen, settings: QSettings, tmp_path: Path
):
    settings.setValue("weekly/folder", str(tmp_path / "gone"))
    settings.setValue("weekly/format", "nonsense")
    page.handle("export")
    assert chosen.offered == [f"微博客服周报_{page.week}.xlsx"]
    qtbot.waitUntil(lambda: "已导出" in said(page))


def test_cancelled_nothing_is_written(page: WeeklyPage, qtbot: QtBot, chosen: Chosen, tmp_path: Path):
    page.view.header.format_action(WeekFormat.XLSX).trigger()
    assert said(page).startswith("正在导出")
    assert not page.view.header.export.isEnabled()
    assert page.handle("back")
    qtbot.waitUntil(lambda: "已取消导出" in said(page))
    assert not list(tmp_path.glob("微博客服周报*"))
    assert page.view.header.export.isEnabled()
    assert not page.handle("back")


def test_whole_names_are_written_only_after_a_question(page: WeeklyPage, qtbot: QtBot, tmp_path: Path):
    page.view.header.names.setChecked(True)
    page.handle("export")
    dialog = page.view.names
    assert not dialog.isHidden()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isHidden()
    assert page.view.banner.isHidden()
    page.view.header.format_action(WeekFormat.TXT).trigger()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "已导出" in said(page))
    path = tmp_path / f"微博客服周报_{page.week}.txt"
    masked = path.read_text("utf-8")
    assert "＊＊" in masked
    page.handle("export")
    qtbot.keyClick(dialog, Qt.Key.Key_2)
    qtbot.waitUntil(lambda: "请勿外传" in said(page))
    assert "＊＊" not in path.read_text("utf-8")


def test_the_copied_text_asks_before_whole_names_too(practised: Context, page: WeeklyPage, qtbot: QtBot):
    page.view.header.names.setChecked(True)
    page.view.header.copy.click()
    qtbot.mouseClick(page.view.names.masked, Qt.MouseButton.LeftButton)
    assert "＊＊" in practised.desktop.clipboard_text()


def test_the_folder_opens_by_key_and_by_mouse(practised: Context, page: WeeklyPage, qtbot: QtBot, tmp_path: Path):
    assert not page.handle("open_page")
    export(page, qtbot, WeekFormat.JSON)
    assert page.handle("open_page")
    page.view.banner.acted.emit()
    desktop = practised.desktop
    assert isinstance(desktop, NotedDesktop)
    assert desktop.folders == [tmp_path, tmp_path]


def test_the_formats_are_chosen_by_their_digit(page: WeeklyPage, qtbot: QtBot, chosen: Chosen):
    chosen.answer = None
    assert page.handle("export_as")
    menu = page.view.header.menu
    qtbot.waitUntil(menu.isVisible)
    qtbot.keyClick(menu, Qt.Key.Key_5)
    assert chosen.offered == [f"微博客服周报_{page.week}.txt"]
    assert not menu.isVisible()
