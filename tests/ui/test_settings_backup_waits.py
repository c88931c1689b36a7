"""A backup by hand that waits behind an export or an import says so, instead of nothing."""

from pathlib import Path
from threading import Event

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.settings.data import BACKUP_HINT, DataSection
from ui.support.context import Context
from ui.support.tasks import Handlers, Task


def test_it_says_that_it_is_at_work_and_then_what_it_is_for(context: Context, qtbot: QtBot, tmp_path: Path):
    def offered(_parent: QWidget, path: Path) -> Path:
        return tmp_path / path.name

    section = DataSection(context, offered)
    qtbot.addWidget(section)
    section.show()
    ended = Event()

    def work(_task: Task) -> bool:
        return ended.wait(10)

    context.runner.run(work, Handlers(_nothing, _raise))
    qtbot.mouseClick(section.backup, Qt.MouseButton.LeftButton)
    assert section.backup_row.hint.startswith("正在备份")
    assert not section.backup.isEnabled()
    ended.set()
    qtbot.waitUntil(section.backup.isEnabled)
    assert section.backup_row.hint == BACKUP_HINT
    assert list(tmp_path.glob("微博客服台备份_*.db"))


def _nothing(_result: object) -> None:
    """Nobody waits for it."""


def _raise(error: Exception) -> None:
    raise error
