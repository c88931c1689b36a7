"""The popup of one finding: what was written, what it could be, and one key for each way out."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.support.theme import Theme
from ui.widgets.kbd import keycap_width, paint_keycap
from ui.widgets.paint_shape import fill_box, paint_shadow, stroke_box
from ui.widgets.paint_text import RIGHT, draw_line, draw_lines, text_width, wrap_lines
from weibo_operator.domain.findings import Finding, FindingKind

WIDTH = 330
SHADOW = 22
HEAD = 40
ROW = 38
FOOT = 42
LONGEST = 9
PAD = 15
WORDS = {FindingKind.TYPO, FindingKind.PUNCTUATION}


class TypoPopup(QWidget):
    """Stands above the word inside the session, flips below where there is no room, and takes the keys.

    ``replaced`` carries the chosen words; the others say what to do with the finding, or where to go.
    """

    replaced = Signal(str)
    ignored = Signal()
    learned = Signal()
    stepped = Signal(int)
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.host = parent
        self._finding: Finding | None = None
        self._choice = 0
        self._counter = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        theme.changed.connect(self.update)
        self.hide()

    @property
    def finding(self) -> Finding | None:
        """What is asked about."""
        return self._finding if self.isVisible() else None

    @property
    def counter(self) -> str:
        """Which of how many: 1 / 2."""
        return self._counter

    def ask(self, finding: Finding, number: int, count: int, word: QRect) -> None:
        """Ask about a finding whose first line stands at ``word`` (pixels of the parent)."""
        self._finding, self._choice = finding, 0
        self._counter = f"{number} / {count}"
        choices = "，".join(f"{index} {words}" for index, words in enumerate(self._suggestions(), 1))
        self.setAccessibleName(f"{finding.text}，{finding.reason}，{choices}")
        self.resize(self.sizeHint())
        self._place(word)
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)
        self.update()

    def dismiss(self) -> None:
        """Close without doing anything."""
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def sizeHint(self) -> QSize:
        """Return the popup's size with its shadow's room."""
        theme = self._theme
        rows = len(self._suggestions()) * theme.px(ROW)
        reason = len(self._reason_lines()) * theme.line_height("secondary")
        reason += theme.px(8) if reason else 0
        height = theme.px(HEAD + FOOT) + rows + reason
        return QSize(theme.px(WIDTH) + 2 * SHADOW, height + 2 * SHADOW)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits and Enter replace, I ignores, A learns, Tab goes on, Esc closes."""
        key = event.key()
        if event.isAutoRepeat():
            return
        if Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            self._replace(key - Qt.Key.Key_1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._replace(self._choice)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._move(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_I:
            self.ignored.emit()
        elif key == Qt.Key.Key_A and self._can_learn():
            self.learned.emit()
        elif key == Qt.Key.Key_Escape:
            self.dismiss()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's own name
        """Tab is the next finding, Shift+Tab the one before."""
        self.stepped.emit(1 if next else -1)
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a row replaces, on a word in the foot does that."""
        body, at = self._body(), event.position()
        index = int((at.y() - self._rows_top()) // self._theme.px(ROW))
        if at.y() >= self._rows_top() and 0 <= index < len(self._suggestions()):
            self._replace(index)
        elif body.bottom() - self._theme.px(FOOT) <= at.y() <= body.bottom():
            self._click_foot(at.x() - body.left())
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw shadow, head, candidates and foot."""
        if self._finding is None:
            return
        theme, body = self._theme, self._body()
        painter = QPainter(self)
        paint_shadow(painter, theme, body, theme.size("radius_card"))
        fill_box(painter, body, theme.size("radius_card"), theme.color("raised"))
        stroke_box(painter, body, theme.size("radius_card"), theme.color("divider"))
        self._paint_head(painter, self._finding, body)
        for index, words in enumerate(self._suggestions()):
            self._paint_row(painter, index, words)
        self._paint_foot(painter, body)
        painter.end()

    def _paint_head(self, painter: QPainter, finding: Finding, body: QRectF) -> None:
        theme, pad = self._theme, self._theme.px(PAD)
        band = QRectF(body.left() + pad, body.top() + 4, body.width() - 2 * pad, theme.px(HEAD) - 4)
        draw_line(painter, band, self._counter, theme.font("secondary"), theme.color("text2"), RIGHT)
        room = band.adjusted(0, 0, -theme.px(48), 0)
        font = theme.font("body", 600)
        role = "danger_text" if finding.kind in WORDS else "info_text"
        drawn = draw_line(painter, room.adjusted(0, 0, -theme.px(110), 0), finding.text, font, theme.color(role))
        if self._suggestions():
            side = theme.size("icon_text")
            theme.paint_icon(painter, QRectF(room.left() + drawn + 6, room.top(), side, room.height()), "arrow-right")
            rest = room.adjusted(drawn + side + 12, 0, 0, 0)
            draw_line(painter, rest, "是不是想写：", theme.font("body"), theme.color("text"))
        lines = self._reason_lines()
        box = QRectF(band.left(), body.top() + theme.px(HEAD), band.width(), 200)
        draw_lines(painter, box, lines, theme.font("secondary"), theme.color("text2"), theme.line_height("secondary"))

    def _paint_row(self, painter: QPainter, index: int, words: str) -> None:
        theme, body = self._theme, self._body()
        height = theme.px(ROW)
        row = QRectF(body.left() + 5, self._rows_top() + index * height, body.width() - 10, height - 2)
        chosen = index == self._choice
        if chosen:
            fill_box(painter, row, theme.size("radius_button"), theme.color("selected"))
        left = row.left() + 10
        tone = "accent" if chosen else "plain"
        left += paint_keycap(painter, theme, QRectF(left, row.top(), 1, height - 2), str(index + 1), tone) + 8
        band = QRectF(left, row.top(), row.right() - left - 10, height - 2)
        left += draw_line(painter, band, words, theme.font("conversation", 600), theme.color("text")) + 8
        if chosen:
            hint = band.adjusted(0, 0, 0, 0)
            draw_line(painter, hint, "Enter 替换", theme.font("secondary"), theme.color("text2"), RIGHT)
        if index == 0 and self._finding is not None:
            reason = QRectF(left, row.top(), max(0.0, row.right() - left - theme.px(84)), height - 2)
            draw_line(painter, reason, self._finding.reason, theme.font("body"), theme.color("text2"))

    def _paint_foot(self, painter: QPainter, body: QRectF) -> None:
        theme, foot = self._theme, self._theme.px(FOOT)
        top = body.bottom() - foot
        painter.fillRect(QRectF(body.left() + 5, top, body.width() - 10, 1), theme.color("divider"))
        for left, words, key in self._foot_parts():
            band = QRectF(body.left() + left, top, body.width(), foot)
            drawn = draw_line(painter, band, words, theme.font("secondary"), theme.color("text2"))
            paint_keycap(painter, theme, band.adjusted(drawn + 8, 0, 0, 0), key)
        band = QRectF(body.left(), top, body.width() - theme.px(PAD), foot)
        draw_line(painter, band, "Tab 下一处", theme.font("secondary"), theme.color("text2"), RIGHT)

    def _foot_parts(self) -> list[tuple[float, str, str]]:
        """Return left edge, words and key of what the foot offers."""
        theme, left = self._theme, float(self._theme.px(PAD))
        parts: list[tuple[float, str, str]] = []
        for words, key in (("忽略这次", "I"), *((("加入词典", "A"),) if self._can_learn() else ())):
            parts.append((left, words, key))
            left += text_width(theme.font("secondary"), words) + 8 + keycap_width(theme, key) + theme.px(18)
        return parts

    def _click_foot(self, x: float) -> None:
        chosen = [key for left, _, key in self._foot_parts() if x >= left]
        if x > self._body().width() - self._theme.px(90):
            self.stepped.emit(1)
        elif chosen:
            (self.ignored if chosen[-1] == "I" else self.learned).emit()

    def _suggestions(self) -> tuple[str, ...]:
        return () if self._finding is None else self._finding.suggestions[:LONGEST]

    def _reason_lines(self) -> list[str]:
        """Without candidates the reason is the message."""
        if self._finding is None or self._suggestions():
            return []
        width = self._theme.px(WIDTH - 2 * PAD)
        return wrap_lines(self._finding.reason, self._theme.font("secondary"), width, 3)

    def _can_learn(self) -> bool:
        return self._finding is not None and self._finding.kind is FindingKind.TYPO

    def _body(self) -> QRectF:
        return QRectF(self.rect()).adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)

    def _rows_top(self) -> float:
        return self._body().top() + self._theme.px(HEAD)

    def _replace(self, index: int) -> None:
        suggestions = self._suggestions()
        if index < len(suggestions):
            self.replaced.emit(suggestions[index])

    @Slot()
    def _move(self, step: int) -> None:
        count = len(self._suggestions())
        if count:
            self._choice = (self._choice + step) % count
            self.update()

    def _place(self, word: QRect) -> None:
        host = self.host
        left = min(max(word.left() - PAD, 0), host.width() - self.width() + 2 * SHADOW) - SHADOW
        top = word.top() - self.height() + SHADOW - 6
        if top + SHADOW < 0:
            top = word.bottom() + 8 - SHADOW
        self.move(left, top)
