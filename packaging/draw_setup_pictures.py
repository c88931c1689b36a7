"""The two pictures of the Windows setup program: the strip beside its first and last page, the corner of the others.

Colours come from the light theme, the mark from resources/icons/app.svg; no words, so no font matters.
"""

import tomllib
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

RESOURCES = Path(__file__).resolve().parent.parent / "resources"
DRAWING = RESOURCES / "icons" / "app.svg"
SIDE = (164, 314)
CORNER = (150, 57)
"""Width and height that NSIS asks for."""

_MARK_ON_SIDE = QRectF(34, 26, 96, 96)
_MARK_IN_CORNER = QRectF(106, 10, 38, 38)
_LANES = (22, 65, 108)
_LANE_WIDTH, _LANE_TOP, _LANE_HEIGHT = 34, 150, 132
_CARD_HEIGHT, _CARD_STEP = 18, 24
_CARDS = (4, 2, 3)
"""How many cards each of the three lanes shows."""
_CURRENT = (1, 0)
"""Lane and card of the customer who is answered now."""


def colour(role: str, opacity: float = 1.0) -> QColor:
    """A colour of the light theme."""
    theme = tomllib.loads((RESOURCES / "themes" / "light.toml").read_text(encoding="utf-8"))
    found = QColor(theme["colors"][role])
    found.setAlphaF(opacity)
    return found


def side() -> QImage:
    """The mark above the three lanes of the board, on the program's orange."""
    image, painter = _begun(SIDE, "accent")
    QSvgRenderer(str(DRAWING)).render(painter, _MARK_ON_SIDE)
    painter.setPen(Qt.PenStyle.NoPen)
    for lane, left in enumerate(_LANES):
        painter.setBrush(colour("on_accent", 0.16))
        painter.drawRoundedRect(QRectF(left, _LANE_TOP, _LANE_WIDTH, _LANE_HEIGHT), 5, 5)
        for card in range(_CARDS[lane]):
            painter.setBrush(colour("on_accent", 1.0 if (lane, card) == _CURRENT else 0.4))
            top = _LANE_TOP + 6 + card * _CARD_STEP
            painter.drawRoundedRect(QRectF(left + 5, top, _LANE_WIDTH - 10, _CARD_HEIGHT), 3, 3)
    painter.end()
    return image


def corner() -> QImage:
    """The mark at the right end of the white head."""
    image, painter = _begun(CORNER, "surface")
    QSvgRenderer(str(DRAWING)).render(painter, _MARK_IN_CORNER)
    painter.end()
    return image


def draw(folder: Path) -> None:
    """Write side.bmp and corner.bmp, 24 bits a pixel, into `folder`."""
    for name, image in (("side", side()), ("corner", corner())):
        path = folder / f"{name}.bmp"
        if not image.convertToFormat(QImage.Format.Format_RGB888).save(str(path)):
            raise OSError(f"{path} could not be written")


def _begun(size: tuple[int, int], ground: str) -> tuple[QImage, QPainter]:
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(colour(ground))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return image, painter
