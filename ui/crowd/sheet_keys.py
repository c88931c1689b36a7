"""The keys of a sheet with one list: Enter opens, letters act, left and right turn over."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


def act_on(
    event: QKeyEvent,
    letters: Mapping[Qt.Key, Callable[[], None]],
    step: Callable[[int], None],
    open_current: Callable[[], None],
) -> bool:
    """Do what a key of the sheet asks for; False when it is none. A held key only turns over."""
    key = Qt.Key(event.key())
    if key in STEPS:
        step(STEPS[key])
    elif event.isAutoRepeat():
        pass
    elif key in letters:
        letters[key]()
    elif key in ENTER:
        open_current()
    else:
        return False
    event.accept()
    return True
