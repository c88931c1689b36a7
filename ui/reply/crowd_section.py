"""The crowd in the customer panel: how many say the same, about what, and the way to all of them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.reply.wrapped import wrapped_label
from ui.support.actions import anywhere
from ui.support.theme import Theme
from ui.widgets.button import KeyButton
from ui.widgets.label import TextLabel
from weibo_operator.domain.matters import Cluster, people_shown
from weibo_operator.translation import tr


class CrowdSection(QWidget):
    """Hidden for a ticket that stands alone."""

    crowd_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = TextLabel(theme, "", "body", weight=600)
        self._matter = wrapped_label(theme, role="text2")
        self.button = KeyButton(theme, tr("看全部"), keys=anywhere("crowd"), height="control_28")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._title, 1)
        row.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self._matter)
        self.button.clicked.connect(self.crowd_asked)
        self.hide()

    @property
    def words(self) -> str:
        """Everything the section says."""
        return tr("{0}，{1}", self._title.text(), self._matter.text())

    def show_crowd(self, cluster: Cluster | None) -> None:
        """Show a crowd worth a word; None hides the section."""
        self.setVisible(cluster is not None)
        if cluster is not None:
            self._title.setText(tr("同类 {0} 人", people_shown(cluster.people)))
            self._matter.setText(tr("都在说：{0}", cluster.matter.shown))
            self.setAccessibleName(self.words)
