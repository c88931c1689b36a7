"""The line over board and session: a crowd that grew beyond the threshold, or the one that is being answered."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.crowd.words import alarm_words, serving_words
from ui.support.actions import anywhere, in_lists
from ui.support.context import Context
from ui.widgets.banner import Banner
from ui.widgets.button import IconButton
from weibo_operator.domain.matters import Cluster
from weibo_operator.translation import tr


class CrowdBanner(Banner):
    """``look_asked`` and ``notice_asked`` carry the crowd; ``end_asked`` ends answering it in rotation."""

    look_asked = Signal(object)
    notice_asked = Signal(object)
    end_asked = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, parent=parent)
        self._context = context
        self._cluster: Cluster | None = None
        self._serving = False
        self.close_button = IconButton(context.theme, "x", tr("知道了，不再提示这一类"), height="control_32")
        row = self.layout()
        if row is not None:
            row.addWidget(self.close_button)
        self.acted.connect(self._act_first)
        self.second_acted.connect(self._ask_notice)
        self.close_button.clicked.connect(self._put_away)

    @property
    def cluster(self) -> Cluster | None:
        """The crowd that is named, None while hidden."""
        return self._cluster

    def show_state(self, serving: Cluster | None, *, quiet: bool) -> None:
        """Name the crowd that is being answered, else the largest alarm unless ``quiet``, else nothing."""
        self._serving = serving is not None
        self.close_button.setVisible(not self._serving)
        if serving is not None:
            self._cluster = serving
            cause, more = serving_words(serving.matter.shown, self._context.operator.crowds.waiting(serving))
            self.show_message(
                cause,
                more,
                tone="info",
                icon="users",
                action=tr("结束"),
                keys=anywhere("back"),
                second=tr("看全部"),
                second_keys=in_lists("crowd"),
            )
            return
        alarms = [] if quiet else list(self._context.operator.crowds.alarms())
        if not alarms:
            self._cluster = None
            self.hide()
            return
        self._cluster = alarms[0].cluster
        cause, more = alarm_words(alarms[0])
        if len(alarms) > 1:
            more = tr("{0}，另有 {1} 类也是", more, len(alarms) - 1)
        written = self._context.operator.notices.of_matter(alarms[0].cluster.matter)
        words = tr("拟提醒") if written is None else tr("看提醒")
        self.show_message(
            cause, more, tone="danger", icon="users", action=tr("看看"), keys=in_lists("crowd"), second=words
        )

    @Slot()
    def _act_first(self) -> None:
        if self._serving:
            self.end_asked.emit()
        elif self._cluster is not None:
            self.look_asked.emit(self._cluster)

    @Slot()
    def _ask_notice(self) -> None:
        if self._cluster is not None:
            (self.look_asked if self._serving else self.notice_asked).emit(self._cluster)

    @Slot()
    def _put_away(self) -> None:
        if self._cluster is not None:
            self._context.operator.crowds.put_away(self._cluster.id)
            self.show_state(None, quiet=False)
