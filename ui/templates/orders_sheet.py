"""查订单: look an order up in the shop's own list, and read that list in from a file."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from ui.support.context import Context
from ui.templates.list_report import LeftOutDialog
from ui.templates.order_reading import OrderReading
from ui.templates.table_files import choose_table
from ui.widgets.button import KeyButton
from ui.widgets.composing_field import ComposingField
from ui.widgets.empty_state import EmptyState
from ui.widgets.label import TextLabel
from ui.widgets.sheet import Sheet
from weibo_operator.domain.list_file import LineProblem, ListReport
from weibo_operator.domain.order import Order
from weibo_operator.services.knowledge_words import report_words
from weibo_operator.services.wording import clock_words
from weibo_operator.translation import tr

WIDTH = 900
COLUMNS = (tr("订单号"), tr("状态"), tr("商品"), tr("客户"), tr("手机尾号"), tr("物流单号"), tr("时间"))


class OrdersSheet(Sheet):
    """Read only; the list never leaves this machine. A file is read in behind it, whether it is shown or not."""

    def __init__(self, context: Context, host: QWidget) -> None:
        super().__init__(context.theme, host, tr("查订单"), WIDTH)
        self._context = context
        theme = context.theme
        self._host = host
        self._left_out: LeftOutDialog | None = None
        self._problems: tuple[str, Sequence[LineProblem]] = ("", ())
        self._clears = False
        self.field = ComposingField(tr("订单号、后四位、物流单号、手机尾号或客户昵称"), tr("查订单"))
        self.field.setFrame(True)
        self.field.setClearButtonEnabled(True)
        self.table = QTableWidget(0, len(COLUMNS))
        self.empty = EmptyState(theme, 48)
        self.read_button = KeyButton(theme, tr("导入订单表"), icon="upload", variant="primary")
        self.clear_button = KeyButton(theme, tr("清空"), icon="trash-2")
        self.stop_button = KeyButton(theme, tr("停下"), icon="x")
        self.stop_button.hide()
        self._here = TextLabel(theme, "", "secondary", "text2")
        self.reading = OrderReading(context, self)
        self._settle_table()
        inner = QVBoxLayout()
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(10)
        inner.addWidget(self.field)
        inner.addWidget(self.table, 1)
        inner.addWidget(self.empty, 1)
        self.frame.body.addLayout(inner, 1)
        self.frame.fill_foot([self._here], [self.clear_button, self.stop_button, self.read_button])
        self.field.wanted.connect(self._find)
        self.read_button.clicked.connect(self.choose_file)
        self.clear_button.clicked.connect(self.clear)
        self.stop_button.clicked.connect(self.stop)
        self.reading.started.connect(self._show)
        self.reading.progressed.connect(self._show_progress)
        self.reading.finished.connect(self._take_report)
        self.reading.failed.connect(self._tell_failed)

    @property
    def here(self) -> str:
        """What the foot says: how many orders there are, or how far a file is."""
        return self._here.text()

    def open_list(self, query: str = "") -> None:
        """Show the sheet, looking for ``query``."""
        self.field.setText(query)
        self._show()
        if self.isHidden():
            self.open_over()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)
        self._show_left_out()

    @Slot()
    def choose_file(self) -> None:
        """Ask for the shop's list and read it in; while one is being read in, its progress is what there is."""
        if self.reading.running:
            return
        chosen = choose_table(self, tr("导入订单表"))
        if chosen is not None:
            self.read_file(chosen)

    def read_file(self, path: Path) -> None:
        """Read orders from a file in the background, and name the lines that were left out."""
        self.reading.read(path)

    @Slot()
    def stop(self) -> None:
        """Stop reading; what came in stays."""
        self.reading.cancel()
        self._here.setText(tr("正在停下，已经进来的会留着……"))
        self.stop_button.setEnabled(False)

    @Slot()
    def clear(self) -> None:
        """At the second press forget every order; the shop's own file is where it was."""
        if not self._clears:
            self._clears = True
            self.clear_button.setText(tr("再按一次清空"))
            return
        self._context.news.tell(self._context.operator.orders.clear())
        self._context.news.notice.emit(tr("订单都清掉了。需要时再导入一次订单表。"))
        self._show()

    @Slot(str)
    def _find(self, query: str) -> None:
        found = self._context.operator.orders.find(query) if query.strip() else ()
        self._fill(found)
        self.table.setVisible(bool(found))
        self.empty.setVisible(not found)
        if self._context.operator.orders.is_empty:
            self.empty.show_message(
                "shopping-cart",
                tr("还没有订单"),
                tr("从店铺后台导出订单表，导进来就能按订单号查\n只在这台电脑上查，手机号只留后四位"),
            )
        elif query.strip():
            self.empty.show_message(
                "search", tr("没找到“{0}”", query.strip()), tr("订单号至少输后四位；订单表可能要重新导入")
            )
        else:
            self.empty.show_message(
                "search", tr("输入订单号的后四位"), tr("回复时客户说到订单号，右边会自动显示这一笔")
            )

    @Slot(int, int)
    def _show_progress(self, done: int, total: int) -> None:
        if self.reading.running and self.stop_button.isEnabled():
            counted = tr("已读进 {0:,} / {1:,} 笔", done, total) if total else tr("正在读")
            self._here.setText(tr("{0}：{1}", self.reading.name, counted))

    @Slot(str, object)
    def _take_report(self, name: str, report: ListReport) -> None:
        self._context.news.notice.emit(_result_words(name, report))
        self._show()
        self._problems = (name, report.problems)
        if self.isVisible():
            self._show_left_out()

    @Slot(str)
    def _tell_failed(self, said: str) -> None:
        self._context.news.notice.emit(said)
        self._show()

    def _show_left_out(self) -> None:
        """Once; to who is busy elsewhere when the file's end comes, with the next look."""
        name, problems = self._problems
        self._problems = ("", ())
        if problems:
            self._left_out = self._left_out or LeftOutDialog(self._context.theme, self._host)
            self._left_out.open_with(name, problems)

    @Slot()
    def _show(self) -> None:
        running = self.reading.running
        here = self._context.operator.orders.here()
        now = self._context.operator.desk.now()
        read = "" if here.read_at is None else tr("，{0} 导入", clock_words(here.read_at, now))
        self._here.setText(tr("共 {0} 笔{1}", here.count, read) if here.count else "")
        self._clears = False
        self.clear_button.setText(tr("清空"))
        self.clear_button.setVisible(bool(here.count) and not running)
        self.stop_button.setVisible(running)
        self.stop_button.setEnabled(True)
        self.read_button.setEnabled(not running)
        self._show_progress(0, 0)
        self._find(self.field.text())

    def _fill(self, found: Sequence[Order]) -> None:
        self.table.setRowCount(len(found))
        for row, order in enumerate(found):
            cells = (
                order.number,
                order.state,
                order.product,
                order.nickname,
                order.phone_tail,
                order.waybill,
                order.ordered_at,
            )
            for column, words in enumerate(cells):
                item = QTableWidgetItem(words)
                item.setToolTip(words)
                self.table.setItem(row, column, item)

    def _settle_table(self) -> None:
        self.table.setHorizontalHeaderLabels(COLUMNS)
        self.table.verticalHeader().hide()
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.setProperty("frame", "card")
        self.table.setAccessibleName(tr("找到的订单"))
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


def _result_words(name: str, report: ListReport) -> str:
    if not report.cancelled:
        return tr("{0}：{1}", name, report_words(report, "笔"))
    if not (report.new or report.changed or report.same):
        return tr("{0}：停下了，什么都没有读进来。", name)
    return tr("{0}：停下了，{1}。其余的没有动，再导入一次就补齐。", name, report_words(report, "笔"))
