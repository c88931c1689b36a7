"""Which servers are spoken to, over which way: hosts, proxies, certificates."""

import ssl
from pathlib import Path

import pytest

from tests.channels.own_certificate import own_certificate, proved_by
from tests.channels.weibo_api_calls import TARGET, UNREAD, session_on, token
from tests.channels.weibo_api_server import ScriptedServer, answer
from tests.conftest import SetClock
from weibo_operator.channels.weibo_api.addresses import safe_server, same_host, unread_resource
from weibo_operator.channels.weibo_api.platform import WeiboPlatform
from weibo_operator.domain.open_platform import WEIBO_SERVER, AppKey, PlatformError, Reaction


@pytest.mark.parametrize(
    "server",
    [
        "http://api.weibo.com",
        "http://localhost.elsewhere.test",
        "http://127.0.0.1@elsewhere.test",
        "http://10.0.0.1:80",
        "ftp://127.0.0.1",
        "https://user:word@api.weibo.com",
        "https://api.weibo.com/2",
        "https://api.weibo.com?x=1",
        "https://",
        "api.weibo.com",
        "https://api.weibo.com:99999",
        "https://[::1",
        "",
    ],
)
def test_servers_no_token_is_sent_to(clock: SetClock, server: str):
    platform = WeiboPlatform(clock)
    app = AppKey("1", server=server)
    for call in (
        lambda: platform.session(app, token()),
        lambda: platform.revoke(app, token()),
        lambda: platform.exchange(app, "s", code="c", redirect_uri="r"),
        lambda: platform.authorise_address(app, redirect_uri="r", state="s"),
    ):
        with pytest.raises(PlatformError) as caught:
            call()
        assert (caught.value.reaction, caught.value.platform_code) == (Reaction.SETUP, "server")


def test_good_servers_and_the_counter_of_its_own_host():
    assert safe_server(" https://api.weibo.com/ ") == WEIBO_SERVER
    assert safe_server("http://[::1]:8080") == "http://[::1]:8080"
    assert safe_server("http://localhost:1") == "http://localhost:1"
    assert unread_resource(WEIBO_SERVER, "x/y") == "https://rm.api.weibo.com/2/x/y.json"
    assert unread_resource("http://127.0.0.1:9", "x/y") == "http://127.0.0.1:9/2/x/y.json"
    assert same_host("HTTPS://API.weibo.com/x", "https://api.weibo.com/2")
    assert not same_host("http://api.weibo.com/x", "https://api.weibo.com/2")
    assert not same_host("javascript:alert(1)", "https://api.weibo.com/2")


def test_a_proxy_of_the_system_is_not_for_this_machine(clock: SetClock, monkeypatch: pytest.MonkeyPatch):
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "socks5://127.0.0.1:9")
    with ScriptedServer([answer(UNREAD)]) as server:
        session = session_on(server.address, clock)
        assert session.unread().comments == 2
        session.close()
    with pytest.raises(PlatformError) as caught:
        WeiboPlatform(clock).session(AppKey("1"), token())
    assert (caught.value.reaction, caught.value.platform_code) == (Reaction.OFFLINE, "proxy")


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return own_certificate(tmp_path_factory.mktemp("certificate"))


@pytest.fixture
def own_tls(certificate: Path) -> ssl.SSLContext:
    return proved_by(certificate)


def test_a_server_nobody_vouches_for_is_not_spoken_to(clock: SetClock, own_tls: ssl.SSLContext):
    with ScriptedServer([answer(UNREAD)], tls=own_tls) as server:
        session = session_on(server.address, clock)
        for call in (session.unread, lambda: session.send(TARGET, "您好")):
            with pytest.raises(PlatformError) as caught:
                call()
            assert caught.value.reaction is Reaction.UNTRUSTED
        session.close()
        assert server.heard == []


def test_a_server_that_proves_itself_is(clock: SetClock, own_tls: ssl.SSLContext, certificate: Path):
    trust = ssl.create_default_context(cafile=str(certificate))
    with ScriptedServer([answer(UNREAD)], tls=own_tls) as server:
        session = session_on(server.address, clock, trust=trust)
        assert session.unread().comments == 2
        session.close()
