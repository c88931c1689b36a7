"""Choosing files beside the open data file must not unlock it."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog, QListView, QWidget
from pytestqt.qtbot import QtBot

from tests.conftest import Customers
from ui.support import file_dialogs
from weibo_operator.bootstrap import Operator
from weibo_operator.domain.errors import FileUnreadableError

# Leaving WAL needs every other connection to be gone: it succeeds only where our process has lost its locks.
TAKE_OVER = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], timeout=0)
try:
    print(connection.execute("PRAGMA journal_mode = DELETE").fetchone()[0])
except sqlite3.OperationalError as error:
    print(error)
"""

posix_locks = pytest.mark.skipif(sys.platform == "win32", reason="only POSIX locks are given up by closing a file")


def what_another_process_gets(path: Path) -> str:
    got = subprocess.run([sys.executable, "-c", TAKE_OVER, str(path)], capture_output=True, text=True, check=True)
    return got.stdout.strip()


@posix_locks
def test_a_look_into_the_open_file_gives_up_its_locks(operator: Operator, customers: Customers) -> None:
    """Why the rest of this file exists: the danger is real on this system."""
    operator.intake.capture(customers.message("在吗"))
    assert what_another_process_gets(operator.desk.path) == "database is locked"
    operator.desk.path.read_bytes()
    assert what_another_process_gets(operator.desk.path) != "database is locked"


@posix_locks
def test_the_file_dialog_leaves_the_open_file_locked(
    operator: Operator, customers: Customers, qtbot: QtBot, theme: object
) -> None:
    operator.intake.capture(customers.message("在吗"))
    parent = QWidget()
    qtbot.addWidget(parent)
    folder = operator.desk.path.parent
    seen: list[int] = []

    def turn_away() -> None:
        dialog = parent.findChild(QFileDialog)
        assert dialog is not None
        view = dialog.findChild(QListView, "listView")
        seen.append(view.model().rowCount(view.rootIndex()))
        dialog.grab()
        dialog.reject()

    timer = QTimer()
    timer.setSingleShot(True)
    timer.timeout.connect(turn_away)
    timer.start(500)
    assert file_dialogs.choose_files(parent, "导入", folder, "所有文件 (*)") == ()
    assert seen[0] >= 2, "the data file and its companions were listed"
    assert what_another_process_gets(operator.desk.path) == "database is locked"


def test_the_open_file_itself_is_not_imported(operator: Operator, customers: Customers) -> None:
    operator.intake.capture(customers.message("在吗"))
    for suffix in ("", "-wal", "-shm"):
        path = operator.desk.path.with_name(operator.desk.path.name + suffix)
        with pytest.raises(FileUnreadableError) as refused:
            operator.intake.preview(path)
        assert refused.value.data["reason"] == "own_file"


def test_another_kind_of_file_changes_the_names_ending(qtbot: QtBot, theme: object, tmp_path: Path) -> None:
    assert theme
    parent = QWidget()
    qtbot.addWidget(parent)

    def choose_the_page() -> None:
        dialog = parent.findChild(QFileDialog)
        assert dialog is not None
        dialog.selectNameFilter("网页 (*.html)")
        dialog.filterSelected.emit("网页 (*.html)")
        dialog.accept()

    QTimer.singleShot(0, choose_the_page)
    kinds = "表格 (*.csv);;网页 (*.html)"
    assert file_dialogs.choose_place(parent, "导出", tmp_path / "知识卡.csv", kinds) == tmp_path / "知识卡.html"
