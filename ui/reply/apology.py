"""公开致歉 + 私信说明 in one press: the public apology, the private words behind it (mission D21)."""

from PySide6.QtCore import QObject

from ui.reply.composer import Composer
from ui.reply.stop_line import Line, Place, StopLine
from ui.reply.template_use import TemplateUse
from ui.support.actions import anywhere
from ui.support.context import Context
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.labels import Audience
from weibo_operator.domain.reply import Intent
from weibo_operator.domain.template import Template, filled, is_mostly_in
from weibo_operator.translation import tr

PUBLIC, PRIVATE = "公开致歉", "私信说明"
"""What the titles of the two templates begin with."""
READY = tr("私信说明已备好：这条公开的发出后，接着就是它")
NEXT = Line(tr("公开致歉已发"), tr("这是备好的私信说明，填好时间、看过再发"), "info", "lock")


class Apology(QObject):
    """Writes both drafts, sends neither; which one comes next is read from the drafts, so a restart forgets nothing."""

    def __init__(self, context: Context, composer: Composer, line: StopLine, templates: TemplateUse) -> None:
        super().__init__(composer)
        self._context = context
        self._editor = composer.editor
        self._line = line
        self._templates = templates

    def begin(self, ticket: TicketId) -> None:
        """Put the apology into the public reply that is open, the explanation into the private draft if it is empty.

        What stands in either already stays.
        """
        apology, words = self._template(PUBLIC), self._template(PRIVATE)
        if apology is None or words is None:
            self._context.news.notice.emit(self._missing(PUBLIC if apology is None else PRIVATE))
            return
        replies = self._context.operator.replies
        if not replies.drafts(ticket).get(Audience.PRIVATE, "").strip():
            values = replies.variables(ticket)
            wording = self._context.operator.templates.next_wording(words, values, Audience.PRIVATE)
            replies.save_draft(ticket, Audience.PRIVATE, filled(wording.text, values).text)
        if not self._says(apology, ticket, self._editor.text):
            self._templates.insert(apology)
        self._context.news.notice.emit(READY)

    def comes_next(self, intent: Intent) -> bool:
        """Whether after this reply, a public one, the explanation stands ready as the private draft."""
        if intent.audience is not Audience.PUBLIC or not intent.serves_turn:
            return False
        draft = self._context.operator.replies.drafts(intent.ticket_id).get(Audience.PRIVATE, "")
        words = self._template(PRIVATE) if draft.strip() else None  # hardly ever: the templates are read for it
        return words is not None and self._says(words, intent.ticket_id, draft)

    def say_next(self) -> None:
        """Say above the composer what stands there now."""
        self._line.put(Place.NOTE, NEXT)
        self._editor.setFocus()

    def _missing(self, title: str) -> str:
        keys = self._context.theme.keys.said(anywhere("palette"))
        return tr("还缺“{0}”开头的模板：按 {1} 找“起始模板里没有的”加进来，或自己写一条", title, keys)

    def _template(self, begins: str) -> Template | None:
        """The most used template whose title begins so."""
        found = [each for each in self._context.operator.templates.all() if each.title.startswith(begins)]
        return max(found, key=lambda each: each.uses, default=None)

    def _says(self, template: Template, ticket: TicketId, text: str) -> bool:
        values = self._context.operator.replies.variables(ticket)
        return any(is_mostly_in(filled(wording.text, values).text, text) for wording in template.wordings)
