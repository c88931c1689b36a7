"""What a rush's line and its result sheet say."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

from ui.support.actions import ActionSpec
from ui.support.help_keys import key_text
from ui.widgets.fact_table import Fact
from weibo_operator.domain.rush import TABLE_KEYS, URGENT_WITHIN, Advice, RushResult
from weibo_operator.services.rush import LONGEST, Standing
from weibo_operator.translation import tr

_ADVICE: Mapping[Advice, tuple[str, tuple[str, ...]]] = {
    Advice.URGENT: (tr("紧急的没都赶上：别从列表里挑，按 {} 让程序把急的排前面。"), ("next",)),
    Advice.LEFT: (tr("有人一直没等到：来不及细答时，按 {} 先回一句“信息已收到”。"), ("acknowledge",)),
    Advice.TYPOS: (tr("有错字发出去了：发送前按 {} 看一遍，{} 把有把握的一次改好。"), ("next_finding", "fix_typos")),
    Advice.KEYS: (tr("键按得多：按 {} 用模板，输拼音首字母，{} 就到下一位。"), ("templates", "send")),
    Advice.SKIPS: (tr("跳过的多：难答的按 {} 转交，不用回的按 {}，都比跳过省事。"), ("forward", "no_reply")),
    Advice.FASTER: (tr("都做到了。再来一场，试试 4 倍的时钟。"), ()),
}


def advice_words(code: Advice, rows: Sequence[ActionSpec]) -> str:
    """One thing to try next; ``rows`` are the actions with the keys that hold now."""
    words, names = _ADVICE[code]
    return words.format(*(key_text(name, rows) for name in names))


def standing_words(standing: Standing) -> tuple[str, str]:
    """The line's two parts: the clock, and who came and waits."""
    left = standing.customers - standing.arrived
    coming = tr("，还会来 {0} 位", left) if left else tr("，都到齐了")
    cause = tr("高峰 {0}", clock_words(standing.ran))
    return cause, tr(
        "到了 {0} 位，{1} 位在等{2}。最多 {3}。", standing.arrived, standing.waiting, coming, clock_words(LONGEST)
    )


def result_facts(result: RushResult) -> tuple[Fact, ...]:
    """The sheet's rows."""
    notes = result.notes
    within = round(URGENT_WITHIN.total_seconds() / 60)
    found = notes.typos_fixed + notes.typos_left
    # A row of its own: a decision well taken is not to stand in the red of those left waiting.
    no_reply = (Fact(tr("无需回复"), tr("{0} 位", result.no_reply)),) if result.no_reply else ()
    missed = result.urgent_in_time < result.urgent
    return (
        Fact(
            tr("回复了"), tr("{0} / {1} 位", result.answered, result.arrived), _left_words(result), late=result.left > 0
        ),
        *no_reply,
        Fact(tr("首次响应，一半的人不超过"), seconds_words(result.median)),
        Fact(tr("首次响应，十个里九个不超过"), seconds_words(result.p90)),
        Fact(tr("紧急的，{0} 分钟内", within), tr("{0} / {1} 位", result.urgent_in_time, result.urgent), late=missed),
        Fact(
            tr("错字"),
            tr("发现 {0}，改好 {1}", found, notes.typos_fixed),
            (tr("{0} 处发出去了", notes.typos_left),) if notes.typos_left else (),
            late=notes.typos_left > 0,
        ),
        Fact(tr("听了提醒"), tr("{0} 次", notes.heeded), (tr("隐私、语气、重复发送"),)),
        Fact(tr("跳过"), tr("{0} 次", notes.skipped)),
        Fact(tr("每条回复按键"), _keys_words(result), (tr("用模板的一条是 {0} 下", TABLE_KEYS),)),
    )


def seconds_words(seconds: float | None) -> str:
    """2 分 10 秒; a dash where nobody was answered."""
    if seconds is None:
        return "—"
    minutes, rest = divmod(round(seconds), 60)
    return tr("{0} 分 {1} 秒", minutes, rest) if minutes else tr("{0} 秒", rest)


def clock_words(ran: timedelta) -> str:
    """3:05 on the rush's clock."""
    minutes, seconds = divmod(int(ran.total_seconds()), 60)
    return f"{minutes}:{seconds:02}"


def _left_words(result: RushResult) -> tuple[str, ...]:
    return (tr("没顾上 {0} 位", result.left),) if result.left else ()


def _keys_words(result: RushResult) -> str:
    per_reply = result.keys_per_reply
    return "—" if per_reply is None else tr("{0:.1f} 下", per_reply)
