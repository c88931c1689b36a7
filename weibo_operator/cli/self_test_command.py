"""``self-test``: whether everything the program brings along, and what it needs of the machine, is there."""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from weibo_operator.bootstrap import data_dir, program_version
from weibo_operator.cli.checks import chinese_font
from weibo_operator.cli.options import Options
from weibo_operator.cli.output import print_json, print_line
from weibo_operator.cli.self_test_checks import machine_checks, where_it_runs
from weibo_operator.services.health import Check
from weibo_operator.translation import tr

FAILED = 1


class Line(NamedTuple):
    """The words about one check: its title, and what to do where it isn't well."""

    title: str
    next_step: str


_REINSTALL = tr("程序的文件不完整，请重新安装；数据文件不受影响")

LINES: Mapping[str, Line] = {
    "language": Line(tr("分类和错字"), _REINSTALL),
    "segmenter": Line(tr("分词"), _REINSTALL),
    "database": Line(tr("数据库"), tr("请看临时文件夹能不能写、磁盘满没满；都没问题就重新安装")),
    "tls": Line(tr("加密连接"), tr("没有根证书就连不上微博，请重新安装")),
    "keyring": Line(
        tr("钥匙串"), tr("没有能用的钥匙串，授权只在本次运行有效。请打开系统的密码管理（如 gnome-keyring）再试")
    ),
    "data_folder": Line(tr("数据文件夹"), tr("写不进去，请检查这个文件夹的权限和磁盘空间")),
    "licences": Line(tr("许可文本"), _REINSTALL),
    "fonts": Line(tr("中文字体"), tr("找不到中文字体，字会显示成方框。请安装一种，例如 fonts-noto-cjk")),
    "window": Line(tr("窗口"), tr("窗口打不开，请安装缺少的系统库（Debian 上用 apt 安装 .deb 会自动装好）")),
    "screen": Line(tr("显示器"), tr("没有连着显示器，窗口只能画在内存里。请在桌面里打开终端再试")),
    "chinese_buttons": Line(tr("界面语言"), _REINSTALL),
    "pictures": Line(tr("图标"), _REINSTALL),
}


def run(resources: Path, options: Options) -> int:
    """Tell one line for each check; 1 when something vital is missing, else 0."""
    folder = data_dir() if options.db is None else options.db.parent
    checks: list[Check] = []
    _tell_beginning(as_json=options.json)
    for check in machine_checks(resources, folder):
        _tell(check, checks, as_json=options.json)
    # Last, and with everything else already told: a library that is missing may end the process.
    sys.stdout.flush()
    for check in options.window_checks() if options.window_checks is not None else (chinese_font(),):
        _tell(check, checks, as_json=options.json)
    sound = all(check.ok for check in checks if check.vital)
    if options.json:
        _print_record(checks, sound=sound)
    else:
        print_line(_verdict(checks, sound=sound))
    return 0 if sound else FAILED


def sentence(check: Check) -> str:
    """One line for the operator: the verdict, what was seen, and the next step where something is missing."""
    line = LINES[check.name]
    if check.ok:
        return tr("好    {0}：{1}", line.title, check.detail)
    return tr(
        "{0}    {1}：{2}。（{3}）", tr("坏") if check.vital else tr("缺"), line.title, line.next_step, check.detail
    )


def _tell_beginning(*, as_json: bool) -> None:
    if not as_json:
        print_line(tr("微博客服台 {0}（{1}）", program_version(), where_it_runs()))


def _tell(check: Check, checks: list[Check], *, as_json: bool) -> None:
    checks.append(check)
    if not as_json:
        print_line(sentence(check))


def _verdict(checks: list[Check], *, sound: bool) -> str:
    if not sound:
        return tr("结论：程序现在不能正常使用，请照“坏”的那一行做。")
    if all(check.ok for check in checks):
        return tr("结论：一切正常。")
    return tr("结论：可以使用，“缺”的那一行补上更好。")


def _print_record(checks: list[Check], *, sound: bool) -> None:
    print_json(
        {
            "version": program_version(),
            "where": where_it_runs(),
            "ok": sound,
            "checks": [
                {
                    "name": check.name,
                    "ok": check.ok,
                    "vital": check.vital,
                    "detail": check.detail,
                    "sentence": sentence(check),
                }
                for check in checks
            ],
        }
    )
