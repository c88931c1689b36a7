"""The command line's grammar (product.md, Command line)."""

import argparse
from pathlib import Path

from weibo_operator.cli.parser import CommandParser, Help
from weibo_operator.domain.labels import State
from weibo_operator.domain.settings import FAIR_PERIOD, ROTATION_THRESHOLD
from weibo_operator.services.weekly_export import WeekFormat
from weibo_operator.translation import tr


def build_parser() -> argparse.ArgumentParser:
    """Every sub-command with its options; all take ``--db`` and ``--json``."""
    common = CommandParser(add_help=False)
    common.add_argument("-h", "--help", action="help", help=tr("显示这份说明"))
    common.add_argument("--db", type=Path, default=None, help=tr("数据文件（默认在本机的数据文件夹里）"))
    common.add_argument("--json", action="store_true", help=tr("输出 JSON，给脚本用"))
    parser = CommandParser(
        prog="weibo-operator",
        description=tr("微博客服台：不带子命令时打开窗口。"),
        parents=[common],
        add_help=False,
        formatter_class=Help,
    )
    commands = parser.add_subparsers(dest="command", metavar=tr("命令").upper())

    def add(name: str, help_text: str) -> argparse.ArgumentParser:
        return commands.add_parser(
            name, help=help_text, description=help_text, parents=[_again()], add_help=False, formatter_class=Help
        )

    imports = add("import", tr("导入爬虫或表格导出的文件"))
    imports.add_argument("files", nargs="+", type=Path, metavar="FILE")
    imports.add_argument("--format", default="auto", dest="file_format", help=tr("文件格式，默认自动识别"))
    imports.add_argument("--account", default="", help=tr("本店的微博昵称，用来认出 @ 我们的微博"))
    imports.add_argument("--captured-at", default="", help=tr("抓取时间，用来换算“5分钟前”（ISO 8601）"))
    imports.add_argument("--dry-run", action="store_true", help=tr("只报告会发生什么，不写入"))
    pasted = add("paste", tr("从标准输入读在微博页面上复制的文字（或 JSON），认出消息，新的加进来"))
    pasted.add_argument("--captured-at", default="", help=tr("什么时候复制的，用来换算“5分钟前”（ISO 8601，默认现在）"))
    queue = add("queue", tr("按顺序列出一栏里的工单"))
    queue.add_argument("--pane", choices=[state.value for state in State], default=State.NEW.value)
    queue.add_argument("--limit", type=int, default=50)
    following = add("next", tr("下一位是谁（不改变任何东西）"))
    following.add_argument("--why", action="store_true", help=tr("同时说明为什么"))
    add("triage", tr("从标准输入逐行读客户的话，给出分类"))
    check = add("check", tr("从标准输入逐行读回复，检查错字、语气、隐私等"))
    check.add_argument("--audience", choices=("public", "private"), default="public")
    add("length", tr("从标准输入逐行读文字，按微博的规则数字数"))
    week = add("week", tr("客服周报（PDF 要用带窗口的 weibo-operator 命令）"))
    week.add_argument("--week", default="", help=tr("哪一周，如 2026-W47（默认本周）"))
    week.add_argument("--format", choices=[kind.value for kind in WeekFormat], default="txt", dest="week_format")
    week.add_argument("--out", type=Path, default=None, help=tr("写到这个文件；不写则输出到屏幕"))
    week.add_argument("--unmasked", action="store_true", help=tr("客户昵称不打码（默认打码）"))
    backup = add("backup", tr("把数据文件备份到一个新文件并校验"))
    backup.add_argument("path", type=Path)
    add("backups", tr("列出能恢复的备份：什么时候的、多大、几张工单、在哪里"))
    restored = add("restore", tr("从备份恢复：换回备份的数据，现在的留在旁边；窗口开着时不做"))
    restored.add_argument("path", type=Path, metavar="BACKUP")
    exported = add("export", tr("把全部数据写成 CSV 和 JSON，放进一个新文件夹（客户信息不打码）"))
    exported.add_argument("path", type=Path, metavar="DIR")
    add("doctor", tr("检查数据文件和这台机器"))
    add("self-test", tr("检查程序是否完整、这台机器缺什么（不打开数据文件）"))
    demo = add("demo", tr("生成练习数据"))
    demo.add_argument("path", type=Path)
    _simulation_options(add("simulate", tr("用编出来的日子比一比：轮流、先来先答、后来先答、只看级别")))
    return parser


def _simulation_options(simulation: argparse.ArgumentParser) -> None:
    simulation.add_argument("--seed", type=int, default=1, help=tr("种子，同一个种子总是同一张表（默认 1）"))
    simulation.add_argument("--days", type=int, default=10, help=tr("模拟几天，每天都从空收件箱开始（默认 10）"))
    simulation.add_argument("--speed", default="20,30,45", help=tr("一小时回几条，可以写几个（默认 20,30,45）"))
    simulation.add_argument(
        "--profile", type=Path, default=None, help=tr("一天的样子，照自带的 day.tsv 改（默认就是它）")
    )
    simulation.add_argument(
        "--fair-period",
        type=int,
        default=FAIR_PERIOD.default,
        help=tr("每几位有一位轮到等得最久的（默认 {0}）", FAIR_PERIOD.default),
    )
    simulation.add_argument(
        "--threshold",
        type=int,
        default=ROTATION_THRESHOLD.default,
        help=tr("少于几位在等就不轮流（默认 {0}）", ROTATION_THRESHOLD.default),
    )


def _again() -> CommandParser:
    """The common options for a sub-command: given there they count, not given they leave the main ones alone."""
    repeated = CommandParser(add_help=False)
    repeated.add_argument("-h", "--help", action="help", help=tr("显示这份说明"))
    repeated.add_argument("--db", type=Path, default=argparse.SUPPRESS, help=argparse.SUPPRESS)
    repeated.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
    return repeated
