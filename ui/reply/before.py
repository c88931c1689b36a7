"""What is known besides the conversation: who asks for whom, what was asked before, what we owe (A17, A18, D17)."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from ui.reply.behalf_words import asks_for_words
from ui.reply.customer_panel import CustomerPanel
from ui.reply.earlier import last_answered
from ui.reply.owed_section import Owed
from ui.support.context import Context
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.people import EarlierTicket, OnBehalf, PublicAnswer
from weibo_operator.translation import tr


class Before(QObject):
    """Fills the panel's sections; ``insert`` puts words into the reply and says whether it could."""

    ticket_asked = Signal(object)

    def __init__(self, context: Context, panel: CustomerPanel, insert: Callable[[str], bool]) -> None:
        super().__init__(panel)
        self._context = context
        self._panel = panel
        self._insert = insert
        self._earlier: tuple[EarlierTicket, ...] = ()
        self._answer: PublicAnswer | None = None
        self._behalf: OnBehalf | None = None
        self._owed: Owed | None = None
        panel.earlier.answer_asked.connect(self.insert_last)
        panel.answered.page_asked.connect(self._open_page)
        for section in (panel.earlier.picked, panel.behalf.ticket_picked):
            section.connect(self.ticket_asked)

    @property
    def answer(self) -> PublicAnswer | None:
        """The public answer to the same question."""
        return self._answer

    @property
    def behalf_words(self) -> str:
        """“代 @小李 问”, empty where the customer asks for themselves."""
        return "" if self._behalf is None else asks_for_words(self._behalf.meant.shown)

    def show_for(self, ticket: TicketId) -> None:
        """Read everything about this ticket's people again."""
        people, now = self._context.operator.people, self._context.operator.desk.now()
        self._earlier = people.earlier(ticket)
        self._answer = people.public_answer(ticket)
        self._behalf = people.on_behalf(ticket)
        self._panel.behalf.show_people(self._behalf, people.helpers(ticket))
        self._panel.orders.show_orders(self._context.operator.orders.of_ticket(ticket))
        self._panel.show_earlier(self._earlier, now)
        self._panel.show_answer(self._answer, now)
        aftercare = self._context.operator.aftercare
        owed = Owed(
            self._context.operator.promises.of_ticket(ticket),
            aftercare.remedies(ticket),
            aftercare.recurrence(ticket),
            aftercare.testimonial(ticket),
            self._context.operator.community.of_ticket(ticket),
            self._context.operator.offline.of_ticket(ticket),
        )
        self._owed = owed
        self._panel.owed.show_owed(owed, now)

    def tick(self) -> None:
        """Say anew when what is shown was, and what is late by now."""
        now = self._context.operator.desk.now()
        self._panel.earlier.show_last_answer(self._earlier, now)
        self._panel.show_answer(self._answer, now)
        if self._owed is not None:
            self._panel.owed.show_owed(self._owed, now)

    def clear(self) -> None:
        """Know nothing: no ticket is shown."""
        self._earlier, self._answer, self._behalf, self._owed = (), None, None, None

    @Slot()
    def insert_last(self) -> None:
        """插入上次答复: our latest answer to this person, to be changed before it is sent again."""
        found = last_answered(self._earlier)
        if found is None:
            self._context.news.notice.emit(tr("以前没有答复过这位客户。"))
        else:
            self._insert(found.answer)

    def open_last(self) -> None:
        """打开上一张: the customer's latest other ticket."""
        if self._earlier:
            self.ticket_asked.emit(self._earlier[0].ticket_id)
        else:
            self._context.news.notice.emit(tr("这位客户没有别的工单。"))

    @Slot()
    def _open_page(self) -> None:
        if self._answer is not None:
            self._context.desktop.open_page(self._answer.link)
