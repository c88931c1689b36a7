"""Tokens and app secrets in the system's keyring; in memory, for this run only, where there is none."""

import sys
from collections.abc import Callable, Iterable
from typing import Protocol, TypeVar, cast

SERVICE = "weibo-operator"
"""The name under which the system's own password manager lists what the desk keeps."""
PIECE = 600
"""Windows keeps 2,560 bytes at a time, at most four for a character; a longer value is kept in pieces."""
_IN_PIECES = "weibo-operator:pieces:"
_FOREIGN_ERRORS = (
    ("secretstorage.exceptions", "SecretStorageException"),
    ("jeepney.wrappers", "DBusErrorResponse"),
    ("dbus.exceptions", "DBusException"),
    ("win32ctypes.pywin32.pywintypes", "error"),
)
"""What keyrings let through of the libraries below them."""
_REFUSED_MODULES = ("keyring.backends.fail", "keyring.backends.null", "keyrings.")
"""No keyring at all, one that forgets, and those that write plain files."""


class Backend(Protocol):
    """What is used of a keyring."""

    def get_password(self, service: str, username: str) -> str | None:
        """What is kept under a name."""
        ...

    def set_password(self, service: str, username: str, password: str) -> object:
        """Keep a value."""
        ...

    def delete_password(self, service: str, username: str) -> object:
        """Remove it."""
        ...


T = TypeVar("T")


class MemorySecrets:
    """A ``SecretStore`` for this run only: practice, tests, machines without a keyring."""

    def __init__(self) -> None:
        self._values: dict[str, str] = {}

    @property
    def lasts(self) -> bool:
        """Never."""
        return False

    def read(self, name: str) -> str | None:
        """What is kept under a name."""
        return self._values.get(name)

    def keep(self, name: str, value: str) -> None:
        """Keep a value, replacing an older one."""
        self._values[name] = value

    def forget(self, name: str) -> None:
        """Remove it; nothing there is no error."""
        self._values.pop(name, None)


class KeyringSecrets:
    """A ``SecretStore`` in the system's keyring, which is looked for with the first question.

    What the keyring can't take is kept in memory and ``lasts`` turns False; nothing is ever raised.
    """

    def __init__(self, find: Callable[[], Backend | None] | None = None) -> None:
        self._find = find or system_keyring
        self._backend: Backend | None = None
        self._looked = False
        self._memory: dict[str, str] = {}

    @property
    def lasts(self) -> bool:
        """False when there is no keyring, or it failed to keep something."""
        return self._usable() is not None and not self._memory

    def read(self, name: str) -> str | None:
        """What is kept under a name; None also where the keyring stays locked."""
        backend = self._usable()
        if name in self._memory or backend is None:
            return self._memory.get(name)
        return _guarded(lambda: _joined(backend, name))

    def keep(self, name: str, value: str) -> None:
        """Keep a value, replacing an older one."""
        backend = self._usable()
        if backend is not None and _guarded(lambda: _kept(backend, name, value)):
            self._memory.pop(name, None)
            return
        if backend is not None:
            # An older value must not come back at the next start.
            _guarded(lambda: _removed(backend, name))
        self._memory[name] = value

    def forget(self, name: str) -> None:
        """Remove it; nothing there is no error."""
        self._memory.pop(name, None)
        backend = self._usable()
        if backend is not None:
            _guarded(lambda: _removed(backend, name))

    def _usable(self) -> Backend | None:
        if not self._looked:
            self._backend = _guarded(self._find)
            self._looked = True
        return self._backend


def system_keyring() -> Backend | None:
    """The best keyring of this machine that is safe; None where there is none."""
    import keyring
    from keyring.backends.chainer import ChainerBackend

    chosen = keyring.get_keyring()
    found = first_safe(chosen.backends if isinstance(chosen, ChainerBackend) else (chosen,))
    return cast("Backend | None", found)


def first_safe(backends: Iterable[T]) -> T | None:
    """The first that keeps secrets encrypted and beyond this run."""
    return next((each for each in backends if not type(each).__module__.startswith(_REFUSED_MODULES)), None)


def _expected_errors() -> tuple[type[Exception], ...]:
    from keyring.errors import KeyringError

    loaded = (getattr(sys.modules.get(module), name, None) for module, name in _FOREIGN_ERRORS)
    foreign = (error for error in loaded if isinstance(error, type) and issubclass(error, Exception))
    return (KeyringError, OSError, RuntimeError, ValueError, *foreign)


def _guarded(action: Callable[[], T]) -> T | None:
    """What the action gives, None where the keyring failed."""
    try:
        return action()
    except _expected_errors():
        return None


def _joined(backend: Backend, name: str) -> str | None:
    """A value with its pieces put together; None where one is missing."""
    head = backend.get_password(SERVICE, name)
    if head is None or not head.startswith(_IN_PIECES):
        return head
    pieces = [backend.get_password(SERVICE, piece) for piece in _piece_names(name, head)]
    found = [piece for piece in pieces if piece is not None]
    return "".join(found) if len(found) == len(pieces) else None


def _kept(backend: Backend, name: str, value: str) -> bool:
    """Keep a value, in pieces where it is long; True when it can be read again."""
    _removed(backend, name)
    pieces = [value[start : start + PIECE] for start in range(0, len(value), PIECE)]
    if len(pieces) < 2 and not value.startswith(_IN_PIECES):
        backend.set_password(SERVICE, name, value)
    else:
        head = f"{_IN_PIECES}{len(pieces)}"
        for piece_name, piece in zip(_piece_names(name, head), pieces, strict=True):
            backend.set_password(SERVICE, piece_name, piece)
        # Last: while it is missing nothing is kept, never half of it.
        backend.set_password(SERVICE, name, head)
    return _joined(backend, name) == value


def _removed(backend: Backend, name: str) -> None:
    head = backend.get_password(SERVICE, name)
    if head is None:
        return
    backend.delete_password(SERVICE, name)
    if head.startswith(_IN_PIECES):
        for piece_name in _piece_names(name, head):
            backend.delete_password(SERVICE, piece_name)


def _piece_names(name: str, head: str) -> list[str]:
    return [f"{name}#{number}" for number in range(1, int(head.removeprefix(_IN_PIECES)) + 1)]
