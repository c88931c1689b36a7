"""The form's right pane: the text for the department as it will be copied, and the holding reply to the customer."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.handoff.form_controller import CheckLine
from ui.support.theme import Theme
from ui.widgets.button import KeyButton
from ui.widgets.dotted import DottedLabel
from ui.widgets.label import TextLabel
from ui.widgets.seg import Seg, SegItem
from ui.widgets.side_panel import TextBox
from ui.widgets.toggle import Toggle
from ui.widgets.writing_field import WritingField
from weibo_operator.domain.labels import Audience
from weibo_operator.translation import label, tr

LEAST_WIDTH = 296
ICONS = {Audience.PUBLIC: "globe", Audience.PRIVATE: "lock"}


class PackagePane(QWidget):
    """Shows the package live; the holding reply can be edited, sent to either audience, or left out."""

    changed = Signal()
    copy_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._suggested = ""
        self._title = TextLabel(theme, "", "body", weight=600)
        self.copy_button = KeyButton(theme, tr("复制"), icon="copy", variant="ghost", height="control_30")
        self._package = TextBox(theme, tr("发给部门的内容"))
        self.toggle = Toggle(theme, tr("先安抚客户"))
        items = [SegItem(audience.value, label(audience.label), ICONS[audience]) for audience in Audience]
        self.audience_seg = Seg(theme, items, tr("谁能看到"))
        self.reply = WritingField()
        self.reply.setAccessibleName(tr("安抚客户的话"))
        self.reply.setTabChangesFocus(True)
        self._check = DottedLabel(theme)
        self._lay_out()
        self.copy_button.clicked.connect(self._ask_copy)
        self.toggle.toggled.connect(self._switch)
        self.audience_seg.selected.connect(self._tell)
        self.reply.textChanged.connect(self._tell)
        theme.changed.connect(self._restyle)
        self._restyle()

    @property
    def reply_text(self) -> str:
        """The holding reply as it stands, empty when it is switched off."""
        return self.reply.toPlainText().strip() if self.toggle.isChecked() else ""

    @property
    def audience(self) -> Audience:
        """Who will see the holding reply."""
        return Audience(self.audience_seg.current)

    @property
    def package(self) -> str:
        """The text for the department as shown."""
        return self._package.text

    @property
    def check_parts(self) -> tuple[str, ...]:
        """What the line under the holding reply says."""
        return self._check.parts

    def begin(self, audience: Audience) -> None:
        """Start a new form: the holding reply on, to the audience of the conversation."""
        self._suggested = ""
        self.reply.clear()
        self.toggle.setChecked(True)
        self.audience_seg.set_current(audience.value)

    def show_package(self, department: str, text: str) -> None:
        """Show the text for a department."""
        self._title.setText(tr("发给{0}的内容", label(department)) if department else tr("发给部门的内容"))
        self._package.show_text(text)

    def suggest_reply(self, text: str) -> None:
        """Fill in the suggestion, unless the operator has written something else."""
        if self.reply.toPlainText() == self._suggested and text != self._suggested:
            self._suggested = text
            self.reply.setPlainText(text)

    def show_check(self, line: CheckLine) -> None:
        """Say what the desk check found."""
        icon, role = ("circle-check", "success_text") if line.good else ("spell-check", "danger_text")
        self._check.set_parts(line.parts, icon=icon, role=role)

    @Slot()
    def _ask_copy(self) -> None:
        self.copy_asked.emit()

    @Slot()
    def _tell(self) -> None:
        self.changed.emit()

    @Slot(bool)
    def _switch(self, on: bool) -> None:
        for widget in (self.audience_seg, self.reply, self._check):
            widget.setVisible(on)
        self.changed.emit()

    @Slot()
    def _restyle(self) -> None:
        self.setMinimumWidth(self._theme.px(LEAST_WIDTH))
        self.reply.setFixedHeight(self._theme.px(96))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the pane's ground and the hairline at its left."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("subtle"))
        painter.fillRect(0, 0, 1, self.height(), self._theme.color("divider"))
        painter.end()

    def _lay_out(self) -> None:
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget()
        held = QVBoxLayout(inner)
        held.setContentsMargins(0, 0, 0, 0)
        held.addWidget(self._package)
        held.addStretch()
        scroll.setWidget(inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 20, 16)
        column.setSpacing(8)
        row = QHBoxLayout()
        row.addWidget(self._title, 1)
        row.addWidget(self.copy_button)
        column.addLayout(row)
        column.addWidget(scroll, 1)
        row = QHBoxLayout()
        row.addWidget(self.toggle)
        row.addStretch()
        row.addWidget(self.audience_seg)
        column.addLayout(row)
        column.addWidget(self.reply)
        column.addWidget(self._check)
