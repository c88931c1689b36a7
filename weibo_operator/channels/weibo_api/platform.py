"""The open platform before anybody is signed in: permission for an account, and giving it back."""

import ssl
from contextlib import closing
from datetime import timedelta
from urllib.parse import urlencode

import httpx

from weibo_operator.channels.file_import.json_values import JsonObject, as_object
from weibo_operator.channels.weibo_api.addresses import safe_server
from weibo_operator.channels.weibo_api.session import WeiboSession
from weibo_operator.channels.weibo_api.transport import Patience, Request, Transport
from weibo_operator.channels.weibo_api.values import text_at, whole_number
from weibo_operator.domain.clock import Clock
from weibo_operator.domain.open_platform import AppKey, OnCall, PlatformError, Reaction, Token

_EXCHANGE = "oauth2/access_token"
_INFO = "oauth2/get_token_info"
_REVOKE = "oauth2/revokeoauth2"
_SHORTEST_LIFE = 24 * 3600
"""Seconds a token lives where nobody says how long: the shortest the platform gives (weibo.md 2.3)."""
_LONGEST_LIFE = 20 * 365 * 24 * 3600
_GIVEN_BACK = "21321"


class WeiboPlatform:
    """Implements ``OpenPlatform``. ``trust`` replaces the certificates of the world (a test's own)."""

    def __init__(self, clock: Clock, *, patience: Patience | None = None, trust: ssl.SSLContext | None = None) -> None:
        self._clock = clock
        self._patience = patience or Patience()
        self._trust = trust

    def authorise_address(self, app: AppKey, *, redirect_uri: str, state: str) -> str:
        """The page on which the account's owner agrees, or another account's: it always asks who signs in."""
        query = {
            "client_id": app.key,
            "redirect_uri": redirect_uri,
            "response_type": "code",
            "state": state,
            "display": "default",
            "forcelogin": "true",
        }
        return f"{safe_server(app.server)}/oauth2/authorize?{urlencode(query)}"

    def exchange(self, app: AppKey, secret: str, *, code: str, redirect_uri: str) -> Token:
        """The token for a code, which works once."""
        form = {
            "client_id": app.key,
            "client_secret": secret,
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": redirect_uri,
        }
        asked_at = self._clock.now()
        with closing(self._transport(app)) as transport:
            answer = _asked(transport, app, _EXCHANGE, form)
            value = text_at(answer, "access_token").strip()
            if not _is_token(value):
                raise PlatformError(Reaction.UNREADABLE, path=_EXCHANGE, detail="shape")
            uid, life = _uid(answer), _life(answer, "expires_in", "remind_in", "expire_in")
            if not uid or life is None:
                more = _asked(transport, app, _INFO, {"access_token": value})
                uid = uid or _uid(more)
                life = life or _life(more, "expire_in", "expires_in")
        if not uid:
            raise PlatformError(Reaction.UNREADABLE, path=_INFO, detail="shape")
        return Token(value, uid, asked_at + timedelta(seconds=_SHORTEST_LIFE if life is None else life))

    def revoke(self, app: AppKey, token: Token) -> None:
        """Give the permission back; one that is over already counts as given back."""
        with closing(self._transport(app)) as transport:
            try:
                _asked(transport, app, _REVOKE, {"access_token": token.value})
            except PlatformError as error:
                if error.reaction is not Reaction.RELOGIN and error.platform_code != _GIVEN_BACK:
                    raise

    def session(self, app: AppKey, token: Token, *, public_ip: str = "", on_call: OnCall | None = None) -> WeiboSession:
        """Access for one account; raises SETUP for a server that no token may be sent to."""
        if not _is_token(token.value):
            raise PlatformError(Reaction.RELOGIN, path="")
        server = safe_server(app.server)
        transport = self._transport(app, token.value)
        return WeiboSession(transport, self._clock, server=server, uid=token.uid, public_ip=public_ip, on_call=on_call)

    def _transport(self, app: AppKey, token: str = "") -> Transport:
        server = safe_server(app.server)
        return Transport(server, self._clock, token=token, patience=self._patience, trust=self._trust_for(server))

    def _trust_for(self, server: str) -> ssl.SSLContext:
        """The certificates of the world, read once (30 ms) and only where they are needed."""
        if self._trust is None and not server.startswith("https:"):
            return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        if self._trust is None:
            self._trust = httpx.create_ssl_context()
        return self._trust


def _asked(transport: Transport, app: AppKey, path: str, form: dict[str, str]) -> JsonObject:
    answer = as_object(transport.ask(Request(path, f"{safe_server(app.server)}/{path}", form=form)))
    if answer is None:
        raise PlatformError(Reaction.UNREADABLE, path=path, detail="shape")
    return answer


def _is_token(value: str) -> bool:
    """What may stand in a header: anything else would be no token of the platform's."""
    return bool(value) and value.isascii() and all("!" <= sign <= "~" for sign in value)


def _uid(answer: JsonObject) -> str:
    number = whole_number(answer.get("uid"))
    return str(number) if number else ""


def _life(answer: JsonObject, *keys: str) -> int | None:
    """Seconds of life under the first of ``keys`` that tells."""
    for key in keys:
        seconds = whole_number(answer.get(key))
        if seconds is not None:
            return min(seconds, _LONGEST_LIFE)
    return None
