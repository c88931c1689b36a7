"""The five most frequent problems of the week with two quotes each."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.support.theme import Theme
from ui.widgets.dotted import DottedLabel
from ui.widgets.label import TextLabel
from weibo_operator.domain.weekly import Problem
from weibo_operator.services.weekly_text import shown_text
from weibo_operator.services.weekly_words import WeekWords
from weibo_operator.services.wording import quoted
from weibo_operator.translation import label, tr


class ProblemList(QWidget):
    """Rank, kind and nature, department, count and change; quotes below, masked unless allowed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self.setAccessibleName(tr("问题前五"))

    def set_problems(self, problems: Sequence[Problem], words: WeekWords, *, unmasked: bool) -> None:
        """Show other problems."""
        for row in self._rows:
            self._column.removeWidget(row)
            row.deleteLater()
        self._rows = [self._row(place, problem, unmasked=unmasked) for place, problem in enumerate(problems, 1)] or [
            TextLabel(self._theme, words.sentences["no_top"], "secondary", "text2")
        ]
        for row in self._rows:
            self._column.addWidget(row)

    def _row(self, place: int, problem: Problem, *, unmasked: bool) -> QWidget:
        theme = self._theme
        row = QWidget(self)
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        head = QHBoxLayout()
        head.setSpacing(8)
        rank = TextLabel(theme, str(place), "body", "accent_text" if place == 1 else "text3", weight=600)
        head.addWidget(rank)
        about = tuple(map(label, (problem.kind, problem.nature, problem.department)))
        head.addWidget(DottedLabel(theme, about, role="text", weight=600))
        head.addStretch()
        head.addWidget(TextLabel(theme, tr("{0:d} 张", problem.count), "secondary"))
        head.addWidget(TextLabel(theme, _mean_words(problem), "meta", "text2"))
        column.addLayout(head)
        for quote in problem.quotes:
            shown = " ".join(shown_text(quote, unmasked=unmasked).split())
            line = TextLabel(theme, quoted([shown]), "meta", "text2")
            line.setContentsMargins(18, 0, 0, 0)
            line.setToolTip(shown)
            indent = QHBoxLayout()
            indent.addSpacing(18)
            indent.addWidget(line, 1)
            column.addLayout(indent)
        return row


def _mean_words(problem: Problem) -> str:
    if problem.four_week_mean is None:
        return tr("四周没有数据")
    mean = f"{problem.four_week_mean:.1f}".removesuffix(".0")
    return tr("四周均值 {0}", mean)
