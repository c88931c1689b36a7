"""The table of 关心要素 in a card's form: what is ours, beside theirs with a source where the card compares."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from ui.support.theme import Theme
from ui.widgets.label import TextLabel
from weibo_operator.domain.facets import Facet, FacetLine
from weibo_operator.domain.knowledge import CardKind
from weibo_operator.translation import label, tr

SIDES = (tr("我们"), tr("别家"), tr("来源"))
LONGEST = 120


class FacetTable(QWidget):
    """One row for each facet; ``edited`` when the operator writes."""

    edited = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._heads = [TextLabel(theme, side, "secondary", "text2") for side in SIDES]
        self._fields = {facet: tuple(_field(facet, side) for side in SIDES) for facet in Facet}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        for column, head in enumerate(self._heads, start=1):
            grid.addWidget(head, 0, column)
            grid.setColumnStretch(column, 1)
        for row, (facet, fields) in enumerate(self._fields.items(), start=1):
            grid.addWidget(TextLabel(theme, label(facet.value), "secondary", "text2"), row, 0)
            for column, field in enumerate(fields, start=1):
                grid.addWidget(field, row, column)
                field.textEdited.connect(self.edited)

    @property
    def lines(self) -> tuple[FacetLine, ...]:
        """What stands in the table, whether it is shown or not."""
        said = (FacetLine(facet, *(field.text().strip() for field in row)) for facet, row in self._fields.items())
        return tuple(line for line in said if not line.is_empty)

    def field(self, facet: Facet, side: str) -> QLineEdit:
        """The field of a facet for one of ``SIDES``."""
        return self._fields[facet][SIDES.index(side)]

    def show_lines(self, lines: Sequence[FacetLine]) -> None:
        """Show what a card says."""
        said = {line.facet: line for line in lines}
        for facet, fields in self._fields.items():
            line = said.get(facet, FacetLine(facet))
            for field, words in zip(fields, (line.ours, line.theirs, line.source), strict=True):
                field.setText(words)
                field.setCursorPosition(0)

    def fit(self, kind: CardKind) -> None:
        """A comparison has all columns, a product ours, other cards have no such table."""
        compares = kind is CardKind.COMPARISON
        self.setVisible(compares or kind is CardKind.PRODUCT)
        for column, head in enumerate(self._heads):
            head.setVisible(compares)
            for fields in self._fields.values():
                fields[column].setVisible(compares or not column)


def _field(facet: Facet, side: str) -> QLineEdit:
    field = QLineEdit()
    field.setAccessibleName(tr("{0}：{1}", label(facet.value), side))
    field.setMaxLength(LONGEST)
    return field
