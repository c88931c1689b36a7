"""承诺: recorded with the reply on either road, kept, late, put off, undone; the list and the rate."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.services.platform_box import PlatformBox, add_account
from weibo_operator.channels.keyring_store import MemorySecrets
from weibo_operator.domain.clock import CHINA, china, china_day
from weibo_operator.domain.errors import InvalidInputError, NotFoundError
from weibo_operator.domain.followup import VisitOutcome
from weibo_operator.domain.ids import PromiseId, TicketId
from weibo_operator.domain.labels import Audience, State
from weibo_operator.domain.open_platform import Delivered
from weibo_operator.domain.promise_record import PromiseRate, PromiseState
from weibo_operator.domain.promises import PromiseKind
from weibo_operator.domain.reply import AfterSend
from weibo_operator.domain.week import Week
from weibo_operator.services.accounts import Accounts
from weibo_operator.services.outbox import Letter
from weibo_operator.services.routes import Routes

PROMISE = "您好，这个我们要核实，明天 18:00 前给您答复。"


@pytest.fixture
def ticket(operator, customers):
    return operator.intake.capture(customers.message("订单一直没动静，怎么回事", under="p1")).value


def send(operator, ticket, text, after=State.IN_PROGRESS, *, is_ack=False):
    intent = operator.replies.copy(ticket, audience=Audience.PUBLIC, text=text, after=AfterSend(after), is_ack=is_ack)
    operator.replies.confirm(intent.id)


def states(operator, ticket):
    return [each.state for each in operator.promises.of_ticket(ticket)]


def test_a_promise_is_recorded_with_the_reply_and_goes_with_it(operator, ticket, clock):
    send(operator, ticket, PROMISE)
    (made,) = operator.promises.due_list()
    assert (made.kind, made.text, made.state) == (PromiseKind.REPLY, "明天 18:00 前给您答复", PromiseState.OPEN)
    assert made.due_at == datetime(2026, 11, 20, 18, tzinfo=CHINA)
    assert (made.made_at, made.nickname, made.problem) == (clock.now(), "客户1001", "订单一直没动静，怎么回事")
    operator.history.undo()
    assert operator.promises.due_list() == ()
    operator.history.redo()
    assert [each.id for each in operator.promises.due_list()] == [made.id]


def test_the_platforms_sending_records_it_once_it_is_sent(operator, customers, clock):
    post, comment = "4900000000000001", "4900000000000011"
    ticket = operator.intake.capture(customers.message("到哪了", under=post, platform_id=comment)).value
    box = PlatformBox(clock)
    accounts = Accounts(operator.desk, lambda: box, MemorySecrets())
    account = add_account(accounts, operator.desk)
    route = Routes(operator.desk, accounts).route(ticket, Audience.PUBLIC)
    seen = operator.replies.opened(ticket).newest
    letter = Letter(ticket, account, route.target, PROMISE, AfterSend(State.IN_PROGRESS), seen)
    intent = operator.outbox.queue(letter).value
    clock.advance(minutes=1)
    operator.outbox.begin(intent.id)
    assert operator.promises.of_ticket(ticket) == ()
    operator.outbox.sent(intent.id, Delivered("4900200"))
    operator.outbox.sent(intent.id, Delivered("4900200"))
    (made,) = operator.promises.due_list()
    assert (made.due_at, made.made_at) == (datetime(2026, 11, 20, 18, tzinfo=CHINA), clock.now())


@pytest.mark.parametrize(
    "text",
    [
        "您好，我们会尽快处理。",
        "快递员说明天送到。",
        "以后绝不会再这样了。",
        "昨天已经给您退款了。",
        "您明天 18:00 前付款就好。",
    ],
)
def test_nothing_is_recorded_without_a_time_of_ours(operator, ticket, text):
    send(operator, ticket, text)
    assert operator.promises.due_list() == ()


def test_the_next_answer_keeps_it_in_time(operator, ticket, customers, clock):
    send(operator, ticket, PROMISE)
    clock.advance(hours=20)
    send(operator, ticket, "查到了，包裹在您当地的网点，麻烦您查收。")
    assert states(operator, ticket) == [PromiseState.KEPT]
    assert operator.promises.settled_list()[0].settled_at == clock.now()
    operator.history.undo()
    assert states(operator, ticket) == [PromiseState.OPEN]


def test_the_next_answer_after_its_time_is_late(operator, ticket, clock):
    send(operator, ticket, PROMISE)
    clock.advance(days=2)
    (found,) = operator.promises.due_list()
    assert found.is_overdue(clock.now())
    send(operator, ticket, "查到了，包裹在您当地的网点。")
    assert states(operator, ticket) == [PromiseState.LATE]


def test_an_acknowledgement_keeps_nothing_but_may_promise(operator, ticket, customers, clock):
    send(operator, ticket, PROMISE)
    operator.intake.capture(customers.message("好的，等你们", under="p1"))
    send(operator, ticket, "您的信息已收到。", is_ack=True)
    assert states(operator, ticket) == [PromiseState.OPEN]


@pytest.mark.parametrize(
    ("promise", "answer", "kept"),
    [
        ("明天给您发货。", "您好，还在等仓库。", False),
        ("明天给您发货。", "您好，已经发货了，单号稍后给您。", True),
        ("明天给您退款。", "还没退款，非常抱歉。", False),
        ("明天给您退款。", "退款成功了，请您查看。", True),
        ("明天给您退款。", "财务已为您全额退款。", True),
        ("明天师傅上门。", "师傅说您家没人。", False),
    ],
)
def test_a_deed_is_kept_when_it_is_told_as_done(operator, ticket, clock, promise, answer, kept):
    send(operator, ticket, promise)
    assert len(operator.promises.due_list()) == 1, promise
    clock.advance(hours=3)
    send(operator, ticket, answer)
    assert states(operator, ticket) == [PromiseState.KEPT if kept else PromiseState.OPEN]


def test_what_the_customer_says_has_come_was_done(operator, ticket, customers, clock):
    send(operator, ticket, "明天给您发货。")
    clock.advance(hours=20)
    operator.intake.capture(customers.message("还没收到呢", under="p1"))
    send(operator, ticket, "您好，我们再催一下。")
    assert states(operator, ticket) == [PromiseState.OPEN]
    clock.advance(hours=2)
    operator.intake.capture(customers.message("东西收到了，谢谢", under="p1"))
    said_at = clock.now()
    clock.advance(days=9)
    send(operator, ticket, "不客气，祝您用得开心。")
    (kept,) = operator.promises.settled_list()
    assert (kept.state, kept.settled_at) == (PromiseState.KEPT, said_at)


def test_a_new_time_told_in_time_is_a_new_promise_linked_to_the_old(operator, ticket, clock):
    send(operator, ticket, PROMISE)
    (old,) = operator.promises.due_list()
    clock.advance(hours=20)
    new_due = datetime(2026, 11, 23, 18, tzinfo=CHINA)
    words = operator.promises.interim(old.id, new_due)
    assert words.startswith("您好，原定今天 18:00 前给您答复，还在核实")
    send(operator, ticket, words)
    (new,) = operator.promises.due_list()
    assert (new.due_at, new.previous, new.kind) == (new_due, old.id, PromiseKind.REPLY)
    assert operator.promises.get(old.id).state is PromiseState.CANCELLED
    assert operator.promises.this_week() == PromiseRate(kept=0, late=0, overdue=0, moved=1, pending=0)


@pytest.mark.parametrize("kind", [kind for kind in PromiseKind if kind is not PromiseKind.GUARANTEE])
@pytest.mark.parametrize("days", [1, 2, 5, 40])
@pytest.mark.parametrize("late", [False, True])
def test_what_is_suggested_for_the_customer_is_read_as_the_new_time(operator, ticket, clock, kind, days, late):
    """The interim message records itself: its words are understood, whatever was promised."""
    deeds = {
        PromiseKind.REPLY: "给您答复",
        PromiseKind.SHIP: "给您发货",
        PromiseKind.DELIVER: "给您送到",
        PromiseKind.REFUND: "给您退款",
        PromiseKind.VISIT: "师傅上门",
        PromiseKind.RESOLVE: "给您处理好",
        PromiseKind.COMPENSATE: "给您补偿",
    }
    send(operator, ticket, f"您好，明天 18:00 前{deeds[kind]}。")
    (old,) = operator.promises.due_list()
    assert old.kind is kind
    clock.advance(hours=40 if late else 2)
    day = china(clock.now()) + timedelta(days=days)
    new_due = day.replace(hour=17, minute=30)
    words = operator.promises.interim(old.id, new_due)
    assert ("，没能按时" in words) is late, "what is late is said to be late"
    send(operator, ticket, words)
    (new,) = operator.promises.due_list()
    assert (new.due_at, new.previous) == (new_due, old.id)
    assert operator.promises.get(old.id).state is (PromiseState.LATE if late else PromiseState.CANCELLED)


def test_the_same_promise_said_again_is_one(operator, ticket, clock):
    send(operator, ticket, PROMISE)
    clock.advance(minutes=10)
    send(operator, ticket, "再说一次，" + PROMISE)
    assert len(operator.promises.of_ticket(ticket)) == 1


def test_by_hand_it_is_kept_taken_off_and_given_another_time(operator, ticket, clock):
    send(operator, ticket, PROMISE)
    (made,) = operator.promises.due_list()
    later = clock.now() + timedelta(days=3)
    operator.promises.move(made.id, later)
    assert operator.promises.get(made.id).due_at == later
    operator.promises.keep(made.id)
    assert states(operator, ticket) == [PromiseState.KEPT]
    assert operator.promises.keep(made.id).operation is None
    assert operator.promises.cancel(made.id).operation is None
    operator.history.undo()
    operator.promises.cancel(made.id)
    assert states(operator, ticket) == [PromiseState.CANCELLED]
    assert operator.promises.due_list() == operator.promises.settled_list() == ()


def test_kept_by_hand_after_its_time_is_late(operator, ticket, clock):
    send(operator, ticket, PROMISE)
    clock.advance(days=2)
    operator.promises.keep(operator.promises.due_list()[0].id)
    assert states(operator, ticket) == [PromiseState.LATE]


def test_one_made_elsewhere_is_noted(operator, ticket, clock):
    due = clock.now() + timedelta(hours=3)
    made = operator.promises.note(ticket, " 电话里答应补寄杯盖 ", due).value
    (found,) = operator.promises.due_list()
    assert (found.id, found.text, found.by_hand, found.due_at) == (made, "电话里答应补寄杯盖", True, due)
    operator.history.undo()
    assert operator.promises.due_list() == ()


def test_what_cannot_be_changes_nothing(operator, ticket, clock):
    past = clock.now() - timedelta(minutes=1)
    send(operator, ticket, PROMISE)
    (made,) = operator.promises.due_list()
    for refused in (
        lambda: operator.promises.note(ticket, "  ", clock.now() + timedelta(days=1)),
        lambda: operator.promises.note(ticket, "补寄", past),
        lambda: operator.promises.move(made.id, past),
        lambda: operator.promises.interim(made.id, past),
    ):
        with pytest.raises(InvalidInputError):
            refused()
    for unknown in (
        lambda: operator.promises.keep(PromiseId(99)),
        lambda: operator.promises.note(TicketId(99), "补寄", clock.now() + timedelta(days=1)),
    ):
        with pytest.raises(NotFoundError):
            unknown()
    assert operator.promises.due_list() == (made,)


def test_due_follows_the_clock_whichever_way_it_goes(operator, ticket, clock):
    send(operator, ticket, PROMISE)
    assert operator.promises.due_by_tonight() == 0
    clock.advance(days=1)
    assert operator.promises.due_by_tonight() == 1
    clock.advance(days=30)
    assert operator.promises.due_by_tonight() == 1
    clock.advance(days=-31)
    assert operator.promises.due_by_tonight() == 0


def test_a_content_customer_has_got_what_was_promised(operator, ticket, clock):
    send(operator, ticket, "明天给您发货。")
    visit = operator.follow_ups.plan(ticket, due_at=clock.now() + timedelta(hours=5)).value
    clock.advance(hours=5)
    operator.follow_ups.done(visit, VisitOutcome.SATISFIED)
    assert states(operator, ticket) == [PromiseState.KEPT]
    operator.history.undo()
    assert states(operator, ticket) == [PromiseState.OPEN]


def test_the_rate_by_week(operator, customers, clock):
    tickets = [operator.intake.capture(customers.message("到哪了", uid=str(n), under=f"q{n}")).value for n in range(4)]
    for ticket in tickets:
        send(operator, ticket, PROMISE)
    send(operator, tickets[0], "查到了，在派送。")
    clock.advance(days=2)
    send(operator, tickets[1], "查到了，在派送。")
    assert operator.promises.this_week() == PromiseRate(kept=1, late=1, overdue=2, moved=0, pending=0)
    assert operator.promises.this_week().share == 0.25
    clock.advance(days=7)
    weeks = (Week.of(clock.now()).previous(), Week.of(clock.now()))
    assert [operator.promises.rate(week.start, week.end).due for week in weeks] == [4, 0]
    assert weeks[-1].monday.weekday() == 0
    assert operator.promises.this_week().share is None
    operator.promises.cancel(operator.promises.of_ticket(tickets[2])[0].id)
    assert operator.promises.rate(weeks[0].start, weeks[0].end).due == 3


def test_the_end_of_a_week_is_midnight_in_beijing(operator, ticket, clock):
    sunday = datetime(2026, 11, 22, 23, 59, 59, tzinfo=CHINA)
    operator.promises.note(ticket, "补寄", sunday)
    operator.promises.note(ticket, "回电", datetime(2026, 11, 23, 0, 0, tzinfo=CHINA))
    assert operator.promises.this_week().pending == 1
    assert china_day(sunday.astimezone(UTC)).isoformat() == "2026-11-22"
