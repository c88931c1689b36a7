"""The rows behind the weekly figures of solving, feeling, crises, promises, rotation and leads, read by span."""

import json
import sqlite3
from collections.abc import Collection

from weibo_operator.domain.settings import VIP_FOLLOWERS
from weibo_operator.domain.weekly_facts import (
    AnsweredFact,
    CaughtFact,
    ComplainerFact,
    CrisisFact,
    HandlingFact,
    ImportantFact,
    KeptPraiseFact,
    LeadFact,
    MoodFact,
    MoreFacts,
    OfflineFact,
    OpenFact,
    PeakFact,
    PeerFact,
    PromiseFact,
    RemedyFact,
    ReplyFact,
    SkipFact,
    SlipFact,
    SolvedFact,
    Span,
)
from weibo_operator.storage import knowledge, settings

_DAY = 24 * 60 * 60 * 1000
_NOBODY = 2**62
"""More followers than anybody has: a threshold of 0 switches the rule by followers off."""
_SOLVED_IN = "event = 'solved' AND at >= :start AND at < :end"
_LAST_ANSWER = """(
    SELECT max(posted_at) FROM message
    WHERE ticket_id = ticket.id AND direction = 'out' AND is_ack = 0 AND posted_at < :end
)"""
# The verdict is of the week: words and visits after its end come with a reopening, and belong to the next solve.
# Few tickets were ever reopened: only those are looked through for a reopening within the week.
_SOLVED = f"""
WITH moved AS MATERIALIZED (
    SELECT ticket_id, min(at) FILTER (WHERE event = 'solved') AS first, max(at) FILTER (WHERE event = 'solved') AS last,
        max(event = 'reopened') AS back
    FROM ticket_event WHERE ticket_id IN (SELECT ticket_id FROM ticket_event WHERE {_SOLVED_IN}) GROUP BY ticket_id
)
SELECT ticket.id, customer_id, kind, opened_at, first, last,
    (SELECT count(*) FROM turn WHERE ticket_id = ticket.id AND closed_by = 'reply'),
    back AND EXISTS (
        SELECT 1 FROM ticket_event AS done JOIN ticket_event AS again ON again.ticket_id = done.ticket_id
        WHERE done.ticket_id = ticket.id AND done.event = 'solved' AND done.at >= :start AND done.at < :end
        AND again.event = 'reopened' AND (again.at, again.id) > (done.at, done.id) AND again.at <= done.at + :week
    ),
    (
        SELECT outcome FROM follow_up WHERE ticket_id = ticket.id AND state = 'done' AND done_at < :end
        ORDER BY done_at DESC, follow_up.id DESC LIMIT 1
    ),
    (
        SELECT sentiment FROM message
        WHERE ticket_id = ticket.id AND direction = 'in' AND posted_at > {_LAST_ANSWER} AND posted_at < :end
        ORDER BY posted_at DESC, id DESC LIMIT 1
    )
FROM moved CROSS JOIN ticket ON ticket.id = moved.ticket_id ORDER BY moved.ticket_id
"""
_FIRST_TONE = """
(SELECT sentiment FROM message WHERE ticket_id = {0}.id AND direction = 'in' ORDER BY posted_at, id LIMIT 1)
"""
_COMPLAINERS = f"""
SELECT customer_id, min(id), max(again) FROM (
    SELECT ticket.customer_id, ticket.id, EXISTS (
        SELECT 1 FROM ticket_event AS done JOIN ticket AS later ON later.customer_id = ticket.customer_id
        WHERE done.ticket_id = ticket.id AND done.event = 'solved' AND done.at >= :start AND done.at < :end
        AND later.id <> ticket.id AND later.opened_at > done.at AND later.opened_at <= done.at + :month
        AND {_FIRST_TONE.format("later")} = -1
    ) AS again
    FROM (SELECT DISTINCT ticket_id FROM ticket_event WHERE {_SOLVED_IN}) AS done
    JOIN ticket ON ticket.id = done.ticket_id AND ticket.kind = '投诉'
) GROUP BY customer_id ORDER BY customer_id
"""
# Open now and not moved since, or moved since and open before: no look at the many that were closed long ago. Joined
# with ticket, the moved ones would have the planner look through all tickets for a filter.
_STILL = """
SELECT id, opened_at FROM ticket INDEXED BY ticket_{0} WHERE state = '{0}' AND opened_at < :end AND id NOT IN moved
"""
# What a visit found and a reopening by hand have us owe an answer without words of the customer's; the journal's images
# tell whether that still stood at the time. Few tickets were ever taken up again: only theirs are read.
_TAKEN_UP = """
CASE WHEN EXISTS (
    SELECT 1 FROM ticket_event WHERE ticket_id = still.id AND event = 'reopened' AND at < :end
) OR EXISTS (
    SELECT 1 FROM follow_up
    WHERE ticket_id = still.id AND state = 'done' AND outcome IN ('新问题', '不满') AND done_at < :end
) THEN (
    SELECT iif(waits_for = 'us' AND kind IN ('reopen', 'follow_up_done'), 'us', NULL) FROM (
        SELECT json_extract(change.after, '$.waits_for') AS waits_for, operation.kind
        FROM change JOIN operation ON operation.id = change.operation_id
        WHERE change.ticket_id = still.id AND table_name = 'ticket' AND operation.at < :end AND undone_at IS NULL
        AND json_extract(change.after, '$.waits_for') IS NOT NULL
        ORDER BY change.operation_id DESC, change.id DESC LIMIT 1
    )
) END
"""
_IS_OVER = "coalesce(ended_at < :end, state = 'withdrawn')"
"""Of a handoff; the end of those withdrawn long ago was not written down."""
_OPEN = f"""
WITH moved AS MATERIALIZED (
    SELECT DISTINCT ticket_id AS id FROM ticket_event INDEXED BY ticket_event_at WHERE at >= :end
),
still AS MATERIALIZED (
    {_STILL.format("new")} UNION ALL {_STILL.format("in_progress")} UNION ALL {_STILL.format("follow_up")}
    UNION ALL
    SELECT id, opened_at FROM (
        SELECT id, (SELECT opened_at FROM ticket WHERE id = moved.id) AS opened_at FROM moved
    ) AS back
    WHERE opened_at < :end AND coalesce((
        SELECT event FROM ticket_event WHERE ticket_id = back.id AND at < :end
        ORDER BY at DESC, ticket_event.id DESC LIMIT 1
    ), 'reopened') <> 'solved'
)
SELECT id, opened_at, CASE
    WHEN EXISTS (
        SELECT 1 FROM turn WHERE ticket_id = still.id AND turn.opened_at < :end
        AND (closed_at IS NULL OR closed_at >= :end)
    ) THEN 'us'
    ELSE coalesce({_TAKEN_UP}, (
        SELECT 'us' FROM handoff AS given
        WHERE ticket_id = still.id AND answered_at < :end AND NOT {_IS_OVER}
        AND NOT EXISTS (
            SELECT 1 FROM handoff AS further
            WHERE further.ticket_id = still.id AND further.sent_at >= given.answered_at AND further.sent_at < :end
        )
        AND NOT EXISTS (
            SELECT 1 FROM message WHERE ticket_id = still.id AND direction = 'out'
            AND posted_at >= answered_at AND posted_at < :end
        )
    ), (
        SELECT 'department' FROM handoff
        WHERE ticket_id = still.id AND sent_at < :end AND coalesce(answered_at >= :end, 1) AND NOT {_IS_OVER}
    ), 'customer')
END FROM still ORDER BY id
"""
_MOODS = f"""
SELECT ticket.id, (
    SELECT sentiment FROM message WHERE ticket_id = ticket.id AND direction = 'in' AND posted_at > (
        SELECT min(posted_at) FROM message
        WHERE ticket_id = ticket.id AND direction = 'out' AND is_ack = 0 AND posted_at >= ticket.opened_at
    ) ORDER BY posted_at DESC, id DESC LIMIT 1
)
FROM ticket WHERE opened_at >= :start AND opened_at < :end AND {_FIRST_TONE.format("ticket")} = -1
ORDER BY opened_at, ticket.id
"""
_IMPORTANT = """
SELECT ticket.id, state <> 'closed' FROM ticket JOIN customer ON customer.id = customer_id
WHERE opened_at >= :start AND opened_at < :end AND kind = '投诉'
AND (vip = 1 OR customer.role IN ('媒体', '名人') OR followers >= :followers) ORDER BY opened_at, ticket.id
"""
_CRISES = """
SELECT ticket_id, raised_at, state IN ('confirmed', 'closed'), (
        SELECT min(posted_at) FROM message
        WHERE message.ticket_id = crisis.ticket_id AND direction = 'out' AND audience = 'public' AND is_ack = 0
        AND posted_at >= crisis.raised_at
    ),
    (
        SELECT count(*) FROM crisis_step
        WHERE crisis_id = crisis.id AND key IN (SELECT value FROM json_each(:steps))
    )
FROM crisis WHERE raised_at >= :start AND raised_at < :end
UNION ALL
SELECT id, crisis_since, 0, NULL, 0 FROM ticket INDEXED BY ticket_crisis
WHERE crisis_since >= :start AND crisis_since < :end
AND NOT EXISTS (SELECT 1 FROM crisis WHERE crisis.ticket_id = ticket.id)
ORDER BY 2, 1
"""
_PEAKS = """
SELECT message_id, ticket_id, max(reposts + comments + likes) FROM count_sample
WHERE at >= :start AND at < :end GROUP BY message_id ORDER BY message_id
"""
_PROMISES = """
SELECT id, ticket_id, state, due_at FROM promise WHERE {0} >= :start AND {0} < :end ORDER BY {0}, id
"""
_REMEDIES = """
SELECT id, ticket_id, cents, cents > limit_cents FROM remedy
WHERE given_at >= :start AND given_at < :end ORDER BY given_at, id
"""
_PRAISES_KEPT = """
SELECT id, ticket_id FROM testimonial WHERE kept_at >= :start AND kept_at < :end ORDER BY kept_at, id
"""
_PEER_ANSWERS = f"""
SELECT ticket_id FROM peer_answer
WHERE ticket_id IN (SELECT ticket_id FROM ticket_event WHERE {_SOLVED_IN}) ORDER BY ticket_id
"""
_OFFLINE = """
SELECT ticket_id, linked_at IS NOT NULL FROM offline_solution
WHERE solved_at >= :start AND solved_at < :end ORDER BY solved_at, id
"""
_SELF_SERVED = """
SELECT DISTINCT ticket_id FROM message INDEXED BY message_own
WHERE direction = 'out' AND is_ack = 0 AND posted_at >= :start AND posted_at < :end
AND EXISTS (SELECT 1 FROM json_each(:known) WHERE instr(message.text, value) > 0) ORDER BY ticket_id
"""
_REPLIES = """
SELECT message.id, ticket_id, message.customer_id, posted_at, message.audience, topic
FROM message INDEXED BY message_own JOIN ticket ON ticket.id = ticket_id
WHERE direction = 'out' AND is_ack = 0 AND posted_at >= :start AND posted_at < :end ORDER BY posted_at, message.id
"""
_SLIPS = """
SELECT id, ticket_id, open_typos FROM (
    SELECT (SELECT id FROM message WHERE intent_id = intent.id) AS id, ticket_id, open_typos
    FROM intent INDEXED BY intent_slip WHERE open_typos > 0 AND decided_at >= :start AND decided_at < :end
) WHERE id IS NOT NULL ORDER BY id
"""
_SKIPS = """
SELECT id, ticket_id FROM operation INDEXED BY operation_skip
WHERE kind = 'skip' AND at >= :start AND at < :end AND undone_at IS NULL AND ticket_id IS NOT NULL ORDER BY at, id
"""
_LEADS = """
SELECT lead.id,
    coalesce(found.ticket_id, (
        SELECT id FROM ticket WHERE customer_id = lead.customer_id ORDER BY opened_at DESC, id DESC LIMIT 1
    )),
    created_at, state, state_at,
    min(
        coalesce((
            SELECT posted_at FROM message WHERE customer_id = lead.customer_id AND direction = 'out'
            ORDER BY posted_at LIMIT 1
        ), :never),
        coalesce((SELECT min(at) FROM lead_entry WHERE lead_id = lead.id AND touch = 1), :never)
    )
FROM lead LEFT JOIN message AS found ON found.id = lead.message_id ORDER BY lead.id
"""
_STANDING = "(SELECT id FROM ticket WHERE ticket.id = ticket_id)"
"""The ticket of a note, None where undo has taken it away."""
_CAUGHT = f"SELECT id, {_STANDING}, kind FROM caught WHERE at >= :start AND at < :end ORDER BY at, id"
_HANDLING = f"""
SELECT id, {_STANDING}, ticket_id, began_at, ended_at FROM handling
WHERE began_at >= :start AND began_at < :end ORDER BY began_at, id
"""
_NEVER = 2**62


def more_facts(connection: sqlite3.Connection, span: Span, playbook: Collection[str]) -> MoreFacts:
    """Everything beyond counting and answering of one span; ``playbook`` holds the keys of the crisis checklist."""
    cursor = connection.cursor()
    cursor.row_factory = None
    values: dict[str, int | str] = {
        "start": span.start,
        "end": span.end,
        "week": 7 * _DAY,
        "month": 30 * _DAY,
        "followers": settings.read(connection, VIP_FOLLOWERS) or _NOBODY,
        "steps": json.dumps(sorted(playbook)),
        "never": _NEVER,
    }
    return MoreFacts(
        solved=tuple(map(SolvedFact._make, cursor.execute(_SOLVED, values))),
        complainers=tuple(map(ComplainerFact._make, cursor.execute(_COMPLAINERS, values))),
        open_tickets=tuple(map(OpenFact._make, cursor.execute(_OPEN, values))),
        moods=tuple(map(MoodFact._make, cursor.execute(_MOODS, values))),
        important=tuple(map(ImportantFact._make, cursor.execute(_IMPORTANT, values))),
        crises=tuple(map(CrisisFact._make, cursor.execute(_CRISES, values))),
        peaks=tuple(map(PeakFact._make, cursor.execute(_PEAKS, values))),
        promises_made=tuple(map(PromiseFact._make, cursor.execute(_PROMISES.format("made_at"), values))),
        promises_due=tuple(map(PromiseFact._make, cursor.execute(_PROMISES.format("due_at"), values))),
        remedies=tuple(map(RemedyFact._make, cursor.execute(_REMEDIES, values))),
        praises_kept=tuple(map(KeptPraiseFact._make, cursor.execute(_PRAISES_KEPT, values))),
        peer_answers=tuple(map(PeerFact._make, cursor.execute(_PEER_ANSWERS, values))),
        offline=tuple(map(OfflineFact._make, cursor.execute(_OFFLINE, values))),
        self_served=_self_served(connection, cursor, values),
        replies=tuple(map(ReplyFact._make, cursor.execute(_REPLIES, values))),
        slips=tuple(map(SlipFact._make, cursor.execute(_SLIPS, values))),
        skips=tuple(map(SkipFact._make, cursor.execute(_SKIPS, values))),
        leads=tuple(map(LeadFact._make, cursor.execute(_LEADS, values))),
        caught=tuple(map(CaughtFact._make, cursor.execute(_CAUGHT, values))),
        handling=tuple(map(HandlingFact._make, cursor.execute(_HANDLING, values))),
    )


def _self_served(
    connection: sqlite3.Connection, cursor: sqlite3.Cursor, values: dict[str, int | str]
) -> tuple[AnsweredFact, ...]:
    """Replies are read for it only where there is something to look for."""
    known = knowledge.self_service_parts(connection)
    if not known:
        return ()
    return tuple(map(AnsweredFact._make, cursor.execute(_SELF_SERVED, {**values, "known": json.dumps(known)})))
