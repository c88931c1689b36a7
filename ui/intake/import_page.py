"""The inside of the import dialog: reading, the preview with its counts, or why a file can't be read."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QStackedLayout, QVBoxLayout, QWidget

from ui.intake.count_tile import CountTile
from ui.intake.import_result import ImportResult
from ui.intake.import_words import format_sentence, inside_words
from ui.intake.import_work import Preview
from ui.intake.mapping_page import MappingPage
from ui.intake.preview_table import PreviewTable
from ui.intake.spinner import Spinner
from ui.support.context import Context
from ui.support.theme import Theme
from ui.widgets.empty_state import EmptyState
from ui.widgets.label import TextLabel
from weibo_operator.services.intake import ImportReport
from weibo_operator.services.own_tables import MappedTable
from weibo_operator.translation import tr

MIDDLE = Qt.AlignmentFlag.AlignHCenter


class ImportPage(QWidget):
    """Shows one of five things at a time."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = context.theme
        self.rows_read = CountTile(theme, tr("读到的行"))
        self.new = CountTile(theme, tr("新消息"), "success_text", "plus")
        self.known = CountTile(theme, tr("已经有了，跳过"), "text2")
        self.no_reply = CountTile(theme, tr("像闲聊或广告"), "text2")
        self.broken = CountTile(theme, tr("读不懂，见下方"), "danger_text", "triangle-alert")
        self.table = PreviewTable(theme, parent=self)
        self._format = TextLabel(theme, "", "secondary", "text2", wrap=True)
        self._reading_words = TextLabel(theme, "", "body", "text2", align=MIDDLE)
        self._read_words = TextLabel(theme, "", "secondary", "text3", align=MIDDLE)
        self._refused = EmptyState(theme, top_space=72, parent=self)
        self.mapping = MappingPage(context, self)
        self.result = ImportResult(theme, self)
        self._stack = QStackedLayout(self)
        self._reading = self._reading_page(theme)
        self._shown = self._preview_page()
        for page in (self._reading, self._shown, self._refused, self.mapping, self.result):
            self._stack.addWidget(page)

    @property
    def format_words(self) -> str:
        """The sentence about the recognised format."""
        return self._format.text()

    @property
    def refusal(self) -> str:
        """The sentence of a refused file, as a screen reader hears it; empty while another page is shown."""
        return self._refused.accessibleName() if self._stack.currentWidget() is self._refused else ""

    @property
    def mapping_shown(self) -> bool:
        """True while the operator says which column is which."""
        return self._stack.currentWidget() is self.mapping

    def show_reading(self, path: Path) -> None:
        """Say that a file is being read."""
        self._reading_words.setText(tr("正在读 {0}……", path.name))
        self._read_words.setText("")
        self._stack.setCurrentWidget(self._reading)

    def show_preview(self, preview: Preview) -> None:
        """Show counts and rows."""
        report = preview.report
        self.rows_read.show_count(report.rows)
        self.new.show_count(report.new)
        self.known.show_count(report.duplicates)
        self.no_reply.show_count(report.likely_no_reply, about=report.is_estimate)
        self.broken.show_count(report.skipped)
        self._format.setText(format_sentence(preview.format) + inside_words(report.inside))
        self.table.show_rows(preview.rows)
        self._stack.setCurrentWidget(self._shown)

    def show_read(self, done: int, total: int) -> None:
        """Say how far reading is; a file is first read, then compared with what is there."""
        words = tr("已核对 {0:,} / {1:,} 行", done, total) if total else tr("已读 {0:,} 行", done)
        self._read_words.setText(words)

    def show_mapping(self, mapped: MappedTable) -> None:
        """Ask which column is which."""
        self._stack.setCurrentWidget(self.mapping)
        self.mapping.show_mapped(mapped)

    def show_result(self, report: ImportReport) -> None:
        """Say what was left out."""
        self.result.show_report(report)
        self._stack.setCurrentWidget(self.result)

    def show_refusal(self, words: str) -> None:
        """Say why the file can't be read."""
        self._refused.show_message("triangle-alert", tr("这个文件导不进来"), words, role="danger_text")
        self._stack.setCurrentWidget(self._refused)

    def _reading_page(self, theme: Theme) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setSpacing(12)
        column.addStretch()
        column.addWidget(Spinner(theme), 0, MIDDLE)
        column.addWidget(self._reading_words)
        column.addWidget(self._read_words)
        column.addStretch()
        return page

    def _preview_page(self) -> QWidget:
        page = QWidget()
        tiles = QHBoxLayout()
        tiles.setSpacing(10)
        for tile in (self.rows_read, self.new, self.known, self.no_reply, self.broken):
            tiles.addWidget(tile, 1)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(tiles)
        column.addWidget(self._format)
        column.addWidget(self.table, 1)
        return page


class ImportProgress(QWidget):
    """A bar with the rows done, for the dialog's foot."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(theme.px(260))
        self.bar.setAccessibleName(tr("导入进度"))
        self.words = TextLabel(theme, "", "secondary", "text2")
        self.words.setMinimumWidth(theme.px(170))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.bar, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.words)

    def show_progress(self, done: int, total: int) -> None:
        """Show how far the import is."""
        self.bar.setRange(0, max(1, total))
        self.bar.setValue(done)
        self.words.setText(tr("已导入 {0} / {1} 行", done, total))

    def show_stopping(self) -> None:
        """Say that the import stops after the rows at hand."""
        self.words.setText(tr("正在停下，已经进来的会留着……"))
