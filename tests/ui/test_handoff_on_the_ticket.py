"""The steps of a complex case stand in the ticket's own conversation, each with its time and person (mission E2)."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from tests.conftest import Customers, SetClock
from ui.handoff.timeline import step_lines
from ui.reply.rows import Event, conversation_rows
from weibo_operator.bootstrap import Operator
from weibo_operator.domain.handoff import Asks, Handoff, Verdict
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.labels import Audience, State
from weibo_operator.domain.reply import AfterSend
from weibo_operator.domain.settings import SIGNATURE
from weibo_operator.services.handoff_cards import may_become_card


@pytest.fixture
def ticket(operator: Operator, customers: Customers) -> TicketId:
    operator.shop.change(SIGNATURE, "——小橙")
    found = operator.intake.capture(customers.message("快递三天没动了", under="p")).value
    assert found is not None
    return found


def lines(operator: Operator, ticket: TicketId) -> list[str]:
    view = operator.inbox.view(ticket)
    rows = conversation_rows(view, view.messages, operator.desk.now())
    return [row.text for row in rows if isinstance(row, Event)]


def hand_over(operator: Operator, clock: SetClock, ticket: TicketId, **changes: object) -> Handoff:
    """Collected now, handed over three minutes later."""
    form = replace(operator.handoffs.defaults(ticket).form, **changes)
    clock.advance(minutes=3)
    return operator.handoffs.forward(form).value


def reply(operator: Operator, ticket: TicketId) -> None:
    after = AfterSend(State.FOLLOW_UP, 3)
    intent = operator.replies.copy(ticket, audience=Audience.PUBLIC, text="已经补发，抱歉让您久等", after=after)
    operator.replies.confirm(intent.id)


def test_every_step_has_its_time_and_person(operator: Operator, clock: SetClock, ticket: TicketId) -> None:
    handed = hand_over(operator, clock, ticket, department="物流部")
    clock.advance(hours=1)
    operator.handoffs.answer(handed.id, "包裹找到了", expert="李工", partial=True)
    assert "今天 15:13 物流部答了一部分（李工）：包裹找到了" in lines(operator, ticket)
    clock.advance(hours=1)
    operator.handoffs.answer(handed.id, "明天送到", expert="王姐")
    clock.advance(minutes=5)
    reply(operator, ticket)
    collected, handed_over, answered, told = lines(operator, ticket)[:4]
    assert collected == "今天 14:10 收集问题，小橙"
    assert handed_over.startswith("今天 14:13 分类（投诉，关于服务，")
    assert "程序建议），已转交物流部（F-1），期限明天" in handed_over
    assert handed_over.endswith("，小橙")
    assert answered == "今天 16:13 物流部已反馈（李工、王姐）：包裹找到了\n明天送到"
    assert told == "今天 16:18 已按 F-1 的反馈答复客户，小橙"


def test_what_takes_no_minute_is_one_line(operator: Operator, ticket: TicketId) -> None:
    operator.handoffs.forward(operator.handoffs.defaults(ticket).form)
    (line,) = lines(operator, ticket)
    assert line.startswith("今天 14:10 收集问题，分类（")


def test_the_second_transfer_and_the_end_of_the_first_are_told(
    operator: Operator, clock: SetClock, ticket: TicketId
) -> None:
    hand_over(operator, clock, ticket, department="物流部")
    hand_over(operator, clock, ticket, department="服务部")
    told = lines(operator, ticket)
    assert "今天 14:16 不再等物流部答复（F-1）" in told
    assert any("已转交服务部（F-2）" in line and "第 2 次转交" in line for line in told)


def test_how_often_a_matter_was_handed_over_is_said_first(
    operator: Operator, clock: SetClock, ticket: TicketId
) -> None:
    hand_over(operator, clock, ticket, department="物流部")
    again = hand_over(operator, clock, ticket, department="服务部")
    assert step_lines(operator.handoffs.get(again.id), clock.now())[2].parts[0] == "第 2 次转交"


def test_an_answer_that_led_to_another_desk_was_no_answer_to_the_customer(
    operator: Operator, clock: SetClock, ticket: TicketId
) -> None:
    first = hand_over(operator, clock, ticket, department="物流部")
    operator.handoffs.answer(first.id, "不归我们管")
    hand_over(operator, clock, ticket, department="服务部")
    assert not [line for line in lines(operator, ticket) if "答复客户" in line]
    replaced = operator.handoffs.get(first.id)
    assert step_lines(replaced, clock.now())[-1].parts == ("没有用这份反馈，又转交了",)
    assert not may_become_card(replaced)


def test_an_answer_nobody_passed_on_is_not_told_as_if_it_were(
    operator: Operator, clock: SetClock, ticket: TicketId
) -> None:
    dropped = hand_over(operator, clock, ticket, department="物流部")
    operator.handoffs.answer(dropped.id, "包裹找到了")
    operator.inbox.no_reply([ticket], reason="客户说不用了")
    ended = operator.handoffs.get(dropped.id)
    told = lines(operator, ticket)
    assert not [line for line in told if "已按" in line]
    assert "今天 14:13 没有按 F-1 的反馈答复客户就结束了" in told
    assert step_lines(ended, clock.now())[-1].parts == ("没有按这份反馈答复客户",)
    assert not may_become_card(ended)


def test_a_late_answer_to_a_finished_ticket_is_kept_and_told_as_no_reply(
    operator: Operator, clock: SetClock, ticket: TicketId
) -> None:
    dropped = hand_over(operator, clock, ticket, department="物流部")
    operator.inbox.no_reply([ticket], reason="客户说不用了")
    clock.advance(hours=2)
    operator.handoffs.answer(dropped.id, "包裹找到了")
    told = lines(operator, ticket)
    assert "今天 14:13 不再等物流部答复（F-1）" in told
    assert "今天 16:13 物流部已反馈：包裹找到了" in told
    assert not [line for line in told if "已按" in line]
    # Taken up again and handed on, it still reached no customer.
    operator.inbox.reopen(ticket)
    operator.handoffs.answer(dropped.id, "包裹找到了，在中转站")
    hand_over(operator, clock, ticket, department="服务部")
    assert not [line for line in lines(operator, ticket) if "已按" in line]


def test_finishing_after_the_holding_reply_ends_the_handoff(
    operator: Operator, clock: SetClock, ticket: TicketId
) -> None:
    handed = hand_over(operator, clock, ticket, department="物流部")
    reply(operator, ticket)
    operator.follow_ups.plan(ticket, due_at=clock.now() + timedelta(days=1))
    operator.inbox.finish(ticket)
    operator.inbox.finish(ticket)
    assert operator.inbox.view(ticket).ticket.state is State.CLOSED
    assert not operator.handoffs.get(handed.id).state.is_open


@pytest.mark.parametrize(
    ("verdict", "text", "line"),
    [
        (Verdict.AGREED, "", "今天 14:13 罗经理已确认"),
        (Verdict.DECLINED, "超出额度", "今天 14:13 罗经理不同意：超出额度"),
    ],
)
def test_a_consent_names_the_person_not_a_department(
    operator: Operator, clock: SetClock, ticket: TicketId, verdict: Verdict, text: str, line: str
) -> None:
    asked = hand_over(operator, clock, ticket, asks=Asks.CONSENT, contact="罗经理（分机 1）")
    operator.handoffs.answer(asked.id, text, verdict=verdict)
    told = lines(operator, ticket)
    assert any("已请罗经理确认（F-1）" in each for each in told)
    assert not any("已转交" in each for each in told)
    assert line in told
