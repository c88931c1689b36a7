"""重要客户: who they are, their tickets, when we last spoke and when we should again (mission B5–B7)."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from ui.followup.care_list import CareList
from ui.followup.contact_delegate import ContactDelegate
from ui.followup.contact_panel import ContactPanel
from ui.followup.contact_rows import CONTACT_COLUMNS, grouped_contacts, is_late, spoken_contact
from ui.support.actions import in_lists
from ui.support.context import Context
from ui.widgets.button import KeyButton
from ui.widgets.list_page import RecordList
from weibo_operator.domain.clock import china_day
from weibo_operator.domain.contact import ImportantCustomer
from weibo_operator.domain.relation import Relation
from weibo_operator.domain.settings import VIP_FOLLOWERS
from weibo_operator.services.important import SHOWN_AT_MOST
from weibo_operator.services.wording import people_words
from weibo_operator.translation import label, tr

LEVELS = (None, *reversed(Relation))
"""What the list is narrowed to, in the order of pressing; first nothing."""
LISTED = RecordList(ImportantCustomer, tr("重要客户列表"), CONTACT_COLUMNS, ContactDelegate, spoken_contact)


class ImportantPage(CareList[ImportantCustomer]):
    """Lists important customers by the day of their next contact; the chosen one's card stands at the right.

    Their ticket is the one that waits longest, or the latest.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        level = KeyButton(context.theme, "", keys=tr("空格"), height="control_32")
        super().__init__(context, "important", LISTED, lambda customer: customer.id, parent, own=(level,))
        self._level: Relation | None = None
        self.level = level
        self.level.setToolTip(tr("只看一种关系的客户，再按换下一种"))
        self.panel = ContactPanel(context.theme)
        self._say_level()
        self.put_together(self.head, self.panel)
        self.bind_with_usual(
            "important", {"snooze": self.edit_card, "open_page": self.open_page, "level": self.turn_level}
        )
        self._connect()

    def read_list(self) -> None:
        """Read the list again: what is due is a question of the moment."""
        rows = self._context.operator.important.listed(level=self._level)
        now = self._context.operator.desk.now()
        late = sum(is_late(row, now) for row in rows)
        due = sum(row.next_contact == china_day(now) for row in rows)
        many = tr("前 {0} 位", SHOWN_AT_MOST) if len(rows) == SHOWN_AT_MOST else tr("{0} 位", len(rows))
        complaints = 0 if self._level else self._context.operator.important.complaints_this_week()[0]
        parts = (
            many,
            tr("逾期 {0} 位", late) if late else "",
            tr("今天要联系 {0} 位", due) if due else "",
            tr("本周投诉 {0} 件", complaints) if complaints else "",
        )
        self.head.show_counts(tuple(part for part in parts if part))
        self._show_empty()
        self.show_rows(grouped_contacts(rows, now))

    def show_record(self, record: ImportantCustomer) -> None:
        """Tell the chosen customer's card."""
        card = self._context.operator.important.card(record.id)
        self.panel.show_card(card, self._context.operator.desk.now(), has_ticket=record.ticket_id is not None)

    @Slot()
    def turn_level(self) -> None:
        """Space: everybody, the supporters alone, the loyal alone, and so on round."""
        self._level = LEVELS[(LEVELS.index(self._level) + 1) % len(LEVELS)]
        self._say_level()
        self.read_list()

    @Slot()
    def open_page(self) -> None:
        """O: look at the customer's page."""
        if self.chosen is not None:
            self.look_at(self.chosen.profile_url)

    @Slot()
    def _open_private(self) -> None:
        if self.chosen is not None and not self._context.desktop.open_page(self.chosen.private_way):
            self._context.news.notice.emit(tr("私聊方式不是网址，打不开"))

    def _say_level(self) -> None:
        self.level.setText(tr("只看{0}", label(self._level.value)) if self._level else tr("全部关系"))

    def _show_empty(self) -> None:
        if self._level is not None:
            self.empty.show_message("star", tr("重要客户里没有{0}", label(self._level.value)), tr("按空格换一种关系看"))
            return
        floor = self._context.operator.shop.value(VIP_FOLLOWERS)
        keys = self._context.theme.keys.said(in_lists("card"))
        lines = (
            tr(
                "粉丝到 {0} 的客户、媒体和名人会自动出现在这里\n别的客户：打开工单按 {1}，放进 VIP 名单或安排联系",
                people_words(floor),
                keys,
            )
            if floor
            else tr("媒体和名人会自动出现在这里\n别的客户：打开工单按 {0}，放进 VIP 名单或安排联系", keys)
        )
        self.empty.show_message("star", tr("还没有重要客户"), lines)

    def _connect(self) -> None:
        self.level.clicked.connect(self.turn_level)
        self.panel.card_asked.connect(self.edit_card)
        self.panel.contact_asked.connect(self.record_contact)
        self.panel.page_asked.connect(self.open_page)
        self.panel.private_asked.connect(self._open_private)
        self.panel.open_asked.connect(self.open_ticket)
