"""The rows behind one bar, cell or line of the weekly page, named by a key such as ``hour:14`` or ``band:later``."""

from collections.abc import Callable, Mapping, Sequence

from weibo_operator.domain.followup import FollowUpState
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.weekly import Row, RowKind
from weibo_operator.domain.weekly_facts import Fact, TurnFact, WeekFacts
from weibo_operator.services.weekly_figures import BANDS, response_seconds
from weibo_operator.services.weekly_tables import UNANSWERED

_HOUR = 60 * 60 * 1000
_DAY = 24 * _HOUR
SEPARATOR = "|"
TOPIC = "topic:"
"""Begins the key of one or several rising words, which are looked for in what customers wrote."""
Slice = tuple[RowKind, Sequence[Fact]]


def slice_rows(facts: WeekFacts, key: str) -> tuple[Row, ...]:
    """The rows of one part of the week; raises ``KeyError`` for a key that names none.

    ``band:later``, ``hour:14``, ``at:2|14`` (the third day at 14), ``created:2`` and ``solved:2``
    (days after Monday), ``kind:投诉``, ``cell:投诉|物流配送|物流部``, ``department:物流部``, ``reason:闲聊``,
    ``outcome:满意``.
    """
    name, _, value = key.partition(":")
    kind, rows = _SLICES[name](facts, value)
    return tuple(Row(kind, row.id, None if row.ticket_id is None else TicketId(row.ticket_id)) for row in rows)


def cell_key(kind: str, nature: str, department: str) -> str:
    """The key of a cell of the matrix."""
    return "cell:" + SEPARATOR.join((kind, nature, department))


def band_of(turn: TurnFact) -> str:
    """The response band of a turn; empty for one that needed no reply."""
    seconds = response_seconds(turn)
    if seconds is None:
        return UNANSWERED if turn.closed_at is None else ""
    return next(name for name, top in BANDS if top is None or seconds <= top)


def _band(facts: WeekFacts, value: str) -> Slice:
    return RowKind.TURN, [turn for turn in facts.turns if band_of(turn) == value]


def _hour(facts: WeekFacts, value: str) -> Slice:
    start, hour = facts.span.start, int(value)
    return RowKind.TURN, [turn for turn in facts.turns if (turn.opened_at - start) // _HOUR % 24 == hour]


def _at(facts: WeekFacts, value: str) -> Slice:
    start, (day, hour) = facts.span.start, map(int, value.split(SEPARATOR))
    return RowKind.TURN, [turn for turn in facts.turns if (turn.opened_at - start) // _HOUR == day * 24 + hour]


def _created(facts: WeekFacts, value: str) -> Slice:
    start, day = facts.span.start, int(value)
    return RowKind.TICKET, [ticket for ticket in facts.tickets if (ticket.opened_at - start) // _DAY == day]


def _solved(facts: WeekFacts, value: str) -> Slice:
    start, day = facts.span.start, int(value)
    solved = (event for event in facts.events if event.event == "solved")
    return RowKind.EVENT, [event for event in solved if (event.at - start) // _DAY == day]


def _kind(facts: WeekFacts, value: str) -> Slice:
    return RowKind.TICKET, [ticket for ticket in facts.tickets if ticket.kind == value]


def _cell(facts: WeekFacts, value: str) -> Slice:
    wanted = tuple(value.split(SEPARATOR))
    return RowKind.TICKET, [each for each in facts.tickets if (each.kind, each.nature, each.department) == wanted]


def _department(facts: WeekFacts, value: str) -> Slice:
    return RowKind.HANDOFF, [handoff for handoff in facts.handoffs if handoff.department == value]


def _reason(facts: WeekFacts, value: str) -> Slice:
    found = (turn for turn in facts.turns if turn.closed_by == "no_reply")
    return RowKind.TURN, [turn for turn in found if turn.reason == value]


def _outcome(facts: WeekFacts, value: str) -> Slice:
    done = (visit for visit in facts.visits if visit.state == FollowUpState.DONE)
    return RowKind.FOLLOW_UP, [visit for visit in done if visit.outcome == value]


_SLICES: Mapping[str, Callable[[WeekFacts, str], Slice]] = {
    "band": _band,
    "hour": _hour,
    "at": _at,
    "created": _created,
    "solved": _solved,
    "kind": _kind,
    "cell": _cell,
    "department": _department,
    "reason": _reason,
    "outcome": _outcome,
}
