"""The token's answer in all its types, and what is asked for it."""

import json
import subprocess
import sys
from collections.abc import Mapping
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.channels.weibo_api_server import ScriptedServer, answer
from tests.conftest import PROJECT, SetClock
from weibo_operator.channels.weibo_api.platform import WeiboPlatform
from weibo_operator.domain.open_platform import AppKey, PlatformError, Reaction, Token

VALUE = "2.00" + "abc" * 8
INFO = {"uid": 1073880650, "appkey": 1352222456, "scope": None, "create_at": 1352267591, "expire_in": 157679471}


def test_the_client_is_loaded_with_the_first_call_only():
    look = "import sys, weibo_operator.bootstrap; sys.exit('httpx' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", look], cwd=PROJECT, check=False).returncode == 0


def exchanged(clock: SetClock, *answers: Mapping[str, object]) -> tuple[Token, list[bytes]]:
    with ScriptedServer([answer(json.dumps(each)) for each in answers]) as server:
        app = AppKey("1352222456", server=server.address)
        token = WeiboPlatform(clock).exchange(app, "the app's word", code="c0de", redirect_uri="http://127.0.0.1:5")
        return token, server.heard


@pytest.mark.parametrize(
    ("told", "seconds"),
    [
        ({"expires_in": 157679999, "remind_in": "5", "uid": "1404376560"}, 157_679_999),
        ({"expires_in": "86400", "uid": 1404376560}, 86_400),
        ({"remind_in": "604800", "uid": 1404376560.0}, 604_800),
        ({"expires_in": "soon", "remind_in": 60, "uid": " 1404376560 "}, 60),
        ({"expires_in": 10**15, "uid": "1404376560"}, 20 * 365 * 86_400),
        ({"expires_in": 0, "uid": "1404376560"}, 0),
    ],
)
def test_a_token_of_any_types(clock: SetClock, told: dict[str, object], seconds: int):
    token, heard = exchanged(clock, {"access_token": f" {VALUE}\n", "isRealName": "true", **told})
    assert token == Token(VALUE, "1404376560", clock.now() + timedelta(seconds=seconds))
    assert len(heard) == 1


def test_what_the_answer_leaves_out_is_asked_for(clock: SetClock):
    token, heard = exchanged(clock, {"access_token": VALUE}, INFO)
    assert token == Token(VALUE, "1073880650", clock.now() + timedelta(seconds=157_679_471))
    assert heard[1].startswith(b"POST /oauth2/get_token_info HTTP/1.1")
    token, _ = exchanged(clock, {"access_token": VALUE, "uid": "1"}, {"uid": 1})
    assert token.expires_at == clock.now() + timedelta(days=1)


def test_the_apps_word_is_in_the_body_only(clock: SetClock):
    _, (heard,) = exchanged(clock, {"access_token": VALUE, "uid": "1", "expires_in": 5})
    head, _, body = heard.partition(b"\r\n\r\n")
    assert head.startswith(b"POST /oauth2/access_token HTTP/1.1\r\n")
    assert b"Authorization" not in head
    assert {name: found[0] for name, found in parse_qs(body.decode()).items()} == {
        "client_id": "1352222456",
        "client_secret": "the app's word",
        "grant_type": "authorization_code",
        "code": "c0de",
        "redirect_uri": "http://127.0.0.1:5",
    }


@pytest.mark.parametrize("value", [None, "", "two\nlines", "中文", {"a": 1}])
def test_an_answer_without_a_usable_token(clock: SetClock, value: object):
    with pytest.raises(PlatformError) as caught:
        exchanged(clock, {"access_token": value, "uid": "1"})
    assert caught.value.reaction is Reaction.UNREADABLE


def test_nobody_is_no_account(clock: SetClock):
    with pytest.raises(PlatformError) as caught:
        exchanged(clock, {"access_token": VALUE, "expires_in": 5}, {"uid": "nobody"})
    assert caught.value.reaction is Reaction.UNREADABLE


def test_oauths_own_names_are_understood(clock: SetClock):
    with pytest.raises(PlatformError) as caught:
        exchanged(clock, {"error": "invalid_grant", "error_description": "c0de the app's word"})
    assert (caught.value.reaction, caught.value.platform_code) == (Reaction.SETUP, "21325")
    assert "the app's word" not in repr(caught.value.data)


def test_the_authorise_page(clock: SetClock):
    address = WeiboPlatform(clock).authorise_address(
        AppKey("123"), redirect_uri="http://127.0.0.1:5/?a=b&c", state="s&t"
    )
    assert address.startswith("https://api.weibo.com/oauth2/authorize?")
    assert {name: found[0] for name, found in parse_qs(urlsplit(address).query).items()} == {
        "client_id": "123",
        "redirect_uri": "http://127.0.0.1:5/?a=b&c",
        "response_type": "code",
        "state": "s&t",
        "display": "default",
        "forcelogin": "true",
    }


@pytest.mark.parametrize(
    ("said", "ends"),
    [
        ('{"result": "true"}', True),
        ('{"error_code": 21327}', True),
        ('{"error_code": "21321"}', True),
        ("<html>", False),
    ],
)
def test_giving_back_what_is_over_is_giving_back(clock: SetClock, said: str, ends: bool):
    with ScriptedServer([answer(said)]) as server:
        app = AppKey("1", server=server.address)
        token = Token(VALUE, "5", clock.now())
        if ends:
            WeiboPlatform(clock).revoke(app, token)
        else:
            with pytest.raises(PlatformError) as caught:
                WeiboPlatform(clock).revoke(app, token)
            assert caught.value.reaction is Reaction.UNREADABLE
        (heard,) = server.heard
    assert heard.startswith(b"POST /oauth2/revokeoauth2 HTTP/1.1")
    assert heard.endswith(f"access_token={VALUE}".encode())
