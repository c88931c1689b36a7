"""One inbound or outbound text of a conversation."""

from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from weibo_operator.domain.ids import CustomerId, MessageId, TicketId
from weibo_operator.domain.labels import Audience, Platform, Sentiment, Source


class Direction(StrEnum):
    """From the customer, or from us."""

    IN = "in"
    OUT = "out"


class Message(Struct, frozen=True):
    """A message as the conversation shows it.

    ``text`` is the sender's own part, ``chain`` what followed the first ``//@``. ``is_ack`` marks 信息已收到, which
    stops the first-touch clock only (mission D6).
    """

    id: MessageId
    ticket_id: TicketId
    customer_id: CustomerId
    direction: Direction
    audience: Audience
    platform: Platform
    source: Source
    text: str
    chain: str
    posted_at: datetime
    time_is_approximate: bool
    link: str
    parent_author: str
    parent_text: str
    reposts: int | None
    comments: int | None
    likes: int | None
    is_ack: bool
    sentiment: Sentiment
