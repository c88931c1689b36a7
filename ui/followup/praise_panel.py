"""The right panel of the list of kept praise: the words, whether they may be quoted, and what is still to be said."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.followup.choice_buttons import ChoiceButtons
from ui.followup.customer_head import CustomerHead, page_button
from ui.followup.praise_rows import told_lines
from ui.followup.praise_words import words_for
from ui.support.actions import in_lists
from ui.support.theme import Theme
from ui.widgets.button import KeyButton
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.label import TextLabel
from ui.widgets.side_panel import SidePanel, TextBox
from weibo_operator.domain.praise import Permission, Testimonial
from weibo_operator.translation import Text, label, tr

WIDTH = 332
LINES = 4


class PraisePanel(SidePanel):
    """Shows one piece of praise; ``permission_asked`` carries what the customer said to being quoted."""

    permission_asked = Signal(object)
    copy_asked = Signal()
    edit_asked = Signal()
    drop_asked = Signal()
    open_asked = Signal()
    page_asked = Signal()
    reply_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, tr("这条好评"), WIDTH, parent)
        self.page_button = page_button(theme)
        self._head = CustomerHead(theme, self.page_button)
        self._words = TextBox(theme, tr("客户的原话"), max_lines=10)
        self.copy_button = KeyButton(theme, tr("复制"), icon="copy", keys="Ctrl C", height="control_28")
        self.edit_button = KeyButton(theme, tr("改"), icon="pencil", keys=in_lists("praise"), height="control_28")
        self.choices = ChoiceButtons(
            theme, {choice: format(Text(label(choice.label)), "cap") for choice in Permission}, 1
        )
        self._told = tuple(TextLabel(theme, "", "secondary", "text2") for _ in range(LINES))
        self._warning = TextLabel(theme, tr("没征得同意的不要拿去宣传"), "secondary", "text3")
        self.open_button = KeyButton(theme, tr("看工单"), keys="↵", height="control_28")
        self.drop_button = KeyButton(theme, tr("不收了"), icon="trash-2", keys="Del", height="control_28")
        self.reply_button = KeyButton(theme, "", icon="send", keys=in_lists("write"), variant="primary")
        self._lay_out(theme)
        self._connect()

    @property
    def words(self) -> str:
        """The customer's words as shown."""
        return self._words.text

    @property
    def told(self) -> str:
        """What became of it."""
        return tr("；").join(label.text() for label in self._told if not label.isHidden())

    def show_praise(self, kept: Testimonial, now: datetime) -> None:
        """Show one piece of praise."""
        self._head.show_person(kept.nickname, kept.verified, kept.followers, (tr("工单 #{0}", kept.ticket_id),))
        self.page_button.setEnabled(bool(kept.profile_url))
        self._words.show_text(kept.text)
        self.choices.show_chosen(kept.permission)
        lines = told_lines(kept, now)
        for number, told in enumerate(self._told):
            told.setVisible(number < len(lines))
            told.setText(lines[number] if number < len(lines) else "")
        self._warning.setVisible(kept.permission is not Permission.GIVEN)
        words, name = words_for(kept)
        self.reply_button.set_content(name, "send" if words else "reply", in_lists("write"))

    def _connect(self) -> None:
        self.choices.picked.connect(self.permission_asked)
        self.copy_button.clicked.connect(self.copy_asked)
        self.edit_button.clicked.connect(self.edit_asked)
        self.drop_button.clicked.connect(self.drop_asked)
        self.open_button.clicked.connect(self.open_asked)
        self.page_button.clicked.connect(self.page_asked)
        self.reply_button.clicked.connect(self.reply_asked)

    def _lay_out(self, theme: Theme) -> None:
        body = self.body
        body.setSpacing(6)
        body.addWidget(self._head)
        body.addSpacing(4)
        body.addWidget(TextLabel(theme, tr("客户的原话"), "secondary", "text2"))
        body.addWidget(self._words)
        body.addWidget(self._ways())
        body.addSpacing(6)
        body.addWidget(TextLabel(theme, tr("能不能引用"), "body", weight=600))
        body.addWidget(self.choices)
        body.addWidget(self._warning)
        body.addSpacing(6)
        for told in self._told:
            body.addWidget(told)
        body.addStretch()
        self.foot.addStretch()
        self.foot.addWidget(self.reply_button)

    def _ways(self) -> QWidget:
        """What can be done with the words; in large letters one below the other."""
        ways = QWidget()
        flow = FlowLayout(ways)
        for button in (self.copy_button, self.edit_button, self.open_button, self.drop_button):
            flow.addWidget(button)
        return ways
