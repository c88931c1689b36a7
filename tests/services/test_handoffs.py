"""转交: the package and its code, the answer that comes back, the second transfer, holding replies."""

from datetime import datetime, timedelta

import pytest
from msgspec.structs import replace

from weibo_operator.domain.clock import CHINA
from weibo_operator.domain.contact import CardText
from weibo_operator.domain.errors import InvalidInputError, NotFoundError
from weibo_operator.domain.handoff import HandoffState
from weibo_operator.domain.labels import Aspect, Audience, Level, State
from weibo_operator.domain.reply import AfterSend
from weibo_operator.domain.settings import HANDOFF_HOURS, HOTLINE
from weibo_operator.domain.ticket import WaitsFor


@pytest.fixture
def ticket(operator, customers):
    message = customers.message("快递三天没动了", under="p1", nickname="小李", followers=126_000)
    return operator.intake.capture(message).value


def forward(operator, ticket, **changes):
    form = replace(operator.handoffs.defaults(ticket).form, **changes)
    return operator.handoffs.forward(form).value


def answer_customer(operator, ticket, after, text="转给物流了"):
    intent = operator.replies.copy(ticket, audience=Audience.PUBLIC, text=text, after=after)
    operator.replies.confirm(intent.id)


def test_the_form_is_prefilled(operator, ticket, customers):
    operator.intake.capture(customers.message("急", under="p1", nickname="小李"))
    defaults = operator.handoffs.defaults(ticket)
    assert defaults.form.description == "快递三天没动了\n急"
    assert defaults.form.department in defaults.departments
    assert defaults.transfer_number == 1
    assert defaults.form.due_at == datetime(2026, 11, 20, 13, 30, tzinfo=CHINA)
    operator.shop.change(HANDOFF_HOURS, 2)
    assert operator.handoffs.default_due("物流部") == datetime(2026, 11, 19, 16, 30, tzinfo=CHINA)


def test_the_package_holds_the_forms_columns(operator, ticket, clock):
    handed = forward(
        operator,
        ticket,
        description="订单没有物流\n信息",
        department="物流部",
        aspect=Aspect.SERVICE,
        level=Level.P1,
        contact="小赵",
        due_at=clock.now() + timedelta(days=1),
    )
    for words in (
        "物流部",
        "关于服务",
        "订单没有物流 信息",
        "小赵",
        "@小李",
        "12.6万",
        "明天 14:10",
        "https://weibo.com/",
    ):
        assert words in handed.package
    assert handed.package.count(handed.code) == 2
    assert "快递三天没动了" in handed.package
    assert "{" not in handed.package


def test_the_package_without_conversation_still_has_the_link(operator, ticket):
    package = forward(operator, ticket, with_conversation=False, with_customer=False).package
    assert "https://weibo.com/" in package
    assert package.count("快递三天没动了") == 1
    assert "12.6万" not in package


def test_what_a_customer_wrote_is_never_a_variable(operator, ticket):
    assert "{编号}和{链接}" in forward(operator, ticket, description="{编号}和{链接}").package


def test_the_holding_reply(operator, ticket):
    form = replace(operator.handoffs.defaults(ticket).form, department="质检部")
    without = operator.handoffs.holding_reply(form)
    assert "质检部" in without
    assert "{" not in without
    operator.shop.change(HOTLINE, "400-100-1000")
    assert "400-100-1000" in operator.handoffs.holding_reply(form)


@pytest.mark.parametrize(
    ("changes", "field"), [({"description": " "}, "description"), ({"department": ""}, "department")]
)
def test_a_form_without_words_is_refused(operator, ticket, changes, field):
    with pytest.raises(InvalidInputError) as refused:
        forward(operator, ticket, **changes)
    assert refused.value.data["field"] == field


def test_an_answer_by_in_the_past_is_refused(operator, ticket, clock):
    with pytest.raises(InvalidInputError):
        forward(operator, ticket, due_at=clock.now())


def test_the_ticket_waits_for_us_until_the_holding_reply_then_for_the_department(operator, ticket):
    forward(operator, ticket)
    assert operator.inbox.view(ticket).ticket.waits_for is WaitsFor.US
    answer_customer(operator, ticket, AfterSend(State.IN_PROGRESS))
    found = operator.inbox.view(ticket).ticket
    assert (found.state, found.waits_for) == (State.IN_PROGRESS, WaitsFor.DEPARTMENT)
    assert operator.inbox.next_up() is None
    assert operator.handoffs.open_ones()[0].state is HandoffState.WAITING


def test_the_departments_answer_brings_the_ticket_back(operator, ticket, clock):
    handed = forward(operator, ticket)
    answer_customer(operator, ticket, AfterSend(State.IN_PROGRESS))
    assert operator.handoffs.attention() == 0
    clock.advance(hours=2)
    answered = operator.handoffs.answer(handed.id, " 已补发，单号SF1 ").value
    assert (answered.state, answered.answer, answered.answered_at) == (
        HandoffState.ANSWERED,
        "已补发，单号SF1",
        clock.now(),
    )
    assert operator.handoffs.attention() == 1
    assert operator.inbox.next_up().card.id == ticket
    answer_customer(operator, ticket, AfterSend(State.CLOSED), "补发了")
    assert operator.handoffs.get(handed.id).state is HandoffState.DONE
    assert operator.handoffs.open_ones() == ()
    assert [found.id for found in operator.handoffs.ended()] == [handed.id]
    with pytest.raises(InvalidInputError):
        operator.handoffs.answer(handed.id, " ")


@pytest.mark.parametrize(
    ("text", "which"),
    [
        ("F-1 已经补发", 0),
        ("回复编号F-2：查到了", 1),
        ("f-12就是这个", 11),
        ("Ｆ－３ 好了", 2),
        ("编号 F-10。", 9),
        ("F-120", None),
        ("已经补发", None),
        ("PDF-1", None),
    ],
)
def test_the_answer_is_recognised_by_its_code(operator, customers, text, which):
    handed = []
    for uid in range(12):
        ticket = operator.intake.capture(customers.message("坏了", uid=str(uid))).value
        handed.append(forward(operator, ticket))
    found = [each.id for each, _ in operator.handoffs.read(text).answers]
    assert found == ([] if which is None else [handed[which].id])


def test_an_ended_handoff_is_not_recognised(operator, ticket):
    handed = forward(operator, ticket)
    operator.inbox.no_reply([ticket], reason="客户自己撤了")
    assert operator.handoffs.get(handed.id).state is HandoffState.WITHDRAWN
    assert [found.id for found in operator.handoffs.read(handed.code).over] == [handed.id]
    late = operator.handoffs.answer(handed.id, "才查到").value
    assert (late.state, late.answer) == (HandoffState.DONE, "才查到")
    assert operator.inbox.view(ticket).ticket.state is State.CLOSED
    assert operator.handoffs.attention() == 0


def test_the_second_transfer_is_numbered_and_ends_the_first(operator, ticket):
    first = forward(operator, ticket, department="物流部")
    operator.handoffs.answer(first.id, "不归我们")
    assert operator.handoffs.defaults(ticket).transfer_number == 2
    second = forward(operator, ticket, department="销售部")
    assert (first.transfer_number, second.transfer_number) == (1, 2)
    assert operator.handoffs.get(first.id).state is HandoffState.DONE
    assert [found.id for found in operator.handoffs.open_ones()] == [second.id]
    assert operator.inbox.view(ticket).ticket.department == "销售部"


def test_a_finished_ticket_may_be_forwarded(operator, ticket):
    operator.inbox.no_reply([ticket], reason="看错了")
    forward(operator, ticket)
    found = operator.inbox.view(ticket).ticket
    assert (found.state, found.closed_at, found.waits_for) == (State.IN_PROGRESS, None, WaitsFor.DEPARTMENT)


def test_nudging_counts_and_reminds(operator, ticket, clock):
    handed = forward(operator, ticket, due_at=clock.now() + timedelta(hours=1))
    clock.advance(hours=4)
    assert operator.handoffs.attention() == 1
    nudged = operator.handoffs.nudge(handed.id).value
    assert (nudged.nudges, nudged.last_nudged_at) == (1, clock.now())
    reminder = operator.handoffs.reminder(nudged)
    assert handed.code in reminder
    assert "3 小时" in reminder
    operator.history.undo()
    assert operator.handoffs.get(handed.id).nudges == 0
    with pytest.raises(NotFoundError):
        operator.handoffs.nudge(999)


def test_answered_ones_come_first_then_by_due_time(operator, customers, clock):
    handed = []
    for uid, hours in enumerate((9, 3, 6)):
        ticket = operator.intake.capture(customers.message("坏了", uid=str(uid))).value
        handed.append(forward(operator, ticket, due_at=clock.now() + timedelta(hours=hours)).id)
    operator.handoffs.answer(handed[0], "好了")
    assert [found.id for found in operator.handoffs.open_ones()] == [handed[0], handed[1], handed[2]]


def test_similar_earlier_ones_are_counted(operator, customers):
    for uid in ("1", "2"):
        ticket = operator.intake.capture(customers.message("快递三天没动了", uid=uid)).value
        forward(operator, ticket)
    ticket = operator.intake.capture(customers.message("快递三天没动了", uid="3")).value
    assert operator.handoffs.defaults(ticket).suggested.same == 2


def test_a_transfer_nobody_answered_counts_as_one(operator, ticket):
    for number, department in enumerate(("物流部", "销售部", "服务部"), start=1):
        assert operator.handoffs.defaults(ticket).transfer_number == number
        assert forward(operator, ticket, department=department).transfer_number == number


def test_the_package_says_how_the_customer_likes_to_be_met(operator, ticket):
    customer = operator.inbox.view(ticket).customer
    operator.important.edit(customer.id, CardText(preferred_way="电话"))
    form = operator.handoffs.defaults(ticket).form
    assert "，希望用电话联系" in operator.handoffs.package(form, "F-1")
    assert "希望用电话联系" not in operator.handoffs.package(replace(form, with_customer=False), "F-1")
