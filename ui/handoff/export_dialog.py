"""打印、导出转交单: on paper, as PDF, Word or Excel; with the customer's data or without."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QCheckBox, QWidget

from ui.handoff.sheet_page import document_of, set_page, write_pdf
from ui.support import file_dialogs
from ui.support.context import Context
from ui.support.texts import sentence
from ui.widgets.form_dialog import FormDialog
from ui.widgets.label import TextLabel
from ui.widgets.seg import Seg, SegItem
from weibo_operator.domain.errors import OperatorError
from weibo_operator.domain.handoff import Handoff
from weibo_operator.services.package import PackageSheet
from weibo_operator.services.package_files import write_package
from weibo_operator.translation import label, tr

WIDTH = 480
PRINT = "print"
FORMATS = (
    SegItem(PRINT, tr("打印"), "printer"),
    SegItem(".pdf", "PDF"),
    SegItem(".docx", "Word"),
    SegItem(".xlsx", "Excel"),
)


class ExportDialog(FormDialog):
    """Asks for the form; ``written`` carries the path of a file."""

    written = Signal(object)

    def __init__(self, context: Context, host: QWidget) -> None:
        super().__init__(context.theme, host, tr("打印、导出转交单"), tr("继续"), width=WIDTH)
        self._context = context
        self._handoff: Handoff | None = None
        self.format = Seg(context.theme, FORMATS, tr("导出为"))
        self.masked = QCheckBox(tr("隐去客户的昵称、电话和单号"))
        self._about = TextLabel(context.theme, "", "secondary", "text2")
        for widget in (self._about, self.format, self.masked):
            self.frame.body.addWidget(widget)
        self.submitted.connect(self._go)

    def open_for(self, handoff: Handoff) -> None:
        """Ask how this handoff's page is wanted."""
        self._handoff = handoff
        self._about.setText(tr("{0}，{1}", handoff.code, label(handoff.addressee)))
        self.say("")
        self.open_over()
        self.format.setFocus()

    def write(self, path: Path) -> None:
        """Write the page in the format of the path's suffix, and say so."""
        handoff = self._handoff
        if handoff is None:
            return
        try:
            sheet = self._sheet(handoff)
            if path.suffix == ".pdf":
                write_pdf(sheet, self.font(), path)
            else:
                write_package(sheet, path)
        except OperatorError as error:
            self.say(sentence(error), wrong=True)
            return
        self.close_over()
        self._context.news.notice.emit(tr("转交单已导出：{0}", path.name))
        self.written.emit(path)

    def print_to(self, printer: QPrinter) -> None:
        """Print the page."""
        if self._handoff is not None:
            set_page(printer)
            document_of(self._sheet(self._handoff), self.font()).print_(printer)
            self.close_over()

    @Slot()
    def _go(self) -> None:
        handoff, kind = self._handoff, self.format.current
        if handoff is None:
            return
        if kind == PRINT:
            printer = QPrinter(QPrinter.PrinterMode.HighResolution)
            dialog = QPrintDialog(printer, self)
            if dialog.exec() == QPrintDialog.DialogCode.Accepted:
                self.print_to(printer)
            dialog.deleteLater()
            return
        offered = Path.home() / f"转交单_{handoff.code}{kind}"
        chosen = file_dialogs.choose_place(self.window(), tr("导出转交单"), offered, tr("转交单 (*{0})", kind))
        if chosen is not None:
            self.write(chosen.with_suffix(kind))

    def _sheet(self, handoff: Handoff) -> PackageSheet:
        return self._context.operator.handoffs.sheet(handoff, masked=self.masked.isChecked())
