"""Takes a window through its scenes and keeps what is wrong with each."""

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.ui.walk import checks
from ui.support.theme import Theme
from weibo_operator.translation import spoken, words_of

FIRST, SMALLEST = (1366, 689), (1120, 600)
TURN_MSEC = 15
"""So long the loop runs before a look: timers of a scene that fire at once have done so."""
LATIN = frozenset(
    (
        *("Ctrl", "Alt", "Shift", "Enter", "Esc", "Tab", "Del", "Backspace"),  # keys
        *("Excel", "CSV", "JSON", "PDF", "Word", "KB", "App", "Key", "Secret"),  # formats, words of Weibo's own page
        *("Qt", "SQLite", "XlsxWriter", "Lucide", "Python", "HTTPX", "MIT", "ISC", "LGPL", "BSD", "VIP"),  # names
        *("TA", "UID", "uid"),  # as Chinese writes them
        "English",  # each language by its own name
        *("wlyc", "qqqq"),  # a template's code as an example, and what is searched for in vain
    )
)
NOT_OURS = (
    "CardList",
    "FactTable",
    "PaintedList",
    "TemplatePicker",
    "TemplateForm",
    "KnowledgeForm",
    "SearchField",
    "PaletteField",
    "PlainList",
)
"""Where words of customers and of the trade, names of libraries and the pinyin codes of templates stand."""
NOT_BY_TAB = {
    "QTableView<TemplatePicker": "the arrows of its search field move in it",
    "QTableView<_Card<Palette": "the arrows of its search field move in it",
    "IconButton<StepRow": "T on its step does the same",
}
SHOP_WORDS = (
    *("TemplatePreview", "TemplateForm", "VariableChips", "KnowledgeForm"),
    *("Avatar", "TextBox"),
)
"""Where words of the shop and its customers stand, which may be the program's own by chance."""
Found = dict[str, dict[str, str]]


class Walk:
    """Looks at scene after scene; ``found`` holds what is wrong by kind, and the scene where it was first seen."""

    def __init__(self, theme: Theme, sizes: Iterable[tuple[int, int]], kinds: Iterable[str]) -> None:
        self._theme = theme
        self._sizes = tuple(sizes)
        self.scenes: list[str] = []
        self.found: Found = {kind: {} for kind in kinds}

    def look(self, window: QWidget, name: str) -> Path:
        """Look at the window in every size; the next scene begins in the last."""
        self.scenes.append(name)
        QTest.qWait(TURN_MSEC)
        for width, height in self._sizes:
            window.resize(width, height)
            settle()
            first = (width, height) == FIRST  # another size has no other colours
            self._look_once(checks.top_of(window), f"{name} {width}", pale=first)
        self._sizes = self._sizes[::-1]
        return Path(name)

    def _look_once(self, root: QWidget, where: str, *, pale: bool) -> None:
        screen = checks.look_at(root)
        by_kind: dict[str, Callable[[], Iterable[str]]] = {
            "cut": partial(checks.cut, screen),
            "overlap": partial(checks.overlaps, screen),
            "pale": partial(checks.pale, screen, root, self._theme),
            "nameless": partial(checks.nameless, screen),
            "english": partial(checks.english, screen, LATIN, NOT_OURS),
            "untranslated": partial(checks.untranslated, screen, words_of(spoken()), SHOP_WORDS),
            "unreachable": partial(checks.unreachable, screen, tuple(NOT_BY_TAB)),
        }
        for kind, seen in self.found.items():
            for sentence in by_kind[kind]() if pale or kind != "pale" else ():
                seen.setdefault(sentence, where)


def settle() -> None:
    """Let every layout that was asked for happen."""
    for _ in range(3):
        for kind in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            QCoreApplication.sendPostedEvents(None, kind)
