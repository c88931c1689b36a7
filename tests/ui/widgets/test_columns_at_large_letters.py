"""Where letters are large and the window small, a card keeps its words and lets columns go that can be spared."""

import pytest
from PySide6.QtCore import QRectF

from ui.followup.helpful_rows import HELPFUL_COLUMNS
from ui.followup.praise_rows import PRAISE_COLUMNS
from ui.support.theme import Theme
from ui.widgets.card_columns import CardColumn, column_spans

FIVE_LETTERS = 90


@pytest.mark.parametrize("columns", [HELPFUL_COLUMNS, PRAISE_COLUMNS], ids=["helpful", "praise"])
def test_the_words_keep_their_room_and_nothing_leaves_the_card(theme: Theme, columns: tuple[CardColumn, ...]) -> None:
    theme.set_scale("huge")
    card = QRectF(0, 0, 570, 60)  # as wide as beside the panel in the smallest window
    spans = column_spans(theme, columns, card)
    words = next(span for column, span in zip(columns, spans, strict=True) if column.share)
    assert words.width() >= FIVE_LETTERS
    assert max(span.right() for span in spans) <= card.right()
