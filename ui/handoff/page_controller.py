"""What the tracking page does: nudging, copying, taking answers, recognising pasted ones."""

from PySide6.QtCore import QObject

from ui.support.context import Context
from ui.support.texts import sentence
from weibo_operator.domain.errors import OperatorError
from weibo_operator.domain.handoff import Handoff


class TrackingController(QObject):
    """Stands between the page and the desk."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context

    def handoffs(self, *, ended: bool) -> tuple[Handoff, ...]:
        """What the page lists."""
        service = self._context.operator.handoffs
        return service.ended() if ended else service.open_ones()

    def recognise(self, text: str) -> Handoff | None:
        """The open handoff whose code stands in ``text``."""
        return self._context.operator.handoffs.recognise(text)

    def clipboard_text(self) -> str:
        """What the operator copied elsewhere."""
        return self._context.desktop.clipboard_text()

    def copy_package(self, handoff: Handoff) -> None:
        """Copy the text for the department once more."""
        self._context.desktop.copy(handoff.package)
        self._context.news.notice.emit(f"已复制给{handoff.department}的内容")

    def nudge(self, handoff: Handoff) -> None:
        """Copy the reminder and count it."""
        service = self._context.operator.handoffs
        try:
            self._context.desktop.copy(service.reminder(handoff))
            outcome = service.nudge(handoff.id)
        except OperatorError as error:
            self.notice(sentence(error))
            return
        self._context.news.tell(outcome.changes)
        self._context.news.undoable.emit(f"催{handoff.department}的话已复制，去企业微信粘贴")

    def notice(self, words: str) -> None:
        """Show a passing notice."""
        self._context.news.notice.emit(words)
