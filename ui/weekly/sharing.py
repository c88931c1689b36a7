"""Handing the week on: copied as text or written to a file in the background, and a line on what became of it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from ui.support.context import Context
from ui.weekly.export import Exporter, Wanted
from ui.weekly.folder import ChoosePath, LastPlace
from ui.weekly.view import WeekView
from ui.weekly.words import KIND_SHORT, export_name, week_words
from weibo_operator.domain.week import Week
from weibo_operator.domain.weekly import WeeklySummary
from weibo_operator.services.weekly_export import WeekFormat
from weibo_operator.services.weekly_text import text
from weibo_operator.translation import tr


class Sharing(QObject):
    """Works on the week last turned to; says what happened in the view's banner, or as a notice when unseen."""

    def __init__(self, context: Context, view: WeekView, choose_path: ChoosePath, place: LastPlace) -> None:
        super().__init__(view)
        self._context = context
        self._view = view
        self._choose_path = choose_path
        self._place = place
        self._week = context.operator.weekly.current()
        self._against: Week | None = None
        self._summary: WeeklySummary | None = None
        self._exported: Wanted | None = None
        self._asked: Callable[[bool], None] | None = None
        self._exporter = Exporter(context, self)
        self._name_button()
        self._wire()

    @property
    def running(self) -> bool:
        """True while a file is being written."""
        return self._exporter.running

    def take(self, summary: WeeklySummary) -> None:
        """These figures are shown now."""
        self._summary = summary

    def turn_to(self, week: Week, against: Week | None = None) -> None:
        """Work on another week, or beside another one."""
        self._week, self._against = week, against
        if not self._exporter.running:
            self._exported = None
            self._view.banner.hide()

    @Slot()
    def export(self) -> None:
        """Write the week where and how it was written last; ask the first time."""
        folder, kind = self._place.folder(), self._place.kind
        if folder is None:
            self.export_as(kind)
            return
        path = self._place.place_for(folder, export_name(self._week, kind.suffix))
        self._with_names(lambda unmasked: self._write(kind, path, unmasked=unmasked))

    @Slot(object)
    def export_as(self, kind: WeekFormat) -> None:
        """Ask where, then write the week in one of the formats."""
        self._with_names(lambda unmasked: self._ask_place(kind, unmasked=unmasked))

    @Slot()
    def copy_text(self) -> None:
        """Put the week as plain text into the clipboard."""
        self._with_names(self._copy)

    def cancel(self) -> bool:
        """Stop the export that runs; False when there is none."""
        running = self._exporter.running
        self._exporter.cancel()
        return running

    def open_folder(self) -> bool:
        """Show the folder of the file written last; False when there is none."""
        if self._exported is None or self._view.banner.isHidden():
            return False
        if not self._context.desktop.open_folder(self._exported.path.parent):
            self._context.news.notice.emit(tr("打不开文件夹。文件在 {0}", self._exported.path))
        return True

    @Slot()
    def _act(self) -> None:
        if not self.cancel():
            self.open_folder()

    @Slot(bool)
    def _go_on(self, unmasked: bool) -> None:
        asked, self._asked = self._asked, None
        if asked is not None:
            asked(unmasked)

    @Slot()
    def _tell_started(self) -> None:
        self._view.header.set_exporting(running=True)
        self._tell_progress(0)

    @Slot(int)
    def _tell_progress(self, percent: int) -> None:
        if self._exporter.running:
            self._view.banner.show_message(
                tr("正在导出…… {0}%", percent),
                tr("可以继续做别的。"),
                tone="neutral",
                icon="hourglass",
                action=tr("取消"),
                keys="Esc",
            )

    @Slot(object)
    def _tell_finished(self, wanted: Wanted) -> None:
        self._exported = wanted
        self._place.note_written(wanted.path)
        self._view.header.set_exporting(running=False)
        self._view.banner.show_message(
            tr("已导出：{0}", wanted.path.name),
            tr("含客户完整昵称，请勿外传。") if wanted.unmasked else tr("在 {0}，客户昵称已打码。", wanted.path.parent),
            tone="success",
            icon="circle-check",
            action=tr("打开文件夹"),
            keys="O",
            second=tr("知道了"),
        )
        self._tell_unseen(tr("已导出：{0}", wanted.path.name))

    @Slot()
    def _tell_stopped(self) -> None:
        self._view.header.set_exporting(running=False)
        self._view.banner.show_message(
            tr("已取消导出"), tr("没有写出任何文件。"), tone="neutral", icon="info", second=tr("知道了")
        )

    @Slot(str)
    def _tell_failed(self, said: str) -> None:
        self._exported = None
        self._view.header.set_exporting(running=False)
        self._view.banner.show_message(tr("没有导出"), said, second=tr("知道了"))
        self._tell_unseen(said)

    def _with_names(self, work: Callable[[bool], None]) -> None:
        """Do it with masked names; while the page shows them whole, ask first."""
        if self._exporter.running:
            return
        if not self._view.header.names.isChecked():
            work(False)
            return
        self._asked = work
        self._view.names.ask()

    def _ask_place(self, kind: WeekFormat, *, unmasked: bool) -> None:
        offered = self._place.offered_folder() / export_name(self._week, kind.suffix)
        chosen = self._choose_path(self._view, offered)
        if chosen is not None:
            path = chosen if chosen.suffix.lower() == kind.suffix else chosen.with_name(chosen.name + kind.suffix)
            self._write(kind, path, unmasked=unmasked)

    def _write(self, kind: WeekFormat, path: Path, *, unmasked: bool) -> None:
        self._place.remember(path, kind)
        self._name_button()
        self._exported = None
        self._exporter.export(Wanted(self._week, kind, path, unmasked, self._against))

    def _copy(self, unmasked: bool) -> None:
        summary = self._summary
        wanted = (self._week, self._against, True)
        if summary is None or (summary.week, summary.against, summary.whole) != wanted:
            self._context.news.notice.emit(tr("数字还没统计好，稍等一下再复制"))
            return
        self._context.desktop.copy(text(summary, self._context.operator.weekly.words, unmasked=unmasked))
        self._context.news.notice.emit(tr("已复制{0}的周报，可以粘贴到微信里", week_words(self._week)))

    def _name_button(self) -> None:
        folder = self._place.folder()
        self._view.header.name_export(KIND_SHORT[self._place.kind], "" if folder is None else str(folder))

    def _tell_unseen(self, said: str) -> None:
        """Who is on another page meanwhile hears of it there."""
        if not self._view.isVisible():
            self._context.news.notice.emit(said)

    def _wire(self) -> None:
        header, banner, exporter = self._view.header, self._view.banner, self._exporter
        header.copy_asked.connect(self.copy_text)
        header.export_asked.connect(self.export)
        header.export_as_asked.connect(self.export_as)
        banner.acted.connect(self._act)
        banner.second_acted.connect(banner.hide)
        self._view.names.answered.connect(self._go_on)
        exporter.started.connect(self._tell_started)
        exporter.progressed.connect(self._tell_progress)
        exporter.finished.connect(self._tell_finished)
        exporter.stopped.connect(self._tell_stopped)
        exporter.failed.connect(self._tell_failed)
