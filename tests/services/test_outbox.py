"""Replies the program sends itself: called back, held, refused, and never sent twice."""

from datetime import timedelta

import pytest

from tests.conftest import OpenDesk
from tests.services.sends import AFTER, COMMENT, Sends
from weibo_operator.domain.account import AccountState
from weibo_operator.domain.errors import ReplyBlockedError, UndoBarrierError
from weibo_operator.domain.labels import Audience, State
from weibo_operator.domain.open_platform import PlatformError, Reaction
from weibo_operator.domain.reply import Hold, IntentState
from weibo_operator.domain.settings import API_DAILY_CALLS
from weibo_operator.domain.ticket import WaitsFor
from weibo_operator.services.outbox import Letter
from weibo_operator.storage import messages


def test_it_leaves_when_the_recall_window_is_over(sends: Sends):
    ticket = sends.comment()
    intent = sends.press(ticket)
    waiting = sends.step()
    assert (waiting.again_at, sends.box.posted) == (sends.clock.at + timedelta(seconds=5), [])
    assert sends.operator.inbox.view(ticket).ticket.state is State.NEW, "nothing has been said yet"
    done = sends.later_step()
    assert done.intent is not None
    assert ticket in done.changes.tickets
    assert [comment.reply_to for comment in sends.box.posted] == [str(int(COMMENT) + 1)]
    assert sends.state(intent) is IntentState.SENT
    view = sends.operator.inbox.view(ticket)
    assert (view.ticket.state, view.ticket.waits_for) == (State.IN_PROGRESS, WaitsFor.CUSTOMER)
    assert sends.own_words(ticket) == ["马上为您查"]
    assert view.ticket.follow_up_at is not None
    for _ in range(3):
        sends.later_step()
    assert len(sends.box.posted) == 1


def test_the_next_customer_is_served_while_a_reply_is_on_its_way(sends: Sends):
    first, second = sends.comment(uid="1"), sends.comment(uid="2")
    assert sends.served() == first
    sends.press(first)
    assert sends.served() == second
    sends.press(second)
    assert sends.served() is None
    sends.later_step()
    sends.step()
    assert sends.served() is None
    assert len(sends.box.posted) == 2


def test_called_back_it_is_the_draft_again_and_its_customer_first(sends: Sends):
    first, _ = sends.comment(uid="1"), sends.comment(uid="2")
    intent = sends.press(first)
    sends.operator.outbox.recall(intent.id)
    assert sends.operator.replies.drafts(first) == {Audience.PUBLIC: "马上为您查"}
    assert sends.served() == first, "the place is given back"
    sends.later_step()
    assert sends.box.posted == []
    again = sends.press(first, "查到了")
    assert again.id != intent.id


def test_undo_calls_back_within_the_window_and_not_after(sends: Sends):
    ticket = sends.comment()
    intent = sends.press(ticket)
    sends.operator.history.undo()
    assert sends.state(intent) is IntentState.WITHDRAWN
    assert sends.operator.history.next() is None, "a recall is not done again by a key"
    sends.press(ticket)
    sends.later_step()
    with pytest.raises(UndoBarrierError):
        sends.operator.history.undo()
    assert sends.own_words(ticket) == ["马上为您查"]


def test_what_was_done_later_is_undone_before_the_reply(sends: Sends):
    ticket, other = sends.comment(uid="1"), sends.comment(uid="2")
    sends.press(ticket)
    sends.operator.inbox.set_labels(other, topic="发票")
    sends.later_step()
    sends.operator.history.undo()
    assert sends.operator.inbox.view(other).ticket.topic != "发票"
    with pytest.raises(UndoBarrierError):
        sends.operator.history.undo()


def test_it_can_not_be_called_back_once_it_leaves(sends: Sends):
    intent = sends.press(sends.comment())
    sends.later_step()
    with pytest.raises(ReplyBlockedError) as refused:
        sends.operator.outbox.recall(intent.id)
    assert refused.value.data["reason"] == "already_leaving"


def test_a_second_press_gives_the_same_reply_back(sends: Sends):
    ticket = sends.comment()
    first = sends.press(ticket)
    assert sends.press(ticket).id == first.id
    with pytest.raises(ReplyBlockedError) as refused:
        sends.press(ticket, "别的话")
    assert refused.value.data["reason"] == "undecided"
    sends.later_step()
    sends.later_step()
    assert len(sends.box.posted) == 1


def test_nothing_is_queued_when_the_customer_wrote_again_before_the_press(sends: Sends):
    ticket = sends.comment()
    route = sends.routes.route(ticket, Audience.PUBLIC)
    seen = messages.newest(sends.operator.desk.connection, ticket)
    sends.comment("不用查了，到了")
    assert route.account is not None
    assert route.target is not None
    with pytest.raises(ReplyBlockedError) as refused:
        sends.operator.outbox.queue(Letter(ticket, route.account.id, route.target, "在查", AFTER, seen))
    assert refused.value.data["reason"] == "wrote_again"
    assert sends.operator.outbox.listed() == ()


def test_it_is_held_when_the_customer_writes_within_the_window(sends: Sends):
    ticket = sends.comment()
    intent = sends.press(ticket)
    sends.comment("不用查了，到了")
    sends.later_step()
    found = sends.operator.outbox.get(intent.id)
    assert found.sending is not None
    assert (found.state, found.sending.hold) == (IntentState.QUEUED, Hold.WROTE_AGAIN)
    assert sends.box.posted == []
    assert sends.served() == ticket, "it needs a decision, so its turn comes"
    sends.operator.outbox.release(intent.id)
    assert sends.served() is None
    sends.step()
    assert sends.state(intent) is IntentState.SENT


def test_words_that_come_in_while_it_leaves_are_the_next_turns(sends: Sends):
    ticket = sends.comment()
    intent = sends.press(ticket)
    sends.clock.advance(seconds=5)
    assert sends.operator.outbox.begin(intent.id).value is not None
    sends.clock.advance(seconds=1)
    sends.comment("到底什么时候到？")
    sends.operator.outbox.unknown(intent.id, PlatformError(Reaction.UNKNOWN, path=""))
    sends.box.posted.append(sends.as_posted(intent))
    sends.sender.look(sends.account)
    view = sends.operator.inbox.view(ticket)
    assert (view.ticket.turn_count, view.ticket.waits_for) == (2, WaitsFor.US)
    assert view.ticket.waiting_since == sends.clock.at
    assert sends.served() == ticket


def test_a_ticket_that_became_somebody_elses_keeps_it(sends: Sends):
    ticket = sends.comment(uid="1")
    intent = sends.press(ticket)
    sends.operator.desk.connection.execute("UPDATE customer SET uid = '2'")
    sends.later_step()
    sends.operator.outbox.release(intent.id)
    sends.later_step()
    found = sends.operator.outbox.get(intent.id)
    assert found.sending is not None
    assert found.sending.hold is Hold.RECIPIENT
    assert sends.box.posted == []


def test_a_refused_reply_is_the_draft_again(sends: Sends):
    ticket = sends.comment()
    sends.box.will(Reaction.EDIT_TEXT, code="20021")
    intent = sends.press(ticket)
    sends.later_step()
    found = sends.operator.outbox.get(intent.id)
    assert (found.state, sends.sending(intent).platform_code) == (IntentState.REFUSED, "20021")
    assert sends.operator.replies.drafts(ticket) == {Audience.PUBLIC: "马上为您查"}
    assert sends.served() == ticket
    assert sends.operator.history.last() is not None
    assert sends.operator.history.last().kind.value == "capture", "nothing was done that could be undone"


def test_twenty_thousand_and_thirty_two_is_sent(sends: Sends):
    ticket = sends.comment()
    sends.box.will(Reaction.SENT, taken=True, code="20032")
    intent = sends.press(ticket)
    sends.later_step()
    assert sends.state(intent) is IntentState.SENT


def test_offline_everything_waits_and_asks_before_it_goes(sends: Sends):
    intents = [sends.press(sends.comment(uid=uid)) for uid in "123"]
    sends.box.will(Reaction.OFFLINE)
    step = sends.later_step()
    assert step.error is not None
    assert step.again_at is None
    assert {sends.sending(intent).hold for intent in intents} == {Hold.OFFLINE}
    sends.later_step()
    assert sends.box.posted == []
    assert sends.operator.outbox.counts().held == 3
    for intent in intents:
        sends.operator.outbox.release(intent.id)
    for _ in intents:
        sends.step()
    assert [sends.state(intent) for intent in intents] == [IntentState.SENT] * 3


def test_replies_of_an_account_leave_in_the_order_of_pressing(sends: Sends):
    for uid in "123":
        sends.press(sends.comment(uid=uid), f"给{uid}")
    sends.clock.advance(seconds=5)
    for _ in range(3):
        sends.step()
    assert [comment.text[-1] for comment in sends.box.posted] == ["1", "2", "3"]


def test_rests_that_the_platform_asks_for_are_no_tries(sends: Sends):
    intent = sends.press(sends.comment())
    for reaction in (Reaction.RATE_LIMIT, Reaction.RETRY, Reaction.PAUSE_WRITES, Reaction.RATE_LIMIT, Reaction.RETRY):
        sends.box.will(reaction, code="10009")
    for _ in range(10):
        step = sends.step()
        sends.clock.at = max(sends.clock.at, step.again_at or sends.clock.at)
    assert sends.state(intent) is IntentState.SENT
    assert sends.sending(intent).attempts == 2
    assert len(sends.box.posted) == 1


def test_an_ended_permission_is_one_re_login_and_loses_nothing(sends: Sends):
    intents = [sends.press(sends.comment(uid=uid)) for uid in "12"]
    sends.box.will(Reaction.RELOGIN, code="21327")
    sends.later_step()
    assert sends.accounts.get(sends.account).state is AccountState.EXPIRED
    assert {sends.sending(intent).hold for intent in intents} == {Hold.EXPIRED}
    assert sends.routes.route(sends.comment(uid="9"), Audience.PUBLIC).is_expired


def test_a_busy_platform_is_asked_three_times_and_then_no_more(sends: Sends):
    intent = sends.press(sends.comment())
    for _ in range(3):
        sends.box.will(Reaction.RETRY, code="10009")
    tries = 0
    while sends.state(intent) is IntentState.QUEUED and tries < 10:
        step = sends.step()
        sends.clock.at = max(sends.clock.at, step.again_at or sends.clock.at)
        tries += 1
    assert sends.state(intent) is IntentState.REFUSED
    assert sends.sending(intent).attempts == 3
    assert sends.box.posted == []


def test_a_rate_limit_keeps_it_until_it_may_go(sends: Sends):
    intent = sends.press(sends.comment())
    until = sends.clock.at + timedelta(minutes=20)
    sends.box.will(Reaction.RATE_LIMIT, code="10023", retry_at=until)
    step = sends.later_step()
    assert step.again_at == until
    assert sends.later_step().again_at == until
    sends.clock.at = until
    sends.step()
    assert sends.state(intent) is IntentState.SENT


def test_the_days_budget_keeps_it_until_midnight(sends: Sends):
    sends.operator.shop.change(API_DAILY_CALLS, 20)
    for number in range(20):
        sends.press(sends.comment(uid=str(number)), f"您好{number}")
    sends.clock.advance(seconds=5)
    for _ in range(20):
        sends.step()
    last = sends.press(sends.comment(uid="99"))
    step = sends.later_step()
    assert step.again_at is not None
    assert step.again_at.hour == 16, "midnight in Beijing"
    assert (len(sends.box.posted), sends.state(last)) == (20, IntentState.QUEUED)


def test_the_check_knows_what_is_on_its_way(sends: Sends):
    sends.press(sends.comment(uid="1"), "已经帮您催快递了")
    other = sends.comment(uid="2")
    found = sends.operator.replies.check("已经帮您催快递了", ticket=other, audience=Audience.PUBLIC)
    assert "repeat" in {finding.kind.value for finding in found}


def test_a_restart_leaves_nothing_to_chance(sends: Sends, open_desk: OpenDesk):
    leaving, queued = sends.press(sends.comment(uid="1")), sends.press(sends.comment(uid="2"))
    sends.clock.advance(seconds=5)
    sends.operator.outbox.begin(leaving.id)
    restarted = open_desk()
    restarted.outbox.settle()
    counts = restarted.outbox.counts()
    assert (counts.unknown, counts.held, counts.leaving) == (1, 1, 0)
    assert restarted.outbox.get(leaving.id).state is IntentState.UNKNOWN
    again = restarted.outbox.get(queued.id)
    assert again.sending is not None
    assert again.sending.hold is Hold.RESTART


def test_an_acknowledgement_leaves_the_turn_open(sends: Sends):
    ticket = sends.comment()
    intent = sends.press(ticket, "已收到，正在核实", is_ack=True)
    assert sends.served() == ticket
    with pytest.raises(ReplyBlockedError):
        sends.press(ticket, "查到了")
    sends.later_step()
    assert sends.state(intent) is IntentState.SENT
    view = sends.operator.inbox.view(ticket)
    assert (view.ticket.waits_for, view.ticket.acked) == (WaitsFor.US, True)
    with pytest.raises(ReplyBlockedError):
        sends.press(ticket, "再说一次收到", is_ack=True)
