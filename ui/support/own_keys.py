"""Keeps what is typed in a dialog over the window from running the window's own shortcuts."""

from PySide6.QtCore import QEvent


def keep_keys(event: QEvent) -> bool:
    """Claim a key for the dialog it was pressed in; True when ``event`` was such a question.

    Qt asks the focused widget and then its parents before it runs a shortcut: a dialog that answers yes gets the
    key as an ordinary press, and no command acts on a ticket that lies hidden below the scrim.
    """
    if event.type() != QEvent.Type.ShortcutOverride:
        return False
    event.accept()
    return True
