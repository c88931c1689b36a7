"""Painting and measuring one row of the conversation; the same numbers serve both."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from ui.reply.rows import Event, Quote, Row, Said
from ui.support.theme import Theme
from ui.support.tokens import ColorRole
from ui.widgets.paint_shape import fill_box
from ui.widgets.paint_text import draw_line, draw_lines, draw_parts, parts_width, text_width, wrap_lines
from weibo_operator.domain.labels import Audience
from weibo_operator.domain.said import chain_lines, link_words
from weibo_operator.translation import tr

SHARE = 0.78  # of the width that a bubble may take
PAD_X, PAD_Y = 14, 10
META = 20
META_GAP = 4
GAP = 12
QUOTE_INDENT = 12
FOLD = 24
LONGEST_NAME = 30
LINK, LINK_GAP, LINK_PAD = 26, 4, 8
LINKS_SHOWN = 3


class RowPainter:
    """Lays rows out in a given width; ``opened`` rows show the whole quote or the repost chain."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def height(self, row: Row, width: int, *, opened: bool) -> int:
        """Return a row's height with the gap under it."""
        theme = self._theme
        if isinstance(row, Event):
            lines = wrap_lines(row.text, theme.font("secondary"), self._event_width(width), 3)
            return theme.px(GAP) + len(lines) * theme.line_height("secondary")
        if isinstance(row, Quote):
            lines = self._quote_lines(row, width, opened=opened)
            return theme.px(META + GAP) + len(lines) * theme.line_height("body")
        bubble = self._bubble_lines(row, width)
        chain = self._chain_height(row, width, opened=opened)
        body = len(bubble) * theme.line_height("conversation") + theme.px(2 * PAD_Y) + self._links_height(row)
        return theme.px(META + META_GAP + GAP) + body + chain

    def paint(self, painter: QPainter, row: Row, area: QRectF, *, opened: bool) -> None:
        """Draw a row in its cell."""
        if isinstance(row, Event):
            self._paint_event(painter, row, area)
        elif isinstance(row, Quote):
            self._paint_quote(painter, row, area, opened=opened)
        else:
            self._paint_said(painter, row, area, opened=opened)

    def _paint_event(self, painter: QPainter, row: Event, area: QRectF) -> None:
        theme, font = self._theme, self._theme.font("secondary")
        line = theme.line_height("secondary")
        lines = wrap_lines(row.text, font, self._event_width(round(area.width())), 3)
        words = max(text_width(font, text) for text in lines) + 1
        side = theme.size("icon_text")
        left = area.center().x() - (words + side + 8) / 2
        middle = area.top() + line / 2
        divider = theme.color("divider")
        painter.fillRect(QRectF(area.left(), round(middle), left - 8 - area.left(), 1), divider)
        start = left + words + side + 16
        painter.fillRect(QRectF(start, round(middle), area.right() - start, 1), divider)
        theme.paint_icon(painter, QRectF(left, area.top(), side, line), row.icon, row.role)
        box = QRectF(left + side + 8, area.top(), words, area.height())
        draw_lines(painter, box, lines, font, theme.color(row.role), line)

    def _paint_quote(self, painter: QPainter, row: Quote, area: QRectF, *, opened: bool) -> None:
        theme = self._theme
        lines = self._quote_lines(row, round(area.width()), opened=opened)
        height = theme.px(META) + len(lines) * theme.line_height("body")
        painter.fillRect(QRectF(area.left(), area.top(), 1, height), theme.color("control"))
        left = area.left() + theme.px(QUOTE_INDENT)
        author = f"@{row.author}" if row.author else tr("原帖")
        head = QRectF(left, area.top(), area.right() - left, theme.px(META))
        draw_line(painter, head, author, theme.font("meta", 600), theme.color("text2"))
        body = QRectF(left, head.bottom(), area.right() - left, height)
        draw_lines(painter, body, lines, theme.font("body"), theme.color("text2"), theme.line_height("body"))

    def _paint_said(self, painter: QPainter, row: Said, area: QRectF, *, opened: bool) -> None:
        theme, width = self._theme, round(area.width())
        lines = self._bubble_lines(row, width)
        font = theme.font("conversation")
        line = theme.line_height("conversation")
        bubble_width = self._bubble_width(row, lines, width)
        left = area.right() - bubble_width if row.is_mine else area.left()
        self._paint_meta(painter, row, QRectF(area.left(), area.top(), width, theme.px(META)))
        top = area.top() + theme.px(META + META_GAP)
        body = QRectF(left, top, bubble_width, len(lines) * line + 2 * theme.px(PAD_Y) + self._links_height(row))
        fill_box(painter, body, theme.size("radius_card"), theme.color(_ground(row)))
        inner = body.adjusted(theme.px(PAD_X), theme.px(PAD_Y), 0, 0)
        draw_lines(painter, inner, lines, font, theme.color("text"), line)
        for link, box in zip(_links(row), self._link_boxes(row, area), strict=True):
            self._paint_link(painter, link, box)
        if row.message.chain:
            under = QRectF(area.left(), body.bottom(), width, area.bottom() - body.bottom())
            self._paint_chain(painter, row, under, opened=opened)

    def _paint_meta(self, painter: QPainter, row: Said, band: QRectF) -> None:
        theme, font = self._theme, self._theme.font("secondary")
        role: ColorRole = "info_text" if row.message.audience is Audience.PRIVATE else "text3"
        side, gap = theme.size("icon_text"), 5
        left = band.left()
        if row.is_mine:
            left = band.right() - parts_width(theme, row.meta, font) - side - gap - 1
        theme.paint_icon(painter, QRectF(left, band.top(), side, band.height()), row.icon, role)
        words = QRectF(left + side + gap, band.top(), band.right() - left - side - gap + 1, band.height())
        draw_parts(painter, theme, words, row.meta, font, theme.color("text3"))

    def _paint_chain(self, painter: QPainter, row: Said, area: QRectF, *, opened: bool) -> None:
        theme, font = self._theme, self._theme.font("secondary")
        head = QRectF(area.left(), area.top() + 2, area.width(), theme.px(FOLD))
        side = theme.size("icon_text")
        icon = "chevron-down" if opened else "chevron-right"
        theme.paint_icon(painter, QRectF(head.left(), head.top(), side, head.height()), icon, "text3")
        band = head.adjusted(side + 5, 0, 0, 0)
        draw_line(painter, band, _chain_title(row, opened=opened), font, theme.color("text3"))
        if opened:
            lines = self._chain_lines(row, round(area.width()))
            box = QRectF(area.left() + side + 5, head.bottom(), area.width(), area.height())
            draw_lines(painter, box, lines, font, theme.color("text2"), theme.line_height("secondary"))

    def link_at(self, row: Said, area: QRectF, place: QPointF) -> str:
        """Return the link of a row painted in ``area`` that lies at ``place``, or ""."""
        boxes = zip(_links(row), self._link_boxes(row, area), strict=True)
        return next((link for link, box in boxes if box.contains(place)), "")

    def _link_boxes(self, row: Said, area: QRectF) -> list[QRectF]:
        """Where the chips of a row's links are, under its words."""
        links = _links(row)
        if not links:
            return []
        theme, width = self._theme, round(area.width())
        lines = self._bubble_lines(row, width)
        room = self._bubble_width(row, lines, width)
        left = (area.right() - room if row.is_mine else area.left()) + theme.px(PAD_X)
        top = area.top() + theme.px(META + META_GAP + PAD_Y) + len(lines) * theme.line_height("conversation")
        step, most = theme.px(LINK + LINK_GAP), room - 2 * theme.px(PAD_X)
        top += theme.px(LINK_GAP)
        return [
            QRectF(left, top + step * place, min(self._link_width(link), most), theme.px(LINK))
            for place, link in enumerate(links)
        ]

    def _bubble_width(self, row: Said, lines: list[str], width: int) -> float:
        theme, font = self._theme, self._theme.font("conversation")
        widths = (*(text_width(font, text) for text in lines), *(self._link_width(link) for link in _links(row)))
        return min(width * SHARE, max(widths) + 2 * theme.px(PAD_X) + 1)

    def _paint_link(self, painter: QPainter, link: str, box: QRectF) -> None:
        theme = self._theme
        fill_box(painter, box, theme.size("radius_button"), theme.color("info_subtle"))
        side, pad = theme.size("icon_text"), theme.px(LINK_PAD)
        icon = QRectF(box.left() + pad, box.top(), side, box.height())
        theme.paint_icon(painter, icon, "link", "info_text")
        words = QRectF(icon.right() + 5, box.top(), box.right() - pad - icon.right() - 4, box.height())
        draw_line(painter, words, link_words(link), theme.font("secondary"), theme.color("info_text"))

    def _link_width(self, link: str) -> int:
        theme = self._theme
        words = text_width(theme.font("secondary"), link_words(link))
        return round(words + 2 * theme.px(LINK_PAD) + theme.size("icon_text") + 6)

    def _links_height(self, row: Said) -> int:
        return len(_links(row)) * self._theme.px(LINK + LINK_GAP)

    def _event_width(self, width: int) -> float:
        return max(80.0, width - self._theme.px(120))

    def _bubble_lines(self, row: Said, width: int) -> list[str]:
        room = width * SHARE - 2 * self._theme.px(PAD_X)
        if not row.words and row.links:
            return []
        return wrap_lines(row.words or " ", self._theme.font("conversation"), room)

    def _quote_lines(self, row: Quote, width: int, *, opened: bool) -> list[str]:
        room = width - self._theme.px(QUOTE_INDENT)
        return wrap_lines(row.text, self._theme.font("body"), room, None if opened else 1)

    def _chain_lines(self, row: Said, width: int) -> list[str]:
        return wrap_lines(chain_lines(row.message.chain), self._theme.font("secondary"), width * SHARE)

    def _chain_height(self, row: Said, width: int, *, opened: bool) -> int:
        if not row.message.chain:
            return 0
        lines = len(self._chain_lines(row, width)) if opened else 0
        return self._theme.px(FOLD) + 2 + lines * self._theme.line_height("secondary")


def _links(row: Said) -> tuple[str, ...]:
    return row.links[:LINKS_SHOWN]


def _chain_title(row: Said, *, opened: bool) -> str:
    if opened:
        return tr("转发自……")
    name = row.message.chain.removeprefix("//").lstrip(" @").replace("：", ":").split(":")[0].strip()
    return tr("转发自 @{0}……", name) if name and len(name) <= LONGEST_NAME else tr("转发自……")


def _ground(row: Said) -> ColorRole:
    if row.message.audience is Audience.PRIVATE:
        return "bubble_private"
    return "bubble_me" if row.is_mine else "bubble_you"
