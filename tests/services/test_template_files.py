"""Files that go with a template: kept by path, found again in the text, taken back with the template (mission D10)."""

import pytest
from msgspec.structs import replace

from weibo_operator.domain.template import FileKind, TemplateFile, kind_of_file
from weibo_operator.services.template_edit import TemplateEdit, edit_of

WASH = TemplateFile("/图/洗护图.JPG", FileKind.PICTURE, "怎么洗")
FILM = TemplateFile("/图/安装.mp4", FileKind.VIDEO)
CARE = TemplateEdit("洗护", "产品", "", "both", "亲切", 0, ("{客户}您好，图里有洗护方法，冷水手洗。",), (WASH, FILM))


@pytest.mark.parametrize(
    ("name", "kind"), [("a.PNG", FileKind.PICTURE), ("b.mov", FileKind.VIDEO), ("说明书.pdf", FileKind.OTHER)]
)
def test_what_a_file_is_stands_in_its_name(name, kind):
    assert kind_of_file(name) is kind


def test_files_are_kept_with_the_template_and_come_back_with_it(open_desk):
    operator = open_desk()
    saved = operator.templates.save(CARE).value
    again = open_desk()
    found = next(each for each in again.templates.all() if each.id == saved)
    assert found.files == (WASH, FILM)
    assert [file.name for file in found.files] == ["洗护图.JPG", "安装.mp4"]
    again.templates.delete(saved)
    assert again.templates.files_in("图里有洗护方法，冷水手洗。", {}) == ()
    again.history.undo()
    assert next(each for each in again.templates.all() if each.id == saved).files == (WASH, FILM)


def test_one_file_can_go_and_undo_brings_it_back(operator):
    saved = operator.templates.save(CARE).value
    operator.templates.save(replace(CARE, files=(FILM, FILM)), saved)
    assert edit_of(next(each for each in operator.templates.all() if each.id == saved)).files == (FILM,)
    operator.history.undo()
    assert set(next(each for each in operator.templates.all() if each.id == saved).files) == {WASH, FILM}


def test_the_text_itself_says_which_files_go_with_it(operator):
    operator.templates.save(CARE)
    values = {"客户": "小李"}
    assert operator.templates.files_in("小李您好，图里有洗护方法，用冷水手洗就行。", values) == (WASH, FILM)
    assert operator.templates.files_in("小李您好，已经发货。", values) == ()
    assert operator.templates.files_in("", values) == ()


def test_a_table_that_says_nothing_of_files_leaves_them(operator, tmp_path):
    saved = operator.templates.save(CARE).value
    path = tmp_path / "templates.csv"
    operator.templates.export_file(path, [each for each in operator.templates.all() if each.id == saved])
    path.write_text(path.read_text(encoding="utf-8-sig").replace("冷水", "温水"), encoding="utf-8")
    operator.templates.import_plan(operator.templates.plan_import(path), update=True)
    found = next(each for each in operator.templates.all() if each.id == saved)
    assert "温水" in found.wordings[0].text
    assert found.files == (WASH, FILM)
