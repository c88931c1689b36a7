"""The seven tiles of the weekly page, in as many columns as fit."""

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.support.theme import Theme
from ui.weekly.tile import LEAST_WIDTH, Tile
from ui.weekly.tiles import TILES, tile_data
from weibo_operator.domain.weekly import WeeklySummary
from weibo_operator.services.weekly_words import WeekWords

GAP = 12


class TileRow(QWidget):
    """``opened`` carries the keys of the figures whose tickets are wanted, the shown one first."""

    opened = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._columns = 0
        self.tiles = tuple(Tile(theme, spec, self) for spec in TILES)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)
        for tile in self.tiles:
            tile.clicked.connect(self._open)
        theme.changed.connect(self._reflow)
        self._reflow()

    def show_summary(self, summary: WeeklySummary, words: WeekWords) -> None:
        """Show another week."""
        for tile in self.tiles:
            tile.set_data(tile_data(tile.spec, summary, words))

    @Slot()
    def _open(self) -> None:
        sender = self.sender()
        if isinstance(sender, Tile):
            self.opened.emit(sender.spec.keys)

    @Slot()
    def _reflow(self) -> None:
        """Seven in a row where they fit, else four and three."""
        one_row = self.width() >= len(TILES) * (self._theme.px(LEAST_WIDTH) + GAP) - GAP
        columns = len(TILES) if one_row else 4
        if columns == self._columns:
            return
        self._columns = columns
        for place, tile in enumerate(self.tiles):
            self._grid.removeWidget(tile)
            self._grid.addWidget(tile, place // columns, place % columns)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns to the width."""
        super().resizeEvent(event)
        self._reflow()

    def minimumSizeHint(self) -> QSize:
        """Never wider than four tiles."""
        hint = super().minimumSizeHint()
        hint.setWidth(4 * self._theme.px(LEAST_WIDTH) + 3 * GAP)
        return hint
