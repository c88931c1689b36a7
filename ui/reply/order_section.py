"""订单: the orders that the customer's words or nickname lead to, one line each, details on demand (mission G13)."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.reply.wrapped import wrapped_label
from ui.support.theme import Theme
from ui.widgets.button import KeyButton
from ui.widgets.label import TextLabel
from weibo_operator.domain.order import Order
from weibo_operator.services.orders import TicketOrders
from weibo_operator.translation import tr


class OrderSection(QWidget):
    """Hidden where there is nothing to say; ``look_up_asked`` carries what to look for."""

    look_up_asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._missing = ""
        self._orders: Sequence[Order] = ()
        self._words = wrapped_label(theme)
        self._details = wrapped_label(theme, role="text2")
        self.details_button = KeyButton(theme, tr("详情"), icon="chevron-down", height="control_28")
        self.look_up_button = KeyButton(theme, tr("查订单"), icon="search", height="control_28")
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.details_button)
        row.addWidget(self.look_up_button)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(TextLabel(theme, tr("订单"), "body", weight=600))
        column.addWidget(self._words)
        column.addWidget(self._details)
        column.addLayout(row)
        self.details_button.clicked.connect(self._turn_details)
        self.look_up_button.clicked.connect(self._ask)
        self.hide()

    @property
    def words(self) -> str:
        """What the section says."""
        return self._words.text()

    @property
    def details(self) -> str:
        """The details while they are shown."""
        return "" if self._details.isHidden() else self._details.text()

    def show_orders(self, found: TicketOrders) -> None:
        """Show a ticket's orders, folded; nothing found and nothing missing hides the section."""
        self.setVisible(bool(found.orders or found.missing))
        self._orders, self._missing = found.orders, found.missing
        lines = [order_line(order) for order in found.orders]
        if found.missing:
            lines.insert(0, tr("TA 说的 {0}，导入的订单里没有", found.missing))
        if found.orders and not found.by_number:
            lines.append(tr("按昵称找到的，先和 TA 核对"))
        if found.others:
            lines.append(tr("订单上的名字是{0}，先核对是不是本人", tr("、").join(found.others)))
        self._words.setText("\n".join(lines))
        self._details.setText("\n\n".join(map(order_details, found.orders)))
        self._details.hide()
        self.details_button.setVisible(bool(found.orders))
        self.details_button.setText(tr("详情"))

    @Slot()
    def _turn_details(self) -> None:
        shown = self._details.isHidden()
        self._details.setVisible(shown)
        self.details_button.setText(tr("收起") if shown else tr("详情"))

    @Slot()
    def _ask(self) -> None:
        self.look_up_asked.emit(self._missing or (self._orders[0].tail if self._orders else ""))


def order_line(order: Order) -> str:
    """An order as one names it."""
    return tr("订单尾号 {0}（{1}）", order.tail, order.state) if order.state else tr("订单尾号 {0}", order.tail)


def order_details(order: Order) -> str:
    """Everything the list holds of an order; of the phone only the end is known."""
    lines = (
        (tr("订单号"), order.number),
        (tr("商品"), order.product),
        (tr("物流单号"), order.waybill),
        (tr("客户"), order.nickname),
        (tr("手机尾号"), order.phone_tail),
        (tr("时间"), order.ordered_at),
    )
    return "\n".join(tr("{0}：{1}", name, words) for name, words in lines if words)
