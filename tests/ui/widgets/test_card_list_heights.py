"""The rows of a list of cards: one height for all cards, another for titles, whatever rows and sizes came before."""

from ui.support.theme import Theme
from ui.widgets.card_delegate import GAP, TITLE, CardDelegate
from ui.widgets.card_list import CardList
from ui.widgets.grouped_rows import GroupedRows, GroupTitle

CARD = 60


class CountedDelegate(CardDelegate):
    """Knows how often a height was asked for."""

    asked = 0

    def row_height(self, held: object) -> int:
        """Count."""
        self.asked += 1
        return super().row_height(held)


def list_of(theme: Theme, qtbot) -> tuple[CardList, GroupedRows, CountedDelegate]:
    rows, delegate = GroupedRows(str, str), CountedDelegate(theme, CARD)
    made = CardList(theme, rows, delegate, "客户")
    qtbot.addWidget(made)
    return made, rows, delegate


def heights(shown: CardList, rows: GroupedRows) -> list[int]:
    return [shown.rowHeight(row) for row in range(rows.rowCount())]


def test_titles_and_cards_keep_their_heights_when_rows_and_sizes_change(theme: Theme, qtbot) -> None:
    shown, rows, _ = list_of(theme, qtbot)
    title, card = theme.px(TITLE), theme.px(CARD + GAP)
    rows.show_rows([GroupTitle("今天", 2), "甲", "乙", GroupTitle("以后", 1), "丙"])
    assert heights(shown, rows) == [title, card, card, title, card]
    rows.show_rows(["甲", GroupTitle("以后", 1), "丙"])
    assert heights(shown, rows) == [card, title, card]
    rows.show_rows([])
    rows.show_rows(["甲", GroupTitle("以后", 1), "丙"])
    assert heights(shown, rows) == [card, title, card]
    theme.set_scale("huge")
    assert theme.px(CARD + GAP) > card
    assert heights(shown, rows) == [theme.px(CARD + GAP), theme.px(TITLE), theme.px(CARD + GAP)]


def test_ten_thousand_cards_are_not_measured_one_by_one(theme: Theme, qtbot) -> None:
    _, rows, delegate = list_of(theme, qtbot)
    rows.show_rows([GroupTitle("今天", 10_000), *map(str, range(10_000))])
    delegate.asked = 0
    theme.set_mode("dark")
    assert delegate.asked <= 10
