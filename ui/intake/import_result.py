"""The end of an import: what came in, and each row that was left out with its reason and what can be done."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.intake.count_tile import CountTile
from ui.intake.import_words import end_sentence, left_out_row
from ui.intake.preview_table import PreviewTable
from ui.support.theme import Theme
from ui.widgets.label import TextLabel
from weibo_operator.services.intake import ImportReport
from weibo_operator.translation import tr

HEADS = (tr("文件"), tr("行"), tr("没有导入的原因"), tr("下一步"))
WIDTHS = (132, 72, 0, 0)
SHOWN = 2000
"""So many rows are listed; the saved file has them all."""


class ImportResult(QWidget):
    """Shown where rows were left out."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.new = CountTile(theme, tr("新消息"), "success_text", "plus")
        self.tickets = CountTile(theme, tr("新工单"))
        self.known = CountTile(theme, tr("已经有了，跳过"), "text2")
        self.left_out = CountTile(theme, tr("没有导入"), "danger_text", "triangle-alert")
        self.said = TextLabel(theme, "", "secondary", "text2")
        self.table = PreviewTable(theme, HEADS, WIDTHS, self)
        self.table.setAccessibleName(tr("没有导入的行"))
        tiles = QHBoxLayout()
        tiles.setSpacing(10)
        for tile in (self.new, self.tickets, self.known, self.left_out):
            tiles.addWidget(tile, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(tiles)
        column.addWidget(self.said)
        column.addWidget(self.table, 1)

    def show_report(self, report: ImportReport) -> None:
        """Show the report of all files."""
        self.new.show_count(report.new)
        self.tickets.show_count(report.tickets)
        self.known.show_count(report.duplicates)
        self.left_out.show_count(report.skipped)
        self.said.setText(end_sentence(report))
        self.table.show_rows([left_out_row(each) for each in report.problems[:SHOWN]])
