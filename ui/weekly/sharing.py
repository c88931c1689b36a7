"""Handing the week on: copied as text or written to a file in the background, and a line on what became of it."""

from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from ui.support.context import Context
from ui.weekly.export import Exporter
from ui.weekly.folder import ChoosePath, LastFolder
from ui.weekly.view import WeekView
from ui.weekly.words import export_name, week_words
from weibo_operator.domain.week import Week


class Sharing(QObject):
    """Works on the week last turned to; says what happened in the view's banner, or as a notice when unseen."""

    def __init__(self, context: Context, view: WeekView, choose_path: ChoosePath, folder: LastFolder) -> None:
        super().__init__(view)
        self._context = context
        self._view = view
        self._choose_path = choose_path
        self._folder = folder
        self._week = context.operator.weekly.current()
        self._exported: Path | None = None
        self._exporter = Exporter(context, self)
        view.header.copy_asked.connect(self.copy_text)
        view.header.export_asked.connect(self.export)
        view.banner.acted.connect(self._open_folder)
        view.banner.second_acted.connect(view.banner.hide)
        self._exporter.started.connect(self._tell_started)
        self._exporter.finished.connect(self._tell_finished)
        self._exporter.failed.connect(self._tell_failed)

    def turn_to(self, week: Week) -> None:
        """Work on another week."""
        self._week = week
        if not self._exporter.running:
            self._view.banner.hide()

    @Slot(str)
    def export(self, suffix: str) -> None:
        """Ask where, then write the week in the background; ``suffix`` is .xlsx, .csv or .txt."""
        if self._exporter.running:
            return
        path = self._choose_path(self._view, self._folder.path() / export_name(self._week, suffix))
        if path is not None:
            self._folder.remember(path.parent)
            self._exporter.export(self._week, path, unmasked=self._unmasked)

    @Slot()
    def copy_text(self) -> None:
        """Put the week as plain text into the clipboard."""
        self._context.desktop.copy(self._context.operator.weekly.text(self._week, unmasked=self._unmasked))
        self._context.news.notice.emit(f"已复制{week_words(self._week)}的周报，可以粘贴到微信里")

    @Slot()
    def _tell_started(self) -> None:
        self._view.header.set_exporting(running=True)
        self._view.banner.show_message("正在导出……", "可以继续做别的。", tone="neutral", icon="hourglass")

    @Slot(object)
    def _tell_finished(self, path: Path) -> None:
        self._exported = path
        self._view.header.set_exporting(running=False)
        self._view.banner.show_message(
            f"已导出：{path.name}",
            "客户昵称没有打码，请勿外传。" if self._unmasked and path.suffix != ".csv" else "",
            tone="success",
            icon="circle-check",
            action="打开所在文件夹",
            second="知道了",
        )
        self._tell_unseen(f"已导出：{path.name}")

    @Slot(str)
    def _tell_failed(self, said: str) -> None:
        self._exported = None
        self._view.header.set_exporting(running=False)
        self._view.banner.show_message("没有导出", said, second="知道了")
        self._tell_unseen(said)

    @Slot()
    def _open_folder(self) -> None:
        if self._exported is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._exported.parent)))

    @property
    def _unmasked(self) -> bool:
        return self._view.header.names.isChecked()

    def _tell_unseen(self, said: str) -> None:
        """Who is on another page meanwhile hears of it there."""
        if not self._view.isVisible():
            self._context.news.notice.emit(said)
