"""Who knows this matter: said below the contact, and taken by one key (mission E6)."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.support.theme import Theme
from ui.widgets.button import KeyButton
from ui.widgets.label import TextLabel
from weibo_operator.domain.experts import Expert
from weibo_operator.translation import label, tr

TAKE = tr("请 TA")


class ExpertLine(QWidget):
    """Hidden where nobody knows the matter; the button only where somebody else is asked so far."""

    take_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = TextLabel(theme, "", "secondary", "text2", wrap=True)
        self.take = KeyButton(theme, TAKE, keys="0", height="control_28")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._label, 1)
        row.addWidget(self.take)
        self.take.clicked.connect(self.take_asked)
        self.hide()

    @property
    def words(self) -> str:
        """What the line says."""
        return self._label.text()

    def show_expert(self, expert: Expert | None, *, taken: bool) -> None:
        """Name the expert with the reason; None hides the line."""
        self.setVisible(expert is not None)
        if expert is not None:
            self._label.setText(expert_words(expert))
            self.take.setVisible(not taken)
            self.take.setAccessibleName(tr("请{0}", expert.contact.name))


def expert_words(expert: Expert) -> str:
    """物流部的李工：懂 物流、退款."""
    return tr(
        "{0}的{1}：懂 {2}", label(expert.department), expert.contact.name, tr("、").join(map(label, expert.topics))
    )
