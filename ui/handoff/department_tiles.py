"""The departments as tiles with their digits: one is chosen, arrows move inside."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QRadioButton, QSizePolicy, QWidget

from ui.support.theme import Theme
from ui.widgets.kbd import keycap_width, paint_keycap
from ui.widgets.paint_shape import fill_box, paint_focus, stroke_box
from ui.widgets.paint_text import draw_line
from weibo_operator.translation import label, tr

PER_ROW = 4
HEIGHT = 40
PAD = 9
NUMBERED = 9
"""Only the first nine have a digit."""

_ICONS: Mapping[str, str] = {
    "物流部": "truck",
    "销售部": "shopping-cart",
    "广告部": "megaphone",
    "程序开发部": "code",
    "服务部": "headphones",
    "质检部": "shield-check",
    "公关部": "newspaper",
}


def department_icon(name: str) -> str:
    """The icon of a department; those the operator added share one."""
    return _ICONS.get(name, "users")


class DepartmentTiles(QWidget):
    """All departments in rows of four; ``selected`` tells the name when the operator picks another."""

    selected = Signal(str)

    def __init__(self, theme: Theme, name: str = tr("转给哪个部门"), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tiles: dict[str, _Tile] = {}
        self._group = QButtonGroup(self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8)
        self.setAccessibleName(name)
        self._group.buttonClicked.connect(self._tell)

    @property
    def names(self) -> tuple[str, ...]:
        """The departments in their order."""
        return tuple(self._tiles)

    @property
    def current(self) -> str:
        """The department chosen, or empty."""
        return next((name for name, tile in self._tiles.items() if tile.isChecked()), "")

    @property
    def focus_target(self) -> QWidget | None:
        """The tile that takes the focus: the chosen one, else the first."""
        return self._tiles.get(self.current) or next(iter(self._tiles.values()), None)

    def show_departments(self, names: Sequence[str], chosen: str) -> None:
        """Show the operator's departments with one chosen."""
        if tuple(names) != self.names:
            self._build(names)
        if chosen in self._tiles:
            self._tiles[chosen].setChecked(True)

    def choose_number(self, number: int) -> None:
        """Choose by digit; a digit without a tile does nothing."""
        names = self.names
        if 0 < number <= min(NUMBERED, len(names)):
            tile = self._tiles[names[number - 1]]
            tile.setFocus()
            tile.click()

    def _build(self, names: Sequence[str]) -> None:
        for tile in self._tiles.values():
            self._group.removeButton(tile)
            tile.setParent(None)
            tile.deleteLater()
        self._tiles = {name: _Tile(self._theme, name, number) for number, name in enumerate(names, start=1)}
        for place, tile in enumerate(self._tiles.values()):
            self._group.addButton(tile)
            self._grid.addWidget(tile, place // PER_ROW, place % PER_ROW)

    @Slot()
    def _tell(self) -> None:
        self.selected.emit(self.current)


class _Tile(QRadioButton):
    """One department: icon, name and digit; a radio button to keyboard and screen reader."""

    def __init__(self, theme: Theme, name: str, number: int) -> None:
        super().__init__(label(name))
        self._theme = theme
        self._name = name
        self._digit = str(number) if number <= NUMBERED else ""
        self.setProperty("painted", True)
        self.setAccessibleName(label(name))
        self.setAccessibleDescription(self._digit)
        self.setToolTip(label(name))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for a name of five characters."""
        return QSize(self._theme.px(120), self._theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Long names are elided."""
        return QSize(self._theme.px(96), self._theme.px(HEIGHT))

    def hitButton(self, pos: QPoint) -> bool:
        """The whole tile is the target."""
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the tile."""
        theme, chosen = self._theme, self.isChecked()
        radius = theme.size("radius_row")
        painter = QPainter(self)
        fill_box(painter, self.rect(), radius, theme.color("selected" if chosen else "surface"))
        edge = theme.color("accent" if chosen else "control")
        stroke_box(painter, self.rect(), radius, edge, theme.line("focus" if chosen else "border"))
        if self.hasFocus():
            paint_focus(painter, theme, self.rect(), radius)
        self._paint_content(painter, chosen=chosen)
        painter.end()

    def _paint_content(self, painter: QPainter, *, chosen: bool) -> None:
        theme, pad = self._theme, self._theme.px(PAD)
        side = theme.size("icon_control")
        theme.paint_icon(
            painter,
            QRectF(pad, 0, side, self.height()),
            department_icon(self._name),
            "accent_text" if chosen else "text2",
        )
        cap = keycap_width(theme, self._digit)
        left, right = pad + side + theme.px(6), self.width() - theme.px(7) - cap
        font = theme.font("secondary", 600 if chosen else 400)
        draw_line(painter, QRectF(left, 0, right - left - 2, self.height()), self.text(), font, theme.color("text"))
        paint_keycap(painter, theme, QRectF(right, 0, cap, self.height()), self._digit, "accent" if chosen else "plain")
