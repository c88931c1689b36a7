"""The editor of one knowledge card: title, kind, code, text, facets, words, menu, source, marks, checking."""

from datetime import datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout

from ui.support.actions import anywhere, in_lists
from ui.support.theme import Theme
from ui.templates.checked_text import CheckedText
from ui.templates.facet_table import FacetTable
from ui.templates.library_form import LibraryForm
from ui.templates.variables import VariableTint
from ui.widgets.button import KeyButton
from ui.widgets.dotted import DottedLabel
from ui.widgets.text_check import Checking
from ui.widgets.toggle import Toggle
from weibo_operator.domain.knowledge import CardEdit, CardKind
from weibo_operator.translation import label, tr

BLANK = CardEdit(CardKind.FAQ, "", "")


class KnowledgeForm(LibraryForm[CardEdit]):
    """``checked`` on 核对过."""

    checked = Signal()

    def __init__(self, theme: Theme, checking: Checking) -> None:
        super().__init__(theme, tr("退换货规则"))
        self._checked_at: datetime | None = None
        self.kind = QComboBox()
        self.favourite = Toggle(theme, tr("常用"), tr("常用，排在前面"), height="control_34")
        self.text = CheckedText(theme, checking, VariableTint, fewest_lines=4, parent=self)
        self.facets = FacetTable(theme)
        self._facets_title = self.label(tr("关心要素"))
        self.self_service = Toggle(theme, tr("自助"), tr("客户照着就能自己办，周报另外数"), height="control_34")
        self.menu = QLineEdit()
        self.words = QLineEdit()
        self.source = QLineEdit()
        self.check_button = KeyButton(
            theme, tr("核对过"), icon="check-check", keys=in_lists("finish"), height="control_32"
        )
        self._state = DottedLabel(theme, (), "secondary", "text2")
        self._describe()
        self._lay_out()
        self._wire()

    @property
    def state(self) -> tuple[str, ...]:
        """What is said of the checking."""
        return self._state.parts

    def show_further(self, edit: CardEdit) -> None:
        """Show the rest of a card."""
        self._checked_at = edit.checked_at
        self.kind.setCurrentIndex(self.kind.findData(edit.kind.value))
        self.favourite.setChecked(edit.favourite)
        self.text.load(edit.text)
        self.words.setText(tr("、").join(edit.words))
        self.source.setText(edit.source)
        self.self_service.setChecked(edit.self_service)
        self.menu.setText(edit.menu)
        self.facets.show_lines(edit.facets)
        self._fit_facets()

    def say_checked(self, words: str, *, stale: bool) -> None:
        """Tell when the card was checked; empty for one that isn't stored yet."""
        icon = ("triangle-alert" if stale else "circle-check") if words else ""
        role = "danger_text" if stale else "success_text"
        self._state.set_parts((words,) if words else (), icon=icon, role=role)
        self.check_button.setEnabled(bool(words))

    def edit(self) -> CardEdit:
        """What stands in the form."""
        words = self.words.text().replace("，", "、").replace(",", "、").split("、")
        return CardEdit(
            kind=self._kind,
            title=self.title.text().strip(),
            text=self.text.words,
            code=self.code.text().strip().lower(),
            words=tuple(word.strip() for word in words if word.strip()),
            source=self.source.text().strip(),
            checked_at=self._checked_at,
            favourite=self.favourite.isChecked(),
            self_service=self.self_service.isChecked(),
            menu=self.menu.text().strip(),
            facets=self.facets.lines,
        )

    @property
    def _kind(self) -> CardKind:
        return CardKind(self.kind.currentData())

    @Slot()
    def _fit_facets(self) -> None:
        self.facets.fit(self._kind)
        self._facets_title.setVisible(not self.facets.isHidden())

    def _describe(self) -> None:
        self.kind.setAccessibleName(tr("类型"))
        for kind in CardKind:
            self.kind.addItem(label(kind.value), kind.value)
        self._facets_title.setToolTip(tr("客户问哪一项，放进回复时哪一项在最前；来源空着的用卡片的来源"))
        self.kind.setToolTip(tr("和别家的对比要写明来源，否则不保存"))
        self.text.text.setAccessibleName(tr("内容"))
        self.text.text.setPlaceholderText(tr("放进回复里的话；要填的地方写成 {退货天数} 这样"))
        self.words.setAccessibleName(tr("关键词"))
        self.words.setPlaceholderText(tr("客户会怎么说，用顿号分开：七天无理由、能不能退"))
        self.source.setAccessibleName(tr("来源"))
        self.source.setPlaceholderText(tr("链接、说明书第几页、谁定的"))
        self.menu.setAccessibleName(tr("菜单"))
        self.menu.setPlaceholderText(tr("微博自定义菜单里的位置：售后服务/退换货（可以不填）"))
        self._say_keys()
        self._theme.keys.changed.connect(self._say_keys)

    @Slot()
    def _say_keys(self) -> None:
        keys = self._theme.keys
        listed, typing = keys.said(in_lists("finish")), keys.said(anywhere("finish"))
        words = tr("内容没有问题，从今天起重新计算（列表里按 {0}，写字时按 {1}）", listed, typing)
        self.check_button.setToolTip(words)

    def _lay_out(self) -> None:
        fields = self.row(
            (tr("类型"), self.kind), (tr("代码"), self.code), ("", self.favourite), ("", self.self_service)
        )
        checked = QHBoxLayout()
        checked.setSpacing(12)
        checked.addWidget(self.check_button)
        checked.addWidget(self._state, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(checked)
        column.addWidget(self.label(tr("标题")))
        column.addWidget(self.title)
        column.addLayout(fields)
        for name, part in (
            (tr("内容"), self.text),
            (tr("关键词"), self.words),
            (tr("菜单"), self.menu),
            (tr("来源"), self.source),
        ):
            column.addWidget(self.label(name))
            column.addWidget(part)
            if part is self.text:
                column.addWidget(self._facets_title)
                column.addWidget(self.facets)
        column.addStretch()

    def _wire(self) -> None:
        for field in (self.words, self.menu, self.source):
            field.textEdited.connect(self.note_edit)
        self.kind.currentIndexChanged.connect(self._fit_facets)
        self.kind.currentIndexChanged.connect(self.note_edit)
        self.facets.edited.connect(self.note_edit)
        self.favourite.toggled.connect(self.note_edit)
        self.self_service.toggled.connect(self.note_edit)
        self.text.edited.connect(self.note_edit)
        self.check_button.clicked.connect(self.checked)
