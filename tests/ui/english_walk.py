"""Walks the whole window on a fresh desk and gathers what it says; run in English by tests/test_translation.py.

Not a test of the ordinary run: the language is settled before the first sentence is imported.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import chain

import pytest
from PySide6.QtCore import QAbstractItemModel, QCoreApplication, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMenu, QWidget

from tests.conftest import PROJECT
from tests.ui.window_fixture import OpenWindow
from ui.settings.specs import SECTIONS
from ui.shell.window import MainWindow
from ui.support.context import Context
from weibo_operator.translation import spoken

CHINESE = re.compile(r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]+")
PROPERTIES = ("text", "placeholderText", "toolTip", "accessibleName", "accessibleDescription", "windowTitle", "title")
DIALOGS = (
    *("palette", "help", "capture", "sources", "connect", "setup", "practice_round", "rush", "orders", "accounts"),
    *("restore", "licences", "template_new", "knowledge_new", "search_new", "notices", "interview"),
)
LANGUAGE_NAME = {"中文"}
"""A language is called by its own name wherever one chooses it."""
DATA_PAGES = frozenset(["templates", "knowledge"])
"""They show the templates and cards that come along: words for customers."""
PLAIN_WORDS = (PROJECT / "resources" / "dictionaries" / "plain_words.tsv").read_text(encoding="utf-8")
"""The dictionary's trade words: words for customers too."""
STARTER = "".join(
    path.read_text(encoding="utf-8") for path in sorted((PROJECT / "resources" / "templates").glob("*.toml"))
)
EXAMPLES = {
    "物流": "a topic a department knows",
    "婚礼": "a word customers write",
    "开业": "a word customers write",
    "过敏": "a word customers write",
    "鼓包": "a word customers write",
    "店铺": "a template's variable",
    "热线": "a template's variable",
    "署名": "a template's variable",
    "地址": "a template's variable",
    "小橙": "an example of a signature",
    "小橙店长": "an example of a nickname",
    "员工": "a role as the list of own people is typed",
    "负责人": "a role as the list of own people is typed",
    "合作方": "a role as the list of own people is typed",
    "我的应用": "what Weibo's console calls it",
    "高级信息": "what Weibo's console calls it",
    "授权回调页": "what Weibo's console calls it",
    "抽奖": "a word to search for",
    "转发": "a word to search for",
    "退货天数": "a blank as a card is typed",
    "客户": "a template's variable",
}
"""Chinese that the program's own English holds as data, with its reason."""


@contextmanager
def painted() -> Iterator[set[str]]:
    """Every text a painter draws inside."""
    seen: set[str] = set()
    draw: Callable[..., object] = QPainter.drawText

    def recording(painter: QPainter, *given: object) -> object:
        seen.update(part for part in given if isinstance(part, str))
        return draw(painter, *given)

    patch = pytest.MonkeyPatch()
    patch.setattr(QPainter, "drawText", recording)
    yield seen
    patch.undo()


def said(widget: QWidget) -> Iterator[str]:
    """What one widget says, seen or read out."""
    for name in PROPERTIES:
        found = widget.property(name)
        if isinstance(found, str):
            yield found
    for action in widget.actions():
        yield from (action.text(), action.toolTip())
    if isinstance(widget, QMenu):
        yield widget.title()
    if isinstance(widget, QAbstractItemView) and isinstance(model := widget.model(), QAbstractItemModel):
        yield from shown_cells(model)


def shown_cells(model: QAbstractItemModel) -> Iterator[str]:
    """Headers and the first rows of a list, as shown, explained and read out."""
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
    for column in range(model.columnCount()):
        head = model.headerData(column, Qt.Orientation.Horizontal)
        cells = (model.index(row, column).data(role) for row in range(min(model.rowCount(), 60)) for role in roles)
        yield from (cell for cell in chain((head,), cells) if isinstance(cell, str))


def gathered(window: MainWindow) -> set[str]:
    """Everything visible now with its tooltips and names, and every menu."""
    QCoreApplication.sendPostedEvents()
    window.grab()
    widgets = [widget for widget in window.findChildren(QWidget) if widget.isVisible() or isinstance(widget, QMenu)]
    top = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    return {text for widget in (*top, *widgets) for text in said(widget)}


def foreign(texts: set[str], known: str = "") -> list[str]:
    """Those that hold Chinese which is not data."""
    allowed = LANGUAGE_NAME | EXAMPLES.keys()
    return sorted(
        text for text in texts if any(run not in allowed and run not in known for run in CHINESE.findall(text))
    )


def test_the_window_speaks_english(open_window: OpenWindow, context: Context) -> None:
    assert spoken() == "en"
    with painted() as drawn:
        window = open_window(context)
        found: dict[str, list[str]] = {}
        for page in window.pages.keys:
            drawn.clear()
            window.show_page(page)
            known = STARTER if page in DATA_PAGES else ""
            found[page] = foreign(gathered(window) | drawn, known)
        window.show_page("settings")
        for section in SECTIONS:
            drawn.clear()
            window.pages.settings.open_section(section.key)
            known = PLAIN_WORDS if section.key == "dictionary" else ""
            found[f"settings {section.key}"] = foreign(gathered(window) | drawn, known)
        for action in DIALOGS:
            drawn.clear()
            window.show_page("inbox")
            window.run(action)
            found[action] = foreign(gathered(window) | drawn, STARTER)
            window.run("back")
    assert {place: texts for place, texts in found.items() if texts} == {}


def test_a_chinese_sign_is_noticed(open_window: OpenWindow, context: Context) -> None:
    window = open_window(context)
    window.setToolTip("收件箱")
    assert "收件箱" in foreign(gathered(window))
