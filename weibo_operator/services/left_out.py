"""The rows an import left out, as a file to work through: where, why, and what can be done."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from weibo_operator.domain.channel import RowProblem
from weibo_operator.services.list_cells import inert
from weibo_operator.services.sentences import problem_sentence
from weibo_operator.services.whole_file import replace_file
from weibo_operator.translation import tr

HEADS = (tr("文件"), tr("行"), tr("原因"), tr("下一步"))
"""The first row of the file."""
_STEPS = {
    "repeated_header": tr("不用管，这一行只是表头"),
    "truncated": tr("在原文件里补全这一行，或重新导出"),
    "cell_count": tr("在原文件里改好这一行的列数，再导入"),
    "unclosed_quote": tr("在原文件里补上引号，再导入"),
    "damaged_id": tr("编号列设成文本，重新导出再导入"),
    "bad_date": tr("时间写成 2026-11-18 09:30，再导入"),
    "no_author": tr("补上昵称再导入，或手工录入"),
    "not_an_object": tr("不用管，这一项里没有消息"),
    "encoding": tr("把文件另存为 UTF-8，再导入"),
    "garbled": tr("从原来的网页或软件重新导出"),
}
_ELSE = tr("在原文件里看这一行，或手工录入")


def next_step(code: str) -> str:
    """What the operator can do about a row."""
    return _STEPS.get(code, _ELSE)


def write_left_out(problems: Sequence[RowProblem], target: Path) -> None:
    """Write the rows left out as CSV that spreadsheets open (UTF-8 with a mark at its beginning).

    Raises ``InvalidInputError`` (field ``path``) when the place can't be written; then ``target`` is as it was.
    """
    rows = [
        [
            inert(cell)
            for cell in (
                Path(each.file).name,
                str(each.line),
                problem_sentence(each.code, each.detail),
                next_step(each.code),
            )
        ]
        for each in problems
    ]
    text = io.StringIO()
    csv.writer(text).writerows((HEADS, *rows))
    replace_file(target, text.getvalue().encode("utf-8-sig", "replace"))
