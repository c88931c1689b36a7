"""The reply session's mind: which ticket is shown, who will read the reply, and what has changed meanwhile."""

from PySide6.QtCore import QObject, Signal, Slot

from ui.reply.apology import Apology
from ui.reply.before import Before
from ui.reply.by_program import ByProgram
from ui.reply.draft_keeper import DraftKeeper
from ui.reply.lines import advice_line, news_line
from ui.reply.notice_offer import NoticeOffer
from ui.reply.parts import Parts
from ui.reply.proofing import Proofing
from ui.reply.sending import Sending
from ui.reply.stop_line import Line, Place, Way
from ui.reply.template_files import TemplateFiles
from ui.reply.template_use import TemplateUse
from ui.reply.ticket_display import TicketDisplay
from ui.reply.training import Training
from ui.support.actions import anywhere
from ui.support.context import Context
from ui.support.texts import sentence
from weibo_operator.domain.errors import NotFoundError, OperatorError
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.labels import Audience, Source, State
from weibo_operator.domain.length import length_limit, reply_length
from weibo_operator.domain.operations import Changes
from weibo_operator.domain.reply import AfterSend, Intent
from weibo_operator.services.inbox import TicketView
from weibo_operator.services.replies import Opened
from weibo_operator.translation import tr

BESIDE = frozenset({"customer", "contact", "notice", "on_behalf", "shop_order"})
"""Tables whose rows are shown beside the conversation."""


class ReplyController(QObject):
    """Reads and acts through the services; shows through the parts it is given."""

    served = Signal(object, str)
    shown = Signal()
    cleared = Signal()
    gone = Signal()
    """The open ticket is no more: its coming in was taken back."""
    no_reply_asked = Signal()
    """The suggestion 无需回复 is taken up."""

    def __init__(self, context: Context, parts: Parts) -> None:
        super().__init__(parts.composer)
        self._context = context
        self._parts = parts
        self._view: TicketView | None = None
        self._opened: Opened | None = None
        self._audience = Audience.PUBLIC
        editor = parts.composer.editor
        self.keeper = DraftKeeper(context, editor)
        self.proofing = Proofing(context, editor, parts.popup)
        self.templates = TemplateUse(context, editor, parts.picker)
        self.apology = Apology(context, parts.composer, parts.line, self.templates)
        self.offer = NoticeOffer(context, editor, parts.line)
        self.before = Before(context, parts.panel, self.insert_words)
        self.program = ByProgram(context, parts.composer, parts.line, parts.conversation)
        self._display = TicketDisplay(context, parts, self.before, self.program)
        self.sending = Sending(context, parts.composer, parts.line, self.keeper, self.proofing, self.program)
        self.training = Training(context, parts.composer)
        self.files = TemplateFiles(context, editor, parts.line, self.program)
        self._wire()

    @property
    def ticket(self) -> TicketId | None:
        """The ticket shown."""
        return None if self._view is None else self._view.ticket.id

    @property
    def audience(self) -> Audience:
        """Who will read what is written."""
        return self._audience

    def show_ticket(self, ticket: TicketId) -> None:
        """Show a ticket with its own draft; what was being written for another one is saved first."""
        if ticket == self.ticket:
            self._reload()
            return
        self._parts.panel.note.finish_edit()
        self.keeper.close()
        try:
            view = self._context.operator.inbox.view(ticket)
        except NotFoundError as error:
            self.clear()
            self._context.news.notice.emit(sentence(error))
            return
        self._opened = self._context.operator.replies.opened(ticket)
        self._view = view
        self._display.begin()
        self._parts.line.clear()
        self._display.show(view, keep=False)
        self._use_audience(self._first_audience(view))
        self.sending.watch(ticket, view.customer.nickname)
        self.shown.emit()

    def clear(self) -> None:
        """Show no ticket."""
        self._parts.panel.note.finish_edit()
        self.keeper.close()
        self._view, self._opened = None, None
        self._parts.line.clear()
        self.proofing.watch(None)
        self.templates.watch(None)
        self.offer.show_for(None)
        self.files.watch(None)
        self.training.watch(None)
        self.before.clear()
        self.sending.watch(None, "")
        self.cleared.emit()

    def send(self, then: str) -> None:
        """Send, if the customer has not written again meanwhile.

        A press right after a reply has brought the next customer was meant for the one before.
        """
        self._send(then)

    @Slot(str)
    def answer_part(self, question: str = "") -> None:
        """Send the text as the answer to one question of several; the others go on waiting (mission C9).

        Without a ``question`` it is the first open one that the text answers. The last open one ends the turn.
        """
        if self._view is None or self._opened is None or self.sending.intent is not None:
            return
        parts = self._context.operator.replies.asked(self._parts.composer.editor.text, self._view.ticket.id)
        open_ones = [part for part in parts if not part.is_sent]
        if len(open_ones) < 2:
            keys = self._context.theme.keys.said(anywhere("send"))
            left = tr("只剩这一件没答，按 {0} 直接发送", keys)
            self._context.news.notice.emit(left if parts else tr("客户只问了一件事，按 {0} 直接发送", keys))
            return
        meant = next((part for part in open_ones if part.question == question), None)
        meant = meant or next((part for part in open_ones if part.is_answered), open_ones[0])
        self._send("stay", part=meant.question)

    def acknowledge(self) -> None:
        """Offer 信息已收到."""
        if self._opened is not None and not self.program.guard.is_closed:
            self.sending.acknowledge(self._opened.newest)

    def show_returned(self, words: str) -> None:
        """Say above the composer why a reply came back; the line stays until the text is changed."""
        self._parts.line.put(Place.NOTE, Line(tr("没有发出"), words, "danger", "circle-alert"))

    def toggle_audience(self) -> None:
        """Public and private change places; where the line above offers to make the text private, that is done."""
        line = self._parts.line.line
        if line is not None and line.way is Way.PRIVATE and self._audience is Audience.PUBLIC:
            self.make_private()
            return
        self.choose_audience(Audience.PUBLIC if self._audience is Audience.PRIVATE else Audience.PRIVATE)

    @Slot(object)
    def choose_audience(self, audience: Audience) -> None:
        """Write for another audience; each has its own text, and no text changes its readers by a mere switch."""
        if self._view is None or self.sending.intent is not None or audience is self._audience:
            self._show_audience()
            return
        self._parts.line.drop(Place.STOP, Place.NOTE)
        self._use_audience(audience)
        self._parts.composer.editor.setFocus()

    def make_private(self) -> None:
        """改成私信: the text itself moves to the private reply, and leaves the public one."""
        if self._view is None or self.sending.intent is not None or self._audience is Audience.PRIVATE:
            return
        editor = self._parts.composer.editor
        editor.commit_composition()
        moved = editor.text
        editor.set_text("")
        self.choose_audience(Audience.PRIVATE)
        if moved:
            editor.insert_words(f"\n{moved}" if editor.text else moved)
        self.keeper.flush()

    def open_page(self) -> None:
        """Open the customer's post, or their page where no post is known."""
        if self._view is None:
            return
        address = self._view.ticket.link or self._view.customer.profile_url
        if not self._context.desktop.open_page(address):
            self._context.news.notice.emit(tr("没有原帖链接，请自己打开微博"))

    @Slot(str)
    def open_link(self, link: str) -> None:
        """Open a link of a message."""
        if not self._context.desktop.open_page(link):
            self._context.news.notice.emit(tr("这个链接打不开"))

    @Slot(object)
    def follow(self, changes: Changes) -> None:
        """Read again what a commit changed; text, caret and scroll place stay."""
        if self._view is None:
            return
        if self._view.ticket.id in changes.tickets or changes.tables & BESIDE or self._is_same_persons(changes):
            self._reload()

    def tick(self) -> None:
        """Say anew what the passing of time changes, and nothing else."""
        if self._view is not None:
            self._display.tick(self._view)

    @Slot(str)
    def act_on_line(self, way: str) -> None:
        """Do what the line above the composer offers."""
        editor = self._parts.composer.editor
        if way == Way.FIX:
            self.proofing.step(1)
        elif way == Way.FILL:
            editor.setFocus()
            editor.select_variable(0)
        elif way == Way.PRIVATE:
            self.make_private()
        elif way == Way.SWITCH:
            self.toggle_audience()
        elif way == Way.REWORD:
            self._parts.reword()
        elif way == Way.LOOK:
            self._look()
        elif way == Way.OFFER:
            self.offer.insert()
        elif way == Way.FILES:
            self.files.copy()
        elif way == Way.ACCOUNT:
            self.program.change_account()
        elif way == Way.NO_REPLY:
            self.no_reply_asked.emit()

    @Slot(str)
    def save_note(self, note: str) -> None:
        """Store the note of the customer shown."""
        if self._view is None:
            return
        try:
            outcome = self._context.operator.shop.edit_customer(self._view.customer.id, notes=note)
        except OperatorError as error:
            self._context.news.notice.emit(sentence(error))
            return
        self._context.news.tell(outcome.changes)
        self._context.news.undoable.emit(tr("已改备注"))

    @Slot()
    def next_finding(self) -> None:
        """F7."""
        self.proofing.step(1)

    def put_right(self) -> None:
        """Put every sure typo right at once; Ctrl+Z in the text takes all of it back."""
        count = self.proofing.put_right()
        self._parts.composer.editor.setFocus()
        words = tr("改好了 {0} 处错字，按 Ctrl+Z 可以改回去", count) if count else tr("没有一定的错字")
        self._context.news.notice.emit(words)

    @Slot()
    def show_state(self) -> None:
        """Show length and findings of the text as it stands."""
        foot, editor = self._parts.composer.foot, self._parts.composer.editor
        text = editor.text
        nickname = "" if self._view is None else self._view.customer.nickname
        length = reply_length(text, self._audience, nickname) if text else 0
        foot.show_length(length, length_limit(self._audience))
        foot.show_findings(self.proofing.findings, checked=bool(text.strip()) and self.proofing.is_ready)

    @Slot()
    def show_asked(self) -> None:
        """Tick what the text answers of the customer's questions; after each check, as a pause in writing allows."""
        composer, ticket = self._parts.composer, self.ticket
        shown = () if ticket is None else self._context.operator.replies.asked(composer.editor.text, ticket)
        composer.asked.show_parts(shown)

    @Slot()
    def go_to_unanswered(self) -> None:
        """Go on writing at the end, where the missing answer would go."""
        editor = self._parts.composer.editor
        editor.place_caret(len(editor.text))
        editor.setFocus()

    @Slot()
    def show_older(self) -> None:
        """更早的消息: one page more of the conversation."""
        if self._view is not None:
            self._display.show_older(self._view)

    def insert_words(self, words: str) -> bool:
        """Put words with variables at the cursor; False while they can't be (a reply waits for its confirmation)."""
        if self.sending.intent is not None or not self.templates.insert_words(words):
            return False
        self._parts.composer.editor.setFocus()
        return True

    def _send(self, then: str, part: str = "") -> None:
        if (
            self._view is None
            or self._opened is None
            or self.sending.intent is not None
            or self.program.guard.is_closed
        ):
            return
        self._parts.popup.dismiss()
        if self.shows_what_is_new():
            return
        self._parts.line.drop(Place.AGAIN)
        after = AfterSend(State.IN_PROGRESS) if part else self._parts.composer.foot.after_for(then)
        self.sending.send(then, after=after, seen=self._opened.newest, part=part)

    @Slot(object, str)
    def _after_confirm(self, intent: Intent, then: str) -> None:
        if not intent.is_ack:
            self.templates.count_uses(intent.text)
            if intent.part:
                self._context.news.notice.emit(tr("“{0}”单独答了，其余的还等着回答", intent.part))
                self.show_asked()
            if self._view is not None and self._view.ticket.id == intent.ticket_id:
                self.keeper.open(intent.ticket_id, self._audience)
                self._opened = self._context.operator.replies.opened(intent.ticket_id)
        if self.ticket == intent.ticket_id and self.apology.comes_next(intent):
            self.served.emit(intent.ticket_id, "stay")
            self._use_audience(Audience.PRIVATE)
            self.apology.say_next()
        else:
            self.served.emit(intent.ticket_id, then)

    @Slot(object)
    def _after_answer(self, intent: Intent) -> None:
        self.served.emit(intent.ticket_id, "next" if intent.serves_turn else "stay")

    def shows_what_is_new(self) -> bool:
        """True when the customer wrote since the operator saw the ticket: it is shown, to be read before deciding."""
        if self._opened is None or not self._context.operator.replies.is_stale(self._opened):
            return False
        self._show_what_is_new()
        return True

    @Slot()
    def _show_what_is_new(self) -> None:
        """Nothing was sent: the ticket holds more than the operator has seen."""
        if self._view is not None:
            self._reload()
            self._tell_again(self._view)
            self._opened = self._context.operator.replies.opened(self._view.ticket.id)

    @Slot(object)
    def _after_withdraw(self, intent: Intent) -> None:
        if not intent.is_ack and intent.audience is not self._audience:
            self._use_audience(intent.audience)
        elif not intent.is_ack:
            self.keeper.refresh()

    def _reload(self) -> None:
        if self._view is None:
            return
        ticket = self._view.ticket.id
        try:
            self._view = self._context.operator.inbox.view(ticket)
        except NotFoundError:
            self.keeper.forget()
            self.clear()
            self.gone.emit()
            return
        self._display.show(self._view, keep=True)
        self._show_audience()
        self.keeper.refresh()
        self.sending.refresh(ticket)
        if self._opened is not None and self._context.operator.replies.is_stale(self._opened):
            self._tell_again(self._view)
        else:
            # What we said ourselves meanwhile stands in the conversation now.
            self._opened = self._context.operator.replies.opened(ticket)

    def _is_same_persons(self, changes: Changes) -> bool:
        """Whether another ticket of the customer changed, came or went: all of them stand in 以往工单."""
        if self._view is None or not changes.tickets:
            return False
        known = {card.id for card in self._view.earlier}
        known.update(self._context.operator.people.tickets_of(self._view.customer.id))
        return not changes.tickets.isdisjoint(known)

    def _first_audience(self, view: TicketView) -> Audience:
        """The draft's audience where there is a draft, else the advised one (product.md, Reply 1)."""
        drafts = self._context.operator.replies.drafts(view.ticket.id)
        waiting = self._context.operator.replies.undecided(view.ticket.id)
        if waiting:
            return waiting[0].audience
        if drafts and view.ticket.advice not in drafts:
            return next(iter(drafts))
        return view.ticket.advice

    def _use_audience(self, audience: Audience) -> None:
        if self._view is None:
            return
        self._audience = audience
        ticket = self._view.ticket.id
        self.keeper.open(ticket, audience)
        owner = (ticket, audience)
        self.templates.watch(owner)
        self.files.watch(ticket)
        self.training.watch(owner)
        self.proofing.watch(owner)
        self.program.use_audience(audience)
        self._show_audience()

    def _show_audience(self) -> None:
        if self._view is None:
            return
        ticket, nickname = self._view.ticket, self._view.customer.nickname
        is_comment = ticket.source in (Source.COMMENT, Source.MENTION)
        self._parts.composer.strip.show_audience(self._audience, nickname, is_comment=is_comment)
        self.show_state()
        if self._audience is ticket.advice:
            self._parts.line.drop(Place.ADVICE)
        else:
            self._parts.line.put(Place.ADVICE, advice_line(ticket.advice, ticket.reasons))
        self.offer.show_for(ticket.id, self.before.answer)

    def _tell_again(self, view: TicketView) -> None:
        line = news_line(view)
        if line is not None:
            self._parts.line.put(Place.AGAIN, line)

    def _look(self) -> None:
        if self._view is not None:
            self._opened = self._context.operator.replies.opened(self._view.ticket.id)
            self._parts.line.drop(Place.AGAIN)
            self._parts.conversation.scrollToBottom()
            self._parts.composer.editor.setFocus()

    def _wire(self) -> None:
        parts = self._parts
        parts.composer.strip.audience_chosen.connect(self.choose_audience)
        parts.composer.editor.edited.connect(self.show_state)
        parts.line.asked.connect(self.act_on_line)
        parts.conversation.older_asked.connect(self.show_older)
        parts.conversation.link_asked.connect(self.open_link)
        parts.panel.note_changed.connect(self.save_note)
        parts.panel.page_asked.connect(self.open_page)
        self.proofing.changed.connect(self.show_state)
        self.proofing.changed.connect(self.show_asked)
        self.proofing.changed.connect(self.files.look)
        self.proofing.changed.connect(self.training.look)
        parts.composer.foot.findings_asked.connect(self.next_finding)
        parts.composer.asked.asked.connect(self.go_to_unanswered)
        parts.composer.asked.part_asked.connect(self.answer_part)
        self.sending.confirmed.connect(self.proofing.learning.note_sent)
        self.sending.confirmed.connect(self._after_confirm)
        self.sending.confirmed.connect(self.training.forget)
        self.sending.returned.connect(self._after_withdraw)
        self.sending.stale.connect(self._show_what_is_new)
        self.program.answered.connect(self._after_answer)
        self._context.news.changed.connect(self.follow)
