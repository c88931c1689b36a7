"""The templates page saves by itself, one undoable edit per visit, and finds by characters, initials and code."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from ui.support.context import Context
from ui.templates.check_words import finding_words, length_words, remarks
from ui.templates.controller import TemplatesPage
from weibo_operator.domain.findings import Finding, FindingKind, Grade


@pytest.fixture
def page(context: Context, qtbot: QtBot) -> Iterator[TemplatesPage]:
    page = TemplatesPage(context)
    page.resize(1301, 689)
    page.show()
    yield page
    page.close()  # while the file is still open: leaving a page stores what was written
    page.deleteLater()
    QCoreApplication.sendPostedEvents(page, QEvent.Type.DeferredDelete)


def titles(page: TemplatesPage) -> list[str]:
    return [template.title for template in page.view.rows.rows]


def stored(context: Context, template) -> object:
    return next(each for each in context.operator.templates.all() if each.id == template)


def write_title(page: TemplatesPage, qtbot: QtBot, text: str) -> None:
    page.view.form.title.selectAll()
    qtbot.keyClicks(page.view.form.title, text)


def test_the_first_template_is_open_and_nothing_is_written_by_looking(context: Context, page: TemplatesPage):
    assert page.session.key == page.view.rows.rows[0].id
    assert page.view.form.title.text() == page.view.rows.rows[0].title
    for row in range(5):
        page.view.list.selectRow(row)
    assert context.operator.history.last() is None


def test_a_pause_saves(context: Context, page: TemplatesPage, qtbot: QtBot):
    with qtbot.waitSignal(page.session.saved):
        write_title(page, qtbot, "abc")
    assert stored(context, page.session.key).title == "abc"
    assert "已自动保存" in page.view.state.parts[0]
    assert "abc" in titles(page)


def test_one_visit_is_one_undo_however_often_it_was_saved(context: Context, page: TemplatesPage, qtbot: QtBot):
    page.view.list.selectRow(1)
    template = page.session.key
    before = stored(context, template)
    for text in ("one", "two", "three"):
        write_title(page, qtbot, text)
        page.session.save()
    page.view.form.add_wording()
    qtbot.keyClicks(page.view.form.boxes[-1].text, "another way")
    page.session.save()
    assert len(stored(context, template).wordings) == len(before.wordings) + 1
    outcome = context.operator.history.undo()
    context.news.tell(outcome.changes)
    after = stored(context, template)
    assert (after.title, [each.text for each in after.wordings]) == (
        before.title,
        [each.text for each in before.wordings],
    )
    assert context.operator.history.last() is None
    assert page.view.form.title.text() == before.title


def test_leaving_saves_at_once_and_offers_to_undo(context: Context, page: TemplatesPage, qtbot: QtBot):
    template = page.session.key
    write_title(page, qtbot, "left")
    with qtbot.waitSignal(context.news.undoable) as told:
        page.view.list.selectRow(3)
    assert "left" in told.args[0]
    assert stored(context, template).title == "left"
    assert page.session.key != template


def test_going_to_another_page_saves(context: Context, page: TemplatesPage, qtbot: QtBot):
    template = page.session.key
    write_title(page, qtbot, "hidden")
    page.hide()
    assert stored(context, template).title == "hidden"


def test_two_visits_are_two_undos(context: Context, page: TemplatesPage, qtbot: QtBot):
    first = page.session.key
    write_title(page, qtbot, "first")
    page.view.list.selectRow(4)
    second = page.session.key
    write_title(page, qtbot, "second")
    page.session.save()
    context.news.tell(context.operator.history.undo().changes)
    assert stored(context, first).title == "first"
    assert stored(context, second).title != "second"


def test_a_new_template_is_stored_once_it_says_something(context: Context, page: TemplatesPage, qtbot: QtBot):
    count = len(context.operator.templates.all())
    page.view.new.click()
    write_title(page, qtbot, "new one")
    page.session.save()
    assert len(context.operator.templates.all()) == count
    assert "至少一种说法" in page.view.state.parts[0]
    qtbot.keyClicks(page.view.form.boxes[0].text, "hello")
    with qtbot.waitSignal(page.session.saved):
        pass
    assert len(context.operator.templates.all()) == count + 1
    qtbot.keyClicks(page.view.form.boxes[0].text, " again")
    page.session.save()
    assert len(context.operator.templates.all()) == count + 1
    assert stored(context, page.session.key).wordings[0].text == "hello again"
    context.news.tell(context.operator.history.undo().changes)
    assert len(context.operator.templates.all()) == count
    assert page.session.key is not None


def test_an_unfinished_new_template_is_told_of(context: Context, page: TemplatesPage, qtbot: QtBot):
    page.new_template()
    write_title(page, qtbot, "only a title")
    with qtbot.waitSignal(context.news.notice) as told:
        page.view.list.selectRow(0)
    assert "没有保存" in told.args[0]


def test_a_change_that_cannot_be_kept_is_told_of_when_it_is_left(context: Context, page: TemplatesPage, qtbot: QtBot):
    template, before = page.session.key, page.view.form.title.text()
    page.view.form.title.selectAll()
    qtbot.keyClick(page.view.form.title, Qt.Key.Key_Delete)
    with qtbot.waitSignal(context.news.notice) as told:
        page.hide()
    assert told.args[0] == "这次的修改没有保存：要有标题"
    assert stored(context, template).title == before


def test_an_empty_title_is_not_stored(context: Context, page: TemplatesPage, qtbot: QtBot):
    template, before = page.session.key, page.view.form.title.text()
    page.view.form.title.clear()
    page.view.form.title.textEdited.emit("")
    page.session.save()
    assert stored(context, template).title == before
    assert "要有标题" in page.view.state.parts[0]


def test_deleting_needs_no_question_and_can_be_undone(context: Context, page: TemplatesPage, qtbot: QtBot):
    template, title = page.session.key, page.view.form.title.text()
    with qtbot.waitSignal(context.news.undoable) as told:
        qtbot.keyClick(page.view.list, Qt.Key.Key_Delete)
    assert title in told.args[0]
    assert page.session.key not in (None, template)
    context.news.tell(context.operator.history.undo().changes)
    assert template in [each.id for each in page.view.rows.rows]


def test_search_finds_initials_and_says_when_there_is_nothing(page: TemplatesPage, qtbot: QtBot):
    qtbot.keyClicks(page.view.search, "wlyc")
    assert titles(page)[0].startswith("物流延迟")
    qtbot.keyClick(page.view.search, Qt.Key.Key_Return)
    assert page.view.form.title.text() == titles(page)[0]
    qtbot.keyClicks(page.view.search, "zzzz")
    assert "没找到" in page.view.nothing.accessibleName()
    assert page.handle("back")
    assert len(titles(page)) > 40


def test_pinyin_still_being_composed_is_searched_for(page: TemplatesPage):
    QCoreApplication.sendEvent(page.view.search, QInputMethodEvent("w'l'y'c", []))
    assert titles(page)[0].startswith("物流延迟")
    assert page.view.search.text() == ""
    QCoreApplication.sendEvent(page.view.search, QInputMethodEvent("", []))
    assert len(titles(page)) > 40


def test_a_category_lists_its_templates(page: TemplatesPage):
    page.view.shelves.selectRow(2)
    name, count = page.view.shelf_rows.rows[2]
    assert {template.category for template in page.view.rows.rows} == {name}
    assert len(titles(page)) == count


def test_a_variable_goes_where_the_operator_writes(context: Context, page: TemplatesPage, qtbot: QtBot):
    boxes = page.view.form.boxes
    boxes[1].text.setPlainText("")
    boxes[1].focused.emit()
    page.view.form.chips.chosen.emit("{订单号}")
    assert boxes[1].text.toPlainText() == "{订单号}"
    page.session.save()
    assert "{订单号}" in [each.text for each in stored(context, page.session.key).wordings]


def test_a_favourite_key_moves_from_the_other_template(context: Context, page: TemplatesPage, qtbot: QtBot):
    taken = context.operator.templates.favourite(1)
    other = next(row for row, each in enumerate(page.view.rows.rows) if not each.favourite)
    page.view.list.selectRow(other)
    page.view.form.favourite.setCurrentIndex(1)
    page.session.save()
    assert context.operator.templates.favourite(1).id == page.session.key
    assert stored(context, taken.id).favourite == 0


def test_typos_are_found_and_put_right(page: TemplatesPage, qtbot: QtBot):
    box = page.view.form.boxes[0]
    box.text.setPlainText("您好，我们立既为您核实。")
    qtbot.waitUntil(lambda: "立即" in "".join(box.foot))
    box._fix.click()
    assert box.text.toPlainText() == "您好，我们立即为您核实。"
    assert "未发现错字" in box.foot


def test_length_is_judged_for_whom_it_is_meant():
    long = "字" * 150
    assert length_words(long, "both") == ("约 150 字，公开超出 10 字", True)
    assert length_words(long, "private") == ("约 150 字，私信发得下", False)
    assert length_words("字" * 310, "both")[0].count("超出") == 2
    assert length_words(" ", "both") == ("", False)


def test_findings_of_a_reply_to_somebody_are_left_out():
    def found(kind: FindingKind) -> Finding:
        return Finding(0, 2, kind, Grade.CERTAIN, "立既", ("立即",), 0.9, "同音字")

    kept = remarks([found(FindingKind.VARIABLE), found(FindingKind.TYPO), found(FindingKind.REPEAT)])
    assert [each.kind for each in kept] == [FindingKind.TYPO]
    assert finding_words(kept * 3) == "“立既”是不是“立即”；“立既”是不是“立即”；另有 1 处"


def test_a_file_without_templates_says_what_to_do(context: Context, page: TemplatesPage):
    page.hide()
    for template in context.operator.templates.all():
        context.operator.templates.delete(template.id)
    page.show()
    assert "还没有模板" in page.view.nothing.accessibleName()
    page.view.nothing.acted.emit()
    assert page.session.is_new


def test_the_windows_letters_go_down_and_up(page: TemplatesPage):
    rows = page.view.rows.rows
    assert page.handle("down")
    assert page.session.key == rows[1].id
    assert page.handle("up")
    assert page.handle("up")
    assert page.session.key == rows[0].id
    assert not page.handle("finish")


def test_letters_in_the_lists_are_left_to_the_window(page: TemplatesPage, qtbot: QtBot):
    assert all(not isinstance(target, QLineEdit) for target in page.letter_targets())
    row = page.view.list.currentIndex().row()
    qtbot.keyClicks(page.view.list, "jwx")
    assert page.view.list.currentIndex().row() == row
