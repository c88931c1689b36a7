"""The training mode: ticks the five points of the reply being written; it stops nothing (mission D14)."""

from PySide6.QtCore import QObject, Slot

from ui.reply.composer import Composer
from ui.support.context import Context
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.labels import Audience
from weibo_operator.domain.operations import Changes
from weibo_operator.domain.reply import Intent
from weibo_operator.domain.reply_points import ReplyPoint
from weibo_operator.domain.settings import REPLY_TRAINING

Owner = tuple[TicketId, Audience]


class Training(QObject):
    """What the operator ticked stays for this reply while the program runs, whatever the wording says."""

    def __init__(self, context: Context, composer: Composer) -> None:
        super().__init__(composer)
        self._context = context
        self._editor = composer.editor
        self._row = composer.points
        self._owner: Owner | None = None
        self._by_hand: dict[Owner, dict[ReplyPoint, bool]] = {}
        self._row.set_by_hand.connect(self._keep)
        context.news.changed.connect(self._hear)

    def watch(self, owner: Owner | None) -> None:
        """Train on another reply from now on."""
        self._owner = owner
        self.look()

    @Slot()
    def look(self) -> None:
        """Tick what the text meets; nothing is read while nobody trains."""
        on = self._owner is not None and bool(self._context.operator.shop.value(REPLY_TRAINING))
        self._row.set_shown(shown=on)
        if not on or self._owner is None:
            return
        by_hand = self._by_hand.get(self._owner, {})
        read = self._context.operator.replies.points(self._editor.text, self._owner[0])
        self._row.show_points([point for point in ReplyPoint if by_hand.get(point, point in read)])

    @Slot(object, str)
    def forget(self, intent: Intent, _then: str) -> None:
        """The next reply starts anew."""
        self._by_hand.pop((intent.ticket_id, intent.audience), None)
        self.look()

    @Slot(object, bool)
    def _keep(self, point: ReplyPoint, on: bool) -> None:
        if self._owner is not None:
            self._by_hand.setdefault(self._owner, {})[point] = on

    @Slot(object)
    def _hear(self, changes: Changes) -> None:
        if "setting" in changes.tables:
            self.look()
