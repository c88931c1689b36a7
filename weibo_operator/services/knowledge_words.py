"""What is said of a knowledge card's checking, and of lines of a file that were left out."""

from collections.abc import Mapping
from datetime import datetime

from weibo_operator.domain.clock import china_day
from weibo_operator.domain.knowledge import KnowledgeCard
from weibo_operator.domain.list_file import LineProblem, ListReport
from weibo_operator.services.wording import day_words

PROBLEMS: Mapping[str, str] = {
    "title": "没有标题",
    "text": "没有内容",
    "source": "对比要写明来源",
    "facets": "对比的一项要写我们和别家两边",
    "menu": "菜单最多两级",
    "unknown_kind": "类型只能是常见问题、产品、门店或对比",
    "unknown_day": "核对日期认不出来，请写成 2026-11-19",
    "too_many_cells": "格子比表头多，可能少了引号",
    "quote": "引号没有配对",
    "number": "没有订单号",
    "lost_digits": "订单号被表格软件改成了科学计数，后几位丢了；请把那一列设成文本再导出",
}
"""By the code of a ``LineProblem``."""


def checked_words(card: KnowledgeCard, now: datetime, *, stale: bool) -> str:
    """When the card was checked last, and whether that is too long ago."""
    if card.checked_at is None:
        return "还没核对过"
    day = day_words(card.checked_at, now)
    if not stale:
        return f"{day}核对过" if day in ("今天", "昨天") else f"{day} 核对过"
    return f"{(china_day(now) - china_day(card.checked_at)).days} 天没核对"


def problem_words(problem: LineProblem) -> str:
    """One line that was left out: where it stands and why."""
    named = f"“{problem.named}”" if problem.named else ""
    return f"第 {problem.line} 行{named}：{PROBLEMS[problem.reason]}"


def report_words(report: ListReport, unit: str) -> str:
    """What reading a file did, in one sentence; ``unit`` counts what was read (张, 笔)."""
    parts = [
        f"{count} {unit}{what}"
        for count, what in ((report.new, "新的"), (report.changed, "有改动"), (report.same, "没有变"))
        if count
    ]
    left_out = f"{len(report.problems)} 行没有读进来" if report.problems else ""
    return "，".join((*parts, *([left_out] if left_out else []))) or "文件里只有表头，没有读到内容"
