"""承诺: what we told customers we would do by a time, by that time; kept, put off, taken off (mission D17)."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.followup.care_list import CareList
from ui.followup.promise_delegate import PromiseDelegate
from ui.followup.promise_panel import PromisePanel
from ui.followup.promise_rows import PROMISE_COLUMNS, grouped_promises, rate_words, settled_rows, spoken_promise
from ui.followup.promise_settling import cancel_promise, keep_promise
from ui.support.context import Context
from ui.widgets.list_page import RecordList
from weibo_operator.domain.promise_record import PromiseState, RecordedPromise
from weibo_operator.translation import tr

LISTED = RecordList(RecordedPromise, tr("承诺列表"), PROMISE_COLUMNS, PromiseDelegate, spoken_promise)


class PromisePage(CareList[RecordedPromise]):
    """Lists promises by their time, and below them what became of the latest; the chosen one stands at the right."""

    promise_requested = Signal(object)
    """The promise whose dialog is to be opened."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, "promises", LISTED, lambda promise: promise.customer_id, parent)
        self.panel = PromisePanel(context.theme)
        self.empty.show_message(
            "calendar-clock", tr("没有要兑现的承诺"), tr("回复里说“明天 18:00 前给您答复”，发出后会自动记在这里")
        )
        self.put_together(self.head, self.panel)
        self.bind_with_usual(
            "promises",
            {"level_1": self.keep, "level_2": self.cancel, "snooze": self.change, "write": self.change},
        )
        self._connect()

    def read_list(self) -> None:
        """Read the list again: what is due is a question of the moment."""
        service, now = self._context.operator.promises, self._context.operator.desk.now()
        self.show_rows([*grouped_promises(service.due_list(), now), *settled_rows(service.settled_list())])
        self.head.show_counts(rate_words(service.this_week()))

    def show_record(self, record: RecordedPromise) -> None:
        """Tell the chosen promise."""
        self.panel.show_promise(record, self._context.operator.desk.now())

    @Slot()
    def keep(self) -> None:
        """1: what was promised has been done."""
        self._settle(keep_promise)

    @Slot()
    def cancel(self) -> None:
        """2: it was no promise."""
        self._settle(cancel_promise)

    @Slot()
    def change(self) -> None:
        """S, R: another time, told to the customer."""
        if self.chosen is not None and self.chosen.state is PromiseState.OPEN:
            self.promise_requested.emit(self.chosen.id)

    def _settle(self, settle: Callable[[Context, RecordedPromise], bool]) -> None:
        """Do it with the chosen one if it is open; the next open one is chosen after it."""
        chosen = self.chosen
        if chosen is None or chosen.state is not PromiseState.OPEN:
            return
        open_ones = [each.id for each in self._context.operator.promises.due_list()]
        place = open_ones.index(chosen.id)
        if not settle(self._context, chosen):
            return
        self.refresh()
        rest = [*open_ones[place + 1 :], *reversed(open_ones[:place])]
        if rest:
            self.list.choose(rest[0])
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        self.panel.kept_asked.connect(self.keep)
        self.panel.cancel_asked.connect(self.cancel)
        self.panel.change_asked.connect(self.change)
        self.panel.open_asked.connect(self.open_ticket)
