"""Triage's reasons as the operator reads them: they are stored in Chinese, and shown in the operator's language."""

import re
from collections.abc import Callable

from weibo_operator.services.wording import people_words
from weibo_operator.translation import SOURCE, label, spoken, tr

_ARROW = "→"
_FIXED = (
    "危机信号",
    "急",
    "要尽快答",
    "没有具体事实",
    "公开安抚",
    "有具体问题",
    "私信解决",
    "私信来的",
    "商务报价",
    "没有找到要处理的内容",
    "只有@、链接或转发",
    "与示例相近",
    "与危机的说法相近",
)
"""Whole halves of a reason; labels (投诉, 物流部) are the others."""
_SHAPES: tuple[tuple[re.Pattern[str], Callable[[str], str]], ...] = (
    (re.compile("(.+)涉及订单、个人信息或报价"), lambda it: tr("{0}涉及订单、个人信息或报价", it)),
    (re.compile("与示例相近：(.+)"), lambda it: tr("与示例相近：{0}", it)),
    (re.compile("按你改过的(.+)"), lambda it: tr("按你改过的{0}", it)),
    (re.compile("(.+)（本店危机词）"), lambda it: tr("{0}（本店危机词）", it)),
    (re.compile("(.+)（本店紧急词）"), lambda it: tr("{0}（本店紧急词）", it)),
)
_FOLLOWERS = re.compile(r"粉丝 (\d+(?:\.\d+)?) 万")


def shown_reason(reason: str) -> str:
    """One reason, such as “退款”→投诉，物流部; words the customer said stay as they are."""
    if spoken() == SOURCE:
        return reason
    seen, arrow, meant = reason.rpartition(_ARROW)
    if not arrow:
        return _seen(reason)
    return f"{_seen(seen)} {_ARROW} {tr('，').join(map(label, meant.split('，')))}"


def _seen(words: str) -> str:
    if followers := _FOLLOWERS.fullmatch(words):
        return tr("粉丝 {0}", people_words(round(float(followers[1]) * 10_000)))
    for shape, said in _SHAPES:
        if found := shape.fullmatch(words):
            return said(_quoted(found[1]))
    return _quoted(label(words))


def _quoted(words: str) -> str:
    """Straight quotes around what was said: the Chinese font draws the others as wide as a character."""
    before, first, rest = words.replace("”、“", '", "').partition("“")
    said, last, after = rest.rpartition("”")
    return f'{before}"{said}"{after}' if first and last else words
