"""The paste command: text copied from Weibo's pages, or JSON, from stdin into the desk (product.md, Command line)."""

from weibo_operator.bootstrap import Operator
from weibo_operator.cli.options import Options
from weibo_operator.cli.output import input_text, print_error, print_json, print_line
from weibo_operator.cli.times import moment_of
from weibo_operator.translation import tr

_PLACE = "stdin"
_UNREAD = tr("没认出来，没有加入")


def paste(operator: Operator, options: Options) -> int:
    """Take in every message that is new and a customer's; lines that were not understood are named."""
    captured_at = moment_of(options.captured_at) if options.captured_at else None
    found = operator.paste.read(input_text(), captured_at=captured_at)
    rows = operator.paste.rows(found.messages)
    wanted = [row.found for row in rows if row.is_wanted]
    report = operator.paste.add(wanted).value
    unread = [line for line in found.rest if not line.furniture]
    duplicates = report.duplicates + sum(row.known for row in rows)
    skipped = len(unread) + sum(not row.known and not row.is_wanted for row in rows)
    if options.json:
        problems = [
            {"file": _PLACE, "line": line.number + 1, "reason": tr("{0}（{1}）", _UNREAD, line.text)} for line in unread
        ]
        counts = {"rows": len(rows), "new": report.new, "duplicates": duplicates, "skipped": skipped}
        print_json({**counts, "tickets": len(report.tickets), "problems": problems})
        return 0
    print_line(
        tr(
            "认出 {0} 条，新消息 {1}，已经有了 {2}，跳过 {3}，新工单 {4}",
            len(rows),
            report.new,
            duplicates,
            skipped,
            len(report.tickets),
        )
    )
    for line in unread:
        print_error(tr("第 {0} 行{1}：{2}", line.number + 1, _UNREAD, line.text))
    return 0
