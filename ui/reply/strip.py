"""The composer's strip: public or private, who sees the reply, the template button."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Signal, Slot
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.reply.account_choice import AccountChoice
from ui.support.actions import anywhere
from ui.support.theme import Theme
from ui.widgets.button import KeyButton
from ui.widgets.dotted import DottedLabel
from ui.widgets.seg import Seg, SegItem
from weibo_operator.domain.account import Account
from weibo_operator.domain.labels import Audience
from weibo_operator.translation import tr

HEIGHT = 46
ROOMY = 800  # from this width on the account's button says all of it


def _who_sees(theme: Theme) -> str:
    return tr("谁能看到这条回复（{0}）", theme.keys.said(anywhere("audience")))


class ComposerStrip(QWidget):
    """Says at every moment who will see what is written; blue with a lock when it is private."""

    audience_chosen = Signal(object)
    templates_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._audience = Audience.PUBLIC
        self._seg = Seg(
            theme,
            (
                SegItem(Audience.PUBLIC.value, tr("公开回复"), "globe"),
                SegItem(Audience.PRIVATE.value, tr("私信"), "lock", "info"),
            ),
            _who_sees(theme),
        )
        self._seen = DottedLabel(theme)
        self._seen.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._templates = KeyButton(
            theme,
            tr("插入模板"),
            icon="message-square-quote",
            keys=anywhere("templates"),
            variant="ghost",
            height="control_32",
        )
        self.account = AccountChoice(theme)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 6, 0)
        row.setSpacing(10)
        row.addWidget(self._seg)
        row.addWidget(self._seen, 1)
        row.addWidget(self.account)
        row.addWidget(self._templates)
        self._seg.selected.connect(self._choose)
        self._templates.clicked.connect(self._ask_templates)
        theme.changed.connect(self._restyle)
        self._restyle()

    @property
    def seg(self) -> Seg:
        """The switch, for the Tab order."""
        return self._seg

    @property
    def template_button(self) -> KeyButton:
        """The template button, for the Tab order."""
        return self._templates

    def show_audience(self, audience: Audience, nickname: str, *, is_comment: bool) -> None:
        """Show who will see the reply."""
        self._audience = audience
        self._seg.set_current(audience.value)
        if audience is Audience.PUBLIC:
            where = tr("回复 @{0} 的评论", nickname) if is_comment else tr("回复 @{0}", nickname)
            self._seen.set_parts((tr("所有人可见"), where), icon="eye", role="text2")
        else:
            self._seen.set_parts((tr("只有 @{0} 能看到", nickname),), icon="lock", role="info_text")
        self._seen.setToolTip(tr("，").join(self._seen.parts))
        self._fit()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten what can be told shorter."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """With several accounts there is room for all of it only in a wide column."""
        crowded = not self.account.isHidden() and self.width() < self._theme.px(ROOMY)
        self.account.set_narrow(on=crowded)
        if self._templates.keys_shown == crowded:
            self._templates.set_keys_shown(shown=not crowded)

    def show_accounts(self, accounts: Sequence[Account], current: Account | None) -> None:
        """Offer our accounts; ``current`` answers, None where the reply is copied."""
        self.account.show_accounts(accounts, current)
        self._fit()

    @Slot(str)
    def _choose(self, key: str) -> None:
        self.audience_chosen.emit(Audience(key))

    @Slot()
    def _ask_templates(self) -> None:
        self.templates_asked.emit()

    @Slot()
    def _restyle(self) -> None:
        self._seg.setAccessibleName(_who_sees(self._theme))
        self.setFixedHeight(self._theme.px(HEIGHT))
        self._fit()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Tint the strip while the reply is private."""
        if self._audience is Audience.PUBLIC:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = self._theme.size("radius_card") - 1
        path = QPainterPath()
        path.addRoundedRect(QRectF(self.rect()).adjusted(0, 0, 0, radius), radius, radius)
        painter.setClipRect(self.rect())
        painter.fillPath(path, self._theme.color("info_subtle"))
        painter.end()
