"""Counting rules of the weekly summary: whom we owe what, and how we work (its figures 20–24, 26–28 and 30)."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import groupby

from weibo_operator.domain.averages import median, share
from weibo_operator.domain.labels import Audience, Kind
from weibo_operator.domain.lead import LeadState
from weibo_operator.domain.promise_record import PromiseState
from weibo_operator.domain.week_work import Caught
from weibo_operator.domain.weekly import RowKind, Unit
from weibo_operator.domain.weekly_facts import (
    CrisisFact,
    LeadFact,
    PromiseFact,
    ReplyFact,
    Span,
    TicketFact,
    TurnFact,
    WeekFacts,
)
from weibo_operator.services.weekly_measure import Measure, Rules, counted, shared, valued

_HOUR = 60 * 60 * 1000
_CAUGHT = (
    ("typos_caught", Caught.TYPO),
    ("privacy_stopped", Caught.PRIVACY),
    ("tones_mended", Caught.TONE),
    ("doubles_prevented", Caught.DOUBLE),
)


def care_measures(facts: WeekFacts, now: int, rules: Rules) -> Iterable[Measure]:
    """Figures 20 to 24, 26 to 28 and 30."""
    yield counted(20, "praises_kept", RowKind.PRAISE, facts.more.praises_kept)
    yield from _important(facts)
    yield from _crises(facts, len(rules.playbook))
    yield from _promises(facts, now)
    yield from _remedies(facts)
    yield from _rotation(facts)
    yield _buffer(facts, now, rules.buffer)
    yield from _quality(facts)
    yield from _leads(facts)
    yield from _handling(facts)


def _important(facts: WeekFacts) -> Iterable[Measure]:
    found = facts.more.important
    chosen = {each.id for each in found}
    complaints = [each for each in facts.tickets if each.kind == Kind.COMPLAINT]
    yield counted(21, "important_complaints", RowKind.TICKET, found)
    yield counted(21, "important_open", RowKind.TICKET, [each for each in found if each.is_open])
    for key, important in (("important_first_answer", True), ("ordinary_first_answer", False)):
        yield _first_answer(key, [each for each in complaints if (each.id in chosen) is important])


def _first_answer(key: str, complaints: Sequence[TicketFact]) -> Measure:
    answered = [(each, each.first_answer_at) for each in complaints]
    rows = [each for each, at in answered if at is not None]
    seconds = [(at - each.opened_at) / 1000 for each, at in answered if at is not None]
    return valued(21, key, Unit.SECONDS, median(seconds), RowKind.TICKET, rows)


def _crises(facts: WeekFacts, playbook_steps: int) -> Iterable[Measure]:
    raised = facts.more.crises
    confirmed = [each for each in raised if each.confirmed]
    yield counted(22, "crises_raised", RowKind.TICKET, raised)
    yield counted(22, "crises_confirmed", RowKind.TICKET, confirmed)
    answered: list[CrisisFact] = [each for each in confirmed if each.answered_at is not None]
    seconds = [(each.answered_at - each.raised_at) / 1000 for each in confirmed if each.answered_at is not None]
    yield valued(22, "crisis_public_answer", Unit.SECONDS, median(seconds), RowKind.TICKET, answered)
    complete = sum(each.steps >= playbook_steps for each in confirmed)
    yield shared(22, "crisis_checklists", complete, RowKind.TICKET, confirmed)
    peaks = facts.more.peaks
    highest = max((each.total for each in peaks), default=None)
    yield valued(22, "crisis_peak", Unit.COUNT, highest, RowKind.MESSAGE, peaks)


def _promises(facts: WeekFacts, now: int) -> Iterable[Measure]:
    yield counted(23, "promises_made", RowKind.PROMISE, facts.more.promises_made)
    by_fate: dict[str, list[PromiseFact]] = defaultdict(list)
    for each in facts.more.promises_due:
        by_fate[_fate(each, now)].append(each)
    due = [each for each in facts.more.promises_due if _fate(each, now) in ("kept", "late", "owed")]
    yield counted(23, "promises_due", RowKind.PROMISE, due)
    yield counted(23, "promises_kept", RowKind.PROMISE, by_fate["kept"])
    yield counted(23, "promises_late", RowKind.PROMISE, by_fate["late"])
    yield counted(23, "promises_owed", RowKind.PROMISE, by_fate["owed"])
    yield shared(23, "promise_rate", len(by_fate["kept"]), RowKind.PROMISE, due)


def _fate(promise: PromiseFact, now: int) -> str:
    """kept, late, owed (open after its time), to_come, or cancelled (taken off, or put off with the customer told)."""
    if promise.state == PromiseState.OPEN:
        return "owed" if promise.due_at <= now else "to_come"
    return promise.state


def _remedies(facts: WeekFacts) -> Iterable[Measure]:
    rows = facts.more.remedies
    yield counted(24, "remedies", RowKind.REMEDY, rows)
    yield Measure(
        24, "remedy_yuan", Unit.COUNT, sum(each.cents for each in rows) / 100, len(rows), RowKind.REMEDY, rows
    )
    yield counted(24, "remedies_over_limit", RowKind.REMEDY, [each for each in rows if each.over_limit])


def _rotation(facts: WeekFacts) -> Iterable[Measure]:
    replies = facts.more.replies
    served = {(each.posted_at // _HOUR, each.customer_id) for each in replies}
    hours = {hour for hour, _ in served}
    yield valued(26, "served_per_hour", Unit.COUNT, share(len(served), len(hours)), RowKind.MESSAGE, replies)
    turns = sorted(Counter(each.customer_id for each in facts.turns).values())
    yield valued(26, "turns_per_customer", Unit.COUNT, median(turns), RowKind.TURN, facts.turns)
    yield valued(26, "turns_of_one_customer", Unit.COUNT, max(turns, default=None), RowKind.TURN, facts.turns)
    run = longest_run(replies)
    yield valued(26, "topic_run", Unit.COUNT, len(run), RowKind.MESSAGE, run)
    yield counted(26, "skips", RowKind.SKIP, facts.more.skips)


def _buffer(facts: WeekFacts, now: int, buffer: int) -> Measure:
    """The longest that a customer waited because they had just been answered in public (mission C5)."""
    answers: dict[int, list[int]] = defaultdict(list)
    for each in facts.more.replies:
        if each.audience == Audience.PUBLIC:
            answers[each.customer_id].append(each.posted_at)
    held: list[tuple[TurnFact, int]] = []
    for turn in facts.turns if buffer else ():
        last = max((at for at in answers.get(turn.customer_id, ()) if at <= turn.opened_at), default=None)
        closed = now if turn.closed_at is None else turn.closed_at
        if last is not None and (until := min(closed, last + buffer)) > turn.opened_at:
            held.append((turn, until - turn.opened_at))
    longest = max((waited for _, waited in held), default=0) / 1000
    return valued(26, "buffer_wait", Unit.SECONDS, longest, RowKind.TURN, [turn for turn, _ in held])


def longest_run(replies: Iterable[ReplyFact]) -> tuple[ReplyFact, ...]:
    """The longest run of public answers of one topic, the earliest among equals; what the followers saw in a row."""
    public = (each for each in replies if each.audience == Audience.PUBLIC)
    runs = [tuple(run) for _, run in groupby(public, key=lambda each: each.topic)]
    return max(runs, key=len, default=())


def _quality(facts: WeekFacts) -> Iterable[Measure]:
    slips = facts.more.slips
    yield counted(27, "sent_with_typos", RowKind.MESSAGE, slips)
    for key, kind in _CAUGHT:
        yield counted(27, key, RowKind.CAUGHT, [each for each in facts.more.caught if each.kind == kind])


def _handling(facts: WeekFacts) -> Iterable[Measure]:
    rows = facts.more.handling
    spent: Counter[int] = Counter()
    for each in rows:
        spent[each.worked_on] += each.ended_at - each.began_at
    total = sum(spent.values()) / 1000
    yield valued(30, "handling_time", Unit.SECONDS, total, RowKind.HANDLING, rows)
    per_ticket = median([each / 1000 for each in spent.values()])
    yield valued(30, "handling_per_ticket", Unit.SECONDS, per_ticket, RowKind.HANDLING, rows)


def _leads(facts: WeekFacts) -> Iterable[Measure]:
    span, leads = facts.span, facts.more.leads
    won = [each for each in leads if each.state == LeadState.WON and _within(each.state_at, span)]
    yield counted(28, "leads_found", RowKind.LEAD, _leads_of(leads, span, touched=False))
    yield counted(28, "leads_contacted", RowKind.LEAD, _leads_of(leads, span, touched=True))
    yield counted(28, "leads_won", RowKind.LEAD, won)
    passed = [each for each in facts.handoffs if each.kind == Kind.SUGGESTION]
    yield counted(28, "suggestions_passed_on", RowKind.HANDOFF, passed)


def _leads_of(leads: Iterable[LeadFact], span: Span, *, touched: bool) -> list[LeadFact]:
    return [each for each in leads if _within(each.first_touch_at if touched else each.created_at, span)]


def _within(at: int, span: Span) -> bool:
    return span.start <= at < span.end
