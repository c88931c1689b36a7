"""客户卡: VIP list, role, how close, who looks after them, how they like to be met, when next (mission B6, F7)."""

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from ui.support.context import Context
from ui.support.texts import sentence
from ui.widgets.button import KeyButton
from ui.widgets.day_field import DayField
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.form_dialog import FormDialog
from ui.widgets.label import TextLabel
from ui.widgets.spin import NumberField
from ui.widgets.storing import store
from ui.widgets.toggle import Toggle
from ui.widgets.writing_field import WritingField
from weibo_operator.domain.contact import MOST_CONTACT_DAYS, CardText
from weibo_operator.domain.customer import ROLES, WAYS
from weibo_operator.domain.errors import OperatorError
from weibo_operator.domain.ids import CustomerId
from weibo_operator.domain.relation import Relation, relation
from weibo_operator.services.important_words import reason_words, standing_words
from weibo_operator.translation import label, tr

CADENCES = ((tr("不定期"), 0), (tr("每周"), 7), (tr("每两周"), 14), (tr("每月"), 30), (tr("每季度"), 90))
NO_WAY = tr("没有说")
WIDTH = 820
COLUMNS = 4
NOTES = 58
"""Two lines."""
LONGEST = 200


class CardDialog(FormDialog):
    """``stored`` carries the customer whose card was written."""

    stored = Signal(object)

    def __init__(self, context: Context, host: QWidget) -> None:
        super().__init__(context.theme, host, tr("客户卡"), tr("保存"), WIDTH)
        self._context = context
        self._customer: CustomerId | None = None
        self._nickname = ""
        theme = context.theme
        self.vip = Toggle(theme, tr("放进 VIP 名单"))
        self.role = QComboBox()
        self.role.setAccessibleName(tr("角色"))
        for role in ROLES:
            self.role.addItem(label(role), role)
        self.preferred_way = QComboBox()
        self.preferred_way.setAccessibleName(tr("偏好渠道"))
        self.preferred_way.addItem(NO_WAY, "")
        for way in WAYS:
            self.preferred_way.addItem(label(way), way)
        self.level = QComboBox()
        self.level.setAccessibleName(tr("关系"))
        self.level.addItem("", None)
        for level in Relation:
            self.level.addItem(label(level.value), level)
        self.manager = _line(tr("客户经理"), tr("谁负责和 TA 联系"))
        self.relation = _line(tr("身份说明"), tr("店主的朋友、测评博主"))
        self.private_way = _line(tr("私聊方式"), tr("私信链接、微信或电话"))
        self.notes = WritingField()
        self.notes.setAccessibleName(tr("备注"))
        self.notes.setTabChangesFocus(True)
        self.cadence = NumberField(theme, 0, MOST_CONTACT_DAYS, tr("几天联系一次"), unit=tr("天"))
        self.cadence.setSpecialValueText(tr("不定期"))
        self.choices = tuple(
            KeyButton(theme, words, keys=str(number), height="control_32")
            for number, (words, _) in enumerate(CADENCES, start=1)
        )
        self.next_contact = DayField(
            theme, context.operator.desk.now, tr("下次联系"), tr("没有安排；写了联系周期就会自己排上")
        )
        self._lay_out()
        self._connect()

    def open_for(self, customer: CustomerId) -> None:
        """Show a customer's card as it stands."""
        if not self.isHidden():
            return
        try:
            card = self._context.operator.important.card(customer)
        except OperatorError as error:
            self._context.news.notice.emit(sentence(error))
            return
        known, text = card.customer, card.text
        self._customer, self._nickname = customer, known.nickname
        why = reason_words(card.reason, role=known.role, followers=known.followers)
        self.frame.set_title(tr("客户卡"), (f"@{known.nickname}", tr("重要客户：{0}", why) if why else ""))
        self.vip.setChecked(text.vip)
        self.role.setCurrentIndex(self.role.findData(text.role))
        self.level.setItemText(0, tr("按来往：{0}", label(relation(card.standing.history))))
        self.level.setToolTip(standing_words(card.standing))
        self.level.setCurrentIndex(0 if text.level is None else 1 + list(Relation).index(text.level))
        self.preferred_way.setCurrentIndex(self.preferred_way.findData(text.preferred_way))
        self.notes.setPlainText(text.notes)
        for line, words in zip(self._lines, (text.manager, text.relation, text.private_way), strict=True):
            line.setText(words)
            line.setCursorPosition(0)
        self.cadence.setValue(text.contact_days)
        self.next_contact.show_day(text.next_contact)
        self.say("")
        self.open_over()
        self.vip.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(int)
    def choose(self, number: int) -> None:
        """Alt+digit: one of the usual cadences."""
        if 0 < number <= len(CADENCES):
            self.cadence.setValue(CADENCES[number - 1][1])

    @Slot()
    def save(self) -> None:
        """Store the card; what can't be is said in the foot."""
        if self._customer is None:
            return
        if self.next_contact.is_wrong:
            self.say(tr("下次联系要写今天或以后的一天"), wrong=True)
            self.next_contact.setFocus()
            return
        edit = partial(self._context.operator.important.edit, self._customer, self._text())
        if store(self, self._context, edit, tr("已改 @{0} 的客户卡", self._nickname)):
            self.stored.emit(self._customer)

    @Slot()
    def _choose_clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, KeyButton) and sender in self.choices:
            self.choose(self.choices.index(sender) + 1)

    @property
    def _lines(self) -> tuple[QLineEdit, ...]:
        return (self.manager, self.relation, self.private_way)

    def _text(self) -> CardText:
        return CardText(
            vip=self.vip.isChecked(),
            role=str(self.role.currentData()),
            relation=self.relation.text(),
            manager=self.manager.text(),
            private_way=self.private_way.text(),
            notes=self.notes.toPlainText(),
            contact_days=self.cadence.value(),
            next_contact=self.next_contact.day,
            preferred_way=str(self.preferred_way.currentData()),
            level=Relation(self.level.currentData()) if self.level.currentIndex() else None,
        )

    def _connect(self) -> None:
        self.numbered.connect(self.choose)
        self.submitted.connect(self.save)
        for line in (*self._lines, self.next_contact.line):
            line.returnPressed.connect(self.save)
        for button in self.choices:
            button.clicked.connect(self._choose_clicked)

    def _lay_out(self) -> None:
        """In four columns: three rows fit the lowest window in the largest letters."""
        body = self.frame.body
        body.setSpacing(10)
        self.frame.head.addWidget(self.vip)
        self.notes.setFixedHeight(self._theme.px(NOTES))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        for column in range(COLUMNS):
            grid.setColumnStretch(column, 1)
        for column, (name, field) in enumerate(
            (
                (tr("角色"), self.role),
                (tr("关系"), self.level),
                (tr("身份说明"), self.relation),
                (tr("客户经理"), self.manager),
            )
        ):
            grid.addLayout(self._named(name, field), 0, column)
        grid.addLayout(self._named(tr("偏好渠道"), self.preferred_way), 1, 0)
        grid.addLayout(self._named(tr("私聊方式"), self.private_way), 1, 1)
        grid.addLayout(self._named(tr("备注"), self.notes), 1, 2, 1, 2)
        grid.addLayout(self._named(tr("联系周期"), self.cadence), 2, 0)
        grid.addLayout(self._named(tr("下次联系"), self.next_contact), 2, 1, 1, 3)
        body.addLayout(grid)
        usual = QWidget()
        flow = FlowLayout(usual)
        for button in self.choices:
            flow.addWidget(button)
        body.addWidget(usual)

    def _named(self, title: str, field: QWidget) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(TextLabel(self._theme, title, "secondary", "text2"))
        column.addWidget(field)
        column.addStretch()
        return column


def _line(name: str, hint: str) -> QLineEdit:
    line = QLineEdit()
    line.setAccessibleName(name)
    line.setPlaceholderText(hint)
    line.setMaxLength(LONGEST)
    return line
