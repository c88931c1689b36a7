"""Where a message was found, as every list says it: the stored word for it is a form's, not a reader's."""

from collections.abc import Mapping

from weibo_operator.domain.labels import Source
from weibo_operator.translation import label, tr

_SHOWN: Mapping[Source, str] = {
    Source.MENTION: tr("@我"),
    Source.SEARCH: tr("搜索到"),
    Source.OTHER: tr("手工录入"),
}


def source_words(source: Source) -> str:
    """评论, @我, 私信, 搜索到, 手工录入."""
    return _SHOWN.get(source) or label(source.value)
