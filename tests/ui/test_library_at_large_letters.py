"""Where letters are large and the window is small, the search of a library gives way and no words are cut."""

from PySide6.QtCore import QCoreApplication, QEvent

from tests.ui.window_fixture import OpenWindow
from ui.support.context import Context
from ui.support.theme import Theme


def test_the_search_of_a_library_gives_way_to_the_words_beside_it(
    context: Context, theme: Theme, open_window: OpenWindow
) -> None:
    window = open_window(context)
    theme.set_scale("huge")
    window.resize(1120, 600)
    window.show_page("knowledge")
    view = window.pages.knowledge.view
    view.orders.setText("The orders that were read in")  # as long as words are in some languages
    view.new.setText("New knowledge card")
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    assert view.seg.width() >= view.seg.minimumSizeHint().width()
    assert view.orders.width() >= view.orders.minimumSizeHint().width()
    assert view.search.geometry().right() < view.orders.geometry().left()
