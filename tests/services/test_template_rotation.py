"""No two public replies in a row are the same where a template has two wordings (mission D8)."""

import itertools
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weibo_operator.domain.labels import Audience, State
from weibo_operator.domain.reply import AfterSend
from weibo_operator.domain.template import Wording, blanks_filled, could_become, fill, filled, other_than
from weibo_operator.services.templates import TemplateEdit

AFTER = AfterSend(State.IN_PROGRESS)
EDIT = TemplateEdit("橙子发货", "物流", "", "both", "正式", 0, ("{客户}，{时间}前发货。", "今天排队，{时间}前寄出。"))


def saved(operator, edit=EDIT):
    template = operator.templates.save(edit).value
    return lambda: next(each for each in operator.templates.all() if each.id == template)


def say(operator, ticket, text, *, audience=Audience.PUBLIC, confirm=True):
    intent = operator.replies.copy(ticket, audience=audience, text=text, after=AFTER)
    return operator.replies.confirm(intent.id).value if confirm else intent


def offered(operator, template, audience=Audience.PUBLIC, **values):
    return operator.templates.next_wording(template(), values, audience).text


def test_two_hundred_random_replies_never_say_the_same_twice_in_a_row(operator, clock, customers):
    """Several templates on several tickets, some copied and confirmed later, uses counted or not."""
    chance = random.Random(7)
    tickets = [operator.intake.capture(customers.message(f"第{n}位问一下发货", uid=str(n))).value for n in range(6)]
    templates = operator.templates.all()
    said = []
    for _ in range(200):
        clock.advance(minutes=3)
        ticket, template = chance.choice(tickets), chance.choice(templates[:4])
        for waiting in operator.replies.undecided(ticket):
            operator.replies.confirm(waiting.id)
        values = dict(operator.replies.variables(ticket)) | {
            "时间": "18:00 ",
            "商品": "耳机",
            "订单号": "9",
            "单号": "8",
        }
        values["客户"] = "您"  # everybody called alike: the wording alone makes the difference
        values["部门"] = "同事"
        template = next(each for each in operator.templates.all() if each.id == template.id)
        wording = operator.templates.next_wording(template, values, Audience.PUBLIC)
        text = fill(wording.text, values)
        say(operator, ticket, text, confirm=chance.random() < 0.7)
        if chance.random() < 0.5:
            operator.replies.note_wording(wording.id)
        said.append(text)
    assert len(said) == 200
    assert not [one for one, two in itertools.pairwise(said) if one == two]


def test_what_was_said_last_is_not_offered_again(operator, customers):
    template = saved(operator)
    ticket = operator.intake.capture(customers.message("发货了吗")).value
    assert offered(operator, template, 客户="北城") == EDIT.wordings[0]
    say(operator, ticket, "北城，明天前发货。")
    assert offered(operator, template, 客户="北城") == EDIT.wordings[1], "the blank was filled by the operator"
    assert offered(operator, template, 客户="南风") == EDIT.wordings[0], "said to somebody else it is another text"
    assert offered(operator, template, Audience.PRIVATE, 客户="北城") == EDIT.wordings[0]


def test_a_reply_that_is_only_copied_counts_as_said(operator, customers):
    template = saved(operator)
    ticket = operator.intake.capture(customers.message("发货了吗")).value
    say(operator, ticket, "北城，明天前发货。", confirm=False)
    assert offered(operator, template, 客户="北城") == EDIT.wordings[1]


def test_the_next_wording_leaves_out_what_would_be_refused(operator, customers):
    template = saved(operator)
    ticket = operator.intake.capture(customers.message("发货了吗")).value
    first, second = template().wordings
    values = {"客户": "北城"}
    assert operator.templates.another_wording(template(), first.id, values, Audience.PUBLIC) == second
    say(operator, ticket, "今天排队，周五前寄出。")
    assert operator.templates.another_wording(template(), first.id, values, Audience.PUBLIC) is None
    assert operator.templates.another_wording(template(), first.id, values, Audience.PRIVATE) == second


def test_a_text_is_known_by_the_wording_it_was_made_of(operator):
    template = saved(operator)
    found = operator.templates.wording_of("今天排队，周五前寄出。", {})
    assert found == (template(), template().wordings[1])
    assert operator.templates.wording_of("谁也没写过的一句", {}) is None
    assert operator.templates.wording_of("", {}) is None


@pytest.mark.parametrize(
    ("wording", "values", "text", "caret"),
    [
        ("{客户|您}好", {}, "您好", None),
        ("{客户|您}好", {"客户": "北城"}, "北城好", None),
        ("{客户|您}好", {"客户": ""}, "您好", None),
        ("{客户}好", {}, "{客户}好", None),
        ("请看{光标}，{时间|今天}见", {}, "请看，今天见", 2),
        ("{客户}，{光标}。{光标}", {"客户": "北城小满"}, "北城小满，。", 5),
        ("好的。{署名}", {"署名": ""}, "好的。", None),
        ("好的。{署名}", {}, "好的。{署名}", None),
        ("{订单号|}号", {}, "号", None),
    ],
)
def test_fallbacks_and_the_cursor_mark(wording, values, text, caret):
    found = filled(wording, values)
    assert (found.text, found.caret) == (text, caret)


def test_what_the_operator_wrote_for_the_blanks_is_found_again():
    assert blanks_filled("{客户}，{时间}前到{地址}。", {"客户": "北城"}, "北城，周五前到门口。") == {
        "时间": "周五",
        "地址": "门口",
    }
    assert blanks_filled("{客户}，{时间}前到。", {"客户": "北城"}, "北城，不知道。") is None


@given(
    st.lists(st.sampled_from("甲乙丙"), min_size=1, max_size=3, unique=True),
    st.lists(st.sampled_from("甲乙丙丁"), max_size=4),
)
def test_the_newest_is_never_repeated_where_there_are_two(texts, said):
    turns = [Wording(number, text, 0, None) for number, text in enumerate(texts)]
    chosen = other_than(turns, {}, said)
    assert chosen in turns
    if said and len(texts) > 1:
        assert not could_become(chosen.text, {}, said[0])
