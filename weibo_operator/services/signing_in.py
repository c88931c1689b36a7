"""Signing in to the open platform, step by step: the page to open, its answer, the permission (weibo.md 2.1)."""

import hashlib
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol, overload

from msgspec.structs import replace

from weibo_operator.domain.account import Account, AccountRole
from weibo_operator.domain.ids import AccountId
from weibo_operator.domain.open_platform import AppKey, is_on_this_machine
from weibo_operator.domain.operations import Outcome
from weibo_operator.services.accounts import Accounts, Authorisation
from weibo_operator.services.desk import Desk

LIFE = timedelta(minutes=10)
"""So long one attempt is waited for; the platform's code lives no longer."""
LOOPBACK_REDIRECT = "http://127.0.0.1:18650/weibo"
"""Where the browser brings the code back by itself; it stands in the app's settings, hence always the same."""
PRACTICE_KEY = "1352200061"
"""The app of the practice shop, which the practice Weibo knows."""


class Redirect(Protocol):
    """Listens on this machine for the browser coming back, once."""

    @property
    def redirect_uri(self) -> str:
        """Where it listens."""
        ...

    def wait(self, state: str, seconds: float) -> str | None:
        """The code, None when cancelled; raises ``PlatformError``. Blocks."""
        ...

    def close(self) -> None:
        """Stop listening; never blocks."""
        ...


Listen = Callable[[str], Redirect]
"""Listens at an address of this machine (empty: a free port); raises ``PlatformError``."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """One attempt to get permission. ``ends_at`` is aware UTC; ``lasts``: the permission will be there tomorrow.

    ``close`` it in the end. Neither secret nor state shows in its ``repr``.
    """

    authorisation: Authorisation
    ends_at: datetime
    lasts: bool
    redirect: Redirect | None = field(repr=False)

    @property
    def address(self) -> str:
        """The page on which the account's owner agrees."""
        return self.authorisation.address

    @property
    def is_automatic(self) -> bool:
        """True when the browser brings the code back by itself."""
        return self.redirect is not None

    def wait(self) -> str | None:
        """The code the browser brought; None when closed, or when the code is to be pasted.

        Blocks up to ``LIFE``: call it on a thread of its own. Raises ``PlatformError``.
        """
        return None if self.redirect is None else self.redirect.wait(self.authorisation.state, LIFE.total_seconds())

    def close(self) -> None:
        """Stop waiting, from any thread."""
        if self.redirect is not None:
            self.redirect.close()


class SigningIn:
    """Makes attempts and finishes them; all of it may call the keyring or the network."""

    def __init__(self, desk: Desk, accounts: Accounts, listen: Listen) -> None:
        self._desk = desk
        self._accounts = accounts
        self._listen = listen

    def begin(self, app: AppKey, secret: str) -> Attempt:
        """Begin for an app; an empty ``redirect_uri`` has the browser bring the code back to this machine.

        Raises ``InvalidInputError`` for empty fields, ``PlatformError`` for a bad server or a port that is taken.
        """
        app = replace(app, key=app.key.strip(), redirect_uri=app.redirect_uri.strip())

        def begun(redirect_uri: str) -> Authorisation:
            return self._accounts.begin(app, secret, redirect_uri=redirect_uri)

        return self._attempt(app, begun)

    def begin_again(self, account: AccountId) -> Attempt | None:
        """Begin for an account's own app; None when its secret is not kept and must be typed in."""

        def begun(redirect_uri: str) -> Authorisation | None:
            return self._accounts.begin_again(account, redirect_uri=redirect_uri)

        return self._attempt(self._accounts.get(account).app, begun)

    def finish(self, attempt: Attempt, given: str, *, role: AccountRole) -> Outcome[Account]:
        """Take the permission with a code, or with the whole address that holds it; raises what ``Accounts`` raises."""
        return self._accounts.finish(attempt.authorisation, given, role=role)

    @overload
    def _attempt(self, app: AppKey, begun: Callable[[str], Authorisation]) -> Attempt: ...
    @overload
    def _attempt(self, app: AppKey, begun: Callable[[str], Authorisation | None]) -> Attempt | None: ...
    def _attempt(self, app: AppKey, begun: Callable[[str], Authorisation | None]) -> Attempt | None:
        """An attempt that listens first, as where it listens stands in the page's address."""
        with ExitStack() as until_begun:
            redirect = None
            if not app.redirect_uri:
                # A practice Weibo takes any port of this machine, so two practices never meet on one.
                redirect = self._listen("" if is_on_this_machine(app.server) else LOOPBACK_REDIRECT)
                until_begun.callback(redirect.close)
            authorisation = begun(app.redirect_uri if redirect is None else redirect.redirect_uri)
            if authorisation is None:
                return None
            until_begun.pop_all()
        return Attempt(authorisation, self._desk.now() + LIFE, self._accounts.lasts, redirect)


def practice_secret() -> str:
    """The practice app's secret, which is nobody's: it fits a server on this machine only."""
    return hashlib.sha256("橙果客服台".encode()).hexdigest()[:32]
