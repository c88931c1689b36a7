"""Which state may follow which: 新 → 处理中 → 待回访 → 完成, as a table (product.md, state)."""

from weibo_operator.domain.errors import MoveNotAllowedError
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.labels import State

ALLOWED: frozenset[tuple[State, State]] = frozenset(
    {
        (State.NEW, State.IN_PROGRESS),
        (State.NEW, State.FOLLOW_UP),
        (State.NEW, State.CLOSED),
        (State.IN_PROGRESS, State.FOLLOW_UP),
        (State.IN_PROGRESS, State.CLOSED),
        (State.FOLLOW_UP, State.IN_PROGRESS),
        (State.FOLLOW_UP, State.CLOSED),
        (State.CLOSED, State.IN_PROGRESS),  # reopened by a new message, a visit's new problem or by hand
        (State.CLOSED, State.FOLLOW_UP),  # answered once more after it was finished, with a visit planned
    }
)


def may_move(from_state: State, to_state: State) -> bool:
    """True when a ticket may go from one state to the other (staying is always allowed)."""
    return from_state is to_state or (from_state, to_state) in ALLOWED


def check_move(ticket: TicketId, from_state: State, to_state: State) -> None:
    """Raise ``MoveNotAllowedError`` unless the move is in the table."""
    if not may_move(from_state, to_state):
        raise MoveNotAllowedError(ticket=ticket, from_state=from_state.value, to_state=to_state.value)


def state_on_message(state: State) -> State:
    """The state after a customer's new message: 待回访 and 完成 come back to 处理中."""
    return State.IN_PROGRESS if state in (State.FOLLOW_UP, State.CLOSED) else state
