"""Counting rules of the weekly summary: how tickets ended, how customers felt (its figures 10–14, 18, 19, 31–33)."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable

from weibo_operator.domain.followup import VisitOutcome
from weibo_operator.domain.labels import Sentiment
from weibo_operator.domain.weekly import RowKind
from weibo_operator.domain.weekly_facts import AnsweredFact, MoodFact, OpenFact, SolvedFact, WeekFacts
from weibo_operator.services.weekly_measure import Measure, counted, shared, times

DAY = 24 * 60 * 60 * 1000
AGES: tuple[tuple[str, int, int | None], ...] = (
    ("under_1_day", 0, 1),
    ("1_to_3_days", 1, 3),
    ("3_to_7_days", 3, 7),
    ("over_7_days", 7, None),
)
"""Ages of open tickets in days: from, up to but not including."""
_AGE_NAMES = tuple(name for name, _, _ in AGES)
_AGE_ENDS = tuple(top * DAY for _, _, top in AGES if top is not None)
SIDES = ("us", "department", "customer")
_VERDICTS = {
    VisitOutcome.SATISFIED: Sentiment.POSITIVE,
    VisitOutcome.PRAISE_SHARED: Sentiment.POSITIVE,
    VisitOutcome.UNSOLVED_CALM: Sentiment.NEUTRAL,
    VisitOutcome.NEW_PROBLEM: Sentiment.NEGATIVE,
    VisitOutcome.DISSATISFIED: Sentiment.NEGATIVE,
}
"""What a visit found, as a verdict; a visit that found nothing is none."""


def outcome_measures(facts: WeekFacts, now: int) -> Iterable[Measure]:
    """Figures 10 to 14, 18, 19 and 31 to 33."""
    yield from _solution_times(facts)
    yield from _solved_well(facts)
    yield from _ages(facts, now)
    yield from _satisfaction(facts)
    yield from _moods(facts)
    yield from _elsewhere(facts)
    yield from _self_service(facts)


def verdict_of(ticket: SolvedFact) -> Sentiment | None:
    """The customer's verdict: what the last visit found, else the tone of their words after our last answer."""
    visited = _VERDICTS.get(VisitOutcome(ticket.outcome)) if ticket.outcome else None
    if visited is not None:
        return visited
    return None if ticket.verdict is None else Sentiment(ticket.verdict)


def age_of(ticket: OpenFact, at: int) -> str:
    """The age band of a ticket open at ``at``."""
    return _AGE_NAMES[bisect_right(_AGE_ENDS, at - ticket.opened_at)]


def seen_at(facts: WeekFacts, now: int) -> int:
    """The moment the backlog is looked at: the end of the span, or now while it runs."""
    return min(facts.span.end, now)


def mood_of(ticket: MoodFact) -> str:
    """How a ticket that began negative ended: negative, neutral, positive, or silent after our answer."""
    return "silent" if ticket.ended is None else Sentiment(ticket.ended).name.lower()


def _solution_times(facts: WeekFacts) -> Iterable[Measure]:
    span, solved = facts.span, facts.more.solved
    first = [each for each in solved if span.start <= each.first_solved_at < span.end]
    last = [each for each in solved if span.start <= each.last_solved_at < span.end]
    seconds = [max(0, each.first_solved_at - each.opened_at) / 1000 for each in first]
    yield from times(10, "first_solution", seconds, RowKind.TICKET, first)
    seconds = [max(0, each.last_solved_at - each.opened_at) / 1000 for each in last]
    yield from times(10, "last_solution", seconds, RowKind.TICKET, last)


def _solved_well(facts: WeekFacts) -> Iterable[Measure]:
    solved, complainers = facts.more.solved, facts.more.complainers
    once = sum(each.answered == 1 and not each.reopened_soon for each in solved)
    yield shared(11, "solved_at_once", once, RowKind.TICKET, solved)
    yield shared(12, "reopen_rate", sum(each.reopened_soon for each in solved), RowKind.TICKET, solved)
    yield shared(13, "negative_again", sum(each.again for each in complainers), RowKind.CUSTOMER, complainers)


def _ages(facts: WeekFacts, now: int) -> Iterable[Measure]:
    at, open_tickets = seen_at(facts, now), facts.more.open_tickets
    ages: dict[str, list[OpenFact]] = defaultdict(list)
    sides: dict[str, list[OpenFact]] = defaultdict(list)
    for ticket in open_tickets:
        ages[age_of(ticket, at)].append(ticket)
        sides[ticket.side].append(ticket)
    for name in _AGE_NAMES:
        yield counted(14, f"open_{name}", RowKind.TICKET, ages[name])
    for side in SIDES:
        yield counted(14, f"open_waits_for_{side}", RowKind.TICKET, sides[side])


def _satisfaction(facts: WeekFacts) -> Iterable[Measure]:
    solved = facts.more.solved
    judged = [(each, verdict) for each in solved if (verdict := verdict_of(each)) is not None]
    content = sum(verdict is Sentiment.POSITIVE for _, verdict in judged)
    yield shared(18, "satisfaction", content, RowKind.TICKET, [each for each, _ in judged])
    yield shared(18, "verdict_coverage", len(judged), RowKind.TICKET, solved)


def _elsewhere(facts: WeekFacts) -> Iterable[Measure]:
    """Solved by other users (mission F9), and outside the platform with its result in public (mission E11)."""
    answered, solved = facts.more.peer_answers, facts.more.solved
    yield counted(31, "community_solved", RowKind.TICKET, answered)
    yield shared(31, "community_share", len(answered), RowKind.TICKET, solved)
    outside = facts.more.offline
    yield counted(32, "offline_solved", RowKind.TICKET, outside)
    yield shared(32, "offline_fed_back", sum(each.is_fed_back for each in outside), RowKind.TICKET, outside)


def _self_service(facts: WeekFacts) -> Iterable[Measure]:
    """Answered by what the customer can do alone: a card marked 自助, the link of a notice (mission G11)."""
    answered = [AnsweredFact(ticket) for ticket in dict.fromkeys(each.ticket_id for each in facts.more.replies)]
    yield counted(33, "self_served", RowKind.TICKET, facts.more.self_served)
    yield shared(33, "self_service_share", len(facts.more.self_served), RowKind.TICKET, answered)


def _moods(facts: WeekFacts) -> Iterable[Measure]:
    moods = facts.more.moods
    yield counted(19, "began_negative", RowKind.TICKET, moods)
    for end in ("positive", "neutral", "negative", "silent"):
        part = sum(mood_of(each) == end for each in moods)
        yield shared(19, f"ended_{end}", part, RowKind.TICKET, moods)
