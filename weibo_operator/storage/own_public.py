"""What we said in public last, by when each was pressed: sent, copied or still on its way; acknowledgements aside."""

import sqlite3

from weibo_operator.storage.outgoing import OPEN_INTENTS

_SENT = 3
"""So many of those sent: a copied one may be confirmed after later ones."""
_LATEST = f"""
SELECT text, created_at AS pressed FROM intent WHERE state IN {OPEN_INTENTS} AND audience = 'public' AND is_ack = 0
UNION ALL
SELECT sent.text, coalesce(intent.created_at, sent.posted_at)
FROM (
    SELECT text, intent_id, posted_at FROM message INDEXED BY message_public_reply
    WHERE direction = 'out' AND audience = 'public' AND is_ack = 0 ORDER BY posted_at DESC, id DESC LIMIT {_SENT}
) AS sent LEFT JOIN intent ON intent.id = sent.intent_id
ORDER BY pressed DESC
"""


def latest(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Our public words, the newest first: everything open, and the last that were sent."""
    return tuple(row["text"] for row in connection.execute(_LATEST))
