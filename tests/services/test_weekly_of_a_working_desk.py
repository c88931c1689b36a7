"""The weekly summary of a desk at work: whatever is done and undone, the backlog balances and every figure opens."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from weibo_operator.bootstrap import build
from weibo_operator.domain.channel import IncomingMessage
from weibo_operator.domain.errors import OperatorError
from weibo_operator.domain.followup import VisitOutcome
from weibo_operator.domain.labels import Aspect, Audience, Kind, Level, Platform, Source, State
from weibo_operator.domain.reply import AfterSend
from weibo_operator.domain.week import Week
from weibo_operator.services.forms import HandoffForm
from weibo_operator.services.weekly import span_of
from weibo_operator.services.weekly_slices import cell_key, slice_rows
from weibo_operator.storage import figures
from weibo_operator.storage.connection import MEMORY

START = datetime(2026, 11, 12, 6, 10, tzinfo=UTC)
WORDS = ("东西坏了，怎么退货", "谢谢你们，很满意", "请问几点开门", "快递三天没动了，投诉")


class SetClock:
    def __init__(self):
        self.at = START

    def now(self):
        return self.at


class Work:
    """One desk and the steps of a day on it; a step that isn't allowed at the moment does nothing."""

    def __init__(self, language):
        self.clock = SetClock()
        self.operator = build(MEMORY, clock=self.clock, language=language)
        self.written = 0

    def step(self, name, which):
        self.clock.at += timedelta(minutes=7 + 311 * which)
        try:
            getattr(self, name)(which)
        except OperatorError:
            return

    def write(self, which):
        self.written += 1
        self.operator.intake.capture(
            IncomingMessage(
                platform=Platform.WEIBO,
                platform_id=str(self.written),
                uid=str(which % 3),
                nickname=f"客户{which % 3}",
                text=WORDS[which % 4],
                posted_at=self.clock.at - timedelta(hours=which),
                source=Source.COMMENT,
                parent_platform_id="p",
            )
        )

    def reply(self, which):
        after = AfterSend((State.CLOSED, State.FOLLOW_UP, State.IN_PROGRESS)[which % 3])
        intent = self.operator.replies.copy(
            self.some(which), audience=Audience.PUBLIC, text=f"您好{which}", after=after, is_ack=which == 4
        )
        self.operator.replies.confirm(intent.id)

    def no_reply(self, which):
        self.operator.inbox.no_reply([self.some(which)], reason="闲聊")

    def finish(self, which):
        self.operator.inbox.finish(self.some(which))

    def reopen(self, which):
        self.operator.inbox.reopen(self.some(which, only="closed"))

    def forward(self, which):
        form = HandoffForm(
            ticket_id=self.some(which),
            description="坏了",
            kind="投诉",
            aspect=Aspect.PRODUCT,
            level=Level.P2,
            department=("物流部", "质检部")[which % 2],
            contact="",
            due_at=self.clock.at + timedelta(hours=24),
        )
        self.operator.handoffs.forward(form)

    def plan(self, which):
        self.operator.follow_ups.plan(self.some(which), due_at=self.clock.at + timedelta(hours=which))

    def visit(self, which):
        found = self.operator.follow_ups.due_list()
        if not found:
            raise OperatorError
        self.operator.follow_ups.done(found[which % len(found)].id, list(VisitOutcome)[which % len(VisitOutcome)])

    def answered(self, which):
        waiting = [each for each in self.operator.handoffs.open_ones() if each.answered_at is None]
        if not waiting:
            raise OperatorError
        self.operator.handoffs.answer(waiting[which % len(waiting)].id, "修好了")

    def undo(self, which):
        last = self.operator.history.last()
        if last is not None:
            self.operator.history.undo()

    def redo(self, which):
        self.operator.history.redo()

    def some(self, which, *, but="", only=""):
        statement = "SELECT id FROM ticket WHERE state <> ? AND ? IN (state, '') ORDER BY id"
        rows = self.operator.desk.connection.execute(statement, (but, only)).fetchall()
        if not rows:
            raise OperatorError
        return rows[which % len(rows)][0]


def parts_make_the_whole(facts, summary):
    """Every way of cutting the week gives the whole again, and each part opens as many rows as it counts."""

    def opened(*keys):
        return sum(len(slice_rows(facts, key)) for key in keys)

    assert opened(*(f"hour:{hour}" for hour in range(24))) == summary.figure("turns").n
    cells = [(day, hour) for day in range(7) for hour in range(24)]
    assert [opened(f"at:{day}|{hour}") for day, hour in cells] == [summary.heat[day][hour] for day, hour in cells]
    assert [opened(f"band:{band.key}") for band in summary.bands] == [band.count for band in summary.bands]
    assert opened(*(f"kind:{kind}" for kind in Kind)) == summary.figure("tickets").n
    assert [opened(f"created:{place}") for place in range(7)] == [day.created for day in summary.days]
    assert [opened(f"solved:{place}") for place in range(7)] == [day.solved for day in summary.days]
    for cell in summary.matrix:
        assert opened(cell_key(cell.kind, cell.nature, cell.department)) == cell.count
    for row in summary.departments:
        assert opened(f"department:{row.department}") == row.forwarded
    for reason, count in summary.no_reply_reasons:
        assert opened(f"reason:{reason}") == count
    ages = ("under_1_day", "1_to_3_days", "3_to_7_days", "over_7_days")
    assert sum(summary.figure(f"open_{age}").n for age in ages) == summary.backlog.open_at_end
    sides = ("us", "department", "customer")
    assert sum(summary.figure(f"open_waits_for_{side}").n for side in sides) == summary.backlog.open_at_end
    assert sum(row.total for row in summary.more.ages) == summary.backlog.open_at_end


names = st.sampled_from(
    [
        *("write", "write", "reply", "no_reply", "finish", "reopen", "forward", "answered", "plan", "visit"),
        *("undo", "undo", "redo", "redo"),
    ]
)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(names, st.integers(0, 9)), max_size=30))
def test_it_balances_and_every_figure_opens_its_rows(language, steps):
    work = Work(language)
    for name, which in steps:
        work.step(name, which)
    connection, weekly = work.operator.desk.connection, work.operator.weekly
    week, before = Week.of(START).previous(), 0
    while week.start <= work.clock.at:
        summary = weekly.summary(week)
        assert summary.backlog.balances
        assert summary.backlog.open_at_start == before
        assert sum(band.count for band in summary.bands) <= summary.figure("turns").n
        for figure in summary.figures:
            rows = weekly.rows(week, figure.key)
            assert len({(row.kind, row.id) for row in rows}) == len(rows) == figure.n, figure.key
        parts_make_the_whole(figures.week_facts(connection, span_of(week)), summary)
        before, week = summary.backlog.open_at_end, week.next()
    (open_now,) = connection.execute("SELECT count(*) FROM ticket WHERE state <> 'closed'").fetchone()
    assert before == open_now
    waiting = connection.execute("SELECT id, waits_for FROM ticket WHERE state <> 'closed'")
    assert sides(work, week.previous()) == dict(map(tuple, waiting))
    work.operator.close()


def sides(work, week):
    """For whom each ticket waited at the end of the week, by its number."""
    facts = figures.week_facts(work.operator.desk.connection, span_of(week))
    return {each.id: each.side for each in facts.more.open_tickets}


@pytest.mark.parametrize("outcome", [VisitOutcome.NEW_PROBLEM, VisitOutcome.DISSATISFIED])
def test_what_a_visit_found_waits_for_us_until_it_is_answered(language, outcome):
    work = Work(language)
    work.step("write", 2)
    work.step("reply", 1)
    work.step("plan", 1)
    visit = work.operator.follow_ups.due_list()[0]
    work.operator.follow_ups.done(visit.id, outcome)
    week = Week.of(work.clock.at)
    assert sides(work, week) == {visit.ticket_id: "us"}
    assert work.operator.weekly.summary(week).figure("open_waits_for_us").value == 1
    work.clock.at += timedelta(days=7)
    work.step("reply", 2)
    assert sides(work, Week.of(work.clock.at)) == {visit.ticket_id: "customer"}
    assert sides(work, week) == {visit.ticket_id: "us"}, "a past week stays as it was"
    work.operator.close()


def test_a_ticket_reopened_by_hand_waits_for_us_until_it_goes_elsewhere(language):
    work = Work(language)
    for name in ("write", "forward", "no_reply", "reopen"):
        work.step(name, 0)
    (ticket,) = sides(work, Week.of(work.clock.at))
    first = Week.of(work.clock.at)
    assert sides(work, first) == {ticket: "us"}
    weeks = [first]
    for name, side in (("forward", "department"), ("answered", "us"), ("reply", "customer")):
        work.clock.at += timedelta(days=7)
        work.step(name, 2)
        weeks.append(Week.of(work.clock.at))
        assert sides(work, weeks[-1]) == {ticket: side}
    assert [sides(work, week)[ticket] for week in weeks] == ["us", "department", "us", "customer"]
    work.operator.close()


@pytest.mark.parametrize("ends", ["no_reply", "forward", "reply"])
def test_whose_turn_it_was_stays_when_the_handoff_ends_later(language, ends):
    work = Work(language)
    for name in ("write", "no_reply", "reopen", "forward"):
        work.step(name, 2)
    week = Week.of(work.clock.at)
    (ticket,) = before = sides(work, week)
    assert before == {ticket: "department"}
    work.clock.at += timedelta(days=7)
    work.step(ends, 0)
    assert sides(work, week) == before
    work.operator.close()


def test_an_answer_after_the_end_is_owed_to_nobody(language):
    work = Work(language)
    for name in ("write", "forward", "no_reply"):
        work.step(name, 0)
    (handoff,) = work.operator.handoffs.ended()
    work.operator.handoffs.answer(handoff.id, "查到了")
    work.step("plan", 1)
    (ticket,) = found = sides(work, Week.of(work.clock.at))
    assert found == {ticket: work.operator.inbox.view(ticket).ticket.waits_for} == {ticket: "customer"}
    work.operator.close()


def test_an_answer_of_the_department_asked_before_is_owed_too(language):
    work = Work(language)
    for name in ("write", "no_reply", "reopen", "forward"):
        work.step(name, 0)
    (first,) = work.operator.handoffs.open_ones()
    work.step("forward", 1)
    (ticket,) = sides(work, Week.of(work.clock.at))
    for step, side in (("answer", "us"), ("reply", "department"), ("answered", "us")):
        work.clock.at += timedelta(days=7)
        if step == "answer":
            work.operator.handoffs.answer(first.id, "查到了")
        else:
            work.step(step, 2)
        assert sides(work, Week.of(work.clock.at)) == {ticket: side}
        assert work.operator.inbox.view(ticket).ticket.waits_for == side
    work.operator.close()


def test_kicking_the_ball_around_is_seen(language):
    work = Work(language)
    for name, which in (("write", 0), ("forward", 0), ("forward", 1)):
        work.step(name, which)
    summary = work.operator.weekly.summary(Week.of(START))
    assert summary.figure("forwarded").value == 2
    (repeated,) = summary.repeated_transfers
    assert repeated.departments == ("物流部", "质检部")
    work.operator.close()


@pytest.mark.parametrize("undo_first", [False, True])
def test_a_finish_that_is_taken_back_was_never_a_solve(language, undo_first):
    work = Work(language)
    for name in ("write", "no_reply", "undo" if undo_first else "reopen"):
        work.step(name, 0)
    summary = work.operator.weekly.summary(Week.of(START))
    expected = (0, 0) if undo_first else (1, 1)
    assert (summary.backlog.solved, summary.backlog.reopened) == expected
    assert summary.backlog.open_at_end == 1
    work.operator.close()
