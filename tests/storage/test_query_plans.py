"""The plans of the lists' queries: an index each, no reading of whole tables, no sorting in the panes."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest

from weibo_operator.bootstrap import Operator, build
from weibo_operator.domain.ids import AccountId, CustomerId, TicketId
from weibo_operator.domain.labels import Platform, State
from weibo_operator.domain.own_words import OwnWord
from weibo_operator.storage import (
    aftercare,
    alerts,
    community,
    crises,
    crisis_cases,
    customers,
    followups,
    gathered,
    handoffs,
    important,
    intake,
    leads,
    messages,
    offline,
    outbox,
    own_public,
    promises,
    relations,
    replies,
    search,
    templates,
    tickets,
)
from weibo_operator.storage.connection import MEMORY, Connection

NOW = datetime(2026, 11, 19, 6, 10, tzinfo=UTC)
DAY = timedelta(days=1)
ONE, WHO, ACCOUNT = TicketId(1), CustomerId(1), AccountId(1)


@pytest.fixture(scope="module")
def desk(language) -> Iterator[Operator]:
    operator = build(MEMORY, language=language)
    yield operator
    operator.close()


def plan_of(connection: Connection, ask: Callable[[Connection], object]) -> list[str]:
    """The plan of every SELECT that ``ask`` runs."""
    statements: list[str] = []
    connection.set_trace_callback(statements.append)
    ask(connection)
    connection.set_trace_callback(None)
    asked = [statement for statement in statements if statement.lstrip().upper().startswith("SELECT")]
    assert asked
    return [row["detail"] for query in asked for row in connection.execute(f"EXPLAIN QUERY PLAN {query}")]


PANES = {
    state.value: (lambda connection, state=state: tickets.pane(connection, state, limit=50, offset=100))
    for state in State
}
OTHERS: dict[str, Callable[[Connection], object]] = {
    "card": lambda connection: tickets.cards(connection, [ONE, TicketId(2)]),
    "counts": tickets.counts,
    "snoozed": lambda connection: tickets.snoozed_due(connection, NOW),
    "one customer's tickets": lambda connection: customers.ticket_ids(connection, WHO),
    "customer by uid": lambda connection: customers.find(connection, Platform.WEIBO, "1"),
    "places for a message": lambda connection: intake.open_tickets_of(connection, WHO),
    "a finished place": lambda connection: intake.finished_ticket_of(connection, WHO, "p1"),
    "what came in late": lambda connection: intake.is_newest_inbound(connection, ONE, NOW),
    "known message": lambda connection: messages.is_known(connection, Platform.WEIBO, "1"),
    "conversation": lambda connection: messages.conversation(connection, ONE),
    "newest inbound": lambda connection: messages.newest_inbound(connection, ONE),
    "inbound since": lambda connection: messages.inbound_since(connection, NOW),
    "own public words": own_public.latest,
    "due visits": followups.due_list,
    "visits made": followups.done_list,
    "due count": lambda connection: followups.due_count(connection, NOW),
    "visits of the week": lambda connection: followups.due_and_done(connection, start=NOW, end=NOW),
    "due in progress": lambda connection: followups.due_in_progress(connection, NOW),
    "silence": lambda connection: followups.silent_tickets(connection, NOW),
    "open promises": promises.due_list,
    "settled promises": promises.settled_list,
    "promises of a ticket": lambda connection: promises.of_ticket(connection, ONE),
    "due promises": lambda connection: promises.due_count(connection, NOW),
    "rate of promises": lambda connection: promises.rate(connection, start=NOW, end=NOW, now=NOW),
    "remedies": lambda connection: aftercare.remedies(connection, ONE),
    "remedies of the week": lambda connection: aftercare.remedy_totals(connection, start=NOW, end=NOW),
    "kept praise": aftercare.testimonials,
    "praise of a ticket": lambda connection: aftercare.testimonial_of(connection, ONE),
    "helpful users": community.helpful_users,
    "answer of another user": lambda connection: community.of_ticket(connection, ONE),
    "answered under the same": lambda connection: community.answered_under_the_same(connection, ONE, NOW, 3),
    "offline solution": lambda connection: offline.of_ticket(connection, ONE),
    "offline without result": offline.waiting,
    "words since": lambda connection: aftercare.words_since(connection, WHO, NOW, 2),
    "answered at": lambda connection: aftercare.answered_at(connection, ONE),
    "visited": lambda connection: aftercare.has_visit(connection, ONE),
    "recurrence": lambda connection: aftercare.recurrence(connection, ONE, DAY),
    "recurrences": lambda connection: aftercare.recurrences(connection, start=NOW, end=NOW, within=DAY),
    "open handoffs": handoffs.open_ones,
    "handoffs of a ticket": lambda connection: handoffs.of_ticket(connection, ONE),
    "attention": lambda connection: handoffs.needing_attention(connection, NOW),
    "important customers": lambda connection: important.important_ones(connection, 10_000, limit=500),
    "how close customers are": lambda connection: relations.standings(connection, (WHO,)),
    "due contacts": lambda connection: important.due_count(connection, NOW),
    "important complaints": lambda connection: important.complaints(connection, 10_000, start=NOW, end=NOW),
    "contacts": lambda connection: important.contacts(connection, WHO, limit=50),
    "own urgent words": lambda connection: templates.own_words(connection, "urgent"),
    "times ignored": lambda connection: templates.times_ignored(connection, OwnWord("因该", "应该")),
    "acknowledgements": messages.acknowledgements,
    "clean own texts": lambda connection: messages.clean_own_texts(connection, limit=1000),
    "undecided": replies.undecided,
    "undecided of a ticket": lambda connection: replies.undecided(connection, ONE),
    "head of the outbox": lambda connection: outbox.head(connection, ACCOUNT),
    "outbox": outbox.listed,
    "outbox of a ticket": lambda connection: outbox.of_ticket(connection, ONE),
    "outbox counts": outbox.counts,
    "alerts": lambda connection: alerts.pending(connection, NOW),
    "next place in the outbox": outbox.next_seq,
    "target of a reply": lambda connection: outbox.target(connection, ONE),
    "crisis facts": lambda connection: crises.facts(connection, [ONE], crises.policy_of(connection)),
    "samples": lambda connection: crises.samples(connection, ONE),
    "alarms": crisis_cases.active,
    "ended crises": crisis_cases.ended,
    "crisis of a ticket": lambda connection: crisis_cases.of_ticket(connection, ONE),
    "crowd of a crisis": lambda connection: crisis_cases.crowd_of(connection, ONE),
    "gathered chatter": lambda connection: gathered.listed(connection, 1_000),
    "count of chatter": gathered.count,
    "leads": lambda connection: leads.listed(connection, 500),
    "lead of a customer": lambda connection: leads.of_customer(connection, WHO),
    "first touches": lambda connection: leads.first_touches(connection, NOW),
    "due leads": lambda connection: leads.due_count(connection, NOW),
    "answered today": lambda connection: replies.customers_answered_since(connection, NOW),
}


SORTING = {
    "own public words": "ten of each side",
    "remedies": "one ticket's",
    "remedies of the week": "one week's, by kind",
    "answered under the same": "tickets of a few days",
    "recurrence": "one customer's tickets",
    "open handoffs": "what departments owe",
    "important customers": "the important customers",
    "how close customers are": "what one customer did",
    "undecided": "one question at most for a ticket that was answered",
    "undecided of a ticket": "one",
    "alerts": "what is due now",
    "ended crises": "crises",
    "leads": "leads",
    "answered today": "one day's replies",
}
"""Who sorts, and what keeps the rows few; every other list is read in the order of an index."""


@pytest.mark.parametrize("state", PANES)
def test_a_pane_is_read_in_its_index_order(desk: Operator, state: str):
    plan = plan_of(desk.desk.connection, PANES[state])
    assert plan == [f"SCAN ticket USING INDEX ticket_{state}"]


@pytest.mark.parametrize("name", OTHERS)
def test_no_list_reads_a_whole_table(desk: Operator, name: str):
    plan = plan_of(desk.desk.connection, OTHERS[name])
    tables = (
        "message",
        "ticket",
        "customer",
        "turn",
        "follow_up",
        "handoff",
        "intent",
        "contact",
        "user_word",
        "ignored_pair",
    )
    whole = tuple(f"SCAN {table}" for table in tables)
    partial = (" USING INDEX ", " USING COVERING INDEX ")
    bad = [step for step in plan if step.startswith(whole) and not any(word in step for word in partial)]
    assert not bad, plan


@pytest.mark.parametrize("name", sorted(set(OTHERS) - set(SORTING)))
def test_only_what_is_few_is_sorted(desk: Operator, name: str):
    plan = plan_of(desk.desk.connection, OTHERS[name])
    assert not [step for step in plan if "TEMP B-TREE" in step], plan


def test_words_and_names_are_found_by_their_indexes(desk: Operator):
    search.find_tickets(desk.desk.connection, "退款")  # the first question also reads the index's own settings
    plan = plan_of(desk.desk.connection, lambda connection: search.find_tickets(connection, "退款"))
    scanned = [step for step in plan if step.startswith("SCAN") and "subquery" not in step]
    names, words = scanned
    for step, index in ((names, "customer_name"), (words, "message_text")):
        assert step.startswith(f"SCAN {index} VIRTUAL TABLE INDEX")
        assert "M1" in step.split(":")[1], "by MATCH"


def test_the_journals_questions_use_its_indexes(desk: Operator):
    journal = desk.desk.journal
    for ask in (lambda _: journal.last_undoable(), lambda _: journal.next_redoable()):
        plan = plan_of(desk.desk.connection, ask)
        assert len(plan) == 1, plan
        assert "INDEX operation_" in plan[0]


def test_a_tickets_history_is_found_by_index(desk: Operator):
    plan = plan_of(desk.desk.connection, lambda _: desk.history.of_ticket(ONE))
    assert not [step for step in plan if step.startswith(("SCAN operation", "SCAN change"))], plan


def test_every_reference_has_an_index(operator: Operator) -> None:
    """Or taking a row back looks through all rows that could name it: with an import of 100,000, for an hour."""
    connection = operator.desk.connection
    references = connection.execute(
        'SELECT master.name, reference."from" FROM sqlite_master AS master'
        " JOIN pragma_foreign_key_list(master.name) AS reference WHERE master.type = 'table'"
    ).fetchall()
    assert len(references) > 20
    missing: list[tuple[str, str]] = []
    for table, column in references:
        query = f"EXPLAIN QUERY PLAN SELECT 1 FROM {table} WHERE {column} = ?"  # noqa: S608 (names of our own schema)
        if any(row["detail"].startswith("SCAN") for row in connection.execute(query, (1,)).fetchall()):
            missing.append((table, column))
    assert missing == []
