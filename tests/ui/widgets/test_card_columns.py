"""Columns of card lists: shares, and what gives way where room is short."""

from itertools import pairwise

from PySide6.QtCore import QRectF

from ui.support.theme import Theme
from ui.widgets.card_columns import GAP, LEAST_SHARE, PAD, CardColumn, column_spans

COLUMNS = (
    CardColumn("a", 100),
    CardColumn("b", share=1.0),
    CardColumn("c", 90, spare=True),
    CardColumn("d", 80, spare=True),
)


def widths(theme: Theme, width: int) -> list[int]:
    return [round(span.width()) for span in column_spans(theme, COLUMNS, QRectF(0, 0, width, 50))]


def test_the_sharing_column_takes_what_is_left(theme: Theme) -> None:
    fixed = 2 * PAD + 3 * GAP + 100 + 90 + 80
    assert widths(theme, fixed + 200) == [100, 200, 90, 80]


def test_spare_columns_give_way_last_first(theme: Theme) -> None:
    fixed = 2 * PAD + 3 * GAP + 100 + 90 + 80
    short = fixed + LEAST_SHARE - 1
    assert widths(theme, short) == [100, LEAST_SHARE - 1 + 80 + GAP, 90, 0]
    assert widths(theme, short - 80 - GAP) == [100, LEAST_SHARE - 1 + 90 + GAP, 0, 0]


def test_spans_stay_within_the_card_and_never_overlap(theme: Theme) -> None:
    for width in range(300, 1400, 7):
        spans = [span for span in column_spans(theme, COLUMNS, QRectF(20, 0, width, 50)) if span.width()]
        assert all(one.right() <= other.left() for one, other in pairwise(spans))
        assert spans[-1].right() <= 20 + width - PAD + 1
