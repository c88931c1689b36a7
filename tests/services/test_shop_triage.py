"""The shop's own words count at once for what comes in later, without a restart."""

from tests.conftest import Customers, OpenDesk
from weibo_operator.bootstrap import Operator
from weibo_operator.domain.labels import Level, Urgency


def test_a_word_counts_for_the_next_message_and_no_longer_when_taken_out(
    operator: Operator, customers: Customers
) -> None:
    def level_of(uid: str, text: str) -> Level:
        ticket = operator.intake.capture(customers.message(text, uid=uid)).value
        assert ticket is not None
        return operator.inbox.view(ticket).ticket.level

    text = "请问那个充电宝会不会鼓包"
    before = level_of("1", text)
    operator.words.remember("鼓包", purpose="crisis")
    assert level_of("2", text) is Level.P1
    assert before is not Level.P1
    assert operator.triage.triage(text).reasons[0] == "“鼓包”（本店危机词）→危机信号"
    operator.words.forget("鼓包", "crisis")
    assert level_of("3", text) is before


def test_urgent_words_are_a_list_of_their_own(operator: Operator) -> None:
    text = "请问充电宝周六婚礼前能到吗"
    operator.words.remember("婚礼", purpose="urgent")
    found = operator.triage.triage(text)
    assert (found.urgency, found.crisis) == (Urgency.HIGH, False)
    assert operator.words.words("urgent") == ("婚礼",)
    assert operator.words.words("term") == ()


def test_a_word_added_in_another_window_counts_at_once(open_desk: OpenDesk) -> None:
    one, two = open_desk(), open_desk()
    text = "请问充电宝周六婚礼前能到吗"
    assert one.triage.triage(text).urgency is not Urgency.HIGH
    two.words.remember("婚礼", purpose="urgent")
    assert one.triage.triage(text).urgency is Urgency.HIGH
    assert one.words.words("urgent") == ("婚礼",)
    two.words.forget("婚礼", "urgent")
    assert one.triage.triage(text).urgency is not Urgency.HIGH
