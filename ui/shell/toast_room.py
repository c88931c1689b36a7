"""What stands over the conversation hides no newest words of a ticket that comes up under it."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint, Slot

from ui.reply.conversation import ConversationView
from ui.widgets.toast import SHADOW, Toast

GAP = 8
"""Between the words and the toast above the composer."""


class ToastRoom(QObject):
    """Makes room only while nothing of the ticket has been seen: words that are being read stay where they are."""

    def __init__(self, conversation: ConversationView, toasts: Sequence[Toast], parent: QObject) -> None:
        super().__init__(parent)
        self._conversation = conversation
        self._toasts = tuple(toasts)
        for toast in self._toasts:
            toast.shown.connect(self.fit)

    @Slot()
    def fit(self) -> None:
        """A toast came, or another ticket under one."""
        below = self._conversation
        if not below.is_unseen:
            return
        up = [toast for toast in self._toasts if not toast.isHidden()]
        tops = [below.mapFromGlobal(toast.mapToGlobal(QPoint(0, SHADOW))).y() for toast in up]
        covered = below.height() - min(tops, default=below.height())
        below.keep_clear(covered + GAP if 0 < covered < below.height() else 0)
