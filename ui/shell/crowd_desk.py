"""Crowds in the window: the banner, the list of members, the notices, and the keys for all of it."""

from functools import cached_property

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.crowd.notice_dialog import NoticeDialog
from ui.crowd.notices_sheet import NoticesSheet
from ui.crowd.sheet import CrowdSheet
from ui.shell.desk import DeskCommands
from ui.shell.pages import Pages
from ui.support.context import Context
from weibo_operator.domain.crowd import Notice
from weibo_operator.domain.matters import Cluster
from weibo_operator.translation import tr


class CrowdDesk(QObject):
    """Knows which crowd a key means: that of the open or chosen ticket, else of the banner, else the largest."""

    ticket_chosen = Signal(object)

    def __init__(self, context: Context, window: QWidget, pages: Pages, commands: DeskCommands) -> None:
        super().__init__(window)
        self._context = context
        self._pages = pages
        self._desk = commands
        self.banner = pages.inbox.crowd_banner
        self._window = window
        self._wire()
        self.refresh()

    @cached_property
    def sheet(self) -> CrowdSheet:
        """Everybody who says the same."""
        made = CrowdSheet(self._context, self._window)
        made.ticket_chosen.connect(self.ticket_chosen)
        made.serve_asked.connect(self._desk.serve)
        made.notice_asked.connect(self._write_notice)
        return made

    @cached_property
    def notices(self) -> NoticesSheet:
        """All notices."""
        made = NoticesSheet(self._context, self._window)
        made.notice_chosen.connect(self._open_notice)
        return made

    @cached_property
    def notice(self) -> NoticeDialog:
        """One notice, being written."""
        return NoticeDialog(self._context, self._window)

    @Slot()
    def refresh(self) -> None:
        """Name what is being answered, or an alarm where no crisis is named already."""
        inbox = self._pages.inbox
        quiet = (inbox.in_session and not inbox.crisis_banner.isHidden()) or self._desk.interview is not None
        self.banner.show_state(self._desk.serving, quiet=quiet)

    @Slot()
    def show_crowd(self) -> None:
        """Q: everybody who says the same."""
        cluster = self._meant()
        if cluster is None:
            self._context.news.notice.emit(tr("现在没有几位客户在说同一件事。"))
            return
        self._pages.inbox.session.flush()
        self.sheet.open_for(cluster)

    def show_notices(self) -> None:
        """All notices."""
        self.notices.open_list()

    @Slot(object)
    def _show(self, cluster: Cluster) -> None:
        self.sheet.open_for(cluster)

    @Slot(object)
    def _open_notice(self, notice: Notice) -> None:
        self.notice.open_notice(notice)

    @Slot(object)
    def _write_notice(self, cluster: Cluster) -> None:
        self._pages.inbox.session.flush()
        self.notice.open_for(cluster)

    @Slot(object)
    def _on_changed(self, _changes: object) -> None:
        self.refresh()

    def _meant(self) -> Cluster | None:
        crowds, ticket = self._context.operator.crowds, self._desk.current
        own = None if ticket is None else crowds.of_ticket(ticket)
        if own is not None and own.people >= crowds.shown_from():
            return own
        lively = crowds.lively()
        return self.banner.cluster or next(iter(lively), None)

    def _wire(self) -> None:
        self.banner.look_asked.connect(self._show)
        self.banner.notice_asked.connect(self._write_notice)
        self.banner.end_asked.connect(self._desk.stop_serving)
        self._desk.serving_changed.connect(self.refresh)
        self._context.news.changed.connect(self._on_changed)
        self._desk.shown.connect(self.refresh)
        self._pages.inbox.folded.connect(self.refresh)
        self._pages.inbox.session.crowd_requested.connect(self.show_crowd)
