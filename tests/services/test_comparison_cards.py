"""产品 and 对比 cards with 关心要素: both sides and a source, what is asked first, nothing lost in a file."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from weibo_operator.domain.errors import InvalidInputError
from weibo_operator.domain.facets import Facet, FacetLine, asked_first, compared
from weibo_operator.domain.knowledge import CardEdit, CardKind
from weibo_operator.domain.suggestion import Asked
from weibo_operator.services.sentences import error_sentence

QUALITY, PRICE, SERVICE, VALUE = Facet
LINES = (
    FacetLine(QUALITY, "钢胆两年", "铝胆一年", "两家说明书"),
    FacetLine(PRICE, "299 元", "259 元", "两家官网 11 月"),
    FacetLine(SERVICE, "上门取件", "自己寄", "两家官网 11 月"),
)
RIVAL = CardEdit(CardKind.COMPARISON, "和某家的电饭锅比", "两款都是五升。", facets=LINES)
PRICE_LINE = "价格：我们299 元，别家259 元（来源：两家官网 11 月）"


def refusal(operator, edit):
    with pytest.raises(InvalidInputError) as refused:
        operator.knowledge.save(edit)
    assert error_sentence(refused.value)
    return refused.value.data["reason"]


def test_every_line_needs_a_source_of_its_own_or_the_cards(operator):
    bare = (replace(LINES[0], source=" "), *LINES[1:])
    assert refusal(operator, replace(RIVAL, facets=bare)) == "no_source"
    card = operator.knowledge.get(operator.knowledge.save(replace(RIVAL, facets=bare, source="第三方检测")).value)
    assert "质量：我们钢胆两年，别家铝胆一年（来源：第三方检测）" in card.words_for()
    assert refusal(operator, replace(RIVAL, facets=())) == "no_source"


@pytest.mark.parametrize("side", ["ours", "theirs"])
def test_one_side_alone_is_no_comparison(operator, side):
    assert refusal(operator, replace(RIVAL, facets=(replace(LINES[0], **{side: ""}),))) == "facet_half"


def test_a_line_without_source_never_gets_into_a_reply():
    assert compared(replace(LINES[0], source=""), "") == ""


def test_a_product_says_what_is_ours_and_keeps_the_rest_for_a_comparison(operator):
    number = operator.knowledge.save(replace(RIVAL, kind=CardKind.PRODUCT)).value
    card = operator.knowledge.get(number)
    assert card.words_for((SERVICE,)) == "服务：上门取件\n两款都是五升。\n质量：钢胆两年\n价格：299 元"
    assert card.facets == LINES
    shop = operator.knowledge.save(replace(RIVAL, kind=CardKind.SHOP)).value
    assert operator.knowledge.get(shop).words_for((SERVICE,)) == RIVAL.text


def test_what_the_customer_asks_about_stands_first(operator):
    number = operator.knowledge.save(RIVAL).value
    card = operator.knowledge.get(number)
    asked = Asked("咨询", "其他", "", "你们比别家贵一点，售后好吗")
    words = operator.suggestions.words_of(card, asked).splitlines()
    assert words[0] == PRICE_LINE
    assert [line[:2] for line in words] == ["价格", "服务", "两款", "质量"]
    plain = operator.suggestions.words_of(card, None).splitlines()
    assert [line[:2] for line in plain] == ["两款", "质量", "价格", "服务"]


def test_a_card_is_suggested_and_found_by_what_its_table_says(operator):
    number = operator.knowledge.save(RIVAL).value
    best = operator.suggestions.best(Asked("售前", "其他", "", "和某家的电饭锅比，钢胆能用几年"))
    assert number in [each.id for each in best if each.title == RIVAL.title]
    assert operator.knowledge.find("铝胆")[0].id == number


def test_the_page_for_reading_names_the_sources(operator, tmp_path: Path):
    operator.knowledge.save(RIVAL)
    operator.knowledge.export_file(tmp_path / "知识.html")
    page = (tmp_path / "知识.html").read_text("utf-8")
    assert PRICE_LINE in page
    assert "来源：</p>" not in page


def test_a_file_keeps_the_table_and_a_line_without_source_is_named(operator, open_desk, tmp_path: Path):
    number = operator.knowledge.save(RIVAL).value
    path = tmp_path / "知识.csv"
    operator.knowledge.export_file(path)
    assert operator.knowledge.import_file(path).operation is None
    operator.knowledge.delete(number)
    assert operator.knowledge.import_file(path).value.new == 1
    (again,) = operator.knowledge.find(RIVAL.title)
    assert again.facets == LINES
    path.write_text(
        "标题,内容,类型,价格我们,价格别家\n比一比,都好,对比,1 元,2 元\n比二比,都好,对比,1 元,\n", encoding="utf-8"
    )
    report = operator.knowledge.import_file(path).value
    assert [(problem.line, problem.reason) for problem in report.problems] == [(2, "source"), (3, "facets")]


def test_the_table_comes_back_with_undo(operator):
    number = operator.knowledge.save(RIVAL).value
    operator.knowledge.save(replace(RIVAL, facets=LINES[:1]), number)
    operator.history.undo()
    assert operator.knowledge.get(number).facets == LINES


@given(
    st.permutations(list(Facet)),
    st.sets(st.sampled_from(list(Facet))),
    st.lists(st.sampled_from(list(Facet)), unique=True),
)
def test_asking_changes_the_order_and_nothing_else(order, known, asked):
    lines = [(facet, f"{facet}：一行") for facet in order if facet in known]
    words = asked_first(lines, "正文", asked).splitlines()
    assert sorted(words) == sorted([*(line for _, line in lines), "正文"])
    first = [f"{facet}：一行" for facet in asked if facet in known]
    assert words[: len(first)] == first
