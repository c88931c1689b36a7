"""A department's answer as a knowledge card: what was asked, what was answered, by whom (mission E6, D11)."""

from weibo_operator.domain.handoff import Handoff
from weibo_operator.domain.knowledge import CardEdit, CardKind
from weibo_operator.services.wording import shortened

_TITLE = 40


def may_become_card(handoff: Handoff) -> bool:
    """True once the answer was used: the customer has it."""
    return handoff.was_told and bool(handoff.answer.strip())


def card_of(handoff: Handoff) -> CardEdit:
    """The card: the problem's first line as its title, the answer as its text, checked when it was given."""
    title = next((line.strip() for line in handoff.description.splitlines() if line.strip()), handoff.code)
    who = "，".join(filter(None, (handoff.department, handoff.expert, handoff.code)))
    return CardEdit(
        CardKind.FAQ,
        shortened(title, _TITLE),
        handoff.answer.strip(),
        source=who,
        checked_at=handoff.answered_at or handoff.partial_at,
    )
