"""The starter set: complete, in both tones where it matters, short enough, and nothing the desk check stops at."""

import re

import pytest
from msgspec.structs import replace

from weibo_operator.domain.findings import FindingKind
from weibo_operator.domain.labels import Audience
from weibo_operator.domain.length import reply_length
from weibo_operator.domain.settings import SHOP_NAME, STARTER_EDITION
from weibo_operator.domain.template import CURSOR_MARK, FORMAL, FRIENDLY, fill, unknown_variables
from weibo_operator.storage import settings

TYPICAL = {
    "客户": "北城小满",
    "店铺": "橙果数码旗舰店",
    "热线": "400-820-0000",
    "订单号": "20261119553181",
    "时间": "明天 18:00 ",
    "部门": "程序开发部",
    "商品": "无线耳机 Pro",
    "金额": "128.50",
    "单号": "SF1234567890",
    "署名": "—小王",
    "地址": "朝阳路 8 号 2 层",
}
SEVEN = ("物流延迟", "库存颜色", "广告合作", "发错型号", "建议采纳", "调换拖延", "邮件未回")
"""The seven situations of the slide (mission 1.6), in its order."""
IN_BOTH_TONES = (
    *("物流延迟", "库存颜色", "发错型号", "建议采纳", "调换拖延", "邮件未回"),
    *("信息收到", "已转部门", "进度告知", "答复超时", "承诺将迟", "承诺兑现", "转交超时"),
    *(
        "收到表扬",
        "晒图好评",
        "问题解决",
        "线下解决",
        "退款到账",
        "换新使用",
        "热线引导",
        "请发私信",
        "公开致歉",
        "先帮后谈",
    ),
)
"""What is said to people in every mood: the seven, 信息已收到, 回访, 表扬, 换渠道, 线索, promises and handoffs."""
ABOUT_WORDS = (
    *(FindingKind.TYPO, FindingKind.PUNCTUATION, FindingKind.TONE, FindingKind.VARIABLE, FindingKind.LENGTH),
    *(FindingKind.SUPERLATIVE, FindingKind.SELF_PRAISE),
)
CRISIS = ("危机-稳住", "危机-沟通", "危机-修复")


def typical(text):
    """As it goes out: the variables filled, something written where the caret was put."""
    return fill(text.replace(CURSOR_MARK, "仓库在核对数量"), TYPICAL)


def audiences(template):
    both = (Audience.PUBLIC, Audience.PRIVATE)
    return both if template.audience == "both" else (Audience(template.audience),)


def test_there_are_at_least_sixty_and_every_one_can_be_said_in_two_ways(operator):
    found = operator.templates.all()
    assert len(found) >= 60
    assert all(2 <= len(template.wordings) <= 3 for template in found)
    keys = [(template.title, template.tone) for template in found]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("title", SEVEN)
def test_the_seven_situations_are_there(operator, title):
    assert any(template.title.startswith(title) for template in operator.templates.all())


@pytest.mark.parametrize("title", IN_BOTH_TONES)
def test_what_matters_is_there_in_both_tones(operator, title):
    found = [template for template in operator.templates.all() if template.title.startswith(title)]
    assert {template.tone for template in found} == {FORMAL, FRIENDLY}
    for template in found:
        other = operator.templates.in_other_tone(template)
        assert (other.title, other.audience, other.code) == (template.title, template.audience, template.code)


@pytest.mark.parametrize("phase", CRISIS)
def test_each_phase_of_a_crisis_has_something_to_say(operator, phase):
    assert sum(template.category == phase for template in operator.templates.all()) >= 3


@pytest.mark.parametrize("audience", [Audience.PUBLIC, Audience.PRIVATE])
def test_praise_is_thanked_in_public_and_in_private(operator, customers, audience):
    """A13; one key changes the tone."""
    ticket = operator.intake.capture(customers.message("客服小姐姐特别耐心，给你们点赞，好评")).value
    asked = operator.suggestions.asked(ticket)
    assert asked.nature == "表扬" or asked.kind == "表扬"
    thanks = operator.suggestions.best(asked, audience=audience.value)[0]
    assert (thanks.title, thanks.category) == ("收到表扬 致谢", "表扬感谢")
    assert operator.templates.in_other_tone(thanks) is not None


def test_every_variable_is_known_and_every_text_short_enough(operator):
    for template in operator.templates.all():
        for wording in template.wordings:
            assert unknown_variables(wording.text) == (), template.title
            # So long by Weibo's rule with the nickname that Weibo puts before an answer to a comment.
            assert reply_length(typical(wording.text), Audience.PUBLIC, "北城小满") <= 140, wording.text


def said_against_the_words(operator):
    """Every alarm of any grade; a promise with its time is meant, and a reply tells of it again."""
    operator.shop.change(SHOP_NAME, TYPICAL["店铺"])
    told = []
    for template in operator.templates.all():
        for wording in template.wordings:
            for audience in audiences(template):
                found = operator.replies.check(typical(wording.text), ticket=None, audience=audience)
                told += [
                    (template.title, finding.kind.value, finding.text, finding.reason)
                    for finding in found
                    if finding.kind in ABOUT_WORDS
                ]
    return told


def test_the_desk_check_has_nothing_against_any_of_them(operator):
    assert said_against_the_words(operator) == []


def test_nor_has_it_when_it_has_learnt_them(operator):
    """As every window does at its start; what is learnt stays in the word model, which the tests share."""
    operator.check.learn(operator.replies.own_texts())
    told = said_against_the_words(operator)
    operator.check.learn([])
    assert told == []


def test_a_first_touch_has_no_link_no_price_and_no_buying(operator):
    leads = [template for template in operator.templates.all() if template.category == "线索"]
    assert len(leads) >= 3
    for template in leads:
        assert template.audience == "public"
        assert not any(re.search(r"https?:|元|价|买|链接|优惠", wording.text) for wording in template.wordings)


def older(operator):
    """A file as it was made with the first edition: without what came later, and without the count of editions."""
    for edit in operator.templates.starter.words()["templates"]:
        if edit.get("since", 1) > 1:
            found = [t for t in operator.templates.all() if (t.title, t.tone) == (edit["title"], edit["tone"])]
            operator.templates.delete(found[0].id)
    with operator.desk.bookkeeping() as recorder:
        recorder.put("setting", settings.row_of(STARTER_EDITION, 0))


def test_an_older_file_is_offered_what_came_later(operator):
    assert operator.templates.starter.offered() == ()
    whole = len(operator.templates.all())
    older(operator)
    mine = operator.templates.all()[0]
    own = replace(operator.templates.starter.lacking()[0], title=mine.title, wordings=("我自己的说法",))
    operator.templates.save(replace(own, tone=mine.tone, category="我的分类", favourite=0), mine.id)
    before = operator.templates.all()
    offered = operator.templates.starter.offered()
    assert len(offered) == whole - len(before) > 30
    outcome = operator.templates.starter.add(offered)
    assert outcome.value == len(offered)
    kept = {template.id: template for template in operator.templates.all()}
    assert all(kept[template.id] == template for template in before), "nothing is written over"
    assert operator.templates.starter.offered() == ()
    operator.history.undo()
    assert operator.templates.all() == before
    assert len(operator.templates.starter.lacking()) == len(offered), "still to be had"


def test_what_was_declined_is_not_offered_again(operator):
    older(operator)
    operator.templates.starter.decline()
    assert operator.templates.starter.offered() == ()
    assert operator.templates.starter.lacking() != ()


def test_a_file_whose_templates_were_all_deleted_stays_empty(operator):
    for template in operator.templates.all():
        operator.templates.delete(template.id)
    assert operator.templates.add_starter_set() == 0


def test_a_missing_one_comes_without_a_key_that_is_in_use(operator):
    first = operator.templates.favourite(1)
    operator.templates.delete(first.id)
    second = operator.templates.all()[0]
    operator.templates.save(
        replace(operator.templates.starter.lacking()[0], title="别的", category=second.category, favourite=1), second.id
    )
    missing = [edit for edit in operator.templates.starter.lacking() if edit.title == first.title]
    operator.templates.starter.add(missing)
    assert operator.templates.favourite(1).id == second.id
