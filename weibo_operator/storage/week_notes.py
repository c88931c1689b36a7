"""What was written about weeks: conclusions in the operator's own words, and the improvement plan."""

import sqlite3
from datetime import date

from weibo_operator.domain.errors import NotFoundError
from weibo_operator.domain.ids import PlanItemId
from weibo_operator.domain.week import Week
from weibo_operator.domain.week_plan import PlanItem
from weibo_operator.storage.times import optional_from_ms

_NOTE = "SELECT id, text FROM week_note WHERE week = ?"
_PLAN = "SELECT * FROM plan_item WHERE week = ? ORDER BY id"
_ITEM = "SELECT * FROM plan_item WHERE id = ?"


def note(connection: sqlite3.Connection, week: Week) -> str:
    """The conclusions as the operator wrote them, one sentence a line; empty where they were left as they follow."""
    row = connection.execute(_NOTE, (str(week),)).fetchone()
    return "" if row is None else row["text"]


def note_id(connection: sqlite3.Connection, week: Week) -> int | None:
    """The row of a week's own conclusions, None where there is none."""
    row = connection.execute(_NOTE, (str(week),)).fetchone()
    return None if row is None else int(row["id"])


def plan(connection: sqlite3.Connection, week: Week) -> tuple[PlanItem, ...]:
    """A week's plan in the order of writing."""
    return tuple(_item(row) for row in connection.execute(_PLAN, (str(week),)))


def plan_item(connection: sqlite3.Connection, item: PlanItemId) -> PlanItem:
    """One item; raises ``NotFoundError``."""
    row = connection.execute(_ITEM, (item,)).fetchone()
    if row is None:
        raise NotFoundError(what="plan_item", id=item)
    return _item(row)


def _item(row: sqlite3.Row) -> PlanItem:
    return PlanItem(
        id=PlanItemId(row["id"]),
        week=Week.parse(row["week"]),
        action=row["action"],
        owner=row["owner"],
        due=date.fromisoformat(row["due_on"]) if row["due_on"] else None,
        done_at=optional_from_ms(row["done_at"]),
    )
