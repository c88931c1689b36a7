"""What the lists of the page 回访 have in common: the choice between them, the customer's card, contacts and page."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import Signal, SignalInstance, Slot
from PySide6.QtWidgets import QWidget

from ui.followup.lists import list_seg
from ui.support.context import Context
from ui.support.page_keys import Deed
from ui.widgets.list_page import RecordList, RecordPage, TicketRecord
from ui.widgets.page_head import PageHead
from weibo_operator.domain.ids import CustomerId
from weibo_operator.translation import tr

Cared = TypeVar("Cared", bound=TicketRecord)


class CareList(RecordPage[Cared]):
    """One of the lists; each belongs to a customer (or to somebody who is none yet) besides a ticket."""

    list_wanted = Signal(str)
    """Another of the lists that this page does not hold, by its key."""
    card_requested = Signal(object)
    """The customer whose card is to be written."""
    contact_requested = Signal(object)
    """The customer with whom we spoke."""

    def __init__(
        self,
        context: Context,
        key: str,
        listed: RecordList[Cared],
        customer: Callable[[Cared], CustomerId | None],
        parent: QWidget | None = None,
        *,
        own: Sequence[QWidget] = (),
    ) -> None:
        """``own`` stand in the head before the choice of lists."""
        super().__init__(context, listed, parent)
        self._key_of_list = key
        self._customer = customer
        self.seg = list_seg(context.theme, key)
        self.head = PageHead(context.theme, tr("回访"), [*own, self.seg])
        self.seg.selected.connect(self._choose_list)

    def bind_with_usual(self, table: str, deeds: dict[str, Deed]) -> None:
        """Bind the page's keys, and those that mean the same on every list here."""
        usual = {
            "open": self.open_ticket,
            "write": self.reply,
            "card": self.edit_card,
            "contact": self.record_contact,
        }
        self.bind(table, {**usual, **deeds})

    @Slot()
    def edit_card(self) -> None:
        """V: the customer's card."""
        self._ask_about(self.card_requested)

    @Slot()
    def record_contact(self) -> None:
        """H: note that we spoke with the customer."""
        self._ask_about(self.contact_requested)

    def look_at(self, profile_url: str) -> None:
        """Open the customer's page in the browser."""
        if not self._context.desktop.open_page(profile_url):
            self._context.news.notice.emit(tr("这位客户没有主页地址，打不开"))

    def _ask_about(self, asked: SignalInstance) -> None:
        if self.chosen is None:
            return
        customer = self._customer(self.chosen)
        if customer is None:
            self._context.news.notice.emit(tr("这位还没有给我们留过言，没有客户资料"))
        else:
            asked.emit(customer)

    @Slot(str)
    def _choose_list(self, key: str) -> None:
        self.turn_to(key)

    def turn_to(self, key: str) -> None:
        """Ask for another list; overridden where one page holds several."""
        self.seg.set_current(self._key_of_list)
        self.list_wanted.emit(key)
