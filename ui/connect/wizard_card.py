"""The wizard's card: steps at the left, the page at the right, its buttons below (PNG 16, 26)."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from ui.support.theme import Theme
from ui.widgets.label import TextLabel
from ui.widgets.paint_shape import fill_box, stroke_box
from ui.widgets.paint_text import CENTER, draw_line
from weibo_operator.translation import tr

SIDE, STEP, MARK, BULLET = 211, 32, 28, 20
MARGIN, FOOT, LEFT, RIGHT = 40, 84, 24, 20
LATER = tr("全程约 3 分钟，随时可以按 Esc 离开，下次从这里继续。")


class StepList(QWidget):
    """Numbered steps: done ones ticked, the present one filled."""

    def __init__(self, theme: Theme, steps: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._steps = tuple(steps)
        self._at = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)
        self.show_step(0)

    def show_step(self, at: int) -> None:
        """Mark the present step; as many as there are: all are done."""
        self._at = at
        told = self._steps[at] if at < len(self._steps) else tr("完成")
        self.setAccessibleName(tr("第 {0} 步，共 {1} 步：{2}", min(at + 1, len(self._steps)), len(self._steps), told))
        self.update()

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """One line each."""
        return QSize(self._theme.px(SIDE - 48), self._theme.px(STEP) * len(self._steps))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the steps."""
        painter = QPainter(self)
        for place, name in enumerate(self._steps):
            self._paint_step(painter, place, name)
        painter.end()

    def _paint_step(self, painter: QPainter, place: int, name: str) -> None:
        theme, px = self._theme, self._theme.px
        top, side = px(STEP) * place, px(BULLET)
        box = QRectF(1, top + (px(STEP) - side) / 2, side, side)
        now, past = place == self._at, place < self._at
        if past:
            fill_box(painter, box, side / 2, theme.color("success"))
            inset = px(4)
            theme.paint_icon(painter, box.adjusted(inset, inset, -inset, -inset), "check", "on_success")
        elif now:
            fill_box(painter, box, side / 2, theme.color("accent"))
        else:
            stroke_box(painter, box, side / 2, theme.color("control"))
        if not past:
            ink = theme.color("on_accent" if now else "text2")
            draw_line(painter, box, str(place + 1), theme.font("meta", 600), ink, CENTER)
        left = box.right() + px(8)
        band = QRectF(left, top, self.width() - left, px(STEP))
        draw_line(painter, band, name, theme.font("body", 600 if now else 400), theme.color("text"))


class WizardCard(QWidget):
    """``show_page`` turns to a page of the stack and its step, ``refuse`` says why it stays; fill ``foot``."""

    def __init__(self, theme: Theme, steps: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.steps = StepList(theme, steps)
        self.stack = QStackedWidget()
        self.foot = QHBoxLayout()
        self.refusal = TextLabel(theme, "", "meta", "danger_text", wrap=True)
        self._mark = QLabel()
        self._later = TextLabel(theme, LATER, "meta", "text2", wrap=True)
        self._side = QWidget()
        self._foot_bar = QWidget()
        self._scroller = QScrollArea()
        self.setAccessibleName(tr("微博客服台的设置向导"))
        self._lay_out()
        theme.changed.connect(self._restyle)
        self._restyle()

    def add_page(self, page: QWidget) -> None:
        """Take in a page."""
        self.stack.addWidget(page)

    def show_page(self, page: QWidget, step: int) -> None:
        """Turn to a page; only it counts for the height."""
        for place in range(self.stack.count()):
            other = self.stack.widget(place)
            if other is None:
                continue
            policy = QSizePolicy.Policy.Preferred if other is page else QSizePolicy.Policy.Ignored
            other.setSizePolicy(QSizePolicy.Policy.Preferred, policy)
        self.stack.setCurrentWidget(page)
        self.refuse("")
        self.steps.show_step(step)
        self._scroller.verticalScrollBar().setValue(0)

    @Slot(str)
    def refuse(self, words: str) -> None:
        """Say above the buttons why a page can't be left, wherever it is scrolled to; no words take that back."""
        self.refusal.setText(words)
        self.refusal.setVisible(bool(words))

    def show_widget(self, widget: QWidget) -> None:
        """Scroll so far that a control can be seen."""
        if self.stack.isAncestorOf(widget):
            self._scroller.ensureWidgetVisible(widget, 0, self._theme.px(24))

    @Slot()
    def _restyle(self) -> None:
        px = self._theme.px
        self._side.setFixedWidth(px(SIDE))
        self._foot_bar.setFixedHeight(px(FOOT))
        self._later.setFixedHeight(self._later.heightForWidth(px(SIDE) - LEFT - RIGHT))
        self._mark.setPixmap(self._theme.pixmap("app", "accent", px(MARK)))
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the card's ground is not one on the scrim."""
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground, the side's tint and the line between them."""
        theme, radius = self._theme, self._theme.size("radius_dialog")
        painter = QPainter(self)
        fill_box(painter, self.rect(), radius, theme.color("surface"))
        painter.save()
        painter.setClipRect(0, 0, self._side.width(), self.height())
        fill_box(painter, self.rect(), radius, theme.color("subtle"))
        painter.restore()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.fillRect(self._side.width() - 1, 0, 1, self.height(), theme.color("divider"))
        painter.end()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._mark)
        head.addWidget(TextLabel(self._theme, tr("微博客服台"), "person"), 1)
        side = QVBoxLayout(self._side)
        side.setContentsMargins(LEFT, 24, RIGHT, 24)
        side.setSpacing(18)
        side.addLayout(head)
        side.addWidget(self.steps)
        side.addStretch()
        side.addWidget(self._later)
        self._scroller.setWidgetResizable(True)
        self._scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        holder = QWidget()
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(MARGIN, 30, MARGIN, 8)
        inner.addWidget(self.stack)
        self._scroller.setWidget(holder)
        self.foot.setContentsMargins(0, 0, 0, 0)
        self.foot.setSpacing(10)
        bar = QVBoxLayout(self._foot_bar)
        bar.setContentsMargins(MARGIN - 12, 0, MARGIN, 0)
        bar.addLayout(self.foot)
        said = QVBoxLayout()
        said.setContentsMargins(MARGIN, 8, MARGIN, 0)
        said.addWidget(self.refusal)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._scroller, 1)
        right.addLayout(said)
        right.addWidget(self._foot_bar)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._side)
        whole.addLayout(right, 1)
