"""Lines about what the platform refused an account, and what rests until when, each with its way on."""

from collections.abc import Sequence
from datetime import datetime

from msgspec import Struct
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ui.support.account_words import FEATURES
from ui.support.theme import Theme
from ui.widgets.button import KeyButton
from ui.widgets.label import TextLabel
from weibo_operator.domain.account import FeatureOff, Pause, PauseScope
from weibo_operator.domain.open_platform import Feature
from weibo_operator.services.accounts import HOUR_FULL
from weibo_operator.services.call_budget import USED_UP
from weibo_operator.services.wording import clock_words
from weibo_operator.translation import tr


class Note(Struct, frozen=True):
    """One line; ``feature`` or ``scope`` is what its button tries again, ``action`` empty for no button."""

    icon: str
    words: str
    action: str = ""
    feature: Feature | None = None
    scope: PauseScope | None = None


def notes_of(off: Sequence[FeatureOff], pauses: Sequence[Pause], now: datetime) -> tuple[Note, ...]:
    """What is switched off and what rests, in words."""
    return (*(_off_note(each, now) for each in off), *(_pause_note(each, now) for each in pauses))


def growing(label: TextLabel) -> TextLabel:
    """Let a wrapped label take more lines than it would in the width it likes best."""
    policy = label.sizePolicy()
    policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
    label.setSizePolicy(policy)
    return label


def _off_note(off: FeatureOff, now: datetime) -> Note:
    feature, since = FEATURES[off.feature], clock_words(off.since, now)
    if off.code.isdecimal():
        words = tr("{0}：微博没有给这项权限（代码 {1}），{2} 起停用", feature, off.code, since)
    else:
        words = tr("{0}：微博没有给这项权限，{1} 起停用", feature, since)
    return Note("ban", words, tr("再试一次"), feature=off.feature)


def _pause_note(pause: Pause, now: datetime) -> Note:
    until = clock_words(pause.until, now)
    if pause.code == USED_UP:
        return Note("clock", tr("今天请求微博的次数用完了，{0} 恢复。可以在下面调高", until))
    if pause.code == HOUR_FULL:
        return Note("clock", tr("这一小时的回复用完了，{0} 恢复。要发的先放在待发箱里", until))
    what = tr("发回复") if pause.scope is PauseScope.WRITES else tr("请求微博")
    return Note("clock", tr("微博限制了频率，{0} 前暂停{1}", until, what), tr("现在再试"), scope=pause.scope)


class NoteRow(QWidget):
    """An icon, the line, and its button."""

    acted = Signal()

    def __init__(self, theme: Theme, note: Note, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.note = note
        self._icon = QLabel()
        self.button = KeyButton(theme, note.action, height="control_28")
        self.button.setVisible(bool(note.action))
        self.button.setAccessibleName(tr("{0}：{1}", note.action, note.words))
        lines = QVBoxLayout()
        lines.addWidget(growing(TextLabel(theme, note.words, "secondary", "text", wrap=True)))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._icon)
        row.addLayout(lines, 1)
        row.addWidget(self.button)
        self.button.clicked.connect(self._act)
        theme.changed.connect(self._restyle)
        self._restyle()

    @Slot()
    def _act(self) -> None:
        self.acted.emit()

    @Slot()
    def _restyle(self) -> None:
        self._icon.setPixmap(self._theme.pixmap(self.note.icon, "danger_text"))
