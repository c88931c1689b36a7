"""Files in the window: the line over the pages, the watched folder, and dragging files over the window."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Slot
from PySide6.QtWidgets import QWidget

from ui.intake.drop_frame import DropFrame
from ui.intake.folder_watch import FolderWatch
from ui.intake.import_banner import ImportBanner
from ui.intake.import_dialog import ImportDialog, dropped_files
from ui.shell.dialogs import Dialogs
from ui.support.context import Context
from ui.support.tasks import FIRST_PICTURE, Handlers, Task
from weibo_operator.domain.file_print import FilePrint
from weibo_operator.translation import tr


class IntakeDesk(QObject):
    """Opens nothing by itself: what is found is offered, what is dropped is shown before it is imported."""

    def __init__(self, context: Context, window: QWidget, dialogs: Dialogs) -> None:
        super().__init__(window)
        self._context = context
        self._dialogs = dialogs
        self.banner = ImportBanner(context)
        self.watch = FolderWatch(context, self)
        self.frame = DropFrame(context.theme, window)
        self.watch.found.connect(self.banner.show_found)
        self.banner.files_wanted.connect(self._import_found)
        self.banner.files_unwanted.connect(self._pass_over)
        dialogs.importer_made.connect(self._follow)

    def begin(self) -> None:
        """Watch the folder, and read in the background what reads customers' words, before any come in."""
        self.watch.begin()
        triage = self._context.operator.triage

        def work(task: Task) -> object:
            task.wait_for_rest(FIRST_PICTURE)
            return triage.load()

        self._context.runner.run(work, Handlers(done=_ready, failed=self._not_ready))

    def drag(self, data: QMimeData) -> bool:
        """Files are over the window: show the frame. False for anything else."""
        files = dropped_files(data)
        if files:
            self.frame.show_files(files, allowed=not self._dialogs.importer.controller.refusal())
        return bool(files)

    def leave(self) -> None:
        """They have left the window again."""
        self.frame.hide()

    def drop(self, data: QMimeData) -> bool:
        """Show what the dropped files hold, behind those at work. False for anything else."""
        self.frame.hide()
        files = dropped_files(data)
        if files:
            self._dialogs.import_files(files)
        return bool(files)

    @Slot(object)
    def _follow(self, dialog: ImportDialog) -> None:
        self.banner.follow(dialog)
        dialog.finished.connect(self._look_again)

    @Slot(object)
    def _import_found(self, files: tuple[FilePrint, ...]) -> None:
        self._dialogs.import_files([Path(each.path) for each in files])
        self.banner.refresh()

    @Slot(object)
    def _pass_over(self, files: tuple[FilePrint, ...]) -> None:
        self._context.news.tell(self._context.operator.watched.note(files))

    def _not_ready(self, error: Exception) -> None:
        """Say it once; the first text meets the error itself."""
        self._context.news.notice.emit(tr("分类没有准备好：{0}", error))

    @Slot(object)
    def _look_again(self, _report: object) -> None:
        self.watch.look()


def _ready(_nothing: object) -> None:
    """Nobody waits for it."""
