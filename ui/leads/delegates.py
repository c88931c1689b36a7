"""Paints saved searches, their hits, and leads."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ui.leads.words import (
    HIT_COLUMNS,
    LEAD_CHIP,
    LEAD_COLUMNS,
    count_words,
    due_words,
    found_words,
    hit_state,
    hit_who,
    last_touch_words,
    words_line,
)
from ui.support.theme import Theme
from ui.widgets.avatar import paint_avatar
from ui.widgets.card_columns import PAD, column_spans
from ui.widgets.card_lines import LinesDelegate
from ui.widgets.chip import ChipSpec, chip_width, paint_chip
from ui.widgets.paint_shape import fill_box
from ui.widgets.verified import verified_mark
from weibo_operator.domain.clock import china_day
from weibo_operator.domain.lead import Lead
from weibo_operator.domain.saved_search import SavedSearch, SearchHit
from weibo_operator.services.wording import clock_words, people_words
from weibo_operator.translation import tr

SEARCH, HIT, LEAD = 58, 58, 62
AVATAR = 30


class SearchDelegate(LinesDelegate):
    """One search per card: its name, its words, how many hits nobody has looked at."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, SEARCH)

    def paint_record(self, painter: QPainter, card: QRectF, record: object) -> None:
        """Fill the card."""
        if not isinstance(record, SavedSearch):
            return
        pad = self._theme.px(PAD)
        inner = card.adjusted(pad, 0, -pad, 0)
        if record.unseen:
            chip = ChipSpec((count_words(record.unseen),), "accent")
            width = chip_width(self._theme, chip)
            paint_chip(painter, self._theme, QRectF(inner.right() - width, inner.top(), width, inner.height()), chip)
            inner.setRight(inner.right() - width - self._theme.px(8))
        self.pair(painter, inner, (record.name, words_line(record.words)), strong=bool(record.unseen))


class HitDelegate(LinesDelegate):
    """One post per card; what nobody has looked at is strong and has a dot."""

    def __init__(self, theme: Theme, now: Callable[[], datetime]) -> None:
        super().__init__(theme, HIT)
        self._now = now

    def paint_record(self, painter: QPainter, card: QRectF, record: object) -> None:
        """Fill the card's columns."""
        if not isinstance(record, SearchHit):
            return
        theme = self._theme
        who, words, when, state = column_spans(theme, HIT_COLUMNS, card)
        if not record.seen:
            side = theme.px(6)
            dot = QRectF(card.left() + theme.px(4), round(card.center().y() - side / 2), side, side)
            fill_box(painter, dot, side / 2, theme.color("accent"))
        self.pair(painter, who, hit_who(record), strong=not record.seen)
        if record.lead is not None:
            width = chip_width(theme, LEAD_CHIP)
            paint_chip(painter, theme, words, LEAD_CHIP)
            words = words.adjusted(width + theme.px(8), 0, 0, 0)
        self.wrapped(painter, words, record.text, "text2" if record.seen else "text")
        self.line(painter, when, clock_words(record.posted_at, self._now()), "text2")
        self.pair(painter, state, hit_state(record), "text2" if record.seen else "accent_text")


class LeadDelegate(LinesDelegate):
    """One lead per card: next contact, who, how they were found, the note, when we last spoke."""

    def __init__(self, theme: Theme, now: Callable[[], datetime]) -> None:
        super().__init__(theme, LEAD)
        self._now = now

    def paint_record(self, painter: QPainter, card: QRectF, record: object) -> None:
        """Fill the card's columns."""
        if not isinstance(record, Lead):
            return
        theme, now = self._theme, self._now()
        due, person, found, note, last = column_spans(theme, LEAD_COLUMNS, card)
        words, late = due_words(record, now)
        today = record.next_contact == china_day(now)
        self.line(painter, due, words, "danger_text" if late else "text2", strong=late or today)
        side = theme.px(AVATAR)
        box = QRectF(person.left(), round(person.center().y() - side / 2), side, side)
        paint_avatar(painter, theme, box, record.nickname, verified_mark(record.verified))
        reach = "" if record.followers is None else tr("{0} 粉丝", people_words(record.followers))
        self.pair(painter, person.adjusted(side + theme.px(10), 0, 0, 0), (record.nickname, reach), strong=True)
        self.pair(painter, found, found_words(record))
        self.wrapped(painter, note, record.note or tr("还没有备注"), "text" if record.note else "text3")
        if last.width():
            self.line(painter, last, last_touch_words(record, now), "text2")
