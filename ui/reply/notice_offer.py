"""One line above the composer: the link of a public notice, or of our public answer to the same question (G4, A18)."""

from PySide6.QtCore import QObject

from ui.reply.editor import ReplyEditor
from ui.reply.stop_line import Line, Place, StopLine, Way
from ui.support.actions import anywhere
from ui.support.context import Context
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.people import PublicAnswer
from weibo_operator.translation import tr

ANSWERED = "此前已公开答复：{link}"
"""Goes into the reply: Chinese, whatever the operator speaks."""


class NoticeOffer(QObject):
    """Offers, never inserts by itself (mission G4); a notice goes before an answer."""

    def __init__(self, context: Context, editor: ReplyEditor, line: StopLine) -> None:
        super().__init__(editor)
        self._context = context
        self._editor = editor
        self._line = line
        self._link = ""
        self._words = ""

    def show_for(self, ticket: TicketId | None, answer: PublicAnswer | None = None) -> None:
        """Offer what there is about this ticket's matter, unless its link stands in the reply already."""
        self._link, self._words = "", ""
        found = None if ticket is None else self._context.operator.notices.offered(ticket)
        if found is not None:
            self._offer(found.link, self._context.operator.notices.offer_text(found))
            cause, icon = tr("已有公开提醒：{0}", found.matter.shown), "megaphone"
        elif ticket is not None and answer is not None:
            self._offer(answer.link, ANSWERED.format(link=answer.link))
            cause, icon = tr("同类问题已公开答复过 @{0}", answer.nickname), "link"
        else:
            self._line.drop(Place.OFFER)
            return
        if self._link in self._editor.text:
            self._line.drop(Place.OFFER)
        else:
            self._line.put(
                Place.OFFER, Line(cause, "", "info", icon, Way.OFFER, tr("插入链接"), anywhere("insert_notice"))
            )

    def insert(self) -> bool:
        """Put a short sentence with the link at the cursor; False where nothing is offered or letters are composed."""
        if not self._link or self._editor.composing or self._link in self._editor.text:
            return False
        self._editor.insert_words(self._words)
        self._editor.setFocus()
        self._line.drop(Place.OFFER)
        return True

    def _offer(self, link: str, words: str) -> None:
        self._link, self._words = link, words
