"""下一位 on the whole desk: the minimum gap, skips with reasons, the next of a topic, the next VIP, hard days."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import Customers, OpenDesk, SetClock
from weibo_operator.bootstrap import Language, Operator, build
from weibo_operator.domain.errors import InvalidInputError, NotFoundError, UndoBarrierError
from weibo_operator.domain.ids import CustomerId, TicketId
from weibo_operator.domain.labels import Audience, Level, Source, State
from weibo_operator.domain.operations import OperationKind
from weibo_operator.domain.reply import AfterSend
from weibo_operator.domain.settings import MINIMUM_GAP, ROTATION_THRESHOLD, SAME_MATTER_HOURS, VIP_FOLLOWERS


@pytest.fixture
def rotating(operator: Operator) -> Operator:
    """A desk that rotates from the first customer on, where every post begins a ticket."""
    operator.shop.change(ROTATION_THRESHOLD, 0)
    operator.shop.change(SAME_MATTER_HOURS, 0)
    return operator


def ask(operator: Operator, customers: Customers, uid: int, text: str = "请问几点开门", **more: object) -> TicketId:
    """A customer's question in a ticket of its own, a second after the one before."""
    count = sum(operator.inbox.counts().values())
    posted_at = operator.desk.now() - timedelta(hours=1) + timedelta(seconds=count)
    message = customers.message(text, uid=str(uid), under=f"post{count}", posted_at=posted_at, **more)
    ticket = operator.intake.capture(message).value
    assert ticket is not None
    operator.inbox.set_level(ticket, Level.P4)
    return ticket


def answer(operator: Operator, ticket: TicketId, *, audience: Audience = Audience.PUBLIC, is_ack: bool = False) -> None:
    after = AfterSend(State.IN_PROGRESS)
    intent = operator.replies.copy(ticket, audience=audience, text=f"在查了 {ticket}", after=after, is_ack=is_ack)
    operator.replies.confirm(intent.id)


def upcoming(operator: Operator) -> TicketId | None:
    found = operator.inbox.next_up()
    assert found == operator.inbox.next_up()
    return None if found is None else found.card.id


def customer_of(operator: Operator, ticket: TicketId) -> CustomerId:
    return operator.inbox.view(ticket).customer.id


def places(operator: Operator) -> list[tuple[object, ...]]:
    """Where everybody stands."""
    rows = operator.desk.connection.execute(
        "SELECT row.*, stamp FROM rotation_row AS row JOIN rotation_customer USING (customer_id) ORDER BY ticket_id"
    )
    return [tuple(row) for row in rows]


def test_a_customer_within_the_gap_is_passed_over_until_it_ends(rotating, customers, clock: SetClock):
    rotating.shop.change(MINIMUM_GAP, 10)
    first, again = ask(rotating, customers, 1), ask(rotating, customers, 1)
    others = [ask(rotating, customers, uid) for uid in (2, 3, 4)]
    answer(rotating, first)
    assert rotating.inbox.buffered_customers() == {customer_of(rotating, again)}
    for other in others[:2]:
        clock.advance(minutes=1)
        assert upcoming(rotating) == other
        answer(rotating, other, audience=Audience.PRIVATE)
    assert upcoming(rotating) == others[2]
    clock.advance(minutes=8)
    assert rotating.inbox.buffered_customers() == frozenset()
    assert upcoming(rotating) == others[2]  # in this round; the customer who had a turn follows in the next
    answer(rotating, others[2])
    assert upcoming(rotating) == again


def test_the_gap_never_outlasts_an_otherwise_empty_queue(rotating, customers):
    rotating.shop.change(MINIMUM_GAP, 240)
    tickets = [ask(rotating, customers, uid) for uid in (1, 1, 2, 2)]
    answer(rotating, tickets[0])
    answer(rotating, tickets[2])
    assert len(rotating.inbox.buffered_customers()) == 2
    assert upcoming(rotating) == tickets[1]
    answer(rotating, tickets[1])
    assert upcoming(rotating) == tickets[3]


@pytest.mark.parametrize("how", [{"audience": Audience.PRIVATE}, {"is_ack": True}])
def test_private_replies_and_acknowledgements_begin_no_gap(rotating, customers, how):
    rotating.shop.change(MINIMUM_GAP, 10)
    ask(rotating, customers, 1)
    ask(rotating, customers, 2)
    answer(rotating, ask(rotating, customers, 1), **how)
    assert rotating.inbox.buffered_customers() == frozenset()


def test_something_critical_is_not_kept_waiting_by_the_gap(rotating, customers):
    rotating.shop.change(MINIMUM_GAP, 10)
    first, again = ask(rotating, customers, 1), ask(rotating, customers, 1)
    others = [ask(rotating, customers, uid) for uid in (2, 3)]
    answer(rotating, first)
    rotating.inbox.set_level(again, Level.P1)
    assert rotating.inbox.buffered_customers() == frozenset()
    assert upcoming(rotating) in others  # never the same customer twice running
    answer(rotating, others[0])
    assert upcoming(rotating) == again


def test_undoing_the_reply_ends_the_gap(rotating, customers):
    rotating.shop.change(MINIMUM_GAP, 10)
    first = ask(rotating, customers, 1)
    ask(rotating, customers, 1)
    ask(rotating, customers, 2)
    answer(rotating, first)
    rotating.history.undo()
    assert rotating.inbox.buffered_customers() == frozenset()
    assert upcoming(rotating) == first


@pytest.mark.parametrize("back", [timedelta(seconds=5), timedelta(days=400)])
def test_a_clock_set_back_holds_nobody_longer_than_the_gap(rotating, customers, clock: SetClock, back: timedelta):
    rotating.shop.change(MINIMUM_GAP, 10)
    first, again, _ = (ask(rotating, customers, uid) for uid in (1, 1, 2))
    answer(rotating, first)
    clock.at -= back
    assert rotating.inbox.buffered_customers() == (
        {customer_of(rotating, again)} if back < timedelta(minutes=10) else frozenset()
    )
    clock.advance(minutes=10, seconds=5)
    assert rotating.inbox.buffered_customers() == frozenset()


def test_a_skip_is_told_counted_and_taken_back(rotating, customers, clock: SetClock, open_desk: OpenDesk):
    tickets = [ask(rotating, customers, uid) for uid in (1, 2, 3)]
    before = places(rotating)
    began = clock.now()
    rotating.inbox.skip(tickets[0], reason=" 等仓库回话 ")
    rotating.inbox.skip(tickets[1])
    assert upcoming(rotating) == tickets[2]
    told = rotating.history.of_ticket(tickets[0])[-1]
    assert (told.kind, told.data["reason"]) == (OperationKind.SKIP, "等仓库回话")
    after = clock.advance(minutes=1)
    assert rotating.inbox.skips(began, after) == {"等仓库回话": 1, "": 1}
    restarted = open_desk()
    restarted.history.undo()
    restarted.history.undo()
    assert places(restarted) == before
    assert restarted.inbox.skips(began, after) == {}
    assert upcoming(restarted) == tickets[0]
    restarted.history.redo()
    assert upcoming(restarted) == tickets[1]
    restarted.history.undo()
    assert places(restarted) == before


def test_who_follows_a_skip_is_told_before_it_and_nothing_changes(rotating, customers):
    first, second = ask(rotating, customers, 1), ask(rotating, customers, 2)
    before = places(rotating)
    assert rotating.inbox.next_after(first).card.id == second
    assert rotating.inbox.next_after(second).card.id == first
    assert places(rotating) == before
    assert rotating.inbox.progress().skipped_today == {}
    rotating.inbox.skip(first)
    assert upcoming(rotating) == second


def test_the_only_one_has_nobody_after_it(rotating, customers):
    ticket = ask(rotating, customers, 1)
    assert rotating.inbox.next_after(ticket) is None
    rotating.inbox.no_reply((ticket,), reason="闲聊")
    with pytest.raises(NotFoundError):
        rotating.inbox.next_after(ticket)


def test_a_skip_is_explained_afterwards_and_still_taken_back(rotating, customers, open_desk: OpenDesk):
    ticket, _ = ask(rotating, customers, 1), ask(rotating, customers, 2)
    skip = rotating.inbox.skip(ticket).operation
    with pytest.raises(InvalidInputError):
        rotating.inbox.explain_skip(ticket, skip, "  ")
    assert rotating.inbox.explain_skip(ticket, skip, " 需要请示 ").tickets == {ticket}
    restarted = open_desk()
    assert restarted.history.of_ticket(ticket)[-1].data["reason"] == "需要请示"
    assert restarted.inbox.progress().skipped_today == {"需要请示": 1}
    restarted.history.undo()
    assert restarted.inbox.progress().skipped_today == {}
    assert upcoming(restarted) == ticket


def test_only_a_skip_can_be_explained(rotating, customers):
    ticket = ask(rotating, customers, 1)
    level = rotating.inbox.set_level(ticket, Level.P1).operation
    with pytest.raises(NotFoundError):
        rotating.inbox.explain_skip(ticket, level, "等资料")
    assert "reason" not in rotating.history.of_ticket(ticket)[-1].data


def test_a_skip_is_not_done_again_once_the_ticket_no_longer_waits(rotating, customers, clock: SetClock):
    ticket = ask(rotating, customers, 1)
    rotating.inbox.skip(ticket)
    rotating.history.undo()
    with rotating.desk.bookkeeping() as recorder:
        recorder.bulk_update("ticket", ticket, {"snoozed": 1, "follow_up_at": 1})
    with pytest.raises(UndoBarrierError):
        rotating.history.redo()


def test_a_skip_taken_back_after_a_turn_gives_the_round_and_the_stamp_back(rotating, customers):
    tickets = [ask(rotating, customers, uid) for uid in (1, 2, 3)]
    rotating.inbox.skip(tickets[0])
    answer(rotating, tickets[1])
    rotating.history.undo()
    rotating.history.undo()
    assert upcoming(rotating) == tickets[0]


def test_the_next_of_a_topic_is_another_customers_and_public(rotating, customers):
    mine, own, private, urgent, calm = (
        ask(rotating, customers, 1),
        ask(rotating, customers, 1),
        ask(rotating, customers, 2, source=Source.PRIVATE),
        ask(rotating, customers, 3),
        ask(rotating, customers, 4),
    )
    for ticket in (mine, own, private, urgent, calm):
        rotating.inbox.set_labels(ticket, topic="物流")
    ask(rotating, customers, 5)
    rotating.inbox.set_level(urgent, Level.P2)
    assert rotating.inbox.next_of_topic("物流", but=mine) == urgent
    answer(rotating, urgent)
    assert rotating.inbox.next_of_topic("物流", but=mine) == calm
    answer(rotating, calm)
    assert rotating.inbox.next_of_topic("物流", but=mine) == own
    answer(rotating, own)
    assert rotating.inbox.next_of_topic("物流", but=mine) is None
    assert rotating.inbox.next_of_topic("没有这个话题") is None


def test_the_next_important_customer_follows_what_is_known_of_them(rotating, customers):
    tickets = [ask(rotating, customers, uid, followers=count) for uid, count in ((1, None), (2, 9_999), (3, 50_000))]
    assert rotating.inbox.next_important() == tickets[2]
    assert rotating.inbox.next_important(but=tickets[2]) is None
    rotating.shop.edit_customer(customer_of(rotating, tickets[0]), vip=True)
    assert rotating.inbox.next_important(but=tickets[2]) == tickets[0]
    rotating.shop.edit_customer(customer_of(rotating, tickets[0]), vip=False, role="媒体")
    assert rotating.inbox.next_important(but=tickets[2]) == tickets[0]
    rotating.shop.edit_customer(customer_of(rotating, tickets[0]), role="客户")
    assert rotating.inbox.next_important(but=tickets[2]) is None
    rotating.shop.change(VIP_FOLLOWERS, 5_000)
    assert rotating.inbox.next_important(but=tickets[2]) == tickets[1]
    rotating.shop.change(VIP_FOLLOWERS, 0)
    assert rotating.inbox.next_important() is None


def test_skipping_what_does_not_wait_is_refused(rotating):
    with pytest.raises(NotFoundError):
        rotating.inbox.skip(TicketId(7), reason="?")
    assert rotating.history.last() is None


class HardDay:
    """A desk whose clock jumps, whose program is closed and opened, and whose customers come in bursts."""

    def __init__(self, path: Path, language: Language, clock: SetClock, random: Random) -> None:
        self.path, self.language, self.clock, self.random = path, language, clock, random
        self.customers = Customers(clock)
        self.operator = self.open()
        self.operator.shop.change(ROTATION_THRESHOLD, random.choice([0, 4]))
        self.operator.shop.change(SAME_MATTER_HOURS, 0)
        self.operator.shop.change(MINIMUM_GAP, random.choice([0, 5, 30]))

    def open(self) -> Operator:
        return build(self.path, clock=self.clock, language=self.language)

    def step(self) -> None:
        steps = (self.burst, self.heavy_asker, self.serve, self.serve, self.serve, self.skip, self.jump, self.undo)
        self.random.choice((*steps, self.restart, self.relabel, self.withdraw))()

    def burst(self) -> None:
        for _ in range(self.random.randint(1, 4)):
            followers = self.random.choice([None, None, 0, 300, 200_000])
            ask(self.operator, self.customers, self.random.randint(1, 6), followers=followers)

    def heavy_asker(self) -> None:
        ask(self.operator, self.customers, 1)
        ask(self.operator, self.customers, 1, source=Source.PRIVATE)

    def serve(self) -> None:
        found = self.operator.inbox.next_up()
        if found is not None:
            answer(self.operator, found.card.id, audience=self.random.choice(list(Audience)))

    def skip(self) -> None:
        found = self.operator.inbox.next_up()
        if found is not None:
            self.operator.inbox.skip(found.card.id, reason=self.random.choice(["", "太难"]))

    def jump(self) -> None:
        self.clock.at += timedelta(minutes=self.random.choice([-100_000, -7, 0, 1, 3, 3, 20, 5_000]))

    def undo(self) -> None:
        last = self.operator.history.last()
        if last is not None and last.kind in (OperationKind.SKIP, OperationKind.REPLY):
            self.operator.history.undo()

    def restart(self) -> None:
        self.operator.close()
        self.operator = self.open()

    def relabel(self) -> None:
        found = self.operator.inbox.next_up()
        if found is not None:
            self.operator.inbox.set_level(found.card.id, self.random.choice(list(Level)))
            self.operator.inbox.set_labels(found.card.id, topic=self.random.choice(["物流", "发票"]))

    def withdraw(self) -> None:
        found = self.operator.inbox.next_up()
        if found is not None:
            self.operator.inbox.no_reply([found.card.id], reason="闲聊")

    def watch(self) -> None:
        """Somebody waits: there is an answer; it is the same when asked again, and after a restart."""
        first = self.operator.inbox.next_up()
        waiting = self.operator.inbox.progress().waiting
        assert (first is None) == (waiting == 0)
        other_window = self.open()
        assert other_window.inbox.next_up() == first == self.operator.inbox.next_up()
        other_window.close()
        if first is None or not first.choice.rotating or waiting == 1:
            return
        last = self.operator.desk.connection.execute(
            "SELECT customer_id FROM rotation_served ORDER BY turn DESC LIMIT 1"
        ).fetchone()
        assert last is None or first.card.customer_id != last[0]


def live_through_a_hard_day(language: Language, random: Random, *, steps: int) -> None:
    clock = SetClock(datetime(2026, 11, 19, 6, 10, tzinfo=UTC))
    with TemporaryDirectory() as folder:
        day = HardDay(Path(folder) / "desk.db", language, clock, random)
        try:
            for _ in range(steps):
                day.step()
                day.watch()
        finally:
            day.operator.close()


@settings(deadline=None, max_examples=10)
@given(random=st.randoms(use_true_random=False), steps=st.integers(1, 20))
def test_hard_days_always_have_an_answer(language, random: Random, steps: int):
    live_through_a_hard_day(language, random, steps=steps)


def test_hard_days_always_have_an_answer_in_a_seeded_search(language):
    for seed in range(5):
        live_through_a_hard_day(language, Random(seed), steps=40)


@pytest.mark.bench
def test_hard_days_always_have_an_answer_in_a_long_seeded_search(language):
    for seed in range(200):
        live_through_a_hard_day(language, Random(seed + 1000), steps=60)
