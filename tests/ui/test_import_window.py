"""Files in the whole window: dropped anywhere, offered from a folder, imported without the dialog."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.window_fixture import OpenWindow
from ui.intake.drop_frame import drop_words
from ui.shell.window import MainWindow
from ui.support.context import Context
from weibo_operator.domain.file_print import FilePrint
from weibo_operator.domain.labels import State
from weibo_operator.domain.settings import WATCHED_FOLDER

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def window(open_window: OpenWindow, context: Context) -> MainWindow:
    return open_window(context)


def export(folder: Path, name: str, rows: int, *more: str, first: int = 0) -> Path:
    path = folder / name
    lines = [f"买家{n},第{n}单还没有发货，什么时候能到,2026-11-18 09:30" for n in range(first, first + rows)]
    path.write_text("\n".join(["昵称,内容,时间", *lines, *more]), encoding="utf-8")
    return path


def mime(*files: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in files])
    return data


def enter(window: MainWindow, data: QMimeData) -> QDragEnterEvent:
    event = QDragEnterEvent(QPoint(50, 50), Qt.DropAction.CopyAction, data, LEFT, NONE)
    QApplication.sendEvent(window, event)
    return event


def test_a_frame_shows_where_files_may_be_let_go(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    data = mime(export(tmp_path, "a.csv", 2))
    assert enter(window, data).isAccepted()
    assert window.intake.frame.isVisible()
    assert "a.csv" in window.intake.frame.accessibleName()
    QApplication.sendEvent(window, QDragLeaveEvent())
    assert not window.intake.frame.isVisible()
    words = QMimeData()
    words.setText("没有文件")
    assert not enter(window, words).isAccepted()
    assert not window.intake.frame.isVisible()


def test_dropped_files_are_shown_before_they_are_imported(
    qtbot: QtBot, window: MainWindow, context: Context, tmp_path: Path
) -> None:
    data = mime(export(tmp_path, "a.csv", 2), export(tmp_path, "b.csv", 3, first=50))
    enter(window, data)
    with qtbot.waitSignal(window.dialogs.importer.controller.previewed):
        drop = QDropEvent(QPointF(50, 50), Qt.DropAction.CopyAction, data, LEFT, NONE)
        QApplication.sendEvent(window, drop)
    assert not window.intake.frame.isVisible()
    assert window.dialogs.importer.controller.files[1].name == "b.csv"
    assert context.operator.inbox.counts()[State.NEW] == 0


def test_many_names_are_counted(tmp_path: Path) -> None:
    files = [tmp_path / f"{n}.csv" for n in range(4)]
    assert drop_words(files, allowed=True)[1] == "0.csv、1.csv 等 4 个文件"
    assert "练习" in drop_words(files, allowed=False)[0]


def test_an_import_goes_on_without_its_dialog_and_the_line_tells(
    qtbot: QtBot, window: MainWindow, context: Context, tmp_path: Path
) -> None:
    dialog, banner = window.dialogs.importer, window.intake.banner
    with qtbot.waitSignal(dialog.controller.previewed):
        window.dialogs.import_files([export(tmp_path, "a.csv", 300, "乙,退款呢,晚饭后")])
    dialog.start_import()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isHidden()
    assert banner.isVisible()
    assert "正在导入 a.csv" in banner.accessibleName()
    window.run("import")  # Ctrl+I shows what is at work instead of asking for files
    assert dialog.isVisible()
    assert banner.isHidden()
    dialog.dismiss()
    with qtbot.waitSignal(dialog.finished, timeout=20_000):
        pass
    assert dialog.isHidden()
    assert "1 行没有导入" in banner.accessibleName()
    assert context.operator.inbox.counts()[State.NEW] == 300
    window.run("import_banner")
    assert dialog.page.result.left_out.count == 1
    dialog.dismiss()
    assert banner.isHidden()


def test_an_import_without_its_dialog_can_be_stopped(
    qtbot: QtBot, window: MainWindow, context: Context, tmp_path: Path
) -> None:
    dialog, banner = window.dialogs.importer, window.intake.banner
    with qtbot.waitSignal(dialog.controller.previewed):
        window.dialogs.import_files([export(tmp_path, "a.csv", 600)])
    dialog.start_import()
    dialog.dismiss()
    with qtbot.waitSignal(dialog.finished, timeout=20_000) as done:
        # The total is known once the file is read and rows are being stored.
        with qtbot.waitSignal(dialog.controller.progressed, check_params_cb=lambda _, total: total > 0):
            pass
        banner.second_acted.emit()
    assert done.args is not None
    assert done.args[0].cancelled
    assert context.operator.inbox.counts()[State.NEW] == done.args[0].tickets < 600
    context.operator.history.undo()
    assert context.operator.inbox.counts()[State.NEW] == 0


def test_files_dropped_during_an_import_come_after_it(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    dialog = window.dialogs.importer
    with qtbot.waitSignal(dialog.controller.previewed):
        window.dialogs.import_files([export(tmp_path, "a.csv", 100)])
    dialog.start_import()
    dialog.dismiss()
    window.intake.drop(mime(export(tmp_path, "b.csv", 2, first=500)))
    with qtbot.waitSignal(dialog.controller.previewed, timeout=20_000):
        pass
    assert dialog.controller.path.name == "b.csv"
    with qtbot.waitSignal(dialog.finished) as done:
        dialog.start_import()
    assert done.args is not None
    assert done.args[0].new == 102


def test_new_files_in_the_folder_are_offered_imported_and_then_known(
    qtbot: QtBot, window: MainWindow, context: Context, tmp_path: Path
) -> None:
    dialog, banner = window.dialogs.importer, window.intake.banner
    folder = tmp_path / "导出"
    folder.mkdir()
    context.news.tell(context.operator.shop.change(WATCHED_FOLDER, str(folder)))
    assert window.intake.watch.folder == folder
    export(folder, "a.csv", 2)
    qtbot.waitUntil(banner.isVisible, timeout=10_000)
    assert "文件夹里有 1 个新文件" in banner.accessibleName()
    assert dialog.isHidden()
    with qtbot.waitSignal(dialog.controller.previewed):
        window.run("import_banner")
    with qtbot.waitSignal(dialog.finished):
        dialog.start_import()
    assert context.operator.watched.find() == ()
    qtbot.waitUntil(banner.isHidden, timeout=10_000)


def test_each_look_into_the_folder_reads_only_what_is_new_there(
    qtbot: QtBot, window: MainWindow, context: Context, tmp_path: Path
) -> None:
    folder = tmp_path / "导出"
    folder.mkdir()
    path, watch = export(folder, "a.csv", 2), window.intake.watch
    os.utime(path, (1_700_000_000, 1_700_000_000))
    seen: list[tuple[FilePrint, ...]] = []
    watch.found.connect(seen.append)
    context.news.tell(context.operator.shop.change(WATCHED_FOLDER, str(folder)))
    qtbot.waitUntil(lambda: len(seen) == 1, timeout=20_000)
    path.write_bytes(path.read_bytes()[::-1])
    os.utime(path, (1_700_000_000, 1_700_000_000))
    watch.look()
    qtbot.waitUntil(lambda: len(seen) == 2, timeout=20_000)
    assert [Path(each.path) for each in seen[0]] == [path]
    assert seen[1] == seen[0]


def test_files_that_are_not_wanted_are_not_offered_again(
    qtbot: QtBot, window: MainWindow, context: Context, tmp_path: Path
) -> None:
    folder = tmp_path / "导出"
    folder.mkdir()
    export(folder, "a.csv", 2)
    context.news.tell(context.operator.shop.change(WATCHED_FOLDER, str(folder)))
    qtbot.waitUntil(window.intake.banner.isVisible, timeout=10_000)
    window.intake.banner.second_acted.emit()
    assert window.intake.banner.isHidden()
    assert context.operator.watched.find() == ()
    context.news.tell(context.operator.shop.change(WATCHED_FOLDER, ""))
    assert window.intake.watch.folder is None


@pytest.mark.parametrize("page", ["inbox", "templates"])
def test_an_import_taken_back_while_its_ticket_is_open_leaves_the_board(
    window: MainWindow, context: Context, tmp_path: Path, page: str
) -> None:
    inbox = context.operator.inbox
    context.news.tell(context.operator.intake.import_file(export(tmp_path, "a.csv", 2)).changes)
    window.commands.open_ticket(inbox.pane(State.NEW)[0])
    assert window.pages.inbox.in_session
    window.show_page(page)
    window.commands.undo()
    assert inbox.pane(State.NEW) == ()
    assert window.page == page
    assert not window.pages.inbox.in_session
    assert "买家" not in window.windowTitle()
    focus = window.focusWidget()
    assert focus is None or focus.isVisible()
