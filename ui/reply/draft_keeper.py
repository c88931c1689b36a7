"""Drafts: what stands in the editor belongs to one ticket and one audience, and is in the file within a second."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ui.reply.editor import ReplyEditor
from ui.support.context import Context
from ui.support.texts import sentence
from weibo_operator.domain.errors import OperatorError
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.labels import Audience

PAUSE = 400
"""Milliseconds after the last change (product.md, Reply 2: at every pause, ≤ 1 s)."""


class DraftKeeper(QObject):
    """Moves texts between the editor and the file; the editor never shows another ticket's or audience's text."""

    saved = Signal()

    def __init__(self, context: Context, editor: ReplyEditor) -> None:
        super().__init__(editor)
        self._context = context
        self._editor = editor
        self._owner: tuple[TicketId, Audience] | None = None
        self._stored = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.flush)
        editor.edited.connect(self._pause.start)
        editor.left.connect(self.flush)

    @property
    def owner(self) -> tuple[TicketId, Audience] | None:
        """Whose text the editor holds."""
        return self._owner

    def open(self, ticket: TicketId, audience: Audience) -> None:
        """Save what stands there, then show this ticket's draft for this audience."""
        self._editor.commit_composition()
        self.flush()
        text = self._context.operator.replies.drafts(ticket).get(audience, "")
        self._owner, self._stored = (ticket, audience), text
        self._editor.set_text(text)

    def refresh(self) -> None:
        """Show the stored draft again where it was changed elsewhere (an undone reply gives its text back)."""
        if self._owner is None or self._editor.composing or self._editor.text != self._stored:
            return
        ticket, audience = self._owner
        text = self._context.operator.replies.drafts(ticket).get(audience, "")
        if text != self._stored:
            self._stored = text
            self._editor.set_text(text)

    def close(self) -> None:
        """Save what stands there and hold nobody's text."""
        self._editor.commit_composition()
        self.flush()
        self.forget()

    def forget(self) -> None:
        """Hold nobody's text without saving: it was sent."""
        self._pause.stop()
        self._owner, self._stored = None, ""
        self._editor.set_text("")

    @Slot()
    def flush(self) -> None:
        """Store the text if it changed; a failure is told and tried again at the next pause."""
        self._pause.stop()
        text = self._editor.text
        if self._owner is None or text == self._stored:
            return
        ticket, audience = self._owner
        try:
            self._context.operator.replies.save_draft(ticket, audience, text)
        except OperatorError as error:
            self._context.news.notice.emit(sentence(error))
            self._pause.start()
            return
        self._stored = text
        self.saved.emit()
