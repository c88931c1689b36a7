"""The four steps of one handoff down the panel, each with when it happened (mission E2)."""

from datetime import datetime

from msgspec import Struct
from PySide6.QtCore import QEvent, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.handoff.rows import is_overdue
from ui.support.handoff_words import classified_words
from ui.support.theme import Theme
from ui.support.tokens import ColorRole
from ui.widgets.paint_text import draw_line, draw_parts, parts_width
from ui.widgets.painted_rows import PaintedRows
from ui.widgets.whole_words import tells_whole
from weibo_operator.domain.handoff import Asks, Handoff, Verdict
from weibo_operator.domain.handoff_steps import Step, StepTaken, steps_of
from weibo_operator.services.wording import clock_words, duration_words
from weibo_operator.translation import tr

ROW = 46
INDENT = 26


class StepLine(Struct, frozen=True):
    """One step: its mark, name and what happened when, by whom."""

    icon: str
    role: ColorRole
    name: str
    parts: tuple[str, ...]


def step_lines(handoff: Handoff, now: datetime) -> tuple[StepLine, ...]:
    """The steps of a handoff in words; the answer to the customer is shown once the department has answered."""
    by_step = {taken.step: taken for taken in steps_of(handoff)}
    lines = [
        _done(tr("收集问题"), by_step[Step.COLLECTED], now, tr("从对话整理")),
        StepLine("check", "success_text", tr("问题分类"), classified_words(handoff)),
        _handed_over(handoff, by_step[Step.HANDED_OVER], now),
        _answer_line(handoff, by_step[Step.ANSWERED], now),
    ]
    if handoff.answered_at is not None:
        lines.append(_customer_line(handoff, by_step[Step.CUSTOMER_ANSWERED], now))
    return tuple(lines)


def _done(name: str, taken: StepTaken, now: datetime, words: str) -> StepLine:
    when = f"{clock_words(taken.at, now)} {words}" if taken.at is not None else words
    return StepLine("check", "success_text", name, tuple(filter(None, (when, taken.person))))


def _handed_over(handoff: Handoff, taken: StepTaken, now: datetime) -> StepLine:
    name = tr("请负责人确认") if handoff.asks is Asks.CONSENT else tr("转交部门")
    contact = tr("，联系人 {0}", handoff.contact) if handoff.contact else ""
    sent = clock_words(handoff.sent_at, now) + contact
    times = (
        tr("第 {0} 次转交", handoff.transfer_number)
        if handoff.transfer_number > 1 and handoff.asks is Asks.ANSWER
        else ""
    )
    return StepLine("check", "success_text", name, tuple(filter(None, (times, sent, taken.person))))


def _answer_line(handoff: Handoff, taken: StepTaken, now: datetime) -> StepLine:
    name = tr("负责人意见") if handoff.asks is Asks.CONSENT else tr("部门反馈")
    if taken.at is not None:
        if handoff.verdict is Verdict.DECLINED:
            return StepLine("ban", "danger_text", name, (tr("{0} 不同意", clock_words(taken.at, now)), taken.person))
        at = clock_words(taken.at, now)
        told = tr("{0} 确认", at) if handoff.verdict is Verdict.AGREED else tr("{0} 录入", at)
        parts = (told, taken.person)
        return StepLine("circle-check", "success_text", name, tuple(filter(None, parts)))
    if not handoff.state.is_open:
        return StepLine("ban", "text3", name, (tr("没有等到反馈就结束了"),))
    nudged = tr("{0} 催过", clock_words(handoff.last_nudged_at, now)) if handoff.last_nudged_at is not None else ""
    partial = tr("{0} 答了一部分", clock_words(handoff.partial_at, now)) if handoff.partial_at is not None else ""
    if is_overdue(handoff, now):
        late = tr("超期 {0}", duration_words(now - handoff.due_at))
        return StepLine("alarm-clock", "danger_text", name, tuple(filter(None, (late, partial or nudged))))
    until = tr("期限 {0}", clock_words(handoff.due_at, now))
    return StepLine("hourglass", "text2", name, tuple(filter(None, (until, partial or nudged))))


def _customer_line(handoff: Handoff, taken: StepTaken, now: datetime) -> StepLine:
    if taken.at is None and not handoff.state.is_open:
        if handoff.ended_at is not None:
            return StepLine("ban", "text3", tr("答复客户"), (tr("没有按这份反馈答复客户"),))
        return StepLine("corner-up-right", "text3", tr("答复客户"), (tr("没有用这份反馈，又转交了"),))
    if taken.at is None:
        return StepLine("circle-alert", "accent_text", tr("答复客户"), (tr("等你回复"),))
    return _done(tr("答复客户"), taken, now, tr("已答复"))


class Timeline(PaintedRows):
    """Paints the steps."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, ROW, (200, 120), parent)
        self._steps: tuple[StepLine, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_steps(self, steps: tuple[StepLine, ...]) -> None:
        """Show other steps."""
        self._steps = steps
        self.setAccessibleName(tr("；").join(tr("{0}：{1}", step.name, tr("，").join(step.parts)) for step in steps))
        self._set_rows(len(steps))

    def event(self, event: QEvent) -> bool:
        """Steps that had to be cut are whole in the tooltip."""
        asked = event.type() is QEvent.Type.ToolTip and self._is_cut()
        return (asked and tells_whole(self, event, self.accessibleName())) or super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the steps."""
        theme, height = self._theme, self._theme.px(ROW)
        painter = QPainter(self)
        for number, step in enumerate(self._steps):
            row = QRectF(0, number * height, self.width(), height)
            side = theme.size("icon_control")
            theme.paint_icon(painter, QRectF(0, row.top() + theme.px(4), side, side), step.icon, step.role)
            left, line = theme.px(INDENT), theme.line_height("secondary")
            band = QRectF(left, row.top() + theme.px(2), row.width() - left, line)
            draw_line(painter, band, step.name, theme.font("secondary", 600), theme.color("text"))
            color = theme.color("danger_text" if step.role == "danger_text" else "text2")
            draw_parts(painter, theme, band.translated(0, line), step.parts, theme.font("meta"), color)
        painter.end()

    def _is_cut(self) -> bool:
        theme, room = self._theme, self.width() - self._theme.px(INDENT)
        return any(parts_width(theme, step.parts, theme.font("meta")) > room for step in self._steps)
