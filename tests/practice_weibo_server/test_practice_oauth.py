"""Permission on the practice Weibo: the page, the code, the token's life, and giving it back."""

from urllib.parse import parse_qs, urlencode, urlsplit

import pytest

from tests.practice_weibo import DEFAULT_PAGE
from tests.practice_weibo_server.conftest import Shop
from tests.practice_weibo_server.visitor import Got, Visitor

LOOPBACK = "http://127.0.0.1:49152/weibo"


def asking(shop: Shop, **changed: str) -> dict[str, str]:
    return {"client_id": shop.app.key, "redirect_uri": LOOPBACK, "response_type": "code", "state": "s-1"} | changed


def page(shop: Shop, **changed: str) -> Got:
    return Visitor(shop.server.address).ask(f"/oauth2/authorize?{urlencode(asking(shop, **changed))}")


def decide(shop: Shop, decision: str, **changed: str) -> str:
    fields = asking(shop, **{"uid": shop.me.uid, "decision": decision, **changed})
    got = Visitor(shop.server.address).ask("/oauth2/authorize", urlencode(fields).encode())
    assert got.status == 302
    return got.headers["Location"]


def code_of(location: str) -> str:
    return parse_qs(urlsplit(location).query)["code"][0]


def exchange(shop: Shop, given: str, **changed: str) -> Got:
    fields = {
        "client_id": shop.app.key,
        "client_secret": shop.app.secret,
        "grant_type": "authorization_code",
        "code": given,
        "redirect_uri": LOOPBACK,
    } | changed
    return Visitor(shop.server.address).ask("/oauth2/access_token", urlencode(fields).encode())


def test_the_page_names_app_and_accounts(shop: Shop):
    shop.world.account("橙果客服")
    shown = page(shop).body.decode()
    assert shop.app.name in shown
    assert "橙果数码旗舰店" in shown
    assert "授权 5 年" in shown
    assert "橙果客服" in shown
    assert "授权 1 天" in shown
    assert "同意" in shown
    assert "拒绝" in shown
    assert "番茄不炒蛋" not in shown


def test_what_a_request_brings_is_not_html(shop: Shop):
    shown = page(shop, state='"><script>alert(1)</script>').body.decode()
    assert "<script>" not in shown


def test_agreeing_brings_a_code_and_the_state_back(shop: Shop):
    location = decide(shop, "agree")
    assert location.startswith(f"{LOOPBACK}?")
    assert parse_qs(urlsplit(location).query)["state"] == ["s-1"]
    token = exchange(shop, code_of(location)).json
    assert token["uid"] == shop.me.uid
    assert token["expires_in"] == 157_679_999
    assert Visitor(shop.server.address, token["access_token"]).get("account/get_uid").json["uid"] == shop.me.uid


def test_refusing_brings_an_error_back(shop: Shop):
    query = parse_qs(urlsplit(decide(shop, "refuse")).query)
    assert query["error"] == ["access_denied"]
    assert query["error_code"] == ["21330"]
    assert query["state"] == ["s-1"]
    assert "code" not in query


def test_without_a_page_of_ones_own_the_code_is_shown(shop: Shop):
    location = decide(shop, "agree", redirect_uri=DEFAULT_PAGE)
    assert location.startswith("/oauth2/default.html?")
    shown = Visitor(shop.server.address).ask(location).body.decode()
    assert code_of(location) in shown
    assert exchange(shop, code_of(location), redirect_uri=DEFAULT_PAGE).status == 200
    refused = Visitor(shop.server.address).ask(decide(shop, "refuse", redirect_uri=DEFAULT_PAGE)).body.decode()
    assert "已拒绝" in refused


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"client_id": "1"}, "21324"),
        ({"redirect_uri": "http://elsewhere.invalid/"}, "21322"),
        ({"redirect_uri": "http://127.0.0.1.elsewhere.invalid:80/"}, "21322"),
        ({"response_type": "token"}, "21329"),
    ],
)
def test_a_wrong_request_is_never_sent_on(shop: Shop, changed: dict[str, str], code: str):
    got = page(shop, **changed)
    assert got.status == 400
    assert code in got.body.decode()
    assert "Location" not in got.headers


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"client_secret": "wrong"}, "21324"),
        ({"client_id": "1"}, "21324"),
        ({"grant_type": "password"}, "21328"),
        ({"code": "never given"}, "21325"),
        ({"code": ""}, "21323"),
        ({"redirect_uri": f"{LOOPBACK}/"}, "21322"),
    ],
)
def test_a_wrong_exchange_gives_no_token(shop: Shop, changed: dict[str, str], code: str):
    got = exchange(shop, code_of(decide(shop, "agree")), **changed)
    assert (got.status, got.code) == (400, code)
    assert got.json["error_description"]


def test_a_code_works_once_and_for_ten_minutes(shop: Shop):
    code = code_of(decide(shop, "agree"))
    assert exchange(shop, code).status == 200
    assert exchange(shop, code).code == "21325"
    late = code_of(decide(shop, "agree"))
    shop.world.advance(minutes=11)
    assert exchange(shop, late).code == "21325"


def test_another_account_gets_a_day(shop: Shop):
    support = shop.world.account("橙果客服")
    token = exchange(shop, code_of(decide(shop, "agree", uid=support.uid))).json
    assert token["expires_in"] == 86_400
    visitor = Visitor(shop.server.address, token["access_token"])
    assert visitor.get("account/get_uid").status == 200
    shop.world.advance(days=1)
    expired = visitor.get("account/get_uid")
    assert (expired.status, expired.code) == (403, "21327")


def test_customers_cannot_be_signed_in(shop: Shop):
    fields = asking(shop, uid=shop.customer().uid, decision="agree")
    got = Visitor(shop.server.address).ask("/oauth2/authorize", urlencode(fields).encode())
    assert got.status == 400


def test_a_token_is_told_about_and_given_back(shop: Shop):
    token = shop.world.token(shop.me, seconds=500)
    body = urlencode({"access_token": token}).encode()
    visitor = Visitor(shop.server.address)
    told = visitor.ask("/oauth2/get_token_info", body).json
    assert (told["uid"], told["expire_in"]) == (int(shop.me.uid), 500)
    assert visitor.ask("/oauth2/revokeoauth2", body).json == {"result": "true"}
    assert Visitor(shop.server.address, token).get("account/get_uid").code == "21321"


def test_no_token_and_a_wrong_one(shop: Shop):
    assert Visitor(shop.server.address).get("account/get_uid").code == "10006"
    assert Visitor(shop.server.address, "2.00wrong").get("account/get_uid").code == "21332"
