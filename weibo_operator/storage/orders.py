"""The shop's own orders: read by number, by its end, by waybill, phone or nickname; an import writes them anew."""

import sqlite3
from datetime import datetime

from weibo_operator.domain.order import TAIL, Order, key_of
from weibo_operator.storage.journal import Value
from weibo_operator.storage.times import from_ms, to_ms

_COLUMNS = "number, nickname, phone_tail, product, state, waybill, ordered_at"
_NEWEST = "ORDER BY ordered_at DESC, id DESC LIMIT :limit"
_BY_NUMBER = f"SELECT {_COLUMNS}, number_key FROM shop_order WHERE tail = :tail ORDER BY ordered_at DESC, id DESC"
_BY_WAYBILL = f"SELECT {_COLUMNS} FROM shop_order WHERE waybill_key = :key AND waybill_key <> '' {_NEWEST}"
_BY_PHONE = f"SELECT {_COLUMNS} FROM shop_order WHERE phone_tail = :tail AND phone_tail <> '' {_NEWEST}"
_BY_NICKNAME = f"SELECT {_COLUMNS} FROM shop_order WHERE nickname = :name AND nickname <> '' {_NEWEST}"
_EXACT = f"SELECT {_COLUMNS} FROM shop_order WHERE number_key = ?"
_STATE = "SELECT COUNT(*), MAX(imported_at) FROM shop_order"


def by_number(connection: sqlite3.Connection, digits: str, *, limit: int) -> tuple[Order, ...]:
    """The orders whose number is ``digits`` or ends in them (four at least), the newest first."""
    key = key_of(digits)
    if len(key) < TAIL:
        return ()
    rows = [row for row in connection.execute(_BY_NUMBER, {"tail": key[-TAIL:]}) if row["number_key"].endswith(key)]
    exact = [row for row in rows if row["number_key"] == key]
    return tuple(_order(row) for row in (exact or rows)[:limit])


def by_waybill(connection: sqlite3.Connection, number: str, *, limit: int) -> tuple[Order, ...]:
    """The orders sent under this waybill."""
    return tuple(_order(row) for row in connection.execute(_BY_WAYBILL, {"key": key_of(number), "limit": limit}))


def by_phone(connection: sqlite3.Connection, digits: str, *, limit: int) -> tuple[Order, ...]:
    """The orders of a phone whose number ends in ``digits``."""
    return tuple(_order(row) for row in connection.execute(_BY_PHONE, {"tail": digits[-TAIL:], "limit": limit}))


def by_nickname(connection: sqlite3.Connection, name: str, *, limit: int) -> tuple[Order, ...]:
    """The orders of an account by its nickname."""
    return tuple(_order(row) for row in connection.execute(_BY_NICKNAME, {"name": name, "limit": limit}))


def exact(connection: sqlite3.Connection, number: str) -> Order | None:
    """The order with just this number."""
    row = connection.execute(_EXACT, (key_of(number),)).fetchone()
    return None if row is None else _order(row)


def count(connection: sqlite3.Connection) -> tuple[int, datetime | None]:
    """How many orders there are, and when the last of them were read in."""
    number, at = connection.execute(_STATE).fetchone()
    return int(number), None if at is None else from_ms(at)


def any_there(connection: sqlite3.Connection) -> bool:
    """Whether there is any order to look in; not counted, as each key asks."""
    return bool(connection.execute("SELECT EXISTS (SELECT 1 FROM shop_order)").fetchone()[0])


def row_of(order: Order, at: datetime) -> dict[str, Value]:
    """An order's columns, read in at a moment."""
    key = key_of(order.number)
    return {
        "number_key": key,
        "tail": key[-TAIL:],
        "number": order.number,
        "nickname": order.nickname,
        "phone_tail": order.phone_tail,
        "product": order.product,
        "state": order.state,
        "waybill": order.waybill,
        "waybill_key": key_of(order.waybill),
        "ordered_at": order.ordered_at,
        "imported_at": to_ms(at),
    }


def _order(row: sqlite3.Row) -> Order:
    return Order(
        number=row["number"],
        nickname=row["nickname"],
        phone_tail=row["phone_tail"],
        product=row["product"],
        state=row["state"],
        waybill=row["waybill"],
        ordered_at=row["ordered_at"],
    )
