"""转交: the page that tracks handoffs, so that no problem is lost between two desks (mission E2–E7)."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from ui.handoff.answer_dialog import AnswerDialog, problem_words
from ui.handoff.delegate import HandoffDelegate
from ui.handoff.export_dialog import ExportDialog
from ui.handoff.page_controller import TrackingController
from ui.handoff.panel import HandoffPanel
from ui.handoff.rows import COLUMNS, count_parts, grouped, spoken
from ui.support.context import Context
from ui.widgets.button import KeyButton
from ui.widgets.card_columns import ColumnHeads
from ui.widgets.card_list import CardList
from ui.widgets.empty_state import EmptyState
from ui.widgets.grouped_rows import GroupedRows
from ui.widgets.list_page import ListPage, carry_out
from ui.widgets.page_head import PageHead
from ui.widgets.seg import Seg, SegItem
from weibo_operator.domain.handoff import Handoff, HandoffState
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.operations import Changes
from weibo_operator.services.handoff_cards import may_become_card


class HandoffPage(ListPage):
    """Lists handoffs; the chosen one is told in full at the right."""

    reply_requested = Signal(object)
    """The ticket whose customer gets the department's answer."""
    open_requested = Signal(object)
    """The ticket to be opened."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, parent)
        self._context = context
        self._controller = TrackingController(context, self)
        theme = context.theme
        self.seg = Seg(theme, [SegItem("open", "未结"), SegItem("ended", "已结")], "哪些转交")
        self.answer_button = KeyButton(theme, "录入部门反馈", icon="pencil", keys="A", variant="primary")
        self.head = PageHead(theme, "转交", [self.seg, self.answer_button])
        self._rows = GroupedRows(self._spoken, _key)
        self.list = CardList(theme, self._rows, HandoffDelegate(theme, context.operator.desk.now), "转交列表")
        self.panel = HandoffPanel(theme)
        self.empty = EmptyState(theme)
        self.dialog = AnswerDialog(context, self)
        self.export_dialog = ExportDialog(context, self)
        self._stale = False
        self.arrange(self.head, ColumnHeads(theme, COLUMNS), self.list, self.empty, self.panel)
        self._connect()

    @property
    def chosen(self) -> Handoff | None:
        """The handoff chosen in the list."""
        held = self.list.current
        return held if isinstance(held, Handoff) else None

    @Slot()
    def refresh(self) -> None:
        """Read the list again."""
        self._stale = False
        ended = self.seg.current == "ended"
        handoffs = self._controller.handoffs(ended=ended)
        now = self._context.operator.desk.now()
        self.list.show_rows(grouped(handoffs, now))
        self.head.show_counts((f"最近 {len(handoffs)} 张",) if ended else count_parts(handoffs, now))
        self._show_empty(ended=ended)
        self.show_filled(filled=bool(handoffs))
        self.panel.setVisible(bool(handoffs))

    def handle(self, action_id: str) -> bool:
        """Act on one of the shell's list actions; False when the page has no use for it."""
        actions = {
            "acknowledge": self.enter_answer,
            "write": self.reply,
            "open": self.open_ticket,
            "paste": self.paste_answer,
            "audience": self.interim,
            "export": self.export,
            "card": self.keep_as_card,
            "down": self.down,
            "up": self.up,
        }
        return carry_out(actions, action_id)

    @Slot()
    def enter_answer(self) -> None:
        """A: take the department's answer to the chosen handoff."""
        chosen = self.chosen
        if chosen is not None and not chosen.state.is_open:
            self._controller.notice("这张转交已经结束，不用再录入反馈")
            return
        self.dialog.open_for(chosen)

    @Slot()
    def paste_answer(self) -> None:
        """Ctrl+V: an answer copied elsewhere is recognised by its code."""
        reading = self._controller.read(self._controller.clipboard_text())
        if not reading.answers:
            nothing = "剪贴板里没有认出转交的编号（像 F-208）。可以选中一张再按 A 录入"
            self._controller.notice(problem_words(reading) or nothing)
            return
        self.list.choose(_key(reading.answers[0][0]))
        self.dialog.open_with(reading)

    @Slot()
    def reply(self) -> None:
        """R: write to the customer with the answer at hand."""
        chosen = self.chosen
        if chosen is not None:
            self.reply_requested.emit(chosen.ticket_id)

    @Slot()
    def nudge(self) -> None:
        """U: remind the department."""
        chosen = self.chosen
        if chosen is None or chosen.state is not HandoffState.WAITING:
            self._controller.notice("这张不用催：部门已经反馈，或者已经结束")
            return
        self._controller.nudge(chosen)

    @Slot()
    def interim(self) -> None:
        """I: tell the customer how it stands while the answer is awaited."""
        chosen = self.chosen
        if chosen is None or chosen.state is not HandoffState.WAITING:
            self._controller.notice("这张不用先告诉客户进展：部门已经反馈，或者已经结束")
            return
        self._controller.prepare_interim(chosen)
        self.reply_requested.emit(chosen.ticket_id)

    @Slot()
    def export(self) -> None:
        """Ctrl+S: print the chosen handoff's page, or write it to a file."""
        chosen = self.chosen
        if chosen is not None:
            self.export_dialog.open_for(chosen)

    @Slot()
    def keep_as_card(self) -> None:
        """V: keep an answer that was used as a knowledge card."""
        chosen = self.chosen
        if chosen is None or not may_become_card(chosen):
            self._controller.notice("客户得到回复以后，部门的反馈才能存为知识卡")
            return
        self._controller.keep_as_card(chosen)

    @Slot()
    def open_ticket(self) -> None:
        """Enter: open the ticket."""
        chosen = self.chosen
        if chosen is not None:
            self.open_requested.emit(TicketId(chosen.ticket_id))

    @Slot()
    def _copy(self) -> None:
        chosen = self.chosen
        if chosen is not None:
            self._controller.copy_package(chosen)

    @Slot(object)
    def _press(self, _handoff: object) -> None:
        """The row's own button: its row is the chosen one by then."""
        chosen = self.chosen
        if chosen is not None and chosen.state is HandoffState.ANSWERED:
            self.reply()
        else:
            self.nudge()

    @Slot(object)
    def _show_chosen(self, record: object) -> None:
        if isinstance(record, Handoff):
            self.panel.show_handoff(record, self._context.operator.desk.now())
            loud = record.state is not HandoffState.ANSWERED
            self.answer_button.set_variant("primary" if loud else "secondary")

    @Slot(object)
    def _hear(self, changes: Changes) -> None:
        if changes.tables & {"handoff", "ticket", "customer"} or changes.tickets:
            self._stale = True
            if self.isVisible():
                self.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys of this page that are nobody else's: U, Enter and a pasted answer."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste_answer()
        elif event.key() == Qt.Key.Key_U and not event.modifiers() and not event.isAutoRepeat():
            self.nudge()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.open_ticket()
        else:
            super().keyPressEvent(event)

    def _spoken(self, record: object) -> str:
        return spoken(record, self._context.operator.desk.now()) if isinstance(record, Handoff) else ""

    def _show_empty(self, *, ended: bool) -> None:
        if ended:
            self.empty.show_message("archive", "还没有结束的转交", "部门反馈、客户得到回复以后，转交会移到这里")
            return
        self.empty.show_message(
            "corner-up-right",
            "没有等反馈的转交",
            "遇到要别的部门查的问题，在工单上按 F 转交\n期限、催办和反馈都会在这里",
        )

    def _connect(self) -> None:
        self.seg.selected.connect(self.refresh)
        self.answer_button.clicked.connect(self.enter_answer)
        self.list.picked.connect(self._show_chosen)
        self.list.pressed.connect(self._press)
        self.list.opened.connect(self.open_ticket)
        self.panel.copy_asked.connect(self._copy)
        self.panel.reply_asked.connect(self.reply)
        self.panel.nudge_asked.connect(self.nudge)
        self.panel.open_asked.connect(self.open_ticket)
        self.panel.interim_asked.connect(self.interim)
        self.panel.export_asked.connect(self.export)
        self.panel.card_asked.connect(self.keep_as_card)
        self._context.news.changed.connect(self._hear)


def _key(record: object) -> object:
    return record.id if isinstance(record, Handoff) else None
