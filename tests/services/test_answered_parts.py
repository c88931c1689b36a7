"""One question of several answered by a reply of its own: exactly once, undone, and the others wait (mission C9)."""

import pytest
from msgspec.structs import replace

from tests.services.sends import Sends
from weibo_operator.domain.asked import AskedPart
from weibo_operator.domain.errors import ReplyBlockedError
from weibo_operator.domain.findings import FindingKind
from weibo_operator.domain.labels import Audience, State
from weibo_operator.domain.message import Direction
from weibo_operator.domain.reply import AfterSend, IntentState
from weibo_operator.domain.ticket import WaitsFor

ASKS = "有货吗？多少钱？能开发票吗？"
HERE = AfterSend(State.IN_PROGRESS)


@pytest.fixture
def ticket(operator, customers):
    return operator.intake.capture(customers.message(ASKS)).value


def answer(operator, ticket, text, part=""):
    intent = operator.replies.copy(ticket, audience=Audience.PUBLIC, text=text, after=HERE, part=part)
    return operator.replies.confirm(intent.id).value


def said(operator, ticket):
    return [message.text for message in operator.inbox.messages(ticket) if message.direction is Direction.OUT]


def test_the_others_stay_unanswered_on_the_ticket_with_its_turn(operator, ticket, open_desk):
    before = operator.inbox.view(ticket).ticket
    answer(operator, ticket, "有货的。", "有货吗")
    again = open_desk()
    after = again.inbox.view(ticket).ticket
    assert (after.state, after.waits_for, after.open_turn_id) == (State.IN_PROGRESS, WaitsFor.US, before.open_turn_id)
    assert after.waiting_since == before.waiting_since
    assert again.inbox.next_up().card.id == ticket, "still in the rotation"
    assert again.replies.asked("", ticket) == (
        AskedPart("有货吗", is_answered=True, is_sent=True),
        AskedPart("多少钱", is_answered=False),
        AskedPart("能开发票吗", is_answered=False),
    )
    answer(again, ticket, "99 元，能开发票。")
    assert again.inbox.view(ticket).ticket.waits_for is WaitsFor.CUSTOMER
    assert said(again, ticket) == ["有货的。", "99 元，能开发票。"]


def test_what_was_answered_alone_is_not_missed_in_the_next_reply(operator, ticket):
    answer(operator, ticket, "有货的。", "有货吗")
    missed = [
        found.reason
        for found in operator.replies.check("99 元一件。", ticket=ticket, audience=Audience.PUBLIC)
        if found.kind is FindingKind.UNANSWERED
    ]
    assert len(missed) == 1
    assert "发票" in missed[0]
    assert "有货" not in missed[0]


def test_undo_makes_it_the_draft_and_the_question_open_again(operator, ticket):
    intent = answer(operator, ticket, "有货的。", "有货吗")
    operator.history.undo()
    assert operator.replies.drafts(ticket) == {Audience.PUBLIC: "有货的。"}
    assert [part.is_sent for part in operator.replies.asked("", ticket)] == [False, False, False]
    operator.history.redo()
    assert [part.is_sent for part in operator.replies.asked("", ticket)] == [True, False, False]
    assert operator.outbox.get(intent.id).state is IntentState.SENT


def test_a_second_press_is_the_same_reply_and_another_part_waits(operator, ticket):
    first = operator.replies.copy(ticket, audience=Audience.PUBLIC, text="有货的。", after=HERE, part="有货吗")
    second = operator.replies.copy(ticket, audience=Audience.PUBLIC, text="有货的。", after=HERE, part="有货吗")
    assert first == second
    with pytest.raises(ReplyBlockedError):
        operator.replies.copy(ticket, audience=Audience.PUBLIC, text="有货的。", after=HERE, part="多少钱")
    operator.replies.confirm(first.id)
    operator.replies.confirm(first.id)
    assert said(operator, ticket) == ["有货的。"]


def test_given_up_it_answers_nothing(operator, ticket):
    intent = operator.replies.copy(ticket, audience=Audience.PUBLIC, text="有货的。", after=HERE, part="有货吗")
    operator.replies.withdraw(intent.id)
    assert [part.is_sent for part in operator.replies.asked("", ticket)] == [False, False, False]


def test_the_program_sends_it_once_and_the_customer_stays_in_the_round(sends: Sends):
    ticket = sends.comment(text=ASKS)
    letter = replace(sends.letter(ticket, "有货的。"), part="有货吗")
    intent = sends.operator.outbox.queue(letter).value
    assert sends.operator.outbox.queue(letter).value == intent
    for _ in range(4):
        sends.later_step()
    assert [comment.text for comment in sends.box.posted] == ["回复@某人:有货的。"]
    view = sends.operator.inbox.view(ticket).ticket
    assert (view.state, view.waits_for) == (State.IN_PROGRESS, WaitsFor.US)
    sends.clock.advance(hours=1)
    assert sends.served() == ticket
    assert sends.operator.replies.asked("", ticket)[0].is_sent
