"""The files that go with a template: a row for each with what it is, and a button that adds one (mission D10)."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.support import file_dialogs
from ui.support.template_words import FILE_KINDS, file_words
from ui.support.theme import Theme
from ui.widgets.button import IconButton, KeyButton
from ui.widgets.label import TextLabel
from weibo_operator.domain.template import MOST_FILES, TemplateFile, kind_of_file
from weibo_operator.translation import tr

KINDS = tr("图片和视频 (*.jpg *.jpeg *.png *.gif *.webp *.bmp *.mp4 *.mov *.m4v *.avi *.mkv *.webm);;所有文件 (*)")
LONGEST_NOTE = 40
Choose = Callable[[QWidget], Sequence[Path]]


def choose_template_files(parent: QWidget) -> Sequence[Path]:
    """Ask for pictures and videos; empty when the operator turned it away."""
    return file_dialogs.choose_files(parent, tr("选这条模板的图片、视频"), Path.home(), KINDS)


class FileRow(QWidget):
    """One file: its name, what it shows, and a button that takes it out (the file itself stays where it is)."""

    edited = Signal()
    drop_asked = Signal()

    def __init__(self, theme: Theme, file: TemplateFile, parent: QWidget) -> None:
        super().__init__(parent)
        self._file = file
        there = Path(file.path).is_file()
        said = file_words(file) if there else tr("{0}，现在找不到", file_words(file))
        name = TextLabel(theme, said, "secondary", "text" if there else "danger_text")
        name.setToolTip(file.path)
        self.note = QLineEdit(file.note)
        self.note.setAccessibleName(tr("{0} 是什么", file.name))
        self.note.setPlaceholderText(tr("写一句它是什么，例如：怎么洗"))
        self.note.setMaxLength(LONGEST_NOTE)
        self.drop = IconButton(theme, "x", tr("去掉{0} {1}", FILE_KINDS[file.kind], file.name), height="control_28")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(name, 1)
        row.addWidget(self.note, 1)
        row.addWidget(self.drop)
        self.note.textEdited.connect(self.edited)
        self.drop.clicked.connect(self.drop_asked)

    @property
    def file(self) -> TemplateFile:
        """The file as the row has it."""
        return TemplateFile(self._file.path, self._file.kind, self.note.text().strip())


class FileRows(QWidget):
    """``edited`` on every change the operator makes."""

    edited = Signal()

    def __init__(self, theme: Theme, choose: Choose = choose_template_files) -> None:
        super().__init__()
        self._theme = theme
        self.choose = choose
        self.rows: list[FileRow] = []
        self.add = KeyButton(theme, tr("加图片、视频"), icon="plus", height="control_30")
        self.add.setToolTip(tr("最多 {0} 个；只记住放在哪里，文件不会复制", MOST_FILES))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addStretch()
        self._column.addLayout(foot)
        self.add.clicked.connect(self.ask)

    @property
    def files(self) -> tuple[TemplateFile, ...]:
        """What stands there."""
        return tuple(row.file for row in self.rows)

    def load(self, files: Sequence[TemplateFile]) -> None:
        """Show a template's files, telling of no edit; where they stand already they are left."""
        if tuple(files) == self.files:
            return
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []
        for file in files[:MOST_FILES]:
            self._append(file)
        self._offer()

    @Slot()
    def ask(self) -> None:
        """Choose files and take them in."""
        known = [row.file.path for row in self.rows]
        chosen = dict.fromkeys(map(str, self.choose(self)))
        new = [path for path in chosen if path not in known]
        for path in new[: MOST_FILES - len(self.rows)]:
            self._append(TemplateFile(path, kind_of_file(path)))
        if new:
            self._offer()
            self.edited.emit()

    @Slot()
    def _drop(self) -> None:
        sender = self.sender()
        if isinstance(sender, FileRow):
            self.rows.remove(sender)
            self._column.removeWidget(sender)
            sender.hide()
            sender.deleteLater()
            self._offer()
            self.add.setFocus()
            self.edited.emit()

    def _append(self, file: TemplateFile) -> None:
        row = FileRow(self._theme, file, self)
        row.edited.connect(self.edited)
        row.drop_asked.connect(self._drop)
        self._column.insertWidget(len(self.rows), row)
        self.rows.append(row)

    def _offer(self) -> None:
        self.add.setVisible(len(self.rows) < MOST_FILES)
