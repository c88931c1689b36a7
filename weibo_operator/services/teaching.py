"""Keeps what the operator puts right as lessons of triage, inside the operation that puts it right."""

from collections.abc import Mapping

from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.labels import Audience, Level, Source, Urgency
from weibo_operator.domain.levels import URGENCY_POINTS, Judgement, PartKind
from weibo_operator.domain.reply import Intent
from weibo_operator.domain.ticket import Ticket
from weibo_operator.services.desk import Desk
from weibo_operator.storage import messages, triage_lessons
from weibo_operator.storage.journal import Recorder

LEARNED_LABELS = ("kind", "nature", "department")
"""Labels of the dialog that follow from the words; topic and 属性 follow from these."""
_OF_THE_WORDS = (PartKind.KIND, PartKind.WORDS)
_STEPS = (Urgency.LOW, Urgency.MEDIUM, Urgency.HIGH)


def teach(desk: Desk, recorder: Recorder, ticket: TicketId, labels: Mapping[str, str]) -> None:
    """Remember the right labels of the customer's last words, by field; what was taught about them before goes."""
    message = messages.newest_inbound(desk.connection, ticket)
    if message is None:
        return
    for field, label in labels.items():
        before = triage_lessons.of_message(desk.connection, message, field)
        if before is not None:
            recorder.delete("triage_lesson", before, ticket=ticket)
        recorder.insert("triage_lesson", {"message_id": message, "field": field, "label": label}, ticket=ticket)


def audience_meant(found: Ticket, intent: Intent) -> Mapping[str, str]:
    """A private answer where a public one was advised tells that such words want one.

    Not the other way round: a public line often goes with a private answer (“已私信您”), and receipts say nothing.
    """
    turned_private = found.advice is Audience.PUBLIC and intent.audience is Audience.PRIVATE
    asked_in_private = found.source is Source.PRIVATE
    return {"audience": Audience.PRIVATE.value} if turned_private and not (asked_in_private or intent.is_ack) else {}


def urgency_meant(judged: Judgement, chosen: Level | None) -> Mapping[str, str]:
    """What a level chosen by hand says about the urgency of the words: one step up or down.

    Nothing where more than the words made the program's level: the customer, waiting, a crowd, a crisis.
    """
    if chosen is None or chosen is judged.suggested or any(part.kind not in _OF_THE_WORDS for part in judged.parts):
        return {}
    of_words = sum(part.points for part in judged.parts if part.kind is PartKind.WORDS)
    found = next(urgency for urgency in reversed(_STEPS) if of_words >= URGENCY_POINTS[urgency])
    step = _STEPS.index(found) + (1 if chosen < judged.suggested else -1)
    return {"urgency": _STEPS[step].value} if 0 <= step < len(_STEPS) else {}
