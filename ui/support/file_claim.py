"""One program at a time on a data file: the second start hands over to the window that is there.

Two programs on one file would lose nothing, but the one that starts takes every reply that is leaving for one of
unknown outcome.
"""

import hashlib
import os
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, QSysInfo, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from weibo_operator.domain.errors import DatabaseUnavailableError

ANSWER_MSEC = 1000
"""How long a running program is given to hear that it is wanted."""


class FileClaim(QObject):
    """Holds a data file until ``release``; the lock ends with the program, however that ends."""

    wanted = Signal()
    """The file was opened a second time: show the window."""

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        """Raises ``DatabaseUnavailableError`` when another one has it: open_elsewhere; busy when that hears nothing."""
        super().__init__(parent)
        self._path = path
        # Beside the file and not in the system's own place: two machines may share the folder.
        self._lock = QLockFile(str(path.with_name(f"{path.name}.lock")))
        self._lock.setStaleLockTime(0)  # Held for days; a dead holder is told by its process, not by the time.
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        if not self._take() and self._lock.error() is QLockFile.LockError.LockFailedError:
            raise DatabaseUnavailableError(path=str(path), reason="open_elsewhere" if call(path) else "busy")
        with suppress(OSError):  # Qt lets everybody read it; a file system that knows no owners lets them anyway.
            Path(self._lock.fileName()).chmod(0o600)
        # A folder that takes no lock takes no data either: opening the file says so.
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_call)
        QLocalServer.removeServer(_address(path))  # What a program that was killed left behind.
        self._server.listen(_address(path))

    @property
    def path(self) -> Path:
        """The file that is held."""
        return self._path

    def release(self) -> None:
        """Let others have it."""
        self._server.close()
        self._lock.unlock()
        self.deleteLater()

    @Slot()
    def _on_call(self) -> None:
        while self._server.hasPendingConnections():
            self._server.nextPendingConnection().deleteLater()
        self.wanted.emit()

    def _take(self) -> bool:
        if self._lock.tryLock(0):
            return True
        # Windows gives numbers of processes away again: after a kill this one may have the dead holder's. A lock
        # that is truly held can't be removed.
        return _names_this_process(self._lock) and self._lock.removeStaleLockFile() and self._lock.tryLock(0)


def call(path: Path) -> bool:
    """Tell the program that holds a file that it is wanted; False when nobody hears."""
    socket = QLocalSocket()
    socket.connectToServer(_address(path))
    heard = socket.waitForConnected(ANSWER_MSEC)
    socket.abort()
    return heard


def _names_this_process(lock: QLockFile) -> bool:
    """Whether the holder that is written in the file has the number of the process that asks."""
    process, machine, _ = lock.getLockInfo()
    own = os.environ.get("COMPUTERNAME") or QSysInfo.machineHostName()  # what Qt writes on Windows, and elsewhere
    return process == os.getpid() and machine == own


def _address(path: Path) -> str:
    return f"weibo-operator-{hashlib.sha256(str(path.resolve()).encode()).hexdigest()[:20]}"
