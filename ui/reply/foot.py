"""The composer's foot: what the check found, the length, 发送后, and the button that sends."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.reply.after_send import AfterSendBox
from ui.reply.road import Road, send_words
from ui.reply.stops import is_typo
from ui.support.actions import anywhere
from ui.support.theme import Theme
from ui.widgets.button import KeyButton
from ui.widgets.dotted import DottedLabel
from ui.widgets.kbd import KeyCap
from ui.widgets.label import TextLabel
from weibo_operator.domain.findings import Finding, FindingKind
from weibo_operator.domain.labels import Audience, State
from weibo_operator.domain.reply import AfterSend
from weibo_operator.translation import tr

HEIGHT = 54
COUNTED_ELSEWHERE = (FindingKind.LENGTH,)


class ComposerFoot(QWidget):
    """Tells and offers; the main button is the only orange one of the screen."""

    send_asked = Signal()
    findings_asked = Signal()
    """The line about the findings was clicked."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._found = DottedLabel(theme, (), "body", weight=600)
        self._key = KeyCap(theme, anywhere("next_finding"))
        self._count = TextLabel(theme, "", "body", "text2")
        self._after_title = TextLabel(theme, tr("发送后"), "body", "text2")
        self.after = AfterSendBox()
        words = send_words(Road.COPY, Audience.PUBLIC)
        self._send = KeyButton(theme, words, keys=anywhere("send"), variant="primary", height="control_34")
        self._count.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self._after_title.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self._found_keys, self._is_narrow = False, False
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 11, 2)
        row.setSpacing(8)
        for widget in (self._found, self._key):
            widget.installEventFilter(self)
            row.addWidget(widget)
        row.addSpacing(8)
        row.addWidget(self._count)
        row.addStretch()
        for widget in (self._after_title, self.after, self._send):
            row.addWidget(widget)
        self._send.clicked.connect(self._ask_send)
        theme.changed.connect(self._restyle)
        self._restyle()

    @property
    def send_button(self) -> KeyButton:
        """The main button."""
        return self._send

    @property
    def found_words(self) -> str:
        """What the check's line says."""
        return tr("，").join(self._found.parts)

    @property
    def count_words(self) -> str:
        """What the length says."""
        return self._count.text()

    def after_for(self, then: str) -> AfterSend:
        """Return what becomes of the ticket; finishing overrides the box."""
        return AfterSend(State.CLOSED) if then == "finish" else self.after.value

    def set_narrow(self, *, on: bool) -> None:
        """Leave out the title of the 发送后 box where room is short."""
        self._is_narrow = on
        self._fit()

    def show_findings(self, findings: Sequence[Finding], *, checked: bool) -> None:
        """Say how many things the check found; nothing where there was nothing to check, or no check yet."""
        typos = sum(is_typo(finding) for finding in findings)
        told = [finding for finding in findings if finding.kind not in COUNTED_ELSEWHERE]
        others = len(told) - typos
        self._found.setVisible(checked)
        self._found_keys = checked and bool(told)
        both = tr("{0} 处疑似错字，{1} 处提醒", typos, others) if typos and others else ""
        self._found.setToolTip(both)
        shape = Qt.CursorShape.PointingHandCursor if told else Qt.CursorShape.ArrowCursor
        for widget in (self._found, self._key):
            widget.setCursor(shape)
        if typos:
            self._found.set_parts((tr("{0} 处疑似错字", typos),), icon="spell-check", role="danger_text")
        elif others:
            self._found.set_parts((tr("{0} 处提醒", others),), icon="circle-alert", role="info_text")
        else:
            self._found.set_parts((tr("未发现错字"),), icon="circle-check", role="success_text")
        self._fit()

    def show_length(self, length: int, limit: int) -> None:
        """Say the length, or by how much it is over."""
        over = length > limit
        self._count.setText(tr("超出 {0} 字", length - limit) if over else tr("{0} / {1} 字", length, limit))
        self._count.set_role("danger_text" if over else "text2")
        self._count.set_weight(600 if over else None)
        self._fit()

    def show_road(self, road: Road, audience: Audience, why: str) -> None:
        """Name the button after what becomes of the text; ``why`` explains a road that is not the usual one."""
        self._send.set_content(send_words(road, audience), keys=anywhere("send"))
        self._fit()
        self._send.setToolTip(why)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A click on what was found asks about it, as F7 does."""
        if event.type() == QEvent.Type.MouseButtonRelease and self._found_keys:
            self.findings_asked.emit()
            return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the keycaps out where words would be cut, then the title of the 发送后 box."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - self._row.sizeHint().width() + self._send.sizeHint().width()
        for shown in (self._key, self._after_title):
            room += 0 if shown.isHidden() else self._wide(shown)
        title = 0 if self._is_narrow else self._wide(self._after_title)
        key = self._wide(self._key) if self._found_keys else 0
        roomy = title + key + self._send.capped_width <= room
        self._key.setVisible(self._found_keys and roomy)
        if self._send.keys_shown != roomy:
            self._send.set_keys_shown(shown=roomy)
        self._after_title.setVisible(not self._is_narrow and (roomy or title + self._send.sizeHint().width() <= room))

    def _wide(self, widget: QWidget) -> int:
        return widget.sizeHint().width() + self._row.spacing()

    @Slot()
    def _ask_send(self) -> None:
        self.send_asked.emit()

    @Slot()
    def _restyle(self) -> None:
        self.setFixedHeight(self._theme.px(HEIGHT))
