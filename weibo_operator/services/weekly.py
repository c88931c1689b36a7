"""The weekly summary: one function for the page, the exports and the rows behind each figure."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from weibo_operator.domain.averages import mean
from weibo_operator.domain.clock import Clock
from weibo_operator.domain.errors import InvalidInputError
from weibo_operator.domain.ids import TicketId, TurnId
from weibo_operator.domain.week import Week
from weibo_operator.domain.weekly import (
    FINAL_AFTER,
    Backlog,
    Figure,
    Problem,
    Provenance,
    RepeatedTransfer,
    Row,
    RowKind,
    TicketDetail,
    Unanswered,
    WeeklySummary,
)
from weibo_operator.domain.weekly_facts import Span, WeekFacts
from weibo_operator.domain.weekly_more import Question
from weibo_operator.language.topic_words import TopicWords
from weibo_operator.services import weekly_html, weekly_json, weekly_more, weekly_tables, weekly_text
from weibo_operator.services.stages import Progress
from weibo_operator.services.weekly_figures import measures, visits_so_far
from weibo_operator.services.weekly_measure import Measure, Rules
from weibo_operator.services.weekly_moods import Moods
from weibo_operator.services.weekly_report import Report, report_of
from weibo_operator.services.weekly_rules import read_rules
from weibo_operator.services.weekly_slices import SEPARATOR, TOPIC, slice_rows
from weibo_operator.services.weekly_topics import Topics
from weibo_operator.services.weekly_words import WeekWords, read_words
from weibo_operator.storage import figures, week_lists
from weibo_operator.storage.connection import Connection
from weibo_operator.storage.times import from_ms, to_ms

EARLIER_WEEKS = 4
_DAY = 24 * 60 * 60 * 1000
_QUOTES = 2
_MANY_TRANSFERS = 2
TOPIC_TICKETS = "topic_tickets"


def _go_on(_done: int, _total: int) -> None:
    """Nobody wants to stop."""


class Begun(Struct, frozen=True):
    """A week without its rising words, and in which of the weeks read (its own first) nothing happened."""

    summary: WeeklySummary
    silent: tuple[bool, ...]


class Printed(Struct, frozen=True):
    """What the formats with a row for each ticket are made from."""

    summary: WeeklySummary
    details: tuple[TicketDetail, ...]


class Weekly:
    """Reads the week's figures and says them in words; changes nothing in the database."""

    def __init__(
        self,
        connection: Connection,
        clock: Clock,
        resources: Path,
        *,
        version: Callable[[], str] = str,
        topic_words: TopicWords | None = None,
    ) -> None:
        """``topic_words`` is shared by those who look at the same weeks: what one has cut the other need not."""
        self._connection = connection
        self._clock = clock
        self._resources = resources
        self._words_file = resources / "templates" / "week.toml"
        self._style_file = resources / "templates" / "week.css"
        self._version = version
        self._moods = Moods(connection, resources)
        self._topics = Topics(connection, topic_words or TopicWords(resources))

    @property
    def words(self) -> WeekWords:
        """The report's names, definitions and sentences."""
        return read_words(self._words_file)

    def current(self) -> Week:
        """The week that runs now."""
        return Week.of(self._clock.now())

    def summary(self, week: Week, *, against: Week | None = None, progress: Progress = _go_on) -> WeeklySummary:
        """Everything the week's summary says, as of now, beside another week (None: the one before).

        ``progress`` is called between the weeks and the texts that are read, and may raise to stop. Raises
        ``InvalidInputError`` for a week against itself.
        """

        def half(done: int, total: int) -> None:
            progress(done, 2 * total)

        def other_half(done: int, total: int) -> None:
            progress(total + done, 2 * total)

        with figures.snapshot(self._connection):
            return self.with_topics(self.begun(week, against=against, progress=half), progress=other_half)

    def begun(self, week: Week, *, against: Week | None = None, progress: Progress = _go_on) -> Begun:
        """The same without the rising words, for which a dictionary has to be read and every text to be cut."""
        if against == week:
            raise InvalidInputError(field="against", reason="same_week")
        with figures.snapshot(self._connection):
            return self._begun(week, None if against == week.previous() else against, progress)

    def with_topics(self, begun: Begun, *, progress: Progress = _go_on) -> WeeklySummary:
        """The whole of a week that was begun."""
        summary = begun.summary
        beside, base = self._beside(summary.week, summary.against, to_ms(summary.provenance.printed_at))
        with figures.snapshot(self._connection):
            risen = self._topics.risen(span_of(summary.week), beside, base, progress)
        counts = [
            None if silent else len(tickets)
            for silent, tickets in zip(begun.silent, (risen.tickets, *risen.earlier), strict=True)
        ]
        return replace(
            summary,
            figures=tuple(
                _topic_figure(each, counts) if each.key == TOPIC_TICKETS else each for each in summary.figures
            ),
            more=replace(summary.more, topics=risen.topics),
            whole=True,
        )

    def conclusions(self, summary: WeeklySummary) -> tuple[str, ...]:
        """Three sentences that say it all; the operator may edit them."""
        return weekly_text.conclusions(summary, self.words.comparing(summary))

    def rows(self, week: Week, key: str) -> tuple[Row, ...]:
        """The rows a figure rests on, exactly its ``n``; raises ``KeyError`` for an unknown figure."""
        with figures.snapshot(self._connection):
            return self._rows(week, key)

    def tickets_of(self, week: Week, key: str) -> tuple[TicketDetail, ...]:
        """The tickets to show when a figure is opened, or a part of the week (``weekly_slices``), oldest first."""
        rows = self.slice(week, key) if ":" in key else self.rows(week, key)
        return self._details(row.ticket_id for row in rows if row.ticket_id is not None)

    def slice(self, week: Week, key: str) -> tuple[Row, ...]:
        """The rows behind one bar, cell or line (``weekly_slices``); raises ``KeyError`` for an unknown key."""
        with figures.snapshot(self._connection):
            if key.startswith(TOPIC):
                words = key.removeprefix(TOPIC).split(SEPARATOR)
                found = self._topics.tickets_with(span_of(week), words)
                return tuple(Row(RowKind.TICKET, each.id, TicketId(each.id)) for each in found)
            return slice_rows(figures.first_facts(self._connection, span_of(week)), key)

    def tickets_of_question(self, week: Week, question: Question) -> tuple[TicketDetail, ...]:
        """The tickets of one of the week's questions, oldest first."""
        found = week_lists.tickets_of_matter(self._connection, span_of(week), question.issue, question.product)
        return self._details(found)

    def answer_to(self, week: Week, question: Question) -> str:
        """Our latest answer to one of the week's questions; empty where there is none."""
        return week_lists.latest_answer(self._connection, span_of(week), question.issue, question.product)

    def tickets(self, week: Week) -> tuple[TicketDetail, ...]:
        """Every ticket that any figure of the week counts, one row each, oldest first."""
        with figures.snapshot(self._connection):
            facts = figures.first_facts(self._connection, span_of(week))
            messages = figures.message_rows(self._connection, span_of(week))
        rows = (*facts.turns, *facts.events, *facts.handoffs, *facts.visits)
        return self._details(
            [
                *(row.ticket_id for row in rows),
                *(ticket.id for ticket in facts.tickets),
                *(row[1] for row in messages),
            ]
        )

    def printed(self, week: Week, *, against: Week | None = None, progress: Progress = _go_on) -> Printed:
        """Summary and tickets of one view of the file; ``progress`` as for ``summary``."""
        with figures.snapshot(self._connection):
            return Printed(self.summary(week, against=against, progress=progress), self.tickets(week))

    def report(
        self, week: Week, *, unmasked: bool = False, against: Week | None = None, progress: Progress = _go_on
    ) -> Report:
        """What a printed report says; names are masked unless ``unmasked``."""
        return report_of(self.summary(week, against=against, progress=progress), self.words, unmasked=unmasked)

    def html(self, report: Report) -> str:
        """A report as one HTML file."""
        return weekly_html.html(report, self._style_file)

    def text(
        self, week: Week, *, unmasked: bool = False, against: Week | None = None, progress: Progress = _go_on
    ) -> str:
        """The summary as plain text to paste into a chat."""
        summary = self.summary(week, against=against, progress=progress)
        return weekly_text.text(summary, self.words, unmasked=unmasked)

    def as_json(
        self, week: Week, *, unmasked: bool = False, against: Week | None = None, progress: Progress = _go_on
    ) -> dict[str, object]:
        """The summary as a JSON object: every figure by number and name, and the tables."""
        summary = self.summary(week, against=against, progress=progress)
        return weekly_json.as_json(summary, self.words, unmasked=unmasked)

    def rules(self) -> Rules:
        """What the figures depend on besides the rows: opening hours and the crisis checklist."""
        return read_rules(self._connection, self._resources)

    def _details(self, tickets: Iterable[int]) -> tuple[TicketDetail, ...]:
        return figures.ticket_details(self._connection, tickets)

    @staticmethod
    def _beside(week: Week, against: Week | None, now: int) -> tuple[tuple[Span, ...], int]:
        """What a week is compared with: the one week first, then the base, the last so many."""
        spans = earlier_spans(week, now)
        return (spans if against is None else (same_part(week, against, now), *spans)), len(spans)

    def _begun(self, week: Week, against: Week | None, progress: Progress) -> Begun:
        printed_at = self._clock.now()
        now, rules = to_ms(printed_at), self.rules()
        beside, base = self._beside(week, against, now)
        weeks: list[WeekFacts] = []
        for place, span in enumerate((span_of(week), *beside), 1):
            weeks.append(figures.week_facts(self._connection, span, rules.playbook))
            progress(place, 1 + len(beside))
        facts, *others = weeks
        earlier = others[-base:]
        matrix = weekly_tables.matrix(facts, earlier, others[0])
        summary = WeeklySummary(
            week=week,
            provenance=Provenance(self._version(), figures.fingerprint(self._connection), printed_at),
            figures=compared(facts, earlier, others[0], now, rules),
            bands=weekly_tables.bands(facts.turns),
            no_reply_reasons=weekly_tables.no_reply_reasons(facts.turns),
            unanswered=self._unanswered(facts, now),
            backlog=_backlog(facts),
            days=weekly_tables.days(week, facts, figures.message_times(self._connection, facts.span), now),
            matrix=matrix,
            top=tuple(self._quoted(problem, facts) for problem in weekly_tables.top_problems(matrix)),
            departments=weekly_tables.departments(facts.handoffs, now),
            repeated_transfers=self._repeated(facts),
            visits=weekly_tables.visits(visits_so_far(facts.visits, now)),
            heat=weekly_tables.heat(week, facts.turns),
            more=weekly_more.more_of(
                self._connection, week, facts, beside[0], now, self._moods.examples(facts.more.moods)
            ),
            against=against,
            whole=False,
        )
        return Begun(summary, tuple(each.silent for each in weeks))

    def _rows(self, week: Week, key: str) -> tuple[Row, ...]:
        rules = self.rules()
        facts = figures.week_facts(self._connection, span_of(week), rules.playbook)
        if key == TOPIC_TICKETS:
            beside, base = self._beside(week, None, to_ms(self._clock.now()))
            facts = facts._replace(topics=self._topics.risen(span_of(week), beside, base).tickets)
        measure = {each.key: each for each in measures(facts, to_ms(self._clock.now()), rules)}[key]
        if key == "open_at_end":
            open_tickets = figures.tickets_open_at(self._connection, facts.span.end)
            return tuple(Row(RowKind.TICKET, ticket, ticket) for ticket in open_tickets)
        if measure.key in _MESSAGE_FIGURES or measure.key == "customers":
            return self._message_rows(facts.span, measure)
        return tuple(
            Row(measure.kind, row.id, None if row.ticket_id is None else TicketId(row.ticket_id))
            for row in measure.rows
        )

    def _message_rows(self, span: Span, measure: Measure) -> tuple[Row, ...]:
        found = figures.message_rows(self._connection, span)
        if measure.kind is RowKind.CUSTOMER:
            first = {customer: ticket for _, ticket, customer, direction, _ in reversed(found) if direction == "in"}
            return tuple(Row(RowKind.CUSTOMER, customer, ticket) for customer, ticket in sorted(first.items()))
        wanted = _MESSAGE_FIGURES[measure.key]
        return tuple(
            Row(RowKind.MESSAGE, message, ticket)
            for message, ticket, _, direction, audience in found
            if direction == wanted[0] and audience in wanted[1]
        )

    def _quoted(self, problem: Problem, facts: WeekFacts) -> Problem:
        cell = (problem.kind.value, problem.nature.value, problem.department)
        tickets = [ticket.id for ticket in facts.tickets if (ticket.kind, ticket.nature, ticket.department) == cell]
        return replace(problem, quotes=figures.quotes(self._connection, tickets, _QUOTES))

    def _unanswered(self, facts: WeekFacts, now: int) -> tuple[Unanswered, ...]:
        turns = [turn for turn in facts.turns if turn.closed_at is None]
        names = figures.nicknames(self._connection, (turn.ticket_id for turn in turns))
        return tuple(
            Unanswered(
                turn_id=TurnId(turn.id),
                ticket_id=TicketId(turn.ticket_id),
                nickname=names[turn.ticket_id],
                opened_at=from_ms(turn.opened_at),
                waited_seconds=max(0, now - turn.opened_at) / 1000,
            )
            for turn in turns
        )

    def _repeated(self, facts: WeekFacts) -> tuple[RepeatedTransfer, ...]:
        tickets = {handoff.ticket_id for handoff in facts.handoffs}
        history = figures.transfers(self._connection, tickets)
        many = {ticket: names for ticket, names in history.items() if len(names) >= _MANY_TRANSFERS}
        nicknames = figures.nicknames(self._connection, many)
        return tuple(
            RepeatedTransfer(TicketId(ticket), nicknames[ticket], len(names), names)
            for ticket, names in sorted(many.items(), key=lambda item: (-len(item[1]), item[0]))
        )


_MESSAGE_FIGURES = {
    "messages": ("in", ("public", "private")),
    "replies_public": ("out", ("public",)),
    "replies_private": ("out", ("private",)),
}


def span_of(week: Week) -> Span:
    """The whole week in milliseconds."""
    return Span(to_ms(week.start), to_ms(week.end))


def earlier_spans(week: Week, now: int) -> tuple[Span, ...]:
    """The four weeks before, the most recent first; of a week that still runs, the same part of each."""
    return tuple(same_part(week, week.previous(back), now) for back in range(1, EARLIER_WEEKS + 1))


def same_part(week: Week, other: Week, now: int) -> Span:
    """Of another week as much as has passed of this one: all of it once this one is over."""
    span = span_of(week)
    length, passed = span.end - span.start, now - span.start
    start = to_ms(other.start)
    return Span(start, start + (passed if 0 < passed < length else length))


def compared(
    facts: WeekFacts,
    earlier: Sequence[WeekFacts],
    beside: WeekFacts,
    now: int,
    rules: Rules,
    measured: Callable[[WeekFacts, int, Rules], tuple[Measure, ...]] = measures,
) -> tuple[Figure, ...]:
    """The figures by number, each ``beside`` another week and the mean of the earlier weeks that have one."""
    before = [{each.key: each.value for each in measured(week, now, rules)} for week in earlier]
    other = {each.key: each.value for each in measured(beside, now, rules)} if beside is not earlier[0] else before[0]
    return tuple(
        Figure(
            number=each.number,
            key=each.key,
            unit=each.unit,
            value=each.value,
            n=each.n,
            previous=other[each.key],
            provisional=each.key in FINAL_AFTER and now < facts.span.end + FINAL_AFTER[each.key] * _DAY,
            four_week_mean=mean([value for values in before if (value := values[each.key]) is not None]),
        )
        for each in sorted(measured(facts, now, rules), key=lambda measure: measure.number)
    )


def _topic_figure(figure: Figure, counts: Sequence[int | None]) -> Figure:
    """Figure 25 from the tickets of each week that was read; None for a week in which nothing happened."""
    now, *others = counts
    known = [count for count in others[-EARLIER_WEEKS:] if count is not None]
    return replace(figure, value=now, n=now or 0, previous=others[0], four_week_mean=mean(known))


def _backlog(facts: WeekFacts) -> Backlog:
    solved = sum(event.event == "solved" for event in facts.events)
    return Backlog(
        open_at_start=facts.open_at_start,
        created=len(facts.tickets),
        reopened=len(facts.events) - solved,
        solved=solved,
        open_at_end=facts.open_at_end,
    )
