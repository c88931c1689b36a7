"""博友解答: who answered, finishing for that reason, thanks found in our replies or noted, undo and a restart."""

import pytest

from weibo_operator.domain.community import COMMUNITY_REASON
from weibo_operator.domain.errors import InvalidInputError, NotFoundError
from weibo_operator.domain.labels import Audience, State
from weibo_operator.domain.reply import AfterSend

POST = "https://weibo.com/1234567890/N8x9y0Z1a"


@pytest.fixture
def ticket(operator, customers):
    return operator.intake.capture(customers.message("杯盖怎么拆下来洗？", under="p1")).value


def say(operator, ticket, text):
    intent = operator.replies.copy(ticket, audience=Audience.PUBLIC, text=text, after=AfterSend(State.IN_PROGRESS))
    operator.replies.confirm(intent.id)


def test_a_ticket_that_another_user_answered_is_finished_for_that_reason(operator, ticket):
    operator.community.mark(ticket, " @热心小王 ", said="转半圈就下来了", link=f"看这里 {POST}?from=share 就会了")
    found = operator.community.of_ticket(ticket)
    assert (found.nickname, found.said, found.link, found.asker) == (
        "热心小王",
        "转半圈就下来了",
        f"{POST}?from=share",
        "客户1001",
    )
    held = operator.inbox.view(ticket).ticket
    assert (held.state, held.close_reason, held.open_turn_id) == (State.CLOSED, COMMUNITY_REASON, None)
    operator.history.undo()
    assert operator.community.of_ticket(ticket) is None
    assert operator.inbox.view(ticket).ticket.state is State.NEW
    operator.history.redo()
    assert operator.community.of_ticket(ticket) == found


def test_without_finishing_the_answer_is_still_owed(operator, ticket):
    operator.community.mark(ticket, "热心小王", finish=False)
    assert operator.inbox.view(ticket).ticket.open_turn_id is not None


def test_a_mark_is_changed_or_taken_off(operator, ticket):
    operator.community.mark(ticket, "热心小王")
    number = operator.community.of_ticket(ticket).id
    operator.community.note_thanked(number)
    operator.community.mark(ticket, "热心小李", said="转一圈")
    found = operator.community.of_ticket(ticket)
    assert (found.id, found.nickname, found.said, found.thanked) == (number, "热心小李", "转一圈", False)
    operator.community.drop(ticket)
    assert operator.community.helpful_users() == ()
    with pytest.raises(NotFoundError):
        operator.community.drop(ticket)
    operator.history.undo()
    assert operator.community.of_ticket(ticket).nickname == "热心小李"


@pytest.mark.parametrize(
    ("name", "link", "reason"),
    [
        ("  @ ", "", "empty"),
        ("长" * 31, "", "name"),
        ("客户1001", "", "own_answer"),
        ("热心小王", "https://example.com/1", "not_a_post"),
        ("热心小王", "https://weibo.com/1234567890", "not_a_post"),
    ],
)
def test_what_can_not_be_marked(operator, ticket, name, link, reason):
    with pytest.raises(InvalidInputError) as refused:
        operator.community.mark(ticket, name, link=link)
    assert refused.value.data["reason"] == reason
    assert operator.community.of_ticket(ticket) is None


def test_thanks_are_the_first_reply_that_names_them(operator, ticket, clock):
    operator.community.mark(ticket, "小王", finish=False)
    say(operator, ticket, "@小王子 也说得对")
    assert not operator.community.of_ticket(ticket).thanked
    clock.advance(hours=1)
    say(operator, ticket, "谢谢 @小王 的热心解答！")
    thanked_at = clock.now()
    clock.advance(hours=1)
    say(operator, ticket, "再谢一次 @小王 的解答")
    found = operator.community.of_ticket(ticket)
    assert (found.thanked_at, found.thanks) == (thanked_at, "谢谢 @小王 的热心解答！")


def test_thanks_given_elsewhere_are_noted_and_taken_back(operator, ticket, clock):
    operator.community.mark(ticket, "小王")
    number = operator.community.of_ticket(ticket).id
    operator.community.note_thanked(number)
    assert (operator.community.of_ticket(ticket).thanked_at, operator.community.of_ticket(ticket).thanks) == (
        clock.now(),
        "",
    )
    operator.history.undo()
    assert not operator.community.of_ticket(ticket).thanked
    with pytest.raises(NotFoundError):
        operator.community.note_thanked(number + 1)


def test_the_board_counts_each_persons_answers(operator, open_desk, customers, clock):
    tickets = []
    for number, helper in enumerate(("小王", "小李", "小王")):
        said = customers.message(f"第 {number} 个问题，怎么安装？", uid=f"20{number}", under=f"q{number}")
        tickets.append(operator.intake.capture(said).value)
        operator.community.mark(tickets[-1], helper)
        clock.advance(hours=1)
    known = operator.intake.capture(customers.message("我也想问一句", uid="77", nickname="小王", followers=900)).value
    operator.community.note_thanked(operator.community.of_ticket(tickets[2]).id)
    first, second = open_desk().community.helpful_users()
    assert (first.nickname, len(first.answers), first.unthanked, first.ticket_id) == ("小王", 2, 1, tickets[0])
    assert (first.customer_id, first.followers) == (operator.inbox.view(known).ticket.customer_id, 900)
    assert first.last_thanked_at == clock.now()
    assert (second.nickname, second.customer_id, second.to_thank.ticket_id) == ("小李", None, tickets[1])


def test_whoever_wrote_to_the_customer_under_the_post_may_have_answered(operator, customers, clock):
    asked = operator.intake.capture(customers.message("杯盖怎么拆？", uid="1", nickname="小张", under="p1")).value
    clock.advance(minutes=5)
    operator.intake.capture(customers.message("@小张 往左拧就行", uid="2", nickname="热心小王", under="p1"))
    operator.intake.capture(customers.message("好看", uid="3", nickname="路人", under="p1"))
    operator.intake.capture(customers.message("@小张 在吗", uid="4", nickname="别处的人", under="p2"))
    (found,) = operator.community.candidates(asked)
    assert (found.nickname, found.said) == ("热心小王", "@小张 往左拧就行")


def test_a_named_person_may_have_answered(operator, customers):
    asked = operator.intake.capture(customers.message("问了 @热心小王 才知道，谢谢", uid="1")).value
    assert [each.nickname for each in operator.community.candidates(asked)] == ["热心小王"]
