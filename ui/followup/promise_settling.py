"""Keeping a promise by hand and taking one off, with what is said of it; the list and the dialog do both."""

from collections.abc import Callable

from ui.support.context import Context
from ui.support.texts import sentence
from weibo_operator.domain.errors import OperatorError
from weibo_operator.domain.operations import Outcome
from weibo_operator.domain.promise_record import RecordedPromise


def keep_promise(context: Context, promise: RecordedPromise) -> bool:
    """承诺已兑现; False when it could not be recorded."""
    late = promise.is_overdue(context.operator.desk.now())
    done = f"给 @{promise.nickname} 的承诺已兑现{'，晚了' if late else ''}"
    return _do(context, lambda: context.operator.promises.keep(promise.id), done)


def cancel_promise(context: Context, promise: RecordedPromise) -> bool:
    """不算承诺; False when it could not be taken off."""
    return _do(context, lambda: context.operator.promises.cancel(promise.id), "已从承诺里去掉")


def _do(context: Context, action: Callable[[], Outcome[None]], done: str) -> bool:
    try:
        outcome = action()
    except OperatorError as error:
        context.news.notice.emit(sentence(error))
        return False
    context.news.tell(outcome.changes)
    context.news.undoable.emit(done)
    return True
