"""Another name for a category of templates; the name of one that is there puts the two together."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QWidget

from ui.support.theme import Theme
from ui.widgets.form_dialog import FormDialog
from ui.widgets.label import TextLabel
from weibo_operator.translation import tr

LONGEST = 20


class CategoryDialog(FormDialog):
    """``accepted`` carries the category and its new name."""

    accepted = Signal(str, str)

    def __init__(self, theme: Theme, host: QWidget) -> None:
        super().__init__(theme, host, tr("分类改名"), tr("改名"), width=460)
        self._category = ""
        self._counts: Mapping[str, int] = {}
        self.name = QComboBox()
        self.name.setEditable(True)
        self.name.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.name.setAccessibleName(tr("新的名字"))
        line = self.name.lineEdit()
        if line is not None:
            line.setMaxLength(LONGEST)
            line.returnPressed.connect(self._accept)
        self.frame.body.setSpacing(6)
        self.frame.body.addWidget(TextLabel(theme, tr("新的名字，或者并入哪个分类"), "body", weight=600))
        self.frame.body.addWidget(self.name)
        self.name.currentTextChanged.connect(self._tell)
        self.submitted.connect(self._accept)

    def open_for(self, category: str, counts: Mapping[str, int]) -> None:
        """Rename this category; ``counts`` has every category with how many templates it holds."""
        self._category, self._counts = category, counts
        self.frame.set_title(tr("分类改名"), (category, tr("{0} 条", counts.get(category, 0))))
        self.name.clear()
        self.name.addItems([name for name in counts if name != category])
        self.name.setEditText(category)
        self._tell()
        self.open_over()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        line = self.name.lineEdit()
        if line is not None:
            line.selectAll()

    @Slot()
    def _tell(self) -> None:
        name = self._wanted
        joined = name != self._category and name in self._counts
        self.accept_button.setText(tr("合并") if joined else tr("改名"))
        if joined:
            both = self._counts[name] + self._counts.get(self._category, 0)
            self.say(tr("合起来 {0} 条，可以撤销", both))
        else:
            self.say("")

    @Slot()
    def _accept(self) -> None:
        if not self._wanted:
            self.say(tr("还没有写名字"), wrong=True)
            return
        self.close_over()
        if self._wanted != self._category:
            self.accepted.emit(self._category, self._wanted)

    @property
    def _wanted(self) -> str:
        return " ".join(self.name.currentText().split())
