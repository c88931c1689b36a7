"""下一位: which waiting ticket is served next (mission C1–C10, B1–B4).

One turn, one customer, then the next. k is the fair period. Every ticket that waits for us is one row with a level,
a round within its level, a rank (``rank_at``) and its order of arrival; every waiting customer has a stamp, the place
in the fair queue. Customers within the minimum gap (``RotationState.buffered``) and the one just served are passed
over while others wait. The choice is a pure function of these: no chance, ties by ticket number.

* Normal turn: lowest level, lowest round in it; there a public topic with more than half of the rows unless the last
  public reply had it, else the first by rank whose topic that reply had not, else the first by rank.
* Fair turn: the oldest row of the lowest stamp. One is due in every k turns (``RotationState.fair_due``). It is put
  off to the following turn if that customer had the last turn, or, once, if its topic was the last public one and a
  normal turn offers another customer without that topic.
* Below the threshold of waiting customers: level, then rank.

With r customers stamped earlier, a customer's oldest row is served within **k(r+1)+1 turns, whatever arrives later**.
All guarantees, P1–P8, and their proofs: ARCHITECTURE.md, "Rotation: what is guaranteed, and why".
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Protocol

from weibo_operator.domain.ids import CustomerId
from weibo_operator.domain.queueing_records import (
    Candidate,
    Choice,
    ChoiceReason,
    RotationState,
    TopicHead,
    WhyFacts,
)

__all__ = [
    "ASIDE",
    "Candidate",
    "Choice",
    "ChoiceReason",
    "QueueView",
    "RotationState",
    "TopicHead",
    "WhyFacts",
    "choose_next",
    "rank_at",
    "round_on_arrival",
]

ASIDE = 5
"""The band behind the four levels where a skipped row waits until one turn is served."""

_DIGIT_MS = 1800 * 1000
_NOBODY: frozenset[CustomerId] = frozenset()


def rank_at(waiting_since_ms: int, followers: int | None) -> int:
    """The static rank in milliseconds: each digit of the follower count is worth 30 minutes of waiting.

    Unknown counts and nobody following are worth nothing (mission B3, B4).
    """
    digits = len(str(followers)) if followers else 0
    return waiting_since_ms - _DIGIT_MS * digits


def round_on_arrival(*, level_round: int, level_started: int, served_turn: int) -> int:
    """The level's present round, or the next if the customer had a turn since it began (mission C3)."""
    return level_round + (1 if served_turn >= level_started else 0)


class QueueView(Protocol):
    """The waiting rows as the choice asks for them; each question is one index seek.

    A *band* is a level (1–4) or ``ASIDE``. ``but`` names the customers whose rows don't count.
    """

    def fair_head(self, but: AbstractSet[CustomerId]) -> Candidate | None:
        """The oldest row of the customer with the lowest stamp."""
        ...

    def lowest_band(self, but: AbstractSet[CustomerId]) -> int | None:
        """The most urgent band in which somebody waits."""
        ...

    def lowest_round(self, band: int, but: AbstractSet[CustomerId]) -> int:
        """The lowest round in a band where somebody waits."""
        ...

    def topic_heads(self, band: int, round_number: int, but: AbstractSet[CustomerId]) -> Sequence[TopicHead]:
        """The shown topics of a round, ordered by topic, each with its first row by rank that counts."""
        ...

    def first_of_band(self, band: int, but: AbstractSet[CustomerId]) -> Candidate | None:
        """The first row by rank in a band, rounds and topics aside."""
        ...

    def waits_after(self, band: int) -> bool:
        """True when somebody waits in a less urgent level."""
        ...

    def is_waiting(self, customer: CustomerId) -> bool:
        """True when the customer has a row."""
        ...


def choose_next(view: QueueView, state: RotationState, *, fair_period: int, threshold: int) -> Choice | None:
    """The next ticket, or None when nobody waits.

    ``fair_period`` is at least 2; rotation is off while fewer than ``threshold`` customers wait.
    """
    if state.waiting == 0:
        return None
    if state.waiting < threshold:
        return _plain(view, state)
    in_gap, but = _passed_over(view, state)
    if not state.fair_due(fair_period):
        return _normal(view, state, but)
    head = view.fair_head(in_gap)
    if head is None or head.customer_id in but:
        return _normal(view, state, but, owed=True)
    fair = _choice(head, ChoiceReason.FAIR_TURN if state.waiting > 1 else ChoiceReason.ONLY_ONE)
    if state.fair_overdue(fair_period) or not _repeats(head, state):
        return fair
    other, reason = _first_in_turn(view, state, but)
    if _repeats(other, state) or other.customer_id == head.customer_id:
        return fair
    return _choice(other, reason, owed=True)


def _plain(view: QueueView, state: RotationState) -> Choice | None:
    but = state.buffered if state.waiting > len(state.buffered) else _NOBODY
    band = view.lowest_band(but)
    first = None if band is None else view.first_of_band(band, but)
    return None if first is None else _choice(first, ChoiceReason.PLAIN_ORDER)


def _passed_over(view: QueueView, state: RotationState) -> tuple[frozenset[CustomerId], frozenset[CustomerId]]:
    # The two buffers of mission C5: customers within the minimum gap, and with them the one just served. Neither
    # outlasts the others who wait: the gap rests when it would leave nobody but the last customer.
    last = _NOBODY if state.last_customer is None else frozenset({state.last_customer})
    last_waits = frozenset(customer for customer in last if view.is_waiting(customer))
    in_gap = state.buffered if state.waiting > len(state.buffered | last_waits) else _NOBODY
    return in_gap, in_gap | last if state.waiting > len(last_waits) else _NOBODY


def _normal(view: QueueView, state: RotationState, but: AbstractSet[CustomerId], *, owed: bool = False) -> Choice:
    return _choice(*_first_in_turn(view, state, but), owed=owed)


def _first_in_turn(
    view: QueueView, state: RotationState, but: AbstractSet[CustomerId]
) -> tuple[Candidate, ChoiceReason]:
    band = view.lowest_band(but)
    if band is None:
        raise LookupError("nobody waits")
    round_number = view.lowest_round(band, but)
    heads = view.topic_heads(band, round_number, but)
    firsts = [head.first for head in heads if head.first is not None]
    first = min(firsts, key=lambda row: row.order)
    chosen = _of_majority(heads, state.last_topic) or min(
        (row for row in firsts if not _repeats(row, state)), key=lambda row: row.order, default=first
    )
    if state.waiting == 1:
        return chosen, ChoiceReason.ONLY_ONE
    if chosen != first:
        return chosen, ChoiceReason.OTHER_TOPIC
    return chosen, ChoiceReason.URGENT_LEVEL if view.waits_after(band) else ChoiceReason.THIS_ROUND


def _of_majority(heads: Sequence[TopicHead], last_topic: str) -> Candidate | None:
    # A topic with more than half of the round must be taken whenever it may be, or its rest ends up in a row.
    total = sum(head.rows for head in heads)
    for head in heads:
        if head.shown_topic not in ("", last_topic) and 2 * head.rows > total:
            return head.first
    return None


def _repeats(row: Candidate, state: RotationState) -> bool:
    return row.shown_topic != "" and row.shown_topic == state.last_topic


def _choice(row: Candidate, reason: ChoiceReason, *, owed: bool = False) -> Choice:
    return Choice(row.ticket_id, row.customer_id, row.level, reason, owed)
