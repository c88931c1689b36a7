"""The inbox's top bar: where we are, how far the session is, who is next and why, search, 下一位."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.support.actions import anywhere, in_lists
from ui.support.theme import Theme
from ui.support.tokens import ColorRole
from ui.widgets.button import KeyButton
from ui.widgets.dotted import DottedLabel
from ui.widgets.fitting_label import FittingLabel
from ui.widgets.kbd import keycap_width, paint_keycap
from ui.widgets.label import TextLabel
from ui.widgets.paint_shape import fill_box, paint_focus, stroke_box
from ui.widgets.paint_text import draw_line
from weibo_operator.translation import tr

HEIGHT = 56
PALETTE_KEY = anywhere("palette")
NARROW = 1340
"""Below this width of the window the buttons drop their key hints (design README §3.2)."""
ROOMY = 1760
"""From this width on a session shows where messages came from too."""
WORDY = 1200
"""Below this width the bar says only what it must."""


class SearchButton(QAbstractButton):
    """Looks like a field, opens the palette."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setText(tr("搜索客户、内容或命令"))
        self.setAccessibleName(self.text())
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)
        self._restyle()

    @Slot()
    def _restyle(self) -> None:
        keys = self._theme.keys.words(PALETTE_KEY)
        self.setToolTip(tr("{0}（{1}）", self.text(), keys) if keys else self.text())
        self.update()

    def sizeHint(self) -> QSize:
        """250 by 34."""
        return QSize(self._theme.px(250), self._theme.size("control_34"))

    def minimumSizeHint(self) -> QSize:
        """It gives way before anything is clipped."""
        return QSize(self._theme.px(120), self._theme.size("control_34"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the field's look."""
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = theme.size("radius_button")
        fill_box(painter, self.rect(), radius, theme.color("surface"))
        stroke_box(painter, self.rect(), radius, theme.color("control"), 1)
        theme.paint_icon(painter, QRectF(px(10), 0, px(16), self.height()), "search", "text3")
        cap = keycap_width(theme, PALETTE_KEY)
        words = QRectF(px(32), 0, self.width() - px(32) - cap - px(16), self.height())
        draw_line(painter, words, self.text(), theme.font("secondary"), theme.color("text3"))
        paint_keycap(painter, theme, QRectF(self.width() - cap - px(8), 0, cap + 1, self.height()), PALETTE_KEY)
        if self.hasFocus():
            paint_focus(painter, theme, self.rect(), radius)
        painter.end()


class ProgressLine(QWidget):
    """How much of today's work is done, as a thin bar; the words beside it carry the numbers."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._share = 0.0
        self.setFixedSize(110, 6)
        theme.changed.connect(self.update)

    def show_share(self, done: int, waiting: int) -> None:
        """Show ``done`` of ``done + waiting``."""
        self._share = done / (done + waiting) if done + waiting else 0.0
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the groove and the bar."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        fill_box(painter, box, 3, self._theme.color("neutral_subtle"))
        if self._share > 0:
            fill_box(painter, QRectF(0, 0, max(6.0, box.width() * self._share), 6), 3, self._theme.color("accent"))
        painter.end()


class TopBar(QWidget):
    """The bar above board and session."""

    back = Signal()
    search = Signal()
    next = Signal()
    outbox = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._width = NARROW
        self._back = KeyButton(theme, tr("看板"), icon="chevron-left", keys="Esc")
        self._title = TextLabel(theme, tr("收件箱"), "page_title")
        self._title.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._facts = DottedLabel(theme)
        self._told: tuple[str, ...] = ()
        self._skips = ""
        self._line = ProgressLine(theme)
        self.trail = FittingLabel(theme)
        self.why = FittingLabel(theme)
        self._came = DottedLabel(theme)
        self._came_is_urgent = False
        self.outbox_button = KeyButton(theme, "", icon="send", variant="ghost", height="control_32")
        self.outbox_button.hide()
        self._search = SearchButton(theme)
        next_key = in_lists("next")
        self.next_button = KeyButton(theme, tr("下一位客户"), icon="arrow-right", keys=next_key, variant="primary")
        self._lay_out()
        self._search.setMaximumWidth(250)
        self._back.clicked.connect(self._on_back)
        self._search.clicked.connect(self._on_search)
        self.next_button.clicked.connect(self._on_next)
        self.outbox_button.clicked.connect(self.outbox)
        theme.changed.connect(self._restyle)
        self._restyle()
        self.show_board()

    @property
    def progress_hint(self) -> str:
        """What is told where the progress stands."""
        return self._facts.toolTip()

    def show_board(self) -> None:
        """The board: 下一位 is the one filled button."""
        self._back.hide()
        self._title.setText(tr("收件箱"))
        self.next_button.set_content(tr("下一位客户"), "arrow-right", in_lists("next"))
        self.next_button.set_variant("primary")
        self.fit(self._width)

    def show_session(self) -> None:
        """The session: the filled button is the composer's."""
        self._back.show()
        self._title.setText(tr("轮流回复"))
        self.next_button.set_content(tr("跳过，下一位"), "arrow-right", anywhere("next"))
        self.next_button.set_variant("secondary")
        self.fit(self._width)

    @property
    def came(self) -> str:
        """Where messages come from, and how fresh they are."""
        return "".join(self._came.parts)

    def show_came(self, words: str, icon: str, role: ColorRole, *, is_urgent: bool) -> None:
        """Where messages come from, and how fresh they are; what is urgent is seen in the session too."""
        self._came.set_parts((words,), icon=icon, role=role)
        self._came.setToolTip(words)
        self._came_is_urgent = is_urgent
        self.fit(self._width)

    def show_outbox(self, count: int) -> None:
        """How many replies are on their way or wait for a word; none shows nothing."""
        words = tr("待发 {0}", count) if count else ""
        self.outbox_button.set_content(words, "send" if count else "")
        self.outbox_button.setAccessibleName(tr("待发箱，{0} 条", count))
        self.fit(self._width)

    def show_facts(self, facts: tuple[str, ...], *, done: int, waiting: int) -> None:
        """The counters."""
        self._facts.set_parts(facts)
        self._told = facts
        self._tell_facts()
        self._line.show_share(done, waiting)
        self.next_button.setEnabled(bool(waiting) or self._back.isVisibleTo(self))

    def show_why(self, wordings: Sequence[str]) -> None:
        """Say why this customer (longest first); without any, nobody waits."""
        self.why.show_wordings(wordings)
        self.why.setVisible(bool(wordings))

    def show_trail(self, wordings: Sequence[str], more: str) -> None:
        """The topics of the last public replies, or that the rotation rests; seen in the session."""
        self.trail.show_wordings(wordings, more=more)

    def show_skips(self, words: str) -> None:
        """How many turns were skipped today, told where the progress stands."""
        self._skips = words
        self._facts.setAccessibleDescription(words)
        self._line.setToolTip(words)
        self._tell_facts()

    def fit(self, width: int) -> None:
        """Drop what a narrow window has no room for."""
        self._width = width
        narrow = width < NARROW
        for button in (self._back, self.next_button):
            button.set_keys_shown(shown=not narrow)
        in_session = self._back.isVisibleTo(self)
        self._came.setVisible(width >= (ROOMY if in_session and not self._came_is_urgent else WORDY))
        self.outbox_button.setVisible(bool(self.outbox_button.text()) and width >= WORDY)
        self._line.setVisible(in_session and not narrow)
        self.trail.setVisible(in_session)

    def _tell_facts(self) -> None:
        """The skips belong to the tooltip, and so do the counters, which a full bar cuts."""
        self._facts.setToolTip("\n".join((tr("，").join(self._told), self._skips)) if self._skips else "")

    @Slot()
    def _on_back(self) -> None:
        self.back.emit()

    @Slot()
    def _on_search(self) -> None:
        self.search.emit()

    @Slot()
    def _on_next(self) -> None:
        self.next.emit()

    @Slot()
    def _restyle(self) -> None:
        self.setFixedHeight(self._theme.px(HEIGHT))
        self.outbox_button.setToolTip(tr("待发箱（{0}）", self._theme.keys.said(in_lists("page_outbox"))))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and the hairline below."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("surface"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.color("divider"))
        painter.end()

    def _lay_out(self) -> None:
        facts = QHBoxLayout()
        facts.setSpacing(12)
        facts.addWidget(self._facts)
        facts.addWidget(self._came)
        facts.addWidget(self._line)
        facts.addWidget(self.trail, 1)
        facts.addStretch()
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addStretch()
        middle.addLayout(facts)
        middle.addWidget(self.why)
        middle.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 20, 0)
        row.setSpacing(12)
        row.addWidget(self._back)
        row.addWidget(self._title)
        row.addLayout(middle, 1)
        row.addWidget(self.outbox_button)
        row.addWidget(self._search)
        row.addWidget(self.next_button)
