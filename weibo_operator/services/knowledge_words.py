"""What is said of a knowledge card's checking, and of lines of a file that were left out."""

from collections.abc import Mapping
from datetime import datetime

from weibo_operator.domain.clock import china_day
from weibo_operator.domain.knowledge import KnowledgeCard
from weibo_operator.domain.list_file import LineProblem, ListReport
from weibo_operator.services.wording import day_words
from weibo_operator.translation import tr

PROBLEMS: Mapping[str, str] = {
    "title": tr("没有标题"),
    "text": tr("没有内容"),
    "source": tr("对比要写明来源"),
    "facets": tr("对比的一项要写我们和别家两边"),
    "menu": tr("菜单最多两级"),
    "unknown_kind": tr("类型只能是常见问题、产品、门店或对比"),
    "unknown_day": tr("核对日期认不出来，请写成 2026-11-19"),
    "too_many_cells": tr("格子比表头多，可能少了引号"),
    "quote": tr("引号没有配对"),
    "number": tr("没有订单号"),
    "lost_digits": tr("订单号被表格软件改成了科学计数，后几位丢了；请把那一列设成文本再导出"),
}
"""By the code of a ``LineProblem``."""


def checked_words(card: KnowledgeCard, now: datetime, *, stale: bool) -> str:
    """When the card was checked last, and whether that is too long ago."""
    if card.checked_at is None:
        return tr("还没核对过")
    day = day_words(card.checked_at, now)
    if not stale:
        return tr("{0}核对过", day) if day in (tr("今天"), tr("昨天")) else tr("{0} 核对过", day)
    return tr("{0} 天没核对", (china_day(now) - china_day(card.checked_at)).days)


def problem_words(problem: LineProblem) -> str:
    """One line that was left out: where it stands and why."""
    row = tr("第 {0} 行“{1}”", problem.line, problem.named) if problem.named else tr("第 {0} 行", problem.line)
    return tr("{0}：{1}", row, PROBLEMS[problem.reason])


def report_words(report: ListReport, unit: str) -> str:
    """What reading a file did, in one sentence; ``unit`` counts what was read (张, 笔)."""
    parts = [
        tr("{0} {1}{2}", count, unit, what)
        for count, what in ((report.new, tr("新的")), (report.changed, tr("有改动")), (report.same, tr("没有变")))
        if count
    ]
    left_out = tr("{0} 行没有读进来", len(report.problems)) if report.problems else ""
    return tr("，").join((*parts, *([left_out] if left_out else []))) or tr("文件里只有表头，没有读到内容")
