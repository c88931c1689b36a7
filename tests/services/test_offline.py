"""线下已解决 → 线上反馈: the visit that reminds, the link checked, what is still missing, undo and a restart."""

from datetime import datetime

import pytest

from weibo_operator.domain.clock import CHINA
from weibo_operator.domain.errors import InvalidInputError, NotFoundError
from weibo_operator.domain.labels import Audience, State
from weibo_operator.domain.operations import OperationKind
from weibo_operator.domain.reply import AfterSend
from weibo_operator.services.offline import QUESTION

POST = "https://weibo.com/1234567890/N8x9y0Z1a"


@pytest.fixture
def ticket(operator, customers):
    found = operator.intake.capture(customers.message("杯子碎了，投诉", under="p1")).value
    after = AfterSend(State.IN_PROGRESS)
    intent = operator.replies.copy(found, audience=Audience.PUBLIC, text="给您打电话了", after=after)
    operator.replies.confirm(intent.id)
    return found


def state(operator, ticket):
    return operator.inbox.view(ticket).ticket.state


def test_without_the_public_result_a_visit_reminds_of_it(operator, open_desk, ticket):
    operator.offline.record(ticket, "  电话里说好，门店换了新的  ")
    found = operator.offline.of_ticket(ticket)
    assert (found.how, found.link, found.is_fed_back) == ("电话里说好，门店换了新的", "", False)
    (visit,) = operator.follow_ups.due_list()
    assert (visit.ticket_id, visit.question) == (ticket, QUESTION)
    assert visit.due_at == datetime(2026, 11, 22, 10, tzinfo=CHINA)
    assert state(operator, ticket) is State.FOLLOW_UP
    assert (operator.offline.waiting(), open_desk().offline.waiting()) == (1, 1)
    operator.history.undo()
    assert (operator.offline.of_ticket(ticket), operator.follow_ups.due_list()) == (None, ())
    assert state(operator, ticket) is State.IN_PROGRESS


def test_the_public_result_is_brought_later(operator, ticket, clock):
    operator.offline.record(ticket, "门店换了新的")
    solved_at = clock.now()
    clock.advance(days=2)
    operator.offline.record(ticket, "门店换了新的", link=f"[微博] {POST} 分享自客户")
    found = operator.offline.of_ticket(ticket)
    assert (found.link, found.linked_at, found.solved_at) == (POST, clock.now(), solved_at)
    assert operator.offline.waiting() == 0
    kinds = [each.kind for each in operator.history.of_ticket(ticket)]
    assert kinds[-2:] == [OperationKind.OFFLINE_SOLVED, OperationKind.OFFLINE_FED_BACK]
    clock.advance(days=1)
    operator.offline.record(ticket, "门店换了新的，还送了杯刷", link=POST)
    assert operator.offline.of_ticket(ticket).linked_at == found.linked_at
    operator.offline.record(ticket, "门店换了新的")
    assert operator.offline.waiting() == 1


def test_with_the_link_at_once_nothing_reminds(operator, ticket):
    operator.offline.record(ticket, "门店换了新的", link=POST)
    assert operator.follow_ups.due_list() == ()
    assert state(operator, ticket) is State.IN_PROGRESS


def test_a_visit_that_is_planned_anyway_stays_as_it_is(operator, ticket, clock):
    due = clock.now().replace(day=30)
    operator.follow_ups.plan(ticket, due_at=due, question="问问还漏不漏")
    operator.offline.record(ticket, "门店换了新的")
    (visit,) = operator.follow_ups.due_list()
    assert (visit.due_at, visit.question) == (due, "问问还漏不漏")


@pytest.mark.parametrize(
    ("how", "link", "reason"), [(" ", "", "empty"), ("换了", "weibo.com", "not_a_post"), ("换了", "谢谢", "not_a_post")]
)
def test_what_can_not_be_noted(operator, ticket, how, link, reason):
    with pytest.raises(InvalidInputError) as refused:
        operator.offline.record(ticket, how, link=link)
    assert refused.value.data["reason"] == reason
    assert operator.offline.of_ticket(ticket) is None


def test_it_is_taken_off_again(operator, ticket):
    operator.offline.record(ticket, "换了")
    operator.offline.drop(ticket)
    assert operator.offline.waiting() == 0
    with pytest.raises(NotFoundError):
        operator.offline.drop(ticket)
    operator.history.undo()
    assert operator.offline.waiting() == 1
