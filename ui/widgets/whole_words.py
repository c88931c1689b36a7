"""A tooltip with the whole words, for what had to be elided; nothing where all of them can be read."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip, QWidget


def tells_whole(widget: QWidget, event: QEvent, words: str) -> bool:
    """Show ``words`` where ``event`` asks for a tooltip and the widget has none of its own; True when shown."""
    asked = event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent)
    if not asked or not isinstance(event, QHelpEvent) or not words or widget.toolTip():
        return False
    QToolTip.showText(event.globalPos(), words, widget)
    return True
