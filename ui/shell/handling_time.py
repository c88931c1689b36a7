"""Notes the time spent on each ticket where that is switched on: keys and clicks while its reply is on the screen."""

from datetime import datetime

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtWidgets import QApplication, QWidget

from ui.reply.session import ReplySession
from ui.support.context import Context
from ui.support.texts import sentence
from weibo_operator.domain.errors import OperatorError
from weibo_operator.domain.operations import Changes
from weibo_operator.domain.week_work import Handled, Handling

WORK = frozenset({QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel, QEvent.Type.InputMethod})


class HandlingTime(QObject):
    """Watches the application while that is wanted; what is done elsewhere in the window ends a stretch of work."""

    def __init__(self, context: Context, session: ReplySession) -> None:
        super().__init__(session)
        self._context = context
        self._session = session
        self._handling = Handling()
        self._watches = False
        context.news.changed.connect(self._hear)
        self._read_setting()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note work; nothing is ever held back."""
        if event.type() in WORK and isinstance(watched, QWidget):
            self._touch(self._context.operator.desk.now())
        elif event.type() is QEvent.Type.Close and watched is self._session.window():
            self._keep(self._handling.leave())
        return False

    def _touch(self, at: datetime) -> None:
        ticket = self._session.current_ticket
        if ticket is not None and self._session.isVisible() and self._session.window().isActiveWindow():
            self._keep(self._handling.touch(ticket, at))
        else:
            self._keep(self._handling.leave())

    @Slot(object)
    def _hear(self, changes: Changes) -> None:
        if "setting" in changes.tables:
            self._read_setting()

    def _read_setting(self) -> None:
        """A filter on every event costs something, so there is none while nothing is noted."""
        wanted = self._context.operator.week_work.counts_time
        application = QApplication.instance()
        if application is None or wanted == self._watches:
            return
        self._watches = wanted
        if wanted:
            application.installEventFilter(self)
        else:
            application.removeEventFilter(self)
            self._handling.leave()

    def _keep(self, stretch: Handled | None) -> None:
        if stretch is None:
            return
        try:
            self._context.operator.week_work.note_handled(stretch)
        except OperatorError as error:
            self._context.news.notice.emit(sentence(error))
