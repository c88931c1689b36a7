"""The operator's own desktop: the clipboard and the browser (copy mode sends through them)."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from weibo_operator.domain.addresses import is_weibos_host

Ask = Callable[[str], None]
"""Shows an address that is not Weibo's; who says yes opens it with ``open_confirmed``."""


def _site(url: QUrl) -> tuple[str, str, int]:
    return url.scheme(), url.host(), url.port()


def _page(address: str) -> QUrl | None:
    """A web page's address, or None: no file, no script, no program is ever opened by one."""
    url = QUrl(address, QUrl.ParsingMode.StrictMode)
    return url if url.scheme() in ("http", "https") and url.host() else None


def _is_weibos(url: QUrl) -> bool:
    """Weibo's own, in the plain way of writing it: no other port, no name before an @."""
    return is_weibos_host(url.host()) and url.port() == -1 and not url.userInfo()


class Desktop:
    """Copies text and opens pages; a page's address is checked before it leaves the program.

    Weibo's pages open at once; others only after the operator has seen where they lead (``ask_first``).
    """

    __slots__ = ("_ask",)

    def __init__(self) -> None:
        self._ask: Ask | None = None

    def ask_first(self, ask: Ask) -> None:
        """Who asks the operator about a page that is not Weibo's; without anybody such pages stay closed."""
        self._ask = ask

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
        return QGuiApplication.clipboard().mimeData() or QMimeData()  # None where nothing was ever copied

    def open_page(self, address: str) -> bool:
        """Open Weibo's page in the browser, or ask about another one; False where neither could be done."""
        url = _page(address)
        if url is None:
            return False
        if _is_weibos(url):
            return QDesktopServices.openUrl(url)
        if self._ask is None:
            return False
        self._ask(url.toString(QUrl.ComponentFormattingOption.FullyEncoded))
        return True

    def open_confirmed(self, address: str) -> bool:
        """Open a web page that the operator has said yes to."""
        url = _page(address)
        return url is not None and QDesktopServices.openUrl(url)

    def open_folder(self, folder: Path) -> bool:
        """Show a folder of this machine; False when nothing could."""
        return QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


class PracticeDesktop(Desktop):
    """Practice never leaves the machine: no page of an invented customer is opened, only the practice Weibo's own."""

    __slots__ = ("_practice_weibo",)

    def __init__(self, practice_weibo: str = "") -> None:
        super().__init__()
        self._practice_weibo = practice_weibo

    def open_page(self, address: str) -> bool:
        """Open a page of the practice Weibo; of any other say that it was opened when it could have been."""
        url = _page(address)
        if url is not None and self._practice_weibo and _site(url) == _site(QUrl(self._practice_weibo)):
            return self.open_confirmed(address)
        return url is not None
