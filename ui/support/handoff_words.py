"""The steps of a handoff in words, for its own page and for the ticket's conversation (mission E2)."""

from weibo_operator.domain.handoff import Asks, Handoff
from weibo_operator.domain.labels import Level
from weibo_operator.translation import label, tr

_LEVELS = {Level.P1: tr("紧急"), Level.P2: tr("较急")}


def classified_words(handoff: Handoff) -> tuple[str, ...]:
    """As what the problem was classified, and by whom."""
    by = (
        (tr("{0}改过", handoff.sent_by) if handoff.sent_by else tr("你改过"))
        if handoff.classified_by_hand
        else tr("程序建议")
    )
    return label(handoff.kind), label(handoff.aspect), _LEVELS.get(handoff.level, tr("普通")), by


def asked_words(handoff: Handoff) -> str:
    """What was done with the problem: 已转交物流部, 已请王姐确认."""
    return (
        tr("已请{0}确认", label(handoff.addressee))
        if handoff.asks is Asks.CONSENT
        else tr("已转交{0}", label(handoff.department))
    )
