"""OAuth 2 of the practice Weibo (weibo.md part 2): who agrees, the code, the token, and giving it back."""

import re
import secrets
from collections.abc import Mapping
from datetime import timedelta
from urllib.parse import urlencode, urlsplit

from tests.practice_weibo import api
from tests.practice_weibo.records import DEFAULT_PAGE, App, Code, RefusedError
from tests.practice_weibo.world import World

CODE_LIFE = timedelta(minutes=10)
OWN_PAGE = "/oauth2/default.html"
_LOOPBACK = re.compile(r"http://(127\.0\.0\.1|localhost|\[::1\]):\d{1,5}(/[^#]*)?")


def asked_app(world: World, fields: Mapping[str, str]) -> App:
    """The app of an authorise request; raises ``RefusedError`` 21324, 21322, 21329: never told to the app."""
    app = world.apps.get(fields.get("client_id", ""))
    if app is None:
        raise RefusedError("21324", detail="client_id")
    address = fields.get("redirect_uri", "")
    if address not in app.redirect_uris and not (app.loopback and _LOOPBACK.fullmatch(address)):
        raise RefusedError("21322", detail="redirect_uri")
    if fields.get("response_type", "code") != "code":
        raise RefusedError("21329", detail="response_type")
    return app


def decide(world: World, fields: Mapping[str, str]) -> str:
    """Where the browser goes after 同意 or 拒绝; with 同意 a code waits there."""
    app = asked_app(world, fields)
    address = fields["redirect_uri"]
    if fields.get("decision") != "agree":
        answer = {
            "error": "access_denied",
            "error_code": "21330",
            "error_description": "user denied your request.",
            "error_uri": "/oauth2/authorize",
        }
    else:
        answer = {"code": grant_code(world, app, fields.get("uid", ""), address)}
    if fields.get("state"):
        answer["state"] = fields["state"]
    page = OWN_PAGE if address == DEFAULT_PAGE else address
    return f"{page}{'&' if urlsplit(page).query else '?'}{urlencode(answer)}"


def grant_code(world: World, app: App, uid: str, redirect_uri: str) -> str:
    """A code as if the account's owner had agreed; raises ``RefusedError`` for an account that is not ours."""
    with world.lock:
        user = world.users.get(uid)
        if user is None or not user.is_ours:
            raise RefusedError("20003")
        value = secrets.token_hex(16)
        world.codes[value] = Code(value, app.key, uid, redirect_uri, world.now())
        return value


def access_token(world: World, fields: Mapping[str, str]) -> dict[str, object]:
    """The token for a code; raises ``RefusedError`` 21324, 21328, 21325 (used, too old, of another app) or 21322."""
    with world.lock:
        app = world.apps.get(fields.get("client_id", ""))
        if app is None or not secrets.compare_digest(app.secret, fields.get("client_secret", "")):
            raise RefusedError("21324", detail="client_id or client_secret")
        if fields.get("grant_type") != "authorization_code":
            raise RefusedError("21328", detail="grant_type")
        if not fields.get("code"):
            raise RefusedError("21323", detail="code")
        code = world.codes.pop(fields["code"], None)
        if code is None or code.app_key != app.key or world.now() - code.created_at > CODE_LIFE:
            raise RefusedError("21325", detail="invalid authorization code")
        if fields.get("redirect_uri") != code.redirect_uri:
            raise RefusedError("21322", detail="redirect_uri")
        seconds = app.seconds_for(code.uid)
        value = world.token(world.users[code.uid], app, seconds=seconds)
        return {
            "access_token": value,
            "remind_in": str(seconds),
            "expires_in": seconds,
            "uid": code.uid,
            "isRealName": "true",
        }


def token_info(world: World, token: str) -> dict[str, object]:
    """Whose token it is and how long it lives; the keys have no s, as there."""
    grant = api.grant_of(world, token)
    return {
        "uid": int(grant.uid),
        "appkey": int(grant.app_key) if grant.app_key.isdigit() else grant.app_key,
        "scope": None,
        "create_at": int(grant.created_at.timestamp()),
        "expire_in": int((grant.expires_at - world.now()).total_seconds()),
    }


def revoke(world: World, token: str) -> dict[str, object]:
    """Give a token back."""
    api.grant_of(world, token)
    world.revoke(token)
    return {"result": "true"}
