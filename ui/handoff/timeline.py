"""The four steps of one handoff down the panel, each with when it happened (mission E2)."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QRectF, QSize, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.handoff.fields import ASPECTS
from ui.handoff.rows import is_overdue
from ui.support.theme import Theme
from ui.support.tokens import ColorRole
from ui.widgets.paint_text import draw_line, draw_parts
from weibo_operator.domain.handoff import Handoff
from weibo_operator.domain.labels import Aspect, Level
from weibo_operator.services.wording import clock_words, duration_words

ROW = 46
INDENT = 26
_LEVELS = {Level.P1: "紧急", Level.P2: "较急"}


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its mark, name and what happened when."""

    icon: str
    role: ColorRole
    name: str
    parts: tuple[str, ...]


def steps_of(handoff: Handoff, now: datetime) -> tuple[Step, ...]:
    """The four steps of a handoff in words."""
    sent = clock_words(handoff.sent_at, now)
    aspect = ASPECTS[Aspect(handoff.aspect)]
    level = _LEVELS.get(handoff.level, "普通")
    contact = f"，联系人 {handoff.contact}" if handoff.contact else ""
    times = f"第 {handoff.transfer_number} 次转交" if handoff.transfer_number > 1 else ""
    return (
        Step("check", "success_text", "收集问题", (f"{sent} 从对话整理",)),
        Step("check", "success_text", "问题分类", (handoff.kind, f"关于{aspect}", level)),
        Step("check", "success_text", "转交部门", tuple(filter(None, (f"{sent}{contact}", times)))),
        _answer_step(handoff, now),
    )


def _answer_step(handoff: Handoff, now: datetime) -> Step:
    if handoff.answered_at is not None:
        return Step("circle-check", "success_text", "部门反馈", (f"{clock_words(handoff.answered_at, now)} 录入",))
    if not handoff.state.is_open:
        return Step("ban", "text3", "部门反馈", ("没有等到反馈就结束了",))
    nudged = ""
    if handoff.last_nudged_at is not None:
        nudged = f"{clock_words(handoff.last_nudged_at, now)} 催过"
    if is_overdue(handoff, now):
        late = f"超期 {duration_words(now - handoff.due_at)}"
        return Step("alarm-clock", "danger_text", "部门反馈", tuple(filter(None, (late, nudged))))
    until = f"期限 {clock_words(handoff.due_at, now)}"
    return Step("hourglass", "text2", "部门反馈", tuple(filter(None, (until, nudged))))


class Timeline(QWidget):
    """Paints the steps."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._steps: tuple[Step, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)

    def show_steps(self, steps: tuple[Step, ...]) -> None:
        """Show other steps."""
        self._steps = steps
        self.setAccessibleName("；".join(f"{step.name}：{'，'.join(step.parts)}" for step in steps))
        self._restyle()

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Two lines a step."""
        return QSize(self._theme.px(200), self._theme.px(ROW) * len(self._steps))

    def minimumSizeHint(self) -> QSize:
        """Steps are not cut in height."""
        return QSize(self._theme.px(120), self.sizeHint().height())

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
