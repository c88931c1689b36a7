"""Replies within their recall window, counted down over the workspace (PNG 08), and what became of them afterwards."""

from collections.abc import Callable
from datetime import timedelta

from msgspec import Struct
from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.reply.outgoing_words import is_waiting, seconds_left
from ui.support.actions import anywhere
from ui.support.context import Context
from ui.support.texts import sentence
from ui.widgets.toast import Span, Toast
from weibo_operator.domain.errors import NotFoundError, OperatorError
from weibo_operator.domain.ids import IntentId, TicketId
from weibo_operator.domain.operations import Changes
from weibo_operator.domain.reply import Hold, Intent, IntentState
from weibo_operator.services.platform_sentences import platform_sentence
from weibo_operator.services.wording import shortened
from weibo_operator.translation import tr

TICK_MSEC = 250
GAP = 8
LONGEST_NAME = 14
WITHDRAWN_MSEC = 8000
SLOW = timedelta(seconds=3)
"""What takes longer is told when it has left."""
RECALLED = tr("已撤回，内容放回了编辑框")
_KEPT = {Hold.OFFLINE: tr("没有网络"), Hold.EXPIRED: tr("授权过期")}


class Told(Struct, frozen=True):
    """A sentence about a ticket's reply that stays until it is read; ``why`` is said above its composer then."""

    ticket: TicketId
    words: str
    why: str = ""


class RecallToast(QObject):
    """Follows every reply from the press to its end. The operator hears of what did not go as pressed."""

    ticket_wanted = Signal(object, str)
    """Open this ticket; the sentence, where there is one, goes above its composer."""
    resized = Signal()
    """Other notices find less room, or more."""

    def __init__(
        self,
        context: Context,
        host: QWidget,
        room_below: Callable[[], int],
        column: Callable[[], Span | None],
        current: Callable[[], TicketId | None],
    ) -> None:
        """``room_below`` are the pixels at the bottom of ``host`` to keep free, ``column`` is where it may stand.

        ``current`` is the ticket shown.
        """
        super().__init__(host)
        self._context = context
        self._room_below = room_below
        self._column = column
        self._current = current
        self._window = Toast(context.theme, host)
        self._report = Toast(context.theme, host)
        self._reports: list[Told] = []
        self._passing: Told | None = None
        self._known: dict[IntentId, Intent] = {intent.id: intent for intent in context.operator.outbox.listed()}
        self._shown: IntentId | None = None
        self._words = ""
        self._room = 0
        self._tick = QTimer(self)
        self._tick.setInterval(TICK_MSEC)
        self._tick.timeout.connect(self.count_down)
        self._window.acted.connect(self.recall)
        self._report.acted.connect(self.see)
        self._report.second_acted.connect(self._read)
        self._report.expired.connect(self._place)
        context.news.changed.connect(self._hear)
        self.count_down()

    @property
    def words(self) -> str:
        """What the countdown says; empty while nothing leaves."""
        return "" if self._window.isHidden() else self._words

    @property
    def reported(self) -> str:
        """What is told of a reply that did not go as pressed; empty when all is well."""
        return "" if self._report.isHidden() else self._report.accessibleName()

    @property
    def toasts(self) -> tuple[Toast, ...]:
        """Everything it shows."""
        return self._window, self._report

    @property
    def height(self) -> int:
        """The pixels it takes above the room below."""
        return sum(toast.box_height + GAP for toast in (self._window, self._report) if not toast.isHidden())

    @Slot()
    def fit(self) -> None:
        """Keep clear of what is at the bottom, the countdown next to the composer; above the page just shown."""
        room = self._room = self._room_below()
        for toast in (self._window, self._report):
            toast.set_column(self._column())
            toast.set_bottom_space(room)
            toast.raise_()
            if not toast.isHidden():
                room += toast.box_height + GAP

    @Slot()
    def recall(self) -> None:
        """Alt+Z: call the newest reply back that has not left."""
        waiting = [each for each in self._context.operator.outbox.listed() if _just_pressed(each)]
        if not waiting:
            self._context.news.notice.emit(tr("没有可以撤回的回复"))
            return
        intent = waiting[-1]
        try:
            outcome = self._context.operator.outbox.recall(intent.id)
        except OperatorError as error:
            self._context.news.notice.emit(sentence(error))
            return
        self._known.pop(intent.id, None)
        self._context.news.tell(outcome.changes)
        self.count_down()
        words = tr("“信息已收到”撤回了，没有发给 @{0}", _name(intent)) if intent.is_ack else RECALLED
        if self._reports or intent.is_ack or self._current() == intent.ticket_id:
            self._context.news.notice.emit(words)
            return
        self._passing = Told(intent.ticket_id, words)
        self._report.show_message(
            words, icon="undo-2", action=tr("去看"), keys=anywhere("see_told"), msec=WITHDRAWN_MSEC
        )
        self._place()

    @Slot()
    def see(self) -> None:
        """Alt+J: open the ticket that was told about last."""
        told = self._reports.pop(0) if self._reports else self._passing
        self._passing = None
        self._show_report()
        if told is None:
            self._context.news.notice.emit(tr("没有要看的提示"))
        else:
            self.ticket_wanted.emit(told.ticket, told.why)

    @Slot()
    def count_down(self) -> None:
        """Say how long the newest reply can still be called back; nothing when every one has left."""
        now = self._context.operator.desk.now()
        leaving = [each for each in self._known.values() if is_waiting(each) and seconds_left(each, now)]
        if not leaving:
            self._tick.stop()
            if not self._window.isHidden():
                self._shown = None
                self._window.dismiss()
                self._place()
            return
        newest = leaving[-1]
        more = tr("，还有 {0} 条", len(leaving) - 1) if len(leaving) > 1 else ""
        words = tr("{0} 秒后发给 @{1}{2}", seconds_left(newest, now), _name(newest), more)
        if newest.id != self._shown:
            self._shown = newest.id
            self.fit()
            self._window.show_message(words, icon="check", action=tr("撤回"), keys=anywhere("recall"), msec=0)
            self._place()
        elif words != self._words:
            self._window.set_text(words)
            self._place()
        elif self._room_below() != self._room:
            self._place()
        self._words = words
        self._tick.start()

    @Slot(object)
    def _hear(self, changes: Changes) -> None:
        if "intent" in changes.tables:
            self._follow()
            self.count_down()

    def _follow(self) -> None:
        listed = {intent.id: intent for intent in self._context.operator.outbox.listed()}
        before, self._known = self._known, listed
        for intent in before.values():
            if intent.id not in listed:
                self._tell_end(intent)
        for intent in listed.values():
            earlier = before.get(intent.id)
            if intent.is_held and (earlier is None or not earlier.is_held):
                self._tell_held(intent, pressed=earlier is None)

    def _tell_end(self, before: Intent) -> None:
        try:
            intent = self._context.operator.outbox.get(before.id)
        except NotFoundError:
            return
        sending = intent.sending
        if sending is None:
            return
        here = self._current() == intent.ticket_id
        if intent.state is IntentState.SENT:
            slow = self._context.operator.desk.now() - sending.send_from > SLOW
            if slow or here:
                self._context.news.notice.emit(tr("已发给 @{0}", _name(intent)))
        elif intent.state is IntentState.REFUSED and sending.reaction is not None:
            why = platform_sentence(sending.reaction, sending.platform_code, now=self._context.operator.desk.now())
            self._tell(Told(intent.ticket_id, tr("发给 @{0} 的回复没有发出：{1}", _name(intent), why), why), here)

    def _tell_held(self, intent: Intent, *, pressed: bool) -> None:
        hold = Hold.NONE if intent.sending is None else intent.sending.hold
        if pressed and hold in _KEPT:
            words = tr("{0}，发给 @{1} 的回复存进了待发箱", _KEPT[hold], _name(intent))
            self._passing = Told(intent.ticket_id, words)
            keys = self._context.theme.keys.said(anywhere("recall"))
            self._context.news.notice.emit(tr("{0}，按 {1} 可以撤回", words, keys))
        elif hold is Hold.WROTE_AGAIN and self._current() != intent.ticket_id:
            self._tell(Told(intent.ticket_id, tr("@{0} 又说了一句，给 TA 的回复先没有发", _name(intent))), here=False)

    def _tell(self, told: Told, here: bool) -> None:
        if here:
            self.ticket_wanted.emit(told.ticket, told.why)
            return
        self._reports.append(told)
        self._show_report()

    def _show_report(self) -> None:
        if self._reports:
            more = tr("（还有 {0} 条）", len(self._reports) - 1) if len(self._reports) > 1 else ""
            words = f"{self._reports[0].words}{more}"
            self._report.show_message(
                words, icon="circle-alert", action=tr("看看"), keys=anywhere("see_told"), second=tr("知道了"), msec=0
            )
        else:
            self._report.dismiss()
        self._place()

    @Slot()
    def _read(self) -> None:
        if self._reports:
            self._reports.pop(0)
        self._show_report()

    @Slot()
    def _place(self) -> None:
        self.fit()
        self.resized.emit()


def _just_pressed(intent: Intent) -> bool:
    """What waits for a decision (after a restart, or as the customer wrote again) is decided in its ticket."""
    held_as_pressed = intent.sending is not None and intent.sending.hold in _KEPT
    return is_waiting(intent) or (intent.state is IntentState.QUEUED and held_as_pressed)


def _name(intent: Intent) -> str:
    return shortened(intent.nickname, LONGEST_NAME)
