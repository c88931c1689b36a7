"""开源许可: everything the program carries that others made, each with its licence's whole text."""

import csv
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QWidget

from ui.support.theme import Theme
from ui.widgets.button import KeyButton
from ui.widgets.dialog_frame import DialogFrame
from ui.widgets.label import TextLabel
from weibo_operator.translation import label, tr

TITLE = tr("开源许可")
WIDTH, HEIGHT = 720, 560
REPLACEABLE = tr("Qt 和 PySide6 按 LGPL-3.0 使用：它们在程序的文件夹里是单独的文件，可以换成你自己编译的版本。")


class Component(Struct, frozen=True):
    """One row of the list; ``texts`` are the names of its licence files."""

    name: str
    version: str
    licence: str
    use: str
    source: str
    texts: tuple[str, ...]

    @property
    def title(self) -> str:
        """Name and version, in the operator's language."""
        return f"{label(self.name)} {self.version}".rstrip()

    @property
    def terms(self) -> str:
        """The licence's name in the operator's language."""
        return label(self.licence)

    @property
    def purpose(self) -> str:
        """What it is used for, in the operator's language."""
        return label(self.use)


def read_components(resources: Path) -> tuple[Component, ...]:
    """The list that ``packaging/build.py licences`` wrote, in its order."""
    with (resources / "licences" / "list.tsv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return tuple(
            Component(
                row["name"],
                row["version"],
                row["licence"],
                row["use"],
                row["source"],
                tuple(row["texts"].split(",")),
            )
            for row in rows
        )


class LicencesDialog(DialogFrame):
    """Up and Down choose a component, Tab goes to its text; Esc closes."""

    def __init__(self, theme: Theme, host: QWidget, resources: Path) -> None:
        super().__init__(theme, host, TITLE, WIDTH, HEIGHT)
        self._folder = resources / "licences" / "texts"
        self._components: Sequence[Component] = read_components(resources)
        self.choice = QComboBox()
        self.choice.setAccessibleName(tr("组件"))
        self.choice.addItems([tr("{0}（{1}）", each.title, each.terms) for each in self._components])
        self.facts = TextLabel(theme, "", "secondary", "text2", wrap=True)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(tr("许可全文"))
        self._close = KeyButton(theme, tr("关闭"), keys="Esc")
        self._lay_out(theme)
        self.choice.currentIndexChanged.connect(self._show)
        self._close.clicked.connect(self.dismiss)
        self._show(0)

    def open_over(self) -> None:
        """Show with the focus on the choice."""
        super().open_over()
        self.choice.setFocus()

    @Slot(int)
    def _show(self, place: int) -> None:
        component = self._components[place]
        facts = tr("{0}，{1}", component.purpose, component.terms)
        self.facts.setText(tr("{0}。源代码：{1}", facts, component.source) if component.source else facts)
        texts = [(self._folder / name).read_text(encoding="utf-8").strip() for name in component.texts]
        self.text.setPlainText(("\n\n" + "─" * 40 + "\n\n").join(texts))

    def _lay_out(self, theme: Theme) -> None:
        self.frame.set_title(TITLE, (tr("{0} 个组件", len(self._components)),))
        body = self.frame.body
        body.addWidget(TextLabel(theme, REPLACEABLE, "secondary", "text2", wrap=True))
        body.addWidget(self.choice)
        body.addWidget(self.facts)
        body.addWidget(self.text, 1)
        self.frame.fill_foot([], [self._close])
