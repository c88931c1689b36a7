"""What the operator teaches the check: kept in the file, obeyed by every check, taken back in the settings."""

import pytest

from tests.conftest import Customers, OpenDesk
from weibo_operator.bootstrap import Operator
from weibo_operator.domain.errors import InvalidInputError
from weibo_operator.domain.findings import Finding, FindingKind, corrected
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.labels import Audience, State
from weibo_operator.domain.own_words import TIMES_TO_SILENCE, OwnWord
from weibo_operator.domain.reply import AfterSend
from weibo_operator.domain.settings import CHECKS
from weibo_operator.services.templates import TemplateEdit

SLIP = "您好，非常抱谦让您久等了。"
OVER = AfterSend(State.IN_PROGRESS)


@pytest.fixture
def ticket(operator: Operator, customers: Customers) -> TicketId:
    found = operator.intake.capture(customers.message("物流五天没动")).value
    assert found is not None
    return found


def typos(operator: Operator, text: str = SLIP) -> list[Finding]:
    """The sure ones."""
    found = operator.replies.check(text, ticket=None, audience=Audience.PUBLIC)
    return [each for each in found if each.is_certain_typo]


def send(operator: Operator, ticket: TicketId, text: str, *, open_typos: int = 0, is_ack: bool = False) -> None:
    intent = operator.replies.copy(
        ticket, audience=Audience.PUBLIC, text=text, after=OVER, open_typos=open_typos, is_ack=is_ack
    )
    operator.replies.confirm(intent.id)


def test_what_is_always_ignored_is_not_said_by_any_check_even_after_a_restart(operator: Operator, open_desk: OpenDesk):
    (slip,) = typos(operator)
    operator.words.remember(slip.text, "ignore")
    assert typos(operator) == []
    assert typos(open_desk()) == []
    operator.words.forget(slip.text, "ignore")
    assert typos(operator) == [slip]


def test_a_correction_always_made_is_a_sure_typo_even_after_a_restart(operator: Operator, open_desk: OpenDesk):
    text = "亲，我们的橘宝已经发货。"
    assert typos(operator, text) == []
    operator.words.put_right_always("橘宝", "橙宝")
    (found,) = typos(open_desk(), text)
    assert found.is_certain_typo
    assert text[found.start : found.end] == found.text == "橘宝"
    assert corrected(text, [found]) == "亲，我们的橙宝已经发货。"
    right = open_desk().replies.check("亲，我们的橙宝已经发货。", ticket=None, audience=Audience.PUBLIC)
    assert FindingKind.TYPO not in [one.kind for one in right], "what is always written is never a typo itself"
    operator.words.forget("橘宝", "always", "橙宝")
    assert typos(operator, text) == []


def test_an_own_correction_takes_the_place_of_what_was_found(operator: Operator):
    operator.words.put_right_always("抱谦", "道歉")
    assert [(one.text, one.suggestions) for one in typos(operator)] == [("抱谦", ("道歉",))]


def test_an_own_correction_leaves_names_topics_and_the_right_words_alone(operator: Operator):
    operator.words.put_right_always("橙果", "橙果数码")
    assert typos(operator, "欢迎来橙果数码，#橙果双十一# @橙果迷 “橙果”") == []
    assert [one.start for one in typos(operator, "橙果欢迎您，橙果数码欢迎您")] == [0]


def test_an_own_correction_rests_with_the_switch_of_typos(operator: Operator):
    operator.words.put_right_always("橘宝", "橙宝")
    operator.shop.change(CHECKS[FindingKind.TYPO], value=False)
    assert typos(operator, "橘宝已经发货。") == []


def test_a_mistake_has_one_correction_and_the_last_word_counts(operator: Operator):
    words = operator.words
    words.remember("橘宝", "ignore")
    words.put_right_always("橘宝", "橙宝")
    words.put_right_always("橘宝", "桔宝")
    assert words.entries("always") == (OwnWord("橘宝", "桔宝"),)
    assert words.entries("ignore") == ()
    words.remember("橘宝", "term")
    assert words.entries("always") == ()


@pytest.mark.parametrize(("wrong", "right"), [("", "好"), ("好", " "), ("好", "好")])
def test_nothing_to_put_right_is_refused(operator: Operator, wrong: str, right: str):
    with pytest.raises(InvalidInputError):
        operator.words.put_right_always(wrong, right)
    assert operator.words.entries("always") == ()


def test_waved_through_three_times_it_is_said_no_more(operator: Operator, open_desk: OpenDesk):
    (slip,) = typos(operator)
    assert [operator.words.note_ignored(slip.text, slip.suggestions[0]) for _ in range(TIMES_TO_SILENCE - 1)] == [
        False,
        False,
    ]
    assert typos(operator) == [slip]
    assert operator.words.note_ignored(slip.text, slip.suggestions[0])
    assert operator.words.entries("ignore") == (OwnWord("抱谦", "抱歉"),)
    assert operator.words.words("ignore") == ()
    assert typos(open_desk()) == []
    operator.words.forget(slip.text, "ignore", slip.suggestions[0])
    assert typos(operator) == [slip]
    assert not operator.words.note_ignored(slip.text, slip.suggestions[0]), "it counts from the beginning again"


def test_another_suggestion_for_the_same_words_is_still_made(operator: Operator):
    for _ in range(TIMES_TO_SILENCE):
        operator.words.note_ignored("抱谦", "报签")
    assert [one.text for one in typos(operator)] == ["抱谦"]


def test_the_count_of_ignored_outlives_a_restart(operator: Operator, open_desk: OpenDesk):
    operator.words.note_ignored("抱谦", "抱歉")
    operator.words.note_ignored("抱谦", "抱歉")
    assert open_desk().words.note_ignored("抱谦", "抱歉")


def test_what_must_be_fixed_cannot_be_ignored(operator: Operator):
    operator.words.remember("{订单号}", "ignore")
    found = operator.replies.check("订单{订单号}", ticket=None, audience=Audience.PUBLIC)
    assert FindingKind.VARIABLE in [one.kind for one in found]


def test_own_texts_are_clean_replies_then_templates(operator: Operator, ticket: TicketId, customers: Customers):
    known = set(operator.replies.own_texts())
    assert known, "the starter templates"
    send(operator, ticket, "信息已收到", is_ack=True)
    send(operator, ticket, "您的包裹今天到杭州。")
    send(operator, ticket, "非常抱谦。", open_typos=1)
    send(operator, ticket, "第二条回复。")
    assert operator.replies.own_texts()[:2] == ("第二条回复。", "您的包裹今天到杭州。")
    assert set(operator.replies.own_texts()) - known == {"第二条回复。", "您的包裹今天到杭州。"}
    operator.templates.save(TemplateEdit("新", "物流", "xin", "both", "正式", 0, ("新的一种说法。", "第二条回复。")))
    texts = operator.replies.own_texts(limit=1)
    assert texts[0] == "第二条回复。"
    assert texts.count("第二条回复。") == 1
    assert "新的一种说法。" in texts
    assert "您的包裹今天到杭州。" not in texts


def plain_remarks(operator, text):
    found = operator.replies.check(text, ticket=None, audience=Audience.PUBLIC)
    return [(f.text, f.suggestions) for f in found if f.kind is FindingKind.JARGON]


def test_words_of_the_trade_can_be_added_changed_and_taken_out_for_good(open_desk):
    operator = open_desk()
    built_in = operator.check.plain_words
    assert plain_remarks(operator, "您的工单在处理") == [("工单", ("您反映的这件事",))]
    operator.words.say_plainly("工单", "您的问题")
    operator.words.say_plainly("橙瓣柜", "自提柜")
    operator.words.say_as_before("闭环", built_in)
    again = open_desk()
    assert plain_remarks(again, "工单已闭环，放在橙瓣柜") == [("工单", ("您的问题",)), ("橙瓣柜", ("自提柜",))]
    again.words.say_as_before("橙瓣柜", built_in)
    assert plain_remarks(again, "放在橙瓣柜") == []
    with pytest.raises(InvalidInputError):
        again.words.say_plainly("工单", "工单")
