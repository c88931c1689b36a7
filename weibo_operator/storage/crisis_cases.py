"""Crisis cases as the list and the page show them: rows, ticked steps, the first answer, the post-mortem."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta

from msgspec.structs import replace

from weibo_operator.domain.crisis import SignalCode
from weibo_operator.domain.crisis_case import CaseState, CrisisRow, DoneStep, MissedTicket, Review
from weibo_operator.domain.ids import CrisisId, TicketId
from weibo_operator.domain.labels import State
from weibo_operator.storage.times import from_ms, optional_from_ms, to_ms

ACTIVE_READ, ENDED_READ = 500, 200
MISSED_READ = 200

_COLUMNS = """
SELECT ticket.id AS ticket_id, ticket.snippet, ticket.link, ticket.state AS ticket_state, ticket.crisis_since,
    ticket.crisis_signals, ticket.crisis_risk, customer.nickname, customer.verified, customer.followers,
    place.cluster_id, decided.id AS case_id, decided.ticket_id AS lead_id, decided.state AS case_state,
    decided.raised_at, decided.decided_at, decided.closed_at, decided.reason, decided.risk AS case_risk,
    coalesce(decided.whole_crowd, 0) AS whole_crowd,
    (SELECT COUNT(*) FROM crisis_step WHERE crisis_id = decided.id) AS steps_done
"""
_JOINS = """
JOIN customer ON customer.id = ticket.customer_id
LEFT JOIN ticket_cluster AS place ON place.ticket_id = ticket.id
LEFT JOIN crisis AS decided ON decided.id = coalesce(
    (SELECT id FROM crisis WHERE ticket_id = ticket.id),
    (
        SELECT crisis.id FROM crisis INDEXED BY crisis_crowd
        JOIN ticket_cluster AS lead ON lead.ticket_id = crisis.ticket_id
        WHERE crisis.whole_crowd = 1 AND lead.cluster_id = place.cluster_id
        ORDER BY crisis.id DESC LIMIT 1
    )
)
"""
_ACTIVE = f"""
{_COLUMNS} FROM ticket INDEXED BY ticket_crisis {_JOINS}
WHERE ticket.crisis_since IS NOT NULL AND (ticket.state <> 'closed' OR decided.state IN ('raised', 'confirmed'))
ORDER BY ticket.crisis_risk DESC, ticket.crisis_since, ticket.id LIMIT {ACTIVE_READ}
"""
_ONE = f"{_COLUMNS} FROM ticket {_JOINS} WHERE ticket.id = ?"
_ENDED = f"""
{_COLUMNS} FROM crisis AS ended JOIN ticket ON ticket.id = ended.ticket_id {_JOINS}
WHERE ended.state IN ('dismissed', 'closed') AND ticket.crisis_since IS NULL
ORDER BY coalesce(ended.closed_at, ended.decided_at) DESC, ended.id DESC LIMIT {ENDED_READ}
"""
_STEPS = "SELECT id, key, done_at, note FROM crisis_step WHERE crisis_id = ? ORDER BY id"
_REVIEW = "SELECT * FROM crisis_review WHERE crisis_id = ?"
_FIRST_PUBLIC_ANSWER = """
SELECT min(posted_at) FROM message
WHERE ticket_id = ? AND direction = 'out' AND audience = 'public' AND is_ack = 0 AND posted_at >= ?
"""
_CROWD = """
SELECT member.ticket_id FROM ticket_cluster AS lead
JOIN cluster ON cluster.id = lead.cluster_id
JOIN cluster_member AS member ON member.issue = cluster.issue AND member.product = cluster.product
AND member.opened_at BETWEEN cluster.first_at AND cluster.last_at
WHERE lead.ticket_id = ? ORDER BY member.opened_at, member.ticket_id LIMIT ?
"""
_FIRST_ANSWER = """
(
    SELECT min(posted_at) FROM message
    WHERE message.ticket_id = ticket.id AND direction = 'out' AND is_ack = 0 AND posted_at >= ticket.opened_at
)
"""
_MISSED = f"""
SELECT * FROM (
    SELECT ticket.id, ticket.snippet, ticket.opened_at, customer.nickname, {_FIRST_ANSWER} AS answered_at
    FROM ticket JOIN customer ON customer.id = ticket.customer_id
    WHERE (ticket.customer_id = (SELECT customer_id FROM ticket WHERE id = :ticket)
        OR ticket.id IN (SELECT value FROM json_each(:crowd)))
    AND ticket.opened_at <= (SELECT opened_at FROM ticket WHERE id = :ticket)
    AND ticket.opened_at >= :since
    ORDER BY ticket.opened_at, ticket.id LIMIT {MISSED_READ}
)
WHERE coalesce(answered_at, :now) - opened_at >= :target
"""


def active(connection: sqlite3.Connection) -> tuple[CrisisRow, ...]:
    """Raised and confirmed cases, the gravest first; members of one crowd stand in one row.

    A crowd is one row when its size is a reason of the alarm or when its case was decided as a whole.
    """
    found: dict[tuple[str, int], CrisisRow] = {}
    for row in connection.execute(_ACTIVE):
        key = _key(row)
        held = found.get(key)
        found[key] = _row(row) if held is None else replace(held, crowd=held.crowd + 1)
    return tuple(found.values())


def ended(connection: sqlite3.Connection) -> tuple[CrisisRow, ...]:
    """Cases that were turned down or are over, the latest first."""
    return tuple(_row(row) for row in connection.execute(_ENDED))


def of_ticket(connection: sqlite3.Connection, ticket: TicketId) -> CrisisRow | None:
    """The ticket's case, or its alarm that nobody has decided on, or None where there was never any."""
    row = connection.execute(_ONE, (ticket,)).fetchone()
    if row is None or (row["crisis_since"] is None and row["case_id"] is None):
        return None
    return _row(row)


def steps(connection: sqlite3.Connection, case: CrisisId) -> Mapping[str, tuple[int, DoneStep]]:
    """The ticked steps by key, each with the row it is stored in."""
    rows = connection.execute(_STEPS, (case,))
    return {row["key"]: (row["id"], DoneStep(from_ms(row["done_at"]), row["note"])) for row in rows}


def review(connection: sqlite3.Connection, case: CrisisId) -> tuple[int, Review] | None:
    """The post-mortem with the row it is stored in."""
    row = connection.execute(_REVIEW, (case,)).fetchone()
    if row is None:
        return None
    missed = row["missed_ticket_id"]
    due = date.fromisoformat(row["due_on"]) if row["due_on"] else None
    found = Review(
        missed_ticket=None if missed is None else TicketId(missed),
        cause=row["cause"],
        done=row["done"],
        change=row["change"],
        owner=row["owner"],
        due_on=due,
        written_at=from_ms(row["written_at"]),
    )
    return row["id"], found


def first_public_answer(connection: sqlite3.Connection, ticket: TicketId, since: datetime) -> datetime | None:
    """When we first answered in public after the alarm (信息已收到 is no answer)."""
    (found,) = connection.execute(_FIRST_PUBLIC_ANSWER, (ticket, to_ms(since))).fetchone()
    return optional_from_ms(found)


def crowd_of(connection: sqlite3.Connection, ticket: TicketId, *, limit: int = 1000) -> tuple[TicketId, ...]:
    """The tickets of the crowd that the ticket belongs to, itself among them, the earliest first."""
    return tuple(TicketId(row[0]) for row in connection.execute(_CROWD, (ticket, limit)))


def missed(
    connection: sqlite3.Connection,
    ticket: TicketId,
    crowd: Iterable[TicketId],
    *,
    since: datetime,
    target: timedelta,
    now: datetime,
) -> Sequence[MissedTicket]:
    """Tickets of the customer and of the crowd that were answered late or never, the earliest first (mission B12)."""
    values = {
        "ticket": ticket,
        "crowd": f"[{','.join(str(int(member)) for member in crowd)}]",
        "since": to_ms(since),
        "target": target // timedelta(milliseconds=1),
        "now": to_ms(now),
    }
    return [_missed(row) for row in connection.execute(_MISSED, values)]


def _key(row: sqlite3.Row) -> tuple[str, int]:
    if row["case_id"] is not None and row["whole_crowd"] and row["case_state"] in ("raised", "confirmed"):
        return "ticket", row["lead_id"]
    own = row["case_id"] is not None and row["lead_id"] == row["ticket_id"]
    if not own and row["cluster_id"] is not None and SignalCode.CROWD in row["crisis_signals"].split(","):
        return "crowd", row["cluster_id"]
    return "ticket", row["ticket_id"]


def _row(row: sqlite3.Row) -> CrisisRow:
    state = CaseState(row["case_state"] or CaseState.RAISED)
    if row["crisis_since"] is not None and state in (CaseState.DISMISSED, CaseState.CLOSED):
        state = CaseState.RAISED  # the alarm was given anew, for another reason
    raised_at = row["crisis_since"] if row["crisis_since"] is not None else row["raised_at"]
    return CrisisRow(
        ticket=TicketId(row["ticket_id"]),
        case=None if row["case_id"] is None else CrisisId(row["case_id"]),
        nickname=row["nickname"],
        verified=row["verified"],
        followers=row["followers"],
        text=row["snippet"],
        link=row["link"],
        ticket_state=State(row["ticket_state"]),
        state=state,
        raised_at=from_ms(raised_at),
        decided_at=optional_from_ms(row["decided_at"]),
        closed_at=optional_from_ms(row["closed_at"]),
        reason=row["reason"] or "",
        risk=row["crisis_risk"] or row["case_risk"] or 0,
        steps_done=row["steps_done"],
        whole_crowd=bool(row["whole_crowd"]),
        by_size_alone=row["crisis_signals"] == SignalCode.CROWD,
    )


def _missed(row: sqlite3.Row) -> MissedTicket:
    opened = from_ms(row["opened_at"])
    answered = optional_from_ms(row["answered_at"])
    return MissedTicket(
        ticket=TicketId(row["id"]),
        nickname=row["nickname"],
        text=row["snippet"],
        opened_at=opened,
        answered_after=None if answered is None else answered - opened,
    )
