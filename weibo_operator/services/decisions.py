"""The operator's decision about a ticket: it holds for what was seen, and nothing comes in between."""

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Concatenate, ParamSpec, Protocol, TypeVar

from weibo_operator.domain.errors import InvalidInputError
from weibo_operator.domain.ids import MessageId, TicketId
from weibo_operator.services.desk import Desk
from weibo_operator.storage import messages

P = ParamSpec("P")
R = TypeVar("R")


class _OnDesk(Protocol):
    _desk: Desk


S = TypeVar("S", bound=_OnDesk)


def decided_at_once(method: Callable[Concatenate[S, P], R]) -> Callable[Concatenate[S, P], R]:
    """What the method reads is still so when it writes: both are one transaction.

    A fetch or an import may store the customer's next words at any moment; decided on what stood there before, they
    would count as answered, or wait for nobody.
    """

    @wraps(method)
    def decided(self: S, /, *args: P.args, **kwargs: P.kwargs) -> R:
        with self._desk.decision():  # pyright: ignore[reportPrivateUsage]  # the method is its class's own
            return method(self, *args, **kwargs)

    return decided


def check_seen(desk: Desk, chosen: Iterable[TicketId], seen_to: MessageId | None) -> None:
    """Raise ``InvalidInputError`` when a customer of these tickets wrote after message ``seen_to`` (None: not asked).

    To be called within the decision.
    """
    if seen_to is not None and any(messages.wrote_after(desk.connection, ticket, seen_to) for ticket in chosen):
        raise InvalidInputError(field="seen", reason="wrote_again")
