"""Suggestions: what fits by its words, and what was really used for the like."""

from weibo_operator.domain.suggestion import Asked, key_of

ASKED = Asked("咨询", "其他", "", "橙子树的花什么时候开，能去看吗")


def titles(found):
    return [each.title for each in found]


def by_title(operator, title):
    every = (*operator.templates.all(), *operator.knowledge.all())
    return next(each for each in every if each.title == title)


def test_words_alone_find_what_fits(operator):
    found = operator.suggestions.best(Asked("咨询", "操作使用", "连不上", "蓝牙搜不到我的手机"))
    assert titles(found)[0] == "蓝牙配对 步骤"
    assert len(found) <= 3


def test_nothing_is_offered_for_words_about_nothing(operator):
    assert operator.suggestions.best(Asked("", "", "", "嗯")) == ()


def test_what_was_used_for_the_like_comes_first(operator):
    chosen = by_title(operator, "热线引导 说明")
    assert chosen not in operator.suggestions.best(ASKED)
    operator.suggestions.note(ASKED, key_of(chosen))
    like = Asked("咨询", "其他", "", "橙子树的花什么时候会开呀")
    assert operator.suggestions.best(like)[0] == chosen


def test_what_was_used_for_the_same_problem_is_among_the_three(operator):
    chosen = by_title(operator, "发票怎么开")
    for words in ("第一位说的话", "第二位说的话"):
        operator.suggestions.note(Asked("投诉", "价格销售", "发票", words), key_of(chosen))
    assert key_of(chosen) in map(key_of, operator.suggestions.best(Asked("投诉", "价格销售", "发票", "到底给不给")))


def test_a_use_counts_for_a_card(operator):
    card = by_title(operator, "发货时间")
    operator.suggestions.note(ASKED, key_of(card))
    assert operator.knowledge.get(card.id).uses == 1


def test_uses_go_with_what_was_used(operator):
    template = operator.templates.all()[0]
    operator.suggestions.note(ASKED, key_of(template))
    operator.templates.delete(template.id)
    assert operator.desk.connection.execute("SELECT COUNT(*) FROM knowledge_use").fetchone()[0] == 0
    operator.suggestions.note(ASKED, key_of(template))
    assert operator.desk.connection.execute("SELECT COUNT(*) FROM knowledge_use").fetchone()[0] == 0


def test_a_text_for_the_other_audience_is_left_out(operator):
    asked = Asked("咨询", "物流配送", "", "单号停在中转站没有更新，帮我查件")
    assert "物流停滞 查件" in titles(operator.suggestions.best(asked, audience="private"))
    assert "物流停滞 查件" not in titles(operator.suggestions.best(asked, audience="public"))


def test_what_a_ticket_asks_are_the_words_since_our_last_answer(operator, customers):
    ticket = operator.intake.capture(customers.message("快递三天没动了，投诉")).value
    asked = operator.suggestions.asked(ticket)
    assert (asked.kind, asked.words) == ("投诉", "快递三天没动了，投诉")
