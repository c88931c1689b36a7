"""Templates as a table: out and in again the same, broken rows named, what is here changed only when wanted."""

import csv

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from weibo_operator.domain.errors import FileUnreadableError, InvalidInputError
from weibo_operator.services.template_edit import TemplateEdit, edit_of

HEAD = "标题,分类,语气,快捷码,说法1,说法2,说法3,适用,收藏\n"
EDIT = TemplateEdit("橙子发货", "物流", "czfh", "both", "正式", 0, ("一", "二"))


def written(tmp_path, text, name="t.csv", encoding="utf-8"):
    path = tmp_path / name
    path.write_bytes(text.encode(encoding))
    return path


def cleared(operator):
    for template in operator.templates.all():
        operator.templates.delete(template.id)


def edits(operator):
    return [edit_of(template) for template in operator.templates.all()]


def taken(operator, path, *, update=True):
    return operator.templates.import_plan(operator.templates.plan_import(path), update=update)


def test_what_was_written_out_is_the_same_when_read_back(operator, tmp_path):
    path = tmp_path / "all.csv"
    before = edits(operator)
    assert operator.templates.export_file(path) == len(before)
    plan = operator.templates.plan_import(path)
    assert (plan.new, plan.changed, plan.same, plan.problems) == ((), (), len(before), ())
    cleared(operator)
    assert taken(operator, path).value == len(before)
    assert edits(operator) == before
    operator.history.undo()
    assert operator.templates.all() == ()


WORDS = st.text(min_size=1, max_size=30)
EDITS = st.builds(
    TemplateEdit,
    title=WORDS,
    category=WORDS,
    code=WORDS,
    audience=st.sampled_from(("public", "private", "both")),
    tone=st.sampled_from(("正式", "亲切", "")),
    favourite=st.just(0),
    wordings=st.lists(WORDS, min_size=1, max_size=3).map(tuple),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(EDITS, min_size=1, max_size=4))
def test_whatever_stands_in_a_template_survives_the_table(operator, tmp_path, given_edits):
    cleared(operator)
    for number, edit in enumerate(given_edits):
        kept = replace(edit, title=f"{edit.title}{number}", favourite=number + 1)
        try:
            operator.templates.save(kept)
        except InvalidInputError:
            continue  # nothing printable was left of it
    before = edits(operator)
    path = tmp_path / "chance.csv"
    operator.templates.export_file(path)
    assert operator.templates.plan_import(path).same == len(before)
    cleared(operator)
    taken(operator, path)
    assert edits(operator) == before


def test_a_spreadsheet_opens_it_and_no_cell_is_a_formula(operator, tmp_path):
    cleared(operator)
    operator.templates.save(replace(EDIT, title="=1+1", wordings=("@SUM(A1)", "-2，您好", "＋86")))
    path = tmp_path / "f.csv"
    operator.templates.export_file(path)
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(path.read_text("utf-8-sig").splitlines()))
    assert rows[0] == HEAD.strip().split(",")
    assert all(cell[:1] not in "=+-@＝＋－＠" for cell in rows[1] if cell)
    cleared(operator)
    taken(operator, path)
    assert edits(operator)[0].wordings == ("@SUM(A1)", "-2，您好", "＋86")


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (",售前,正式,,有,,,公开,", "title"),
        ("没有说法,售前,正式,,,,,公开,", "wordings"),
        ("语气不对,售前,活泼,,有,,,公开,", "tone"),
        ("适用不对,售前,正式,,有,,,大家,", "audience"),
        ("收藏不对,售前,正式,,有,,,公开,12", "favourite"),
        ("多一格,售前,正式,,有,,,公开,1,多", "too_many_cells"),
        ('引号,售前,正式,,"有,,,公开,', "quote"),
        ("好的一条,售前,正式,,另一种,,,公开,", "repeated"),
        ("又是三,售前,正式,,另一种,,,公开,3", "favourite_twice"),
    ],
)
def test_a_broken_row_is_named_and_the_rest_comes_in(operator, tmp_path, row, reason):
    path = written(tmp_path, f"{HEAD}好的一条,售前,正式,,有货,,,公开,3\n{row}\n后一条,售前,正式,,有货,,,私信,\n")
    plan = operator.templates.plan_import(path)
    assert [(problem.line, problem.reason) for problem in plan.problems] == [(3, reason)]
    assert [line.edit.title for line in plan.new] == ["好的一条", "后一条"]


def test_the_same_title_and_category_is_changed_or_left_as_it_is(operator, tmp_path):
    operator.templates.save(replace(EDIT, favourite=9))
    before = operator.templates.all()
    path = written(tmp_path, f"{HEAD}橙子发货,物流,正式,czfh,三,四,五,公开,9\n新的一条,物流,亲切,,六,,,,\n")
    plan = operator.templates.plan_import(path)
    assert (len(plan.new), len(plan.changed)) == (1, 1)
    assert operator.templates.all() == before, "looking stores nothing"
    assert taken(operator, path, update=False).value == 1
    assert EDIT.wordings in [edit.wordings for edit in edits(operator)]
    operator.history.undo()
    assert taken(operator, path).value == 2
    changed = operator.templates.favourite(9)
    assert [wording.text for wording in changed.wordings] == ["三", "四", "五"]
    operator.history.undo()
    assert operator.templates.all() == before


def test_columns_that_are_missing_leave_what_is_here(operator, tmp_path):
    operator.templates.save(replace(EDIT, favourite=9, audience="private"))
    assert taken(operator, written(tmp_path, "标题,内容\n橙子发货,七\n")).value == 1
    found = operator.templates.favourite(9)
    assert (found.audience, found.tone, found.category, [w.text for w in found.wordings]) == (
        "private",
        "正式",
        "物流",
        ["七"],
    )


def test_an_unknown_variable_is_told_of_and_comes_in(operator, tmp_path):
    plan = operator.templates.plan_import(written(tmp_path, f"{HEAD}尺码,售前,正式,,{{尺码}}的有货,,,公开,\n"))
    assert [(each.line, each.reason) for each in plan.unknown] == [(2, "尺码")]
    assert len(plan.new) == 1


def test_tables_of_other_programs_and_encodings_are_read(operator, tmp_path):
    path = written(tmp_path, "标题\t正文\n测试一\t您好，在的\n", encoding="gb18030")
    assert [line.edit.wordings for line in operator.templates.plan_import(path).new] == [("您好，在的",)]


def test_a_file_without_the_columns_or_without_anything_says_so(operator, tmp_path):
    with pytest.raises(InvalidInputError) as refused:
        operator.templates.plan_import(written(tmp_path, "甲,乙\n1,2\n"))
    assert refused.value.data["reason"] == "template_headers"
    with pytest.raises(FileUnreadableError):
        operator.templates.plan_import(written(tmp_path, ""))
