"""危机: the page of alarms and cases, the chosen one told in full at the right (mission B2, B8–B12)."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.crisis.commands import CrisisCommands
from ui.crisis.delegate import CaseDelegate
from ui.crisis.detail import CrisisDetail
from ui.crisis.rows import COLUMNS, CaseRow, active_rows, ended_rows, spoken
from ui.support.context import Context
from ui.support.crisis_steps import shown_steps
from ui.widgets.card_columns import ColumnHeads
from ui.widgets.card_list import CardList
from ui.widgets.empty_state import EmptyState
from ui.widgets.grouped_rows import GroupedRows
from ui.widgets.keyed_page import carry_out
from ui.widgets.list_page import ListPage
from ui.widgets.page_head import PageHead
from ui.widgets.seg import Seg, SegItem
from weibo_operator.domain.crisis_case import PlaybookStep
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.operations import Changes
from weibo_operator.translation import tr

PANEL = 500


class CrisisPage(ListPage):
    """Lists alarms and cases by their risk."""

    open_requested = Signal(object)
    """The ticket to be opened."""
    words_requested = Signal(object, object)
    """(ticket, step): the step's words are wanted in the reply."""

    def __init__(self, context: Context, commands: CrisisCommands, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, parent)
        self._context = context
        self._commands = commands
        theme = context.theme
        self.seg = Seg(theme, [SegItem("active", tr("未结")), SegItem("ended", tr("已结束"))], tr("哪些危机"))
        self.head = PageHead(theme, tr("危机"), [self.seg])
        self._rows = GroupedRows(self._spoken, _key)
        self.list = CardList(theme, self._rows, CaseDelegate(theme, context.operator.desk.now), tr("危机列表"))
        self.detail = CrisisDetail(theme, shown_steps(context), width=PANEL)
        self.empty = EmptyState(theme)
        self.arrange(self.head, ColumnHeads(theme, COLUMNS), self.list, self.empty, self.detail)
        self._connect()

    @property
    def chosen(self) -> TicketId | None:
        """The ticket of the case chosen in the list."""
        held = self.list.current
        return held.case.ticket if isinstance(held, CaseRow) else None

    def read_list(self) -> None:
        """Read the list again."""
        crises = self._context.operator.crises
        if self.seg.current == "ended":
            over = crises.ended()
            self.list.show_rows(ended_rows(over))
            self.head.show_counts((tr("最近 {0} 起", len(over)),))
        else:
            active = crises.active()
            lines = crises.signals_lines([case.ticket for case in active])
            self.list.show_rows(active_rows(active, lines))
            undecided = sum(case.undecided for case in active)
            self.head.show_counts((tr("待确认 {0} 起", undecided), tr("处理中 {0} 起", len(active) - undecided)))
        filled = bool(self._rows.record_rows())
        self._show_empty()
        self.show_filled(filled=filled)
        self.detail.setVisible(filled)
        self._show_chosen(self.list.current)

    def handle(self, action_id: str) -> bool:
        """Act on one of the shell's list actions; False when the page has no use for it."""
        actions = {
            "crisis": self.to_checklist,
            "crisis_confirm": self.confirm,
            "crisis_dismiss": self.dismiss,
            "crisis_evidence": self.evidence,
            "crisis_review": self.review,
            "open": self.open_ticket,
            "write": self.open_ticket,
            "open_page": self.open_page,
            "down": self.down,
            "up": self.up,
            "back": self.back,
        }
        return carry_out(actions, action_id)

    @Slot()
    def to_checklist(self) -> None:
        """W: on to the first open step."""
        if self.chosen is not None:
            self.detail.checklist.focus_next()

    @Slot()
    def back(self) -> None:
        """Esc: from the checklist back to the list."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def confirm(self) -> None:
        """Y: this is a crisis."""
        if self.chosen is not None:
            self._commands.confirm(self.chosen)

    @Slot()
    def dismiss(self) -> None:
        """B: this is none."""
        if self.chosen is not None:
            self._commands.ask_dismiss(self.chosen)

    @Slot()
    def close_case(self) -> None:
        """The crisis is over."""
        if self.chosen is not None:
            self._commands.close(self.chosen)

    @Slot()
    def evidence(self) -> None:
        """Save the evidence pack."""
        if self.chosen is not None:
            self._commands.save_evidence(self.chosen)

    @Slot()
    def review(self) -> None:
        """Write the post-mortem."""
        if self.chosen is not None:
            self._commands.review_wanted.emit(self.chosen)

    @Slot()
    def open_ticket(self) -> None:
        """Enter: open the ticket."""
        if self.chosen is not None:
            self.open_requested.emit(self.chosen)

    def open_page(self) -> None:
        """O: look at the post."""
        held = self.list.current
        if isinstance(held, CaseRow) and not self._context.desktop.open_page(held.case.link):
            self._context.news.notice.emit(tr("这张工单没有原帖链接。"))

    @Slot(str, bool)
    def _tick(self, key: str, done: bool) -> None:
        if self.chosen is not None:
            self._commands.tick(self.chosen, key, done=done)

    @Slot(object)
    def _ask_words(self, step: PlaybookStep) -> None:
        if self.chosen is not None:
            self.words_requested.emit(self.chosen, step)

    @Slot(object)
    def _show_chosen(self, record: object) -> None:
        if not isinstance(record, CaseRow):
            return
        view = self._context.operator.crises.view(record.case.ticket)
        if view is not None:
            self.detail.show_view(view, record.line, self._context.operator.desk.now())

    @Slot(object)
    def _hear(self, changes: Changes) -> None:
        if self.isVisible() and (changes.tickets or changes.tables):
            self.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the chosen case's ticket; Y and B also work from the checklist."""
        actions = {"open": self.open_ticket, "crisis_confirm": self.confirm, "crisis_dismiss": self.dismiss}
        is_key = self._context.theme.keys.is_list_key_of
        meant = (act for action, act in actions.items() if is_key(action, event))
        act = None if event.isAutoRepeat() else next(meant, None)
        if act is None:
            super().keyPressEvent(event)
        else:
            act()

    def _spoken(self, record: object) -> str:
        return spoken(record, self._context.operator.desk.now()) if isinstance(record, CaseRow) else ""

    def _show_empty(self) -> None:
        if self.seg.current == "ended":
            self.empty.show_message("archive", tr("还没有已结束的危机"), tr("确认过、又处理完的危机会移到这里"))
            return
        self.empty.show_message(
            "shield-check",
            tr("没有危机信号"),
            tr("危机词、传播变快、同类扎堆、媒体或大号不满、一再投诉\n出现其中一样就会在这里和收件箱上方报警"),
        )

    def _connect(self) -> None:
        self.seg.selected.connect(self.refresh)
        self.list.picked.connect(self._show_chosen)
        self.list.opened.connect(self.open_ticket)
        detail = self.detail
        detail.confirm_asked.connect(self.confirm)
        detail.dismiss_asked.connect(self.dismiss)
        detail.close_asked.connect(self.close_case)
        detail.open_asked.connect(self.open_ticket)
        detail.evidence_asked.connect(self.evidence)
        detail.review_asked.connect(self.review)
        detail.ticked.connect(self._tick)
        detail.words_asked.connect(self._ask_words)
        self._context.news.changed.connect(self._hear)


def _key(record: object) -> object:
    return record.case.ticket if isinstance(record, CaseRow) else None
