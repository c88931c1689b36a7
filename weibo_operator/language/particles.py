"""的, 地, 得: the one mistake everybody makes, told quietly (possible grade only)."""

from collections.abc import Iterator

from weibo_operator.language.segment import Word

_ADVERBS = frozenset(
    "耐心 认真 仔细 尽快 积极 及时 努力 热情 真诚 诚恳 诚挚 衷心 由衷 深深 不断 慢慢 好好 轻轻 顺利 清楚 严肃 妥善 用心 细心 默默 渐渐 逐步".split()
)
_VERBS = frozenset(
    "处理 解决 回复 答复 等待 等候 解释 核实 查询 感谢 祝愿 希望 改进 跟进 检查 听取 沟通 说明 为 帮 给 向 收到 完成 告诉 提升 服务 道歉".split()
)
_DEGREES = frozenset("很 好 非常 太 特别 更 不 比较 挺 真 还 不错 不好 及时 清楚 怎么样".split())
_JUDGED = frozenset(
    "做 说 写 讲 变 用 吃 穿 睡 看 听 玩 跑 过 觉 记 显 处理 解决 回复 回答 服务 发货 表现".split()
)


def wrong_particles(words: tuple[Word, ...]) -> Iterator[tuple[int, int, str, str]]:
    """(start, end, right particle, reason) for 的 before a verb after an adverb, and after a verb before a degree."""
    for left, particle, right in zip(words, words[1:], words[2:], strict=False):
        if particle.text == "的" and left.text in _ADVERBS and right.text in _VERBS:
            yield particle.start, particle.end, "地", "动作前面一般用“地”"
        elif particle.text in ("的", "地") and left.text in _JUDGED and right.text in _DEGREES - {"不"}:
            if not (particle.text == "的" and right.text in ("好", "更", "真", "还")):
                yield particle.start, particle.end, "得", "说明程度一般用“得”"
        elif particle.text == "得" and left.text in _ADVERBS and right.text in _VERBS:
            yield particle.start, particle.end, "地", "动作前面一般用“地”"
