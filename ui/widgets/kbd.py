"""Keycaps: which key does it, as a small cap beside the words."""

from typing import Literal

from PySide6.QtCore import QRect, QRectF, QSize, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from ui.support.actions import NAMED, key_words
from ui.support.theme import Theme
from ui.support.tokens import ColorRole
from ui.widgets.paint_shape import fill_box, stroke_box
from ui.widgets.paint_text import draw_line, text_width
from weibo_operator.translation import tr

CapTone = Literal["plain", "filled", "on_accent", "on_danger", "accent", "disabled"]
PAD = 6
SYMBOLS = {  # drawn as icons: fonts differ wildly in these glyphs, or lack them
    "↵": "corner-down-left",
    "⇧": "arrow-big-up",
    "↑": "arrow-up",
    "↓": "arrow-down",
    "←": "arrow-left",
    "→": "arrow-right",
    "⌫": "delete",
    "␣": "space",
}
TONES: dict[CapTone, tuple[ColorRole, ColorRole, ColorRole]] = {  # fill, edge, glyphs
    "plain": ("subtle", "divider", "text2"),
    "filled": ("pressed", "pressed", "text2"),
    "on_accent": ("accent_pressed", "accent_pressed", "on_accent"),
    "on_danger": ("danger_pressed", "danger_pressed", "on_danger"),
    "accent": ("accent_subtle", "accent_subtle", "accent_text"),
    "disabled": ("pressed", "pressed", "disabled"),
}


def keycap_width(theme: Theme, keys: str) -> int:
    """Return the width of the cap for ``keys`` such as "N", "Ctrl ↵", "↑↓", or an action's name; 0 without a key."""
    keys = theme.keys.words(keys)
    if not keys:
        return 0
    inner = sum(_piece_width(theme, piece) for piece in _pieces(keys))
    return max(theme.size("keycap"), round(inner + 2 * theme.px(PAD)))


def paint_keycap(painter: QPainter, theme: Theme, rect: QRect | QRectF, keys: str, tone: CapTone = "plain") -> int:
    """Draw the cap at the left of ``rect``, centred vertically; return its width."""
    keys = theme.keys.words(keys)
    fill, edge, glyphs = TONES[tone]
    width, height = keycap_width(theme, keys), theme.size("keycap")
    if not width:
        return 0
    box = QRectF(rect)
    cap = QRectF(round(box.left()), round(box.center().y() - height / 2), width, height)
    painter.save()
    radius = theme.size("radius_key")
    fill_box(painter, cap, radius, theme.color(fill))
    stroke_box(painter, cap, radius, theme.color(edge))
    left = cap.left() + (width - sum(_piece_width(theme, piece) for piece in _pieces(keys))) / 2
    for piece in _pieces(keys):
        left += _paint_piece(painter, theme, QRectF(left, cap.top(), width, height), piece, glyphs)
    painter.restore()
    return width


def told_keys(theme: Theme, keys: str) -> str:
    """``spoken_keys`` of keys that may be an action's, named by ``in_lists`` or ``anywhere``: two strokes are G I."""
    if not keys.startswith(NAMED):
        return spoken_keys(keys)
    return " ".join(spoken_keys(key_words(stroke)) for stroke in theme.keys.sequence(keys).split(", "))


def spoken_keys(keys: str) -> str:
    """Return ``keys`` for tooltips and screen readers: "Ctrl ↵" becomes "Ctrl+Enter"."""
    words = {
        "↵": "Enter",
        "⇧": "Shift",
        "↑": tr("上"),
        "↓": tr("下"),
        "←": tr("左"),
        "→": tr("右"),
        "⌫": tr("退格"),
        "␣": tr("空格"),
    }
    return "+".join("".join(words.get(sign, sign) for sign in part) for part in keys.split())


class KeyCap(QLabel):
    """A keycap standing by itself, as in the hint bar."""

    def __init__(self, theme: Theme, keys: str, tone: CapTone = "plain", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._keys = keys
        self._tone: CapTone = tone
        self._describe()
        theme.changed.connect(self._restyle)

    @Slot()
    def _restyle(self) -> None:
        self._describe()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the cap's size."""
        return QSize(keycap_width(self._theme, self._keys), self._theme.size("keycap"))

    def minimumSizeHint(self) -> QSize:
        """A cap is never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the cap."""
        painter = QPainter(self)
        paint_keycap(painter, self._theme, self.rect(), self._keys, self._tone)
        painter.end()

    def _describe(self) -> None:
        self.setAccessibleName(told_keys(self._theme, self._keys))


def _pieces(keys: str) -> list[str]:
    """Split "Ctrl ↵" into runs of text and single symbols; blanks become narrow gaps."""
    pieces: list[str] = []
    for sign in keys:
        if sign in SYMBOLS or sign == " " or not pieces or pieces[-1] in SYMBOLS or pieces[-1] == " ":
            pieces.append(sign)
        else:
            pieces[-1] += sign
    return pieces


def _piece_width(theme: Theme, piece: str) -> float:
    if piece in SYMBOLS:
        return theme.px(13)
    return theme.px(4) if piece == " " else text_width(theme.font("meta"), piece)


def _paint_piece(painter: QPainter, theme: Theme, band: QRectF, piece: str, role: ColorRole) -> float:
    width = _piece_width(theme, piece)
    if piece in SYMBOLS:
        side = theme.size("icon_key")
        spot = QRectF(band.left() + (width - side) / 2, band.center().y() - side / 2, side, side)
        theme.paint_icon(painter, spot, SYMBOLS[piece], role)
    elif piece != " ":
        color: QColor = theme.color(role)
        draw_line(
            painter,
            QRectF(band.left(), band.top(), width + 2, band.height()),
            piece,
            theme.font("meta"),
            color,
        )
    return width
