"""Sentences of the weekly page."""

import tomllib
from collections.abc import Mapping
from datetime import datetime

from msgspec.structs import replace

from ui.support.context import Context
from weibo_operator.domain.clock import china
from weibo_operator.domain.week import Week
from weibo_operator.domain.weekly import WeeklySummary
from weibo_operator.services.weekly_export import WeekFormat
from weibo_operator.services.weekly_words import WeekWords
from weibo_operator.services.wording import clock_words
from weibo_operator.translation import label, spoken, tr

KINDS: tuple[tuple[WeekFormat, str, str], ...] = (
    (WeekFormat.XLSX, "Excel", tr("Excel 工作簿，带图表和明细")),
    (WeekFormat.PDF, "PDF", tr("PDF，A4 打印和发给老板")),
    (WeekFormat.HTML, tr("网页"), tr("网页，一个文件，手机也能看")),
    (WeekFormat.CSV, "CSV", tr("CSV，一张工单一行")),
    (WeekFormat.TXT, tr("文字"), tr("文字，发微信用")),
    (WeekFormat.JSON, "JSON", tr("JSON，给别的程序用")),
)
"""Every format with its short and its long name, in the order of the menu."""
KIND_SHORT: Mapping[WeekFormat, str] = {kind: short for kind, short, _ in KINDS}
KIND_FILTERS: Mapping[WeekFormat, str] = {kind: f"{short} (*{kind.suffix})" for kind, short, _ in KINDS}

LOCAL_ONLY = tr("全部统计只在本机计算，不上传。")


def shown_words(context: Context) -> WeekWords:
    """The words of the page: the report's own with those sections that the operator's language has."""
    own, path = context.operator.weekly.words, context.resources / "templates" / f"week.{spoken()}.toml"
    return replace(own, **tomllib.loads(path.read_text(encoding="utf-8"))) if path.is_file() else own


def naming_the_problem(words: WeekWords, summary: WeeklySummary) -> WeekWords:
    """The same words with the most frequent problem named in the operator's language."""
    if not summary.top:
        return words
    top, first = words.sentences["top"], summary.top[0]
    top = top.replace("{kind}", label(first.kind.value)).replace("{nature}", label(first.nature.value))
    return replace(words, sentences={**words.sentences, "top": top})


def week_words(week: Week) -> str:
    """A week with its first and last day: 2026 年第 47 周，11 月 16 日至 22 日."""
    first, last = week.monday, week.sunday
    months = tr("{0} 月 {1} 日", last.month, last.day) if last.month != first.month else tr("{0} 日", last.day)
    return tr("{0} 年第 {1} 周，{2} 月 {3} 日至 {4}", week.year, week.number, first.month, first.day, months)


def footer_words(summary: WeeklySummary, now: datetime, words: WeekWords) -> str:
    """How fresh the figures are, and where they are counted."""
    printed = clock_words(summary.provenance.printed_at, now)
    if summary.final:
        return tr("本周已定稿（周日 24:00 结束），数据截至{0}。{1}", printed, LOCAL_ONLY)
    other = words.comparing(summary).before
    return tr("数据截至{0}，周日 24:00 后自动定稿；{1}与四周均值只取同一时段。{2}", printed, other, LOCAL_ONLY)


def export_name(week: Week, suffix: str) -> str:
    """The file name offered for an export: 微博客服周报_2026-W47.xlsx."""
    return f"微博客服周报_{week}{suffix}"


def moment_words(moment: datetime) -> str:
    """Day and time on Beijing's clock: 11-20 14:05."""
    return f"{china(moment):%m-%d %H:%M}"
