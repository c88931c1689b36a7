"""Our own accounts (mission G5): signing in and out, who answers, what the platform refused and until when."""

import ipaddress
import secrets as random_values
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta

from weibo_operator.domain.account import (
    Account,
    AccountRole,
    AccountState,
    AccountWeek,
    FeatureOff,
    Pause,
    PauseScope,
    advised_account,
)
from weibo_operator.domain.authorisation import code_in
from weibo_operator.domain.clock import day_start
from weibo_operator.domain.errors import InvalidInputError, NotFoundError
from weibo_operator.domain.ids import AccountId, TicketId
from weibo_operator.domain.labels import Platform
from weibo_operator.domain.open_platform import (
    AppKey,
    Feature,
    OpenPlatform,
    PlatformError,
    PlatformSession,
    Reaction,
    SecretStore,
    Token,
    is_on_this_machine,
)
from weibo_operator.domain.operations import Changes, Outcome
from weibo_operator.domain.polling import Budget
from weibo_operator.domain.settings import OWN_NICKNAME, PRACTICE
from weibo_operator.domain.week import Week
from weibo_operator.services import account_secrets
from weibo_operator.services.call_budget import USED_UP, CallBudget
from weibo_operator.services.desk import Desk
from weibo_operator.services.refusals import LONGEST_REST, feature_refused, rest_after
from weibo_operator.storage import accounts, settings
from weibo_operator.storage.journal import Recorder, Value, changes_of
from weibo_operator.storage.times import optional_ms, to_ms

NOTHING_KEPT = "no_token"
"""Stands where the platform's code would: no permission is kept (it was kept for one run only, or taken out)."""
OUT_OF_DATE = "out_of_date"
"""Stands where the platform's code would: the permission's time is over, so the platform was not asked."""
HOUR_FULL = "writes_per_hour"
"""Stands where the platform's code would: this hour's replies are used up."""
_STATE_BYTES = 32


@dataclass(frozen=True, slots=True)
class Authorisation:
    """One attempt to get permission: the page to open, and what its answer is checked against."""

    app: AppKey
    secret: str = field(repr=False)
    redirect_uri: str
    state: str = field(repr=False)
    address: str = field(repr=False)


class Accounts:
    """Keeps our accounts; ``platform`` gives the open platform's client with the first call."""

    def __init__(self, desk: Desk, platform: Callable[[], OpenPlatform], secrets: SecretStore) -> None:
        self._desk = desk
        self.platform = platform
        self.secrets = secrets
        self._budget = CallBudget(desk)

    @property
    def lasts(self) -> bool:
        """False when permissions are gone with the program, as the system has no keyring."""
        return self.secrets.lasts

    def all(self) -> tuple[Account, ...]:
        """Every account, signed out ones too, in the order they were added."""
        return accounts.everyone(self._desk.connection)

    def get(self, account: AccountId) -> Account:
        """One account; raises ``NotFoundError``."""
        found = accounts.by_id(self._desk.connection, account)
        if found is None:
            raise NotFoundError(what="account", id=account)
        return found

    def default(self) -> Account | None:
        """The account that answers where nothing says which: the chosen one, or one that is let in in its place."""
        everyone = self.all()
        chosen = next((account for account in everyone if account.is_default), None)
        if chosen is not None and chosen.state is not AccountState.SIGNED_OUT:
            return chosen
        active = (account for account in everyone if account.state is AccountState.ACTIVE)
        return next(active, chosen)

    def begin(self, app: AppKey, secret: str, *, redirect_uri: str) -> Authorisation:
        """Prepare an attempt; nothing is called. Raises ``InvalidInputError`` for an empty key, secret or address.

        In the practice database only a server on this machine is accepted.
        """
        for name, value in (("app_key", app.key), ("app_secret", secret), ("redirect_uri", redirect_uri)):
            if not value.strip():
                raise InvalidInputError(field=name, reason="empty")
        if self._is_out_of_practice(app):
            raise InvalidInputError(field="server", reason="practice_server")
        state = random_values.token_urlsafe(_STATE_BYTES)
        address = self.platform().authorise_address(app, redirect_uri=redirect_uri, state=state)
        return Authorisation(app, secret.strip(), redirect_uri, state, address)

    def begin_again(self, account: AccountId, *, redirect_uri: str) -> Authorisation | None:
        """Prepare a new permission of the same app; None when its secret is not kept and must be typed in."""
        app = self.get(account).app
        secret = account_secrets.secret_of(self.secrets, app)
        return None if not secret else self.begin(app, secret, redirect_uri=redirect_uri)

    def finish(self, authorisation: Authorisation, code: str, *, role: AccountRole) -> Outcome[Account]:
        """Take the permission; the same uid again renews the same account. Calls the platform.

        ``code`` may be the whole address that holds it. Raises ``InvalidInputError`` (see ``code_in``) and
        ``PlatformError``; then nothing is stored.
        """
        app, platform = authorisation.app, self.platform()
        asked_at = self._desk.now()
        token = platform.exchange(
            app,
            authorisation.secret,
            code=code_in(code, authorisation.state),
            redirect_uri=authorisation.redirect_uri,
        )
        nickname = self._nickname(app, token)
        before = accounts.by_uid(self._desk.connection, Platform.WEIBO, token.uid)
        # First the keyring, then the file: a row that says active always has its token.
        account_secrets.keep(self.secrets, app, authorisation.secret, token)
        with self._desk.bookkeeping() as recorder:
            values: dict[str, Value] = {
                "nickname": nickname or (before.nickname if before else token.uid),
                "role": role.value,
                "app_key": app.key,
                "redirect_uri": app.redirect_uri,
                "server": app.server,
                "state": AccountState.ACTIVE.value,
                "state_since": to_ms(self._desk.now()),
                "authorised_at": to_ms(asked_at),
                "expires_at": optional_ms(token.expires_at),
            }
            account = self._store(recorder, token.uid, values, before)
            self._name_shop(recorder, nickname)
        if before is not None:
            self._forget_unused(before.app)
        return Outcome(self.get(account), changes_of(recorder))

    def sign_out(self, account: AccountId) -> Outcome[Account]:
        """Give the permission back and forget it; replies that wait stay. Calls the platform, but goes on without it.

        Raises ``NotFoundError``.
        """
        found = self.get(account)
        token = account_secrets.token_of(self.secrets, found.uid)
        if token is not None and not self._is_out_of_practice(found.app):
            self._revoke(found.app, token)
        account_secrets.forget_token(self.secrets, found.uid)
        changes = self._set_state(found, AccountState.SIGNED_OUT)
        self._forget_unused(found.app)
        return Outcome(self.get(account), changes)

    def set_role(self, account: AccountId, role: AccountRole) -> Outcome[Account]:
        """Say what an account is there for; raises ``NotFoundError``."""
        return self._amend(account, {"role": role.value})

    def set_public_ip(self, account: AccountId, address: str) -> Outcome[Account]:
        """The address the platform wants to hear with each reply; empty sends none.

        Raises ``NotFoundError``, and ``InvalidInputError`` for what is no address.
        """
        address = address.strip()
        if address:
            try:
                ipaddress.ip_address(address)
            except ValueError:
                raise InvalidInputError(field="public_ip", reason="not_an_address") from None
        return self._amend(account, {"public_ip": address})

    def make_default(self, account: AccountId) -> Outcome[Account]:
        """Choose the account that answers where nothing says which; raises ``NotFoundError``."""
        self.get(account)
        with self._desk.bookkeeping() as recorder:
            for other in self.all():
                if other.is_default and other.id != account:
                    recorder.amend("account", other.id, {"is_default": 0})
            recorder.amend("account", account, {"is_default": 1})
        return Outcome(self.get(account), changes_of(recorder))

    def session(self, account: Account, *, automatic: bool = False) -> PlatformSession:
        """Access for an account; each call is counted before it leaves. ``automatic``: nobody pressed for it.

        Raises ``PlatformError`` RELOGIN when there is no permission, and (from each call) RATE_LIMIT with the code
        ``USED_UP`` when the day's calls are used up.
        """
        if self._is_out_of_practice(account.app):
            raise PlatformError(Reaction.SETUP, path="", platform_code="server")
        token = account_secrets.token_of(self.secrets, account.uid)
        if token is None or account.state is AccountState.SIGNED_OUT:
            raise PlatformError(Reaction.RELOGIN, path="", platform_code=NOTHING_KEPT)
        if token.expires_at <= self._desk.now():
            raise PlatformError(Reaction.RELOGIN, path="", platform_code=OUT_OF_DATE)

        def on_call(feature: Feature) -> None:
            self._budget.count(account.id, feature, automatic=automatic)

        return self.platform().session(account.app, token, public_ip=account.public_ip, on_call=on_call)

    def budget(self, account: AccountId) -> Budget:
        """The account's calls today and its replies in the last hour."""
        return self._budget.of(account)

    def refused(self, account: AccountId, error: PlatformError) -> Changes:
        """Store what an error means for the account; the same again changes nothing (one re-login, one banner)."""
        found = accounts.by_id(self._desk.connection, account)
        if found is None:
            return Changes()
        if error.reaction is Reaction.RELOGIN:
            return self._set_state(found, AccountState.EXPIRED) if found.state is AccountState.ACTIVE else Changes()
        feature = feature_refused(error)
        if feature is not None:
            return self._switch_off(account, feature, error)
        return self._rest(account, error)

    def let_in(self, account: AccountId) -> Changes:
        """The platform answered an account that was thought to have no permission (its keyring was locked)."""
        found = self.get(account)
        return self._set_state(found, AccountState.ACTIVE) if found.state is AccountState.EXPIRED else Changes()

    def complete_name(self, account: Account, session: PlatformSession) -> Changes:
        """Ask for the name of an account whose name the platform did not tell when it signed in.

        Nothing is called where it is known. Raises ``PlatformError``.
        """
        if account.nickname != account.uid:
            return Changes()
        nickname = session.profile().nickname
        with self._desk.bookkeeping() as recorder:
            recorder.amend("account", account.id, {"nickname": nickname})
            self._name_shop(recorder, nickname)
        return changes_of(recorder)

    def features_off(self, account: AccountId) -> tuple[FeatureOff, ...]:
        """What the platform refused this account's app."""
        return accounts.features_off(self._desk.connection, account)

    def switch_on(self, account: AccountId, feature: Feature) -> Changes:
        """Try a refused feature again with the next call for it."""
        with self._desk.bookkeeping() as recorder:
            recorder.discard("account_feature", account_id=account, feature=feature.value)
        return changes_of(recorder)

    def pauses(self, account: AccountId) -> tuple[Pause, ...]:
        """What rests now: as the platform asked, until the day's calls begin anew, until the hour has room again."""
        now = self._desk.now()
        found = [
            pause
            for pause in accounts.pauses(self._desk.connection, account, now)
            # A rest further away than any was stored by a clock that ran ahead.
            if now < pause.until <= now + LONGEST_REST
        ]
        budget = self.budget(account)
        if budget.left < 1:
            found.append(Pause(PauseScope.ALL, budget.resets_at, USED_UP))
        if budget.writes_left < 1:
            first = accounts.nth_latest_write(self._desk.connection, account, budget.writes_per_hour, now)
            until = (first or now) + timedelta(hours=1)
            found.append(Pause(PauseScope.WRITES, until, HOUR_FULL))
        return tuple(found)

    def lift_pause(self, account: AccountId, scope: PauseScope | None = None) -> Changes:
        """Ask again at once: end the rests that the platform asked for (all, or those of one scope)."""
        with self._desk.bookkeeping() as recorder:
            for each in PauseScope if scope is None else (scope,):
                recorder.discard("account_pause", account_id=account, scope=each.value)
        return changes_of(recorder)

    def advised(self, ticket: TicketId) -> Account | None:
        """The account that should answer a ticket (mission G5); None where we have none."""
        about = accounts.came_to(self._desk.connection, ticket)
        everyone = self.all()
        came_to = next((each for each in everyone if about and each.id == about.account), None) or self.default()
        if about is None or came_to is None:
            return None
        return advised_account(everyone, came_to=came_to, kind=about.kind, nature=about.nature)

    def week(self) -> tuple[AccountWeek, ...]:
        """Tickets that came to each account this week, and replies it sent."""
        start = day_start(Week.of(self._desk.now()).monday)
        return accounts.week(self._desk.connection, start, start + timedelta(days=7))

    def _store(self, recorder: Recorder, uid: str, values: dict[str, Value], before: Account | None) -> AccountId:
        if before is not None:
            recorder.amend("account", before.id, values)
            # A new permission may allow more than the old one: everything is tried again.
            recorder.discard("account_feature", account_id=before.id)
            recorder.discard("account_pause", account_id=before.id)
            return before.id
        first = not any(account.is_default for account in self.all())
        added: dict[str, Value] = {
            "platform": Platform.WEIBO.value,
            "uid": uid,
            **values,
            "is_default": int(first),
            "added_at": values["state_since"],
        }
        return AccountId(recorder.add("account", added))

    def _name_shop(self, recorder: Recorder, nickname: str) -> None:
        """Our own nickname, unless the operator has said one."""
        if nickname and not self._desk.setting(OWN_NICKNAME):
            recorder.put("setting", settings.row_of(OWN_NICKNAME, nickname))

    def _nickname(self, app: AppKey, token: Token) -> str:
        """The account's name, or nothing where the platform doesn't tell it now; the code can't be used twice."""
        session = self.platform().session(app, token)
        try:
            return session.profile().nickname
        except PlatformError as error:
            if error.reaction is Reaction.RELOGIN:
                raise
            return ""
        finally:
            session.close()

    def _revoke(self, app: AppKey, token: Token) -> None:
        try:
            self.platform().revoke(app, token)
        except PlatformError:
            # It ends by itself, and whoever holds this machine no longer finds it.
            return

    def _forget_unused(self, app: AppKey) -> None:
        """Forget an app's secret when no account that is still signed in uses it."""
        used = [account.app for account in self.all() if account.state is not AccountState.SIGNED_OUT]
        if not any((each.key, each.server) == (app.key, app.server) for each in used):
            account_secrets.forget_app(self.secrets, app)

    def _set_state(self, account: Account, state: AccountState) -> Changes:
        values: dict[str, Value] = {"state": state.value, "state_since": to_ms(self._desk.now())}
        with self._desk.bookkeeping() as recorder:
            recorder.amend("account", account.id, values)
        return changes_of(recorder)

    def _switch_off(self, account: AccountId, feature: Feature, error: PlatformError) -> Changes:
        if any(off.feature is feature for off in self.features_off(account)):
            return Changes()
        values: dict[str, Value] = {
            "account_id": account,
            "feature": feature.value,
            "off_since": to_ms(self._desk.now()),
            "code": error.platform_code,
            "detail": error.detail,
        }
        with self._desk.bookkeeping() as recorder:
            recorder.put("account_feature", values)
        return changes_of(recorder)

    def _rest(self, account: AccountId, error: PlatformError) -> Changes:
        rest = rest_after(error, self._desk.now())
        if rest is None:
            return Changes()
        running = (pause for pause in self.pauses(account) if pause.code not in (USED_UP, HOUR_FULL))
        if any(pause.scope is rest.scope and pause.until >= rest.until for pause in running):
            return Changes()
        values: dict[str, Value] = {
            "account_id": account,
            "scope": rest.scope.value,
            "since": to_ms(self._desk.now()),
            "until": to_ms(rest.until),
            "code": error.platform_code,
        }
        with self._desk.bookkeeping() as recorder:
            recorder.put("account_pause", values)
        return changes_of(recorder)

    def _amend(self, account: AccountId, values: dict[str, Value]) -> Outcome[Account]:
        self.get(account)
        with self._desk.bookkeeping() as recorder:
            recorder.amend("account", account, values)
        return Outcome(self.get(account), changes_of(recorder))

    def _is_out_of_practice(self, app: AppKey) -> bool:
        """Practice never reaches the real platform."""
        return self._desk.setting(PRACTICE) and not is_on_this_machine(app.server)
