"""Paints the members of a crowd, the questions of a session and the list of notices."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ui.crowd.interview_words import QUESTION_COLUMNS, question_state
from ui.crowd.words import MEMBER_COLUMNS, NOTICE_COLUMNS, notice_state, state_words
from ui.support.theme import Theme
from ui.support.tokens import ColorRole
from ui.widgets.avatar import paint_avatar
from ui.widgets.card_columns import column_spans
from ui.widgets.card_delegate import CardDelegate
from ui.widgets.chip import chip_width, level_chip, paint_chip
from ui.widgets.paint_text import draw_line, draw_lines, one_line, wrap_lines
from weibo_operator.domain.crowd import CrowdMember, Notice, NoticeState
from weibo_operator.domain.interview import Answered, Question
from weibo_operator.services.wording import people_words
from weibo_operator.translation import tr

MEMBER, QUESTION, NOTICE = 58, 62, 62
AVATAR = 28


class _TwoLines(CardDelegate):
    """Two lines of words in the middle of a span."""

    def __init__(self, theme: Theme, height: int, now: Callable[[], datetime]) -> None:
        super().__init__(theme, height)
        self._now = now

    def _lines(self, span: QRectF) -> tuple[QRectF, QRectF]:
        line = self._theme.line_height("body")
        upper = QRectF(span.left(), round(span.center().y() - line), span.width(), line)
        return upper, upper.translated(0, line)

    def _pair(
        self, painter: QPainter, span: QRectF, words: tuple[str, str], role: ColorRole, weight: int = 400
    ) -> None:
        theme = self._theme
        upper, lower = self._lines(span)
        draw_line(painter, upper, words[0], theme.font("secondary", weight), theme.color(role))
        draw_line(painter, lower, words[1], theme.font("meta"), theme.color("text2"))

    def _wrapped(self, painter: QPainter, span: QRectF, words: str) -> None:
        theme, line = self._theme, self._theme.line_height("body")
        lines = wrap_lines(one_line(words), theme.font("body"), span.width(), 2)
        top = span.center().y() - line * len(lines) / 2
        box = QRectF(span.left(), round(top), span.width(), line * len(lines))
        draw_lines(painter, box, lines, theme.font("body"), theme.color("text"), line)


class MemberDelegate(_TwoLines):
    """One member per card: who, in which words, waiting or answered."""

    def __init__(self, theme: Theme, now: Callable[[], datetime]) -> None:
        super().__init__(theme, MEMBER, now)

    def paint_record(self, painter: QPainter, card: QRectF, record: object) -> None:
        """Fill the card's columns."""
        if not isinstance(record, CrowdMember):
            return
        person, words, state = column_spans(self._theme, MEMBER_COLUMNS, card)
        side = self._theme.px(AVATAR)
        box = QRectF(person.left(), round(person.center().y() - side / 2), side, side)
        paint_avatar(painter, self._theme, box, record.nickname, "")
        beside = person.adjusted(side + self._theme.px(10), 0, 0, 0)
        reach = "" if record.followers is None else tr("{0} 粉丝", people_words(record.followers))
        if reach:
            self._pair(painter, beside, (one_line(record.nickname), reach), "text", 600)
        else:
            font = self._theme.font("secondary", 600)
            draw_line(painter, beside, one_line(record.nickname), font, self._theme.color("text"))
        self._wrapped(painter, self._after_level(painter, words, record), record.snippet)
        self._pair(painter, state, state_words(record, self._now()), "text" if record.waits else "text2")

    def _after_level(self, painter: QPainter, span: QRectF, member: CrowdMember) -> QRectF:
        """Draw the level where it presses; return the room that is left."""
        chip = level_chip(member.level) if member.waits else None
        if chip is None:
            return span
        width = chip_width(self._theme, chip)
        paint_chip(painter, self._theme, span, chip)
        return span.adjusted(width + self._theme.px(8), 0, 0, 0)


class QuestionDelegate(_TwoLines):
    """One question per card: who asked, what, and under it the answer."""

    def __init__(self, theme: Theme, now: Callable[[], datetime]) -> None:
        super().__init__(theme, QUESTION, now)

    def paint_record(self, painter: QPainter, card: QRectF, record: object) -> None:
        """Fill the card's columns."""
        if not isinstance(record, Question):
            return
        person, words, state = column_spans(self._theme, QUESTION_COLUMNS, card)
        side = self._theme.px(AVATAR)
        box = QRectF(person.left(), round(person.center().y() - side / 2), side, side)
        paint_avatar(painter, self._theme, box, record.nickname, "")
        beside = person.adjusted(side + self._theme.px(10), 0, 0, 0)
        font = self._theme.font("secondary", 600)
        draw_line(painter, beside, one_line(record.nickname), font, self._theme.color("text"))
        if record.answer:
            self._pair(painter, words, (one_line(record.text), tr("答：{0}", one_line(record.answer))), "text")
        else:
            self._wrapped(painter, words, record.text)
        waits = record.answered is Answered.OPEN
        self._pair(painter, state, question_state(record, self._now()), "text" if waits else "text2")


class NoticeDelegate(_TwoLines):
    """One notice per card: about what, its words, its state, to how many it went."""

    def __init__(self, theme: Theme, now: Callable[[], datetime]) -> None:
        super().__init__(theme, NOTICE, now)

    def paint_record(self, painter: QPainter, card: QRectF, record: object) -> None:
        """Fill the card's columns."""
        if not isinstance(record, Notice):
            return
        matter, words, state, told = column_spans(self._theme, NOTICE_COLUMNS, card)
        theme = self._theme
        draw_line(painter, matter, record.matter.shown, theme.font("secondary", 600), theme.color("text"))
        self._wrapped(painter, words, record.text)
        role: ColorRole = "success_text" if record.state is NoticeState.POSTED else "text2"
        self._pair(painter, state, notice_state(record, self._now()), role, 600)
        draw_line(painter, told, tr("{0} 位", record.told), theme.font("secondary"), theme.color("text"))
