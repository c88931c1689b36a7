"""The red line over board and session while an alarm waits for the operator's word."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.support.actions import in_lists
from ui.support.context import Context
from ui.widgets.banner import Banner
from weibo_operator.domain.crisis_case import CrisisRow
from weibo_operator.domain.ids import TicketId
from weibo_operator.translation import tr


class CrisisBanner(Banner):
    """Names the gravest alarm, or the one of the open ticket; hidden while there is none."""

    checklist_asked = Signal(object)
    dismiss_asked = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, parent=parent)
        self._context = context
        self._ticket: TicketId | None = None
        self._count = 0
        self._has_room = True
        self.acted.connect(self._ask_checklist)
        self.second_acted.connect(self._ask_dismiss)

    @property
    def ticket(self) -> TicketId | None:
        """Whose alarm is named, None while hidden."""
        return self._ticket

    @property
    def count(self) -> int:
        """How many alarms wait for the operator's word."""
        return self._count

    def set_room(self, *, on: bool) -> None:
        """Give way where the composer needs the height; the rail's badge then speaks alone."""
        self._has_room = on
        self.setVisible(on and self._ticket is not None)

    def show_alarms(self, open_ticket: TicketId | None) -> None:
        """Read the alarms and name one: the open ticket's own, else the gravest."""
        waiting = self._context.operator.crises.undecided()
        self._count = len(waiting)
        if not waiting:
            self._ticket = None
            self.hide()
            return
        row = _named(waiting, open_ticket)
        self._ticket = row.ticket
        crises = self._context.operator.crises
        many = tr("{0} 个危机信号，最急的是 ", len(waiting)) if len(waiting) > 1 else tr("危机信号：")
        # The keys act on the open ticket's own case where it has one.
        mine = row.ticket == open_ticket or open_ticket is None or crises.row(open_ticket) is None
        self.show_message(
            tr("{0}@{1}（{2}）", many, row.nickname, crises.signals_line(row.ticket)),
            tone="danger",
            action=tr("看清单"),
            keys=in_lists("crisis") if mine else "",
            second=tr("不是危机"),
            second_keys=in_lists("crisis_dismiss") if mine else "",
        )
        self.setVisible(self._has_room)

    @Slot()
    def _ask_checklist(self) -> None:
        if self._ticket is not None:
            self.checklist_asked.emit(self._ticket)

    @Slot()
    def _ask_dismiss(self) -> None:
        if self._ticket is not None:
            self.dismiss_asked.emit(self._ticket)


def _named(waiting: Sequence[CrisisRow], open_ticket: TicketId | None) -> CrisisRow:
    return next((row for row in waiting if row.ticket == open_ticket), waiting[0])
