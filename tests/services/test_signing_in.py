"""Signing in: the page's address, the browser's answer or a pasted code, and nothing stored unless it succeeded."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.conftest import SetClock
from tests.practice_browser import pressed, visited
from tests.practice_weibo import PracticeWeibo
from tests.practice_weibo.story import APP_KEY, APP_WORD, SHOP_UID, shop_world
from tests.services.platform_box import PlatformBox
from weibo_operator.bootstrap import Language, Operator, build
from weibo_operator.channels.keyring_store import MemorySecrets
from weibo_operator.domain.account import AccountRole, AccountState
from weibo_operator.domain.errors import InvalidInputError
from weibo_operator.domain.open_platform import DEFAULT_REDIRECT, AppKey, PlatformError, Reaction
from weibo_operator.domain.settings import PRACTICE
from weibo_operator.services.signing_in import LIFE, LOOPBACK_REDIRECT, PRACTICE_KEY, SigningIn, practice_secret

WORD = "0123456789abcdef0123456789abcdef"
HERE = "http://127.0.0.1:1"


@dataclass
class StillListener:
    """Stands where the listening socket would."""

    redirect_uri: str
    closed: bool = False
    waited: list[tuple[str, float]] = field(default_factory=list)

    def wait(self, state: str, seconds: float) -> str | None:
        self.waited.append((state, seconds))
        return "code-of-the-browser"

    def close(self) -> None:
        self.closed = True


@dataclass
class Listening:
    """Makes listeners and remembers them."""

    made: list[StillListener] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def __call__(self, address: str) -> StillListener:
        self.asked.append(address)
        self.made.append(StillListener(address or "http://127.0.0.1:50123"))
        return self.made[-1]


@pytest.fixture
def platform(clock: SetClock) -> PlatformBox:
    return PlatformBox(clock)


@pytest.fixture
def desk(tmp_path: Path, clock: SetClock, language: Language, platform: PlatformBox) -> Iterator[Operator]:
    made = build(tmp_path / "own.db", clock=clock, language=language, platform=platform, secrets=MemorySecrets())
    yield made
    made.close()


@pytest.fixture
def listening() -> Listening:
    return Listening()


@pytest.fixture
def signing_in(desk: Operator, listening: Listening) -> SigningIn:
    return SigningIn(desk.desk, desk.accounts, listening)


def asked_of(address: str, name: str) -> str:
    return parse_qs(urlsplit(address).query)[name][0]


def test_a_pasted_code_needs_nobody_to_listen(signing_in: SigningIn, listening: Listening, clock: SetClock):
    attempt = signing_in.begin(AppKey(" 2005 ", DEFAULT_REDIRECT), WORD)
    assert listening.made == []
    assert not attempt.is_automatic
    assert attempt.wait() is None
    assert attempt.ends_at == clock.now() + timedelta(minutes=10)
    assert asked_of(attempt.address, "client_id") == "2005"
    assert asked_of(attempt.address, "redirect_uri") == DEFAULT_REDIRECT
    attempt.close()


def test_the_browser_comes_back_to_the_address_of_the_console(signing_in: SigningIn, listening: Listening):
    attempt = signing_in.begin(AppKey("2005", ""), WORD)
    assert listening.asked == [LOOPBACK_REDIRECT]
    assert asked_of(attempt.address, "redirect_uri") == LOOPBACK_REDIRECT
    assert attempt.wait() == "code-of-the-browser"
    assert listening.made[0].waited == [(attempt.authorisation.state, LIFE.total_seconds())]
    attempt.close()
    assert listening.made[0].closed


def test_two_practices_never_meet_on_one_port(signing_in: SigningIn, listening: Listening):
    attempt = signing_in.begin(AppKey("2005", "", HERE), WORD)
    assert listening.asked == [""]
    assert asked_of(attempt.address, "redirect_uri") == "http://127.0.0.1:50123"
    assert attempt.authorisation.redirect_uri == "http://127.0.0.1:50123"


@pytest.mark.parametrize(("key", "secret", "wrong"), [("", WORD, "app_key"), ("2005", "  ", "app_secret")])
def test_an_empty_field_is_named_and_the_port_given_up(
    signing_in: SigningIn, listening: Listening, key: str, secret: str, wrong: str
):
    with pytest.raises(InvalidInputError) as caught:
        signing_in.begin(AppKey(key, ""), secret)
    assert caught.value.data["field"] == wrong
    assert listening.made[0].closed


@pytest.mark.parametrize("redirect_uri", ["", DEFAULT_REDIRECT])
def test_a_server_that_is_no_address_is_named(signing_in: SigningIn, desk: Operator, redirect_uri: str):
    desk.shop.change(PRACTICE, value=True)
    with pytest.raises(InvalidInputError) as caught:
        signing_in.begin(AppKey("2005", redirect_uri, "https://[::1"), WORD)
    assert caught.value.data["field"] == "server"


def test_neither_secret_nor_state_shows(signing_in: SigningIn):
    attempt = signing_in.begin(AppKey("2005", ""), WORD)
    assert WORD not in repr(attempt)
    assert attempt.authorisation.state not in repr(attempt)


def test_a_permission_is_taken_with_the_role(signing_in: SigningIn, desk: Operator):
    attempt = signing_in.begin(AppKey("2005"), WORD)
    outcome = signing_in.finish(attempt, "code-12345678", role=AccountRole.BRAND)
    assert outcome.value.nickname == "橙果客服"
    assert outcome.value.role is AccountRole.BRAND
    assert "account" in outcome.changes.tables
    assert [account.state for account in desk.accounts.all()] == [AccountState.ACTIVE]


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ("", "empty"),
        ("不是授权码", "not_a_code"),
        ("http://127.0.0.1:18650/weibo?code=code-12345678&state=another", "state"),
        ("http://127.0.0.1:18650/weibo?error=access_denied&state=another", "refused"),
    ],
)
def test_what_is_no_answer_stores_nothing(signing_in: SigningIn, desk: Operator, given: str, reason: str):
    attempt = signing_in.begin(AppKey("2005"), WORD)
    with pytest.raises(InvalidInputError) as caught:
        signing_in.finish(attempt, given, role=AccountRole.SERVICE)
    assert caught.value.data["reason"] == reason
    assert desk.accounts.all() == ()


def test_again_is_one_step_while_the_secret_is_kept(signing_in: SigningIn, desk: Operator, listening: Listening):
    first = signing_in.begin(AppKey("2005", ""), WORD)
    account = signing_in.finish(first, "code-12345678", role=AccountRole.SERVICE).value
    desk.accounts.refused(account.id, PlatformError(Reaction.RELOGIN, path="x", platform_code="21327"))
    again = signing_in.begin_again(account.id)
    assert again is not None
    assert again.authorisation.state != first.authorisation.state
    renewed = signing_in.finish(again, "code-87654321", role=account.role).value
    assert (renewed.id, renewed.state) == (account.id, AccountState.ACTIVE)
    desk.accounts.sign_out(account.id)
    assert signing_in.begin_again(account.id) is None
    assert [each.closed for each in listening.made] == [False, False, True]


def test_the_practice_app_is_the_practice_weibos():
    assert (PRACTICE_KEY, practice_secret()) == (APP_KEY, APP_WORD)


@pytest.fixture
def weibo() -> Iterator[PracticeWeibo]:
    with PracticeWeibo(shop_world()) as server:
        yield server


@pytest.fixture
def real(tmp_path: Path, language: Language) -> Iterator[Operator]:
    """A desk with the real client and the real listener."""
    made = build(tmp_path / "own.db", language=language, secrets=MemorySecrets())
    yield made
    made.close()


def practice_app(weibo: PracticeWeibo, redirect_uri: str = "") -> AppKey:
    return AppKey(PRACTICE_KEY, redirect_uri, weibo.address)


def test_over_real_sockets_the_browser_brings_the_code(weibo: PracticeWeibo, real: Operator, tmp_path: Path):
    attempt = real.signing_in.begin(practice_app(weibo), practice_secret())
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(attempt.wait)
        location = pressed(attempt.address, SHOP_UID)
        stranger = visited(location.replace("state=", "state=x"))
        assert stranger.status == 400
        assert "已经授权" in visited(location).body.decode()
        code = waiting.result(timeout=20)
    assert code is not None
    account = real.signing_in.finish(attempt, code, role=AccountRole.SERVICE).value
    assert (account.uid, account.nickname, account.state) == (SHOP_UID, "橙果数码旗舰店", AccountState.ACTIVE)
    assert account.expires_at is not None
    assert account.expires_at - real.desk.now() > timedelta(days=365 * 4)
    kept = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert code.encode() not in kept
    assert practice_secret().encode() not in kept


def test_over_real_sockets_a_pasted_address_does_too(weibo: PracticeWeibo, real: Operator):
    attempt = real.signing_in.begin(practice_app(weibo, DEFAULT_REDIRECT), practice_secret())
    location = pressed(attempt.address, SHOP_UID)
    assert real.signing_in.finish(attempt, location, role=AccountRole.SERVICE).value.uid == SHOP_UID
    with pytest.raises(PlatformError) as caught:
        real.signing_in.finish(attempt, location, role=AccountRole.SERVICE)
    assert caught.value.platform_code == "21325"


def test_over_real_sockets_a_refusal_is_heard(weibo: PracticeWeibo, real: Operator):
    attempt = real.signing_in.begin(practice_app(weibo), practice_secret())
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(attempt.wait)
        visited(pressed(attempt.address, SHOP_UID, "refuse"))
        with pytest.raises(PlatformError) as caught:
            waiting.result(timeout=20)
    assert caught.value.platform_code == "21330"
    assert real.accounts.all() == ()


def test_closing_ends_the_waiting_at_once(weibo: PracticeWeibo, real: Operator):
    attempt = real.signing_in.begin(practice_app(weibo), practice_secret())
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(attempt.wait)
        attempt.close()
        assert waiting.result(timeout=20) is None
