"""The inbox page: the board by itself, or the board as a stack beside the reply session (design README §3.2)."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from ui.crisis.banner import CrisisBanner
from ui.crowd.banner import CrowdBanner
from ui.crowd.interview_banner import InterviewBanner
from ui.inbox.board import Board
from ui.reply.session import ReplySession
from ui.shell.first_start import FirstStart
from ui.shell.handling_time import HandlingTime
from ui.shell.hint_bar import HintBar
from ui.shell.top_bar import TopBar
from ui.support.context import Context

WIDE = 1760
"""From this width of the window the panes stay side by side while a ticket is open."""
NARROW = 1340
LOW = 500
"""In a page lower than this the session has no room for the alarm's line."""
STACK_WIDTH, NARROW_STACK_WIDTH, WIDE_COLUMNS_WIDTH = 300, 268, 870


class InboxPage(QWidget):
    """收件箱."""

    folded = Signal(bool)
    """True when the board has become the stack beside the session."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._in_session = False
        self.top_bar = TopBar(context.theme)
        self.board = Board(context)
        self.session = ReplySession(context)
        self._handling = HandlingTime(context, self.session)
        self.first = FirstStart(context.theme)
        self.crisis_banner = CrisisBanner(context)
        self.interview_banner = InterviewBanner(context)
        self.crowd_banner = CrowdBanner(context)
        self.hints = HintBar(context.theme)
        body = QHBoxLayout()
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        self._side = _Side(context, self.board)
        body.addWidget(self._side)
        body.addWidget(self.first, 1)
        body.addWidget(self.session, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top_bar)
        column.addWidget(self.crisis_banner)
        column.addWidget(self.interview_banner)
        column.addWidget(self.crowd_banner)
        column.addLayout(body, 1)
        column.addWidget(self.hints)
        self.session.hide()
        self.first.hide()
        context.theme.changed.connect(self._fit)
        self._fit()

    @property
    def in_session(self) -> bool:
        """True while the reply session is shown."""
        return self._in_session

    @property
    def foot_height(self) -> int:
        """The height at the bottom that notices leave free: the hint bar, or the composer with its line."""
        if not self._in_session:
            return self.hints.height()
        return self.session.foot_height

    def show_board(self, *, take_keys: bool = True) -> None:
        """Unfold: the panes side by side, nothing else; ``take_keys`` unless another page has them."""
        self._set_session(on=False)
        self.top_bar.show_board()
        if take_keys:
            self.focus_list()

    def focus_list(self) -> None:
        """Give the keys to the board's lists, or on a desk without any ticket to the ways to begin."""
        if self.first.isHidden():
            self.board.focus_list()
        else:
            self.first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_beginning(self, *, on: bool) -> None:
        """Offer the ways to begin in place of empty panes."""
        had_focus = self.first.isVisible() and self.first.isAncestorOf(QApplication.focusWidget() or self)
        self.first.setVisible(on)
        self._side.setVisible(not on)
        if had_focus and not on:
            self.board.focus_list()

    def show_session(self) -> None:
        """Fold: the panes become the stack, the session takes the rest."""
        self.top_bar.show_session()
        self._set_session(on=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rearrange at the three widths of the design."""
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        px = self._context.theme.px
        width = self.window().width()
        self.top_bar.fit(width)
        self.crisis_banner.set_room(on=not self._in_session or self.height() >= px(LOW))
        if not self._in_session:
            self.board.set_stacked(stacked=False)
            self.board.set_small_cards(small=False)
            self._side.setMinimumWidth(0)
            self._side.setMaximumWidth(16_777_215)
            return
        wide = width >= WIDE
        self.board.set_stacked(stacked=not wide)
        self.board.set_small_cards(small=wide)
        stack = STACK_WIDTH if width >= NARROW else NARROW_STACK_WIDTH
        self._side.setFixedWidth(px(WIDE_COLUMNS_WIDTH if wide else stack))

    def _set_session(self, *, on: bool) -> None:
        if on != self._in_session:
            self._in_session = on
            self.session.setVisible(on)
            self.hints.setVisible(not on)
            self.folded.emit(on)
        self._fit()


class _Side(QWidget):
    """The ground under the panes: the app's colour for the board, the surface with a hairline for the stack."""

    def __init__(self, context: Context, board: Board) -> None:
        super().__init__()
        self._context = context
        self._board = board
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 1, 0)
        row.addWidget(board)
        context.theme.changed.connect(self.update)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground, and in the stack the lines between panes."""
        theme = self._context.theme
        painter = QPainter(self)
        if not self._board.stacked:
            painter.fillRect(self.rect(), theme.color("app"))
            painter.end()
            return
        painter.fillRect(self.rect(), theme.color("surface"))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), theme.color("divider"))
        for pane in self._board.panes[1:]:
            painter.fillRect(0, pane.geometry().top() + self._board.y(), self.width(), 1, theme.color("divider"))
        painter.end()
