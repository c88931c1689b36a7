"""Notes what the check kept from leaving: remarks that were followed, or that stopped a reply, and left no trace in it.

A remark that only flickered while something was being typed is none of them.
"""

from collections.abc import Iterable, Mapping

from ui.support.context import Context
from ui.support.texts import sentence
from weibo_operator.domain.errors import OperatorError
from weibo_operator.domain.findings import Finding, FindingKind
from weibo_operator.domain.ids import IntentId, TicketId
from weibo_operator.domain.reply import Intent
from weibo_operator.domain.week_work import Caught

KINDS: Mapping[FindingKind, Caught] = {
    FindingKind.TYPO: Caught.TYPO,
    FindingKind.PRIVACY: Caught.PRIVACY,
    FindingKind.TONE: Caught.TONE,
    FindingKind.REPEAT: Caught.DOUBLE,
}
_PRIVATE = FindingKind.PRIVACY
Remark = tuple[FindingKind, str]
"""A rule and the words it spoke of."""


class CaughtNotes:
    """Remembers remarks by ticket until its reply has left."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._taken: dict[TicketId, set[Remark]] = {}
        self._left: dict[TicketId, set[Remark]] = {}
        self._pressed: IntentId | None = None

    def take(self, ticket: TicketId, findings: Iterable[Finding]) -> None:
        """These remarks were followed, or stopped the reply."""
        self._taken.setdefault(ticket, set()).update(_remarks(findings))

    def let_stand(self, ticket: TicketId, findings: Iterable[Finding]) -> None:
        """The reply is being sent with these remarks."""
        self._left[ticket] = _remarks(findings)

    def settle(self, intent: Intent) -> None:
        """The reply has left; what was remarked on and is not in it was kept back."""
        if intent.is_ack:
            return
        kept_back = self._taken.pop(intent.ticket_id, set()) - self._left.pop(intent.ticket_id, set())
        self._note(intent.ticket_id, sorted(KINDS[kind] for kind, _ in kept_back))

    def press_again(self, intent: Intent) -> None:
        """Sending was pressed while this reply had no outcome yet; counted once for each reply."""
        if self._pressed != intent.id:
            self._pressed = intent.id
            self._note(intent.ticket_id, [Caught.DOUBLE])

    def _note(self, ticket: TicketId, kinds: Iterable[Caught]) -> None:
        try:
            self._context.operator.week_work.note_caught(ticket, kinds)
        except OperatorError as error:
            self._context.news.notice.emit(sentence(error))


def _remarks(findings: Iterable[Finding]) -> set[Remark]:
    """Private data counts only where it must not stand; in a private reply it may."""
    counted = (found for found in findings if found.kind in KINDS and (found.must_fix or found.kind is not _PRIVATE))
    return {(finding.kind, finding.text) for finding in counted}
