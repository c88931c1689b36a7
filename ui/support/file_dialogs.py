"""Asking for files with the system's dialog, without ever opening what it lists."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QFileInfo
from PySide6.QtGui import QAbstractFileIconProvider, QIcon
from PySide6.QtWidgets import QApplication, QFileDialog, QStyle, QWidget

from weibo_operator.translation import tr


class NameOnlyIcons(QAbstractFileIconProvider):
    """Icons and types from names alone.

    Qt's own provider reads a file whose name tells it nothing. Closing any handle of a file gives up all of this
    process's POSIX locks on it: a look at desk.db or desk.db-shm in a file list would unlock the open database, and
    another process could then reset its shared index under our feet (seen: the program died of a bus error).
    """

    def icon(self, info: QFileInfo | QAbstractFileIconProvider.IconType) -> QIcon:
        """A folder's or a file's standard icon."""
        folder = info.isDir() if isinstance(info, QFileInfo) else info == QAbstractFileIconProvider.IconType.Folder
        style = QApplication.style()
        return style.standardIcon(QStyle.StandardPixmap.SP_DirIcon if folder else QStyle.StandardPixmap.SP_FileIcon)

    def type(self, info: QFileInfo) -> str:
        """文件夹, or the name's ending."""
        return tr("文件夹") if info.isDir() else tr("{0} 文件", info.suffix().upper()).strip()


def choose_files(parent: QWidget, title: str, folder: Path, kinds: str) -> tuple[Path, ...]:
    """Ask for existing files; empty when the operator turned it away."""
    dialog = _dialog(parent, title, kinds)
    dialog.setDirectory(str(folder))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    return _answer(dialog)


def choose_folder(parent: QWidget, title: str, folder: Path) -> Path | None:
    """Ask for an existing folder."""
    dialog = QFileDialog(parent, title)
    dialog.setDirectory(str(folder))
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    chosen = _answer(dialog)
    return chosen[0] if chosen else None


def choose_place(parent: QWidget, title: str, offered: Path, kinds: str) -> Path | None:
    """Ask where to write; the dialog itself asks before something is written over."""
    dialog = _dialog(parent, title, kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setDirectory(str(offered.parent))
    dialog.selectFile(offered.name)
    dialog.setDefaultSuffix(offered.suffix.removeprefix("."))
    dialog.filterSelected.connect(partial(_end_name, dialog))
    chosen = _answer(dialog)
    return chosen[0] if chosen else None


def _end_name(dialog: QFileDialog, kind: str) -> None:
    """Another kind of file was chosen: its ending takes the place of the one the name had."""
    ending = kind.rpartition("*.")[2].rstrip(")")
    dialog.setDefaultSuffix(ending)
    named = dialog.selectedFiles()
    if named and ending:
        dialog.selectFile(str(Path(named[0]).with_suffix(f".{ending}").name))


def _dialog(parent: QWidget, title: str, kinds: str) -> QFileDialog:
    dialog = QFileDialog(parent, title)
    dialog.setNameFilter(kinds)
    return dialog


def _answer(dialog: QFileDialog) -> tuple[Path, ...]:
    icons = NameOnlyIcons()  # the dialog does not keep it alive
    dialog.setIconProvider(icons)
    accepted = dialog.exec() == QFileDialog.DialogCode.Accepted
    chosen: Sequence[str] = dialog.selectedFiles() if accepted else ()
    dialog.deleteLater()
    return tuple(Path(name) for name in chosen)
