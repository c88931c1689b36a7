"""The conversation's head: who, how urgent, about what, and the three things that can be done instead of answering."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.reply.level_chip import LevelChip
from ui.reply.people import label_parts, ticket_parts
from ui.support.actions import anywhere
from ui.support.theme import Theme
from ui.widgets.avatar import Avatar
from ui.widgets.button import IconButton, KeyButton
from ui.widgets.chip import Chip, ChipSpec, chip_width
from ui.widgets.dotted import DottedLabel
from ui.widgets.label import TextLabel
from ui.widgets.verified import verified_mark
from weibo_operator.domain.levels import Judgement
from weibo_operator.domain.matters import Cluster, people_shown
from weibo_operator.services.inbox import TicketView
from weibo_operator.translation import tr

HEIGHT = 64
LEFT, RIGHT, GAP = 20, 16, 8
BUFFERED = tr("缓冲中")
BUFFERED_WHY = tr("刚公开回复过这位客户：还没过设置里的间隔，轮流时先让别的客户")


class ConversationHead(QWidget):
    """Shows one ticket; its buttons tell, the shell acts."""

    forward_asked = Signal()
    snooze_asked = Signal()
    finish_asked = Signal()
    customer_asked = Signal()
    crowd_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._keys_allowed = True
        self._label_parts: tuple[str, ...] = (tr("咨询"),)
        self._cluster: Cluster | None = None
        self._avatar = Avatar(theme)
        self._name = TextLabel(theme, "", "person")
        self.level = LevelChip(theme)
        self._labels = Chip(theme, ChipSpec((tr("咨询"),), icon="tag"))
        self.crowd = KeyButton(theme, "", icon="users", keys=anywhere("crowd"), variant="ghost", height="control_28")
        self.crowd.hide()
        self._facts = DottedLabel(theme, (), "secondary", "text3")
        self.forward = KeyButton(
            theme, tr("转交"), icon="corner-up-right", keys=anywhere("forward"), height="control_32"
        )
        self.snooze = KeyButton(theme, tr("稍后"), icon="clock", keys=anywhere("snooze"), height="control_32")
        self.finish = KeyButton(theme, tr("完成"), icon="check", keys=anywhere("finish"), height="control_32")
        self.customer = IconButton(theme, "user", tr("客户资料"), keys=anywhere("customer"), variant="secondary")
        self._deeds = (self.forward, self.snooze, self.finish)
        self._lay_out()
        self.forward.clicked.connect(self.forward_asked)
        self.snooze.clicked.connect(self.snooze_asked)
        self.finish.clicked.connect(self.finish_asked)
        self.customer.clicked.connect(self.customer_asked)
        self.crowd.clicked.connect(self.crowd_asked)
        theme.changed.connect(self._restyle)
        self._restyle()

    @property
    def facts(self) -> tuple[str, ...]:
        """The second line's parts."""
        return self._facts.parts

    def show_view(
        self, view: TicketView, judgement: Judgement, now: datetime, *, buffered: bool = False, behalf: str = ""
    ) -> None:
        """Show a ticket and its customer: 缓冲中 (mission C5), ``behalf`` for whom they ask (mission A17)."""
        customer, ticket = view.customer, view.ticket
        self._avatar.show_person(customer.nickname, verified_mark(customer.verified))
        self._name.setText(customer.nickname)
        self._name.setToolTip(customer.nickname)
        self.level.show_judgement(judgement, ticket.level_by)
        self._label_parts = tuple(part for part in label_parts(ticket) if part)
        self._facts.set_parts((behalf, *ticket_parts(view, now), BUFFERED if buffered else ""))
        self._facts.setToolTip(BUFFERED_WHY if buffered else "")
        self._fit()

    def show_crowd(self, cluster: Cluster | None) -> None:
        """Say how many say the same; None says nothing."""
        self._cluster = cluster
        if cluster is not None:
            self.crowd.set_content(
                tr("同类 {0} 人", people_shown(cluster.people)), icon="users", keys=anywhere("crowd")
            )
            self.crowd.set_keys_shown(shown=False)
        self._fit()

    def set_room(self, *, keys: bool, panel: bool) -> None:
        """Show the keys in the buttons where there is room, and a button for the panel where it is folded."""
        self._keys_allowed = keys
        self.customer.setVisible(not panel)
        self._fit()

    @Slot()
    def _restyle(self) -> None:
        self.setFixedHeight(self._theme.px(HEIGHT))
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose again whether the keys fit."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the hairline below."""
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.color("divider"))
        painter.end()

    def _fit(self) -> None:
        """The name matters most: the keys go to the tooltips first, then the department, the crowd, the labels."""
        whole, short = (ChipSpec(parts, icon="tag") for parts in (self._label_parts, self._label_parts[:1]))
        crowd = self._cluster is not None
        ways = (
            (self._keys_allowed, whole, crowd),
            (False, whole, crowd),
            (False, short, crowd),
            (False, short, False),
            (False, None, False),
        )
        keys, labels, crowd = next((way for way in ways if self._has_room(*way)), ways[-1])
        for button in self._deeds:
            button.set_keys_shown(shown=keys)
        if labels is not None:
            self._labels.set_spec(labels)
        self._labels.setVisible(labels is not None)
        self.crowd.setVisible(crowd)

    def _has_room(self, keys: bool, labels: ChipSpec | None, crowd: bool) -> bool:
        """Whether the whole name stands beside these chips, the buttons with or without their keys."""
        chips = [] if labels is None else [chip_width(self._theme, labels)]
        shown = (self.level, not self.level.isHidden()), (self.crowd, crowd)
        chips += [chip.sizeHint().width() for chip, stands in shown if stands]
        buttons = [button.capped_width if keys else button.bare_width for button in self._deeds]
        buttons += [] if self.customer.isHidden() else [self.customer.sizeHint().width()]
        taken = sum(width + GAP for width in (*chips, *buttons)) + self._name.sizeHint().width()
        return taken <= self.width() - LEFT - RIGHT - self._avatar.width() - 2 * GAP

    def _lay_out(self) -> None:
        self._name.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        first = QHBoxLayout()
        first.setSpacing(GAP)
        for widget in (self._name, self.level, self._labels, self.crowd):
            first.addWidget(widget)
        first.addStretch()
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addStretch()
        words.addLayout(first)
        words.addWidget(self._facts)
        words.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(LEFT, 0, RIGHT, 0)
        row.setSpacing(GAP)
        row.addWidget(self._avatar, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        for button in (*self._deeds, self.customer):
            row.addWidget(button)
