"""查订单: look an order up in the shop's own list, and read that list in from a file."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from ui.support.context import Context
from ui.support.texts import sentence
from ui.templates.list_report import LeftOutDialog
from ui.templates.table_files import choose_table
from ui.widgets.button import KeyButton
from ui.widgets.composing_field import ComposingField
from ui.widgets.empty_state import EmptyState
from ui.widgets.label import TextLabel
from ui.widgets.sheet import Sheet
from weibo_operator.domain.errors import OperatorError
from weibo_operator.domain.order import Order
from weibo_operator.services.knowledge_words import report_words
from weibo_operator.services.wording import clock_words
from weibo_operator.translation import tr

WIDTH = 900
COLUMNS = (tr("订单号"), tr("状态"), tr("商品"), tr("客户"), tr("手机尾号"), tr("物流单号"), tr("时间"))


class OrdersSheet(Sheet):
    """Read only; the list never leaves this machine."""

    def __init__(self, context: Context, host: QWidget) -> None:
        super().__init__(context.theme, host, tr("查订单"), WIDTH)
        self._context = context
        theme = context.theme
        self._host = host
        self._left_out: LeftOutDialog | None = None
        self._clears = False
        self.field = ComposingField(tr("订单号、后四位、物流单号、手机尾号或客户昵称"), tr("查订单"))
        self.field.setFrame(True)
        self.field.setClearButtonEnabled(True)
        self.table = QTableWidget(0, len(COLUMNS))
        self.empty = EmptyState(theme, 48)
        self.read_button = KeyButton(theme, tr("导入订单表"), icon="upload", variant="primary")
        self.clear_button = KeyButton(theme, tr("清空"), icon="trash-2")
        self._here = TextLabel(theme, "", "secondary", "text2")
        self._settle_table()
        inner = QVBoxLayout()
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(10)
        inner.addWidget(self.field)
        inner.addWidget(self.table, 1)
        inner.addWidget(self.empty, 1)
        self.frame.body.addLayout(inner, 1)
        self.frame.fill_foot([self._here], [self.clear_button, self.read_button])
        self.field.wanted.connect(self._find)
        self.read_button.clicked.connect(self.choose_file)
        self.clear_button.clicked.connect(self.clear)

    def open_list(self, query: str = "") -> None:
        """Show the sheet, looking for ``query``."""
        self.field.setText(query)
        self._show()
        if self.isHidden():
            self.open_over()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    @Slot()
    def choose_file(self) -> None:
        """Ask for the shop's list and read it in."""
        chosen = choose_table(self, tr("导入订单表"))
        if chosen is not None:
            self.read_file(chosen)

    def read_file(self, path: Path) -> None:
        """Read orders from a file, and name the lines that were left out."""
        try:
            report, changes = self._context.operator.orders.import_file(path)
        except OperatorError as error:
            self._context.news.notice.emit(sentence(error))
            return
        self._context.news.tell(changes)
        self._context.news.notice.emit(tr("{0}：{1}", path.name, report_words(report, "笔")))
        self._show()
        if report.problems:
            self._left_out = self._left_out or LeftOutDialog(self._context.theme, self._host)
            self._left_out.open_with(path.name, report.problems)

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
        if not self._context.operator.orders.here().count:
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

    def _show(self) -> None:
        here = self._context.operator.orders.here()
        now = self._context.operator.desk.now()
        read = "" if here.read_at is None else tr("，{0} 导入", clock_words(here.read_at, now))
        self._here.setText(tr("共 {0} 笔{1}", here.count, read) if here.count else "")
        self._clears = False
        self.clear_button.setText(tr("清空"))
        self.clear_button.setVisible(bool(here.count))
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
