"""A ticket in the parts of the reply session: head, conversation, customer panel, advice to leave it unanswered."""

from ui.reply.before import Before
from ui.reply.by_program import ByProgram
from ui.reply.lines import silence_line
from ui.reply.parts import Parts
from ui.reply.rows import PAGE, Row, conversation_rows
from ui.reply.stop_line import Place
from ui.support.context import Context
from ui.support.crisis_steps import shown_steps
from weibo_operator.domain.ids import CustomerId, TicketId
from weibo_operator.domain.ticket import WaitsFor
from weibo_operator.services.inbox import TicketView
from weibo_operator.services.why_words import level_sentence


class TicketDisplay:
    """Reads what stands beside the conversation and shows it; knows only how many messages are shown."""

    def __init__(self, context: Context, parts: Parts, before: Before, program: ByProgram) -> None:
        self._context = context
        self._parts = parts
        self._before = before
        self._program = program
        self._messages_shown = PAGE

    def begin(self) -> None:
        """Another ticket starts with its latest messages."""
        self._messages_shown = PAGE

    def show(self, view: TicketView, *, keep: bool) -> None:
        """Show the ticket as it is; ``keep`` leaves the scroll place."""
        self._before.show_for(view.ticket.id)
        self._show_moment(view)
        self._show_crowd(view.ticket.id)
        self._parts.conversation.show_rows(self._rows(view), keep=keep)
        if view.ticket.no_reply_advised and view.ticket.waits_for is WaitsFor.US:
            self._parts.line.put(Place.SILENCE, silence_line(view.ticket.kind))
        else:
            self._parts.line.drop(Place.SILENCE)

    def tick(self, view: TicketView) -> None:
        """Tell the same ticket as of now: each place keeps its widgets, with them the focus and what is unfolded."""
        self._before.tick()
        self._show_moment(view)
        self._parts.conversation.tell_again(self._rows(view))

    def _show_moment(self, view: TicketView) -> None:
        """What depends on the hour: level, waiting time, gap, contacts, crisis."""
        now = self._context.operator.desk.now()
        judgement = self._context.operator.inbox.judgements((view.ticket.id,))[view.ticket.id]
        buffered = view.ticket.waits_for is WaitsFor.US and self._is_buffered(view.customer.id)
        behalf = self._before.behalf_words
        self._parts.head.show_view(view, judgement, now, buffered=buffered, behalf=behalf)
        self._parts.panel.show_view(view, level_sentence(judgement, view.ticket.level_by))
        self._parts.panel.show_card(self._context.operator.important.card(view.customer.id), now)
        self._show_crisis(view.ticket.id)

    def show_older(self, view: TicketView) -> None:
        """One page more of the conversation."""
        self._messages_shown += PAGE
        self._parts.conversation.show_older(self._rows(view))

    def _is_buffered(self, customer: CustomerId) -> bool:
        return customer in self._context.operator.inbox.buffered_customers()

    def _show_crisis(self, ticket: TicketId) -> None:
        crises = self._context.operator.crises
        case = crises.view(ticket)
        reasons = "" if case is None else crises.signals_line(ticket)
        steps = () if case is None else shown_steps(self._context)
        self._parts.panel.crisis.show_crisis(case, reasons, steps)

    def _show_crowd(self, ticket: TicketId) -> None:
        crowds = self._context.operator.crowds
        found = crowds.of_ticket(ticket)
        shown = found if found is not None and found.people >= crowds.shown_from() else None
        self._parts.head.show_crowd(shown)
        self._parts.panel.crowd.show_crowd(shown)

    def _rows(self, view: TicketView) -> tuple[Row, ...]:
        inbox, ticket = self._context.operator.inbox, view.ticket.id
        shown = view.messages
        if self._messages_shown > PAGE:
            shown = inbox.messages(ticket, limit=self._messages_shown)
        older = len(shown) >= PAGE and bool(inbox.messages(ticket, limit=1, offset=len(shown)))
        now, leaving = self._context.operator.desk.now(), self._program.leaving(ticket)
        return conversation_rows(view, shown, now, older=older, leaving=leaving)
