"""The line over the inbox while a 问答场 runs: how far it is, answering its askers in rotation, its questions."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.crowd.interview_words import banner_words
from ui.support.context import Context
from ui.widgets.banner import Banner
from weibo_operator.domain.interview import Interview
from weibo_operator.translation import tr


class InterviewBanner(Banner):
    """``serve_asked`` and ``look_asked`` carry the session; ``rest_asked`` goes on with everybody."""

    serve_asked = Signal(object)
    rest_asked = Signal()
    look_asked = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, parent=parent)
        self._context = context
        self._interview: Interview | None = None
        self._serving = False
        self.acted.connect(self._act_first)
        self.second_acted.connect(self._look)

    def show_state(self, interview: Interview | None, *, serving: bool) -> None:
        """Name the running session, or be gone."""
        self._interview, self._serving = interview, serving
        if interview is None:
            self.hide()
            return
        interviews, now = self._context.operator.interviews, self._context.operator.desk.now()
        cause, more = banner_words(interviews.opened(interview.id), now, serving=serving)
        self.show_message(
            cause,
            more,
            tone="info",
            icon="message-circle",
            action=tr("先停一停") if serving else tr("轮流回答"),
            keys="Esc" if serving else "",
            second=tr("看问题"),
        )

    @Slot()
    def _act_first(self) -> None:
        if self._serving:
            self.rest_asked.emit()
        elif self._interview is not None:
            self.serve_asked.emit(self._interview)

    @Slot()
    def _look(self) -> None:
        if self._interview is not None:
            self.look_asked.emit(self._interview)
