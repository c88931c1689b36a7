"""Replies of unknown outcome: looked for among our own comments, and never repeated."""

import pytest
from msgspec.structs import replace

from tests.services.sends import Sends
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.open_platform import Delivered, Reaction
from weibo_operator.domain.reply import Intent, IntentState
from weibo_operator.services.sending import LOOK_AFTER


@pytest.mark.parametrize("reaction", [Reaction.UNKNOWN, Reaction.MAYBE_SENT])
def test_an_unknown_outcome_is_looked_up_and_never_repeated(sends: Sends, reaction: Reaction):
    ticket = sends.comment()
    sends.box.will(reaction, taken=True)
    intent = sends.press(ticket)
    sends.later_step()
    assert sends.state(intent) is IntentState.UNKNOWN
    assert sends.served() == ticket, "it needs a decision"
    for _ in range(5):
        sends.later_step()
    assert len(sends.box.posted) == 1
    sends.sender.look(sends.account)
    assert sends.state(intent) is IntentState.SENT
    assert sends.own_words(ticket) == ["马上为您查"]
    assert sends.served() is None


def _unknown(sends: Sends, ticket: TicketId) -> Intent:
    """A reply that did not arrive, though nobody could tell."""
    sends.box.will(Reaction.UNKNOWN)
    intent = sends.press(ticket)
    sends.later_step()
    assert sends.state(intent) is IntentState.UNKNOWN
    return intent


def test_the_comment_of_another_reply_with_the_same_words_is_not_it(sends: Sends):
    """Both under one post, which is all that a reply to the post itself is told by."""
    sent, lost = (sends.letter(sends.comment(uid=uid)) for uid in "12")
    for letter in (sent, lost):
        if letter is lost:
            sends.box.will(Reaction.UNKNOWN)
        sends.operator.outbox.queue(replace(letter, target=replace(letter.target, comment_id="")))
        sends.later_step()
    sends.sender.look(sends.account)
    waiting = sends.operator.outbox.of_ticket(lost.ticket)
    assert waiting is not None
    assert waiting.state is IntentState.UNKNOWN
    assert len(sends.box.posted) == 1


@pytest.mark.parametrize("named", ["路人甲", ""])
def test_where_the_platform_does_not_tell_what_was_answered_the_name_has_to_be_the_customers(sends: Sends, named: str):
    intent = _unknown(sends, sends.comment())
    prefix = f"回复@{named or intent.nickname}:"
    posted = replace(sends.as_posted(intent), text=f"{prefix}{intent.text}", reply_to="")
    sends.box.posted.append(posted)
    sends.sender.look(sends.account)
    assert sends.state(intent) is (IntentState.UNKNOWN if named else IntentState.SENT)


def test_what_is_not_found_stays_unknown_until_the_operator_says(sends: Sends):
    ticket = sends.comment()
    sends.box.will(Reaction.UNKNOWN)
    intent = sends.press(ticket)
    sends.later_step()
    sends.sender.look(sends.account)
    assert sends.sending(intent).looked_at is None, "too early to say anything"
    sends.clock.advance(seconds=LOOK_AFTER.seconds)
    sends.sender.look(sends.account)
    assert sends.sending(intent).looked_at == sends.clock.at
    assert sends.state(intent) is IntentState.UNKNOWN
    sends.operator.outbox.send_again(intent.id)
    assert sends.served() is None
    sends.later_step()
    assert sends.state(intent) is IntentState.SENT
    assert len(sends.box.posted) == 1


def test_the_operators_word_that_it_is_there(sends: Sends):
    ticket = sends.comment()
    sends.box.will(Reaction.UNKNOWN, taken=True)
    sends.box.hides = True
    intent = sends.press(ticket)
    sends.later_step()
    sends.operator.outbox.sent(intent.id, Delivered())
    sends.operator.outbox.sent(intent.id, Delivered())
    assert sends.own_words(ticket) == ["马上为您查"]
