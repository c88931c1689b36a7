"""问答场 in the window: its dialog, its questions, its line over the inbox, and the keys for them (mission G14)."""

from collections.abc import Callable, Mapping
from functools import cached_property

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.crowd.interview_dialog import InterviewDialog
from ui.crowd.interview_sheet import InterviewSheet
from ui.shell.desk import DeskCommands
from ui.shell.pages import Pages
from ui.support.actions import anywhere
from ui.support.context import Context
from weibo_operator.domain.interview import Interview
from weibo_operator.translation import tr


class InterviewDesk(QObject):
    """``page_wanted`` names the page on which the askers are answered."""

    page_wanted = Signal(str)
    ticket_chosen = Signal(object)

    def __init__(self, context: Context, window: QWidget, pages: Pages, commands: DeskCommands) -> None:
        super().__init__(window)
        self._context = context
        self._pages = pages
        self._desk = commands
        self.banner = pages.inbox.interview_banner
        self._window = window
        self._wire()
        self.refresh()

    @cached_property
    def dialog(self) -> InterviewDialog:
        """Who is asked, where and until when."""
        made = InterviewDialog(self._context, self._window)
        made.begun.connect(self._show)
        return made

    @cached_property
    def sheet(self) -> InterviewSheet:
        """The questions of a session."""
        made = InterviewSheet(self._context, self._window)
        made.ticket_chosen.connect(self.ticket_chosen)
        made.serve_asked.connect(self.serve)
        made.end_asked.connect(self.end)
        return made

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """What its actions do on every page."""
        return {
            "interview": self.show_questions,
            "interview_begin": self.begin,
            "interview_serve": self.serve_running,
            "interview_end": self.end_running,
        }

    @Slot()
    def refresh(self) -> None:
        """Name the session that runs; one whose beginning was undone, or that ended, is served no more."""
        running, served = self._context.operator.interviews.running(), self._desk.interview
        if served is not None and (running is None or running.id != served.id):
            self._desk.stop_serving()
            return
        self.banner.show_state(running, serving=served is not None)

    def begin(self) -> None:
        """开一场问答: one at a time; the thread of the open or chosen ticket is offered."""
        running = self._context.operator.interviews.running()
        if running is not None:
            self._context.news.notice.emit(tr("{0}的问答场还在进行，先结束那一场。", running.who))
            self.sheet.open_for(running)
            return
        self._pages.inbox.session.flush()
        self.dialog.open_for(self._desk.current)

    def show_questions(self) -> None:
        """问答场: the running session, else the last one, else a new one."""
        found = self._context.operator.interviews.listed()
        if found:
            self._pages.inbox.session.flush()
            self.sheet.open_for(found[0])
        else:
            self.begin()

    def serve_running(self) -> None:
        """轮流回答这一场."""
        self._with_running(self.serve)

    def end_running(self) -> None:
        """结束问答场; 撤销 goes on with it."""
        self._with_running(self.end)

    @Slot(object)
    def serve(self, interview: Interview) -> None:
        """下一位 gives the askers of this session."""
        self._pages.inbox.session.flush()
        self.page_wanted.emit("inbox")
        self._desk.serve_interview(interview)

    @Slot(object)
    def end(self, interview: Interview) -> None:
        """End it; what nobody answered stays in the inbox."""
        outcome = self._context.operator.interviews.end(interview.id)
        if outcome.operation is None:
            return
        self._context.news.tell(outcome.changes)
        left = self._context.operator.interviews.opened(interview.id).open
        more = tr("，{0} 个没回答的留在收件箱", left) if left else ""
        self._context.news.undoable.emit(tr("{0}的问答场结束了{1}", interview.who, more))

    def _with_running(self, act: Callable[[Interview], None]) -> None:
        running = self._context.operator.interviews.running()
        if running is None:
            keys = self._context.theme.keys.said(anywhere("palette"))
            self._context.news.notice.emit(tr("没有在进行的问答场。按 {0} 找“开一场问答”。", keys))
        else:
            act(running)

    @Slot(object)
    def _show(self, interview: Interview) -> None:
        self.sheet.open_for(interview)

    @Slot(object)
    def _on_changed(self, _changes: object) -> None:
        self.refresh()

    def _wire(self) -> None:
        self.banner.serve_asked.connect(self.serve)
        self.banner.rest_asked.connect(self._desk.stop_serving)
        self.banner.look_asked.connect(self._show)
        self._desk.serving_changed.connect(self.refresh)
        self._context.news.changed.connect(self._on_changed)
