"""argparse in the operator's language: the words of its help, and one sentence for a line that is written wrong."""

import argparse
import re
from collections.abc import Iterable
from typing import Any, NoReturn

from weibo_operator.translation import tr

_HEADINGS = {"positional arguments": tr("参数"), "options": tr("选项")}
_WRONG = (
    (
        r"argument .*?: invalid choice: ['\"](?P<value>.*)['\"] \(choose from (?P<which>.*)\)",
        tr("没有“{value}”这一项，能写的是 {which}。写法见 {help}。"),
    ),
    (
        r"argument (?P<which>.*?): invalid int value: ['\"](?P<value>.*)['\"]",
        tr("{which} 要写整数，“{value}”不是。写法见 {help}。"),
    ),
    (r"argument (?P<which>.*?): expected (?:at least )?one argument", tr("{which} 后面还要写内容。写法见 {help}。")),
    (
        r"argument (?P<which>.*?): ignored explicit argument ['\"](?P<value>.*)['\"]",
        tr("{which} 后面不用写“{value}”，请去掉。写法见 {help}。"),
    ),
    (
        r"ambiguous option: (?P<value>.*?) could match (?P<which>.*)",
        tr("“{value}”可能是 {which}，请写全。写法见 {help}。"),
    ),
    (r"the following arguments are required: (?P<which>.*)", tr("命令没有写完，还要写 {which}。写法见 {help}。")),
    (r"unrecognized arguments: (?P<which>.*)", tr("命令里的“{which}”认不得。请改正或去掉，写法见 {help}。")),
)
"""What argparse says, in English and only so, and what we say of the same."""
_BAD_INPUT = 2


class CommandParser(argparse.ArgumentParser):
    """A parser that says what is wrong in one sentence; its sub-commands' parsers are of the same class."""

    def error(self, message: str) -> NoReturn:
        """Say it on stderr and leave; a message that is not argparse's own is a sentence already."""
        for pattern, sentence in _WRONG:
            found = re.fullmatch(pattern, message, re.DOTALL)
            if found is not None:
                told = {name: value.replace("'", "") for name, value in found.groupdict().items()}
                message = sentence.format_map(told | {"help": f"{self.prog} --help"})
                break
        self.exit(_BAD_INPUT, message + "\n")


class Help(argparse.HelpFormatter):
    """argparse's help with its headings in the operator's language."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        """Begin with the word for usage."""
        super().add_usage(usage, actions, groups, tr("用法：") if prefix is None else prefix)

    def start_section(self, heading: str | None) -> None:
        """Name the part as the operator would."""
        super().start_section(_HEADINGS.get(heading or "", heading))
