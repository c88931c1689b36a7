"""Automatic backups in the window, the settings that show them, and the list to restore from."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.conftest import Customers, SetClock
from tests.ui.window_fixture import OpenWindow
from ui.settings.data import DataSection
from ui.settings.restore_dialog import RestoreDialog
from ui.shell.backup_desk import BackupDesk
from ui.support import file_dialogs
from ui.support.context import Context
from weibo_operator.domain.settings import BACKUPS, PRACTICE
from weibo_operator.services import backups as service


class Heard:
    """What was told."""

    def __init__(self, context: Context) -> None:
        self.notices: list[str] = []
        context.news.notice.connect(self.notices.append)


@pytest.fixture
def asked(context: Context, customers: Customers) -> Context:
    """A desk with one customer."""
    context.operator.intake.capture(customers.message("在吗"))
    return context


@pytest.fixture
def host(qtbot: QtBot, show_active: Callable[[QWidget], None]) -> Iterator[QWidget]:
    host = QWidget()
    host.resize(1100, 680)
    show_active(host)
    yield host
    host.close()
    host.deleteLater()
    QCoreApplication.sendPostedEvents(host, QEvent.Type.DeferredDelete)


@pytest.fixture
def desk(asked: Context, host: QWidget) -> BackupDesk:
    return BackupDesk(asked, host)


@pytest.fixture
def section(asked: Context, qtbot: QtBot) -> Iterator[DataSection]:
    section = DataSection(asked)
    section.refresh()
    yield section
    section.deleteLater()
    QCoreApplication.sendPostedEvents(section, QEvent.Type.DeferredDelete)


def test_one_a_day_and_the_settings_say_when_and_how_large(
    asked: Context, desk: BackupDesk, section: DataSection, qtbot: QtBot, clock: SetClock
):
    assert "还没有备份" in section.last.text()
    with qtbot.waitSignal(asked.news.backed_up):
        desk.look()
    made = asked.operator.backups.newest()
    assert made is not None
    assert section.last.text() == f"最近一份核对无误：11月19日 14:10，{made.size / 1024:.0f} KB"
    desk.look()
    assert not desk._running, "today has one"
    clock.advance(days=1)
    with qtbot.waitSignal(asked.news.backed_up):
        desk.look()


def test_what_fails_is_a_sentence_and_nothing_else_breaks(
    asked: Context, desk: BackupDesk, section: DataSection, qtbot: QtBot, customers: Customers
):
    heard = Heard(asked)
    folder = asked.operator.backups.folder
    folder.write_text("in the way")
    for _ in range(2):
        with qtbot.waitSignal(asked.news.backed_up):
            desk.look()
    assert len(heard.notices) == 1, "said once, not every few minutes"
    assert "自动备份没有做成" in heard.notices[0]
    assert "刚才没有备份成" in section.last.text()
    asked.operator.intake.capture(customers.message("还在吗", uid="2"))
    folder.unlink()
    with qtbot.waitSignal(asked.news.backed_up):
        desk.look()
    assert "没有备份成" not in section.last.text()


def test_a_full_disk_is_a_sentence(asked: Context, desk: BackupDesk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(service, "SPARE_BYTES", 1 << 60)
    heard = Heard(asked)
    with qtbot.waitSignal(asked.news.backed_up):
        desk.look()
    assert "磁盘满了" in heard.notices[0]


def test_a_damaged_file_is_found_soon_after_the_start(
    asked: Context, customers: Customers, host: QWidget, qtbot: QtBot
):
    for number in range(200):
        asked.operator.intake.capture(customers.message("还没到货" * 50, uid=str(number)))
    asked.operator.desk.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    path = asked.operator.desk.path
    with path.open("r+b") as file:
        file.seek(path.stat().st_size // 2 // 4096 * 4096)
        file.write(os.urandom(8 * 4096))
    desk = BackupDesk(asked, host)
    with qtbot.waitSignal(desk.damaged):
        desk.look()
    assert asked.operator.backups.newest() is None


def test_the_switch_is_stored_and_practice_has_none(asked: Context, section: DataSection):
    section.automatic.click()
    assert asked.operator.shop.value(BACKUPS) is False
    section.automatic.click()
    assert asked.operator.shop.value(BACKUPS) is True
    asked.operator.shop.change(PRACTICE, True)
    section.refresh()
    assert not section.automatic.isEnabled()
    assert not section.automatic.isChecked()
    assert not section.restore.isEnabled()
    assert section.last.text() == "练习数据不备份"
    assert asked.operator.shop.value(BACKUPS) is True


def test_the_list_shows_time_size_and_tickets(asked: Context, host: QWidget, qtbot: QtBot, tmp_path: Path):
    made = asked.operator.backups.make()
    assert made is not None
    (tmp_path / "desk.before-restore-20251118-120000.db").write_bytes(b"x" * 2048)
    dialog = RestoreDialog(asked, host)
    dialog.open_list()
    model = dialog.list.model()

    def rows() -> list[str]:
        return [model.data(model.index(row, 0), Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]

    qtbot.waitUntil(lambda: "正在看" not in "".join(rows()))
    size = f"{made.size / 1024:.0f} KB"
    assert rows() == [
        f"11月19日 14:10，自动备份，{size}，1 张工单",
        "2025年11月18日 12:00，恢复之前留下的，2 KB，不能用",
    ]
    dialog.list.move(1)
    dialog.accept_button.click()
    assert "不是本程序的数据文件" in dialog.message
    assert not dialog.isHidden()
    dialog.list.move(-1)
    with qtbot.waitSignal(dialog.chosen) as chosen:
        qtbot.keyClick(dialog.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert chosen.args == [made.path]
    assert dialog.isHidden()


def test_another_file_is_checked_before_it_is_taken(asked: Context, host: QWidget, qtbot: QtBot, tmp_path: Path):
    given: list[Path | None] = [None, tmp_path / "notes.txt", asked.operator.health.backup(tmp_path / "usb" / "a.db")]
    (tmp_path / "notes.txt").write_text("not a backup" * 200)
    dialog = RestoreDialog(asked, host, choose=lambda _parent, _folder: given.pop(0))
    dialog.open_list()
    assert dialog.empty.isVisible()
    assert not dialog.accept_button.isEnabled()
    dialog.other.click()
    assert dialog.message == ""
    dialog.other.click()
    assert "不是本程序的数据文件" in dialog.message
    with qtbot.waitSignal(dialog.chosen) as chosen:
        dialog.other.click()
    assert chosen.args == [tmp_path / "usb" / "a.db"]


def test_a_copy_by_hand_is_made_in_the_background(
    asked: Context, open_window: OpenWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
):
    window, heard, target = open_window(asked), Heard(asked), tmp_path / "usb" / "a.db"
    monkeypatch.setattr(file_dialogs, "choose_place", lambda *_: target)
    window.run("backup")
    assert not target.exists(), "the window's thread does not copy"
    qtbot.waitUntil(lambda: bool(heard.notices))
    assert heard.notices == ["备份好了，已校验：a.db"]
    assert service.look_into(target).tickets == 1
    (tmp_path / "file").write_text("")
    monkeypatch.setattr(file_dialogs, "choose_place", lambda *_: tmp_path / "file" / "a.db")
    window.run("backup")
    qtbot.waitUntil(lambda: len(heard.notices) == 2)
    assert "备份好了" not in heard.notices[1]


def test_restoring_is_reached_from_settings_and_palette_but_not_in_practice(asked: Context, open_window: OpenWindow):
    window = open_window(asked)
    window.run("restore")
    assert not window.backups.dialog.isHidden()
    window.backups.dialog.dismiss()
    window.show_page("settings")
    page = window.pages.other("settings")
    page.open_section("data")
    section = page.sections["data"]
    assert isinstance(section, DataSection)
    section.restore.click()
    assert not window.backups.dialog.isHidden()
    window.backups.dialog.dismiss()
    heard = Heard(asked)
    asked.operator.shop.change(PRACTICE, True)
    window.run("restore")
    assert window.backups.dialog.isHidden()
    assert "练习数据" in heard.notices[0]
