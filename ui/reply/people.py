"""Words and marks for a person and a ticket, shared by the head and the customer panel."""

from collections.abc import Sequence
from datetime import datetime

from ui.reply.rows import SOURCES, after_word
from ui.widgets.verified import verified_mark
from weibo_operator.domain.customer import Customer, reach_word
from weibo_operator.domain.labels import NO_DEPARTMENT
from weibo_operator.domain.message import Direction, Message
from weibo_operator.domain.ticket import Ticket
from weibo_operator.services.inbox import TicketView
from weibo_operator.services.wording import clock_words, people_words
from weibo_operator.translation import label, tr


def verified_words(customer: Customer) -> str:
    """Return what the verification means in words."""
    words = {"company": tr("机构认证"), "person": tr("个人认证"), "": tr("未认证")}[verified_mark(customer.verified)]
    return tr("{0}（{1}）", words, customer.verified) if customer.verified else words


def reach_parts(customer: Customer) -> tuple[str, ...]:
    """Return the reach in parts: 高影响力, 12.6万 粉丝."""
    if customer.followers is None:
        return ()
    return tuple(
        part
        for part in (label(reach_word(customer.followers)), tr("{0} 粉丝", people_words(customer.followers)))
        if part
    )


def ticket_parts(view: TicketView, now: datetime) -> tuple[str, ...]:
    """Return the head's second line: #1042, 评论于今天 10:58, 第 1 轮互动."""
    ticket = view.ticket
    last = _last_said(view.messages)
    if last is None:
        when = after_word(tr("最近互动"), clock_words(ticket.last_activity_at, now))
    else:
        when = after_word(tr("{0}于", SOURCES[last.source]), clock_words(last.posted_at, now))
    return (f"#{ticket.id}", when, tr("第 {0} 轮互动", max(1, ticket.turn_count)))


def leads_words(leads: Sequence[str]) -> str:
    """Return whom of our 负责人 the customer mentions: 提到负责人 @王总."""
    return tr("提到负责人 {0}", " ".join(f"@{name}" for name in leads)) if leads else ""


def label_parts(ticket: Ticket) -> tuple[str, ...]:
    """Return the kind and the department, where one is named."""
    return (label(ticket.kind.value), "" if ticket.department == NO_DEPARTMENT else label(ticket.department))


def _last_said(messages: tuple[Message, ...]) -> Message | None:
    return next((message for message in reversed(messages) if message.direction is Direction.IN), None)
