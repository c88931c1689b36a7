"""An account's token and its app's secret in the keyring: under which names, in which form."""

import json
from datetime import datetime

from weibo_operator.domain.open_platform import WEIBO_SERVER, AppKey, SecretStore, Token
from weibo_operator.storage.times import from_ms, to_ms


def keep(store: SecretStore, app: AppKey, secret: str, token: Token) -> None:
    """Keep what a permission consists of."""
    store.keep(_app_name(app), secret)
    written = {"value": token.value, "expires_at": to_ms(token.expires_at)}
    store.keep(_token_name(token.uid), json.dumps(written))


def token_of(store: SecretStore, uid: str) -> Token | None:
    """The account's token, or None where none is kept or it can't be understood."""
    kept = store.read(_token_name(uid))
    if kept is None:
        return None
    try:
        found = json.loads(kept)
        value, expires_at = found["value"], _moment(found["expires_at"])
    except (ValueError, TypeError, KeyError, OverflowError):
        return None
    return Token(value, uid, expires_at) if isinstance(value, str) else None


def secret_of(store: SecretStore, app: AppKey) -> str | None:
    """The app's secret, where it is kept."""
    return store.read(_app_name(app))


def forget_token(store: SecretStore, uid: str) -> None:
    """Remove an account's token."""
    store.forget(_token_name(uid))


def forget_app(store: SecretStore, app: AppKey) -> None:
    """Remove an app's secret."""
    store.forget(_app_name(app))


def _moment(milliseconds: object) -> datetime:
    if not isinstance(milliseconds, int):
        raise TypeError
    return from_ms(milliseconds)


def _app_name(app: AppKey) -> str:
    """An app is its key on its server: another server may know the same key with another secret."""
    return f"app/{app.key}" if app.server == WEIBO_SERVER else f"app/{app.key}@{app.server}"


def _token_name(uid: str) -> str:
    return f"token/{uid}"
