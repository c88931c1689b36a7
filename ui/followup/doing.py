"""One way to do something with the desk that can be undone: told to all screens, offered to be undone, or refused."""

from collections.abc import Callable
from typing import Any

from ui.support.context import Context
from ui.support.texts import sentence
from weibo_operator.domain.errors import OperatorError
from weibo_operator.domain.operations import Outcome


def undoable(context: Context, action: Callable[[], Outcome[Any]], done: str) -> bool:
    """Do it and say ``done``; False when it was refused, which is said too."""
    try:
        outcome = action()
    except OperatorError as error:
        context.news.notice.emit(sentence(error))
        return False
    context.news.tell(outcome.changes)
    context.news.undoable.emit(done)
    return True
