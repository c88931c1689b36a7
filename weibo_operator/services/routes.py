"""Which road a reply takes: sent by the program through one of our accounts, or copied and sent by hand."""

from enum import StrEnum

from msgspec import Struct

from weibo_operator.domain.account import Account, AccountState
from weibo_operator.domain.ids import AccountId, TicketId
from weibo_operator.domain.labels import Audience
from weibo_operator.domain.open_platform import Feature, ReplyTarget
from weibo_operator.services.accounts import Accounts
from weibo_operator.services.desk import Desk
from weibo_operator.storage import accounts, outbox


class CopyReason(StrEnum):
    """Why a reply is copied instead of sent."""

    NO_ACCOUNT = "no_account"
    PRIVATE = "private"
    """No app of a small business may send private messages (weibo.md part 1)."""
    NO_TARGET = "no_target"
    """The number of the customer's post is not known, or it is not on Weibo."""
    NO_PERMISSION = "no_permission"
    """The platform refused this app to comment."""


class Route(Struct, frozen=True):
    """``account`` and ``target`` are set where the program sends; else ``reason`` says why it can't."""

    account: Account | None = None
    target: ReplyTarget | None = None
    reason: CopyReason | None = None

    @property
    def is_copy(self) -> bool:
        """True when the operator sends it by hand."""
        return self.account is None or self.target is None

    @property
    def is_expired(self) -> bool:
        """True when it can be queued only: the platform's permission has ended."""
        return self.account is not None and self.account.state is AccountState.EXPIRED


class Routes:
    """Finds the road for each reply; ``chosen`` is the account that the operator wants to answer."""

    def __init__(self, desk: Desk, accounts_: Accounts) -> None:
        self._desk = desk
        self._accounts = accounts_

    def senders(self) -> tuple[Account, ...]:
        """The accounts that can answer: signed in, or with a permission that has only ended."""
        return tuple(account for account in self._accounts.all() if account.state is not AccountState.SIGNED_OUT)

    def route(self, ticket: TicketId, audience: Audience, chosen: AccountId | None = None) -> Route:
        """The road of a reply to this ticket; raises ``NotFoundError``."""
        senders = self.senders()
        if not senders:
            return Route(reason=CopyReason.NO_ACCOUNT)
        if audience is Audience.PRIVATE:
            return Route(reason=CopyReason.PRIVATE)
        target = outbox.target(self._desk.connection, ticket)
        if target is None:
            return Route(reason=CopyReason.NO_TARGET)
        account = self._account(senders, ticket, chosen)
        feature = Feature.REPLY if target.comment_id else Feature.COMMENT
        if any(off.feature is feature for off in self._accounts.features_off(account.id)):
            return Route(reason=CopyReason.NO_PERMISSION)
        return Route(account, target)

    def _account(self, senders: tuple[Account, ...], ticket: TicketId, chosen: AccountId | None) -> Account:
        """The chosen account, else the one the customer wrote to, else the usual one."""
        about = accounts.came_to(self._desk.connection, ticket)
        came_to = None if about is None else about.account
        for wanted in (chosen, came_to):
            found = next((account for account in senders if account.id == wanted), None)
            if found is not None:
                return found
        return next((account for account in senders if account.is_default), senders[0])
