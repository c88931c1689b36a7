"""The operator's own desktop: the clipboard and the browser (copy mode sends through them)."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication


def _site(url: QUrl) -> tuple[str, str, int]:
    return url.scheme(), url.host(), url.port()


class Desktop:
    """Copies text and opens pages; a page's address is checked before it leaves the program."""

    __slots__ = ()

    def copy(self, text: str) -> None:
        """Put plain text into the clipboard."""
        QGuiApplication.clipboard().setText(text)

    def copy_files(self, files: Sequence[Path]) -> None:
        """Put files into the clipboard, as a file manager does: what takes files can paste them."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
        QGuiApplication.clipboard().setMimeData(data)

    def clipboard_text(self) -> str:
        """The clipboard's plain text, or empty."""
        return QGuiApplication.clipboard().text()

    def clipboard_data(self) -> QMimeData:
        """Everything in the clipboard: files, HTML, text; look at it at once, it changes with the next copy."""
        return QGuiApplication.clipboard().mimeData()

    def open_page(self, address: str) -> bool:
        """Open a web page in the browser; False for an empty or foreign address, or when no browser answered."""
        url = QUrl(address, QUrl.ParsingMode.StrictMode)
        if url.scheme() not in ("http", "https") or not url.host():
            return False
        return QDesktopServices.openUrl(url)

    def open_folder(self, folder: Path) -> bool:
        """Show a folder of this machine; False when nothing could."""
        return QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


class PracticeDesktop(Desktop):
    """Practice never leaves the machine: no page of an invented customer is opened, only the practice Weibo's own."""

    __slots__ = ("_practice_weibo",)

    def __init__(self, practice_weibo: str = "") -> None:
        self._practice_weibo = practice_weibo

    def open_page(self, address: str) -> bool:
        """Open a page of the practice Weibo; of any other say that it was opened when it could have been."""
        url = QUrl(address, QUrl.ParsingMode.StrictMode)
        if self._practice_weibo and _site(url) == _site(QUrl(self._practice_weibo)):
            return super().open_page(address)
        return url.scheme() in ("http", "https") and bool(url.host())
