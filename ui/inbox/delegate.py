"""Paints cards: large ones on the board, small ones in the stack; no widget per card."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.inbox.card_words import (
    BUFFERED_CHIP,
    OUTGOING_CHIPS,
    Mark,
    crowd_chip,
    importance_chip,
    is_urgent,
    label_chips,
    note_mark,
    source_mark,
    time_mark,
)
from ui.inbox.model import CARD_ROLE, PaneModel
from ui.support.theme import Theme
from ui.support.tokens import ColorRole
from ui.widgets.avatar import paint_avatar
from ui.widgets.chip import ChipSpec, chip_width, level_chip, paint_chip
from ui.widgets.paint_shape import fill_box, stroke_box
from ui.widgets.paint_text import draw_line, draw_lines, draw_parts, one_line, parts_width, text_width, wrap_lines
from ui.widgets.verified import verified_mark
from weibo_operator.domain.said import short_words
from weibo_operator.domain.ticket import Card
from weibo_operator.translation import tr

BOARD_HEIGHT, BOARD_GAP = 142, 8
STACK_HEIGHT = 64
URGENT_EDGE, OPEN_BAR = 4, 3
NEXT_CHIP = ChipSpec((tr("下一位"),), "accent", "chevron-right")


def standing_chips(card: Card, model: PaneModel) -> tuple[ChipSpec, ...]:
    """Where a ticket stands in the queue, for the lower right corner."""
    upcoming = (NEXT_CHIP,) if card.id == model.next_ticket else ()
    return (*upcoming, BUFFERED_CHIP) if model.is_buffered(card) else upcoming


class CardDelegate(QStyledItemDelegate):
    """Draws one ticket; ``stacked`` chooses the small card."""

    def __init__(
        self, theme: Theme, now: Callable[[], datetime], crowd_from: Callable[[], int], parent: QWidget
    ) -> None:
        """``crowd_from`` says from how many people on a card tells of its crowd."""
        super().__init__(parent)
        self._theme = theme
        self._now = now
        self._crowd_from = crowd_from
        self.stacked = False

    def row_height(self) -> int:
        """The height of one row, the same for all."""
        return self._theme.px(STACK_HEIGHT if self.stacked else BOARD_HEIGHT + BOARD_GAP)

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As wide as the pane, as high as a row."""
        return QSize(option.rect.width(), self.row_height())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the card of a row."""
        card = index.data(CARD_ROLE)
        model = index.model()
        if not isinstance(card, Card) or not isinstance(model, PaneModel):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        if self.stacked:
            self._paint_small(painter, option.rect, card, model, focused=focused)
        else:
            hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
            self._paint_large(painter, option.rect, card, model, focused=focused, hovered=hovered)
        painter.restore()

    def _paint_large(
        self, painter: QPainter, rect: QRect, card: Card, model: PaneModel, *, focused: bool, hovered: bool
    ) -> None:
        theme, px = self._theme, self._theme.px
        box = rect.adjusted(1, 1, -1, -px(BOARD_GAP))
        marked = card.id in model.marked
        fill = "selected" if marked else "surface"
        fill_box(painter, box, theme.size("radius_card"), theme.color(fill))
        if is_urgent(card):
            painter.save()
            painter.setClipRect(QRect(box.left(), box.top(), px(URGENT_EDGE), box.height()))
            fill_box(painter, box, theme.size("radius_card"), theme.color("danger"))
            painter.restore()
        edge = "focus" if focused else "control" if hovered or marked else "divider"
        stroke_box(painter, box, theme.size("radius_card"), theme.color(edge), 2 if focused else 1)
        left, right, top = box.left() + px(14), box.right() - px(14), box.top() + px(12)
        side = px(36)
        self._avatar(painter, QRect(left, top, side, side), card, fill)
        words_left = left + side + px(12)
        taken = self._mark_right(
            painter, QRectF(words_left, top - px(1), right - words_left, px(22)), card, short=False
        )
        name_box = QRectF(words_left, top - px(1), right - words_left - taken - px(10), px(22))
        self._name_with_mark(painter, name_box, card)
        meta = QRectF(words_left, top + px(20), right - words_left, px(18))
        self._mark(painter, meta, source_mark(card), "meta", icon=px(14))
        text = QRectF(left, top + px(46), right - left, px(44))
        lines = wrap_lines(one_line(short_words(card.snippet)), theme.font("body"), text.width(), 2)
        draw_lines(painter, text, lines, theme.font("body"), theme.color("text"), px(22))
        self._bottom_line(painter, QRectF(left, box.bottom() - px(32), right - left, px(22)), card, model)

    def _avatar(self, painter: QPainter, box: QRect, card: Card, backdrop: ColorRole) -> None:
        mark, ground = verified_mark(card.verified), self._theme.color(backdrop)
        paint_avatar(painter, self._theme, box, card.nickname, mark, backdrop=ground)

    def _name_with_mark(self, painter: QPainter, band: QRectF, card: Card) -> None:
        """The name, and after it the mark of an important customer where there is room for both."""
        theme, name = self._theme, one_line(card.nickname)
        font = theme.font("card_name")
        draw_line(painter, band, name, font, theme.color("text"))
        chip = importance_chip(card)
        left = band.left() + text_width(font, name) + theme.px(8)
        if chip is not None and left + chip_width(theme, chip) <= band.right():
            paint_chip(painter, theme, QRectF(left, band.top(), band.right() - left, band.height()), chip)

    def _bottom_line(self, painter: QPainter, band: QRectF, card: Card, model: PaneModel) -> None:
        theme, px = self._theme, self._theme.px
        right = band.right()
        for chip in standing_chips(card, model):
            width = chip_width(theme, chip)
            paint_chip(painter, theme, QRectF(right - width, band.top(), width + 1, band.height()), chip)
            right -= width + px(8)
        left = band.left()
        note = note_mark(card, self._now())
        *pressing, labels = label_chips(card)
        crowd = crowd_chip(card, self._crowd_from())
        # A note says more than the labels.
        chips = [*pressing, *([] if crowd is None else [crowd]), *([labels] if note is None else [])]
        for chip in chips:
            left += paint_chip(painter, theme, QRectF(left, band.top(), right - left, band.height()), chip) + px(6)
        if note is not None:
            self._mark(painter, QRectF(left, band.top(), right - left, band.height()), note, "secondary", icon=px(16))

    def _paint_small(self, painter: QPainter, rect: QRect, card: Card, model: PaneModel, *, focused: bool) -> None:
        theme, px = self._theme, self._theme.px
        box = rect.adjusted(px(8), 1, -px(8), -1)
        opened = card.id == model.open_ticket
        marked = card.id in model.marked
        fill = "selected" if opened or marked else "surface"
        if opened or marked:
            fill_box(painter, box, theme.size("radius_row"), theme.color("selected"))
        if opened:
            bar = QRectF(box.left(), box.top() + px(8), px(OPEN_BAR), box.height() - px(16))
            fill_box(painter, bar, 1.5, theme.color("accent"))
        if focused:
            stroke_box(painter, box, theme.size("radius_row"), theme.color("focus"), theme.line("focus"))
        side = px(32)
        left, right = box.left() + px(10), box.right() - px(8)
        top = box.top() + (box.height() - side) // 2
        self._avatar(painter, QRect(left, top, side, side), card, fill)
        words_left = left + side + px(10)
        first = QRectF(words_left, box.top() + px(7), right - words_left, px(22))
        taken = self._mark_right(painter, first, card, short=True)
        name_box = first.adjusted(0, 0, -taken - px(8), 0)
        draw_line(painter, name_box, one_line(card.nickname), theme.font("body", 600), theme.color("text"))
        self._second_line(painter, QRectF(words_left, box.top() + px(31), right - words_left, px(22)), card, model)

    def _second_line(self, painter: QPainter, band: QRectF, card: Card, model: PaneModel) -> None:
        theme, px = self._theme, self._theme.px
        icon = px(14)
        theme.paint_icon(painter, QRectF(band.left(), band.top() + px(4), icon, icon), source_mark(card).icon, "text3")
        left = band.left() + icon + px(5)
        chips = (
            level_chip(card.level) if is_urgent(card) else None,
            OUTGOING_CHIPS.get(card.outgoing),
            crowd_chip(card, self._crowd_from()),
            BUFFERED_CHIP if model.is_buffered(card) else None,
        )
        for chip in chips:
            if chip is not None:
                plain = ChipSpec(chip.parts, chip.tone)
                room = QRectF(left, band.top(), band.right() - left, band.height())
                left += paint_chip(painter, theme, room, plain) + px(6)
        note = note_mark(card, self._now())
        words = tr("，").join(note.parts) if note is not None else one_line(short_words(card.snippet))
        box = QRectF(left, band.top(), band.right() - left, band.height())
        draw_line(painter, box, words, theme.font("secondary"), theme.color("text2"))

    def _mark_right(self, painter: QPainter, band: QRectF, card: Card, *, short: bool) -> float:
        """Draw the time mark at the right end; return the width it took."""
        theme, px = self._theme, self._theme.px
        mark = time_mark(card, self._now(), short=short)
        font = theme.font("meta" if short else "secondary", 600 if mark.strong else 400)
        icon = px(14 if short else 16)
        width = icon + px(4) + parts_width(theme, mark.parts, font)
        left = band.right() - width
        theme.paint_icon(
            painter, QRectF(left, band.top() + (band.height() - icon) / 2, icon, icon), mark.icon, mark.role
        )
        words = QRectF(left + icon + px(4), band.top(), width - icon - px(4) + 1, band.height())
        draw_parts(painter, theme, words, mark.parts, font, theme.color(mark.role))
        return width

    def _mark(self, painter: QPainter, band: QRectF, mark: Mark, style: str, *, icon: int) -> None:
        theme, px = self._theme, self._theme.px
        theme.paint_icon(
            painter, QRectF(band.left(), band.top() + (band.height() - icon) / 2, icon, icon), mark.icon, mark.role
        )
        words = band.adjusted(icon + px(5), 0, 0, 0)
        font = theme.font("meta" if style == "meta" else "secondary")
        draw_parts(painter, theme, words, mark.parts, font, theme.color(mark.role))
