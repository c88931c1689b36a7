"""The tables of the weekly summary: days, response bands, problems, departments, visits and hours."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from weibo_operator.domain.averages import mean, median, share
from weibo_operator.domain.followup import FollowUpState, VisitOutcome
from weibo_operator.domain.labels import Kind, Nature
from weibo_operator.domain.week import DAYS, Week
from weibo_operator.domain.weekly import Band, DayCounts, DepartmentCounts, Problem, Visits
from weibo_operator.domain.weekly_facts import HandoffFact, TurnFact, VisitFact, WeekFacts
from weibo_operator.services.weekly_figures import (
    BANDS,
    PROBLEM_KINDS,
    band_counts,
    department_seconds,
    is_overdue,
)
from weibo_operator.storage.times import to_ms

UNANSWERED = "unanswered"
TOP = 5
_HOUR = 60 * 60 * 1000
_DAY = 24 * _HOUR

Cell = tuple[str, str, str]
"""Kind, nature, department."""


def bands(turns: Sequence[TurnFact]) -> tuple[Band, ...]:
    """How quickly turns were answered, the last band those that still wait; shares of all turns opened."""
    steps = (*BANDS, (UNANSWERED, None))
    counts = band_counts(turns)
    return tuple(
        Band(key=key, up_to_seconds=top, count=count, share=share(count, len(turns)))
        for (key, top), count in zip(steps, counts, strict=True)
    )


def no_reply_reasons(turns: Iterable[TurnFact]) -> tuple[tuple[str, int], ...]:
    """Reasons given for 无需回复, most frequent first."""
    found = Counter(turn.reason for turn in turns if turn.closed_by == "no_reply")
    return tuple(sorted(found.items(), key=lambda item: (-item[1], item[0])))


def days(week: Week, facts: WeekFacts, message_times: Iterable[int], now: int) -> tuple[DayCounts, ...]:
    """The seven days; the backlog at the end of each follows from the week's start and what happened."""
    counts = _by_day(week, message_times)
    turns = _by_day(week, (turn.opened_at for turn in facts.turns))
    waiting = _by_day(week, (turn.opened_at for turn in facts.turns if turn.closed_at is None))
    answered = _by_day(week, (turn.opened_at for turn in facts.turns if turn.closed_by == "reply"))
    created = _by_day(week, (ticket.opened_at for ticket in facts.tickets))
    solved = _by_day(week, (event.at for event in facts.events if event.event == "solved"))
    reopened = _by_day(week, (event.at for event in facts.events if event.event == "reopened"))
    found: list[DayCounts] = []
    open_tickets = facts.open_at_start
    for place, day in enumerate(week.days):
        open_tickets += created[place] + reopened[place] - solved[place]
        begun = to_ms(week.start) + place * _DAY <= now
        found.append(
            DayCounts(
                day=day,
                messages=counts[place],
                turns=turns[place],
                answered=answered[place],
                unanswered=waiting[place],
                created=created[place],
                solved=solved[place],
                open_at_end=open_tickets if begun else None,
            )
        )
    return tuple(found)


def heat(week: Week, turns: Iterable[TurnFact]) -> tuple[tuple[int, ...], ...]:
    """The week's turns by weekday and hour in Beijing."""
    start = to_ms(week.start)
    counts = Counter((turn.opened_at - start) // _HOUR for turn in turns)
    return tuple(tuple(counts[day * 24 + hour] for hour in range(24)) for day in range(DAYS))


def cells(facts: WeekFacts) -> Counter[Cell]:
    """Tickets created by kind, nature and department."""
    return Counter((ticket.kind, ticket.nature, ticket.department) for ticket in facts.tickets)


def matrix(facts: WeekFacts, earlier: Sequence[WeekFacts], before: WeekFacts) -> tuple[Problem, ...]:
    """Every combination that occurred, beside the week compared with and those ``earlier`` that have any data."""
    counts = [cells(each) for each in earlier if not each.silent]
    last = None if before.silent else cells(before)
    order = {kind.value: place for place, kind in enumerate(Kind)}  # complaints first among equals
    found = sorted(cells(facts).items(), key=lambda item: (-item[1], order[item[0][0]], item[0]))
    return tuple(_problem(cell, count, counts, last) for cell, count in found)


def top_problems(rows: Iterable[Problem]) -> tuple[Problem, ...]:
    """The five most frequent that are problems at all."""
    return tuple(row for row in rows if row.kind in PROBLEM_KINDS)[:TOP]


def departments(handoffs: Iterable[HandoffFact], now: int) -> tuple[DepartmentCounts, ...]:
    """What each department was given and gave back, the busiest first."""
    by_name: dict[str, list[HandoffFact]] = {}
    for handoff in handoffs:
        by_name.setdefault(handoff.department, []).append(handoff)
    rows = (_department(name, each, now) for name, each in by_name.items())
    return tuple(sorted(rows, key=lambda row: (-row.forwarded, row.department)))


def visits(found: Sequence[VisitFact]) -> Visits:
    """Visits due and done, and the outcomes of those done in the order of the outcome list."""
    done = [visit for visit in found if visit.state == FollowUpState.DONE]
    outcomes: Mapping[str, int] = Counter(visit.outcome for visit in done)
    return Visits(
        due=len(found),
        done=len(done),
        complaints_due=sum(visit.kind == Kind.COMPLAINT for visit in found),
        complaints_done=sum(visit.kind == Kind.COMPLAINT for visit in done),
        outcomes=tuple((each, outcomes[each]) for each in VisitOutcome if outcomes.get(each)),
    )


def _by_day(week: Week, times: Iterable[int]) -> tuple[int, ...]:
    # Whole days since Monday: Beijing's days all have 24 hours, and thousands of calendar conversions are slow.
    start = to_ms(week.start)
    counts = Counter((at - start) // _DAY for at in times)
    return tuple(counts[place] for place in range(DAYS))


def _problem(cell: Cell, count: int, earlier: Sequence[Counter[Cell]], last: Counter[Cell] | None) -> Problem:
    return Problem(
        kind=Kind(cell[0]),
        nature=Nature(cell[1]),
        department=cell[2],
        count=count,
        previous=None if last is None else last[cell],
        four_week_mean=mean([counts[cell] for counts in earlier]),
    )


def _department(name: str, handoffs: Sequence[HandoffFact], now: int) -> DepartmentCounts:
    answered = [each for each in handoffs if each.answered_at is not None]
    seconds = department_seconds(answered)
    return DepartmentCounts(
        department=name,
        forwarded=len(handoffs),
        answered=len(answered),
        on_time=sum(not is_overdue(each, now) for each in answered),
        overdue=sum(is_overdue(each, now) for each in handoffs),
        median_seconds=median(seconds),
        mean_seconds=mean(seconds),
    )
