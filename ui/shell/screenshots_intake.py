"""Pictures of files coming in: naming columns, what is left out, the watched folder, files over the window."""

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QEventLoop, QMimeData, QTimer, QUrl

from ui.shell.window import MainWindow
from weibo_operator.bootstrap import Operator
from weibo_operator.domain.settings import PRACTICE, WATCHED_FOLDER

LINES = (
    "客户,联系方式,来电内容,来电时间,经手人",
    "王女士,138****0001,买的橙汁机插电没反应，想换一台,2026-11-18 09:12,小橙",
    "李先生,138****0002,上周退的货，钱什么时候到账？,2026-11-18 09:40,小橙",
    ",138****0003,（挂断了）,2026-11-18 10:02,小橙",
    "周先生,138****0004,什么时候补货,晚饭后,小橙",
    "陈女士,138****0005,发票抬头开错了，能重开吗,2026-11-18 14:25,小橙",
)
"""Written for the pictures."""
WORK_MSEC = 1500
"""So long the background is given for a file of a few rows or a look into a folder, which waits a second itself."""


def take(window: MainWindow, operator: Operator, scratch: Path, picture: Callable[[str], Path]) -> Iterator[Path]:
    """Photograph each step; the practice file takes files for as long as it lasts."""
    operator.shop.change(PRACTICE, value=False)
    window.show_page("inbox")
    window.commands.to_board()
    dialog = window.dialogs.importer
    table = scratch / "来电登记表.csv"
    table.write_text("\n".join(LINES), encoding="gb18030")
    window.dialogs.import_files([table])
    _work()
    yield picture("60-mapping")
    dialog.start_import()
    _work()
    yield picture("61-mapped-preview")
    dialog.start_import()
    _work()
    yield picture("62-left-out")
    dialog.dismiss()
    yield from _folder(window, operator, scratch, picture)
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(table))])
    window.intake.drag(dropped)
    yield picture("65-drop")
    window.intake.leave()
    operator.shop.change(PRACTICE, value=True)


def _folder(window: MainWindow, operator: Operator, scratch: Path, picture: Callable[[str], Path]) -> Iterator[Path]:
    folder = scratch / "导出"
    folder.mkdir(exist_ok=True)
    for name in ("搜索结果.csv", "评论.csv"):
        (folder / name).write_text("\n".join((*LINES, name)), encoding="utf-8")
    operator.shop.change(WATCHED_FOLDER, str(folder))
    window.intake.watch.begin()
    for _ in range(2):
        _work()
    yield picture("63-watched-folder")
    window.show_page("settings")
    window.pages.settings.open_section("intake")
    yield picture("64-intake-settings")
    window.show_page("inbox")


def _work() -> None:
    """An event loop of its own: the worker needs the interpreter while the window waits."""
    loop = QEventLoop()
    QTimer.singleShot(WORK_MSEC, loop.quit)
    loop.exec()
