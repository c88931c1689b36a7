"""The composer: strip, editor and foot in one frame, or in their place the question about a reply."""

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.reply.asked_list import AskedList
from ui.reply.confirm_strip import ConfirmStrip
from ui.reply.decision_strip import DecisionStrip
from ui.reply.editor import ReplyEditor
from ui.reply.foot import ComposerFoot
from ui.reply.outgoing_strip import OutgoingStrip
from ui.reply.points_row import PointsRow
from ui.reply.strip import ComposerStrip
from ui.support.theme import Theme
from ui.widgets.paint_shape import fill_box, stroke_box

HEIGHT = 236
HEIGHT_UNDER_LINE = 206
GIVEN = 4  # by the editor for each question below it, in a low window
SEEN = 72  # of the conversation, before the questions below the text stand wide
LEAST = 150  # strip, two lines of text and foot
INSET = 2


class Composer(QWidget):
    """Layout only; the controller fills it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._low = False
        self._room = 0
        self.strip = ComposerStrip(theme)
        self.editor = ReplyEditor(theme)
        self.asked = AskedList(theme)
        self.points = PointsRow(theme)
        self.foot = ComposerFoot(theme)
        self.confirm = ConfirmStrip(theme)
        self.outgoing = OutgoingStrip(theme)
        self._pages = QStackedWidget()
        self._writing = self._writing_page()
        frame = QVBoxLayout(self)
        frame.setContentsMargins(INSET, INSET, INSET, INSET)
        frame.addWidget(self._pages)
        self._pages.addWidget(self._writing)
        self._pages.addWidget(self.confirm)
        self._pages.addWidget(self.outgoing)
        for watched in (self.editor, self.confirm, self.outgoing):
            watched.installEventFilter(self)
        self.asked.resized.connect(self._restyle)
        self.points.resized.connect(self._restyle)
        theme.changed.connect(self._restyle)
        self._restyle()

    @property
    def is_confirming(self) -> bool:
        """Whether a question stands in the editor's place."""
        return self.question is not None

    @property
    def question(self) -> DecisionStrip | None:
        """The strip that stands in the editor's place."""
        shown = self._pages.currentWidget()
        return shown if isinstance(shown, DecisionStrip) else None

    def show_writing(self) -> None:
        """Show strip, editor and foot."""
        self._show(self._writing)

    def show_confirm(self) -> None:
        """Ask whether the copied reply was sent."""
        self._show(self.confirm)

    def show_outgoing(self) -> None:
        """Show the reply that is on its way."""
        self._show(self.outgoing)

    def set_low(self, *, low: bool) -> None:
        """Give 30 px to the line above."""
        if low != self._low:
            self._low = low
            self._restyle()

    def set_room(self, pixels: int) -> None:
        """Be no higher than this where its content allows it."""
        if pixels != self._room:
            self._room = pixels
            self._restyle()

    @Slot()
    def _restyle(self) -> None:
        low = self._theme.px(HEIGHT_UNDER_LINE if self._low else HEIGHT)
        if self._room:
            low = min(low, max(self._room, self._theme.px(LEAST)))
        question = self.question
        if question is None:
            px = self._theme.px
            points = px(self.points.height_wanted)
            wide = low + px(self.asked.most_height_wanted) + points + px(SEEN)
            self.asked.set_low(low=bool(self._room) and wide > self._room)
            if self.asked.is_low:  # the editor gives, not the conversation
                low = max(px(LEAST), low - px(GIVEN) * len(self.asked.lines))
            self.setFixedHeight(low + px(self.asked.height_wanted) + points)
        else:
            inner = self.width() - 2 * INSET
            needed = question.height_for(inner, self._room - 2 * INSET if self._room else None) + 2 * INSET
            self.setFixedHeight(max(low, needed))
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A question may need another height at another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width() and self.is_confirming:
            self._restyle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the focus with the frame."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the frame, blue while the editor or the question has the focus."""
        theme, radius = self._theme, self._theme.size("radius_card")
        focused = self.editor.hasFocus() or self.is_confirming
        painter = QPainter(self)
        fill_box(painter, self.rect(), radius, theme.color("surface"))
        alarming = self.question is self.outgoing and self.outgoing.alarming
        color = theme.color("danger" if alarming else "focus" if focused else "control")
        stroke_box(painter, self.rect(), radius, color, theme.line("focus" if focused else "border"))
        painter.end()

    def _show(self, page: QWidget) -> None:
        self._pages.setCurrentWidget(page)
        self._restyle()

    def _writing_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        inside = QHBoxLayout()
        inside.setContentsMargins(14, 10, 14, 0)
        inside.addWidget(self.editor)
        column.addWidget(self.strip)
        column.addLayout(inside, 1)
        questions = QHBoxLayout()
        questions.setContentsMargins(14, 0, 14, 0)
        questions.addWidget(self.asked)
        column.addLayout(questions)
        points = QHBoxLayout()
        points.setContentsMargins(14, 0, 14, 0)
        points.addWidget(self.points)
        column.addLayout(points)
        column.addWidget(self.foot)
        return page
