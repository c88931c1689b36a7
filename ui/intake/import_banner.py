"""The line over the pages: an import that goes on without its dialog, a question of it, files found in a folder."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.intake.import_dialog import ImportDialog
from ui.support.actions import anywhere
from ui.support.context import Context
from ui.widgets.banner import Banner
from weibo_operator.domain.file_print import FilePrint
from weibo_operator.services.intake import ImportReport
from weibo_operator.translation import tr

KEY = anywhere("import_banner")
NAMES_SHOWN = 2


class ImportBanner(Banner):
    """Follows the dialog once there is one; ``files_wanted`` and ``files_unwanted`` carry the files found."""

    files_wanted = Signal(object)
    files_unwanted = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, parent=parent)
        self._dialog: ImportDialog | None = None
        self._found: tuple[FilePrint, ...] = ()
        self._result: ImportReport | None = None
        self._progress = (0, 0)
        self.acted.connect(self.act)
        self.second_acted.connect(self._turn_away)

    def follow(self, dialog: ImportDialog) -> None:
        """Say from now on what this dialog is at, while it is not shown."""
        self._dialog = dialog
        controller = dialog.controller
        dialog.put_away.connect(self.refresh)
        dialog.brought_back.connect(self.refresh)
        dialog.finished.connect(self._take_end)
        dialog.closed.connect(self.refresh)
        controller.reading.connect(self.refresh)
        controller.previewed.connect(self.refresh)
        controller.mapping_wanted.connect(self.refresh)
        controller.refused.connect(self.refresh)
        controller.progressed.connect(self._take_progress)

    @Slot(object)
    def show_found(self, files: tuple[FilePrint, ...]) -> None:
        """Offer files that lie in the watched folder."""
        self._found = files
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Name what matters most: work without its dialog, rows left out, files found."""
        dialog = self._at_work()
        if dialog is not None and self._stands_in():
            self._show_work(dialog)
        elif self._result is not None and self._stands_in():
            report = self._result
            self.show_message(
                tr("导入完成，新消息 {0}，新工单 {1}。", report.new, report.tickets),
                tr("有 {0} 行没有导入。", report.skipped),
                tone="neutral",
                icon="triangle-alert",
                action=tr("看是哪些"),
                keys=KEY,
                second=tr("知道了"),
            )
        elif self._found and dialog is None:
            names = tr("、").join(Path(each.path).name for each in self._found[:NAMES_SHOWN])
            self.show_message(
                tr("文件夹里有 {0} 个新文件", len(self._found)),
                tr("{0} 等", names) if len(self._found) > NAMES_SHOWN else names,
                tone="info",
                icon="folder-open",
                action=tr("看看里面"),
                keys=KEY,
                second=tr("不用"),
            )
        else:
            self.hide()

    @Slot()
    def act(self) -> None:
        """The key: show the dialog, the rows left out, or what the files found hold."""
        dialog = self._at_work()
        if dialog is not None:
            dialog.bring_back()
            self.refresh()
        elif self._result is not None and self._dialog is not None:
            self._result = None
            self._dialog.show_result()
            self.refresh()
        elif self._found:
            self.files_wanted.emit(self._found)

    @Slot()
    def _turn_away(self) -> None:
        dialog = self._at_work()
        if dialog is not None:
            dialog.stop()
        elif self._result is not None:
            self._result = None
        else:
            found, self._found = self._found, ()
            self.files_unwanted.emit(found)
        self.refresh()

    @Slot(object)
    def _take_end(self, report: ImportReport) -> None:
        self._progress = (0, 0)
        self._result = report if report.problems and self._stands_in() else None
        self.refresh()

    @Slot(int, int)
    def _take_progress(self, done: int, total: int) -> None:
        self._progress = (done, total)
        if self._stands_in():
            self.refresh()

    def _at_work(self) -> ImportDialog | None:
        return self._dialog if self._dialog is not None and self._dialog.is_at_work else None

    def _stands_in(self) -> bool:
        return self._dialog is not None and not self._dialog.isVisible()

    def _show_work(self, dialog: ImportDialog) -> None:
        controller = dialog.controller
        name = controller.path.name
        done, total = self._progress
        if controller.importing:
            counted = tr("已导入 {0:,} / {1:,} 行", done, total) if total else tr("正在读")
            self.show_message(
                tr("正在导入 {0}", name),
                counted,
                tone="info",
                icon="loader",
                action=tr("看进度"),
                keys=KEY,
                second=tr("停下"),
            )
        elif dialog.asks:
            self.show_message(
                tr("{0} 读好了", name),
                tr("看一眼再导入。"),
                tone="info",
                icon="file-text",
                action=tr("看看"),
                keys=KEY,
                second=tr("不导了"),
            )
        else:
            self.show_message(
                tr("正在读 {0}", name), "", tone="info", icon="loader", action=tr("看看"), keys=KEY, second=tr("停下")
            )
