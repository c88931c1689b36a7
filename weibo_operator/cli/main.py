"""Reads the command line, runs one command, and turns expected failures into one sentence and an exit code."""

import sys
from collections.abc import Sequence
from pathlib import Path

from weibo_operator.bootstrap import build, default_database, load_language, make_practice, resources_dir
from weibo_operator.cli import desk_commands, restore_command, self_test_command, simulate_command, text_commands
from weibo_operator.cli.arguments import build_parser
from weibo_operator.cli.checks import outside_checks
from weibo_operator.cli.options import Options, WindowChecks
from weibo_operator.cli.output import discard_output, print_error, print_json, print_line, use_utf8
from weibo_operator.domain.errors import DatabaseTooNewError, DatabaseUnavailableError, OperatorError
from weibo_operator.services.restoring import check_there
from weibo_operator.services.sentences import error_sentence
from weibo_operator.services.weekly_export import DrawPdf
from weibo_operator.storage.connection import environment_errors
from weibo_operator.translation import tr

FAILED = 1
BAD_INPUT = 2
_COPYING = frozenset(("backup", "export"))
"""Where there is no file these would begin one and copy nothing: a mistyped place would look like a good backup."""


def main(
    arguments: Sequence[str], *, draw_pdf: DrawPdf | None = None, window_checks: WindowChecks | None = None
) -> int:
    """Run one command; 0 done, 2 bad input, 1 a failure of the machine, each with a sentence on stderr.

    ``draw_pdf`` draws the weekly report and ``window_checks`` tries the window, both for who has Qt.
    """
    use_utf8()
    parser = build_parser()
    options = parser.parse_args(arguments, namespace=Options(draw_pdf=draw_pdf, window_checks=window_checks))
    if options.command is None:
        parser.print_help(sys.stderr)
        return BAD_INPUT
    try:
        code = _run(options.command, options)
        sys.stdout.flush()
    except BrokenPipeError:  # whoever reads the output has enough (head): what is left goes nowhere
        discard_output()
        return 0
    except (DatabaseUnavailableError, DatabaseTooNewError) as error:
        print_error(error_sentence(error))
        return FAILED
    except OperatorError as error:
        print_error(error_sentence(error))
        return BAD_INPUT
    return code


def _run(command: str, options: Options) -> int:
    language_only = text_commands.COMMANDS.get(command)
    if language_only is not None:
        return language_only(load_language(resources_dir()), options)
    if command == "demo":
        return _demo(options.path, as_json=options.json)
    if command == "self-test":
        return self_test_command.run(resources_dir(), options)
    if command == "simulate":
        return simulate_command.run(resources_dir(), options)
    if command in restore_command.COMMANDS:
        return restore_command.COMMANDS[command](options)
    path = options.db or default_database()
    check_there(path)
    if command in _COPYING and not path.exists():
        raise DatabaseUnavailableError(path=str(path), reason="nothing_there")
    with environment_errors(path):
        operator = build(path, outside_checks=outside_checks())
        try:
            return desk_commands.COMMANDS[command](operator, options)
        finally:
            operator.close()


def _demo(path: Path, *, as_json: bool) -> int:
    steps = make_practice(path)
    if as_json:
        print_json({"path": str(path), "steps": steps})
    else:
        print_line(tr("练习数据写好了：{0}（{1} 步）", path, steps))
    return 0
