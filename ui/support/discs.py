"""The discs behind avatars' initials, each painted once."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPixmap


class Discs:
    """Round gradients, cached by (hue, diameter, pixel ratio).

    Qt fills a gradient of this height in several threads and waits for them: beside busy background work one avatar
    took ten milliseconds of a key's sixteen.
    """

    def __init__(self, hues: Sequence[tuple[str, str]]) -> None:
        """``hues`` are colours from the upper left to the lower right."""
        self._hues = hues
        self._pixmaps: dict[tuple[int, int, float], QPixmap] = {}

    def pixmap(self, hue: int, diameter: int, ratio: float = 1.0) -> QPixmap:
        """Return the disc of a hue (its number) with a diameter in logical pixels."""
        key = (hue, diameter, ratio)
        if key not in self._pixmaps:
            self._pixmaps[key] = self._render(hue, diameter, ratio)
        return self._pixmaps[key]

    def _render(self, hue: int, diameter: int, ratio: float) -> QPixmap:
        pixmap = QPixmap(round(diameter * ratio), round(diameter * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        box = QRectF(0, 0, diameter, diameter)
        gradient = QLinearGradient(box.topLeft(), box.bottomRight())
        for place, color in enumerate(self._hues[hue]):
            gradient.setColorAt(place, QColor(color))
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(gradient)
        painter.drawEllipse(box)
        painter.end()
        return pixmap
