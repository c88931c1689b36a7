"""Crises in the window: the banner, the sheet with the checklist, the questions, and the keys for all of it."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import cached_property

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.crisis.page import CrisisPage
from ui.crisis.review_dialog import ReviewDialog
from ui.crisis.sheet import CrisisSheet
from ui.shell.desk import DeskCommands
from ui.shell.pages import Pages
from ui.shell.reason_dialog import OTHER, ReasonDialog
from ui.support.actions import anywhere
from ui.support.context import Context
from weibo_operator.domain.crisis_case import PlaybookStep
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.labels import Audience
from weibo_operator.translation import tr


class NoCrisis(StrEnum):
    """Why a signal is no crisis, as it is stored."""

    MISUNDERSTANDING = "误会，已经说清"
    MOOD = "只是情绪，没有扩散"
    NOT_OURS = "和我们无关"
    OLD = "旧事，已经处理过"
    HARMLESS = "词说中了，事不严重"


REASONS = (*(reason.value for reason in NoCrisis), OTHER)
AUDIENCES = {"public": tr("公开"), "private": tr("私信")}


class CrisisDesk(QObject):
    """Knows which ticket a key means: the open or chosen one, and where that has no alarm the one of the banner."""

    ticket_chosen = Signal(object)

    def __init__(self, context: Context, window: QWidget, pages: Pages, commands: DeskCommands) -> None:
        super().__init__(window)
        self._context = context
        self._pages = pages
        self._desk = commands
        self._commands = pages.crisis_commands
        self._dismissed: TicketId | None = None
        self.banner = pages.inbox.crisis_banner
        self._window = window
        self._wire()
        self.refresh()

    @cached_property
    def sheet(self) -> CrisisSheet:
        """The checklist."""
        made = CrisisSheet(self._context, self._commands, self._window)
        made.words_requested.connect(self.put_words)
        made.open_requested.connect(self.ticket_chosen)
        made.undo_requested.connect(self._desk.undo)
        return made

    @cached_property
    def reason(self) -> ReasonDialog:
        """Why it is no crisis."""
        made = ReasonDialog(self._context, self._window, tr("不是危机"), REASONS)
        made.chosen.connect(self._on_reason)
        return made

    @cached_property
    def review_dialog(self) -> ReviewDialog:
        """The post-mortem."""
        return ReviewDialog(self._context, self._commands, self._window)

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """What its keys do on the inbox."""
        return {
            "crisis": self.show_checklist,
            "crisis_confirm": self.confirm,
            "crisis_dismiss": self.dismiss,
            "crisis_evidence": self.evidence,
            "crisis_review": self.review,
        }

    @Slot()
    def refresh(self) -> None:
        """Say what alarms there are now."""
        inbox = self._pages.inbox
        self.banner.show_alarms(inbox.session.current_ticket if inbox.in_session else None)

    def show_checklist(self) -> None:
        """W: the checklist of the meant ticket."""
        ticket = self._meant()
        if ticket is None:
            self._context.news.notice.emit(tr("现在没有危机信号。"))
        else:
            self.sheet.open_for(ticket)

    def confirm(self) -> None:
        """Y: the open or chosen ticket is a crisis, whether it gave an alarm or not."""
        ticket = self._desk.current
        if ticket is not None:
            self._commands.confirm(ticket)

    def dismiss(self) -> None:
        """B: the meant ticket is none."""
        ticket = self._meant()
        if ticket is None:
            self._context.news.notice.emit(tr("现在没有危机信号。"))
        else:
            self._commands.ask_dismiss(ticket)

    def evidence(self) -> None:
        """The evidence pack of the open or chosen ticket, a crisis or not; of the banner's where none is chosen."""
        ticket = self._desk.current or self.banner.ticket
        if ticket is not None:
            self._commands.save_evidence(ticket)

    def review(self) -> None:
        """The post-mortem of the meant ticket."""
        ticket = self._meant()
        if ticket is not None:
            self.review_dialog.open_for(ticket)

    @Slot(object, object)
    def put_words(self, ticket: TicketId, step: PlaybookStep) -> None:
        """A step's words into the reply to those they are written for: 公开回应一句 must not go out in private.

        What was being written for the others stays there.
        """
        self.ticket_chosen.emit(ticket)
        session = self._pages.inbox.session
        before, wanted = session.composer.strip.seg.current, step.audience
        if not session.insert_words(step.text, Audience(wanted) if wanted else None):
            self._context.news.notice.emit(tr("先确认上一条发出去没有，再用这段话。"))
        elif wanted and before != wanted:
            keys = self._context.theme.keys.said(anywhere("audience"))
            self._context.news.notice.emit(tr("这段话是按{0}写的，已换成{0}；按 {1} 换回来。", AUDIENCES[wanted], keys))

    @Slot(object)
    def _show(self, ticket: TicketId) -> None:
        self.sheet.open_for(ticket)

    @Slot(object)
    def _look_back(self, ticket: TicketId) -> None:
        self.review_dialog.open_for(ticket)

    @Slot(object)
    def _ask_reason(self, ticket: TicketId) -> None:
        row = self._context.operator.crises.row(ticket)
        if row is not None:
            self._dismissed = ticket
            self.reason.open_for(1, f"@{row.nickname}")

    @Slot(str)
    def _on_reason(self, reason: str) -> None:
        if self._dismissed is not None:
            self._commands.dismiss(self._dismissed, reason)

    @Slot(object)
    def _on_changed(self, _changes: object) -> None:
        self.refresh()

    def _meant(self) -> TicketId | None:
        ticket = self._desk.current
        crises = self._context.operator.crises
        if ticket is not None and crises.row(ticket) is not None:
            return ticket
        return self.banner.ticket or ticket

    def _wire(self) -> None:
        self._commands.dismiss_wanted.connect(self._ask_reason)
        self._commands.review_wanted.connect(self._look_back)
        self.banner.checklist_asked.connect(self._show)
        self.banner.dismiss_asked.connect(self._commands.ask_dismiss)
        self._pages.when_made(CrisisPage, self._wire_page)
        self._context.news.changed.connect(self._on_changed)
        self._desk.shown.connect(self.refresh)
        self._pages.inbox.folded.connect(self.refresh)
        self._pages.inbox.session.crisis_requested.connect(self.show_checklist)

    def _wire_page(self, page: CrisisPage) -> None:
        page.words_requested.connect(self.put_words)
        page.open_requested.connect(self.ticket_chosen)
