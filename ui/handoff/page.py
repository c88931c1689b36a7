"""转交: the page that tracks handoffs, so that no problem is lost between two desks (mission E2–E7)."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from ui.handoff.answer_dialog import AnswerDialog, problem_words
from ui.handoff.delegate import HandoffDelegate
from ui.handoff.export_dialog import ExportDialog
from ui.handoff.page_controller import TrackingController
from ui.handoff.panel import HandoffPanel
from ui.handoff.rows import COLUMNS, count_parts, grouped, spoken
from ui.support.actions import in_lists
from ui.support.context import Context
from ui.widgets.button import KeyButton
from ui.widgets.list_page import RecordList, RecordPage
from ui.widgets.page_head import PageHead
from ui.widgets.seg import Seg, SegItem
from weibo_operator.domain.handoff import Handoff, HandoffState
from weibo_operator.services.handoff_cards import may_become_card
from weibo_operator.translation import tr

LISTED = RecordList(Handoff, tr("转交列表"), COLUMNS, HandoffDelegate, spoken)


class HandoffPage(RecordPage[Handoff]):
    """Lists handoffs; the chosen one is told in full at the right."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, LISTED, parent)
        self._controller = TrackingController(context, self)
        theme = context.theme
        self.seg = Seg(theme, [SegItem("open", tr("未结")), SegItem("ended", tr("已结"))], tr("哪些转交"))
        self.answer_button = KeyButton(
            theme, tr("录入部门反馈"), icon="pencil", keys=in_lists("acknowledge"), variant="primary"
        )
        self.head = PageHead(theme, tr("转交"), [self.seg, self.answer_button])
        self.panel = HandoffPanel(theme)
        self.dialog = AnswerDialog(context, self)
        self.export_dialog = ExportDialog(context, self)
        self.put_together(self.head, self.panel)
        self.bind(
            "handoff",
            {
                "acknowledge": self.enter_answer,
                "write": self.reply,
                "open": self.open_ticket,
                "paste": self.paste_answer,
                "audience": self.interim,
                "export": self.export,
                "card": self.keep_as_card,
                "nudge": self.nudge,
            },
        )
        self._connect()

    def read_list(self) -> None:
        """Read the list again."""
        ended = self.seg.current == "ended"
        handoffs = self._controller.handoffs(ended=ended)
        now = self._context.operator.desk.now()
        self.head.show_counts((tr("最近 {0} 张", len(handoffs)),) if ended else count_parts(handoffs, now))
        self._show_empty(ended=ended)
        self.show_rows(grouped(handoffs, now))

    def show_record(self, record: Handoff) -> None:
        """Tell the chosen handoff; the loud button is the one that comes next."""
        self.panel.show_handoff(record, self._context.operator.desk.now())
        loud = record.state is not HandoffState.ANSWERED
        self.answer_button.set_variant("primary" if loud else "secondary")

    @Slot()
    def enter_answer(self) -> None:
        """A: take the department's answer to the chosen handoff."""
        chosen = self.chosen
        if chosen is not None and not chosen.state.is_open:
            self._controller.notice(tr("这张转交已经结束，不用再录入反馈"))
            return
        self.dialog.open_for(chosen)

    @Slot()
    def paste_answer(self) -> None:
        """Ctrl+V: an answer copied elsewhere is recognised by its code."""
        reading = self._controller.read(self._controller.clipboard_text())
        if not reading.answers:
            keys = self._context.theme.keys.said(in_lists("acknowledge"))
            nothing = tr("剪贴板里没有认出转交的编号（像 F-208）。可以选中一张再按 {0} 录入", keys)
            self._controller.notice(problem_words(reading) or nothing)
            return
        self.list.choose(reading.answers[0][0].id)
        self.dialog.open_with(reading)

    @Slot()
    def nudge(self) -> None:
        """U: remind the department."""
        chosen = self.chosen
        if chosen is None or chosen.state is not HandoffState.WAITING:
            self._controller.notice(tr("这张不用催：部门已经反馈，或者已经结束"))
            return
        self._controller.nudge(chosen)

    @Slot()
    def interim(self) -> None:
        """I: tell the customer how it stands while the answer is awaited."""
        chosen = self.chosen
        if chosen is None or chosen.state is not HandoffState.WAITING:
            self._controller.notice(tr("这张不用先告诉客户进展：部门已经反馈，或者已经结束"))
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
            self._controller.notice(tr("客户得到回复以后，部门的反馈才能存为知识卡"))
            return
        self._controller.keep_as_card(chosen)

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

    def _show_empty(self, *, ended: bool) -> None:
        if ended:
            self.empty.show_message(
                "archive", tr("还没有已结束的转交"), tr("部门反馈、客户得到回复以后，转交会移到这里")
            )
            return
        keys = self._context.theme.keys.said(in_lists("forward"))
        lines = tr("遇到要别的部门查的问题，在工单上按 {0} 转交\n期限、催办和反馈都会在这里", keys)
        self.empty.show_message("corner-up-right", tr("没有等反馈的转交"), lines)

    def _connect(self) -> None:
        self.seg.selected.connect(self.refresh)
        self.answer_button.clicked.connect(self.enter_answer)
        self.list.pressed.connect(self._press)
        self.panel.copy_asked.connect(self._copy)
        self.panel.reply_asked.connect(self.reply)
        self.panel.nudge_asked.connect(self.nudge)
        self.panel.open_asked.connect(self.open_ticket)
        self.panel.interim_asked.connect(self.interim)
        self.panel.export_asked.connect(self.export)
        self.panel.card_asked.connect(self.keep_as_card)
