"""Replies: sent exactly once whatever happens, drafts that survive, what follows a confirmed reply."""

import signal
import subprocess
import sys
from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import PROJECT
from tests.services.desk_work import DeskWork
from weibo_operator.domain.clock import CHINA
from weibo_operator.domain.errors import NotFoundError, ReplyBlockedError
from weibo_operator.domain.labels import Audience, Kind, Source, State
from weibo_operator.domain.operations import OperationKind
from weibo_operator.domain.reply import AFTER_SEND_CHOICES, AfterSend, IntentState
from weibo_operator.domain.settings import HOTLINE, OWN_NICKNAME, SHOP_NAME, VISIT_DAYS
from weibo_operator.domain.ticket import WaitsFor

OVER = AfterSend(State.CLOSED)
PUBLIC, PRIVATE = Audience.PUBLIC, Audience.PRIVATE


@pytest.fixture
def ticket(operator, customers):
    return operator.intake.capture(customers.message("杯子碎了", under="p1")).value


def sent(operator, ticket):
    return [message.text for message in operator.inbox.view(ticket).messages if message.direction == "out"]


def once_per_intent(operator):
    """No intent ever has two messages, and exactly the sent ones have one."""
    connection = operator.desk.connection
    messages = [row[0] for row in connection.execute("SELECT intent_id FROM message WHERE direction = 'out'")]
    intents = {row[0] for row in connection.execute("SELECT id FROM intent WHERE state = 'sent'")}
    assert sorted(messages) == sorted(intents)


def test_copying_twice_is_one_reply(operator, ticket):
    first = operator.replies.copy(ticket, audience=PUBLIC, text="马上换", after=OVER)
    again = operator.replies.copy(ticket, audience=PUBLIC, text="马上换", after=AfterSend(State.IN_PROGRESS))
    assert again == first
    assert operator.replies.undecided() == (first,)


@pytest.mark.parametrize(("text", "audience"), [("另一句", PUBLIC), ("马上换", PRIVATE)])
def test_another_text_waits_for_the_first_ones_confirmation(operator, ticket, text, audience):
    operator.replies.copy(ticket, audience=PUBLIC, text="马上换", after=OVER)
    with pytest.raises(ReplyBlockedError) as refused:
        operator.replies.copy(ticket, audience=audience, text=text, after=OVER)
    assert refused.value.data == {"reason": "undecided", "detail": "马上换"}


@pytest.mark.parametrize("text", ["", "  \n\u3000"])
def test_an_empty_reply_is_refused(operator, ticket, text):
    with pytest.raises(ReplyBlockedError):
        operator.replies.copy(ticket, audience=PUBLIC, text=text, after=OVER)
    assert operator.replies.undecided() == ()


def test_confirming_twice_is_one_message(operator, ticket):
    intent = operator.replies.copy(ticket, audience=PUBLIC, text="马上换", after=OVER)
    first, second = (operator.replies.confirm(intent.id) for _ in range(2))
    assert first.value.state is second.value.state is IntentState.SENT
    assert second.operation is None
    assert sent(operator, ticket) == ["马上换"]
    once_per_intent(operator)


def test_a_restart_between_copying_and_confirming(open_desk, customers):
    before = open_desk()
    ticket = before.intake.capture(customers.message("杯子碎了")).value
    intent = before.replies.copy(ticket, audience=PUBLIC, text="马上换", after=OVER)
    before.close()
    after = open_desk()
    assert after.replies.undecided() == (intent,)
    assert after.replies.undecided(ticket) == (intent,)
    assert sent(after, ticket) == []
    after.replies.confirm(intent.id)
    assert sent(after, ticket) == ["马上换"]


def test_two_windows_confirm_the_same_reply(open_desk, customers):
    one, other = open_desk(), open_desk()
    ticket = one.intake.capture(customers.message("杯子碎了")).value
    first = one.replies.copy(ticket, audience=PUBLIC, text="马上换", after=OVER)
    assert other.replies.copy(ticket, audience=PUBLIC, text="马上换", after=OVER).id == first.id
    one.replies.confirm(first.id)
    assert other.replies.confirm(first.id).operation is None
    assert other.replies.withdraw(first.id).state is IntentState.SENT
    once_per_intent(one)
    assert sent(one, ticket) == ["马上换"]


def test_withdrawing_after_confirming_changes_nothing(operator, ticket):
    intent = operator.replies.copy(ticket, audience=PUBLIC, text="马上换", after=OVER)
    operator.replies.confirm(intent.id)
    assert operator.replies.withdraw(intent.id).state is IntentState.SENT
    assert operator.replies.drafts(ticket) == {}


def test_withdrawn_the_text_is_the_draft_and_can_not_be_confirmed(operator, ticket):
    intent = operator.replies.copy(ticket, audience=PUBLIC, text="马上换", after=OVER)
    operator.replies.save_draft(ticket, PUBLIC, "另起一句")
    operator.replies.withdraw(intent.id)
    operator.replies.withdraw(intent.id)
    assert operator.replies.drafts(ticket) == {PUBLIC: "马上换\n另起一句"}
    assert operator.replies.confirm(intent.id).value.state is IntentState.WITHDRAWN
    assert sent(operator, ticket) == []
    assert operator.inbox.view(ticket).ticket.state is State.NEW


def test_an_unknown_intent_is_told(operator):
    with pytest.raises(NotFoundError):
        operator.replies.confirm("0" * 32)


PRESSES = st.lists(
    st.tuples(st.sampled_from(["copy", "confirm", "withdraw", "undo", "redo", "restart", "write"]), st.integers(0, 2)),
    max_size=25,
)


@settings(deadline=None, max_examples=60)
@given(PRESSES)
def test_whatever_is_pressed_each_intent_is_sent_at_most_once(language, tmp_path_factory, presses):
    work = DeskWork(language, tmp_path_factory.mktemp("presses") / "desk.db")
    work.step("capture", 0)
    (ticket,) = work.operator.inbox.pane(State.NEW)
    known = []
    try:
        for press, which in presses:
            replies = work.operator.replies
            try:
                if press == "copy":
                    known.append(replies.copy(ticket, audience=PUBLIC, text=f"您好{which}", after=OVER).id)
                elif press in ("confirm", "withdraw") and known:
                    getattr(replies, press)(known[which % len(known)])
                elif press in ("undo", "redo"):
                    last = work.operator.history.last()
                    if press == "redo" or (last is not None and last.kind is OperationKind.REPLY):
                        getattr(work.operator.history, press)()
                elif press == "restart":
                    work.restart()
                elif press == "write":
                    work.step("capture", 0)
            except (ReplyBlockedError, NotFoundError):
                pass
            except Exception as error:
                if type(error).__name__ not in ("NothingToUndoError", "UndoBarrierError"):
                    raise
            once_per_intent(work.operator)
            waiting = work.operator.replies.undecided()
            assert len(waiting) <= 1
    finally:
        work.operator.close()


POINTS = ["drafted", "copied", "confirmed", "undone", *(f"write{number}" for number in range(1, 14))]


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL on this system")
@pytest.mark.parametrize("point", POINTS)
def test_killed_at_any_step_nothing_is_lost_or_sent_twice(open_desk, customers, tmp_path, point):
    before = open_desk()
    ticket = before.intake.capture(customers.message("杯子碎了")).value
    before.close()
    command = [sys.executable, "-m", "tests.services.killed_desk", str(tmp_path / "desk.db"), point]
    child = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False, timeout=60)
    assert child.returncode in (-signal.SIGKILL, 0), child.stderr
    after = open_desk()
    assert all(check.ok for check in after.health.examine())
    once_per_intent(after)
    waiting, drafts = after.replies.undecided(), after.replies.drafts(ticket)
    found = sent(after, ticket)
    text = "这就给您换"
    if point == "write1":
        assert (waiting, dict(drafts), found) == ((), {}, [])
    else:
        # The words are in exactly one of: the editor (and waiting for the answer), or on the customer's page.
        assert (drafts.get(PUBLIC) == text) != (found == [text])
    if point == "copied":
        assert [intent.text for intent in waiting] == [text]
    for intent in waiting:
        after.replies.confirm(intent.id)
        after.replies.confirm(intent.id)
    assert len(sent(after, ticket)) <= 1
    once_per_intent(after)


def test_public_and_private_drafts_are_two(operator, ticket):
    operator.replies.save_draft(ticket, PUBLIC, "公开的话")
    operator.replies.save_draft(ticket, PRIVATE, "私下的话")
    intent = operator.replies.copy(ticket, audience=PUBLIC, text="公开的话", after=AfterSend(State.IN_PROGRESS))
    operator.replies.confirm(intent.id)
    assert operator.replies.drafts(ticket) == {PRIVATE: "私下的话"}
    (own,) = [message for message in operator.inbox.view(ticket).messages if message.direction == "out"]
    assert own.audience is PUBLIC
    operator.replies.save_draft(ticket, PRIVATE, "")
    assert operator.replies.drafts(ticket) == {}


def test_a_draft_belongs_to_its_ticket_and_survives_a_restart(open_desk, customers):
    one = open_desk()
    first, second = (one.intake.capture(customers.message("在吗", uid=uid)).value for uid in ("1", "2"))
    one.replies.save_draft(first, PUBLIC, "给一的")
    one.replies.save_draft(second, PUBLIC, "给二的")
    one.close()
    two = open_desk()
    assert two.replies.drafts(first) == {PUBLIC: "给一的"}
    assert two.replies.drafts(second) == {PUBLIC: "给二的"}


def test_what_was_begun_after_copying_stays(operator, ticket):
    intent = operator.replies.copy(ticket, audience=PUBLIC, text="马上换", after=OVER)
    operator.replies.save_draft(ticket, PUBLIC, "下一句")
    operator.replies.confirm(intent.id)
    assert operator.replies.drafts(ticket) == {PUBLIC: "下一句"}


@pytest.mark.parametrize("after", AFTER_SEND_CHOICES)
def test_the_state_and_the_visit_after_sending(operator, ticket, after):
    operator.shop.change(VISIT_DAYS[Kind.COMPLAINT], 0)
    intent = operator.replies.copy(ticket, audience=PRIVATE, text="马上换", after=after)
    operator.replies.confirm(intent.id)
    found = operator.inbox.view(ticket).ticket
    assert found.state is after.state
    assert found.audience is PRIVATE
    assert found.open_turn_id is None
    assert found.waiting_since is None
    assert found.waits_for is (WaitsFor.NOBODY if after.state is State.CLOSED else WaitsFor.CUSTOMER)
    visits = operator.follow_ups.due_list()
    if after.follow_up_days is None:
        assert visits == ()
        assert found.follow_up_at is None
    else:
        day = datetime(2026, 11, 19, 10, tzinfo=CHINA) + timedelta(days=after.follow_up_days)
        assert [visit.due_at for visit in visits] == [day]
        assert found.follow_up_at == day


def test_a_finished_ticket_has_no_visit_even_if_days_are_named(operator, ticket):
    operator.shop.change(VISIT_DAYS[Kind.COMPLAINT], 0)
    intent = operator.replies.copy(ticket, audience=PUBLIC, text="马上换", after=AfterSend(State.CLOSED, 3))
    operator.replies.confirm(intent.id)
    assert operator.follow_ups.due_list() == ()


def test_answering_again_replaces_the_visit(operator, ticket, customers):
    for after in (AfterSend(State.FOLLOW_UP, 3), AfterSend(State.FOLLOW_UP, 7)):
        intent = operator.replies.copy(ticket, audience=PUBLIC, text=f"{after}", after=after)
        operator.replies.confirm(intent.id)
    (visit,) = operator.follow_ups.due_list()
    assert visit.due_at == datetime(2026, 11, 26, 10, tzinfo=CHINA)


def test_an_acknowledgement_stops_the_first_touch_only(operator, ticket):
    text = operator.replies.acknowledgement(ticket, ("收到了", "看到了"))
    intent = operator.replies.copy(ticket, audience=PUBLIC, text=text, after=OVER, is_ack=True)
    outcome = operator.replies.confirm(intent.id)
    found = operator.inbox.view(ticket).ticket
    assert found.state is State.IN_PROGRESS
    assert found.acked
    assert found.open_turn_id is not None
    assert found.waits_for is WaitsFor.US
    assert operator.inbox.next_up().card.id == ticket
    assert outcome.operation is not None
    assert operator.history.last().kind is OperationKind.ACKNOWLEDGE
    assert operator.inbox.progress().answered_today == 0


def test_an_acknowledgement_is_sent_once_a_turn(operator, ticket, customers):
    def acknowledge():
        intent = operator.replies.copy(ticket, audience=PUBLIC, text="收到", after=OVER, is_ack=True)
        operator.replies.confirm(intent.id)

    acknowledge()
    with pytest.raises(ReplyBlockedError) as refused:
        operator.replies.acknowledgement(ticket, ("收到",))
    assert refused.value.data["reason"] == "already_acknowledged"
    with pytest.raises(ReplyBlockedError):
        acknowledge()
    intent = operator.replies.copy(ticket, audience=PUBLIC, text="换好了", after=AfterSend(State.IN_PROGRESS))
    operator.replies.confirm(intent.id)
    with pytest.raises(ReplyBlockedError) as refused:
        operator.replies.acknowledgement(ticket, ("收到",))
    assert refused.value.data["reason"] == "no_turn"
    operator.intake.capture(customers.message("又坏了", under="p1"))
    acknowledge()
    assert sent(operator, ticket) == ["收到", "换好了", "收到"]


def test_the_acknowledgements_wording_changes(operator, customers):
    wordings = operator.templates.acknowledgements()
    given_out = []
    for uid in ("1", "2"):
        ticket = operator.intake.capture(customers.message("在吗", uid=uid)).value
        given_out.append(operator.replies.acknowledgement(ticket, wordings))
        intent = operator.replies.copy(ticket, audience=PUBLIC, text=given_out[-1], after=OVER, is_ack=True)
        operator.replies.confirm(intent.id)
    assert given_out[0] != given_out[1]


def test_an_acknowledgement_that_was_not_sent_leaves_its_wording(operator, ticket):
    wordings = operator.templates.acknowledgements()
    wording = operator.replies.acknowledgement(ticket, wordings)
    intent = operator.replies.copy(ticket, audience=PUBLIC, text=wording, after=OVER, is_ack=True)
    assert operator.replies.withdraw(intent.id).state is IntentState.WITHDRAWN
    assert operator.replies.acknowledgement(ticket, wordings) == wording


def test_the_view_is_stale_when_the_customer_wrote_again(operator, ticket, customers):
    opened = operator.replies.opened(ticket)
    assert not operator.replies.is_stale(opened)
    operator.replies.save_draft(ticket, PUBLIC, "在写")
    operator.intake.capture(customers.message("别人的事", uid="2"))
    assert not operator.replies.is_stale(opened)
    operator.intake.capture(customers.message("对了，是两个", under="p1"))
    assert operator.replies.is_stale(opened)


def test_two_customers_may_get_the_same_text(operator, customers):
    for uid in ("1", "2"):
        ticket = operator.intake.capture(customers.message("在吗", uid=uid)).value
        intent = operator.replies.copy(ticket, audience=PRIVATE, text="在的", after=OVER)
        operator.replies.confirm(intent.id)
        assert sent(operator, ticket) == ["在的"]
    assert operator.inbox.progress().answered_today == 2


def test_a_public_reply_opens_the_post_a_private_one_the_person(operator, customers):
    message = customers.message("在吗")
    ticket = operator.intake.capture(message).value
    public = operator.replies.copy(ticket, audience=PUBLIC, text="在", after=OVER)
    assert public.link == message.link
    operator.replies.withdraw(public.id)
    assert operator.replies.copy(ticket, audience=PRIVATE, text="在", after=OVER).link == message.profile_url


def test_a_reply_to_a_private_message_is_stored_as_private(operator, customers):
    ticket = operator.intake.capture(customers.message("订单号123", source=Source.PRIVATE)).value
    intent = operator.replies.copy(ticket, audience=PRIVATE, text="查到了", after=OVER)
    operator.replies.confirm(intent.id)
    assert operator.inbox.view(ticket).messages[-1].audience is PRIVATE


def test_the_word_lists(operator):
    book = operator.words
    for word, purpose in (("橙果", "term"), ("橙果", "term"), ("的得", "ignore")):
        book.remember(word, purpose)
    assert book.words("term") == ("橙果",)
    assert book.words("ignore") == ("的得",)
    book.forget("橙果", "term")
    book.forget("没有过", "term")
    assert book.words("term") == ()
    assert book.words("ignore") == ("的得",)


def test_the_variables_of_a_ticket(operator, ticket):
    operator.shop.change(OWN_NICKNAME, "橙果客服")
    assert operator.replies.variables(ticket)["店铺"] == "橙果客服"
    operator.shop.change(SHOP_NAME, "橙果数码")
    operator.shop.change(HOTLINE, "400-100")
    values = operator.replies.variables(ticket)
    assert (values["店铺"], values["热线"], values["客户"]) == ("橙果数码", "400-100", "客户1001")
    operator.inbox.set_labels(ticket, department="无")
    assert operator.replies.variables(ticket)["部门"] == ""


def test_the_desk_check_knows_our_last_comment(operator, ticket, customers):
    intent = operator.replies.copy(ticket, audience=PUBLIC, text="已经安排好了", after=OVER)
    operator.replies.confirm(intent.id)
    other = operator.intake.capture(customers.message("在吗", uid="2")).value
    kinds = {found.kind.value for found in operator.replies.check("已经安排好了", ticket=other, audience=PUBLIC)}
    assert "repeat" in kinds
    assert operator.replies.check("您好", ticket=None, audience=PUBLIC) == ()
