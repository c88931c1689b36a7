"""Segmented control: a few exclusive choices in one row, one Tab stop, arrows inside."""

from collections.abc import Generator, Sequence
from contextlib import contextmanager
from typing import Literal

from msgspec import Struct
from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from ui.support.theme import Theme
from ui.support.tokens import ColorRole
from ui.widgets.paint_shape import fill_box, paint_focus, stroke_box
from ui.widgets.paint_text import draw_line, text_width

PAD = 12
GAP = 6
FRAME = 2
SegTone = Literal["plain", "danger", "info"]
INKS: dict[SegTone, ColorRole] = {"plain": "text", "danger": "danger_text", "info": "info_text"}


class SegItem(Struct, frozen=True):
    """One choice: ``key`` is told to the program, ``text`` shown; ``tone`` colours it while chosen."""

    key: str
    text: str
    icon: str = ""
    tone: SegTone = "plain"


class Seg(QWidget):
    """A row of exclusive choices; ``selected`` carries the key when the operator picks another one."""

    selected = Signal(str)

    def __init__(
        self, theme: Theme, items: Sequence[SegItem], accessible_name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._segments = {item.key: _Segment(theme, item, self) for item in items}
        self._current = items[0].key
        self._is_moving = False
        self._group = QButtonGroup(self)
        self.setAccessibleName(accessible_name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(FRAME, FRAME, FRAME, FRAME)
        row.setSpacing(0)
        for segment in self._segments.values():
            row.addWidget(segment)
            self._group.addButton(segment)
            segment.toggled.connect(self._take_choice)
        self.set_current(self._current)
        theme.changed.connect(self.update)

    @property
    def current(self) -> str:
        """The key of the choice made."""
        return self._current

    def set_current(self, key: str) -> None:
        """Choose without telling (KeyError for an unknown key)."""
        segment = self._segments[key]
        self._current = key
        segment.setChecked(True)
        self._set_stop()

    @contextmanager
    def moving(self) -> Generator[None]:
        """While a key chooses: the choice is told after the focus has followed it, so that it may go on from there."""
        before, self._is_moving = self._current, True
        try:
            yield
        finally:
            self._is_moving = False
        if self._current != before:
            self.selected.emit(self._current)

    @Slot(bool)
    def _take_choice(self, checked: bool) -> None:
        chosen = next((key for key, segment in self._segments.items() if segment.isChecked()), self._current)
        if checked and chosen != self._current:
            self._current = chosen
            self._set_stop()
            if not self._is_moving:
                self.selected.emit(chosen)

    def _set_stop(self) -> None:
        """Tab comes to the choice that is made; the others are reached by the arrows."""
        for key, segment in self._segments.items():
            chosen = key == self._current
            segment.setFocusPolicy(Qt.FocusPolicy.StrongFocus if chosen else Qt.FocusPolicy.ClickFocus)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the trough."""
        painter = QPainter(self)
        radius = self._theme.size("radius_button") + FRAME
        fill_box(painter, self.rect(), radius, self._theme.color("neutral_subtle"))
        painter.end()


class _Segment(QRadioButton):
    """One choice, drawn as a raised key while chosen; a radio button to keyboard and screen reader."""

    def __init__(self, theme: Theme, item: SegItem, parent: Seg) -> None:
        super().__init__(item.text, parent)
        self._theme = theme
        self._item = item
        self._seg = parent
        self.setProperty("painted", True)
        self.setAccessibleName(item.text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for the words at weight 600, so that choosing moves nothing."""
        theme = self._theme
        width = text_width(theme.font("body", 600), self._item.text) + 2 * theme.px(PAD) + 1
        width += theme.size("icon_control") + theme.px(GAP) if self._item.icon else 0
        return QSize(round(width), theme.size("control_28"))

    def minimumSizeHint(self) -> QSize:
        """Words are never cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """An arrow chooses the neighbour."""
        with self._seg.moving():
            super().keyPressEvent(event)

    def hitButton(self, pos: QPoint) -> bool:
        """The whole key is the target."""
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the key, its icon and words, and the focus ring."""
        theme, radius = self._theme, self._theme.size("radius_button")
        painter = QPainter(self)
        if self.isChecked():
            fill_box(painter, self.rect(), radius, theme.color("surface"))
            stroke_box(painter, self.rect(), radius, theme.color("control"))
        elif self.underMouse() and self.isEnabled():
            fill_box(painter, self.rect(), radius, theme.color("pressed"))
        if self.hasFocus():
            paint_focus(painter, theme, self.rect(), radius)
        self._paint_content(painter)
        painter.end()

    def _paint_content(self, painter: QPainter) -> None:
        theme, ink, font = self._theme, self._ink(), self._font()
        words = text_width(font, self._item.text)
        icon = theme.size("icon_control") + theme.px(GAP) if self._item.icon else 0
        left = (self.width() - words - icon) / 2
        if self._item.icon:
            side = theme.size("icon_control")
            theme.paint_icon(painter, QRectF(left, 0, side, self.height()), self._item.icon, ink)
        band = QRectF(left + icon, 0, words + 1, self.height())
        draw_line(painter, band, self._item.text, font, theme.color(ink), Qt.AlignmentFlag.AlignLeft)

    def _font(self) -> QFont:
        return self._theme.font("body", 600 if self.isChecked() else 400)

    def _ink(self) -> ColorRole:
        if not self.isEnabled():
            return "disabled"
        return INKS[self._item.tone] if self.isChecked() else "text2"
