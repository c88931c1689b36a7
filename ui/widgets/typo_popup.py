"""The popup of one finding: what was written, what it could be, and one key for each way out."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.support.theme import Theme
from ui.widgets.kbd import paint_keycap
from ui.widgets.paint_shape import fill_box, paint_shadow, stroke_box
from ui.widgets.paint_text import RIGHT, draw_line, draw_lines, text_width, wrap_lines
from ui.widgets.typo_foot import Deed, FootPart, deed_at, deeds_for, foot_height, foot_parts, paint_foot, spoken_deeds
from weibo_operator.domain.findings import Finding, FindingKind
from weibo_operator.translation import tr

WIDTH = 330
SHADOW = 22
HEAD = 40
ROW = 38
LONGEST = 9
PAD = 15
EDGE = 8
"""Pixels kept free at the right edge of the host."""
BESIDE_WORDS = 92
"""Pixels of a row that the key's cap, the paddings and the gaps take."""
WORDS = {FindingKind.TYPO, FindingKind.PUNCTUATION}
ENTER = tr("Enter 替换")


def finding_step(theme: Theme, event: QKeyEvent) -> int:
    """Where a key of the window's table leads: 1 to the next finding (F7), -1 to the one before, 0 to neither."""
    if theme.keys.is_key_of("next_finding", event):
        return 1
    return -1 if theme.keys.is_key_of("previous_finding", event) else 0


class TypoPopup(QWidget):
    """Stands above the word inside its host, flips below where there is no room, and takes the keys.

    ``replaced`` and ``put_always`` carry the chosen words; the others say what to do with the finding, or where to go.
    """

    replaced = Signal(str)
    put_always = Signal(str)
    ignored = Signal()
    silenced = Signal()
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
        self.setMouseTracking(True)
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

    @property
    def top(self) -> int:
        """Where it begins without its shadow, in pixels of the host."""
        return self.y() + SHADOW

    @property
    def foot(self) -> tuple[FootPart, ...]:
        """What the foot offers, in pixels of the popup."""
        body, deeds = self._body(), deeds_for(self._finding)
        height = foot_height(self._theme, deeds, body.width())
        return foot_parts(self._theme, deeds, body.adjusted(0, body.height() - height, 0, 0))

    def stand_in(self, host: QWidget) -> None:
        """Belong to another widget, whose area the popup keeps to."""
        if host is not self.host:
            self.host = host
            self.setParent(host)

    def ask(self, finding: Finding, number: int, count: int, word: QRect) -> None:
        """Ask about a finding whose first line stands at ``word`` (pixels of the parent)."""
        self._finding, self._choice = finding, 0
        self._counter = f"{number} / {count}"
        choices = tr("，").join(f"{index} {words}" for index, words in enumerate(self._suggestions(), 1))
        said = [tr("第 {0} 处，共 {1} 处", number, count), finding.text, finding.reason, choices]
        self.setAccessibleName(tr("，").join(part for part in said if part))
        self.setAccessibleDescription(spoken_deeds(deeds_for(finding)))
        self.resize(self.sizeHint())
        self._place(word)
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.accessibleName()))
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
        width = self._card_width()
        foot = foot_height(theme, deeds_for(self._finding), width)
        return QSize(width + 2 * SHADOW, theme.px(HEAD) + rows + reason + foot + 2 * SHADOW)

    def event(self, event: QEvent) -> bool:
        """Tab is the next finding, Shift+Tab the one before (caught here: Qt also moves the focus on when it hides)."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            steps = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}
            if event.key() in steps:
                self.stepped.emit(steps[Qt.Key(event.key())])
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits and Enter replace, I ignores, A learns (with Shift for good), Tab goes on, Esc closes."""
        key = event.key()
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.isAutoRepeat():
            return
        if by := finding_step(self._theme, event):
            self.stepped.emit(by)
        elif event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            return
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            self._replace(key - Qt.Key.Key_1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if shift:
                self._do(Deed.ALWAYS)
            else:
                self._replace(self._choice)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._move(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_I, Qt.Key.Key_A):
            self._do((Deed.SILENCE if shift else Deed.IGNORE) if key == Qt.Key.Key_I else Deed.LEARN)
        elif key == Qt.Key.Key_Escape:
            self.dismiss()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a row replaces, on a word in the foot does that."""
        at = event.position()
        row, deed = self._row_at(at.y()), deed_at(self.foot, at)
        if deed is not None:
            self._do(deed)
        elif row is not None:
            self._replace(row)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell by the pointer what can be clicked."""
        at = event.position()
        live = deed_at(self.foot, at) is not None or self._row_at(at.y()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if live else Qt.CursorShape.ArrowCursor)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw shadow, head, candidates and foot."""
        if self._finding is None:
            return
        theme, body, foot = self._theme, self._body(), self.foot
        painter = QPainter(self)
        paint_shadow(painter, theme, body, theme.size("radius_card"))
        fill_box(painter, body, theme.size("radius_card"), theme.color("raised"))
        stroke_box(painter, body, theme.size("radius_card"), theme.color("divider"))
        self._paint_head(painter, self._finding, body)
        for index, words in enumerate(self._suggestions()):
            self._paint_row(painter, index, words)
        top = min(part.box.top() for part in foot)
        painter.fillRect(QRectF(body.left() + 5, top, body.width() - 10, 1), theme.color("divider"))
        paint_foot(painter, theme, foot)
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
            draw_line(painter, rest, tr("是不是想写："), theme.font("body"), theme.color("text"))
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
        if chosen:
            draw_line(painter, band, ENTER, theme.font("secondary"), theme.color("text2"), RIGHT)
            band.setWidth(band.width() - text_width(theme.font("secondary"), ENTER) - 8)
        drawn = draw_line(painter, band, words, theme.font("conversation", 600), theme.color("text")) + 8
        if index == 0 and self._finding is not None and band.width() > drawn:
            reason = band.adjusted(drawn, 0, 0, 0)
            draw_line(painter, reason, self._finding.reason, theme.font("body"), theme.color("text2"))

    def _card_width(self) -> int:
        """As designed, wider where the first row's reason would be cut, never wider than the host."""
        theme, least = self._theme, self._theme.px(WIDTH)
        suggestions = self._suggestions()
        if self._finding is None or not suggestions:
            return least
        row = text_width(theme.font("conversation", 600), suggestions[0])
        row += text_width(theme.font("body"), self._finding.reason) + text_width(theme.font("secondary"), ENTER)
        most = self.host.width() - 2 * (EDGE + SHADOW)
        return max(least, min(round(row) + theme.px(BESIDE_WORDS), most))

    def _suggestions(self) -> tuple[str, ...]:
        return () if self._finding is None else self._finding.suggestions[:LONGEST]

    def _reason_lines(self) -> list[str]:
        """Without candidates the reason is the message."""
        if self._finding is None or self._suggestions():
            return []
        width = self._theme.px(WIDTH - 2 * PAD)
        return wrap_lines(self._finding.reason, self._theme.font("secondary"), width, 3)

    def _body(self) -> QRectF:
        return QRectF(self.rect()).adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)

    def _rows_top(self) -> float:
        return self._body().top() + self._theme.px(HEAD)

    def _row_at(self, y: float) -> int | None:
        index = int((y - self._rows_top()) // self._theme.px(ROW))
        return index if 0 <= index < len(self._suggestions()) else None

    def _replace(self, index: int) -> None:
        suggestions = self._suggestions()
        if index < len(suggestions):
            self.replaced.emit(suggestions[index])

    def _do(self, deed: Deed) -> None:
        if deed is Deed.NEXT or (deed is Deed.IGNORE and deed not in deeds_for(self._finding)):
            self.stepped.emit(1)
        elif deed not in deeds_for(self._finding):
            return
        elif deed is Deed.ALWAYS:
            self.put_always.emit(self._suggestions()[self._choice])
        else:
            {Deed.IGNORE: self.ignored, Deed.SILENCE: self.silenced, Deed.LEARN: self.learned}[deed].emit()

    @Slot()
    def _move(self, step: int) -> None:
        count = len(self._suggestions())
        if count:
            self._choice = (self._choice + step) % count
            self.update()

    def _place(self, word: QRect) -> None:
        host = self.host
        left = min(max(word.left() - PAD, 0), host.width() - self.width() + 2 * SHADOW - EDGE) - SHADOW
        top = word.top() - self.height() + SHADOW - 6
        if top + SHADOW < 0:
            top = word.bottom() + 8 - SHADOW
        self.move(left, top)
