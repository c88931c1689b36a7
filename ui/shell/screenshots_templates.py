"""Pictures of the template library: favourites, an unknown variable, dialogs, the picker by tone, another tone."""

from collections.abc import Callable, Iterator
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ui.shell.window import MainWindow
from ui.support.context import Context
from ui.templates.model import STARRED
from weibo_operator.domain.settings import STARTER_EDITION
from weibo_operator.services.template_edit import edit_of

Picture = Callable[[str], Path]
UNKNOWN = "{客户名}您好，{尺码}的还有货，{部门|同事}今天给您留一件{光标}。{署名}"


def take(window: MainWindow, context: Context, folder: Path, picture: Picture) -> Iterator[Path]:
    """Photograph page, dialogs and picker; what is changed here stays in the pictures' own file."""
    page = window.pages.templates
    window.show_page("templates")
    page.view.shelves.choose_row(page.view.shelf_rows.row_of(STARRED))
    page.view.list.choose_row(2)
    page.view.list.setFocus()
    yield picture("95-templates-favourites")
    page.view.form.boxes[0].load(UNKNOWN, "both")
    yield picture("96-templates-unknown")
    page.session.forget()
    yield from _dialogs(window, context, folder, picture)
    yield from _reply(window, picture)


def _dialogs(window: MainWindow, context: Context, folder: Path, picture: Picture) -> Iterator[Path]:
    page, templates = window.pages.templates, context.operator.templates
    table = folder / "话术.csv"
    templates.export_file(table)
    first, second, *_ = templates.all()
    context.news.tell(templates.save(replace(edit_of(first), wordings=("改过的说法",)), first.id).changes)
    context.news.tell(templates.delete(second.id).changes)
    with table.open("a", encoding="utf-8") as file:
        file.write("没有说法的一条,售前,正式,,,,,公开,\r\n尺码说明,售前,亲切,,{尺码}的有货,,,公开,\r\n")
    page.commands.look_at(table)
    yield picture("97-templates-import")
    if page.commands.import_dialog is not None:
        page.commands.import_dialog.dismiss()
    page.commands.rename_category("退换货")
    dialog = page.commands.category_dialog
    if dialog is not None:
        dialog.name.setEditText("物流")
        yield picture("98-templates-category")
        dialog.dismiss()
    context.news.tell(context.operator.shop.change(STARTER_EDITION, 1))
    for template in templates.all():
        if template.category == "线索":
            context.news.tell(templates.delete(template.id).changes)
    page.commands.offer_starters()
    yield picture("99-templates-starter")
    if page.commands.starter_dialog is not None:
        page.commands.starter_dialog.close_over()
    page.refresh()
    yield picture("100-templates-offered")


def _reply(window: MainWindow, picture: Picture) -> Iterator[Path]:
    window.show_page("inbox")
    window.run("next")
    session = window.pages.inbox.session
    session.composer.editor.selectAll()
    session.composer.editor.textCursor().removeSelectedText()
    session.insert_favourite(7)
    session.other_tone()
    yield picture("101-other-tone")
    session.composer.editor.selectAll()
    session.composer.editor.textCursor().removeSelectedText()
    window.run("templates")
    for key in (Qt.Key.Key_F6, Qt.Key.Key_F6):
        QTest.keyClick(session.picker.field, key)
    QTest.keyClicks(session.picker.field, "cnjc")
    yield picture("102-picker-tone")
    session.close_popup()
