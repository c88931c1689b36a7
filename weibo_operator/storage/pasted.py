"""Is a message without an id of its own stored already? Asked by author, words and time."""

import sqlite3
from datetime import datetime, timedelta

from weibo_operator.domain.labels import Platform
from weibo_operator.storage.times import to_ms

_SAME = """
SELECT 1 FROM message INDEXED BY message_posted JOIN customer ON customer.id = message.customer_id
WHERE message.posted_at BETWEEN :at - :wide AND :at + :wide
    AND message.direction = 'in' AND message.platform = :platform AND message.text = :text
    AND (customer.uid = :uid OR customer.nickname = :nickname)
    AND (
        abs(message.posted_at - :at) <= :slack
        OR (message.time_is_approximate AND message.posted_at % 60000 <> 0 AND abs(message.posted_at - :at) <= :hour)
    )
LIMIT 1
"""
_HOUR_MS = 3_600_000


def is_stored(
    connection: sqlite3.Connection,
    platform: Platform,
    *,
    uid: str,
    nickname: str,
    text: str,
    at: datetime,
    slack: timedelta,
) -> bool:
    """True when this author said these very words within ``slack`` of ``at``.

    ``text`` as it is stored (the own part). A stored time with odd seconds was counted from "3小时前": it may be an
    hour away from what the page says elsewhere.
    """
    slack_ms = round(slack.total_seconds() * 1000)
    values = {
        "platform": platform.value,
        "uid": uid,
        "nickname": nickname,
        "text": text,
        "at": to_ms(at),
        "slack": slack_ms,
        "wide": max(slack_ms, _HOUR_MS),
        "hour": _HOUR_MS,
    }
    return connection.execute(_SAME, values).fetchone() is not None
