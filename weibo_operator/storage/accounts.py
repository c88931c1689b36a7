"""Reading our own accounts: what is switched off, what rests, how far each list has been read, calls of the day."""

import sqlite3
from collections.abc import Mapping
from datetime import date, datetime

from msgspec import Struct

from weibo_operator.domain.account import Account, AccountRole, AccountState, AccountWeek, FeatureOff, Pause, PauseScope
from weibo_operator.domain.feed_reading import FeedPlace
from weibo_operator.domain.ids import AccountId, TicketId
from weibo_operator.domain.labels import Kind, Nature, Platform
from weibo_operator.domain.open_platform import AppKey, Feature
from weibo_operator.storage.journal import Row
from weibo_operator.storage.times import from_ms, optional_from_ms, to_ms

_ALL = "SELECT * FROM account ORDER BY id"
_BY_ID = "SELECT * FROM account WHERE id = ?"
_BY_UID = "SELECT * FROM account WHERE platform = ? AND uid = ?"
_FEATURES = "SELECT * FROM account_feature WHERE account_id = ? ORDER BY off_since, feature"
_PAUSES = "SELECT * FROM account_pause WHERE account_id = ? AND since <= ? ORDER BY scope"
_CALLS = "SELECT calls FROM call_day WHERE account_id = ? AND day = ?"
_WRITES = "SELECT COUNT(*) FROM intent WHERE account_id = ? AND started_at > ? AND started_at <= ?"
_NTH_LATEST_WRITE = """
SELECT started_at FROM intent WHERE account_id = ? AND started_at <= ?
ORDER BY started_at DESC LIMIT 1 OFFSET ?
"""
_CURSORS = "SELECT * FROM feed_cursor WHERE account_id = ?"
_CAME_TO = "SELECT account_id, kind, nature FROM ticket WHERE id = ?"
_WEEK = """
SELECT account.id,
    (SELECT COUNT(*) FROM ticket WHERE ticket.account_id = account.id
        AND ticket.opened_at >= :start AND ticket.opened_at < :end) AS tickets,
    (SELECT COUNT(*) FROM intent WHERE intent.account_id = account.id AND intent.state = 'sent'
        AND intent.started_at >= :start AND intent.started_at < :end) AS replies
FROM account ORDER BY account.id
"""


class FeedCursor(Struct, frozen=True):
    """How far one list has been read, how many waited there at that time, and when."""

    place: FeedPlace
    unread: int
    synced_at: datetime


class CameTo(Struct, frozen=True):
    """What decides which account should answer a ticket."""

    account: AccountId | None
    kind: Kind
    nature: Nature


def everyone(connection: sqlite3.Connection) -> tuple[Account, ...]:
    """Our accounts in the order they were added."""
    return tuple(_account(row) for row in connection.execute(_ALL))


def by_id(connection: sqlite3.Connection, account: AccountId) -> Account | None:
    """One account or None."""
    row = connection.execute(_BY_ID, (account,)).fetchone()
    return None if row is None else _account(row)


def by_uid(connection: sqlite3.Connection, platform: Platform, uid: str) -> Account | None:
    """The account with this id of the platform, or None."""
    row = connection.execute(_BY_UID, (platform.value, uid)).fetchone()
    return None if row is None else _account(row)


def features_off(connection: sqlite3.Connection, account: AccountId) -> tuple[FeatureOff, ...]:
    """What the platform refused, the earliest first; features of a later version are left out."""
    known = set(Feature)
    return tuple(
        FeatureOff(Feature(row["feature"]), from_ms(row["off_since"]), row["code"], row["detail"])
        for row in connection.execute(_FEATURES, (account,))
        if row["feature"] in known
    )


def pauses(connection: sqlite3.Connection, account: AccountId, now: datetime) -> tuple[Pause, ...]:
    """Every rest that was asked for, whether it is over or not; none that begins later, by a clock set back since."""
    return tuple(
        Pause(PauseScope(row["scope"]), from_ms(row["until"]), row["code"])
        for row in connection.execute(_PAUSES, (account, to_ms(now)))
    )


def calls_on(connection: sqlite3.Connection, account: AccountId, day: date) -> int:
    """How many calls left on a day in Beijing."""
    row = connection.execute(_CALLS, (account, day.isoformat())).fetchone()
    return 0 if row is None else int(row["calls"])


def writes_between(connection: sqlite3.Connection, account: AccountId, moment: datetime, now: datetime) -> int:
    """How many replies this account began to send after ``moment`` and until ``now``."""
    (count,) = connection.execute(_WRITES, (account, to_ms(moment), to_ms(now))).fetchone()
    return int(count)


def nth_latest_write(connection: sqlite3.Connection, account: AccountId, number: int, now: datetime) -> datetime | None:
    """When the account's reply that is the ``number``-th latest (from 1) until ``now`` began to be sent."""
    row = connection.execute(_NTH_LATEST_WRITE, (account, to_ms(now), number - 1)).fetchone()
    return None if row is None else from_ms(row["started_at"])


def cursors(connection: sqlite3.Connection, account: AccountId) -> Mapping[Feature, FeedCursor]:
    """How far each list has been read; none for a list that never was."""
    known = set(Feature)
    return {
        Feature(row["feed"]): FeedCursor(
            FeedPlace(row["since_id"], row["top_id"], row["resume_id"]), row["unread"], from_ms(row["synced_at"])
        )
        for row in connection.execute(_CURSORS, (account,))
        if row["feed"] in known
    }


def came_to(connection: sqlite3.Connection, ticket: TicketId) -> CameTo | None:
    """The account a ticket came to and what it is about; None when there is no such ticket."""
    row = connection.execute(_CAME_TO, (ticket,)).fetchone()
    if row is None:
        return None
    account = None if row["account_id"] is None else AccountId(row["account_id"])
    return CameTo(account, Kind(row["kind"]), Nature(row["nature"]))


def week(connection: sqlite3.Connection, start: datetime, end: datetime) -> tuple[AccountWeek, ...]:
    """For each account the tickets that came to it and the replies it sent (mission G5)."""
    rows = connection.execute(_WEEK, {"start": to_ms(start), "end": to_ms(end)})
    return tuple(AccountWeek(AccountId(row["id"]), row["tickets"], row["replies"]) for row in rows)


def cursor_row(account: AccountId, feed: Feature, cursor: FeedCursor) -> Row:
    """The row that keeps how far a list has been read."""
    return {
        "account_id": account,
        "feed": feed.value,
        "since_id": cursor.place.since_id,
        "top_id": cursor.place.top_id,
        "resume_id": cursor.place.resume_id,
        "unread": cursor.unread,
        "synced_at": to_ms(cursor.synced_at),
    }


def _account(row: sqlite3.Row) -> Account:
    return Account(
        id=AccountId(row["id"]),
        uid=row["uid"],
        nickname=row["nickname"],
        role=AccountRole(row["role"]),
        app=AppKey(row["app_key"], row["redirect_uri"], row["server"]),
        public_ip=row["public_ip"],
        state=AccountState(row["state"]),
        state_since=from_ms(row["state_since"]),
        authorised_at=optional_from_ms(row["authorised_at"]),
        expires_at=optional_from_ms(row["expires_at"]),
        is_default=bool(row["is_default"]),
    )
