"""闲聊与广告: what most likely needs no answer, in one list for one look; one key closes the selection."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.inbox.gathered_delegate import GatheredDelegate
from ui.inbox.gathered_panel import GatheredPanel
from ui.inbox.gathered_rows import FACTS, GATHERED_COLUMNS, grouped_chatter
from ui.support.actions import in_lists
from ui.support.context import Context
from ui.support.texts import sentence
from ui.widgets.button import KeyButton
from ui.widgets.card_columns import ColumnHeads
from ui.widgets.marked_list import MarkedListPage
from ui.widgets.page_head import PageHead
from weibo_operator.domain.errors import OperatorError
from weibo_operator.domain.gathered import GatheredRow
from weibo_operator.domain.operations import Changes
from weibo_operator.services.gathered import SHOWN_AT_MOST
from weibo_operator.translation import tr


class GatheredPage(MarkedListPage[GatheredRow]):
    """Nothing is closed by itself, and the rotation serves none of these before."""

    labels_requested = Signal(object)
    """The ticket whose labels are to be corrected."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, FACTS, parent)
        theme = context.theme
        self.all_button = KeyButton(theme, tr("全选"), keys=in_lists("select_all"), height="control_32")
        self.inbox_button = KeyButton(theme, tr("回收件箱"), icon="arrow-left", keys="Esc", height="control_32")
        self.head = PageHead(theme, tr("闲聊与广告"), [self.all_button, self.inbox_button])
        cards = self.make_list(tr("闲聊与广告"), GatheredDelegate(theme, self.is_marked))
        self.panel = GatheredPanel(theme)
        self.empty.show_message(
            "check-check",
            tr("没有要看的闲聊与广告"),
            tr("程序认为不用回的新消息会集中到这里\n客户还有别的事没完，就不放进来"),
            action=tr("回收件箱"),
            keys="Esc",
        )
        self.arrange(self.head, ColumnHeads(theme, GATHERED_COLUMNS), cards, self.empty, self.panel)
        self.bind_with_usual(
            "gathered",
            {
                "no_reply": self.close_chosen,
                "finish": self.close_chosen,
                "write": self.put_back,
                "labels": self.ask_labels,
            },
        )
        self._connect()

    def read_list(self) -> None:
        """Read the list again; marks stay on what is still there."""
        gathered = self._context.operator.gathered
        shown = gathered.listed()
        self.show_read(shown, grouped_chatter(shown))
        count = gathered.count()
        many = tr("{0} 条", count) if count <= SHOWN_AT_MOST else tr("{0} 条，先看前 {1} 条", count, SHOWN_AT_MOST)
        self.head.show_counts((many, tr("看过再关，轮流时不会轮到它们")))
        self.panel.setVisible(bool(shown))
        self.show_marks()

    def show_row(self, row: GatheredRow) -> None:
        """Show the whole message and every reason."""
        self.panel.show_row(row, self._context.operator.desk.now())

    def show_marks(self) -> None:
        """Say how many are chosen."""
        super().show_marks()
        self.panel.show_marked(len(self._marked))

    @Slot()
    def close_chosen(self) -> None:
        """M: the selection needs no answer, as one operation however many there are."""
        chosen = tuple(row.ticket for row in self.chosen)
        if not chosen:
            return
        try:
            outcome = self._context.operator.gathered.close(chosen)
        except OperatorError as error:
            self._context.news.notice.emit(sentence(error))
            return
        self.unmark()
        self._context.news.tell(outcome.changes)
        kept = len(chosen) - outcome.value
        if outcome.value:
            left = tr("；{0} 条客户又说了话，留着", kept) if kept else ""
            self._context.news.undoable.emit(tr("{0} 条记为无需回复", outcome.value) + left)
        else:
            self.refresh()
            self._context.news.notice.emit(tr("选中的客户又说了话，一条也没关"))

    @Slot()
    def put_back(self) -> None:
        """R: the one under the cursor is to be answered after all."""
        held = self.held
        if held is None:
            return
        try:
            outcome = self._context.operator.gathered.put_back(held.ticket)
        except OperatorError as error:
            self._context.news.notice.emit(sentence(error))
            return
        self._context.news.tell(outcome.changes)
        self._context.news.undoable.emit(tr("@{0} 放回轮流，按咨询处理", held.nickname))

    @Slot()
    def ask_labels(self) -> None:
        """L: say what it is instead."""
        held = self.held
        if held is not None:
            self.labels_requested.emit(held.ticket)

    @Slot(object)
    def _hear(self, changes: Changes) -> None:
        if self.isVisible() and (changes.tickets or changes.tables):
            self.refresh()

    def _connect(self) -> None:
        self.panel.close_asked.connect(self.close_chosen)
        self.panel.back_asked.connect(self.put_back)
        self.panel.open_asked.connect(self.open_ticket)
        self.all_button.clicked.connect(self.toggle_all)
        self.inbox_button.clicked.connect(self.back_requested)
        self._context.news.changed.connect(self._hear)
