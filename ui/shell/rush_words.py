"""What a rush's line and its result sheet say."""

from collections.abc import Mapping
from datetime import timedelta

from ui.support.help_keys import key_text
from ui.widgets.fact_table import Fact
from weibo_operator.domain.rush import TABLE_KEYS, URGENT_WITHIN, Advice, RushResult
from weibo_operator.services.rush import LONGEST, Standing

_ADVICE: Mapping[Advice, tuple[str, tuple[str, ...]]] = {
    Advice.URGENT: ("紧急的没都赶上：别从列表里挑，按 {} 让程序把急的排前面。", ("next",)),
    Advice.LEFT: ("有人一直没等到：来不及细答时，按 {} 先回一句“信息已收到”。", ("acknowledge",)),
    Advice.TYPOS: ("有错字发出去了：发送前按 {} 看一遍，{} 把有把握的一次改好。", ("next_finding", "fix_typos")),
    Advice.KEYS: ("键按得多：按 {} 用模板，输拼音首字母，{} 就到下一位。", ("templates", "send")),
    Advice.SKIPS: ("跳过的多：难答的按 {} 转交，不用回的按 {}，都比跳过省事。", ("forward", "no_reply")),
    Advice.FASTER: ("都做到了。再来一场，试试 4 倍的时钟。", ()),
}


def advice_words(code: Advice) -> str:
    """One thing to try next, with the keys as they are now."""
    words, names = _ADVICE[code]
    return words.format(*(key_text(name) for name in names))


def standing_words(standing: Standing) -> tuple[str, str]:
    """The line's two parts: the clock, and who came and waits."""
    left = standing.customers - standing.arrived
    coming = f"，还会来 {left} 位" if left else "，都到齐了"
    cause = f"高峰 {clock_words(standing.ran)}"
    return cause, f"到了 {standing.arrived} 位，{standing.waiting} 位在等{coming}。最多 {clock_words(LONGEST)}。"


def result_facts(result: RushResult) -> tuple[Fact, ...]:
    """The sheet's rows."""
    notes = result.notes
    within = round(URGENT_WITHIN.total_seconds() / 60)
    found = notes.typos_fixed + notes.typos_left
    missed = result.urgent_in_time < result.urgent
    return (
        Fact("回复了", f"{result.answered} / {result.arrived} 位", _left_words(result), late=result.left > 0),
        Fact("首次响应，一半的人不超过", seconds_words(result.median)),
        Fact("首次响应，十个里九个不超过", seconds_words(result.p90)),
        Fact(f"紧急的，{within} 分钟内", f"{result.urgent_in_time} / {result.urgent} 位", late=missed),
        Fact(
            "错字",
            f"发现 {found}，改好 {notes.typos_fixed}",
            (f"{notes.typos_left} 处发出去了",) if notes.typos_left else (),
            late=notes.typos_left > 0,
        ),
        Fact("听了提醒", f"{notes.heeded} 次", ("隐私、语气、重复发送",)),
        Fact("跳过", f"{notes.skipped} 次"),
        Fact("每条回复按键", _keys_words(result), (f"用模板的一条是 {TABLE_KEYS} 下",)),
    )


def seconds_words(seconds: float | None) -> str:
    """2 分 10 秒; a dash where nobody was answered."""
    if seconds is None:
        return "—"
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} 分 {rest} 秒" if minutes else f"{rest} 秒"


def clock_words(ran: timedelta) -> str:
    """3:05 on the rush's clock."""
    minutes, seconds = divmod(int(ran.total_seconds()), 60)
    return f"{minutes}:{seconds:02}"


def _left_words(result: RushResult) -> tuple[str, ...]:
    no_reply = (f"无需回复 {result.no_reply} 位",) if result.no_reply else ()
    left = (f"没顾上 {result.left} 位",) if result.left else ()
    return no_reply + left


def _keys_words(result: RushResult) -> str:
    per_reply = result.keys_per_reply
    return "—" if per_reply is None else f"{per_reply:.1f} 下"
