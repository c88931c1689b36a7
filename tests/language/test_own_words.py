"""The shop's own urgent and crisis words raise what the shipped lists leave low, and name themselves."""

from hypothesis import given
from hypothesis import strategies as st

from weibo_operator.bootstrap import Language
from weibo_operator.domain.labels import Kind, Level, Urgency
from weibo_operator.language.own_words import OwnWords, with_own_words

TEXTS = st.text(alphabet="婚礼过敏退款投诉请问哈哈A1，。@/ ", max_size=40)


def test_an_urgent_word_makes_urgent_and_is_named(language: Language) -> None:
    text = "请问电饭锅周六婚礼前能到吗"
    before = language.triage.triage(text)
    after = with_own_words(before, text, OwnWords(urgent=("婚礼",)), None)
    assert before.urgency is not Urgency.HIGH
    assert (after.urgency, after.kind, after.crisis) == (Urgency.HIGH, before.kind, False)
    assert after.level < before.level
    assert after.reasons[0] == "“婚礼”（本店紧急词）→急"
    assert after.urgent_words.startswith("“婚礼”")


def test_a_crisis_word_makes_a_crisis(language: Language) -> None:
    text = "用了你们的面膜过敏了"
    after = with_own_words(language.triage.triage(text), text, OwnWords(crisis=("过敏",)), None)
    assert (after.crisis, after.level, after.urgency) == (True, Level.P1, Urgency.HIGH)
    assert after.reasons[0] == "“过敏”（本店危机词）→危机信号"


def test_chatter_with_an_own_word_is_to_be_read(language: Language) -> None:
    text = "哈哈哈婚礼"
    before = language.triage.triage(text)
    after = with_own_words(before, text, OwnWords(urgent=("婚礼",)), None)
    assert (before.kind, before.no_reply) == (Kind.CHATTER, True)
    assert (after.kind, after.no_reply) == (Kind.QUESTION, False)
    assert all("闲聊" not in reason for reason in after.reasons)


def test_letters_of_either_case_are_the_same_and_a_repost_chain_does_not_count(language: Language) -> None:
    own = OwnWords(urgent=("vip卡",))
    for text, counts in (("我的VIP卡刷不了", True), ("看看//@小张:我的vip卡刷不了", False)):
        before = language.triage.triage(text)
        assert (with_own_words(before, text, own, None) != before) is counts


def test_advertising_stays_what_it_is(language: Language) -> None:
    text = "加微信领取婚礼优惠券，日赚千元，点击链接"
    before = language.triage.triage(text)
    assert before.kind is Kind.SPAM
    assert with_own_words(before, text, OwnWords(urgent=("婚礼",), crisis=("优惠",)), None) == before


@given(text=TEXTS, urgent=st.lists(TEXTS, max_size=3), crisis=st.lists(TEXTS, max_size=3))
def test_own_words_only_ever_raise(language: Language, text: str, urgent: list[str], crisis: list[str]) -> None:
    before = language.triage.triage(text)
    after = with_own_words(before, text, OwnWords(tuple(urgent), tuple(crisis)), 500)
    assert after.level <= before.level
    assert after.crisis >= before.crisis
    assert set(before.reasons) - set(after.reasons) <= {reason for reason in before.reasons if "闲聊" in reason}
