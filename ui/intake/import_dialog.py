"""导入文件: what an exported file holds, before anything is written; then the import itself with its progress."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QStandardPaths, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.intake.import_controller import ImportController
from ui.intake.import_page import ImportPage, ImportProgress
from ui.intake.import_words import file_parts
from ui.intake.import_work import Preview
from ui.support import file_dialogs
from ui.support.context import Context
from ui.support.texts import sentence
from ui.widgets.button import KeyButton
from ui.widgets.dialog_frame import DialogFrame
from ui.widgets.label import TextLabel
from weibo_operator.domain.clock import china
from weibo_operator.domain.errors import OperatorError
from weibo_operator.services.intake import ImportReport
from weibo_operator.services.left_out import write_left_out
from weibo_operator.services.own_tables import MappedTable
from weibo_operator.translation import tr

ChooseFiles = Callable[[QWidget, Path], Sequence[Path]]
"""Asks for files, beginning in a folder; none when the operator turned away."""
ChoosePlace = Callable[[QWidget, Path], Path | None]
"""Asks where to write; None when the operator turned away."""

WIDTH, HEIGHT = 860, 520
WIDE, HIGH = 1000, 580
"""While columns are named, and for the reasons of rows left out: these tables need their room."""
TITLE = tr("导入文件")
KINDS = tr("导出的文件 (*.csv *.tsv *.txt *.json *.jsonl *.xlsx *.xls *.db *.sqlite *.sqlite3);;全部文件 (*)")
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
KEYS = "Ctrl ↵"


def choose_files(parent: QWidget, folder: Path) -> Sequence[Path]:
    """Ask by the system's own file dialog."""
    return file_dialogs.choose_files(parent, TITLE, folder, KINDS)


def choose_place(parent: QWidget, offered: Path) -> Path | None:
    """Ask where the rows left out are to be written."""
    return file_dialogs.choose_place(parent, tr("保存没有导入的行"), offered, tr("表格 (*.csv)"))


def dropped_files(dropped: QMimeData) -> tuple[Path, ...]:
    """The files in what is dragged over the window; folders and web addresses are left out."""
    paths = (Path(url.toLocalFile()) for url in dropped.urls() if url.isLocalFile())
    return tuple(path for path in paths if path.is_file())


class ImportDialog(DialogFrame):
    """``finished`` carries the report of all files, also of those cancelled half-way.

    ``put_away`` tells that the import goes on without the dialog; a line over the pages stands in for it until it is
    ``brought_back``.
    """

    finished = Signal(object)
    put_away = Signal()
    brought_back = Signal()

    def __init__(
        self,
        context: Context,
        host: QWidget,
        choose: ChooseFiles = choose_files,
        save: ChoosePlace = choose_place,
    ) -> None:
        super().__init__(context.theme, host, TITLE, WIDTH, HEIGHT)
        theme = context.theme
        self._context = context
        self._choose_files = choose
        self._choose_place = save
        self._folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation))
        self._result = ImportReport()
        self.controller = ImportController(context, self)
        self.page = ImportPage(context, self.frame)
        self.progress = ImportProgress(theme)
        self.hint = TextLabel(theme, "", "secondary", "text2")
        self.columns = KeyButton(theme, tr("改对应关系"), keys="Alt R")
        self.skip = KeyButton(theme, tr("跳过这个文件"), variant="ghost")
        self.save = KeyButton(theme, tr("存成表格"), keys="Ctrl S")
        self.cancel = KeyButton(theme, tr("取消"), keys="Esc")
        self.accept = KeyButton(theme, tr("导入"), keys=KEYS, variant="primary")
        self.frame.body.addWidget(self.page)
        self.frame.fill_foot([self.hint, self.progress], [self.columns, self.skip, self.save, self.cancel, self.accept])
        self._wire()

    @property
    def is_at_work(self) -> bool:
        """True from the first file's reading until the last one's end, shown or put away."""
        return bool(self.controller.files)

    @property
    def asks(self) -> bool:
        """True while the operator is to say something about the file at work."""
        return not self.accept.isHidden() and not self.controller.importing

    @property
    def result(self) -> ImportReport:
        """The last report with rows left out."""
        return self._result

    def choose(self) -> None:
        """Ask which files, then show the first; what is at work already is shown instead."""
        if self.is_at_work:
            self.bring_back()
        elif not self._refused_now():
            self.open_files(self._choose_files(self._host, self._folder))

    def open_files(self, files: Sequence[Path]) -> None:
        """Show what these files hold, one after another; behind those at work, where there are some."""
        if not files or self._refused_now():
            return
        self._folder = files[0].parent
        if self.is_at_work:
            self.controller.add(files)
            self._name_place()
            self.bring_back()
            return
        self.close_over()
        self.controller.start(files)
        self.bring_back()

    def bring_back(self) -> None:
        """Show the dialog as it stands."""
        if self.isHidden():
            self.open_over()
            self._focus()
            self.brought_back.emit()

    def show_result(self) -> None:
        """Show the rows that the last import left out."""
        self.page.show_result(self._result)
        self.frame.set_title(tr("导入完成"), ())
        self._fit(wide=True)
        self.hint.setText("")
        self._show_foot(tr("知道了"), save=True)
        self.bring_back()

    def dismiss(self) -> None:
        """Turn away; a running import goes on and is shown over the pages."""
        if self.controller.importing:
            self.close_over()
            self.put_away.emit()
            return
        if self.is_at_work:
            self.controller.stop()
        super().dismiss()

    @Slot()
    def stop(self) -> None:
        """Stop what is at work; what an import has brought stays and can be undone."""
        if self.controller.importing:
            self.progress.show_stopping()
            self.cancel.setEnabled(False)
        self.controller.stop()

    @Slot()
    def start_import(self) -> None:
        """Import what is shown, take the mapping, or with nothing new in it go on."""
        if self.accept.isHidden():
            return
        if self.controller.importing or not self.is_at_work:
            self.dismiss()
        elif self.page.mapping_shown:
            self._use_mapping()
        elif self.page.refusal or not self.page.new.count:
            self.controller.go_on()
        else:
            self._show_foot(tr("放到后台"), importing=True)
            self.progress.show_progress(0, self.page.new.count)
            self.controller.import_now()

    @Slot()
    def change_mapping(self) -> None:
        """改对应关系: say anew which column is which."""
        if not self.columns.isHidden():
            self.controller.change_mapping()

    @Slot()
    def save_left_out(self) -> None:
        """Write the rows left out as a table."""
        if self.save.isHidden():
            return
        today = china(self._context.operator.desk.now())
        target = self._choose_place(self._host, self._folder / f"没有导入的行_{today:%Y-%m-%d}.csv")
        if target is None:
            return
        try:
            write_left_out(self._result.problems, target)
        except OperatorError as error:
            self._context.news.notice.emit(sentence(error))
            return
        self._context.news.notice.emit(tr("没有导入的 {0} 行存在 {1} 里了。", self._result.skipped, target.name))

    @Slot(object)
    def _show_reading(self, path: Path) -> None:
        self.page.show_reading(path)
        self._fit(wide=False)
        self.frame.set_title(TITLE, (path.name, self._place()))
        self._show_foot()

    @Slot(object)
    def _show_preview(self, preview: Preview) -> None:
        self.page.show_preview(preview)
        self._fit(wide=False)
        self.frame.set_title(TITLE, (*file_parts(preview.path, preview.format, preview.size), self._place()))
        new = preview.report.new
        self.hint.setText(tr("新消息按轮流顺序排进“新”") if new else tr("里面没有新消息"))
        self._show_foot(tr("导入 {0} 条", new) if new else self._onward(), columns=preview.mapped is not None)
        self._focus()

    @Slot(object)
    def _show_mapping(self, mapped: MappedTable) -> None:
        self.page.show_mapping(mapped)
        self._fit(wide=True)
        self.frame.set_title(tr("说明每一列"), (self.controller.path.name, self._place()))
        self.hint.setText(tr("↑↓ 选列，←→ 换含义，空格列出全部"))
        self._show_foot(tr("看看结果"))
        self._focus()

    @Slot(object, str)
    def _show_refusal(self, path: Path, words: str) -> None:
        self.page.show_refusal(words)
        self._fit(wide=False)
        self.frame.set_title(TITLE, (path.name, self._place()))
        self.hint.setText("")
        self._show_foot(self._onward())

    @Slot(int, int)
    def _show_progress(self, done: int, total: int) -> None:
        if self.controller.importing and total:
            self.progress.show_progress(done, total)
        elif not self.controller.importing:
            self.page.show_read(done, total)

    @Slot(object)
    def _end(self, report: ImportReport) -> None:
        """Close, or where rows were left out say which; a dialog that was put away is not opened for that."""
        if report.problems:
            self._result = report
        if report.problems and not self.isHidden():
            self.show_result()
        else:
            self.close_over()
        self.finished.emit(report)

    @Slot()
    def _try_mapping(self) -> None:
        self.controller.try_mapping(self.page.mapping.mapping())

    @Slot()
    def _skip(self) -> None:
        self.controller.go_on()

    @Slot()
    def _cancel(self) -> None:
        if self.is_at_work:
            self.stop()
        else:
            self.dismiss()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter goes on, Alt+R says columns anew, Alt+S stops the import, Ctrl+S saves the rows left out."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        deeds = (
            (event.key() in ENTER and control, self.start_import),
            (event.key() == Qt.Key.Key_R and alt, self.change_mapping),
            (event.key() == Qt.Key.Key_S and alt, self._stop_import),
            (event.key() == Qt.Key.Key_S and control, self.save_left_out),
        )
        for pressed, deed in deeds:
            if pressed:
                if not event.isAutoRepeat():
                    deed()
                event.accept()
                return
        super().keyPressEvent(event)

    def _stop_import(self) -> None:
        if self.controller.importing:
            self.stop()

    def _use_mapping(self) -> None:
        mapping = self.page.mapping.mapping()
        if mapping.is_complete:
            self.controller.use_mapping(self.page.mapping.table, mapping)

    def _refused_now(self) -> bool:
        words = self.controller.refusal()
        if words:
            self._context.news.notice.emit(words)
        return bool(words)

    def _fit(self, *, wide: bool) -> None:
        self._width, self._height = (WIDE, HIGH) if wide else (WIDTH, HEIGHT)
        if not self.isHidden():
            self.place_card()
            self.update()

    def _focus(self) -> None:
        if self.isHidden():
            return
        target = self.page.mapping.columns if self.page.mapping_shown else self
        target.setFocus(Qt.FocusReason.PopupFocusReason)

    def _show_foot(
        self, button: str = "", *, importing: bool = False, columns: bool = False, save: bool = False
    ) -> None:
        """``button`` names the main button; empty hides it."""
        self.progress.setVisible(importing)
        self.hint.setVisible(bool(button) and not importing)
        self.columns.setVisible(columns)
        self.save.setVisible(save)
        onward = button in ("", self._onward()) or importing
        self.skip.setVisible(self._has_next() and not onward and not save)
        self.cancel.set_content(tr("停下") if importing else tr("取消"), keys="Alt S" if importing else "Esc")
        self.cancel.setVisible(not save)
        self.cancel.setEnabled(True)
        self.accept.setVisible(bool(button))
        if button:
            self.accept.set_content(button, keys=KEYS)

    def _onward(self) -> str:
        return tr("看下一个文件") if self._has_next() else tr("知道了")

    def _has_next(self) -> bool:
        return self.controller.number + 1 < len(self.controller.files)

    def _name_place(self) -> None:
        self.frame.set_title(TITLE, (self.controller.path.name, self._place()))

    def _place(self) -> str:
        count = len(self.controller.files)
        return tr("第 {0} 个，共 {1} 个文件", self.controller.number + 1, count) if count > 1 else ""

    def _wire(self) -> None:
        self.controller.reading.connect(self._show_reading)
        self.controller.previewed.connect(self._show_preview)
        self.controller.mapping_wanted.connect(self._show_mapping)
        self.controller.tried.connect(self.page.mapping.show_tried)
        self.controller.refused.connect(self._show_refusal)
        self.controller.progressed.connect(self._show_progress)
        self.controller.finished.connect(self._end)
        self.page.mapping.changed.connect(self._try_mapping)
        self.page.mapping.sheet_chosen.connect(self.controller.choose_sheet)
        self.columns.clicked.connect(self.change_mapping)
        self.skip.clicked.connect(self._skip)
        self.save.clicked.connect(self.save_left_out)
        self.cancel.clicked.connect(self._cancel)
        self.accept.clicked.connect(self.start_import)
