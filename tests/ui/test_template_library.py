"""The template library as a whole: tones, favourites' order, categories, files in and out, starter templates."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from ui.support.context import Context
from ui.templates.controller import TemplatesPage
from ui.templates.file_words import PROBLEMS
from ui.templates.model import STARRED
from weibo_operator.domain.settings import STARTER_EDITION
from weibo_operator.domain.template import FORMAL, FRIENDLY

HEAD = "标题,分类,语气,快捷码,说法1,说法2,说法3,适用,收藏\n"


@pytest.fixture
def page(context: Context, qtbot: QtBot) -> Iterator[TemplatesPage]:
    host = QWidget()
    host.resize(1301, 689)
    page = TemplatesPage(context)
    page.setParent(host)
    page.setGeometry(host.rect())
    host.show()
    yield page
    host.close()  # while the file is still open: leaving a page stores what was written
    host.deleteLater()
    QCoreApplication.sendPostedEvents(host, QEvent.Type.DeferredDelete)


def open_category(page: TemplatesPage, name: str) -> None:
    page.view.shelves.choose_row(page.view.shelf_rows.row_of(name))


def open_titled(page: TemplatesPage, title: str) -> None:
    rows = page.view.rows.rows
    page.view.list.choose_row(next(at for at, each in enumerate(rows) if each.title.startswith(title)))


def texts(page: TemplatesPage) -> list[str]:
    return [box.text.toPlainText() for box in page.view.form.boxes]


def test_only_one_tone_is_listed(page: TemplatesPage, qtbot: QtBot) -> None:
    whole = len(page.view.rows.rows)
    page.view.tone.findChildren(QRadioButton)[1].click()
    assert {each.tone for each in page.view.rows.rows} == {FORMAL}
    assert len(page.view.rows.rows) < whole
    qtbot.keyClicks(page.view.search, "wlyc")
    assert [each.tone for each in page.view.rows.rows] == [FORMAL]


def test_one_button_leads_to_the_other_tone(page: TemplatesPage) -> None:
    open_titled(page, "物流延迟")
    first = page.session.key
    other = FRIENDLY if page.view.form.tone.currentText() == FORMAL else FORMAL
    assert page.view.form.other_tone.text() == f"看{other}的说法"
    page.view.form.other_tone.click()
    assert page.session.key not in (None, first)
    assert (page.view.form.title.text(), page.view.form.tone.currentText()) == ("物流延迟 致歉", other)


def test_the_other_tone_is_begun_where_there_is_none(context: Context, page: TemplatesPage, qtbot: QtBot) -> None:
    open_titled(page, "到货通知")
    assert page.view.form.other_tone.text() == "写一条正式的"
    before = page.view.form.edit()
    page.view.form.other_tone.click()
    form = page.view.form
    assert (form.title.text(), form.category.currentText(), form.code.text()) == (
        before.title,
        before.category,
        before.code,
    )
    assert form.tone.currentText() == FORMAL
    qtbot.keyClicks(form.boxes[0].text, "Dear customer")
    page.session.save()
    found = next(each for each in context.operator.templates.all() if each.id == page.session.key)
    assert context.operator.templates.in_other_tone(found) is not None


def test_favourites_change_places_by_keys_and_by_buttons(context: Context, page: TemplatesPage, qtbot: QtBot) -> None:
    open_category(page, STARRED)
    order = [each.id for each in page.view.rows.rows]
    assert [each.favourite for each in page.view.rows.rows] == list(range(1, 10))
    page.view.list.choose_row(0)
    qtbot.keyClick(page.view.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [each.id for each in page.view.rows.rows] == [order[1], order[0], *order[2:]]
    assert page.view.list.currentIndex().row() == 1
    page.view.earlier.click()
    assert [each.id for each in page.view.rows.rows] == order
    context.news.tell(context.operator.history.undo().changes)
    assert page.view.rows.rows[0].id == order[1]


def test_a_category_is_renamed_by_enter_and_put_back(context: Context, page: TemplatesPage, qtbot: QtBot) -> None:
    open_category(page, "退换货")
    count = len(page.view.rows.rows)
    qtbot.keyClick(page.view.shelves, Qt.Key.Key_Return)
    dialog = page.commands.category_dialog
    assert dialog is not None
    assert dialog.isVisible()
    dialog.name.setEditText("售后")
    assert dialog.accept_button.text() == "改名"
    with qtbot.waitSignal(context.news.undoable):
        dialog.accept_button.click()
    assert ("售后", count) in page.view.shelf_rows.rows
    assert page.view.shelf_rows.rows[page.view.shelves.currentIndex().row()] == ("售后", count)
    page.view.rename.click()
    dialog.name.setEditText("物流")
    assert dialog.accept_button.text() == "合并"
    assert "可以撤销" in dialog.message
    dialog.accept_button.click()
    assert "售后" not in dict(page.view.shelf_rows.rows)
    for _ in range(2):
        context.news.tell(context.operator.history.undo().changes)
    assert dict(page.view.shelf_rows.rows)["退换货"] == count


def test_a_category_needs_a_name(page: TemplatesPage) -> None:
    open_category(page, "退换货")
    page.view.rename.click()
    dialog = page.commands.category_dialog
    assert dialog is not None
    dialog.name.setEditText("  ")
    dialog.accept_button.click()
    assert dialog.isVisible()
    assert "没有写名字" in dialog.message


def test_all_and_favourites_are_no_categories_to_rename(page: TemplatesPage) -> None:
    open_category(page, STARRED)
    assert not page.view.rename.isEnabled()
    page.rename_category()
    assert page.commands.category_dialog is None


def test_a_file_is_looked_at_before_it_comes_in(context: Context, page: TemplatesPage, tmp_path: Path) -> None:
    path = tmp_path / "话术.csv"
    rows = (
        "物流延迟 致歉,物流,正式,,新的说法,,,都可以,1",
        "尺码说明,售前,亲切,,{尺码}有货,,,公开,",
        "没有说法,售前,,,,,,,",
    )
    path.write_text(HEAD + "\n".join(rows), encoding="utf-8")
    before = context.operator.templates.all()
    page.commands.look_at(path)
    dialog = page.commands.import_dialog
    assert dialog is not None
    assert dialog.isVisible()
    assert dialog.summary.text() == "1 条新的，1 条和现有的同名、内容不同，1 行读不进来"
    assert "第 4 行“没有说法”：没有说法" in dialog.lines.toPlainText()
    assert "{尺码}" in dialog.lines.toPlainText()
    assert context.operator.templates.all() == before
    assert dialog.accept_button.text() == "导入 2 条"
    dialog.duplicates.findChildren(QRadioButton)[1].click()
    assert dialog.accept_button.text() == "导入 1 条"
    dialog.accept_button.click()
    assert len(context.operator.templates.all()) == len(before) + 1
    context.news.tell(context.operator.history.undo().changes)
    page.commands.look_at(path)
    dialog.accept_button.click()
    assert [each.text for each in context.operator.templates.favourite(1).wordings] == ["新的说法"]
    context.news.tell(context.operator.history.undo().changes)
    assert context.operator.templates.all() == before


def test_a_file_that_is_none_says_so(context: Context, page: TemplatesPage, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "别的.csv"
    path.write_text("甲,乙\n1,2\n", encoding="utf-8")
    with qtbot.waitSignal(context.news.notice) as told:
        page.import_file(path)
    assert "没有“标题”和“说法1”两列" in told.args[0]
    assert page.commands.import_dialog is None


def test_every_reason_has_words() -> None:
    assert all(PROBLEMS.values())
    assert {"title", "wordings", "tone", "audience", "favourite", "repeated", "quote"} <= PROBLEMS.keys()


def test_every_template_goes_into_a_file(context: Context, page: TemplatesPage, tmp_path: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(context.news.notice) as told:
        page.export_file(tmp_path / "out.csv")
    assert f"{len(context.operator.templates.all())} 条" in told.args[0]
    assert context.operator.templates.plan_import(tmp_path / "out.csv").new == ()
    with qtbot.waitSignal(context.news.notice) as told:
        page.export_file(tmp_path / "nowhere" / "out.csv")
    assert "写不进" in told.args[0]


def lack_leads(context: Context) -> int:
    leads = [each for each in context.operator.templates.all() if each.category == "线索"]
    for each in leads:
        context.operator.templates.delete(each.id)
    context.operator.shop.change(STARTER_EDITION, 1)
    return len(leads)


def test_new_starter_templates_are_offered_and_taken_back(context: Context, page: TemplatesPage) -> None:
    assert not page.view.starters.isVisible()
    count = lack_leads(context)
    before = context.operator.templates.all()
    page.refresh()
    assert page.view.starters.text() == f"新模板 {count} 条"
    page.view.starters.click()
    dialog = page.commands.starter_dialog
    assert dialog is not None
    assert "先帮后谈" in dialog.lines.toPlainText()
    dialog.accept_button.click()
    assert len(context.operator.templates.all()) == len(before) + count
    assert not page.view.starters.isVisible()
    context.news.tell(context.operator.history.undo().changes)
    assert context.operator.templates.all() == before


def test_starter_templates_turned_away_are_not_offered_again(context: Context, page: TemplatesPage) -> None:
    lack_leads(context)
    page.refresh()
    page.view.starters.click()
    dialog = page.commands.starter_dialog
    assert dialog is not None
    dialog.dismiss()
    page.refresh()
    assert not page.view.starters.isVisible()
    page.commands.offer_starters()
    assert "先帮后谈" in dialog.lines.toPlainText(), "still to be had on asking"


def test_an_unknown_variable_is_stored_and_told_of(context: Context, page: TemplatesPage, qtbot: QtBot) -> None:
    box = page.view.form.boxes[0]
    box.text.setPlainText("{客户名}您好，{尺码}有货。{光标}")
    page.session.save()
    stored = next(each for each in context.operator.templates.all() if each.id == page.session.key)
    assert "{尺码}" in stored.wordings[0].text
    assert "{客户名}、{尺码}" in box.unknown
    assert "认识的有 客户、店铺" in box.unknown
    box.rename_button.click()
    assert texts(page)[0] == "{客户}您好，{尺码}有货。{光标}"
    assert "{客户名}" not in box.unknown
    box.text.setPlainText("{客户|您}好")
    assert box.unknown == ""
