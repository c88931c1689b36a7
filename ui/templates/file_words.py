"""What is said of a file of templates before it is taken in, and of starter templates that are not here."""

from collections.abc import Mapping, Sequence

from weibo_operator.domain.list_file import LineProblem
from weibo_operator.services.template_edit import TemplateEdit
from weibo_operator.services.template_file import ImportPlan
from weibo_operator.translation import label, tr

PROBLEMS: Mapping[str, str] = {
    "title": tr("没有标题"),
    "wordings": tr("没有说法"),
    "tone": tr("语气只能是正式或亲切"),
    "audience": tr("适用只能是公开、私信或都可以"),
    "favourite": tr("“收藏”一列要写 1 到 9，或者空着"),
    "favourite_twice": tr("“收藏”一列的数字前面的行已经用了"),
    "repeated": tr("标题、分类和语气与前面的行一样，只收前面那行"),
    "too_many_cells": tr("格子比表头多，可能少了引号"),
    "quote": tr("引号没有配对"),
}
"""By the code of a ``LineProblem``."""


def plan_words(plan: ImportPlan) -> str:
    """What the file holds, in one sentence."""
    counts = (
        (len(plan.new), tr("{0} 条新的", len(plan.new))),
        (len(plan.changed), tr("{0} 条和现有的同名、内容不同", len(plan.changed))),
        (plan.same, tr("{0} 条没有变", plan.same)),
        (len(plan.problems), tr("{0} 行读不进来", len(plan.problems))),
    )
    return tr("，").join(words for count, words in counts if count) or tr("文件里只有表头，没有模板")


def plan_lines(plan: ImportPlan) -> str:
    """Line by line: what is left out and why first, then unknown variables, what changes, what is new."""
    parts = [
        _part(tr("读不进来，其余的不受影响"), [_problem(problem) for problem in plan.problems]),
        _part(
            tr("变量程序不认识，照样导入，发送前要自己填"),
            [tr("{0}：{{{1}}}", _row(each), each.reason) for each in plan.unknown],
        ),
        _part(tr("内容不同"), [tr("第 {0} 行{1}", line.line, _title(line.edit)) for _, line in plan.changed]),
        _part(tr("新的"), [tr("第 {0} 行{1}", line.line, _title(line.edit)) for line in plan.new]),
    ]
    return "\n\n".join(part for part in parts if part)


def starter_lines(edits: Sequence[TemplateEdit]) -> str:
    """Each category with what the starter set has for it."""
    categories = dict.fromkeys(edit.category for edit in edits)
    return "\n\n".join(
        _part(
            category,
            [
                tr("{0}（{1}）{2}", edit.title, label(edit.tone), edit.wordings[0])
                for edit in edits
                if edit.category == category
            ],
        )
        for category in categories
    )


def _part(head: str, lines: Sequence[str]) -> str:
    return "\n".join((tr("{0}（{1}）", head, len(lines)), *(f"  {line}" for line in lines))) if lines else ""


def _problem(problem: LineProblem) -> str:
    return tr("{0}：{1}", _row(problem), PROBLEMS[problem.reason])


def _row(problem: LineProblem) -> str:
    return tr("第 {0} 行“{1}”", problem.line, problem.named) if problem.named else tr("第 {0} 行", problem.line)


def _title(edit: TemplateEdit) -> str:
    return tr("“{0}”，{1}", edit.title, edit.category) + (tr("，{0}", label(edit.tone)) if edit.tone else "")
