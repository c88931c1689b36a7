"""The rows of the weekly page's further lists: what was asked most, important complaints, ages, accounts."""

from ui.weekly.rows_table import Heading, Line
from ui.weekly.words import moment_words
from ui.widgets.fact_table import Fact
from weibo_operator.domain.weekly import WeeklySummary
from weibo_operator.domain.weekly_more import Said
from weibo_operator.services.weekly_lists_shown import said_text
from weibo_operator.services.weekly_text import shown_name, shown_text
from weibo_operator.services.weekly_words import WeekWords
from weibo_operator.services.wording import quoted
from weibo_operator.translation import tr

QUESTION_HEADINGS = (
    Heading(tr("问题")),
    Heading(tr("原话"), stretched=True),
    Heading(tr("本周"), number=True),
    Heading(tr("上周"), number=True),
)
TOPIC_HEADINGS = (
    Heading(tr("词")),
    Heading(tr("例子"), stretched=True),
    Heading(tr("本周"), number=True),
    Heading(tr("占本周"), number=True),
    Heading(tr("占前四周"), number=True),
    Heading(tr("上周"), number=True),
)
MOOD_HEADINGS = (
    Heading(tr("工单")),
    Heading(tr("客户")),
    Heading(tr("开头的话"), stretched=True),
    Heading(tr("后来")),
    Heading(tr("最后的话")),
)
IMPORTANT_HEADINGS = (
    Heading(tr("工单")),
    Heading(tr("客户"), stretched=True),
    Heading(tr("来信")),
    Heading(tr("首次答复"), number=True),
    Heading(tr("状态")),
)
AGES = {
    "under_1_day": tr("不到 1 天"),
    "1_to_3_days": tr("1 至 3 天"),
    "3_to_7_days": tr("3 至 7 天"),
    "over_7_days": tr("7 天以上"),
}


def topic_lines(summary: WeeklySummary, words: WeekWords, *, unmasked: bool) -> tuple[Line, ...]:
    """Rising words, the one that rose most first; a row opens its tickets."""
    return tuple(
        Line(
            cells=(
                topic.word,
                tr("；").join(" ".join(shown_text(each, unmasked=unmasked).split()) for each in topic.examples),
                tr("{0:d} 张", topic.count),
                words.percent(topic.share),
                words.percent(topic.base_share),
                tr("新出现") if topic.is_new else tr("{0:d} 张", topic.previous),
            ),
            opens=topic,
            tip=tr("看用到这个词的工单（Enter）"),
        )
        for topic in summary.more.topics
    )


def question_lines(summary: WeeklySummary, *, unmasked: bool) -> tuple[Line, ...]:
    """What was asked most; a row opens its tickets."""
    return tuple(
        Line(
            cells=(
                each.words,
                " ".join(shown_text(each.quote, unmasked=unmasked).split()),
                tr("{0} 次", each.count),
                tr("{0} 次", each.previous),
            ),
            opens=each,
            tip=tr("看这些工单（Enter）"),
        )
        for each in summary.more.questions
    )


def mood_lines(summary: WeeklySummary, words: WeekWords, *, unmasked: bool) -> tuple[Line, ...]:
    """Tickets that began negative: the deciding words in front of what was said first and last."""
    return tuple(
        Line(
            cells=(
                f"#{each.ticket_id}",
                shown_name(each.nickname, unmasked=unmasked),
                _decided(each.began, each.nickname, unmasked=unmasked),
                words.lists[f"ended_{each.end}"],
                _decided(each.ended, each.nickname, unmasked=unmasked),
            ),
            opens=each.ticket_id,
            tip=tr("打开这张工单（Enter）"),
        )
        for each in summary.more.moods
    )


def _decided(said: Said | None, nickname: str, *, unmasked: bool) -> str:
    """“破损”“投诉”：快递到的时候外壳都破了."""
    if said is None:
        return ""
    return tr("：").join(filter(None, (quoted(said.words), said_text(said, nickname, unmasked=unmasked))))


def important_lines(summary: WeeklySummary, words: WeekWords, *, unmasked: bool) -> tuple[Line, ...]:
    """Complaints of important customers, the open ones first; unanswered ones are red."""
    return tuple(
        Line(
            cells=(
                f"#{each.ticket_id}",
                shown_name(each.nickname, unmasked=unmasked),
                moment_words(each.opened_at),
                words.duration(each.answer_seconds),
                tr("没完成") if each.is_open else tr("完成"),
            ),
            opens=each.ticket_id,
            tone="late" if each.is_open and each.answer_seconds is None else "plain",
            tip=tr("打开这张工单（Enter）"),
        )
        for each in summary.more.important
    )


def age_facts(summary: WeeklySummary) -> tuple[Fact, ...]:
    """Open tickets by age and by who is to move."""
    return tuple(
        Fact(
            AGES[row.age],
            tr("{0:d} 张", row.total),
            (tr("等我们 {0}", row.us), tr("等部门 {0}", row.department), tr("等客户 {0}", row.customer)),
            late=row.age == "over_7_days" and row.us > 0,
        )
        for row in summary.more.ages
        if row.total
    )


def account_facts(summary: WeeklySummary) -> tuple[Fact, ...]:
    """What came to each of our accounts and what it sent."""
    return tuple(
        Fact(f"@{row.nickname}", tr("来信 {0} 张", row.tickets), (tr("发出 {0} 条", row.replies),))
        for row in summary.more.accounts
    )
