"""Line icons: SVG text tinted with a token colour and rendered sharp for the screen's pixel ratio."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

THIN_FROM = 18  # px: larger icons get a finer stroke so that both look equally dark
THIN_STROKE = "1.75"


class UnknownIconError(KeyError):
    """No SVG of that name is in resources/icons."""


class IconSet:
    """The SVGs of one folder, tinted and cached by (name, colour, size, pixel ratio)."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._sources: dict[str, str] = {}
        self._pixmaps: dict[tuple[str, str, int, float], QPixmap] = {}

    def names(self) -> list[str]:
        """Return the names of all icons in the folder, sorted."""
        return sorted(file.stem for file in self._folder.glob("*.svg"))

    def tinted(self, name: str, color: QColor, size: int) -> str:
        """Return the SVG text of ``name`` in ``color``; raise UnknownIconError when there is no such icon."""
        svg = self._source(name).replace("currentColor", color.name())
        return svg if size < THIN_FROM else svg.replace('stroke-width="2"', f'stroke-width="{THIN_STROKE}"')

    def pixmap(self, name: str, color: QColor, size: int, ratio: float = 1.0) -> QPixmap:
        """Return ``name`` as a square pixmap of ``size`` logical pixels; raise UnknownIconError."""
        key = (name, color.name(QColor.NameFormat.HexArgb), size, ratio)
        if key not in self._pixmaps:
            self._pixmaps[key] = self._render(name, color, size, ratio)
        return self._pixmaps[key]

    def clear(self) -> None:
        """Forget rendered pixmaps (after the colours changed)."""
        self._pixmaps.clear()

    def _source(self, name: str) -> str:
        if name not in self._sources:
            file = self._folder / f"{name}.svg"
            if not file.is_file():
                raise UnknownIconError(name)
            self._sources[name] = file.read_text("utf-8")
        return self._sources[name]

    def _render(self, name: str, color: QColor, size: int, ratio: float) -> QPixmap:
        pixmap = QPixmap(round(size * ratio), round(size * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        renderer = QSvgRenderer(QByteArray(self.tinted(name, color, size).encode()))
        painter = QPainter(pixmap)
        painter.setOpacity(color.alphaF())
        renderer.render(painter, QRectF(0, 0, size, size))
        painter.end()
        return pixmap
