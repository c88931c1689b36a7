"""Chatter gathered for one look: what is in it, that the rotation leaves it alone, closing and putting back."""

import pytest

from tests.conftest import Customers, SetClock
from weibo_operator.bootstrap import Operator
from weibo_operator.domain.errors import InvalidInputError
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.labels import Kind, Level, State
from weibo_operator.domain.reply import AfterSend
from weibo_operator.services.gathered import REASON

CHATTER, SPAM, COMPLAINT = "哈哈哈哈", "加V信领优惠券，日结兼职三百", "快递三天没动了，投诉"


def capture(operator: Operator, customers: Customers, text: str, uid: str, **facts: str) -> TicketId:
    ticket = operator.intake.capture(customers.message(text, uid=uid, **facts)).value
    assert ticket is not None
    return ticket


def gathered(operator: Operator) -> set[TicketId]:
    return {row.ticket for row in operator.gathered.listed()}


def served(operator: Operator) -> TicketId | None:
    found = operator.inbox.next_up()
    return None if found is None else found.card.id


def test_chatter_and_spam_are_gathered_and_never_served(operator: Operator, customers: Customers) -> None:
    chatter = capture(operator, customers, CHATTER, "1")
    spam = capture(operator, customers, SPAM, "2")
    assert gathered(operator) == {chatter, spam}
    assert served(operator) is None
    complaint = capture(operator, customers, COMPLAINT, "3")
    assert gathered(operator) == {chatter, spam}
    assert operator.gathered.count() == 2
    assert served(operator) == complaint
    assert set(operator.inbox.pane(State.NEW)) == {chatter, spam, complaint}


def test_whoever_has_something_else_open_is_left_alone(operator: Operator, customers: Customers) -> None:
    chatter = capture(operator, customers, CHATTER, "1", under="p1")
    assert gathered(operator) == {chatter}
    complaint = capture(operator, customers, COMPLAINT, "1", under="p2")
    assert complaint != chatter
    assert gathered(operator) == set()
    operator.history.undo()
    assert gathered(operator) == {chatter}
    assert served(operator) is None


def test_once_the_other_matter_is_done_the_chatter_is_gathered(operator: Operator, customers: Customers) -> None:
    chatter = capture(operator, customers, CHATTER, "1", under="p1")
    complaint = capture(operator, customers, COMPLAINT, "1", under="p2")
    operator.inbox.no_reply([complaint], reason="电话里说清了")
    assert gathered(operator) == {chatter}
    operator.history.undo()
    assert gathered(operator) == set()


def test_several_pieces_of_chatter_by_one_person_are_all_gathered(operator: Operator, customers: Customers) -> None:
    posts = {capture(operator, customers, SPAM, "1", under=f"p{number}") for number in range(3)}
    assert gathered(operator) == posts


def test_words_that_need_an_answer_bring_the_ticket_back(operator: Operator, customers: Customers) -> None:
    ticket = capture(operator, customers, CHATTER, "1", under="p1")
    assert capture(operator, customers, COMPLAINT, "1", under="p1") == ticket
    assert gathered(operator) == set()
    assert served(operator) == ticket


def test_the_selection_is_closed_as_one_operation(operator: Operator, customers: Customers) -> None:
    every = [capture(operator, customers, CHATTER, str(number)) for number in range(40)]
    kept = every.pop()
    outcome = operator.gathered.close(every)
    assert outcome.operation is not None
    assert gathered(operator) == {kept}
    assert {operator.inbox.view(ticket).ticket.close_reason for ticket in every} == {REASON}
    operator.history.undo()
    assert gathered(operator) == {*every, kept}
    operator.history.redo()
    assert gathered(operator) == {kept}


def test_what_is_put_back_is_served_and_is_the_operators_word(operator: Operator, customers: Customers) -> None:
    ticket = capture(operator, customers, CHATTER, "1")
    operator.gathered.put_back(ticket)
    found = operator.inbox.view(ticket).ticket
    assert found.kind is Kind.QUESTION
    assert not found.no_reply_advised
    assert gathered(operator) == set()
    assert served(operator) == ticket
    operator.history.undo()
    assert gathered(operator) == {ticket}
    assert operator.inbox.view(ticket).ticket.no_reply_advised


def test_an_unknown_ticket_or_kind_is_refused(operator: Operator, customers: Customers) -> None:
    ticket = capture(operator, customers, CHATTER, "1")
    with pytest.raises(InvalidInputError):
        operator.inbox.set_labels(ticket, kind="不知道")
    assert gathered(operator) == {ticket}


def test_a_level_of_ones_own_takes_a_ticket_out(operator: Operator, customers: Customers) -> None:
    ticket = capture(operator, customers, CHATTER, "1")
    operator.inbox.set_level(ticket, Level.P2)
    assert gathered(operator) == set()
    operator.inbox.set_level(ticket, None)
    assert gathered(operator) == {ticket}


def test_what_was_put_off_comes_back_to_the_list(operator: Operator, customers: Customers, clock: SetClock) -> None:
    ticket = capture(operator, customers, CHATTER, "1")
    operator.inbox.snooze(ticket, until=clock.now().replace(hour=8))
    assert gathered(operator) == set()
    clock.advance(hours=3)
    operator.inbox.wake()
    assert gathered(operator) == {ticket}


def test_an_answered_ticket_is_no_chatter_any_more(operator: Operator, customers: Customers) -> None:
    ticket = capture(operator, customers, CHATTER, "1")
    audience = operator.inbox.view(ticket).ticket.audience
    after = AfterSend(State.IN_PROGRESS)
    intent = operator.replies.copy(ticket, audience=audience, text="谢谢您", after=after)
    operator.replies.confirm(intent.id)
    assert gathered(operator) == set()


def test_the_surest_come_first(operator: Operator, customers: Customers) -> None:
    for number, text in enumerate(("路边的猫在晒太阳呢", SPAM, "嗯", CHATTER, "……")):
        capture(operator, customers, text, str(number))
    levels = [row.sureness for row in operator.gathered.listed()]
    assert levels == sorted(levels, reverse=True)
    assert len(levels) == operator.gathered.count()


def test_what_is_chatter_no_more_stays_open_when_the_rest_is_closed(operator: Operator, customers: Customers) -> None:
    chatter = capture(operator, customers, CHATTER, "1", under="p1")
    other = capture(operator, customers, CHATTER, "2", under="p1")
    capture(operator, customers, "杯子炸了烫伤孩子，我要打12315投诉！", "1", under="p1")
    done = operator.gathered.close([chatter, other])
    assert done.value == 1
    assert operator.inbox.view(chatter).ticket.state is State.NEW
    assert operator.inbox.view(other).ticket.state is State.CLOSED
    assert operator.gathered.close([chatter]).value == 0
