"""Avatars: the customer's picture or first character on a hue of their own, with the verification mark."""

import zlib
from typing import Literal

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from ui.support.theme import Theme
from ui.widgets.paint_text import CENTER, draw_line

Verified = Literal["", "person", "company"]


def paint_avatar(
    painter: QPainter,
    theme: Theme,
    rect: QRect | QRectF,
    name: str,
    verified: Verified = "",
    image: QPixmap | None = None,
    backdrop: QColor | None = None,
) -> None:
    """Draw a round avatar filling the square ``rect``; the mark overlaps its lower right corner by 3 px.

    ``backdrop`` is the colour behind the avatar (surface unless told): the mark is cut out with it.
    """
    box = QRectF(rect)
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    if image is not None and not image.isNull():
        _paint_image(painter, box, image)
    else:
        _paint_initial(painter, theme, box, name)
    if verified:
        _paint_mark(painter, theme, box, verified, backdrop or theme.color("surface"))
    painter.restore()


def hue_index(name: str, hues: int) -> int:
    """Return which of ``hues`` a name gets: always the same one, on every machine."""
    return zlib.crc32(name.encode()) % hues


class Avatar(QWidget):
    """One avatar of a fixed size; the name is told to screen readers by whoever stands beside it."""

    def __init__(self, theme: Theme, name: str = "", diameter: int = 36, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = name
        self._diameter = diameter
        self._verified: Verified = ""
        self._image: QPixmap | None = None
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_person(self, name: str, verified: Verified = "", image: QPixmap | None = None) -> None:
        """Show another person."""
        self._name, self._verified, self._image = name, verified, image
        self.update()

    @Slot()
    def _restyle(self) -> None:
        side = self._theme.px(self._diameter) + self._theme.px(3)
        self.setFixedSize(QSize(side, side))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the avatar at the upper left, leaving 3 px for the mark."""
        painter = QPainter(self)
        side = self._theme.px(self._diameter)
        paint_avatar(painter, self._theme, QRect(0, 0, side, side), self._name, self._verified, self._image)
        painter.end()


def _paint_image(painter: QPainter, box: QRectF, image: QPixmap) -> None:
    clip = QPainterPath()
    clip.addEllipse(box)
    painter.save()
    painter.setClipPath(clip)
    painter.drawPixmap(box, image, QRectF(image.rect()))
    painter.restore()


def _paint_initial(painter: QPainter, theme: Theme, box: QRectF, name: str) -> None:
    hue = hue_index(name, len(theme.metrics.avatar_hues))
    disc = theme.discs.pixmap(hue, round(box.width()), painter.device().devicePixelRatio())
    painter.drawPixmap(box.topLeft(), disc)
    font = theme.font("body", 600)
    font.setPixelSize(round(box.height() * 0.45))
    initial = name.strip().removeprefix("@")[:1].upper() or "?"
    draw_line(painter, box, initial, font, QColor(theme.metrics.avatar_initial), CENTER)


def _paint_mark(painter: QPainter, theme: Theme, box: QRectF, verified: Verified, backdrop: QColor) -> None:
    """Draw the V: a circle for a person, a rounded square for a company; shape alone tells them apart."""
    side = max(12.0, round(box.width() * 0.36))
    corner = box.bottomRight() + QPointF(3, 3)
    mark = QRectF(corner.x() - side, corner.y() - side, side, side)
    radius = side / 2 if verified == "person" else side * 0.25
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(backdrop)
    painter.drawRoundedRect(mark, radius, radius)
    inner = mark.adjusted(1.5, 1.5, -1.5, -1.5)
    painter.setBrush(theme.color("verified_person" if verified == "person" else "verified_company"))
    painter.drawRoundedRect(inner, radius - 1, radius - 1)
    font = theme.font("meta", 600)
    font.setPixelSize(max(8, round(inner.height() * 0.72)))
    draw_line(painter, inner.adjusted(-1, 0, 1, 0), "V", font, theme.color("on_verified"), CENTER)
