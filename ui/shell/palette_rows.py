"""The palette's list: headings and rows, and how they are painted."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.shell.palette_entries import Entry, Group, Marked
from ui.support.theme import Theme
from ui.support.tokens import ColorRole
from ui.widgets.kbd import keycap_width, paint_keycap
from ui.widgets.paint_shape import fill_box
from ui.widgets.paint_text import RIGHT, draw_line, draw_parts, parts_width, text_width
from weibo_operator.translation import label

Index = QModelIndex | QPersistentModelIndex
ROW = 42
HEADING = 30


class PaletteModel(QAbstractTableModel):
    """Headings and entries in one column; ``current`` is the entry the keys act on."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: tuple[Entry | Group, ...] = ()
        self.current = -1

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show other entries, each group under its heading, the first chosen."""
        rows: list[Entry | Group] = []
        for entry in entries:
            if not any(row is entry.group for row in rows):
                rows.append(entry.group)
            rows.append(entry)
        self.beginResetModel()
        self._rows = tuple(rows)
        self.current = 1 if rows else -1
        self.endResetModel()

    def held(self, row: int) -> Entry | Group | None:
        """A row's entry or heading, None beyond the end."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def entry(self) -> Entry | None:
        """The entry the keys act on."""
        found = self.held(self.current)
        return found if isinstance(found, Entry) else None

    def entries(self) -> tuple[Entry, ...]:
        """All entries, without headings."""
        return tuple(row for row in self._rows if isinstance(row, Entry))

    def step(self, by: int) -> None:
        """Go to the next entry, round the ends and past headings."""
        places = [place for place, row in enumerate(self._rows) if isinstance(row, Entry)]
        if places:
            self.current = places[(places.index(self.current) + by) % len(places)]

    def rowCount(self, parent: Index | None = None) -> int:
        """Return headings and entries."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return one."""
        return 0 if parent is not None and parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words for a screen reader; painting asks ``held``."""
        if role != Qt.ItemDataRole.AccessibleTextRole:
            return None
        row = self._rows[index.row()]
        return row.spoken if isinstance(row, Entry) else label(row.value)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings cannot be chosen, nothing can be edited."""
        row = self.held(index.row())
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable if isinstance(row, Entry) else Qt.ItemFlag(0)


class PaletteDelegate(QStyledItemDelegate):
    """Paints a heading, or icon, title, detail with the hit marked, remark and keycaps."""

    def __init__(self, theme: Theme, model: PaletteModel) -> None:
        super().__init__(model)
        self._theme = theme
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - Qt's signature
        """Headings are lower than rows."""
        heading = isinstance(self._model.held(index.row()), Group)
        return QSize(0, self._theme.px(HEADING if heading else ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        theme, px = self._theme, self._theme.px
        box = QRectF(option.rect)  # pyright: ignore[reportAttributeAccessIssue] - Qt's field
        held = self._model.held(index.row())
        painter.save()
        if isinstance(held, Group):
            band = box.adjusted(px(20), px(4), -px(20), 0)
            draw_line(painter, band, label(held.value), theme.font("secondary"), theme.color("text3"))
        elif held is not None:
            chosen = index.row() == self._model.current
            if chosen:
                fill_box(painter, box.adjusted(px(8), 0, -px(8), 0), theme.size("radius_row"), theme.color("selected"))
            self._paint_entry(painter, box.adjusted(px(20), 0, -px(20), 0), held, chosen=chosen)
        painter.restore()

    def _paint_entry(self, painter: QPainter, band: QRectF, entry: Entry, *, chosen: bool) -> None:
        theme, px = self._theme, self._theme.px
        side = theme.size("icon_control")
        icon = QRectF(band.left(), band.top(), side, band.height())
        theme.paint_icon(painter, icon, entry.icon, "accent_text" if chosen else "text2")
        right = self._paint_right(painter, band, entry)
        left = band.left() + side + px(12)
        font = theme.font("body", 600 if chosen else 400)
        room = right - left if not entry.detail.text else min(right - left, band.width() * 0.4)
        left += self._paint_marked(painter, QRectF(left, band.top(), room, band.height()), entry.title, font, "text")
        words = QRectF(left + px(12), band.top(), right - left - px(12), band.height())
        if words.width() > px(24):
            self._paint_marked(painter, words, entry.detail, theme.font("secondary"), "text2")

    def _paint_right(self, painter: QPainter, band: QRectF, entry: Entry) -> float:
        """Draw keycaps or the remark at the right; return where they begin, with a gap."""
        theme, right = self._theme, band.right()
        for caps in reversed(entry.caps):
            width = keycap_width(theme, caps)
            paint_keycap(painter, theme, QRectF(right - width, band.top(), width, band.height()), caps)
            right -= width + theme.px(4)
        if entry.remark:
            font = theme.font("secondary")
            draw_parts(painter, theme, band, entry.remark, font, theme.color("text3"), RIGHT)
            right -= parts_width(theme, entry.remark, font)
        return right - theme.px(12)

    def _paint_marked(self, painter: QPainter, box: QRectF, words: Marked, font: QFont, role: ColorRole) -> float:
        """Draw a text with its hit in the accent's colour and bold; return the width used."""
        theme, left = self._theme, box.left()
        strong = QFont(font)
        strong.setWeight(QFont.Weight.DemiBold)
        accent: ColorRole = "accent_text"
        pieces: tuple[tuple[str, QFont, ColorRole], ...] = (
            (words.before, font, role),
            (words.hit, strong, accent),
            (words.after, font, role),
        )
        for text, face, ink in pieces:
            room = box.right() - left
            if text and room > theme.px(12):
                band = QRectF(left, box.top(), room, box.height())
                draw_line(painter, band, text, face, theme.color(ink))
                left += min(room, text_width(face, text))
        return left - box.left()
