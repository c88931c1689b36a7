"""回访: the page of visits to be made and of those made (mission E8, E9)."""

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from ui.followup.care_list import CareList
from ui.followup.controller import VisitController
from ui.followup.delegate import VisitDelegate
from ui.followup.panel import OUTCOMES, VisitPanel
from ui.followup.plan_dialog import PlanDialog
from ui.followup.rows import COLUMNS, DONE_COLUMNS, done_rows, grouped, spoken
from ui.support.context import Context
from ui.support.page_keys import outcome_id
from ui.widgets.list_page import RecordList
from weibo_operator.domain.followup import FollowUp, VisitOutcome
from weibo_operator.translation import tr

LISTED = RecordList(FollowUp, tr("回访列表"), COLUMNS, VisitDelegate, spoken)


class FollowUpPage(CareList[FollowUp]):
    """Lists visits by their day; the chosen one is told in full at the right."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, "due", LISTED, lambda visit: visit.customer_id, parent)
        self._controller = VisitController(context, self)
        self.panel = VisitPanel(context.theme)
        self.dialog = PlanDialog(context, self)
        self._shown: object = None
        self.put_together(self.head, self.panel)
        outcomes = {outcome_id(outcome): partial(self.record, outcome) for outcome in OUTCOMES}
        own = {"level_auto": self.accept_suggestion, "snooze": self.postpone, "open_page": self.open_page}
        self.bind_with_usual("visits", {**outcomes, **own})
        self._connect()

    def read_list(self) -> None:
        """Read the list again."""
        self._key_of_list = self.seg.current
        done = self.seg.current == "done"
        visits = self._controller.visits(done=done)
        now = self._context.operator.desk.now()
        self._heads.show_columns(DONE_COLUMNS if done else COLUMNS)
        self.head.show_counts(self._controller.week_parts())
        self._show_empty(done=done)
        self.show_rows(done_rows(visits) if done else grouped(visits, now))

    def show_record(self, record: FollowUp) -> None:
        """Tell the chosen visit; a note begun for another one is dropped."""
        if record.id != self._shown:
            self._shown = record.id
            self.panel.note.clear()
        recent, suggested = self._controller.since(record)
        self.panel.show_visit(record, recent, suggested, self._context.operator.desk.now())

    @Slot(object)
    def record(self, outcome: VisitOutcome) -> None:
        """A digit from 1 to 6: record what the chosen visit found, with the note as it stands; then comes the next."""
        chosen = self.chosen
        if chosen is None or chosen.outcome is not None:
            return
        note = self.panel.note.text()
        if self._controller.record(chosen, outcome, note):
            self.panel.note.clear()
            self.refresh()
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def accept_suggestion(self) -> None:
        """0: record the outcome that the customer's own words suggest."""
        chosen = self.chosen
        suggested = None if chosen is None else self._controller.since(chosen)[1]
        if suggested is not None:
            self.record(suggested.outcome)

    @Slot()
    def postpone(self) -> None:
        """S: another day for the chosen visit."""
        chosen = self.chosen
        if chosen is not None and chosen.outcome is None:
            self.dialog.open_visit(chosen)

    @Slot()
    def open_page(self) -> None:
        """O: look what the customer has posted since."""
        if self.chosen is not None:
            self.look_at(self.chosen.profile_url)

    def turn_to(self, key: str) -> None:
        """待回访 and 已回访 are both lists of this page."""
        if key in ("due", "done"):
            self.refresh()
        else:
            super().turn_to(key)

    def _show_empty(self, *, done: bool) -> None:
        if done:
            self.empty.show_message("archive", tr("还没有回访过"), tr("回访以后记下结果，就会出现在这里"))
            return
        self.empty.show_message(
            "calendar-clock", tr("没有要回访的客户"), tr("发送回复时选“3 天后回访”，到期会自动排到这里")
        )

    def _connect(self) -> None:
        self.panel.outcome_asked.connect(self.record)
        self.panel.suggestion_accepted.connect(self.accept_suggestion)
        self.panel.page_asked.connect(self.open_page)
        self.panel.postpone_asked.connect(self.postpone)
        self.panel.reply_asked.connect(self.reply)
