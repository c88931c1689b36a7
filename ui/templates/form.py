"""The editor of one template: title, category, code, audience, tone, favourite key and up to three wordings."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout

from ui.support.actions import anywhere
from ui.support.theme import Theme
from ui.templates.file_rows import FileRows
from ui.templates.library_form import LibraryForm
from ui.templates.variables import VariableChips
from ui.templates.wording_box import WordingBox
from ui.widgets.button import KeyButton
from ui.widgets.seg import Seg, SegItem
from ui.widgets.text_check import Checking
from weibo_operator.domain.template import FORMAL, FRIENDLY, MOST_WORDINGS, TONES
from weibo_operator.services.template_edit import TemplateEdit
from weibo_operator.translation import label, tr

AUDIENCES = (
    SegItem("both", tr("都可以")),
    SegItem("public", tr("公开"), "globe"),
    SegItem("private", tr("私信"), "lock"),
)
BLANK = TemplateEdit(title="", category="", code="", audience="both", tone=FORMAL, favourite=0, wordings=())


class TemplateForm(LibraryForm[TemplateEdit]):
    """Up to three wordings, and the variables they may hold."""

    def __init__(self, theme: Theme, checking: Checking, categories: Callable[[], Sequence[str]]) -> None:
        super().__init__(theme, tr("物流延迟 致歉"))
        self._checking = checking
        self._categories = categories
        self._target: WordingBox | None = None
        self.category = QComboBox()
        self.tone = QComboBox()
        self.favourite = QComboBox()
        self.audience = Seg(theme, AUDIENCES, tr("适合"))
        self.boxes: list[WordingBox] = []
        self.other_tone = KeyButton(theme, "", icon="message-circle", height="control_30")
        self.add = KeyButton(theme, tr("再加一种说法"), icon="plus", height="control_30")
        self.chips = VariableChips(theme)
        self.files = FileRows(theme)
        self._files_title = self.label("")
        self._wordings = QVBoxLayout()
        self._describe()
        self._lay_out()
        self._wire()
        self._say_keys()
        theme.keys.changed.connect(self._say_keys)

    def show_further(self, edit: TemplateEdit) -> None:
        """Show the rest of a template; the categories there are now can be chosen."""
        self.category.clear()
        self.category.addItems(list(self._categories()))
        self.category.setCurrentText(edit.category)
        self.audience.set_current(edit.audience)
        _choose(self.tone, edit.tone)
        self.favourite.setCurrentIndex(edit.favourite)
        self._show_wordings(edit.wordings or ("",))
        self.files.load(edit.files)

    def edit(self) -> TemplateEdit:
        """What stands in the form."""
        return TemplateEdit(
            title=self.title.text().strip(),
            category=self.category.currentText().strip(),
            code=self.code.text().strip().lower(),
            audience=self.audience.current,
            tone=self.tone.currentData(),
            favourite=self.favourite.currentIndex(),
            wordings=tuple(text for box in self.boxes if (text := box.text.toPlainText().strip())),
            files=self.files.files,
        )

    def show_other_tone(self, *, known: bool) -> None:
        """Say where the button leads: to the same in the other tone, or to writing it."""
        other = label(FRIENDLY if self.tone.currentData() == FORMAL else FORMAL)
        self.other_tone.setText(tr("看{0}的说法", other) if known else tr("写一条{0}的", other))

    @Slot()
    def add_wording(self) -> None:
        """Another empty wording, ready to be written."""
        if len(self.boxes) < MOST_WORDINGS:
            self._append("")
            self._renumber()
            self.boxes[-1].text.setFocus()

    @Slot(str)
    def insert_variable(self, words: str) -> None:
        """Put a variable into the wording last worked on."""
        target = self._target if self._target in self.boxes else self.boxes[0]
        target.insert(words)

    @Slot()
    def _note_focus(self) -> None:
        sender = self.sender()
        if isinstance(sender, WordingBox):
            self._target = sender

    @Slot()
    def _drop(self) -> None:
        sender = self.sender()
        if isinstance(sender, WordingBox) and len(self.boxes) > 1:
            self._remove(sender)
            self._renumber()
            self.edited.emit()

    @Slot(str)
    def _change_audience(self, audience: str) -> None:
        for box in self.boxes:
            box.set_audience(audience)
        self.note_edit()

    def _show_wordings(self, texts: Sequence[str]) -> None:
        while len(self.boxes) > len(texts):
            self._remove(self.boxes[-1])
        while len(self.boxes) < len(texts):
            self._append("")
        for box, text in zip(self.boxes, texts, strict=True):
            box.load(text, self.audience.current)
        self._renumber()

    def _append(self, text: str) -> None:
        box = WordingBox(self._theme, len(self.boxes) + 1, self._checking, self)
        box.load(text, self.audience.current)
        box.edited.connect(self.note_edit)
        box.focused.connect(self._note_focus)
        box.drop_asked.connect(self._drop)
        self.boxes.append(box)
        self._wordings.addWidget(box)
        self.setTabOrder(self.boxes[-2].text if len(self.boxes) > 1 else self.code, box.text)

    def _remove(self, box: WordingBox) -> None:
        self.boxes.remove(box)
        self._wordings.removeWidget(box)
        box.hide()
        box.deleteLater()

    def _renumber(self) -> None:
        for number, box in enumerate(self.boxes, 1):
            box.number(number, only=len(self.boxes) == 1)
        self.add.setVisible(len(self.boxes) < MOST_WORDINGS)

    def _describe(self) -> None:
        self.category.setAccessibleName(tr("分类"))
        self.category.setEditable(True)
        self.category.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.tone.setAccessibleName(tr("语气"))
        for tone in TONES:
            self.tone.addItem(label(tone), tone)
        self.favourite.setAccessibleName(tr("常用键"))
        self.favourite.addItem(tr("没有"))
        self.favourite.addItems([f"Alt {number}" for number in range(1, 10)])
        self.favourite.setToolTip(tr("写回复时按这个键直接插入；选别的模板占着的键会换过来"))

    def _lay_out(self) -> None:
        fields = self.row(
            (tr("分类"), self.category),
            (tr("代码"), self.code),
            (tr("语气"), self.tone),
            (tr("常用键"), self.favourite),
        )
        audience = QHBoxLayout()
        audience.setSpacing(10)
        audience.addWidget(self.label(tr("适合")))
        audience.addWidget(self.audience)
        audience.addStretch()
        self._wordings.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.label(tr("标题")))
        column.addWidget(self.title)
        column.addLayout(fields)
        column.addLayout(audience)
        column.addLayout(self._wordings)
        tools = QHBoxLayout()
        tools.addWidget(self.add)
        tools.addStretch()
        tools.addWidget(self.other_tone)
        column.addLayout(tools)
        column.addWidget(self.label(tr("变量（点一下插入）")))
        column.addWidget(self.chips)
        column.addWidget(self._files_title)
        column.addWidget(self.files)
        column.addStretch()

    @Slot()
    def _say_keys(self) -> None:
        keys = self._theme.keys.said(anywhere("template_files"))
        self._files_title.setText(tr("图片、视频（写回复时按 {0} 复制）", keys))
        keys = self._theme.keys.said(anywhere("other_tone"))
        self.other_tone.setToolTip(tr("同一个标题和分类，两种语气各一条：写回复时按 {0} 互换", keys))

    def _wire(self) -> None:
        self.category.currentTextChanged.connect(self.note_edit)
        self.tone.currentIndexChanged.connect(self.note_edit)
        self.favourite.currentIndexChanged.connect(self.note_edit)
        self.audience.selected.connect(self._change_audience)
        self.add.clicked.connect(self.add_wording)
        self.chips.chosen.connect(self.insert_variable)
        self.files.edited.connect(self.note_edit)


def _choose(box: QComboBox, value: str) -> None:
    """Choose a value, adding one that isn't offered."""
    if box.findData(value) < 0:
        box.addItem(label(value), value)
    box.setCurrentIndex(box.findData(value))
