"""Pictures of knowledge cards and orders: the page, stale cards, lines left out, look-up, and both beside a reply."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QEventLoop

from ui.shell.window import MainWindow
from ui.widgets.overlay import Overlay
from weibo_operator.bootstrap import Operator
from weibo_operator.domain.channel import IncomingMessage
from weibo_operator.domain.knowledge import CardEdit, CardKind
from weibo_operator.domain.labels import Audience, Platform, Source

CARDS = "标题,内容,类型\n保温杯能放多久,8 小时。,产品\n,没写标题的,\n比别家重一斤,重一斤。,对比\n"
ORDERS = (
    "订单编号,买家会员名,联系手机,宝贝标题,订单状态,物流单号,订单创建时间\n"
    "690012343307,橙子树下,13800001234,充电宝 20000 毫安 白色,待收货,SF1234567890123,2026-11-18 10:00\n"
)


def take(window: MainWindow, operator: Operator, scratch: Path, picture: Callable[[str], Path]) -> Iterator[Path]:
    """Photograph each step."""
    _fill(operator)
    window.run("page_knowledge")
    yield picture("70-knowledge")
    window.pages.knowledge.view.shelves.choose_row(5)
    yield picture("71-stale-cards")
    cards = scratch / "知识卡.csv"
    cards.write_text(CARDS, encoding="utf-8")
    window.pages.knowledge.import_file(cards)
    yield picture("72-lines-left-out")
    _dismiss(window)
    orders = scratch / "订单表.csv"
    orders.write_text(ORDERS, encoding="gb18030")
    window.run("orders")
    _read(window, orders)
    window.library.orders.open_list("3307")
    yield picture("73-orders")
    _dismiss(window)
    ticket = operator.intake.capture(_asks(operator)).value
    if ticket is not None:
        window.show_ticket(ticket)
    yield picture("74-order-beside-reply")
    window.run("templates")
    yield picture("75-suggestions")
    window.pages.inbox.session.picker.field.setText("fhsj")
    yield picture("76-card-preview")
    window.pages.inbox.session.close_popup()


def _read(window: MainWindow, orders: Path) -> None:
    """Its end comes in a moment of the window's own loop."""
    loop = QEventLoop()
    reading = window.library.orders.reading
    reading.finished.connect(loop.quit)
    reading.failed.connect(loop.quit)
    window.library.orders.read_file(orders)
    loop.exec()


def _fill(operator: Operator) -> None:
    knowledge, now = operator.knowledge, operator.desk.now()
    first, second, *_ = knowledge.all()
    knowledge.mark_checked(first.id)
    knowledge.save(replace(second.edit, checked_at=now - timedelta(days=120), favourite=True), second.id)
    text = "同样 20000 毫安，我们的轻 60 克，多一个接口；充满要多 20 分钟。"
    knowledge.save(CardEdit(CardKind.COMPARISON, "充电宝和别家比", text, source="2026 年 6 月检测报告", checked_at=now))


def _asks(operator: Operator) -> IncomingMessage:
    return IncomingMessage(
        platform=Platform.WEIBO,
        platform_id="library-1",
        uid="9900100777",
        nickname="橙子树下",
        text="订单尾号 3307 到哪里了？物流三天没更新",
        posted_at=operator.desk.now(),
        source=Source.PRIVATE,
        audience=Audience.PRIVATE,
    )


def _dismiss(window: MainWindow) -> None:
    for overlay in window.findChildren(Overlay):
        if overlay.isVisible():
            overlay.dismiss()
