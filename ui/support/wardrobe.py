"""The parts of large windows, each of which carries the style sheet itself: what is hidden changes when it is shown."""

from collections.abc import Iterator

from PySide6.QtCore import QChildEvent, QEvent, QObject
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid


class Wardrobe(QObject):
    """Of thousands of widgets fifty are seen: a change of colours dresses the parts that these are in.

    ``holders`` are widgets without looks of their own, whose children are the parts: a window, its stack of pages.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._holders: list[QWidget] = []
        self._sheet = ""

    @property
    def is_empty(self) -> bool:
        """Whether no window is left."""
        return not any(map(isValid, self._holders))

    def hold(self, *holders: QWidget) -> None:
        """Dress the children of these from now on, also those that come later."""
        self._holders = [*filter(isValid, self._holders), *holders]
        for holder in holders:
            holder.installEventFilter(self)

    def put_on(self, sheet: str) -> None:
        """A new sheet for every part: at once where it is seen, else with its next showing."""
        self._sheet = sheet
        for part in self._parts():
            if part.isVisible():
                self._wear(part)
            else:
                part.installEventFilter(self)  # once, however often it is asked for

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A part is shown, or a holder got another child: dress it."""
        kind = event.type()
        if kind == QEvent.Type.Show and isinstance(watched, QWidget) and watched not in self._holders:
            watched.removeEventFilter(self)
            self._wear(watched)
        elif kind == QEvent.Type.ChildPolished and isinstance(event, QChildEvent) and watched in self._holders:
            child = event.child()
            if isinstance(child, QWidget) and child not in self._holders:
                self._wear(child)
        return False

    def _wear(self, part: QWidget) -> None:
        if self._sheet and part.styleSheet() != self._sheet:  # some systems tell of our own change as well
            part.setStyleSheet(self._sheet)

    def _parts(self) -> Iterator[QWidget]:
        for holder in filter(isValid, self._holders):
            for child in holder.children():
                if isinstance(child, QWidget) and child not in self._holders:
                    yield child
