"""同类问题已有公开答复: what we answered in public to the same, its link by mouse and key (mission A18)."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.reply.wrapped import wrapped_label
from ui.support.actions import anywhere
from ui.support.theme import Theme
from ui.widgets.button import IconButton, KeyButton
from ui.widgets.label import TextLabel
from ui.widgets.paint_text import one_line
from weibo_operator.domain.people import PublicAnswer
from weibo_operator.services.wording import day_words
from weibo_operator.translation import tr

LONGEST = 70


class AnsweredSection(QWidget):
    """Hidden where nobody was answered in public about the same."""

    insert_asked = Signal()
    page_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = wrapped_label(theme, role="text2")
        self.insert_button = KeyButton(theme, tr("插入链接"), keys=anywhere("insert_notice"), height="control_28")
        self.page_button = IconButton(theme, "external-link", tr("在微博看那条答复"), height="control_28")
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.insert_button)
        row.addWidget(self.page_button)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(TextLabel(theme, tr("同类问题已有公开答复"), "body", weight=600))
        column.addWidget(self._words)
        column.addLayout(row)
        self.insert_button.clicked.connect(self.insert_asked)
        self.page_button.clicked.connect(self.page_asked)
        self.hide()

    @property
    def words(self) -> str:
        """What the section says."""
        return self._words.text()

    def show_answer(self, answer: PublicAnswer | None, now: datetime) -> None:
        """Show an answer; None hides the section."""
        self.setVisible(answer is not None)
        if answer is None:
            return
        text = one_line(answer.text)
        shown = text if len(text) <= LONGEST else f"{text[:LONGEST]}……"
        why = tr("同一类问题") if answer.is_same_matter else tr("问得很像")
        self._words.setText(
            tr("{0}回复 @{1}（{2}）：{3}", day_words(answer.posted_at, now), answer.nickname, why, shown)
        )
        self._words.setToolTip(tr("问：{0}\n答：{1}\n{2}", answer.question, answer.text, answer.link))
