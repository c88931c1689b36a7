"""Lines break, fit and stand where they should."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter

from ui.support.theme import Theme
from ui.support.tokens import SCALE_NAMES
from ui.widgets.paint_text import (
    RIGHT,
    draw_line,
    draw_parts,
    elided,
    one_line,
    parts_width,
    text_width,
    wrap_lines,
)

SENTENCE = "下单时写着 48 小时内送到，今天已经第五天了，物流一直停在“已揽收”，客服电话也打不通，到底还管不管？"
LETTERS = st.text(alphabet="下单时，。！？“”《》abcXYZ 0189😀👍🏻\n", max_size=120)


def inked_columns(image: QImage) -> list[int]:
    white = image.pixel(0, 0)
    return [x for x in range(image.width()) if any(image.pixel(x, y) != white for y in range(image.height()))]


@given(text=LETTERS, width=st.integers(40, 400), most=st.integers(1, 4))
def test_wrapped_lines_fit_in_width_and_number(theme: Theme, text, width, most):
    font = theme.font("body")
    lines = wrap_lines(text, font, width, most)
    assert 1 <= len(lines) <= most
    assert all(QFontMetricsF(font).horizontalAdvance(line.rstrip()) <= width + 1 for line in lines)


@given(text=LETTERS)
def test_nothing_is_lost_when_all_lines_are_allowed(theme: Theme, text):
    lines = wrap_lines(text, theme.font("body"), 120)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_the_last_line_tells_that_there_is_more(theme: Theme):
    lines = wrap_lines(SENTENCE, theme.font("body"), 200, 2)
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert not lines[0].endswith("…")


@given(text=st.text("客户的名字NickName，。 1", min_size=1, max_size=60), width=st.integers(20, 400))
def test_an_elided_line_is_never_wider_than_asked(theme: Theme, text, width):
    measure = QFontMetricsF(theme.font("person"))
    shown = elided(text, measure, width)
    assert shown == text if measure.horizontalAdvance(text) <= width else shown.endswith("…")
    assert measure.horizontalAdvance(shown) <= width


def test_no_line_begins_with_a_comma(theme: Theme):
    for width in range(60, 400, 7):
        lines = wrap_lines(SENTENCE, theme.font("body"), width)
        assert not any(line[:1] in "，。？”" for line in lines[1:])


def test_previews_are_one_line():
    assert one_line(" 第一行\n\n第二行\t 尾 ") == "第一行 第二行 尾"


def test_parts_are_wider_than_their_words_by_the_dots(theme: Theme):
    font = theme.font("meta")
    words = text_width(font, "评论") + text_width(font, "第 2 轮")
    assert parts_width(theme, ["评论", "第 2 轮"], font) == words + 14
    assert parts_width(theme, [], font) == 0


@pytest.mark.parametrize("scale", SCALE_NAMES)
def test_parts_with_room_enough_are_drawn_whole(theme: Theme, scale):
    theme.set_scale(scale)
    parts, font = ["评论", "12.6万 粉丝", "第 2 轮", "已有 37 人赞"], theme.font("meta")
    images = []
    for spare in (0.0, 40.0):
        image = QImage(400, 30, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        band = QRectF(0, 0, parts_width(theme, parts, font) + spare, 30)
        draw_parts(painter, theme, band, parts, font, theme.color("text"))
        painter.end()
        images.append(image)
    assert images[0] == images[1]


def test_too_long_parts_stay_in_their_band(theme: Theme):
    image = QImage(120, 24, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    band = QRectF(10, 0, 80, 24)
    draw_parts(painter, theme, band, ["一二三四", "五六七八九十"], theme.font("body"), theme.color("text"))
    painter.end()
    columns = inked_columns(image)
    assert min(columns) >= 9
    assert max(columns) <= 92


@pytest.mark.parametrize("spare", range(1, 40))
def test_no_dot_stands_with_nothing_behind_it(theme: Theme, spare: int):
    font = theme.font("body")
    first = text_width(font, "一二三四")
    image = QImage(200, 24, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    draw_parts(painter, theme, QRectF(0, 0, first + spare, 24), ["一二三四", "五六七八"], font, theme.color("text"))
    painter.end()
    behind = [column for column in inked_columns(image) if column > first + 1]
    assert len(behind) != theme.px(2)  # a dot's width


def test_right_aligned_lines_end_at_the_right(theme: Theme):
    image = QImage(120, 24, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    draw_line(painter, QRectF(0, 0, 120, 24), "42 张", theme.font("body"), theme.color("text"), RIGHT)
    painter.end()
    assert max(inked_columns(image)) >= 116
