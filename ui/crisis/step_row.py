"""One step of the checklist: a box to tick, what to do and how, when it was done, and words to put into a reply."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from ui.support.theme import Theme
from ui.widgets.button import IconButton
from ui.widgets.paint_shape import fill_box, paint_box, paint_focus
from ui.widgets.paint_text import RIGHT, draw_line, draw_lines, text_width, wrap_lines
from weibo_operator.domain.crisis_case import PlaybookStep
from weibo_operator.translation import tr

BOX = 18
PAD = 6
GAP = 10
WORDS_KEY = Qt.Key.Key_T


class StepBox(QAbstractButton):
    """The box with its words; Space or a click ticks it."""

    entered = Signal()
    """The focus came here."""

    def __init__(self, theme: Theme, step: PlaybookStep, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._step = step
        self._when = ""
        self._hint_lines: list[str] = []
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)
        theme.changed.connect(self._fit)
        self.show_done("")

    def show_done(self, when: str) -> None:
        """Show the step as done at ``when``, or as open with an empty string."""
        self._when = when
        self.setChecked(bool(when))
        state = tr("，{0} 已完成", when) if when else tr("，还没做")
        self.setAccessibleName(f"{self._step.title}{state}")
        self.setAccessibleDescription(self._step.hint)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        """Be as high as title and hint need; a step that is done says no more how."""
        theme = self._theme
        font = theme.font("secondary")
        room = max(1, self.width() - self._left() - theme.px(PAD))
        self._hint_lines = [] if self._when else wrap_lines(self._step.hint, font, room)
        lines = theme.line_height("body") + len(self._hint_lines) * theme.line_height("secondary")
        self.setFixedHeight(lines + 2 * theme.px(PAD))
        self.update()

    def sizeHint(self) -> QSize:
        """As high as it is, wide enough for the title."""
        theme = self._theme
        width = self._left() + text_width(theme.font("body", 600), self._step.title) + theme.px(2 * PAD)
        return QSize(round(width), self.height())

    def minimumSizeHint(self) -> QSize:
        """The title is not cut."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the hint elsewhere."""
        super().resizeEvent(event)
        self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell it, so that the step can be brought into sight."""
        super().focusInEvent(event)
        self.entered.emit()

    def nextCheckState(self) -> None:
        """The box shows what is stored: whoever hears the click says what it is now."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw box, title, time and hint."""
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        if self.underMouse():
            fill_box(painter, self.rect(), theme.size("radius_button"), theme.color("hover"))
        line = theme.line_height("body")
        top = px(PAD)
        box = QRectF(px(PAD), top + (line - px(BOX)) / 2, px(BOX), px(BOX))
        if self._when:
            fill_box(painter, box, theme.size("radius_key"), theme.color("success"))
            theme.paint_icon(painter, box.adjusted(2, 2, -2, -2), "check", "on_success")
        else:
            paint_box(painter, box, theme.size("radius_key"), theme.color("surface"), theme.color("control"), 1)
        left = self._left()
        when = text_width(theme.font("secondary"), self._when) + px(GAP) if self._when else 0.0
        band = QRectF(left, top, self.width() - left - px(PAD) - when, line)
        ink = theme.color("text2" if self._when else "text")
        draw_line(painter, band, self._step.title, theme.font("body", 400 if self._when else 600), ink)
        if self._when:
            right = QRectF(band.right(), top, when, line)
            draw_line(painter, right, self._when, theme.font("secondary"), theme.color("success_text"), RIGHT)
        height = theme.line_height("secondary")
        area = QRectF(left, top + line, self.width() - left - px(PAD), height * len(self._hint_lines))
        draw_lines(painter, area, self._hint_lines, theme.font("secondary"), theme.color("text2"), height)
        if self.hasFocus():
            paint_focus(painter, theme, self.rect(), theme.size("radius_button"))
        painter.end()

    def _left(self) -> int:
        return self._theme.px(PAD + BOX + GAP)


class StepRow(QWidget):
    """A step with its button for the words; ``toggled`` says the step and whether it is to be done."""

    toggled = Signal(str, bool)
    words_asked = Signal(object)
    entered = Signal(object)
    """This row; the focus came to its step."""

    def __init__(self, theme: Theme, step: PlaybookStep, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.step = step
        self.box = StepBox(theme, step)
        self.words = IconButton(theme, "message-square-quote", tr("把“{0}”的说法放进回复", step.title), keys="T")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.box, 1)
        row.addWidget(self.words, 0, Qt.AlignmentFlag.AlignTop)
        keep = self.words.sizePolicy()
        keep.setRetainSizeWhenHidden(True)
        self.words.setSizePolicy(keep)
        self.words.setVisible(bool(step.text))
        self.words.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.box.clicked.connect(self._tell)
        self.box.entered.connect(self._tell_entered)
        self.words.clicked.connect(self._ask_words)

    @Slot()
    def _tell(self) -> None:
        self.toggled.emit(self.step.key, not self.box.isChecked())

    @Slot()
    def _tell_entered(self) -> None:
        self.entered.emit(self)

    @Slot()
    def _ask_words(self) -> None:
        self.words_asked.emit(self.step)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """T puts the step's words into the reply, Enter ticks like Space."""
        if event.isAutoRepeat() or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif event.key() == WORDS_KEY and self.step.text:
            self._ask_words()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._tell()
        else:
            super().keyPressEvent(event)
