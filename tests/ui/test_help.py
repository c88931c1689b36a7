"""The help: one page for every job, its keys from the tables of keys, every link alive, F1 where one is."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt, QUrl
from PySide6.QtGui import QInputMethodEvent, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.conftest import PROJECT, Customers
from tests.ui.keys import press
from tests.ui.window_fixture import OpenWindow
from ui.shell.help_dialog import HelpDialog
from ui.shell.help_pages import HelpPage, found_pages, read_pages
from ui.shell.help_places import PAGES, WIDGETS, page_of_widget
from ui.shell.pages import Pages
from ui.support.actions import ACTIONS
from ui.support.context import Context
from ui.support.help_keys import LINKED, NOT_LINKED, PLACE, fill_keys, key_text
from ui.support.key_map import KeyMap, Keys
from ui.support.page_keys import PAGE_KEYS
from ui.widgets.dialog_frame import DialogFrame
from ui.widgets.form_dialog import FormDialog
from ui.widgets.overlay import Overlay
from ui.widgets.sheet import Sheet

FOLDER = PROJECT / "resources" / "help" / "zh"
FILES = sorted(FOLDER.glob("*.md"))
LINK = re.compile(r"\]\(([^)]+)\)")
FOREIGN = {"Alt", "Esc", "Enter", "Shift", "TA", "Excel", "PDF", "CSV", "JSON", "VIP", "wlyc", "n"}
"""Latin words a Chinese page may hold: keys, 他 or 她 as Chinese writes it, kinds of file, initials."""
GENERAL = (DialogFrame, FormDialog, Sheet)


@pytest.fixture(scope="module")
def pages() -> tuple[HelpPage, ...]:
    return read_pages(PROJECT / "resources", ACTIONS)


def dialogs() -> Iterator[type[QWidget]]:
    """Every dialog of the program that is one itself."""
    waiting: list[type[QWidget]] = [Overlay]
    while waiting:
        for kind in waiting.pop().__subclasses__():
            waiting.append(kind)
            if kind not in GENERAL and not kind.__subclasses__() and kind.__module__.startswith("ui."):
                yield kind


def test_every_file_is_a_page_of_the_index_and_the_other_way_round(pages: tuple[HelpPage, ...]) -> None:
    assert {page.key for page in pages} | {"README"} == {file.stem for file in FILES}
    assert len({page.key for page in pages}) == len(pages)
    assert [page.key for page in pages if not page.text.startswith("# ")] == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_key_of_a_page_exists(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert [name for name in PLACE.findall(text) if not key_text(name, ACTIONS)] == []
    assert "{key:" not in fill_keys(text, ACTIONS)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_no_key_is_written_out_that_could_become_stale(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert re.findall(r"(?:Ctrl|Shift)[ +]\S|\bF\d+\b", text) == []
    assert re.findall(r"Alt\+(?!1 到 8)\S+", text) == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_no_link_is_dead(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert [target for target in LINK.findall(text) if not (FOLDER / target).is_file()] == []


def test_no_english_is_in_it(pages: tuple[HelpPage, ...]) -> None:
    for page in pages:
        source = (FOLDER / f"{page.key}.md").read_text(encoding="utf-8")
        words = re.findall(r"[A-Za-z]{2,}", PLACE.sub("", LINK.sub("", source)))
        assert [word for word in words if word not in FOREIGN] == [], page.key


def test_every_action_of_the_work_is_explained_by_a_page() -> None:
    """Those of 页面, 数据 and 外观 only open what their name says."""
    named = {name for file in FILES for name in PLACE.findall(file.read_text(encoding="utf-8"))}
    work = [row.id for row in ACTIONS if row.group not in {"页面", "数据", "外观"}]
    assert [name for name in work if name not in named] == []


def test_every_own_key_of_a_page_is_known() -> None:
    for page, table in PAGE_KEYS.items():
        assert [row.id for row in table.rows if not key_text(f"{page}.{row.id}", ACTIONS)] == []


def test_names_that_no_table_knows_are_refused() -> None:
    for name in ("sned", "handoff.sned", "nowhere.level_1"):
        with pytest.raises(KeyError):
            key_text(name, ACTIONS)


def test_keys_are_said_as_they_are_pressed() -> None:
    said = {
        name: key_text(name, ACTIONS) for name in ("send", "next", "finish", "undo", "page_promises", "page_settings")
    }
    assert said == {
        "send": "Ctrl+Enter",
        "next": "N（打字时 Alt+N）",
        "finish": "E（打字时 Alt+E）",
        "undo": "Ctrl+Z",
        "page_promises": "G K",
        "page_settings": "Ctrl+,",
    }
    assert key_text("backup", ACTIONS) == "Ctrl+K 里的“备份数据文件”"
    assert key_text("templates.order", ACTIONS) == "Alt+↑、Alt+↓"


def test_a_remapped_key_is_said_at_once() -> None:
    keys = KeyMap()
    keys.put({"send": Keys((), ("F12",)), "template_files": Keys()})
    assert fill_keys("按 {key:send}。", keys.rows) == "按 **F12**。"


def test_only_what_opens_something_is_linked() -> None:
    """A click in a text must never send, finish or undo."""
    for row in ACTIONS:
        linked = "](action:" in fill_keys(f"{{key:{row.id}}}", ACTIONS)
        assert linked == (row.group in LINKED and row.id not in NOT_LINKED), row.id
    assert "](action:page_weekly)" in fill_keys("{key:page_weekly}", ACTIONS)
    assert "](action:" not in fill_keys("{key:send}{key:no_reply}{key:undo}{key:sync_now}", ACTIONS)


def test_every_page_of_the_window_has_one(context: Context, pages: tuple[HelpPage, ...], qtbot: QtBot) -> None:
    made = Pages(context)
    qtbot.addWidget(made.inbox)
    assert set(made.keys) == set(PAGES)
    known = {page.key for page in pages}
    assert {*PAGES.values(), *WIDGETS.values()} <= known


def test_every_dialog_has_one(open_window: OpenWindow, context: Context) -> None:
    open_window(context)  # with everything imported that has a dialog
    found = {kind.__name__: page_of_widget(kind) for kind in dialogs() if kind is not HelpDialog}
    assert len(found) > 30
    assert [name for name, page in found.items() if page is None] == []


def test_titles_come_before_words_and_initials_count(context: Context, pages: tuple[HelpPage, ...]) -> None:
    initials = context.operator.initials.of
    assert found_pages(pages, "zj", initials)[0].key == "forward"
    assert found_pages(pages, "撤回", initials)[0].key == "send"
    assert {"forward"} <= {page.key for page in found_pages(pages, "钉钉", initials)}
    assert found_pages(pages, "没有这个词", initials) == ()
    assert found_pages(pages, "  ", initials) == pages


def test_f1_opens_the_page_of_where_one_is(open_window: OpenWindow, context: Context, customers: Customers) -> None:
    context.operator.intake.capture(customers.message("发票什么时候能开好"))
    window = open_window(context)
    for key, page in PAGES.items():
        window.show_page(key)
        press(Qt.Key.Key_F1)
        assert shown(window.helps.dialog) == page, key
        press(Qt.Key.Key_Escape)
        assert window.helps.dialog.isHidden()
    window.show_page("inbox")
    press(Qt.Key.Key_N)
    press(Qt.Key.Key_F1)
    assert shown(window.helps.dialog) == "reply"
    press(Qt.Key.Key_Escape)
    assert window.pages.inbox.session.composer.editor.hasFocus()


def test_f1_in_a_dialog_opens_its_page_over_it(open_window: OpenWindow, context: Context, customers: Customers) -> None:
    context.operator.intake.capture(customers.message("物流五天没动，到底还管不管"))
    window = open_window(context)
    press(Qt.Key.Key_N)
    press(Qt.Key.Key_F, Qt.KeyboardModifier.AltModifier)
    before = QApplication.focusWidget()
    assert window.dialogs.handoff.isAncestorOf(before or window)
    press(Qt.Key.Key_F1)
    dialog = window.helps.dialog
    assert shown(dialog) == "forward"
    dialog.text.anchorClicked.emit(QUrl("action:page_handoff"))
    assert window.page == "inbox", "nothing opens below a dialog"
    assert dialog.isHidden()
    assert window.dialogs.handoff.isVisible()
    assert QApplication.focusWidget() is before


def shown(dialog: HelpDialog) -> str:
    assert dialog.isVisible()
    assert dialog.page is not None
    assert dialog.page.title in dialog.text.accessibleName()
    return dialog.page.key


def test_it_is_searched_and_turned_by_keys(open_window: OpenWindow, context: Context) -> None:
    window = open_window(context)
    press(Qt.Key.Key_F1)
    dialog = window.helps.dialog
    assert dialog.field.hasFocus()
    QTest.keyClicks(dialog.field, "zb")
    assert shown(dialog) == "weekly"
    assert "Ctrl+5" in dialog.text.toPlainText()
    dialog.field.clear()
    composing = QInputMethodEvent("h'f'h", [])
    QCoreApplication.sendEvent(dialog.field, composing)
    assert shown(dialog) == "followup"
    QCoreApplication.sendEvent(dialog.field, QInputMethodEvent("", []))
    QTest.keyClicks(dialog.field, "xqzz")
    assert dialog.nothing.isVisible()
    assert "xqzz" in dialog.nothing.text()
    dialog.field.clear()
    first = dialog.page
    press(Qt.Key.Key_Down)
    assert dialog.page is not first


def test_links_lead_to_pages_and_open_things(open_window: OpenWindow, context: Context) -> None:
    window = open_window(context)
    press(Qt.Key.Key_F1)
    dialog = window.helps.dialog
    dialog.text.anchorClicked.emit(QUrl("next.md"))
    assert shown(dialog) == "next"
    dialog.text.anchorClicked.emit(QUrl("action:page_weekly"))
    assert dialog.isHidden()
    assert window.page == "weekly"
    press(Qt.Key.Key_F1)
    dialog.keys_button.click()
    assert dialog.isHidden()
    assert window.dialogs.cheat_sheet.isVisible()


def test_a_link_is_followed_by_keys(open_window: OpenWindow, context: Context) -> None:
    window = open_window(context)
    press(Qt.Key.Key_F1)
    dialog = window.helps.dialog
    dialog.turn_to("settings")
    dialog.text.setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return)
    assert dialog.isHidden()
    assert window.page == "settings"


def test_nothing_is_ever_fetched(context: Context, qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    dialog = HelpDialog(context, host)
    kind = QTextDocument.ResourceType.ImageResource.value
    assert dialog.text.loadResource(kind, QUrl.fromLocalFile(str(FOLDER / "README.md"))) is None
    assert not dialog.text.openLinks()
    dialog.text.show_text("x", "<b>不是标记</b>")
    assert "<b>" in dialog.text.toPlainText()


def test_the_readmes_lead_to_the_same_files() -> None:
    for name in ("README.md", "README.zh-CN.md"):
        assert "(resources/help/zh/README.md)" in (PROJECT / name).read_text(encoding="utf-8"), name
