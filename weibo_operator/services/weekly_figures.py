"""The counting rules of the weekly summary: one function for all faces; here its figures 1–9, 15–17 and 20."""

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import chain

from weibo_operator.domain.averages import median, share
from weibo_operator.domain.business_hours import BusinessHours
from weibo_operator.domain.followup import FollowUpState
from weibo_operator.domain.handoff import HandoffState
from weibo_operator.domain.labels import Kind
from weibo_operator.domain.weekly import RowKind, Unit
from weibo_operator.domain.weekly_facts import HandoffFact, TurnFact, VisitFact, WeekFacts
from weibo_operator.services.weekly_care import care_measures
from weibo_operator.services.weekly_measure import Measure, Rules, counted, plain, shared, times, valued
from weibo_operator.services.weekly_outcomes import outcome_measures

MINUTE = 60
QUICK_SECONDS = 20 * MINUTE
BANDS: tuple[tuple[str, int | None], ...] = (
    ("20_minutes", QUICK_SECONDS),
    ("81_minutes", 81 * MINUTE),
    ("4_hours", 240 * MINUTE),
    ("24_hours", 24 * 60 * MINUTE),
    ("later", None),
)
"""Response bands: 20 minutes is the target of the cited guides, 81 minutes the cited retailer's mean."""
PRAISE_SECONDS = 24 * 60 * MINUTE
PROBLEM_KINDS = frozenset({Kind.COMPLAINT, Kind.QUESTION, Kind.PRESALE, Kind.SUGGESTION})
"""Kinds that can be one of the week's top problems; praise, chatter and spam aren't problems."""


def measures(facts: WeekFacts, now: int, rules: Rules) -> tuple[Measure, ...]:
    """Every figure of one span as of ``now`` (milliseconds); None throughout where nothing happened."""
    return _or_nothing(
        facts,
        chain(
            _first(facts, now),
            _in_open_hours(facts, rules.hours),
            outcome_measures(facts, now),
            care_measures(facts, now, rules),
            [_topics(facts)],
        ),
    )


def response_seconds(turn: TurnFact) -> float | None:
    """From the turn's first message to the reply that closed it; None when none did."""
    if turn.closed_at is None or turn.closed_by != "reply":
        return None
    # An approximate platform time may lie after our answer.
    return max(0, turn.closed_at - turn.opened_at) / 1000


def band_counts(turns: Iterable[TurnFact]) -> tuple[int, ...]:
    """How many turns fall into each of ``BANDS``, then those still open; 无需回复 is left out."""
    counts = [0] * (len(BANDS) + 1)
    for turn in turns:
        seconds = response_seconds(turn)
        if seconds is not None:
            counts[next(place for place, (_, top) in enumerate(BANDS) if top is None or seconds <= top)] += 1
        elif turn.closed_at is None:
            counts[-1] += 1
    return tuple(counts)


def is_overdue(handoff: HandoffFact, now: int) -> bool:
    """True when the answer came, or is still awaited, after it was due; a replaced handoff awaits none."""
    if handoff.answered_at is None and handoff.state == HandoffState.WITHDRAWN:
        return False
    return (now if handoff.answered_at is None else handoff.answered_at) > handoff.due_at


def department_seconds(handoffs: Iterable[HandoffFact]) -> tuple[float, ...]:
    """How long each answered handoff took."""
    return tuple((each.answered_at - each.sent_at) / 1000 for each in handoffs if each.answered_at is not None)


def visits_so_far(visits: Iterable[VisitFact], now: int) -> Sequence[VisitFact]:
    """Those made or due by ``now``: what is planned for later days of a week that runs is not owed yet."""
    return [visit for visit in visits if visit.due_at <= now or visit.state == FollowUpState.DONE]


def _topics(facts: WeekFacts) -> Measure:
    """No data until somebody has looked for the week's rising words."""
    if facts.topics is None:
        return Measure(25, "topic_tickets", Unit.COUNT, None, 0, RowKind.TICKET)
    return counted(25, "topic_tickets", RowKind.TICKET, facts.topics)


def _first(facts: WeekFacts, now: int) -> Iterable[Measure]:
    yield from _volume(facts)
    yield from _first_words(facts)
    yield from _responses(facts)
    yield from _solving(facts)
    yield from _handoffs(facts, now)
    yield from _visits(facts, now)
    yield from _praise(facts)


def _or_nothing(facts: WeekFacts, found: Iterable[Measure]) -> tuple[Measure, ...]:
    """In a span in which nothing happened there is no data, but for the tickets that are open all the same."""
    if not facts.silent:
        return tuple(found)
    return tuple(
        each if each.key.startswith("open_") else Measure(each.number, each.key, each.unit, None, 0, each.kind)
        for each in found
    )


def _volume(facts: WeekFacts) -> Iterable[Measure]:
    counts = facts.messages
    yield plain(1, "messages", counts.inbound, RowKind.MESSAGE)
    yield counted(1, "turns", RowKind.TURN, facts.turns)
    yield counted(1, "tickets", RowKind.TICKET, facts.tickets)
    yield plain(1, "customers", counts.customers, RowKind.CUSTOMER)
    yield plain(2, "replies_public", counts.public, RowKind.MESSAGE)
    yield plain(2, "replies_private", counts.private, RowKind.MESSAGE)


def _first_words(facts: WeekFacts) -> Iterable[Measure]:
    touched = [(each, each.first_touch_at) for each in facts.tickets]
    answered = [(each, each.first_answer_at) for each in facts.tickets]
    for number, key, cases in ((3, "first_touch", touched), (4, "first_answer", answered)):
        rows = [ticket for ticket, at in cases if at is not None]
        seconds = [(at - ticket.opened_at) / 1000 for ticket, at in cases if at is not None]
        yield from times(number, key, seconds, RowKind.TICKET, rows)


def _responses(facts: WeekFacts) -> Iterable[Measure]:
    answered = [turn for turn in facts.turns if turn.closed_by == "reply"]
    seconds = [found for turn in answered if (found := response_seconds(turn)) is not None]
    yield from times(5, "response", seconds, RowKind.TURN, answered)
    quick = sum(each <= QUICK_SECONDS for each in seconds)
    yield shared(6, "within_20_minutes", quick, RowKind.TURN, facts.turns)
    yield from _reply_rates(facts, len(answered))


def _in_open_hours(facts: WeekFacts, hours: BusinessHours) -> Iterable[Measure]:
    """The same waits, counted only while the shop is open."""
    waited = cache(hours.between_ms)  # most first answers also answer the first turn
    first = [(each, each.first_answer_at) for each in facts.tickets]
    rows = [ticket for ticket, at in first if at is not None]
    seconds = [waited(ticket.opened_at, at) / 1000 for ticket, at in first if at is not None]
    yield valued(4, "first_answer_open_hours", Unit.SECONDS, median(seconds), RowKind.TICKET, rows)
    closed = [(each, each.closed_at) for each in facts.turns if each.closed_by == "reply"]
    seconds = [waited(turn.opened_at, at) / 1000 for turn, at in closed if at is not None]
    turns = [turn for turn, _ in closed]
    yield valued(5, "response_open_hours", Unit.SECONDS, median(seconds), RowKind.TURN, turns)
    quick = sum(each <= QUICK_SECONDS for each in seconds)
    yield shared(6, "within_20_minutes_open_hours", quick, RowKind.TURN, facts.turns)


def _reply_rates(facts: WeekFacts, answered: int) -> Iterable[Measure]:
    rows = facts.turns
    closed = [turn.closed_at for turn in rows if turn.closed_at is not None]
    settled, in_time = len(closed), sum(at < facts.span.end for at in closed)
    yield shared(7, "reply_rate", settled, RowKind.TURN, rows)
    yield shared(7, "reply_rate_by_deadline", in_time, RowKind.TURN, rows)
    yield shared(7, "reply_rate_strict", answered, RowKind.TURN, rows)
    yield shared(8, "no_reply_rate", settled - answered, RowKind.TURN, rows)


def _solving(facts: WeekFacts) -> Iterable[Measure]:
    for key in ("solved", "reopened"):
        rows = [event for event in facts.events if event.event == key]
        yield counted(9, key, RowKind.EVENT, rows)
    yield plain(9, "open_at_end", facts.open_at_end, RowKind.TICKET)


def _handoffs(facts: WeekFacts, now: int) -> Iterable[Measure]:
    handoffs = facts.handoffs
    answered = [each for each in handoffs if each.answered_at is not None]
    overdue = [each for each in handoffs if is_overdue(each, now)]
    yield counted(16, "forwarded", RowKind.HANDOFF, handoffs)
    yield counted(16, "handoffs_answered", RowKind.HANDOFF, answered)
    on_time = [each for each in answered if not is_overdue(each, now)]
    yield counted(16, "handoffs_on_time", RowKind.HANDOFF, on_time)
    yield counted(16, "handoffs_overdue", RowKind.HANDOFF, overdue)
    seconds = department_seconds(answered)
    yield Measure(16, "department_median", Unit.SECONDS, median(seconds), len(seconds), RowKind.HANDOFF, answered)


def _visits(facts: WeekFacts, now: int) -> Iterable[Measure]:
    due = visits_so_far(facts.visits, now)
    done = [visit for visit in due if visit.state == FollowUpState.DONE]
    complaints = [visit for visit in due if visit.kind == Kind.COMPLAINT]
    complaints_done = sum(visit.kind == Kind.COMPLAINT for visit in done)
    yield counted(17, "visits_due", RowKind.FOLLOW_UP, due)
    yield counted(17, "visits_done", RowKind.FOLLOW_UP, done)
    yield shared(17, "visit_rate", len(done), RowKind.FOLLOW_UP, due)
    yield shared(17, "complaint_visit_rate", complaints_done, RowKind.FOLLOW_UP, complaints)


def _praise(facts: WeekFacts) -> Iterable[Measure]:
    complaints = [ticket for ticket in facts.tickets if ticket.kind == Kind.COMPLAINT]
    praises = [ticket for ticket in facts.tickets if ticket.kind == Kind.PRAISE]
    thanked = sum(
        ticket.first_answer_at is not None and ticket.first_answer_at - ticket.opened_at <= PRAISE_SECONDS * 1000
        for ticket in praises
    )
    yield counted(15, "complaints", RowKind.TICKET, complaints)
    yield counted(20, "praises", RowKind.TICKET, praises)
    yield shared(20, "praises_thanked", thanked, RowKind.TICKET, praises)
    per_complaint = share(len(praises), len(complaints))
    both = [*praises, *complaints]
    yield Measure(20, "praise_per_complaint", Unit.PROPORTION, per_complaint, len(both), RowKind.TICKET, both)
