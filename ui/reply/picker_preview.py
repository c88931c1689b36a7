"""The template picker's preview: the text as it would go in, filled and unfilled variables set apart."""

from collections.abc import Mapping, Sequence

from msgspec import Struct
from PySide6.QtCore import QRectF, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.support.theme import Theme
from ui.widgets.paint_shape import fill_box
from ui.widgets.paint_text import draw_line, text_width
from weibo_operator.domain.template import CURSOR, SIGNATURE, VARIABLE

LINE = 24
CHIP_PAD = 5
CARET = "▏"
CARET_WIDTH = 2


class _Piece(Struct, frozen=True):
    text: str
    is_variable: bool
    is_filled: bool = False
    is_caret: bool = False


class TemplatePreview(QWidget):
    """Sets text and variable chips line by line; what has no room at the bottom is cut."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pieces: tuple[_Piece, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self._restyle)

    def show_wording(self, wording: str, values: Mapping[str, str]) -> None:
        """Show a wording with the values known."""
        pieces: list[_Piece] = []
        done = 0
        for match in VARIABLE.finditer(wording):
            pieces.append(_Piece(wording[done : match.start()], is_variable=False))
            name, fallback = match.groups()
            value = values.get(name) or fallback or ""
            if name == CURSOR:
                pieces.append(_Piece(CARET, is_variable=False, is_caret=True))
            elif value or (fallback is None and not (name == SIGNATURE and name in values)):
                pieces.append(_Piece(value or name, is_variable=True, is_filled=bool(value)))
            done = match.end()
        pieces.append(_Piece(wording[done:], is_variable=False))
        self._pieces = tuple(piece for piece in pieces if piece.text)
        self.setAccessibleName("".join(piece.text for piece in self._pieces if not piece.is_caret))
        self.update()

    @Slot()
    def _restyle(self) -> None:
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw runs of text and chips, wrapping anywhere."""
        theme, line = self._theme, self._theme.px(LINE)
        painter = QPainter(self)
        x, y = 0.0, 0.0
        for piece in self._pieces:
            for run in _units(piece):
                width = (
                    CARET_WIDTH
                    if piece.is_caret
                    else text_width(theme.font("body"), run) + (2 * CHIP_PAD + 4 if piece.is_variable else 0)
                )
                if run == "\n" or (x > 0 and x + width > self.width()):
                    x, y = 0.0, y + line
                if run != "\n":
                    self._paint_run(painter, piece, run, QRectF(x, y, width, line))
                    x += width
        painter.end()

    def _paint_run(self, painter: QPainter, piece: _Piece, run: str, box: QRectF) -> None:
        theme = self._theme
        if piece.is_caret:
            painter.fillRect(box.adjusted(0, 4, 0, -4), theme.color("accent"))
            return
        if not piece.is_variable:
            draw_line(painter, box.adjusted(0, 0, 4, 0), run, theme.font("body"), theme.color("text"))
            return
        chip = box.adjusted(2, 2, -2, -2)
        ground = "neutral_subtle" if piece.is_filled else "info_subtle"
        fill_box(painter, chip, theme.size("radius_key"), theme.color(ground))
        ink = "text" if piece.is_filled else "info_text"
        words = chip.adjusted(CHIP_PAD, 0, 0, 0)
        draw_line(painter, words, run, theme.font("body"), theme.color(ink))


def _units(piece: _Piece) -> Sequence[str]:
    """Return what may stand on a line by itself: a chip whole, Chinese by the character, Latin by the word.

    Closing punctuation stays with the character before it.
    """
    if piece.is_variable:
        return (piece.text,)
    units: list[str] = []
    for character in piece.text:
        latin = character.isascii() and not character.isspace()
        if units and (
            (latin and units[-1][-1:].isascii() and not units[-1][-1:].isspace())
            or character in "，。！？；：、”）》】"
        ):
            units[-1] += character
        else:
            units.append(character)
    return units
