"""What the customer asked, one line each, with a tick where the reply seems to answer it (mission C9)."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.support.actions import anywhere
from ui.support.theme import Theme
from ui.widgets.paint_text import RIGHT, draw_line, draw_parts, text_width
from weibo_operator.domain.asked import AskedPart
from weibo_operator.translation import tr

LINE, LOW_LINE = 28, 24
"""Each line is a target of the pointer; in a low window they stand closer."""
MOST_LINES = 4
ALONE, KEYS = tr("只答这一件"), anywhere("answer_part")
"""So many lines at most, that the editor keeps room; the last one then counts the rest."""


class AskedList(QWidget):
    """Hidden for fewer than two questions; a click goes on writing where the answer is missing, F7 names it.

    A click at the right end of a line sends the text as the answer to that question only.
    """

    asked = Signal()
    part_asked = Signal(str)
    """The question whose answer is to be sent alone."""
    resized = Signal()
    """The number of lines has changed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._parts: tuple[AskedPart, ...] = ()
        self._line = LINE
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hide()
        self._say_keys()
        theme.changed.connect(self._restyle)
        theme.keys.changed.connect(self._say_keys)

    @property
    def lines(self) -> tuple[tuple[str, bool], ...]:
        """The words of each line and whether it is ticked; unanswered questions come before the rest is counted."""
        if len(self._parts) <= MOST_LINES:
            return tuple((part.question, part.is_answered) for part in self._parts)
        shown = sorted(self._parts, key=lambda part: part.is_answered)[: MOST_LINES - 1]
        rest = [part for part in self._parts if part not in shown]
        more = (tr("还问了 {0} 件", len(rest)), all(part.is_answered for part in rest))
        return (*((part.question, part.is_answered) for part in self._parts if part in shown), more)

    @property
    def alone(self) -> str:
        """What the key answers alone: the first open question that the text answers; empty for fewer than two."""
        open_ones = [part for part in self._parts if not part.is_sent]
        if len(open_ones) < 2:
            return ""
        return next((part for part in open_ones if part.is_answered), open_ones[0]).question

    @property
    def height_wanted(self) -> int:
        """What the lines take, in px of the design; 0 while there are none."""
        return self._line * len(self.lines)

    @property
    def is_low(self) -> bool:
        """Whether the lines stand closer."""
        return self._line == LOW_LINE

    @property
    def most_height_wanted(self) -> int:
        """What they take where there is room."""
        return LINE * len(self.lines)

    def set_low(self, *, low: bool) -> None:
        """Stand closer, or not."""
        line = LOW_LINE if low else LINE
        if line != self._line:
            self._line = line
            self._restyle()

    def show_parts(self, parts: Sequence[AskedPart]) -> None:
        """Show other questions, or none."""
        before = self.height_wanted
        self._parts = tuple(parts)
        states = ((question, _state_words(sent=question in self._sent, done=done)) for question, done in self.lines)
        said = (tr("{0}，{1}", question, state or tr("已答")) for question, state in states)
        self.setAccessibleName(tr("客户问了：{0}", tr("；").join(said)) if self._parts else "")
        self.setVisible(bool(self._parts))
        self._restyle()
        if self.height_wanted != before:
            self.resized.emit()

    @Slot()
    def _say_keys(self) -> None:
        keys = self._theme.keys.said(anywhere("next_finding"))
        words = tr(
            "客户问到的每一件事，回复里说到了就打勾（{0} 看漏答）；在右边点“只答这一件”，这一条只发给那一件事", keys
        )
        self.setToolTip(words)

    @Slot()
    def _restyle(self) -> None:
        self.setFixedHeight(self._theme.px(self.height_wanted))
        self.update()

    def sizeHint(self) -> QSize:
        """As high as its lines."""
        return QSize(0, self._theme.px(self.height_wanted))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Go on writing, or send the answer to the question of this line."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        question = self._question_at(event.position().x(), event.position().y())
        if question:
            self.part_asked.emit(question)
        else:
            self.asked.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a tick or an empty circle and the question on each line."""
        theme, line = self._theme, self._theme.px(self._line)
        side, font = theme.size("icon_text"), theme.font("secondary")
        painter = QPainter(self)
        for number, (question, done) in enumerate(self.lines):
            top = number * line
            icon, role = ("circle-check", "success_text") if done else ("circle-help", "info_text")
            theme.paint_icon(painter, QRectF(0, top, side, line), icon, role)
            offer = self._offer(question)
            room = self.width() - side - theme.px(6)
            if offer:
                room -= text_width(font, offer) + theme.px(12)
                whole = QRectF(0, top, self.width(), line)
                draw_line(painter, whole, offer, font, theme.color("accent_text"), RIGHT)
            band = QRectF(side + theme.px(6), top, room, line)
            state = _state_words(sent=question in self._sent, done=done)
            words = (question, state) if state else (question,)
            draw_parts(painter, theme, band, words, font, theme.color("text2" if done else "text"))
        painter.end()

    @property
    def _sent(self) -> frozenset[str]:
        return frozenset(part.question for part in self._parts if part.is_sent)

    def _offer(self, question: str) -> str:
        """What is offered at the right end of a question's line, empty where it can't be answered alone."""
        can_be = self.alone and any(part.question == question and not part.is_sent for part in self._parts)
        if not can_be:
            return ""
        return f"{ALONE}  {self._theme.keys.words(KEYS)}".rstrip() if question == self.alone else ALONE

    def _question_at(self, x: float, y: float) -> str:
        """The question whose offer stands there."""
        number = int(y // self._theme.px(self._line))
        question = self.lines[number][0] if 0 <= number < len(self.lines) else ""
        offer = self._offer(question)
        return question if offer and x >= self.width() - text_width(self._theme.font("secondary"), offer) else ""


def _state_words(*, sent: bool, done: bool) -> str:
    """What stands beside a question; nothing where the text that is being written answers it."""
    if sent:
        return tr("已单独答复")
    return "" if done else tr("还没答")
