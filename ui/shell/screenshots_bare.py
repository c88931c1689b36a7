"""Pictures of a desk that holds nothing yet: where messages come from, each page's empty state, a search in vain."""

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtTest import QTest

from ui.shell.window import MainWindow
from ui.widgets.overlay import Overlay

PAGES = ("promises", "praise", "important", "searches")
"""Pages within pages: they have a key of their own but no place in the rail."""


def take(window: MainWindow, picture: Callable[[str], Path]) -> Iterator[Path]:
    """Photograph each page and the palette without a hit."""
    yield picture("120-empty-inbox")
    for number, page in enumerate(window.pages.keys[1:], 121):
        window.show_page(page)
        yield picture(f"{number}-empty-{page}")
    for number, page in enumerate(PAGES, 135):
        window.run(f"page_{page}")
        yield picture(f"{number}-empty-{page}")
    window.run("palette")
    (palette,) = (overlay for overlay in window.findChildren(Overlay) if overlay.isVisible())
    QTest.keyClicks(palette.focusWidget(), "qqqq")
    yield picture("140-nothing-found")
    palette.dismiss()
