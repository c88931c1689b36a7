"""Rounded boxes, focus rings and the shadow of floating layers."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ui.support.theme import Theme

SHADOW_BLUR = 24
SHADOW_DROP = 8


def fill_box(painter: QPainter, rect: QRect | QRectF, radius: float, fill: QColor) -> None:
    """Fill a rounded box without an edge."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    painter.drawRoundedRect(QRectF(rect), radius, radius)


def stroke_box(painter: QPainter, rect: QRect | QRectF, radius: float, color: QColor, width: float = 1) -> None:
    """Draw the edge of a rounded box, wholly inside ``rect``."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(color, width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    half = width / 2
    inner = max(0.0, radius - half)
    painter.drawRoundedRect(QRectF(rect).adjusted(half, half, -half, -half), inner, inner)


def paint_box(
    painter: QPainter, rect: QRect | QRectF, radius: float, fill: QColor, edge: QColor, width: float = 1
) -> None:
    """Fill a rounded box and draw its edge inside it."""
    fill_box(painter, rect, radius, fill)
    stroke_box(painter, rect, radius, edge, width)


def paint_focus(painter: QPainter, theme: Theme, rect: QRect | QRectF, radius: float, *, filled: bool = False) -> None:
    """Draw the focus ring inside ``rect``; on a filled control a light inner ring sets it off."""
    width = theme.line("focus")
    stroke_box(painter, rect, radius, theme.color("focus"), width)
    if filled:
        inner = QRectF(rect).adjusted(width, width, -width, -width)
        stroke_box(painter, inner, radius - width, theme.color("surface"), 1.5)


def paint_shadow(painter: QPainter, theme: Theme, rect: QRect | QRectF, radius: float) -> None:
    """Draw the soft shadow of a floating layer around ``rect`` (24 px blur, 8 px down)."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("shadow"))
    box = QRectF(rect).translated(0, SHADOW_DROP)
    for spread in range(-SHADOW_BLUR // 2, SHADOW_BLUR // 2 + 1, 2):
        layer = box.adjusted(-spread, -spread, spread, spread)
        corner = max(1.0, radius + spread)
        painter.drawRoundedRect(layer, corner, corner)
