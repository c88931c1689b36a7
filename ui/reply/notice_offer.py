"""One line above the composer where a public notice about the customer's matter exists: its link, by mouse and key."""

from PySide6.QtCore import QObject

from ui.reply.editor import ReplyEditor
from ui.reply.stop_line import Line, Place, StopLine, Way
from ui.support.context import Context
from weibo_operator.domain.crowd import Notice
from weibo_operator.domain.ids import TicketId


class NoticeOffer(QObject):
    """Offers, never inserts by itself (mission G4)."""

    def __init__(self, context: Context, editor: ReplyEditor, line: StopLine) -> None:
        super().__init__(editor)
        self._context = context
        self._editor = editor
        self._line = line
        self._notice: Notice | None = None

    def show_for(self, ticket: TicketId | None) -> None:
        """Offer the notice about this ticket's matter, unless its link stands in the reply already."""
        found = None if ticket is None else self._context.operator.notices.offered(ticket)
        self._notice = found
        if found is None or found.link in self._editor.text:
            self._line.drop(Place.OFFER)
            return
        words = f"已有公开提醒：{found.matter.words}"
        self._line.put(Place.OFFER, Line(words, "", "info", "megaphone", Way.OFFER, "插入链接", "Alt U"))

    def insert(self) -> bool:
        """Put a short sentence with the link at the cursor; False where nothing is offered or letters are composed."""
        if self._notice is None or self._editor.composing or self._notice.link in self._editor.text:
            return False
        self._editor.insert_words(self._context.operator.notices.offer_text(self._notice))
        self._editor.setFocus()
        self._line.drop(Place.OFFER)
        return True
