"""重要客户: who they are, their tickets, when we last spoke and when we should again (mission B5–B7)."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.followup.contact_delegate import ContactDelegate
from ui.followup.contact_panel import ContactPanel
from ui.followup.contact_rows import CONTACT_COLUMNS, grouped_contacts, is_late, spoken_contact
from ui.followup.lists import list_seg
from ui.support.context import Context
from ui.widgets.card_columns import ColumnHeads
from ui.widgets.card_list import CardList
from ui.widgets.empty_state import EmptyState
from ui.widgets.grouped_rows import GroupedRows
from ui.widgets.list_page import ListPage, carry_out
from ui.widgets.page_head import PageHead
from weibo_operator.domain.contact import ImportantCustomer
from weibo_operator.domain.operations import Changes
from weibo_operator.domain.settings import VIP_FOLLOWERS
from weibo_operator.services.important import SHOWN_AT_MOST
from weibo_operator.services.wording import people_words


class ImportantPage(ListPage):
    """Lists important customers by the day of their next contact; the chosen one's card stands at the right."""

    list_wanted = Signal(str)
    """Another of the lists, by its key."""
    reply_requested = Signal(object)
    open_requested = Signal(object)
    card_requested = Signal(object)
    contact_requested = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, parent)
        self._context = context
        theme = context.theme
        self.seg = list_seg(theme, "important")
        self.head = PageHead(theme, "回访", [self.seg])
        self._heads = ColumnHeads(theme, CONTACT_COLUMNS)
        self._rows = GroupedRows(self._spoken, _key)
        self.list = CardList(theme, self._rows, ContactDelegate(theme, context.operator.desk.now), "重要客户列表")
        self.panel = ContactPanel(theme)
        self.empty = EmptyState(theme)
        self.arrange(self.head, self._heads, self.list, self.empty, self.panel)
        self._connect()

    @property
    def chosen(self) -> ImportantCustomer | None:
        """The customer chosen in the list."""
        held = self.list.current
        return held if isinstance(held, ImportantCustomer) else None

    @Slot()
    def refresh(self) -> None:
        """Read the list again: what is due is a question of the moment."""
        rows = self._context.operator.important.listed()
        now = self._context.operator.desk.now()
        self.list.show_rows(grouped_contacts(rows, now))
        late = sum(is_late(row, now) for row in rows)
        due = self._context.operator.important.due_today() - late
        many = f"前 {SHOWN_AT_MOST} 位" if len(rows) == SHOWN_AT_MOST else f"{len(rows)} 位"
        complaints, _ = self._context.operator.important.complaints_this_week()
        parts = (
            many,
            f"逾期 {late} 位" if late else "",
            f"今天要联系 {due} 位" if due else "",
            f"本周投诉 {complaints} 件" if complaints else "",
        )
        self.head.show_counts(tuple(part for part in parts if part))
        self._show_empty()
        self.show_filled(filled=bool(rows))
        self.panel.setVisible(bool(rows))

    def handle(self, action_id: str) -> bool:
        """Act on one of the shell's list actions; False when the page has no use for it."""
        actions = {
            "card": self.edit_card,
            "snooze": self.edit_card,
            "contact": self.record_contact,
            "write": self.reply,
            "open": self.open_ticket,
            "open_page": self.open_page,
            "down": self.down,
            "up": self.up,
        }
        return carry_out(actions, action_id)

    @Slot()
    def edit_card(self) -> None:
        """V: the chosen customer's card."""
        if self.chosen is not None:
            self.card_requested.emit(self.chosen.id)

    @Slot()
    def record_contact(self) -> None:
        """H: note that we spoke with the chosen customer."""
        if self.chosen is not None:
            self.contact_requested.emit(self.chosen.id)

    @Slot()
    def reply(self) -> None:
        """R: answer the ticket that waits longest."""
        if self.chosen is not None and self.chosen.ticket_id is not None:
            self.reply_requested.emit(self.chosen.ticket_id)

    @Slot()
    def open_ticket(self) -> None:
        """Enter: open the ticket that waits longest, or the latest."""
        if self.chosen is not None and self.chosen.ticket_id is not None:
            self.open_requested.emit(self.chosen.ticket_id)

    @Slot()
    def open_page(self) -> None:
        """O: look at the customer's page."""
        if self.chosen is not None and not self._context.desktop.open_page(self.chosen.profile_url):
            self._context.news.notice.emit("这位客户没有主页地址，打不开")

    @Slot()
    def _open_private(self) -> None:
        if self.chosen is not None and not self._context.desktop.open_page(self.chosen.private_way):
            self._context.news.notice.emit("私聊方式不是网址，打不开")

    @Slot(str)
    def _choose_list(self, key: str) -> None:
        self.seg.set_current("important")
        self.list_wanted.emit(key)

    @Slot(object)
    def _show_chosen(self, record: object) -> None:
        if isinstance(record, ImportantCustomer):
            card = self._context.operator.important.card(record.id)
            now = self._context.operator.desk.now()
            self.panel.show_card(card, now, has_ticket=record.ticket_id is not None)

    @Slot(object)
    def _hear(self, changes: Changes) -> None:
        if self.isVisible() and (changes.tickets or changes.tables):
            self.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the ticket."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier and not event.isAutoRepeat()
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_ticket()
        else:
            super().keyPressEvent(event)

    def _spoken(self, record: object) -> str:
        now = self._context.operator.desk.now()
        return spoken_contact(record, now) if isinstance(record, ImportantCustomer) else ""

    def _show_empty(self) -> None:
        floor = self._context.operator.shop.value(VIP_FOLLOWERS)
        many = f"粉丝到 {people_words(floor)} 的客户、" if floor else ""
        lines = f"{many}媒体和名人会自动出现在这里\n别的客户：打开工单按 V，放进 VIP 名单或安排联系"
        self.empty.show_message("star", "还没有重要客户", lines)

    def _connect(self) -> None:
        self.seg.selected.connect(self._choose_list)
        self.list.picked.connect(self._show_chosen)
        self.list.opened.connect(self.open_ticket)
        self.panel.card_asked.connect(self.edit_card)
        self.panel.contact_asked.connect(self.record_contact)
        self.panel.page_asked.connect(self.open_page)
        self.panel.private_asked.connect(self._open_private)
        self.panel.open_asked.connect(self.open_ticket)
        self._context.news.changed.connect(self._hear)


def _key(record: object) -> object:
    return record.id if isinstance(record, ImportantCustomer) else None
