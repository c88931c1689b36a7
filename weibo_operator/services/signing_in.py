"""Signing in to the open platform, step by step: the page to open, its answer, the permission (weibo.md 2.1)."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Protocol
from urllib.parse import urlsplit

from weibo_operator.domain.account import Account, AccountRole
from weibo_operator.domain.ids import AccountId
from weibo_operator.domain.open_platform import AppKey
from weibo_operator.domain.operations import Outcome
from weibo_operator.services.accounts import Accounts, Authorisation
from weibo_operator.services.desk import Desk

LIFE = timedelta(minutes=10)
"""So long one attempt is waited for; the platform's code lives no longer."""
LOOPBACK_REDIRECT = "http://127.0.0.1:18650/weibo"
"""Where the browser brings the code back by itself; it stands in the app's settings, hence always the same."""
PRACTICE_KEY = "1352200061"
"""The app of the practice shop, which the practice Weibo knows."""
_OWN_MACHINE = frozenset({"127.0.0.1", "::1", "localhost"})


class Redirect(Protocol):
    """Listens on this machine for the browser coming back, once."""

    @property
    def redirect_uri(self) -> str:
        """Where it listens."""
        ...

    def wait(self, seconds: float) -> str | None:
        """The code, None when cancelled; raises ``PlatformError``. Blocks."""
        ...

    def close(self) -> None:
        """Stop listening; never blocks."""
        ...


Listen = Callable[[str, str], Redirect]
"""Makes a ``Redirect`` for a state and an address (empty: a free port); raises ``PlatformError``."""


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
        return None if self.redirect is None else self.redirect.wait(LIFE.total_seconds())

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
        return self._listening(self._accounts.begin(app, secret, redirect_uri=_redirect_of(app)))

    def begin_again(self, account: AccountId) -> Attempt | None:
        """Begin for an account's own app; None when its secret is not kept and must be typed in."""
        app = self._accounts.get(account).app
        authorisation = self._accounts.begin_again(account, redirect_uri=_redirect_of(app))
        return None if authorisation is None else self._listening(authorisation)

    def finish(self, attempt: Attempt, given: str, *, role: AccountRole) -> Outcome[Account]:
        """Take the permission with a code, or with the whole address that holds it; raises what ``Accounts`` raises."""
        return self._accounts.finish(attempt.authorisation, given, role=role)

    def _listening(self, authorisation: Authorisation) -> Attempt:
        redirect = None
        if not authorisation.app.redirect_uri:
            # A practice Weibo takes any port of this machine, so two practices never meet on one.
            asked = "" if _is_here(authorisation.app.server) else authorisation.redirect_uri
            redirect = self._listen(authorisation.state, asked)
            if redirect.redirect_uri != authorisation.redirect_uri:
                authorisation = self._moved(authorisation, redirect.redirect_uri)
        return Attempt(authorisation, self._desk.now() + LIFE, self._accounts.lasts, redirect)

    def _moved(self, authorisation: Authorisation, redirect_uri: str) -> Authorisation:
        address = self._accounts.platform().authorise_address(
            authorisation.app, redirect_uri=redirect_uri, state=authorisation.state
        )
        return replace(authorisation, redirect_uri=redirect_uri, address=address)


def practice_secret() -> str:
    """The practice app's secret, which is nobody's: it fits a server on this machine only."""
    return hashlib.sha256("橙果客服台".encode()).hexdigest()[:32]


def _redirect_of(app: AppKey) -> str:
    return app.redirect_uri or LOOPBACK_REDIRECT


def _is_here(server: str) -> bool:
    return urlsplit(server).hostname in _OWN_MACHINE
