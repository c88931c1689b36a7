"""Keeping a promise by hand and taking one off, with what is said of it; the list and the dialog do both."""

from ui.followup.doing import undoable
from ui.support.context import Context
from weibo_operator.domain.promise_record import RecordedPromise
from weibo_operator.translation import tr


def keep_promise(context: Context, promise: RecordedPromise) -> bool:
    """承诺已兑现; False when it could not be recorded."""
    late = promise.is_overdue(context.operator.desk.now())
    done = tr("给 @{0} 的承诺已兑现{1}", promise.nickname, tr("，晚了") if late else "")
    return undoable(context, lambda: context.operator.promises.keep(promise.id), done)


def cancel_promise(context: Context, promise: RecordedPromise) -> bool:
    """不算承诺; False when it could not be taken off."""
    return undoable(context, lambda: context.operator.promises.cancel(promise.id), tr("已从承诺里去掉"))
