"""A keyring in memory with the manners of the real ones, to stand below ``KeyringSecrets``."""

from keyring.errors import PasswordDeleteError, PasswordSetError

WINDOWS_BYTES = 2_560


class Ring:
    """A keyring as the library has them, with Windows' bound on the length; ``error`` comes with the next steps."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.error: Exception | None = None
        self.forgets = False

    def get_password(self, service: str, username: str) -> str | None:
        self._fail()
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._fail()
        if len(password.encode("utf-16-le")) > WINDOWS_BYTES:
            raise PasswordSetError("too long")
        if not self.forgets:
            self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._fail()
        if self.kept.pop((service, username), None) is None:
            raise PasswordDeleteError("no such password")

    def _fail(self) -> None:
        if self.error is not None:
            raise self.error
