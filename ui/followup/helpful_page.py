"""热心博友: who answered other customers, how often, and whether we thanked them (mission A17, F8)."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.followup.care_list import CareList
from ui.followup.doing import undoable
from ui.followup.helpful_delegate import HelpfulDelegate
from ui.followup.helpful_panel import HelpfulPanel
from ui.followup.helpful_rows import HELPFUL_COLUMNS, grouped_helpful, helpful_counts, spoken_helpful
from ui.followup.peer_words import thanks_to
from ui.support.actions import in_lists
from ui.support.context import Context
from ui.widgets.list_page import RecordList
from weibo_operator.domain.community import HelpfulUser
from weibo_operator.translation import tr

LISTED = RecordList(HelpfulUser, tr("热心博友列表"), HELPFUL_COLUMNS, HelpfulDelegate, spoken_helpful)


class HelpfulPage(CareList[HelpfulUser]):
    """Lists who answered others, those to be thanked first; the chosen one's answers stand at the right."""

    thanked = Signal(object, str)
    """The ticket and the words of thanks for a reply there."""
    edit_requested = Signal(object)
    """The ticket whose answer is to be changed."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, "helpful", LISTED, lambda user: user.customer_id, parent)
        self.panel = HelpfulPanel(context.theme)
        self._show_empty()
        context.theme.keys.changed.connect(self._show_empty)
        self.put_together(self.head, self.panel)
        own = {"level_1": self.note_thanked, "open_page": self.open_page, "insert_notice": self.look_at_answer}
        self.bind_with_usual("helpful", {**own, "peer_answer": self.edit})
        self._connect()

    @Slot()
    def _show_empty(self) -> None:
        keys = self._context.theme.keys.said(in_lists("peer_answer"))
        lines = tr("别的博友替我们回答了客户，在工单上按 {0} 记下\n谁答了几次、道过谢没有，都在这里", keys)
        self.empty.show_message("users", tr("还没有博友解答过"), lines)

    def read_list(self) -> None:
        """Read the list again."""
        users = self._context.operator.community.helpful_users()
        self.show_rows(grouped_helpful(users))
        self.head.show_counts(helpful_counts(users))

    def show_record(self, record: HelpfulUser) -> None:
        """Tell the chosen user."""
        self.panel.show_user(record, self._context.operator.desk.now())

    def write_to(self, record: HelpfulUser) -> None:
        """Thanks on the ticket of the answer we have not thanked for; nothing is written where none is owed."""
        owed = record.to_thank
        if owed is not None:
            self.thanked.emit(owed.ticket_id, thanks_to(record.nickname))
        else:
            super().write_to(record)

    @Slot()
    def note_thanked(self) -> None:
        """1: we thanked them elsewhere for the answer that is shown."""
        owed = None if self.chosen is None else self.chosen.to_thank
        if owed is not None:
            community = self._context.operator.community
            undoable(
                self._context,
                lambda: community.note_thanked(owed.id),
                tr("记下了：在别处向 @{0} 道过谢", owed.nickname),
            )

    @Slot()
    def edit(self) -> None:
        """Shift+A: who answered, and what."""
        if self.chosen is not None:
            self.edit_requested.emit(self.chosen.ticket_id)

    @Slot()
    def look_at_answer(self) -> None:
        """U: the answer on Weibo."""
        if self.chosen is not None:
            shown = self.chosen.to_thank or self.chosen.answers[0]
            if not self._context.desktop.open_page(shown.link):
                self._context.news.notice.emit(tr("没有记下 TA 那条回答的链接"))

    @Slot()
    def open_page(self) -> None:
        """O: look at their page."""
        if self.chosen is not None:
            self.look_at(self.chosen.profile_url)

    def _connect(self) -> None:
        self.panel.noted.connect(self.note_thanked)
        self.panel.edit_asked.connect(self.edit)
        self.panel.answer_asked.connect(self.look_at_answer)
        self.panel.open_asked.connect(self.open_ticket)
        self.panel.page_asked.connect(self.open_page)
        self.panel.thanks_asked.connect(self.reply)
