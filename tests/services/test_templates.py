"""话术: found by pinyin and characters, wordings that take turns, edits that can be taken back."""

import pytest
from msgspec.structs import replace

from weibo_operator.domain.errors import InvalidInputError, NotFoundError
from weibo_operator.services.templates import TemplateEdit

EDIT = TemplateEdit(
    title="橙子皮怎么洗",
    category="用法",
    code="",
    audience="both",
    tone="",
    favourite=0,
    wordings=("用温水，轻轻擦。", "温水擦一下就好。"),
)


def titles(found):
    return [template.title for template in found]


def test_a_new_file_has_the_starter_set(operator):
    assert len(operator.templates.all()) > 10
    assert operator.templates.add_starter_set() == 0
    categories = operator.templates.categories()
    assert len(set(categories)) == len(categories) > 1
    assert {template.category for template in operator.templates.all()} == set(categories)


@pytest.mark.parametrize("query", ["wlyc", "WLYC", "w'l'y'c", "wl'yc", "物流延迟", "物流 延迟"])
def test_a_template_is_found_by_pinyin_or_characters(operator, query):
    saved = operator.templates.save(replace(EDIT, title="物流延迟怎么说", code="")).value
    assert saved in [template.id for template in operator.templates.find(query)]


def test_the_pinyin_code_comes_from_the_title(operator):
    saved = operator.templates.save(EDIT).value
    found = next(template for template in operator.templates.all() if template.id == saved)
    assert found.code == "czpzmx"
    assert titles(operator.templates.find("czp"))[0] == "橙子皮怎么洗"
    assert "橙子皮怎么洗" in titles(operator.templates.find("温水，轻轻"))


def test_a_code_of_ones_own_is_found_however_it_is_written(operator):
    operator.templates.save(replace(EDIT, code="CZ-1"))
    for query in ("CZ-1", "cz1", "CZ"):
        assert titles(operator.templates.find(query))[0] == "橙子皮怎么洗"


def test_an_exact_code_comes_first_then_what_is_used_most(operator):
    often = operator.templates.save(replace(EDIT, title="橙子一", code="zzzq1")).value
    operator.templates.save(replace(EDIT, title="橙子二", code="zzzq2"))
    operator.templates.save(replace(EDIT, title="橙子三", code="zzzq"))
    wording = next(template for template in operator.templates.all() if template.id == often).wordings[0]
    operator.replies.note_wording(wording.id)
    assert titles(operator.templates.find("zzzq")) == ["橙子三", "橙子一", "橙子二"]
    assert titles(operator.templates.find("", limit=1)) == ["橙子一"]
    assert operator.templates.find("没有这样的话术吧") == ()


@pytest.mark.parametrize("query", ["危机", "wj", "wjgt", "危机-沟通"])
def test_a_category_is_found_by_its_name_after_the_titles(operator, query):
    titled = operator.templates.save(replace(EDIT, title=f"{query}说明", category="物流", code="")).value
    found = operator.templates.find(query)
    assert found[0].id == titled
    assert {"媒体询问 回应", "一对一 致歉"} <= {each.title for each in found}


def test_the_wordings_take_turns(operator, clock):
    saved = operator.templates.save(EDIT).value
    said = []
    for _ in range(4):
        found = next(template for template in operator.templates.all() if template.id == saved)
        said.append(found.next_wording.text)
        operator.replies.note_wording(found.next_wording.id)
        clock.advance(minutes=1)
    assert said == [EDIT.wordings[0], EDIT.wordings[1]] * 2
    with pytest.raises(NotFoundError):
        operator.replies.note_wording(999_999)


def test_a_used_template_can_still_be_taken_back(operator):
    before = operator.templates.all()
    saved = operator.templates.save(EDIT).value
    found = next(template for template in operator.templates.all() if template.id == saved)
    operator.replies.note_wording(found.wordings[0].id)
    operator.history.undo()
    assert operator.templates.all() == before


@pytest.mark.parametrize(("changes", "field"), [({"title": " "}, "title"), ({"wordings": ("", " ")}, "wordings")])
def test_a_template_without_words_is_refused(operator, changes, field):
    before = operator.templates.all()
    with pytest.raises(InvalidInputError) as refused:
        operator.templates.save(replace(EDIT, **changes))
    assert refused.value.data["field"] == field
    assert operator.templates.all() == before


def test_changing_and_deleting_can_be_taken_back(operator):
    saved = operator.templates.save(EDIT).value
    before = operator.templates.all()
    operator.templates.save(replace(EDIT, title="新标题", wordings=("一", "二", "三")), saved)
    operator.templates.save(replace(EDIT, title="新标题", wordings=("一",)), saved)
    (found,) = [template for template in operator.templates.all() if template.id == saved]
    assert (found.title, [wording.text for wording in found.wordings]) == ("新标题", ["一"])
    operator.templates.delete(saved)
    assert saved not in [template.id for template in operator.templates.all()]
    for _ in range(3):
        operator.history.undo()
    assert operator.templates.all() == before


@pytest.mark.parametrize(
    ("now", "uses"),
    [
        (("二", "三"), [2, 3]),
        (("一", "三"), [1, 3]),
        (("一", "二改了", "三"), [1, 2, 3]),
        (("二", "三", "四"), [2, 3, 0]),
        (("全", "新"), [1, 2]),
    ],
)
def test_a_wording_keeps_its_uses_when_another_one_goes(operator, now, uses):
    saved = operator.templates.save(replace(EDIT, wordings=("一", "二", "三"))).value
    (before,) = [template for template in operator.templates.all() if template.id == saved]
    for times, wording in enumerate(before.wordings, start=1):
        for _ in range(times):
            operator.replies.note_wording(wording.id)
    operator.templates.save(replace(EDIT, wordings=now), saved)
    (found,) = [template for template in operator.templates.all() if template.id == saved]
    assert [(each.text, each.uses) for each in found.wordings] == list(zip(now, uses, strict=True))


def test_braces_of_an_input_method_are_the_programs(operator):
    wide = ("亲爱的｛客户｝，单号{ 订单号 }", "｛客户｜您｝好，【｛｝】不变")
    saved = operator.templates.save(replace(EDIT, wordings=wide)).value
    (found,) = [template for template in operator.templates.all() if template.id == saved]
    assert [each.text for each in found.wordings] == ["亲爱的{客户}，单号{订单号}", "{客户|您}好，【｛｝】不变"]


def test_a_key_belongs_to_one_template(operator):
    first = operator.templates.save(replace(EDIT, favourite=9)).value
    second = operator.templates.save(replace(EDIT, title="另一个", favourite=9)).value
    assert operator.templates.favourite(9).id == second
    operator.history.undo()
    assert operator.templates.favourite(9).id == first
    operator.templates.save(replace(EDIT, favourite=0), first)
    assert operator.templates.favourite(9) is None


def test_there_are_several_acknowledgements(operator):
    wordings = operator.templates.acknowledgements()
    assert len(set(wordings)) == len(wordings) >= 3


def test_a_category_is_renamed_merged_and_put_back(operator):
    before = operator.templates.all()
    count = sum(template.category == "退换货" for template in before)
    assert operator.templates.rename_category("退换货", " 售后 ").value == count
    assert "售后" in operator.templates.categories()
    assert "退换货" not in operator.templates.categories()
    operator.templates.rename_category("售后", "物流")
    assert sum(template.category == "物流" for template in operator.templates.all()) > count
    operator.history.undo()
    operator.history.undo()
    assert operator.templates.all() == before
    assert operator.templates.rename_category("退换货", "退换货").operation is None
    with pytest.raises(InvalidInputError):
        operator.templates.rename_category("退换货", "  ")


def test_favourites_change_places(operator):
    first, second = operator.templates.favourite(1), operator.templates.favourite(2)
    assert operator.templates.move_favourite(first.id, 1).value
    assert (operator.templates.favourite(1).id, operator.templates.favourite(2).id) == (second.id, first.id)
    operator.history.undo()
    assert operator.templates.favourite(1).id == first.id
    assert not operator.templates.move_favourite(first.id, -1).value


def test_the_other_tone_has_the_same_title_and_category(operator):
    formal = operator.templates.save(replace(EDIT, tone="正式"))
    friendly = operator.templates.save(replace(EDIT, tone="亲切"))
    found = {template.id: template for template in operator.templates.all()}
    assert operator.templates.in_other_tone(found[formal.value]).id == friendly.value
    operator.templates.rename_category(EDIT.category, "别处")
    alone = operator.templates.save(replace(EDIT, tone="正式", title="只有一种"))
    assert operator.templates.in_other_tone(next(t for t in operator.templates.all() if t.id == alone.value)) is None
    assert {template.tone for template in operator.templates.find("橙子皮", tone="亲切")} == {"亲切"}
