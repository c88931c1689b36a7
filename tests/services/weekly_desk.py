"""A written desk for the weekly summary's tests: rows put in by SQL, solving and reopening by the journal."""

from datetime import datetime, timedelta
from pathlib import Path

from weibo_operator.domain.clock import CHINA
from weibo_operator.domain.operations import OperationKind
from weibo_operator.domain.week import Week
from weibo_operator.services.weekly import Weekly
from weibo_operator.services.weekly_export import WeekFormat, write_week
from weibo_operator.storage.connection import MEMORY, open_database
from weibo_operator.storage.journal import Journal
from weibo_operator.storage.times import optional_ms, to_ms

RESOURCES = Path(__file__).parents[2] / "resources"
WEEK = Week(2026, 47)


def beijing(day, clock="00:00:00", month=11, year=2026):
    """A moment on Beijing's clock in November 2026."""
    hour, minute, second = (int(part) for part in clock.split(":"))
    return datetime(year, month, day, hour, minute, second, tzinfo=CHINA)


AFTER = beijing(24, "10:00:00")
"""The Tuesday after the week."""


class FixedClock:
    def __init__(self, moment):
        self.moment = moment

    def now(self):
        return self.moment


class WeeklyDesk:
    """Makes rows; every method returns the new row's id."""

    def __init__(self, now, path=MEMORY, topic_words=None):
        self.clock = FixedClock(now)
        self.connection = open_database(path, now=now)
        self.journal = Journal(self.connection)
        self.weekly = Weekly(self.connection, self.clock, RESOURCES, version=lambda: "1.2.3", topic_words=topic_words)

    def close(self):
        self.connection.close()

    def export(self, week, path, kind=WeekFormat.XLSX, **options):
        """The path of the file just written."""
        assert write_week(self.weekly, week, path, kind, **options)
        return path

    def customer(self, nickname, uid):
        return self._insert("customer", platform="weibo", uid=uid, nickname=nickname, first_seen_at=0)

    def ticket(self, customer, at, kind="咨询", nature="其他", department="服务部", **other):
        values = {
            "state": "in_progress",
            "level": 3,
            "kind": kind,
            "nature": nature,
            "aspect": "关于服务",
            "department": department,
            "topic": nature,
            "sentiment": 0,
            "advice": "public",
            "source": "评论",
            "audience": "public",
            "thread": "t",
            "waits_for": "nobody",
            "rank_at": to_ms(at),
            "opened_at": to_ms(at),
            "last_activity_at": to_ms(at),
        }
        return self._insert("ticket", customer_id=customer, **{**values, **other})

    def turn(self, ticket, at, closed_at=None, closed_by=None, reason=""):
        """A turn with its one inbound message."""
        customer = self._customer_of(ticket)
        (number,) = self.connection.execute("SELECT count(*) FROM turn WHERE ticket_id = ?", (ticket,)).fetchone()
        turn = self._insert(
            "turn",
            ticket_id=ticket,
            customer_id=customer,
            number=number + 1,
            opened_at=to_ms(at),
            closed_at=optional_ms(closed_at),
            closed_by=closed_by,
            reason=reason,
        )
        self.connection.execute("UPDATE ticket SET turn_count = ? WHERE id = ?", (number + 1, ticket))
        self.message(ticket, at, "in", turn=turn)
        return turn

    def message(self, ticket, at, direction, audience="public", is_ack=0, turn=None, sentiment=0):
        customer = self._customer_of(ticket)
        return self._insert(
            "message",
            ticket_id=ticket,
            customer_id=customer,
            turn_id=turn,
            direction=direction,
            platform="weibo",
            source="评论",
            audience=audience,
            text="字",
            posted_at=to_ms(at),
            is_ack=is_ack,
            sentiment=sentiment,
        )

    def handoff(self, ticket, department, sent, hours=24, answered=None, state=None):
        return self._insert(
            "handoff",
            ticket_id=ticket,
            description="",
            kind="投诉",
            aspect="关于服务",
            level=2,
            department=department,
            package="",
            state=state or ("answered" if answered else "waiting"),
            sent_at=to_ms(sent),
            due_at=to_ms(sent + timedelta(hours=hours)),
            answered_at=optional_ms(answered),
        )

    def visit(self, ticket, due, outcome="", state=None):
        return self._insert(
            "follow_up",
            ticket_id=ticket,
            due_at=to_ms(due),
            made_by="operator",
            state=state or ("done" if outcome else "due"),
            outcome=outcome,
            done_at=to_ms(due) if outcome else None,
            created_at=to_ms(due),
        )

    def solve(self, ticket, at):
        with self.journal.operation(OperationKind.FINISH, at, ticket=ticket) as recorder:
            recorder.update("ticket", ticket, {"state": "closed", "closed_at": to_ms(at)})

    def reopen(self, ticket, at):
        with self.journal.operation(OperationKind.REOPEN, at, ticket=ticket) as recorder:
            values = {"state": "in_progress", "closed_at": None, "last_activity_at": to_ms(at)}
            recorder.update("ticket", ticket, values)

    def _customer_of(self, ticket):
        return self.connection.execute("SELECT customer_id FROM ticket WHERE id = ?", (ticket,)).fetchone()[0]

    def _insert(self, table, **values):
        marks = ", ".join("?" for _ in values)
        columns = ", ".join(values)
        statement = f"INSERT INTO {table} ({columns}) VALUES ({marks})"  # noqa: S608  (own words only)
        return self.connection.execute(statement, tuple(values.values())).lastrowid


def small_week(desk):
    """Week 46 with one answered question; week 47 with a complaint, a praise and a question."""
    li, ming = desk.customer("小李同学", "1001"), desk.customer("@阿明", "1002")
    sly = desk.customer("=cmd|' /C calc'!A0", "1003")
    question = desk.ticket(li, beijing(11, "10:00:00"))
    desk.turn(question, beijing(11, "10:00:00"), beijing(11, "10:30:00"), "reply")
    desk.message(question, beijing(11, "10:30:00"), "out")
    desk.solve(question, beijing(12, "10:00:00"))
    complaint = desk.ticket(ming, beijing(16), "投诉", "物流配送", "物流部", snippet="@小李 快递丢了 13800001234")
    desk.turn(complaint, beijing(16), beijing(16, "01:00:00"), "reply")
    desk.message(complaint, beijing(16, "00:05:00"), "out", is_ack=1)
    desk.message(complaint, beijing(16, "01:00:00"), "out", audience="private")
    desk.turn(complaint, beijing(17, "09:00:00"), beijing(17, "09:10:00"), "no_reply", "闲聊")
    desk.solve(complaint, beijing(18, "12:00:00"))
    desk.reopen(complaint, beijing(20, "12:00:00"))
    praise = desk.ticket(li, beijing(22, "23:59:59"), "表扬", "服务态度")
    desk.turn(praise, beijing(22, "23:59:59"), beijing(23, "00:10:00"), "reply")
    desk.message(praise, beijing(23, "00:10:00"), "out")
    late = desk.ticket(sly, beijing(23))
    desk.turn(late, beijing(23))
    hard = desk.ticket(sly, beijing(19, "15:00:00"), "咨询", "产品质量", "质检部", link="https://weibo.com/1/x")
    desk.turn(hard, beijing(19, "15:00:00"))
    desk.handoff(hard, "质检部", beijing(19, "16:00:00"), answered=beijing(20, "10:00:00"))
    desk.handoff(hard, "物流部", beijing(20, "11:00:00"))
    desk.handoff(complaint, "物流部", beijing(17, "11:00:00"), state="withdrawn")
    desk.visit(complaint, beijing(21), "满意")
    desk.visit(question, beijing(20))
    desk.visit(praise, beijing(20), state="cancelled")
    return {"question": question, "complaint": complaint, "praise": praise, "late": late, "hard": hard}


def figures(desk, *keys, week=WEEK):
    """Value and n of figures, each of which must open exactly its n rows."""
    summary = desk.weekly.summary(week)
    found = {}
    for key in keys:
        figure = summary.figure(key)
        rows = desk.weekly.rows(week, key)
        assert len({(row.kind, row.id) for row in rows}) == len(rows) == figure.n, key
        found[key] = (figure.value, figure.n)
    return found


def complaint(desk, customer, at, **other):
    """A ticket of a complaint about delivery."""
    return desk.ticket(customer, at, "投诉", "物流配送", "物流部", **other)
