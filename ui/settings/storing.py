"""One setting stored by a click, where no line of its own says what went wrong."""

from ui.support.context import Context
from ui.support.texts import sentence
from weibo_operator.domain.errors import OperatorError
from weibo_operator.domain.settings import Setting, V


def stored(context: Context, setting: Setting[V], value: V) -> bool:
    """Store and tell; False when it could not be, which a notice says: whoever shows the setting reads it again."""
    try:
        changes = context.operator.shop.change(setting, value)
    except OperatorError as error:
        context.news.notice.emit(sentence(error))
        return False
    context.news.tell(changes)
    return True
