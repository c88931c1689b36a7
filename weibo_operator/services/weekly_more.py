"""The lists of a week beyond figures and tables, read for the page and the reports alike."""

from collections import Counter

from weibo_operator.domain.week import Week
from weibo_operator.domain.weekly_facts import Span, WeekFacts
from weibo_operator.domain.weekly_more import AgeRow, MoodExample, WeekMore
from weibo_operator.services import weekly_tables
from weibo_operator.services.weekly_outcomes import AGES, age_of, seen_at
from weibo_operator.storage import week_lists, week_notes
from weibo_operator.storage.connection import Connection

MOST_ASKED = 5
ASKED_AT_LEAST = 2
"""What one customer asked is no question of the week."""


def more_of(
    connection: Connection, week: Week, facts: WeekFacts, before: Span, now: int, moods: tuple[MoodExample, ...]
) -> WeekMore:
    """The week's lists but for its topics as of ``now`` (milliseconds); ``before`` is what it is compared with."""
    waiting = [turn for turn in facts.turns if turn.closed_at is None]
    return WeekMore(
        written=tuple(week_notes.note(connection, week).splitlines()),
        plan=week_notes.plan(connection, week),
        last_plan=week_notes.plan(connection, week.previous()),
        questions=week_lists.questions(connection, facts.span, before, least=ASKED_AT_LEAST, limit=MOST_ASKED),
        important=week_lists.important_complaints(connection, (each.id for each in facts.more.important)),
        moods=moods,
        ages=ages(facts, now),
        accounts=week_lists.account_rows(connection, facts.span),
        unanswered_heat=weekly_tables.heat(week, waiting),
    )


def ages(facts: WeekFacts, now: int) -> tuple[AgeRow, ...]:
    """The tickets open at the end of the span, or now while it runs, by age and by who is to move."""
    at = seen_at(facts, now)
    counts = Counter((age_of(each, at), each.side) for each in facts.more.open_tickets)
    return tuple(
        AgeRow(name, counts[name, "us"], counts[name, "department"], counts[name, "customer"]) for name, _, _ in AGES
    )
