"""What the ticket carries besides words: what we owe, what was given, what came back, praise that was kept."""

from collections.abc import Sequence
from datetime import datetime

from msgspec import Struct
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.reply.wrapped import wrapped_label
from ui.support.actions import anywhere
from ui.support.theme import Theme
from ui.widgets.button import IconButton
from ui.widgets.label import TextLabel
from weibo_operator.domain.community import PeerAnswer
from weibo_operator.domain.offline import OfflineSolution
from weibo_operator.domain.praise import Testimonial
from weibo_operator.domain.promise_record import PromiseState, RecordedPromise
from weibo_operator.domain.remedy import Remedy, yuan_words
from weibo_operator.domain.verdict import Recurrence
from weibo_operator.services.promise_words import STATES, promise_line
from weibo_operator.services.wording import day_words
from weibo_operator.translation import label, tr

SHOWN = 3
"""So many promises are told, open ones first."""


class Owed(Struct, frozen=True):
    """What is shown of one ticket."""

    promises: Sequence[RecordedPromise] = ()
    remedies: Sequence[Remedy] = ()
    recurrence: Recurrence | None = None
    praise: Testimonial | None = None
    peer: PeerAnswer | None = None
    offline: OfflineSolution | None = None

    @property
    def is_empty(self) -> bool:
        """True when there is nothing to say."""
        rest = (self.recurrence, self.praise, self.peer, self.offline)
        return not self.promises and not self.remedies and not any(each is not None for each in rest)


class OwedSection(QWidget):
    """A line for each; the pencil opens the promise's dialog."""

    promise_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pencil = IconButton(
            theme, "pencil", tr("承诺：已兑现、改时间、去掉"), keys=anywhere("promise"), height="control_28"
        )
        self._late = wrapped_label(theme, role="danger_text")
        self._promises = wrapped_label(theme)
        self._rest = wrapped_label(theme, role="text2")
        head = QHBoxLayout()
        head.addWidget(TextLabel(theme, tr("承诺与补救"), "body", weight=600), 1)
        head.addWidget(self._pencil)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addLayout(head)
        for part in (self._late, self._promises, self._rest):
            column.addWidget(part)
        self._pencil.clicked.connect(self.promise_asked)

    @property
    def words(self) -> str:
        """Everything the section says, in reading order."""
        return "\n".join(part.text() for part in (self._late, self._promises, self._rest) if part.text())

    def show_owed(self, owed: Owed, now: datetime) -> None:
        """Show one ticket's; nothing at all where there is nothing to say."""
        self.setVisible(not owed.is_empty)
        shown = sorted(owed.promises, key=lambda each: each.state is not PromiseState.OPEN)[:SHOWN]
        late = [each for each in shown if each.is_overdue(now)]
        self._late.setText("\n".join(tr("承诺过时了：{0}", promise_line(each, now)) for each in late))
        others = [each for each in shown if not each.is_overdue(now) and each.state is not PromiseState.CANCELLED]
        self._promises.setText("\n".join(_promise_words(each, now) for each in others))
        self._rest.setText("\n".join(_rest_words(owed, now)))
        for part in (self._late, self._promises, self._rest):
            part.setVisible(bool(part.text()))


def _promise_words(promise: RecordedPromise, now: datetime) -> str:
    head = tr("承诺") if promise.state is PromiseState.OPEN else tr("承诺（{0}）", STATES[promise.state])
    return tr("{0}：{1}", head, promise_line(promise, now))


def _rest_words(owed: Owed, now: datetime) -> list[str]:
    lines: list[str] = []
    if owed.recurrence is not None:
        again = tr("，第 {0} 次", owed.recurrence.times + 1) if owed.recurrence.times > 1 else ""
        closed = day_words(owed.recurrence.closed_at, now)
        lines.append(tr("复发：{0}完成的 #{1} 是同样的问题{2}", closed, owed.recurrence.before, again))
    for each in owed.remedies:
        amount = tr(" {0} 元", yuan_words(each.cents)) if each.cents else ""
        agreed = tr("，{0}同意", each.approved_by) if each.approved_by else ""
        lines.append(tr("补救：{0}{1}{2}", label(each.kind.value), amount, agreed))
    if owed.praise is not None:
        lines.append(tr("好评已收下，{0}", label(owed.praise.permission.label)))
    if owed.peer is not None:
        thanked = (
            tr("还没道谢") if owed.peer.thanked_at is None else tr("{0}道过谢", day_words(owed.peer.thanked_at, now))
        )
        lines.append(tr("由博友 @{0} 解答，{1}", owed.peer.nickname, thanked))
    if owed.offline is not None:
        fed_back = tr("有线上反馈") if owed.offline.is_fed_back else tr("还没有线上反馈的链接")
        lines.append(tr("线下已解决：{0}，{1}", owed.offline.how, fed_back))
    return lines
