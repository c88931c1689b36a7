"""Chips: level, topic, state and variables in a small tinted box."""

from typing import Literal

from msgspec import Struct
from PySide6.QtCore import QRect, QRectF, QSize, Slot
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.support.theme import Theme
from ui.support.tokens import ColorRole
from ui.widgets.paint_shape import fill_box
from ui.widgets.paint_text import draw_parts, parts_width
from weibo_operator.domain.labels import Level
from weibo_operator.translation import tr

ChipTone = Literal["urgent", "soon", "neutral", "accent", "info", "success"]
PAD = 8
GAP = 5
TONES: dict[ChipTone, tuple[ColorRole, ColorRole, int]] = {  # fill, ink, weight
    "urgent": ("danger", "on_danger", 600),
    "soon": ("danger_subtle", "danger_text", 600),
    "neutral": ("neutral_subtle", "text2", 400),
    "accent": ("accent_subtle", "accent_text", 600),
    "info": ("info_subtle", "info_text", 600),
    "success": ("success_subtle", "success_text", 600),
}


class ChipSpec(Struct, frozen=True):
    """What a chip says: parts are joined by a painted dot; ``icon`` is a name or empty."""

    parts: tuple[str, ...]
    tone: ChipTone = "neutral"
    icon: str = ""


def level_chip(level: Level) -> ChipSpec | None:
    """Return the chip of a level: 紧急 filled, 较急 pale, ordinary levels none (design 6)."""
    if level == Level.P1:
        return ChipSpec((tr("紧急"),), "urgent", "triangle-alert")
    if level == Level.P2:
        return ChipSpec((tr("较急"),), "soon", "triangle-alert")
    return None


def chip_width(theme: Theme, spec: ChipSpec) -> int:
    """Return a chip's width in pixels."""
    words = parts_width(theme, spec.parts, _font(theme, spec))
    icon = theme.size("icon_text") + theme.px(GAP) if spec.icon else 0
    return round(words + icon + 1) + 2 * theme.px(PAD)


def paint_chip(painter: QPainter, theme: Theme, rect: QRect | QRectF, spec: ChipSpec) -> int:
    """Draw a chip at the left of ``rect``, centred vertically, elided to fit; return the chip's width."""
    box = QRectF(rect)
    fill, ink, _ = TONES[spec.tone]
    height = theme.size("chip")
    width = min(chip_width(theme, spec), round(box.width()))
    body = QRectF(round(box.left()), round(box.center().y() - height / 2), width, height)
    painter.save()
    fill_box(painter, body, theme.size("radius_button"), theme.color(fill))
    left = body.left() + theme.px(PAD)
    if spec.icon:
        side = theme.size("icon_text")
        theme.paint_icon(painter, QRectF(left, body.top(), side, height), spec.icon, ink)
        left += side + theme.px(GAP)
    band = QRectF(left, body.top(), body.right() - theme.px(PAD) - left + 1, height)
    draw_parts(painter, theme, band, spec.parts, _font(theme, spec), theme.color(ink))
    painter.restore()
    return width


class Chip(QLabel):
    """A chip standing by itself."""

    def __init__(self, theme: Theme, spec: ChipSpec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._spec = spec
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(" ".join(spec.parts))
        theme.changed.connect(self._restyle)

    def set_spec(self, spec: ChipSpec) -> None:
        """Say something else."""
        if spec != self._spec:
            self._spec = spec
            self.setAccessibleName(" ".join(spec.parts))
            self._restyle()

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the uncut size."""
        return QSize(chip_width(self._theme, self._spec), self._theme.size("chip"))

    def minimumSizeHint(self) -> QSize:
        """A chip is not cut by layouts."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the chip."""
        painter = QPainter(self)
        paint_chip(painter, self._theme, self.rect(), self._spec)
        painter.end()


def _font(theme: Theme, spec: ChipSpec) -> QFont:
    return theme.font("meta", TONES[spec.tone][2])
