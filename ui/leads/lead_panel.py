"""The right panel of the list of leads: who, their words, the state, and the story so far."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.leads.words import LEAD_STATES, due_words, found_words, story_line
from ui.support.actions import in_lists
from ui.support.theme import Theme
from ui.widgets.avatar import Avatar
from ui.widgets.button import KeyButton
from ui.widgets.dotted import DottedLabel
from ui.widgets.label import TextLabel
from ui.widgets.person_row import person_row
from ui.widgets.seg import Seg, SegItem
from ui.widgets.side_panel import PAD, SidePanel, TextBox
from ui.widgets.verified import verified_mark
from weibo_operator.domain.lead import Lead, LeadEntry
from weibo_operator.services.wording import people_words
from weibo_operator.translation import tr

WIDTH = 348
STORY = 5
"""So many of the latest lines of the story are shown."""
RULE = tr("先帮忙，不推销：第一句不发链接、不报价、不提“买”")


class LeadPanel(SidePanel):
    """Shows one lead."""

    state_chosen = Signal(str)
    note_asked = Signal()
    reply_asked = Signal()
    page_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, tr("这条线索"), WIDTH, parent)
        self._avatar = Avatar(theme, "", 40)
        self._name = TextLabel(theme, "", "card_name")
        self._reach = DottedLabel(theme, (), "meta")
        self.page_button = KeyButton(
            theme, tr("原帖"), icon="external-link", keys=in_lists("open_page"), height="control_32"
        )
        self._text = TextBox(theme, tr("TA 说了什么"), max_lines=5)
        self.states = Seg(theme, [SegItem(state.value, name) for state, name in LEAD_STATES.items()], tr("走到哪一步"))
        self._due = TextLabel(theme, "", "secondary", "text2")
        self._why = TextLabel(theme, "", "secondary", "danger_text", wrap=True, max_lines=2)
        self._days = [TextLabel(theme, "", "meta", "text2") for _ in range(STORY)]
        self._said = [TextLabel(theme, "", "secondary", wrap=True, max_lines=2) for _ in range(STORY)]
        self.note_button = KeyButton(theme, tr("记一笔"), icon="pencil", keys=in_lists("contact"))
        self.reply_button = KeyButton(theme, tr("回复"), icon="reply", keys=in_lists("write"), variant="primary")
        self._lay_out()
        self._keep_width()
        theme.changed.connect(self._keep_width)
        self.states.selected.connect(self.state_chosen)
        self.page_button.clicked.connect(self.page_asked)
        self.note_button.clicked.connect(self.note_asked)
        self.reply_button.clicked.connect(self.reply_asked)

    @property
    def why_not(self) -> str:
        """What speaks against writing now; empty when nothing does."""
        return self._why.text()

    def show_lead(self, lead: Lead, story: Sequence[LeadEntry], why_not: str, now: datetime) -> None:
        """Show one lead."""
        self._avatar.show_person(lead.nickname, verified_mark(lead.verified))
        self._name.setText(lead.nickname)
        reach = "" if lead.followers is None else tr("{0} 粉丝", people_words(lead.followers))
        self._reach.set_parts(tuple(part for part in (reach, found_words(lead)[1]) if part))
        self._text.show_text(lead.text)
        self.states.set_current(lead.state.value)
        words, late = due_words(lead, now)
        self._due.setText(tr("下次联系：{0}", words) if words else tr("已经了结，不再联系"))
        self._due.set_role("danger_text" if late else "text2")
        self._why.setText(why_not)
        self._why.setVisible(bool(why_not))
        for number, (day, said) in enumerate(zip(self._days, self._said, strict=True)):
            shown = number < len(story)
            day.setVisible(shown)
            said.setVisible(shown)
            if shown:
                at, line = story_line(story[number], now)
                day.setText(at)
                said.setText(line)
                said.setToolTip(line)

    @Slot()
    def _keep_width(self) -> None:
        """Wide enough for all states, whatever the language calls them."""
        self.setFixedWidth(max(self._theme.px(WIDTH), self.states.sizeHint().width() + 2 * PAD + 1))

    def _lay_out(self) -> None:
        body, theme = self.body, self._theme
        body.setSpacing(6)
        body.addLayout(person_row(self._avatar, self._name, self._reach, self.page_button))
        body.addWidget(self._text)
        body.addSpacing(4)
        body.addWidget(TextLabel(theme, tr("走到哪一步（1 到 4，0 放弃）"), "secondary", "text2"))
        body.addWidget(self.states)
        body.addWidget(self._due)
        body.addWidget(self._why)
        body.addSpacing(6)
        body.addWidget(TextLabel(theme, tr("经过"), "body", weight=600))
        for day, said in zip(self._days, self._said, strict=True):
            body.addWidget(day)
            body.addWidget(said)
        body.addStretch()
        body.addWidget(TextLabel(theme, RULE, "meta", "text2", wrap=True, max_lines=2))
        self.foot.addWidget(self.note_button)
        self.foot.addStretch()
        self.foot.addWidget(self.reply_button)
