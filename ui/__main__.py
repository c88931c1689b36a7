"""``weibo-operator``: the window when given no sub-command, else the command line, which needs no Qt.

Sentences are looked up when their modules are imported: the language is settled first, all else is imported after.
"""

import sys
from typing import TYPE_CHECKING

from weibo_operator.cli.commands import COMMANDS
from weibo_operator.translation import settle_for_command_line

if TYPE_CHECKING:
    from weibo_operator.services.health import Check
    from weibo_operator.services.weekly_report import Report


def main() -> int:
    """Choose the face."""
    arguments = sys.argv[1:]
    if any(argument in COMMANDS or argument in ("-h", "--help") for argument in arguments):
        settle_for_command_line(arguments)
        from weibo_operator.cli.main import main as command_line

        return command_line(arguments, draw_pdf=_draw_pdf, window_checks=_window_checks)
    from ui.support.garbage import start_without_collecting
    from ui.support.language_choice import settle_language

    start_without_collecting()
    settle_language()
    from ui.main import main as window

    return window(arguments)


def _draw_pdf(report: "Report") -> bytes:
    """Draw the weekly report for the command line: with Qt, but on no screen."""
    from ui.weekly.paper import draw_offscreen
    from weibo_operator.bootstrap import resources_dir

    return draw_offscreen(report, resources_dir())


def _window_checks() -> "tuple[Check, ...]":
    """The self-test's part about the window: opens none."""
    from ui.support.self_test import window_checks
    from weibo_operator.bootstrap import resources_dir

    return window_checks(resources_dir())


if __name__ == "__main__":
    sys.exit(main())
