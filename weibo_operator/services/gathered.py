"""闲聊与广告: what most likely needs no answer, gathered for one look instead of a turn each (mission A5, B1)."""

from collections.abc import Sequence

from weibo_operator.domain.gathered import GatheredRow
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.labels import Kind
from weibo_operator.domain.operations import Outcome
from weibo_operator.services.decisions import decided_at_once
from weibo_operator.services.desk import Desk
from weibo_operator.services.inbox import Inbox
from weibo_operator.storage import gathered

SHOWN_AT_MOST = 1_000
REASON = "闲聊或广告"


class Gathered:
    """The one look: close what was chosen as one operation, or put a ticket back into the rotation.

    A ticket is gathered while it is new, triage advises no answer, nobody has set its labels or level, it gives no
    alarm, and its customer has nothing else open. Nothing is closed by itself.
    """

    def __init__(self, desk: Desk, inbox: Inbox) -> None:
        self._desk = desk
        self._inbox = inbox

    def count(self) -> int:
        """How many tickets are gathered."""
        return gathered.count(self._desk.connection)

    def listed(self, *, limit: int = SHOWN_AT_MOST) -> tuple[GatheredRow, ...]:
        """The gathered tickets, the surest first, then the newest."""
        return gathered.listed(self._desk.connection, limit)

    @decided_at_once
    def close(self, chosen: Sequence[TicketId]) -> Outcome[int]:
        """无需回复 for all that were chosen, as one operation that one undo takes back; how many that were.

        What is gathered no more, its customer has said something else by now, stays open.
        """
        still = gathered.among(self._desk.connection, chosen)
        done = self._inbox.no_reply(still, reason=REASON)
        return Outcome(len(still), done.changes, done.operation)

    def put_back(self, ticket: TicketId, kind: Kind = Kind.QUESTION) -> Outcome[None]:
        """其实要回: the ticket is to be answered after all; its kind is the operator's word from now on.

        Raises ``InvalidInputError`` for a kind that needs no answer, ``NotFoundError``.
        """
        return self._inbox.set_labels(ticket, kind=kind.value)
