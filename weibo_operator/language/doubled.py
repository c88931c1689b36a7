"""Characters and words typed twice: 的的, 我们我们, 请问请问."""

import re
from collections.abc import Iterator


_PARTICLES = "的了是在我您你他就都也和与给把被将请会要能已为于到及或但而很更最这那有无请对从向吗呢吧"
_PARTICLE_TWICE = re.compile(f"([{_PARTICLES}])\\1+")
_RIGHT_PAIRS = re.compile(r"最最|对对|很很|要要|行行|吗吗|呢呢|吧吧|有有")
_MEETING_PAIRS = re.compile(r"会会|能能|了了|你你|我我|这这|那那|就就|在在|都都|给给|是是|到到|把把")
_WORD_TWICE = re.compile(r"([\u3400-\u9fff]{2,4})\1+")
_SAID_TWICE = re.compile(r"[一别不好没慢快多早]|.*[吧啊呀哦啦了]$")
_RIGHT_WORDS_TWICE = frozenset(
    "非常 谢谢 哈哈 呵呵 对不起 研究 考虑 了解 商量 沟通 休息 打听 讨论 注意 处理 检查 调整 感谢 加油 恭喜 抱歉 您好 你好 "
    "在吗 收到 明白 可以 真的 特别 常常 嘻嘻 嘿嘿 辛苦 欢迎 是的 对的 放心 亲亲 整理 收拾 打扫 清理 打理 比较 介绍 宣传".split()
)
_CERTAIN_TWICE = frozenset(
    "我们 您的 你们 他们 咱们 我的 大家 客服 快递 订单 退款 物流 商品 产品 已经 因为 所以 如果 但是 由于 关于 问题 "
    "仓库 包裹 地址 电话 微信 活动 优惠 发货 退货 换货 请问 请您 给您 为您 帮您 麻烦 尽快 马上 联系 正在 可能 应该 客户 情况".split()
)


def doubled(text: str) -> Iterator[tuple[int, int, str, bool]]:
    """(start, end, single form, certain) for each repetition that is no reduplication of the language.

    A repeated function character is certain unless the two can meet at a word border (会会, 都都); a repeated word is
    certain where nobody says it twice for emphasis.
    """
    for match in _PARTICLE_TWICE.finditer(text):
        pair = match.group(1) * 2
        if not _RIGHT_PAIRS.fullmatch(pair):
            yield match.start(), match.end(), match.group(1), match.group() == pair and not _MEETING_PAIRS.fullmatch(pair)
    for match in _WORD_TWICE.finditer(text):
        word = match.group(1)
        if word not in _RIGHT_WORDS_TWICE and not _SAID_TWICE.match(word) and len(set(word)) > 1:
            yield match.start(), match.end(), word, word in _CERTAIN_TWICE
