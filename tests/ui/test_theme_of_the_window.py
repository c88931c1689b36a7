"""A change of colours dresses each widget of the window a few times, however deep it lies, and whatever comes later."""

from collections import Counter

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox, QWidget

from tests.ui.window_fixture import OpenWindow
from ui.shell.cheatsheet import CheatSheet
from ui.shell.window import MainWindow
from ui.support.context import Context
from ui.support.theme import Theme, dress_alike


class Watcher(QObject):
    """Counts how often each widget is told of another style."""

    def __init__(self) -> None:
        super().__init__()
        self.told: Counter[int] = Counter()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's own name
        """Count, and let it pass."""
        if event.type() == QEvent.Type.StyleChange:
            self.told[id(watched)] += 1
        return False


def ground(field: QLineEdit) -> str:
    """The colour a field is filled with."""
    return QColor(field.grab().toImage().pixel(field.width() // 2, 6)).name()


def show_all_pages(window: MainWindow) -> None:
    """Each is made with its first showing; the inbox comes last."""
    for page in window.pages.keys:
        window.show_page(page)
    window.show_page("inbox")


def test_no_widget_is_dressed_once_for_each_of_its_ancestors(
    theme: Theme, context: Context, open_window: OpenWindow
) -> None:
    window = open_window(context)
    show_all_pages(window)
    theme.set_mode("dark")  # the first change gives the parts their own sheet
    watcher = Watcher()
    watched = window.findChildren(QWidget)
    for widget in watched:
        widget.installEventFilter(watcher)
    theme.set_mode("light")
    for widget in watched:
        widget.removeEventFilter(watcher)
    assert len(watched) > 1000
    assert max(watcher.told.values()) <= 4, watcher.told.most_common(3)


def test_a_window_looks_the_same_by_whatever_way_it_came_to_its_colours(
    theme: Theme, context: Context, open_window: OpenWindow
) -> None:
    first = open_window(context)
    theme.set_mode("dark")
    field = QLineEdit(first)
    field.show()
    assert ground(field) == theme.color("surface").name()
    later = QLineEdit(open_window(context))  # as practice data opens one while the old one goes
    later.show()
    assert ground(later) == theme.color("surface").name()


def test_a_box_without_a_parent_is_dressed_like_the_window(
    theme: Theme, context: Context, open_window: OpenWindow, qtbot
) -> None:
    window = open_window(context)
    theme.set_mode("dark")
    box = QMessageBox()
    qtbot.addWidget(box)
    dress_alike(box)
    assert box.styleSheet() == worn(window.pages.inbox.top_bar) != ""


def worn(widget: QWidget) -> str:
    """The sheet nearest to a widget."""
    above: QWidget | None = widget
    while above is not None and not above.styleSheet():
        above = above.parentWidget()
    return "" if above is None else above.styleSheet()


def test_only_what_is_seen_changes_at_once_and_all_else_when_it_is_shown(
    theme: Theme, context: Context, open_window: OpenWindow
) -> None:
    window = open_window(context)
    show_all_pages(window)
    theme.set_mode("dark")
    dark = worn(window.pages.inbox.top_bar)
    assert dark
    assert worn(window.pages.settings) != dark
    holders = {window, window.pages.inbox, window.pages.inbox.parentWidget()}
    window.dialogs.capture()
    for page in window.pages.keys:
        window.show_page(page)
        seen = [widget for widget in window.findChildren(QWidget) if widget.isVisible() and widget not in holders]
        assert len(seen) > 20
        assert [widget for widget in seen if worn(widget) != dark] == [], page
    window.run("help")
    sheet = window.findChild(CheatSheet)
    assert sheet is not None
    assert worn(sheet) == dark


def test_what_opens_after_the_last_window_is_dressed_by_the_application(theme: Theme, qtbot) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    light = app.styleSheet()
    window = QWidget()
    theme.dress(window)
    theme.set_mode("dark")
    assert app.styleSheet() == light
    window.deleteLater()
    qtbot.waitUntil(lambda: app.styleSheet() != light)
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    assert ground(field) == theme.color("surface").name()
