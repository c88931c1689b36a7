"""The five points of the reply being trained: a tick each, and what the next one wants (mission D14)."""

from collections.abc import Collection, Mapping
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSizePolicy, QWidget

from ui.support.theme import Theme
from ui.widgets.label import TextLabel
from weibo_operator.domain.reply_points import ReplyPoint
from weibo_operator.translation import tr

HEIGHT = 32
NAMES: Mapping[ReplyPoint, tuple[str, str]] = {
    ReplyPoint.SHARING: (tr("分享"), tr("给点用得上的：步骤、链接、单号、电话")),
    ReplyPoint.TRUST: (tr("信任"), tr("认错、体谅，或说清什么时候做到")),
    ReplyPoint.OPTIONAL: (tr("可选"), tr("给两种办法，让客户自己挑")),
    ReplyPoint.RESPONSE: (tr("回应"), tr("客户问的事，正面答到了")),
    ReplyPoint.ENGAGEMENT: (tr("融入"), tr("像朋友聊天，请 TA 接着说")),
}
"""What each point is called, and its hint."""
ALL_MET = tr("五点都有了")


class PointsRow(QWidget):
    """Hidden while nobody trains; the ticks follow the text until the operator sets one."""

    set_by_hand = Signal(object, bool)
    """The point the operator ticked, or unticked."""
    resized = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.boxes: dict[ReplyPoint, QCheckBox] = {}
        self._hint = TextLabel(theme, "", "secondary", "text2")
        self._hint.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for point, (name, hint) in NAMES.items():
            box = self.boxes[point] = QCheckBox(name)
            box.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the caret in the text
            box.setToolTip(hint)
            box.setAccessibleDescription(hint)
            box.installEventFilter(self)
            box.clicked.connect(partial(self._tell, point))
            row.addWidget(box)
        row.addWidget(self._hint, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()
        theme.changed.connect(self._restyle)
        self._restyle()

    @property
    def hint(self) -> str:
        """What is said beside the points."""
        return self._hint.text()

    @property
    def height_wanted(self) -> int:
        """What the row takes, in px of the design; 0 while nobody trains."""
        return 0 if self.isHidden() else HEIGHT

    def set_shown(self, *, shown: bool) -> None:
        """Show the row, or not."""
        if shown == self.isHidden():
            self.setVisible(shown)
            self.resized.emit()

    def show_points(self, met: Collection[ReplyPoint]) -> None:
        """Tick the points that are met."""
        for point, box in self.boxes.items():
            box.setChecked(point in met)
        self._show_hint()

    @Slot()
    def _restyle(self) -> None:
        self.setFixedHeight(self._theme.px(HEIGHT))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The hint follows the focus."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._show_hint()
        return super().eventFilter(watched, event)

    def _tell(self, point: ReplyPoint) -> None:
        self._show_hint()
        self.set_by_hand.emit(point, self.boxes[point].isChecked())

    def _show_hint(self) -> None:
        """Of the point that has the focus, else of the first one missing."""
        focused = next((point for point, box in self.boxes.items() if box.hasFocus()), None)
        missing = next((point for point, box in self.boxes.items() if not box.isChecked()), None)
        told = focused or missing
        self._hint.setText(ALL_MET if told is None else tr("{0}：{1}", NAMES[told][0], NAMES[told][1]))
