"""导入文件: what an exported file holds, before anything is written; then the import itself with its progress."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QStandardPaths, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.intake.import_controller import ImportController, Preview
from ui.intake.import_page import ImportPage, ImportProgress
from ui.intake.import_words import file_parts
from ui.support import file_dialogs
from ui.support.context import Context
from ui.widgets.button import KeyButton
from ui.widgets.dialog_frame import DialogFrame
from ui.widgets.label import TextLabel
from weibo_operator.services.intake import ImportReport

ChooseFiles = Callable[[QWidget, Path], Sequence[Path]]
"""Asks for files, beginning in a folder; none when the operator turned away."""

WIDTH, HEIGHT = 860, 520
TITLE = "导入文件"
KINDS = "导出的文件 (*.csv *.tsv *.txt *.json *.jsonl);;全部文件 (*)"
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def choose_files(parent: QWidget, folder: Path) -> Sequence[Path]:
    """Ask by the system's own file dialog."""
    return file_dialogs.choose_files(parent, TITLE, folder, KINDS)


def dropped_files(dropped: QMimeData) -> tuple[Path, ...]:
    """The files in what is dragged over the window; folders and web addresses are left out."""
    paths = (Path(url.toLocalFile()) for url in dropped.urls() if url.isLocalFile())
    return tuple(path for path in paths if path.is_file())


class ImportDialog(DialogFrame):
    """``finished`` carries the report of all files, also of those cancelled half-way."""

    finished = Signal(object)

    def __init__(self, context: Context, host: QWidget, choose: ChooseFiles = choose_files) -> None:
        super().__init__(context.theme, host, TITLE, WIDTH, HEIGHT)
        theme = context.theme
        self._context = context
        self._choose_files = choose
        self._folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation))
        self._more_than_one = False
        self.controller = ImportController(context, self)
        self.page = ImportPage(theme)
        self.progress = ImportProgress(theme)
        self.hint = TextLabel(theme, "", "secondary", "text2")
        self.skip = KeyButton(theme, "跳过这个文件", variant="ghost")
        self.cancel = KeyButton(theme, "取消", keys="Esc")
        self.accept = KeyButton(theme, "导入", keys="Ctrl ↵", variant="primary")
        self.frame.body.addWidget(self.page)
        self.frame.fill_foot([self.hint, self.progress], [self.skip, self.cancel, self.accept])
        self._wire()

    def choose(self) -> None:
        """Ask which files, then show the first; beginning where files were chosen last."""
        if not self._refused_now():
            self.open_files(self._choose_files(self._host, self._folder))

    def open_files(self, files: Sequence[Path]) -> None:
        """Show what these files hold, one after another; an empty list does nothing."""
        if not files or not self.isHidden() or self._refused_now():
            return
        self._folder = files[0].parent
        self._more_than_one = len(files) > 1
        self.controller.start(files)
        self.open_over()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def dismiss(self) -> None:
        """Turn away; a running import is stopped first and closes the dialog itself."""
        if self.controller.importing:
            self.progress.show_stopping()
            self.cancel.setEnabled(False)
            self.controller.stop()
        else:
            self.controller.stop()
            super().dismiss()

    @Slot()
    def start_import(self) -> None:
        """Import what is shown, or with nothing new in it go on."""
        if self.controller.importing or self.accept.isHidden():
            return
        if self.page.refusal or not self.page.new.count:
            self.controller.go_on()
            return
        self._show_foot(importing=True)
        self.progress.show_progress(0, self.page.new.count)
        self.controller.import_now()

    @Slot(object)
    def _show_reading(self, path: Path) -> None:
        self.page.show_reading(path)
        self.frame.set_title(TITLE, (path.name, self._place()))
        self._show_foot(button="")

    @Slot(object)
    def _show_preview(self, preview: Preview) -> None:
        self.page.show_preview(preview)
        self.frame.set_title(TITLE, (*file_parts(preview.path, preview.format, preview.size), self._place()))
        new = preview.report.new
        self.hint.setText("新消息按轮流顺序排进“新”" if new else "里面没有新消息")
        self._show_foot(button=f"导入 {new} 条" if new else self._onward())

    @Slot(object, str)
    def _show_refusal(self, path: Path, words: str) -> None:
        self.page.show_refusal(words)
        self.frame.set_title(TITLE, (path.name, self._place()))
        self.hint.setText("")
        self._show_foot(button=self._onward())

    @Slot(object)
    def _end(self, report: ImportReport) -> None:
        self.close_over()
        self.finished.emit(report)

    @Slot()
    def _skip(self) -> None:
        self.controller.go_on()

    @Slot()
    def _cancel(self) -> None:
        self.dismiss()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter imports."""
        if event.key() in ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if not event.isAutoRepeat():
                self.start_import()
            event.accept()
            return
        super().keyPressEvent(event)

    def _refused_now(self) -> bool:
        words = self.controller.refusal()
        if words:
            self._context.news.notice.emit(words)
        return bool(words)

    def _show_foot(self, button: str = "", *, importing: bool = False) -> None:
        """``button`` names the main button; empty hides it."""
        self.progress.setVisible(importing)
        self.hint.setVisible(bool(button))
        self.skip.setVisible(self._has_next() and bool(button) and button != self._onward())
        self.cancel.setEnabled(True)
        self.accept.setVisible(bool(button))
        if button:
            self.accept.set_content(button, keys="Ctrl ↵")

    def _onward(self) -> str:
        return "看下一个文件" if self._has_next() else "知道了"

    def _has_next(self) -> bool:
        return self.controller.number + 1 < len(self.controller.files)

    def _place(self) -> str:
        count = len(self.controller.files)
        return f"第 {self.controller.number + 1} 个，共 {count} 个文件" if self._more_than_one else ""

    def _wire(self) -> None:
        self.controller.reading.connect(self._show_reading)
        self.controller.previewed.connect(self._show_preview)
        self.controller.refused.connect(self._show_refusal)
        self.controller.progressed.connect(self.progress.show_progress)
        self.controller.finished.connect(self._end)
        self.skip.clicked.connect(self._skip)
        self.cancel.clicked.connect(self._cancel)
        self.accept.clicked.connect(self.start_import)
