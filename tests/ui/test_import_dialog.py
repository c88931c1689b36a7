"""Importing through the window: counts before anything is written, then the rows, one file after another."""

import csv
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.intake.import_dialog import ImportDialog, dropped_files
from ui.support.context import Context
from weibo_operator.domain.labels import State
from weibo_operator.domain.settings import PRACTICE

HEADS = (
    *(
        "id",
        "bid",
        "user_id",
        "用户昵称",
        "微博正文",
        "头条文章url",
        "发布位置",
        "艾特用户",
        "话题",
        "转发数",
        "评论数",
    ),
    *("点赞数", "发布时间", "发布工具", "微博图片url", "微博视频url", "retweet_id"),
)


def row(number: int, **changes: str) -> dict[str, str]:
    """One row of a weibo-search file."""
    made = {
        "id": str(5_100_000_000_000_001 + number * 7),
        "user_id": str(1_700_000_000 + number),
        "用户昵称": f"买家{number}号",
        "微博正文": f"第{number}单还没有发货，什么时候能到？",
        "发布时间": "2026-11-18 09:30",
    }
    return {**made, **changes}


def write(path: Path, rows: Sequence[dict[str, str]], encoding: str = "utf-8-sig") -> Path:
    """A file as the crawler leaves it."""
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.DictWriter(file, HEADS, restval="")
        writer.writeheader()
        writer.writerows(rows)
    return path


@pytest.fixture
def dialog(context: Context, host: QWidget) -> ImportDialog:
    return ImportDialog(context, host)


def open_and_wait(qtbot: QtBot, dialog: ImportDialog, *files: Path) -> None:
    with qtbot.waitSignal(dialog.controller.previewed):
        dialog.open_files(files)


def test_counts_are_shown_and_nothing_is_written_before_the_operator_says_so(
    qtbot: QtBot, context: Context, dialog: ImportDialog, tmp_path: Path
) -> None:
    rows = [row(1), row(1), row(2, 微博正文="哈哈哈哈"), row(3), row(4, id="4.53774E+15")]
    open_and_wait(qtbot, dialog, write(tmp_path / "搜索.csv", rows, "gb18030"))
    page = dialog.page
    counts = [tile.count for tile in (page.rows_read, page.new, page.known, page.no_reply, page.broken)]
    assert counts == [5, 3, 1, 1, 1]
    assert dialog.accept.text() == "导入 3 条"
    assert "weibo-search" in page.format_words
    assert "17 列" in page.format_words
    assert context.operator.inbox.counts()[State.NEW] == 0


def test_an_unreadable_row_names_its_line_and_the_reason(qtbot: QtBot, dialog: ImportDialog, tmp_path: Path) -> None:
    open_and_wait(qtbot, dialog, write(tmp_path / "a.csv", [row(1), row(2, 发布时间="晚饭后")]))
    rows = dialog.page.table.rows
    broken = [rows.row_at(number) for number in range(rows.rowCount()) if rows.row_at(number).broken]
    assert [(found.when, found.result) for found in broken] == [("第 3 行", ("时间认不出来，跳过（晚饭后）",))]


def test_readable_rows_show_the_labels_they_would_get(qtbot: QtBot, dialog: ImportDialog, tmp_path: Path) -> None:
    open_and_wait(qtbot, dialog, write(tmp_path / "a.csv", [row(1, 微博正文="快递丢了没人管，我要投诉")]))
    first = dialog.page.table.rows.row_at(0)
    assert first.who == "买家1号"
    assert first.result[0] == "投诉"


def test_ctrl_enter_imports_and_offers_to_take_it_back(
    qtbot: QtBot, context: Context, dialog: ImportDialog, tmp_path: Path
) -> None:
    told = QSignalSpy(context.news.undoable)
    changed = QSignalSpy(context.news.changed)
    open_and_wait(qtbot, dialog, write(tmp_path / "a.csv", [row(1), row(2)]))
    with qtbot.waitSignal(dialog.finished) as done:
        qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert done.args is not None
    assert (done.args[0].new, done.args[0].tickets) == (2, 2)
    assert told.at(0) == ["导入完成：新消息 2，新工单 2"]
    assert changed.count() == 1
    assert dialog.isHidden()
    assert context.operator.inbox.counts()[State.NEW] == 2
    context.operator.history.undo()
    assert context.operator.inbox.counts()[State.NEW] == 0


def test_keys_work_from_the_table_too(qtbot: QtBot, dialog: ImportDialog, tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", [row(1)])
    open_and_wait(qtbot, dialog, path)
    qtbot.keyClick(dialog.page.table, Qt.Key.Key_Escape)
    assert dialog.isHidden()
    open_and_wait(qtbot, dialog, path)
    with qtbot.waitSignal(dialog.finished) as done:
        qtbot.keyClick(dialog.page.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert done.args is not None
    assert done.args[0].new == 1


def test_a_known_file_brings_nothing_and_enter_only_closes(
    qtbot: QtBot, context: Context, dialog: ImportDialog, tmp_path: Path
) -> None:
    path = write(tmp_path / "a.csv", [row(1)])
    context.operator.intake.import_file(path)
    told = QSignalSpy(context.news.undoable)
    open_and_wait(qtbot, dialog, path)
    assert dialog.accept.text() == "知道了"
    with qtbot.waitSignal(dialog.finished):
        dialog.start_import()
    assert told.count() == 0


def test_cancelling_half_way_keeps_what_came_in_and_says_so(
    qtbot: QtBot, context: Context, dialog: ImportDialog, tmp_path: Path
) -> None:
    told = QSignalSpy(context.news.undoable)
    open_and_wait(qtbot, dialog, write(tmp_path / "a.csv", [row(number) for number in range(400)]))
    dialog.controller.progressed.connect(dialog.stop)
    with qtbot.waitSignal(dialog.finished, timeout=20_000) as done:
        dialog.start_import()
    assert done.args is not None
    report = done.args[0]
    assert report.cancelled
    assert 0 < report.new < 400
    assert context.operator.inbox.counts()[State.NEW] == report.tickets
    assert told.at(0) == [f"导入停下了，已经进来的留着：新消息 {report.new}，新工单 {report.tickets}"]
    assert dialog.isHidden()


def test_files_are_worked_off_one_after_another_past_one_that_cannot_be_read(
    qtbot: QtBot, dialog: ImportDialog, tmp_path: Path
) -> None:
    broken = tmp_path / "空.csv"
    broken.write_bytes(b"")
    files = [write(tmp_path / "a.csv", [row(1)]), broken, write(tmp_path / "b.csv", [row(2), row(3)])]
    open_and_wait(qtbot, dialog, *files)
    with qtbot.waitSignal(dialog.controller.refused):
        dialog.start_import()
    assert "空.csv 是空的" in dialog.page.refusal
    assert dialog.accept.text() == "看下一个文件"
    with qtbot.waitSignal(dialog.controller.previewed):
        dialog.start_import()
    with qtbot.waitSignal(dialog.finished) as done:
        dialog.start_import()
    assert done.args is not None
    assert done.args[0].new == 3


def test_a_file_can_be_left_out(qtbot: QtBot, context: Context, dialog: ImportDialog, tmp_path: Path) -> None:
    files = [write(tmp_path / "a.csv", [row(1)]), write(tmp_path / "b.csv", [row(2), row(3)])]
    open_and_wait(qtbot, dialog, *files)
    with qtbot.waitSignal(dialog.controller.previewed):
        dialog.skip.click()
    with qtbot.waitSignal(dialog.finished):
        dialog.start_import()
    assert context.operator.inbox.counts()[State.NEW] == 2


def test_escape_while_reading_closes_and_the_late_answer_changes_nothing(
    qtbot: QtBot, context: Context, dialog: ImportDialog, tmp_path: Path
) -> None:
    late = QSignalSpy(dialog.controller.previewed)
    dialog.open_files([write(tmp_path / "a.csv", [row(1)])])
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isHidden()
    context.runner.stop()
    qtbot.wait(1)
    assert late.count() == 0


def test_the_practice_desk_takes_no_real_file(
    qtbot: QtBot, context: Context, dialog: ImportDialog, tmp_path: Path
) -> None:
    context.operator.shop.change(PRACTICE, value=True)
    with qtbot.waitSignal(context.news.notice) as said:
        dialog.open_files([write(tmp_path / "a.csv", [row(1)])])
    assert said.args is not None
    assert "练习数据" in said.args[0]
    assert dialog.isHidden()


def test_the_file_chooser_begins_where_files_were_last(
    qtbot: QtBot, context: Context, host: QWidget, tmp_path: Path
) -> None:
    path = write(tmp_path / "a.csv", [row(1)])
    folders: list[Path] = []

    def choose(_parent: QWidget, folder: Path) -> Sequence[Path]:
        folders.append(folder)
        return [path] if len(folders) == 1 else []

    dialog = ImportDialog(context, host, choose)
    with qtbot.waitSignal(dialog.controller.previewed):
        dialog.choose()
    dialog.dismiss()
    dialog.choose()
    assert folders[1] == tmp_path
    assert dialog.isHidden()


@pytest.mark.parametrize("make", [lambda folder: folder, lambda folder: folder / "no.csv"])
def test_dropping_takes_files_only(tmp_path: Path, make: Callable[[Path], Path]) -> None:
    path = write(tmp_path / "a.csv", [row(1)])
    dropped = QMimeData()
    dropped.setUrls(
        [QUrl.fromLocalFile(str(make(tmp_path))), QUrl("https://weibo.com/a.csv"), QUrl.fromLocalFile(path)]
    )
    assert dropped_files(dropped) == (path,)
