"""How a dialog stores what was typed: done, closed over and told, or refused in place."""

from collections.abc import Callable
from typing import TypeVar

from ui.support.context import Context
from ui.support.texts import sentence
from ui.widgets.form_dialog import FormDialog
from weibo_operator.domain.errors import OperatorError
from weibo_operator.domain.operations import Outcome

Value = TypeVar("Value")


def store(
    dialog: FormDialog,
    context: Context,
    work: Callable[[], Outcome[Value]],
    told: str,
    *,
    refused: Callable[[OperatorError], None] | None = None,
) -> Outcome[Value] | None:
    """Do ``work``, close the dialog and offer 撤销 under ``told``; None when it was refused, which the dialog says.

    ``refused`` then puts the focus where the error is.
    """
    try:
        outcome = work()
    except OperatorError as error:
        dialog.say(sentence(error), wrong=True)
        if refused is not None:
            refused(error)
        return None
    dialog.close_over()
    context.news.tell(outcome.changes)
    context.news.undoable.emit(told)
    return outcome
