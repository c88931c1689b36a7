"""Our own accounts: signing in and out, what the platform refused, the day's calls."""

import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest

from tests.channels.keyring_ring import Ring
from tests.conftest import PROJECT, Customers, SetClock
from tests.services.platform_box import LIFE, PlatformBox
from weibo_operator.bootstrap import Language, Operator, build
from weibo_operator.channels.keyring_store import KeyringSecrets, MemorySecrets
from weibo_operator.domain.account import Account, AccountRole, AccountState, PauseScope
from weibo_operator.domain.clock import china
from weibo_operator.domain.errors import InvalidInputError, NotFoundError
from weibo_operator.domain.ids import AccountId
from weibo_operator.domain.open_platform import AppKey, Feature, PlatformError, Reaction, ReplyTarget, SecretStore
from weibo_operator.domain.settings import API_DAILY_CALLS, OWN_NICKNAME, PRACTICE
from weibo_operator.services.accounts import NOTHING_KEPT, OUT_OF_DATE, Accounts
from weibo_operator.services.call_budget import USED_UP
from weibo_operator.storage.connection import write

APP = AppKey("2005", server="http://127.0.0.1:1")
APP_NAME = "app/2005@http://127.0.0.1:1"
REDIRECT = "https://api.weibo.com/oauth2/default.html"


@pytest.fixture
def box(clock: SetClock) -> PlatformBox:
    return PlatformBox(clock)


@pytest.fixture
def secrets() -> MemorySecrets:
    return MemorySecrets()


@pytest.fixture
def accounts(operator: Operator, box: PlatformBox, secrets: MemorySecrets) -> Accounts:
    return Accounts(operator.desk, lambda: box, secrets)


@pytest.fixture
def ring() -> Ring:
    return Ring()


@pytest.fixture
def on_ring(operator: Operator, box: PlatformBox, ring: Ring) -> Accounts:
    """Accounts whose permissions lie in a keyring of the system's."""
    return Accounts(operator.desk, lambda: box, KeyringSecrets(lambda: ring))


def signed_in(
    accounts: Accounts, uid: str = "900", role: AccountRole = AccountRole.SERVICE, app: AppKey = APP
) -> Account:
    begun = accounts.begin(app, "the-secret", redirect_uri=REDIRECT)
    return accounts.finish(begun, f"code-{uid}", role=role).value


def is_active(accounts: Accounts) -> bool:
    return any(account.state is AccountState.ACTIVE for account in accounts.all())


def refusal(reaction: Reaction, feature: Feature = Feature.COMMENTS, code: str = "", **data: object) -> PlatformError:
    return PlatformError(reaction, path=feature.value, platform_code=code, **data)


def everything_in_the_file(operator: Operator) -> str:
    return "\n".join(operator.desk.connection.iterdump())


def test_the_first_account_answers_by_default_and_names_the_shop(accounts: Accounts, operator: Operator):
    account = signed_in(accounts)
    assert (account.uid, account.nickname, account.state) == ("900", "橙果客服", AccountState.ACTIVE)
    assert account.is_default
    assert accounts.default() == account
    assert is_active(accounts)
    assert operator.shop.value(OWN_NICKNAME) == "橙果客服"


def test_an_own_nickname_that_is_set_stays(accounts: Accounts, operator: Operator):
    operator.shop.change(OWN_NICKNAME, "小橙")
    signed_in(accounts)
    assert operator.shop.value(OWN_NICKNAME) == "小橙"


def test_neither_secret_nor_token_is_in_the_file_or_a_repr(accounts: Accounts, operator: Operator):
    begun = accounts.begin(APP, "the-secret", redirect_uri=REDIRECT)
    accounts.finish(begun, "code-900", role=AccountRole.SERVICE)
    file = everything_in_the_file(operator)
    for word in ("the-secret", "value-code-900", begun.state):
        assert word not in repr(begun)
        assert word not in file
    assert "橙果客服" in file


def test_each_attempt_has_a_state_of_its_own(accounts: Accounts):
    states = {accounts.begin(APP, "s", redirect_uri=REDIRECT).state for _ in range(20)}
    assert len(states) == 20
    assert all(len(state) >= 32 for state in states)


def test_an_answer_to_another_attempt_is_refused(accounts: Accounts, box: PlatformBox):
    begun = accounts.begin(APP, "s", redirect_uri=REDIRECT)
    with pytest.raises(InvalidInputError):
        accounts.finish(begun, f"{REDIRECT}?code=code-900&state=another", role=AccountRole.SERVICE)
    assert box.exchanged == []
    accounts.finish(begun, f"{REDIRECT}?code=code-900&state={begun.state}", role=AccountRole.SERVICE)
    assert is_active(accounts)


def test_a_code_that_was_used_leaves_nothing_behind(accounts: Accounts, box: PlatformBox, secrets: MemorySecrets):
    box.exchanged.append("code-used")
    begun = accounts.begin(APP, "s", redirect_uri=REDIRECT)
    with pytest.raises(PlatformError):
        accounts.finish(begun, "code-used", role=AccountRole.SERVICE)
    assert accounts.all() == ()
    assert secrets.read(APP_NAME) is None


def test_a_name_that_cannot_be_had_now_does_not_waste_the_code(accounts: Accounts, box: PlatformBox):
    box.will_fail(Feature.PROFILE, Reaction.RETRY)
    assert signed_in(accounts).nickname == "900"
    assert box.open_sessions == 0


class CountingSecrets(MemorySecrets):
    """Looks whether the row was there before what it stands for was kept."""

    def __init__(self) -> None:
        super().__init__()
        self.accounts: Accounts | None = None
        self.seen: list[int] = []

    def keep(self, name: str, value: str) -> None:
        assert self.accounts is not None
        self.seen.append(len(self.accounts.all()))
        super().keep(name, value)


def test_the_keyring_has_the_token_before_the_row_says_active(operator: Operator, box: PlatformBox):
    secrets = CountingSecrets()
    store: SecretStore = secrets
    secrets.accounts = Accounts(operator.desk, lambda: box, store)
    signed_in(secrets.accounts)
    assert secrets.seen == [0, 0]


def test_the_same_uid_again_renews_the_same_account(accounts: Accounts, box: PlatformBox, clock: SetClock):
    first = signed_in(accounts)
    accounts.refused(first.id, refusal(Reaction.NO_PERMISSION))
    accounts.refused(first.id, refusal(Reaction.RELOGIN))
    clock.advance(hours=1)
    begun = accounts.begin_again(first.id, redirect_uri=REDIRECT)
    assert begun is not None
    again = accounts.finish(begun, "code-new", role=AccountRole.BRAND).value
    assert (again.id, again.state, again.role) == (first.id, AccountState.ACTIVE, AccountRole.BRAND)
    assert again.is_default
    assert again.expires_at == clock.now() + LIFE
    assert accounts.features_off(again.id) == ()


def test_signing_out_forgets_the_token_even_when_the_platform_does_not_answer(
    accounts: Accounts, box: PlatformBox, secrets: MemorySecrets
):
    account = signed_in(accounts)
    box.revoke_error = refusal(Reaction.OFFLINE)
    gone = accounts.sign_out(account.id)
    assert gone.value.state is AccountState.SIGNED_OUT
    assert "account" in gone.changes.tables
    assert box.revoked == ["value-code-900"]
    assert secrets.read("token/900") is None
    assert secrets.read(APP_NAME) is None
    assert not is_active(accounts)
    with pytest.raises(PlatformError) as refused:
        accounts.session(gone.value)
    assert refused.value.reaction is Reaction.RELOGIN


def test_an_app_that_another_account_uses_keeps_its_secret(accounts: Accounts, secrets: MemorySecrets):
    first, second = signed_in(accounts), signed_in(accounts, "901", AccountRole.BRAND)
    accounts.sign_out(first.id)
    assert secrets.read(APP_NAME) == "the-secret"
    default = accounts.default()
    assert default is not None
    assert default.id == second.id


def names_in(ring: Ring) -> set[str]:
    return {name for _, name in ring.kept}


def test_signed_out_nothing_is_left_in_the_keyring(on_ring: Accounts, ring: Ring):
    account = signed_in(on_ring)
    assert names_in(ring) == {"token/900", APP_NAME}
    on_ring.sign_out(account.id)
    assert ring.kept == {}


def test_an_app_s_secret_belongs_to_its_key_on_its_server(on_ring: Accounts, ring: Ring):
    here, there = signed_in(on_ring), signed_in(on_ring, "901", app=AppKey("2005"))
    assert names_in(ring) == {"token/900", "token/901", APP_NAME, "app/2005"}
    on_ring.sign_out(here.id)
    assert names_in(ring) == {"token/901", "app/2005"}
    assert on_ring.begin_again(here.id, redirect_uri=REDIRECT) is None
    assert on_ring.begin_again(there.id, redirect_uri=REDIRECT) is not None


@pytest.mark.parametrize("changed", [AppKey("2006", server=APP.server), AppKey("2005")])
def test_an_app_that_was_changed_takes_its_secret_along(
    on_ring: Accounts, box: PlatformBox, ring: Ring, changed: AppKey
):
    first = signed_in(on_ring)
    box.exchanged.clear()
    assert signed_in(on_ring, app=changed).id == first.id
    assert APP_NAME not in names_in(ring)
    assert len(ring.kept) == 2
    assert on_ring.begin_again(first.id, redirect_uri=REDIRECT) is not None


def test_roles_default_and_address_can_be_changed(accounts: Accounts):
    first, second = signed_in(accounts), signed_in(accounts, "901")
    assert not second.is_default
    accounts.make_default(second.id)
    assert [account.is_default for account in accounts.all()] == [False, True]
    assert accounts.set_role(first.id, AccountRole.TECHNICAL).value.role is AccountRole.TECHNICAL
    assert accounts.set_public_ip(first.id, " 203.0.113.7 ").value.public_ip == "203.0.113.7"
    assert accounts.set_public_ip(first.id, "").value.public_ip == ""
    with pytest.raises(InvalidInputError):
        accounts.set_public_ip(first.id, "not an address")
    with pytest.raises(NotFoundError):
        accounts.make_default(AccountId(77))
    assert [account.is_default for account in accounts.all()] == [False, True]


def test_practice_does_not_reach_the_real_platform(accounts: Accounts, operator: Operator):
    operator.shop.change(PRACTICE, value=True)
    with pytest.raises(InvalidInputError):
        accounts.begin(AppKey("2005"), "s", redirect_uri=REDIRECT)
    with pytest.raises(InvalidInputError):
        accounts.begin(AppKey("2005", server="https://127.0.0.1.example.com"), "s", redirect_uri=REDIRECT)
    assert signed_in(accounts).uid == "900"


def test_an_account_of_the_real_platform_is_not_called_from_practice(
    accounts: Accounts, operator: Operator, box: PlatformBox
):
    begun = accounts.begin(AppKey("2005"), "s", redirect_uri=REDIRECT)
    account = accounts.finish(begun, "code-900", role=AccountRole.SERVICE).value
    operator.shop.change(PRACTICE, value=True)
    box.open_sessions = 0
    with pytest.raises(PlatformError):
        accounts.session(account)
    accounts.sign_out(account.id)
    assert (box.open_sessions, box.revoked) == (0, [])


def test_no_permission_means_signing_in_again_without_a_call(
    accounts: Accounts, box: PlatformBox, secrets: MemorySecrets, clock: SetClock
):
    account = signed_in(accounts)
    clock.advance(days=31)
    with pytest.raises(PlatformError) as refused:
        accounts.session(account)
    assert refused.value.platform_code == OUT_OF_DATE
    for kept in (None, "", "{}", "[]", "null", '{"value": 3, "expires_at": 5}', '{"value": "v", "expires_at": 1e400}'):
        if kept is None:
            secrets.forget("token/900")
        else:
            secrets.keep("token/900", kept)
        with pytest.raises(PlatformError) as refused:
            accounts.session(account)
        assert (refused.value.reaction, refused.value.platform_code) == (Reaction.RELOGIN, NOTHING_KEPT)


def test_several_expired_answers_make_one_change(accounts: Accounts):
    account = signed_in(accounts)
    first = accounts.refused(account.id, refusal(Reaction.RELOGIN, code="21327"))
    assert "account" in first.tables
    for _ in range(3):
        assert accounts.refused(account.id, refusal(Reaction.RELOGIN, code="21332")).tables == frozenset()
    assert accounts.get(account.id).state is AccountState.EXPIRED


def test_a_refused_feature_is_off_until_it_is_switched_on(accounts: Accounts):
    account = signed_in(accounts)
    error = refusal(Reaction.NO_PERMISSION, Feature.MENTIONS, "10014", detail="Insufficient app permissions!")
    assert accounts.refused(account.id, error).tables == {"account_feature"}
    assert accounts.refused(account.id, error).tables == frozenset()
    (off,) = accounts.features_off(account.id)
    assert (off.feature, off.code) == (Feature.MENTIONS, "10014")
    assert accounts.get(account.id).state is AccountState.ACTIVE
    accounts.switch_on(account.id, Feature.MENTIONS)
    assert accounts.features_off(account.id) == ()


def test_a_rate_limit_rests_until_the_next_full_hour(accounts: Accounts, clock: SetClock):
    account = signed_in(accounts)
    accounts.refused(account.id, refusal(Reaction.RATE_LIMIT, code="10023"))
    (pause,) = accounts.pauses(account.id)
    assert (pause.scope, f"{china(pause.until):%H:%M}", pause.code) == (PauseScope.ALL, "15:00", "10023")
    clock.advance(minutes=50)
    assert accounts.pauses(account.id) == ()


def test_a_shorter_rest_never_ends_a_longer_one(accounts: Accounts, clock: SetClock):
    account = signed_in(accounts)
    accounts.refused(account.id, refusal(Reaction.STOP, code="10004"))
    assert accounts.refused(account.id, refusal(Reaction.RATE_LIMIT)).tables == frozenset()
    (pause,) = accounts.pauses(account.id)
    assert pause.until == clock.now() + timedelta(hours=6)


def test_writes_rest_by_themselves_and_every_rest_can_be_ended(accounts: Accounts, clock: SetClock):
    account = signed_in(accounts)
    accounts.refused(account.id, refusal(Reaction.PAUSE_WRITES, Feature.REPLY, "20016"))
    until = clock.now() + timedelta(days=40)
    accounts.refused(account.id, refusal(Reaction.RATE_LIMIT, retry_at=until))
    both = {pause.scope: pause.until for pause in accounts.pauses(account.id)}
    assert both == {
        PauseScope.WRITES: clock.now() + timedelta(minutes=10),
        PauseScope.ALL: clock.now() + timedelta(hours=24),
    }
    accounts.lift_pause(account.id, PauseScope.ALL)
    assert [pause.scope for pause in accounts.pauses(account.id)] == [PauseScope.WRITES]
    accounts.lift_pause(account.id)
    assert accounts.pauses(account.id) == ()


def test_a_rest_of_a_clock_that_ran_ahead_is_over(accounts: Accounts, clock: SetClock):
    account = signed_in(accounts)
    clock.advance(days=3)
    accounts.refused(account.id, refusal(Reaction.STOP))
    clock.advance(days=-3)
    assert accounts.pauses(account.id) == ()


@pytest.mark.parametrize("reaction", [Reaction.OFFLINE, Reaction.UNTRUSTED, Reaction.TOO_LONG, Reaction.SETUP])
def test_other_answers_leave_nothing_behind(accounts: Accounts, operator: Operator, reaction: Reaction):
    account = signed_in(accounts)
    before = everything_in_the_file(operator)
    assert accounts.refused(account.id, refusal(reaction)).tables == frozenset()
    assert everything_in_the_file(operator) == before


def test_every_call_is_counted_before_it_leaves(accounts: Accounts, box: PlatformBox):
    account = signed_in(accounts)
    used_before: list[int] = []
    box.before_call = lambda _: used_before.append(accounts.budget(account.id).used)
    box.will_fail(Feature.UNREAD, Reaction.OFFLINE)
    session = accounts.session(account)
    with pytest.raises(PlatformError):
        session.unread()
    session.page(Feature.COMMENTS)
    session.close()
    assert used_before == [1, 2]


def test_the_day_s_calls_are_used_up_and_begin_anew_at_midnight(
    accounts: Accounts, operator: Operator, box: PlatformBox, clock: SetClock
):
    operator.shop.change(API_DAILY_CALLS, 20)
    account = signed_in(accounts)
    box.calls.clear()
    automatic, by_hand = accounts.session(account, automatic=True), accounts.session(account)
    for _ in range(16):
        automatic.unread()
    with pytest.raises(PlatformError) as refused:
        automatic.unread()
    assert refused.value.platform_code == USED_UP
    assert accounts.pauses(account.id) == ()
    for _ in range(4):
        by_hand.send(ReplyTarget("1"), "好的")
    with pytest.raises(PlatformError) as refused:
        by_hand.send(ReplyTarget("1"), "好的")
    assert len(box.calls) == 20
    assert accounts.refused(account.id, refused.value).tables == frozenset()
    (pause,) = accounts.pauses(account.id)
    assert (pause.code, f"{china(pause.until):%d %H:%M}") == (USED_UP, "20 00:00")
    clock.advance(hours=10)
    assert accounts.pauses(account.id) == ()
    assert accounts.budget(account.id).used == 0
    by_hand.unread()
    for session in (automatic, by_hand):
        session.close()


def test_who_should_answer_and_what_each_account_had_to_do(
    accounts: Accounts, operator: Operator, customers: Customers
):
    service, technical = signed_in(accounts), signed_in(accounts, "901", AccountRole.TECHNICAL)
    ticket = operator.intake.capture(customers.message("这个软件怎么登录，打不开，教程在哪里")).value
    assert ticket is not None
    with write(operator.desk.connection):
        operator.desk.connection.execute(
            "UPDATE ticket SET account_id = ?, nature = '操作使用', kind = '咨询' WHERE id = ?", (service.id, ticket)
        )
    assert accounts.advised(ticket) == technical
    accounts.sign_out(technical.id)
    assert accounts.advised(ticket) == accounts.get(service.id)
    assert [(week.account, week.tickets, week.replies) for week in accounts.week()] == [
        (service.id, 1, 0),
        (technical.id, 0, 0),
    ]


def test_nobody_is_advised_where_there_is_no_account(accounts: Accounts, operator: Operator, customers: Customers):
    ticket = operator.intake.capture(customers.message("在吗")).value
    assert ticket is not None
    assert accounts.advised(ticket) is None
    assert accounts.default() is None
    assert not is_active(accounts)


def test_two_desks_of_one_program_count_together_and_share_the_keyring(
    operator: Operator, box: PlatformBox, secrets: MemorySecrets, clock: SetClock, language: Language
):
    mine = Accounts(operator.desk, lambda: box, secrets)
    account = signed_in(mine)
    other = build(operator.desk.path, clock=clock, language=language, beside=operator, platform=box, secrets=secrets)
    beside = build(operator.desk.path, clock=clock, language=language, beside=operator)
    try:
        assert beside.accounts.secrets is operator.accounts.secrets
        assert beside.accounts.platform is operator.accounts.platform

        def fetches(accounts: Accounts) -> None:
            session = accounts.session(account)
            for _ in range(15):
                session.unread()
            session.close()

        with ThreadPoolExecutor(2) as threads:
            for done in [threads.submit(fetches, accounts) for accounts in (mine, other.accounts)]:
                done.result()
        assert mine.budget(account.id).used == 30
    finally:
        other.close()
        beside.close()


def test_a_practice_file_keeps_permissions_in_memory(open_desk: Callable[[], Operator]):
    first = open_desk()
    assert not isinstance(first.accounts.secrets, MemorySecrets)
    first.shop.change(PRACTICE, value=True)
    assert isinstance(open_desk().accounts.secrets, MemorySecrets)


OPEN_A_DESK = """
import sys
from pathlib import Path
from weibo_operator.bootstrap import build
operator = build(Path(sys.argv[1]))
operator.accounts.default()
operator.close()
print([name for name in ("httpx", "keyring") if name in sys.modules])
"""


def test_a_desk_opens_without_the_client_and_without_the_keyring(tmp_path: Path):
    command = [sys.executable, "-c", OPEN_A_DESK, str(tmp_path / "desk.db")]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    assert (done.stdout.strip(), done.returncode) == ("[]", 0), done.stderr


def test_a_name_the_platform_did_not_tell_comes_with_a_later_fetch(
    operator: Operator, accounts: Accounts, box: PlatformBox
):
    box.will_fail(Feature.PROFILE, Reaction.RETRY)
    account = signed_in(accounts)
    session = accounts.session(account)
    named = accounts.complete_name(account, session)
    assert "account" in named.tables
    assert accounts.get(account.id).nickname == "橙果客服"
    assert operator.shop.value(OWN_NICKNAME) == "橙果客服"
    box.calls.clear()
    assert accounts.complete_name(accounts.get(account.id), session).tables == frozenset()
    assert box.calls == []
    session.close()
